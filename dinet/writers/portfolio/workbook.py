"""A portfolio as a workbook: a row for each element of each thing found, and one per document.

Who filters on a document or sorts by the number of a row sees both sides beside each other.
Every cell is text, so nothing that a document says becomes a formula.
"""

from collections.abc import Iterator, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from dinet.document.own_outputs import describe_origin
from dinet.language import Sentence
from dinet.portfolio.findings import Portfolio
from dinet.portfolio.namespaces import SEPARATOR
from dinet.report.portfolio.portfolio_page import (
    ShownPlacedElement,
    ShownPortfolioRow,
    portfolio_title,
    show_line,
    shown_portfolio_sections,
)
from dinet.report.portfolio.portfolio_sections import (
    CERTAINTY_MEANING,
    FileNotices,
    line_of_whole,
    list_document_lines,
    notices_of_portfolio,
    sums_of_portfolio,
)
from dinet.writers.office.file_facts import FileFacts
from dinet.writers.xlsx import (
    lay_out_sheet,
    put_text,
    set_properties,
    to_reproducible_bytes,
)

_ROW_COLUMNS = {
    Sentence("Number"): 9,
    Sentence("What"): 24,
    Sentence("Certain?"): 14,
    Sentence("Rests on"): 22,
    Sentence("Document"): 20,
    Sentence("Id"): 22,
    Sentence("Text"): 50,
    Sentence("Place"): 30,
    Sentence("Part"): 14,
    Sentence("Name"): 24,
    Sentence("What there is to know"): 44,
}
"""The headings and the widths of the columns, in characters."""
_LINE_COLUMNS = {
    Sentence("Document"): 20,
    Sentence("Programme"): 34,
    Sentence("File"): 26,
    Sentence("Goals"): 34,
    Sentence("Targets"): 34,
    Sentence("Efforts"): 16,
    Sentence("With others"): 44,
}
_NOTE_COLUMNS = {Sentence("What there is to know"): 100}


def write_portfolio_workbook(
    portfolio: Portfolio, notices: FileNotices, lang: str
) -> bytes:
    """The workbook, the same bytes for the same portfolio.

    Args:
        portfolio: What was found.
        notices: What became of files.
        lang: The reader's language.
    """
    book = Workbook()
    told = (
        *sums_of_portfolio(portfolio),
        CERTAINTY_MEANING,
        *notices_of_portfolio(portfolio, notices, lang),
    )
    notes = [[sentence.in_language(lang)] for sentence in told]
    notes.append([describe_origin("", lang)])
    sheets = {
        Sentence("Found"): (_ROW_COLUMNS, list(_found_rows(portfolio, lang))),
        Sentence("Programmes"): (
            _LINE_COLUMNS,
            list(_line_rows(portfolio, lang)),
        ),
        Sentence("Notes"): (_NOTE_COLUMNS, notes),
    }
    for title, (columns, rows) in sheets.items():
        _fill_sheet(book, title.in_language(lang), columns, rows, lang)
    book.remove(book.worksheets[0])
    set_properties(book, FileFacts(portfolio_title(portfolio, lang)))
    return to_reproducible_bytes(book)


def _fill_sheet(
    book: Workbook,
    title: str,
    columns: Mapping[Sentence, int],
    rows: Sequence[Sequence[str]],
    lang: str,
) -> None:
    sheet = book.create_sheet(title)
    head = [words.in_language(lang) for words in columns]
    for number, row in enumerate([head, *rows], start=1):
        for column, text in enumerate(row, start=1):
            put_text(sheet.cell(number, column), text, heading=number == 1)
    lay_out_sheet(sheet, tuple(columns.values()))
    sheet.freeze_panes = "A2"
    last = get_column_letter(len(columns))
    sheet.auto_filter.ref = f"A1:{last}{len(rows) + 1}"


def _found_rows(portfolio: Portfolio, lang: str) -> Iterator[list[str]]:
    number = 0
    for section in shown_portfolio_sections(portfolio, lang):
        for row in section.rows:
            number += 1
            for part, element in _parts_of(row, lang):
                yield [
                    str(number),
                    section.title,
                    row.certainty_word,
                    row.ground,
                    element.id.partition(SEPARATOR)[0],
                    element.id,
                    element.text,
                    element.place,
                    part,
                    row.name,
                    "\n".join(row.facts),
                ]


def _parts_of(
    row: ShownPortfolioRow, lang: str
) -> Iterator[tuple[str, ShownPlacedElement]]:
    """The elements of a row, and whether it is about them or they are what these count for."""
    about = Sentence("about this").in_language(lang)
    counted = Sentence("counted for").in_language(lang)
    for element in row.elements:
        yield about, element
    for element in row.aims:
        yield counted, element


def _line_rows(portfolio: Portfolio, lang: str) -> Iterator[list[str]]:
    whole = Sentence("All as one network").in_language(lang)
    for line in (*list_document_lines(portfolio), line_of_whole(portfolio)):
        shown = show_line(line, lang)
        yield [
            shown.namespace,
            shown.title or whole,
            shown.file,
            shown.goals,
            shown.targets,
            shown.efforts,
            "\n".join(shown.together),
        ]
