"""JUnit XML, which build servers show as tests.

Each document is a suite. Each finding is a test that failed; one that is known or waived is
skipped, with the reason; a rule that finds nothing is a test that passed, and so is a finding that
only the older version has.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element as Node
from xml.etree.ElementTree import SubElement, indent, tostring

from dinet.language import Sentence, translate_words
from dinet.plugins import plugin_folder
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
    RefusedAudit,
    Standing,
)
from dinet.report.findings.audit_words import (
    caution_words,
    ids_in_words,
    place_words,
    quoted_words,
    scope_facts,
    standing_words,
)

NO_TIME = "1980-01-01T00:00:00"
"""The schema asks for a time of day; this one, which archives call none, is always the same."""
_NOT_IN_XML = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def write(result: AuditResult) -> bytes:
    """A suite for every document, in the order given.

    Args:
        result: A document that could not be read is a suite with one error.
    """
    root = Node("testsuites")
    for number, document in enumerate(result.documents):
        if isinstance(document, DocumentAudit):
            _add_suite(root, number, document, result.version)
        else:
            _add_refused(root, number, document, result.lang)
    indent(root)
    whole: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return whole + b"\n"


def _xml_text(text: str) -> str:
    """A text without what XML cannot hold."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _start_suite(
    root: Node, number: int, name: str, numbers: dict[str, int]
) -> Node:
    """A suite with its numbers and an empty list of properties."""
    attributes = {
        "id": str(number),
        "name": _xml_text(name),
        "package": "dinet",
        "timestamp": NO_TIME,
        "hostname": "localhost",
        "time": "0",
    }
    counted = {key: str(count) for key, count in numbers.items()}
    suite = SubElement(root, "testsuite", attributes | counted)
    SubElement(suite, "properties")
    return suite


def _end_suite(suite: Node, told: str = "") -> None:
    """What was printed, where the schema wants it: at the end."""
    SubElement(suite, "system-out").text = _xml_text(told)
    SubElement(suite, "system-err").text = ""


def _add_suite(
    root: Node, number: int, audit: DocumentAudit, version: str
) -> None:
    quiet = list(_quiet_rules(audit))
    failing = [each for each in audit.judged if each.standing is Standing.NEW]
    gone = [each for each in audit.solved if each.has_left]
    numbers = {
        "tests": len(audit.judged) + len(quiet) + len(audit.solved),
        "failures": len(failing),
        "errors": 0,
        "skipped": len(audit.judged) - len(failing) + len(gone),
    }
    suite = _start_suite(root, number, audit.name, numbers)
    properties = suite[0]
    for fact in scope_facts(audit, version):
        named = {"name": _xml_text(fact.label), "value": _xml_text(fact.words)}
        SubElement(properties, "property", named)
    for judged in audit.judged:
        _add_finding(suite, judged, audit)
    for judged in audit.solved:
        _add_solved(suite, judged, audit)
    for name in quiet:
        _start_case(suite, _rule_title(name, audit.lang), name)
    _end_suite(suite, "\n".join(caution_words(audit)))


def _quiet_rules(audit: DocumentAudit) -> Iterator[str]:
    """The rules that were applied and found nothing."""
    speaking = {each.finding.rule for each in audit.judged}
    return (name for name in audit.scope.rules if name not in speaking)


def _rule_title(name: str, lang: str) -> str:
    plugin = plugin_folder("rules").plugins.get(name)
    if plugin is None:
        return name
    return (
        f"{plugin.module.check.code} {translate_words(plugin.summary, lang)}"
    )


def _start_case(suite: Node, title: str, rule: str) -> Node:
    attributes = {
        "name": _xml_text(" ".join(title.split())),
        "classname": f"dinet.{_xml_text(rule)}",
        "time": "0",
    }
    return SubElement(suite, "testcase", attributes)


def _add_solved(
    suite: Node, judged: JudgedFinding, audit: DocumentAudit
) -> None:
    """A finding of the older version alone; skipped where only what it was about is gone."""
    standing = standing_words(judged, audit.lang)
    title = f"{judged.finding.code} {ids_in_words(judged)}: {standing}"
    case = _start_case(suite, title, judged.finding.rule)
    if judged.has_left:
        SubElement(case, "skipped", {"message": _xml_text(standing)})


def _add_finding(
    suite: Node, judged: JudgedFinding, audit: DocumentAudit
) -> None:
    finding = judged.finding
    title = " ".join(filter(None, (finding.code, ids_in_words(judged))))
    case = _start_case(suite, title, finding.rule)
    sentence = finding.whole_sentence.in_language(audit.lang)
    if judged.standing is not Standing.NEW:
        why = _xml_text(standing_words(judged, audit.lang))
        SubElement(case, "skipped", {"message": why})
        return
    attributes = {
        "message": _xml_text(sentence),
        "type": finding.severity.name.lower(),
    }
    failure = SubElement(case, "failure", attributes)
    lines = [
        sentence,
        quoted_words(judged, audit.lang),
        *place_words(judged, audit.lang),
    ]
    failure.text = _xml_text("\n".join(filter(None, lines)))


def _add_refused(
    root: Node, number: int, document: RefusedAudit, lang: str
) -> None:
    numbers = {"tests": 1, "failures": 0, "errors": 1, "skipped": 0}
    suite = _start_suite(root, number, document.name, numbers)
    title = Sentence("The document can be read").in_language(lang)
    case = _start_case(suite, title, "read")
    message = _xml_text(document.message(lang))
    attributes = {"message": message, "type": type(document.error).__name__}
    SubElement(case, "error", attributes).text = message
    _end_suite(suite)
