"""An effort without a budget, in a programme that gives one of most.

Why it matters: beside efforts with an amount it looks free of cost. Its money is unknown, not
zero.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van een sporthal., budget: "€ 500.000"}
          - {tekst: Trainen van vrijwilligers., budget: "€ 10.000"}
          - {tekst: Werven van leden.}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - {tekst: Bouwen van een sporthal., budget: "€ 500.000"}
              - {tekst: Trainen van vrijwilligers., budget: "€ 10.000"}

Source: the handbook Werken aan Programma's.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    lacking_elements,
    rule,
    shorten_quote,
)
from dinet.language import Sentence
from dinet.model import Effort
from dinet.network import Network


@rule("DB701", Severity.INFO, "row")
def check(network: Network) -> RuleRemarks:
    """Efforts without words for money; an amount that is open still says that there is one.

    A part of an effort is paid from the budget of the whole.
    """
    for effort in lacking_elements(network.efforts, _has_budget):
        if not any(map(_has_budget, network.wholes_of(effort))):
            yield (
                effort,
                Sentence(
                    "Effort {id} has no budget: “{text}”.",
                    id=effort.id,
                    text=shorten_quote(effort.text),
                ),
            )


def _has_budget(effort: Effort) -> bool:
    return bool(effort.budget or effort.amounts)


DUTCH = {
    "An effort without a budget, in a programme that gives one of most.": (
        "Een inspanning zonder budget, in een programma dat die van de meeste "
        "geeft."
    ),
    (
        "beside efforts with an amount it looks free of cost. Its money is "
        "unknown, not zero."
    ): (
        "naast inspanningen met een bedrag lijkt deze niets te kosten. Het bedrag "
        "is onbekend, niet nul."
    ),
    "the handbook Werken aan Programma's.": (
        "het handboek Werken aan Programma's."
    ),
    "Effort {id} has no budget: “{text}”.": (
        "Inspanning {id} heeft geen budget: “{text}”."
    ),
}
