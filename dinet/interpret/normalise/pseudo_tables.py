"""Tables that are not tables: one column is a list, a cell alone above the header a heading; and tables on their side."""

from collections.abc import Iterable, Iterator

from dinet.document.content import Grid, Para, Row
from dinet.interpret.normalise.transposed import turn_upright
from dinet.interpret.shapes.planning import is_legend
from dinet.interpret.table_columns import caption_rows, header_of
from dinet.vocabulary.roles import kind_of, labelled, role_of

_LOWEST_HEADING = 9
_LEGEND_WORDS = 5


def unfold_pseudo_tables(parts: Iterable[Para | Grid]) -> Iterator[Para | Grid]:
    """The parts: one-column tables as headings and list items, captions as headings, tables on their side upright.

    Where list items or cells say themselves what they are (``Doel: …``, ``Inspanning: …``),
    these are headings.
    """
    parts = tuple(parts)
    items = _several(
        part.text
        for part in parts
        if isinstance(part, Para) and part.block.level is not None
    )
    for part in parts:
        if isinstance(part, Para):
            yield _opened(part) if items and part.block.level is not None else part
        elif _is_list_of_colours(part):
            yield part
        elif header_of(part) is None and _several(
            cell.text for row in part.rows for cell in row
        ):
            cells = (cell for row in part.rows for cell in row)
            yield from (
                _opened(Para(block, cell.place))
                for cell in cells
                for block in cell.blocks
            )
        elif part.width == 1 or _one_column(part):
            yield from _listed(part)
        else:
            captions = caption_rows(part)
            above, upright = turn_upright(part) or (
                part.rows[:captions],
                part._replace(rows=part.rows[captions:]),
            )
            for row in above:
                yield from _headings(row)
            yield upright


def _several(texts: Iterable[str]) -> bool:
    """Some of the texts say that they are goals and others that they are something else."""
    names = {
        found.role.name
        for text in texts
        if (found := labelled(text)) and kind_of(found.role)
    }
    return "goal" in names and len(names) > 1


def _opened(part: Para) -> Para:
    """A line that says what it is as a heading, every other as it is."""
    found = labelled(part.text)
    if found is None or kind_of(found.role) is None:
        return part
    return part._replace(block=part.block._replace(level=None), heading=_LOWEST_HEADING)


def _one_column(grid: Grid) -> bool:
    """Every row is one cell over the whole width."""
    return all(row and row[0].width == len(row) for row in grid.rows)


def _is_list_of_colours(grid: Grid) -> bool:
    """A legend with one column: a few words in each cell, in a colour of its own."""
    few = all(
        len(row[0].text.split()) <= _LEGEND_WORDS and labelled(row[0].text) is None
        for row in grid.rows
        if row
    )
    return few and (grid.width == 1 or _one_column(grid)) and is_legend(grid)


def _listed(grid: Grid) -> Iterator[Para]:
    """The cells of a table with one column: a cell that names a role is a heading, the cells under it are its list."""
    under = False
    for row in grid.rows:
        cell = row[0]
        heads = len(cell.blocks) == 1 and (
            role_of(cell.text) is not None or labelled(cell.text) is not None
        )
        under = under or heads
        for block in cell.blocks:
            listed = (
                block
                if heads or not under or block.level is not None
                else block._replace(level=0)
            )
            yield Para(listed, cell.place, _LOWEST_HEADING if heads else None)


def _headings(row: Row) -> Iterator[Para]:
    for cell in row:
        for block in cell.blocks:
            yield Para(block, cell.place, _LOWEST_HEADING)
