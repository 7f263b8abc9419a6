#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A forbidden include does not compile: each library's own compile command, once with an include that its layer allows
and once with each that it does not. test_layers.py BUILD-FOLDER"""
import json
import os
import shlex
import subprocess
import sys
import tempfile

BUILD = sys.argv[1]
GTK = ["gtk/gtk.h", "adwaita.h", "libintl.h", "glib/gi18n.h"]
# library: a file of it, what must compile, what must not
LAYERS = {
    "base": ("mw-worker.c", ["gio/gio.h", "mw-error.h"], GTK + ["sqlite3.h", "mw-database.h", "mw-typology.h", "mw-catalogue.h",
                                                                "libxml/tree.h"]),
    "storage": ("mw-database.c", ["sqlite3.h", "mw-error.h"], GTK + ["mw-typology.h", "mw-catalogue.h", "libxml/tree.h"]),
    "typology": ("mw-assessment.c", ["glib.h", "mw-typology.h"], GTK + ["sqlite3.h", "mw-database.h", "mw-catalogue.h",
                                                                        "libxml/tree.h"]),
    "catalogue": ("mw-catalogue.c", ["libxml/tree.h", "mw-database.h", "mw-typology.h"],
                  GTK + ["sqlite3.h", "mw-words.h", "mw-window.h"]),
    "widgets": ("mw-panes.c", ["adwaita.h", "mw-catalogue.h"], ["mw-database.h", "mw-wizard-pane.h", "mw-window.h"]),
    "wizard": ("mw-wizard-pane.c", ["adwaita.h", "mw-panes.h"], ["mw-browser-pane.h", "mw-window.h", "mw-database.h"]),
    "meeting": ("mw-meeting-window.c", ["adwaita.h", "mw-room.h"],
                ["mw-cases-pane.h", "mw-wizard-pane.h", "mw-window.h", "mw-database.h"]),
    "browser": ("mw-browser-pane.c", ["adwaita.h", "mw-panes.h"], ["mw-wizard-pane.h", "mw-window.h", "mw-database.h"]),
}


def compiles(command, directory, header):
    with tempfile.NamedTemporaryFile("w", suffix=".c") as source:
        source.write(f'#include <glib.h>\n#include "{header}"\n')
        source.flush()
        words = shlex.split(command)
        if os.path.basename(words[0]) == "ccache":
            words = words[1:]
        keep = [word for word in words if word.startswith(("-I", "-D", "-std", "-f", "-m"))]
        compiler = words[:2] if os.path.basename(words[0]) == "ccache" else words[:1]
        done = subprocess.run([*compiler, *keep, "-fsyntax-only", source.name], cwd=directory, capture_output=True, check=False)
        return done.returncode == 0


def main():
    with open(os.path.join(BUILD, "compile_commands.json"), encoding="utf-8") as file:
        commands = {os.path.basename(entry["file"]): entry for entry in json.load(file)}
    checks = [(layer, source, header, allowed) for layer, (source, good, bad) in LAYERS.items()
              for headers, allowed in ((good, True), (bad, False)) for header in headers]
    print(f"1..{len(checks)}")
    failed = 0
    for number, (layer, source, header, allowed) in enumerate(checks, 1):
        entry = commands[source]
        right = compiles(entry["command"], entry["directory"], header) == allowed
        failed += not right
        print(f"{'ok' if right else 'not ok'} {number} {layer} {'may' if allowed else 'may not'} include {header}")
    return 1 if failed else 0


sys.exit(main())
