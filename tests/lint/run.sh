#!/usr/bin/env bash
# Usage: tests/lint/run.sh BUILD_DIR. All findings of all tools, then the verdict. LINT_FILES limits clang-tidy to some files.
set -u
build=$1
verdict=0
step() {
    printf '== %s\n' "$1"
    shift
    "$@" || verdict=1
}

mapfile -t sources < <(git ls-files '*.h' '*.cpp')
step "clang-format" clang-format-19 --dry-run -Werror "${sources[@]}"
step "includes point one way" python3 tests/lint/includes.py .
step "house rules" python3 tests/lint/houserules.py .
step "qmllint" cmake --build "$build" --target all_qmllint

mapfile -t tidy < <(git ls-files 'app/*.cpp' 'graph3d/*.cpp' 'models/*.cpp' 'viewmodels/*.cpp' 'wallet/*.cpp' |
    grep -v '_macos\.cpp$\|_windows\.cpp$') # those need their systems' headers
[ -z "${LINT_FILES:-}" ] || read -ra tidy <<<"$LINT_FILES"
python3 tests/lint/compiledb.py "$build/compile_commands.json" "$build/tidy"
step "clang-tidy on ${#tidy[@]} files" bash -c 'printf "%s\0" "$@" | xargs -0 -P "$(nproc)" -n 4 clang-tidy-19 --quiet -p '"$build/tidy" _ "${tidy[@]}"
[ "$verdict" = 0 ] && echo "lint: clean"
exit "$verdict"
