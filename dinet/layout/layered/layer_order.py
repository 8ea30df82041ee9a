"""In which order the slots stand in their columns: reading order, changed where that takes crossings away.

The order follows from the links alone, not from how high the boxes are: so it stays when texts,
widths or pages change. A slot never leaves its band. Several starts are bettered by giving
every slot in turn its best place; that of the fewest crossings is taken. In a start slots stand
at the mean of what they are linked with, and what hangs together with another band stands on
that side. The strands of a lane keep together at first, or else each has its own place from the
start.

Source of mean places: K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of
hierarchical system structures" (1981).
"""

from collections.abc import Iterable, Sequence
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
    """An order to better.

    Args:
        together: Whether the strands of a lane have one place at first.
        from_pulled_order: Whether it begins with ``_pull_first_columns`` rather than with reading order.
        sweeps: So many sweeps come first, from the left and from the right in turn.
    """

    together: bool
    from_pulled_order: bool
    sweeps: int = 0


class GraphSize(NamedTuple):
    """How many slots there are, and links between them."""

    nodes: int
    links: int

    def holds_graph(self, shape: LayeredGraph) -> bool:
        """Whether a shape has no more than these."""
        return (
            len(shape.bundle_of) <= self.nodes
            and sum(map(len, shape.right.overall)) <= self.links
        )


START_ORDERS = (
    StartOrder(together=True, from_pulled_order=False),
    StartOrder(together=True, from_pulled_order=True, sweeps=2),
    StartOrder(together=True, from_pulled_order=True, sweeps=6),
    StartOrder(together=False, from_pulled_order=True, sweeps=1),
    StartOrder(together=False, from_pulled_order=True, sweeps=4),
    StartOrder(together=False, from_pulled_order=True, sweeps=8),
    StartOrder(together=False, from_pulled_order=False, sweeps=8),
)
SEARCH_REACH = 12
"""A better place is looked for so far up and down."""
ALL_STARTS_SIZE = GraphSize(1200, 3000)
"""Of no more than so many all starts are tried; of more only two, and only neighbours change places."""
NEIGHBOUR_SWAP_SIZE = GraphSize(300, 400)
"""Of no more than so many every pair of neighbours is turned."""
CACHED_ORDERS = 256
"""So many orders are kept: one programme is drawn in many formats."""
NodeColumns = list[list[LayoutNode]]


def order_layers(reading: Sequence[NodeColumns]) -> list[NodeColumns]:
    """Bands of columns with few crossings; of two orders with as many, the one that is tried first: reading order.

    Args:
        reading: The columns of every band, from the top, each in reading order.
    """
    slots = [slot for band in reading for column in band for slot in column]
    number = {slot: at for at, slot in enumerate(slots)}
    first: dict[tuple[str, int, LayoutNode | None], int] = {}
    lane = tuple(
        first.setdefault((slot.name, slot.column, None if slot.is_dummy else slot), at)
        for at, slot in enumerate(slots)
    )

    def number_nodes(lists: Iterable[Sequence[LayoutNode]]) -> NodeNumbers:
        return tuple(tuple(number[slot] for slot in each) for each in lists)

    left = Neighbours(
        number_nodes(slot.left for slot in slots),
        number_nodes([*slot.left, *slot.far_left] for slot in slots),
    )
    right = Neighbours(
        number_nodes(slot.right for slot in slots),
        number_nodes([*slot.right, *slot.far_right] for slot in slots),
    )
    found = _find_best_order(
        LayeredGraph(tuple(number_nodes(band) for band in reading), left, right, lane)
    )
    return [[[slots[at] for at in column] for column in band] for band in found]


@lru_cache(CACHED_ORDERS)
def _find_best_order(shape: LayeredGraph) -> tuple[NodeNumbers, ...]:
    """The order with the fewest crossings of those that are tried."""
    few = ALL_STARTS_SIZE.holds_graph(shape)
    tangles: list[CrossingMinimiser] = []
    for start in START_ORDERS if few else START_ORDERS[:2]:
        bands = (
            _pull_first_columns(shape) if start.from_pulled_order else shape.clusters
        )
        tangle = CrossingMinimiser(
            shape, bands, together=start.together, reach=SEARCH_REACH if few else 1
        )
        for number in range(start.sweeps):
            tangle.barycentre_sweep(right=number % 2 == 1)
        tangle.sift_columns()
        if start.together:
            tangle.split_bundles()
            tangle.sift_columns()
        tangles.append(tangle)
    best = min(tangles, key=CrossingMinimiser.total_crossings)
    if NEIGHBOUR_SWAP_SIZE.holds_graph(shape):
        best.swap_neighbours()
    best.restore_reading_order()
    return best.node_order()


def _pull_first_columns(shape: LayeredGraph) -> list[list[list[int]]]:
    """Reading order, but in the first column with a choice what bands above pull at comes first, and what bands below do last."""
    band_of = {
        slot: number
        for number, band in enumerate(shape.clusters)
        for column in band
        for slot in column
    }
    bands = [[list(column) for column in band] for band in shape.clusters]
    for band in bands:
        for column in band:
            if len(column) > 1:
                column.sort(key=lambda slot: _measure_pull(shape, slot, band_of))
                break
    return bands


def _measure_pull(shape: LayeredGraph, slot: int, band_of: dict[int, int]) -> float:
    """How much a slot and what serves it in its band are linked with bands below rather than above, for each of them."""
    pull, seen, todo = 0, set[int](), [slot]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            ends = (
                band_of[end]
                for end in chain(shape.left.overall[here], shape.right.overall[here])
            )
            pull += sum((end > band_of[here]) - (end < band_of[here]) for end in ends)
            todo += shape.right.within_cluster[here]
    return pull / len(seen)
