"""Many documents audited one by one: one that cannot be read holds up none of the others."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dinet import __version__
from dinet.application.audit_network import NO_WISHES, AuditWishes
from dinet.application.audit_policy import decide_policy, judge_findings
from dinet.application.baseline import (
    Baseline,
    mark_known,
    read_baseline,
)
from dinet.application.folder_settings import settings_beside
from dinet.application.opened_document import (
    OpenedDocument,
    audit_document,
    open_document,
    own_outcomes,
)
from dinet.errors import DinetError, UsageError
from dinet.language import DEFAULT_LANGUAGE
from dinet.model import clean_text
from dinet.report.audit_result import (
    AppliedOwnRule,
    AuditResult,
    DocumentAudit,
    RefusedAudit,
)

# most folders have no rules of their own, and need not load the language of questions
if TYPE_CHECKING:
    from dinet.application.own_rules import OwnRuleOutcome

DocumentOutcome = OpenedDocument | DinetError


def audit_documents(
    paths: Iterable[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    audit_wishes: AuditWishes = NO_WISHES,
    *,
    tell: Callable[[DocumentOutcome], None] = lambda _: None,
) -> AuditResult:
    """What the rules say of each document, in the order given.

    Args:
        paths: As ``open_document`` takes one.
        lang: The language of what the user reads; None for that of each document.
        wishes: What else ``open_document`` takes.
        audit_wishes: By what they are audited.
        tell: Hears of each document as it was opened, or of why it was not.

    Raises:
        UsageError: The settings of a folder cannot be understood, or a wish names no rule.
        InputError: The baseline is no result of an audit.
    """
    baseline = None
    if audit_wishes.baseline:
        baseline = read_baseline(audit_wishes.baseline)
    documents: list[DocumentAudit | RefusedAudit] = []
    for path in paths:
        try:
            opened = open_document(path, lang, **wishes)
            audit = audit_opened(opened, audit_wishes)
        except UsageError:  # it holds for every document
            raise
        except DinetError as error:
            tell(error)
            documents.append(RefusedAudit(str(clean_text(path)), error))
        else:
            tell(opened)
            documents.append(audit)
    told = list(_with_folders(documents))
    if baseline:
        told = list(_compare_audits(told, baseline))
    return AuditResult(tuple(told), __version__, lang or DEFAULT_LANGUAGE)


def _compare_audits(
    documents: Sequence[DocumentAudit | RefusedAudit], baseline: Baseline
) -> Iterator[DocumentAudit | RefusedAudit]:
    """The same documents; the findings that the baseline has too are known."""
    alone = len(documents) == 1
    for document in documents:
        if isinstance(document, RefusedAudit):
            yield document
            continue
        known = baseline.prints_of(document.name, alone=alone)
        yield document._replace(
            judged=tuple(mark_known(document.judged, known)),
            scope=document.scope._replace(baseline=baseline.name),
        )


def _with_folders(
    documents: Sequence[DocumentAudit | RefusedAudit],
) -> Iterator[DocumentAudit | RefusedAudit]:
    """The same documents; those that are called alike by their whole paths."""
    names = Counter(document.name for document in documents)
    for document in documents:
        alike = names[document.name] > 1
        if alike and isinstance(document, DocumentAudit) and document.path:
            yield document._replace(name=document.path)
        else:
            yield document


def audit_opened(
    opened: OpenedDocument, wishes: AuditWishes = NO_WISHES
) -> DocumentAudit:
    """What the rules say of a document, with all that a report tells of it.

    Raises:
        UsageError: The settings of the folder cannot be understood, or a wish names no rule.
    """
    policy = decide_policy(wishes, settings_beside(opened.given[0]))
    network = opened.network
    own = own_outcomes(opened)
    asked = wishes._replace(also=policy.also)
    found = audit_document(opened, own, asked)
    return DocumentAudit(
        opened.name,
        "" if opened.redacted else str(clean_text(opened.given[0])),
        opened.digest,
        network,
        opened.lang,
        policy.scope,
        judge_findings(found, network, policy),
        tuple(
            describe_own_rule(outcome)
            for outcome in own
            if outcome.rule.kept.code in policy.rules
        ),
    )


def describe_own_rule(outcome: "OwnRuleOutcome") -> AppliedOwnRule:
    """What a rule of one's own gave, as reports tell it."""
    # most folders have no rules of their own, and need not load the language of questions
    from dinet.application.own_rules import doubt_about

    kept = outcome.rule.kept
    return AppliedOwnRule(
        kept.code,
        kept.question,
        outcome.missing,
        tuple(element.id for element in outcome.unsaid),
        doubt_about(outcome),
    )
