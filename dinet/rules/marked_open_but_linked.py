"""A goal that is marked as a white spot, and has targets or efforts all the same.

Why it matters: the mark tells readers that nothing has been worked out yet. Either the mark is out
of date, or what stands under the goal is.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        opmerking: Witte vlek
        inspanningen:
          - Bouwen van een sporthal.

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen: [Bouwen van een sporthal.]

Source: the white spots of a Dutch water authority; common to checkers of argument networks.
"""

from collections.abc import Iterator

from dinet.finding import (
    FieldSentence,
    PlacedSentence,
    RuleRemarks,
    Severity,
    rule,
)
from dinet.language import Sentence
from dinet.model import FieldName, Goal
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_pattern

_FIELDS: tuple[FieldName, ...] = ("status", "remark")
"""Where a document puts such a mark, beside columns of its own."""


@rule("DS013", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Goals with the mark in their status, remark or a column of the document's own."""
    for goal in network.goals:
        if network.supports(goal):
            for sentence in _marks_of(goal):
                yield goal, sentence
                break


def _marks_of(goal: Goal) -> Iterator[Sentence]:
    pattern = statement_pattern("open_marks.words")
    for field in _FIELDS:
        found = pattern.search(getattr(goal, field) or "")
        if found:
            yield FieldSentence(
                _describe_mark(goal, found[0]), field, found[0]
            )
    for cell in goal.extra:
        found = pattern.search(cell.text) or pattern.search(cell.heading)
        if found:
            yield PlacedSentence(_describe_mark(goal, found[0]), (cell.place,))


def _describe_mark(goal: Goal, words: str) -> Sentence:
    return Sentence(
        "Goal {id} is marked “{words}”, and yet something stands under it.",
        id=goal.id,
        words=words,
    )


DUTCH = {
    "A goal that is marked as a white spot, and has targets or efforts all the same.": (
        "Een doel dat als witte vlek is gemerkt, en toch SMART-doelen of inspanningen heeft."
    ),
    (
        "the mark tells readers that nothing has been worked out yet. Either the mark is out of "
        "date, or what stands under the goal is."
    ): (
        "het merk zegt lezers dat er nog niets is uitgewerkt. Of het merk is achterhaald, of wat "
        "onder het doel staat."
    ),
    "the white spots of a Dutch water authority; common to checkers of argument networks.": (
        "de witte vlekken van een waterschap; gebruikelijk in controles van argumentnetwerken."
    ),
    "Goal {id} is marked “{words}”, and yet something stands under it.": (
        "Doel {id} is gemerkt als “{words}”, en toch staat er iets onder."
    ),
}
