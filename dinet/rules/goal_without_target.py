"""A goal that no target of its own measures.

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

from dinet.finding import (
    USUAL_SETTINGS,
    RuleRemarks,
    RuleSettings,
    Severity,
    WholeProgramme,
    rule,
)
from dinet.language import Sentence
from dinet.model import Element, Goal
from dinet.network import Measured, Network
from dinet.wording.proof_words import path_in_words


@rule("DC103", Severity.WARNING, missing_from="document", heeds_visions=True)
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """Goals that no target measures, and those that one measures only through a goal below.

    Not those with a link from an element that does not exist, for which there is another rule.
    A document without any target is told so once, not at each of its goals. Of goals that are
    meant as a far horizon nothing is told.
    """
    goals = [
        goal for goal in network.goals if goal.id not in settings.visionary
    ]
    if len(goals) > 1 and not network.targets:
        sentence = Sentence(
            "None of the {count} goals has a target: nobody can tell when they are reached.",
            count=len(goals),
        )
        yield WholeProgramme(goals[0].places[:1]), sentence
        return
    with_dead_link = _ends_of_dead_links(network)
    for goal in goals:
        if goal.id not in with_dead_link:
            yield from _remarks_on(goal, network)


def _ends_of_dead_links(network: Network) -> frozenset[str]:
    return frozenset(
        link.end
        for link in network.unknown_references()
        if link.kind == "measures"
    )


def _remarks_on(goal: Goal, network: Network) -> RuleRemarks:
    measured = network.measured(goal)
    if measured is Measured.GOAL_BELOW:
        yield goal, _below_sentence(network, goal)
    elif measured is Measured.NONE:
        sentence = Sentence(
            "Goal {id} has no target: nobody can tell when it is reached.",
            id=goal.id,
        )
        yield goal, sentence


def _below_sentence(network: Network, goal: Element) -> Sentence:
    proof = network.measure_proof(goal)
    below = [step.id for step in proof.path[:-1] if isinstance(step, Goal)]
    return Sentence(
        "Goal {id} has no target of its own: it is measured only through {below} ({path}).",
        id=goal.id,
        below=", ".join(below),
        path=path_in_words(proof.path, proof.links),
    )


DUTCH = {
    "A goal that no target of its own measures.": (
        "Een doel dat door geen eigen SMART-doel wordt gemeten."
    ),
    (
        "Goal {id} has no target of its own: it is measured only through {below} "
        "({path})."
    ): (
        "Doel {id} heeft geen eigen SMART-doel: het wordt alleen via {below} gemeten "
        "({path})."
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
    "None of the {count} goals has a target: nobody can tell when they are reached.": (
        "Geen van de {count} doelen heeft een SMART-doel: er is niet vast te stellen wanneer "
        "ze bereikt zijn."
    ),
    "Goal {id} has no target: nobody can tell when it is reached.": (
        "Doel {id} heeft geen SMART-doel: er is niet vast te stellen wanneer het "
        "bereikt is."
    ),
}

ALSO_FOUND = {
    "DC101": "the goals have no efforts: the example needs none.",
    "DC104": "the targets have no efforts of their own: the example needs none.",
    "DM305": "the target has no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
