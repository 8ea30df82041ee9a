"""How many links cross between two columns, and the place of an item where fewest do.

An item is what has one place in a column: a node, or nodes that are kept together.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WITHIN_CLUSTER_WEIGHT = 1.5
"""So many times counts a crossing of two links within their clusters.

A reader sees confusion in such a crossing. Links between clusters run together in tracks, where
crossings are clear.
"""


class LinkEnds(NamedTuple):
    """Where the links of an item end in the next column on one side, both from the top.

    Args:
        within_cluster: The ends within its cluster.
        overall: All ends; the very same list where all are within its cluster.
    """

    within_cluster: list[int]
    overall: list[int]


def count_crossings(rows: Iterable[LinkEnds]) -> float:
    """How many pairs of links cross; those within clusters ``WITHIN_CLUSTER_WEIGHT`` times.

    Args:
        rows: Where the links of every item of the left column end in the right one, from the top.
    """
    ends = [*rows]
    overall = _count_inversions(row.overall for row in ends)
    within_clusters = _count_inversions(row.within_cluster for row in ends)
    return overall + (WITHIN_CLUSTER_WEIGHT - 1) * within_clusters


def find_best_place(
    here: int, ends: Sequence[tuple[LinkEnds, LinkEnds]], reach: int
) -> int:
    """The nearest place of an item, in its part of a column, where the fewest of its links cross.

    Args:
        here: Its place now.
        ends: Where the links of all items of the part end, on the left and on the right.
        reach: A place is looked for so far up and down.
    """
    below = range(here + 1, min(len(ends), here + reach + 1))
    above = range(here - 1, max(-1, here - reach - 1), -1)
    own_ends = ends[here]
    fewest, best_place = 0.0, here
    # What is gained is summed up place by place: with each step one item more is passed.
    more = 0.0
    for place in below:
        more += count_swap_crossings(own_ends, ends[place])
        if more < fewest:
            fewest, best_place = more, place
    more = 0.0
    for place in above:
        more -= count_swap_crossings(own_ends, ends[place])
        if more < fewest:
            fewest, best_place = more, place
    return best_place


def count_swap_crossings(
    upper: tuple[LinkEnds, LinkEnds], lower: tuple[LinkEnds, LinkEnds]
) -> float:
    """How many crossings more there are when an item comes to stand under another one.

    Args:
        upper: Where the links of the item end, on the left and on the right.
        lower: Likewise of the other one.
    """
    more = 0.0
    for (near, ends), (other_near, other_ends) in zip(
        upper, lower, strict=True
    ):
        if not ends or not other_ends:
            continue
        # Most items have links within their cluster only: then one count serves for both.
        if near is ends and other_near is other_ends:
            more += WITHIN_CLUSTER_WEIGHT * _count_turned_pairs(
                near, other_near
            )
            continue
        more += _count_turned_pairs(ends, other_ends)
        if near and other_near:
            turned_within = _count_turned_pairs(near, other_near)
            more += (WITHIN_CLUSTER_WEIGHT - 1) * turned_within
    return more


def _count_turned_pairs(upper: Sequence[int], lower: Sequence[int]) -> int:
    """How many more pairs of ends cross when the item of the upper ones comes to stand below.

    Args:
        upper: The ends of what stands above now, sorted; there is at least one.
        lower: Likewise of what stands under it.
    """
    if upper[-1] < lower[0]:
        return len(upper) * len(lower)
    if lower[-1] < upper[0]:
        return -len(upper) * len(lower)
    count = len(lower)
    return sum(
        count - bisect_right(lower, end) - bisect_left(lower, end)
        for end in upper
    )


def _count_inversions(rows: Iterable[Sequence[int]]) -> int:
    """How many pairs of ends stand the other way round than the items that they belong to."""
    ends_above: list[int] = []
    inversions = 0
    for ends in rows:
        inversions += sum(
            len(ends_above) - bisect_right(ends_above, end) for end in ends
        )
        for end in ends:
            insort(ends_above, end)
    return inversions
