# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive the program by its own screen: what a screen reader is told is what is found, keys and pointer are real."""
import os
import re
import subprocess
import sys
import time
import traceback

from accessible import Bus, GLib, is_gone


def shell(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


RUNNING = []

# How much longer everything may take, for a program under sanitizers.
PATIENCE = int(os.environ.get("PATIENCE", "1"))


class Skip(Exception):
    """What a test raises that cannot be done here, with the reason."""


class Program:
    """The running program. Every search waits until it finds or its time is up."""

    def __init__(self, *arguments, language="nl", environment=None):
        command = [os.environ["MAATWERK"], *arguments]
        own = {"LANGUAGE": language, "G_DEBUG": "fatal-warnings", **(environment or {})}
        self.process = subprocess.Popen(command, env={**os.environ, **own})
        RUNNING.append(self.process)
        self.bus = Bus(10 * PATIENCE)
        self.root = self.wait(self._find_root, "the program on the accessibility bus", 30)

    def _find_root(self):
        return self.bus.find_program(self.process.pid)

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
        """What is visible, from above."""
        return self.bus.read_tree(node or self.root)

    def windows(self):
        self.walk()
        return self.root.children

    def _search(self, role, pattern):
        for node in self.bus.read_tree(self.root, role):
            if re.fullmatch(pattern, node.name):
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
        return [node.name for node in self.bus.read_tree(self.root, role)]

    def use(self, role, pattern, action):
        """What @action comes to, with what is found; it may be made anew in between."""
        for _ in range(10):
            node = self.find(role, pattern)
            try:
                return action(node)
            except GLib.Error as error:
                if not is_gone(error):
                    raise
        raise AssertionError(f"{role} “{pattern}” does not stay")

    def press(self, role, pattern):
        pressed = self.use(role, pattern, lambda node: node.act("click", "activate", "press"))
        assert pressed, f"{role} “{pattern}” cannot be pressed"
        time.sleep(0.3)  # GTK shows a button as pressed for 250 ms before it does anything

    def frame(self):
        for window in shell("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)).split()[::-1]:
            properties = shell("xprop", "-id", window, "_GTK_FRAME_EXTENTS", "_NET_WM_WINDOW_TYPE")
            if "WINDOW_TYPE_NORMAL" in properties:
                extents = re.search(r"_GTK_FRAME_EXTENTS.* = (\d+), (\d+), (\d+), (\d+)", properties)
                return window, (int(extents[1]), int(extents[3])) if extents else (0, 0)
        raise AssertionError("there is no window")

    def place(self, role, pattern):
        """Where it is in the window, once it has stopped moving."""
        seen = []
        node = self.find(role, pattern)
        for _ in range(50):
            try:
                seen.append(node.place if re.fullmatch(pattern, node.present_name) else None)
            except GLib.Error as error:
                if not is_gone(error):
                    raise
                seen.append(None)
            if not seen[-1]:
                node = self.find(role, pattern)
            elif seen[-3:] == [seen[-1]] * 3:
                return seen[-1]
            time.sleep(0.25)
        raise AssertionError(f"{role} “{pattern}” does not keep still")

    def click(self, role, pattern):
        x, y, width, height = self.place(role, pattern)
        window, (left, top) = self.frame()
        geometry = dict(line.split("=") for line in shell("xdotool", "getwindowgeometry", "--shell", window).split())
        x += int(geometry["X"]) + left + width // 2
        y += int(geometry["Y"]) + top + height // 2
        shell("xdotool", "mousemove", str(x), str(y))
        time.sleep(0.1)
        # As slowly as a hand: a button that is up again before GTK has drawn what the press changed clicks nothing.
        shell("xdotool", "mousedown", "1")
        time.sleep(0.1 * PATIENCE)
        shell("xdotool", "mouseup", "1")
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

    def choose_file(self, path):
        """By the keyboard in the dialog that opens or saves a file."""
        places = {("text", "Naam:"): "Naam:", ("text", "Name:"): "Name:", ("filler", "GtkTreeView"): "GtkFileChooserEntry"}
        entry = self.wait(lambda: places.get(self.focused()), "the keyboard in the dialog of files")
        if entry != "GtkFileChooserEntry":
            self.keys("ctrl+a")
        self.type(path)
        self.reads("text", entry, path)
        self.keys("Return")

    def fill(self, role, pattern, text):
        """Puts the text in the place of what is there."""
        self.use(role, pattern, lambda node: node.write(text))

    def texts(self, role, pattern):
        """What all of them say, from above."""
        return [node.text for node in self.bus.read_tree(self.root, role) if re.fullmatch(pattern, node.name)]

    def text(self, role, pattern):
        return self.use(role, pattern, lambda node: node.text)

    def expect(self, probe, expected):
        """Waits until @probe comes to what is expected."""
        seen = []

        def is_so():
            seen[:] = [probe()]
            return seen == [expected]

        try:
            self.wait(is_so, expected)
        except AssertionError as failure:
            raise AssertionError(f"{failure}; the last that was seen: {seen}") from None

    def reads(self, role, pattern, text):
        self.expect(lambda: self.text(role, pattern), text)

    def focused(self):
        """Role and name of what has the keyboard; both empty: nothing has."""
        for node in self.bus.read_tree(self.root, named=False):
            if node.is_focused and node.role not in ("frame", "window"):
                return node.role, node.present_name
        return "", ""

    def has_keyboard(self, role, pattern):
        """Waits until it has."""
        self.wait(lambda: all(map(re.fullmatch, (role, pattern), self.focused())), f"the keyboard in {role} “{pattern}”")

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
            for window in self.windows():
                window.act("window.close")
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
            print("# the pointer:", shell("xdotool", "getmouselocation"), "the keyboard:", shell("xdotool", "getwindowfocus"), flush=True)
            for process in RUNNING:
                print(f"# the program: {process.poll()}", flush=True)
                process.kill()
                process.wait()
    sys.exit(1 if failed else 0)
