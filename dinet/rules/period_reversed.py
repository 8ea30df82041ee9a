"""A period that ends before it begins.

Why it matters: one of the two is wrong, and which one the document does not say. Every planning
that is made of it is wrong too.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van een sporthal., periode: 2028-2026}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - {tekst: Bouwen van een sporthal., periode: 2026-2028}

Source: the Dutch budget decree for municipalities (BBV) and its checks.
"""

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Element
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_words
from dinet.wording.deadlines import comes_after, is_reversed_period


@rule("DP602", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Elements of every kind with such a period."""
    for element in network:
        if element.period and _is_reversed(element, element.period):
            sentence = element_sentence(
                "The period of {id} ({kind}) ends before it begins: “{words}”.",
                element,
                words=element.period,
            )
            yield element, FieldSentence(sentence, "period")


def _is_reversed(element: Element, period: str) -> bool:
    """By its words, or by two cells under headings that say which is the begin and the end."""
    begins = _texts_under(element, "periods.begins")
    ends = _texts_under(element, "periods.ends")
    if len(begins) == len(ends) == 1:
        return comes_after(begins[0], ends[0])
    return is_reversed_period(period)


def _texts_under(element: Element, words: str) -> list[str]:
    """What the cells of the period say whose heading is among some words."""
    headings = statement_words(words)
    return [
        mention.text
        for mention in element.stated
        if mention.field == "period" and mention.place and mention.text
        if (mention.place.heading or "").strip().casefold() in headings
    ]


DUTCH = {
    "A period that ends before it begins.": (
        "Een periode die eindigt voordat ze begint."
    ),
    (
        "one of the two is wrong, and which one the document does not say. Every "
        "planning that is made of it is wrong too."
    ): (
        "een van de twee klopt niet, en welke zegt het document niet. Elke "
        "planning die ervan wordt gemaakt, klopt dan ook niet."
    ),
    "the Dutch budget decree for municipalities (BBV) and its checks.": (
        "het Besluit begroting en verantwoording (BBV) en de controles daarop."
    ),
    "The period of {id} ({kind}) ends before it begins: “{words}”.": (
        "De periode van {id} ({kind}) eindigt voordat ze begint: “{words}”."
    ),
}
