"""The tables of a page: where each cell stands when others span rows and columns."""

from itertools import chain
from typing import NamedTuple

from lxml.html import HtmlElement

from dinet.document.content import Grid
from dinet.limits import current_limits, limit_error
from dinet.model import Place
from dinet.readers.shared.grid_builder import CellContent, GridBuilder
from dinet.readers.shared.xml import parse_number
from dinet.readers.web.page import WebPage
from dinet.readers.web.table_rows import cells_of, rows_of

_GROUPS = ("thead", "tbody", "tfoot")
# Columns that a cell can span, as HTML limits them.
_MOST_ACROSS = 1000
# Rows that a cell can span, as HTML limits them.
_MOST_DOWN = 65_534


def has_merged_rows(root: HtmlElement) -> bool:
    """Some cell spans several rows."""
    return any(
        span_of(cell, "rowspan", _MOST_DOWN) != 1
        for cell in chain(root.iter("td"), root.iter("th"))
    )


def grid_of(
    page: WebPage, table: HtmlElement, place: Place, *, merges_known: bool
) -> Grid:
    """A table as a grid.

    A span reaches no further than the rows and columns in which cells begin.
    """
    rows = _shown_rows(page, table)
    if len(rows) > current_limits().rows:
        raise limit_error("rows", len(rows), place.as_sentence())
    lattice = GridBuilder(page.budget)
    hidden = _hidden_columns(page, table)
    for row in rows:
        _read_row(page, lattice, row, last=len(rows))
    page.counts["hidden"] += _count_words_in(lattice, hidden)
    width = max((column for _, column in lattice.cells), default=0)
    columns = [
        column for column in range(1, width + 1) if column not in hidden
    ]
    numbers = range(1, len(rows) + 1)
    grid = lattice.build_grid(
        numbers, columns, place, merges_known=merges_known
    )
    return grid._replace(adjacent=True)


def _count_words_in(lattice: GridBuilder, columns: set[int]) -> int:
    """How many cells with words stand in some columns."""
    return sum(
        bool(content.blocks)
        for (_, column), content in lattice.cells.items()
        if column in columns
    )


class _ShownRow(NamedTuple):
    """A row that a reader sees.

    Args:
        element: The row.
        fill: Its colour; empty or None when it has none.
        number: Its number, from 1.
    """

    element: HtmlElement
    fill: str | None
    number: int


def _shown_rows(page: WebPage, table: HtmlElement) -> list[_ShownRow]:
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


def _read_row(
    page: WebPage, lattice: GridBuilder, row: _ShownRow, last: int
) -> None:
    """Put the cells of a row into a lattice; ``last`` is the number of the last row."""
    column = 0
    for cell in cells_of(row.element):
        look = page.visible_look(cell)
        if look is None:
            continue
        column = _next_free_column(lattice, row.number, column)
        spot = (row.number, column)
        fill = row.fill if look.fill is None else look.fill
        lattice.put_content(
            spot, CellContent(page.read_cell(cell, look), fill or None)
        )
        down = span_of(cell, "rowspan", _MOST_DOWN) or last
        across = span_of(cell, "colspan", _MOST_ACROSS) or 1
        lattice.merge_cells(spot, min(down, last + 1 - row.number), across)


def _next_free_column(lattice: GridBuilder, row: int, column: int) -> int:
    """The first column after one in which no merged cell of an earlier row or cell stands."""
    column += 1
    while (row, column) in lattice.anchors:
        column += 1
    return column


def _hidden_columns(page: WebPage, table: HtmlElement) -> set[int]:
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


def span_of(cell: HtmlElement, name: str, most: int) -> int:
    """Over how many rows or columns a cell goes, as far as HTML allows.

    0 means: as far as there are.
    """
    return min(parse_number((cell.get(name) or "1").strip(), 1), most)
