#!/usr/bin/env bash
# Sandbox: from its start to the line that says it is ready, and its memory, with a million people.
set -eu
exec python3 sandbox.py "$@"
