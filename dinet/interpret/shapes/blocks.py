"""Blocks beside each other: the same headings come back further to the right.

Looks like:

    | Doel | Inspanning | | Doel | Inspanning |
    |---|---|---|---|---|
    | Meer zon | Panelen op scholen | | Minder gas | Warmtepompen |
    | Meer wind | Een molen bouwen | | Minder olie | Tanks slopen |

Reads as:

    doelen:
      - tekst: Meer zon
        inspanningen: [Panelen op scholen]
      - tekst: Meer wind
        inspanningen: [Een molen bouwen]
      - tekst: Minder gas
        inspanningen: [Warmtepompen]
      - tekst: Minder olie
        inspanningen: [Tanks slopen]

Not to be mistaken for: one table with columns of main goals and sub-goals, whose headings state
which stand higher.
Met in: sheets made to be printed on one page, and tables of two columns to save paper. A title
over each block, in the row above the headings, is its theme.
"""

from collections.abc import Iterable, Iterator, Sequence

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.columns.table_columns import (
    HeadedColumn,
    TableHeader,
    header_of,
)
from dinet.interpret.rows.cells import without_theme_word
from dinet.interpret.rows.upright_rows import read_upright_rows
from dinet.vocabulary.active_dialect import active_dialect
from dinet.vocabulary.roles import Role, kind_of, role_of
from dinet.vocabulary.time_headings import is_period

SPOKEN_NAMES = {
    "nl": ("blokken", "blokken naast elkaar"),
    "en": ("blocks", "blocks side by side"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_LEAST_COLUMNS = 2
"""Of a block: one column that comes back says nothing of what belongs together."""


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """Each block by itself, from left to right; None when nothing comes back."""
    header = header_of(table)
    blocks = blocks_of(header) if header else ()
    if not blocks:
        return None
    reading = context.begin_reading("blocks")
    titles = _titles_of_blocks(table, header, blocks) if header else ()
    if header and titles:
        named = header.heading_rows[-1:]
        blocks = tuple(
            _with_theme(block, title)._replace(heading_rows=named)
            for block, title in zip(blocks, titles, strict=True)
        )
    reading.headers = blocks
    for block in blocks:
        read_upright_rows(
            block, context, reading, merges_known=table.merges_known
        )
    return reading


def blocks_of(header: TableHeader) -> tuple[TableHeader, ...]:
    """The blocks of a table, from left to right; empty when it is one table.

    A block begins where the first heading with a role comes back, at the same height. All blocks
    have the same roles in the same order, with columns of elements of two kinds, or of one kind
    and something that is said of it.
    """
    headed = [column for column in header.columns if column.role_name]
    groups = list(_split_where_repeated(headed))
    roles = [[column.role_name for column in group] for group in groups]
    if len(groups) < _LEAST_COLUMNS or len(set(roles[0])) < _LEAST_COLUMNS:
        return ()
    if roles.count(roles[0]) < len(roles) or not _holds_elements(groups[0]):
        return ()
    return tuple(_table_of_block(header, group) for group in groups)


def _titles_of_blocks(
    table: Grid, header: TableHeader, blocks: Sequence[TableHeader]
) -> tuple[Cell, ...]:
    """The cells over the blocks that name their themes; empty unless each block has one.

    Met: *Programma Jeugd* and *Programma Ouderen*, each over *Doel, Inspanning*. A title that is
    a year or a word for elements names none.
    """
    above = _row_above(table, header)
    titles = tuple(cell for cell in above if cell.has_words)
    starts = _first_columns(header, blocks)
    over_blocks = (cell for place, cell in enumerate(above) if place in starts)
    if titles != tuple(over_blocks):
        return ()
    texts = {cell.text for cell in titles}
    are_themes = len(texts) == len(blocks) and all(map(_may_be_theme, texts))
    return titles if are_themes else ()


def _row_above(table: Grid, header: TableHeader) -> Row:
    """The row above that of the headings; empty without one."""
    above: Row = ()
    for row in table.rows:
        if any(row is heading for heading in header.heading_rows[-1:]):
            return above
        above = row
    return ()


def _first_columns(
    header: TableHeader, blocks: Sequence[TableHeader]
) -> set[int]:
    """The numbers of the columns with which the blocks begin."""
    headed = [column for column in header.columns if column.role_name]
    return {
        headed[place * len(blocks[0].columns)].number
        for place in range(len(blocks))
    }


def _may_be_theme(text: str) -> bool:
    return role_of(text) is None and not is_period(text)


def _with_theme(block: TableHeader, title: Cell) -> TableHeader:
    """A block beside a first column with its theme, which is merged over all rows."""
    columns = tuple(
        column._replace(number=column.number + 1) for column in block.columns
    )
    theme = HeadedColumn(0, "", Role("theme"))
    merged = without_theme_word(title)._replace(width=1)
    below = merged._replace(blocks=(), covered=True)
    rows = tuple(
        (below if number else merged, *row)
        for number, row in enumerate(block.rows)
    )
    return block._replace(columns=(theme, *columns), rows=rows)


def _holds_elements(columns: Iterable[HeadedColumn]) -> bool:
    return any(kind_of(column.role) for column in columns)


def _split_where_repeated(
    headed: list[HeadedColumn],
) -> Iterator[list[HeadedColumn]]:
    """The columns, divided where the role of the first one comes back."""
    group: list[HeadedColumn] = []
    for column in headed:
        if group and _is_same_again(group[0], column):
            yield group
            group = []
        group.append(column)
    if group:
        yield group


def _is_same_again(first: HeadedColumn, column: HeadedColumn) -> bool:
    """Two headings have one role, and nothing states that one stands above the other."""
    height = active_dialect().height
    return first.role_name == column.role_name and height(
        first.heading
    ) == height(column.heading)


def _table_of_block(
    header: TableHeader, group: list[HeadedColumn]
) -> TableHeader:
    """Some columns of a table as a table of their own; rows without words in them are left out."""
    numbers = [column.number for column in group]
    columns = tuple(
        column._replace(number=place) for place, column in enumerate(group)
    )
    rows = tuple(
        tuple(row[number] for number in numbers) for row in header.rows
    )
    return TableHeader(
        columns,
        tuple(row for row in rows if any(cell.has_words for cell in row)),
    )
