"""The result of an audit in any format that a report has."""

from dinet.plugins import plugin_folder
from dinet.report.audit_report import audit_json
from dinet.report.audit_result import AuditResult

FILE_FORMATS = frozenset({"xlsx"})
"""Formats that no screen shows."""


def write_audit(result: AuditResult, form: str) -> bytes:
    """The result of an audit in a format.

    Args:
        result: The same for every format, so that no two disagree.
        form: ``json``, or the name of a file in ``dinet/writers/audit``.

    Raises:
        UnknownNameError: There is no such format.
    """
    if form == "json":
        return f"{audit_json(result)}\n".encode()
    writer = plugin_folder("writers.audit").plugin_named(form).module
    written: bytes = writer.write(result)
    return written
