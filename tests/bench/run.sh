#!/usr/bin/env bash
# Usage: tests/bench/run.sh [name…] [--option…]. Options go to each bench named. Each bench prints its own table with its peer beside it; MAJLIS_BIN_DIR has the programs.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
printf 'machine: %s × %s, %s GiB, load %s\n' "$(nproc)" "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)" \
    "$(free -g | awk '/^Mem/ {print $2}')" "$(cut -d' ' -f1 /proc/loadavg)"
names=() options=()
for argument in "$@"; do
    case $argument in --*) options+=("$argument") ;; *) names+=("$argument") ;; esac
done
[ ${#names[@]} -gt 0 ] || names=(layout start feed idle scene search sandbox wallet)
for name in "${names[@]}"; do
    [ -x "$name.sh" ] || { echo "bench: no bench named $name; there are: $(ls ./*.sh | sed 's#./##; s/\.sh$//; /^run$/d' | tr '\n' ' ')" >&2; exit 2; }
    printf '\n== %s: ./dev bench %s\n' "$name" "$name"
    "./$name.sh" "${options[@]}"
done
