#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the pictures of data/screenshots: MAATWERK=PROGRAM tests/desktop/session 1366x768 tests/desktop/screenshots.py [PICTURE...]
Those of the cases at 1920x1080 are made on a screen of that size."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cases  # noqa: E402
from driver import Program, shell  # noqa: E402

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


def write_case(program):
    """An invented case, in Dutch."""
    cases.begin(program)
    cases.write(program, "Aanduiding", "Meneer G. (verzonnen)")
    cases.write(program, "Behoeften en wensen", "Wil graag weer onder de mensen, maar weet niet hoe. Praat graag over zijn tuin.")
    cases.write(program, "Woonsituatie", "Woont alleen in een flat op de derde verdieping.")
    cases.write(program, "Gezondheid", "Loopt moeilijk en slaapt slecht.")
    cases.write(program, "Sociaal netwerk", "Zijn vrouw onderhield de contacten. De buren groeten hem.")
    cases.new_note(program, "Gebeld: hij wil het wel eens proberen, als er iemand meegaat.")
    cases.new_note(program, "Huisbezoek. Hij mist de tuin van het oude huis en vertelt over de dahlia's. Koffie stond klaar.")
    cases.wait_saved(program)


def consider(program):
    program.click("list item", "Bezoekdienst weduwen en weduwnaars")
    program.press("push button", "Overwegen voor de casus")
    program.find("push button", "Bezoekdienst weduwen en weduwnaars bekijken")
    program.keys("Escape")


def of_cases():
    """At the size of the screen: all three panes from 1200 px, and what each part of a case looks like."""
    width, height = (int(size) for size in shell("xdotool", "getdisplaygeometry").split())
    large = width >= 1920
    with cases.home() as folder:
        program = cases.open_program(folder)
        program.find("push button", "Nieuwe casus")
        program.resize(width, height)
        picture_of = (lambda name: picture(program, name + "-1920")) if large else (lambda name: picture(program, name))
        picture_of("cases-start-nl")
        write_case(program)
        picture_of("case-notes-nl")
        answer(program, DUTCH)
        cases.show_part(program, "Typering")
        program.press("push button", "Vastleggen in deze casus")
        program.find("label", "Vastgelegd op .*")
        picture_of("case-typing-nl")
        consider(program)
        picture_of("case-considered-nl")
        cases.show_part(program, "Situatie")
        program.settle()
        picture_of("case-situation-nl")
        program.press("push button", "Alle casussen")
        program.settle()
        picture_of("cases-list-nl")
        program.keys("ctrl+l")
        cases.wait_locked(program)
        program.find("label", "Uw casussen zijn vergrendeld.*", 60)
        picture_of("cases-locked-nl")
        program.close()


MAKERS = {"window": main, "large-text": large_text, "cases": of_cases}
if os.environ.get("TEXT_SCALE", "1") == "1":
    for maker in sys.argv[1:] or ["window", "cases"]:
        MAKERS[maker]()
else:
    large_text()
