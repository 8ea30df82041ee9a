"""A goal without a budget, in a programme that gives one of most goals.

Why it matters: the council decides on money by goal. For this one it cannot see what it costs,
nor that it costs nothing.

Bad:

    doelen:
      - {tekst: Meer kinderen sporten., budget: "€ 500.000"}
      - {tekst: Minder jongeren roken., budget: "€ 100.000"}
      - {tekst: Meer kinderen eten gezond.}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        budget: "€ 500.000"
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: the three questions of the Dutch budget decree for municipalities (BBV).
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    lacking_elements,
    rule,
    shorten_quote,
)
from dinet.language import Sentence
from dinet.model import Goal
from dinet.network import Network


@rule("DB702", Severity.WARNING, "row")
def check(network: Network) -> RuleRemarks:
    """Goals without words for money; a goal under a goal with a budget is paid from that."""
    for goal in lacking_elements(network.goals, _has_budget):
        if not _higher_has_budget(goal, network):
            yield (
                goal,
                Sentence(
                    "Goal {id} has no budget: “{text}”.",
                    id=goal.id,
                    text=shorten_quote(goal.text),
                ),
            )


def _has_budget(goal: Goal) -> bool:
    return bool(goal.budget or goal.amounts)


def _higher_has_budget(goal: Goal, network: Network) -> bool:
    return any(map(_has_budget, network.goals_of(goal)))


DUTCH = {
    (
        "A goal without a budget, in a programme that gives one of most goals."
    ): (
        "Een doel zonder budget, in een programma dat die van de meeste doelen "
        "geeft."
    ),
    (
        "the council decides on money by goal. For this one it cannot see what it "
        "costs, nor that it costs nothing."
    ): (
        "de raad beslist per doel over geld. Van dit doel is niet te zien wat het "
        "kost, en ook niet dat het niets kost."
    ),
    (
        "the three questions of the Dutch budget decree for municipalities (BBV)."
    ): ("de drie W-vragen van het Besluit begroting en verantwoording (BBV)."),
    "Goal {id} has no budget: “{text}”.": (
        "Doel {id} heeft geen budget: “{text}”."
    ),
}
