"""What the page of a document shows besides its network: the document as it stands."""

from dinet.application.opened_document import OpenedDocument
from dinet.layout.style.profile import Profile

PAGE_FORMS = frozenset({"html", "pyvis"})
"""The formats that are a page with views."""


def profile_for_form(opened: OpenedDocument, form: str) -> Profile:
    """How a format of a document is made; a page shows what it was read from too.

    Args:
        opened: The document.
        form: The name of a writer.
    """
    if form not in PAGE_FORMS or opened.account is None:
        return opened.profile
    # only pages show it
    from dinet.report.reading.marked_document import mark_document
    from dinet.report.reading.original_text import original_text

    mask = opened.redacted.mask.replace_names if opened.redacted else None
    marked = mark_document(opened.account, opened.lang, mask)
    original = original_text(marked, opened.network)
    return opened.profile._replace(original=original)
