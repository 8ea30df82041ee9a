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
from dinet.errors import OutputError
from dinet.finding import Finding
from dinet.language import Sentence, translated
from dinet.layout.profile import Profile
from dinet.network import Network

_HEAD, _BOLD, _WRAPPED = PatternFill("solid", fgColor="D9E2F3"), Font(bold=True), Alignment(wrap_text=True, vertical="top")
_WIDE, _USUAL, _MOST_TEXT = 70, 18, 40
NO_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 (what zip archives call no date)
_LAST_ROW, _MOST_CHARACTERS = 2000, 32_767
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for the number of a character: an underscore there gets a number itself."""


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
    book.properties.created = book.properties.modified = NO_DATE
    return reproducible(book)


def _fill(sheet: Worksheet, rows: list[list[str]]) -> None:
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if text or number == 1:
                put(sheet.cell(number, column), text, heading=number == 1)
    for column, _ in enumerate(rows[0], start=1):
        longest = max(len(row[column - 1]) for row in rows)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE if longest > _MOST_TEXT else _USUAL
    sheet.freeze_panes = "A2"


def put(cell: Cell | MergedCell, text: str, *, heading: bool) -> None:
    """Write a text into a cell so that it stays text, also when it looks like a formula, a number or a date."""
    if isinstance(cell, MergedCell):  # no sheet of ours has any
        return
    written = _ESCAPE.sub("_x005F_", text)
    size = len(written.encode("utf-16-le")) // 2
    if size > _MOST_CHARACTERS:  # openpyxl would cut it off
        what = Sentence("this text has {count} characters; a cell holds at most {most}.", count=size, most=_MOST_CHARACTERS)
        hint = Sentence("The formats yaml and json hold it.")
        raise OutputError(what, hint, where=f"{cell.parent.title}!{cell.coordinate}")
    cell.value = written
    cell.data_type = "s"  # else openpyxl makes a formula of a text that begins with =
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.number_format = "@"
    cell.alignment = _WRAPPED
    if heading:
        cell.font = _BOLD
        cell.fill = _HEAD


def _choose(book: Workbook, sheets: Sheets, lang: str) -> None:
    """Drop-downs for the columns that have fixed words, from a sheet of lists."""
    lists = book.create_sheet(translated("Lists", lang))
    for column, (key, words) in enumerate(choices(lang), start=1):
        put(lists.cell(1, column), key.said(lang), heading=True)
        for number, word in enumerate(words, start=2):
            put(lists.cell(number, column), word, heading=False)
        letter = get_column_letter(column)
        where = f"'{lists.title}'!${letter}$2:${letter}${len(words) + 1}"
        for name, rows in sheets.items():
            if key.said(lang) in rows[0]:
                place = get_column_letter(rows[0].index(key.said(lang)) + 1)
                chosen = DataValidation(type="list", formula1=where, allow_blank=True, showErrorMessage=False)
                chosen.add(f"{place}2:{place}{_LAST_ROW}")
                book[name].add_data_validation(chosen)


def reproducible(book: Workbook) -> bytes:
    """The bytes of the workbook without the time of day that its archive would hold."""
    made, whole = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _without_time(data)
            target.writestr(zipfile.ZipInfo(entry.filename, NO_DATE.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _without_time(core: bytes) -> bytes:
    """The properties with a fixed time of saving: openpyxl sets the time of day whatever it is told."""
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", core)
