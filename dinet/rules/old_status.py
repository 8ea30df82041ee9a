"""A status that was stated long before the date of the report.

Why it matters: “in uitvoering” of two years ago says nothing of today. Readers take it for the
state of things now.

Bad:

    peildatum: 2026-03-01
    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - tekst: Bouwen van een sporthal.
            status: In uitvoering
            extra: [{kop: Stand per, tekst: 1-3-2024}]

Good:

    peildatum: 2026-03-01
    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - tekst: Bouwen van een sporthal.
                status: In uitvoering
                extra: [{kop: Stand per, tekst: 1-2-2026}]

Source: the control rules of a Dutch doelenboom.
"""

import datetime as dt
from collections.abc import Iterator

from dinet.finding import (
    USUAL_SETTINGS,
    PlacedSentence,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    element_sentence,
    rule,
)
from dinet.language import Sentence
from dinet.model import Element, Place
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_pattern, statement_words
from dinet.wording.deadlines import day_of_reference

_OLDEST = Threshold(Sentence("days"), 183)
"""Half a year: two reports a year are usual."""


@rule("DP608", Severity.INFO, thresholds=(_OLDEST,))
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """Elements with a status, and a day for it that lies further back than was set.

    The day stands in a column of its own, above the status, or in its cell behind words such as
    “stand per”. What is done keeps its status. Without a date of reference nothing is said.
    """
    stated = [element for element in network if _is_under_way(element)]
    if not stated:
        return
    today = day_of_reference(network.programme.identity.date or "")
    if today is None:
        return
    for element in stated:
        for day, place in _status_days(element):
            age = (today - day).days
            if age > settings.number_of(_OLDEST):
                sentence = element_sentence(
                    "The status of {id} ({kind}) is {age} days old: “{words}”, of {day}.",
                    element,
                    age=age,
                    words=element.status,
                    day=day.isoformat(),
                )
                yield element, PlacedSentence(sentence, (place,))
                break


def _is_under_way(element: Element) -> bool:
    """Whether it has a status, and not one that stays as it is."""
    done = statement_pattern("status_dates.done")
    return bool(element.status) and not done.search(element.status or "")


def _status_days(element: Element) -> Iterator[tuple[dt.date, Place | None]]:
    """The days that an element states for its status, each with the cell."""
    for words, place in _dated_cells(element):
        day = day_of_reference(words)
        if day is not None:
            yield day, place


def _dated_cells(element: Element) -> Iterator[tuple[str, Place | None]]:
    """Where the day of a status may stand, the surest first."""
    headings = statement_words("status_dates.headings")
    for cell in element.extra:
        if cell.heading.strip(" :.").casefold() in headings:
            yield cell.text, cell.place
    words = statement_pattern("status_dates.words")
    statuses = [each for each in element.stated if each.field == "status"]
    for mention in statuses:
        heading = mention.place.heading if mention.place else None
        if heading:
            yield heading, mention.place
    for text in filter(None, (element.status,)):
        found = words.search(text)
        if found:
            yield text[found.end() :], next(iter(element.places), None)


DUTCH = {
    "days": "dagen",
    "A status that was stated long before the date of the report.": (
        "Een status die lang voor de datum van het verslag is opgegeven."
    ),
    (
        "“in uitvoering” of two years ago says nothing of today. Readers take it for the state of "
        "things now."
    ): (
        "“in uitvoering” van twee jaar terug zegt niets over vandaag. Lezers houden het voor de "
        "stand van nu."
    ),
    "the control rules of a Dutch doelenboom.": (
        "de controleregels van een Nederlandse doelenboom."
    ),
    "The status of {id} ({kind}) is {age} days old: “{words}”, of {day}.": (
        "De status van {id} ({kind}) is {age} dagen oud: “{words}”, van {day}."
    ),
}
