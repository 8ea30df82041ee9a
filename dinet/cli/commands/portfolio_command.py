"""What ``dinet portfolio`` does: have documents studied together, and print what is found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import click

from dinet.application.build_results import KeptResult, MadeResult
from dinet.application.read_portfolio import ReadPortfolio, read_portfolio
from dinet.application.write_portfolio import write_portfolio
from dinet.cli.answers.json_output import as_json
from dinet.cli.answers.printing import print_lines, wrap_text
from dinet.cli.cli_language import spoken_language
from dinet.cli.defect_report import save_report
from dinet.cli.exit_status import (
    DEFECT,
    FailureLog,
    print_error,
    print_message,
)
from dinet.cli.many.portfolio_reading import PortfolioReader
from dinet.cli.many_wishes import ManyWishes
from dinet.errors import DinetError
from dinet.language import Sentence
from dinet.portfolio.documents import PlacedElement
from dinet.portfolio.rows import PortfolioRow
from dinet.report.portfolio.portfolio_data import portfolio_as_data
from dinet.report.portfolio.portfolio_page import show_line
from dinet.report.portfolio.portfolio_sections import (
    PortfolioSection,
    certainty_in_words,
    line_of_whole,
    list_document_lines,
    list_portfolio_sections,
    notices_of_portfolio,
    sums_of_portfolio,
)
from dinet.report.sentences import list_places

_INDENT = "  "


class PortfolioAnswer(NamedTuple):
    """How the answer is given.

    Args:
        form: ``text`` or ``json``.
        folder: Where the files go; None for the screen alone.
    """

    form: str
    folder: str | None


def run_portfolio(
    documents: Sequence[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    answer: PortfolioAnswer,
    many: ManyWishes,
) -> int:
    """Tell what documents have to do with each other, and write it when a folder is given.

    The status is that of the worst document that could not be read, or file not written.

    Args:
        documents: Files, folders and patterns.
        lang: The language of the reader; None for that of most documents.
        wishes: ``pairs``, and what ``open_document`` takes.
        answer: How it is told.
        many: How the documents are read.
    """
    folder = answer.folder
    reader = PortfolioReader(many)
    try:
        read = read_portfolio(
            documents,
            lang,
            wishes,
            besides=(folder,) if folder else (),
            read_all=reader.read_documents,
        )
    except DinetError as failure:
        refused = [*reader.refused, failure]
        for error in refused:
            print_error(error, lang or spoken_language())
        status = max(error.status for error in refused)
        return max(status, _tell_defects(reader))
    for error in reader.refused:
        print_error(error, read.lang)
    status = max((error.status for error in reader.refused), default=0)
    _print_portfolio(read, answer.form, is_whole=folder is None)
    if folder:
        status = max(status, _write_files(read, folder, answer.form))
    return max(status, _tell_defects(reader))


def _tell_defects(reader: PortfolioReader) -> int:
    """Save a report of what failed in dinet itself; the status of that, 0 for nothing."""
    if not reader.traces:
        return 0
    print_message(save_report(reader.traces).in_language(spoken_language()))
    return DEFECT


def _print_portfolio(
    read: ReadPortfolio, form: str, *, is_whole: bool
) -> None:
    if form == "json":
        data = portfolio_as_data(read.portfolio, read.notices, read.lang)
        click.echo(as_json(data, indent=2))
        return
    print_lines(_overview_lines(read))
    for section in list_portfolio_sections(read.portfolio):
        print_lines(_section_lines(section, read.lang, is_whole=is_whole))


def _overview_lines(read: ReadPortfolio) -> Iterator[str]:
    lines = [
        *list_document_lines(read.portfolio),
        line_of_whole(read.portfolio),
    ]
    for line in lines:
        shown = show_line(line, read.lang)
        whole = Sentence("All as one network").in_language(read.lang)
        name = f"{shown.namespace}: {shown.title} ({shown.file})"
        yield name if shown.namespace else whole
        coverage = f"{shown.goals}; {shown.targets}; {shown.efforts}"
        yield wrap_text(coverage, _INDENT)
    yield ""
    told = (
        *sums_of_portfolio(read.portfolio),
        *notices_of_portfolio(read.portfolio, read.notices, read.lang),
    )
    for sentence in told:
        yield wrap_text(sentence.in_language(read.lang))


def _section_lines(
    section: PortfolioSection, lang: str, *, is_whole: bool
) -> Iterator[str]:
    """The title with the number of rows; the rows too where no file has them."""
    title = f"{section.title.in_language(lang)} ({len(section.rows)})"
    if not is_whole:
        yield f"{_INDENT}{title}"
        return
    yield ""
    yield title
    for row in section.rows:
        yield from _row_lines(row, lang)


def _row_lines(row: PortfolioRow, lang: str) -> Iterator[str]:
    name = f"{row.name}: " if row.name else ""
    yield f"{_INDENT}{name}{certainty_in_words(row, lang)}"
    for element in row.elements:
        yield wrap_text(_element_words(element, lang), 2 * _INDENT)
    for fact in row.facts:
        yield wrap_text(f"→ {fact.in_language(lang)}", 2 * _INDENT)
    for aim in row.aims:
        yield wrap_text(_element_words(aim, lang), 3 * _INDENT)


def _element_words(placed: PlacedElement, lang: str) -> str:
    places = list_places(placed.places[:1], lang)
    where = f" ({places})" if places else ""
    return f"{placed.id} {placed.shown.text}{where}"


def _write_files(read: ReadPortfolio, folder: str, form: str) -> int:
    """Write every file and tell of each; beside JSON only of what went wrong."""
    failures = FailureLog(read.lang)
    lines = ["", Sentence("Written:").in_language(read.lang)]
    kept: list[KeptResult] = []
    for outcome in write_portfolio(read, folder):
        if isinstance(outcome, MadeResult):
            lines.append(f"{_INDENT}{outcome.target}")
        elif isinstance(outcome, KeptResult):
            kept.append(outcome)
        else:
            failures.add_failure(
                outcome.error, "portfolio", f"{_INDENT}{outcome.target}: "
            )
    if form == "text":
        print_lines(lines)
    for result in kept:
        print_lines([result.error.in_language(read.lang)], err=True)
    return failures.close_log()
