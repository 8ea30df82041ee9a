"""Tables in the cells of a table.

Looks like: a cell of efforts that holds a table with headings of its own, such as *Actie, Wie,
Wanneer*. Its rows are elements of that cell, each with its owner and year; without this the
headings, owners and years were read as efforts too. A table without headings stays the
paragraphs of its cell, as a cell that someone split has no other meaning. One with headings that
name nothing of its column is left, with a note: taking its words as elements would invent some.
"""

from collections.abc import Callable, Iterable, Iterator

from dinet.document.content import Cell, Grid, Para, find_blocks
from dinet.interpret.columns.table_columns import (
    TableHeader,
    header_of,
    names_columns,
)
from dinet.interpret.reading import ProgrammeReading
from dinet.model import Kind


class NestedTables:
    """The tables in one cell, as far as they have headings.

    Args:
        cell: The cell.
        kind: Of the elements in its column.
    """

    def __init__(self, cell: Cell, kind: Kind) -> None:
        self.headers: list[TableHeader] = []
        """Of the tables that hold elements of this kind."""
        self.left: list[Grid] = []
        """The tables with headings of which none is about elements of this kind."""
        self.headed: list[Grid] = []
        """All tables that are not the paragraphs of the cell."""
        self.cell = cell
        for grid in cell.tables:
            blocks = self.cell.blocks
            first = find_blocks(blocks, grid.blocks)
            if first is not None and self._take_headed(grid, kind):
                self.headed.append(grid)
                after = blocks[first + len(grid.blocks) :]
                self.cell = self.cell._replace(
                    blocks=(*blocks[:first], *after)
                )

    def _take_headed(self, grid: Grid, kind: Kind) -> bool:
        """Keep a table that has headings; false for one that has none."""
        header = header_of(grid)
        if header and any(own == kind for _, own in header.element_columns):
            self.headers.append(header)
            return True
        if header or any(map(names_columns, grid.rows[:1])):
            self.left.append(grid)
            return True
        return False


def read_nested_tables(
    draft: ProgrammeReading,
    nested: NestedTables,
    kind: Kind,
    read_table: Callable[[TableHeader], None],
) -> list[int]:
    """The numbers of the elements of a kind that the tables in a cell hold.

    Args:
        draft: Where the mentions go.
        nested: The tables.
        kind: Of the elements in the column of the cell.
        read_table: Reads a table with headings into the draft.
    """
    first = len(draft.mentions)
    for header in nested.headers:
        read_table(header)
    draft.headed_tables += nested.headed
    for grid in nested.left:
        draft.add_note("nested_table_left", grid.place, text=_words_of(grid))
    return [
        number
        for number in range(first, len(draft.mentions))
        if draft.mentions[number].kind == kind
    ]


def note_nested_tables(
    draft: ProgrammeReading, parts: Iterable[Para | Grid]
) -> None:
    """Note each table in a cell that was read as the paragraphs of that cell."""
    grids = [part for part in parts if isinstance(part, Grid)]
    for grid in grids:
        for inner in _tables_in(grid):
            if not any(inner is headed for headed in draft.headed_tables):
                draft.add_note(
                    "nested_table", inner.place, text=_words_of(inner)
                )


def _tables_in(grid: Grid) -> Iterator[Grid]:
    for row in grid.rows:
        for cell in row:
            yield from cell.tables


def _words_of(grid: Grid) -> str:
    rows = (
        " | ".join(cell.text for cell in row if cell.has_words)
        for row in grid.rows
    )
    return "; ".join(filter(None, rows))
