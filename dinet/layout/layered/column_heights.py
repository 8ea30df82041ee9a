"""How high families and columns are at a width.

The search for widths asks this often, so each is measured once.
"""

from collections.abc import Iterator, Sequence

from dinet.layout.layered.cards import Cards, WrappedCard
from dinet.layout.layered.coordinates import ClusterNodes, stacked_height
from dinet.layout.layered.node import LayoutNode
from dinet.layout.style.paper import NATURAL_LETTERS

PART_INDENT = 14.0
"""How far a sub-effort stands to the right of its effort, in points at natural size."""
DEEPEST_INDENT = 4
"""Parts of parts stand no further to the right than this many times."""
PART_GAP = 5.0
"""Between an effort and its sub-efforts, in points at natural size."""


class ColumnHeights:
    """The heights of an arrangement, in points at natural size.

    Args:
        cluster_nodes: Its nodes; those of families get their heights here.
        cards: The contents of the boxes.
    """

    def __init__(self, cluster_nodes: ClusterNodes, cards: Cards) -> None:
        self.cluster_nodes = cluster_nodes
        self.cards = cards
        self._column_cache: dict[tuple[int, float], tuple[float, ...]] = {}
        self._family_cache: dict[tuple[str, float], float] = {}
        self._members: dict[str, Sequence[tuple[str, float]]] = {}

    def wrap_family(
        self, head: str, width: float
    ) -> Iterator[tuple[str, float, WrappedCard]]:
        """The members of a family from top to bottom, in a column of a width.

        Each comes with how far it stands to the right, and with its wrapped text.
        """
        for member, indent in self._indented_members(head):
            card = self.cards.wrap_card(
                member, (width - indent) / NATURAL_LETTERS
            )
            yield member, indent, card

    def _indented_members(self, head: str) -> Sequence[tuple[str, float]]:
        """The members of a family, each with how far it stands to the right."""
        if head not in self._members:
            self._members[head] = [
                (member, min(depth, DEEPEST_INDENT) * PART_INDENT)
                for member, depth in self.cluster_nodes.arrangement.families[
                    head
                ]
            ]
        return self._members[head]

    def family_height(self, head: str, width: float) -> float:
        """The height of a family in a column of a width."""
        key = head, width
        height = self._family_cache.get(key)
        if height is None:
            height = self._family_cache[key] = self._measure_family(*key)
        return height

    def _measure_family(self, head: str, width: float) -> float:
        # the search for widths asks nothing as often as this
        wrap_card, height = self.cards.wrap_card, 0.0
        for member, indent in self._indented_members(head):
            card = wrap_card(member, (width - indent) / NATURAL_LETTERS)
            height += card.height * NATURAL_LETTERS + PART_GAP
        return height - PART_GAP

    def cluster_heights(self, widths: Sequence[float]) -> list[float]:
        """The height of every cluster, from the widths of the columns: of its highest column."""
        columns = [
            self._column_heights(number, width)
            for number, width in enumerate(widths)
        ]
        return [max(heights) for heights in zip(*columns, strict=True)]

    def _column_heights(self, number: int, width: float) -> tuple[float, ...]:
        """How high a column is in every cluster; below 0 where nothing stands in it."""
        if (number, width) not in self._column_cache:
            parts = [
                cluster.columns[number]
                for cluster in self.cluster_nodes.clusters
            ]
            for part in parts:
                self._set_node_heights(part, width)
            self._column_cache[number, width] = tuple(
                map(stacked_height, parts)
            )
        return self._column_cache[number, width]

    def _set_node_heights(
        self, part: Sequence[LayoutNode], width: float
    ) -> None:
        for node in part:
            if not node.is_dummy:
                node.height = self.family_height(node.name, width)

    def place_clusters(self, widths: Sequence[float]) -> None:
        """Give all nodes their places, for columns of these widths."""
        for node in self.cluster_nodes.nodes.values():
            node.height = self.family_height(node.name, widths[node.column])
        heights = self.cluster_heights(widths)
        for cluster, height in zip(
            self.cluster_nodes.clusters, heights, strict=True
        ):
            cluster.place_nodes(height)
