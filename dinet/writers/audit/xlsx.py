"""An Excel workbook for the hearing of both sides: a row for every finding, with empty cells for \
the answer and the judgement.

Every cell is text, so nothing that a document says becomes a formula.
"""  # noqa: D205 (one sentence)

from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dinet.document.own_outputs import describe_origin
from dinet.language import Sentence, translate_words
from dinet.report.coverage.breakdown import (
    BREAKDOWN_WAYS,
    BreakdownWay,
    told_ways,
)
from dinet.report.coverage.breakdown_table import breakdown_table
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
)
from dinet.report.findings.audit_words import (
    caution_words,
    count_words,
    ids_in_words,
    level_words,
    place_words,
    quoted_words,
    result_title,
    scope_facts,
    standing_words,
)
from dinet.writers.office.file_facts import FileFacts
from dinet.writers.xlsx import (
    lay_out_sheet,
    put_text,
    set_properties,
    to_reproducible_bytes,
)

COLUMNS = {
    Sentence("No."): 6,
    Sentence("Document"): 15,
    Sentence("Level"): 14,
    Sentence("Code"): 9,
    Sentence("About"): 12,
    Sentence("Finding"): 40,
    Sentence("Words of the document"): 36,
    Sentence("In the document"): 22,
    Sentence("Standing"): 12,
    Sentence("Answer"): 30,
    Sentence("Judgement"): 20,
}
"""The headings and the widths of the columns, in characters."""
_TO_FILL_IN = ("Answer", "Judgement")
"""The last columns, which are for people."""
FACT_COLUMNS = {
    Sentence("Document"): 24,
    Sentence("What"): 26,
    Sentence("What it says"): 90,
}
_NAME_WIDTHS, _PART_WIDTH = (15, 36), 22
"""Of a sheet that divides the efforts: the document and the group, and each other column, in
characters."""
_LINE = Border(bottom=Side("thin", color="C5CBD3"))
"""Under every row: on paper an answer must not run into the next."""
ROOM_TO_WRITE = Alignment(wrap_text=True, vertical="top")
"""Of an empty cell: what somebody types there goes on at the next line."""
LONGEST_CELL = 16_000
"""In units of UTF-16: half of what Excel holds, since escaping at most doubles a text."""
_ONE_PAGE = 1
"""All columns stand beside each other on paper: who answers, sees what the answer is to."""


def write(result: AuditResult) -> bytes:
    """The workbook, the same bytes for the same result.

    Args:
        result: The first sheet has its findings, in the order of the documents; the second says
            of each document by what it was audited.
    """
    book = Workbook()
    findings = book.worksheets[0]
    findings.title = translate_words("Findings", result.lang)
    _fill_findings(findings, result)
    _add_solved(book, result)
    scope = book.create_sheet(translate_words("Account", result.lang))
    _fill_scope(scope, result)
    for way in BREAKDOWN_WAYS:
        _add_breakdown(book, result, way)
    set_properties(book, FileFacts(result_title(result)))
    book.properties.language = result.lang
    names = ", ".join(document.name for document in result.documents)
    origin = describe_origin(names, result.lang)
    book.properties.description = origin
    return to_reproducible_bytes(book)


def _fill_findings(sheet: Worksheet, result: AuditResult) -> None:
    headings = [words.in_language(result.lang) for words in COLUMNS]
    rows: list[list[str | int]] = [[*headings], *_finding_rows(result)]
    _fill_rows(sheet, rows)
    lay_out_sheet(sheet, tuple(COLUMNS.values()))
    sheet.page_setup.fitToWidth = _ONE_PAGE
    sheet.freeze_panes = "A2"
    last = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A1:{last}{len(rows)}"


def _finding_rows(result: AuditResult) -> Iterator[list[str | int]]:
    number = 0
    for audit in result.audited:
        for judged in (*audit.findings, *audit.waived):
            number += 1
            yield [number, *_finding_cells(judged, audit)]


def _add_solved(book: Workbook, result: AuditResult) -> None:
    """A sheet of what only an older version has: nobody has to answer that; none without any."""
    found = [
        (audit, judged) for audit in result.audited for judged in audit.solved
    ]
    if not found:
        return
    columns = len(COLUMNS) - len(_TO_FILL_IN)
    headings = [words.in_language(result.lang) for words in COLUMNS]
    rows: list[list[str | int]] = [[*headings[:columns]]]
    for number, (audit, judged) in enumerate(found, start=1):
        cells = list(_finding_cells(judged, audit))
        rows.append([number, *cells[: columns - 1]])
    sheet = book.create_sheet(translate_words("Solved findings", result.lang))
    _fill_rows(sheet, rows)
    lay_out_sheet(sheet, tuple(COLUMNS.values())[:columns])
    sheet.page_setup.fitToWidth = _ONE_PAGE
    sheet.freeze_panes = "A2"


def _finding_cells(
    judged: JudgedFinding, audit: DocumentAudit
) -> Iterator[str]:
    lang = audit.lang
    yield audit.name
    yield level_words(judged, lang)
    yield judged.finding.code
    yield ids_in_words(judged)
    yield judged.finding.whole_sentence.in_language(lang)
    yield quoted_words(judged, lang)
    yield "\n".join(place_words(judged, lang))
    standing = standing_words(judged, lang)
    yield standing or translate_words("new", lang)
    yield ""  # for the answer
    yield ""  # for the judgement


def _fill_scope(sheet: Worksheet, result: AuditResult) -> None:
    """What was audited and by what: a row for every fact of every document."""
    rows = list(_scope_rows(result))
    _fill_rows(sheet, rows)
    lay_out_sheet(sheet, tuple(FACT_COLUMNS.values()))
    sheet.freeze_panes = "A2"


def _add_breakdown(
    book: Workbook, result: AuditResult, way: BreakdownWay
) -> None:
    """A sheet with the efforts of every document divided in one way, where a document says it."""
    audits = [
        audit for audit in result.audited if way in told_ways(audit.network)
    ]
    if not audits:
        return
    tables = [
        (audit.name, breakdown_table(audit.network, way, result.lang))
        for audit in audits
    ]
    first = translate_words("Document", result.lang)
    rows = [[first, *tables[0][1].headings]]
    for name, table in tables:
        rows += [[name, *row] for row in table.rows]
        rows += [[name, note] for note in table.notes]
    sheet = book.create_sheet(tables[0][1].title)
    _fill_rows(sheet, rows)
    parts = len(rows[0]) - len(_NAME_WIDTHS)
    lay_out_sheet(sheet, (*_NAME_WIDTHS, *[_PART_WIDTH] * parts))
    sheet.freeze_panes = "A2"


def _scope_rows(result: AuditResult) -> Iterator[list[str]]:
    lang = result.lang
    yield [words.in_language(lang) for words in FACT_COLUMNS]
    for document in result.documents:
        if not isinstance(document, DocumentAudit):
            what = translate_words("Not audited", lang)
            yield [document.name, what, document.message(lang)]
            continue
        result_label = translate_words("Result", lang)
        yield [document.name, result_label, count_words(document, lang)]
        reading_label = translate_words("The reading", lang)
        for told in caution_words(document):
            yield [document.name, reading_label, told]
        for fact in scope_facts(document, result.version)[1:]:
            yield [document.name, *fact]


def _fill_rows(sheet: Worksheet, rows: Iterable[Sequence[str | int]]) -> None:
    """Write rows of texts, the first as headings; an empty cell is still one to write in."""
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.border = _LINE
            if isinstance(text, int):  # so that numbers sort as numbers
                cell.value = text
                cell.alignment = Alignment(horizontal="left", vertical="top")
            elif text:
                put_text(cell, _fitting_text(text), heading=number == 1)
            else:
                cell.alignment = ROOM_TO_WRITE


def _fitting_text(text: str) -> str:
    """A text that fits in a cell; one that was cut off ends with dots."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore") + "…"
