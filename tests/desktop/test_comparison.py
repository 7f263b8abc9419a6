#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An adviser filters to three interventions, compares them for the case that is open, takes one out, and refers the client to a partner
for another. What was written in the case is gone from the comparison once the cases are locked."""
import cases
from driver import run

WISHES = "Wil graag weer onder de mensen, het liefst met iemand uit de buurt."
PARTNER = "Stichting De Linde (verzonnen)"
ANSWERS = [("Geïsoleerd geraakt door recente gebeurtenissen", "Verder"), ("Wil graag contact met anderen", "Verder"),
           ("Gering", "Verder"), (None, "Uitkomst")]
GRIP, COACH, TALK = "GRIP op het leven – huisbezoeken", "Natuurlijk, een netwerkcoach!", "Persoonsgericht Tweegesprek, stap voor stap"


def begin_case(program):
    cases.begin(program)
    cases.write(program, "Aanduiding", "Meneer G.")
    cases.write(program, "Behoeften en wensen", WISHES)
    for option, button in ANSWERS:
        if option:
            program.click("radio button", option)
        program.press("push button", button)
    cases.show_part(program, "Typering")
    program.press("push button", "Vastleggen in deze casus")
    program.find("label", "Vastgelegd op .*")
    cases.wait_saved(program)


def filter_to_three(program):
    program.keys("ctrl+1")  # room for the filters
    program.keys("ctrl+shift+f")
    program.click("check box", "Kwetsbare mensen, 3")
    program.sees("3 van 38 interventies")
    program.keys("ctrl+shift+f")
    program.misses("check box", "Kwetsbare mensen, 3")


def choose_three(program):
    program.keys("ctrl+f")
    program.tab_to("list item")
    program.keys("Home", "ctrl+t")
    program.sees("Te vergelijken: 1.10 / 2.4. Kies er nog minstens één.")
    program.keys("Down", "ctrl+t", "Down", "ctrl+t")
    program.sees("3 te vergelijken: 1.10 / 2.4, 1.12, 1.14")
    program.keys("ctrl+shift+t")
    program.find("table", "Vergelijking")


def columns(program):
    """The columns from left to right, by the buttons of their heads."""
    start, end = "De beschrijving van ", " openen"
    names = [name for name in program.names("push button") if name.startswith(start) and name.endswith(end)]
    return [name[len(start):-len(end)] for name in names]


def goes_to(program, *names):
    program.wait(lambda: [c.split(" (")[0] for c in columns(program)] == list(names), f"the columns {names}")


def refer(program):
    """What the description of the best fit says is that a partner has it."""
    program.press("push button", "Wijzigen")
    program.wait(lambda: program.focused()[1].startswith("Wie biedt het aan"), "the keyboard in the offer")
    program.keys("space", "Home", "Down", "Return")
    program.fill("text", "Aanbieder", PARTNER)
    program.sees("Bij een partner: " + PARTNER)
    program.press("push button", "Verwijzen: naar wie")
    cases.show_part(program, "Keuze")
    program.wait(lambda: program.text("text", f"Naar wie te verwijzen voor {COACH}") == PARTNER, "the referral in the case")
    cases.wait_saved(program)


def an_adviser_compares():
    with cases.home() as folder:
        program = cases.open_program(folder)
        program.resize(1366, 768)
        begin_case(program)
        filter_to_three(program)
        choose_three(program)
        goes_to(program, GRIP, COACH, TALK)
        program.sees("Open casus: Achterblijvers")
        program.sees("Behoeften en wensen: " + WISHES)

        # The arrows go from heading to cell, and along the columns.
        program.has_keyboard("push button", "Past bij, .*")
        program.keys("Down", "Left", "Left")
        program.expect(program.focused, ("table cell", "Past bij, " + GRIP))
        program.keys("ctrl+shift+Right")
        goes_to(program, COACH, GRIP, TALK)
        program.has_keyboard(".*", ".*" + GRIP + ".*")

        program.click("check box", "Alleen de verschillen")
        program.find("push button", "Past bij, .*")
        program.keys("ctrl+t")  # nothing has the keyboard that stands in a column
        goes_to(program, COACH, GRIP, TALK)

        program.press("push button", TALK + ".* uit de vergelijking halen")
        goes_to(program, COACH, GRIP)
        program.keys("Escape")
        program.sees("2 te vergelijken: 1.12, 1.10 / 2.4")
        program.keys("ctrl+shift+t")
        goes_to(program, COACH, GRIP)

        program.press("push button", f"De beschrijving van {COACH}.* openen")
        refer(program)
        program.keys("ctrl+l")
        cases.wait_locked(program)
        program.find("label", "Uw casussen zijn vergrendeld.*", 60)
        program.misses(None, ".*iemand uit de buurt.*")
        assert program.close() == 0


def without_a_case():
    with cases.home() as folder:
        program = cases.open_program(folder)
        program.resize(1024, 768)
        program.sees("38 interventies")
        program.keys("ctrl+shift+t")
        program.find("status bar", "Kies twee tot vier interventies.*")
        program.press("push button", "50plusnet vergelijken")
        program.press("push button", "Activerend huisbezoek vergelijken")
        program.press("push button", "Vergelijken")
        goes_to(program, "50plusnet", "Activerend huisbezoek")
        program.misses("label", "Open casus.*")
        program.press("push button", "De beschrijving van 50plusnet openen")
        program.find("label", "Werkwijze")
        program.find("push button", "✓ In de vergelijking")
        assert program.close() == 0


run(an_adviser_compares, without_a_case)
