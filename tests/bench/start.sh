#!/usr/bin/env bash
# Start: process start to the first interactive frame, against a minimal Qt Quick window, alternating in one run.
set -eu
exec python3 start.py "$@"
