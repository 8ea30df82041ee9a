"""A list without headings whose first column says what each row is, with a number.

Looks like:

    | Doel 1 | Bewoners voelen zich veilig |
    |---|---|
    | Indicator 1.1 | In 2028 voelt 80% zich veilig |
    | Maatregel 1.1.1 | Straten beter verlichten |
    | Maatregel 1.1.2 | Buurtpreventie starten |
    | Doel 2 | Minder overlast op straat |
    | Indicator 2.1 | In 2028 komen er 100 meldingen |
    | Maatregel 2.1.1 | Jongerenwerkers inzetten |
    | Trekker | Team Jeugd |

Reads as:

    doelen:
      - tekst: Bewoners voelen zich veilig
        smart:
          - tekst: In 2028 voelt 80% zich veilig
            id: S1
      - tekst: Minder overlast op straat
        smart:
          - tekst: In 2028 komen er 100 meldingen
            id: S2
    inspanningen:
      - tekst: Straten beter verlichten
        voor: S1
      - tekst: Buurtpreventie starten
        voor: S1
      - tekst: Jongerenwerkers inzetten
        voor: S2
        trekker: Team Jeugd

Looks like:

    | Objective 1 | Huurders zijn tevreden |
    |---|---|
    | Key result 1 | In 2027 geven huurders een 8 |
    | Key result 2 | In 2027 zijn 400 klachten verholpen |
    | Objective 2 | Huizen blijven betaalbaar |
    | Key result 1 | In 2028 kost een huis ten hoogste 700 euro |

Reads as:

    doelen:
      - tekst: Huurders zijn tevreden
        smart:
          - In 2027 geven huurders een 8
          - In 2027 zijn 400 klachten verholpen
      - tekst: Huizen blijven betaalbaar
        smart: [In 2028 kost een huis ten hoogste 700 euro]

A number with a dot says what its row serves; any other row serves the nearest one above it that it
can serve. A row such as ``Trekker`` says something of the row above it.
Not to be mistaken for: a card, whose headings have no numbers; a list with a heading above its
column of kinds; a table on its side with ``Doel 1`` and ``Doel 2`` above its columns.
Met in: annexes that number goals, indicators and measures through, and tables of objectives with
their key results.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.choice.explanation import explains_words
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
from dinet.vocabulary.active_dialect import active_dialect
from dinet.vocabulary.roles import Role, kind_of, role_of

SPOKEN_NAMES = {
    "nl": ("genummerde regels", "regels met een woord ervoor"),
    "en": ("labelled rows", "numbered rows"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_LABEL = re.compile(r"(?P<word>[^\d.:]+?)\s*(?P<number>\d+(?:\.\d+)*)[.:]?")
_LEAST_KINDS = 2
"""Of elements: rows of one kind with numbers are a list of something else as well."""
_LEAST_NUMBERED = 2
"""Rows: one number may be the name of a card."""
_CELLS = 2
"""Of a row: without headings nothing says what further cells are."""


class _LabelledRow(NamedTuple):
    """A row, what it is, and its number; without a number this is empty."""

    role: Role
    number: str
    label: Cell
    text: Cell


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """Each row as an element of its kind; None when a row does not say what it is."""
    rows = _labelled_rows(table)
    roles = dict.fromkeys(row.role for row in rows if kind_of(row.role))
    numbered = [row for row in rows if row.number]
    if len(roles) < _LEAST_KINDS or not _are_told_apart(numbered):
        return None
    reading = context.begin_reading("labelled_rows")
    columns = (HeadedColumn(1, "", role) for role in roles)
    reading.headers = (TableHeader(tuple(columns), ()),)
    reading.headings += (row.label.text for row in rows)
    _add_rows(reading, rows)
    return None if explains_words(reading) else reading


def _labelled_rows(table: Grid) -> list[_LabelledRow]:
    """All rows; none when one of them does not say what it is, or is wider."""
    rows: list[_LabelledRow] = []
    for row in without_separators(table.rows):
        labelled = _labelled_row(row)
        if labelled is None:
            return []
        rows.append(labelled)
    return rows


def _are_told_apart(numbered: Sequence[_LabelledRow]) -> bool:
    """Enough rows have a number, and more than the efforts of one card.

    Met on forms per goal: ``Indicator``, ``Maatregel 1``, ``Maatregel 2`` under the goal as title.
    """
    return len(numbered) >= _LEAST_NUMBERED and any(
        row.role.name != "effort" or "." in row.number for row in numbered
    )


def _labelled_row(row: Row) -> _LabelledRow | None:
    """A row of a label and a text; None for another row."""
    filled = [cell for cell in row if cell.has_words or cell.covered]
    if len(filled) != _CELLS or not all(cell.has_words for cell in filled):
        return None
    label, text = filled
    found = _LABEL.fullmatch(label.text)
    words, number = found.groups() if found else (label.text, "")
    role = role_of(words)
    if role is None or not _is_told_by_rows(role):
        return None
    return _LabelledRow(role, number, label, text)


def _is_told_by_rows(role: Role) -> bool:
    """A row with this role is an element, or says something of the one above it."""
    return kind_of(role) is not None or role.name in EFFORT_ROLES


def _add_rows(reading: TableReading, rows: Sequence[_LabelledRow]) -> None:
    """Add the elements of all rows, and link those whose numbers do not say what they serve."""
    above: dict[str, int] = {}
    numbers: list[int] = []
    for row in rows:
        if kind_of(row.role) is None:
            column = HeadedColumn(1, row.label.text, row.role)
            describe_mentions(reading.claims, numbers, column, row.text)
            continue
        numbers = list(_add_elements(reading, row))
        for number in numbers:
            if "." in row.number:
                reading.unplaced.append(UnplacedMention(number, waits=True))
            elif not _link_to_above(reading, number, row.role, above):
                reading.unplaced.append(UnplacedMention(number))
            above = _still_above(above, row.role)
            above[row.role.name] = number


def _add_elements(reading: TableReading, row: _LabelledRow) -> Iterator[int]:
    """Add what a row states; the number calls it when it states one thing."""
    kind = kind_of(row.role)
    if kind is None:
        return
    claims = reading.claims
    items = split_statements(row.text.blocks).items
    numbers = add_items(claims, kind, items, row.text.place, row.role.level)
    if len(numbers) == 1:
        claims.add_label(numbers[0], row.number, by_word=True)
    for number in numbers:
        if claims.mentions[number].part_of is None:
            yield number


def _link_to_above(
    reading: TableReading, number: int, role: Role, above: dict[str, int]
) -> bool:
    """Link an element to the nearest one above it that it can serve, if there is one."""
    for name, link in active_dialect().serves.get(role.name, {}).items():
        if name in above and name != role.name:
            reading.claims.link_mentions(
                number, above[name], link, "inherited"
            )
            return True
    return False


def _still_above(above: dict[str, int], role: Role) -> dict[str, int]:
    """What stands above a row of a role: nothing of its own height or lower."""
    ladder = active_dialect().ladder
    return {
        name: number
        for name, number in above.items()
        if ladder.index(name) < ladder.index(role.name)
    }
