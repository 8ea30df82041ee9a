"""A benefit, capability or result from which no way leads to a goal.

Why it matters: it stands in the plan as an island. Whatever comes of it, no goal is nearer.

Bad:

    doelen:
      - id: D1
        tekst: Meer kinderen bewegen.
        inspanningen:
          - Bouwen van een sporthal.
    vermogens:
      - {id: V1, tekst: Scholen geven beter gymles., voor: D1}
      - {id: V2, tekst: Wijkteams werken beter samen.}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen bewegen., smart-doelen: [S1]}
    vermogens:
      - {id: V1, tekst: Scholen geven beter gymles., voor: D1}
    inspanningen:
      - {tekst: Opleiden van leraren., voor: [V1, S1]}

Source: common to checkers of argument and requirement networks.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    most_have,
    rule,
)
from dinet.language import Sentence
from dinet.model import Benefit, Capability, Element, Result
from dinet.network import Network


@rule("DS011", Severity.WARNING, "document")
def check(network: Network) -> RuleRemarks:
    """Where at least half of these elements serve something, those that serve nothing at all.

    One with efforts under it is let be: of each of these another rule says that it has no goal.
    """
    between = network.elements_of(Benefit, Capability, Result)
    if not network.goals or not most_have(between, network.serves):
        return
    for element in between:
        if not network.serves(element) and not network.efforts_for(element):
            yield element, _describe_island(element)


def _describe_island(element: Element) -> Sentence:
    return element_sentence(
        "{id} ({kind}) serves nothing: no way leads from “{text}” to a goal.",
        element,
        text=element.text,
    )


DUTCH = {
    "A benefit, capability or result from which no way leads to a goal.": (
        "Een baat, vermogen of resultaat van waaruit geen weg naar een doel "
        "leidt."
    ),
    (
        "it stands in the plan as an island. Whatever comes of it, no goal is "
        "nearer."
    ): (
        "het staat als een eiland in het plan. Wat er ook van komt, geen doel "
        "komt dichterbij."
    ),
    "common to checkers of argument and requirement networks.": (
        "gebruikelijk bij controles van netwerken van argumenten en eisen."
    ),
    ("{id} ({kind}) serves nothing: no way leads from “{text}” to a goal."): (
        "{id} ({kind}) dient niets: van “{text}” leidt geen weg naar een doel."
    ),
}
