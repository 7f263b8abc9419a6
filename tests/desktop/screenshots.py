#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the pictures of data/screenshots: MAATWERK=PROGRAM tests/desktop/session 1366x768 tests/desktop/screenshots.py"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Program  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "..", "data", "screenshots")


def picture(program, name):
    program.picture(os.path.join(FOLDER, name + ".png"))


def answer(program, words):
    """Meneer G., the publication's own case."""
    for option, button in words:
        if option:
            program.click("radio button", option)
        program.press("push button", button)


DUTCH = [("Geïsoleerd geraakt door recente gebeurtenissen", "Verder"), ("Wil graag contact met anderen", "Verder"),
         ("Gering", "Verder"), (None, "Uitkomst")]


def open_program(language, width=1366, height=768, **environment):
    program = Program(language=language, environment={"GSETTINGS_BACKEND": "memory", **environment})
    program.focus()
    program.find("radio button", "Het isolement dreigt|Isolation is impending")
    program.resize(width, height)
    return program


def main():
    os.makedirs(FOLDER, exist_ok=True)
    program = open_program("nl")
    picture(program, "window-nl-light")
    answer(program, DUTCH)
    program.settle()
    picture(program, "wizard-result-nl")
    program.settle()
    program.click("list item", "Bezoekdienst weduwen en weduwnaars")
    program.find("label", "Werkwijze")
    picture(program, "description-nl")
    program.keys("Escape")
    program.resize(700, 768)
    program.settle()
    picture(program, "narrow-nl")
    program.close()

    program = open_program("en", ADW_DEBUG_COLOR_SCHEME="prefer-dark")
    program.click("radio button", "Isolated through recent events")
    program.keys("ctrl+shift+f")
    picture(program, "window-en-dark")
    program.keys("ctrl+shift+f")
    program.close()


def large_text():
    program = open_program("nl")
    program.click("radio button", "Geïsoleerd geraakt door recente gebeurtenissen")
    picture(program, "large-text-nl")
    program.close()


if os.environ.get("TEXT_SCALE", "1") == "1":
    main()
else:
    large_text()
