"""Boxes and connectors of a slide as XML.

A large programme has thousands of them. The library builds a shape setting by setting and looks
through the whole slide for each number: written in one piece they take a quarter of the time.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dinet.layout.plan import Point
from dinet.layout.style.palette import HeadShape, LinkStyle
from dinet.writers.office.archive import one_line
from dinet.writers.slides.slide_texts import (
    DECORATIVE_MARK,
    LONGEST_SHAPE_NAME,
    SMALLEST_SIZE,
)

_DASHES = {"5 3": "dash", "1.5 3": "sysDot"}
"""What PowerPoint calls the dashes of a style."""
_HEADS: dict[HeadShape, str] = {
    "arrow": "triangle",
    "diamond": "diamond",
    "open arrow": "arrow",
    "bar": "stealth",
}
"""What PowerPoint calls the heads of lines; it has no bar."""
_EMU_PER_CENTIPOINT = 127
"""Letters are told in hundredths of a point; a place in 12700ths."""


class SlideTextRun(NamedTuple):
    """A piece of text in one kind of letters.

    Args:
        text: What it says.
        size: Of the letters, in points. ``colour`` is theirs too.
        bold: Whether they are; ``italic`` likewise, which an upright piece need not say.
        language: As Office names it, such as ``nl-NL``.
    """

    text: str
    size: float
    colour: str
    bold: bool
    language: str
    italic: bool | None = None


class ShapeNumbers:
    """Numbers for new shapes of a slide, from the first that none of its shapes has.

    Args:
        slide: Nothing else may be added to it while these are given out.
    """

    def __init__(self, slide: Any) -> None:
        used = slide.shapes._spTree.xpath("//@id")
        self._last = max(int(each) for each in used if each.isdigit())

    def take_next(self) -> int:
        """A number that no shape has yet."""
        self._last += 1
        return self._last


def parse_shape(shape: str) -> Any:
    """The element of a shape that is given as XML without its namespaces."""
    tag, rest = shape.split(">", 1)
    return parse_xml(f"{tag} {nsdecls('p', 'a', 'r')}>{rest}")


def write_identity(number: int, name: str, label: str | None) -> str:
    """Number, name and description of a shape; a decorative one has no description."""
    short_name = one_line(name)[:LONGEST_SHAPE_NAME] or "-"
    start = f'<p:cNvPr id="{number}" name={quoteattr(short_name)}'
    if label is not None:
        return f"{start} descr={quoteattr(label)}/>"
    return f"{start}><a:extLst>{DECORATIVE_MARK}</a:extLst></p:cNvPr>"


def write_frame(left: int, top: int, width: int, height: int) -> str:
    """Where a shape stands, in the units of Office."""
    return f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'


def write_colour(colour: str) -> str:
    """A colour such as ``#0072b2`` as a filling."""
    return (
        f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>'
    )


def write_border(colour: str, pen: float, *, dashed: bool = False) -> str:
    """The line around a shape, so many points thick."""
    dashes = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<a:ln w="{Pt(pen)}">{write_colour(colour)}{dashes}</a:ln>'


def write_rectangle(
    identity: str, frame: str, paint: str, margins: str, paragraphs: str
) -> str:
    """A rectangle with a text in its middle.

    Args:
        identity: As ``write_identity`` gives it.
        frame: As ``write_frame`` gives it.
        paint: Its filling and its border.
        margins: From its sides to its text, and whether that wraps, as attributes.
        paragraphs: The text.
    """
    return (
        f"<p:sp><p:nvSpPr>{identity}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr><a:xfrm>{frame}</a:xfrm>"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{paint}</p:spPr>'
        f'<p:txBody><a:bodyPr rtlCol="0" anchor="ctr" {margins}/><a:lstStyle/>'
        f"{paragraphs}</p:txBody></p:sp>"
    )


def write_paragraph(lines: Sequence[SlideTextRun], alignment: str) -> str:
    """Pieces of text, each on a line of its own."""
    return (
        f'<a:p><a:pPr algn="{alignment}"/>'
        + "<a:br/>".join(map(write_run, lines))
        + "</a:p>"
    )


def write_run(run: SlideTextRun) -> str:
    """A piece of text."""
    size = Pt(max(round(run.size, 1), SMALLEST_SIZE)) // _EMU_PER_CENTIPOINT
    italic = "" if run.italic is None else f' i="{run.italic:d}"'
    return (
        f'<a:r><a:rPr sz="{size}" b="{run.bold:d}"{italic} lang="{run.language}">'
        f"{write_colour(run.colour)}</a:rPr>"
        # a piece that another follows, such as a code, ends in a space
        f"<a:t>{escape(one_line(run.text))}{' ' * run.text[-1:].isspace()}</a:t></a:r>"
    )


def write_line_style(look: LinkStyle, pen: float) -> str:
    """How the line of a link is drawn."""
    dashes = (
        f'<a:prstDash val="{_DASHES[look.dashes]}"/>' if look.dashes else ""
    )
    start = _write_line_end("headEnd", "oval") if look.is_weak else ""
    return (
        f'<a:ln w="{Pt(pen)}">{write_colour(look.colour)}{dashes}'
        f"{start}{_write_line_end('tailEnd', _HEADS[look.head])}</a:ln>"
    )


def _write_line_end(tag: str, shape: str) -> str:
    """What stands at an end of a line; PowerPoint calls where it starts its head."""
    return f'<a:{tag} type="{shape}" w="med" len="med"/>'


def write_connector(
    identity: str, glue: str, form: str, ends: tuple[Point, Point], line: str
) -> str:
    """A connector.

    Args:
        identity: As ``write_identity`` gives it.
        glue: To what it stays glued; empty when to nothing.
        form: Its geometry.
        ends: Where it starts and where it ends, in points.
        line: As ``write_line_style`` gives it.
    """
    (x, y), (to_x, to_y) = (tuple(map(Pt, end)) for end in ends)
    flips = ' flipH="1"' * (x > to_x) + ' flipV="1"' * (y > to_y)
    frame = write_frame(
        min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y)
    )
    holder = (
        f"<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>" if glue else "<p:cNvCxnSpPr/>"
    )
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{identity}{holder}<p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr><a:xfrm{flips}>{frame}</a:xfrm>{form}{line}</p:spPr></p:cxnSp>"
    )


def write_preset(form: str, shares: Sequence[float] = ()) -> str:
    """A form that PowerPoint knows, and where it bends."""
    guides = ""
    for number, share in enumerate(shares, start=1):
        # the format counts shares in hundred-thousandths
        value = round(share * 100_000)
        guides += f'<a:gd name="adj{number}" fmla="val {value}"/>'
    return (
        f'<a:prstGeom prst="{form}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
    )


def write_curves(points: Sequence[Point]) -> str:
    """A form of one's own: the curves of a picture, of three points each after the first."""
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), min(ys)
    size = f'w="{Pt(max(xs) - left)}" h="{Pt(max(ys) - top)}"'
    places = [
        f'<a:pt x="{Pt(x - left)}" y="{Pt(y - top)}"/>' for x, y in points
    ]
    curves = "".join(
        f"<a:cubicBezTo>{''.join(places[at : at + 3])}</a:cubicBezTo>"
        for at in range(1, len(places), 3)
    )
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path {size} fill="none"><a:moveTo>{places[0]}</a:moveTo>{curves}</a:path>'
        "</a:pathLst></a:custGeom>"
    )
