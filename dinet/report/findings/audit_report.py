"""The result of an audit as data, for programs; ``audit_schema.json`` says what stands in it."""

import json
from pathlib import Path

from dinet.network import Network
from dinet.report.coverage.coverage_report import definition_data, proof_data
from dinet.report.findings.audit_result import (
    AppliedOwnRule,
    AuditResult,
    AuditScope,
    DocumentAudit,
    JudgedFinding,
    RefusedAudit,
)
from dinet.report.reading.reading_loss import reading_guesses, reading_loss

Data = dict[str, object]

SCHEMA_FILE = Path(__file__).with_name("audit_schema.json")
"""The JSON schema of what ``audit_json`` gives."""


def audit_json(result: AuditResult) -> str:
    """The result as JSON: the object of one document, or the list of those of more."""
    documents = [
        _document_data(document, result) for document in result.documents
    ]
    data = documents[0] if len(documents) == 1 else documents
    return json.dumps(data, ensure_ascii=False, indent=2)


def _document_data(
    document: DocumentAudit | RefusedAudit, result: AuditResult
) -> Data:
    if isinstance(document, DocumentAudit):
        return audit_data(document, result.version)
    return {
        "document": document.name,
        "version": result.version,
        "refused": {
            "status": document.error.status,
            "message": document.message(result.lang),
        },
    }


def audit_data(audit: DocumentAudit, version: str) -> Data:
    """What was checked and what was found, ready for JSON.

    Args:
        audit: Of one document.
        version: Of dinet.
    """
    lang = audit.lang
    network = audit.network
    coverage = network.coverage()
    own = {}
    if audit.own_rules:
        own["own_rules"] = [
            _own_rule_data(each, lang) for each in audit.own_rules
        ]
    dated = {}
    if audit.reference_date:
        dated["reference_date"] = audit.reference_date
    return {
        "document": audit.name,
        "version": version,
        "sha256": audit.digest,
        **dated,
        "left_unread": _loss_data(network, lang),
        "guessed": _guess_data(network, lang),
        "reading_notes": len(network.programme.notes),
        "rules": list(audit.scope.rules),
        **own,
        "filters": _scope_data(audit.scope),
        "coverage": {
            "goals": coverage.goals._asdict(),
            "targets": coverage.targets._asdict(),
            "definitions": definition_data(lang),
            "elements": proof_data(network),
        },
        "counts": audit.counts(),
        "findings": [_finding_data(each, lang) for each in audit.findings],
        "waived": [_finding_data(each, lang) for each in audit.waived],
        **_solved_data(audit),
    }


def _solved_data(audit: DocumentAudit) -> Data:
    """The findings that only the older version has; nothing without one."""
    if not audit.scope.since:
        return {}
    solved = [
        _finding_data(each, audit.lang) | {"left": each.has_left}
        for each in audit.solved
    ]
    return {"solved": solved}


def _own_rule_data(rule: AppliedOwnRule, lang: str) -> Data:
    return {
        "code": rule.code,
        "question": rule.question,
        "applied": not rule.missing,
        "missing": [each.in_language(lang) for each in rule.missing],
        "unsaid": list(rule.unsaid),
    }


def _scope_data(scope: AuditScope) -> Data:
    return {
        "select": list(scope.select),
        "ignore": list(scope.ignore),
        "levels": dict(scope.levels),
        "settings": scope.settings,
        "baseline": scope.baseline,
        "fail_on": scope.fail_on,
        **since_data(scope),
        **policy_data(scope),
    }


def since_data(scope: AuditScope) -> Data:
    """The older version, and how many findings it has alone; empty without one."""
    if not scope.since:
        return {}
    return {"since": {"document": scope.since, "solved": scope.solved}}


def policy_data(scope: AuditScope) -> Data:
    """The numbers of the rules that held, and the goals that need no target."""
    thresholds: dict[str, dict[str, int]] = {}
    for held in scope.thresholds:
        thresholds.setdefault(held.code, {})[held.words.words] = held.number
    named = scope.visionary
    visionary = {
        "words": list(named.words),
        "goals": list(named.ids),
        "unknown": list(named.unknown),
    }
    return {"thresholds": thresholds, "visionary": visionary}


def _loss_data(network: Network, lang: str) -> Data:
    """What reading lost: a sentence, and how much of each class; empty when nothing."""
    lost = reading_loss(network.programme)
    if lost is None:
        return {}
    return {
        "message": lost.sentence().in_language(lang),
        "classes": dict(lost.counts),
    }


def _guess_data(network: Network, lang: str) -> Data:
    """What reading guessed: a sentence, and how much of each class; empty when nothing."""
    guessed = reading_guesses(network.programme)
    if guessed is None:
        return {}
    return {
        "message": guessed.sentence().in_language(lang),
        "classes": dict(guessed.counts),
    }


def _finding_data(judged: JudgedFinding, lang: str) -> Data:
    finding = judged.finding
    data: Data = {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "elements": list(finding.ids),
        "words": list(judged.words),
        "message": finding.sentence.in_language(lang),
        "places": [
            place.model_dump(exclude_none=True) for place in finding.places
        ],
        "standing": judged.standing.value,
        "fingerprint": judged.fingerprint,
    }
    if finding.doubt is not None:
        data["doubt"] = finding.doubt.in_language(lang)
    if judged.waiver is not None:
        waiver = judged.waiver
        data["waiver"] = {
            "reason": waiver.reason,
            "who": waiver.who,
            "date": waiver.date,
        }
    return data
