#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue stands whole in two languages: every Dutch text has its English twin, and the two agree in all that is no
language: blocks, references, links, organisations, years and numbers. test_catalogue_languages.py CATALOGUE"""
import copy
import re
import sys
import xml.etree.ElementTree as ET

SPACE = "{urn:maatwerk:catalogue:1}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PROSE = ("name summary remark audience goal method suitability performed-by duration intensity materials training costs effects "
         "developer more-information").split()


def tag(node):
    return node.tag.removeprefix(SPACE)


def text(node):
    return " ".join("".join(node.itertext()).split())


def children(intervention, name, language):
    return [node for node in intervention.findall(SPACE + name) if node.get(LANG) == language]


def numbers(node):
    """The numbers of a text, whatever the language writes between thousands and before decimals."""
    return sorted(re.sub("[.,]", ".", number) for number in re.findall(r"\d+(?:[.,]\d+)*", text(node)))


def references(node):
    def plain(words):
        return words.replace(" and ", " en ")

    return sorted((plain(text(found)), sorted((name, plain(value)) for name, value in found.attrib.items()))
                  for found in node.iter(SPACE + "reference"))


def links(node):
    return sorted((found.get("href"), text(found)) for found in node.iter(SPACE + "link"))


def organisations(node):
    """Their names, of which an English text may put the common words in English but not the proper ones."""
    return sorted(re.findall(r"[A-ZÀ-Þ]\S+", text(found)) for found in node.iter(SPACE + "organisation"))


def blocks(node):
    return [tag(child) for child in node if tag(child) in ("p", "item")]


def attributes(node):
    return {name: value for name, value in node.attrib.items() if name != LANG}


def has_own_words(node):
    """Whether a text says more than names, addresses and numbers."""
    rest = copy.deepcopy(node)
    for child in list(rest.iter()):
        if tag(child) in ("reference", "link", "organisation"):
            child.text = None
    return len(re.findall(r"\b[a-z]{2,}\b", re.sub(r"\S+@\S+", "", text(rest)))) > 2


def compare(dutch, english):
    for check in (attributes, blocks, references, links, organisations, numbers):
        if check(dutch) != check(english):
            yield f"{check.__name__}: {check(dutch)} in Dutch, {check(english)} in English"
    if has_own_words(dutch) and text(dutch) == text(english):
        yield "the English is the Dutch"


def compare_names(dutch, english):
    proper = text(dutch).split(" (")[0]
    if not text(english).startswith(proper):
        yield f"the English name does not begin with “{proper}”"


def complaints_of(intervention):
    for name in PROSE:
        dutch, english = children(intervention, name, "nl"), children(intervention, name, "en")
        if len(dutch) != len(english):
            yield f"<{name}>: {len(dutch)} in Dutch, {len(english)} in English"
        for pair in zip(dutch, english):
            for complaint in (compare_names if name == "name" else compare)(*pair):
                yield f"<{name}>: {complaint}"


def complaints(catalogue):
    return [f"{intervention.get('id')}: {complaint}"
            for intervention in catalogue.iter(SPACE + "intervention") for complaint in complaints_of(intervention)]


def nothing_is_missing_or_differs(catalogue):
    assert len(list(catalogue.iter(SPACE + "intervention"))) >= 38
    found = complaints(catalogue)
    assert not found, "\n# ".join([f"{len(found)} complaints"] + found)


def find(catalogue, path):
    """The first English element of a path of names within any intervention."""
    for intervention in catalogue.iter(SPACE + "intervention"):
        for node in intervention.findall("/".join(SPACE + name for name in path.split("/"))):
            top = intervention.findall(SPACE + path.split("/")[0])
            if any(node in list(one.iter()) for one in top if one.get(LANG) == "en"):
                return intervention, node
    raise AssertionError(f"no English {path}")


def without(path):
    def change(catalogue):
        intervention, node = find(catalogue, path)
        parent = next(one for one in intervention.iter() if node in list(one))
        parent.remove(node)
    return change


def with_attribute(path, name, value):
    def change(catalogue):
        find(catalogue, path)[1].set(name, value)
    return change


def with_text(path, func):
    def change(catalogue):
        node = find(catalogue, path)[1]
        node.text = func(node.text or "")
    return change


def with_the_dutch(catalogue):
    intervention, node = find(catalogue, "summary")
    node.text = children(intervention, "summary", "nl")[0].text


def every_kind_of_difference_is_seen(catalogue):
    changes = [without(name) for name in PROSE]
    changes += [without("method/p"), without("materials/item/reference"), without("more-information/link"),
                without("more-information/organisation"), with_attribute("materials/item/reference", "year", "1901"),
                with_attribute("more-information/link", "href", "http://www.example.org"),
                with_attribute("developer", "year", "1901"), with_attribute("costs", "stated", "no"),
                with_text("duration", lambda words: words + " 7"), with_text("name", lambda words: "The " + words),
                with_text("more-information/organisation", lambda words: words + " Elders"), with_the_dutch]
    for position, change in enumerate(changes):
        changed = copy.deepcopy(catalogue)
        before = len(complaints(changed))
        change(changed)
        assert len(complaints(changed)) > before, f"change {position} goes unseen"


def main():
    catalogue = ET.parse(sys.argv[1]).getroot()
    tests = [nothing_is_missing_or_differs, every_kind_of_difference_is_seen]
    print(f"1..{len(tests)}")
    failed = False
    for number, test in enumerate(tests, 1):
        try:
            test(catalogue)
            print(f"ok {number} {test.__name__}")
        except AssertionError as failure:
            failed = True
            print(f"not ok {number} {test.__name__}\n# {failure}")
    return 1 if failed else 0


sys.exit(main())
