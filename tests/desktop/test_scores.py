#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores on the loneliness scale: entered by the keyboard, drawn and described, and after the evaluation part of what happened here,
which is gone when the cases are locked. The client is invented."""
import re

import cases
from driver import run

INTERVENTION = "Bezoekdienst weduwen en weduwnaars"
CAUTION = "Voor onderzoek en gesprek, geen diagnose"


def choose_day(program, name, months_back):
    """The first day that the calendar shows with an earlier month."""
    program.press("push button", name)
    program.find("push button", "Vandaag")
    program.settle()
    program.keys(*["ctrl+Left"] * months_back, "Right", "space", "Escape")
    program.settle()


def enter(program, emotional, social, months_back):
    before = program.focused()
    program.press("push button", "Nieuwe score")
    program.wait(lambda: program.focused()[1].startswith("Emotioneel") and program.focused() != before, "the keyboard in the new score")
    program.type(emotional)
    program.keys("Tab")
    program.type(social)
    if months_back:
        choose_day(program, "Dag van de score: .*", months_back)


def chart(program):
    return program.find(None, "Scores in de loop van de tijd")


def fold(program, *steps):
    """Opens those that are closed, and closes those that are open, so that all there is can be seen."""
    for step in steps:
        program.press("push button", re.escape(step) + ".*")
    program.settle()


def look_back(program):
    """The choice was agreed upon between the two scores, and is looked back on today."""
    cases.show_part(program, "Keuze")
    fold(program, "1. De vraag", "2. Wat er bekend is", "3. De opties afwegen")
    program.press("push button", f"{INTERVENTION}: Gekozen")
    fold(program, "3. De opties afwegen", "4. De beslissing")
    choose_day(program, "Dag van de afspraak: .*", 1)
    fold(program, "4. De beslissing", "5. Terugkijken")
    program.press("push button", f"{INTERVENTION}: Heeft geholpen")
    cases.write(program, "Wat het heeft opgeleverd", "Hij gaat nu elke week mee.")
    program.press("push button", "Dag waarop u hebt teruggekeken: .*")
    program.press("push button", "Vandaag")
    cases.wait_saved(program)


def sees_outcome(program):
    program.sees("Wat er hier gebeurde")
    program.sees("Gekozen in 1 casus die is geëvalueerd.")
    program.sees("Naar het oordeel van de adviseur hielp het in 1, hielp het iets in 0 en hielp het niet in 0.")
    program.sees("Schaal met 6 vragen, 1 casus: 5 ervoor, 2 erna.")


def open_description(program):
    program.keys("ctrl+f")
    program.type("bezoekdienst weduwen")
    program.settle()
    program.click("list item", INTERVENTION)
    program.find("label", "Werkwijze")


def scores_and_what_came_of_it():
    with cases.home() as folder:
        program = cases.open_program(folder)
        program.find("push button", "Nieuwe casus")
        program.resize(1366, 768)
        cases.begin(program)
        cases.write(program, "Aanduiding", "Meneer G. (verzonnen)")
        cases.show_part(program, "Scores")
        program.sees(CAUTION)
        enter(program, "3", "2", 2)
        program.sees("Totaal 5 van 6: sterk eenzaam.")
        enter(program, "1", "1", 0)
        program.sees("Totaal 2 van 6: matig eenzaam.")
        described = chart(program).description
        assert described.startswith("Schaal met 6 vragen: 5 op "), described
        assert ", sterk eenzaam; 2 op " in described and described.endswith(", matig eenzaam."), described

        open_description(program)
        program.misses("label", "Wat er hier gebeurde")
        program.press("push button", "Overwegen voor de casus")
        look_back(program)
        sees_outcome(program)

        program.keys("ctrl+l")
        cases.wait_locked(program)
        program.find("label", "Uw casussen zijn vergrendeld.*", 60)
        program.resize(1366, 768)
        open_description(program)
        program.misses("label", "Wat er hier gebeurde")
        cases.unlock(program)
        sees_outcome(program)
        assert program.close() == 0


run(scores_and_what_came_of_it)
