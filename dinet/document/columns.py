"""The header row of a table, and what its columns are about."""

from typing import NamedTuple

from dinet.document.parts import Grid, Row
from dinet.document.roles import LADDER, Role, role_of
from dinet.document.stitch import without_separators
from dinet.model import Kind

_ROWS_TO_LOOK = 4
_LEAST_ROLES = 2


class Column(NamedTuple):
    """One column that has a heading."""

    number: int
    heading: str
    role: Role | None

    @property
    def name(self) -> str:
        """The role's name; empty when dinet does not know the heading."""
        return self.role.name if self.role else ""


class Header(NamedTuple):
    """The columns of a table, and its rows without header and separators."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def named(self, *names: str) -> tuple[Column, ...]:
        """The columns with one of these roles, from left to right."""
        return tuple(column for column in self.columns if column.name in names)

    @property
    def ladder(self) -> tuple[tuple[Column, Kind], ...]:
        """The columns that hold elements, from what is served to what serves; two columns of goals: strategic first."""
        rungs = [(column, kind) for column in self.columns for kind in LADDER if kind == column.name]
        levels = {"strategic": 0, None: 1, "operational": 2}
        return tuple(
            sorted(rungs, key=lambda rung: (LADDER.index(rung[1]), levels[rung[0].role.level if rung[0].role else None]))
        )


def header_of(grid: Grid) -> Header | None:
    """The header of a grid, or None when none of its first rows names at least two columns.

    Rows above the header, and repetitions of it further down, belong to no column and are not among the rows.
    """
    rows = tuple(without_separators(grid.rows))
    for number, row in enumerate(rows[:_ROWS_TO_LOOK]):
        columns = _columns(row)
        if columns:
            rest = tuple(each for each in rows[number + 1 :] if not _repeats(each, row))
            return Header(columns, rest)
    return None


def _columns(row: Row) -> tuple[Column, ...] | None:
    found = tuple(Column(number, cell.text, role_of(cell.text)) for number, cell in enumerate(row))
    known = [column for column in found if column.role]
    filled = [column for column in found if column.heading]
    rungs = {column.name for column in known if column.name in LADDER}
    return found if len(known) >= _LEAST_ROLES and 2 * len(known) >= len(filled) and rungs else None


def _repeats(row: Row, header: Row) -> bool:
    return [cell.text.casefold() for cell in row] == [cell.text.casefold() for cell in header]
