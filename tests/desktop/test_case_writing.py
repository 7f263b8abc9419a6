#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is typed or pasted into a case stays; what is deleted is gone; what was changed can be brought back."""
import contextlib
import os
import signal
import sqlite3

from cases import case_file, new_note, show_part, unlock, wait_saved, write
from driver import run
from situations import (LABEL, NOTE, OTHER, WISHES, alert, backups, choose_from_menu, forget_cases, note_of, note_reads, on_clipboard,
                        open_case, open_program, two_cases, unlocked, write_note)

SCRIPTS = ("Nederlands: één reünie in ’s-Gravenhage. Ελληνικά. Русский. Հայերեն. ქართული. العربية مع علامات. עברית. "
           "हिन्दी में लिखा. বাংলা. தமிழ். ไทย. ខ្មែរ. አማርኛ. 한국어. 日本語の文。 中文。 𝔊𝔬𝔱𝔥𝔦𝔠 𓀀. e\u0301 a\u0308\u0323. "
           "👵🏽 👨‍👩‍👧‍👦 🏳️‍🌈 🇳🇱. \u202bvan rechts\u202c \u200bniets\u00ad \ufffd\nEen tweede regel.\tEn een tab.")


def check_note(folder, text):
    """What is in the note after a restart."""
    program = unlocked(folder)
    open_case(program, LABEL)
    note_reads(program, text)
    assert program.close() == 0


def paste_into_note(program):
    program.click("text", "Notitie van .*")
    program.keys("ctrl+End", "ctrl+v")


def every_script():
    with two_cases() as folder:
        program = unlocked(folder)
        open_case(program, LABEL)
        write_note(program, SCRIPTS)
        wait_saved(program)
        note_reads(program, SCRIPTS)
        program.press("push button", "Alle casussen")
        program.fill("entry", "Zoek in de casussen", "РУССКИЙ reunie")
        program.find("status bar", "1 van 2 casussen")
        assert program.close() == 0
        check_note(folder, SCRIPTS)


def no_text_at_all():
    with two_cases() as folder:
        program = unlocked(folder)
        open_case(program, LABEL)
        with on_clipboard(b" Voor\0na \xff\xfe\xc3( \xed\xa0\x80 slot"):
            paste_into_note(program)
            program.settle()
            program.type(" En verder.")
            program.wait(lambda: note_of(program).endswith(" En verder."), "what is typed after it")
        text = note_of(program)
        assert text.startswith(NOTE), text
        wait_saved(program)
        assert program.close() == 0
        check_note(folder, text)


def five_megabytes():
    line = "Dit is een regel van een verslag dat iemand ergens anders schreef, met alles erin. "
    long = (line * 8 + "\n") * (5 * 1024 * 1024 // (8 * len(line) + 1) + 1)
    with two_cases() as folder:
        program = unlocked(folder)
        open_case(program, LABEL)
        with on_clipboard(long.encode()):
            paste_into_note(program)
            program.wait(lambda: len(note_of(program)) == len(NOTE + long), "the whole text", 120)
        wait_saved(program)
        program.press("push button", "Alle casussen")
        program.find("status bar", "2 casussen")
        assert program.close() == 0
        check_note(folder, NOTE + long)


def killed_while_typing():
    with two_cases() as folder:
        program = unlocked(folder)
        open_case(program, LABEL)
        new_note(program, "Eerste zin.")
        wait_saved(program)
        for sentence in range(2, 6):
            program.type(f" Zin {sentence}.")
        program.settle()
        program.settle()
        program.type(" En")
        program.process.send_signal(signal.SIGKILL)
        program.process.wait()

        program = unlocked(folder)
        open_case(program, LABEL)
        newest = program.wait(lambda: [text for text in program.texts("text", "Notitie van .*") if text != NOTE], "the note")
        assert newest[0].startswith("Eerste zin. Zin 2. Zin 3. Zin 4. Zin 5."), newest
        assert NOTE in program.texts("text", "Notitie van .*")
        assert program.close() == 0


def cases_in(path):
    with contextlib.closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT count(DISTINCT case_id) FROM record").fetchone()[0]


def deleted_for_good():
    with two_cases() as folder:
        assert [cases_in(path) for path in [case_file(folder), *backups(folder)]] == [2, 2]
        program = unlocked(folder)
        open_case(program, OTHER)
        choose_from_menu(program, "Voorgoed verwijderen…")
        program.find("label", "Deze casus voorgoed verwijderen[?]")
        program.press("push button", "Annuleren")
        show_part(program, "Situatie")
        program.reads("text", "Behoeften en wensen", WISHES)

        choose_from_menu(program, "Voorgoed verwijderen…")
        program.press("push button", "Voorgoed verwijderen")
        alert(program, "De casus is verwijderd, met alles wat erin stond, ook uit de reservekopieën .*")
        program.find("status bar", "1 casus")
        program.misses("list item", OTHER + ".*")
        assert program.close() == 0
        assert [cases_in(path) for path in [case_file(folder), *backups(folder)]] == [1, 1]


def closed_and_opened_again():
    with two_cases() as folder:
        program = unlocked(folder)
        open_case(program, LABEL)
        choose_from_menu(program, "Deze casus afsluiten")
        program.find("label", "Afgesloten sinds .* Een afgesloten casus blijft in de lijst en kan weer worden geopend.")
        wait_saved(program)
        program.press("push button", "Alle casussen")
        open_case(program, LABEL)
        show_part(program, "Situatie")
        program.click("text", "Aanduiding")
        program.keys("Tab", "Tab", "space", "Home", "Return")
        program.misses("label", "Afgesloten sinds .*")
        wait_saved(program)
        assert program.close() == 0
        program = unlocked(folder)
        program.find("list item", LABEL + ", Open.*")
        assert program.close() == 0


def earlier_version_comes_back():
    with two_cases() as folder:
        program = unlocked(folder)
        open_case(program, OTHER)
        show_part(program, "Situatie")
        write(program, "Behoeften en wensen", "Bij vergissing overschreven.")
        wait_saved(program)
        choose_from_menu(program, "Eerdere versies")
        program.find("label", "Kies er een om te lezen. .*")
        program.find("list item", r".* \(zoals het nu is\)")
        versions = [name for name in program.names("list item") if ":" in name and "zoals" not in name]
        program.click("list item", versions[0].replace("(", "[(]").replace(")", "[)]"))
        program.press("push button", "Deze terughalen")
        program.wait(lambda: program.text("text", "Behoeften en wensen") == WISHES, "the wishes of before")
        wait_saved(program)
        assert program.close() == 0
        program = unlocked(folder)
        program.fill("entry", "Zoek in de casussen", "kaarten")
        program.find("status bar", "1 van 2 casussen")
        assert program.close() == 0


def in_a_copied_folder():
    with two_cases() as folder:
        os.mkdir(os.path.join(folder, "Dropbox"))
        os.rename(os.path.join(folder, "data"), os.path.join(folder, "Dropbox", "data"))
        elsewhere = {"XDG_DATA_HOME": os.path.join(folder, "Dropbox", "data")}
        warning = "Uw casussen staan in een map die Dropbox naar elders kopieert. .*"
        program = unlocked(folder, **elsewhere)
        alert(program, warning)
        for node in program.walk():
            if node.name == "Melding sluiten":
                node.act("click")
        program.misses("alert", warning)
        assert program.close() == 0
        program = open_program(folder, **elsewhere)
        unlock(program)
        program.find("list item", OTHER + ".*")
        program.misses("alert", warning)
        assert program.close() == 0


try:
    run(every_script, no_text_at_all, five_megabytes, killed_while_typing, deleted_for_good, closed_and_opened_again,
        earlier_version_comes_back, in_a_copied_folder)
finally:
    forget_cases()
