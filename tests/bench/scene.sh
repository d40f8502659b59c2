#!/usr/bin/env bash
# Frames per second of NetworkScene under the software driver, 1280×800, one turn in ten seconds; the peer is the page
# of plain three.js points of tools/scene-web (2 draw calls, no links' width), when it and Chromium are there.
# Usage: scene.sh [--seconds=N]. With a real GPU: LIBGL_ALWAYS_SOFTWARE= DISPLAY=:0 graph3d_viewer --generate N --bench 10.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
seconds=10
for argument in "$@"; do
    case $argument in --seconds=*) seconds=${argument#*=} ;; esac
done
bin=${MAJLIS_BIN_DIR:-../../build/release/bin}
shared=${MAJLIS_SHARED_DIR:-../../../shared}
field() { sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"; }
printf '%-28s %8s %10s %10s\n' network fps '1% low' 'CPU ms/frame'
for nodes in 1000 10000 100000; do
    line=$(MAJLIS_SCREEN=1280x800 vblank_mode=0 timeout 240 ../with-display.sh "$bin/graph3d_viewer" --generate "$nodes" \
        --bench "$seconds" 2>/dev/null | grep fps) || { echo "scene: graph3d_viewer did not finish for $nodes nodes" >&2; exit 1; }
    printf '%-28s %8s %10s %10s\n' "Majlis, $nodes" "$(echo "$line" | field fps)" "$(echo "$line" | field low1)" \
        "$(echo "$line" | field cpu_ms_per_frame)"
done
if [ -d "$shared/tools/scene-web/node_modules" ] && command -v chromium >/dev/null; then
    echo "peer: tools/scene-web/run.mjs --renderer points (see $shared/tools/WEB-PEERS.md)"
else
    echo "peer skipped: no Chromium or no npm packages in tools/scene-web; measured there on two quiet cores: points 38 fps at 10,000 and 5.7 at 100,000"
fi
