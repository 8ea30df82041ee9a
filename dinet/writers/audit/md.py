"""Markdown: for each document what it was audited by, and the findings as a table."""

from collections.abc import Iterable, Iterator

from dinet.document.own_outputs import describe_origin
from dinet.language import Sentence
from dinet.report.coverage.breakdown_table import (
    BreakdownTable,
    told_breakdowns,
)
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
    RefusedAudit,
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
from dinet.writers.md import escape_markdown

HEADINGS = (
    Sentence("Level"),
    Sentence("Code"),
    Sentence("About"),
    Sentence("Finding"),
    Sentence("Words of the document"),
    Sentence("In the document"),
)


def write(result: AuditResult) -> bytes:
    """The report, in UTF-8.

    Args:
        result: Every document has a heading.
    """
    lines = [f"# {escape_markdown(result_title(result))}"]
    for document in result.documents:
        if isinstance(document, DocumentAudit):
            lines += _document_lines(document, result.version)
        else:
            lines += _refused_lines(document, result.lang)
    names = ", ".join(document.name for document in result.documents)
    origin = describe_origin(names, result.lang)
    lines += ["", escape_markdown(origin), ""]
    return "\n".join(lines).encode()


def _document_lines(audit: DocumentAudit, version: str) -> Iterator[str]:
    lang = audit.lang
    yield f"\n## {escape_markdown(audit.name)}\n"
    yield escape_markdown(count_words(audit, lang))
    for told in caution_words(audit):
        yield f"\n{escape_markdown(told)}"
    if audit.findings:
        heading = Sentence("Findings").in_language(lang)
        yield f"\n### {escape_markdown(heading)} ({len(audit.findings)})\n"
        yield from _finding_table(audit.findings, lang)
    if audit.waived:
        heading = Sentence("Waived findings").in_language(lang)
        yield f"\n### {escape_markdown(heading)} ({len(audit.waived)})\n"
        yield from _finding_table(audit.waived, lang)
    if audit.solved:
        heading = Sentence("Solved findings").in_language(lang)
        yield f"\n### {escape_markdown(heading)} ({len(audit.solved)})\n"
        yield from _finding_table(audit.solved, lang)
    for table in told_breakdowns(audit.network, lang):
        yield from _breakdown_lines(table)
    heading = Sentence("By what it was audited").in_language(lang)
    yield f"\n### {escape_markdown(heading)}\n"
    for fact in scope_facts(audit, version):
        yield f"- {escape_markdown(fact.label)}: {escape_markdown(fact.words)}"


def _breakdown_lines(table: BreakdownTable) -> Iterator[str]:
    """The efforts divided, and how to read the counts."""
    yield f"\n### {escape_markdown(table.title)}\n"
    yield _table_row(map(escape_markdown, table.headings))
    yield _table_row("---" for _ in table.headings)
    for row in table.rows:
        yield _table_row(map(escape_markdown, row))
    for note in table.notes:
        yield f"\n{escape_markdown(note)}"


def _refused_lines(document: RefusedAudit, lang: str) -> Iterator[str]:
    yield f"\n## {escape_markdown(document.name)}\n"
    yield escape_markdown(document.message(lang))


def _finding_table(
    findings: Iterable[JudgedFinding], lang: str
) -> Iterator[str]:
    yield _table_row(heading.in_language(lang) for heading in HEADINGS)
    yield _table_row("---" for _ in HEADINGS)
    for judged in findings:
        told = [judged.finding.whole_sentence.in_language(lang)]
        told += filter(None, [standing_words(judged, lang)])
        yield _table_row(
            map(
                escape_markdown,
                (
                    level_words(judged, lang),
                    judged.finding.code,
                    ids_in_words(judged),
                    " ".join(told),
                    quoted_words(judged, lang),
                    "; ".join(place_words(judged, lang)),
                ),
            )
        )


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
