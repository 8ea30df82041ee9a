"""Tables whose heading says nothing, known by what refers to them.

    | Nr | Prioriteit |            | Nr | Interventie | Werkt aan |
    |----|------------|            |----|-------------|-----------|
    | P1 | Minder inbraken |       | A1 | Voorlichten | P1        |

Met in safety plans and in exports of databases, whose tables have their own words for goals. The
codes in the column of references of another table are those of the rows: what efforts and targets
refer to are goals, and what refers to these itself, under a word for what is measured, are their
targets. What it costs when wrong: a list of something else to which efforts refer under a heading
for what they contribute to becomes goals.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dinet.document.content import Grid, Row
from dinet.interpret.columns.column_headings import (
    ColumnHeading,
    column_headings,
)
from dinet.interpret.columns.columns_of_figures import texts_under
from dinet.interpret.columns.table_columns import (
    TableHeader,
    header_from,
    without_separators,
)
from dinet.interpret.texts.element_labels import is_code
from dinet.vocabulary.roles import Role, in_network

_LEAST_CODES = 2
"""In a column: one alone may be a text."""
_REFERRED_SHARE = 0.5
"""Of the codes of a table: not each goal has work or a target yet."""
_LEAST_WORDS = 2
"""Of what a row of such a table says."""
_BETWEEN_CODES = re.compile(r"\s*(?:[,;/&+\n]|\ben\b|\band\b)\s*")
_FACT_ROLES = (
    "number",
    "reference",
    "owner",
    "partner",
    "period",
    "budget",
    "status",
    "remark",
)
"""What a table of goals or targets may say beside these."""
_MEASURED_ROLES = ("realised", "value", "baseline")
"""By which a heading of what is measured is known, above texts: ``Meetwaarde``."""


class _OpenTable(NamedTuple):
    """A table of codes with one column that no heading explains.

    Args:
        grid: The table.
        headings: Of its columns.
        rows: Under these.
        named: The number of that column.
        codes: Of its rows.
        refers: The codes in its columns of references.
    """

    grid: Grid
    headings: Sequence[ColumnHeading]
    rows: tuple[Row, ...]
    named: int
    codes: frozenset[str]
    refers: frozenset[str]


def headers_of_referred(
    grids: Iterable[Grid], headers: Iterable[TableHeader]
) -> Mapping[int, TableHeader]:
    """The headers of such tables, by the identity of each.

    Args:
        grids: All tables without a header that is known.
        headers: Those of the other tables.
    """
    tables = list(filter(None, map(_open_table, grids)))
    if not tables:
        return {}
    referring = frozenset(_codes_in_references(headers))
    from_tables = frozenset(code for one in tables for code in one.refers)
    found: dict[int, TableHeader] = {}
    for table in tables:
        kind = _kind_of_table(table, referring, from_tables)
        header = _header_as(table, Role(kind)) if kind else None
        if header is not None:
            found[id(table.grid)] = header
    return found


def _kind_of_table(
    table: _OpenTable, referring: frozenset[str], from_tables: frozenset[str]
) -> str | None:
    """Goals, or the targets of these; None when nothing that is done refers to either.

    Args:
        table: The table.
        referring: The codes to which tables of efforts refer.
        from_tables: The codes to which other such tables refer.
    """
    if table.refers:
        by_work = bool(table.refers & referring)
        return "target" if by_work and _heads_measure(table) else None
    referred = table.codes & (referring | from_tables)
    enough = len(referred) >= _REFERRED_SHARE * len(table.codes)
    return "goal" if enough and table.codes & referring else None


def _heads_measure(table: _OpenTable) -> bool:
    role = table.headings[table.named].role
    return role is not None and role.name in (*_MEASURED_ROLES, "target")


def _header_as(table: _OpenTable, role: Role) -> TableHeader | None:
    headings = list(table.headings)
    headings[table.named] = headings[table.named]._replace(role=role)
    return header_from(headings, table.rows)


def _open_table(grid: Grid) -> _OpenTable | None:
    """The table when its rows have codes of their own, and one column says what each is."""
    rows = without_separators(grid.rows)
    if len(rows) <= _LEAST_CODES:
        return None
    headings = tuple(column_headings(rows[0], ()))
    numbers = _columns_named(headings, ("number",))
    known = _columns_named(headings, _FACT_ROLES)
    opened = [number for number in range(len(headings)) if number not in known]
    if len(numbers) != 1 or len(opened) != 1:
        return None
    below = tuple(rows[1:])
    codes = texts_under(numbers[0], below)
    texts = texts_under(opened[0], below)
    is_open = _may_be_open(headings[opened[0]], texts)
    if not is_open or not _are_own_codes(codes):
        return None
    refers = frozenset(_codes_referred(headings, below))
    return _OpenTable(
        grid, headings, below, opened[0], frozenset(codes), refers
    )


def _codes_referred(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> Iterator[str]:
    """The codes in the columns of references of a table."""
    for number in _columns_named(headings, ("reference",)):
        for text in texts_under(number, rows):
            yield from _codes_in(text)


def _columns_named(
    headings: Sequence[ColumnHeading], names: Sequence[str]
) -> list[int]:
    """The numbers of the columns with one of some roles."""
    return [
        number
        for number, heading in enumerate(headings)
        if heading.role and heading.role.name in names
    ]


def _may_be_open(heading: ColumnHeading, texts: Sequence[str]) -> bool:
    """The heading is unknown or of measuring, and what stands under it is said in words."""
    known = heading.role or in_network(heading.text)
    if known is not None and known.name not in (*_MEASURED_ROLES, "other"):
        return False
    return bool(texts) and all(
        len(text.split()) >= _LEAST_WORDS for text in texts
    )


def _are_own_codes(texts: Sequence[str]) -> bool:
    """Each text is a code with a letter and a number, and no code comes back."""
    if len(texts) < _LEAST_CODES or len(set(texts)) < len(texts):
        return False
    return all(map(_is_own_code, texts))


def _is_own_code(text: str) -> bool:
    return is_code(text) and text[-1].isdigit() and text[0].isalpha()


def _codes_in_references(headers: Iterable[TableHeader]) -> Iterator[str]:
    """The codes in the columns of references beside efforts."""
    for header in headers:
        names = {column.role_name for column in header.columns}
        if "effort" not in names:
            continue
        for column in header.columns:
            if column.role_name in ("reference", "goal"):
                for text in texts_under(column.number, header.rows):
                    yield from _codes_in(text)


def _codes_in(text: str) -> list[str]:
    codes = _BETWEEN_CODES.split(text.strip())
    return list(filter(_is_own_code, filter(None, codes)))
