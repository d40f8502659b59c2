#!/usr/bin/env bash
# Runs a command under an X server of its own, with the software driver, a private runtime folder and session bus.
# Usage: tests/with-display.sh COMMAND [ARGS…]; MAJLIS_SCREEN=1920x1080 chooses the size.
set -eu
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
chmod 700 "$runtime"
export XDG_RUNTIME_DIR="$runtime" LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
xvfb-run -a -s "-screen 0 ${MAJLIS_SCREEN:-1920x1200}x24 -nolisten tcp" dbus-run-session -- "$@"
