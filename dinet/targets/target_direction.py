"""Which way a target is better: whether 88 % asks more than 85 %."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from dinet.targets.known_target import KnownTarget
from dinet.targets.stated_figures import KnownValue
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
    old: KnownTarget,
    new: KnownTarget,
    values: tuple[KnownValue, KnownValue],
) -> BetterDirection | None:
    """Which way is better for a value, as both versions of a target tell.

    The words of direction come first ("daalt"), then the comparators of that value ("minder dan
    8%"; "hoogstens 800 meter" says nothing of the 90% beside it), the starting value, and what is
    counted: nobody wants more school drop-outs. A share or a number of which nothing of that is
    said is wanted, and more of it is better.

    Args:
        old: The target as it was.
        new: The target as it is.
        values: The value in both.

    Returns:
        None when the versions contradict each other.
    """
    targets = tuple(zip((old, new), values, strict=True))
    for find_directions in (
        _stated_directions,
        _compared_directions,
        _from_baselines,
    ):
        found = {
            direction
            for target, value in targets
            for direction in find_directions(target, value)
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return direction_of_counted(new.element.text)


def _stated_directions(
    target: KnownTarget, _: KnownValue
) -> Iterator[BetterDirection]:
    direction = target.analysis.direction
    if direction in WORD_WAYS:
        yield WORD_WAYS[direction]


def _compared_directions(
    _: KnownTarget, value: KnownValue
) -> Iterator[BetterDirection]:
    if value.comparator in COMPARED_WAYS:
        yield COMPARED_WAYS[value.comparator]


def _from_baselines(
    target: KnownTarget, value: KnownValue
) -> Iterator[BetterDirection]:
    """Where a target starts lower than it ends, up is better."""
    goal = value.value
    if value.kind != "level" or isinstance(goal, tuple):
        return
    for baseline in target.baselines:
        if baseline.value is not None and baseline.value != goal:
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
