#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build Maatwerk twice, as released and with sanitizers, run all tests in both, and close with one line of counts."""
import json
import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILDS = {
    "_build-test": ["-Dwerror=true"],
    "_build-sanitize": ["-Dwerror=true", "-Db_sanitize=address,undefined", "-Db_lundef=false"],
}
COUNTED = {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped"}


def run(*command):
    print("+", " ".join(command), flush=True)
    return subprocess.run(command, cwd=TOP, check=False).returncode


def build(folder, options):
    if os.path.exists(os.path.join(TOP, folder, "build.ninja")):
        options = ["--reconfigure", *options]
    prefix = f"--prefix={TOP}/{folder}/prefix"
    return (run("meson", "setup", folder, prefix, *options) == 0 and run("meson", "compile", "-C", folder) == 0
            and run("meson", "install", "-C", folder, "--no-rebuild", "--quiet") == 0)


def count(folder, counts):
    log = os.path.join(TOP, folder, "meson-logs", "testlog.json")
    with open(log, encoding="utf-8") as lines:
        for line in lines:
            counts[COUNTED.get(json.loads(line)["result"], "failed")] += 1


def main():
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for folder, options in BUILDS.items():
        if not build(folder, options):
            counts["failed"] += 1
            continue
        run("meson", "test", "-C", folder, "--no-rebuild", "--print-errorlogs")
        count(folder, counts)
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"{counts['passed']} passed, {counts['failed']} failed{skipped}", flush=True)
    return 1 if counts["failed"] or not counts["passed"] else 0


sys.exit(main())
