#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh TEST_PROGRAM: the key store against a real Secret Service in every state it can be in, one after another.
set -eu
program=$1
here=$(dirname "$(readlink -f "$0")")
home=$(mktemp -d "${TMPDIR:-/tmp}/majlis-keyring.XXXXXX")
trap 'rm -rf "$home"' EXIT
export MAJLIS_KEYCHAIN_FOLDER=$home/majlis
mkdir "$MAJLIS_KEYCHAIN_FOLDER"

step() { # STATE TEST
    echo "== $1: $2"
    "$here/keyring.sh" "$1" "$home/keyring" "$program" "$2"
}
step unlocked "[write]"
step unlocked "[read]"
step locked "[locked]"
step nodaemon "[unavailable]"
step nobus "[unavailable]"
step unlocked "[service]"
step unlocked "[remove]"
