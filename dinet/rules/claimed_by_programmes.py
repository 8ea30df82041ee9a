"""A target or benefit that two programmes both count as theirs.

Why it matters: who adds up what the programmes promise counts it twice, and when it is reached
nobody can tell by whose work. One of them is best named as the one that answers for it.

Bad:

    programmas:
      - {id: P1, tekst: Gezond en actief}
      - {id: P2, tekst: Kansrijke jeugd}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., onderdeel-van: P1}
      - {id: D2, tekst: Minder kinderen zijn alleen., onderdeel-van: P2}
    smart-doelen:
      - {tekst: In 2028 sport 60% van de kinderen., bron: GGD, meet: [D1, D2]}

Good:

    programmas:
      - {id: P1, tekst: Gezond en actief}
      - {id: P2, tekst: Kansrijke jeugd}
    doelen:
      - id: D1
        tekst: Meer kinderen sporten.
        onderdeel-van: P1
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: practice in portfolios of programmes.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
    shorten_quote,
)
from dinet.model import Benefit, Element, Subprogramme
from dinet.network import Network


@rule("DD408", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Those that are part of two programmes or more, or serve goals that are.

    Programmes of separate documents are compared by “dinet portfolio”.
    """
    if len(network.elements_of(Subprogramme)) < 2:
        return
    for element in (*network.targets, *network.elements_of(Benefit)):
        programmes = _programmes_of(network, element)
        if len(programmes) > 1:
            names = "”, “".join(
                shorten_quote(each.text) for each in programmes
            )
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) is claimed by {n} programmes: “{names}”.",
                    element,
                    n=len(programmes),
                    names=names,
                ),
            )


def _programmes_of(network: Network, element: Element) -> list[Element]:
    """The programmes that it is part of, itself or by a goal that it serves, in their order."""
    claimed = {
        link.end
        for each in (element, *network.goals_of(element))
        for link in network.links_of(each)
        if link.kind == "part_of" and link.start == each.id
    }
    return [
        programme
        for programme in network.elements_of(Subprogramme)
        if programme.id in claimed
    ]


DUTCH = {
    "A target or benefit that two programmes both count as theirs.": (
        "Een SMART-doel of baat die twee programma's allebei als de hunne tellen."
    ),
    (
        "who adds up what the programmes promise counts it twice, and when it is reached nobody "
        "can tell by whose work. One of them is best named as the one that answers for it."
    ): (
        "wie optelt wat de programma's beloven telt dit dubbel, en als het is gehaald kan niemand "
        "zeggen door wiens werk. Noem liever één programma dat ervoor instaat."
    ),
    "practice in portfolios of programmes.": (
        "de praktijk van portfolio's van programma's."
    ),
    "{id} ({kind}) is claimed by {n} programmes: “{names}”.": (
        "{id} ({kind}) wordt door {n} programma's geclaimd: “{names}”."
    ),
}
