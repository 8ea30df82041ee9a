"""An effort that passes by the rung that the others use.

Why it matters: between the effort and so high a goal stands a step that nobody wrote down: how
the one leads to the other cannot be judged.

Bad:

    doelen:
      - {id: D1, tekst: Iedereen doet mee., niveau: strategisch}
      - {id: D2, tekst: Meer kinderen bewegen., niveau: operationeel, voor: D1}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: D2}
      - {tekst: Trainen van vrijwilligers., voor: D1}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Iedereen doet mee., niveau: strategisch, smart-doelen: [S1]}
      - id: D2
        tekst: Meer kinderen bewegen.
        niveau: operationeel
        voor: D1
        smart-doelen: [S1]
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: D2}
      - {tekst: Trainen van vrijwilligers., voor: S1}

Source: the handbook Werken aan Programma's.
"""

from operator import not_

from dinet.finding import RuleRemarks, Severity, most_have, rule
from dinet.language import Sentence
from dinet.model import Effort, Goal
from dinet.network import Network


@rule("DS008", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Efforts for a strategic goal itself, where at least half of the efforts have another goal.

    The goal has operational goals under it; without these there is no rung to skip.
    """
    skipped = {goal.id for goal in network.goals if _has_rung(goal, network)}
    if not skipped:
        return
    served = [_served(effort, skipped, network) for effort in network.efforts]
    if not most_have(served, not_):
        return
    for effort, goals in zip(network.efforts, served, strict=True):
        for goal in goals:
            yield (
                effort,
                Sentence(
                    "Effort {id} serves strategic goal {goal} itself: what stands between them?",
                    id=effort.id,
                    goal=goal,
                ),
            )


def _has_rung(goal: Goal, network: Network) -> bool:
    """A strategic goal with an operational goal under it."""
    if goal.level != "strategic":
        return False
    return any(
        isinstance(below, Goal) and below.level == "operational"
        for below in network.supports(goal)
    )


def _served(effort: Effort, skipped: set[str], network: Network) -> list[str]:
    """The ids of the strategic goals that an effort serves by a link of its own."""
    return [
        served.id for served in network.serves(effort) if served.id in skipped
    ]


DUTCH = {
    "An effort that passes by the rung that the others use.": (
        "Een inspanning die de trede overslaat die de andere gebruiken."
    ),
    (
        "between the effort and so high a goal stands a step that nobody wrote "
        "down: how the one leads to the other cannot be judged."
    ): (
        "tussen de inspanning en zo'n hoog doel zit een stap die niemand "
        "opschreef: hoe het een tot het ander leidt, is niet te beoordelen."
    ),
    "the handbook Werken aan Programma's.": (
        "het handboek Werken aan Programma's."
    ),
    (
        "Effort {id} serves strategic goal {goal} itself: what stands between "
        "them?"
    ): (
        "Inspanning {id} dient strategisch doel {goal} zelf: wat staat ertussen?"
    ),
}
