"""Errors of a spreadsheet that stand where words should be: ``#DIV/0!``, ``#VERW!``.

They tell that a formula failed, and are no text that anybody wrote.
"""

import re

from dinet.document.content import Cell, Document, Grid, Para, Row
from dinet.document.notes import make_note
from dinet.model import Note
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_LONGEST_BEGINNING = 8
"""Characters by which nearly all texts are known to be no error."""


@once_per_dialect
def _error_pattern() -> re.Pattern[str]:
    """A whole text that is one error or several, as Excel and LibreOffice show them."""
    words = any_of(words_of("spreadsheets.errors"))
    numbered = any_of(words_of("spreadsheets.numbered_errors"))
    return re.compile(
        rf"(?:(?:{words}|{numbered}:\d{{3}})\s*)+", re.IGNORECASE
    )


@once_per_dialect
def _beginnings() -> tuple[str, ...]:
    """How each of these errors begins, in lower case."""
    return ("#", *words_of("spreadsheets.numbered_errors"))


def is_error_text(text: str) -> bool:
    """A text is nothing but an error of a spreadsheet.

    Example:
        >>> is_error_text("#DEEL/0!"), is_error_text("#N/B"), is_error_text("#1 in sport")
        (True, True, False)
    """
    return _may_be_error(text) and _error_pattern().fullmatch(text) is not None


def _may_be_error(text: str) -> bool:
    return text[:_LONGEST_BEGINNING].casefold().startswith(_beginnings())


def without_error_cells(document: Document) -> Document:
    """The document, its cells and lines that are only errors blank, with a note on each."""
    notes: list[Note] = []
    parts: list[Para | Grid] = []
    for part in document.parts:
        if isinstance(part, Grid):
            parts.append(_without_errors(part, notes))
        elif is_error_text(part.text):
            notes.append(
                make_note("error_cell", part.place, "nl", text=part.text)
            )
        else:
            parts.append(part)
    if not notes:
        return document
    return document._replace(
        parts=tuple(parts), notes=(*document.notes, *notes)
    )


def _without_errors(grid: Grid, notes: list[Note]) -> Grid:
    """A table without its errors; the same one when it has none."""
    before = len(notes)
    rows = tuple(_mend_row(row, notes) for row in grid.rows)
    return grid if len(notes) == before else grid._replace(rows=rows)


def _mend_row(row: Row, notes: list[Note]) -> Row:
    errors = {
        number
        for number, cell in enumerate(row)
        if cell.blocks and _first_words(cell) and is_error_text(cell.text)
    }
    for number in sorted(errors):
        cell = row[number]
        notes.append(make_note("error_cell", cell.place, "nl", text=cell.text))
    if not errors:
        return row
    return tuple(
        cell._replace(blocks=(), failed=True) if number in errors else cell
        for number, cell in enumerate(row)
    )


def _first_words(cell: Cell) -> str:
    """The first words of a cell when it may be an error; empty when it is none.

    Most cells are none, and putting their words together takes time.
    """
    for span in cell.blocks[0].spans:
        if span.text.strip():
            begin = span.text.lstrip()
            return begin if _may_be_error(begin) else ""
    return ""
