"""The header row of a table, and what its columns are about."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.columns.column_headings import (
    ColumnHeading,
    column_headings,
    is_second_header_row,
    names_part_alone,
)
from dinet.interpret.columns.columns_by_cells import resolve_by_cells
from dinet.interpret.columns.header import resolve_roles
from dinet.model import Kind
from dinet.vocabulary.active_dialect import active_dialect, words_of
from dinet.vocabulary.dialect import Dialect, plain
from dinet.vocabulary.roles import (
    Role,
    find_label,
    in_network,
    is_everyday,
    kind_described_by,
    kind_of,
    names_income,
    numbers_other,
    numbers_something,
    role_of,
    stated_role,
)

_ROWS_TO_LOOK = 4
"""A header stands this high in its table; above it are at most a title and a remark or two."""
_TABLES_REMEMBERED = 16
"""Tables: each shape asks for the header of a table, one after another."""
_LEAST_ROLES = 2
"""Of the headings of a row: one known word may stand in any row of a table."""


class HeadedColumn(NamedTuple):
    """One column that has a heading.

    ``refers`` is true of a column that names elements which may stand elsewhere. ``about`` is the
    role of the elements that it tells of, where only a heading above its own says so; ``label``
    is what all its cells say that they are, where the heading does not.
    """

    number: int
    heading: str
    role: Role | None
    refers: bool = False
    about: str = ""
    label: str = ""

    @property
    def height(self) -> int:
        """How far down it stands among columns of its rung."""
        return active_dialect().height(f"{self.heading} {self.label}")

    @property
    def role_name(self) -> str:
        """The role's name; empty when dinet does not know the heading."""
        return self.role.name if self.role else ""


class TableHeader(NamedTuple):
    """The columns of a table, and its rows without header and separators."""

    columns: tuple[HeadedColumn, ...]
    rows: tuple[Row, ...]
    heading_rows: tuple[Row, ...] = ()
    """The row of the headings, and the second one under it when there is one."""

    def columns_named(self, *names: str) -> tuple[HeadedColumn, ...]:
        """The columns with one of these roles, from left to right."""
        return tuple(
            column for column in self.columns if column.role_name in names
        )

    @property
    def element_columns(self) -> tuple[tuple[HeadedColumn, Kind], ...]:
        """The columns that hold elements, with their kinds, from what is served to what serves.

        Of two columns of goals that of strategic ones comes first.
        """
        tiers: list[tuple[HeadedColumn, Kind]] = []
        for column in self.columns:
            kind = kind_of(column.role)
            if kind:
                tiers.append((column, kind))
        return tuple(sorted(tiers, key=lambda tier: _order_on_ladder(tier[0])))


def _order_on_ladder(column: HeadedColumn) -> tuple[int, int]:
    return active_dialect().ladder.index(column.role_name), column.height


def header_of(grid: Grid) -> TableHeader | None:
    """The header of a grid, or None when none of its first rows names at least two columns.

    Rows above the header, and repetitions of it further down, belong to no column and are not
    among the rows. A second row of headings, such as quarters under years, is part of it.
    """
    return _find_header(_SameRows(grid.rows), active_dialect())


class _SameRows:
    """The rows of one table, which are compared by being the same ones: that takes no time."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows

    def __hash__(self) -> int:
        return id(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameRows) and self.rows is other.rows


@lru_cache(maxsize=_TABLES_REMEMBERED)
def _find_header(same: _SameRows, _dialect: Dialect) -> TableHeader | None:
    """The header of rows in the active dialect."""
    rows = without_separators(same.rows)
    for number, row in enumerate(rows[:_ROWS_TO_LOOK]):
        after: Row = rows[number + 1] if number + 1 < len(rows) else ()
        if _is_other(row, after) or _is_register(row) or _is_of_products(row):
            return None
        under = after if is_second_header_row(row, after) else ()
        if not under and _only_stands_above_headings(row, after):
            continue
        first = number + 1 + bool(under)
        headings = resolve_by_cells(
            tuple(column_headings(row, under)), rows[first:]
        )
        headings = _resolve_by_inner_tables(headings, rows[first:])
        if _heads_table(_number_columns(headings), row):
            columns = _number_columns(resolve_roles(headings))
            bands = filter(names_part_of_table, rows[:number])
            return TableHeader(
                columns,
                (*bands, *_rows_under(rows, first)),
                rows[number:first],
            )
    return None


def names_part_of_table(row: Row) -> bool:
    """A row above the header is one cell that says which theme or goal the rows are of.

    Met: ``Doel: Parken zijn schoon`` over the whole width, with the headings under it. Without
    merged cells it has a number: ``Ambitie 1: Dieren hebben een goed leven``.
    """
    if len(row) <= 1:
        return False
    named = find_label(row[0].text)
    if named is None or named.role.name not in ("theme", "goal", "target"):
        return False
    return row[0].width == len(row) or names_part_alone(row)


def _resolve_by_inner_tables(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> tuple[ColumnHeading, ...]:
    """The headings; one that says nothing known names what the tables in its cells hold.

    Met: ``Metingen`` above tables of *Indicator, Streefwaarde*. All filled cells have to hold such
    tables, of one kind.
    """
    return tuple(
        _named_by_inner_tables(heading, number, rows)
        for number, heading in enumerate(headings)
    )


def _named_by_inner_tables(
    heading: ColumnHeading, number: int, rows: Sequence[Row]
) -> ColumnHeading:
    """The heading, with the role of the highest elements in the tables under it."""
    if heading.role and heading.role.name != "other":
        return heading
    names: set[str] = set()
    for row in rows:
        if number < len(row) and row[number].has_words:
            names.update(_names_of_inner_tables(row[number]))
    name = names.pop() if len(names) == 1 else ""
    return heading._replace(role=Role(name)) if name else heading


def _names_of_inner_tables(cell: Cell) -> Iterator[str]:
    """The role of the highest elements in each table of a cell; empty for what is no such table."""
    if not cell.tables:
        yield ""
    for table in cell.tables:
        header = header_of(table)
        yield header.element_columns[0][0].role_name if header else ""


def header_from(
    headings: Sequence[ColumnHeading], rows: tuple[Row, ...]
) -> TableHeader | None:
    """A header whose headings were found elsewhere than above; None without columns of elements.

    Args:
        headings: Of the columns, from left to right.
        rows: What stands under them.
    """
    columns = _number_columns(resolve_roles(headings))
    if not any(kind_of(column.role) for column in columns):
        return None
    return TableHeader(columns, rows)


def _rows_under(rows: Sequence[Row], first: int) -> tuple[Row, ...]:
    """The rows from the first one under the header on, without repetitions of the header."""
    header = rows[:first]
    return tuple(
        row for row in rows[first:] if not repeats_header(row, header)
    )


def caption_rows(grid: Grid) -> int:
    """How many rows of one cell with words stand above a header; 0 when there is no header."""
    for number, row in enumerate(grid.rows[:_ROWS_TO_LOOK]):
        if _heads_table(_number_columns(column_headings(row, ())), row):
            return number
        if sum(cell.has_words for cell in row) > 1:
            return 0
    return 0


def _number_columns(
    found: Iterable[ColumnHeading],
) -> tuple[HeadedColumn, ...]:
    return tuple(
        HeadedColumn(number, *heading) for number, heading in enumerate(found)
    )


def _heads_table(columns: Sequence[HeadedColumn], row: Row) -> bool:
    """The row is a header; one column of which a person said what elements it holds is enough."""
    is_stated = any(
        stated_role(column.heading)
        for column in columns
        if kind_of(column.role)
    )
    return is_stated or _is_header(columns, row)


def _is_header(columns: Sequence[HeadedColumn], row: Row) -> bool:
    """At least two columns have a role; one of them holds elements.

    Half of the filled columns have a role too, unless the columns of elements are unmistakable.

    A table with one column of elements has only known columns before that one, unless its
    heading is unmistakable: lists of actions, contacts and versions are not about goals and
    efforts.
    """
    columns = _with_described(columns)
    known = sum(map(_is_known, columns))
    tiers = [column for column in columns if kind_of(column.role)]
    if known < _LEAST_ROLES or not tiers:
        return False
    half_known = 2 * known >= _count_filled(row)
    if len({column.role_name for column in tiers}) > 1:
        return half_known or any(map(_is_unmistakable, tiers))
    return half_known and _is_alone_enough(tiers[0], columns)


def _is_known(column: HeadedColumn) -> bool:
    """The heading has a role, or names the number of something: ``KPI-nr``, ``Ambitienr``."""
    return column.role_name not in ("", "other") or numbers_other(
        column.heading
    )


def _with_described(
    columns: Sequence[HeadedColumn],
) -> Sequence[HeadedColumn]:
    """The columns; those that describe elements as theirs, where a column numbers these."""
    if not any(column.role_name == "number" for column in columns):
        return columns
    return list(map(_as_described, columns))


def _as_described(column: HeadedColumn) -> HeadedColumn:
    """The column; one that describes elements counts as theirs where a column numbers these.

    Met: ``DoelID | Omschrijving doel | Portefeuille``, of which each cell became a goal. Without
    numbers the rows may be about something else: ``Naam indicator | Eenheid | Nederland``.
    """
    rung = kind_described_by(column.heading)
    if rung is None or column.role_name not in ("", "other"):
        return column
    return column._replace(role=Role(rung))


def _is_alone_enough(
    column: HeadedColumn, columns: Sequence[HeadedColumn]
) -> bool:
    """The one column of elements is enough for a header: by its heading, or by the others."""
    return _is_unmistakable(column) or _stands_among_known(column, columns)


def _stands_among_known(
    column: HeadedColumn, columns: Sequence[HeadedColumn]
) -> bool:
    """All columns before the one with elements are known; all of the table if these lead it."""
    before = columns[: column.number]
    led = any(other.role_name not in ("number", "theme") for other in before)
    return _are_known(columns if led else before)


def _is_unmistakable(column: HeadedColumn) -> bool:
    """The heading is in words that only such networks use."""
    return not is_everyday(column.heading)


def _are_known(columns: Iterable[HeadedColumn]) -> bool:
    """All columns with a heading are about something that goes with elements."""
    names = {column.role_name for column in columns if column.heading}
    return names.isdisjoint(("", "other"))


def _count_filled(row: Row) -> int:
    return sum(cell.has_words for cell in row)


def _only_stands_above_headings(row: Row, after: Row) -> bool:
    """The row under this one consists of headings, of more than this one has words."""
    if not all(map(_known_or_blank, after)):
        return False
    texts = {cell.text for cell in after if cell.has_words}
    return len(texts) > max(_LEAST_ROLES, _count_filled(row))


def _is_other(row: Row, after: Row) -> bool:
    """The row heads a table of contacts, terms and the like.

    It does so with each of its columns, and the row under it is as wide.
    """
    roles = [role_of(cell.text) for cell in row if cell.has_words]
    if len(roles) < _LEAST_ROLES:
        return False
    about_others = all(
        role is not None and role.name == "other" for role in roles
    )
    return about_others and _count_filled(after) == len(roles)


def _is_register(row: Row) -> bool:
    """The row heads a register of risks or choices: *Risico, Doel, Maatregel*, or *Scenario*."""
    texts = (plain(cell.text) for cell in row if cell.has_words)
    named = (text for text in texts if not _numbers_rows(text))
    return next(named, "") in words_of("headings.registers")


def _is_of_products(row: Row) -> bool:
    """The row heads the money of products in a budget: *Taakveld, Product, Lasten, Baten*."""
    texts = [cell.text for cell in row if cell.has_words]
    income = list(filter(names_income, texts))
    kinds = {kind_of(role_of(text)) for text in texts if text not in income}
    expenses = words_of("headings.beside_income")
    has_expenses = any(plain(text) in expenses for text in texts)
    return (
        bool(income) and has_expenses and kinds - {None, "theme"} == {"result"}
    )


def _numbers_rows(heading: str) -> bool:
    role = role_of(heading)
    return role is not None and role.name == "number"


def names_columns(row: Row) -> bool:
    """The row looks like the header of some table.

    At least two of its cells, and half of the filled ones, have a role.
    """
    filled = [cell.text for cell in row if cell.has_words]
    known = sum(
        role_of(text) is not None
        or in_network(text) is not None
        or numbers_something(text)
        for text in filled
    )
    return known >= _LEAST_ROLES and len(filled) <= 2 * known


def repeats_header(row: Row, rows: Sequence[Row]) -> bool:
    """The row says again what one of the first rows of its table says.

    It may name the same columns in other words.
    """
    first_rows = rows[:_ROWS_TO_LOOK]
    if any(_say_same(row, other) for other in first_rows):
        return True
    if not all(map(_known_or_blank, row)) or not names_columns(row):
        return False
    if any(cell.text[-1:].isdigit() for cell in row):
        return False  # Doel 1 | Smart 1 | Inspanning 1 are elements with a name of their own
    roles = _roles_of_row(row)
    return any(roles == _roles_of_row(other) for other in first_rows)


def _roles_of_row(row: Row) -> list[Role | None]:
    return [role_of(cell.text) for cell in row]


def _known_or_blank(cell: Cell) -> bool:
    return not cell.has_words or role_of(cell.text) is not None


def _say_same(row: Row, other: Row) -> bool:
    """Two rows have the same words, and there are words in them."""
    if len(row) != len(other):
        return False
    for one, another in zip(row, other, strict=True):
        if one.text.casefold() != another.text.casefold():
            return False
    return any(cell.text for cell in row)


def without_separators(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a table that hold more than dashes: ``---`` only separates rows."""
    return _without_separators(_SameRows(rows))


@lru_cache(maxsize=_TABLES_REMEMBERED)
def _without_separators(same: _SameRows) -> tuple[Row, ...]:
    return tuple(
        row
        for row in same.rows
        if any(cell.text.strip("-–—=_: ") or cell.fill for cell in row)
    )
