"""What ``dinet corpus`` does: fill a store, and ask it."""

import csv
import io
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dinet.cli.answers.json_output import as_json
from dinet.cli.answers.printing import print_lines, print_text, wrap_text
from dinet.cli.cli_language import spoken_language
from dinet.cli.exit_status import print_message
from dinet.cli.many.fared_words import STORED
from dinet.cli.many.running import (
    ManyReport,
    find_tasks,
    make_settings,
    start_run,
    tell_run,
)
from dinet.cli.many.short_names import shorten_middle
from dinet.cli.many.summary_table import (
    SummaryTable,
    findings_column,
    reading_columns,
)
from dinet.cli.many_wishes import ManyWishes
from dinet.corpus.document_result import DocumentTask
from dinet.corpus.store.document_rows import corpus_task
from dinet.corpus.store.filling import StoreFiller
from dinet.corpus.store.origin import (
    OriginWishes,
    StatedOrigin,
    read_origin_list,
    unknown_names,
)
from dinet.corpus.store.tables import TABLES
from dinet.corpus.store.views import VIEWS
from dinet.errors import UsageError
from dinet.language import Sentence
from dinet.plugins import PluginFolder
from dinet.writers.csv import guard_formula

_WIDEST_CELL = 48
"""Characters of a cell on a terminal; csv and json have the whole of it."""
_INDENT = "    "
_MOST_NAMES = 5
"""Of documents that are told of together: with the number of all they say which folder it is."""
_REFUSED = 65
"""The status of a document that is refused, EX_DATAERR of sysexits.h."""


class StorePlaces(NamedTuple):
    """Where a corpus is kept.

    Args:
        store: The file of DuckDB; None for none.
        parquet: The folder of Parquet; None for none.
        removes_absent: Documents that are not among those given go out of it.
    """

    store: str | None
    parquet: str | None
    removes_absent: bool = False


def _store_library() -> Any:
    # as a plug-in, which says what to install should the library be missing
    stores = PluginFolder("dinet.corpus.store")
    return stores.plugin_named("store_file").module


def run_corpus_add(
    documents: Sequence[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    places: StorePlaces,
    many: ManyWishes,
) -> int:
    """Read documents into a store; those that are in it already are not read again.

    Args:
        documents: Files, folders and patterns.
        lang: The language that the user asked for.
        wishes: ``organisation``, ``year``, ``list`` and what ``open_document`` takes.
        places: Where the corpus is kept.
        many: How the documents are worked on.

    Raises:
        UsageError: Neither place is given.
    """
    if not places.store and not places.parquet:
        what = Sentence(
            "say where the corpus goes: --store FILE or --parquet FOLDER."
        )
        raise UsageError(what)
    others = dict(wishes)
    origin = _take_origin(others)
    settings = make_settings("corpus add", lang, others, origin)
    library = _store_library()
    besides = [places.parquet] if places.parquet else []
    tasks = find_tasks(documents, besides)
    missing = unknown_names(origin.listed, [task.name for task in tasks])
    with (
        tempfile.TemporaryDirectory(prefix="dinet-") as folder,
        library.CorpusStore(
            places.store or str(Path(folder) / "corpus.duckdb")
        ) as store,
    ):
        if places.parquet and not places.store:
            store.load_parquet(places.parquet)
        filler = StoreFiller(store, settings, library.AddedDocument)
        left = list(filler.tasks_to_do(tasks))
        table = _added_table(left, settings.told_lang)
        results = start_run(corpus_task, left, settings, many)
        status = tell_run(filler.store_results(results), ManyReport(table))
        _finish_store(store, filler, places)
        _tell_gaps(store, filler, missing)
    return max(status, _REFUSED) if filler.refused else status


def _finish_store(
    store: Any, filler: StoreFiller, places: StorePlaces
) -> None:
    """Do what is done once all documents are in it, and tell which were not given."""
    absent = filler.absent_names()
    if places.removes_absent:
        store.remove_documents(absent)
    store.keep_answers()
    if places.parquet:
        store.write_parquet(places.parquet)
    _tell_absent(absent, is_removed=places.removes_absent)


def _take_origin(wishes: dict[str, Any]) -> OriginWishes:
    """What the user says of whose the documents are and of which year, taken out of the wishes."""
    listed_in = wishes.pop("list")
    stated = StatedOrigin(wishes.pop("organisation") or "", wishes.pop("year"))
    return OriginWishes(
        stated, read_origin_list(listed_in) if listed_in else {}
    )


def _added_table(tasks: Sequence[DocumentTask], lang: str) -> SummaryTable:
    columns = [*reading_columns(lang), findings_column(lang)]
    names = (task.name for task in tasks)
    return SummaryTable(columns, names, STORED, lang)


def _tell_absent(names: Sequence[str], *, is_removed: bool) -> None:
    """Which documents of the store were not among those given, and what became of them."""
    if not names:
        return
    lang = spoken_language()
    others = len(names) - _MOST_NAMES
    told = Sentence("{names}", names=", ".join(names[:_MOST_NAMES]))
    if others > 0:
        told = Sentence("{names} and {n} more", names=told, n=others)
    if is_removed:
        what = Sentence(
            "Taken out of the store, for not among these documents ({n}): {names}.",
            n=len(names),
            names=told,
        )
    else:
        what = Sentence(
            "In the store, but not among these documents ({n}): {names}. They stay in it; "
            "--remove-absent takes them out.",
            n=len(names),
            names=told,
        )
    print_lines([wrap_text(what.in_language(lang))])


def _tell_gaps(
    store: Any, filler: StoreFiller, missing: Sequence[str]
) -> None:
    """What was in the store already, and what nobody says of documents."""
    lang = spoken_language()
    if filler.kept:
        told = Sentence("{n} were in the store already.", n=filler.kept)
        print_lines([told.in_language(lang)])
    if filler.refused:
        told = Sentence(
            "Refused before and unchanged: {n}; see dinet corpus query gaps.",
            n=filler.refused,
        )
        print_lines([told.in_language(lang)])
    if missing:
        told = Sentence(
            "the list names what is not there: {names}",
            names=", ".join(missing),
        )
        print_message(told.in_language(lang))
    sql = (
        "SELECT count(*) FILTER (organisation IS NULL), count(*) FILTER (year IS NULL) "
        "FROM documents"
    )
    [(without_organisation, without_year)] = store.ask_query(sql).rows
    if without_organisation or without_year:
        told = Sentence(
            "Without an organisation: {n}; without a year: {m}. Say these with --organisation "
            "and --year, or of each document with --list.",
            n=without_organisation,
            m=without_year,
        )
        print_lines([wrap_text(told.in_language(lang))])


def run_corpus_query(
    question: str, store: str, form: str, filters: Mapping[str, Any]
) -> None:
    """Print the answer to a view or a query.

    Args:
        question: The name of a view, or SQL.
        store: The file of the store.
        form: ``text``, ``csv``, ``json`` or ``md``.
        filters: What columns must hold; None for whatever they hold.
    """
    asked = {name: value for name, value in filters.items() if value}
    with _store_library().CorpusStore(store, is_only_asked=True) as opened:
        answer = opened.ask_query(question, asked)
    if form == "json":
        rows = [
            dict(zip(answer.columns, row, strict=True)) for row in answer.rows
        ]
        print_text(as_json(_plain_rows(rows), indent=2))
    elif form == "csv":
        print_text(_as_csv(answer.columns, answer.rows))
    else:
        print_lines(_table_lines(answer.columns, answer.rows, form))


def _plain_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with values that JSON has; dates and the like as text."""
    plain = (int, float, str, bool, type(None))
    return [
        {
            name: value if isinstance(value, plain) else str(value)
            for name, value in row.items()
        }
        for row in rows
    ]


def _cell_text(value: object) -> str:
    return "" if value is None else str(value)


def _as_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A table as Excel opens it: with semicolons, and nothing that it would calculate."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = (
            guard_formula(cell) if isinstance(cell, str) else _cell_text(cell)
            for cell in row
        )
        writer.writerow(cells)
    return lines.getvalue().rstrip("\n")


def _table_lines(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], form: str
) -> Iterator[str]:
    """A table for a terminal, or in Markdown."""
    if form == "md":
        yield f"| {' | '.join(columns)} |"
        yield f"|{'---|' * len(columns)}"
        for row in rows:
            cells = (_markdown_cell(_cell_text(cell)) for cell in row)
            yield f"| {' | '.join(cells)} |"
        return
    cells_of = [[_screen_cell(cell) for cell in row] for row in rows]
    widths = [
        max(map(len, column))
        for column in zip(columns, *cells_of, strict=True)
    ]
    for line in (list(columns), *cells_of):
        cells = (
            cell.ljust(width) for cell, width in zip(line, widths, strict=True)
        )
        yield "  ".join(cells).rstrip()


def _screen_cell(value: object) -> str:
    words = " ".join(_cell_text(value).split())
    return shorten_middle(words, _WIDEST_CELL)


def _markdown_cell(text: str) -> str:
    words = " ".join(text.split())
    return words.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def list_corpus_views() -> Iterator[str]:
    """The views with the questions that they answer, and the tables with their columns."""
    lang = spoken_language()
    for view in VIEWS:
        yield view.name
        yield wrap_text(view.question.in_language(lang), _INDENT)
    yield ""
    yield Sentence("Tables, for SQL of your own:").in_language(lang)
    for table in TABLES:
        names = ", ".join(column.name for column in table.columns)
        yield table.name
        yield wrap_text(names, _INDENT)
