#!/usr/bin/env bash
# Idle: frames and processor time of an open window with its feeds connected to a quiet practice platform.
# Usage: idle.sh [--seconds=N]
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
seconds=30
for argument in "$@"; do
    case $argument in --seconds=*) seconds=${argument#*=} ;; esac
done
bin=${MAJLIS_BIN_DIR:-../../build/release/bin}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
../with-display.sh bash -c '"$1/majlis" --bench-prepare --data-dir "$2" -- --speed 0 >/dev/null &&
    timeout 180 "$1/majlis" --bench-idle "$3" --data-dir "$2" --sandbox -- --speed 0' _ "$bin" "$folder" "$seconds" |
    tee "$folder/line"
python3 - "$folder/line" <<'EOT'
import json, sys
line = json.loads([l for l in open(sys.argv[1]) if l.startswith("{")][-1])
print(f"open window, feeds connected, {line['seconds']} s: {line['frames']} frames (bar 0), "
      f"{line['cpu_percent_of_a_core']} % of a core (bar < 1)")
EOT
