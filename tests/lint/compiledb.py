#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: compiledb.py IN OUT_DIR. The compile commands as clang-tidy can use them: with Clang's own precompiled headers
in the place of GCC's, which makes a run over the whole tree several times as fast."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

CLANG = "clang++-19"
PRECOMPILED = re.compile(r"-include (\S+/cmake_pch\.hxx)")

source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
target.mkdir(parents=True, exist_ok=True)


def for_clang(command):
    return re.sub(r"-Werror|-Winvalid-pch|-fuse-ld=\S+|^\S*ccache ", "", command)


def precompile(entry):
    """Makes the header of that entry's target with that entry's flags; the file that it is in, or None."""
    header = PRECOMPILED.search(entry["command"]).group(1)
    flags = re.sub(r"^\S+ ", "", PRECOMPILED.sub("", entry["command"]))
    flags = re.sub(r" -(MF|MT|MQ|o|c) \S+| -MD", "", flags)
    made = target / (hashlib.sha256(flags.encode()).hexdigest()[:16] + ".pch")
    done = subprocess.run(f"{CLANG} {flags} -w -x c++-header {header} -o {made.resolve()}", shell=True,
                          cwd=entry["directory"], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"compiledb: {header}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    return header, None if done.returncode else made.resolve()


entries = json.loads(source.read_text(encoding="utf-8"))
first = {}
for entry in entries:
    entry["command"] = for_clang(entry["command"])
    found = PRECOMPILED.search(entry["command"])
    if found:
        first.setdefault(found.group(1), entry)
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    made = dict(pool.map(precompile, first.values()))
for entry in entries:
    found = PRECOMPILED.search(entry["command"])
    if found:
        header = made[found.group(1)]
        entry["command"] = PRECOMPILED.sub(f"-include-pch {header}" if header else "", entry["command"])
(target / "compile_commands.json").write_text(json.dumps(entries, indent=1), encoding="utf-8")
