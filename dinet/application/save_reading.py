"""What ``dinet read -o`` leaves behind: the native file, and a form for what is left open."""

from pathlib import Path

from dinet.application.files.output_files import safe_stem, write_file
from dinet.application.opened_document import OpenedDocument
from dinet.application.write_network import write_network


def write_native(opened: OpenedDocument) -> bytes:
    """The document in dinet's own format."""
    return write_network(opened.network, (), "yaml", opened.profile)


def reading_page(opened: OpenedDocument) -> str:
    """The report on a reading as a page, with the document as it stands when it is at hand."""
    from dinet.report.reading.marked_document import mark_document
    from dinet.report.reading.reading_report import reading_report

    marked = None
    if opened.account is not None:
        mask = opened.redacted.mask.replace_names if opened.redacted else None
        marked = mark_document(opened.account, opened.lang, mask)
    return reading_report(
        opened.network, opened.name, opened.lang, "html", marked
    )


def write_mapping_form(
    opened: OpenedDocument, native_file: str
) -> Path | None:
    """Write the form for what the document leaves open, beside its native file.

    Args:
        opened: The document.
        native_file: The path of the native file.

    Returns:
        The form's path. None when nothing is open, or when a form is there, which may have been
        filled in.

    Raises:
        OutputError: It cannot be written.
    """
    from dinet.interpret.mapping.mapping_form import (
        MAPPING_SUFFIX,
        mapping_form,
    )

    asked = mapping_form(opened.programme)
    path = Path(native_file).with_name(safe_stem(native_file) + MAPPING_SUFFIX)
    if not asked or path.exists():
        return None
    write_file(asked.encode(), str(path))
    return path
