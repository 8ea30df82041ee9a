"""Annotations for GitHub Actions: a line for every finding, which GitHub shows at the file."""

from collections.abc import Iterator

from dinet.finding import Severity
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
    RefusedAudit,
    Standing,
)
from dinet.report.findings.audit_words import (
    caution_words,
    count_words,
    ids_in_words,
    place_words,
    scope_sentence,
    standing_words,
)

COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def write(result: AuditResult) -> bytes:
    """The annotations of every document, and what was read and counted after them.

    Args:
        result: What is known, waived or solved is a plain line in the log, and no annotation.
    """
    lines: list[str] = []
    for document in result.documents:
        if isinstance(document, DocumentAudit):
            lines += _document_lines(document, result.version)
        else:
            lines.append(_refused_line(document, result.lang))
    return "".join(f"{line}\n" for line in lines).encode()


def _document_lines(audit: DocumentAudit, version: str) -> Iterator[str]:
    lang = audit.lang
    for judged in (*audit.judged, *audit.solved):
        if judged.standing is Standing.NEW:
            yield _annotate_finding(judged, audit)
        else:
            head = f"{judged.finding.code} {ids_in_words(judged)}"
            yield _log_line(f"{head}: {standing_words(judged, lang)}")
    yield _log_line(f"{audit.name}: {count_words(audit, lang)}")
    yield from map(_log_line, caution_words(audit))
    yield _log_line(scope_sentence(audit, version).in_language(lang))


def _annotate_finding(judged: JudgedFinding, audit: DocumentAudit) -> str:
    finding = judged.finding
    properties = {"file": audit.path or audit.name}
    line = next((place.line for place in finding.places if place.line), None)
    if line:
        properties["line"] = str(line)
    title = (finding.code, finding.rule, ids_in_words(judged))
    properties["title"] = " ".join(filter(None, title))
    sentence = finding.whole_sentence.in_language(audit.lang)
    words = "\n".join([sentence, *place_words(judged, audit.lang)])
    return _command_line(COMMANDS[finding.severity], properties, words)


def _refused_line(document: RefusedAudit, lang: str) -> str:
    properties = {"file": document.name}
    return _command_line("error", properties, document.message(lang))


def _command_line(name: str, properties: dict[str, str], words: str) -> str:
    said = ",".join(
        f"{key}={_escape_property(value)}" for key, value in properties.items()
    )
    return f"::{name} {said}::{_escape_data(words)}"


def _escape_data(text: str) -> str:
    """A text that ends no line of a command."""
    escaped = text.replace("%", "%25").replace("\r", "%0D")
    return escaped.replace("\n", "%0A")


def _escape_property(text: str) -> str:
    """A text that ends no property of a command."""
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _log_line(text: str) -> str:
    """A line that the log only shows: words of a document must not become a command."""
    flat = " ".join(text.split())
    # two colons or signs begin a command, also after spaces
    return flat.replace("::", ": :").replace("##[", "## [")
