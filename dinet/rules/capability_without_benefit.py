"""A capability that serves a goal without a benefit between, where the others have one.

Why it matters: a capability is worth its money by what it brings about. Without the benefit nobody
can tell whether it did.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen bewegen., inspanningen: [Bouwen van een sporthal.]}
    baten:
      - {id: B1, tekst: Meer lessen buiten., voor: D1}
    vermogens:
      - {id: V1, tekst: Scholen geven beter gymles., voor: B1}
      - {id: V2, tekst: Wijkteams werken beter samen., voor: D1}

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

Source: the control rules of a Dutch doelenboom; the handbook Werken aan Programma's.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    lacking_elements,
    rule,
)
from dinet.model import Benefit, Capability, Element
from dinet.network import Network


@rule("DC107", Severity.WARNING, "document")
def check(network: Network) -> RuleRemarks:
    """Where at least half of the capabilities serve a benefit, those that serve something else.

    One that serves nothing at all is an island, of which another rule speaks.
    """
    capabilities = network.elements_of(Capability)

    def serves_benefit(element: Element) -> bool:
        served = network.serves(element)
        return any(isinstance(one, Benefit | Capability) for one in served)

    for capability in lacking_elements(capabilities, serves_benefit):
        if network.serves(capability):
            yield (
                capability,
                element_sentence(
                    "{id} ({kind}) serves no benefit: “{text}”.",
                    capability,
                    text=capability.text,
                ),
            )


DUTCH = {
    (
        "A capability that serves a goal without a benefit between, where the others have one."
    ): (
        "Een vermogen dat een doel dient zonder baat ertussen, waar de andere er een hebben."
    ),
    (
        "a capability is worth its money by what it brings about. Without the benefit nobody "
        "can tell whether it did."
    ): (
        "een vermogen is zijn geld waard door wat het teweegbrengt. Zonder de baat kan niemand "
        "zeggen of dat gelukt is."
    ),
    (
        "the control rules of a Dutch doelenboom; the handbook Werken aan Programma's."
    ): (
        "de controleregels van een Nederlandse doelenboom; het handboek Werken aan Programma's."
    ),
    "{id} ({kind}) serves no benefit: “{text}”.": (
        "{id} ({kind}) dient geen baat: “{text}”."
    ),
}
