"""One page of the network on a slide: boxes that can be edited, and connectors that stay glued to them."""

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dinet.language import translated
from dinet.layout.layered.cards import shown
from dinet.layout.plan import Band, Box, Layout, Route, Words
from dinet.layout.render.svg import NAMES
from dinet.layout.style.palette import bold
from dinet.layout.style.paper import OVER, PAD, REMARK
from dinet.layout.text.measure import width
from dinet.network import Network
from dinet.writers.office.archive import one_line
from dinet.writers.slides.slide_texts import Texts, describe, rgb

LEFT, RIGHT, TOP, BOTTOM = 1, 3, 0, 2
"""The sites of a rectangle to which a connector can be glued."""
SERVING = ("contributes_to", "measures", "part_of")
_DASHES = {"5 3": "dash", "1.5 3": "sysDot"}
_NEAR = 22.0
"""How far from a box a connector that skips a column bends, in points."""


class Drawing:
    """Draws pages on slides.

    Args:
        network: What the elements say in full.
        texts: Writes text, and knows the languages.
    """

    def __init__(self, network: Network, texts: Texts) -> None:
        self.network, self.texts = network, texts
        self.served: dict[str, list[str]] = {}
        for link in network.links():
            if link.kind in SERVING:
                self.served.setdefault(link.start, []).append(link.end)

    def draw(self, slide: Any, layout: Layout) -> None:
        """Put everything but the title of a page on a slide: grounds, words, boxes, and connectors behind these."""
        for band in layout.bands:
            self._band(slide, band, layout)
        grounds = len(slide.shapes._spTree)
        for words in layout.words:
            if words.role not in ("title", "subtitle"):
                self._words(slide, words, layout)
        boxes = {box.id: self._box(slide, box, layout) for box in layout.boxes}
        places = {box.id: box for box in layout.boxes}
        for route in layout.samples:
            self._sample(slide, route, layout)
        for number, route in enumerate(layout.routes):
            line = self._connector(
                slide, route, (places[route.start], places[route.end]), boxes
            )
            self._look(line, route, layout)
            slide.shapes._spTree.insert(grounds + number, line._element)

    def _band(self, slide: Any, band: Band, layout: Layout) -> None:
        ground = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Pt(band.x), Pt(band.y), Pt(band.w), Pt(band.h)
        )
        _paint(ground, layout.style.band, layout.style.band_border, 0.75)
        describe(ground, self._say("ground"), decorative=True)

    def _words(self, slide: Any, words: Words, layout: Layout) -> None:
        wide = 1.1 * width(words.text, "bold" if words.bold else "regular") * words.size
        box = slide.shapes.add_textbox(
            Pt(words.x), Pt(words.y - words.size), Pt(wide), Pt(1.4 * words.size)
        )
        frame = _bare(box)
        self.texts.add(
            frame.paragraphs[0],
            words.text,
            size=words.size,
            bold=words.bold,
            colour=layout.style.words,
            own=True,
        )
        describe(box, one_line(words.text))

    # boxes

    def _box(self, slide: Any, box: Box, layout: Layout) -> Any:
        """A bar with the code and a box with the text, as one group; the box is what connectors are glued to."""
        ink, size = layout.style.inks[box.kind], layout.size
        group = slide.shapes.add_group_shape()
        main = group.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Pt(box.x), Pt(box.y), Pt(box.w), Pt(box.h)
        )
        bar = group.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Pt(box.x), Pt(box.y), Pt(box.bar), Pt(box.h)
        )
        _paint(main, ink.ground, ink.border, ink.pen, dashed=box.dashed)
        _paint(bar, ink.bar, ink.border, ink.pen)
        code = _bare(bar)
        code.vertical_anchor, code.paragraphs[0].alignment = (
            MSO_ANCHOR.MIDDLE,
            PP_ALIGN.CENTER,
        )
        code.word_wrap = False
        self.texts.add(
            code.paragraphs[0], box.code, size=0.9 * size, bold=True, colour=ink.code
        )
        self._text(main, box, layout)
        said = self._label(box)
        describe(group, said, name=box.id)
        describe(main, said, name=f"{box.id} {self._say('text')}")
        describe(bar, box.id, name=f"{box.id} {self._say('code')}", decorative=True)
        return main

    def _text(self, main: Any, box: Box, layout: Layout) -> None:
        ink, size = layout.style.inks[box.kind], layout.size
        frame = _bare(main)
        frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, True
        frame.margin_left, frame.margin_right = (
            Pt(box.bar + PAD * size),
            Pt(PAD * size / 2),
        )
        frame.margin_top = frame.margin_bottom = Pt(OVER * size / 2)
        strong = box.kind in ("theme", "programme")
        first = frame.paragraphs[0]
        first.alignment = PP_ALIGN.LEFT
        whole = one_line(shown(self.network[box.id], short=True))
        lines = (whole,) if " ".join(box.lines) == whole else box.lines
        for number, line in enumerate(lines):
            if number:
                first.add_line_break()
            self.texts.add(first, line, size=size, bold=strong, colour=ink.text)
        for remark in box.remarks:
            under = frame.add_paragraph()
            under.alignment = PP_ALIGN.LEFT
            strong, colour = bold(remark.text), layout.style.remark(remark.text)
            self.texts.add(
                under,
                remark.text,
                size=REMARK * size,
                bold=strong,
                italic=not strong,
                colour=colour,
                own=strong,
            )

    def _label(self, box: Box) -> str:
        """What a screen reader says of a box."""
        element = self.network[box.id]
        said = [
            f"{NAMES[box.kind].said(self.texts.lang)} {box.id}: {one_line(element.text)}"
        ]
        said += [remark.text for remark in box.remarks]
        if box.id in self.served:
            said.append(f"{self._say('Serves')} {', '.join(self.served[box.id])}")
        return ". ".join(each.rstrip(".") for each in said) + "."

    # connectors

    def _connector(
        self, slide: Any, route: Route, ends: tuple[Box, Box], boxes: dict[str, Any]
    ) -> Any:
        start, end = ends
        beside = start.x >= end.x + end.w or end.x >= start.x + start.w
        kind = MSO_CONNECTOR.CURVE if beside else MSO_CONNECTOR.STRAIGHT
        (x, y), (to_x, to_y) = route.points[0], route.points[-1]
        line = slide.shapes.add_connector(kind, Pt(x), Pt(y), Pt(to_x), Pt(to_y))
        first, last = (LEFT, RIGHT) if start.x > end.x else (RIGHT, LEFT)
        if not beside:
            first, last = (TOP, BOTTOM) if start.y > end.y else (BOTTOM, TOP)
        line.begin_connect(boxes[start.id], first)
        line.end_connect(boxes[end.id], last)
        if len(route.points) > 4 and beside:
            _bend(line, _turn(route))
        said = f"{route.start} {self._say(route.kind.replace('_', ' '))} {route.end}"
        describe(line, said, name=said)
        return line

    def _sample(self, slide: Any, route: Route, layout: Layout) -> None:
        (x, y), (to_x, to_y) = route.points[0], route.points[-1]
        line = slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, Pt(x), Pt(y), Pt(to_x), Pt(to_y)
        )
        self._look(line, route, layout)
        describe(line, self._say("sample"), decorative=True)

    def _look(self, line: Any, route: Route, layout: Layout) -> None:
        look = layout.style.line(route.kind, dashed=route.dashed)
        _plain(line)
        line.line.color.rgb = rgb(look.colour)
        line.line.width = Pt(1)
        drawn = line.line._get_or_add_ln()
        if look.dashes:
            drawn.append(
                parse_xml(f'<a:prstDash {nsdecls("a")} val="{_DASHES[look.dashes]}"/>')
            )
        if look.head:
            drawn.append(
                parse_xml(
                    f'<a:tailEnd {nsdecls("a")} type="triangle" w="med" len="med"/>'
                )
            )

    def _say(self, words: str) -> str:
        return translated(words, self.texts.lang)


def _turn(route: Route) -> float:
    """Where a connector that skips a column bends: near the box at whose height the way between the columns is not."""
    (x, y), (to_x, to_y) = route.points[0], route.points[-1]
    middle = route.points[len(route.points) // 2][1]
    share = min(0.5, _NEAR / max(1.0, abs(to_x - x)))
    return 1 - share if abs(middle - y) <= abs(middle - to_y) else share


def _bend(line: Any, where: float) -> None:
    shape = line._element.spPr.prstGeom
    for old in list(shape):
        shape.remove(old)
    shape.append(
        parse_xml(
            f'<a:avLst {nsdecls("a")}><a:gd name="adj1" fmla="val {round(where * 100_000)}"/></a:avLst>'
        )
    )


def _paint(
    shape: Any, ground: str, border: str, pen: float, *, dashed: bool = False
) -> None:
    _plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(ground)
    shape.line.color.rgb = rgb(border)
    shape.line.width = Pt(pen)
    if dashed:
        shape.line._get_or_add_ln().append(
            parse_xml(f'<a:prstDash {nsdecls("a")} val="dash"/>')
        )


def _plain(shape: Any) -> None:
    """Take away what the theme adds, such as shadows."""
    for style in shape._element.xpath("p:style"):
        shape._element.remove(style)


def _bare(shape: Any) -> Any:
    """The text of a shape, without margins."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame
