"""A column under a heading in words of its own, and what it was taken to hold.

Why it matters: all that stands under “Wat gaan we doen?” was read as efforts by that one heading.
Who wrote the document sees at once whether that is what was meant.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - tekst: Bouwen van een sporthal.
            herkomst: {bestand: plan.docx, tabel: 1, rij: 2, kolom: 3, kop: Wat gaan we doen?}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - tekst: Bouwen van een sporthal.
                herkomst: {bestand: plan.docx, tabel: 1, rij: 2, kolom: 3, kop: Inspanningen}

Source: the import of a Dutch doelenboom, which tells which of its column names matched.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.language import JoinedSentences, Sentence
from dinet.model import Element, FieldName, Kind, Place
from dinet.native.keys import (
    ELEMENT,
    KIND_KEYS,
    STATED_FIELDS,
    hyphenated_word,
    keys_by_word,
    names_by_word,
)
from dinet.network import Network

_Meaning = Kind | FieldName


@rule("DI804", Severity.INFO, by_default=False)
def check(network: Network) -> RuleRemarks:
    """One finding for each heading that is no name of what was read under it.

    A heading under which several things were read, such as goals and their themes, is told once.
    """
    found: dict[str, dict[_Meaning, Place]] = defaultdict(dict)
    for meaning, place in _read_cells(network):
        heading = " ".join((place.heading or "").split())
        if heading and not _is_usual(heading, meaning):
            found[heading].setdefault(meaning, place)
    for heading, places in found.items():
        yield (
            WholeProgramme(tuple(dict.fromkeys(places.values()))),
            Sentence(
                "The heading “{heading}” was read as: {meanings}.",
                heading=heading,
                meanings=JoinedSentences(*map(Sentence, places), glue=", "),
            ),
        )


def _read_cells(network: Network) -> Iterator[tuple[_Meaning, Place]]:
    """Each cell that an element or one of its fields was read from, and what it was read as."""
    for element in network:
        for place in element.places:
            yield element.kind, place
        yield from _field_cells(element)


def _field_cells(element: Element) -> Iterator[tuple[_Meaning, Place]]:
    for mention in element.stated:
        if mention.place:
            yield mention.field, mention.place


def _is_usual(heading: str, meaning: _Meaning) -> bool:
    """Whether a heading is one of the names that dinet's own form has for it."""
    return meaning in _meanings_by_name().get(hyphenated_word(heading), ())


@cache
def _meanings_by_name() -> dict[str, set[str]]:
    """What each name of dinet's own form stands for: in one or more, in both languages."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for key in KIND_KEYS:
        in_dutch = Sentence(key.field).in_language("nl")
        names = (key.nl, key.en, *key.also.split(), key.field, in_dutch)
        for name in names:
            meanings[hyphenated_word(name)].add(key.field)
    for word, field in names_by_word(STATED_FIELDS).items():
        meanings[word].add(field)
    for word, key in keys_by_word(ELEMENT).items():
        meanings[word].add(_FIELD_OF_KEY.get(key.field, key.field))
    return meanings


_FIELD_OF_KEY = {"owners": "owner", "partners": "partner", "sources": "source"}
"""The fields that an element may have more than one of."""

DUTCH = {
    "phase": "fase",
    "year": "jaar",
    "A column under a heading in words of its own, and what it was taken to hold.": (
        "Een kolom met een kop in eigen woorden, en waarvoor zij is gehouden."
    ),
    (
        "all that stands under “Wat gaan we doen?” was read as efforts by that one heading. Who "
        "wrote the document sees at once whether that is what was meant."
    ): (
        "alles onder “Wat gaan we doen?” is door die ene kop als inspanning gelezen. Wie het "
        "document schreef ziet meteen of dat zo bedoeld is."
    ),
    "the import of a Dutch doelenboom, which tells which of its column names matched.": (
        "de invoer van een Nederlandse doelenboom, die meldt welke kolomnaam is herkend."
    ),
    "The heading “{heading}” was read as: {meanings}.": (
        "De kop “{heading}” is gelezen als: {meanings}."
    ),
}
