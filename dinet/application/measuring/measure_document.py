"""How the targets of a document stand by files of measurements."""

from typing import Any, NamedTuple

from dinet.application.auditing.audit_network import set_reference_date
from dinet.application.opened_document import OpenedDocument, open_document
from dinet.measurements.target_status import TargetStatus, judge_targets


class MeasuredTargets(NamedTuple):
    """A document and how its targets stand.

    Args:
        opened: The document, with the figures in its targets.
        statuses: Of all targets, in the order of the programme.
        today: The date of reference; empty for none.
    """

    opened: OpenedDocument
    statuses: tuple[TargetStatus, ...]
    today: str


def measure_document(
    document: str,
    lang: str | None = None,
    today: str | None = None,
    **wishes: Any,
) -> MeasuredTargets:
    """Read a document and measurements, and say of each target how it stands.

    Args:
        document: Its path.
        lang: The language of the reader; None for that of the document.
        today: The date of reference; None for that of the document.
        wishes: What else ``open_document`` takes, ``measurements`` among it.

    Raises:
        DinetError: The document or a file of measurements cannot be read.
    """
    opened = open_document(document, lang, **wishes)
    network = opened.network
    if today:
        network = set_reference_date(network, today)
    measured = opened.measured
    statuses = judge_targets(
        network,
        measured.ways if measured else {},
        measured.revisions if measured else {},
    )
    date = network.programme.identity.date or ""
    return MeasuredTargets(opened, statuses, date)
