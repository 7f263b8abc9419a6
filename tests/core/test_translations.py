#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string is translated: no fuzzy or empty entry in any language, none missing from the files, and no source file with
strings missing from POTFILES.in. test_translations.py SOURCE-FOLDER"""
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.abspath(sys.argv[1])
PO = os.path.join(TOP, "po")


def lines(name):
    with open(os.path.join(PO, name), encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def has_strings(path):
    if not path.endswith((".c", ".ui", ".in")):
        return False
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".c"):
        return re.search(r"\b(N?_|C_|ngettext) \(\"", text) is not None
    if path.endswith(".ui"):
        return 'translatable="yes"' in text
    return path.endswith((".desktop.in", ".metainfo.xml.in"))


def potfiles_are_complete():
    listed = set(lines("POTFILES.in"))
    found = set()
    for folder in ("src", "ui", "data"):
        for place, _, names in os.walk(os.path.join(TOP, folder)):
            found |= {os.path.relpath(os.path.join(place, name), TOP) for name in names
                      if has_strings(os.path.join(place, name)) }
    assert not found - listed, f"missing from POTFILES.in: {sorted(found - listed)}"
    assert not listed - found, f"without strings in POTFILES.in: {sorted(listed - found)}"


def count(path, *options):
    done = subprocess.run(["msgattrib", *options, "--no-wrap", path], check=True, capture_output=True, text=True)
    return len(re.findall(r"^msgid (?!\"\"$)", done.stdout, re.M))


def template(folder):
    path = os.path.join(folder, "maatwerk.pot")
    environment = dict(os.environ, GETTEXTDATADIRS=os.environ.get("GETTEXTDATADIRS", ""))
    subprocess.run(["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
                    "--keyword=ngettext:1,2", "-o", path, *lines("POTFILES.in")],
                   cwd=TOP, check=True, env=environment, capture_output=True)
    return path


def every_language_is_complete():
    with tempfile.TemporaryDirectory() as folder:
        pot = template(folder)
        for language in lines("LINGUAS"):
            po = os.path.join(PO, language + ".po")
            subprocess.run(["msgfmt", "--check", "-o", os.devnull, po], check=True)
            assert count(po, "--only-fuzzy") == 0, f"{language}: fuzzy entries"
            assert count(po, "--untranslated") == 0, f"{language}: untranslated entries"
            assert count(po, "--only-obsolete") == 0, f"{language}: obsolete entries"
            done = subprocess.run(["msgcmp", po, pot], capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{language}: {done.stderr}"


def dutch_differs():
    """An entry that is the same in Dutch is a word that is the same, not one that was forgotten."""
    same = {"%1$d %2$s %3$d", "%s: %s", "%s, %s", "55–64", "65–74", "75–84", "85–94", "Contact", "Contact: %s", "F_ilters", "Filters",
            "Maatwerk", "Online", "Open", "Scores", "Status", "Status: %s", "Training", "Typology: %s", "complex", "en", "online"}
    text = subprocess.run(["msgcat", "--no-wrap", os.path.join(PO, "nl.po")], check=True, capture_output=True, text=True).stdout
    for source, translation in re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', text, re.M):
        assert source != translation or source in same, f"“{source}” is not translated"


def main():
    tests = [potfiles_are_complete, every_language_is_complete, dutch_differs]
    print(f"1..{len(tests)}")
    failed = False
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} {test.__name__}")
        except (AssertionError, subprocess.CalledProcessError) as failure:
            failed = True
            print(f"not ok {number} {test.__name__}\n# {failure} {getattr(failure, 'stderr', '')}")
    return 1 if failed else 0


sys.exit(main())
