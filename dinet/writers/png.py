"""The whole network on one page as a picture of dots, for Word, mail and the intranet."""

from dinet.finding import Finding
from dinet.layout.columns import laid_out
from dinet.layout.dot import INCH, source
from dinet.layout.engine import rendered
from dinet.layout.profile import Profile
from dinet.network import Network

LARGE, SMALL = 200, 150
"""Dots per inch of an A3, and of smaller pages."""
MOST = 30_000
"""Graphviz draws no picture that is wider or higher, in dots."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The picture: the same bytes for the same network, with the same engine.

    Args:
        network: Every element is drawn.
        findings: The legend counts them.
        profile: The size of the page, the language of the words around the elements, whether texts are short, and the
            engine.

    Raises:
        MissingLibraryError: Graphviz is not there or failed.
    """
    layout = laid_out(network, findings, profile)
    wanted = LARGE if profile.paper.startswith("A3") else SMALL
    most = int(MOST * INCH / max(layout.width, layout.height))
    return rendered(source(layout, min(wanted, most)), "png", profile.engine)
