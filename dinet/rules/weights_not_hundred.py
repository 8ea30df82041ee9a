"""Points that do not add up to a hundred.

Why it matters: whoever divides a hundred points says what matters most. With another sum the
shares of two goals cannot be compared.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen sporten.}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [{naar: D1, gewicht: 60%}]}
      - {tekst: Trainen van vrijwilligers., voor: [{naar: D1, gewicht: 30%}]}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [{naar: D1, gewicht: 60%}]}
      - {tekst: Trainen van vrijwilligers., voor: [{naar: D1, gewicht: 40%}, S1]}

Source: the weighted network of the handbook Werken aan Programma's.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.network import Network
from dinet.network.link_points import HUNDRED, divided_points


@rule("DB707", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Elements with points at all links to them, in a programme that divides a hundred."""
    for divided in divided_points(network):
        if divided.total != HUNDRED:
            element = network[divided.element_id]
            yield (
                element,
                element_sentence(
                    "The points of what serves {id} ({kind}) add up to {total}, not to 100.",
                    element,
                    total=f"{divided.total:f}",
                ),
            )


DUTCH = {
    "Points that do not add up to a hundred.": (
        "Punten die niet optellen tot honderd."
    ),
    (
        "whoever divides a hundred points says what matters most. With another "
        "sum the shares of two goals cannot be compared."
    ): (
        "wie honderd punten verdeelt, zegt wat het zwaarst telt. Met een andere "
        "som zijn de aandelen van twee doelen niet te vergelijken."
    ),
    "the weighted network of the handbook Werken aan Programma's.": (
        "het gewogen netwerk van het handboek Werken aan Programma's."
    ),
    (
        "The points of what serves {id} ({kind}) add up to {total}, not to 100."
    ): (
        "De punten van wat {id} ({kind}) dient, tellen op tot {total}, niet tot "
        "100."
    ),
}
