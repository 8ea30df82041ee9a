"""A run over many documents: told as it comes, and ended with the worst status of any."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

import click

from dinet import __version__
from dinet.application.files.found_documents import (
    STANDARD_INPUT,
    find_documents,
)
from dinet.cli.cli_language import spoken_language
from dinet.cli.defect_report import save_report
from dinet.cli.exit_status import DEFECT, print_message
from dinet.cli.many.summary_table import RunSums, SummaryTable
from dinet.cli.many_wishes import MANY_FORMS, ManyWishes
from dinet.cli.output_stream import write_to_output
from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    Work,
    WorkSettings,
)
from dinet.corpus.document_runner import (
    USUAL_SECONDS,
    WorkOrder,
    run_documents,
)
from dinet.corpus.executors import ExecutorSource, ProcessPool
from dinet.corpus.kept_results import ResultKeeper
from dinet.errors import UsageError
from dinet.language import Sentence
from dinet.limits import current_limits
from dinet.model import clean_text
from dinet.plugins import PluginFolder

WARM_START = "dinet.corpus.warm_start"
_FEW_DOCUMENTS = 2
"""So few are done without a process more than there are documents."""


def find_tasks(
    documents: Iterable[str], besides: Iterable[str] = ()
) -> list[DocumentTask]:
    """The documents that the user gave, each a task.

    Raises:
        UsageError: The standard input is among them, which is one document by itself.
        DinetError: There are none, or too many.
    """
    given = tuple(documents)
    if STANDARD_INPUT in given:
        what = Sentence("the standard input goes alone, not with others.")
        raise UsageError(what)
    found = find_documents(given, besides)
    return [DocumentTask(each.path, each.name) for each in found]


def make_settings(
    command: str,
    lang: str | None,
    wishes: Mapping[str, Any],
    asked: Any = None,
) -> WorkSettings:
    """The settings of a run, with the guards and the dialect that are in force.

    Args:
        command: The words after ``dinet`` that ask for it.
        lang: The language that the user asked for; None for that of each document.
        wishes: What ``open_document`` takes.
        asked: What the work itself takes.
    """
    context = click.get_current_context(silent=True)
    dialect = context.meta.get("dialect") if context else None
    return WorkSettings(
        command,
        lang,
        lang or spoken_language(),
        dict(wishes),
        asked,
        current_limits(),
        dialect,
    )


def open_source(wishes: ManyWishes, count: int) -> ExecutorSource:
    """Where the work is done.

    Args:
        wishes: What the user asks for.
        count: How many documents there are: no more processes than these are started.

    Raises:
        UsageError: A cluster without an address, or an address without a cluster.
        MissingLibraryError: The library of the cluster is not there, or nobody answers.
    """
    kind = wishes.executor or "pool"
    if (kind == "pool") == bool(wishes.scheduler):
        what = Sentence("a cluster needs its address, and only a cluster.")
        hint = Sentence("Write --executor dask --scheduler ADDRESS.")
        raise UsageError(what, hint)
    if wishes.scheduler:
        clusters = PluginFolder("dinet.corpus.clusters")
        module = clusters.plugin_named(kind).module
        source: ExecutorSource = module.open_source(wishes.scheduler)
        return source
    pool = ProcessPool(wishes.jobs, (WARM_START,))
    return ProcessPool(
        min(pool.workers, max(count, 1)),
        (WARM_START,) if count > _FEW_DOCUMENTS else (),
    )


def start_run(
    work: Work,
    tasks: Sequence[DocumentTask],
    settings: WorkSettings,
    wishes: ManyWishes,
    resume: str | None = None,
) -> Iterator[DocumentResult]:
    """The results of a run in the order of its documents, with its progress on a terminal.

    Args:
        work: What is done with each document.
        tasks: The documents.
        settings: What holds for all of them.
        wishes: How the user wants them to be worked on.
        resume: Where results are kept when the user does not say; None for nowhere.
    """
    kept_in = wishes.resume or resume
    keeper = ResultKeeper(kept_in, work, settings) if kept_in else None
    seconds = USUAL_SECONDS if wishes.timeout is None else wishes.timeout
    progress = ProgressLine(len(tasks), settings.told_lang)
    order = WorkOrder(work, tasks, settings, seconds)
    source = open_source(wishes, len(tasks))
    for result in run_documents(order, source, keeper, progress.count_result):
        progress.hide_line()
        yield result
        progress.show_line()
    progress.hide_line()


class ProgressLine:
    """How many documents are done: one line on a terminal, and nothing anywhere else.

    Args:
        total: How many documents there are.
        lang: The language of the user.
    """

    def __init__(self, total: int, lang: str) -> None:
        self._total = total
        self._lang = lang
        self._done = 0
        self._refused = 0
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def count_result(self, result: DocumentResult) -> None:
        """Count a document that is done, in whatever order that is."""
        self._done += 1
        self._refused += not result.was_read
        self.show_line()

    def show_line(self) -> None:
        """Write the line over itself."""
        words = Sentence(
            "{done} of {total} documents done, {refused} refused",
            done=self._done,
            total=self._total,
            refused=self._refused,
        )
        self._write_over(words.in_language(self._lang))

    def hide_line(self) -> None:
        """Leave the line empty, for what is to be told there."""
        self._write_over("")

    def _write_over(self, words: str) -> None:
        if self._shown:
            with suppress(OSError):
                click.echo(f"\r\x1b[K{words}", nl=False, err=True)


class ManyReport(NamedTuple):
    """How a run is told.

    Args:
        table: Its rows.
        form: One of ``MANY_FORMS``.
        take_output: What takes the whole of it, for a file; None for the screen.
    """

    table: SummaryTable
    form: str = "text"
    take_output: Callable[[bytes], None] | None = None


def tell_run(results: Iterator[DocumentResult], report: ManyReport) -> int:
    """Tell of each document as it comes; the status is the worst of any.

    Args:
        results: In the order in which they are told.
        report: How.
    """
    teller = _RunTeller(report)
    for result in results:
        if result.ends_run:
            print_message(result.message)
            return result.status
        teller.tell_result(result)
    return teller.end_run()


class _RunTeller:
    """What was told of a run so far."""

    def __init__(self, report: ManyReport) -> None:
        self._report = report
        self._sums = RunSums(report.table.fared)
        self._status = 0
        self._traces: list[str] = []
        self._waivers: dict[str, bool] = {}
        self._lines: list[str] = []
        self._write = self._lines.append
        if report.take_output is None:
            self._write = _write_line
        if report.form == "text":
            self._write(report.table.heading())

    def tell_result(self, result: DocumentResult) -> None:
        """Tell of one document."""
        self._sums.add_result(result)
        self._status = max(self._status, result.status)
        if result.trace:
            self._traces.append(result.trace)
        for words, used in result.waivers.items():
            self._waivers[words] = self._waivers.get(words, False) or used
        if self._report.form == "text":
            for line in self._report.table.rows_of(result):
                self._write(line)
            return
        if not result.was_read:
            print_message(result.message)
        self._write_data(_data_of(result))

    def _write_data(self, data: str) -> None:
        """A document as JSON: on a line of its own, or as the next of a list."""
        if self._report.form == "jsonl":
            self._write(data)
        else:
            self._write("[" if self._sums.documents == 1 else ",")
            self._write(data)

    def end_run(self) -> int:
        """Tell what all documents add up to; the exit status."""
        if self._report.form == "json":
            self._write("]" if self._sums.documents else "[]")
        lang = spoken_language()
        if self._report.form == "text":
            self._write("")
            for sentence in self._sums.sentences(lang):
                self._write(sentence)
        for words, used in self._waivers.items():
            if not used:  # by no document, which none of them could tell
                print_message(words)
        if self._report.take_output:
            whole = "".join(f"{line}\n" for line in self._lines)
            self._report.take_output(whole.encode())
        if self._traces:
            print_message(save_report(self._traces).in_language(lang))
            return DEFECT
        return self._status


def _write_line(line: str) -> None:
    """Write a line at once, for who reads along."""
    text = str(clean_text(line))
    write_to_output(f"{text}\n".encode())


def _data_of(result: DocumentResult) -> str:
    """A document as JSON on one line."""
    if result.data:
        return result.data
    refused = {"status": result.status, "message": result.message}
    data = {
        "document": result.name,
        "version": __version__,
        "refused": refused,
    }
    return json.dumps(data, ensure_ascii=False)


def refuse_form(form: str) -> None:
    """Go on only with a form in which many documents can be told of.

    Raises:
        UsageError: It is for one document.
    """
    if form not in MANY_FORMS:
        what = Sentence(
            "{form} is for one document; of many it is {known}.",
            form=form,
            known=", ".join(MANY_FORMS),
        )
        raise UsageError(what)
