"""The comparison of two versions as a workbook: a row for each difference, to sort and to filter.

Every cell is text, so nothing that a document says becomes a formula.
"""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from dinet.language import Sentence, translate_words
from dinet.model import Element
from dinet.report.sentences import list_places
from dinet.report.versions.version_page import comparison_title
from dinet.report.versions.version_row import VersionRow
from dinet.report.versions.version_sections import list_sections
from dinet.versions.version_comparison import VersionComparison
from dinet.writers.office.file_facts import FileFacts
from dinet.writers.xlsx import (
    lay_out_sheet,
    put_text,
    set_properties,
    to_reproducible_bytes,
)

_COLUMNS = {
    Sentence("What"): 24,
    Sentence("Was"): 44,
    Sentence("In the old document"): 22,
    Sentence("Becomes"): 44,
    Sentence("In the new document"): 22,
    Sentence("What to know of it"): 40,
    Sentence("Certain"): 14,
}
"""The headings and the widths of the columns, in characters."""


def write_workbook(
    comparison: VersionComparison, old_name: str, new_name: str, lang: str
) -> bytes:
    """The workbook, the same bytes for the same comparison.

    Args:
        comparison: Of both versions.
        old_name: Of the old document.
        new_name: Of the new one.
        lang: The reader's language.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = translate_words("Differences", lang)
    rows = [
        [words.in_language(lang) for words in _COLUMNS],
        *_difference_rows(comparison, lang),
    ]
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            put_text(sheet.cell(number, column), text, heading=number == 1)
    lay_out_sheet(sheet, tuple(_COLUMNS.values()))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{len(rows)}"
    set_properties(book, FileFacts(comparison_title(old_name, new_name, lang)))
    return to_reproducible_bytes(book)


def _difference_rows(
    comparison: VersionComparison, lang: str
) -> Iterator[list[str]]:
    for section in list_sections(comparison):
        title = section.title.in_language(lang)
        for row in section.rows:
            yield [title, *_row_cells(row, lang)]


def _row_cells(row: VersionRow, lang: str) -> Iterator[str]:
    yield _texts_of(row.old)
    yield _places_of(row.old, lang)
    yield _texts_of(row.new)
    yield _places_of(row.new, lang)
    yield "\n".join(fact.in_language(lang) for fact in row.facts)
    certain = Sentence("to be checked") if row.is_doubtful else Sentence("yes")
    yield certain.in_language(lang)


def _texts_of(elements: Sequence[Element]) -> str:
    return "\n".join(f"{element.id} {element.text}" for element in elements)


def _places_of(elements: Sequence[Element], lang: str) -> str:
    return "\n".join(
        list_places(element.places[:1], lang) for element in elements
    )
