"""A goal that no target measures.

Why it matters: without a target nobody can tell when the goal is reached, and nobody can
account for it. A goal that is meant as a far horizon is better named so; then its nearer goals
carry the targets.

Bad:

    doelen:
      - tekst: Ouderen voelen zich minder alleen.

Good:

    doelen:
      - tekst: Ouderen voelen zich minder alleen.
        smart-doelen:
          - In 2028 voelt ten hoogste 35% van de 75-plussers zich eenzaam (in 2024 was dit 42%).

Source: studies of Dutch courts of audit on budgets whose goals could not be measured.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network


@rule("DC103", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Goals that no target measures, directly or through other goals.

    Not those with a link from an element that does not exist, for which there is another rule.
    """
    with_dead_link = {
        link.end
        for link in network.unknown_references()
        if link.kind == "measures"
    }
    for goal in network.orphans().goals_without_target:
        if goal.id not in with_dead_link:
            yield (
                goal,
                Sentence(
                    "Goal {id} has no target: nobody can tell when it is reached.",
                    id=goal.id,
                ),
            )


DUTCH = {
    "A goal that no target measures.": (
        "Een doel dat door geen SMART-doel wordt gemeten."
    ),
    (
        "without a target nobody can tell when the goal is reached, and nobody can "
        "account for it. A goal that is meant as a far horizon is better named so; "
        "then its nearer goals carry the targets."
    ): (
        "zonder SMART-doel kan niemand vaststellen wanneer het doel bereikt is, en kan "
        "niemand zich erover verantwoorden. Een doel dat als verre stip bedoeld is, "
        "krijgt beter die naam; dan dragen de doelen daaronder de SMART-doelen."
    ),
    "studies of Dutch courts of audit on budgets whose goals could not be measured.": (
        "onderzoek van rekenkamers naar begrotingen met doelen die niet te meten waren."
    ),
    "Goal {id} has no target: nobody can tell when it is reached.": (
        "Doel {id} heeft geen SMART-doel: er is niet vast te stellen wanneer het "
        "bereikt is."
    ),
}
