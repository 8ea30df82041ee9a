"""What another process does: a batch of documents, one after the other, each with an outcome."""

import gc
import os
import platform
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from dinet.application.read_document import in_dialect
from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    Verdict,
    Work,
    WorkSettings,
)
from dinet.corpus.time_limit import limit_time
from dinet.errors import DinetError, MissingLibraryError, UsageError
from dinet.language import Sentence, speak_language
from dinet.limits import use_limits
from dinet.model import clean_text

DEFECT = 70
"""The status of a defect of dinet itself, EX_SOFTWARE of sysexits.h."""


class TaskBatch(NamedTuple):
    """Documents that are sent to another process together.

    Args:
        work: What is done with each.
        tasks: The documents.
        settings: What holds for all of them.
        seconds: How long one document may take; 0 for as long as it likes.
        home: The process that asked for it, which no document may end.
        marks: A folder with a file for each document that is at work, called by its number;
            empty for none.
        numbers: Of the documents, in the order of ``tasks``.
    """

    work: Work
    tasks: tuple[DocumentTask, ...]
    settings: WorkSettings
    seconds: float
    home: str
    marks: str = ""
    numbers: tuple[int, ...] = ()

    def marked_tasks(self) -> Iterator[tuple[DocumentTask, str]]:
        """The documents, each with the file that marks that it is at work."""
        for number, task in zip(self.numbers, self.tasks, strict=True):
            mark = os.path.join(self.marks, str(number)) if self.marks else ""
            yield task, mark


def name_process() -> str:
    """What tells this process from those of the same and of other machines."""
    return f"{platform.node()} {os.getpid()}"


def run_batch(batch: TaskBatch) -> list[DocumentResult]:
    """The outcome of each document of a batch, in its order; nothing is raised."""
    settings = batch.settings
    seconds = 0 if batch.home == name_process() else batch.seconds
    speak_language(settings.told_lang)
    try:
        with (
            _rested_collector(),
            use_limits(settings.limits),
            in_dialect(settings.dialect),
        ):
            results: list[DocumentResult] = []
            for task, mark in batch.marked_tasks():
                with limit_time(seconds, mark):
                    results.append(_run_task(batch.work, task, settings))
            return results
    except DinetError as error:  # the dialect is not there on this machine
        return [refuse_task(task, error, settings) for task in batch.tasks]


def _run_task(
    work: Work, task: DocumentTask, settings: WorkSettings
) -> DocumentResult:
    try:
        return work(task, settings)
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except DinetError as error:
        return refuse_task(task, error, settings)
    except MemoryError:
        what = Sentence(
            "this machine has not enough memory left for this document."
        )
        return refuse_task(task, MissingLibraryError(what), settings)
    except BaseException as error:  # noqa: BLE001 (a panic in Rust is no Exception)
        return describe_defect(task, error, settings)


def refuse_task(
    task: DocumentTask, error: DinetError, settings: WorkSettings
) -> DocumentResult:
    """That a document could not be worked on, and why.

    Args:
        task: The document.
        error: What is the matter.
        settings: Of the run.
    """
    message = clean_text(error.in_language(settings.told_lang))
    # an id that this document does not have may stand in the next one
    ends_run = type(error) is UsageError and not error.where
    return DocumentResult(
        task.name,
        Verdict.REFUSED,
        error.status,
        str(message),
        ends_run=ends_run,
    )


def describe_defect(
    task: DocumentTask,
    error: BaseException,
    settings: WorkSettings,
    command: str = "",
) -> DocumentResult:
    """That dinet itself failed at a document, with the trace for who mends it.

    Args:
        task: The document.
        error: What was raised.
        settings: Of the run.
        command: The words after ``dinet`` that fail in the same way; empty for those of the run.
    """
    words = command or f"{settings.command} {task.name}"
    what = Sentence("dinet itself failed at: dinet {words}.", words=words)
    trace = "".join(traceback.format_exception(error))
    return DocumentResult(
        task.name,
        Verdict.REFUSED,
        DEFECT,
        what.in_language(settings.told_lang),
        trace=f"dinet {words}\n\n{trace}",
    )


@contextmanager
def _rested_collector() -> Iterator[None]:
    """Within this Python looks for no garbage; afterwards it does so once.

    Looking for it takes a third of the time of reading thousands of small objects.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()
