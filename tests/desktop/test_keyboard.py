#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job without a pointer, and the window that remembers."""
import tempfile

from driver import Program, run


def keyboard_alone():
    program = Program(language="nl")
    program.focus()
    program.sees("38 interventies")
    program.tab_to("radio button")
    program.keys("Down", "space")
    program.sees("25 van 38 interventies")
    program.keys("alt+Right")
    program.sees("Vraag 2 van 4")
    program.keys("space")
    program.find("push button", "Filter weghalen: passend bij Achterblijvers")
    program.keys("alt+Right", "alt+Right", "alt+Right")
    program.sees("Een hulpmiddel bij uw eigen oordeel, geen diagnose.")

    program.keys("ctrl+f")
    program.type("weduwen")
    program.find("list item", "Bezoekdienst weduwen en weduwnaars")
    program.tab_to("list item")
    program.keys("End", "Home", "Return")
    program.find("label", "Werkwijze")
    program.keys("Escape")
    program.misses("label", "Werkwijze")
    program.keys("ctrl+d", "ctrl+r")
    program.sees("38 interventies")
    program.sees("Vraag 1 van 4")
    assert program.close() == 0


def going_back_keeps_answers():
    program = Program(language="en")
    program.focus()
    program.sees("38 interventions")
    program.click("radio button", "Isolated for many years")
    program.press("push button", "Next")
    program.click("radio button", "Would like contact with others")
    program.find("push button", r"Remove filter: fits Compenseerders \(compensators\)")
    program.press("push button", "Back")
    program.find("radio button", "Isolated for many years")
    program.find("push button", r"Remove filter: fits Compenseerders \(compensators\)")
    assert program.close() == 0


def remembers():
    with tempfile.TemporaryDirectory() as home:
        where = {"XDG_CONFIG_HOME": home, "GSETTINGS_BACKEND": "keyfile"}
        program = Program(language="nl", environment=where)
        program.focus()
        program.sees("38 interventies")
        program.keys("ctrl+3")
        program.settle()
        program.keys("ctrl+shift+f")
        program.click("check box", "Huisbezoek, .*")
        program.find("push button", "Filter weghalen: thuis")
        program.keys("ctrl+1")
        program.misses("radio button", "Het isolement dreigt")
        program.resize(1000, 640)
        assert program.close() == 0

        program = Program(language="nl", environment=where)
        program.focus()
        program.find("push button", "Filter weghalen: thuis")
        program.find("check box", "Huisbezoek, .*")
        program.misses("radio button", "Het isolement dreigt")
        program.keys("ctrl+1")
        program.find("radio button", "Het isolement dreigt")
        program.keys("ctrl+d")
        program.sees("38 interventies")
        assert program.close() == 0


def saves_a_choice():
    with tempfile.TemporaryDirectory() as home:
        where = {"XDG_CONFIG_HOME": home, "GSETTINGS_BACKEND": "keyfile"}
        program = Program(language="nl", environment=where)
        program.focus()
        program.sees("38 interventies")
        program.keys("ctrl+shift+f")
        program.settle()
        program.expect(program.focused, ("check box", "Ouderen, 21"))
        program.keys("space")
        program.find("push button", "21 interventies tonen")
        program.keys("shift+Tab", "shift+Tab")
        program.expect(program.focused, ("push button", "Deze keuze bewaren…"))
        program.keys("space")
        program.type("Voor ouderen")
        program.keys("Return")
        program.find("push button", "Voor ouderen, in gebruik")
        program.keys("Escape")
        program.sees("Voor ouderen.")
        program.keys("ctrl+d")
        program.sees("38 interventies")
        assert program.close() == 0

        program = Program(language="nl", environment=where)
        program.focus()
        program.sees("38 interventies")
        program.keys("ctrl+shift+f")
        program.find("push button", "Voor ouderen")
        program.settle()
        program.keys("shift+Tab", "shift+Tab", "shift+Tab")
        program.expect(program.focused, ("push button", "Voor ouderen"))
        program.keys("space")
        program.find("push button", "Voor ouderen, in gebruik")
        program.keys("Tab", "space")
        program.settle()
        program.keys("Down", "Return")
        program.sees("“Voor ouderen” is verwijderd.")
        program.misses("push button", "Voor ouderen.*")
        program.expect(program.focused, ("push button", "Ongedaan maken"))
        program.keys("space")
        program.find("push button", "Voor ouderen, in gebruik")
        program.press("push button", "21 interventies tonen")
        program.sees("Voor ouderen.")
        program.sees("21 van 38 interventies")
        assert program.close() == 0


def narrow_window_shows_one_pane():
    program = Program(language="nl")
    program.focus()
    program.sees("38 interventies")
    program.resize(600, 700)
    program.find("radio button", "Het isolement dreigt")
    program.misses("list item", "50plusnet")
    program.keys("ctrl+2")
    program.find("list item", "50plusnet")
    program.misses("radio button", "Het isolement dreigt")
    program.keys("ctrl+1")
    program.find("radio button", "Het isolement dreigt")
    program.resize(1180, 700)
    program.find("list item", "50plusnet")
    assert program.close() == 0


def choose(program, *items):
    """From the menu that is open."""
    for item in items:
        program.has_keyboard("menu item", ".*")
        for _ in range(20):
            if program.focused()[1] == item:
                break
            program.keys("Down")
        program.keys("Return")


def dialogs_give_the_keyboard_back():
    program = Program(language="nl")
    program.focus()
    program.sees("38 interventies")
    for items in (("Ons aanbod", "Aanbod importeren…"), ("Voorkeuren",)):
        program.keys("F10")
        choose(program, *items)
        program.wait(lambda: len(program.windows()) == 2, "the dialog")
        program.settle()
        program.keys("Escape")
        program.wait(lambda: len(program.windows()) == 1, "one window only")
        program.expect(program.focused, ("push button", "Hoofdmenu"))
        program.keys("Tab")
        program.wait(lambda: program.focused() != ("push button", "Hoofdmenu"), "Tab going on from there")
    assert program.close() == 0


def language_changes_at_once():
    program = Program(language="nl")
    program.focus()
    program.sees("38 interventies")
    program.click("radio button", "Geïsoleerd geraakt door recente gebeurtenissen")
    program.sees("25 van 38 interventies")
    program.keys("ctrl+f")
    program.type("week")
    program.keys("ctrl+comma")
    program.find(None, "Taal")
    program.settle()
    program.keys("space")
    for key in ("Down", "Down", "Return"):
        program.settle()
        program.keys(key)
    program.misses(None, "Voorkeuren|Preferences")
    program.find("radio button", "Isolated through recent events")
    program.sees("Question 1 of 4")
    program.find("push button", r"Remove filter: fits Achterblijvers \(left-behinds\) or Afhankelijken \(dependents\)")
    assert program.close() == 0


run(keyboard_alone, going_back_keeps_answers, remembers, saves_a_choice, narrow_window_shows_one_pane, dialogs_give_the_keyboard_back,
    language_changes_at_once)
