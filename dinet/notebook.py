"""A network in a notebook: its page, in a frame that works offline and cannot reach the notebook around it."""

from html import escape

from dinet.api import audit, write
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.network import Network


def framed(network: Network) -> str:
    """The page of a network as one HTML element, which holds it whole.

    Letters outside ASCII are character references: the page around it may be read in another encoding, and a
    policy of hashes allows no script of which one letter was read wrongly.

    Args:
        network: What it shows, with what the rules find in it, in the language of its document.
    """
    lang = network.programme.lang
    page = write(network, audit(network), "html", Profile(lang)).decode()
    kind = Sentence("Goals and efforts network").said(lang)
    title = f"{network.programme.title} – {kind}" if network.programme.title else kind
    frame = (
        f'<iframe title="{escape(title)}" lang="{lang}" sandbox="allow-scripts allow-downloads" srcdoc="{escape(page)}" '
        'style="width: 100%; height: 85vh; min-height: 40rem; border: 1px solid #8888"></iframe>'
    )
    return frame.encode("ascii", "xmlcharrefreplace").decode()
