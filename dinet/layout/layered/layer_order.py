"""In which order the nodes stand in their columns: reading order, changed to let fewer links cross.

The order follows from the links alone, not from how high the boxes are: so it stays when texts,
widths or pages change. A node never leaves its cluster.

Goals keep the order of the document where no more cross then than ``GOAL_ORDER_CROSSINGS``:
a reader looks for a goal by its place, and what serves it follows, so efforts come to stand in
the order of the document too.

Several starts are improved by giving every node in turn its best place, and the one with the
fewest crossings is taken. In a start, nodes stand at the mean of what they are linked with, and
what is linked with another cluster stands on that side. The dummy nodes of links to one element
keep together at first, or each has its own place from the start.

Source of mean places: K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of
hierarchical system structures" (1981).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from dinet.layout.layered.crossing_minimiser import (
    CrossingMinimiser,
    LayeredGraph,
    Neighbours,
    NodeNumbers,
)
from dinet.layout.layered.node import LayoutNode


class StartOrder(NamedTuple):
    """An order to improve.

    Args:
        together: Whether the dummy nodes of links to one element have one place at first.
        from_pulled_order: Whether it begins with ``_pull_first_columns`` rather than with reading
            order.
        sweeps: So many sweeps come first, from the left and from the right in turn.
    """

    together: bool
    from_pulled_order: bool
    sweeps: int = 0


class GraphSize(NamedTuple):
    """How many nodes there are, and links between them."""

    nodes: int
    links: int

    def holds_graph(self, graph: LayeredGraph) -> bool:
        """Whether a graph has no more than these."""
        is_small = len(graph.bundle_of) <= self.nodes
        return is_small and _count_links(graph) <= self.links


def _count_links(graph: LayeredGraph) -> int:
    """How many links there are between neighbouring columns."""
    return sum(map(len, graph.right.overall))


START_ORDERS = (
    StartOrder(together=True, from_pulled_order=False),
    StartOrder(together=True, from_pulled_order=True, sweeps=2),
    StartOrder(together=True, from_pulled_order=True, sweeps=6),
    StartOrder(together=False, from_pulled_order=True, sweeps=1),
    StartOrder(together=False, from_pulled_order=True, sweeps=4),
    StartOrder(together=False, from_pulled_order=True, sweeps=8),
    StartOrder(together=False, from_pulled_order=False, sweeps=8),
)
"""The starts that are tried; of two that end with as many crossings the first is taken."""
LARGE_GRAPH_STARTS = START_ORDERS[:2]
SEARCH_REACH = 12
"""A better place is looked for so many places up and down."""
LARGE_GRAPH_REACH = 1
"""In a large graph only neighbours change places."""
ALL_STARTS_SIZE = GraphSize(1200, 3000)
"""A graph with more than this is large: all starts and the whole reach would take too long."""
NEIGHBOUR_SWAP_SIZE = GraphSize(300, 400)
"""Up to this size every pair of neighbours is swapped as a trial, with what is linked to it."""
GOAL_ORDER_CROSSINGS = 1
"""Crossings, as they count, for each link: with more a picture is a tangle, and fewest count most.

In Hoogeveen, the only document at hand where goals would change places, goals in order bring it
from 0.35 to 0.67, and nearly all efforts stand as they are numbered then.
"""
CACHED_ORDERS = 256
"""So many orders are kept: one programme is drawn in many formats."""
NodeColumns = list[list[LayoutNode]]


def order_layers(reading: Sequence[NodeColumns]) -> list[NodeColumns]:
    """Clusters of columns with few crossings.

    Of two orders with as many crossings the one that is tried first is taken, and reading order is
    tried before any other.

    Args:
        reading: The columns of every cluster, from the top, each in reading order.
    """
    nodes = [
        node for columns in reading for column in columns for node in column
    ]
    goals = {number for number, node in enumerate(nodes) if node.is_goal}
    order = _find_best_order(_build_graph(reading, nodes), frozenset(goals))
    return [_name_nodes(columns, nodes) for columns in order]


def _name_nodes(
    columns: NodeNumbers, nodes: Sequence[LayoutNode]
) -> NodeColumns:
    """Columns of numbers as columns of nodes."""
    return [[nodes[number] for number in column] for column in columns]


def _build_graph(
    reading: Sequence[NodeColumns], nodes: Sequence[LayoutNode]
) -> LayeredGraph:
    """The numbers of all nodes, and what they are linked with: no more than decides on an order."""
    number_of = {node: number for number, node in enumerate(nodes)}

    def number_nodes(lists: Iterable[Iterable[LayoutNode]]) -> NodeNumbers:
        return tuple(
            tuple(number_of[node] for node in entries) for entries in lists
        )

    left = Neighbours(
        number_nodes(node.left for node in nodes),
        number_nodes([*node.left, *node.far_left] for node in nodes),
    )
    right = Neighbours(
        number_nodes(node.right for node in nodes),
        number_nodes([*node.right, *node.far_right] for node in nodes),
    )
    clusters = tuple(number_nodes(columns) for columns in reading)
    return LayeredGraph(clusters, left, right, _number_bundles(nodes))


def _number_bundles(nodes: Iterable[LayoutNode]) -> tuple[int, ...]:
    """For each dummy node the number of the first for links to the same element in its column.

    For any other node its own number.
    """
    first_numbers: dict[LayoutNode | tuple[str, int], int] = {}
    return tuple(
        first_numbers.setdefault(_bundle_key(node), number)
        for number, node in enumerate(nodes)
    )


def _bundle_key(node: LayoutNode) -> LayoutNode | tuple[str, int]:
    return (node.name, node.column) if node.is_dummy else node


@lru_cache(CACHED_ORDERS)
def _find_best_order(
    graph: LayeredGraph, goals: frozenset[int]
) -> tuple[NodeNumbers, ...]:
    """The order with few crossings in which goals stand as in the document, or else any goes."""
    best = _improve_best_start(graph, frozenset())
    if _change_places(best, goals):
        ordered = _improve_best_start(graph, goals)
        most = GOAL_ORDER_CROSSINGS * _count_links(graph)
        if ordered.total_crossings() <= most:
            best = ordered
    return best.node_order()


def _change_places(found: CrossingMinimiser, goals: frozenset[int]) -> bool:
    """Whether some goals stand in another order than that of the document."""
    orders = (
        [node for node in column if node in goals]
        for columns in found.node_order()
        for column in columns
    )
    return any(order != sorted(order) for order in orders)


def _improve_best_start(
    graph: LayeredGraph, kept: frozenset[int]
) -> CrossingMinimiser:
    """The order with the fewest crossings of those that are tried.

    Args:
        graph: What is linked.
        kept: Nodes that never change places with each other.
    """
    is_large = not ALL_STARTS_SIZE.holds_graph(graph)
    starts: Sequence[StartOrder] = (
        LARGE_GRAPH_STARTS if is_large else START_ORDERS
    )
    reach = LARGE_GRAPH_REACH if is_large else SEARCH_REACH
    if kept:  # what pulls goals up or down has no say
        starts = [start._replace(from_pulled_order=False) for start in starts]
    best = _find_best_candidate(_improve_starts(graph, starts, reach, kept))
    if NEIGHBOUR_SWAP_SIZE.holds_graph(graph):
        best.swap_neighbours()
    best.restore_reading_order()
    return best


def _find_best_candidate(
    candidates: Iterable[CrossingMinimiser],
) -> CrossingMinimiser:
    """The first of those with the fewest crossings; nothing is better than none."""
    found: list[CrossingMinimiser] = []
    for candidate in candidates:
        found.append(candidate)
        if not candidate.total_crossings():
            break
    return min(found, key=CrossingMinimiser.total_crossings)


def _improve_starts(
    graph: LayeredGraph,
    starts: Iterable[StartOrder],
    reach: int,
    kept: frozenset[int],
) -> Iterator[CrossingMinimiser]:
    """What comes of each start when every node gets its best place in turn.

    Of starts whose sweeps end in the same order only the first is improved.
    """
    seen: set[tuple[bool, tuple[NodeNumbers, ...]]] = set()
    for start in starts:
        minimiser = _sweep_start(graph, start, reach, kept)
        swept = start.together, minimiser.node_order()
        if swept not in seen:
            seen.add(swept)
            _sift_start(minimiser, together=start.together)
            yield minimiser


def _sweep_start(
    graph: LayeredGraph,
    start: StartOrder,
    reach: int,
    kept: frozenset[int],
) -> CrossingMinimiser:
    """A start after its sweeps."""
    clusters = (
        _pull_first_columns(graph)
        if start.from_pulled_order
        else graph.clusters
    )
    minimiser = CrossingMinimiser(
        graph,
        clusters,
        together=start.together,
        reach=reach,
        kept=kept,
    )
    for sweep in range(start.sweeps):
        minimiser.barycentre_sweep(right=sweep % 2 == 1)
    return minimiser


def _sift_start(minimiser: CrossingMinimiser, *, together: bool) -> None:
    minimiser.sift_columns()
    if together:
        minimiser.split_bundles()
        minimiser.sift_columns()


def _pull_first_columns(graph: LayeredGraph) -> list[list[list[int]]]:
    """Reading order, but in the first column of a cluster with two or more nodes by their pull.

    What is linked with clusters above comes first there, and what is linked with clusters below
    comes last.
    """
    cluster_of = _number_clusters(graph)
    clusters = [
        [list(column) for column in columns] for columns in graph.clusters
    ]
    for columns in clusters:
        first_choice = next(
            (column for column in columns if len(column) > 1), []
        )
        first_choice.sort(
            key=lambda node: _measure_pull(graph, node, cluster_of)
        )
    return clusters


def _number_clusters(graph: LayeredGraph) -> dict[int, int]:
    """The number of the cluster of every node."""
    return {
        node: number
        for number, columns in enumerate(graph.clusters)
        for node in chain.from_iterable(columns)
    }


def _measure_pull(
    graph: LayeredGraph, node: int, cluster_of: dict[int, int]
) -> float:
    """How much more a node and what serves it are linked with clusters below than above.

    What serves it counts within its cluster, through all columns; the figure is that of the mean
    node among these.
    """
    pull = 0
    visited: set[int] = set()
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if current not in visited:
            visited.add(current)
            pull += _pull_of_links(graph, current, cluster_of)
            waiting += graph.right.within_cluster[current]
    return pull / len(visited)


def _pull_of_links(
    graph: LayeredGraph, node: int, cluster_of: dict[int, int]
) -> int:
    """How many links of a node go to clusters below, less those that go to clusters above."""
    home = cluster_of[node]
    pull = 0
    for end in chain(graph.left.overall[node], graph.right.overall[node]):
        pull += (cluster_of[end] > home) - (cluster_of[end] < home)
    return pull
