"""What hangs by a thread: goals with one effort, targets on which nobody works."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from dinet.language import CountedSentence, JoinedSentences, Sentence
from dinet.model import Effort, Element
from dinet.network import Grade, Network
from dinet.report.linked_words import (
    ElementCodes,
    counted_codes,
)
from dinet.report.salient.goal_grades import goals_of_grade
from dinet.report.salient.proofs import missing_proof
from dinet.report.salient.salient_point import PointTone, SalientPoint

_MOST_PAIRS = 4
"""More pairs of a goal and its effort are no line beside a sentence any more."""


def shared_cover_points(network: Network) -> Iterator[SalientPoint]:
    """The goals that have efforts only by a target that they share."""
    goals = goals_of_grade(network, Grade.SHARED_TARGET)
    if goals:
        yield SalientPoint(
            PointTone.RISK,
            CountedSentence(
                "Goal {codes} has efforts only through a target that it shares.",
                "{number} goals have efforts only through a target that they share: {codes}.",
                len(goals),
                **counted_codes(goals),
            ),
            Sentence("such an effort may be meant for another goal"),
        )


def fragile_goals(network: Network) -> dict[str, Effort]:
    """The goals to which exactly one effort leads, by their ids, each with that effort.

    A goal of which this is unknown is not among them.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> network = Network(Programme(
        ...     elements=(Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal")),
        ...     links=(Link(start="I1", end="D1", kind="contributes_to"),)))
        >>> {goal: effort.id for goal, effort in fragile_goals(network).items()}
        {'D1': 'I1'}
    """
    lone = {}
    for goal_id, effort_ids in network.efforts_per_goal().items():
        if len(effort_ids) == 1:
            (effort_id,) = effort_ids
            effort = network[effort_id]
            if isinstance(effort, Effort):
                lone[goal_id] = effort
    return lone


def fragile_points(network: Network) -> Iterator[SalientPoint]:
    """The goals that hang on one effort."""
    lone = fragile_goals(network)
    if not lone:
        return
    goals = [network[goal_id] for goal_id in lone]
    efforts = list(dict.fromkeys(lone.values()))
    if len(goals) == 1:
        yield SalientPoint(
            PointTone.RISK,
            Sentence(
                "Goal {codes} hangs on one effort: {effort}.",
                codes=ElementCodes(goals),
                effort=ElementCodes(efforts),
            ),
            Sentence("if that stops, no effort leads to the goal any more"),
        )
        return
    sentence = Sentence(
        "{number} goals hang on one effort each: {codes}.",
        **counted_codes(goals),
    )
    yield SalientPoint(PointTone.RISK, sentence, _fragile_proof(network, lone))


def _fragile_proof(network: Network, lone: Mapping[str, Effort]) -> Sentence:
    """Which goal hangs on which effort, where these are few; else what follows from it."""
    if len(lone) > _MOST_PAIRS:
        return Sentence("if that stops, no effort leads to the goal any more")
    pairs = (
        Sentence(
            "{goal} on {effort}",
            goal=ElementCodes([network[goal_id]]),
            effort=ElementCodes([effort]),
        )
        for goal_id, effort in lone.items()
    )
    return JoinedSentences(*pairs, glue=", ")


def bare_target_points(network: Network) -> Iterator[SalientPoint]:
    """The targets with which no effort is linked, where efforts are linked with something."""
    bare = network.orphans().targets_without_effort
    if not bare or not network.efforts:
        return
    if len(bare) == len(network.targets) > 1:
        yield SalientPoint(
            PointTone.OPEN,
            Sentence("No effort is linked with a target itself."),
            _goal_only_proof(network, bare),
        )
        return
    sentence = CountedSentence(
        "No effort works on target {codes} itself.",
        "No effort works on {number} targets themselves: {codes}.",
        len(bare),
        **counted_codes(bare),
    )
    proof = _goal_only_proof(network, bare) or missing_proof(network, bare)
    yield SalientPoint(PointTone.RISK, sentence, proof)


def _goal_only_proof(
    network: Network, targets: Sequence[Element]
) -> Sentence | None:
    """By which goal efforts lead to the only target; None when it is not so."""
    grades = {network.grade(target) for target in targets}
    if grades != {Grade.THROUGH_GOAL}:
        return None
    goals = dict.fromkeys(
        chain.from_iterable(network.goals_of(target) for target in targets)
    )
    return CountedSentence(
        "only through goal {codes}",
        "only through their goals: {codes}",
        len(goals),
        codes=ElementCodes(goals),
    )
