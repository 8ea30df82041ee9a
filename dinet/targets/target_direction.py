"""Which way a target is better: whether 88 % asks more than 85 %."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from dinet.targets.known_target import KnownTarget
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.folding import fold_text
from dinet.wording.target_sentence.result import Comparator, Direction

BetterDirection = Literal["up", "down"]

COMPARED_WAYS: dict[Comparator, BetterDirection] = {
    "ge": "up",
    "gt": "up",
    "le": "down",
    "lt": "down",
}
"""Which way is better by the comparator of a value; the others do not tell."""
WORD_WAYS: dict[Direction, BetterDirection] = {"up": "up", "down": "down"}
"""Which way is better by the words of direction; the others do not tell."""
_SIGNS = "().,;:"
"""At a word, as prose has them."""


def better_direction(
    old: KnownTarget, new: KnownTarget
) -> BetterDirection | None:
    """Which way is better, as both versions of a target tell.

    The words of direction come first ("daalt"), then the comparators ("minder dan 8%"), the
    starting value, and what is counted: nobody wants more school drop-outs. A share or a number
    of which nothing of that is said is wanted, and more of it is better.

    Returns:
        None when the versions contradict each other.
    """
    signs = (_stated_directions, _compared_directions, _from_baselines)
    for find_directions in signs:
        found = {*find_directions(old), *find_directions(new)}
        if found:
            return found.pop() if len(found) == 1 else None
    return direction_of_counted(new.element.text)


def _stated_directions(target: KnownTarget) -> Iterator[BetterDirection]:
    direction = target.analysis.direction
    if direction in WORD_WAYS:
        yield WORD_WAYS[direction]


def _compared_directions(target: KnownTarget) -> Iterator[BetterDirection]:
    for value in target.values:
        if value.comparator in COMPARED_WAYS:
            yield COMPARED_WAYS[value.comparator]


def _from_baselines(target: KnownTarget) -> Iterator[BetterDirection]:
    """Where a target starts lower than it ends, up is better."""
    levels = [value for value in target.values if value.kind == "level"]
    for baseline in target.baselines:
        for value in levels[:1]:
            goal = value.value
            if baseline.value is None or isinstance(goal, tuple):
                continue
            if baseline.value != goal:
                yield "up" if goal > baseline.value else "down"


def direction_of_counted(text: str) -> BetterDirection | None:
    """Which way is better of what a text counts.

    Args:
        text: A target sentence, or the clause of its number.

    Returns:
        ``down`` for what nobody wants more of, None where that only says who is meant, else
        ``up``.

    Example:
        >>> direction_of_counted("het schoolverzuim 8%"), direction_of_counted("8% sport")
        ('down', 'up')
    """
    words = fold_text(text).split()
    unwanted = tuple(map(fold_text, words_of("unwanted")))
    only_describe = set(map(fold_text, words_of("before_unwanted")))
    for before, word in pairwise(["", *words]):
        if word.strip(_SIGNS).endswith(unwanted):
            return None if before in only_describe else "down"
    return "up"
