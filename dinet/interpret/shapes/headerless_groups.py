"""A table without headings, in a section that says what it holds: its columns are groups.

Looks like:

    Inspanningen

    | Een sporthal bouwen. | Taalles geven. |
    |---|---|
    | Proeflessen geven. | |

Reads as:

    inspanningen:
      - tekst: Een sporthal bouwen.
        groep: kolom 1
      - tekst: Taalles geven.
        groep: kolom 2
      - tekst: Proeflessen geven.
        groep: kolom 1

Not to be mistaken for: a planning without headings, whose first column repeats known efforts.
Met in: programmes that draw their efforts in columns, of which only the layout says what they
mean.
"""

from collections.abc import Iterable, Sequence

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading, UnplacedMention
from dinet.interpret.columns.table_columns import (
    header_of,
    names_columns,
    without_separators,
)
from dinet.interpret.rows.mentions import add_items
from dinet.interpret.texts.annotations import split_statements
from dinet.language import Sentence
from dinet.vocabulary.roles import Role, kind_of, role_of
from dinet.wording.element_codes import is_readable_code
from dinet.wording.numbers import is_measure
from dinet.wording.sentence_ends import ends_like_sentence

SPOKEN_NAMES = {
    "nl": ("groepen zonder koppen", "groepen", "kolommen zonder koppen"),
    "en": ("groups without headings", "groups"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_HEADING_WORDS = 6
"""In a cell: more words over a column are an effort, not the name of a group."""

_FACT_ROLES = ("owner", "partner", "period", "status", "source")
"""What a heading says of one element on each row; sums and numbers have no words to mistake."""
_LEAST_CODES = 2
"""In a column: a text of one cell may look like a code: ``5G``."""


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """The cells as members of the section; the document does not say what the columns mean."""
    role, kind = context.role, kind_of(context.role)
    if role is None or kind in (None, "theme"):
        return None
    if not _may_be_groups(table, context):
        return None
    reading = context.begin_reading("headerless_groups")
    rows = list(without_separators(table.rows))
    headings = _headings_of_groups(rows) if kind == "effort" else None
    groups: Sequence[str | None] = [None]
    if table.width > 1:
        groups = headings or _numbered_columns(table.width, context.lang)
    if headings:
        reading.headings += headings
        del rows[0]
    _add_rows(reading, role, rows, groups)
    if kind == "effort" and not context.under_goal:
        _note_unexplained_groups(reading, table)
    return reading


def _note_unexplained_groups(reading: TableReading, table: Grid) -> None:
    """Note that nothing says what the columns of efforts mean, when there are several."""
    if table.width > 1:
        count = len(reading.claims.mentions)
        reading.claims.add_note("group_unexplained", table.place, count=count)


def _may_be_groups(table: Grid, context: ShapeContext) -> bool:
    """The section reads lists, and no row of the table names columns."""
    if not context.reads_lists or not table.rows:
        return False
    if context.follows_list and kind_of(context.role) != "effort":
        return False  # the goals are listed: columns under them hold what is done for these
    first = table.rows[0]
    if header_of(table) is not None or names_columns(first):
        return False
    if any(map(_names_fact, first)):
        return False
    return not any(map(_holds_no_statements, zip(*table.rows, strict=False)))


def _names_fact(cell: Cell) -> bool:
    """The cell heads facts on what stands beside it: the table has headings, and these are rows.

    Met: ``Maatregel | C1 | C2 | Wie`` under a heading of measures, where each name of a party
    became an effort.
    """
    role = role_of(cell.text)
    return role is not None and role.name in _FACT_ROLES


def _holds_no_statements(column: Sequence[Cell]) -> bool:
    """Under its first cell a column has codes or values only: the table has headings, unknown ones.

    Met: ``DoelID | Omschrijving doel | Portefeuille`` on a sheet that is called ``Doelen``.
    """
    texts = [cell.text for cell in column[1:] if cell.has_words]
    return len(texts) >= _LEAST_CODES and all(
        is_readable_code(text) or is_measure(text) for text in texts
    )


def _add_rows(
    reading: TableReading,
    role: Role,
    rows: Iterable[Row],
    groups: Sequence[str | None],
) -> None:
    """Add what all cells state, row by row."""
    for row in rows:
        for group, cell in zip(groups, row, strict=False):
            _add_members(reading, role, cell, group)


def _add_members(
    reading: TableReading, role: Role, cell: Cell, group: str | None
) -> None:
    """Add what a cell states, with the column in which it stands.

    Parts of another mention stand where that stands.
    """
    kind = kind_of(role)
    if kind is None:
        return
    items = split_statements(cell.blocks).items
    numbers = add_items(reading.claims, kind, items, cell.place, role.level)
    for number in numbers:
        mention = reading.claims.mentions[number]
        if mention.part_of is None:
            mention.group = group
            reading.unplaced.append(UnplacedMention(number, is_told=True))


def _numbered_columns(width: int, lang: str) -> list[str]:
    """The names of columns without headings: ``kolom 1``."""
    return [
        Sentence("column {value}", value=number).in_language(lang)
        for number in range(1, width + 1)
    ]


def _headings_of_groups(rows: list[Row]) -> list[str] | None:
    """The texts of the first row, when it looks like headings over columns; else None.

    Headings are one line without an end, and are marked or unlike the rows under them.
    """
    first, *others = rows or [()]
    if not others or not all(map(_is_line_without_end, first)):
        return None
    marked = all(map(_is_marked, first))
    if not marked and not (
        all(map(_is_short, first)) and _are_statements(others)
    ):
        return None
    return [cell.text for cell in first]


def _is_line_without_end(cell: Cell) -> bool:
    return len(cell.blocks) == 1 and cell.text[-1:] not in (*".;", "")


def _is_marked(cell: Cell) -> bool:
    """The cell has a colour, or all its words are bold."""
    return bool(cell.fill) or all(span.bold for span in cell.blocks[0].spans)


def _is_short(cell: Cell) -> bool:
    return (
        len(cell.text.split()) <= _HEADING_WORDS
        and cell.blocks[0].level is None
    )


def _are_statements(rows: list[Row]) -> bool:
    """All filled cells of the rows are sentences, or begin with a list item."""
    return all(
        ends_like_sentence(cell.text) or cell.blocks[0].level is not None
        for row in rows
        for cell in row
        if cell.has_words
    )
