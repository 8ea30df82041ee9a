"""The result of an audit as lines for a terminal."""

from collections.abc import Iterator

from dinet.cli.printing import finding_lines, summed_lines, wrap_text
from dinet.language import Sentence
from dinet.report.audit_result import AuditResult, DocumentAudit
from dinet.report.audit_words import (
    count_words,
    reading_words,
    scope_sentence,
    waiver_words,
)
from dinet.report.sentences import programme_heading
from dinet.report.summed_notices import sum_up_notices


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
    findings = [each.finding for each in audit.findings]
    whole, summed = sum_up_notices(findings, lang)
    yield from finding_lines(whole, lang)
    yield from summed_lines(summed, lang)
    if summed:
        yield ""
    yield from _waived_lines(audit)
    yield wrap_text(scope_sentence(audit, version).in_language(lang))


def _reading_lines(audit: DocumentAudit) -> Iterator[str]:
    told = reading_words(audit)
    if told:
        see = Sentence("See dinet read {name}.", name=audit.name)
        told[-1] = f"{told[-1]} {see.in_language(audit.lang)}"
        yield from map(wrap_text, told)


def _waived_lines(audit: DocumentAudit) -> Iterator[str]:
    """Each finding that is waived, and why."""
    lang = audit.lang
    for judged in audit.waived:
        yield from list(finding_lines([judged.finding], lang))[:-1]
        yield wrap_text(waiver_words(judged, lang), "    ")
        yield ""
