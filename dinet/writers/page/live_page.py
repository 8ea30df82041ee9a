"""The page as ``dinet watch`` serves it.

That is the page itself, with one script more that follows the document.
"""

from hashlib import sha256

from dinet.writers.page.page_template import page_script, source_hashes


def page_edition(page: bytes) -> str:
    """A name for what a page shows: two pages have the same one only when they are the same."""
    return sha256(page).hexdigest()[:16]


def with_live_updates(page: bytes) -> bytes:
    """A page that asks where it came from for changes, and asks nothing else anywhere.

    Args:
        page: Whole, as a writer made it. That one is not changed: what is mailed asks for
            nothing at all.
    """
    script = page_script("watch")
    element = (
        f'<script data-edition="{page_edition(page)}">{script}</script>\n'
    )
    allowed = f"connect-src 'self'; script-src {source_hashes([script])} "
    # the policy stands before every text of the document, and the end of the body after all of them
    allowing = page.replace(b"script-src ", allowed.encode(), 1)
    before, end, after = allowing.rpartition(b"</body>")
    return before + element.encode() + end + after
