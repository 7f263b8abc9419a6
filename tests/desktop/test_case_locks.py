#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An open case locks by itself: with the session, before sleep, and when nobody is there. What was typed last is kept, and what was
copied is gone from the clipboard."""
import contextlib
import os
import subprocess
import sys

from cases import unlock, wait_locked, wait_saved
from driver import RUNNING, run
from situations import LABEL, NOTE, forget_cases, from_clipboard, note_reads, open_case, two_cases, unlocked

LOGIND = os.path.join(os.path.dirname(os.path.abspath(__file__)), "logind.py")


@contextlib.contextmanager
def system():
    """A bus for the system with what tells of lock and sleep on it. Yields what to add to the environment, and what to say it with."""
    with subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as daemon:
        RUNNING.append(daemon)
        environment = {"DBUS_SYSTEM_BUS_ADDRESS": daemon.stdout.readline().strip()}
        with subprocess.Popen([sys.executable, LOGIND], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                              env={**os.environ, **environment}) as logind:
            RUNNING.append(logind)
            try:
                assert logind.stdout.readline() == "ready\n"
                yield environment, logind
            finally:
                logind.kill()
                daemon.kill()


def wait_said(logind, *words):
    """Until all of them were said, in any order."""
    words = set(words)
    while words:
        line = logind.stdout.readline()
        assert line, "the system ended"
        words.discard(line.strip())


def say(logind, word):
    logind.stdin.write(word + "\n")
    logind.stdin.flush()


def type_in_note(program, text):
    open_case(program, LABEL)
    program.click("text", "Notitie van .*")
    program.keys("ctrl+End")
    program.type(text)


def there_after_unlocking(program, text):
    wait_locked(program)
    program.find("label", "Uw casussen zijn vergrendeld.*", 60)
    program.misses("list item", LABEL + ".*")
    unlock(program)
    open_case(program, LABEL)
    note_reads(program, text)
    assert program.close() == 0


def locks_when(word):
    with two_cases() as folder, system() as (environment, logind):
        program = unlocked(folder, **environment)
        wait_said(logind, "asked", "delayed")
        type_in_note(program, f" Op het laatst: {word}.")
        say(logind, word)
        there_after_unlocking(program, f"{NOTE} Op het laatst: {word}.")


def session_locked():
    locks_when("lock")


def before_sleep():
    locks_when("sleep")


def left_alone():
    with two_cases(lock_minutes="1") as folder:
        program = unlocked(folder)
        type_in_note(program, " En toen.")
        wait_saved(program)
        program.keys("ctrl+a", "ctrl+c")
        program.wait(lambda: from_clipboard() == (NOTE + " En toen.").encode(), "the text on the clipboard")
        program.wait(lambda: from_clipboard() == b"", "the end of the text on the clipboard", 45)
        program.wait(lambda: not program._find_root() or program._find_root() != program.root, "the lock", 90)
        there_after_unlocking(program, NOTE + " En toen.")


try:
    run(session_locked, before_sleep, left_alone)
finally:
    forget_cases()
