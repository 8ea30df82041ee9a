"""How high families and columns are at a width; the search for widths asks this often, so each is measured once."""

from collections.abc import Iterator, Sequence

from dinet.layout.layered.cards import Cards, WrappedCard
from dinet.layout.layered.coordinates import ClusterNodes, stacked_height
from dinet.layout.style.paper import NATURAL_LETTERS

PART_INDENT = 14.0
"""How far a sub-effort stands to the right of its effort."""
DEEPEST_INDENT = 4
"""Parts of parts stand no further to the right than this many times."""
PART_GAP = 5.0
"""Between an effort and its sub-efforts."""


class ColumnHeights:
    """The heights of an arrangement, in points at natural size.

    Args:
        stands: Its slots; those of families get their heights here.
        cards: The contents of the boxes.
    """

    def __init__(self, stands: ClusterNodes, cards: Cards) -> None:
        self.cluster_nodes, self.cards = stands, cards
        self._column_cache: dict[tuple[int, float], tuple[float, ...]] = {}
        self._family_cache: dict[tuple[str, float], float] = {}

    def wrap_family(
        self, head: str, width: float
    ) -> Iterator[tuple[str, float, WrappedCard]]:
        """The members of a family from top to bottom, each with how far it stands to the right and its wrapped text."""
        for member, depth in self.cluster_nodes.arrangement.families[head]:
            indent = min(depth, DEEPEST_INDENT) * PART_INDENT
            yield (
                member,
                indent,
                self.cards.wrap_card(member, (width - indent) / NATURAL_LETTERS),
            )

    def family_height(self, head: str, width: float) -> float:
        """The height of a family in a column of a width."""
        if (head, width) not in self._family_cache:
            found = sum(
                text.height * NATURAL_LETTERS + PART_GAP
                for _, _, text in self.wrap_family(head, width)
            )
            self._family_cache[head, width] = found - PART_GAP
        return self._family_cache[head, width]

    def cluster_heights(self, widths: Sequence[float]) -> list[float]:
        """The height of every band, from the widths of the columns: that of its highest column."""
        columns = [
            self._column_heights(number, width) for number, width in enumerate(widths)
        ]
        return [max(heights) for heights in zip(*columns, strict=True)]

    def _column_heights(self, number: int, width: float) -> tuple[float, ...]:
        """How high a column is in every band; below 0 where nothing stands in it."""
        if (number, width) not in self._column_cache:
            columns = [stand.columns[number] for stand in self.cluster_nodes.clusters]
            for slot in (
                slot for column in columns for slot in column if not slot.is_dummy
            ):
                slot.height = self.family_height(slot.name, width)
            self._column_cache[number, width] = tuple(map(stacked_height, columns))
        return self._column_cache[number, width]

    def place_clusters(self, widths: Sequence[float]) -> None:
        """Give all slots their places, for columns of these widths."""
        for slot in self.cluster_nodes.nodes.values():
            slot.height = self.family_height(slot.name, widths[slot.column])
        for stand, height in zip(
            self.cluster_nodes.clusters, self.cluster_heights(widths), strict=True
        ):
            stand.place_nodes(height)
