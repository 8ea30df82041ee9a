"""Numbers that stand against each other, as from several cells.

Why it matters: “91%92%90%” was a row of a table. Which value is of which year, or of which
group, can no longer be told.

Bad:

    doelen:
      - tekst: Meer kinderen hebben een gezond gewicht.
        smart-doelen:
          - {tekst: "Gezond gewicht 91%92%90% in 2028.", bron: GGD}
        inspanningen:
          - Geven van kooklessen.

Good:

    doelen:
      - tekst: Meer kinderen hebben een gezond gewicht.
        smart-doelen:
          - tekst: Gezond gewicht stijgt van 90% naar 92% van de kinderen in 2028.
            bron: GGD
            inspanningen:
              - Geven van kooklessen.

Source: seen in real documents.
"""

import re
from collections.abc import Iterator

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Element, Target
from dinet.network import Network

_GLUED = re.compile(
    r"(?<!\d)\d+(?:[.,]\d+)? ?%(?:\d+(?:[.,]\d+)? ?%)+"
    r"|€ ?\d[\d.]*(?:,\d\d|,-)?(?:€ ?\d[\d.]*(?:,\d\d|,-)?)+"
)


@rule("DI807", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Elements with shares or amounts without anything between them, in their text or a field."""
    for element in network:
        # a quick look first, since few texts have two of these signs
        texts = filter(_has_two_signs, _texts_of(element))
        found = next(filter(None, map(_GLUED.search, texts)), None)
        if found:
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) has numbers against each other: “{words}”.",
                    element,
                    words=found[0],
                ),
            )


def _has_two_signs(text: str) -> bool:
    return text.count("%") > 1 or text.count("€") > 1


def _texts_of(element: Element) -> Iterator[str]:
    """What may hold a row of numbers."""
    yield element.text
    if element.budget:
        yield element.budget
    if isinstance(element, Target):
        aim = element.target
        if aim:
            yield from filter(None, (aim.value, aim.baseline))
        for measurement in element.measurements:
            yield measurement.text


DUTCH = {
    "Numbers that stand against each other, as from several cells.": (
        "Getallen die tegen elkaar staan, als uit meer cellen."
    ),
    (
        "“91%92%90%” was a row of a table. Which value is of which year, or of "
        "which group, can no longer be told."
    ): (
        "“91%92%90%” was een rij van een tabel. Welke waarde bij welk jaar of "
        "welke groep hoort, is niet meer te zien."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "{id} ({kind}) has numbers against each other: “{words}”.": (
        "{id} ({kind}) heeft getallen die tegen elkaar staan: “{words}”."
    ),
}
