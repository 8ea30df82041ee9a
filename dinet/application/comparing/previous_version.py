"""The version before a document, told in the page of that document."""

from collections.abc import Mapping
from typing import Any

from dinet.application.comparing.audited_versions import (
    with_changed_findings,
)
from dinet.application.opened_document import (
    OpenedDocument,
    open_document,
    redact_together,
)
from dinet.report.versions.version_page import version_part
from dinet.report.versions.version_sections import changes_in_one_sentence
from dinet.versions.version_comparison import compare_versions


def open_since(
    document: str, old: str, lang: str | None, wishes: Mapping[str, Any]
) -> OpenedDocument:
    """Open a document of which the page also tells what changed since an older version.

    Args:
        document: Its path.
        old: The path of the older version, of any format.
        lang: The language of the reader; None for that of the document.
        wishes: What else ``open_document`` takes for the document; of these only whose names
            are left out holds for the older version too.

    Raises:
        DinetError: One of both cannot be read.
    """
    own = dict(wishes)
    asked = own.pop("redact", ())
    becomes = open_document(document, lang, **own)
    was = open_document(old, becomes.lang)
    was, becomes = redact_together((was, becomes), asked)
    comparison = compare_versions(was.network, becomes.network)
    comparison = with_changed_findings(comparison, was, becomes)
    since = version_part(comparison, was.name, becomes.name, becomes.lang)
    told = changes_in_one_sentence(comparison, was.name)
    return becomes._replace(
        given=(*becomes.given, *was.given),
        profile=becomes.profile._replace(
            since=since, since_told=told.in_language(becomes.lang)
        ),
    )
