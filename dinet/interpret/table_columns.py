"""The header row of a table, and what its columns are about."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.column_headings import (
    ColumnHeading,
    column_headings,
    is_second_header_row,
)
from dinet.interpret.header import resolve_roles
from dinet.model import Kind
from dinet.vocabulary.active_dialect import active_dialect
from dinet.vocabulary.roles import Role, is_everyday, kind_of, role_of

_ROWS_TO_LOOK = 4
_LEAST_ROLES = 2


class HeadedColumn(NamedTuple):
    """One column that has a heading."""

    number: int
    heading: str
    role: Role | None

    @property
    def role_name(self) -> str:
        """The role's name; empty when dinet does not know the heading."""
        return self.role.name if self.role else ""


class TableHeader(NamedTuple):
    """The columns of a table, and its rows without header and separators."""

    columns: tuple[HeadedColumn, ...]
    rows: tuple[Row, ...]

    def columns_named(self, *names: str) -> tuple[HeadedColumn, ...]:
        """The columns with one of these roles, from left to right."""
        return tuple(column for column in self.columns if column.role_name in names)

    @property
    def element_columns(self) -> tuple[tuple[HeadedColumn, Kind], ...]:
        """The columns that hold elements, from what is served to what serves; two columns of goals: strategic first."""
        dialect = active_dialect()
        rungs = [
            (column, kind) for column in self.columns if (kind := kind_of(column.role))
        ]
        return tuple(
            sorted(
                rungs,
                key=lambda rung: (
                    dialect.ladder.index(rung[0].role_name),
                    dialect.height(rung[0].heading),
                ),
            )
        )


def header_of(grid: Grid) -> TableHeader | None:
    """The header of a grid, or None when none of its first rows names at least two columns.

    Rows above the header, and repetitions of it further down, belong to no column and are not
    among the rows. A second row of headings, such as quarters under years, is part of it.
    """
    rows = tuple(without_separators(grid.rows))
    for number, row in enumerate(rows[:_ROWS_TO_LOOK]):
        under = (
            rows[number + 1]
            if number + 1 < len(rows) and is_second_header_row(row, rows[number + 1])
            else ()
        )
        found = tuple(column_headings(row, under))
        if _is_other(row, rows[number + 1 :][:1]):
            return None
        if not under and _all_roles(row, rows[number + 1 :][:1]):
            continue
        if _is_header(_numbered(found), row):
            first = number + (2 if under else 1)
            kept = tuple(
                each for each in rows[first:] if not repeats_header(each, rows[:first])
            )
            return TableHeader(_numbered(resolve_roles(found)), kept)
    return None


def caption_rows(grid: Grid) -> int:
    """How many rows above the header of a grid hold one cell with words; 0 when it has no header."""
    for number, row in enumerate(grid.rows[:_ROWS_TO_LOOK]):
        if _is_header(_numbered(column_headings(row, ())), row):
            return number
        if sum(cell.has_words for cell in row) > 1:
            return 0
    return 0


def _numbered(found: Iterable[ColumnHeading]) -> tuple[HeadedColumn, ...]:
    return tuple(HeadedColumn(number, *heading) for number, heading in enumerate(found))


def _is_header(columns: Sequence[HeadedColumn], row: Row) -> bool:
    """At least two columns have a role; one of them holds elements.

    Half of the columns have one, if there are no two such.

    A table with one column of elements has only known columns before that one, unless its
    heading is unmistakable: lists of actions, contacts and versions are not about goals and
    efforts.
    """
    known = [column for column in columns if column.role_name not in ("", "other")]
    rungs = [column for column in known if kind_of(column.role)]
    several = len({column.role_name for column in rungs}) > 1
    own = several and any(not is_everyday(column.heading) for column in rungs)
    if (
        len(known) < _LEAST_ROLES
        or not rungs
        or (2 * len(known) < sum(cell.has_words for cell in row) and not own)
    ):
        return False
    if several or not is_everyday(rungs[0].heading):
        return True
    before = columns[: rungs[0].number]
    led = any(column.role_name not in ("number", "theme") for column in before)
    return all(
        column.role_name not in ("", "other")
        for column in (columns if led else before)
        if column.heading
    )


def _all_roles(row: Row, after: Sequence[Row]) -> bool:
    """The row under this one consists of headings, and of more of them: this one only stands above it."""
    more = [
        {cell.text for cell in each if cell.has_words}
        for each in after
        if all(map(_known_or_blank, each))
    ]
    return any(
        len(texts) > max(_LEAST_ROLES, sum(cell.has_words for cell in row))
        for texts in more
    )


def _is_other(row: Row, after: Sequence[Row]) -> bool:
    """The row heads a table of contacts, terms and the like, each column of it, and the row under it is as wide."""
    names = [
        role.name if (role := role_of(cell.text)) else ""
        for cell in row
        if cell.has_words
    ]
    as_wide = any(sum(cell.has_words for cell in each) == len(names) for each in after)
    return len(names) >= _LEAST_ROLES and set(names) == {"other"} and as_wide


def names_columns(row: Row) -> bool:
    """The row looks like the header of some table: at least two of its cells, and half of the filled ones, have a role."""
    filled = [cell for cell in row if cell.has_words]
    roles = [role_of(cell.text) for cell in filled]
    return (
        len(filled) <= 2 * sum(role is not None for role in roles)
        and sum(role is not None for role in roles) >= _LEAST_ROLES
    )


def repeats_header(row: Row, rows: Sequence[Row]) -> bool:
    """The row says again what one of the first rows of its table says, or names the same columns in other words."""
    words = _words(row)
    if any(words) and any(words == _words(other) for other in rows[:_ROWS_TO_LOOK]):
        return True
    if not all(map(_known_or_blank, row)) or not names_columns(row):
        return False
    roles = [role_of(cell.text) for cell in row]
    return any(
        roles == [role_of(cell.text) for cell in other]
        for other in rows[:_ROWS_TO_LOOK]
    )


def _known_or_blank(cell: Cell) -> bool:
    return not cell.has_words or role_of(cell.text) is not None


def _words(row: Row) -> list[str]:
    return [cell.text.casefold() for cell in row]


def without_separators(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows that hold more than dashes: ``---`` under a row separates, and says nothing about that row."""
    for row in rows:
        if any(cell.text.strip("-–—=_: ") for cell in row) or any(
            cell.fill for cell in row
        ):
            yield row
