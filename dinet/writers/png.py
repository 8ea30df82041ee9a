"""The whole network on one page as a picture of dots, for Word, mail and the intranet."""

from dinet.finding import Finding
from dinet.layout.plan import Layout
from dinet.layout.render.dot import POINTS_PER_INCH
from dinet.layout.render.dots import Drawing
from dinet.layout.render.svg import to_svg
from dinet.layout.style.profile import Profile
from dinet.layout.trimmed_picture import lay_out_own_picture
from dinet.network import Network
from dinet.writers.booklet.typeset_picture import draw_dots

LARGE_PAGE_DPI, SMALL_PAGE_DPI = 200, 150
"""Dots per inch of an A3, and of smaller pages."""
LONG_SIDE = 1000
"""A page with a side longer than this, in points, is a large one."""
MOST_DOTS = 30_000
"""Graphviz draws no picture that is wider or higher, in dots."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The picture: the same bytes for the same network, with the same engine.

    Args:
        network: Every element is drawn, or what the profile asks for.
        findings: The legend counts them, and boxes tell them when the profile marks them.
        profile: The page, what is drawn, the look, the language of the words around the
            elements, the dots per inch and the engine.

    Raises:
        UsageError: The programme has no such theme or element, or the logo is an SVG that the
            engine asked for cannot draw.
        MissingLibraryError: What draws it is not there or failed.
    """
    layout = lay_out_own_picture(network, findings, profile)
    dpi = _suitable_dpi(layout, profile.dpi)
    drawing = Drawing(
        layout, dpi, lambda: to_svg(layout, network, lang=profile.lang)
    )
    (picture,) = draw_dots([drawing], profile.engine, profile.style)
    return picture


def _suitable_dpi(layout: Layout, asked: int) -> int:
    """The dots per inch that are asked for, or else suit the page, as far as Graphviz can."""
    long_side = max(layout.width, layout.height)
    suitable = LARGE_PAGE_DPI if long_side > LONG_SIDE else SMALL_PAGE_DPI
    return min(asked or suitable, int(MOST_DOTS * POINTS_PER_INCH / long_side))


DUTCH = {
    (
        "The whole network on one page as a picture of dots, for Word, mail and the "
        "intranet."
    ): (
        "Het hele netwerk op één bladzijde als plaatje, voor Word, mail en het "
        "intranet."
    ),
}
