"""The whole network for Graphviz: with places, so that `neato -n2` draws the same page, and open to other layouts.

Suffixes: .dot .gv
"""

from dinet.finding import Finding
from dinet.layout.columns import laid_out
from dinet.layout.dot import source
from dinet.layout.profile import Profile
from dinet.network import Network


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The source, in UTF-8.

    Args:
        network: Every element is drawn; links go from what serves to what is served.
        findings: The legend counts them.
        profile: The size of the page, the language of the words around the elements, and whether texts are short.
    """
    return source(laid_out(network, findings, profile)).encode()
