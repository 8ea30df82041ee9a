"""Where things stand in a cluster: columns of nodes.

Each stands as near as it can to what it is linked with, and none overlap.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf

from dinet.layout.layered.arrangement import (
    COLUMN_ORDER,
    GOAL_RANKS,
    Arrangement,
)
from dinet.layout.layered.layer_order import order_layers
from dinet.layout.layered.node import LayoutNode

NODE_GAP = 6.0
"""Between two nodes of a column, in points at natural size."""
TRACK_GAP = 5.0
"""Between two links that run side by side, in points at natural size."""
SEGMENT_HEIGHT = 2.0
"""The height of one link in a dummy node, in points at natural size."""
PLACEMENT_ROUNDS = 4
"""After so many rounds from right to left everything seems to stand where it wants to."""
FROM_ABOVE, FROM_BELOW = "\0above", "\0below"
"""The edge segments of links from other clusters; no id holds such a character."""


@dataclass(slots=True)
class PlacedCluster:
    """One cluster: its columns of nodes from top to bottom, and its height."""

    theme: str | None
    columns: list[list[LayoutNode]]
    height: float = 0.0

    def place_nodes(self, height: float) -> None:
        """Give every node its top, in a cluster of this height.

        A node stands level with what serves it, or else with what it serves.
        """
        self.height = height
        used_columns = [column for column in self.columns if column]
        for column in used_columns:
            _place_column(column, [0.0] * len(column), height)
        for _ in range(PLACEMENT_ROUNDS):
            for column in reversed(used_columns):
                wishes = _wished_middles(column)
                _place_column(column, wishes, height)


def stacked_height(column: Sequence[LayoutNode]) -> float:
    """The height of a column without any slack; below 0 when nothing stands in it."""
    gaps = NODE_GAP * (len(column) - 1)
    return sum(node.height for node in column) + gaps


def _level_with(node: LayoutNode) -> list[LayoutNode]:
    """The nodes to stand level with: what serves a node or, without these, what it serves."""
    return node.right + node.indirect_right or node.left


def _wished_middles(column: Sequence[LayoutNode]) -> list[float]:
    """The middle that each node wants: the mean of those of the nodes to stand level with.

    A node without these wants the same as the node above it; at the top of a column it wants the
    same as the first node that has them. Where none has, each stays in place.
    """
    wishes = [*_wishes_from_above(column)]
    first_wish = next((wish for wish in wishes if wish is not None), None)
    if first_wish is None:
        return [node.middle for node in column]
    return [first_wish if wish is None else wish for wish in wishes]


def _wishes_from_above(column: Iterable[LayoutNode]) -> Iterator[float | None]:
    """The middle that each node wants itself or, without a wish, that of the node above it.

    None at the top of a column, up to the first node that has a wish.
    """
    wish = None
    for node in column:
        near = _level_with(node)
        if near:
            wish = sum(other.middle for other in near) / len(near)
        yield wish


def _place_column(
    column: Sequence[LayoutNode], wishes: Sequence[float], height: float
) -> None:
    """Give the nodes of a column the tops that are nearest to their wishes in least squares.

    They keep their order, do not overlap and stay within the height.
    """
    highest_top = 0.0
    blocks: list[tuple[float, int]] = []
    for node, wish in zip(column, wishes, strict=True):
        _add_to_blocks(blocks, wish - node.height / 2 - highest_top)
        highest_top += node.height + NODE_GAP
    slack = height - (highest_top - NODE_GAP)
    highest_top = 0.0
    for node, shift in zip(column, _block_shifts(blocks, slack), strict=True):
        node.top = shift + highest_top
        highest_top += node.height + NODE_GAP


def _add_to_blocks(blocks: list[tuple[float, int]], shift: float) -> None:
    """Add the shift that one more node wants to blocks of nodes that shift together.

    The shift of a node is how far it stands below the highest place that the nodes above it
    leave. Shifts may not grow less from top to bottom, so this is isotonic regression:
    neighbours that want to pass each other form a block, which goes to the mean of their wishes.

    Args:
        blocks: The sum of the wanted shifts and the number of nodes of every block.
        shift: That of the node under these.
    """
    total, count = shift, 1
    while blocks and blocks[-1][0] / blocks[-1][1] >= total / count:
        total_above, count_above = blocks.pop()
        total, count = total + total_above, count + count_above
    blocks.append((total, count))


def _block_shifts(
    blocks: Iterable[tuple[float, int]], slack: float
) -> Iterator[float]:
    """The shift of every node, from the blocks; at most the slack."""
    for total, count in blocks:
        shift = min(max(total / count, 0.0), slack)
        for _ in range(count):
            yield shift


class ClusterNodes:
    """The clusters of an arrangement as nodes in columns, not yet placed.

    Args:
        arrangement: What stands in which cluster and column.
    """

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        ranks = self._used_ranks()
        self.column_of_rank = {
            rank: number for number, rank in enumerate(ranks)
        }
        self.column_names = [COLUMN_ORDER[rank] for rank in ranks]
        self.nodes: dict[str, LayoutNode] = {}
        self.cluster_of: dict[str, int] = {}
        self.dummy_nodes: dict[tuple[str, int, str], LayoutNode] = {}
        self._segments_in_gutter: list[set[tuple[str, str]]]
        self._segments_in_gutter = [set() for _ in ranks[1:]]
        self.clusters = [
            self._build_cluster(number, cluster.theme, cluster.heads)
            for number, cluster in enumerate(arrangement.clusters)
        ]
        for link in arrangement.drawn_links:
            self._link_nodes(link.start, link.end)
        self._order_nodes()
        self._bundle_dummy_nodes()

    @property
    def segments_per_gutter(self) -> list[int]:
        """How many edge segments from other clusters run along each gutter."""
        return [len(segments) for segments in self._segments_in_gutter]

    def _used_ranks(self) -> list[int]:
        """The ranks of the columns in which something stands, from left to right."""
        rank_of = self.arrangement.column_rank
        ranks = {
            rank_of[head]
            for cluster in self.arrangement.clusters
            for head in cluster.heads
        }
        return sorted(ranks)

    def _build_cluster(
        self, number: int, theme: str | None, heads: Iterable[str]
    ) -> PlacedCluster:
        rank_of = self.arrangement.column_rank
        cluster = PlacedCluster(theme, [[] for _ in self.column_names])
        for order, head in enumerate(heads):
            column = self.column_of_rank[rank_of[head]]
            is_goal = rank_of[head] in GOAL_RANKS
            node = LayoutNode(head, column, order=order, is_goal=is_goal)
            cluster.columns[column].append(node)
            self.nodes[head] = node
            self.cluster_of[head] = number
        return cluster

    def _link_nodes(self, start: str, end: str) -> None:
        """Make the nodes along a link neighbours, with a dummy node in every column it passes.

        Args:
            start: What the link comes from.
            end: What it leads to.
        """
        heads = self.arrangement.head_of
        serving = self.nodes.get(heads[start])
        served = self.nodes.get(heads[end])
        if serving is None or served is None or serving is served:
            return
        if served.column <= serving.column:
            left, right, origin = served, serving, start
        else:
            left, right, origin = serving, served, end
        path = self._path_from(left, right, origin)
        if self.cluster_of[left.name] == self.cluster_of[right.name]:
            path.append(right)
        else:
            self._link_clusters(path, right, origin)
        for near, far in pairwise(path):
            if near.column != far.column:
                near.right.append(far)
                far.left.append(near)

    def _path_from(
        self, left: LayoutNode, right: LayoutNode, origin: str
    ) -> list[LayoutNode]:
        """The node at the left of a link, and the dummy nodes up to the column of the right one."""
        passed_columns = range(left.column + 1, right.column)
        dummies = [
            self._dummy_node_for(left, origin, column)
            for column in passed_columns
        ]
        return [left, *dummies]

    def _link_clusters(
        self, path: Sequence[LayoutNode], right: LayoutNode, origin: str
    ) -> None:
        """Note where a link passes from the cluster of its right end to that of its left end."""
        left, nearest = path[0], path[-1]
        self._add_indirect_pull(left, right)
        if left.column != right.column:
            segment = self.segment_of(left.name, origin)
            gutter = right.column - 1
            self._segments_in_gutter[gutter].add((left.name, segment))
            right.far_left.append(nearest)
            nearest.far_right.append(right)

    def _add_indirect_pull(self, left: LayoutNode, right: LayoutNode) -> None:
        """Let what is served through another cluster stand near what serves it.

        Args:
            left: What stands between, in the other cluster.
            right: What serves that, and so in the end what it serves itself.
        """
        cluster = self.cluster_of[right.name]
        for head in self.arrangement.served_heads.get(left.name, ()):
            # What stands in no cluster has no node.
            if self.cluster_of.get(head) != cluster:
                continue
            node = self.nodes[head]
            if node.column < right.column:
                node.indirect_right.append(right)

    def _dummy_node_for(
        self, served: LayoutNode, origin: str, column: int
    ) -> LayoutNode:
        """The dummy node of an edge segment in a column that it passes; made when there is none.

        Args:
            served: The node at the left.
            origin: The element at the right.
            column: Its number.
        """
        key = served.name, column, self.segment_of(served.name, origin)
        dummy = self.dummy_nodes.get(key)
        if dummy is None:
            dummy = self.dummy_nodes[key] = self._add_dummy_node(*key)
        nearest = self.nodes[self.arrangement.head_of[origin]]
        same_cluster = (
            self.cluster_of[nearest.name] == self.cluster_of[served.name]
        )
        if same_cluster and nearest.order > served.order:
            # It comes after what else serves this element and is nearer to it.
            dummy.order = min(dummy.order, nearest.order - 0.5)
        return dummy

    def _add_dummy_node(
        self, served: str, column: int, segment: str
    ) -> LayoutNode:
        """A new dummy node, in the cluster of what its links serve."""
        dummy = LayoutNode(
            served,
            column,
            is_dummy=True,
            order=inf,
            segments={segment: None},
            height=SEGMENT_HEIGHT,
        )
        cluster = self.clusters[self.cluster_of[served]]
        cluster.columns[column].append(dummy)
        return dummy

    def _order_nodes(self) -> None:
        """Put the nodes of all columns in the order with few crossings."""
        reading_order = [
            [
                sorted(column, key=lambda node: node.order)
                for column in cluster.columns
            ]
            for cluster in self.clusters
        ]
        ordered = order_layers(reading_order)
        for cluster, columns in zip(self.clusters, ordered, strict=True):
            cluster.columns = columns

    def _bundle_dummy_nodes(self) -> None:
        """Merge dummy nodes that came to stand beside each other for links to one element."""
        bundle_of: dict[LayoutNode, LayoutNode] = {}
        for column in self._all_columns():
            column[:] = _merge_dummy_nodes(column, bundle_of)
        for column in self._all_columns():
            for node in column:
                node.left = [bundle_of.get(near, near) for near in node.left]
                node.right = [bundle_of.get(near, near) for near in node.right]
        for key, dummy in self.dummy_nodes.items():
            self.dummy_nodes[key] = bundle_of.get(dummy, dummy)

    def _all_columns(self) -> Iterator[list[LayoutNode]]:
        """The columns of all clusters, from the top and the left."""
        for cluster in self.clusters:
            yield from cluster.columns

    def segment_of(self, served: str, origin: str) -> str:
        """What a link runs together with on its way to an element.

        Links from another cluster run together, so they share one edge segment: that from above
        or that from below. Others have their own, with the name of what they come from.
        """
        home = self.cluster_of[served]
        head = self.arrangement.head_of[origin]
        cluster = self.cluster_of.get(head, home)
        if cluster == home:
            return origin
        return FROM_ABOVE if cluster < home else FROM_BELOW


def _merge_dummy_nodes(
    column: Iterable[LayoutNode], bundle_of: dict[LayoutNode, LayoutNode]
) -> list[LayoutNode]:
    """A column in which one dummy node stands for each run of them that serves one element.

    Args:
        column: The nodes from the top.
        bundle_of: For each node that is left out the one that stands for it; filled here.
    """
    merged: list[LayoutNode] = []
    for _, run in groupby(column, key=_bundle_key):
        first, *others = run
        merged.append(first)
        for dummy in others:
            first.segments |= dummy.segments
            first.height += TRACK_GAP
            first.left += dummy.left
            first.right += dummy.right
            bundle_of[dummy] = first
    return merged


def _bundle_key(node: LayoutNode) -> LayoutNode | str:
    """The same for dummy nodes that may be merged; every other node has a key of its own."""
    return node.name if node.is_dummy else node
