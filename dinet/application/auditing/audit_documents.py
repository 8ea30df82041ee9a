"""Many documents audited one by one: one that cannot be read holds up none of the others."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dinet import __version__
from dinet.application.auditing.audit_network import (
    NO_WISHES,
    AuditWishes,
    Findings,
)
from dinet.application.auditing.audit_policy import (
    AuditPolicy,
    add_findings,
    decide_policy,
    judge_findings,
)
from dinet.application.auditing.baseline import (
    Baseline,
    mark_known,
    read_baseline,
)
from dinet.application.auditing.waivers import (
    PlacedWaiver,
    WaiverLedger,
    stale_finding,
    unsound_findings,
    waive_findings,
)
from dinet.application.files.folder_settings import (
    FolderSettings,
    settings_beside,
)
from dinet.application.opened_document import (
    OpenedDocument,
    audit_document,
    open_document,
    own_outcomes,
)
from dinet.errors import DinetError, UsageError
from dinet.finding import Finding, WaivedFinding
from dinet.language import DEFAULT_LANGUAGE
from dinet.model import clean_text
from dinet.report.findings.audit_result import (
    AppliedOwnRule,
    AuditResult,
    DocumentAudit,
    RefusedAudit,
)

# most folders have no rules of their own, and only --redact needs the lists of names of masks
if TYPE_CHECKING:
    from dinet.application.auditing.own_rules import OwnRuleOutcome
    from dinet.redaction.masking import TextMask

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
    run = _AuditRun(audit_wishes)
    for path in paths:
        try:
            opened = open_document(path, lang, **wishes)
            run.add_document(opened)
        except UsageError:  # it holds for every document
            raise
        except DinetError as error:
            tell(error)
            run.add_refusal(path, error)
        else:
            tell(opened)
    told = list(_with_folders(run.close_run()))
    if baseline:
        told = list(_compare_audits(told, baseline))
    return AuditResult(tuple(told), __version__, lang or DEFAULT_LANGUAGE)


class SharedAudit(NamedTuple):
    """The audit of a document among many, each of which is audited by itself.

    Args:
        audit: Of the document. Its name is that among the many.
        folder_waivers: Those of the folder that hold for it, and whether it needed them: one that
            no document needs is stale, which no document can tell by itself.
    """

    audit: DocumentAudit
    folder_waivers: Mapping[PlacedWaiver, bool]


def audit_one_of_many(
    opened: OpenedDocument, name: str, wishes: AuditWishes
) -> SharedAudit:
    """What the rules say of one document of many.

    Args:
        opened: The document.
        name: How it is called among the many.
        wishes: By what it is audited.

    Raises:
        UsageError: The settings of its folder cannot be understood, or a wish names no rule.
        InputError: The baseline is no result of an audit.
    """
    run = _AuditRun(wishes)
    run.add_document(opened)
    shared = run.close_shared_run()
    audit = shared.audit._replace(name=name)
    if wishes.baseline:
        known = _kept_baseline(wishes.baseline)
        audit = _mark_known_findings(audit, known, alone=False)
    return shared._replace(audit=audit)


@lru_cache(maxsize=1)
def _kept_baseline(path: str) -> Baseline:
    """A baseline, read once for all documents of a process."""
    return read_baseline(path)


class DecidedFindings(NamedTuple):
    """What the rules found in a document, by whether a person lets it stand.

    Args:
        counting: What nobody lets stand.
        waived: What is waived with a reason.
    """

    counting: Findings
    waived: tuple[WaivedFinding, ...]


def decide_findings(
    opened: OpenedDocument, *, with_lines: bool = True
) -> DecidedFindings:
    """What ``dinet audit`` tells of a document without options.

    So a page, a report and an annex agree with the audit: the settings of the folder choose the
    rules and their levels, and waivers of the document and the folder hold.

    Args:
        opened: The document.
        with_lines: In a file of dinet's own form with the line or row.

    Raises:
        UsageError: The settings of the folder cannot be understood.
    """
    run = _AuditRun(NO_WISHES, with_lines=with_lines)
    run.add_document(opened)
    counting: list[Finding] = []
    waived: list[WaivedFinding] = []
    for document in run.close_run():
        if isinstance(document, RefusedAudit):
            continue
        for judged in document.judged:
            if judged.waiver is None:
                counting.append(judged.finding)
            else:
                waived.append(WaivedFinding(judged.finding, judged.waiver))
    return DecidedFindings(tuple(counting), tuple(waived))


def with_findings(
    opened: OpenedDocument, *, with_lines: bool = True
) -> tuple[OpenedDocument, Findings]:
    """A document that knows what is waived in it, and the findings that count.

    Args:
        opened: The document.
        with_lines: As ``decide_findings`` takes it.
    """
    decided = decide_findings(opened, with_lines=with_lines)
    profile = opened.profile._replace(waived=decided.waived)
    return opened._replace(profile=profile), decided.counting


class _AuditRun:
    """The outcome of each document, until all are known."""

    def __init__(
        self, wishes: AuditWishes, *, with_lines: bool = True
    ) -> None:
        self._wishes = wishes
        self._with_lines = with_lines
        self._documents: list[DocumentAudit | RefusedAudit] = []
        self._policies: dict[int, AuditPolicy] = {}
        self._ledger = WaiverLedger()

    def add_refusal(self, path: str, error: DinetError) -> None:
        """Note that a document could not be read."""
        self._documents.append(RefusedAudit(str(clean_text(path)), error))

    def add_document(self, opened: OpenedDocument) -> None:
        """Apply the rules, and the waivers of the document and of its folder."""
        settings = settings_beside(opened.given[0])
        policy = decide_policy(self._wishes, settings)
        waivers = waivers_for(opened, settings)
        audit = audit_opened(
            opened, policy, waivers, with_lines=self._with_lines
        )
        number = len(self._documents)
        applied = [
            placed
            for placed in waivers
            if policy.words.rules_named(placed.waiver.rule) & policy.rules
        ]
        self._ledger.note_document(number, applied, audit.judged)
        self._policies[number] = policy
        self._documents.append(audit)

    def close_run(self) -> list[DocumentAudit | RefusedAudit]:
        """The documents, with a finding for each waiver that nothing needed."""
        for number, policy in self._policies.items():
            audit = self._documents[number]
            stale = map(stale_finding, self._ledger.stale_in(number))
            if isinstance(audit, DocumentAudit):
                self._documents[number] = add_findings(audit, stale, policy)
        return self._documents

    def close_shared_run(self) -> SharedAudit:
        """The one document that was added; its folder's waivers are left to who knows all."""
        audit = self._documents[0]
        assert isinstance(audit, DocumentAudit)  # noqa: S101 (nothing else was added)
        own = [each for each in self._ledger.stale_in(0) if each.own]
        findings = map(stale_finding, own)
        audit = add_findings(audit, findings, self._policies[0])
        return SharedAudit(audit, self._ledger.folder_waivers())


def waivers_for(
    opened: OpenedDocument, settings: FolderSettings
) -> list[PlacedWaiver]:
    """The waivers that hold for a document: its own, then those of the folder.

    Where names are left out of the document they are left out of these too, and who decided
    is not told.
    """
    own = [
        PlacedWaiver(waiver, opened.name, own=True)
        for waiver in opened.programme.waivers
    ]
    settled = [
        PlacedWaiver(waiver, settings.file, own=False)
        for waiver in settings.audit.waivers
    ]
    name = Path(opened.given[0]).name
    held = [each for each in (*own, *settled) if each.holds_for(name)]
    if opened.redacted is None:
        return held
    mask = opened.redacted.mask
    return [_without_names(placed, mask) for placed in held]


def _without_names(placed: PlacedWaiver, mask: "TextMask") -> PlacedWaiver:
    waiver = placed.waiver
    masked = {
        "element": mask.mask_text(waiver.element)[0],
        "reason": mask.mask_text(waiver.reason)[0],
        "who": "",
    }
    return placed._replace(waiver=waiver.model_copy(update=masked))


def audit_opened(
    opened: OpenedDocument,
    policy: AuditPolicy,
    waivers: Sequence[PlacedWaiver] = (),
    *,
    with_lines: bool = True,
) -> DocumentAudit:
    """What the rules say of a document, with all that a report tells of it.

    Args:
        opened: The document.
        policy: What counts.
        waivers: That hold for it.
        with_lines: As ``audit_document`` takes it.
    """
    network = opened.network
    own = own_outcomes(opened)
    found = audit_document(opened, own, policy.asked, with_lines=with_lines)
    judged = judge_findings(found, network, policy)
    waived = tuple(waive_findings(judged, waivers, policy.words))
    scope = policy.scope
    if policy.asked.visionary:
        # as above: few folders name such goals
        from dinet.application.auditing.visionary_goals import find_visionary

        named = find_visionary(network, policy.asked.visionary)
        scope = scope._replace(visionary=named)
    audit = DocumentAudit(
        opened.name,
        "" if opened.redacted else str(clean_text(opened.given[0])),
        opened.digest,
        network,
        opened.lang,
        scope,
        waived,
        tuple(
            describe_own_rule(outcome)
            for outcome in own
            if outcome.rule.kept.code in policy.rules
        ),
        opened.data,
    )
    unsound = unsound_findings(waivers, policy.words)
    return add_findings(audit, unsound, policy)


def _compare_audits(
    documents: Sequence[DocumentAudit | RefusedAudit], baseline: Baseline
) -> Iterator[DocumentAudit | RefusedAudit]:
    """The same documents; the findings that the baseline has too are known."""
    alone = len(documents) == 1
    for document in documents:
        if isinstance(document, RefusedAudit):
            yield document
            continue
        yield _mark_known_findings(document, baseline, alone=alone)


def _mark_known_findings(
    document: DocumentAudit, baseline: Baseline, *, alone: bool
) -> DocumentAudit:
    known = baseline.prints_of(document.name, alone=alone)
    return document._replace(
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


def describe_own_rule(outcome: "OwnRuleOutcome") -> AppliedOwnRule:
    """What a rule of one's own gave, as reports tell it."""
    # most folders have no rules of their own, and need not load the language of questions
    from dinet.application.auditing.own_rules import doubt_about

    kept = outcome.rule.kept
    return AppliedOwnRule(
        kept.code,
        kept.question,
        outcome.missing,
        tuple(element.id for element in outcome.unsaid),
        doubt_about(outcome),
    )
