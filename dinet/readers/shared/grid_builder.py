"""Cells by row and column, and the boxes in which they are merged.

With these, readers build a grid in whatever order they find its cells.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dinet.document.content import Block, Cell, Grid, Row
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error
from dinet.model import Place

_COST_WITHOUT_WORDS = 0.2
"""What a cell without words counts for, in cells.

Coloured cells are found in thousands beside the tables of real sheets.
"""

RowColumn = tuple[int, int]
"""A row and a column, counted from 1."""


class CellContent(NamedTuple):
    """What stands in one spot."""

    blocks: tuple[Block, ...] = ()
    fill: str | None = None
    tables: tuple[Grid, ...] = ()
    """The tables in it, whose words are among its blocks too."""

    @property
    def text(self) -> str:
        """Its words, paragraphs joined by a space."""
        if len(self.blocks) == 1:  # as in most cells
            return self.blocks[0].text
        return " ".join(block.text for block in self.blocks)


class CellBudget:
    """How many cells the tables of one document may still have, blank and merged ones included.

    Args:
        name: The document's file name.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.used: float = 0

    def use_cells(self, count: float) -> None:
        """Use so many.

        Raises:
            DocumentError: There are not so many left.
        """
        self.used += count
        self.check_room()

    def check_room(self, more: float = 0) -> None:
        """Go on only when there is room for so many more.

        Raises:
            DocumentError: There is not.
        """
        needed = self.used + more
        if needed > current_limits().cells:
            hint = Sentence(
                "Keep only the tables that dinet has to read, "
                "and undo merged cells that reach far beyond them."
            )
            raise limit_error("cells", round(needed), self.name, hint)


class GridBuilder:
    """The cells of one table or sheet, and its merged cells.

    Args:
        budget: Of the whole document.
    """

    def __init__(self, budget: CellBudget) -> None:
        self.budget = budget
        self.cells: dict[RowColumn, CellContent] = {}
        self.anchors: dict[RowColumn, RowColumn] = {}
        """The first spot of its box, for each spot of a merged box, that first one included."""
        self.merged_down = False

    def put_content(self, spot: RowColumn, content: CellContent) -> None:
        """Put something in a spot."""
        self.budget.use_cells(1 if content.blocks else _COST_WITHOUT_WORDS)
        self.cells[spot] = content

    def merge_cells(self, first: RowColumn, rows: int, columns: int) -> None:
        """Merge the spots of a box.

        The content of the first is what the box shows; what stands under it is not seen. A box of
        one spot, or of none, changes nothing.
        """
        if min(rows, columns) < 1 or rows * columns == 1:
            return
        self.budget.use_cells(rows * columns)
        self.merged_down = self.merged_down or rows > 1
        row, column = first
        for down in range(rows):
            for right in range(columns):
                self.anchors[row + down, column + right] = first

    def content_seen_at(self, spot: RowColumn) -> CellContent:
        """What a reader sees in a spot: for one in a merged cell, what that cell shows."""
        return self.cells.get(self.anchors.get(spot, spot), _BLANK_CONTENT)

    def build_grid(
        self,
        rows: Sequence[int],
        columns: Sequence[int],
        place: Place,
        *,
        merges_known: bool,
        numbered: bool = True,
    ) -> Grid:
        """A grid of some rows and columns, in order; what is not among them is not in it.

        A merged cell stands in the first of its spots that is in the grid.

        Args:
            rows: The numbers of the rows.
            columns: The numbers of the columns.
            place: Where the table stands; each cell adds its row and column.
            merges_known: See Grid.
            numbered: Each cell adds its row and column to the place; not in a table in a cell, of
                which that cell is the place.
        """
        placed: set[RowColumn] = set()
        table = _PlacedTable(place, columns, numbered)
        cells = tuple(self._build_row(row, table, placed) for row in rows)
        return Grid(cells, place, merges_known)

    def _build_row(
        self, row: int, table: "_PlacedTable", placed: set[RowColumn]
    ) -> Row:
        spots = [(row, column) for column in table.columns]
        unknown = [
            spot
            for spot in spots
            if spot not in self.cells and spot not in self.anchors
        ]
        self.budget.use_cells(len(unknown))
        return tuple([self._build_cell(spot, table, placed) for spot in spots])

    def _build_cell(
        self, spot: RowColumn, table: "_PlacedTable", placed: set[RowColumn]
    ) -> Cell:
        """A cell of the grid; ``placed`` holds the merged boxes that stand in it already."""
        row = spot[0]
        here = table.place_of(spot)
        anchor = self.anchors.get(spot)
        shown = self.cells.get(anchor or spot, _BLANK_CONTENT)
        if anchor in placed:
            return Cell(here, covered=True, fill=shown.fill)
        cell = Cell(here, shown.blocks, fill=shown.fill, tables=shown.tables)
        if anchor is None:
            return cell
        placed.add(anchor)
        width = sum(
            self.anchors.get((row, other)) == anchor for other in table.columns
        )
        return cell._replace(width=width)

    def words_under_merged(self) -> list[tuple[RowColumn, str]]:
        """The spots under merged cells that have words of their own, and these words."""
        covered = [
            (spot, self.cells[spot].text)
            for spot, anchor in self.anchors.items()
            if anchor != spot and spot in self.cells
        ]
        return [(spot, text) for spot, text in covered if text]


class _PlacedTable(NamedTuple):
    """A table that is built: where it stands, its columns, and whether its cells are numbered."""

    place: Place
    columns: Sequence[int]
    numbered: bool

    def place_of(self, spot: RowColumn) -> Place:
        """Where a cell of it stands."""
        if not self.numbered:
            return self.place
        return self.place.model_copy(
            update={"row": spot[0], "column": spot[1]}
        )


_BLANK_CONTENT = CellContent()
