#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong with the cases, as a user lives it: a clear sentence, and nothing that was saved is lost."""
import contextlib
import ctypes
import os
import shutil
import sqlite3
import subprocess

from cases import PASSPHRASE, SAVED, case_file, choose_passphrase, open_program, unlock, wait_locked, wait_saved
from driver import Skip, run
from situations import (LABEL, NOTE, OTHER, alert, another_bus, ask_to_close, backups, forget_cases,
                        get_key, note_reads, open_case, two_cases, unlocked, with_text, write_note)

NOT_SAVED = "Niet opgeslagen: {} Wat eerder werd opgeslagen is veilig en uw tekst blijft op het scherm. .*"
FULL = NOT_SAVED.format("De schijf is vol[.]")
UNWRITABLE = NOT_SAVED.format("In de gegevensmap kan niet worden geschreven[.]")


def heed_permissions():
    """What is started from here on may not write where it is not allowed to, even as root."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


@contextlib.contextmanager
def small_disk(folder, size="4m"):
    """The data of the home on a disk of their own."""
    data = os.path.join(folder, "data")
    aside = data + ".aside"
    os.rename(data, aside)
    os.mkdir(data)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "maatwerk", data], check=False,
                      capture_output=True).returncode:
        raise Skip("a file system cannot be mounted here")
    try:
        shutil.copytree(aside, data, dirs_exist_ok=True)
        yield data
    finally:
        subprocess.run(["umount", "-l", data], check=True)


def fill_up(data):
    with open(os.path.join(data, "something else"), "wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass


def make_room(data):
    os.remove(os.path.join(data, "something else"))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def overwrite(path, offset, data):
    with open(path, "r+b") as file:
        file.seek(offset)
        file.write(data)


def check_note(folder, text, **environment):
    """What is in the note after a restart."""
    program = unlocked(folder, **environment)
    open_case(program, LABEL)
    note_reads(program, text)
    assert program.close() == 0


def passphrases():
    with two_cases() as folder:
        program = open_program(folder)
        unlock(program, "dat is hem niet")
        alert(program, "Dat klopt niet. Probeer het gerust opnieuw, zo vaak u wilt.")
        program.press("push button", "Vergeten.")
        program.fill("text", "Herstelsleutel", get_key()[:-1])
        program.press("push button", "Ontgrendelen")
        alert(program, "Dit is geen hele herstelsleutel.*")
        program.fill("text", "Herstelsleutel", get_key().lower())
        program.press("push button", "Ontgrendelen")
        program.find("label", "Kies een nieuwe wachtzin")
        choose_passphrase(program, "een heel nieuwe zin om te onthouden")
        alert(program, "De nieuwe wachtzin geldt vanaf nu.")
        program.find("status bar", "2 casussen")
        assert program.close() == 0

        program = open_program(folder)
        unlock(program)
        alert(program, "Dat klopt niet. .*")
        unlock(program, "een heel nieuwe zin om te onthouden")
        program.find("status bar", "2 casussen")
        assert program.close() == 0


def open_elsewhere():
    with two_cases() as folder, another_bus() as bus:
        program = unlocked(folder)
        other = open_program(folder, **bus)
        other.find("label", "De casussen zijn elders open")
        other.find("alert", r"De casussen zijn open in een andere Maatwerk \(.+\). Daar zijn ze veilig. .*")
        assert "Reservekopie terugzetten" not in other.names("push button")
        assert program.close() == 0

        other.press("push button", "Opnieuw proberen")
        unlock(other)
        other.find("status bar", "2 casussen")
        assert other.close() == 0


def restore(program):
    """The only backup that there is."""
    program.press("push button", "Reservekopie terugzetten")
    program.find("label", "Kies er een om te zien wat erin zit. .*")
    program.click("list item", r"\d+ .* \d\d\d\d, \d\d:\d\d")
    program.fill("password text", "Wachtzin van de reservekopie", PASSPHRASE)
    program.press("push button", "Openen")
    program.find("label", "Er staan 2 casussen in[.]")
    program.find("label", "Alles is te lezen[.]")
    program.press("push button", "Deze kopie terugzetten")
    alert(program, "De reservekopie is teruggezet. .*")
    program.find("status bar", "2 casussen")


def damaged_file():
    with two_cases() as folder:
        overwrite(case_file(folder), 0, b"\xa5" * 100)
        damaged = read(case_file(folder))
        program = open_program(folder)
        program.find("label", "De casussen zijn beschadigd")
        program.find("alert", "Het bestand met uw casussen is beschadigd en kan niet worden geopend. Er is niets aan veranderd. .*")
        restore(program)
        assert program.close() == 0
        assert [read(path) for path in backups(folder, "set-aside-*")] == [damaged]
        check_note(folder, NOTE)


def damaged_record():
    with two_cases() as folder:
        with contextlib.closing(sqlite3.connect(case_file(folder))) as database:
            sealed, = database.execute("SELECT sealed FROM record ORDER BY id DESC LIMIT 1").fetchone()
        whole = read(case_file(folder))
        at = whole.index(sealed[40:72]) + 4
        overwrite(case_file(folder), at, bytes(255 - byte for byte in whole[at:at + 3]))
        damaged = read(case_file(folder))
        program = open_program(folder)
        unlock(program)
        alert(program, "1 onderdeel van het bestand met uw casussen is beschadigd en niet te lezen. De rest is veilig. .*")
        program.find("list item", LABEL + ", .*")
        restore(program)
        assert program.close() == 0
        assert damaged in [read(path) for path in backups(folder, "set-aside-*")]
        check_note(folder, NOTE)


def newer_format():
    with two_cases() as folder:
        with contextlib.closing(sqlite3.connect(case_file(folder))) as database:
            database.execute("PRAGMA user_version=99")
        before = read(case_file(folder))
        program = open_program(folder)
        program.find("label", "Er is een nieuwere Maatwerk nodig")
        program.find("alert", "De casussen zijn geschreven met een nieuwere Maatwerk. Er is niets aan veranderd. .*")
        assert "Reservekopie terugzetten" not in program.names("push button")
        assert program.close() == 0
        assert read(case_file(folder)) == before


def file_taken_away():
    with two_cases() as folder:
        program = unlocked(folder)
        open_case(program, LABEL)
        write_note(program, "Voor het wissen.")
        wait_saved(program)
        os.remove(case_file(folder))
        write_note(program, "Na het wissen.")
        alert(program, "Het bestand met uw casussen was door een ander programma verwijderd of vervangen. Het is teruggezet en compleet. .*")
        wait_saved(program)

        strange = os.path.join(folder, "strange")
        with open(strange, "wb") as file:
            file.write(b"Something else altogether. " * 500)
        os.replace(strange, case_file(folder))
        write_note(program, "Na het vervangen.")
        program.wait(lambda: backups(folder, "set-aside-*"), "what lay in its place")
        wait_saved(program)
        note_reads(program, "Na het vervangen.")
        assert program.close() == 0
        assert b"Something else" in b"".join(read(path) for path in backups(folder, "set-aside-*"))
        check_note(folder, "Na het vervangen.")


def full_disk():
    with two_cases() as folder, small_disk(folder) as data:
        program = unlocked(folder)
        open_case(program, LABEL)
        fill_up(data)
        long = "De schijf is vol en er moet nog veel bij. " * 400
        write_note(program, long)
        alert(program, FULL)
        note_reads(program, long)

        ask_to_close(program)
        program.find("label", "Sluiten zonder op te slaan.")
        program.press("push button", "Annuleren")
        note_reads(program, long)

        program.keys("ctrl+l")
        alert(program, "De casussen zijn vergrendeld. De laatste woorden konden nog niet worden opgeslagen; .*")
        for secret in ("De schijf is vol en er", LABEL, OTHER):
            assert not with_text(program, secret), secret
        unlock(program, "dat is hem niet")
        alert(program, "Dat klopt niet. .*")
        assert not with_text(program, "De schijf is vol en er")
        unlock(program)
        note_reads(program, long)

        program.keys("ctrl+l")
        alert(program, "De casussen zijn vergrendeld. De laatste woorden .*")
        ask_to_close(program)
        program.find("label", "Sluiten zonder op te slaan.")
        program.press("push button", "Annuleren")
        program.expect(program.focused, ("password text", "Wachtzin"))
        assert not with_text(program, "De schijf is vol en er")
        make_room(data)
        wait_locked(program)
        assert program.close() == 0
        check_note(folder, long)


def unwritable_folder():
    with two_cases() as folder:
        data = os.path.dirname(case_file(folder))
        program = unlocked(folder)
        open_case(program, LABEL)
        os.chmod(data, 0o500)
        write_note(program, "Er mag niet worden geschreven.")
        alert(program, UNWRITABLE)
        note_reads(program, "Er mag niet worden geschreven.")
        program.keys("ctrl+l")
        alert(program, "De casussen zijn vergrendeld. De laatste woorden .*")
        assert not with_text(program, "niet worden geschreven.")
        program.press("push button", "Vergeten.")
        program.fill("text", "Herstelsleutel", get_key())
        program.press("push button", "Ontgrendelen")
        note_reads(program, "Er mag niet worden geschreven.")
        os.chmod(data, 0o700)
        program.find("status bar", SAVED)
        assert program.close() == 0

        os.chmod(case_file(folder), 0o400)
        os.chmod(data, 0o500)
        program = unlocked(folder)
        alert(program, "Het bestand met uw casussen mag alleen worden gelezen. U kunt alles bekijken, .*")
        open_case(program, LABEL)
        note_reads(program, "Er mag niet worden geschreven.")
        assert program.close() == 0
        os.chmod(data, 0o700)


heed_permissions()
try:
    run(passphrases, open_elsewhere, damaged_file, damaged_record, newer_format, file_taken_away, full_disk, unwritable_folder)
finally:
    forget_cases()
