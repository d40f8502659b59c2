#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the wire types and endpoint functions of a platform from its contract.

usage: generate.py [--check] [--schemas DIR] [--out DIR] [PLATFORM ...]

Reads <schemas>/<platform>.openapi.yaml and, where there is one, <platform>.graphql; writes <out>/<platform>/
{types,endpoints[,operations]}.{h,cpp} and examples.json. Default: every platform of resources/schemas into this folder.
--check writes nothing and fails when what is there is not what would be written.
Needs python3-yaml and clang-format-19.
"""
import argparse
import difflib
import json
import pathlib
import shutil
import subprocess
import sys

import yaml

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

from generator import emit, graphql, openapi  # noqa: E402


def formatted(text, path):
    """clang-format decides about lines; the same version everywhere, as its output differs between versions."""
    tool = shutil.which("clang-format-19")
    if not tool:
        sys.exit("generate.py: clang-format-19 is missing (packaging/debian-packages.txt)")
    command = [tool, f"--style=file:{ROOT / '.clang-format'}", f"--assume-filename={path}"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def examples(path):
    """The contract's own examples and required lists, for tests that have no YAML reader."""
    schemas = yaml.safe_load(path.read_text(encoding="utf-8"))["components"]["schemas"]
    held = {name: {"required": schema.get("required", []), "examples": schema["examples"]}
            for name, schema in schemas.items() if "properties" in schema and "examples" in schema}
    return json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def generate(platform, schemas):
    """{file name: text} of one platform."""
    model = openapi.load(schemas / f"{platform}.openapi.yaml", platform)
    sdl = schemas / f"{platform}.graphql"
    if sdl.exists():
        graphql.merge(model, sdl.read_text(encoding="utf-8"))
    files = {name: formatted(text, name) for name, text in emit.files(model).items()}
    files["examples.json"] = examples(schemas / f"{platform}.openapi.yaml")
    return files


def differences(files, folder):
    stale = []
    for name, text in files.items():
        path = folder / name
        held = path.read_text(encoding="utf-8") if path.exists() else ""
        if held != text:
            stale += list(difflib.unified_diff(held.splitlines(), text.splitlines(), str(path), "regenerated", lineterm=""))[:40]
    return stale


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--schemas", type=pathlib.Path, default=ROOT / "resources" / "schemas")
    parser.add_argument("--out", type=pathlib.Path, default=HERE)
    parser.add_argument("platforms", nargs="*")
    options = parser.parse_args()
    platforms = options.platforms or sorted(p.name.split(".")[0] for p in options.schemas.glob("*.openapi.yaml"))
    stale = []
    for platform in platforms:
        files = generate(platform, options.schemas)
        folder = options.out / openapi.folder_name(platform)
        if options.check:
            stale += differences(files, folder)
            continue
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    if stale:
        print("\n".join(stale))
        sys.exit("generate.py: the committed wire types are not what the contract gives; run models/wire/generate.py")


if __name__ == "__main__":
    main()
