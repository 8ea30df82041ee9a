"""Drawings of tables and calendars, and how they become SVG.

A drawing is rectangles, lines and texts at their places, in points.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from math import ceil, sqrt
from typing import NamedTuple

from dinet.layout.render.svg import FONT_STACK, font_style, xml_text
from dinet.layout.style.palette import COLOUR_STYLE, PictureStyle
from dinet.layout.text.measure import Face, measure_width

LINE_LEADING = 1.25
"""From one line of text to the next, in letter sizes."""
FACE_ATTRIBUTES: dict[Face, str] = {
    "regular": "",
    "bold": ' font-weight="bold"',
    "italic": ' font-style="italic"',
}


class Rectangle(NamedTuple):
    """A rectangle.

    Args:
        fill: A colour, or the name of one of ``HATCHES``.
    """

    x: float
    y: float
    w: float
    h: float
    fill: str = "none"
    border: str = "none"
    pen: float = 0.7


class StraightLine(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: str
    pen: float = 0.5


class PlacedText(NamedTuple):
    """A line of text.

    Args:
        x: Its left side, or its middle when it is ``centred``. ``y`` is its base line.
        turned: It runs upwards from this point.
        width: How wide it says it is, so that other letters get no wider; 0 to say nothing.
    """

    x: float
    y: float
    text: str
    size: float
    face: Face = "regular"
    colour: str = COLOUR_STYLE.words
    centred: bool = False
    turned: bool = False
    width: float = 0.0

    def stack_lines(self, lines: Iterable[str]) -> "Iterator[PlacedText]":
        """Lines that look like this one, the first in its place and the others under it."""
        for at, line in enumerate(lines):
            under = at * LINE_LEADING * self.size
            yield self._replace(
                text=line,
                x=self.x + under * self.turned,
                y=self.y + under * (not self.turned),
            )


GraphicPrimitive = Rectangle | StraightLine | PlacedText


class NamedGroup(NamedTuple):
    """Shapes that show one thing together.

    The name is what a screen reader says of it; nothing is said when it is empty.
    """

    name: str
    shapes: tuple[GraphicPrimitive, ...]


class DrawnPage(NamedTuple):
    """One page.

    Args:
        title: What it shows, also for who cannot see it.
        description: What is on it, in a few sentences.
        lang: The language of most of its words.
        heading: The title as it stands on the page, apart from the other parts, since some
            pages get another.
        number: The number of the page, likewise.
    """

    width: float
    height: float
    title: str
    description: str
    lang: str
    parts: tuple[NamedGroup, ...]
    heading: tuple[PlacedText, ...] = ()
    number: tuple[PlacedText, ...] = ()
    style: PictureStyle = COLOUR_STYLE


HATCHES = {
    "ongoing": '<path d="M0 1.5H6M0 4.5H6"/>',
    "preparing": '<path d="M-1 1L1 -1M0 6L6 0M5 7L7 5"/>',
    "closing": '<path d="M1.5 1.5h.1M4.5 4.5h.1" stroke-width="1.6" stroke-linecap="round"/>',
    "other-1": '<path d="M3 0V6"/>',
    "other-2": '<path d="M0 0L6 6M6 0L0 6"/>',
    "other-3": '<path d="M0 3H6M3 0V6"/>',
}
"""What a phase of work looks like without colour: stripes, crosses, dots."""
EVEN_FILL = "doing"
"""The one fill that is an even colour."""


def drawing_to_svg(pages: Sequence[DrawnPage]) -> str:
    """An ``<svg>`` element with pages beside and below each other, about as many each way.

    A matrix of 300 elements takes 15 pages: in one column they would be 6 metres high.

    Args:
        pages: At least one, all as wide as the first.

    Returns:
        Well-formed XML without a declaration, without scripts and without links.
    """
    return "".join(_svg_pieces(pages))


def state_widths(page: DrawnPage) -> DrawnPage:
    """A page for a file, of which every line of text says how wide it is.

    Word, LibreOffice and Inkscape do not take the letters out of the file: with this they make
    other letters narrower. Letters of a house style have a width of their own, and say none.
    """
    if page.style.font:
        return page
    return page._replace(
        parts=tuple(map(_state_widths_of_part, page.parts)),
        heading=tuple(map(_state_width, page.heading)),
        number=tuple(map(_state_width, page.number)),
    )


def _state_widths_of_part(part: NamedGroup) -> NamedGroup:
    shapes = (
        _state_width(shape) if isinstance(shape, PlacedText) else shape
        for shape in part.shapes
    )
    return part._replace(shapes=tuple(shapes))


def _state_width(text: PlacedText) -> PlacedText:
    return text._replace(width=measure_width(text.text, text.face) * text.size)


def _svg_pieces(pages: Sequence[DrawnPage]) -> Iterator[str]:
    across = ceil(sqrt(len(pages)))
    lines = [pages[at : at + across] for at in range(0, len(pages), across)]
    heights = list(map(_height_of_line, lines))
    yield from _svg_head(pages[0], across, sum(heights))
    top = 0.0
    for line, height in zip(lines, heights, strict=True):
        for number, page in enumerate(line):
            yield from _page_pieces(page, number * page.width, top)
        top += height
    yield "</svg>"


def _height_of_line(pages: Sequence[DrawnPage]) -> float:
    return max(page.height for page in pages)


def _svg_head(first: DrawnPage, across: int, height: float) -> Iterator[str]:
    """The tag of a drawing so many pages wide and so high, its name, letters and patterns."""
    stack = (
        f"'{first.style.font}', {FONT_STACK}"
        if first.style.font
        else FONT_STACK
    )
    width = f"{across * first.width:.4f}"
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height:.4f}pt" '
    yield f'viewBox="0 0 {width} {height:.4f}" role="graphics-document document" '
    yield f'aria-labelledby="drawn-title drawn-desc" xml:lang="{first.lang}" '
    yield f'font-family="{stack}">'
    yield f'<title id="drawn-title">{xml_text(first.title)}</title>'
    yield f'<desc id="drawn-desc">{xml_text(first.description)}</desc>'
    yield f"<defs>{font_style()}{''.join(_hatch_patterns(first.style))}</defs>"


def _page_pieces(page: DrawnPage, left: float, top: float) -> Iterator[str]:
    size = f'width="{page.width:.4f}" height="{page.height:.4f}"'
    yield f'<g transform="translate({left:.4f} {top:.4f})">'
    yield f'<rect {size} fill="{page.style.page}"/>'
    yield _group_to_svg(NamedGroup("", page.heading))
    yield from map(_group_to_svg, page.parts)
    yield _group_to_svg(NamedGroup("", page.number))
    yield "</g>"


def _hatch_patterns(style: PictureStyle) -> Iterator[str]:
    size = 'width="6" height="6"'
    for name, inside in HATCHES.items():
        yield f'<pattern id="hatch-{name}" {size} patternUnits="userSpaceOnUse">'
        yield f'<rect {size} fill="{style.page}"/>'
        yield f'<g stroke="{style.words}" stroke-width="0.7" fill="none">'
        yield f"{inside}</g></pattern>"


def _group_to_svg(part: NamedGroup) -> str:
    role = ' aria-hidden="true"'
    if part.name:
        role = (
            f' role="graphics-symbol img" aria-label="{xml_text(part.name)}"'
        )
    return f"<g{role}>{''.join(map(_shape_to_svg, part.shapes))}</g>"


@singledispatch
def _shape_to_svg(shape: GraphicPrimitive) -> str:
    raise TypeError(shape)


@_shape_to_svg.register
def _rectangle_to_svg(area: Rectangle) -> str:
    place = f'x="{area.x:.2f}" y="{area.y:.2f}"'
    size = f'width="{area.w:.2f}" height="{area.h:.2f}"'
    fill = f"url(#hatch-{area.fill})" if area.fill in HATCHES else area.fill
    pen = ""
    if area.border != "none":
        pen = f' stroke="{area.border}" stroke-width="{area.pen:g}"'
    return f'<rect {place} {size} fill="{fill}"{pen}/>'


@_shape_to_svg.register
def _line_to_svg(line: StraightLine) -> str:
    start = f'x1="{line.x:.2f}" y1="{line.y:.2f}"'
    end = f'x2="{line.to_x:.2f}" y2="{line.to_y:.2f}"'
    pen = f'stroke="{line.colour}" stroke-width="{line.pen:g}"'
    return f"<line {start} {end} {pen}/>"


@_shape_to_svg.register
def _text_to_svg(text: PlacedText) -> str:
    place = f'x="{text.x:.2f}" y="{text.y:.2f}"'
    look = f'font-size="{text.size:.2f}" fill="{text.colour}"'
    if text.centred:
        look += ' text-anchor="middle"'
    if text.turned:
        look += f' transform="rotate(-90 {text.x:.2f} {text.y:.2f})"'
    if text.width:
        look += (
            f' textLength="{text.width:.2f}" lengthAdjust="spacingAndGlyphs"'
        )
    face = FACE_ATTRIBUTES[text.face]
    return f"<text {place} {look}{face}>{xml_text(text.text)}</text>"
