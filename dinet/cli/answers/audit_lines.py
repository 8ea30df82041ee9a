"""The result of an audit as lines for a terminal."""

from collections.abc import Iterator

from dinet.cli.answers.printing import finding_lines, summed_lines, wrap_text
from dinet.language import Sentence
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
    Standing,
)
from dinet.report.findings.audit_words import (
    count_words,
    reading_words,
    scope_sentence,
    standing_words,
)
from dinet.report.findings.summed_notices import SummedNotices, sum_up_notices
from dinet.report.sentences import programme_heading


def audit_lines(result: AuditResult) -> Iterator[str]:
    """Each document that could be read: its elements, what reading lost, the findings, the scope.

    A document that could not be read was told of when that was met.
    """
    for audit in result.audited:
        yield from _document_lines(audit, result.version)


def _document_lines(audit: DocumentAudit, version: str) -> Iterator[str]:
    lang = audit.lang
    yield programme_heading(audit.name, audit.network, lang)
    yield from _reading_lines(audit)
    yield wrap_text(count_words(audit, lang))
    yield ""
    one_by_one, summed = _sum_up_new(audit)
    for judged in (*one_by_one, *audit.waived):
        yield from _finding_lines(judged, lang)
    yield from summed_lines(summed, lang)
    if summed:
        yield ""
    yield from _solved_lines(audit)
    yield wrap_text(scope_sentence(audit, version).in_language(lang))


def _solved_lines(audit: DocumentAudit) -> Iterator[str]:
    """What only the older version has, under a heading; nothing without any.

    Many notices of one rule are summed up, as those of the new version are.
    """
    if not audit.solved:
        return
    lang = audit.lang
    heading = Sentence("Solved findings").in_language(lang)
    yield f"{heading}: {len(audit.solved)}"
    yield ""
    findings = [judged.finding for judged in audit.solved]
    whole, summed = sum_up_notices(findings, lang)
    told = set(map(id, whole))
    for judged in audit.solved:
        if id(judged.finding) in told:
            yield from _finding_lines(judged, lang)
    yield from summed_lines(summed, lang)
    if summed:
        yield ""


def _reading_lines(audit: DocumentAudit) -> Iterator[str]:
    told = reading_words(audit)
    if told:
        see = Sentence("See dinet read {name}.", name=audit.name)
        told[-1] = f"{told[-1]} {see.in_language(audit.lang)}"
        yield from map(wrap_text, told)


def _sum_up_new(
    audit: DocumentAudit,
) -> tuple[list[JudgedFinding], list[SummedNotices]]:
    """The findings to be told one by one, and the rest of the new ones rule by rule."""
    new = [
        judged.finding
        for judged in audit.findings
        if judged.standing is Standing.NEW
    ]
    whole, summed = sum_up_notices(new, audit.lang)
    told = set(map(id, whole))
    one_by_one = [
        judged
        for judged in audit.findings
        if judged.standing is not Standing.NEW or id(judged.finding) in told
    ]
    return one_by_one, summed


def _finding_lines(judged: JudgedFinding, lang: str) -> Iterator[str]:
    """A finding, and that it is known or why it is waived; then an empty line."""
    *lines, last = finding_lines([judged.finding], lang)
    yield from lines
    standing = standing_words(judged, lang)
    if standing:
        yield wrap_text(f"[{standing}]", "    ")
    yield last
