"""SARIF 2.1.0, which code platforms and editors show beside the files."""

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from urllib.parse import quote

from dinet.finding import Severity
from dinet.language import translate_words
from dinet.model import Place
from dinet.plugins import plugin_folder
from dinet.report.findings.audit_report import policy_data, since_data
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
    RefusedAudit,
    Standing,
)
from dinet.report.findings.audit_words import (
    caution_words,
    quoted_words,
    waiver_words,
)

Data = dict[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}

_BASELINE_STATES = {Standing.KNOWN: "unchanged", Standing.SOLVED: "absent"}
"""How SARIF calls what an older version has too, or has alone; any other finding is new."""


def write(result: AuditResult) -> bytes:
    """One run with a result for every finding: waived ones suppressed, solved ones absent.

    Args:
        result: Each document is an artifact; one that could not be read is told of as a
            notification, and then the run was not successful.
    """
    files = _Artifacts(result)
    codes = _rules_of(result)
    index = {code: number for number, code in enumerate(codes)}
    run: Data = {
        "tool": {
            "driver": {
                "name": "dinet",
                "version": result.version,
                "rules": [
                    _rule_data(code, codes[code], result.lang)
                    for code in index
                ],
            }
        },
        "language": result.lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation_data(result, files)],
        "artifacts": files.different,
        "results": [
            _result_data(judged, audit, files.numbers[place], index)
            for place, audit in enumerate(result.documents)
            if isinstance(audit, DocumentAudit)
            for judged in (*audit.judged, *audit.solved)
        ],
    }
    log: Data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{json.dumps(log, ensure_ascii=False, indent=2)}\n".encode()


def _rules_of(result: AuditResult) -> dict[str, str]:
    """The names of the rules by their codes, in the order of the codes.

    Those that were applied to some document, and those that a finding names.
    """
    plugins = plugin_folder("rules").plugins
    names: dict[str, str] = {}
    for audit in result.audited:
        for name in audit.scope.rules:
            known = plugins.get(name)
            names[known.module.check.code if known else name] = name
        for judged in (*audit.judged, *audit.solved):
            names[judged.finding.code] = judged.finding.rule
    return dict(sorted(names.items()))


def _rule_data(code: str, name: str, lang: str) -> Data:
    plugin = plugin_folder("rules").plugins.get(name)
    if plugin is None:  # a rule of one's own has no more than its code
        return {"id": code}
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": translate_words(plugin.summary, lang)},
        "defaultConfiguration": {
            "level": LEVELS[plugin.module.check.severity]
        },
    }


class _Artifacts:
    """The documents of a result as artifacts: one that was given twice is one of them.

    ``different`` holds each artifact once, ``numbers`` for each document the position of its own.

    Args:
        result: With its documents.
    """

    def __init__(self, result: AuditResult) -> None:
        self.different: list[Data] = []
        self.numbers: list[int] = []
        for document in result.documents:
            artifact = _artifact_data(document)
            if artifact not in self.different:
                self.different.append(artifact)
            self.numbers.append(self.different.index(artifact))


def _invocation_data(result: AuditResult, files: _Artifacts) -> Data:
    refused = [
        {
            "level": "error",
            "message": {"text": document.message(result.lang)},
            "locations": [{"physicalLocation": _artifact_place(number)}],
        }
        for number, document in zip(
            files.numbers, result.documents, strict=True
        )
        if isinstance(document, RefusedAudit)
    ]
    return {
        "executionSuccessful": not refused,
        "exitCode": result.status(),
        "toolExecutionNotifications": refused,
    }


def _artifact_place(number: int) -> Data:
    return {"artifactLocation": {"index": number}}


def _artifact_data(document: DocumentAudit | RefusedAudit) -> Data:
    if isinstance(document, RefusedAudit):
        return {"location": {"uri": to_uri(document.name)}}
    counts = document.counts()
    properties: Data = {
        "rules": list(document.scope.rules),
        "select": list(document.scope.select),
        "ignore": list(document.scope.ignore),
        "levels": dict(document.scope.levels),
        "baseline": document.scope.baseline,
        **since_data(document.scope),
        **policy_data(document.scope),
        "readingNotes": len(document.network.programme.notes),
        "counts": counts,
        "cautions": caution_words(document),
    }
    if document.reference_date:
        properties["referenceDate"] = document.reference_date
    return {
        "location": {"uri": to_uri(document.path or document.name)},
        "hashes": {"sha-256": document.digest},
        "properties": properties,
    }


def to_uri(path: str) -> str:
    """A path as SARIF names a file: relative as it was given, or from the root.

    Example:
        >>> to_uri("raad/plan 1.docx")
        'raad/plan%201.docx'
    """
    pure = PurePath(path)
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix())


def _result_data(
    judged: JudgedFinding,
    audit: DocumentAudit,
    number: int,
    index: dict[str, int],
) -> Data:
    finding = judged.finding
    data: Data = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": finding.whole_sentence.in_language(audit.lang)},
        "locations": list(_locate_finding(judged, audit, number)),
        "partialFingerprints": {"dinet/v1": judged.fingerprint},
        "properties": {
            "elements": list(finding.ids),
            "words": quoted_words(judged, audit.lang),
        },
    }
    if audit.scope.baseline or audit.scope.since:
        data["baselineState"] = _BASELINE_STATES.get(judged.standing, "new")
    if judged.waiver is not None:
        data["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": waiver_words(judged, audit.lang),
            }
        ]
    return data


def _locate_finding(
    judged: JudgedFinding, audit: DocumentAudit, number: int
) -> Iterator[Data]:
    """Where it stands; the document as a whole when it has no places.

    What is solved stands in the older version, which is no artifact of the run.
    """
    artifact: Data = {"uri": to_uri(audit.path or audit.name), "index": number}
    if judged.standing is Standing.SOLVED:
        artifact = {"uri": to_uri(judged.since)}
    places: Iterable[Place | None] = judged.finding.places or (None,)
    for place in places:
        physical: Data = {"artifactLocation": artifact}
        if place is None:
            yield {"physicalLocation": physical}
            continue
        if place.line and place.line > 0:
            physical["region"] = {"startLine": place.line}
        words = place.as_sentence().in_language(audit.lang)
        yield {"physicalLocation": physical, "message": {"text": words}}
