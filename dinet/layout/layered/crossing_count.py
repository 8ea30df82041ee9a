"""How many links cross between two columns, and the place of an item where fewest do."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WITHIN_CLUSTER_WEIGHT = 1.5
"""So many times counts a crossing of two links within their bands: that is read as a tangle. Links between bands run together
in tracks, where crossings are clear."""


class LinkEnds(NamedTuple):
    """Where links end in the next column on one side: those within their band, and all of them; both from the top."""

    within_cluster: list[int]
    overall: list[int]


def count_crossings(rows: Iterable[LinkEnds]) -> float:
    """How many pairs of links cross, those within bands ``WITHIN_CLUSTER_WEIGHT`` times.

    Args:
        rows: Where the links of every item of the left column end in the right one, from the top.
    """
    ends = [*rows]
    return _count_inversions(each.overall for each in ends) + (
        WITHIN_CLUSTER_WEIGHT - 1
    ) * _count_inversions(each.within_cluster for each in ends)


def find_best_place(
    here: int, ends: Sequence[tuple[LinkEnds, LinkEnds]], reach: int
) -> int:
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
            more += step * count_swap_crossings(ends[here], ends[place])
            if more < fewest:
                fewest, found = more, place
    return found


def count_swap_crossings(
    upper: tuple[LinkEnds, LinkEnds], lower: tuple[LinkEnds, LinkEnds]
) -> float:
    """How many crossings more there are when an item comes to stand under another one.

    Args:
        upper: Where the links of the item end, on the left and on the right.
        lower: Likewise of the other one.
    """
    more = 0.0
    for (one, ones), (other, others) in zip(upper, lower, strict=True):
        if ones and others:
            if one is ones and other is others:
                more += WITHIN_CLUSTER_WEIGHT * _count_turned_pairs(one, other)
            else:
                more += _count_turned_pairs(ones, others)
                if one and other:
                    more += (WITHIN_CLUSTER_WEIGHT - 1) * _count_turned_pairs(
                        one, other
                    )
    return more


def _count_turned_pairs(upper: Sequence[int], lower: Sequence[int]) -> int:
    """How many more pairs of ends stand the other way round when what the upper ones belong to comes to stand below."""
    if upper[-1] < lower[0]:
        return len(upper) * len(lower)
    if lower[-1] < upper[0]:
        return -len(upper) * len(lower)
    return sum(
        len(lower) - bisect_right(lower, end) - bisect_left(lower, end) for end in upper
    )


def _count_inversions(rows: Iterable[Sequence[int]]) -> int:
    """How many pairs of ends stand the other way round than the slots that they belong to."""
    seen, found = list[int](), 0
    for ends in rows:
        found += sum(len(seen) - bisect_right(seen, end) for end in ends)
        for end in ends:
            insort(seen, end)
    return found
