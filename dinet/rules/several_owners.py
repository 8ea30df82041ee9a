"""More than one owner for one effort or benefit.

Why it matters: where two answer for something each may wait for the other. One of them should
be the first.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - tekst: Bouwen van een sporthal.
            trekker: [Vastgoed, Sportraad]

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - tekst: Bouwen van een sporthal.
                trekker: Vastgoed
                partners: Sportraad

Source: the handbook Werken aan Programma's: one owner, primus inter pares.
"""

from collections import Counter

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Benefit, Effort, Element
from dinet.network import Network


@rule("DO503", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Efforts and benefits with two owners in the same role, as far as roles are said."""
    for element in network.elements_of(Effort, Benefit):
        if _shares_a_role(element):
            sentence = element_sentence(
                "{id} ({kind}) has {count} owners: {owners}.",
                element,
                count=len(element.owners),
                owners="; ".join(element.owners),
            )
            yield element, FieldSentence(sentence, "owner")


def _shares_a_role(element: Element) -> bool:
    if len(element.owners) <= 1:
        return False
    if not element.roles:
        return True
    counts = Counter(held.role.casefold() for held in element.roles)
    return max(counts.values()) > 1


DUTCH = {
    "More than one owner for one effort or benefit.": (
        "Meer dan één trekker voor één inspanning of baat."
    ),
    (
        "where two answer for something each may wait for the other. One of them "
        "should be the first."
    ): (
        "waar twee mensen ergens voor staan, kan de een op de ander wachten. Eén "
        "van hen moet de eerste zijn."
    ),
    ("the handbook Werken aan Programma's: one owner, primus inter pares."): (
        "het handboek Werken aan Programma's: één eigenaar, primus inter pares."
    ),
    "{id} ({kind}) has {count} owners: {owners}.": (
        "{id} ({kind}) heeft {count} trekkers: {owners}."
    ),
}
