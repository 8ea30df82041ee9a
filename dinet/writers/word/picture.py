"""The network as a drawing in a Word document.

It has lines and letters for programs that know SVG, and dots for all others.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from dinet.language import Sentence
from dinet.layout.layered.page_layout import PageTransform
from dinet.layout.plan import CaptionLine, Layout
from dinet.layout.render.dots import Drawing
from dinet.layout.render.svg import to_svg
from dinet.layout.style.palette import COLOUR_STYLE
from dinet.model import WEAK_BASES
from dinet.network import Network
from dinet.writers.booklet.typeset_picture import draw_dots
from dinet.writers.office.archive import one_line
from dinet.writers.office.logo_picture import LogoPicture

FALLBACK_DPI = 150
"""Dots per inch of the fallback."""
EMU_PER_POINT = 12_700
"""One point in the units of Office drawings."""
HEADER_ROLES = ("title", "subtitle")
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_BLIP = (
    "<a:extLst>"
    f'<a:ext uri="{{{_SVG_EXTENSION}}}">'
    f'<asvg:svgBlip xmlns:asvg="{_SVG_NAMESPACE}" '
    'r:embed="svg{number}"/>'
    "</a:ext></a:extLst>"
)
"""The drawing in lines, inside the picture in dots."""
_INLINE_PICTURE = (
    "<w:r><w:drawing>"
    '<wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{number}" {names}/>'
    "<wp:cNvGraphicFramePr>"
    f'<a:graphicFrameLocks xmlns:a="{_DRAWING_NAMESPACE}" noChangeAspect="1"/>'
    "</wp:cNvGraphicFramePr>"
    f'<a:graphic xmlns:a="{_DRAWING_NAMESPACE}"><a:graphicData uri="{_PICTURE_NAMESPACE}">'
    f'<pic:pic xmlns:pic="{_PICTURE_NAMESPACE}">'
    '<pic:nvPicPr><pic:cNvPr id="{number}" {names}/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="png{number}">'
    f"{SVG_BLIP}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></w:r>"
)
"""A picture of Word: the drawing in lines, and in it the picture in dots to fall back on."""
LOGO_RELATION = "logo"
LOGO_NUMBER = 9001
"""Of the drawing of a logo: no annex has so many pictures."""


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


def explain_lines(
    picture: WordPicture, network: Network
) -> Iterator[Sentence]:
    """What the lines of a picture mean, as far as they are drawn; nothing without any."""
    if not picture.layout.routes:
        return
    yield Sentence(
        "A line leads from what contributes, at the right, to what it contributes to, at the left."
    )
    if any(link.basis in WEAK_BASES for link in network.links()):
        yield Sentence(
            "A dashed line that starts with an open circle is not said in the document in so many "
            "words."
        )


def render_word_pictures(
    layouts: Sequence[Layout],
    network: Network,
    lang: str,
    engine: str,
    *,
    ratio: float = 0.0,
) -> list[WordPicture]:
    """The drawings of pages, without their margins and titles: the document has its own.

    Args:
        layouts: The pages.
        network: What their elements say in full.
        lang: The language of our own words in them.
        engine: What draws the dots, as in ``Profile``.
        ratio: Of the width of each drawing to its height, which gets free room for it; 0 for
            what the drawing has itself.

    Raises:
        MissingLibraryError: Graphviz is not there or failed.
    """
    pages = [cut_to_content(layout) for layout in layouts]
    if ratio:
        pages = [_with_ratio(page, ratio) for page in pages]
    lines = [_for_word(to_svg(page, network, lang=lang)) for page in pages]
    drawings = [
        Drawing(page, FALLBACK_DPI, partial(str, svg))
        for page, svg in zip(pages, lines, strict=True)
    ]
    style = layouts[0].style if layouts else COLOUR_STYLE
    dots = draw_dots(drawings, engine, style)
    return list(map(WordPicture, pages, map(str.encode, lines), dots))


def _for_word(drawing: str) -> str:
    """A drawing as Word shows it: Word draws no heads that turn by themselves."""
    return drawing.replace("auto-start-reverse", "auto")


def _with_ratio(layout: Layout, ratio: float) -> Layout:
    """A page with free room at its right or under it."""
    width, height = layout.width, layout.height
    return layout._replace(
        width=max(width, height * ratio), height=max(height, width / ratio)
    )


def cut_to_content(layout: Layout) -> Layout:
    """A page cut to what it shows: no margins, no title."""
    words = [line for line in layout.words if line.role not in HEADER_ROLES]
    left, top, bottom = _content_edges(layout, words)
    # a point of room at each side, so that the border of an outer box is whole
    frame = PageTransform(1.0, 1.0 - left, 1.0 - top)
    return layout._replace(
        width=layout.width - 2 * left + 2,
        height=bottom - top + 2,
        boxes=tuple(map(frame.move_box, layout.boxes)),
        routes=tuple(map(frame.move_route, layout.routes)),
        bands=tuple(map(frame.move_band, layout.bands)),
        words=tuple(_moved_line(line, frame) for line in words),
        samples=tuple(map(frame.move_route, layout.samples)),
        logo=None,
    )


def _moved_line(line: CaptionLine, frame: PageTransform) -> CaptionLine:
    return line._replace(x=line.x + frame.x, y=line.y + frame.y)


def _content_edges(
    layout: Layout, words: Sequence[CaptionLine]
) -> tuple[float, float, float]:
    """The left, upper and lower side of what a page shows; the whole page when that is nothing."""
    areas = [(box.x, box.y, box.y + box.h) for box in layout.boxes]
    areas += [(band.x, band.y, band.y + band.h) for band in layout.bands]
    areas += [_line_area(line) for line in words]
    lefts, tops, bottoms = zip(
        *areas or [(0.0, 0.0, layout.height)], strict=True
    )
    return min(lefts), min(tops), max(bottoms)


def _line_area(line: CaptionLine) -> tuple[float, float, float]:
    """The left, upper and lower side of a line of words: letters hang under their base line."""
    return line.x, line.y - line.size, line.y + 0.4 * line.size


def scale_in_room(picture: WordPicture, room: tuple[float, float]) -> float:
    """How much smaller a drawing is made to fit in a width and height, in points; at most 1."""
    layout = picture.layout
    return min(1.0, room[0] / layout.width, room[1] / layout.height)


def inline_logo(logo: LogoPicture, label: str) -> str:
    """A logo as a run of Word.

    Args:
        logo: In its size.
        label: What a screen reader says of it.
    """
    words = quoteattr(one_line(label))
    run = _INLINE_PICTURE.format(
        width=round(logo.width * EMU_PER_POINT),
        height=round(logo.height * EMU_PER_POINT),
        number=LOGO_NUMBER,
        names=f"name={words} descr={words}",
    )
    embedded = SVG_BLIP.format(number=LOGO_NUMBER)
    return run.replace(embedded, "").replace(
        f"png{LOGO_NUMBER}", LOGO_RELATION
    )


def inline_picture(
    picture: WordPicture, number: int, room: tuple[float, float]
) -> str:
    """The drawing as a run of Word, as large as it is or as fits in the room.

    Args:
        picture: The drawing.
        number: Which of the document it is, from 1; its parts are named after it.
        room: The width and height that there are, in points.
    """
    layout = picture.layout
    scale = scale_in_room(picture, room)
    width = round(layout.width * scale * EMU_PER_POINT)
    height = round(layout.height * scale * EMU_PER_POINT)
    title = quoteattr(one_line(layout.title))
    description = quoteattr(one_line(layout.description))
    return _INLINE_PICTURE.format(
        width=width,
        height=height,
        number=number,
        names=f"name={title} descr={description}",
    )
