"""How efforts lie with their owners: who has most of them, and which goals rest on one owner."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.language import CountedSentence, Sentence
from dinet.model import Goal
from dinet.report.coverage.breakdown import Breakdown


class OwnerLoad(NamedTuple):
    """How the efforts of a programme lie with their owners, whatever the role.

    Args:
        owners: How many owners are named.
        largest: Those with most efforts, as few as have half of all efforts together; the largest
            first. Empty when all owners together have less.
        efforts: Of ``largest``, each once.
        all_efforts: Of the programme.
        lone_goals: Goals of which every effort has the same owner, by their ids, with the names
            of these owners.
    """

    owners: int
    largest: tuple[str, ...]
    efforts: int
    all_efforts: int
    lone_goals: dict[str, tuple[str, ...]]


def owner_load(breakdown: Breakdown) -> OwnerLoad:
    """How the efforts lie with their owners.

    Args:
        breakdown: By owner.
    """
    efforts_of: dict[str, set[str]] = {}
    lone: dict[str, list[str]] = {}
    for row in breakdown.rows:
        if row.key.name is None:
            continue
        efforts = efforts_of.setdefault(row.key.name, set())
        efforts.update(effort.id for effort in row.efforts)
        for goal in row.resting:
            if isinstance(goal, Goal):
                lone.setdefault(goal.id, []).append(row.key.name)
    largest, efforts = _largest_owners(efforts_of, breakdown.efforts)
    return OwnerLoad(
        len(efforts_of),
        tuple(largest),
        len(efforts),
        breakdown.efforts,
        {goal: tuple(dict.fromkeys(names)) for goal, names in lone.items()},
    )


def _largest_owners(
    efforts_of: dict[str, set[str]], all_efforts: int
) -> tuple[list[str], set[str]]:
    """Owners one by one, the largest first, until they have half of all efforts."""
    largest: list[str] = []
    efforts: set[str] = set()
    for name in sorted(efforts_of, key=lambda name: -len(efforts_of[name])):
        if 2 * len(efforts) >= all_efforts:
            return largest, efforts
        largest.append(name)
        efforts |= efforts_of[name]
    has_half = 2 * len(efforts) >= all_efforts
    return (largest, efforts) if has_half else ([], set())


def load_sentences(load: OwnerLoad) -> Iterator[Sentence]:
    """The load in words; nothing when there is one owner, and when nothing lies with one."""
    if load.owners > 1 and load.largest:
        yield CountedSentence(
            "{count} of {owners} owners has {efforts} of {all_efforts} efforts: {names}.",
            "{count} of {owners} owners together have {efforts} of {all_efforts} efforts: {names}.",
            len(load.largest),
            owners=load.owners,
            efforts=load.efforts,
            all_efforts=load.all_efforts,
            names="; ".join(load.largest),
        )
    if load.owners > 1 and load.lone_goals:
        named = [
            f"{goal} ({'; '.join(names)})"
            for goal, names in load.lone_goals.items()
        ]
        yield CountedSentence(
            "{count} goal has efforts of one owner only: {goals}.",
            "{count} goals have efforts of one owner only: {goals}.",
            len(named),
            goals=", ".join(named),
        )
