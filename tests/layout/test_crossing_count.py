"""Passing other items costs what counting every pair of links costs."""

import random

from dinet.layout.layered.crossing_count import (
    LinkEnds,
    PassedLinks,
    count_swap_crossings,
    find_best_place,
)

PLACES = 9
"""In each column beside the one that is looked at."""


def some_ends(chance: random.Random) -> LinkEnds:
    """Ends in a cluster at places 3 to 5, and now and then outside it; some twice."""
    near = sorted(chance.choices(range(3, 6), k=chance.randrange(4)))
    far = chance.choices([0, 1, 7, 8], k=chance.choice([0, 0, 0, 1, 2]))
    return LinkEnds(near, sorted([*near, *far]) if far else near)


def without(ends: list[int], taken: list[int]) -> list[int]:
    """Ends without those of a cluster, which are at other places."""
    return [end for end in ends if end not in taken]


def passed_links(left: LinkEnds, right: LinkEnds) -> PassedLinks:
    """The same ends as one row of places."""
    near = [*left.within_cluster, *(PLACES + e for e in right.within_cluster)]
    far = without(left.overall, left.within_cluster)
    far += [
        PLACES + end for end in without(right.overall, right.within_cluster)
    ]
    return PassedLinks(near, far)


def test_the_best_place_is_the_nearest_where_counting_all_pairs_finds_fewest() -> (
    None
):
    chance = random.Random(27)
    moved = 0
    for _ in range(300):
        sides = [(some_ends(chance), some_ends(chance)) for _ in range(7)]
        links = [passed_links(*ends) for ends in sides]
        here = chance.randrange(7)
        found = find_best_place(here, links, 4, (PLACES, PLACES))
        costs = {here: 0.0}
        for place in range(here + 1, min(7, here + 5)):
            step = count_swap_crossings(sides[here], sides[place])
            costs[place] = costs[place - 1] + step
        for place in range(here - 1, max(-1, here - 5), -1):
            step = count_swap_crossings(sides[here], sides[place])
            costs[place] = costs[place + 1] - step
        assert costs[found] == min(costs.values())
        moved += found != here
    assert moved > 100
