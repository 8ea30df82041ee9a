"""A series of versions as a workbook: a sheet of lives, one of coverage, one of sums.

Every cell is text, so nothing that a document says becomes a formula.
"""

from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dinet.language import Sentence, translate_words
from dinet.report.versions.series_page import (
    cell_name,
    fact_in_words,
    series_title,
)
from dinet.report.versions.series_rows import (
    SeriesCell,
    cells_of_life,
    cover_totals,
)
from dinet.report.versions.version_sections import sums_in_words
from dinet.versions.version_series import VersionSeries
from dinet.wording.labels import KIND_NAMES
from dinet.writers.office.file_facts import FileFacts
from dinet.writers.xlsx import (
    lay_out_sheet,
    put_text,
    set_properties,
    to_reproducible_bytes,
)

_KIND_WIDTH = 14
"""Of a column, in characters."""
_TEXT_WIDTH = 44
"""Of a column, in characters."""
_SUMS_WIDTH = 90
"""Of a column, in characters."""


def write_series_workbook(
    series: VersionSeries, names: Sequence[str], lang: str
) -> bytes:
    """The workbook, the same bytes for the same series.

    Args:
        series: The versions.
        names: Of their documents.
        lang: The reader's language.
    """
    book = Workbook()
    widths = [_TEXT_WIDTH] * len(names)
    sheet = book.worksheets[0]
    sheet.title = translate_words("Elements", lang)
    _fill_sheet(sheet, _life_rows(series, names, lang), [_KIND_WIDTH, *widths])
    cover = book.create_sheet(translate_words("Coverage", lang))
    counts = [_KIND_WIDTH] * len(names)
    _fill_sheet(
        cover, _cover_rows(series, names, lang), [_TEXT_WIDTH, *counts]
    )
    sums = book.create_sheet(translate_words("Sums", lang))
    _fill_sheet(
        sums, _sum_rows(series, names, lang), [_TEXT_WIDTH, _SUMS_WIDTH]
    )
    set_properties(book, FileFacts(series_title(names, lang)))
    return to_reproducible_bytes(book)


def _fill_sheet(
    sheet: Worksheet, rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> None:
    """Put rows of text into a sheet, the first as headings that can be filtered by."""
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            put_text(sheet.cell(number, column), text, heading=number == 1)
    lay_out_sheet(sheet, widths)
    sheet.freeze_panes = "A2"
    last = f"{get_column_letter(len(widths))}{sheet.max_row}"
    sheet.auto_filter.ref = f"A1:{last}"


def _life_rows(
    series: VersionSeries, names: Sequence[str], lang: str
) -> Iterator[list[str]]:
    yield [translate_words("Kind", lang), *names]
    for life in series.lives:
        kind = translate_words(KIND_NAMES[life.kind].one, lang)
        yield [kind, *(_cell_text(cell, lang) for cell in cells_of_life(life))]


def _cell_text(cell: SeriesCell, lang: str) -> str:
    lines = [cell_name(cell, lang)]
    if cell.element:
        lines.append(f"{cell.element.id} {cell.element.text}")
    lines.extend(fact_in_words(fact, lang) for fact in cell.facts)
    return "\n".join(lines)


def _cover_rows(
    series: VersionSeries, names: Sequence[str], lang: str
) -> Iterator[list[str]]:
    yield [translate_words("Goal or target", lang), *names]
    title = translate_words("Goals and targets with an effort", lang)
    totals = cover_totals(series)
    yield [title, *(f"{total.covered} / {total.aims}" for total in totals)]
    for cover in series.aim_covers():
        counts = ["–" if one is None else str(one) for one in cover.efforts]
        yield [cover.life.last_element.text, *counts]


def _sum_rows(
    series: VersionSeries, names: Sequence[str], lang: str
) -> Iterator[list[str]]:
    yield [translate_words(words, lang) for words in ("Versions", "Sums")]
    for number, step in enumerate(series.steps):
        versions = f"{names[number]} → {names[number + 1]}"
        sums: Iterable[Sentence] = sums_in_words(step)
        yield [versions, "\n".join(one.in_language(lang) for one in sums)]
