#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of docs/style.md that a text search can hold. Prints each breach; exit 1 when there is one."""
import pathlib
import re
import subprocess
import sys

CODE = (".h", ".cpp", ".qml", ".frag", ".vert", ".mjs", ".py")
RULES = [
    # (name, file suffixes, path prefixes it holds in, path prefixes it does not, expression)
    ("rule 7: registration by QML_ELEMENT only", (".cpp", ".h"), ("",), ("tests/",),
     r"\bqmlRegister(Type|Singleton|Uncreatable|Anonymous|Interface)\w*\s*<?\(?|setContextProperty"),
    ("rule 25: no secret in a property", (".h",), ("viewmodels/", "qml/"), (),
     r"Q_PROPERTY\(\s*(QString|QByteArray|QVariant\w*|std::string)\s+(passphrase|mnemonic|phrase|seed|privateKey|refreshToken|accessToken)\s"),
    ("rule 25: no secret in a log", (".cpp", ".h"), ("app/", "models/", "viewmodels/", "wallet/"), ("app/sandbox/",),
     r"q(Debug|Info|Warning|Critical)\([^;]*\b(passphrase|mnemonic|seedPhrase|privateKey|refreshToken|accessToken)\b"),
    ("rule 29: colours come from the theme", (".qml",), ("qml/",), ("qml/theme/",), r'"#[0-9A-Fa-f]{3,8}"'),
    ("rule 26: no network or JSON in QML", (".qml",), ("qml/",), (), r"XMLHttpRequest|JSON\.parse|parseFloat\("),
    ("rule 27: bound components", (".qml",), ("qml/", "graph3d/"), (), None),
    ("rule 21: no nested event loop", (".cpp", ".h"), ("app/client", "models/", "viewmodels/", "wallet/", "graph3d/"), ("app/client/startbench",),
     r"\bQEventLoop\b|\.waitForFinished\(|waitForReadyRead\(|waitForConnected\("),
    ("no fixed sleeps", (".cpp", ".h"), ("",), ("tests/interop/", "tests/bench/"),
     r"QTest::qSleep|QTest::qWait\(|sleep_for\(|\busleep\(|\bsleep\(\d"),
    ("money stays exact", (".cpp", ".h"), ("app/", "models/", "viewmodels/"), (),
     r"\b(balance|amount|price|fee|reward)\w*\.toDouble\("),
    ("no machine's paths in a commit", CODE + (".md", ".txt", ".json"), ("",), ("tests/lint/",), r"/work/(main|wt|shared)|/root/"),
    ("no debts in comments", CODE, ("",), ("tests/lint/",), r"\b(TODO|FIXME|XXX|HACK)\b"),
]


# A Repeater inside a layout makes Qt 6.4 read freed delegates (qml/components/Rows.qml).
REPEATER_HOMES = {"Column", "Row", "Grid", "Flow", "Rows", "Item", "Rectangle"}


def repeaters_in_layouts(text):
    """The lines of Repeaters whose parent is not known to leave its children's places alone."""
    parents = []
    for match in re.finditer(r"([A-Za-z.]+)\s*\{|\{|\}|//[^\n]*|\"(?:[^\"\\]|\\.)*\"", text):
        if match.group(0) == "}":
            if parents:
                parents.pop()
        elif match.group(0).endswith("{"):
            kind = match.group(1) or ""
            if kind == "Repeater" and parents and parents[-1] not in REPEATER_HOMES:
                yield text.count("\n", 0, match.start()) + 1
            parents.append(kind)


def tracked(root):
    out = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout
    return [line for line in out.splitlines() if line]


def breaches(root):
    for path in tracked(root):
        file = root / path
        if not file.is_file() or file.suffix not in CODE + (".md", ".txt", ".json"):
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        for name, suffixes, inside, outside, expression in RULES:
            if file.suffix not in suffixes or not path.startswith(inside) or (outside and path.startswith(outside)):
                continue
            if expression is None:
                if "pragma ComponentBehavior: Bound" not in text and "pragma Singleton" not in text:
                    yield f"{path}: {name}"
                continue
            for match in re.finditer(expression, text):
                # A line may say why a rule does not hold for it: `// rule 21: the reason`.
                if name.split(":")[0] + ":" in text[match.start():].split("\n", 1)[0]:
                    continue
                yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {name}: {match.group(0).strip()[:60]}"
        if file.suffix == ".qml" and path.startswith("qml/"):
            for line in repeaters_in_layouts(text):
                yield f"{path}:{line}: a Repeater goes into Rows or a positioner, never into a layout"
        if file.suffix in (".h", ".cpp", ".qml") and "SPDX-License-Identifier" not in text[:200]:
            yield f"{path}: no SPDX line"


def main():
    found = list(breaches(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
