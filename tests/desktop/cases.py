# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the cases have in common: a home of their own, the first case, the state of saving."""
import contextlib
import os
import re
import shutil
import tempfile

from driver import Program

PASSPHRASE = "de merel zingt in de linde"
SAVED = r"Opgeslagen om \d\d:\d\d"


@contextlib.contextmanager
def home():
    """A folder for data and settings that several runs share."""
    with tempfile.TemporaryDirectory(prefix="maatwerk-home-") as folder:
        # Letters and animations as the session has them.
        shutil.copytree(os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0"), os.path.join(folder, "config", "gtk-4.0"))
        yield folder


def open_program(folder, *arguments, **environment):
    program = Program(*arguments, language="nl", environment={
        "XDG_DATA_HOME": os.path.join(folder, "data"), "XDG_CONFIG_HOME": os.path.join(folder, "config"),
        "XDG_CACHE_HOME": os.path.join(folder, "cache"), "GSETTINGS_BACKEND": "keyfile", **environment})
    program.focus()
    return program


def case_file(folder):
    return os.path.join(folder, "data", "maatwerk", "cases.db")


def choose_passphrase(program, passphrase=PASSPHRASE):
    program.fill("password text", "Nieuwe wachtzin", passphrase)
    program.fill("password text", "Nog een keer", passphrase)
    program.press("push button", "Deze wachtzin gebruiken")


def keep_recovery_key(program):
    """Returns the key as it is shown."""
    key = program.find("label", "[0-9A-Z]{4}([ -][0-9A-Z]{4}){7}", 60).name
    program.click("check box", "Ik bewaar deze sleutel op een veilige plek")
    program.press("push button", "Doorgaan")
    return key


def begin(program):
    """The very first case, with passphrase and recovery key. Returns the key."""
    program.press("push button", "Nieuwe casus")
    program.find("label", "Kies een wachtzin")
    choose_passphrase(program)
    key = keep_recovery_key(program)
    program.find("text", "Aanduiding")
    return key


def unlock(program, passphrase=PASSPHRASE):
    program.find("label", "Uw casussen zijn vergrendeld.*", 60)
    program.fill("password text", "Wachtzin", passphrase)
    program.press("push button", "Ontgrendelen")


def wait_locked(program):
    """The process has replaced itself: the same number, another program on the accessibility bus."""
    program.wait(lambda: not program._find_root() or program._find_root() != program.root, "the end of the old process", 30)
    program.root = program.wait(program._find_root, "the program that starts anew", 60)
    program.focus()


def show_part(program, name):
    """A part of the open case."""
    program.wait(lambda: _press_last(program, name), f"the part “{name}”")
    program.settle()


def _press_last(program, name):
    """The window's own button of that name comes first."""
    buttons = [node for node in program.bus.read_tree(program.root, "push button") if node.name == name]
    return buttons and buttons[-1].act("click")


def write(program, field, text):
    program.fill("text", re.escape(field), text)


def new_note(program, text):
    program.keys("ctrl+m")
    program.wait(lambda: program.focused()[1].startswith("Notitie van"), "the keyboard in the new note")
    program.type(text)


def wait_saved(program):
    program.settle()
    program.find("status bar", SAVED)
