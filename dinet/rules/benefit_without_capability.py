"""A benefit that rests on no capability, or a capability that no effort builds.

Why it matters: the chain from work to goal has a rung missing. Where the others have it, its
absence is more likely forgotten than meant.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen bewegen.}
    baten:
      - {id: B1, tekst: Meer lessen buiten., voor: D1}
      - {id: B2, tekst: Minder uitval bij gym., voor: D1}
    vermogens:
      - {id: V1, tekst: Scholen geven beter gymles., voor: B1}
    inspanningen:
      - {tekst: Opleiden van leraren., voor: V1}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen bewegen., smart-doelen: [S1]}
    baten:
      - {id: B1, tekst: Meer lessen buiten., voor: D1}
    vermogens:
      - {id: V1, tekst: Scholen geven beter gymles., voor: B1}
    inspanningen:
      - {tekst: Opleiden van leraren., voor: [V1, S1]}

Source: the chain of the handbook Werken aan Programma's.
"""

from collections.abc import Iterator, Sequence
from types import UnionType

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    lacking_elements,
    rule,
)
from dinet.model import Benefit, Capability, Effort, Element
from dinet.network import Network


@rule("DC106", Severity.WARNING, "row")
def check(network: Network) -> RuleRemarks:
    """Where at least half have what carries them, the benefits and capabilities that have not.

    An island is let be: of what serves nothing another rule speaks.
    """
    benefits = network.elements_of(Benefit)
    for benefit in _uncarried_elements(network, benefits, Capability):
        yield (
            benefit,
            element_sentence(
                "{id} ({kind}) rests on no capability: “{text}”.",
                benefit,
                text=benefit.text,
            ),
        )
    capabilities = network.elements_of(Capability)
    for capability in _uncarried_elements(
        network, capabilities, Capability | Effort
    ):
        yield (
            capability,
            element_sentence(
                "No effort works on {id} ({kind}): “{text}”.",
                capability,
                text=capability.text,
            ),
        )


def _uncarried_elements(
    network: Network, elements: Sequence[Element], carriers: type | UnionType
) -> Iterator[Element]:
    """Those that nothing of some kinds supports, where at least half have such support."""

    def is_carried(element: Element) -> bool:
        return any(
            isinstance(one, carriers) for one in network.supports(element)
        )

    return filter(network.serves, lacking_elements(elements, is_carried))


DUTCH = {
    "A benefit that rests on no capability, or a capability that no effort builds.": (
        "Een baat die op geen vermogen rust, of een vermogen waaraan geen inspanning werkt."
    ),
    (
        "the chain from work to goal has a rung missing. Where the others have it, its absence "
        "is more likely forgotten than meant."
    ): (
        "in de keten van werk naar doel ontbreekt een trede. Waar de andere die wel hebben, is "
        "ze eerder vergeten dan bewust weggelaten."
    ),
    "the chain of the handbook Werken aan Programma's.": (
        "de keten van het handboek Werken aan Programma's."
    ),
    "{id} ({kind}) rests on no capability: “{text}”.": (
        "{id} ({kind}) rust op geen vermogen: “{text}”."
    ),
    "No effort works on {id} ({kind}): “{text}”.": (
        "Geen inspanning werkt aan {id} ({kind}): “{text}”."
    ),
}
