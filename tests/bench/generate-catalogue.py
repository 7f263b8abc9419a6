#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a valid catalogue of invented interventions: generate-catalogue.py NUMBER > FILE

The texts are as long as those of the real catalogue and made of ordinary Dutch words, always the same for one NUMBER.
"""
import random
import sys

WORDS = (
    "bezoek oudere vrijwilliger gesprek buurt koffie maaltijd wandeling telefoon contact netwerk vriendschap groep cursus "
    "begeleiding ontmoeting activiteit coördinator weduwe weduwnaar rouw verlies eenzaamheid isolement steun hulp zorg "
    "wekelijks maandelijks samen thuis buiten tuin muziek café reünie onderzoek deelnemers resultaat training handleiding "
    "organisatie gemeente wijk huisbezoek maatje luisteren praten leren bewegen computer internet e-mail brief kaart "
    "dagbesteding mantelzorg vertrouwen zelfredzaamheid regie leven dag week maand jaar uur plaats tijd vraag antwoord"
).split()
FACETS = {
    "audience": "older widowed women men migrant lgbt visually-impaired hard-of-hearing mental-health care-home housebound "
                "frail neighbourhood any-adult",
    "form": "individual home-visit group course meeting-place telephone online housing",
    "performed-by": "professional volunteer peer self-study",
    "duration": "up-to-3-months up-to-1-year over-1-year open-ended varies not-stated",
    "intensity": "daily weekly fortnightly monthly varies not-stated",
    "costs": "free paid on-request not-stated",
    "training": "available required none not-stated",
    "described": "yes practice-example",
}
PROFILES = ("actieven geborgenen achterblijvers afhankelijken compenseerders buitenstaanders hoopvollen "
            "overlevers").split()
GROUPS = ("early", "structural", "specific")
LENGTHS = {
    "audience": 25, "goal": 15, "method": 120, "suitability": 12, "performed-by": 15, "duration": 10, "intensity": 10,
    "materials": 30, "training": 15, "costs": 12, "effects": 60, "developer": 8, "more-information": 12,
}


def prose(length):
    text = " ".join(random.choice(WORDS) for _ in range(length))
    return text.capitalize() + "."


def intervention(number):
    group = number % 3
    yield f'  <intervention id="voorbeeld-{number}">'
    yield f'    <number group="{GROUPS[group]}">{group + 1}.{number + 1}</number>'
    yield f'    <name xml:lang="nl">Voorbeeld {number}: {" ".join(random.sample(WORDS, 3))}</name>'
    yield f'    <summary xml:lang="nl">{prose(18)}</summary>'
    for profile in sorted(random.sample(range(8), random.randint(1, 5))):
        yield f'    <fits profile="{PROFILES[profile]}"{random.choice(["", "", chr(32) + "guidance=" + chr(34) + "yes" + chr(34)])}/>'
    for field, length in LENGTHS.items():
        if length > 50:
            yield f'    <{field} xml:lang="nl"><p>{prose(length // 2)}</p><p>{prose(length // 2)} (<reference authors="Voorbeeld" year="2008">Voorbeeld, 2008</reference>).</p></{field}>'
        elif field == "costs" and number % 4 == 0:
            yield f'    <{field} xml:lang="nl" stated="no"/>'
        else:
            yield f'    <{field} xml:lang="nl">{prose(length)}</{field}>'
    for name, values in FACETS.items():
        for value in random.sample(values.split(), 2 if name in ("audience", "form") else 1):
            yield f'    <facet name="{name}" value="{value}"/>'
    yield (f'    <evidence level="{random.choice("none practice descriptive effect controlled".split())}" '
           f'loneliness="{random.choice("decreased slightly-decreased unchanged not-measured unknown".split())}"/>')
    yield "  </intervention>"


def main():
    count = int(sys.argv[1])
    random.seed(count)
    print('<?xml version="1.0" encoding="UTF-8"?>')
    print('<catalogue xmlns="urn:maatwerk:catalogue:1" id="voorbeeld" version="1" published="2012-01-01" source="generated">')
    for number in range(count):
        print("\n".join(intervention(number)))
    print("</catalogue>")


main()
