"""Tables on their side are turned upright.

Their headings stand in the first column, and each further column is a row of an upright table.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.table_columns import header_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import is_everyday, kind_of, role_of

_LEAST_COLUMNS = 2
"""The headings, and what they head."""
_LEAST_HEADINGS = 2
"""One heading beside a text is a row of an upright table too."""


def turn_upright(grid: Grid) -> tuple[tuple[Row, ...], Grid] | None:
    """The rows above a table on its side that are one cell, and the table upright.

    None when it is upright already. When the headings come back further down, as on cards under
    each other, every card is a row.
    """
    if grid.width < _LEAST_COLUMNS:
        return None
    above = tuple(takewhile(_is_one_cell, grid.rows))
    lines = list(_lines(grid.rows[len(above) :]))
    if (
        not _are_heads([line[0].text for line in lines])
        or header_of(grid) is not None
    ):
        return None
    cards = list(_cards(lines))
    head = tuple(line[0]._replace(width=1) for line in cards[0])
    rows: list[Row] = [head]
    for card in cards:
        rows += _upright(card, head)
    return above, grid._replace(rows=tuple(rows))


def _is_one_cell(row: Row) -> bool:
    """The row is one cell over the whole width of the table."""
    return bool(row) and row[0].width == len(row)


def _lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, one for each heading.

    What stands beside a blank or merged heading goes on with the row above.
    """
    line: Row = ()
    for row in rows:
        if line and not row[0].has_words:
            line = tuple(map(_with_blocks, line, row))
            continue
        if line:
            yield line
        line = row
    if line:
        yield line


def _with_blocks(cell: Cell, below: Cell) -> Cell:
    """A cell with the paragraphs of the cell below it too."""
    return cell._replace(blocks=(*cell.blocks, *below.blocks))


def _are_heads(heads: list[str]) -> bool:
    """All of them have a role, and one names elements in words that only such a network uses."""
    roles = [role_of(text) for text in heads]
    own = any(
        kind_of(role) and not is_everyday(text)
        for role, text in zip(roles, heads, strict=True)
    )
    known = all(role and role.name != "other" for role in roles)
    return own and known and len(set(heads)) >= _LEAST_HEADINGS


def _cards(lines: Sequence[Row]) -> Iterator[list[Row]]:
    """The lines, divided where the first heading comes back."""
    card: list[Row] = []
    for line in lines:
        if card and fold_text(line[0].text) == fold_text(lines[0][0].text):
            yield card
            card = []
        card.append(line)
    yield card


def _upright(card: Sequence[Row], head: Row) -> Iterator[Row]:
    """A row for each further column of a card, its cells in the order of the headings."""
    by_head = {fold_text(line[0].text): line for line in card}
    lines = [by_head.get(fold_text(cell.text)) for cell in head]
    blank = Cell(card[0][0].place)
    for column in range(1, len(card[0])):
        yield tuple(
            line[column]._replace(width=1) if line else blank for line in lines
        )
