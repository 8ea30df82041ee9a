"""The whole network for Graphviz: with places, so that `neato -n2` draws the same page, and open \
to other layouts.

Suffixes: .dot .gv
"""  # noqa: D205 (one sentence of the catalogue)

from dinet.finding import Finding
from dinet.layout.pages import lay_out_picture
from dinet.layout.render.dot import to_dot
from dinet.layout.style.profile import Profile
from dinet.network import Network


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The source, in UTF-8.

    Args:
        network: Every element is drawn, or what the profile asks for; links go from what serves
            to what is served.
        findings: The legend counts them, and boxes tell them when the profile marks them.
        profile: The page, what is drawn, the look, and the language of the words around the
            elements.

    Raises:
        UsageError: The programme has no such theme or element.
    """
    return to_dot(lay_out_picture(network, findings, profile)).encode()


DUTCH = {
    (
        "The whole network for Graphviz: with places, so that `neato -n2` draws the "
        "same page, and open to other layouts."
    ): (
        "Het hele netwerk voor Graphviz: met plaatsen, zodat `neato -n2` dezelfde "
        "bladzijde tekent, en open voor andere indelingen."
    ),
}
