#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# keyring.sh MODE HOME COMMAND...: runs COMMAND in a private session bus that has, or on purpose lacks, a real Secret
# Service (gnome-keyring-daemon). Nothing of the caller's session is touched. HOME keeps the keyring between calls.
#   unlocked   the daemon runs and the login keyring is open (made at the first call)
#   locked     the daemon runs, the keyring exists and stays locked
#   nodaemon   there is a bus, but nobody owns org.freedesktop.secrets
#   nobus      there is no bus
set -u
mode=$1 home=$2
shift 2
mkdir -p "$home"/{run,data,cache,config}
chmod 700 "$home" "$home/run"
export XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache XDG_CONFIG_HOME=$home/config
export GNOME_KEYRING_CONTROL= SSH_AUTH_SOCK=
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

# No service folder: the bus must not start a daemon by itself.
cat >"$home/bus.conf" <<X
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=$home/run</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
X

bus() { dbus-run-session --config-file="$home/bus.conf" -- "$@"; }

owner() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetConnectionUnixProcessID \
        string:org.freedesktop.secrets 2>/dev/null | awk '/uint32/ { print $2 }'
}
export -f owner

with_daemon() { # PASSWORD COMMAND...
    KEYRING_PASSWORD=$1 bus bash -c '
        shift
        password=$KEYRING_PASSWORD
        unset KEYRING_PASSWORD
        printf %s "$password" | gnome-keyring-daemon --foreground --unlock --components=secrets >"$XDG_RUNTIME_DIR/daemon.log" 2>&1 &
        for _ in $(seq 200); do
            daemon=$(owner)
            [ -n "$daemon" ] && break
            sleep 0.05
        done
        [ -n "$daemon" ] || { echo "gnome-keyring-daemon did not come up:"; cat "$XDG_RUNTIME_DIR/daemon.log"; exit 71; } >&2
        "$@"
        result=$?
        kill "$daemon"
        exit $result' _ "$@"
}

case $mode in
unlocked) with_daemon right "$@" ;;
locked)
    [ -e "$home/data/keyrings/login.keyring" ] || "$0" unlocked "$home" true || exit 70
    with_daemon wrong "$@"
    ;;
nodaemon) bus "$@" ;;
nobus) DBUS_SESSION_BUS_ADDRESS=unix:path=$home/run/nothing "$@" ;;
*)
    echo "unknown mode $mode" >&2
    exit 64
    ;;
esac
