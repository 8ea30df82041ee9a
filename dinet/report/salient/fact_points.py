"""What is good to know: what is in order, shared, or busier than all else."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dinet.language import Sentence
from dinet.model import Element, Goal, Target
from dinet.network import Grade, Measured, Network
from dinet.report.linked_words import (
    ElementCodes,
    ViewWords,
    counted_codes,
    number_in_words,
)
from dinet.report.salient.proofs import titled_place
from dinet.report.salient.salient_point import PointTone, SalientPoint
from dinet.wording.labels import counted_kind

_FEWEST_BUSY = 5
"""With fewer efforts than this no goal is busy: most goals that were met have two to six."""


def good_points(network: Network) -> Iterator[SalientPoint]:
    """That every goal has efforts, or a target."""
    goals = network.goals
    if len(goals) < 2:
        return
    grades = Counter(network.grade(goal) for goal in goals)
    if not (grades[Grade.NONE] or grades[Grade.UNKNOWN]):
        proof = Sentence(
            "{count} of them directly", count=grades[Grade.DIRECT]
        )
        if grades[Grade.DIRECT] == len(goals):
            proof = Sentence("each of them directly")
        sentence = Sentence("{goals} have efforts.", goals=_all_goals(goals))
        yield SalientPoint(PointTone.GOOD, sentence, proof)
    if all(network.measured(goal) is Measured.OWN for goal in goals):
        sentence = Sentence("{goals} have a target.", goals=_all_goals(goals))
        yield SalientPoint(PointTone.GOOD, sentence)


def _all_goals(goals: Sequence[Goal]) -> ViewWords:
    """All goals, as a person says it, leading to their coverage."""
    if len(goals) == 2:
        return ViewWords(Sentence("both goals"), "coverage")
    return ViewWords(
        Sentence("all {goals}", goals=counted_kind("goal", len(goals))),
        "coverage",
    )


def shared_target_points(network: Network) -> Iterator[SalientPoint]:
    """The targets that count for more than one goal."""
    served = {
        shared.element: [
            element for element in shared.serves if isinstance(element, Goal)
        ]
        for shared in network.shared()
        if isinstance(shared.element, Target)
    }
    targets = [target for target, goals in served.items() if len(goals) > 1]
    if not targets:
        return
    widest = max(targets, key=lambda target: len(served[target]))
    goals = served[widest]
    if len(targets) == 1:
        yield SalientPoint(
            PointTone.FACT, _shared_sentence(network, widest, goals)
        )
        return
    yield SalientPoint(
        PointTone.FACT,
        Sentence(
            "{number} targets count for more than one goal: {codes}.",
            **counted_codes(targets),
        ),
        Sentence(
            "{target} for {number}: {codes}",
            target=ElementCodes([widest]),
            **counted_codes(goals),
        ),
    )


def _shared_sentence(
    network: Network, target: Element, goals: Sequence[Goal]
) -> Sentence:
    values = {
        "target": ElementCodes([target]),
        "number": number_in_words(len(goals)),
        "codes": ElementCodes(goals),
    }
    themes = len(network.themes_of(target))
    if themes < 2:
        return Sentence(
            "{target} counts for {number} goals: {codes}.", **values
        )
    return Sentence(
        "{target} counts for {number} goals in {themes} themes: {codes}.",
        **values,
        themes=number_in_words(themes),
    )


def busiest_points(network: Network) -> Iterator[SalientPoint]:
    """The one goal to which most efforts lead, when it stands out."""
    sizes = {
        goal_id: len(effort_ids)
        for goal_id, effort_ids in network.efforts_per_goal().items()
    }
    ranked = sorted(sizes.values(), reverse=True)
    # twice as many as the second stands out to anyone
    if len(ranked) < 2 or ranked[0] < 2 * max(ranked[1], 1):
        return
    is_above_all = ranked[0] == len(network.efforts)
    if is_above_all or ranked[0] < _FEWEST_BUSY:
        return
    goal = network[max(sizes, key=sizes.__getitem__)]
    yield SalientPoint(
        PointTone.FACT,
        Sentence(
            "Most efforts lead to {codes}: {count} of the {total}.",
            codes=ElementCodes([goal]),
            count=ranked[0],
            total=len(network.efforts),
        ),
        titled_place([goal]),
    )
