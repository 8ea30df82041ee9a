"""The page as ``dinet watch`` serves it.

That is the page itself, with one script more that follows the document.
"""

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

from markupsafe import Markup

from dinet.writers.page.page_template import page_script, source_hashes

_NOTHING: Mapping[str, str] = MappingProxyType({})


def page_edition(page: bytes, told: Mapping[str, str] = _NOTHING) -> str:
    """A name for what a page shows: two pages have the same one only when they are the same.

    Args:
        page: Whole, as a writer made it.
        told: What it is told besides, as ``with_live_updates`` takes it.
    """
    besides = repr(sorted(told.items())) if told else ""
    return sha256(page + besides.encode()).hexdigest()[:16]


def with_live_updates(
    page: bytes, told: Mapping[str, str] = _NOTHING, token: str = ""
) -> bytes:
    """A page that asks where it came from for changes, and asks nothing else anywhere.

    Args:
        page: Whole, as a writer made it. That one is not changed: what is mailed asks for
            nothing at all.
        told: What its script is told besides, by name.
        token: What it shows when it writes; empty when it may not.
    """
    script = page_script("watch")
    values = {"edition": page_edition(page, told), **told}
    if token:
        values["token"] = token
    data = Markup("").join(
        Markup(' data-{}="{}"').format(name, value)
        for name, value in values.items()
    )
    element = f"<script{data}>{script}</script>\n"
    allowed = f"connect-src 'self'; script-src {source_hashes([script])} "
    # the policy stands before every text of the document, and the end of the body after all of them
    allowing = page.replace(b"script-src ", allowed.encode(), 1)
    before, end, after = allowing.rpartition(b"</body>")
    return before + element.encode() + end + after
