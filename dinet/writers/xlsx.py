"""Excel workbook: dinet's own format as sheets to fill in, with lists to choose from; dinet reads it back unchanged.

Every cell is text, so no date, number or formula is ever made of what people wrote.
"""

import io
import re
import zipfile
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dinet.document.native import encode
from dinet.document.native.sheets import Sheets, choices, to_sheets
from dinet.finding import Finding
from dinet.language import translated
from dinet.layout.profile import Profile
from dinet.network import Network

_HEAD = PatternFill("solid", fgColor="D9E2F3")
_WIDE, _USUAL, _MOST_TEXT = 70, 18, 40
_FIRST_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 (what zip archives call no date)
_LAST_ROW = 2000


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The workbook, the same bytes for the same programme."""
    lang = network.programme.lang
    sheets = to_sheets(encode(network.programme, lang), lang)
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        _fill(book.create_sheet(name), rows)
    _choose(book, sheets, lang)
    book.properties.title = network.programme.title or ""
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _FIRST_DAY
    return _reproducible(book)


def _fill(sheet: Worksheet, rows: list[list[str]]) -> None:
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if text or number == 1:
                _put(sheet.cell(number, column), text, heading=number == 1)
    for column, _ in enumerate(rows[0], start=1):
        longest = max(len(row[column - 1]) for row in rows)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE if longest > _MOST_TEXT else _USUAL
    sheet.freeze_panes = "A2"


def _put(cell: Cell | MergedCell, text: str, *, heading: bool) -> None:
    if isinstance(cell, MergedCell):  # no sheet of ours has any
        return
    cell.value = text
    cell.data_type = "s"  # else openpyxl makes a formula of a text that begins with =
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if heading:
        cell.font = Font(bold=True)
        cell.fill = _HEAD


def _choose(book: Workbook, sheets: Sheets, lang: str) -> None:
    """Drop-downs for the columns that have fixed words, from a sheet of lists."""
    lists = book.create_sheet(translated("Lists", lang))
    for column, (key, words) in enumerate(choices(lang), start=1):
        _put(lists.cell(1, column), key.said(lang), heading=True)
        for number, word in enumerate(words, start=2):
            _put(lists.cell(number, column), word, heading=False)
        letter = get_column_letter(column)
        where = f"'{lists.title}'!${letter}$2:${letter}${len(words) + 1}"
        for name, rows in sheets.items():
            if key.said(lang) in rows[0]:
                place = get_column_letter(rows[0].index(key.said(lang)) + 1)
                chosen = DataValidation(type="list", formula1=where, allow_blank=True, showErrorMessage=False)
                chosen.add(f"{place}2:{place}{_LAST_ROW}")
                book[name].add_data_validation(chosen)


def _reproducible(book: Workbook) -> bytes:
    """The bytes of the workbook without the time of day that its archive would hold."""
    made, whole = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _without_time(data)
            target.writestr(zipfile.ZipInfo(entry.filename, _FIRST_DAY.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _without_time(core: bytes) -> bytes:
    """The properties with a fixed time of saving: openpyxl sets the time of day whatever it is told."""
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", core)
