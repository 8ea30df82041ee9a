"""A network in a notebook: its page, in a frame.

The frame works offline and cannot reach the notebook around it.
"""

from html import escape

from dinet.language import Sentence


def frame_around(page: bytes, title: str | None, lang: str) -> str:
    """A page as one HTML element, which holds it whole.

    Letters outside ASCII are character references: the page around it may be read in another
    encoding, and a policy of hashes allows no script of which one letter was read wrongly.

    Args:
        page: The HTML file, in UTF-8.
        title: Of the programme that it shows; None or empty for none.
        lang: The language in which a screen reader says what the frame holds.

    Example:
        >>> frame_around(b"<p>Sport</p>", "Sport voor ieder", "nl")[:44]
        '<iframe title="Sport voor ieder &#8211; Doel'
    """
    kind = Sentence("Goals and efforts network").in_language(lang)
    heading = f"{title} – {kind}" if title else kind
    frame = (
        f'<iframe title="{escape(heading)}" lang="{lang}" sandbox="allow-scripts allow-downloads" '
        f'srcdoc="{escape(page.decode())}" '
        'style="width: 100%; height: 85vh; min-height: 40rem; border: 1px solid #8888"></iframe>'
    )
    return frame.encode("ascii", "xmlcharrefreplace").decode()
