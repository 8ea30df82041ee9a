"""How high families and columns are at a width; the search for widths asks this often, so each is measured once."""

from collections.abc import Iterator, Sequence

from dinet.layout.layered.cards import Cards, Text
from dinet.layout.layered.coordinates import Stands, stacked
from dinet.layout.style.paper import NATURAL

INDENT = 14.0
"""How far a sub-effort stands to the right of its effort."""
DEEPEST = 4
"""Parts of parts stand no further to the right than this many times."""
PART_GAP = 5.0
"""Between an effort and its sub-efforts."""


class Heights:
    """The heights of an arrangement, in points at natural size.

    Args:
        stands: Its slots; those of families get their heights here.
        cards: The contents of the boxes.
    """

    def __init__(self, stands: Stands, cards: Cards) -> None:
        self.stands, self.cards = stands, cards
        self._columns: dict[tuple[int, float], tuple[float, ...]] = {}
        self._families: dict[tuple[str, float], float] = {}

    def texts(self, head: str, width: float) -> Iterator[tuple[str, float, Text]]:
        """The members of a family from top to bottom, each with how far it stands to the right and its wrapped text."""
        for member, depth in self.stands.arrangement.families[head]:
            indent = min(depth, DEEPEST) * INDENT
            yield member, indent, self.cards.text(member, (width - indent) / NATURAL)

    def family(self, head: str, width: float) -> float:
        """The height of a family in a column of a width."""
        if (head, width) not in self._families:
            found = sum(
                text.height * NATURAL + PART_GAP
                for _, _, text in self.texts(head, width)
            )
            self._families[head, width] = found - PART_GAP
        return self._families[head, width]

    def bands(self, widths: Sequence[float]) -> list[float]:
        """The height of every band, from the widths of the columns: that of its highest column."""
        columns = [self._column(number, width) for number, width in enumerate(widths)]
        return [max(heights) for heights in zip(*columns, strict=True)]

    def _column(self, number: int, width: float) -> tuple[float, ...]:
        """How high a column is in every band; below 0 where nothing stands in it."""
        if (number, width) not in self._columns:
            columns = [stand.columns[number] for stand in self.stands.stands]
            for slot in (
                slot for column in columns for slot in column if not slot.lane
            ):
                slot.height = self.family(slot.name, width)
            self._columns[number, width] = tuple(map(stacked, columns))
        return self._columns[number, width]

    def settle(self, widths: Sequence[float]) -> None:
        """Give all slots their places, for columns of these widths."""
        for slot in self.stands.slots.values():
            slot.height = self.family(slot.name, widths[slot.column])
        for stand, height in zip(self.stands.stands, self.bands(widths), strict=True):
            stand.settle(height)
