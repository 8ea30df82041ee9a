"""Tables that are not tables, and tables on their side.

One column is a list, and a cell alone above the header is a heading.
"""

from collections.abc import Iterable, Iterator

from dinet.document.content import Cell, Grid, Para, Row
from dinet.interpret.shapes.planning import is_legend
from dinet.interpret.shapes.turned import lines_of
from dinet.interpret.table_columns import caption_rows, header_of
from dinet.vocabulary.roles import kind_of, labelled, role_of

_LOWEST_HEADING = 9
"""A level of headings that no format has: what is taken for one stands under all others."""
_LEGEND_WORDS = 5
"""The name of a phase is short; a cell of more words is an item of a list."""


def unfold_pseudo_tables(
    parts: Iterable[Para | Grid],
) -> Iterator[Para | Grid]:
    """The parts, with all that only looks like a table as what it is.

    Tables with one column become headings and list items, and captions become headings. Where list items or cells say themselves what they are
    (``Doel: …``, ``Inspanning: …``), these are headings.
    """
    parts = tuple(parts)
    paras = [part for part in parts if isinstance(part, Para)]
    items_say_roles = _say_roles(
        para.text for para in paras if _is_list_item(para)
    )
    for part in parts:
        if isinstance(part, Grid):
            yield from _unfold_grid(part)
        elif items_say_roles and _is_list_item(part):
            yield _as_heading(part)
        else:
            yield part


def _is_list_item(para: Para) -> bool:
    return para.block.level is not None


def _unfold_grid(grid: Grid) -> Iterator[Para | Grid]:
    """A table as what it is: itself, headings and lists, or headings above a table."""
    if _is_list_of_colours(grid):
        yield grid
    elif header_of(grid) is None and _say_roles(_texts_of_cells(grid)):
        for para in _paras_of_cells(grid):
            yield _as_heading(para)
    elif _one_column(grid):
        yield from _list_of_column(grid)
    else:
        above, upright = _split_captions(grid)
        for row in above:
            yield from _headings(row)
        yield upright


def _split_captions(grid: Grid) -> tuple[tuple[Row, ...], Grid]:
    """The rows above the header that are captions, and the table without these."""
    side = lines_of(grid)
    captions = len(side.above) if side else caption_rows(grid)
    return grid.rows[:captions], grid._replace(rows=grid.rows[captions:])


def _texts_of_cells(grid: Grid) -> list[str]:
    return [cell.text for row in grid.rows for cell in row]


def _paras_of_cells(grid: Grid) -> Iterator[Para]:
    for row in grid.rows:
        for cell in row:
            yield from (Para(block, cell.place) for block in cell.blocks)


def _say_roles(texts: Iterable[str]) -> bool:
    """Some of the texts say that they are goals and others that they are something else."""
    lines = filter(None, map(labelled, texts))
    names = {line.role.name for line in lines if kind_of(line.role)}
    return "goal" in names and len(names) > 1


def _as_heading(part: Para) -> Para:
    """A line that says what it is as a heading, every other as it is."""
    found = labelled(part.text)
    if found is None or kind_of(found.role) is None:
        return part
    return part._replace(
        block=part.block._replace(level=None), heading=_LOWEST_HEADING
    )


def _one_column(grid: Grid) -> bool:
    """The table has one column, or every row is one cell over the whole width."""
    return grid.width == 1 or all(
        row and row[0].width == len(row) for row in grid.rows
    )


def _is_list_of_colours(grid: Grid) -> bool:
    """A legend with one column: a few words in each cell, in a colour of its own."""
    texts = [row[0].text for row in grid.rows if row]
    few_words = all(len(text.split()) <= _LEGEND_WORDS for text in texts)
    if not few_words or any(labelled(text) is not None for text in texts):
        return False
    return _one_column(grid) and is_legend(grid)


def _list_of_column(grid: Grid) -> Iterator[Para]:
    """The cells of a table with one column.

    A cell that names a role is a heading, and the cells under it are its list.
    """
    under_heading = False
    for row in grid.rows:
        cell = row[0]
        if _names_role(cell):
            under_heading = True
            yield Para(cell.blocks[0], cell.place, _LOWEST_HEADING)
            continue
        for block in cell.blocks:
            is_item = under_heading and block.level is None
            yield Para(
                block._replace(level=0) if is_item else block, cell.place
            )


def _names_role(cell: Cell) -> bool:
    """The cell is one line that says what stands under it, or what it is itself."""
    if len(cell.blocks) != 1:
        return False
    return role_of(cell.text) is not None or labelled(cell.text) is not None


def _headings(row: Row) -> Iterator[Para]:
    """The paragraphs of a row as headings."""
    for cell in row:
        for block in cell.blocks:
            yield Para(block, cell.place, _LOWEST_HEADING)
