# SPDX-License-Identifier: GPL-3.0-or-later
"""Homes with two cases in them, as often as they are wanted, and what else goes on around the program."""
import contextlib
import glob
import os
import shutil
import subprocess
import sys
import tempfile

from accessible import TEXT
from cases import PASSPHRASE, begin, home, new_note, open_program, unlock, wait_saved, write
from driver import PATIENCE, RUNNING
from gi.repository import Gio, GLib

LABEL = "Meneer Voorbeeld"
OTHER = "Mevrouw Voorbeeld"
NOTE = "Hij vertelde over de tuin."
WISHES = "Zij wil graag weer eens kaarten."

_made = {}


def set_settings(folder, **values):
    """In the file that the program keeps them in. The cases alone are shown: the rest makes every search longer."""
    path = os.path.join(folder, "config", "glib-2.0", "settings", "keyfile")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    values = {"show_wizard": "false", "show_browser": "false", **values}
    with open(path, "w", encoding="utf-8") as file:
        file.write("[io/github/maatwerk/Maatwerk]\n")
        file.writelines(f"{key.replace('_', '-')}={value}\n" for key, value in values.items())


def backups(folder, kind="cases-*"):
    return sorted(glob.glob(os.path.join(folder, "data", "maatwerk", "backups", kind)))


def _make():
    folder = tempfile.mkdtemp(prefix="maatwerk-two-cases-")
    set_settings(folder)
    program = open_program(folder)
    _made["key"] = begin(program)
    write(program, "Aanduiding", LABEL)
    new_note(program, NOTE)
    wait_saved(program)
    program.press("push button", "Alle casussen")
    program.find("status bar", "1 casus")
    program.keys("ctrl+n")
    program.wait(lambda: program.focused()[1] == "Aanduiding", "the second case")
    write(program, "Aanduiding", OTHER)
    write(program, "Behoeften en wensen", WISHES)
    wait_saved(program)
    assert program.close() == 0

    # The backup of the day was made before there was anything in it: as if it were another day.
    for path in backups(folder):
        os.remove(path)
    program = open_program(folder)
    unlock(program)
    program.wait(lambda: backups(folder), "the backup of the day")
    assert program.close() == 0
    _made["folder"] = folder


@contextlib.contextmanager
def two_cases(**settings):
    """A folder of its own with both cases and their backup, sealed with PASSPHRASE."""
    if not _made:
        _make()
    with home() as folder:
        shutil.copytree(_made["folder"], folder, dirs_exist_ok=True)
        set_settings(folder, **settings)
        yield folder


def forget_cases():
    if _made:
        shutil.rmtree(_made["folder"])


def get_key():
    return _made["key"]


def unlocked(folder, n=2, passphrase=PASSPHRASE, **environment):
    """The program with its list of cases."""
    program = open_program(folder, **environment)
    unlock(program, passphrase)
    program.find("status bar", "1 casus" if n == 1 else f"{n} casussen")
    return program


def open_case(program, label):
    program.click("list item", label + ", .*")
    program.find("label", label)
    program.wait(lambda: program.focused()[0] in ("text", "push button"), "the open case")


def note_of(program):
    """The text of the only note."""
    return program.text("text", "Notitie van .*")


def note_reads(program, text):
    program.reads("text", "Notitie van .*", text)


def write_note(program, text):
    """In the place of what is in the only note."""
    program.fill("text", "Notitie van .*", text)


def choose_from_menu(program, item):
    """From the menu of the open case."""
    program.click("push button", "Meer voor deze casus")
    program.press("menu item", item)


def ask_to_close(program):
    """As the button of the window does, without waiting for the end."""
    program.windows()[0].act("window.close")


def alert(program, pattern, seconds=20):
    return program.find("alert", pattern, seconds)


def with_text(program, text):
    """Whether the text is anywhere in what a screen reader can read."""
    for node in program.walk():
        if text in node.name or text in node.description or (TEXT in node.interfaces and text in node.text):
            return True
    return False


@contextlib.contextmanager
def another_bus():
    """What a program needs in its environment to be on a session bus of its own, and be seen all the same."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    seen = bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                         GLib.VariantType("(s)"), 0, -1, None).unpack()[0]
    with subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as daemon:
        RUNNING.append(daemon)
        try:
            yield {"DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip(), "AT_SPI_BUS_ADDRESS": seen}
        finally:
            daemon.kill()


CLIPBOARD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "clipboard.py")


@contextlib.contextmanager
def on_clipboard(data, kind="text/plain;charset=utf-8"):
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        with subprocess.Popen([sys.executable, CLIPBOARD, "give", file.name, kind], stdout=subprocess.PIPE,
                              env={**os.environ, "GTK_A11Y": "none"}) as other:
            RUNNING.append(other)
            try:
                assert other.stdout.readline() == b"offered\n"
                yield
            finally:
                other.kill()


def from_clipboard():
    return subprocess.run([sys.executable, CLIPBOARD, "take"], capture_output=True, check=True,
                          env={**os.environ, "GTK_A11Y": "none"}, timeout=30 * PATIENCE).stdout
