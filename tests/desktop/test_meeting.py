#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting about a case, from the preview to the decision, led by the keys that a presenter's remote sends. On a screen as a
projector has; a picture of each phase, and each scaled to a fifth, is left in the folder PICTURES."""
import os
import subprocess

import cases
from driver import run, shell

NAME = "Meneer Overduin-Kanarie"
WISHES = "Wil graag weer onder de mensen, maar weet niet hoe. Vroeger ging alles via zijn vrouw; nu blijft hij liever thuis " \
         "dan dat hij alleen ergens binnenkomt."
SECRET = "Woont in de Merelstraat-Kanarie, op nummer 12."
DECISION = "Eerst zelf op bezoek, daarna samen naar de moestuin."
SIZE = None


def pictures(program, name):
    path = os.path.join(os.environ.get("PICTURES", "/tmp"), f"meeting-{SIZE}-{name}")
    program.picture(path + ".png")
    subprocess.run(["convert", path + ".png", "-scale", "20%", path + "-fifth.png"], check=True)


def everything(program):
    """All that a screen reader is told of the window on the wall."""
    wall = [window for window in program.windows() if window.name.startswith("Overleg")]
    assert len(wall) == 1, [window.name for window in wall]
    return "\n".join(f"{node.name} {node.description}" for node in program.walk(wall[0]))


def prepare(program):
    cases.begin(program)
    cases.write(program, "Aanduiding", NAME)
    cases.write(program, "Behoeften en wensen", WISHES)
    cases.write(program, "Woonsituatie", SECRET)
    cases.wait_saved(program)
    program.keys("ctrl+f")
    program.type("weduwen")
    program.settle()
    program.click("list item", "Bezoekdienst weduwen en weduwnaars")
    program.press("push button", "Overwegen voor de casus")
    program.settle()
    cases.wait_saved(program)


def allow(program):
    """The preview shows no more than the room will."""
    program.keys("F5")
    program.sees("Wat de zaal ziet")
    program.sees("De zaal ziet dit niet")
    program.sees("Casus 1")
    pictures(program, "preview")
    program.click("list item", "Behoeften en wensen")
    program.sees(WISHES)
    program.press("push button", "Beginnen")


def phase(program, number, name):
    program.find("label", f"{number}/5 {name}")
    text = everything(program)
    assert "Kanarie" not in text, text
    pictures(program, str(number))
    return text


def a_meeting():
    with cases.home() as folder:
        program = cases.open_program(folder)
        program.sees("38 interventies")
        program.resize(1000, 700)
        prepare(program)
        allow(program)
        text = phase(program, 1, "De casus en de vraag")
        assert "Casus 1" in text and "weet niet hoe" in text, text
        program.keys("b")
        program.sees("De zaal ziet een lege muur")
        program.keys("b")

        program.keys("Next")
        phase(program, 2, "Vragen")
        program.keys("Next")
        program.find("label", "3/5 Plaats in de typologie")
        program.keys("Right", "Down", "Left")
        program.find("label", "Dit overleg: Achterblijvers")
        phase(program, 3, "Plaats in de typologie")
        program.keys("4")
        program.wait(lambda: "Effectonderzoek" in phase(program, 4, "Mogelijkheden"), "what is known of an option")
        program.keys("5")
        program.find("label", "5/5 Besluit en acties")
        program.keys("Return")
        program.type(DECISION)
        program.keys("Escape")
        phase(program, 5, "Besluit en acties")
        program.keys("Next", "Return")
        for part in ("Bellen met de moestuin", "Anna", "3-12"):
            program.type(part)
            program.keys("Return")
        program.find("label", r"– Bellen met de moestuin \(Anna, 3 december \d+\)")
        program.keys("Escape")
        pictures(program, "actions")
        program.keys("Escape")

        program.misses("label", "5/5 Besluit en acties")
        cases.show_part(program, "Notities")
        note = program.text("text", "Notitie van .*")
        for part in (DECISION, "Het overleg plaatst de casus bij: Achterblijvers", "Actie: Bellen met de moestuin (Anna, 3 december"):
            assert part in note, note
        cases.wait_saved(program)
        assert program.close() == 0


SIZE = shell("xdotool", "getdisplaygeometry").replace(" ", "x")
run(a_meeting)
