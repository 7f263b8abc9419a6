#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day of an adviser: the first case, locked and unlocked, found again; and the program is killed while she types."""
import os
import signal

import cases
from driver import run

DOMAINS = {
    "Woonsituatie": "Woont alleen in een flat op de derde verdieping.",
    "Dagbesteding": "Vult de dag met de krant en een wandeling.",
    "Gezondheid": "Loopt moeilijk en slaapt slecht.",
    "Werk": "Was hovenier, tot aan zijn pensioen.",
    "Sociaal netwerk": "Zijn vrouw onderhield de contacten.",
    "Sociale steun": "Een zoon belt elke zondag.",
}
WISHES = "Wil graag weer onder de mensen, maar weet niet hoe."
FIRST = "Huisbezoek. Hij mist de tuin van het oude huis."
SECOND = "Gebeld: hij wil het wel proberen."
ANSWERS = [("Geïsoleerd geraakt door recente gebeurtenissen", "Verder"), ("Wil graag contact met anderen", "Verder"),
           ("Gering", "Verder"), (None, "Uitkomst")]


def write_first_case(program):
    cases.begin(program)
    cases.write(program, "Aanduiding", "Meneer G.")
    cases.write(program, "Behoeften en wensen", WISHES)
    for field, text in DOMAINS.items():
        cases.write(program, field, text)
    cases.new_note(program, FIRST)
    cases.new_note(program, SECOND)
    cases.wait_saved(program)


def assess(program):
    for option, button in ANSWERS:
        if option:
            program.click("radio button", option)
        program.press("push button", button)
    cases.show_part(program, "Typering")
    program.sees("De typering zegt nu: Achterblijvers.")
    program.press("push button", "Vastleggen in deze casus")
    program.find("label", "Vastgelegd op .*")
    cases.write(program, "Waarom denkt u dat?", "Twee jaar na het overlijden van zijn vrouw.")


def consider(program):
    program.click("list item", "Bezoekdienst weduwen en weduwnaars")
    program.press("push button", "Overwegen voor de casus")
    program.find("push button", "Bezoekdienst weduwen en weduwnaars bekijken")
    program.keys("Escape")
    program.misses("label", "Werkwijze")
    program.keys("ctrl+f")
    program.type("huisbezoek")
    program.misses("list item", "50plusnet")  # what is found is in the list
    program.tab_to("list item")
    program.keys("Home")
    program.has_keyboard("list item", "Activerend huisbezoek")
    program.keys("ctrl+k")
    program.wait(lambda: len(considered(program)) == 2, "two interventions that are considered")
    program.keys("ctrl+d")
    cases.wait_saved(program)


def considered(program):
    return [name for name in program.names("push button") if name.endswith(" bekijken")]


def everything_is_there(program):
    program.find("list item", "Meneer G.*")
    program.fill("entry", "Zoek in de casussen", "tuin")
    program.find("label", "Huisbezoek. Hij mist de tuin van het oude huis.")
    program.fill("entry", "Zoek in de casussen", "olifant")
    program.find("label", "Geen casus gevonden")
    program.fill("entry", "Zoek in de casussen", "TUÍN huis")
    program.click("list item", "Meneer G.*")
    program.expect(lambda: program.texts("text", "Notitie van .*"), [SECOND, FIRST])
    cases.show_part(program, "Situatie")
    program.reads("text", "Behoeften en wensen", WISHES)
    for field, text in DOMAINS.items():
        program.reads("text", field, text)
    cases.show_part(program, "Typering")
    program.find("label", "Achterblijvers")
    program.reads("text", "Waarom denkt u dat\\?", "Twee jaar na het overlijden van zijn vrouw.")
    cases.show_part(program, "Keuze")
    program.wait(lambda: len(considered(program)) == 2, "both that are considered")


def show_again_brings_back_the_answers(program):
    program.keys("ctrl+r")
    program.sees("38 interventies")
    program.press("push button", "Weer tonen in typering en lijst")
    program.sees("25 van 38 interventies")
    program.find("label", "De twee vragen en de controle wijzen dezelfde kant op.")


def a_day():
    with cases.home() as folder:
        program = cases.open_program(folder)
        program.sees("38 interventies")
        program.find("push button", "Nieuwe casus")
        program.resize(1366, 768)
        write_first_case(program)
        assess(program)
        consider(program)

        program.keys("ctrl+l")
        cases.wait_locked(program)
        cases.unlock(program, "de mees zwijgt in de eik")
        program.find(None, "Dat klopt niet. Probeer het gerust opnieuw, zo vaak u wilt.", 60)
        cases.unlock(program)
        everything_is_there(program)
        show_again_brings_back_the_answers(program)

        program.keys("ctrl+m")
        program.wait(lambda: program.focused()[1].startswith("Notitie van"), "the keyboard in the new note")
        program.type("Dit staat al op de schijf.")
        cases.wait_saved(program)
        program.type(" En dit misschien nog niet")
        program.process.send_signal(signal.SIGKILL)
        program.process.wait()

        program = cases.open_program(folder)
        cases.unlock(program)
        program.click("list item", "Meneer G.*")
        program.wait(lambda: len(program.texts("text", "Notitie van .*")) == 3, "all notes")
        notes = program.texts("text", "Notitie van .*")
        assert notes[0].startswith("Dit staat al op de schijf."), notes
        assert notes[1:] == [SECOND, FIRST], notes
        assert os.listdir(os.path.join(folder, "data", "maatwerk", "backups")), "no backup was made"
        assert program.close() == 0


run(a_day)
