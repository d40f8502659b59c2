#!/usr/bin/env bash
# Unlock: how long a new wallet's passphrase takes, and what the window feels of it. Part of `./dev bench wallet`.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
bin=${MAJLIS_BIN_DIR:-../../build/release/bin}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
../with-display.sh timeout 120 "$bin/majlis" --bench-unlock --data-dir "$folder/data" >"$folder/line"
python3 - "$folder/line" <<'EOT'
import json, sys
line = json.loads([l for l in open(sys.argv[1]) if l.startswith("{")][-1])
took, rest, busy = line["unlock_ms"], line["resting"], line["unlocking"]
good = 500 <= took["median"] <= 1500
print(f"unlock, Argon2id {line['passes']} passes of {line['memory_mib']} MiB: {took['median']:.0f} ms "
      f"({took['least']:.0f} to {took['most']:.0f}; want 500 to 1500){'' if good else '  OUTSIDE'}")
for name, figures in (("at rest", rest), ("unlocking", busy)):
    print(f"window {name:9}: {figures['frames_a_second']:6.1f} frames a second, longest between two "
          f"{figures['longest_frame_gap_ms']:.1f} ms, longest stall of the GUI thread {figures['longest_stall_ms']:.1f} ms")
sys.exit(0 if good else 1)
EOT
