#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence that is written into a case is looked for wherever it must not be: in the home folder, in what the program says,
in the window's title, and after locking in the process's memory and on the screen."""
import glob
import os
import re

import cases
from driver import run, shell

CANARY = "De kanarie Zilverdraad fluit om kwart over vier."
FORMS = (CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-32-le"))


def in_memory(process):
    """Whether it stands in the memory of the process."""
    with open(f"/proc/{process}/maps", encoding="utf-8") as maps, open(f"/proc/{process}/mem", "rb", 0) as memory:
        for line in maps:
            start, end, kind = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line).groups()
            if not kind.startswith("r") or "[v" in line:
                continue
            memory.seek(int(start, 16))
            try:
                content = memory.read(int(end, 16) - int(start, 16))
            except (OSError, ValueError, OverflowError):
                continue
            if any(form in content for form in FORMS):
                return True
    return False


def in_files(*folders):
    found = []
    for folder in folders:
        for path in glob.glob(os.path.join(folder, "**"), recursive=True, include_hidden=True):
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    content = file.read()
                if any(form in content for form in FORMS):
                    found.append(path)
    return found


def on_screen(program):
    return any(CANARY in node.name for node in program.walk()) or any(
        CANARY in text for text in program.texts("text", ".*"))


def canary():
    with cases.home() as folder:
        program = cases.open_program(folder, G_MESSAGES_DEBUG="all")
        program.find("push button", "Nieuwe casus")
        program.keys("ctrl+1", "ctrl+2")
        cases.begin(program)
        cases.write(program, "Aanduiding", CANARY)
        cases.write(program, "Behoeften en wensen", CANARY)
        cases.new_note(program, "")
        program.fill("text", "Notitie van .*", CANARY)
        cases.wait_saved(program)
        assert on_screen(program) and in_memory(program.process.pid), "the search itself does not find it"
        title = shell("xprop", "-id", program.frame()[0], "WM_NAME", "_NET_WM_NAME")
        assert CANARY not in title, title
        limits = open(f"/proc/{program.process.pid}/coredump_filter", encoding="utf-8").read()
        assert int(limits, 16) == 0, limits

        program.keys("ctrl+l")
        cases.wait_locked(program)
        program.find("label", "Uw casussen zijn vergrendeld.*", 60)
        assert not on_screen(program), "the locked window tells it"
        assert not in_memory(program.process.pid), "the locked program keeps it"
        places = in_files(folder, os.environ["HOME"], os.environ["XDG_RUNTIME_DIR"])
        assert not places, places
        cases.unlock(program)
        program.find("list item", re.escape(CANARY) + ".*", 60)
        assert program.close() == 0
        assert not in_files(folder, os.environ["HOME"]), "left behind at the end"


run(canary)
