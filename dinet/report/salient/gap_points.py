"""What is missing: goals to which no effort leads, goals that no target measures."""

from collections.abc import Iterator, Sequence

from dinet.language import CountedSentence, Sentence
from dinet.model import Goal
from dinet.network import Grade, Measured, Network
from dinet.report.linked_words import counted_codes
from dinet.report.salient.goal_grades import goals_of_grade
from dinet.report.salient.proofs import missing_proof
from dinet.report.salient.salient_point import PointTone, SalientPoint


def uncovered_points(network: Network) -> Iterator[SalientPoint]:
    """The goals to which no effort leads, where there are efforts at all."""
    bare = goals_of_grade(network, Grade.NONE) if network.efforts else []
    if bare:
        yield SalientPoint(
            PointTone.GAP,
            CountedSentence(
                "No effort leads to goal {codes}.",
                "No effort leads to {number} of the {total} goals: {codes}.",
                len(bare),
                total=len(network.goals),
                **counted_codes(bare),
            ),
            missing_proof(network, bare),
        )


def unmeasured_points(network: Network) -> Iterator[SalientPoint]:
    """The goals that no target measures, where there are targets at all."""
    if not (network.goals and network.targets):
        return
    measured = {goal.id: network.measured(goal) for goal in network.goals}
    bare = [
        goal for goal in network.goals if measured[goal.id] is Measured.NONE
    ]
    if bare:
        yield SalientPoint(
            PointTone.GAP,
            _unmeasured_sentence(bare),
            missing_proof(network, bare),
        )
    elif set(measured.values()) == {Measured.UNKNOWN}:
        yield SalientPoint(
            PointTone.OPEN,
            Sentence(
                "The document does not say which target is of which goal."
            ),
        )


def targetless_points(network: Network) -> Iterator[SalientPoint]:
    """That there are goals and no targets: the document may tell it in another way."""
    if network.goals and not network.targets:
        yield SalientPoint(
            PointTone.OPEN,
            Sentence("No targets were read."),
            Sentence("when a goal is reached must show from the goal itself"),
        )


def _unmeasured_sentence(goals: Sequence[Goal]) -> Sentence:
    return CountedSentence(
        "Goal {codes} has no target: nobody can tell when it is reached.",
        "{number} goals have no target, so nobody can tell when they are reached: {codes}.",
        len(goals),
        **counted_codes(goals),
    )
