#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keeper of the catalogue adds an intervention of the organisation's own, finds it, changes it, removes it and takes that back;
what is half written is there again the next time; and a colleague who was handed the offer sees it fit."""
import os

import cases
from driver import Program, run

NAME = "Eetclub De Linde"
SUMMARY = "Buurtbewoners koken en eten elke woensdag samen."
METHOD = "Elke woensdag om vijf uur.\n\n- samen koken\n- samen eten"
FIELDS = ["Voor wie", "Doel", "Werkwijze", "Geschikt voor", "Uitgevoerd door", "Duur", "Hoe vaak", "Materiaal", "Training",
          "Kosten", "Effecten", "Ontwikkelaar en jaar", "Meer informatie"]
COMPLETE = "Alles is ingevuld"


def start(folder):
    program = cases.open_program(folder)
    program.find(None, r"3\d interventies")
    program.resize(1366, 768)
    return program


def open_form(program):
    program.click("push button", "Hoofdmenu")
    program.press("menu item", "Eigen interventie toevoegen…")
    program.find(None, "L.1  Nieuwe eigen interventie")
    program.expect(program.focused, ("text", "Naam"))


def choose(program, place, steps):
    """By what is still missing to its place, and there by the keyboard to one of the choices."""
    missing = place + ": nog te kiezen.*"
    before = program.focused()
    program.press("push button", missing)
    program.wait(lambda: program.focused()[0] == "check box" and program.focused() != before, "the keyboard in " + place)
    program.keys(*["Tab"] * steps, "space")
    program.misses("push button", missing)


def write(program):
    """The whole form."""
    program.type(NAME)
    program.fill("text", "Samenvatting", SUMMARY)
    for field in FIELDS:
        program.fill("text", field, METHOD if field == "Werkwijze" else "Nog niet bekend.")
    choose(program, "Profielen waarbij ze past", 2)  # Achterblijvers
    choose(program, "Voor wie", 0)  # ouderen
    choose(program, "Vorm", 2)  # groep
    choose(program, "Uitgevoerd door", 1)  # vrijwilligers


def search(program, words):
    program.fill("entry", "Zoek interventies", words)


def add_own(program):
    """Also what a test of exporting begins with."""
    open_form(program)
    write(program)
    program.sees(COMPLETE)
    program.press("push button", "Opslaan")
    program.misses(None, COMPLETE)
    program.find("push button", "Aanpassen…")
    program.find(None, "L.1 .*Onze eigen interventies")
    program.keys("Escape")
    program.sees("39 interventies")


def finds_it(program):
    search(program, "linde")
    program.find("list item", NAME)
    program.sees("1 van 39 interventies")
    search(program, "")
    for option in ("Geïsoleerd geraakt door recente gebeurtenissen", "Wil graag contact met anderen"):
        program.click("radio button", option)
        program.press("push button", "Verder")
    program.sees("26 van 39 interventies")
    search(program, "woensdag")
    program.find("list item", NAME)


def half_written_is_there_again():
    with cases.home() as folder:
        program = start(folder)
        open_form(program)
        program.type("Eetcl")
        program.find(None, "Bewaard als concept: .*")
        program.type("ub")
        program.keys("Escape")
        program.misses("text", "Naam")
        assert program.close() == 0
        program = start(folder)
        open_form(program)
        program.reads("text", "Naam", "Eetclub")
        program.find(None, "Dit was nog niet af. .*")
        program.press("push button", "Concept weggooien")
        program.wait(lambda: program.text("text", "Naam") == "", "an empty form")
        assert program.close() == 0
        assert "organisation-draft.txt" not in os.listdir(os.path.join(folder, "data", "maatwerk"))


def added_and_found():
    with cases.home() as folder:
        program = start(folder)
        add_own(program)
        finds_it(program)
        assert program.close() == 0
        program = start(folder)
        program.sees("39 interventies")
        search(program, "linde")
        program.sees("1 van 39 interventies")
        changed_and_removed(program)
        assert program.close() == 0


def changed_and_removed(program):
    program.click("list item", NAME)
    program.press("push button", "Aanpassen…")
    program.wait(lambda: program.text("text", "Naam") == NAME, "the form as it was saved")
    program.reads("text", "Werkwijze", METHOD)
    program.fill("text", "Naam", NAME + " en omstreken")
    program.find(None, "Bewaard als concept: .*")
    program.press("push button", "Opslaan")
    program.misses("text", "Naam")
    program.sees(NAME + " en omstreken")

    program.press("push button", "Verwijderen…")
    program.sees("‘Eetclub De Linde en omstreken’ verwijderen?")
    program.press("push button", "Verwijderen")
    program.misses("list item", NAME + ".*")
    program.press("push button", "Ongedaan maken")
    program.sees(NAME + " en omstreken")
    program.keys("Escape")
    program.find("list item", NAME + " en omstreken")


def from_offer_menu(program, item):
    program.keys("F10")
    program.press("menu item", "Ons aanbod")
    program.settle()
    program.press("menu item", item)
    program.settle()


def exported(program, path):
    from_offer_menu(program, "Ons aanbod exporteren…")
    program.choose_file(path)
    program.find(None, "Uw aanbod staat in ‘aanbod.xml’ in de map ‘.*’: wie 0 interventies aanbiedt, en 1 eigen interventie. .*")


def imported(program, path):
    from_offer_menu(program, "Aanbod importeren…")
    program.choose_file(path)
    program.sees("Het aanbod in ‘aanbod.xml’")
    program.sees("In dit bestand: 1 nieuw, 0 gewijzigd, 0 eruit gehaald. Wat alleen u hebt, blijft zoals het is.")
    program.press("push button", "1 wijziging overnemen")
    program.sees("1 wijziging is overgenomen uit ‘aanbod.xml’.")


def handed_to_a_colleague():
    with cases.home() as folder, cases.home() as fresh:
        path = os.path.join(folder, "aanbod.xml")
        program = start(folder)
        add_own(program)
        exported(program, path)
        assert program.close() == 0

        # Handed over as a file it is known for what it is; looked at, and left.
        program = Program(path, environment={"XDG_DATA_HOME": os.path.join(fresh, "data"), "GSETTINGS_BACKEND": "memory"})
        program.find("list item", "Nieuw: " + NAME)
        program.tab_to("list item")
        program.keys("Return")
        program.sees(SUMMARY)
        program.keys("Escape")
        program.misses(None, SUMMARY)
        program.keys("Escape")
        program.misses(None, "Het aanbod in ‘aanbod.xml’")
        program.sees("38 interventies")
        assert program.close() == 0

        program = start(fresh)
        imported(program, path)
        program.focus()
        finds_it(program)
        program.press("push button", "Ongedaan maken")
        program.sees("Het importeren is ongedaan gemaakt: uw aanbod is weer zoals het was.")
        program.misses("list item", NAME)
        imported(program, path)
        program.focus()
        program.find("list item", NAME)
        assert program.close() == 0
        program = start(fresh)
        program.sees("39 interventies")
        assert program.close() == 0


if __name__ == "__main__":
    run(half_written_is_there_again, added_and_found, handed_to_a_colleague)
