"""A target or goal that says something else in another place.

Why it matters: one word more or less (“zeer”, “minimaal”) moves what is asked. Who measures it
must know which wording holds.

Bad:

    doelen:
      - tekst: Meer jongeren zijn gelukkig.
        smart-doelen:
          - tekst: In 2028 voelt 85% van de jongeren zich (zeer) gelukkig.
            bron: GGD
            andere-bewoordingen: ["85% van de jongeren voelt zich in 2028 zeer gelukkig."]
        inspanningen:
          - Openen van een jongerencentrum.

Good:

    doelen:
      - tekst: Meer jongeren zijn gelukkig.
        smart-doelen:
          - tekst: In 2028 voelt 85% van de jongeren zich gelukkig (in 2024 was dit 80%).
            bron: GGD
            andere-bewoordingen: ["In 2028 voelt 85% van de jongeren zich gelukkig (2024: 80%)."]
            inspanningen:
              - Openen van een jongerencentrum.

Source: seen in real documents.
"""

import re
from functools import cache

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.language import Sentence
from dinet.model import Effort, Element
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_pattern

_IN_BRACKETS = re.compile(r"\([^()]*\)")


@rule("DD405", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Elements that are no effort, with two wordings of which only one holds a certain word.

    The list is ``qualifiers.words``; a word in brackets is another than one without.
    """
    for element in network:
        if isinstance(element, Effort):
            continue
        for wording in element.wordings:
            moved = sorted(
                _find_qualifiers(element.text) ^ _find_qualifiers(wording)
            )
            if moved:
                yield element, _describe_drift(element, wording, moved)


def _describe_drift(
    element: Element, wording: str, moved: list[str]
) -> Sentence:
    """That a wording has other words; of a word that only loses its brackets, just that."""
    bare = [word for word in moved if f"({word})" in moved]
    if len(moved) == 2 * len(bare):
        return element_sentence(
            "{id} ({kind}) has “{words}” in brackets at one place and without at another: "
            "“{wording}”.",
            element,
            words="”, “".join(bare),
            wording=wording,
        )
    return element_sentence(
        "{id} ({kind}) is worded otherwise elsewhere, in “{words}”: “{wording}”.",
        element,
        words="”, “".join(moved),
        wording=wording,
    )


def _find_qualifiers(text: str) -> set[str]:
    """The qualifying words in a text, with brackets around those that stand in brackets."""
    bracketed = " ".join(_IN_BRACKETS.findall(text))
    bare = _IN_BRACKETS.sub(" ", text)
    found = _qualifier_pattern().findall
    return {word.lower() for word in found(bare)} | {
        f"({word.lower()})" for word in found(bracketed)
    }


@cache
def _qualifier_pattern() -> re.Pattern[str]:
    return statement_pattern("qualifiers.words")


DUTCH = {
    "A target or goal that says something else in another place.": (
        "Een SMART-doel of doel dat op een andere plek iets anders zegt."
    ),
    (
        "one word more or less (“zeer”, “minimaal”) moves what is asked. Who "
        "measures it must know which wording holds."
    ): (
        "één woord meer of minder (“zeer”, “minimaal”) verschuift wat er wordt "
        "gevraagd. Wie het meet, moet weten welke tekst geldt."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    (
        "{id} ({kind}) is worded otherwise elsewhere, in “{words}”: “{wording}”."
    ): (
        "{id} ({kind}) staat elders met een andere betekenis, in “{words}”: "
        "“{wording}”."
    ),
    (
        "{id} ({kind}) has “{words}” in brackets at one place and without at another: "
        "“{wording}”."
    ): (
        "{id} ({kind}) heeft “{words}” op de ene plek tussen haakjes en op de andere niet: "
        "“{wording}”."
    ),
}
