#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure Maatwerk against its budgets: run.py BUILD-FOLDER [PAIRS [catalogue|cases|meeting|paper]]

BUILD-FOLDER is a build with tests that was installed to its prefix. Prints a table for the README, or one group of its rows.
"""
import collections
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = os.path.abspath(sys.argv[1])
PAIRS = int(sys.argv[2]) if len(sys.argv) > 2 else 9
GROUPS = sys.argv[3:] or ["catalogue", "cases", "meeting", "paper"]
HERE = os.path.dirname(os.path.abspath(__file__))
PREFIX = os.path.join(BUILD, "prefix")
NUMBER = 10000
WITHOUT_GL = {"GDK_DEBUG": "gl-disable", "GSK_RENDERER": "cairo", "GTK_A11Y": "none"}


def home(folder):
    """A throw-away home, kept between the runs that share it."""
    names = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache"}
    return {key: os.path.join(folder, name) for key, name in names.items()}


def first_frame(command, environment):
    """Milliseconds to the first frame, and resident memory in MiB."""
    environment = dict(os.environ, **environment, LD_PRELOAD=os.path.join(BUILD, "tests/bench/libfirst-frame.so"),
                       GSETTINGS_BACKEND="memory", BENCH_START=str(time.monotonic_ns()), **WITHOUT_GL)
    out = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    milliseconds, kilobytes = out.split()
    return float(milliseconds), int(kilobytes) / 1024


def start(command, environment):
    bare = [os.path.join(BUILD, "tests/bench/bare-window")]
    first_frame(command, environment)  # the database is there from now on
    pairs = [(first_frame(command, environment), first_frame(bare, environment)) for _ in range(PAIRS)]
    return pairs


def row(what, ours, theirs, unit, target):
    ratio = statistics.median(a / b for a, b in zip(ours, theirs))
    print(f"| {what} | {statistics.median(ours):.1f} {unit} | {statistics.median(theirs):.1f} {unit} | {ratio:.2f}× | {target} |",
          flush=True)


def seconds(command):
    begin = time.monotonic()
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(out) if re.fullmatch(r"[0-9.]+\s*", out) else time.monotonic() - begin


def measure_catalogue():
    with tempfile.TemporaryDirectory(prefix="maatwerk-bench-") as folder:
        catalogue = os.path.join(folder, "catalogue.xml")
        with open(catalogue, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, os.path.join(HERE, "generate-catalogue.py"), str(NUMBER)], stdout=out,
                           check=True)
        program = os.path.join(PREFIX, "bin/maatwerk")

        pairs = start([program], home(os.path.join(folder, "small")))
        row("start to first frame, 38 interventions", [a[0] for a, b in pairs], [b[0] for a, b in pairs], "ms", "≤ 1.5×")
        row("resident memory, 38 interventions", [a[1] for a, b in pairs], [b[1] for a, b in pairs], "MiB", "≤ 1.5×")
        pairs = start([program, "--catalogue", catalogue], home(os.path.join(folder, "large")))
        row(f"start to first frame, {NUMBER:,}", [a[0] for a, b in pairs], [b[0] for a, b in pairs], "ms", "≤ 2×")
        row(f"resident memory, {NUMBER:,}", [a[1] for a, b in pairs], [b[1] for a, b in pairs], "MiB", "≤ 1.8×")

        importer = os.path.join(BUILD, "tests/bench/bench-import")
        schema = os.path.join(PREFIX, "share/maatwerk/catalogue.rng")
        ours, theirs = [], []
        for _ in range(max(3, PAIRS // 3)):
            ours.append(seconds([importer, "import", catalogue]))
            theirs.append(seconds(["xmllint", "--noout", "--stream", "--relaxng", schema, catalogue])
                          + seconds([importer, "insert", catalogue]))
        row(f"import of {NUMBER:,}", ours, theirs, "s", "≤ 2×")

        out = subprocess.run([os.path.join(BUILD, "tests/bench/bench-keystroke"), catalogue], check=True,
                             env=dict(os.environ, **WITHOUT_GL), capture_output=True, text=True).stdout.split()
        print(f"| keystroke to painted list, {NUMBER:,}, p95 (median) | {out[1]} ms ({out[0]} ms) | – | – | ≤ 33 ms |")
        print(f"| longest block of the main loop, {NUMBER:,} | {out[2]} ms | – | – | ≤ 50 ms |")
        measure_scrolling(catalogue)


def measure_scrolling(catalogue):
    """Frame after frame, a quarter of a page each, so some fifteen pages a second: 30 frames in a second are one every 33 ms."""
    out = subprocess.run([os.path.join(BUILD, "tests/bench/bench-scroll"), catalogue, str(NUMBER)], check=True,
                         env=dict(os.environ, **WITHOUT_GL), capture_output=True, text=True).stdout
    ours, bare = ([float(n) for n in line.split()] for line in out.splitlines())
    print(f"| scrolling through {NUMBER:,}, p99 from frame to frame (longest) | {ours[1]:.1f} ms ({ours[2]:.1f} ms) |"
          f" {bare[1]:.1f} ms ({bare[2]:.1f} ms) | {ours[1] / bare[1]:.2f}× | ≤ 33 ms |", flush=True)


def p95(numbers):
    return sorted(numbers)[len(numbers) * 95 // 100]


def measure_cases():
    # On the disk of the build, since a folder in memory would sync nothing.
    with tempfile.TemporaryDirectory(prefix="bench-cases-", dir=BUILD) as folder:
        found = collections.defaultdict(list)

        def run(program, *arguments):
            out = subprocess.run([os.path.join(BUILD, "tests/bench", program), *arguments, folder], check=True,
                                 env=dict(os.environ, **WITHOUT_GL), capture_output=True, text=True).stdout
            for line in out.splitlines():
                what, *numbers = line.split()
                found[what].append([float(n) for n in numbers])

        run("bench-cases", "build")
        for what, name, target in (("unlock", "passphrase to list, 2,000 cases", "≤ 1.5×"),
                                   ("index", "list to searchable, 50,000 notes of 1 kB", "≤ 1.3×")):
            run("bench-cases", what)
            row(name, [a for a, b in found[what]], [b for a, b in found[what]], "ms", target)
        run("bench-cases", "save")
        ours, theirs = (p95(numbers) for numbers in zip(*found["save"]))
        print(f"| one save, p95 | {ours:.1f} ms | {theirs:.1f} ms | {ours / theirs:.2f}× | ≤ 2× |", flush=True)
        run("bench-case-search")
        times = [time for time, in found["keystroke"]]
        print(f"| keystroke to painted cases, p95 (median) | {p95(times):.1f} ms ({statistics.median(times):.1f} ms) | – | – |"
              " ≤ 33 ms |")
        print(f"| longest block of the main loop, cases | {max(block for block, in found['block']):.1f} ms | – | – | ≤ 50 ms |")


def measure_meeting():
    out = subprocess.run([os.path.join(BUILD, "tests/bench/bench-meeting")], check=True, env=dict(os.environ, **WITHOUT_GL),
                         capture_output=True, text=True).stdout
    times = [float(line.split()[1]) for line in out.splitlines()]
    print(f"| key to painted phase of a meeting, slowest (median) | {max(times):.1f} ms ({statistics.median(times):.1f} ms) | – | – |"
          " ≤ 100 ms |", flush=True)


def measure_paper():
    with tempfile.TemporaryDirectory(prefix="bench-paper-") as folder:
        out = subprocess.run([os.path.join(BUILD, "tests/bench/bench-paper"), folder], check=True, capture_output=True, text=True).stdout
    lines = [line.split() for line in out.splitlines()]
    pairs = [[float(n) for n in numbers] for what, *numbers in lines if what == "paper"]
    row("PDF of a case with 500 notes", [a for a, b in pairs], [b for a, b in pairs], "ms", "≤ 2×")
    block = [float(n) for what, n in (line for line in lines if line[0] == "paper-block")]
    print(f"| longest block of the main loop, PDF | {max(block):.1f} ms | – | – | ≤ 50 ms |")


def main():
    print("| what | Maatwerk | comparator | ratio | target |\n|---|---|---|---|---|", flush=True)
    if "catalogue" in GROUPS:
        measure_catalogue()
    if "cases" in GROUPS:
        measure_cases()
    if "meeting" in GROUPS:
        measure_meeting()
    if "paper" in GROUPS:
        measure_paper()


main()
