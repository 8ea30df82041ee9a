"""The matrix of efforts by goals and targets as an Excel table, with words in its cells: \
directly, by way of S1.

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
from dinet.language import translate_words
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import DinMatrix, MatrixColumn, build_matrix
from dinet.model import Effort, Element
from dinet.network import Network
from dinet.writers.xlsx import NO_DATE, lay_out_sheet, put_text, to_reproducible_bytes

TOP_ALIGNED = Alignment(vertical="top")
LONGEST_CELL = 32_000
"""Excel holds few more characters in a cell."""
COLUMN_WIDTHS = (60, 16, 14)
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
    sheet.title = translate_words("Matrix", profile.lang)
    table = build_matrix(network)
    for number, row in enumerate(_table_rows(table, profile.lang), start=1):
        _fill_row(sheet, number, row)
    _format_sheet(sheet, len(table.columns))
    book.properties.title = network.programme.title or ""
    book.properties.creator = ""
    book.properties.language = profile.lang
    book.properties.created = book.properties.modified = NO_DATE
    return to_reproducible_bytes(book)


def _table_rows(table: DinMatrix, lang: str) -> Iterator[list[str | int]]:
    totals = (
        translate_words("Number of goals", lang),
        translate_words("Number of targets and others", lang),
    )
    columns = (_code_and_text(column.element) for column in table.columns)
    yield [translate_words("Effort", lang), *columns, *totals]
    for effort in table.rows:
        yield [
            _code_and_text(effort),
            *(_cell_words(table, effort, column, lang) for column in table.columns),
            *table.served(effort),
        ]
    served = [table.serving(column) for column in table.columns]
    yield [translate_words("Number of efforts", lang), *(whole for whole, _ in served)]
    yield [
        translate_words("of which directly", lang),
        *(direct for _, direct in served),
    ]


def _code_and_text(element: Element) -> str:
    return f"{element.id} {element.text}"[:LONGEST_CELL]


def _cell_words(
    table: DinMatrix, effort: Effort, column: MatrixColumn, lang: str
) -> str:
    cell = table.cell(effort, column)
    return cell.words().in_language(lang) if cell else ""


def _fill_row(sheet: Worksheet, number: int, row: list[str | int]) -> None:
    for column, value in enumerate(row, start=1):
        cell = sheet.cell(number, column)
        if isinstance(value, int):
            cell.value, cell.alignment = value, TOP_ALIGNED
        elif value:
            put_text(cell, value, heading=number == 1 or column == 1)


def _format_sheet(sheet: Worksheet, columns: int) -> None:
    """Set the widths of the columns, and the headings that stay in sight, also in print."""
    lay_out_sheet(
        sheet,
        [COLUMN_WIDTHS[0], *[COLUMN_WIDTHS[1]] * columns, *[COLUMN_WIDTHS[2]] * 2],
    )
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
