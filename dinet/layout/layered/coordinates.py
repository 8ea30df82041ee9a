"""Where things stand in a band: columns of slots, each as near as it can be to what it is linked with, none overlapping."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf

from dinet.layout.layered.arrangement import COLUMN_ORDER, Arrangement
from dinet.layout.layered.layer_order import order_layers
from dinet.layout.layered.node import LayoutNode

NODE_GAP = 6.0
"""Between two slots of a column, in points at natural size."""
TRACK_GAP = 5.0
"""Between two links that run side by side."""
SEGMENT_HEIGHT = 2.0
"""The height of one link in a lane."""
PLACEMENT_ROUNDS = 4
"""After so many rounds from right to left everything stands where it wants to, as far as one can see."""
FROM_ABOVE, FROM_BELOW = "\0above", "\0below"
"""The strands of links from other bands; no id holds such a character."""


@dataclass(slots=True)
class PlacedCluster:
    """One band: its columns of slots from top to bottom, and its height."""

    theme: str | None
    columns: list[list[LayoutNode]]
    height: float = 0.0

    def place_nodes(self, height: float) -> None:
        """Give every slot its top, in a band of this height: level with what serves it, or else with what it serves."""
        self.height = height
        used = [column for column in self.columns if column]
        for column in used:
            _place_column(column, [0.0] * len(column), self.height)
        for _ in range(PLACEMENT_ROUNDS):
            for column in reversed(used):
                wishes = _wished_middles(
                    column, lambda slot: slot.right + slot.indirect_right or slot.left
                )
                _place_column(column, wishes, self.height)


def stacked_height(column: Sequence[LayoutNode]) -> float:
    """The height of a column without any slack."""
    return sum(slot.height for slot in column) + NODE_GAP * (len(column) - 1)


def _wished_middles(
    column: Sequence[LayoutNode], neighbours: Callable[[LayoutNode], list[LayoutNode]]
) -> list[float]:
    """The middle that each slot wants: the mean of its neighbours', or just what the slot above it wants."""
    wishes: list[float | None] = []
    for slot in column:
        near = neighbours(slot)
        wishes.append(
            sum(each.middle for each in near) / len(near)
            if near
            else wishes[-1]
            if wishes
            else None
        )
    known = next((wish for wish in wishes if wish is not None), None)
    return [
        wish if wish is not None else known if known is not None else slot.middle
        for wish, slot in zip(wishes, column, strict=True)
    ]


def _place_column(
    column: Sequence[LayoutNode], wishes: Sequence[float], height: float
) -> None:
    """The tops that are nearest to the wishes in least squares, without overlap, in this order and within the height.

    Taking from each wish the room that the slots above it need turns this into isotonic
    regression: neighbours that want to pass each other form a block, which goes to the mean of
    their wishes.
    """
    blocks: list[tuple[float, int]] = []
    above = 0.0
    for slot, wish in zip(column, wishes, strict=True):
        total, count = wish - slot.height / 2 - above, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / count:
            more, number = blocks.pop()
            total, count = total + more, count + number
        blocks.append((total, count))
        above += slot.height + NODE_GAP
    slack = height - (above - NODE_GAP)
    shifts = (
        min(max(total / count, 0.0), slack)
        for total, count in blocks
        for _ in range(count)
    )
    above = 0.0
    for slot, shift in zip(column, shifts, strict=True):
        slot.top = shift + above
        above += slot.height + NODE_GAP


class ClusterNodes:
    """The bands of an arrangement as slots, not yet placed.

    Args:
        arrangement: What stands in which band and column.
    """

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        rungs = sorted(
            {
                arrangement.column_rank[each]
                for strip in arrangement.clusters
                for each in strip.heads
            }
        )
        self.column_of_rank = {rung: number for number, rung in enumerate(rungs)}
        self.column_names = [COLUMN_ORDER[rung] for rung in rungs]
        self.nodes: dict[str, LayoutNode] = {}
        self.cluster_of: dict[str, int] = {}
        self.dummy_nodes: dict[tuple[str, int, str], LayoutNode] = {}
        self._crossing_segments: list[set[tuple[str, str]]] = [set() for _ in rungs[1:]]
        self.clusters = [
            self._build_cluster(number, strip.theme, strip.heads)
            for number, strip in enumerate(arrangement.clusters)
        ]
        for link in arrangement.drawn_links:
            self._link_nodes(link.start, link.end)
        reading = [
            [sorted(column, key=lambda slot: slot.order) for column in stand.columns]
            for stand in self.clusters
        ]
        for stand, columns in zip(self.clusters, order_layers(reading), strict=True):
            stand.columns = columns
        self._bundle_dummy_nodes()

    @property
    def segments_per_gutter(self) -> list[int]:
        """How many strands from other bands run along each gutter."""
        return [len(each) for each in self._crossing_segments]

    def _build_cluster(
        self, number: int, theme: str | None, ids: Iterable[str]
    ) -> PlacedCluster:
        stand = PlacedCluster(theme, [[] for _ in self.column_names])
        for order, each in enumerate(ids):
            slot = self.nodes[each] = LayoutNode(
                each,
                self.column_of_rank[self.arrangement.column_rank[each]],
                order=order,
            )
            self.cluster_of[each] = number
            stand.columns[slot.column].append(slot)
        return stand

    def _link_nodes(self, start: str, end: str) -> None:
        """Make the slots along a link neighbours, with a lane in every column that the link passes.

        Args:
            start: What the link comes from.
            end: What it leads to.
        """
        heads = self.arrangement.head_of
        one, other = self.nodes.get(heads[start]), self.nodes.get(heads[end])
        if one is None or other is None or one is other:
            return
        left, right, far = (
            (other, one, start) if other.column <= one.column else (one, other, end)
        )
        chain = [
            left,
            *(
                self._dummy_node_for(left, far, column)
                for column in range(left.column + 1, right.column)
            ),
            right,
        ]
        if self.cluster_of[left.name] != self.cluster_of[right.name]:
            chain.pop()
            self._add_indirect_pull(left, right)
            if left.column != right.column:
                self._crossing_segments[right.column - 1].add(
                    (left.name, self.segment_of(left.name, far))
                )
                right.far_left.append(chain[-1])
                chain[-1].far_right.append(right)
        for near, next_one in pairwise(chain):
            if near.column != next_one.column:
                near.right.append(next_one)
                next_one.left.append(near)

    def _add_indirect_pull(self, left: LayoutNode, right: LayoutNode) -> None:
        """Draw what is served by way of another band towards what serves it so."""
        for each in self.arrangement.served_heads.get(left.name, ()):
            if (
                self.cluster_of.get(each) == self.cluster_of[right.name]
                and self.nodes[each].column < right.column
            ):
                self.nodes[each].indirect_right.append(right)

    def _dummy_node_for(self, served: LayoutNode, far: str, column: int) -> LayoutNode:
        """The slot of a strand in a column that it passes."""
        home, strand = self.cluster_of[served.name], self.segment_of(served.name, far)
        key = served.name, column, strand
        if key not in self.dummy_nodes:
            self.dummy_nodes[key] = LayoutNode(
                served.name,
                column,
                is_dummy=True,
                order=inf,
                segments={strand: None},
                height=SEGMENT_HEIGHT,
            )
            self.clusters[home].columns[column].append(self.dummy_nodes[key])
        lane, first = self.dummy_nodes[key], self.nodes[self.arrangement.head_of[far]]
        if self.cluster_of[first.name] == home and first.order > served.order:
            lane.order = min(
                lane.order, first.order - 0.5
            )  # after what else serves this element and is nearer to it
        return lane

    def _bundle_dummy_nodes(self) -> None:
        """Make one lane of strands that came to stand beside each other on their way to the same element."""
        lane_of: dict[LayoutNode, LayoutNode] = {}
        for column in (column for stand in self.clusters for column in stand.columns):
            kept = list[LayoutNode]()
            for _, beside in groupby(
                column, key=lambda slot: slot.name if slot.is_dummy else slot
            ):
                lane, *others = beside
                kept.append(lane)
                for slot in others:
                    lane.segments |= slot.segments
                    lane.height += TRACK_GAP
                    lane.left += slot.left
                    lane.right += slot.right
                    lane_of[slot] = lane
            column[:] = kept
        for slot in (
            slot
            for stand in self.clusters
            for column in stand.columns
            for slot in column
        ):
            slot.left = [lane_of.get(each, each) for each in slot.left]
            slot.right = [lane_of.get(each, each) for each in slot.right]
        self.dummy_nodes = {
            key: lane_of.get(lane, lane) for key, lane in self.dummy_nodes.items()
        }

    def segment_of(self, served: str, far: str) -> str:
        """Links from another band run together, so they share one strand; others have their own."""
        away = (
            self.cluster_of.get(self.arrangement.head_of[far], self.cluster_of[served])
            - self.cluster_of[served]
        )
        return far if not away else FROM_ABOVE if away < 0 else FROM_BELOW
