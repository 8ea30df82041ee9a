"""A list of links: from what serves, to what is served, by the codes or words of both.

Looks like:

    | Van | Naar | Soort |
    |---|---|---|
    | Bomen planten | Meer groen | draagt bij aan |
    | Aantal bomen | Meer groen | meet |

    | Element | Type |
    |---|---|
    | Meer groen | Doel |
    | Aantal bomen | Indicator |
    | Bomen planten | Maatregel |

Reads as:

    doelen:
      - tekst: Meer groen
        smart: [Aantal bomen]
        inspanningen: [Bomen planten]

The codes of two tables beside each other are such a list as well, whatever heads them:
``Doel-ID | Act-ID``. A column beside them may say how strongly the one serves the other.

Not to be mistaken for: a table of sources and goals (``Bron | Doel``): both columns have to name
elements that stand elsewhere in the document.
Met in: two sheets for drawing programs, elements and connections; the table that joins those of
goals and of efforts, taken over from a database.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.columns.table_columns import without_separators
from dinet.interpret.reading import CandidateLink
from dinet.interpret.shapes.matrix import is_mark
from dinet.interpret.texts.element_labels import is_code
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.model import LINK_KINDS, LinkKind
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import kind_of, role_of
from dinet.wording.element_codes import form_of_code, letters_of_code

SPOKEN_NAMES = {
    "nl": ("lijst van verbanden", "verbanden", "van-naar"),
    "en": ("list of links", "links", "edges", "from-to"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_KNOWN_SHARE = 0.8
"""Of the cells in both columns that stand elsewhere; an edge may name what was thrown away."""
_LEAST_ROWS = 2
"""Of a table of codes: its headings, and one row."""
_MOST_WEIGHT_WORDS = 3
"""Of a cell beside the codes: ``zeer sterk``, ``2e kwartaal 2027``; a longer text is an element."""


class _EdgeColumns(NamedTuple):
    """The columns of a list of links, and the rows under their headings."""

    start: int
    end: int
    rows: tuple[Row, ...]


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """Each row as a link; None when the ends do not stand elsewhere in the document."""
    edges = _edges_in(table) or _joined_codes_in(table)
    if edges is None or not _are_known(edges, table, context):
        return None
    reading = context.begin_reading("edges")
    reading.waits = True
    reading.headings += (cell.text for cell in table.rows[0])
    for row in edges.rows:
        _read_row(reading, edges, row)
    return reading


def _edges_in(table: Grid) -> _EdgeColumns | None:
    rows = without_separators(table.rows)
    if not rows or table.width < 2:
        return None
    names = [plain(cell.text) for cell in rows[0]]
    start = _first_among(names, words_of("matrices.from"))
    end = _first_among(names, words_of("matrices.to"))
    if start is None or end is None or start == end:
        return None
    return _EdgeColumns(start, end, rows[1:])


def _joined_codes_in(table: Grid) -> _EdgeColumns | None:
    """The two columns of codes in a table that joins two others, and holds no elements itself.

    A third column may say how strongly each serves the other: *Maatregel, Doel, Bijdrage*.
    """
    rows = without_separators(table.rows)
    if len(rows) < _LEAST_ROWS:
        return None
    letters = {
        number: _letters_under(number, rows[1:])
        for number in range(table.width)
        if any(row[number].has_words for row in rows)
    }
    ends = [number for number, found in letters.items() if found]
    if not _are_two_ends(letters, ends) or any(
        _may_hold_elements(number, rows)
        for number in letters.keys() - set(ends)
    ):
        return None
    start, end = ends
    return _EdgeColumns(start, end, rows[1:])


def _are_two_ends(
    letters: Mapping[int, frozenset[str]], ends: Sequence[int]
) -> bool:
    """Two columns hold codes, and those of the one begin otherwise than those of the other."""
    if len(ends) != len(("start", "end")):
        return False
    start, end = ends
    return letters[start].isdisjoint(letters[end])


def _may_hold_elements(number: int, rows: Sequence[Row]) -> bool:
    """A column beside the codes is headed as elements are, or has more words than a weight."""
    if kind_of(role_of(rows[0][number].text)) is not None:
        return True
    return any(
        len(row[number].text.split()) > _MOST_WEIGHT_WORDS for row in rows[1:]
    )


def _letters_under(number: int, rows: Sequence[Row]) -> frozenset[str]:
    """The letters of the codes in a column; empty when any of its cells is no such code."""
    codes = [row[number].text for row in rows]
    if all(
        is_code(code) and form_of_code(code) == "letters" for code in codes
    ):
        return frozenset(map(letters_of_code, codes))
    return frozenset()


def _first_among(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    return next(
        (place for place, name in enumerate(names) if name in wanted), None
    )


def _are_known(
    edges: _EdgeColumns, table: Grid, context: ShapeContext
) -> bool:
    """Nearly all ends stand elsewhere in the document."""
    ends = [
        row[column].text
        for row in edges.rows
        for column in (edges.start, edges.end)
        if row[column].has_words
    ]
    known = sum(context.words.stands_elsewhere(text, table) for text in ends)
    return bool(ends) and known >= _KNOWN_SHARE * len(ends)


def _read_row(reading: TableReading, edges: _EdgeColumns, row: Row) -> None:
    """Link the two ends of a row; the other cells say how, or something of the link."""
    claims = reading.claims
    start, end = row[edges.start], row[edges.end]
    if not (_names_element(start) and _names_element(end)):
        return
    if any(map(_denies_link, row)):
        reading.marks += (cell.text for cell in row)
        return
    here = claims.add_reference(start.text, start.place)
    there = claims.add_reference(end.text, end.place)
    tie = CandidateLink(here, there, None, "stated", start.place)
    for number, cell in enumerate(row):
        if number not in (edges.start, edges.end) and cell.has_words:
            tie = _with_cell(tie, cell, reading)
    claims.ties.append(tie)


def _with_cell(
    tie: CandidateLink, cell: Cell, reading: TableReading
) -> CandidateLink:
    """A link with what another cell of its row says of it: its kind, or how strong it is."""
    kind = _link_kind_in(cell)
    if kind is not None:
        reading.headings.append(cell.text)
        return tie._replace(kind=tie.kind or kind)
    if tie.weight is None and is_mark(cell.text):
        return tie._replace(weight=cell.text, place=cell.place)
    reading.claims.add_note("cell_not_understood", cell.place, text=cell.text)
    return tie


def _names_element(cell: Cell) -> bool:
    return classify_text(cell.text) is TextKind.STATEMENT


def _denies_link(cell: Cell) -> bool:
    """The cell says that the one does not serve the other: ``geen``."""
    return cell.text.casefold() in words_of("matrices.empty")


def _link_kind_in(cell: Cell) -> LinkKind | None:
    """The kind of link that the words of a cell name; None when they name none."""
    words = fold_text(cell.text)
    for kind in LINK_KINDS:
        if words == kind.replace("_", " ") or words in words_of(
            f"stated_links.{kind}"
        ):
            return kind
    return None
