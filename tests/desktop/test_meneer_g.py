#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The publication's own case on the screen: a widower of 79, two years after his wife's death, whose network was small but
sufficed, who wants contact but sees no way. He is one of the Achterblijvers; 25 interventions fit."""
import os
import re
import tempfile

from driver import Program, run

DUTCH = {
    "language": "nl", "next": "Verder", "result": "Uitkomst", "situational": "Geïsoleerd geraakt door recente gebeurtenissen",
    "wants": "Wil graag contact met anderen", "limited": "Gering", "profile": "Achterblijvers",
    "all": "38 interventies", "fit": "25 van 38 interventies", "agree": "De twee vragen en de controle wijzen dezelfde kant op.",
    "aid": "Een hulpmiddel bij uw eigen oordeel, geen diagnose.", "filters": "Filters", "widowed": "Weduwen en weduwnaars, 2",
    "two": "2 van 38 interventies", "contact": "Contactgegevens zijn van 2012.*", "effects": "Effecten", "back": "Terug naar de lijst",
    "question": "Vraag 2 van 4", "befriending": "Vriendschappelijk huisbezoek",
    "visits": "Bezoekdienst weduwen en weduwnaars",
}
ENGLISH = {
    "language": "en", "next": "Next", "result": "Result", "situational": "Isolated through recent events",
    "wants": "Would like contact with others", "limited": "Limited", "profile": r"Achterblijvers \(left-behinds\)",
    "all": "38 interventions", "fit": "25 of 38 interventions", "agree": "The two questions and the check agree.",
    "aid": "An aid to your own judgement, not a diagnosis.", "filters": "Filters", "widowed": "Widows and widowers, 2",
    "two": "2 of 38 interventions", "contact": "Contact data are as of 2012.*", "effects": "Effects", "back": "Back to the List",
    "question": "Question 2 of 4", "befriending": "Vriendschappelijk huisbezoek (befriending visits at home)",
    "visits": "Bezoekdienst weduwen en weduwnaars (visiting service for widows and widowers)",
}


def names_in_list(program):
    """Everything in the list, reached by scrolling with the keyboard."""
    program.keys("ctrl+f")
    program.tab_to("list item")
    seen = []
    for _ in range(12):
        seen += [name for name in program.names("list item") if name and name not in seen]
        program.keys("Down", "Down", "Down", "Down")
    return seen


def all_in_list(program, number):
    """None: they are not there yet."""
    seen = names_in_list(program)
    return seen if len(seen) >= number else None


def meneer_g(words):
    with tempfile.TemporaryDirectory() as home:
        program = Program(language=words["language"], environment={"XDG_DATA_HOME": home, "GSETTINGS_BACKEND": "memory"})
        program.focus()
        program.sees(words["all"])

        program.click("radio button", words["situational"])
        program.press("push button", words["next"])
        program.sees(words["question"])
        program.click("radio button", words["wants"])
        program.sees(words["fit"])
        program.press("push button", words["next"])
        program.click("radio button", words["limited"])
        program.press("push button", words["next"])
        program.press("push button", words["result"])
        program.find("label", words["profile"])
        program.sees(words["agree"])
        program.sees(words["aid"])
        program.sees(words["fit"])

        seen = program.wait(lambda: all_in_list(program, 25), "25 in the list")
        assert words["visits"] in seen, seen
        assert words["befriending"] in seen, seen

        program.keys("ctrl+3")  # room for filters and list beside one another
        program.settle()
        program.keys("ctrl+shift+f")
        program.click("check box", words["widowed"])
        program.sees(words["two"])
        program.keys("ctrl+shift+f")
        program.misses("check box", words["widowed"])
        program.keys("ctrl+f")
        program.tab_to("list item")
        program.keys("End", "Return")
        program.find("label", re.escape(words["visits"]))
        program.find("label", words["effects"])
        program.find("label", words["contact"])
        program.press("push button", words["back"])
        program.misses("label", words["contact"])
        assert os.path.exists(os.path.join(home, "maatwerk", "catalogue.db"))
        assert program.close() == 0


def in_dutch():
    meneer_g(DUTCH)


def in_english():
    meneer_g(ENGLISH)


run(in_dutch, in_english)
