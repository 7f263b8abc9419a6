#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every paper, made from the running program: saved as PDF, read back as text, and drawn as pictures to be looked at."""
import contextlib
import glob
import os
import re
import stat
import subprocess
import tempfile

import cases
from driver import Skip, run

PICTURES = os.environ.get("PICTURES", "/tmp")
BUTTON = "Afdrukken of PDF"
DOMAIN = "Woont sinds het overlijden van zijn vrouw alleen in een flat op de derde verdieping."
NOTE = "Meneer vertelt dat hij vroeger elke week schaakte."
SECRET = "kanarie-7316"


def text_of(path):
    """The words, with one space between them."""
    out = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"\s+", " ", out)


def check(path, name, *words, pages=None):
    """A whole PDF with these words; its pictures stay to be looked at."""
    text = text_of(path)
    for word in words:
        assert word in text, (word, text)
    fonts = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    assert fonts and all(re.search(r"yes yes yes +\d+ +0$", font) for font in fonts), fonts
    information = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    assert re.search(r"^Title: +\S", information, re.M) and re.search(r"^Tagged: +yes", information, re.M), information
    n_pages = int(re.search(r"^Pages: +(\d+)", information, re.M)[1])
    assert pages is None or n_pages <= pages, n_pages
    for old in glob.glob(f"{PICTURES}/paper-{name}-*.png"):
        os.remove(old)
    subprocess.run(["pdftoppm", "-r", "80", "-png", path, f"{PICTURES}/paper-{name}"], check=True)
    assert len(glob.glob(f"{PICTURES}/paper-{name}-*.png")) == n_pages
    return text


def wait_for(program, path):
    program.wait(lambda: os.path.exists(path), f"the file {path}")
    assert os.listdir(os.path.dirname(path)).count(os.path.basename(path)) == 1


def open_description(program, words):
    program.keys("ctrl+f")
    program.type(words)
    program.misses("list item", "50plusnet")  # what is found is in the list
    program.tab_to("list item")
    program.keys("Home", "Return")
    program.find("push button", BUTTON)


def save_from(program, button, item, path):
    program.click("push button", button)
    program.press("menu item", item)
    program.choose_file(path)
    wait_for(program, path)


def description_and_handout():
    with cases.home() as folder, tempfile.TemporaryDirectory() as out:
        program = cases.open_program(folder)
        program.resize(1366, 768)
        open_description(program, "bezoekdienst")
        sheet = os.path.join(out, "blad.pdf")
        save_from(program, BUTTON, "Deze beschrijving opslaan als PDF…", sheet)
        program.sees("“blad.pdf” is opgeslagen.")
        text = check(sheet, "sheet-nl", "Bezoekdienst weduwen en weduwnaars", "Voor wie", "Werkwijze", "Meer informatie", "1 van 2",
                     pages=2)
        assert not re.search(r"\b(November|page|Aim)\b", text)

        handout = os.path.join(out, "uitleg.pdf")
        save_from(program, BUTTON, "De uitleg opslaan als PDF…", handout)
        check(handout, "handout-nl", "Wat is het?", "Wie komt er bij u?", "Een vrijwilliger", "Hoe vaak?", "Wat kost het?",
              "Wie kunt u bellen?", "Vraag het uw adviseur.", pages=1)

        # In the language that the description is read in.
        program.press("push button", "Read in English")
        english = os.path.join(out, "sheet.pdf")
        save_from(program, BUTTON, "Deze beschrijving opslaan als PDF…", english)
        check(english, "sheet-en", "How it works", "More information", "1 of 2", pages=2)
        english = os.path.join(out, "handout.pdf")
        save_from(program, BUTTON, "De uitleg opslaan als PDF…", english)
        check(english, "handout-en", "What is it?", "Who comes to you?", "Ask your adviser.", pages=1)
        assert program.close() == 0


def by_the_dialog_of_printers():
    """To its printer that writes a file, by the keyboard, as to every other one."""
    with cases.home() as folder, tempfile.TemporaryDirectory() as out, contextlib.chdir(out):
        program = cases.open_program(folder)
        program.resize(1366, 768)
        open_description(program, "bezoekdienst")
        program.keys("ctrl+p")
        program.find("label", "Afdrukken naar bestand")
        program.keys("Down", "space")
        program.find("push button", re.escape(out) + "/.*[.]pdf")
        program.press("push button", "Af_drukken.*")
        path = os.path.join(out, "afdruk.pdf")
        program.wait(lambda: os.path.exists(path) and b"%%EOF" in open(path, "rb").read(), "what was printed")
        text = text_of(path)
        for words in ("Bezoekdienst weduwen en weduwnaars", "Voor wie", "Werkwijze", "Meer informatie", "1 van 2", "2 van 2"):
            assert words in text, (words, text)
        program.misses("dialog", ".*")
        assert program.close() == 0


def comparison():
    with cases.home() as folder, tempfile.TemporaryDirectory() as out:
        program = cases.open_program(folder)
        program.resize(1366, 768)
        program.keys("ctrl+f")
        program.tab_to("list item")
        program.keys("Home", "ctrl+t", "Down", "ctrl+t", "Down", "ctrl+t", "ctrl+shift+t")
        program.find("table", "Vergelijking")
        path = os.path.join(out, "vergelijking.pdf")
        save_from(program, "Afdrukken of opslaan als PDF", "Deze vergelijking opslaan als PDF…", path)
        text = check(path, "comparison-nl", "Interventies naast elkaar", "≠", "Werkwijze", "1 van")
        assert text.count("Meer informatie") == 1
        assert program.close() == 0


def begin_case(program):
    cases.begin(program)
    cases.write(program, "Aanduiding", "Meneer G.")
    cases.write(program, "Woonsituatie", DOMAIN)
    cases.write(program, "Behoeften en wensen", SECRET)
    cases.new_note(program, NOTE)
    cases.wait_saved(program)


def file_of_a_case():
    with cases.home() as folder, tempfile.TemporaryDirectory() as out:
        program = cases.open_program(folder)
        program.resize(1366, 768)
        begin_case(program)
        path = os.path.join(out, "dossier.pdf")

        # That it will not be encrypted is asked first, and nothing is the answer of who thinks better of it.
        program.click("push button", "Meer voor deze casus")
        program.press("menu item", "Het hele dossier opslaan als PDF…")
        program.sees("Opslaan zonder versleuteling?")
        program.keys("Escape")
        program.wait(lambda: program.focused()[1] not in ("", "Annuleren"), "the case again")
        assert not os.listdir(out)

        program.click("push button", "Meer voor deze casus")
        program.press("menu item", "Het hele dossier opslaan als PDF…")
        program.press("push button", "Onversleuteld opslaan…")
        program.choose_file(path)
        wait_for(program, path)
        program.find(None, "“dossier.pdf” is opgeslagen. Het is niet versleuteld.*")
        check(path, "case-nl", "Dossier van Meneer G.", "Alles wat in Maatwerk over deze cliënt is vastgelegd", DOMAIN, NOTE, SECRET,
              "Vertrouwelijk", "1 van")
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        recent = os.path.join(folder, "data", "recently-used.xbel")
        assert not os.path.exists(recent) or "dossier.pdf" not in open(recent, encoding="utf-8").read()
        assert program.close() == 0


@contextlib.contextmanager
def tiny_disk():
    with tempfile.TemporaryDirectory() as folder:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "maatwerk", folder], check=False,
                          capture_output=True).returncode:
            raise Skip("a file system cannot be mounted here")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "-l", folder], check=True)


def full_disk():
    with cases.home() as folder, tiny_disk() as out:
        program = cases.open_program(folder)
        open_description(program, "telefooncirkel")
        program.click("push button", BUTTON)
        program.press("menu item", "Deze beschrijving opslaan als PDF…")
        program.choose_file(os.path.join(out, "vol.pdf"))
        program.find("alert", "Niet opgeslagen: daar is geen ruimte meer.*")
        assert not os.listdir(out)
        assert program.close() == 0


def unwritable_folder():
    with cases.home() as folder, tempfile.TemporaryDirectory() as out:
        os.chmod(out, 0o500)
        if os.access(out, os.W_OK):
            raise Skip("this user may write everywhere")
        program = cases.open_program(folder)
        open_description(program, "telefooncirkel")
        program.click("push button", BUTTON)
        program.press("menu item", "Deze beschrijving opslaan als PDF…")
        program.choose_file(os.path.join(out, "dicht.pdf"))
        program.find("alert", "Niet opgeslagen: daar mag u niet schrijven.*")
        assert program.close() == 0


def nothing_in_front():
    with cases.home() as folder:
        program = cases.open_program(folder)
        program.find("list item", ".*")
        program.keys("ctrl+p")
        program.find("alert", "Er is niets om af te drukken.*")
        assert program.close() == 0


if __name__ == "__main__":
    run(description_and_handout, by_the_dialog_of_printers, comparison, file_of_a_case, full_disk, unwritable_folder, nothing_in_front)
