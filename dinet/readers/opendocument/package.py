"""An OpenDocument file opened: its content, its styles, and what it is a document of."""

from xml.etree.ElementTree import Element

from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.readers.opendocument.styles import OdfStyles
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.xml import find_child, local_name

_MANIFEST = "META-INF/manifest.xml"


def open_package(
    archive: OfficeArchive, kind: str
) -> tuple[Element, OdfStyles]:
    """The body of a document, and its styles.

    Args:
        archive: The file.
        kind: What the body is called: ``text`` or ``spreadsheet``.

    Raises:
        DocumentError: It is protected with a password, damaged, or a document of another kind.
    """
    if _is_encrypted(archive):
        raise DocumentError(
            Sentence("this file is protected with a password."),
            Sentence("Save it without password, or as PDF, and give that."),
            where=archive.name,
        )
    content = archive.read_xml("content.xml")
    body = find_child(content, "body", kind)
    if body is None:
        what = Sentence(
            "this OpenDocument file is of another kind than its name says."
        )
        hint = Sentence("Open it, save it as .odt or .ods, and give that.")
        raise DocumentError(what, hint, where=archive.name)
    roots = [content]
    if "styles.xml" in archive:
        roots.insert(0, archive.read_xml("styles.xml"))
    return body, OdfStyles(roots)


def _is_encrypted(archive: OfficeArchive) -> bool:
    if _MANIFEST not in archive:
        return False
    entries = archive.read_xml(_MANIFEST).iter()
    return any(local_name(entry) == "encryption-data" for entry in entries)
