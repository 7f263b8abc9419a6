#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A case from one home to a colleague's: sealed in a file, opened there with the wrong passphrase and the right one; and the
complete file of a case as XML, valid against its schema."""
import os
import shutil
import subprocess

import cases
import situations
from driver import PATIENCE, run

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA = os.path.join(HERE, "..", "..", "data", "case.rng")
OWN = "een zin voor deze ene casus"
COLLEAGUE = "de mees zwijgt in de eik"


def hand_over(program, path):
    situations.choose_from_menu(program, "Overdragen aan een collega…")
    program.find("label", "Overdragen aan een collega")
    cases.choose_passphrase(program, OWN)
    program.choose_file(path)
    situations.alert(program, "De casus zit verzegeld in het bestand.*", 60)


def export(program, path):
    situations.choose_from_menu(program, "Het hele dossier opslaan als XML…")
    program.find("label", "In het bestand komt alles .* niet versleuteld.*")
    program.press("push button", "Onversleuteld opslaan")
    program.choose_file(path)
    situations.alert(program, "Het volledige dossier van deze casus is opgeslagen.*", 60)


def open_file(program, passphrase):
    program.find("label", "Casus van een collega overnemen", 60)
    program.fill("password text", "Wachtzin van het bestand", passphrase)
    program.press("push button", "Openen")


def out_of_one_home(path, xml):
    with situations.two_cases() as folder:
        program = situations.unlocked(folder)
        situations.open_case(program, situations.LABEL)
        hand_over(program, path)
        export(program, xml)
        situations.note_reads(program, situations.NOTE)
        assert program.close() == 0
    assert os.listdir(os.path.dirname(path)).count(os.path.basename(path)) == 1
    with open(path, "rb") as file:
        assert situations.LABEL.encode() not in file.read()


def into_another(path):
    with cases.home() as folder:
        situations.set_settings(folder)
        program = cases.open_program(folder, path)
        situations.alert(program, "Eerst kiest u een wachtzin voor uw eigen casussen.*", 30)
        cases.choose_passphrase(program, COLLEAGUE)
        cases.keep_recovery_key(program)
        open_file(program, COLLEAGUE)
        situations.alert(program, "Daarmee gaat dit bestand niet open.*", 60)
        open_file(program, OWN)
        program.find("label", "Wat er in dit bestand staat", 60)
        program.find("label", f"Aanduiding: {situations.LABEL}")
        program.find("label", "1 notitie")
        program.press("push button", "Overnemen")
        situations.alert(program, "De casus staat nu bij de uwe.*", 60)
        situations.note_reads(program, situations.NOTE)

        # A second start hands the same file to the program that runs.
        subprocess.run([os.environ["MAATWERK"], path], check=True, timeout=30 * PATIENCE,
                       env={**os.environ, "XDG_DATA_HOME": os.path.join(folder, "data")})
        open_file(program, OWN)
        program.find("label", "U hebt deze casus al overgenomen", 60)
        program.press("push button", "De casus tonen die u hebt")
        program.find("text", "Notitie van .*")
        program.press("push button", "Alle casussen")
        program.find("status bar", "1 casus")
        assert program.close() == 0

        # It is there for good.
        program = situations.unlocked(folder, n=1, passphrase=COLLEAGUE)
        situations.open_case(program, situations.LABEL)
        situations.note_reads(program, situations.NOTE)
        assert program.close() == 0


def from_a_colleague():
    with cases.home() as between:
        path = os.path.join(between, "casus.maatwerk")
        xml = os.path.join(between, "casus.xml")
        out_of_one_home(path, xml)
        checked = subprocess.run(["xmllint", "--noout", "--relaxng", SCHEMA, xml], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stderr
        with open(xml, encoding="utf-8") as file:
            text = file.read()
        assert f"<label>{situations.LABEL}</label>" in text and situations.NOTE in text, text
        into_another(path)


def bad_files():
    """Each is told at once, and a good one is taken after that."""
    with cases.home() as folder:
        situations.set_settings(folder)
        bad = os.path.join(folder, "fout.maatwerk")
        shutil.copy(SCHEMA, bad)
        program = cases.open_program(folder, bad)
        situations.alert(program, "Dit is geen casus die met Maatwerk is overgedragen.*", 30)
        program.find("push button", "Nieuwe casus")
        assert program.close() == 0


try:
    run(from_a_colleague, bad_files)
finally:
    situations.forget_cases()
