"""Tables that only arrange a page.

Looks like: a box without headings, with a table of goals and efforts in one of its cells and a
picture, a caption or another such table beside it. Met in pages of websites and in documents made
with a template. What stands in its cells is read as if the box were not there.
"""

from collections.abc import Iterable, Iterator

from dinet.document.content import Cell, Grid, Para, find_blocks
from dinet.interpret.columns.table_columns import header_of
from dinet.interpret.shapes.matrix import is_matrix
from dinet.interpret.shapes.turned import lines_of
from dinet.vocabulary.roles import find_label, role_of


def unwrap_layout_tables(
    parts: Iterable[Para | Grid],
) -> Iterator[Para | Grid]:
    """The parts, with what stands in the cells of a layout table in place of that table."""
    for part in parts:
        if isinstance(part, Grid) and _only_arranges(part):
            for row in part.rows:
                for cell in row:
                    yield from unwrap_layout_tables(_parts_of(cell))
        else:
            yield part


def _only_arranges(grid: Grid) -> bool:
    """A table in it has headings that name elements; it has none, and its own words none either."""
    cells = [cell for row in grid.rows for cell in row]
    inner = [table for cell in cells for table in cell.tables]
    if not any(map(_holds_elements, inner)) or _reads_as_table(grid):
        return False
    return not any(map(_names_roles, cells))


def _names_roles(cell: Cell) -> bool:
    """A paragraph of the cell, outside the tables in it, says what something is."""
    paras = (part for part in _parts_of(cell) if isinstance(part, Para))
    return any(role_of(para.text) or find_label(para.text) for para in paras)


def _holds_elements(grid: Grid) -> bool:
    return _reads_as_table(grid) or _only_arranges(grid)


def _reads_as_table(grid: Grid) -> bool:
    headed = header_of(grid) is not None or is_matrix(grid)
    return headed or bool(lines_of(grid))


def _parts_of(cell: Cell) -> Iterator[Para | Grid]:
    """The paragraphs and tables of a cell, in order."""
    blocks = cell.blocks
    for grid in cell.tables:
        first = find_blocks(blocks, grid.blocks)
        if first is None:
            continue
        yield from (Para(block, cell.place) for block in blocks[:first])
        yield grid
        blocks = blocks[first + len(grid.blocks) :]
    yield from (Para(block, cell.place) for block in blocks)
