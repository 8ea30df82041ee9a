"""A link that runs from the effect to the means.

Why it matters: a goal does not serve its effort. Read as it stands the effort is for nothing
and the goal has no work; the two ends were swapped.

Bad:

    doelen:
      - id: D1
        tekst: Meer kinderen bewegen.
    inspanningen:
      - {id: I1, tekst: Bouwen van een sporthal., voor: D1}
    verbanden:
      - {van: D1, naar: I1, soort: draagt bij aan}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen bewegen., smart-doelen: [S1]}
    inspanningen:
      - {id: I1, tekst: Bouwen van een sporthal.}
    verbanden:
      - {van: I1, naar: D1, soort: draagt bij aan}
      - {van: I1, naar: S1, soort: draagt bij aan}

Source: questions that auditors ask of a plan.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import KINDS, SUPPORTING_LINKS
from dinet.network import Network

_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


@rule("DS009", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Supporting links from a kind that stands nearer to the vision than what they point at.

    A target may measure anything, as in a logframe the outputs.
    """
    for link in network.links():
        if link.kind not in SUPPORTING_LINKS:
            continue
        start, end = network[link.start], network[link.end]
        if link.kind == "measures" and start.kind == "target":
            continue
        if _RANK[start.kind] < _RANK[end.kind]:
            yield (
                link,
                Sentence(
                    "The link from {start} ({start_kind}) to {end} ({end_kind}) is upside down.",
                    start=start.id,
                    start_kind=Sentence(start.kind),
                    end=end.id,
                    end_kind=Sentence(end.kind),
                ),
            )


DUTCH = {
    "A link that runs from the effect to the means.": (
        "Een verband dat van het effect naar het middel loopt."
    ),
    (
        "a goal does not serve its effort. Read as it stands the effort is for "
        "nothing and the goal has no work; the two ends were swapped."
    ): (
        "een doel dient zijn inspanning niet. Zoals het er staat is de inspanning "
        "nergens voor en heeft het doel geen werk; de twee kanten zijn "
        "verwisseld."
    ),
    "questions that auditors ask of a plan.": (
        "vragen die controleurs aan een plan stellen."
    ),
    (
        "The link from {start} ({start_kind}) to {end} ({end_kind}) is upside "
        "down."
    ): (
        "Het verband van {start} ({start_kind}) naar {end} ({end_kind}) staat "
        "ondersteboven."
    ),
}
