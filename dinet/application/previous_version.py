"""The version before a document, told in the page of that document."""

from collections.abc import Mapping
from typing import Any

from dinet.application.opened_document import OpenedDocument, open_document
from dinet.report.version_page import version_part
from dinet.versions.version_comparison import compare_versions

_READING_WISHES = ("redact",)
"""What holds for both versions; a mapping form belongs to one document."""


def tell_since(
    opened: OpenedDocument, old: str, wishes: Mapping[str, Any]
) -> OpenedDocument:
    """A document of which the page also tells what changed since an older version.

    Args:
        opened: The document.
        old: The path of the older version, of any format.
        wishes: What ``open_document`` was given for the document.

    Raises:
        DinetError: The older version cannot be read.
    """
    own = {name: wishes[name] for name in _READING_WISHES if name in wishes}
    was = open_document(old, opened.lang, **own)
    comparison = compare_versions(was.network, opened.network)
    since = version_part(comparison, was.name, opened.name, opened.lang)
    return opened._replace(
        given=(*opened.given, *was.given),
        profile=opened.profile._replace(since=since),
    )
