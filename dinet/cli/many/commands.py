"""What the commands do when they are given many documents."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dinet.application.auditing.audit_network import AuditWishes
from dinet.application.files.output_files import write_result
from dinet.cli.many.fared_words import (
    ANSWERED,
    AUDITED,
    BUILT,
    READ,
    FaredWords,
)
from dinet.cli.many.running import (
    ManyReport,
    find_tasks,
    make_settings,
    refuse_form,
    start_run,
    tell_run,
)
from dinet.cli.many.summary_table import (
    Column,
    SummaryTable,
    findings_column,
    number_column,
    reading_columns,
)
from dinet.cli.many.works import (
    AskedAnswer,
    Placement,
    audit_task,
    build_task,
    crowded_names,
    query_task,
    read_task,
)
from dinet.cli.many_wishes import ManyWishes
from dinet.corpus.document_result import DocumentResult, DocumentTask
from dinet.language import Sentence

KEPT_RESULTS = ".dinet-results"
"""The folder beside what is built, by which a run goes on where another one ended."""


def audit_many(
    documents: Sequence[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    audit_wishes: AuditWishes,
    told: tuple[str, str | None, ManyWishes],
) -> int:
    """Audit documents, with a row or a line of JSON for each.

    Args:
        documents: Files, folders and patterns.
        lang: The language that the user asked for.
        wishes: What ``open_document`` takes.
        audit_wishes: By what they are audited.
        told: The form and the file of the report, and how the documents are worked on.
    """
    form, target, many = told
    tasks = find_tasks(documents)
    asked = (audit_wishes, form != "text")
    settings = make_settings("audit", lang, wishes, asked)
    told_lang = settings.told_lang
    columns = [*reading_columns(told_lang), findings_column(told_lang)]
    report = ManyReport(_table_of(columns, tasks, AUDITED, told_lang), form)
    if target:
        given = audit_wishes.files(task.path for task in tasks)
        report = report._replace(
            take_output=lambda data: write_result(data, target, given)
        )
    return tell_run(start_run(audit_task, tasks, settings, many), report)


def _table_of(
    columns: Sequence[Column],
    tasks: Sequence[DocumentTask],
    fared: FaredWords,
    lang: str,
) -> SummaryTable:
    names = (task.name for task in tasks)
    return SummaryTable(columns, names, fared, lang)


def read_many(
    documents: Sequence[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    told: tuple[str, str | None, ManyWishes],
) -> int:
    """Read documents, with a row or a line of JSON for each.

    Args:
        documents: Files, folders and patterns.
        lang: The language that the user asked for.
        wishes: What ``open_document`` takes.
        told: The form of the report, the folder of the native files, and how the documents are
            worked on.
    """
    form, folder, many = told
    refuse_form(form)
    tasks = find_tasks(documents, [folder] if folder else [])
    placement = Placement(folder or "", crowded_names(tasks))
    asked = (placement, form != "text")
    settings = make_settings("read", lang, wishes, asked)
    told_lang = settings.told_lang
    columns = [
        *reading_columns(told_lang),
        _words_column(told_lang),
        number_column(
            Sentence("Notes"), told_lang, lambda result: result.facts["notes"]
        ),
    ]
    report = ManyReport(_table_of(columns, tasks, READ, told_lang), form)
    return tell_run(start_run(read_task, tasks, settings, many), report)


def _words_column(lang: str) -> Column:
    """Of how many words of a document what became is known; empty for dinet's own form."""
    title = Sentence("Words read").in_language(lang)

    def count_words(result: DocumentResult) -> str:
        if "words" not in result.facts:
            return ""
        return f"{result.facts['read']} / {result.facts['words']}"

    return Column(title, len("00000 / 00000"), count_words, is_number=True)


def build_many(
    documents: Sequence[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    folder: str,
    many: ManyWishes,
) -> int:
    """Make everything of documents, in folders as these lie.

    Args:
        documents: Files, folders and patterns.
        lang: The language that the user asked for.
        wishes: What ``open_document`` takes.
        folder: Where the results go; what is there already is no document.
        many: How the documents are worked on.
    """
    tasks = find_tasks(documents, [folder])
    placement = Placement(folder, crowded_names(tasks))
    settings = make_settings("build", lang, wishes, placement)
    told_lang = settings.told_lang
    written = number_column(
        Sentence("Files written"),
        told_lang,
        lambda result: result.facts["written"],
    )
    columns = [*reading_columns(told_lang), written]
    report = ManyReport(_table_of(columns, tasks, BUILT, told_lang))
    kept_in = str(Path(folder) / KEPT_RESULTS)
    results = start_run(build_task, tasks, settings, many, kept_in)
    return tell_run(results, report)


def query_many(
    document: str,
    lang: str | None,
    wishes: Mapping[str, Any],
    asked: AskedAnswer,
    many: ManyWishes,
) -> int:
    """Ask each document a question.

    Args:
        document: A folder or a pattern.
        lang: The language that the user asked for.
        wishes: What ``open_document`` takes.
        asked: The question, and how its answers are told.
        many: How the documents are worked on.
    """
    tasks = find_tasks([document])
    settings = make_settings("query", lang, wishes, asked)
    told_lang = settings.told_lang
    columns = reading_columns(told_lang)
    table = _table_of(columns, tasks, ANSWERED, told_lang)
    results = start_run(query_task, tasks, settings, many)
    return tell_run(results, ManyReport(table, asked.form))
