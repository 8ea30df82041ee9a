"""The tables of a page: where each cell stands when others span rows and columns."""

from itertools import chain, count

from lxml.html import HtmlElement

from dinet.document.content import Grid
from dinet.limits import current_limits, limit_error
from dinet.model import Place
from dinet.readers.shared.grid_builder import CellContent, GridBuilder
from dinet.readers.web.page import WebPage
from dinet.readers.web.table_rows import cells_of, rows_of

_GROUPS = ("thead", "tbody", "tfoot")
_MOST_ACROSS = 1000
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
    """A table as a grid. A span reaches no further than the rows and columns in which cells begin."""
    hidden = {
        group
        for group in table.iterchildren(*_GROUPS)
        if page.visible_look(group) is None
    }
    rows = [
        (row, look)
        for row in rows_of(table)
        if row.getparent() not in hidden and (look := page.visible_look(row))
    ]
    if len(rows) > current_limits().rows:
        raise limit_error("rows", len(rows), place.as_sentence())
    lattice = GridBuilder(page.budget)
    unseen = _hidden_columns(page, table)
    for number, (row, row_look) in enumerate(rows, start=1):
        column = 0
        for cell in cells_of(row):
            look = page.visible_look(cell)
            if look is None:
                continue
            column = next(
                each
                for each in count(column + 1)
                if (number, each) not in lattice.anchors
            )
            fill = row_look.fill if look.fill is None else look.fill
            lattice.put_content(
                (number, column), CellContent(page.read_cell(cell, look), fill or None)
            )
            down = span_of(cell, "rowspan", _MOST_DOWN) or len(rows)
            lattice.merge_cells(
                (number, column),
                min(down, len(rows) + 1 - number),
                span_of(cell, "colspan", _MOST_ACROSS) or 1,
            )
    columns = [
        each
        for each in range(
            1, max((column for _, column in lattice.cells), default=0) + 1
        )
        if each not in unseen
    ]
    page.counts["hidden"] += sum(
        bool(content.blocks)
        for (_, column), content in lattice.cells.items()
        if column in unseen
    )
    grid = lattice.build_grid(
        range(1, len(rows) + 1), columns, place, merges_known=merges_known
    )
    return grid._replace(adjacent=True)


def _hidden_columns(page: WebPage, table: HtmlElement) -> set[int]:
    """The numbers of the columns that the table itself hides."""
    columns = (
        each
        for each in table.iter("col")
        if next(each.iterancestors("table"), None) is table
    )
    found: set[int] = set()
    last = 0
    for each in columns:
        width = span_of(each, "span", _MOST_ACROSS) or 1
        if page.visible_look(each) is None:
            found.update(range(last + 1, last + width + 1))
        last += width
    return found


def span_of(cell: HtmlElement, name: str, most: int) -> int:
    """Over how many rows or columns a cell goes, as far as HTML allows; 0 means: as far as there are."""
    text = (cell.get(name) or "1").strip()
    return (
        min(int(text), most)
        if text.isascii() and text.isdecimal() and len(text) < len("1000000000")
        else 1
    )
