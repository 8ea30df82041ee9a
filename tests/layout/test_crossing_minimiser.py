"""Columns of nodes between which links cross."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dinet.layout.layered.crossing_minimiser import (
    CrossingMinimiser,
    LayeredGraph,
    Neighbours,
    NodeNumbers,
)


def minimiser(
    *columns: Sequence[int],
    links: Sequence[tuple[int, int]],
    bundle_of: Sequence[int] = (),
    together: bool = False,
) -> CrossingMinimiser:
    """One cluster; links go from the left to the right."""
    nodes = range(sum(map(len, columns)))

    def ends(here: int, there: int) -> NodeNumbers:
        return tuple(
            tuple(link[there] for link in links if link[here] == node)
            for node in nodes
        )

    left, right = ends(1, 0), ends(0, 1)
    graph = LayeredGraph(
        (tuple(map(tuple, columns)),),
        Neighbours(left, left),
        Neighbours(right, right),
        tuple(bundle_of or nodes),
    )
    return CrossingMinimiser(graph, graph.clusters, together=together, reach=9)


def test_links_that_cross_are_counted_and_those_that_share_an_end_do_not_cross():
    assert (
        minimiser([0, 1], [2, 3], links=[(0, 3), (1, 2)]).total_crossings()
        == 1.5
    )
    assert (
        minimiser(
            [0, 1], [2, 3], links=[(0, 2), (0, 3), (1, 3)]
        ).total_crossings()
        == 0
    )


def test_a_node_goes_where_the_fewest_of_its_links_cross():
    found = minimiser([0, 1], [2, 3, 4], links=[(1, 2), (0, 3), (0, 4)])
    found.sift_columns()
    assert found.node_order() == (((1, 0), (2, 3, 4)),)


def test_dummy_nodes_keep_together_until_their_bundle_is_split():
    found = minimiser(
        [0],
        [1, 2, 3],
        [4, 5],
        links=[(0, 1), (0, 3), (1, 5), (3, 4)],
        bundle_of=[0, 1, 2, 1, 4, 5],
        together=True,
    )
    assert found.node_order() == (((0,), (1, 3, 2), (4, 5)),)
    found.split_bundles()
    assert found.node_order() == (((0,), (3, 1, 2), (4, 5)),)


def test_neighbours_change_places_when_no_node_can_do_so_alone():
    found = minimiser(
        [0, 1],
        [2, 3, 4],
        [5, 6],
        links=[(0, 3), (1, 2), (1, 4), (2, 5), (3, 6)],
    )
    found.sift_columns()
    assert found.total_crossings() == 1.5
    found.swap_neighbours()
    assert found.total_crossings() == 0
    assert found.node_order() == (((1, 0), (2, 4, 3), (5, 6)),)


def test_of_neighbours_that_cross_nothing_the_first_to_be_read_comes_first():
    found = minimiser(
        [1, 0], [4, 3, 2, 5], links=[(0, 5), (1, 2), (1, 3), (1, 4)]
    )
    found.restore_reading_order()
    assert found.node_order() == (((1, 0), (2, 3, 4, 5)),)
    assert found.total_crossings() == 0


edges = st.tuples(st.integers(0, 3), st.integers(4, 7)) | st.tuples(
    st.integers(4, 7), st.integers(8, 11)
)


@settings(derandomize=True)
@given(st.lists(edges, unique=True))
def test_every_step_keeps_all_nodes_and_leaves_no_more_crossings(links):
    found = minimiser(range(4), range(4, 8), range(8, 12), links=links)
    counts = [found.total_crossings()]
    for step in (
        found.sift_columns,
        found.swap_neighbours,
        found.restore_reading_order,
    ):
        step()
        counts.append(found.total_crossings())
        again = CrossingMinimiser(
            found.graph, found.node_order(), together=False, reach=9
        )
        assert (
            again.total_crossings()
            == found.total_crossings()
            == 1.5 * straight(found, links)
        )
    assert counts == sorted(counts, reverse=True)
    assert [sorted(column) for column in found.node_order()[0]] == [
        [*range(4)],
        [*range(4, 8)],
        [*range(8, 12)],
    ]


def straight(
    found: CrossingMinimiser, links: Sequence[tuple[int, int]]
) -> int:
    """How many pairs of links between the same columns cross, counted pair by pair."""
    at = {
        node: place
        for column in found.node_order()[0]
        for place, node in enumerate(column)
    }
    pairs = (
        pair
        for pair in combinations(links, 2)
        if pair[0][0] // 4 == pair[1][0] // 4
    )
    return sum(
        (at[one[0]] - at[other[0]]) * (at[one[1]] - at[other[1]]) < 0
        for one, other in pairs
    )
