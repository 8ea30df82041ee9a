"""The network as a drawing in a Word document.

It has lines and letters for programs that know SVG, and dots for all others.
"""

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from dinet.layout.layered.page_layout import PageTransform
from dinet.layout.plan import Layout
from dinet.layout.render.dot import to_dot
from dinet.layout.render.graphviz import render_pictures
from dinet.layout.render.svg import to_svg
from dinet.network import Network
from dinet.writers.office.archive import one_line

FALLBACK_DPI = 150
"""Dots per inch of the fallback."""
EMU_PER_POINT = 12_700
"""One point in the units of Office drawings."""
HEADER_ROLES = ("title", "subtitle")
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"


class WordPicture(NamedTuple):
    """One drawing.

    Args:
        layout: What it shows, without margins.
        svg: As lines and letters.
        png: As dots.
    """

    layout: Layout
    svg: bytes
    png: bytes


def render_word_pictures(
    layouts: Sequence[Layout], network: Network, lang: str, engine: str
) -> list[WordPicture]:
    """The drawings of pages, without their margins and titles: the document has its own.

    Args:
        layouts: The pages.
        network: What their elements say in full.
        lang: The language of our own words in them.
        engine: What draws the dots, as in ``Profile``.

    Raises:
        MissingLibraryError: Graphviz is not there or failed.
    """
    cut = [cut_to_content(each) for each in layouts]
    dots = render_pictures([to_dot(each, FALLBACK_DPI) for each in cut], "png", engine)
    # Word draws no heads that turn by themselves
    lines = [
        to_svg(each, network, lang=lang).replace("auto-start-reverse", "auto").encode()
        for each in cut
    ]
    return list(map(WordPicture, cut, lines, dots))


def cut_to_content(layout: Layout) -> Layout:
    """A page cut to what it shows: no margins, no title."""
    words = tuple(each for each in layout.words if each.role not in HEADER_ROLES)
    areas = [(each.x, each.y, each.y + each.h) for each in layout.boxes]
    areas += [(each.x, each.y, each.y + each.h) for each in layout.bands]
    areas += [(each.x, each.y - each.size, each.y + 0.4 * each.size) for each in words]
    lefts, tops, bottoms = zip(*areas or [(0.0, 0.0, layout.height)], strict=True)
    left, top, bottom = min(lefts), min(tops), max(bottoms)
    frame = PageTransform(1.0, 1.0 - left, 1.0 - top)
    return layout._replace(
        width=layout.width - 2 * left + 2,
        height=bottom - top + 2,
        boxes=tuple(map(frame.move_box, layout.boxes)),
        routes=tuple(map(frame.move_route, layout.routes)),
        bands=tuple(map(frame.move_band, layout.bands)),
        words=tuple(
            each._replace(x=each.x + frame.x, y=each.y + frame.y) for each in words
        ),
        samples=tuple(map(frame.move_route, layout.samples)),
        logo=None,
    )


def inline_picture(this: WordPicture, number: int, room: tuple[float, float]) -> str:
    """The drawing as a run of Word, as large as it is or as fits in the room.

    Args:
        this: The drawing.
        number: Which of the document it is, from 1; its parts are named after it.
        room: The width and height that there are, in points.
    """
    layout = this.layout
    scale = min(1.0, room[0] / layout.width, room[1] / layout.height)
    wide, high = (
        round(side * scale * EMU_PER_POINT) for side in (layout.width, layout.height)
    )
    said = f"name={quoteattr(one_line(layout.title))} descr={quoteattr(one_line(layout.description))}"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{number}" {said}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING_NAMESPACE}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING_NAMESPACE}">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" {said}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="png{number}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
        '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="svg{number}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
