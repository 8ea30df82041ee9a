"""A policy area (taakveld) that is no such number.

Why it matters: accounts are rendered by these numbers. With another one the money ends up
nowhere, or in the wrong place.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - tekst: Bouwen van een sporthal.
            extra: [{kop: Taakveld, tekst: sport}]

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - tekst: Bouwen van een sporthal.
                extra: [{kop: Taakveld, tekst: "5.2 Sportaccommodaties"}]

Source: the Dutch budget decree for municipalities (BBV) and its checks.
"""

import re

from dinet.finding import (
    PlacedSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_words

_TAAKVELD = re.compile(r"\d\.\d{1,3}[a-e]?(?![\d.])")
"""Such as 0.1, 6.71 and, since 2023, 6.71a; a name may follow."""
_BETWEEN = re.compile(r"\s*[;,/\n]\s*|\s+en\s+")
_LONGEST_AREA = 200
"""In characters: a cell with more holds no areas."""


@rule("DB706", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Cells of a column called so with something else in them; an empty cell is let be."""
    headings = statement_words("taakveld.headings")
    for element in network:
        for cell in element.extra:
            if cell.heading.strip(" :.").casefold() not in headings:
                continue
            if not _has_number(cell.text):
                sentence = element_sentence(
                    "{id} ({kind}) has a policy area (taakveld) without a number: “{words}”.",
                    element,
                    words=cell.text,
                )
                yield element, PlacedSentence(sentence, (cell.place,))


def _has_number(text: str) -> bool:
    """The first of the areas in a cell begins with its number; the others may be its name."""
    first = _BETWEEN.split(text.strip()[:_LONGEST_AREA])[0]
    return not first or _TAAKVELD.match(first) is not None


DUTCH = {
    "A policy area (taakveld) that is no such number.": (
        "Een taakveld dat geen taakveldnummer is."
    ),
    (
        "accounts are rendered by these numbers. With another one the money ends "
        "up nowhere, or in the wrong place."
    ): (
        "de verantwoording gaat volgens deze nummers. Met een ander nummer komt "
        "het geld nergens terecht, of op de verkeerde plek."
    ),
    "the Dutch budget decree for municipalities (BBV) and its checks.": (
        "het Besluit begroting en verantwoording (BBV) en de controles daarop."
    ),
    (
        "{id} ({kind}) has a policy area (taakveld) without a number: “{words}”."
    ): ("{id} ({kind}) heeft een taakveld zonder nummer: “{words}”."),
}
