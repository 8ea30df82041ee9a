"""What each command does with one document of many; sent to other processes by its name."""

import json
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from dinet import __version__
from dinet.application.auditing.audit_documents import (
    audit_one_of_many,
    with_findings,
)
from dinet.application.build_results import (
    FailedResult,
    MadeResult,
    build_results,
)
from dinet.application.files.output_files import safe_stem, write_result
from dinet.application.opened_document import OpenedDocument, open_document
from dinet.application.save_reading import write_mapping_form, write_native
from dinet.cli.answers.answer_lines import answer_data, answer_lines
from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    Verdict,
    WorkSettings,
)
from dinet.corpus.task_batch import describe_defect, refuse_task
from dinet.errors import DinetError
from dinet.model import clean_text
from dinet.plugins import plugin_folder
from dinet.report.coverage.breakdown import BreakdownWay
from dinet.report.coverage.breakdown_table import (
    breakdown_data,
    breakdown_table,
)
from dinet.report.findings.audit_report import audit_data
from dinet.report.findings.audit_words import doubt_words
from dinet.report.reading.reading_loss import reading_loss
from dinet.report.reading.reading_report import reading_data
from dinet.wording.waiver_sentences import without_finding

CHECK_FAILED = 1
"""The status when something was found that counts."""


class Placement(NamedTuple):
    """Where the results of each document go.

    Args:
        folder: Of all of them; empty when nothing is written.
        crowded: The names of documents of which the results would have the same names as those
            of another: these go into a folder of the document's own name.
    """

    folder: str = ""
    crowded: frozenset[str] = frozenset()

    def folder_of(self, task: DocumentTask) -> Path:
        """Where the results of one document go: as it lies below the folder that was given."""
        name = PurePosixPath(task.name)
        is_named_file = task.name == task.path
        below = Path() if is_named_file else Path(*name.parent.parts)
        own = Path(name.name) if task.name in self.crowded else Path()
        return Path(self.folder) / below / own


def crowded_names(tasks: list[DocumentTask]) -> frozenset[str]:
    """The names of documents whose results would be written over those of another."""
    by_target: dict[str, list[str]] = {}
    for task in tasks:
        stem = safe_stem(task.path)
        target = Placement().folder_of(task) / stem
        by_target.setdefault(str(target).casefold(), []).append(task.name)
    alike = (names for names in by_target.values() if len(names) > 1)
    return frozenset(name for names in alike for name in names)


def open_task(
    task: DocumentTask, settings: WorkSettings, **more: Any
) -> tuple[OpenedDocument, DocumentResult]:
    """Open a document, and begin its result with what was read."""
    opened = open_document(
        task.path, settings.lang, **{**settings.wishes, **more}
    )
    reader = plugin_folder("readers").for_file(task.path)
    programme = opened.programme
    # names that are left out of what is told may stand in the document's own name
    name = opened.name if opened.redacted else task.name
    doubtful = reading_loss(programme) is not None
    result = DocumentResult(
        str(clean_text(name)),
        Verdict.CHECK if doubtful else Verdict.FINE,
        read_as=reader.name if reader else "",
        elements=len(programme.elements),
        links=len(programme.links),
    )
    return opened, result


def _compact_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def audit_task(task: DocumentTask, settings: WorkSettings) -> DocumentResult:
    """Audit a document; ``asked`` is its wishes, and whether all that was found is wanted."""
    audit_wishes, with_data = settings.asked
    opened, result = open_task(task, settings)
    shared = audit_one_of_many(opened, result.name, audit_wishes)
    audit = shared.audit
    fails = audit.fails()
    doubts = tuple(doubt_words(audit))
    verdict = Verdict.CHECK if doubts else result.verdict
    waivers = {
        _name_waiver(placed.file, placed.waiver, settings): used
        for placed, used in shared.folder_waivers.items()
    }
    data = audit_data(audit, __version__) if with_data else None
    return result._replace(
        verdict=Verdict.FAILS if fails else verdict,
        status=CHECK_FAILED if fails else 0,
        findings=tuple(audit.counts()[level] for level in _LEVELS),
        lines=doubts,
        data=_compact_json(data) if data else "",
        waivers=waivers,
    )


_LEVELS = ("error", "warning", "info")
"""As the counts of an audit call them."""


def _name_waiver(file: str, waiver: Any, settings: WorkSettings) -> str:
    words = without_finding(waiver).in_language(settings.told_lang)
    return f"{file}: {words}"


def read_task(task: DocumentTask, settings: WorkSettings) -> DocumentResult:
    """Read a document; ``asked`` is where its native file goes, and whether data is wanted."""
    placement, with_data = settings.asked
    opened, result = open_task(task, settings, accounted=True)
    facts = {"notes": len(opened.programme.notes)}
    if opened.account:
        facts["words"], facts["read"] = opened.account.count_words()
    data = None
    if with_data:
        data = reading_data(opened.network, result.name, opened.lang)
    return result._replace(
        facts=facts,
        data=_compact_json(data) if data else "",
        made=_write_reading(opened, placement.folder_of(task))
        if placement.folder
        else (),
    )


def _write_reading(opened: OpenedDocument, folder: Path) -> tuple[str, ...]:
    """The native file of a document, and the form for what it leaves open."""
    target = str(folder / f"{safe_stem(opened.name)}.din.yaml")
    write_result(write_native(opened), target, opened.given)
    form = write_mapping_form(opened, target)
    return (target, str(form)) if form else (target,)


def build_task(task: DocumentTask, settings: WorkSettings) -> DocumentResult:
    """Make everything of a document; ``asked`` is where that goes."""
    placement: Placement = settings.asked
    opened, result = open_task(task, settings, accounted=True)
    folder = str(placement.folder_of(task))
    made: list[str] = []
    kept: list[str] = []
    failures: list[DocumentResult] = []
    opened, findings = with_findings(opened)
    for outcome in build_results(opened, findings, folder):
        if isinstance(outcome, MadeResult):
            made.append(outcome.target)
        elif isinstance(outcome, FailedResult):
            failures.append(_describe_failure(task, outcome, settings))
        else:
            kept.append(outcome.error.in_language(settings.told_lang))
    lines = (*kept, *(failure.message for failure in failures))
    data = {"document": result.name, "written": made, "remarks": lines}
    failed = bool(failures)
    return result._replace(
        verdict=Verdict.FAILS if failed else result.verdict,
        status=max((failure.status for failure in failures), default=0),
        facts={"written": len(made)},
        lines=lines,
        data=_compact_json(data),
        made=() if failed else tuple(made),
        trace="\n\n".join(failure.trace for failure in failures),
    )


def _describe_failure(
    task: DocumentTask, outcome: FailedResult, settings: WorkSettings
) -> DocumentResult:
    if isinstance(outcome.error, DinetError):
        refused = refuse_task(task, outcome.error, settings)
        message = f"{outcome.target}: {refused.message}"
        return refused._replace(message=message)
    command = f"write {task.name} --format {outcome.form}"
    return describe_defect(task, outcome.error, settings, command)


class AskedAnswer(NamedTuple):
    """A question that every document answers.

    Args:
        question: Its name, or its words.
        ids: Of what it is about.
        in_words: It is a question in words, or one that is kept under a name.
        by: How efforts are divided; None for the question itself.
        form: ``text``, ``json`` or ``jsonl``.
    """

    question: str
    ids: tuple[str, ...] = ()
    in_words: bool = False
    by: BreakdownWay | None = None
    form: str = "text"


def query_task(task: DocumentTask, settings: WorkSettings) -> DocumentResult:
    """Ask a document a question; ``asked`` is an ``AskedAnswer``."""
    asked: AskedAnswer = settings.asked
    opened, result = open_task(task, settings)
    answer, lines = _answer_of(opened, asked)
    document = json.dumps(result.name, ensure_ascii=False)
    data = json.dumps(json.loads(answer), ensure_ascii=False) if answer else ""
    whole = f'{{"document": {document}, "answer": {data}}}' if data else ""
    return result._replace(lines=lines, data=whole)


def _answer_of(
    opened: OpenedDocument, asked: AskedAnswer
) -> tuple[str, tuple[str, ...]]:
    """The answer as JSON, or else as lines."""
    if asked.in_words:
        return _answer_in_words(opened, asked)
    network, lang = opened.network, opened.lang
    is_text = asked.form == "text"
    if asked.by:
        if is_text:
            from dinet.cli.answers.breakdown_lines import breakdown_lines

            table = breakdown_table(network, asked.by, lang)
            return "", tuple(breakdown_lines(table.without_empty_columns()))
        return _compact_json(breakdown_data(network, asked.by)), ()
    answer = getattr(network, asked.question)(*asked.ids)
    if is_text:
        told = answer_lines(network, asked.question, answer, lang)
        return "", tuple(told)
    return answer_data(network, asked.question, answer, lang), ()


def _answer_in_words(
    opened: OpenedDocument, asked: AskedAnswer
) -> tuple[str, tuple[str, ...]]:
    # only who asks in words waits for the language of questions
    from dinet.application.kept_questions import ask_document
    from dinet.cli.answers.question_lines import question_data, question_lines

    answer = ask_document(opened, asked.question)
    if asked.form == "text":
        return "", tuple(question_lines(answer, opened, opened.lang))
    return question_data(answer, opened, opened.lang), ()
