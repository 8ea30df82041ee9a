"""Text files of cells: which sign divides them, where quotes are not closed, and the sheet that they make."""

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
from dinet.readers.shared.grid_builder import CellBudget, CellContent, GridBuilder
from dinet.readers.shared.spreadsheets.sheet import CellSheet
from dinet.readers.shared.spreadsheets.sheet_parts import parts_of
from dinet.vocabulary.roles import role_of

_STATED_DELIMITER = re.compile(r"sep=(.)\r?(?:\n|$)", re.IGNORECASE)
_FORMULA_GUARD = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")
_NO_DELIMITER = "\x1f"
_RECORDS_TO_LOOK = 30
_TEXT_TO_LOOK = 100_000
_LEAST_ROLES = 2
_LEAST_SHARE = 0.6
_LONGEST_FIELD = 2**31 - 1


def read_delimited(data: bytes, name: str, delimiters: Sequence[str]) -> Document:
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
    delimiter = (
        stated[1]
        if stated
        else delimiters[0]
        if len(delimiters) == 1
        else _choose_delimiter(text, delimiters)
    )
    lattice = GridBuilder(CellBudget(name))
    for row, fields in enumerate(
        _read_records(text, delimiter, name, skipped=bool(stated)), start=1
    ):
        for column, field in enumerate(fields, start=1):
            blocks = spans_to_blocks(
                [
                    Span(
                        _FORMULA_GUARD.sub("", field, count=1)
                        if _FORMULA_GUARD.match(field)
                        else field
                    )
                ]
            )
            if blocks:
                lattice.put_content((row, column), CellContent(blocks))
    return Document(name, parts_of([CellSheet(Place(file=name), lattice)]), notes)


def _read_records(
    text: str, delimiter: str, name: str, *, skipped: bool
) -> list[list[str]]:
    """The records; a quotation mark within quotation marks is doubled, or else has a backslash before it."""
    records, wrong = _parse_records(text, delimiter, skipped=skipped)
    if wrong and '\\"' in text:
        records, still_wrong = _parse_records(
            text, delimiter, skipped=skipped, backslash=True
        )
        wrong = still_wrong and wrong
    if len(records) > current_limits().rows:
        raise limit_error("rows", len(records), name)
    if wrong:
        raise DocumentError(
            Sentence(
                "a quotation mark is opened here that is not closed, or one within the cell is not doubled."
            ),
            Sentence(
                "Open the file in a spreadsheet program and save it again as CSV."
            ),
            where=Place(file=name, line=wrong).as_sentence(),
        )
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
    """The sign that divides most rows into equally many cells, above all a row that names columns."""
    votes = [
        (_count_votes(text[:_TEXT_TO_LOOK], each), -number, each)
        for number, each in enumerate(delimiters)
    ]
    vote, _, delimiter = max(votes)
    return delimiter if any(vote) else _NO_DELIMITER


def _count_votes(text: str, delimiter: str) -> tuple[int, float]:
    """How many columns a row names, and which share of the rows is equally wide; zeros for what is no evidence."""
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True
    )
    records = [record for record in islice(reader, _RECORDS_TO_LOOK) if any(record)]
    roles = max(
        (sum(role_of(field) is not None for field in record) for record in records),
        default=0,
    )
    widths = Counter(len(record) for record in records if len(record) > 1)
    share = max(widths.values(), default=0) / max(len(records), 1)
    return roles if roles >= _LEAST_ROLES else 0, share if share >= _LEAST_SHARE else 0
