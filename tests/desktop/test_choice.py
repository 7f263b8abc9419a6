#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The publication's own case, Meneer G., from the question to the decision, and the day to look back that comes back by itself."""
import os
import re

import cases
from driver import run

VISITS = "Bezoekdienst weduwen en weduwnaars"
HELP = "Psychosociale hulp bij het rouwen"
VOLUNTEER = "Een vrijwilliger die elke week komt"
ANSWERS = [("Geïsoleerd geraakt door recente gebeurtenissen", "Verder"), ("Wil graag contact met anderen", "Verder"),
           ("Gering", "Verder"), (None, "Uitkomst")]
QUESTION = "Hoe komt meneer over het verlies van zijn vrouw heen en weer onder de mensen?"
WANTS = "Wil aanspraak, maar vooral iemand die luistert."
EXPERTISE = "Zijn rouw duurt lang en zit diep: daar is een beroepskracht voor nodig."
RESEARCH = "Het onderzoek vond effect bij sociaal eenzame weduwnaars, niet bij zwaar rouwen."
REASON = "Sluit niet goed aan bij hoe ernstig het is en hoe lang het duurt."
WORDS = "Als er maar iemand met me meegaat de deur uit."
DECISION = "Gesprekken over de rouw, en elke week een maatje."
PICTURES = os.environ.get("PICTURES_OF_CHOICE")


def picture(program, name):
    if PICTURES:
        program.picture(os.path.join(PICTURES, name + ".png"))


def unfold(program, name):
    program.press("push button", name)
    program.settle()


def write(program, name, text):
    program.fill("text", re.escape(name), text)


def begin(program):
    cases.begin(program)
    cases.write(program, "Aanduiding", "Meneer G.")
    for option, button in ANSWERS:
        if option:
            program.click("radio button", option)
        program.press("push button", button)
    cases.show_part(program, "Typering")
    program.press("push button", "Vastleggen in deze casus")
    program.find("label", "Vastgelegd op .*")


def ask(program):
    cases.show_part(program, "Keuze")
    picture(program, "1-empty")
    write(program, "De vraag", QUESTION)
    program.find("push button", "1\\. De vraag, Hoe komt meneer .*")


def gather(program):
    program.click("list item", VISITS)
    program.press("push button", "Overwegen voor de casus")
    program.find("label", ".*past bij Achterblijvers.*")
    program.keys("Escape")
    for option in (HELP, VOLUNTEER):
        program.fill("text", "Een optie in uw eigen woorden", option)
        program.press("push button", "Optie toevoegen")
        program.reads("text", "Een optie in uw eigen woorden", "")
    program.find("push button", "2\\. Wat er bekend is, 3 opties")
    write(program, "Wat er nog meer bekend is", "Een groep is nu een te grote stap; werk individueel.")
    program.settle()
    picture(program, "2-known")


def make_room(program):
    """The rest is about the case alone."""
    program.press("push button", "Typering")
    program.press("push button", "Interventies")
    program.settle()


def weigh(program):
    unfold(program, "2\\. Wat er bekend is.*")
    unfold(program, "1\\. De vraag.*")
    unfold(program, "3\\. De opties afwegen")
    unfold(program, "1\\.4  " + VISITS + ", in overweging")
    write(program, VISITS + ": Wat de cliënt wil en kan", WANTS)
    write(program, VISITS + ": Uw eigen deskundigheid", EXPERTISE)
    write(program, VISITS + ": Wat onderzoek zegt", RESEARCH)
    program.press("push button", VISITS + ": Afgewezen")
    write(program, VISITS + ": Waarom", REASON)
    program.find("push button", "1\\.4  " + VISITS + ", afgewezen")
    picture(program, "3-weighing")
    unfold(program, "1\\.4  " + VISITS + ", afgewezen")
    for option in (HELP, VOLUNTEER):
        unfold(program, re.escape(option) + ", in overweging")
        program.press("push button", re.escape(option) + ": Gekozen")
        program.find("push button", re.escape(option) + ", gekozen")
        unfold(program, re.escape(option) + ", gekozen")
    program.find("push button", "3\\. De opties afwegen, gekozen: 2, afgewezen: 1")
    picture(program, "3-weighed")


def decide(program):
    unfold(program, "3\\. De opties afwegen.*")
    unfold(program, "4\\. De beslissing")
    write(program, "In de woorden van de cliënt", WORDS)
    write(program, "Wat is afgesproken", DECISION)
    write(program, "Afgesproken door", "meneer, zijn dochter en de adviseur")
    program.press("push button", "Actie toevoegen")
    write(program, "Wat er moet gebeuren", "Een maatje zoeken dat van tuinieren houdt")
    write(program, "Wie het doet", "de adviseur")
    picture(program, "4-decision")
    unfold(program, "4\\. De beslissing.*")


def choose_day_past(program):
    """By the keyboard in the calendar: today, and from there two months back."""
    program.press("push button", "Dag om op terug te kijken: .*")
    program.press("push button", "Vandaag")
    program.settle()
    today = program.find("push button", "Dag om op terug te kijken: .*").name
    program.press("push button", "Dag om op terug te kijken: .*")
    program.find("push button", "Vandaag")
    program.settle()
    program.keys("ctrl+Left", "ctrl+Left", "Left", "space")
    day = program.wait(lambda: day_after(program, today), "a day in the past")
    program.keys("Escape")
    return day


def day_after(program, before):
    name = program.find("push button", "Dag om op terug te kijken: .*").name
    return name != before and name.split(": ", 1)[1]


def look_back(program):
    unfold(program, "5\\. Terugkijken")
    program.find("push button", HELP + ": Nog niet bekend")
    program.misses("push button", VISITS + ": Heeft geholpen")
    day = choose_day_past(program)
    program.press("push button", HELP + ": Heeft geholpen")
    write(program, "Wat het heeft opgeleverd", "Hij praat weer met de buren.")
    program.find("push button", "5\\. Terugkijken, had gemoeten op " + day)
    picture(program, "5-looking-back")
    cases.wait_saved(program)
    return day


def everything_is_there(program, day):
    """From the agenda, straight to the step that is due."""
    due = "Meneer G\\.: Terugkijken · had gemoeten op " + day
    program.find("push button", "Deze week, 1, waarvan 1 te laat")
    picture(program, "6-agenda")
    program.press("push button", due)
    assert program.wait(lambda: program.texts("text", "Wat het heeft opgeleverd"), "the step that is due") == [
        "Hij praat weer met de buren."]
    unfold(program, "1\\. De vraag.*")
    program.reads("text", "De vraag", QUESTION)
    unfold(program, "2\\. Wat er bekend is, 3 opties")
    program.find("label", HELP)
    unfold(program, "3\\. De opties afwegen, gekozen: 2, afgewezen: 1")
    unfold(program, "1\\.4  " + VISITS + ", afgewezen")
    program.reads("text", VISITS + ": Wat de cliënt wil en kan", WANTS)
    program.reads("text", VISITS + ": Uw eigen deskundigheid", EXPERTISE)
    program.reads("text", VISITS + ": Wat onderzoek zegt", RESEARCH)
    program.reads("text", VISITS + ": Waarom", REASON)
    unfold(program, "4\\. De beslissing.*")
    program.reads("text", "In de woorden van de cliënt", WORDS)
    program.reads("text", "Wat is afgesproken", DECISION)
    program.reads("text", "Afgesproken door", "meneer, zijn dochter en de adviseur")
    program.reads("text", "Wat er moet gebeuren", "Een maatje zoeken dat van tuinieren houdt")
    program.reads("text", "Wie het doet", "de adviseur")


def what_was_looked_back_on_is_no_longer_due(program):
    for step in ("1\\. De vraag.*", "2\\. Wat er bekend is.*", "3\\. De opties afwegen.*", "4\\. De beslissing.*"):
        program.press("push button", step)
    program.press("push button", "Dag waarop u hebt teruggekeken: .*")  # out of sight until it is pressed
    program.press("push button", "Vandaag")
    program.find("push button", "5\\. Terugkijken, gedaan op .*")
    cases.wait_saved(program)
    program.press("push button", "Alle casussen")
    program.find("list item", "Meneer G.*")
    program.misses("push button", "Deze week.*")


def from_question_to_decision():
    with cases.home() as folder:
        program = cases.open_program(folder)
        program.find("push button", "Nieuwe casus")
        program.resize(1366, 768)
        begin(program)
        ask(program)
        gather(program)
        make_room(program)
        weigh(program)
        decide(program)
        day = look_back(program)
        assert program.close() == 0

        program = cases.open_program(folder)
        program.resize(1366, 768)
        cases.unlock(program)
        everything_is_there(program, day)
        what_was_looked_back_on_is_no_longer_due(program)
        assert program.close() == 0


run(from_question_to_decision)
