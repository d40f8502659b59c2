#!/usr/bin/env python3
"""Time from start to ready, and peak memory, of majlis-sandbox for growing worlds."""
import json
import os
import subprocess
import sys
import tempfile
import time

BIN = os.environ.get("MAJLIS_BIN_DIR", "../../build/release/bin")


def measure(users: int) -> tuple[float, int]:
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        with subprocess.Popen([f"{BIN}/majlis-sandbox", "--port", "0", "--data-dir", folder, "--users", str(users)],
                              stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as sandbox:
            ready = json.loads(sandbox.stdout.readline())
            seconds = time.monotonic() - started
            with open(f"/proc/{sandbox.pid}/status", encoding="ascii") as status:
                peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
            sandbox.terminate()
            if not ready.get("ready"):
                sys.exit(f"sandbox: not ready: {ready}")
        return seconds, peak // 1024


for people in (10_000, 100_000, 1_000_000):
    seconds, megabytes = measure(people)
    print(f"{people:>9} people: ready after {seconds:6.2f} s, {megabytes} MB at most")
