"""A text that is too long to be read as one thing, or too short to be one.

Why it matters: a text of half a page fits no box and no row, and readers skip it; a single word
leaves them to guess.

Bad:

    doelen:
      - tekst: Meer inwoners doen mee.
        smart-doelen:
          - {tekst: Meedoen, bron: enquête}
        inspanningen:
          - Openen van een dorpshuis.

Good:

    doelen:
      - tekst: Meer inwoners doen mee.
        smart-doelen:
          - tekst: In 2028 doet 60% van de inwoners mee (in 2024 was dit 52%).
            bron: enquête
            inspanningen:
              - Openen van een dorpshuis.

Source: questions that auditors ask of a plan.
"""

from dinet.finding import (
    USUAL_SETTINGS,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    element_sentence,
    rule,
    shorten_quote,
)
from dinet.language import Sentence
from dinet.model import Element, Target
from dinet.network import Network
from dinet.wording.undetermined import find_undetermined

_LONGEST = Threshold(Sentence("characters"), 400, least=40)
"""Some sixty words: a card of a drawing and a row of a table hold no more."""


@rule("DW211", Severity.INFO, thresholds=(_LONGEST,))
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """Long texts of every kind, and of one word those for which no other rule asks more.

    A goal or effort of one word has a rule of its own, and a target with a value in a field says
    more than its text.
    """
    longest = settings.number_of(_LONGEST)
    for element in network:
        if len(element.text) > longest:
            yield (
                element,
                element_sentence(
                    "The text of {id} ({kind}) has {count} characters: “{text}”.",
                    element,
                    count=len(element.text),
                    text=shorten_quote(element.text),
                ),
            )
        elif _is_too_short(element):
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) is a single word: “{text}”.",
                    element,
                    text=element.text,
                ),
            )


def _is_too_short(element: Element) -> bool:
    if element.kind in ("goal", "benefit", "effort", "theme"):
        return False
    if isinstance(element, Target) and (
        element.target or element.measurements
    ):
        return False
    is_word = len(element.text.split()) == 1
    return is_word and not find_undetermined(element.text)


DUTCH = {
    (
        "A text that is too long to be read as one thing, or too short to be one."
    ): (
        "Een tekst die te lang is om als één ding te lezen, of te kort om er een "
        "te zijn."
    ),
    (
        "a text of half a page fits no box and no row, and readers skip it; a "
        "single word leaves them to guess."
    ): (
        "een tekst van een halve bladzijde past in geen vak en geen rij, en "
        "lezers slaan hem over; bij één woord moeten ze raden."
    ),
    "questions that auditors ask of a plan.": (
        "vragen die controleurs aan een plan stellen."
    ),
    "The text of {id} ({kind}) has {count} characters: “{text}”.": (
        "De tekst van {id} ({kind}) heeft {count} tekens: “{text}”."
    ),
    "{id} ({kind}) is a single word: “{text}”.": (
        "{id} ({kind}) is één woord: “{text}”."
    ),
}
