# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive the program by its own screen: what a screen reader is told is what is found, keys and pointer are real."""
import os
import re
import subprocess
import sys
import time
import traceback
import warnings

import gi

warnings.simplefilter("ignore", DeprecationWarning)
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def shell(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


RUNNING = []

# How much longer everything may take, for a program under sanitizers.
PATIENCE = int(os.environ.get("PATIENCE", "1"))
Atspi.set_timeout(5000 * PATIENCE, 10000 * PATIENCE)


class Skip(Exception):
    """What a test raises that cannot be done here, with the reason."""


class Program:
    """The running program. Every search waits until it finds or its time is up."""

    def __init__(self, *arguments, language="nl", environment=None):
        command = [os.environ["MAATWERK"], *arguments]
        own = {"LANGUAGE": language, "G_DEBUG": "fatal-warnings", **(environment or {})}
        self.process = subprocess.Popen(command, env={**os.environ, **own})
        RUNNING.append(self.process)
        self.root = self.wait(self._find_root, "the program on the accessibility bus", 30)

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def wait(self, probe, what, seconds=20):
        end = time.monotonic() + seconds * PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode} before {what}")
            try:
                found = probe()
                if found:
                    return found
            except GLib.Error:
                pass  # objects vanish while a tree is made anew
            time.sleep(0.2)  # looking costs the program and this one time
        raise AssertionError(f"not on the screen: {what}")

    def walk(self, node=None):
        node = node or self.root
        node.clear_cache()
        if node != self.root and not node.get_state_set().contains(Atspi.StateType.VISIBLE):
            return
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child:
                yield from self.walk(child)

    def _search(self, role, pattern):
        for node in self.walk():
            if role and node.get_role_name() != role:
                continue
            if not re.fullmatch(pattern, node.get_name() or ""):
                continue
            return node
        return None

    def find(self, role, pattern, seconds=20):
        return self.wait(lambda: self._search(role, pattern), f"{role or 'anything'} “{pattern}”", seconds)

    def sees(self, text, seconds=20):
        """A label, or anything else with that text as its name."""
        return self.find(None, re.escape(text), seconds)

    def misses(self, role, pattern):
        self.wait(lambda: not self._search(role, pattern), f"the absence of {role} “{pattern}”")

    def names(self, role):
        return [node.get_name() for node in self.walk() if node.get_role_name() == role]

    def press(self, role, pattern):
        node = self.find(role, pattern)
        for i in range(node.get_n_actions()):
            if node.get_action_name(i) in ("click", "activate", "press"):
                return node.do_action(i)
        raise AssertionError(f"{role} “{pattern}” cannot be pressed")

    def frame(self):
        for window in shell("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)).split()[::-1]:
            properties = shell("xprop", "-id", window, "_GTK_FRAME_EXTENTS", "_NET_WM_WINDOW_TYPE")
            if "WINDOW_TYPE_NORMAL" in properties:
                extents = re.search(r"_GTK_FRAME_EXTENTS.* = (\d+), (\d+), (\d+), (\d+)", properties)
                return window, (int(extents[1]), int(extents[3])) if extents else (0, 0)
        raise AssertionError("there is no window")

    def place(self, role, pattern):
        """Where it is in the window, once it has stopped moving."""
        before = None
        for _ in range(50):
            now = Atspi.Component.get_extents(self.find(role, pattern), Atspi.CoordType.WINDOW)
            if before and (now.x, now.y, now.width, now.height) == (before.x, before.y, before.width, before.height):
                return now
            before = now
            time.sleep(0.4)
        raise AssertionError(f"{role} “{pattern}” does not keep still")

    def click(self, role, pattern):
        place = self.place(role, pattern)
        window, (left, top) = self.frame()
        geometry = dict(line.split("=") for line in shell("xdotool", "getwindowgeometry", "--shell", window).split())
        x = int(geometry["X"]) + left + place.x + place.width // 2
        y = int(geometry["Y"]) + top + place.y + place.height // 2
        shell("xdotool", "mousemove", str(x), str(y))
        time.sleep(0.1)
        shell("xdotool", "click", "1")
        shell("xdotool", "mousemove", "0", "0")

    def settle(self):
        """Until what changes the layout has been laid out."""
        time.sleep(0.7 * PATIENCE)

    def _find_frame(self):
        try:
            return self.frame()
        except (AssertionError, subprocess.CalledProcessError):
            return None

    def focus(self):
        shell("xdotool", "windowfocus", "--sync", self.wait(self._find_frame, "the window")[0])

    def keys(self, *keys):
        shell("xdotool", "key", "--delay", "60", *keys)
        time.sleep(0.2)

    def type(self, text):
        shell("xdotool", "type", "--delay", "30", text)

    def fill(self, role, pattern, text):
        """Puts the text in the place of what is there."""
        node = self.find(role, pattern)
        Atspi.EditableText.delete_text(node, 0, Atspi.Text.get_character_count(node))
        Atspi.EditableText.insert_text(node, 0, text, len(text.encode()))

    def texts(self, role, pattern):
        """What all of them say, from above."""
        nodes = [node for node in self.walk() if node.get_role_name() == role and re.fullmatch(pattern, node.get_name() or "")]
        return [Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)) for node in nodes]

    def text(self, role, pattern):
        node = self.find(role, pattern)
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def focused(self):
        """Role and name of what has the keyboard."""
        for node in self.walk():
            states = node.get_state_set()
            if states.contains(Atspi.StateType.FOCUSED) and node.get_role_name() not in ("frame", "window"):
                return node.get_role_name(), node.get_name()
        return None, None

    def tab_to(self, role):
        """By the keyboard to the next widget of a role."""
        for _ in range(20):
            if self.focused()[0] == role:
                return
            self.keys("Tab")
        raise AssertionError(f"Tab leads to no {role}")

    def resize(self, width, height):
        window, (left, top) = self.frame()
        shell("xdotool", "windowmove", "--sync", window, str(-left), str(-top))
        shell("xdotool", "windowsize", "--sync", window, str(width + 2 * left), str(height + 2 * top))
        time.sleep(0.5)

    def picture(self, path):
        time.sleep(0.6)
        shell("import", "-window", "root", path)

    def close(self):
        """As a user does, so that what is kept is kept; returns the exit status."""
        try:
            for i in range(self.root.get_child_count()):
                window = self.root.get_child_at_index(i)
                for a in range(window.get_n_actions()):
                    if window.get_action_name(a) == "window.close":
                        window.do_action(a)
                        break
        except GLib.Error:
            pass  # gone before it could answer; the exit status tells whether that was well
        try:
            return self.process.wait(20 * PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the program does not end") from None


def run(*tests):
    """Run the tests one by one and report them in TAP."""
    print(f"1..{len(tests)}", flush=True)
    failed = False
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} {test.__name__}", flush=True)
        except Skip as reason:
            print(f"ok {number} {test.__name__} # SKIP {reason}", flush=True)
        except Exception as failure:  # a test that breaks is a test that fails
            failed = True
            print(f"not ok {number} {test.__name__}\n# {type(failure).__name__}: {failure}", flush=True)
            print("".join("# " + line + "\n" for line in traceback.format_exc().splitlines()[-9:]), end="", flush=True)
            subprocess.run(["import", "-window", "root", f"{os.environ.get('PICTURES', '/tmp')}/{test.__name__}.png"],
                           check=False)
            for process in RUNNING:
                print(f"# the program: {process.poll()}", flush=True)
                process.kill()
                process.wait()
    sys.exit(1 if failed else 0)
