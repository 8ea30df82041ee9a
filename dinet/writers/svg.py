"""The whole network as one vector picture that a screen reader can read, with its own letters inside.

Sharp at any size, and text stays text. It is made by dinet itself, not by Graphviz: a drawing of Graphviz is to a screen
reader one nameless picture with loose lines, and shows the wrong letters where the right ones are not installed.
"""

from dinet.finding import Finding
from dinet.layout.columns import laid_out
from dinet.layout.profile import Profile
from dinet.layout.vector import drawn
from dinet.network import Network


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The picture, in UTF-8.

    Args:
        network: Every element is drawn.
        findings: The legend counts them.
        profile: The size of the page, the language of the words around the elements, and whether texts are short.
    """
    picture = drawn(laid_out(network, findings, profile), network, lang=profile.lang)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture}\n'.encode()
