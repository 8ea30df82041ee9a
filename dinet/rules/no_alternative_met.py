"""A goal that none of the things by which it could be judged belongs to.

Why it matters: some programmes measure a goal by a SMART target, others by benefits or by lower
goals that carry these. One of them is enough; without any the goal can never be accounted for.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen sporten., inspanningen: [Bouwen van een sporthal.]}
      - {id: D2, tekst: Meer kinderen zwemmen., inspanningen: [Bouwen van een zwembad.]}
    baten:
      - {tekst: Hoger aantal leden van sportclubs., voor: D1}

Good:

    doelen:
      - id: D1
        tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: checkers of requirements, where a policy may name alternatives.
"""

from dinet.finding import (
    USUAL_SETTINGS,
    RuleRemarks,
    RuleSettings,
    Severity,
    rule,
)
from dinet.language import Sentence
from dinet.model import Benefit, Element, Goal, Target
from dinet.network import Measured, Network


@rule(
    "DC110",
    Severity.WARNING,
    "document",
    by_default=False,
    heeds_visions=True,
)
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """Goals with no target, no benefit, and no goal under them that has one.

    It is milder than the rule that asks for a target, and comes in its place: “--also DC110
    --ignore DC103”. A goal that is meant as a far horizon is let be; other alternatives can be
    asked in a rule of one's own.
    """
    for goal in network.goals:
        if goal.id in settings.visionary or _is_judged(network, goal):
            continue
        yield (
            goal,
            Sentence(
                "Goal {id} has no target, no benefit and no lower goal with one of these.",
                id=goal.id,
            ),
        )


def _is_judged(network: Network, goal: Goal) -> bool:
    """Whether it is measured, or what is under it says by what it can be judged."""
    if network.measured(goal) not in (Measured.NONE, Measured.UNKNOWN):
        return True
    return any(
        isinstance(element, Benefit | Target)
        for element in _under(network, goal)
    )


def _under(network: Network, goal: Goal) -> list[Element]:
    """All that serves a goal, itself or by goals under it."""
    found: dict[str, Element] = {}
    waiting: list[Element] = [goal]
    while waiting:
        for element in network.supports(waiting.pop()):
            if element.id not in found:
                found[element.id] = element
                waiting.append(element)
    return list(found.values())


DUTCH = {
    "A goal that none of the things by which it could be judged belongs to.": (
        "Een doel zonder iets waaraan het is af te meten."
    ),
    (
        "some programmes measure a goal by a SMART target, others by benefits or by lower goals "
        "that carry these. One of them is enough; without any the goal can never be accounted for."
    ): (
        "sommige programma's meten een doel met een SMART-doel, andere met baten of met doelen "
        "eronder die deze dragen. Eén ervan is genoeg; zonder is het doel nooit te verantwoorden."
    ),
    "checkers of requirements, where a policy may name alternatives.": (
        "controles van eisen, waarin beleid alternatieven kan noemen."
    ),
    "Goal {id} has no target, no benefit and no lower goal with one of these.": (
        "Doel {id} heeft geen SMART-doel, geen baat en geen lager doel met een daarvan."
    ),
}
