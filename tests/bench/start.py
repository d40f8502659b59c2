#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start bench. Alternates a minimal Qt Quick window with the client at its unlock page and at cached Home, under one
display, and prints medians with their ratio to the window. MAJLIS_BIN_DIR has the programs."""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

BIN = pathlib.Path(os.environ.get("MAJLIS_BIN_DIR", "../../build/release/bin"))
HERE = pathlib.Path(__file__).resolve().parent


def once(command):
    """One start; the JSON line that the program prints."""
    environment = dict(os.environ, MAJLIS_START_NS=str(time.time_ns()))
    done = subprocess.run([str(part) for part in command], env=environment, capture_output=True, text=True, timeout=60)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        sys.exit(f"{command[0]} failed ({done.returncode}):\n{done.stdout}{done.stderr}")
    return json.loads(lines[-1])


def measure(repeat):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([BIN / "majlis", "--bench-prepare", "--data-dir", folder], check=True, timeout=240,
                       stdout=subprocess.DEVNULL)
        minimal, unlock, home = [], [], []
        for turn in range(repeat + 1):
            results = (once([BIN / "bench_minimalwindow"])["first_frame_ms"],
                       once([BIN / "majlis", "--bench-start", "unlock", "--data-dir", folder])["interactive_ms"],
                       once([BIN / "majlis", "--bench-start", "home", "--data-dir", folder])["interactive_ms"])
            if turn:  # the first one warms the page cache and the QML cache
                for series, value in zip((minimal, unlock, home), results):
                    series.append(value)
    return minimal, unlock, home


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeat", type=int, default=9)
    parser.add_argument("--inside", action="store_true", help="a display is there already")
    arguments = parser.parse_args()
    if not arguments.inside:
        os.execv(HERE / ".." / "with-display.sh", ["with-display.sh", sys.executable, __file__, "--inside", *sys.argv[1:]])
    base = None
    print(f"{'program':42} {'median ms':>10} {'min':>8} {'max':>8} {'ratio':>7}   bar")
    names = ("minimal Qt Quick window", "majlis, unlock page", "majlis, cached Home")
    for name, series in zip(names, measure(arguments.repeat)):
        median = statistics.median(series)
        base = base or median
        print(f"{name:42} {median:10.0f} {min(series):8.0f} {max(series):8.0f} {median / base:6.2f}x  "
              + ("" if name is names[0] else "≤ 2.5x"))


if __name__ == "__main__":
    main()
