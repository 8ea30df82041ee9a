"""The audit of a document beside the version before it: what is new, and what was there too."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from dinet.application.auditing.audit_documents import (
    DocumentOutcome,
    audit_documents,
    audit_opened,
    waivers_for,
)
from dinet.application.auditing.audit_network import AuditWishes
from dinet.application.auditing.audit_policy import decide_policy
from dinet.application.files.folder_settings import settings_beside
from dinet.application.opened_document import OpenedDocument, open_document
from dinet.network import Network
from dinet.report.findings.audit_result import (
    AuditResult,
    DocumentAudit,
    JudgedFinding,
    RefusedAudit,
    Standing,
)
from dinet.versions.version_comparison import compare_versions

_OF_ONE_DOCUMENT = ("measurements", "mapping", "redact")
"""Wishes that say something of the new version alone.

Names are left out of what is told of the old one, but versions are paired by their whole words.
"""


def audit_since(
    versions: tuple[str, str],
    lang: str | None,
    wishes: Mapping[str, Any],
    audit_wishes: AuditWishes,
    *,
    tell: Callable[[DocumentOutcome], None] = lambda _: None,
) -> AuditResult:
    """What the rules say of a document, and which of that they said of an older version too.

    Such a finding is known: it is told, and does not count for the exit status. It is the same
    when its rule and the elements that it is about are the same, however these are numbered or
    worded now. What only the older version has is told apart, as solved. Both versions are
    audited by one choice of rules, that of the new document.

    Args:
        versions: The path of the older version, of any format, and that of the new one.
        lang: The language of what the user reads; None for that of the new version.
        wishes: What else ``open_document`` takes.
        audit_wishes: By what both are audited.
        tell: Hears of the new document as it was opened, or of why it was not.

    Raises:
        DinetError: The older version cannot be read.
        UsageError: The settings of the folder cannot be understood, or a wish names no rule.
    """
    old, document = versions
    result = audit_documents([document], lang, wishes, audit_wishes, tell=tell)
    (audit,) = result.documents
    if isinstance(audit, RefusedAudit):
        return result
    own = {
        name: wish
        for name, wish in wishes.items()
        if name not in _OF_ONE_DOCUMENT
    }
    was = open_document(old, audit.lang, **own)
    becomes = audit.network
    if wishes.get("redact"):
        # names that are left out of one version would make other words of it
        whole = {**wishes, "redact": ()}
        becomes = open_document(document, lang, **whole).network
    before = _audit_older(was, document, audit_wishes)
    became = _ids_of_pairs(was.network, becomes)
    marked, left = _mark_standing(audit, before, became)
    told = before
    if wishes.get("redact"):
        redacted = open_document(
            old, audit.lang, **own, redact=wishes["redact"]
        )
        told = _audit_older(redacted, document, audit_wishes)
    marked = marked._replace(solved=tuple(_mark_solved(told, left, became)))
    return result._replace(documents=(marked,))


def _audit_older(
    was: OpenedDocument, document: str, wishes: AuditWishes
) -> DocumentAudit:
    """By the settings beside the new version: another rule is no other programme."""
    settings = settings_beside(document)
    policy = decide_policy(wishes, settings)
    return audit_opened(was, policy, waivers_for(was, settings))


def _ids_of_pairs(old: Network, new: Network) -> dict[str, str]:
    """By the id of each element of the old version that of the same one in the new."""
    compared = compare_versions(old, new)
    return {pair.paired.old.id: pair.paired.new.id for pair in compared.pairs}


def _mark_standing(
    audit: DocumentAudit, before: DocumentAudit, became: Mapping[str, str]
) -> tuple[DocumentAudit, Counter[Hashable]]:
    """The audit, in which what was found before is known; and what only the older version has."""
    left = Counter(_old_key(judged, became) for judged in before.findings)
    marked = tuple(_mark_known(audit.judged, left, before.name))
    scope = audit.scope._replace(since=before.name, solved=left.total())
    return audit._replace(judged=marked, scope=scope), left


def _mark_solved(
    before: DocumentAudit,
    left: Counter[Hashable],
    became: Mapping[str, str],
) -> Iterator[JudgedFinding]:
    """The findings that only the older version has, in their order.

    Of some that are the same to a rule, those that come last are taken to be solved.
    """
    solved = []
    for each in reversed(before.findings):
        key = _old_key(each, became)
        if left[key] > 0:
            left[key] -= 1
            has_left = not all(one in became for one in each.finding.ids)
            solved.append(
                each._replace(
                    standing=Standing.SOLVED,
                    since=before.name,
                    has_left=has_left,
                )
            )
    yield from reversed(solved)


def _mark_known(
    judged: tuple[JudgedFinding, ...], left: Counter[Hashable], name: str
) -> Iterator[JudgedFinding]:
    """The findings in their order; what the older version had is taken from what is left."""
    for each in judged:
        key = each.finding.code, each.finding.ids
        was_there = left[key] > 0
        left[key] -= was_there
        if was_there and each.standing is not Standing.WAIVED:
            yield each._replace(standing=Standing.KNOWN, since=name)
        else:
            yield each


def _old_key(judged: JudgedFinding, became: Mapping[str, str]) -> Hashable:
    finding = judged.finding
    ids = (became.get(one, ("old", one)) for one in finding.ids)
    return finding.code, tuple(ids)
