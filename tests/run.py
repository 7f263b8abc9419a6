#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build Maatwerk as released and with sanitizers, run all tests in both, let every fuzz target look for FUZZ_SECONDS (60; 0 for none),
and close with the names of what failed and one line of counts."""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RELEASED = ("_build-test", ["-Dwerror=true"])
# Little optimized, and no more debug information than a trace of the stack takes: half of the time goes into compiling.
SANITIZED = ("_build-sanitize", ["-Dwerror=true", "-Db_sanitize=address,undefined", "-Db_lundef=false", "-Doptimization=1", "-Dc_args=-g1"])
FUZZ = ("_build-fuzz", ["-Dwerror=true", "-Db_sanitize=address,undefined", "-Db_lundef=false", "-Dfuzz=true",
                        "-Dc_args=-fsanitize=fuzzer-no-link"])
FUZZ_SECONDS = int(os.environ.get("FUZZ_SECONDS", "60"))
# The tests of the desktop wait more than they work.
AT_ONCE = (os.cpu_count() or 1) + 2
# What has the time that others leave.
LEISURELY = ["nice", "-n", "15"]
# Some hundred programs are linked, in a third of the time.
LINKER = {"CC_LD": "gold"} if shutil.which("ld.gold") else {}
COUNTED = {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped"}


def run(*command, **environment):
    print("+", " ".join(command), flush=True)
    return subprocess.run(command, cwd=TOP, check=False, env={**os.environ, **environment}).returncode


def build(folder, options, *before):
    if os.path.exists(os.path.join(TOP, folder, "build.ninja")):
        options = ["--reconfigure", *options]
    prefix = f"--prefix={TOP}/{folder}/prefix"
    return (run("meson", "setup", folder, prefix, *options, **LINKER) == 0 and run(*before, "meson", "compile", "-C", folder) == 0
            and run("meson", "install", "-C", folder, "--no-rebuild", "--quiet") == 0)


def test(folder, results):
    run("meson", "test", "-C", folder, "--no-rebuild", "--print-errorlogs", "--num-processes", str(AT_ONCE))
    log = os.path.join(TOP, folder, "meson-logs", "testlog.json")
    with open(log, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            said = line.get("stdout", "") + line.get("stderr", "")
            results.append((COUNTED.get(line["result"], "failed"), f"{folder}: {line['name']}", said))


def build_fuzz():
    folder, options = FUZZ
    if os.path.exists(os.path.join(TOP, folder, "build.ninja")):
        options = ["--reconfigure", *options]
    return run("meson", "setup", folder, *options, CC="clang") == 0 and run(*LEISURELY, "ninja", "-C", folder, "fuzz") == 0


def fuzz_one(target):
    """From what is in its corpus. What breaks it is printed by it, with how to see it again."""
    name = os.path.basename(target).removeprefix("fuzz-")
    with tempfile.TemporaryDirectory(prefix="maatwerk-fuzz-") as found:
        command = [*LEISURELY, target, f"-max_total_time={FUZZ_SECONDS}", "-timeout=60", "-rss_limit_mb=2048", f"-artifact_prefix={found}/",
                   found, os.path.join(TOP, "tests", "fuzz", "corpus", name)]
        end = subprocess.run(command, cwd=TOP, check=False, capture_output=True, text=True, errors="replace")
    lines = end.stderr.splitlines()
    print("\n".join([f"fuzz {name}: exit status {end.returncode}", *lines[-3 if end.returncode == 0 else -80:]]), flush=True)
    return "passed" if end.returncode == 0 else "failed", f"fuzz {name}", ""


def fuzz():
    if not build_fuzz():
        return [("failed", "the build for fuzzing", "")]
    targets = [path for path in sorted(glob.glob(os.path.join(TOP, FUZZ[0], "tests", "fuzz", "fuzz-*"))) if os.path.isfile(path)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(fuzz_one, targets))


def main():
    results = []
    # While the tests of the desktop wait, the rest is built.
    with ThreadPoolExecutor(1) as beside:
        is_released = build(*RELEASED)
        building = beside.submit(build, *SANITIZED, *LEISURELY)
        fuzzing = beside.submit(fuzz) if FUZZ_SECONDS else None
        if is_released:
            test(RELEASED[0], results)
        is_sanitized = building.result()
        if is_sanitized:
            test(SANITIZED[0], results)
        results += fuzzing.result() if fuzzing else []
    results += [("failed", f"the build {folder}", "") for folder, is_built in
                ((RELEASED[0], is_released), (SANITIZED[0], is_sanitized)) if not is_built]
    # What they said stands far above: the end of it again, for who has only the end of all this.
    for name, said in ((name, said) for result, name, said in results if result == "failed"):
        print("\n".join([f"failed: {name}", *("    " + line for line in said.splitlines()[-40:])]))
    counts = Counter(result for result, name, said in results)
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"{counts['passed']} passed, {counts['failed']} failed{skipped}", flush=True)
    return 1 if counts["failed"] or not counts["passed"] else 0


sys.exit(main())
