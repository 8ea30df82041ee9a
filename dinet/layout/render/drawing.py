"""Drawings of tables and calendars: rectangles, lines and texts at their places, in points, and how they become SVG."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from typing import NamedTuple

from dinet.layout.render.svg import FONT_STACK, font_style, xml_text
from dinet.layout.style.palette import COLOUR_STYLE, PictureStyle
from dinet.layout.text.measure import Face

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
    """

    x: float
    y: float
    text: str
    size: float
    face: Face = "regular"
    colour: str = COLOUR_STYLE.words
    centred: bool = False
    turned: bool = False

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
    """Shapes that show one thing together, and what a screen reader says of it; nothing is said of an empty name."""

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
    """An ``<svg>`` element with pages below each other.

    Args:
        pages: At least one, all as wide as the first.

    Returns:
        Well-formed XML without a declaration, without scripts and without links.
    """
    return "".join(_svg_pieces(pages))


def _svg_pieces(pages: Sequence[DrawnPage]) -> Iterator[str]:
    first, height = pages[0], sum(page.height for page in pages)
    stack = f"'{first.style.font}', {FONT_STACK}" if first.style.font else FONT_STACK
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{first.width:.4f}pt" height="{height:.4f}pt" '
        f'viewBox="0 0 {first.width:.4f} {height:.4f}" role="graphics-document document" '
        f'aria-labelledby="drawn-title drawn-desc" xml:lang="{first.lang}" font-family="{stack}">'
        f'<title id="drawn-title">{xml_text(first.title)}</title><desc id="drawn-desc">{xml_text(first.description)}</desc>'
        f"<defs>{font_style()}{''.join(_hatch_patterns(first.style))}</defs>"
    )
    top = 0.0
    for page in pages:
        yield f'<g transform="translate(0 {top:.4f})"><rect width="{page.width:.4f}" height="{page.height:.4f}" '
        yield f'fill="{page.style.page}"/>'
        yield from map(
            _group_to_svg,
            (NamedGroup("", page.heading), *page.parts, NamedGroup("", page.number)),
        )
        yield "</g>"
        top += page.height
    yield "</svg>"


def _hatch_patterns(style: PictureStyle) -> Iterator[str]:
    for name, inside in HATCHES.items():
        yield (
            f'<pattern id="hatch-{name}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<rect width="6" height="6" fill="{style.page}"/><g stroke="{style.words}" stroke-width="0.7" fill="none">'
            f"{inside}</g></pattern>"
        )


def _group_to_svg(part: NamedGroup) -> str:
    said = (
        f' role="graphics-symbol img" aria-label="{xml_text(part.name)}"'
        if part.name
        else ' aria-hidden="true"'
    )
    return f"<g{said}>{''.join(map(_shape_to_svg, part.shapes))}</g>"


@singledispatch
def _shape_to_svg(shape: GraphicPrimitive) -> str:
    raise TypeError(shape)


@_shape_to_svg.register
def _(area: Rectangle) -> str:
    fill = f"url(#hatch-{area.fill})" if area.fill in HATCHES else area.fill
    pen = (
        f' stroke="{area.border}" stroke-width="{area.pen:g}"'
        if area.border != "none"
        else ""
    )
    return f'<rect x="{area.x:.2f}" y="{area.y:.2f}" width="{area.w:.2f}" height="{area.h:.2f}" fill="{fill}"{pen}/>'


@_shape_to_svg.register
def _(rule: StraightLine) -> str:
    place = (
        f'x1="{rule.x:.2f}" y1="{rule.y:.2f}" x2="{rule.to_x:.2f}" y2="{rule.to_y:.2f}"'
    )
    return f'<line {place} stroke="{rule.colour}" stroke-width="{rule.pen:g}"/>'


@_shape_to_svg.register
def _(text: PlacedText) -> str:
    place = f'x="{text.x:.2f}" y="{text.y:.2f}" font-size="{text.size:.2f}" fill="{text.colour}"'
    place += ' text-anchor="middle"' if text.centred else ""
    place += (
        f' transform="rotate(-90 {text.x:.2f} {text.y:.2f})"' if text.turned else ""
    )
    return f"<text {place}{FACE_ATTRIBUTES[text.face]}>{xml_text(text.text)}</text>"
