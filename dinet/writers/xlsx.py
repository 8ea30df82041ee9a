"""Excel workbook: dinet's own format as sheets to fill in, with lists to choose from; dinet \
reads it back unchanged.

Every cell is text, so no date, number or formula is ever made of what people wrote.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dinet.errors import OutputError
from dinet.finding import Finding
from dinet.language import Sentence, translate_words
from dinet.layout.style.profile import Profile
from dinet.native import encode_programme
from dinet.native.sheets import SheetTexts, fixed_choices, to_sheets
from dinet.network import Network

_HEAD_FILL, _BOLD_FONT = (
    PatternFill("solid", fgColor="D9E2F3"),
    Font(name="Calibri", size=11, bold=True),
)
_WRAPPED_TEXT = Alignment(wrap_text=True, vertical="top")
_WIDE_COLUMN, _USUAL_COLUMN, _LONG_TEXT = 70, 18, 40
NO_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 (what zip archives call no date)
_LAST_ROW, _MOST_CHARACTERS = 2000, 32_767
_PAGE_CHARACTERS = 190
"""Characters beside each other on an A4 lying down; more cannot be read."""
_LINE_HEIGHT, _HIGHEST_ROW, _WIDTH_FACTOR = 15.0, 400.0, 1.05
"""The height of a line and of the highest row, in points; how much more than its characters a line asks for."""
_ESCAPED_CHARACTER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for the number of a character: an underscore there gets a number itself."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The workbook, the same bytes for the same programme."""
    lang = network.programme.lang
    sheets = to_sheets(encode_programme(network.programme, lang), lang)
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        _fill_sheet(book.create_sheet(name), rows)
    _add_choices(book, sheets, lang)
    book.properties.title = network.programme.title or ""
    book.properties.creator = ""
    book.properties.created = book.properties.modified = NO_DATE
    return to_reproducible_bytes(book)


class AutomaticRow(RowDimension):
    """The height of a row as it opens.

    Excel makes it fit again when somebody types there, unlike a height that is set by hand.
    """

    customHeight = False  # noqa: N815 (its name in the file)


def lay_out_sheet(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the widths of columns, the heights of rows by what they hold, and a readable print.

    Args:
        sheet: With all its texts.
        widths: Of its columns, in characters.
    """
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        lines = max(
            (
                _count_lines(str(value), width)
                for value, width in zip(row, widths, strict=True)
                if value
            ),
            default=1,
        )
        if lines > 1:
            sheet.row_dimensions[number] = AutomaticRow(
                sheet, index=number, ht=min(lines * _LINE_HEIGHT, _HIGHEST_ROW)
            )
    sheet.page_setup.orientation, sheet.page_setup.paperSize = (
        "landscape",
        sheet.PAPERSIZE_A4,
    )
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = (
        ceil(sum(widths) / _PAGE_CHARACTERS),
        0,
    )
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _count_lines(text: str, width: float) -> int:
    """About how many lines a text takes in a cell."""
    return sum(
        max(1, ceil(_WIDTH_FACTOR * len(line) / width)) for line in text.split("\n")
    )


def _fill_sheet(sheet: Worksheet, rows: list[list[str]]) -> None:
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if text or number == 1:
                put_text(sheet.cell(number, column), text, heading=number == 1)
    longest = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lay_out_sheet(
        sheet,
        [_WIDE_COLUMN if each > _LONG_TEXT else _USUAL_COLUMN for each in longest],
    )
    sheet.freeze_panes = "A2"


def put_text(cell: Cell | MergedCell, text: str, *, heading: bool) -> None:
    """Write a text into a cell so that it stays text.

    That holds for what looks like a formula, a number or a date too.
    """
    if isinstance(cell, MergedCell):  # no sheet of ours has any
        return
    written = _ESCAPED_CHARACTER.sub("_x005F_", text)
    size = len(written.encode("utf-16-le")) // 2
    if size > _MOST_CHARACTERS:  # openpyxl would cut it off
        what = Sentence(
            "this text has {count} characters; a cell holds at most {most}.",
            count=size,
            most=_MOST_CHARACTERS,
        )
        hint = Sentence("The formats yaml and json hold it.")
        raise OutputError(what, hint, where=f"{cell.parent.title}!{cell.coordinate}")
    cell.value = written
    cell.data_type = "s"  # else openpyxl makes a formula of a text that begins with =
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.number_format = "@"
    cell.alignment = _WRAPPED_TEXT
    if heading:
        cell.font = _BOLD_FONT
        cell.fill = _HEAD_FILL


def _add_choices(book: Workbook, sheets: SheetTexts, lang: str) -> None:
    """Drop-downs for the columns that have fixed words, from a sheet of lists."""
    lists = book.create_sheet(translate_words("Lists", lang))
    known = [*fixed_choices(lang)]
    for column, (key, words) in enumerate(known, start=1):
        put_text(lists.cell(1, column), key.in_language(lang), heading=True)
        for number, word in enumerate(words, start=2):
            put_text(lists.cell(number, column), word, heading=False)
        letter = get_column_letter(column)
        where = f"'{lists.title}'!${letter}$2:${letter}${len(words) + 1}"
        for name, rows in sheets.items():
            if key.in_language(lang) in rows[0]:
                place = get_column_letter(rows[0].index(key.in_language(lang)) + 1)
                chosen = DataValidation(
                    type="list",
                    formula1=where,
                    allow_blank=True,
                    showErrorMessage=False,
                )
                chosen.add(f"{place}2:{place}{_LAST_ROW}")
                book[name].add_data_validation(chosen)
    lay_out_sheet(lists, [_USUAL_COLUMN] * len(known))


def to_reproducible_bytes(book: Workbook) -> bytes:
    """The bytes of the workbook without the time of day that its archive would hold."""
    made, whole = io.BytesIO(), io.BytesIO()
    book.save(made)
    with (
        zipfile.ZipFile(made) as source,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _without_time(data)
            target.writestr(
                zipfile.ZipInfo(entry.filename, NO_DATE.timetuple()[:6]),
                data,
                zipfile.ZIP_DEFLATED,
            )
    return whole.getvalue()


def _without_time(core: bytes) -> bytes:
    """The properties with a fixed time of saving.

    openpyxl sets the time of day whatever it is told.
    """
    return re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", core
    )


DUTCH = {
    (
        "Excel workbook: dinet's own format as sheets to fill in, with lists to choose "
        "from; dinet reads it back unchanged."
    ): (
        "Excel-werkmap: dinets eigen formaat als bladen om in te vullen, met "
        "keuzelijsten; dinet leest het ongewijzigd terug."
    ),
}
