#!/usr/bin/env bash
# Layout: ticks per second and quality beside d3-force-3d on the same forests. --full also runs its 100 ticks at 100,000.
set -eu
exec node layout.mjs "$@"
