"""Two versions audited by the same rules, so that what differs is in the documents."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dinet.application.auditing.audit_documents import (
    audit_opened,
    waivers_for,
)
from dinet.application.auditing.audit_network import NO_WISHES
from dinet.application.auditing.audit_policy import decide_policy
from dinet.application.files.folder_settings import (
    FolderSettings,
    settings_beside,
)
from dinet.application.opened_document import OpenedDocument
from dinet.finding import WaivedFinding
from dinet.versions.changed_findings import AuditedVersion, compare_findings
from dinet.versions.version_comparison import VersionComparison


def with_changed_findings(
    comparison: VersionComparison, old: OpenedDocument, new: OpenedDocument
) -> VersionComparison:
    """A comparison that knows which findings are new and which are solved.

    The settings beside the new document hold for both: another rule is no other programme. What a
    person lets stand counts in neither.

    Args:
        comparison: Of both versions.
        old: The document of the old version.
        new: That of the new one.

    Raises:
        UsageError: The settings of the folder cannot be understood.
    """
    (compared,) = add_changed_findings((comparison,), (old, new))
    return compared


def add_changed_findings(
    steps: Sequence[VersionComparison], documents: Sequence[OpenedDocument]
) -> Iterator[VersionComparison]:
    """Comparisons of each version with the next, as ``with_changed_findings`` makes one.

    A version between two others is audited once, unless other settings stand beside the next one.

    Args:
        steps: One less than there are documents.
        documents: Of the versions, in the order of time.

    Raises:
        UsageError: The settings of a folder cannot be understood.
    """
    audits = _LastAudit()
    for step, (old, new) in zip(steps, pairwise(documents), strict=True):
        settings = settings_beside(new.given[0])
        became = {
            pair.paired.old.id: pair.paired.new.id for pair in step.pairs
        }
        audited = (
            audits.audit_version(old, settings),
            audits.audit_version(new, settings),
        )
        findings = compare_findings(
            (old.network, new.network), became, audited
        )
        yield replace(step, findings=findings)


class _LastAudit:
    """Audits versions, and keeps the last audit for who asks for it again."""

    def __init__(self) -> None:
        self._document: OpenedDocument | None = None
        self._settings: FolderSettings | None = None
        self._audited = AuditedVersion(())

    def audit_version(
        self, document: OpenedDocument, settings: FolderSettings
    ) -> AuditedVersion:
        """What the rules say of a version by some settings."""
        is_kept = document is self._document and settings == self._settings
        if not is_kept:
            self._audited = _audit_version(document, settings)
            self._document, self._settings = document, settings
        return self._audited


def _audit_version(
    opened: OpenedDocument, settings: FolderSettings
) -> AuditedVersion:
    policy = decide_policy(NO_WISHES, settings)
    waivers = waivers_for(opened, settings)
    audit = audit_opened(opened, policy, waivers)
    return AuditedVersion(
        tuple(
            judged.finding for judged in audit.judged if judged.waiver is None
        ),
        tuple(
            WaivedFinding(judged.finding, judged.waiver)
            for judged in audit.judged
            if judged.waiver is not None
        ),
    )
