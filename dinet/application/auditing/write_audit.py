"""The result of an audit in any format that a report has."""

from dinet.plugins import plugin_folder
from dinet.report.findings.audit_report import audit_json
from dinet.report.findings.audit_result import AuditResult

FILE_FORMATS = frozenset({"xlsx", "docx"})
"""Formats that no screen shows."""
COPY_FORMATS = frozenset({"docx"})
"""Formats that are a copy of the document that was audited."""


def write_audit(result: AuditResult, form: str) -> bytes:
    """The result of an audit in a format.

    Args:
        result: The same for every format, so that no two disagree.
        form: ``json``, or the name of a file in ``dinet/writers/audit``.

    Raises:
        UnknownNameError: There is no such format.
        UsageError: The format is a copy, and the document is not of its kind.
    """
    if form == "json":
        return f"{audit_json(result)}\n".encode()
    if form in COPY_FORMATS:
        # reading for a copy takes time that no other report needs
        from dinet.application.auditing.commented_copy import with_originals

        result = with_originals(result)
    writer = plugin_folder("writers.audit").plugin_named(form).module
    written: bytes = writer.write(result)
    return written
