"""More elements of one kind than one programme can be steered by.

Why it matters: insight comes before completeness. Nobody keeps thirty efforts in mind, and a
drawing of them convinces nobody; group them, or leave out what hardly counts.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - Bouwen van sporthal 1.
          - Bouwen van sporthal 2.
          - Bouwen van sporthal 3.
          - Bouwen van sporthal 4.
          - Bouwen van sporthal 5.
          - Bouwen van sporthal 6.
          - Bouwen van sporthal 7.
          - Bouwen van sporthal 8.
          - Bouwen van sporthal 9.
          - Bouwen van sporthal 10.
          - Bouwen van sporthal 11.
          - Bouwen van sporthal 12.
          - Bouwen van sporthal 13.
          - Bouwen van sporthal 14.
          - Bouwen van sporthal 15.
          - Bouwen van sporthal 16.
          - Bouwen van sporthal 17.
          - Bouwen van sporthal 18.
          - Bouwen van sporthal 19.
          - Bouwen van sporthal 20.
          - Bouwen van sporthal 21.

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van sporthal 1.
              - Bouwen van sporthal 2.

Source: the handbook Werken aan Programma's: ten benefits are plenty.
"""

from collections import Counter
from collections.abc import Mapping

from dinet.finding import (
    USUAL_SETTINGS,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    rule,
)
from dinet.language import Sentence
from dinet.model import Kind
from dinet.network import Network
from dinet.wording.labels import counted_kind

_MOST: Mapping[Kind, Threshold] = {
    "benefit": Threshold(Sentence("benefits"), 10),
    "capability": Threshold(Sentence("capabilities"), 15),
    "effort": Threshold(Sentence("efforts"), 20),
}
"""Of each kind, as the handbook and the tools that follow it have it."""


@rule(
    "DC114",
    Severity.INFO,
    by_default=False,
    thresholds=tuple(_MOST.values()),
)
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """The first element beyond the most of its kind; off by default, since a person decides."""
    counts: Counter[Kind] = Counter()
    for element in network:
        counts[element.kind] += 1
        threshold = _MOST.get(element.kind)
        if threshold is None:
            continue
        most = settings.number_of(threshold)
        if counts[element.kind] == most + 1:
            total = sum(other.kind == element.kind for other in network)
            yield (
                element,
                Sentence(
                    "There are {all}, more than {most}: {id} is the first beyond that.",
                    all=counted_kind(element.kind, total),
                    most=most,
                    id=element.id,
                ),
            )


DUTCH = {
    "More elements of one kind than one programme can be steered by.": (
        "Meer elementen van één soort dan waarop één programma te sturen is."
    ),
    (
        "insight comes before completeness. Nobody keeps thirty efforts in mind, "
        "and a drawing of them convinces nobody; group them, or leave out what "
        "hardly counts."
    ): (
        "inzicht gaat voor volledigheid. Niemand houdt dertig inspanningen in het "
        "hoofd, en een tekening ervan overtuigt niemand; voeg ze samen, of laat "
        "weg wat nauwelijks telt."
    ),
    "the handbook Werken aan Programma's: ten benefits are plenty.": (
        "het handboek Werken aan Programma's: tien baten is al heel wat."
    ),
    "There are {all}, more than {most}: {id} is the first beyond that.": (
        "Er zijn {all}, meer dan {most}: {id} is de eerste daarboven."
    ),
}
