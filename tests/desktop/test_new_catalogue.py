#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another catalogue: one intervention changed, one new, one gone. Seen beforehand, accepted, undone, also after a restart;
and files that are none."""
import os
import re
import subprocess
import tempfile
from contextlib import contextmanager

import cases
from driver import PATIENCE, Program, run

HERE = os.path.dirname(os.path.abspath(__file__))
SHIPPED = os.path.join(HERE, "..", "..", "data", "catalogue.xml")
GONE = "Humanitas Tandem"
CHANGED = "50plusnet"
ADDED = "Eetclub De Linde"


def shipped():
    with open(SHIPPED, encoding="utf-8") as file:
        return file.read()


def element(text, name):
    """The intervention of that name."""
    for found in re.findall(r"  <intervention .*?</intervention>\n", text, re.S):
        if f'<name xml:lang="nl">{name}</name>' in found:
            return found
    raise AssertionError(f"no {name}")


def newer():
    """The catalogue that came with the program, two years on."""
    text = re.sub(r' version="[^"]*" published="[^"]*"', ' version="99" published="2028-12-01"', shipped(), count=1)
    text = text.replace(element(text, GONE), "")
    changed = element(text, CHANGED)
    text = text.replace(changed, changed.replace("Mensen van 50 jaar en ouder.", "Mensen van 55 jaar en ouder."))
    added = re.sub(r'id="[^"]*"', 'id="eetclub-de-linde"', changed, count=1).replace(CHANGED, ADDED)
    added = added.replace(">1.1<", ">1.99<")
    return text.replace("</catalogue>", added + "</catalogue>")


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


@contextmanager
def home():
    with tempfile.TemporaryDirectory(prefix="maatwerk-home-") as folder:
        write(os.path.join(folder, "nieuw.xml"), newer())
        yield folder


def open_program(folder, *arguments, language="nl"):
    program = Program(*arguments, language=language,
                      environment={"XDG_DATA_HOME": folder, "GSETTINGS_BACKEND": "memory"})
    if not arguments:  # else a window over it has the keyboard
        program.focus()
    return program


def from_menu(program, item):
    program.keys("F10")
    program.press("menu item", item)


def leave(program):
    """The last page, on whose button the keyboard is."""
    program.settle()
    program.keys("Return")
    program.wait(lambda: len(program.windows()) == 1, "one window only")
    program.focus()


def search(program, text):
    program.keys("ctrl+f", "ctrl+a", "BackSpace")
    program.type(text)


def preview_accept_undo():
    with home() as folder:
        program = open_program(folder, os.path.join(folder, "nieuw.xml"))
        program.find("label", r"Van versie .* naar versie 99 van 1 december 2028")
        program.sees("Interventies: 1 nieuw, 1 gewijzigd, 1 die verdwijnt; 36 blijven gelijk.")
        for kind, name in (("Nieuw", ADDED), ("Gewijzigd", CHANGED), ("Verdwijnt uit de catalogus", GONE)):
            program.find("list item", f"{kind}: {name}")

        # Field by field, by the keyboard.
        program.tab_to("list item")
        program.keys("Down", "Return")
        program.find("label", "Mensen van 50 jaar en ouder.")
        program.find("label", "Mensen van 55 jaar en ouder.")
        program.keys("Escape")
        program.misses("label", "Mensen van 55 jaar en ouder.")

        program.press("push button", "Deze catalogus gebruiken")
        program.sees("De catalogus is vervangen", 60)
        leave(program)
        search(program, "Linde")
        program.find("list item", ADDED)
        assert program.close() == 0

        # Kept over a restart, and so is the way back.
        program = open_program(folder)
        search(program, "Linde")
        program.find("list item", ADDED)
        from_menu(program, "Terug naar de vorige catalogus")
        program.sees("De catalogus is vervangen", 60)
        leave(program)
        search(program, "Linde")
        program.misses("list item", ADDED)
        search(program, "Tandem")
        program.find("list item", GONE)
        assert program.close() == 0


def mistakes_are_named():
    with home() as folder:
        bad = os.path.join(folder, "fout.xml")
        write(bad, newer().replace('value="older"', 'value="oud"', 1).replace(">1.99<", ">1.2<"))
        program = open_program(folder, bad)
        program.sees("Dit bestand kan niet worden gebruikt")
        program.find("list item", r"regel \d+: .*facet.*oud.*widowed.*")
        program.find("list item", r"regel \d+: .*1\.2.*")
        program.keys("Escape")
        program.misses("label", "Dit bestand kan niet worden gebruikt")
        program.sees("38 interventies")
        assert program.close() == 0


def the_same_and_an_older_one():
    with home() as folder:
        program = open_program(folder, SHIPPED)
        program.sees("Deze catalogus is dezelfde")
        leave(program)

        # A second start hands its file to the program that runs.
        older = os.path.join(folder, "ouder.xml")
        write(older, re.sub(r' version="[^"]*" published="[^"]*"', ' version="0" published="2020-12-01"', newer(), count=1))
        subprocess.run([os.environ["MAATWERK"], older], check=True, timeout=30 * PATIENCE,
                       env={**os.environ, "XDG_DATA_HOME": folder, "GSETTINGS_BACKEND": "memory"})
        program.find(None, r"Deze catalogus is ouder dan de uwe \(versie .*\)\.")
        os.remove(older)
        program.press("push button", "Deze catalogus gebruiken")
        program.sees("De catalogus is vervangen", 60)
        program.press("push button", "Ongedaan maken")
        program.find(None, r"U hebt nu versie .* De vorige, versie 0 van 1 december 2020, blijft bewaard.*")
        leave(program)
        assert program.close() == 0


def a_case_still_leads_to_it():
    """What a case considers has left the catalogue: it is still in the case, which says so, and its description can be read."""
    with cases.home() as folder:
        path = os.path.join(folder, "nieuw.xml")
        write(path, newer())
        program = cases.open_program(folder)
        program.resize(1366, 768)
        cases.begin(program)
        cases.write(program, "Aanduiding", "Meneer G. (verzonnen)")
        search(program, "tandem")
        program.misses("list item", CHANGED)  # the list is what was searched for
        program.settle()
        program.click("list item", GONE)
        program.press("push button", "Overwegen voor de casus")
        program.find("push button", f"{GONE} bekijken")
        cases.wait_saved(program)
        assert program.close() == 0

        program = cases.open_program(folder, path)
        program.press("push button", "Deze catalogus gebruiken")
        program.sees("De catalogus is vervangen", 60)
        leave(program)
        search(program, "tandem")
        program.misses("list item", GONE)
        cases.unlock(program)
        program.click("list item", "Meneer G.*")
        cases.show_part(program, "Keuze")
        program.press("push button", r"2\. Wat er bekend is, 1 optie.*")
        program.find(None, "Niet meer in de catalogus.*")
        program.press("push button", f"{GONE} bekijken")
        program.find(None, "Staat niet meer in de catalogus. U leest de beschrijving zoals die was in versie .*")
        program.find("label", "Werkwijze")
        assert program.close() == 0


run(preview_accept_undo, a_case_still_leads_to_it, mistakes_are_named, the_same_and_an_older_one)
