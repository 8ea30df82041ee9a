"""The tables of a page: where each cell stands when others span rows and columns."""

from itertools import chain
from typing import NamedTuple

from dinet.document.content import Block, Grid
from dinet.document.text_lines import blocks_with_levels, split_lines
from dinet.limits import current_limits, limit_error
from dinet.model import Place
from dinet.readers.shared.grid_builder import (
    CellContent,
    GridBuilder,
    RowColumn,
)
from dinet.readers.shared.xml import parse_number
from dinet.readers.web.element_style import ElementLook
from dinet.readers.web.page import InheritedStyle, PageParagraph, WebPage
from dinet.readers.web.page_tree import PageElement
from dinet.readers.web.table_rows import cells_of, rows_of

_GROUPS = ("thead", "tbody", "tfoot")
# Columns that a cell can span, as HTML limits them.
_MOST_ACROSS = 1000
# Rows that a cell can span, as HTML limits them.
_MOST_DOWN = 65_534


def has_merged_rows(root: PageElement) -> bool:
    """Some cell spans several rows."""
    return any(
        span_of(cell, "rowspan", _MOST_DOWN) != 1
        for cell in chain(root.iter("td"), root.iter("th"))
    )


def grid_of(
    page: WebPage,
    table: PageElement,
    place: Place,
    *,
    merges_known: bool,
    numbered: bool = True,
) -> Grid:
    """A table as a grid.

    A span reaches no further than the rows and columns in which cells begin.

    Args:
        page: Of which it is part.
        table: The table.
        place: Where it stands.
        merges_known: See Grid.
        numbered: Its cells have their own row and column; else its place is theirs.
    """
    page.log.place = place
    rows = _shown_rows(page, table)
    if len(rows) > current_limits().rows:
        raise limit_error("rows", len(rows), place.as_sentence())
    lattice = GridBuilder(page.budget)
    hidden = _hidden_columns(page, table)
    walk = _TableWalk(page, lattice, place, merges_known, numbered)
    for row in rows:
        walk.read_row(row, last=len(rows))
    walk.pass_hidden(hidden)
    width = max((column for _, column in lattice.cells), default=0)
    columns = [
        column for column in range(1, width + 1) if column not in hidden
    ]
    numbers = range(1, len(rows) + 1)
    grid = lattice.build_grid(
        numbers,
        columns,
        place,
        merges_known=merges_known,
        numbered=numbered,
    )
    return grid._replace(adjacent=True)


class _ShownRow(NamedTuple):
    """A row that a reader sees.

    Args:
        element: The row.
        fill: Its colour; empty or None when it has none.
        number: Its number, from 1.
    """

    element: PageElement
    fill: str | None
    number: int


def _shown_rows(page: WebPage, table: PageElement) -> list[_ShownRow]:
    """The rows that a reader sees."""
    hidden_groups = {
        group
        for group in table.iterchildren(*_GROUPS)
        if page.visible_look(group) is None
    }
    shown: list[_ShownRow] = []
    for row in rows_of(table):
        if row.getparent() in hidden_groups:
            continue
        look = page.visible_look(row)
        if look:
            shown.append(_ShownRow(row, look.fill, len(shown) + 1))
    return shown


class _TableWalk(NamedTuple):
    """One walk through a table into a lattice; the other fields as ``grid_of`` takes them."""

    page: WebPage
    lattice: GridBuilder
    place: Place
    merges_known: bool
    numbered: bool

    def read_row(self, row: _ShownRow, last: int) -> None:
        """Put the cells of a row into the lattice; ``last`` is the number of the last row."""
        column = 0
        for cell in cells_of(row.element):
            look = self.page.visible_look(cell)
            if look is None:
                continue
            column = _next_free_column(self.lattice, row.number, column)
            spot = (row.number, column)
            content = self._read_cell(cell, look, spot)
            fill = row.fill if look.fill is None else look.fill
            self.lattice.put_content(spot, content._replace(fill=fill or None))
            down = span_of(cell, "rowspan", _MOST_DOWN) or last
            across = span_of(cell, "colspan", _MOST_ACROSS) or 1
            self.lattice.merge_cells(
                spot, min(down, last + 1 - row.number), across
            )

    def _read_cell(
        self, cell: PageElement, look: ElementLook, spot: RowColumn
    ) -> CellContent:
        """The paragraphs of a cell that looks so, which are its lines, and the tables in it."""
        if self.numbered:
            self.page.log.enter_cell(self.place, *spot)
        style = InheritedStyle().with_look(cell, look)
        lines: list[Block] = []
        tables: list[Grid] = []
        for piece in self.page.read_pieces(cell, style, in_cell=True):
            if isinstance(piece, PageParagraph):
                lines += split_lines(piece.block)
            else:
                tables.append(self._nested_grid(piece))
                lines += tables[-1].blocks
        blocks = tuple(blocks_with_levels(lines))
        return CellContent(blocks, tables=tuple(tables))

    def _nested_grid(self, table: PageElement) -> Grid:
        """A table in a cell; the place of its cells is that of the cell around it."""
        here = self.page.log.place
        self.page.nested += 1
        grid = grid_of(
            self.page,
            table,
            here,
            merges_known=self.merges_known,
            numbered=False,
        )
        self.page.nested -= 1
        self.page.log.place = here
        return grid

    def pass_hidden(self, columns: set[int]) -> None:
        """Remember the cells with words in hidden columns."""
        for spot, content in self.lattice.cells.items():
            if spot[1] in columns and content.blocks:
                self.page.log.enter_cell(self.place, *spot)
                self.page.log.add("hidden_text")


def _next_free_column(lattice: GridBuilder, row: int, column: int) -> int:
    """The first column after one in which no merged cell of an earlier row or cell stands."""
    column += 1
    while (row, column) in lattice.anchors:
        column += 1
    return column


def _hidden_columns(page: WebPage, table: PageElement) -> set[int]:
    """The numbers of the columns that the table itself hides."""
    hidden: set[int] = set()
    last = 0
    for column in table.iter("col"):
        if next(column.iterancestors("table"), None) is not table:
            continue  # of a table in this one
        width = span_of(column, "span", _MOST_ACROSS) or 1
        if page.visible_look(column) is None:
            hidden.update(range(last + 1, last + width + 1))
        last += width
    return hidden


def span_of(cell: PageElement, name: str, most: int) -> int:
    """Over how many rows or columns a cell goes, as far as HTML allows.

    0 means: as far as there are.
    """
    return min(parse_number((cell.get(name) or "1").strip(), 1), most)
