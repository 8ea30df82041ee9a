"""The matrix of efforts by goals and targets as an Excel table, with words in its cells: directly, by way of S1.

Suffixes: .matrix.xlsx

One sheet that a screen reader can read: it begins in the first cell, has one row and one column
of headings that stay in sight, and no merged or coloured cells that say anything. Every cell
with words is text, so nothing becomes a formula.
"""

from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from dinet.finding import Finding
from dinet.language import translated
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import Column, Matrix, matrix
from dinet.model import Effort, Element
from dinet.network import Network
from dinet.writers.xlsx import NO_DATE, laid, put, reproducible

TOP = Alignment(vertical="top")
LONGEST = 32_000
"""Excel holds few more characters in a cell."""
WIDTHS = (60, 16, 14)
"""Of the efforts, of the goals and targets, and of the totals, in characters."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The workbook, the same bytes for the same network.

    Args:
        network: Every effort has a row; every goal, target, benefit, capability and result has
            a column.
        findings: Not used.
        profile: ``lang`` is the language of the words in the cells.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = translated("Matrix", profile.lang)
    table = matrix(network)
    for number, row in enumerate(_rows(table, profile.lang), start=1):
        _fill(sheet, number, row)
    _set(sheet, len(table.columns))
    book.properties.title = network.programme.title or ""
    book.properties.creator = ""
    book.properties.language = profile.lang
    book.properties.created = book.properties.modified = NO_DATE
    return reproducible(book)


def _rows(table: Matrix, lang: str) -> Iterator[list[str | int]]:
    totals = (
        translated("Number of goals", lang),
        translated("Number of targets and others", lang),
    )
    columns = (_words(column.element) for column in table.columns)
    yield [translated("Effort", lang), *columns, *totals]
    for effort in table.rows:
        yield [
            _words(effort),
            *(_cell(table, effort, column, lang) for column in table.columns),
            *table.served(effort),
        ]
    served = [table.serving(column) for column in table.columns]
    yield [translated("Number of efforts", lang), *(whole for whole, _ in served)]
    yield [translated("of which directly", lang), *(direct for _, direct in served)]


def _words(element: Element) -> str:
    return f"{element.id} {element.text}"[:LONGEST]


def _cell(table: Matrix, effort: Effort, column: Column, lang: str) -> str:
    cell = table.cell(effort, column)
    return cell.words().said(lang) if cell else ""


def _fill(sheet: Worksheet, number: int, row: list[str | int]) -> None:
    for column, value in enumerate(row, start=1):
        cell = sheet.cell(number, column)
        if isinstance(value, int):
            cell.value, cell.alignment = value, TOP
        elif value:
            put(cell, value, heading=number == 1 or column == 1)


def _set(sheet: Worksheet, columns: int) -> None:
    """The widths of the columns, the headings that stay in sight, and a print with these on each page."""
    laid(sheet, [WIDTHS[0], *[WIDTHS[1]] * columns, *[WIDTHS[2]] * 2])
    sheet.freeze_panes = "B2"
    sheet.print_title_cols = "A:A"


DUTCH = {
    (
        "The matrix of efforts by goals and targets as an Excel table, with words in "
        "its cells: directly, by way of S1."
    ): (
        "De matrix van inspanningen en doelen als Excel-tabel, met woorden in de "
        "cellen: direct, via S1."
    ),
}
