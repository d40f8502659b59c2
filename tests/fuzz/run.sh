#!/usr/bin/env bash
# Usage: tests/fuzz/run.sh BUILD_DIR SECONDS [name…]. Each target for that long from its seed corpus; a finding ends the run
# with its input kept in BUILD_DIR/findings.
set -eu
build=$(cd "$1" && pwd)
seconds=$2
shift 2
cd "$(dirname "${BASH_SOURCE[0]}")"
[ $# -gt 0 ] || set -- $(sed -n 's/^majlis_fuzz(\([a-z0-9_]*\).*/\1/p' CMakeLists.txt)
passed=0
for name in "$@"; do
    work="$build/corpus/$name"
    mkdir -p "$work" "$build/findings"
    if ! ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 "$build/bin/fuzz_$name" "$work" "corpus/$name" -max_total_time="$seconds" -timeout=30 \
        -rss_limit_mb=2048 -artifact_prefix="$build/findings/$name-" -print_final_stats=1 >"$build/$name.log" 2>&1; then
        tail -40 "$build/$name.log"
        echo "fuzz: $name failed; the input is in $build/findings"
        exit 1
    fi
    passed=$((passed + 1))
    echo "fuzz: $name $(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$name.log") runs, no finding"
done
echo "$passed passed, 0 failed"
