"""How many links cross between two columns, and the place of an item where fewest do.

An item is what has one place in a column: a node, or nodes that are kept together.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from operator import add
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
    # In a programme of one cluster all ends are within it: then one count serves for both.
    if all(row.overall is row.within_cluster for row in ends):
        return WITHIN_CLUSTER_WEIGHT * overall
    within_clusters = _count_inversions(row.within_cluster for row in ends)
    return overall + (WITHIN_CLUSTER_WEIGHT - 1) * within_clusters


class PassedLinks(NamedTuple):
    """Where the links of an item end on both sides, as one row of places.

    The places of the column on its right are numbered on from those of the column on its left,
    so that one look-up serves both sides.

    Args:
        within_cluster: The ends within its cluster.
        elsewhere: All other ends.
    """

    within_cluster: list[int]
    elsewhere: list[int]


def find_best_place(
    here: int,
    links: Sequence[PassedLinks],
    reach: int,
    places: tuple[int, int],
    *,
    has_far: bool = True,
) -> int:
    """The nearest place of an item, in its part of a column, where the fewest of its links cross.

    Args:
        here: Its place now.
        links: Where the links of all items of the part end.
        reach: A place is looked for so far up and down.
        places: How many the column on the left has, and that on the right.
        has_far: Whether any item has links that end elsewhere.
    """
    near, far = _measure_passing(links[here], places, has_far=has_far)
    below = range(here + 1, min(len(links), here + reach + 1))
    above = range(here - 1, max(-1, here - reach - 1), -1)
    fewest, best_place = 0.0, here
    # What is gained is summed up place by place: with each step one item more is passed.
    for direction, passed_places in ((1, below), (-1, above)):
        more = 0.0
        for place in passed_places:
            within_cluster, elsewhere = links[place]
            for end in within_cluster:
                more += near[end]
            for end in elsewhere:
                more += far[end]
            if direction * more < fewest:
                fewest, best_place = direction * more, place
    return best_place


def _measure_passing(
    own: PassedLinks, places: tuple[int, int], *, has_far: bool
) -> tuple[list[float], list[float]]:
    """How many crossings more there are when an item comes to stand under a link.

    Args:
        own: Where the links of the item end.
        places: How many each side has.
        has_far: Whether a link of any item may end elsewhere.

    Returns:
        For each place where that link may end, when it ends within the cluster, and when not.
    """
    near = _count_passed(own.within_cluster, places, WITHIN_CLUSTER_WEIGHT)
    if not has_far:  # then nobody looks at the second
        return near, []
    far = _count_passed(own.within_cluster, places, 1.0)
    if not own.elsewhere:
        return near, far
    elsewhere = _count_passed(own.elsewhere, places, 1.0)
    return list(map(add, near, elsewhere)), list(map(add, far, elsewhere))


def _count_passed(
    ends: Sequence[int], places: tuple[int, int], weight: float
) -> list[float]:
    """For each place of both sides how many ends lie above it, less those that lie under it.

    Args:
        ends: Of an item; those on the right are numbered on.
        places: How many each side has.
        weight: So many times counts an end.
    """
    at_left, at_right = places
    left = sorted([end for end in ends if end < at_left])
    right = sorted([end - at_left for end in ends if end >= at_left])
    return _count_on_side(left, at_left, weight) + _count_on_side(
        right, at_right, weight
    )


def _count_on_side(
    ends: Sequence[int], places: int, weight: float
) -> list[float]:
    """For each place of a side what ``_count_passed`` counts, from the ends on it, sorted."""
    counts: list[float] = []
    passed = -len(ends) * weight
    for end in ends:
        if end < len(counts):  # a second link with the same end
            counts[end] += weight
        else:
            counts += [passed] * (end - len(counts))
            counts.append(passed + weight)
        passed += 2 * weight
    counts += [passed] * (places - len(counts))
    return counts


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
