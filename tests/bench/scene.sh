#!/usr/bin/env bash
# Frames per second of NetworkScene under the software driver, 1280×800, one turn about the network in ten seconds, and
# the web peers of tools/scene-web (a mesh per node, and plain three.js points) on the same positions, links and camera
# path, when Chromium is there (apt-get install chromium) and the checkout has MAJLIS_SHARED_DIR; else the figures that
# were measured with them elsewhere, and said as such. Then the GUI thread's stalls with a million people.
# Usage: scene.sh [--seconds=N] [--nodes=10000,100000,1000000] [--no-peers]. With a real GPU:
#   LIBGL_ALWAYS_SOFTWARE= DISPLAY=:0 graph3d_viewer --generate N --bench 10
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
seconds=10 sizes=10000,100000,1000000 peers=yes
for argument in "$@"; do
    case $argument in
    --seconds=*) seconds=${argument#*=} ;;
    --nodes=*) sizes=${argument#*=} ;;
    --no-peers) peers=no ;;
    esac
done
bin=${MAJLIS_BIN_DIR:-../../build/release/bin}
shared=${MAJLIS_SHARED_DIR:-../../../shared}
work=${MAJLIS_SCENE_DIR:-} # keeps the positions from run to run
[ -n "$work" ] || { work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT; }
mkdir -p "$work"
viewer() { MAJLIS_SCREEN=1280x800 vblank_mode=0 timeout 600 ../with-display.sh "$bin/graph3d_viewer" "$@" 2>/dev/null; }
field() { sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"; }
row() { printf '%-30s %8s %8s %9s %11s %11s %8s %8s\n' "$@"; }
row network fps '1% low' 'CPU ms/f' 'people/f' 'links/f' 'first ms' 'PSS MiB'
for nodes in ${sizes//,/ }; do
    if [ ! -f "$work/$nodes" ]; then
        viewer --generate "$nodes" --write-positions "$work/$nodes" >/dev/null || { echo "scene: no layout of $nodes nodes" >&2; exit 1; }
    fi
    line=$(viewer --generate "$nodes" --positions "$work/$nodes" --bench "$seconds" | grep fps) \
        || { echo "scene: graph3d_viewer did not finish for $nodes nodes" >&2; exit 1; }
    row "Majlis, $nodes" "$(field fps <<<"$line")" "$(field low1 <<<"$line")" "$(field cpu_ms_per_frame <<<"$line")" \
        "$(field drawn_nodes <<<"$line")" "$(field drawn_links <<<"$line")" "$(field first_frame_ms <<<"$line")" "$(field pss_mb <<<"$line")"
done
if [ "$peers" = yes ] && command -v chromium >/dev/null && [ -d node_modules/three ] && [ -d "$shared/tools/scene-web" ]; then
    mkdir -p "$work/web"
    cp -r "$shared/tools/scene-web" "$shared/tools/web-common" "$work/web/" 2>/dev/null || true
    chmod -R u+w "$work/web"
    rm -rf "$work/web/scene-web/node_modules"
    ln -s "$PWD/node_modules" "$work/web/scene-web/node_modules"
    for nodes in ${sizes//,/ }; do
        [ "$nodes" -le 100000 ] || continue
        for renderer in points 3d-force-graph; do
            line=$(timeout 300 node "$work/web/scene-web/run.mjs" --edges "$work/$nodes.edges" --positions "$work/$nodes" \
                --renderer "$renderer" --gl llvmpipe --seconds "$seconds" --json 2>/dev/null | tail -1) || line=
            row "$renderer, $nodes" "$(field fps <<<"$line")" "$(field fps_1_percent_low <<<"$line")" - "$nodes" "$nodes" \
                "$(field first_frame_since_spawn_ms <<<"$line")" "$(field pss_mb <<<"$line")"
        done
    done
else
    echo "peers not run (no Chromium, no npm packages, or no tools/scene-web). As measured with them on two quiet cores,"
    echo "20 November (tools/WEB-PEERS.md): 3d-force-graph 3.2 fps at 10,000 and 0.29 at 100,000, first frame 1,400 and 7,800 ms;"
    echo "three.js points 38 and 5.7 fps, first frame 650 and 990 ms, PSS 440 and 500 MiB."
fi
largest=${sizes##*,}
echo "GUI thread with $largest people: gaps between its beats (a beat a millisecond), and its own work in them"
viewer --generate "$largest" --stalls "$seconds" | grep phase
