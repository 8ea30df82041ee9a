"""What ``dinet compare`` does with three or more documents: follow every element through them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from dinet.application.comparing.compare_documents import (
    FollowedDocuments,
    follow_documents,
    has_checked_change,
)
from dinet.application.files.output_files import write_result
from dinet.cli.answers.json_output import as_json
from dinet.cli.answers.printing import print_lines, wrap_text
from dinet.cli.cli_language import spoken_language
from dinet.cli.commands.compare_command import CHECK_FAILED, WishedComparison
from dinet.cli.exit_status import print_error
from dinet.errors import DinetError, UsageError
from dinet.language import Sentence
from dinet.report.versions.series_data import series_as_data
from dinet.report.versions.series_page import (
    cell_name,
    fact_in_words,
    series_page,
    series_title,
    table_title,
)
from dinet.report.versions.series_rows import (
    SeriesCell,
    SeriesTable,
    changed_covers,
    cover_totals,
    series_tables,
)
from dinet.report.versions.version_sections import sums_in_words

_INDENT = "  "
_SERIES_FORMS = ("text", "json", "jsonl", "html", "xlsx")
_LONGEST_AIM = 60
"""In characters: of an aim in a line with its numbers of efforts."""


def run_series(
    documents: Sequence[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    wished: WishedComparison,
) -> int:
    """Tell the life of every element; 1 when a step holds a change that was asked for.

    Args:
        documents: The versions, in the order of time.
        lang: The language of the reader; None for that of the last document.
        wishes: ``pairs``, ``stop`` and ``change``, of which none fits here, and what
            ``open_document`` takes.
        wished: How it is told.
    """
    try:
        own = _without_pair_wishes(dict(wishes), wished.form)
        followed = follow_documents(documents, lang, own)
        _tell_series(followed, wished)
    except DinetError as error:
        print_error(error, lang or spoken_language())
        return error.status
    steps = followed.series.steps
    failed = any(has_checked_change(step, wished.fail_on) for step in steps)
    return CHECK_FAILED if failed else 0


def _without_pair_wishes(wishes: dict[str, Any], form: str) -> dict[str, Any]:
    """What documents are opened with.

    Raises:
        UsageError: Something is asked that holds for two versions only.
    """
    asked = [wishes.pop(name) for name in ("pairs", "stop", "change")]
    if any(asked):
        raise UsageError(
            Sentence("--pairs, --stop and --change are for two versions.")
        )
    if form not in _SERIES_FORMS:
        what = Sentence("this format is for two versions.")
        forms = Sentence("For more there are text, json, html and xlsx.")
        raise UsageError(what, forms)
    return wishes


def _tell_series(
    followed: FollowedDocuments, wished: WishedComparison
) -> None:
    form = wished.form
    if wished.target:
        data = _series_file(followed, form)
        write_result(data, wished.target, followed.given)
    elif form == "xlsx":
        what = Sentence("a file of this format does not fit on a screen.")
        raise UsageError(what, Sentence("Give its name with -o."))
    elif form == "text":
        print_lines(_series_lines(followed))
    else:
        click.echo(_series_text(followed, form), nl=False)


def _series_file(followed: FollowedDocuments, form: str) -> bytes:
    if form != "xlsx":
        return _series_text(followed, form).encode()
    # who wants no workbook does not wait for openpyxl
    from dinet.writers.versions.series_workbook import write_series_workbook

    return write_series_workbook(
        followed.series, followed.names, followed.lang
    )


def _series_text(followed: FollowedDocuments, form: str) -> str:
    if form in ("json", "jsonl"):
        data = series_as_data(followed.series, followed.names)
        return f"{as_json(data, 2 if form == 'json' else None)}\n"
    if form == "html":
        return series_page(followed.series, followed.names, followed.lang)
    return "".join(f"{line}\n" for line in _series_lines(followed))


def _series_lines(followed: FollowedDocuments) -> Iterator[str]:
    lang, names = followed.lang, followed.names
    yield series_title(names, lang)
    for number, step in enumerate(followed.series.steps):
        yield ""
        yield f"{names[number]} → {names[number + 1]}"
        for sentence in sums_in_words(step):
            yield wrap_text(sentence.in_language(lang), _INDENT)
    tables = tuple(series_tables(followed.series))
    if not tables:
        yield ""
        yield Sentence("No differences.").in_language(lang)
    for table in tables:
        yield ""
        yield from _table_lines(table, names, lang)
    yield ""
    yield from _cover_lines(followed)


def _table_lines(
    table: SeriesTable, names: Sequence[str], lang: str
) -> Iterator[str]:
    yield f"{table_title(table, lang)} ({len(table.rows)})"
    if table.unchanged:
        words = Sentence("Unchanged in all versions:").in_language(lang)
        yield f"{_INDENT}{words} {table.unchanged}"
    for row in table.rows:
        for name, cell in zip(names, row, strict=True):
            if cell.turn != "absent":
                yield from _cell_lines(cell, name, lang)
        yield ""


def _cell_lines(cell: SeriesCell, name: str, lang: str) -> Iterator[str]:
    text = f"{name}: {cell_name(cell, lang)}"
    if cell.element:
        text += f" · {cell.element.id}"
        text += f" {cell.element.text}" if cell.pieces else ""
    yield wrap_text(text, _INDENT)
    for fact in cell.facts:
        yield wrap_text(fact_in_words(fact, lang), 2 * _INDENT)


def _cover_lines(followed: FollowedDocuments) -> Iterator[str]:
    lang, series = followed.lang, followed.series
    yield Sentence("Covered by efforts").in_language(lang)
    title = Sentence("Goals and targets with an effort").in_language(lang)
    totals = cover_totals(series)
    yield (
        _INDENT
        + f"{title}: "
        + " → ".join(f"{total.covered}/{total.aims}" for total in totals)
    )
    for cover in changed_covers(series):
        counts = ("–" if one is None else str(one) for one in cover.efforts)
        aim = cover.life.last_element.text
        if len(aim) > _LONGEST_AIM:
            aim = f"{aim[:_LONGEST_AIM].rstrip()}…"
        yield wrap_text(f"{' → '.join(counts)}  {aim}", _INDENT)
