#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: compiledb.py IN OUT_DIR. The compile commands as clang-tidy can use them: without GCC's precompiled headers."""
import json
import pathlib
import re
import sys

source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
entries = json.loads(source.read_text(encoding="utf-8"))
for entry in entries:
    entry["command"] = re.sub(r"-Winvalid-pch|-fuse-ld=\S+|^\S*ccache ", "", entry["command"])
target.mkdir(parents=True, exist_ok=True)
(target / "compile_commands.json").write_text(json.dumps(entries, indent=1), encoding="utf-8")
