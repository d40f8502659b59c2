#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes point one way only (docs/architecture.md). Prints each include that breaks it; exit 1 when there is one."""
import pathlib
import re
import sys

# What each room may include besides itself; the longest matching prefix of a file's path is its room.
ALLOWED = {
    "wallet": [],
    "models/domain": ["wallet"],
    "models/wire": ["models/domain", "wallet"],
    "models": ["wallet"],
    "graph3d/layout": [],
    "graph3d/scene": ["graph3d/layout"],
    "viewmodels": ["models", "wallet", "graph3d"],
    "qml": ["viewmodels", "graph3d"],
    # The painted items of secrets: the one place above the view models that may look at wiped bytes.
    "qml/secret": ["qml", "viewmodels", "wallet"],
    "app/signer": ["wallet"],
    "app/sandbox": ["models/domain", "models/wire", "wallet"],
    "app/cli": ["models", "wallet", "graph3d/layout"],
    "app/client": ["viewmodels", "models", "wallet", "graph3d", "qml", "app/common"],
}
ROOMS = ("wallet", "models", "graph3d", "viewmodels", "qml", "app", "tests")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
QT_INCLUDE = re.compile(r"^\s*#\s*include\s*<(Q[A-Za-z0-9]+)", re.M)
# Qt is kept out of some rooms altogether, and Qt Quick below the view models.
NO_QT = ("graph3d/layout",)
NO_QUICK = ("wallet", "models", "models/domain", "models/wire", "app/signer", "app/sandbox", "app/cli")


def room_of(path):
    return max((room for room in ALLOWED if path == room or path.startswith(room + "/")), key=len, default=None)


def problems(root):
    for file in sorted(p for p in root.rglob("*") if p.suffix in (".h", ".cpp")):
        path = file.relative_to(root).as_posix()
        room = room_of(path)
        if path.split("/")[0] not in ROOMS or room is None:
            continue
        text = file.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            target = match.group(1)
            if target.split("/")[0] not in ROOMS:
                if "/" not in target and not target.endswith((".moc", ".inc")) and not target.startswith(("moc_", "main.moc")):
                    yield f'{path}: "{target}" names no room; includes start at the repository root'
                continue
            allowed = [room, *ALLOWED[room]]
            if not any(target.startswith(other + "/") for other in allowed):
                yield f'{path}: room {room} may not include "{target}"'
        for match in QT_INCLUDE.finditer(text):
            if room in NO_QT:
                yield f"{path}: <{match.group(1)}> in a room without Qt"
            if room in NO_QUICK and match.group(1).startswith(("QQuick", "QQml", "QtQuick", "QtQml")):
                yield f"{path}: <{match.group(1)}> below the view models"


def main():
    found = list(problems(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
