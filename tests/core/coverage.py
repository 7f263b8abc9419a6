#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Branch coverage of the stored and sealed cases: coverage.py BUILD-FOLDER [--measured]

BUILD-FOLDER was set up with -Db_coverage=true -Dbuildtype=debug, and the tests are built. Runs those of storage and cases there, unless they were run
already (--measured), and fails when a branch was not taken that uncovered.txt does not list. Guards against misuse and what
GObject's macros make are left out: EXCLUDED."""
import json
import os
import re
import subprocess
import sys
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
LIST = os.path.join(HERE, "uncovered.txt")
MEASURED = r".*/src/core/(cases|storage)/.*\.c$"
EXCLUDED = r".*(g_return_(val_)?if_fail|g_assert|G_DEFINE_|g_clear_(object|pointer|error)|g_set_object|g_auto(ptr|free) .* = NULL;).*"
# case-kill adds nothing: who is killed counts nothing.
TESTS = re.compile(r"(case-(?!kill)[\w-]+|cases[\w-]*|database[\w-]*|loneliness-scale|room|outcome[\w-]*|statement|worker)$")


def run_tests(build):
    for folder, _, names in os.walk(os.path.join(build, "src", "core")):
        for name in names:
            path = os.path.join(folder, name)
            gone = name.endswith(".gcno") and not os.path.exists(path.removesuffix(".gcno") + ".o")
            if name.endswith(".gcda") or gone: # gone with its source; gcovr would look for it
                os.unlink(path)
    listed = subprocess.run(["meson", "test", "-C", build, "--list", "--no-rebuild"], check=True, capture_output=True, text=True).stdout
    names = [match[0] for line in listed.splitlines() if (match := TESTS.match(line.split()[-1]))]
    return subprocess.run(["meson", "test", "-C", build, "--no-rebuild", "--print-errorlogs", "--timeout-multiplier", "4", *names],
                          check=False).returncode == 0


def measure(build):
    """The files of gcovr's report."""
    command = ["gcovr", "src/core", "--root", TOP, "--filter", MEASURED, "--exclude-throw-branches", "--exclude-unreachable-branches",
               "--exclude-branches-by-pattern", EXCLUDED, "--json"]
    return json.loads(subprocess.run(command, cwd=build, check=True, capture_output=True, text=True).stdout)["files"]


def function_at(functions, number):
    return max((one for one in functions if one["lineno"] <= number), key=lambda one: one["lineno"], default={"name": "-"})["name"]


def missing_of(one):
    """How many branches a file has, and those that were not taken: (file, function, line) and how often."""
    with open(os.path.join(TOP, one["file"]), encoding="utf-8") as text:
        source = text.read().splitlines()
    missing = Counter()
    total = 0
    for line in one["lines"]:
        total += len(line["branches"])
        untaken = sum(branch["count"] == 0 for branch in line["branches"])
        if untaken:
            number = line["line_number"]
            name = os.path.basename(one["file"])
            missing[name, function_at(one["functions"], number), source[number - 1].strip()] += untaken
    return total, missing


def read_list():
    """(file, function, line) and how many branches of it may be untaken. A line that begins with a blank is a reason."""
    listed = Counter()
    with open(LIST, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and line[0] not in " #":
                name, function, count, source = line.rstrip("\n").split(" ", 3)
                listed[name, function, source] += int(count)
    return listed


def main():
    build = os.path.abspath(sys.argv[1])
    passed = "--measured" in sys.argv or run_tests(build)
    listed = read_list()
    total = untaken = 0
    missing = Counter()
    for one in measure(build):
        n_branches, of_file = missing_of(one)
        total += n_branches
        untaken += of_file.total()
        missing += of_file
        print(f"{n_branches - of_file.total():5} of {n_branches:4}  {one['file']}")
    print(f"{total - untaken:5} of {total:4}  {100 * (total - untaken) / total:.1f} % of all branches")
    unlisted = missing - listed
    for (name, function, source), count in sorted(unlisted.items()):
        print(f"not listed: {name} {function} {count} {source}")
    for (name, function, source), count in sorted((listed - missing).items()):
        print(f"listed, but taken or gone: {name} {function} {count} {source}")
    return 0 if passed and not unlisted else 1


if __name__ == "__main__":
    sys.exit(main())
