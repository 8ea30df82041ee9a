"""Two versions audited by the same rules, so that what differs is in the documents."""

from dataclasses import replace

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
    settings = settings_beside(new.given[0])
    became = {
        pair.paired.old.id: pair.paired.new.id for pair in comparison.pairs
    }
    findings = compare_findings(
        (old.network, new.network),
        became,
        (_audit_version(old, settings), _audit_version(new, settings)),
    )
    return replace(comparison, findings=findings)


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
