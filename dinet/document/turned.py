"""Tables on their side: the headings stand in the first column, and each further column is a row of an upright table."""

from collections.abc import Iterator

from dinet.document.columns import header_of
from dinet.document.parts import Cell, Grid, Row
from dinet.document.roles import LADDER, is_everyday, role_of

_LEAST_RUNGS = 2


def turned(grid: Grid) -> tuple[tuple[Row, ...], Grid] | None:
    """The rows above a table on its side that are one cell, and the table upright; None when it is upright already."""
    above = 0
    while above < len(grid.rows) and _across(grid.rows[above]):
        above += 1
    lines = list(_lines(grid.rows[above:]))
    if grid.width < 2 or not _heads([line[0].text for line in lines]) or header_of(grid) is not None:
        return None
    columns = [tuple(line[column]._replace(width=1) for line in lines) for column in range(grid.width)]
    return grid.rows[:above], grid._replace(rows=tuple(columns))


def _across(row: Row) -> bool:
    return row[0].width == len(row)


def _lines(rows: tuple[Row, ...]) -> Iterator[Row]:
    """The rows, one for each heading: what stands beside a blank or merged heading goes on with the row above."""
    line: list[Cell] = []
    for row in rows:
        if row[0].filled or not line:
            if line:
                yield tuple(line)
            line = list(row)
        else:
            line = [one._replace(blocks=(*one.blocks, *other.blocks)) for one, other in zip(line, row, strict=True)]
    if line:
        yield tuple(line)


def _heads(heads: list[str]) -> bool:
    """All headings have a role, and several name elements, one of them in words that only such a network uses."""
    roles = [role_of(text) for text in heads]
    rungs = {role.name for role in roles if role and role.name in LADDER}
    own = any(role and role.name in LADDER and not is_everyday(text) for role, text in zip(roles, heads, strict=True))
    return own and all(roles) and len(rungs) + bool(len(heads) > len(rungs)) >= _LEAST_RUNGS
