"""The whole network as one vector picture that a screen reader can read, with its own letters \
inside.

Sharp at any size, and text stays text. It is made by dinet itself, not by Graphviz: a drawing
of Graphviz is to a screen reader one nameless picture with loose lines, and shows the wrong
letters where the right ones are not installed.
"""  # noqa: D205 (one sentence of the catalogue)

from dinet.finding import Finding
from dinet.layout.render.svg import to_svg
from dinet.layout.style.profile import Profile
from dinet.layout.trimmed_picture import lay_out_own_picture
from dinet.network import Network


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The picture, in UTF-8.

    Args:
        network: Every element is drawn, or what the profile asks for.
        findings: The legend counts them, and boxes tell them when the profile marks them.
        profile: The page, what is drawn, the look, and the language of the words around the
            elements.

    Raises:
        UsageError: The programme has no such theme or element.
    """
    drawing = to_svg(
        lay_out_own_picture(network, findings, profile),
        network,
        lang=profile.lang,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawing}\n'.encode()


DUTCH = {
    (
        "The whole network as one vector picture that a screen reader can read, with "
        "its own letters inside."
    ): (
        "Het hele netwerk als één vectortekening die een schermlezer kan voorlezen, "
        "met de eigen letters erin."
    ),
}
