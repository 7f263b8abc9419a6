#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong with files, as a user sees it: a banner in the window, a sentence on the command line."""
import os
import subprocess
import tempfile
import time

from driver import Program, run

SMALL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "core", "data", "two.xml")


def small():
    with open(SMALL, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def mistake_keeps_the_catalogue():
    with tempfile.TemporaryDirectory() as home:
        catalogue = os.path.join(home, "catalogue.xml")
        write(catalogue, small())
        where = {"XDG_DATA_HOME": home}
        program = Program("--catalogue", catalogue, language="nl", environment=where)
        program.sees("2 interventies")
        assert program.close() == 0

        write(catalogue, small().replace('value="older"', 'value="oud"', 1))
        program = Program("--catalogue", catalogue, language="nl", environment=where)
        program.sees("2 interventies")
        program.find(None, r"In het bestand van de catalogus staat een fout \(regel 23: .*widowed.*U ziet de catalogus zoals die was.*")
        program.press("push button", "Melding sluiten")
        assert program.close() == 0


def damaged_store_is_read_anew():
    with tempfile.TemporaryDirectory() as home:
        os.mkdir(os.path.join(home, "maatwerk"))
        write(os.path.join(home, "maatwerk", "catalogue.db"), "no database " * 500)
        program = Program(language="en", environment={"XDG_DATA_HOME": home})
        program.sees("38 interventions")
        program.find(None, "The stored catalogue was damaged. It has been read anew and is complete; .*")
        assert program.close() == 0


def unwritable_folder():
    with tempfile.TemporaryDirectory() as home:
        write(os.path.join(home, "maatwerk"), "a file where a folder should be")
        program = Program(language="nl", environment={"XDG_DATA_HOME": home})
        program.sees("38 interventies")
        program.find(None, "In de gegevensmap kan niet worden geschreven. .*")
        assert program.close() == 0


def no_catalogue_at_all():
    with tempfile.TemporaryDirectory() as home:
        program = Program("--catalogue", "/nowhere.xml", language="nl", environment={"XDG_DATA_HOME": home})
        program.sees("Er is geen catalogus")
        program.find("radio button", "Het isolement dreigt")
        assert program.close() == 0


def anything_may_be_typed():
    program = Program(language="nl")
    program.focus()
    program.sees("38 interventies")
    for text in ('"', "AND", "*", "e-mail", "buurman's", "(x", "foo:bar", "\\", "%_"):
        program.keys("ctrl+f", "ctrl+a", "BackSpace")
        program.type(text)
    program.keys("ctrl+a", "BackSpace")
    program.sees("38 interventies")
    program.type("xyzzy")
    program.sees("0 van 38 interventies")
    program.misses("push button", "Zoeken en filters wissen")  # it would do the same
    program.press("push button", r"Laat weg: zoeken op ‘xyzzy’ \(38 interventies\)")
    program.sees("38 interventies")
    assert program.close() == 0


def command(*arguments, **environment):
    began = time.monotonic()
    done = subprocess.run([os.environ["MAATWERK"], *arguments], capture_output=True, text=True, check=False,
                          env=dict({k: v for k, v in os.environ.items() if k != "DISPLAY"}, LANGUAGE="en", **environment))
    return done.returncode, done.stdout, done.stderr, time.monotonic() - began


def checks_on_the_command_line():
    status, out, err, _ = command("--check-catalogue", SMALL)
    assert (status, err) == (0, ""), (status, err)
    assert out.endswith("valid, 2 interventions\n"), out
    with tempfile.TemporaryDirectory() as folder:
        bad = os.path.join(folder, "bad.xml")
        write(bad, small().replace('value="older"', 'value="oud"', 1).replace(">2.1<", ">1.1<"))
        status, out, err, _ = command("--check-catalogue", bad)
        assert (status, out) == (1, ""), (status, out)
        lines = err.splitlines()
        assert len(lines) == 2, lines
        assert "line 23: <facet>: value is “oud”; expected older, widowed" in lines[0], lines
        assert "“1.1” is taken by an earlier intervention" in lines[1], lines

        write(bad, "<catalogue " + " ".join(f'a{i}=""' for i in range(200000)) + "/>")
        status, out, err, seconds = command("--check-catalogue", bad)
        assert status == 1 and "a tag is longer than 16 kB" in err and seconds < 10, (err, seconds)
    status, out, err, _ = command("--check-catalogue", "/nowhere.xml")
    assert status == 1 and "cannot be read" in err, err


def says_that_it_needs_a_display():
    status, _, err, _ = command()
    assert status == 1
    assert err == "Maatwerk needs a display to open its window; log in to a desktop and start it there.\n", err


run(mistake_keeps_the_catalogue, damaged_store_is_read_anew, unwritable_folder, no_catalogue_at_all,
    anything_may_be_typed, checks_on_the_command_line, says_that_it_needs_a_display)
