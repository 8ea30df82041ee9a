"""The matrix of efforts by goals and targets as an Excel table, with words in its cells: \
directly, by way of S1.

Suffixes: .matrix.xlsx

One sheet that a screen reader can read: it begins in the first cell, has one row and one column
of headings that stay in sight, and no merged or coloured cells that say anything. Every cell
with words is text, so nothing becomes a formula.
"""  # noqa: D205 (one sentence of the catalogue)

from collections.abc import Iterator, Sequence
from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from dinet.document.own_outputs import describe_origin
from dinet.finding import Finding
from dinet.language import translate_words
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import DinMatrix, MatrixColumn, build_matrix
from dinet.model import Effort, Element
from dinet.network import Network
from dinet.writers.office.file_facts import programme_facts
from dinet.writers.office.workbook_tables import add_table
from dinet.writers.xlsx import (
    AutomaticRow,
    lay_out_sheet,
    put_text,
    set_properties,
    to_reproducible_bytes,
)

TOP_ALIGNED = Alignment(vertical="top")
LONGEST_CELL = 32_000
"""Excel holds few more characters in a cell."""
COLUMN_WIDTHS = (45, 10, 9)
"""Of the efforts, of the goals and targets, and of the totals, in characters.

The headings of the narrow columns stand upright.
"""
MOST_UPRIGHT, LETTER_LENGTH = 400.0, 7.2
"""The highest heading, and what one of its bold letters takes in that, in points.

Letters of 11 points take 6.2; the rest is what lines leave open that end at a word.
"""
BOLD_FACTOR = 1.15
"""So many times wider than usual letters are the bold ones of the efforts."""
USUAL_LINES, LINE_CHARACTERS = 3, 3.0
"""Of an upright heading, and what a line of it takes of the width of a column, in characters."""
UPRIGHT = Alignment(textRotation=90, wrap_text=True, vertical="bottom")
TOTAL_ROWS = 2
"""Under the table, so that a filter leaves them in sight."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
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
    matrix = build_matrix(network)
    rows = list(_table_rows(matrix, profile.lang))
    for number, row in enumerate(rows, start=1):
        _fill_row(sheet, number, row)
    _format_sheet(sheet, len(matrix.columns))
    if matrix.rows:
        add_table(sheet, len(rows) - 1 - TOTAL_ROWS, len(rows[0]))
    set_properties(
        book, programme_facts(network, network.programme.title or "")
    )
    book.properties.language = profile.lang
    book.properties.description = describe_origin(profile.source, profile.lang)
    return to_reproducible_bytes(book)


def _table_rows(matrix: DinMatrix, lang: str) -> Iterator[list[str | int]]:
    """The headings, a row for every effort, and two rows of totals."""
    yield _heading_row(matrix, lang)
    for effort in matrix.rows:
        words = (
            _cell_words(matrix, effort, column, lang)
            for column in matrix.columns
        )
        yield [_code_and_text(effort), *words, *matrix.served(effort)]
    totals = [matrix.serving(column) for column in matrix.columns]
    efforts = translate_words("Number of efforts", lang)
    directly = translate_words("of which directly", lang)
    yield [efforts, *(every for every, _ in totals)]
    yield [directly, *(direct for _, direct in totals)]


def _heading_row(matrix: DinMatrix, lang: str) -> list[str | int]:
    return [
        translate_words("Effort", lang),
        *(_code_and_text(column.element) for column in matrix.columns),
        translate_words("Number of goals", lang),
        translate_words("Number of targets and others", lang),
    ]


def _code_and_text(element: Element) -> str:
    return f"{element.id} {element.text}"[:LONGEST_CELL]


def _cell_words(
    matrix: DinMatrix, effort: Effort, column: MatrixColumn, lang: str
) -> str:
    cell = matrix.cell(effort, column)
    return cell.words().in_language(lang) if cell else ""


def _fill_row(sheet: Worksheet, number: int, row: list[str | int]) -> None:
    for column, value in enumerate(row, start=1):
        cell = sheet.cell(number, column)
        if isinstance(value, int):
            cell.value = value
            cell.alignment = TOP_ALIGNED
        elif value:
            put_text(cell, value, heading=number == 1 or column == 1)


def _upright_height(headings: Sequence[int]) -> float:
    """How high the row of headings is, in points, by their numbers of letters."""
    *_, last = headings  # the name of a total, on one line
    longest = max(*headings, USUAL_LINES * last) / USUAL_LINES
    return min(MOST_UPRIGHT, longest * LETTER_LENGTH)


def _upright_width(letters: int, height: float) -> float:
    """How wide a column is for all lines of its heading, in characters."""
    return ceil(letters * LETTER_LENGTH / height) * LINE_CHARACTERS


def _format_sheet(sheet: Worksheet, columns: int) -> None:
    """Set the widths of the columns, and the headings that stay in sight, also in print."""
    efforts, served, totals = COLUMN_WIDTHS
    headings = [len(str(cell.value or "")) for cell in sheet[1][1:]]
    height = _upright_height(headings)
    widths = [
        max(served, _upright_width(letters, height))
        for letters in headings[:columns]
    ]
    lay_out_sheet(sheet, [efforts, *widths, totals, totals])
    sheet.column_dimensions["A"].width = efforts * BOLD_FACTOR
    sheet.row_dimensions[1] = AutomaticRow(sheet, index=1, ht=height)
    for cell in sheet[1][1:]:
        cell.alignment = UPRIGHT
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
