"""Another table beside the one of the network, on the same rows of a sheet.

    | Doel | Inspanning | | Naam | Actie |
    |---|---|---|---|---|
    | Meer zon | Panelen leggen | | Secretaris | Zaal boeken |

Met in workbooks: a list of dates, persons or risks right of the goals, with a blank column between
them. What stands there on the row of a goal serves nothing of that row.
"""

from collections.abc import Iterable, Iterator, Sequence

from dinet.document.content import Cell, Grid, Para, Row
from dinet.interpret.columns.table_columns import HeadedColumn, header_of
from dinet.interpret.shapes.blocks import blocks_of
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import kind_of

_LEAST_COLUMNS = 2
"""Of each of the tables: a last column by itself says more of what stands before the gap."""


def divide_tables_beside(
    parts: Iterable[Para | Grid],
) -> Iterator[Para | Grid]:
    """The parts; a table with another one beside it as two, from left to right."""
    for part in parts:
        gap = _find_gap(part) if isinstance(part, Grid) else None
        if gap is None or not isinstance(part, Grid):
            yield part
        else:
            yield _columns_of(part, 0, gap)
            yield _columns_of(part, gap + 1, part.width)


def _find_gap(grid: Grid) -> int | None:
    """The blank column before another table; None when there is none.

    What stands behind the gap begins with something else than elements, and has elements of a kind
    that stands before it too: ``Doel | Inspanning | | Trekker`` goes on behind its gap. Or it is
    a register or a list of words.
    """
    blanks = list(_blank_columns(grid))
    header = header_of(grid) if blanks else None
    if header is None or blocks_of(header):
        return None
    for gap in blanks:
        before = [each for each in header.columns if each.number < gap]
        after = [each for each in header.columns if each.number > gap]
        if _is_another(_with_heading(before), _with_heading(after)):
            return gap
    return None


def _blank_columns(grid: Grid) -> Iterator[int]:
    """The columns without a word, which no merged cell lies over."""
    for number in range(1, grid.width - 1):
        cells = (row[number] for row in grid.rows if number < len(row))
        if not any(cell.has_words or cell.covered for cell in cells):
            yield number


def _with_heading(
    columns: Iterable[HeadedColumn],
) -> list[HeadedColumn]:
    return [column for column in columns if column.heading]


def _is_another(
    before: Sequence[HeadedColumn], after: Sequence[HeadedColumn]
) -> bool:
    if min(len(before), len(after)) < _LEAST_COLUMNS:
        return False
    if kind_of(after[0].role) is not None:
        return False
    others = words_of("headings.registers", "headings.glossary_words")
    if plain(after[0].heading) in others:
        return True
    return bool(_kinds_of(before) & _kinds_of(after))


def _kinds_of(columns: Iterable[HeadedColumn]) -> set[str]:
    return set(filter(None, (kind_of(column.role) for column in columns)))


def _columns_of(grid: Grid, first: int, end: int) -> Grid:
    """Some columns of a table, without the rows that have no words in them."""
    rows = (_cells_of(row, first, end) for row in grid.rows)
    kept = tuple(row for row in rows if any(cell.has_words for cell in row))
    return grid._replace(rows=kept)


def _cells_of(row: Row, first: int, end: int) -> Row:
    """Cells of a row; a merged one is no wider than what is left of the row."""
    return tuple(
        _within_width(cell, end - number)
        for number, cell in enumerate(row[first:end], start=first)
    )


def _within_width(cell: Cell, width: int) -> Cell:
    return cell._replace(width=min(cell.width, width))
