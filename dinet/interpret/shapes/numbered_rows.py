"""Goals and what is done for them in one column, told apart by their numbers.

Looks like:

    | Nr | Doelen en maatregelen | Trekker |
    |---|---|---|
    | 1 | Wateroverlast is beperkt | |
    | 1.1 | Riool vergroten | Civiel |
    | 1.2 | Parkeerplaatsen ontharden | Civiel |
    | 2 | Inwoners gaan zuinig om met water | |
    | 2.1 | Regentonnen uitdelen | Groen |

Reads as:

    doelen:
      - tekst: Wateroverlast is beperkt
        inspanningen:
          - tekst: Riool vergroten
            trekker: Civiel
          - tekst: Parkeerplaatsen ontharden
            trekker: Civiel
      - tekst: Inwoners gaan zuinig om met water
        inspanningen:
          - tekst: Regentonnen uitdelen
            trekker: Groen

The heading of the texts has to name the kinds, from the highest on, one for each level of the
numbers.
Not to be mistaken for: a table with a column of kinds, one with a column for each kind, any other
numbered list: its numbers say what stands under what, and not what that is.
Met in: work programmes of water boards and of teams, made in Word.
"""

import re
from typing import NamedTuple

from dinet.document.content import Grid, Row
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading, UnplacedMention
from dinet.interpret.columns.table_columns import (
    HeadedColumn,
    TableHeader,
    without_separators,
)
from dinet.interpret.rows.mentions import (
    EFFORT_ROLES,
    add_items,
    describe_mentions,
)
from dinet.interpret.texts.annotations import split_statements
from dinet.model import Kind
from dinet.vocabulary.active_dialect import active_dialect
from dinet.vocabulary.roles import Role, kinds_joined_in, role_of

SPOKEN_NAMES = {
    "nl": ("genummerde rijen", "genummerd"),
    "en": ("numbered rows", "numbered"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?")
_LEVELS: tuple[tuple[Kind, ...], ...] = (
    ("goal", "effort"),
    ("goal", "target", "effort"),
)
"""The kinds that a heading may name, from the highest level on."""


class _NumberedRows(NamedTuple):
    """Where what stands in such a table.

    Args:
        columns: All columns.
        numbers: The column of the numbers.
        texts: That of the texts.
        kinds: What stands at each level of the numbers.
        rows: Those under the headings.
    """

    columns: tuple[HeadedColumn, ...]
    numbers: int
    texts: int
    kinds: tuple[Kind, ...]
    rows: tuple[Row, ...]


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """The rows as elements, each for the one above it by its number; None for other tables."""
    found = _rows_in(table)
    if found is None:
        return None
    reading = context.begin_reading("numbered_rows")
    reading.headings += (column.heading for column in found.columns)
    reading.headers = (_header_of_kinds(found),)
    by_number: dict[str, int] = {}
    for row in found.rows:
        _read_row(reading, found, row, by_number)
    return reading


def _rows_in(table: Grid) -> _NumberedRows | None:
    rows = without_separators(table.rows)
    if len(rows) <= 1:
        return None
    columns = tuple(
        HeadedColumn(number, cell.text, role_of(cell.text))
        for number, cell in enumerate(rows[0])
    )
    numbers = [
        column.number for column in columns if column.role_name == "number"
    ]
    texts = [
        (column.number, kinds)
        for column in columns
        if (kinds := kinds_joined_in(column.heading)) in _LEVELS
    ]
    if len(numbers) != 1 or len(texts) != 1:
        return None
    column, kinds = texts[0]
    found = _NumberedRows(columns, numbers[0], column, kinds, rows[1:])
    return found if _are_numbered_so(found) else None


def _are_numbered_so(found: _NumberedRows) -> bool:
    """Each row has a number of a level that is named, under one that stands above it."""
    known: set[str] = {""}
    for row in found.rows:
        number = _number_in(row, found)
        whole = number.rpartition(".")[0]
        if not number or number in known or whole not in known:
            return False
        known.add(number)
    levels = {number.count(".") for number in known - {""}}
    return levels == set(range(len(found.kinds)))


def _number_in(row: Row, found: _NumberedRows) -> str:
    """The number of a row; empty when it has none, or no text."""
    number = _NUMBER.fullmatch(row[found.numbers].text)
    stated = row[found.texts].has_words
    return number[1] if number and stated else ""


def _header_of_kinds(found: _NumberedRows) -> TableHeader:
    """The table as upright columns, for whoever asks what it holds."""
    heading = found.columns[found.texts].heading
    columns = (
        HeadedColumn(number, heading, Role(kind))
        for number, kind in enumerate(found.kinds)
    )
    return TableHeader(tuple(columns), ())


def _read_row(
    reading: TableReading,
    found: _NumberedRows,
    row: Row,
    by_number: dict[str, int],
) -> None:
    claims = reading.claims
    number = _number_in(row, found)
    kind = found.kinds[number.count(".")]
    cell = row[found.texts]
    items = split_statements(cell.blocks).items
    mentions = add_items(claims, kind, items, cell.place)
    if not mentions:
        return
    first = mentions[0]
    claims.add_label(first, number)
    by_number[number] = first
    above = by_number.get(number.rpartition(".")[0])
    served = None if above is None else claims.mentions[above].kind
    link = active_dialect().link(kind, served) if served else None
    for mention in mentions:
        if above is not None and link:
            claims.link_mentions(mention, above, link, "stated")
        else:
            reading.unplaced.append(UnplacedMention(mention))
    _describe_row(reading, found, row, mentions)


def _describe_row(
    reading: TableReading,
    found: _NumberedRows,
    row: Row,
    mentions: list[int],
) -> None:
    """Give what a row states what its other columns say of it."""
    for column in found.columns:
        cell = row[column.number]
        is_other = column.number not in (found.numbers, found.texts)
        if not is_other or not cell.has_words:
            continue
        if column.role_name in EFFORT_ROLES:
            describe_mentions(reading.claims, mentions, column, cell)
        else:
            reading.claims.add_note(
                "cell_not_understood", cell.place, text=cell.text
            )
