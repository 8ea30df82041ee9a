"""A target to which no effort is linked; the finding says whether its goal has efforts.

Why it matters: that efforts work on the goal does not yet mean that one of them moves this
figure. The grades are never mixed: through the goal is a question to ask, none is a gap.

Bad:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - In 2028 sport 60% van de kinderen elke week.
        inspanningen:
          - Bouwen van een sporthal.

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen elke week.
            inspanningen:
              - Bouwen van een sporthal.

Source: seen in real documents, where efforts stand beside a goal and not beside its targets.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Element
from dinet.network import Grade, Network, Proof
from dinet.wording.proof_words import path_in_words


@rule("DC104", Severity.WARNING, missing_from="document")
def check(network: Network) -> RuleRemarks:
    """Targets that no effort serves, with the efforts that their goals have.

    Not those without a goal or with a link from an element that does not exist: these have rules
    of their own.
    """
    orphans = network.orphans()
    if not orphans.targets_without_effort:
        return
    other_fault = {
        target.id
        for target in (*orphans.targets_without_goal, *orphans.unknown)
    }
    other_fault.update(link.end for link in network.unknown_references())
    efforts_per_goal = network.efforts_per_goal()
    for target in orphans.targets_without_effort:
        if target.id not in other_fault:
            counts = {
                goal.id: len(efforts_per_goal[goal.id])
                for goal in network.goals_of(target)
            }
            yield target, _describe_target(network.proof(target), counts)


def _describe_target(
    proof: Proof, efforts_by_goal: dict[str, int]
) -> Sentence:
    """What is said of a target, from its grade and the number of efforts for each goal."""
    target: Element = proof.element
    if proof.grade is Grade.NONE:
        return Sentence(
            "Target {id} has no effort, and no goal of it has one either.",
            id=target.id,
        )
    if proof.grade is Grade.THROUGH_GOAL:
        goals = [
            f"{goal} ({count})"
            for goal, count in efforts_by_goal.items()
            if count
        ]
        return Sentence(
            "Target {id} has efforts through the goal only: "
            "none is linked to the target itself. Efforts per goal: {goals}.",
            id=target.id,
            goals=", ".join(goals),
        )
    return Sentence(
        _WORDS_OF_GRADE[proof.grade],
        id=target.id,
        path=path_in_words(proof.path, proof.links),
    )


_WORDS_OF_GRADE = {
    Grade.OWN_TARGET: "Target {id} has no effort of its own: one leads to it through another "
    "target ({path}).",
    Grade.GOAL_BELOW: "Target {id} has no effort of its own, and its goal has one only through "
    "a goal below ({path}).",
    Grade.SHARED_TARGET: "Target {id} has no effort of its own, and its goal has one only "
    "through a target that it shares ({path}).",
}


DUTCH = {
    (
        "A target to which no effort is linked; the finding says whether its goal has "
        "efforts."
    ): (
        "Een SMART-doel waarmee geen inspanning verbonden is; de bevinding zegt of het "
        "doel wel inspanningen heeft."
    ),
    (
        "that efforts work on the goal does not yet mean that one of them moves this "
        "figure. The grades are never mixed: through the goal is a question to "
        "ask, none is a gap."
    ): (
        "dat er aan het doel gewerkt wordt, betekent nog niet dat een van die "
        "inspanningen dit cijfer beweegt. De graden worden nooit vermengd: “via "
        "het doel” is een vraag om te stellen, “geen” is een gat."
    ),
    (
        "seen in real documents, where efforts stand beside a goal and not beside its "
        "targets."
    ): (
        "gezien in echte documenten, waar inspanningen naast een doel staan en niet "
        "naast de SMART-doelen."
    ),
    (
        "Target {id} has efforts through the goal only: none is linked to the target "
        "itself. Efforts per goal: {goals}."
    ): (
        "SMART-doel {id} heeft alleen via het doel inspanningen: met het SMART-doel "
        "zelf is er geen verbonden. Inspanningen per doel: {goals}."
    ),
    (
        "Target {id} has no effort of its own: one leads to it through another target ({path})."
    ): (
        "SMART-doel {id} heeft geen eigen inspanning: inspanningen bereiken het alleen via een "
        "ander SMART-doel ({path})."
    ),
    (
        "Target {id} has no effort of its own, and its goal has one only through a goal below "
        "({path})."
    ): (
        "SMART-doel {id} heeft geen eigen inspanning, en zijn doel alleen via een doel eronder "
        "({path})."
    ),
    (
        "Target {id} has no effort of its own, and its goal has one only through a target that "
        "it shares ({path})."
    ): (
        "SMART-doel {id} heeft geen eigen inspanning, en zijn doel alleen via een SMART-doel "
        "dat het deelt ({path})."
    ),
    "Target {id} has no effort, and no goal of it has one either.": (
        "SMART-doel {id} heeft geen inspanning, ook niet via het doel."
    ),
}

ALSO_FOUND = {
    "DM305": "the target has no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
