"""Workbooks that dinet made: a Programme already, read cell by cell as the text that stands there."""

import io
from collections.abc import Iterable

from openpyxl import load_workbook

from dinet.document.native import Report, decode
from dinet.document.native.sheets import FIELD, FRONT, to_tree
from dinet.model import Programme
from dinet.readers.spreadsheet.sheet import Sheet

_HEADS = {heads[0].casefold() for heads in FIELD.values()}


def is_native(sheets: Iterable[Sheet]) -> bool:
    """One of the sheets is the front sheet of dinet's own workbook."""
    for sheet in sheets:
        first = sheet.lattice.cells.get((1, 1))
        head = first.blocks[0].text.casefold() if first and first.blocks else ""
        if sheet.place.sheet in FRONT.values() and head in _HEADS:
            return True
    return False


def programme_in(data: bytes, name: str) -> Programme:
    """The programme in a workbook of dinet's own, whose size and merges have been checked before.

    Raises:
        DocumentError: The workbook cannot be a programme; all problems with their cells.
    """
    book = load_workbook(io.BytesIO(data), data_only=True)
    sheets = {sheet.title: [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    return decode(to_tree(sheets), Report(name))


def _text(value: object) -> str:
    """The text of a cell; of a whole number without the decimals that Excel gives it."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
