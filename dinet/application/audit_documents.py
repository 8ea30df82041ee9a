"""Many documents audited one by one: one that cannot be read holds up none of the others."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from dinet.application.audit_network import NO_WISHES, AuditWishes, Findings
from dinet.application.opened_document import (
    OpenedDocument,
    audit_document,
    open_document,
    own_outcomes,
)
from dinet.errors import DinetError

# most folders have no rules of their own, and need not load the language of questions
if TYPE_CHECKING:
    from dinet.application.own_rules import OwnRuleOutcome


class AuditedDocument(NamedTuple):
    """A document and what the rules say of it.

    Args:
        opened: The document.
        findings: Of all rules.
        own: What each rule of one's own gave, or why it could not be applied.
    """

    opened: OpenedDocument
    findings: Findings
    own: "tuple[OwnRuleOutcome, ...]" = ()


class RefusedDocument(NamedTuple):
    """A document that could not be read, and why."""

    path: str
    error: DinetError


def audit_documents(
    paths: Iterable[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    audit_wishes: AuditWishes = NO_WISHES,
) -> Iterator[AuditedDocument | RefusedDocument]:
    """The outcome of each document, in the order given; each is read when its turn comes.

    Args:
        paths: As ``open_document`` takes one.
        lang: The language of what the user reads; None for that of each document.
        wishes: What else ``open_document`` takes.
        audit_wishes: Which rules apply, and on which date.
    """
    for path in paths:
        try:
            opened = open_document(path, lang, **wishes)
        except DinetError as error:
            yield RefusedDocument(path, error)
        else:
            own = own_outcomes(opened)
            findings = audit_document(opened, own, audit_wishes)
            yield AuditedDocument(opened, findings, own)
