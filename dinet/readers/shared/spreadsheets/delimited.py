"""Text files of cells: which sign divides them, and the sheet that they make.

A file in which a quotation mark is not closed is refused.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from dinet.document.content import Document, Span
from dinet.document.text_lines import decode_text, spans_to_blocks
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error
from dinet.model import Place
from dinet.readers.shared.grid_builder import (
    CellBudget,
    CellContent,
    GridBuilder,
)
from dinet.readers.shared.spreadsheets.sheet import CellSheet
from dinet.readers.shared.spreadsheets.sheet_parts import parts_of
from dinet.vocabulary.roles import role_of

_STATED_DELIMITER = re.compile(r"sep=(.)\r?(?:\n|$)", re.IGNORECASE)
_FORMULA_GUARD = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")
_NO_DELIMITER = "\x1f"
# Rows by which the dividing sign is chosen: the header stands among the first ones.
_RECORDS_TO_LOOK = 30
# Characters by which it is chosen, should a mark that is not closed make one row of the file.
_TEXT_TO_LOOK = 100_000
# Cells that name columns: with fewer a row is no evidence, as one word may be chance.
_LEAST_ROLES = 2
# Share of the rows that are equally wide; with less the sign stands in running text.
_LEAST_SHARE = 0.6
# Characters of one cell: the most that the parser can be told; limits on the file apply anyway.
_LONGEST_FIELD = 2**31 - 1


def read_delimited(
    data: bytes, name: str, delimiters: Sequence[str]
) -> Document:
    """The document in a text file of cells.

    Args:
        data: The whole file.
        name: Its name without folders.
        delimiters: The signs that may divide its cells; the first of several that fit equally
            well is taken. With one there is no choice. A first line such as ``sep=;`` names it.

    Raises:
        DocumentError: A quotation mark is not closed, or not doubled within quotation marks;
            with its line.
    """
    text, notes = decode_text(data, name)
    stated = _STATED_DELIMITER.match(text)
    delimiter = stated[1] if stated else _choose_delimiter(text, delimiters)
    records = _read_records(text, delimiter, name, skipped=bool(stated))
    sheet = CellSheet(Place(file=name), _build_lattice(records, name))
    return Document(name, parts_of([sheet]), notes)


def _build_lattice(records: list[list[str]], name: str) -> GridBuilder:
    """The cells that have words, by row and column."""
    lattice = GridBuilder(CellBudget(name))
    for row, fields in enumerate(records, start=1):
        for column, field in enumerate(fields, start=1):
            blocks = spans_to_blocks([Span(_without_guard(field))])
            if blocks:
                lattice.put_content((row, column), CellContent(blocks))
    return lattice


def _without_guard(field: str) -> str:
    """The text of a cell without the mark that keeps spreadsheets from reading it as a formula."""
    if not field.startswith("'"):
        return field
    guard = _FORMULA_GUARD.match(field)
    return field[guard.end() :] if guard else field


def _read_records(
    text: str, delimiter: str, name: str, *, skipped: bool
) -> list[list[str]]:
    """The records.

    A quotation mark within quotation marks is doubled, or else has a backslash before it.
    """
    records, wrong_line = _parse_records(text, delimiter, skipped=skipped)
    if wrong_line and '\\"' in text:
        records, still_wrong = _parse_records(
            text, delimiter, skipped=skipped, backslash=True
        )
        wrong_line = still_wrong and wrong_line
    if len(records) > current_limits().rows:
        raise limit_error("rows", len(records), name)
    if wrong_line:
        what = Sentence(
            "a quotation mark is opened here that is not closed, "
            "or one within the cell is not doubled."
        )
        hint = Sentence(
            "Open the file in a spreadsheet program and save it again as CSV."
        )
        where = Place(file=name, line=wrong_line).as_sentence()
        raise DocumentError(what, hint, where=where)
    return records


def _parse_records(
    text: str, delimiter: str, *, skipped: bool, backslash: bool = False
) -> tuple[list[list[str]], int | None]:
    """The records, and the line where the one begins that cannot be read."""
    csv.field_size_limit(_LONGEST_FIELD)
    escape = "\\" if backslash else None
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        doublequote=not backslash,
        escapechar=escape,
        strict=True,
        skipinitialspace=delimiter != "\t",
    )
    records: list[list[str]] = []
    start = 1
    try:
        for record in reader:
            records.append(record)
            start = reader.line_num + 1
    except csv.Error:
        return records, start
    return records[skipped:], None


def _choose_delimiter(text: str, delimiters: Sequence[str]) -> str:
    """The sign that divides most rows into equally many cells, above all a row that names columns.

    A sign that no cell can hold, so that each line is one cell, when none divides rows so.
    """
    if len(delimiters) == 1:
        return delimiters[0]
    beginning = text[:_TEXT_TO_LOOK]
    votes = [
        (_count_votes(beginning, delimiter), -number, delimiter)
        for number, delimiter in enumerate(delimiters)
    ]
    vote, _, chosen = max(votes)
    return chosen if any(vote) else _NO_DELIMITER


def _count_votes(text: str, delimiter: str) -> tuple[int, float]:
    """How many columns a row names, and which share of the rows is equally wide.

    Zeros for what is no evidence.
    """
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        skipinitialspace=True,
    )
    records = [
        record for record in islice(reader, _RECORDS_TO_LOOK) if any(record)
    ]
    roles = max(map(_count_roles, records), default=0)
    widths = Counter(len(record) for record in records if len(record) > 1)
    share = max(widths.values(), default=0) / max(len(records), 1)
    named = roles if roles >= _LEAST_ROLES else 0
    return named, share if share >= _LEAST_SHARE else 0


def _count_roles(record: list[str]) -> int:
    """How many cells of a record have a role, as the names of columns do."""
    return sum(role_of(field) is not None for field in record)
