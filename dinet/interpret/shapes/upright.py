"""An upright table: headings above columns of kinds.

Looks like:

    | Doel | SMART-doel | Inspanning | Trekker |
    |---|---|---|---|
    | Meer kinderen sporten | In 2027 sport 60% wekelijks | Een sporthal bouwen | Team Sport |
    | | | Proeflessen geven | De sportclubs |

Reads as:

    doelen:
      - tekst: Meer kinderen sporten
        smart:
          - tekst: In 2027 sport 60% wekelijks
            id: S1
        inspanningen:
          - tekst: Een sporthal bouwen
            trekker: Team Sport
            voor: S1
          - tekst: Proeflessen geven
            trekker: De sportclubs
            voor: S1

Not to be mistaken for: two tables beside each other under one row of headings (blocks), a
planning that only repeats efforts, a matrix of marks, a table that lies on its side.
Met in: nearly every programme; with one row of headings or two.
"""

from collections.abc import Sequence

from dinet.document.content import Grid
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.columns.column_headings import (
    ColumnHeading,
    column_headings,
)
from dinet.interpret.columns.table_columns import (
    TableHeader,
    header_from,
    header_of,
    without_separators,
)
from dinet.interpret.rows.reference_columns import with_told_references
from dinet.interpret.rows.upright_rows import read_upright_rows
from dinet.interpret.shapes.blocks import blocks_of
from dinet.interpret.shapes.planning import is_planning
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import Role, in_network, kind_of, role_of
from dinet.wording.work_wording import find_work_words

SPOKEN_NAMES = {
    "nl": ("staand", "staande tabel", "gewoon", "gewone tabel"),
    "en": ("upright", "upright table", "plain table"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_LEAST_ROWS = 2
"""The headings, and one row under them."""
_FACT_ROLES = ("owner", "partner", "period", "budget", "status", "number")
"""What a column may say of the efforts in the only other column."""


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """The rows under the headings; None when no row names columns of elements."""
    header = header_of(table)
    if header is None:
        header = context.referred.get(id(table))
        header = header or _header_under_heading(table, context)
        header = header or _header_under_goal(table, context)
    elif not context.is_stated and _is_another(header, context):
        return None
    if header is None:
        return None
    header = with_told_references(header, context.aims)
    reading = context.begin_reading("upright")
    reading.headers = (header,)
    read_upright_rows(
        header, context, reading, merges_known=table.merges_known
    )
    return reading


def _header_under_heading(
    table: Grid, context: ShapeContext
) -> TableHeader | None:
    """The header of ``id | omschrijving`` under a heading that says of what these are.

    Met in workbooks made from a database: a sheet ``Doel`` and a sheet ``Actie``. The other columns
    have to be known, one of them for the codes.
    """
    role = context.role
    rows = without_separators(table.rows)
    if role is None or kind_of(role) is None or not rows:
        return None
    named = [
        _named_by_section(heading, role)
        for heading in column_headings(rows[0], ())
    ]
    roles = [heading.role.name if heading.role else "" for heading in named]
    if "" in roles or "number" not in roles or roles.count(role.name) != 1:
        return None
    return header_from(named, rows[1:])


def _header_under_goal(
    table: Grid, context: ShapeContext
) -> TableHeader | None:
    """The header of ``Wat | Wie | Wanneer`` under a goal: the one open column is what is done.

    Met in plans with a table for each goal. The other columns have to say by whom, when or for how
    much; the open one asks what, or most of its cells are worded as work, so that ``Organisatie |
    Contactpersoon`` is left.
    """
    rows = without_separators(table.rows)
    if not context.under_goal or len(rows) < _LEAST_ROWS:
        return None
    headings = [
        heading._replace(role=heading.role or in_network(heading.text))
        for heading in column_headings(rows[0], ())
    ]
    number = _only_open_column(headings)
    if number is None:
        return None
    texts = [row[number].text for row in rows[1:] if row[number].has_words]
    asks = plain(headings[number].text) in words_of("headings.work_asked")
    if not asks and not _are_worded_as_work(texts):
        return None
    headings[number] = headings[number]._replace(role=Role("effort"))
    return header_from(headings, rows[1:])


def _only_open_column(headings: Sequence[ColumnHeading]) -> int | None:
    """The one column of which the heading is unknown; None when the others tell no facts."""
    opened = [
        number
        for number, heading in enumerate(headings)
        if heading.role is None and heading.text
    ]
    told = [heading for heading in headings if heading.role]
    if len(opened) != 1 or not told or not all(map(_tells_fact, told)):
        return None
    return opened[0]


def _tells_fact(heading: ColumnHeading) -> bool:
    return heading.role is not None and heading.role.name in _FACT_ROLES


def _are_worded_as_work(texts: Sequence[str]) -> bool:
    """Most of the texts say what is done: ``Speeltuin vernieuwen``."""
    worded = sum(bool(find_work_words(text)) for text in texts)
    return 2 * worded > len(texts)


def _named_by_section(heading: ColumnHeading, role: Role) -> ColumnHeading:
    """The heading; one that names or describes anything is about what the section is about."""
    describes = plain(heading.text) in words_of("headings.naming")
    return heading._replace(role=role if describes else role_of(heading.text))


def _is_another(header: TableHeader, context: ShapeContext) -> bool:
    """The table is blocks beside each other, or a planning that stands under no goal."""
    if blocks_of(header):
        return True
    return is_planning(header) and not context.under_goal
