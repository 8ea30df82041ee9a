"""The answer to ``dinet query contribution``: how much of the goals each effort carries."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from dinet.cli.answers.printing import element_line, wrap_text
from dinet.language import CountedSentence, Sentence
from dinet.model import Element
from dinet.network import QUESTION_WORDS
from dinet.network.contribution import Contribution, EffortShare
from dinet.wording.numbers import hundredths

_UNDER = "      "
"""What stands under a line about an effort begins here."""


def contribution_lines(answer: Contribution, lang: str) -> Iterator[str]:
    """The efforts with their shares, the largest first; how to read them; what they rest on."""
    carried = len(answer.carried)
    if not carried:
        words = Sentence("No effort carries a goal in this document.")
        yield words.in_language(lang)
    else:
        yield wrap_text(_sum_sentence(answer).in_language(lang))
        for share in answer.shares:
            if share.goals:
                yield ""
                yield from _share_lines(share, carriers_by_goal(answer), lang)
    remarks = list(_remark_sentences(answer, lang))
    if remarks:
        yield ""
    for remark in remarks:
        yield wrap_text(remark.in_language(lang))
    yield ""
    definition = QUESTION_WORDS["contribution"].in_language(lang)
    yield wrap_text(definition)


def carriers_by_goal(answer: Contribution) -> dict[str, int]:
    """How many efforts carry each goal, by its id; only goals that one carries."""
    counts: dict[str, int] = {}
    for share in answer.shares:
        for goal in share.goals:
            counts[goal.id] = counts.get(goal.id, 0) + 1
    return counts


def _sum_sentence(answer: Contribution) -> Sentence:
    efforts = sum(bool(share.goals) for share in answer.shares)
    return Sentence(
        "{goals}, divided over {efforts}.",
        goals=CountedSentence(
            "{count} goal with an effort",
            "{count} goals with an effort",
            len(answer.carried),
        ),
        efforts=CountedSentence(
            "{count} effort that carries them",
            "{count} efforts that carry them",
            efforts,
        ),
    )


def _share_lines(
    share: EffortShare, carriers: dict[str, int], lang: str
) -> Iterator[str]:
    yield element_line(share.effort, "")
    yield f"    {_amount_sentence(share, lang).in_language(lang)}"
    if share.alone:
        words = Sentence("carries alone: {ids}", ids=join_ids(share.alone))
        yield wrap_text(words.in_language(lang), _UNDER)
    shared = [goal for goal in share.goals if goal not in share.alone]
    if shared:
        parts = (f"{goal.id} (1/{carriers[goal.id]})" for goal in shared)
        words = Sentence("carries with others: {ids}", ids=", ".join(parts))
        yield wrap_text(words.in_language(lang), _UNDER)


def _amount_sentence(share: EffortShare, lang: str) -> Sentence:
    amount = hundredths(share.share, lang)
    if share.by_points is None:
        return Sentence("share: {amount}", amount=amount)
    return Sentence(
        "share: {amount}; by the points of the document: {points}",
        amount=amount,
        points=hundredths(share.by_points, lang),
    )


def join_ids(elements: Sequence[Element]) -> str:
    """The ids of some elements behind each other."""
    return ", ".join(element.id for element in elements)


def _remark_sentences(answer: Contribution, lang: str) -> Iterator[Sentence]:
    """What carries nothing, what nobody carries, and what the shares rest on."""
    yield from _idle_sentences(answer)
    yield from _goal_sentences(answer)
    yield from _doubt_sentences(answer)
    if answer.points_carried is not None:
        yield CountedSentence(
            "By the points, efforts carry {sum} of {count} goal: the rest of the points is of "
            "what nobody works on.",
            "By the points, efforts carry {sum} of {count} goals: the rest of the points is of "
            "what nobody works on.",
            len(answer.carried)
            + len(answer.not_carried)
            + len(answer.unknown),
            sum=hundredths(answer.points_carried, lang),
        )


def _idle_sentences(answer: Contribution) -> Iterator[Sentence]:
    """The efforts without a share, by why they have none."""
    idle = [share for share in answer.shares if not share.goals]
    for share in idle:
        if share.works_through:
            yield Sentence(
                "{id} has no share of its own: it works through {ids}.",
                id=share.effort.id,
                ids=join_ids(share.works_through),
            )
    if answer.efforts_unknown:
        yield Sentence(
            "The document does not say which goal the efforts serve."
        )
    loose = [share.effort for share in idle if not share.works_through]
    if loose and not answer.efforts_unknown:
        yield Sentence("Efforts without a goal: {ids}.", ids=join_ids(loose))


def _goal_sentences(answer: Contribution) -> Iterator[Sentence]:
    if answer.not_carried:
        ids = join_ids(answer.not_carried)
        yield Sentence("Goals without an effort: {ids}.", ids=ids)
    if answer.unknown:
        yield Sentence(
            "Goals of which the document does not say what serves them: {ids}.",
            ids=join_ids(answer.unknown),
        )


def _doubt_sentences(answer: Contribution) -> Iterator[Sentence]:
    if answer.on_shared_target:
        yield Sentence(
            "Counted as carried, but only through a target that goals share: {ids}.",
            ids=join_ids(answer.on_shared_target),
        )
    if answer.on_weak_links:
        yield Sentence(
            "Carried only by links that the document does not give in so many words: {ids}.",
            ids=join_ids(answer.on_weak_links),
        )


def contribution_data(answer: Contribution, lang: str) -> dict[str, Any]:
    """The answer for a program: elements by their ids, shares exact and as a number."""
    counts = carriers_by_goal(answer)
    return {
        "carried": len(answer.carried),
        "efforts": [_share_data(share, counts) for share in answer.shares],
        "goals_not_carried": _ids_of(answer.not_carried),
        "goals_unknown": _ids_of(answer.unknown),
        "efforts_unknown": _ids_of(answer.efforts_unknown),
        "goals_on_shared_target": _ids_of(answer.on_shared_target),
        "goals_on_weak_links": _ids_of(answer.on_weak_links),
        "points_carried": _fraction_data(answer.points_carried),
        "definition": QUESTION_WORDS["contribution"].in_language(lang),
    }


def _share_data(share: EffortShare, counts: dict[str, int]) -> dict[str, Any]:
    return {
        "id": share.effort.id,
        "share": _fraction_data(share.share),
        "by_points": _fraction_data(share.by_points),
        "goals": [
            {"id": goal.id, "carried_by": counts[goal.id]}
            for goal in share.goals
        ],
        "alone": _ids_of(share.alone),
        "works_through": _ids_of(share.works_through),
    }


def _fraction_data(share: Fraction | None) -> dict[str, Any] | None:
    if share is None:
        return None
    return {"number": round(float(share), 6), "exact": str(share)}


def _ids_of(elements: Sequence[Element]) -> list[str]:
    return [element.id for element in elements]
