"""How many links cross between two columns, and the place of an item where fewest do."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WITHIN = 1.5
"""So many times counts a crossing of two links within their bands: that is read as a tangle. Links between bands run together
in tracks, where crossings are clear."""


class Ends(NamedTuple):
    """Where links end in the next column on one side: those within their band, and all of them; both from the top."""

    near: list[int]
    all: list[int]


def crossed(rows: Iterable[Ends]) -> float:
    """How many pairs of links cross, those within bands ``WITHIN`` times.

    Args:
        rows: Where the links of every item of the left column end in the right one, from the top.
    """
    ends = [*rows]
    return _inversions(each.all for each in ends) + (WITHIN - 1) * _inversions(
        each.near for each in ends
    )


def best(here: int, ends: Sequence[tuple[Ends, Ends]], reach: int) -> int:
    """The nearest place of an item, in its part of a column, where the fewest of its links cross.

    Args:
        here: Its place now.
        ends: Where the links of all items of the part end, on the left and on the right.
        reach: A place is looked for so far up and down.
    """
    fewest, found = 0.0, here
    for step, stop in (
        (1, min(len(ends), here + reach + 1)),
        (-1, max(-1, here - reach - 1)),
    ):
        more = 0.0
        for place in range(here + step, stop, step):
            more += step * passing(ends[here], ends[place])
            if more < fewest:
                fewest, found = more, place
    return found


def passing(upper: tuple[Ends, Ends], lower: tuple[Ends, Ends]) -> float:
    """How many crossings more there are when an item comes to stand under another one.

    Args:
        upper: Where the links of the item end, on the left and on the right.
        lower: Likewise of the other one.
    """
    more = 0.0
    for (one, ones), (other, others) in zip(upper, lower, strict=True):
        if ones and others:
            if one is ones and other is others:
                more += WITHIN * _turned(one, other)
            else:
                more += _turned(ones, others)
                if one and other:
                    more += (WITHIN - 1) * _turned(one, other)
    return more


def _turned(upper: Sequence[int], lower: Sequence[int]) -> int:
    """How many more pairs of ends stand the other way round when what the upper ones belong to comes to stand below."""
    if upper[-1] < lower[0]:
        return len(upper) * len(lower)
    if lower[-1] < upper[0]:
        return -len(upper) * len(lower)
    return sum(
        len(lower) - bisect_right(lower, end) - bisect_left(lower, end) for end in upper
    )


def _inversions(rows: Iterable[Sequence[int]]) -> int:
    """How many pairs of ends stand the other way round than the slots that they belong to."""
    seen, found = list[int](), 0
    for ends in rows:
        found += sum(len(seen) - bisect_right(seen, end) for end in ends)
        for end in ends:
            insort(seen, end)
    return found
