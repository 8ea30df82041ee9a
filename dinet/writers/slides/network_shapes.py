"""One page of the network on a slide: boxes that can be edited, and connectors that stay glued to them."""

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dinet.language import translate_words
from dinet.layout.layered.cards import display_text
from dinet.layout.plan import CaptionLine, ClusterBand, ElementBox, Layout, Route
from dinet.layout.style.palette import is_bold_remark
from dinet.layout.style.paper import REMARK_SIZE, SIDE_PAD, TOP_PAD
from dinet.layout.text.measure import measure_width
from dinet.model import SUPPORTING_LINKS
from dinet.network import Network
from dinet.wording.labels import kind_heading
from dinet.writers.office.archive import one_line
from dinet.writers.slides.slide_texts import SlideTextWriter, describe_shape, to_rgb

LEFT_SITE, RIGHT_SITE, TOP_SITE, BOTTOM_SITE = 1, 3, 0, 2
"""The sites of a rectangle to which a connector can be glued."""
_DASHES = {"5 3": "dash", "1.5 3": "sysDot"}
_BEND_DISTANCE = 22.0
"""How far from a box a connector that skips a column bends, in points."""


class SlideDrawer:
    """Draws pages on slides.

    Args:
        network: What the elements say in full.
        texts: Writes text, and knows the languages.
    """

    def __init__(self, network: Network, texts: SlideTextWriter) -> None:
        self.network, self.texts = network, texts
        self.served_ids: dict[str, list[str]] = {}
        for link in network.links():
            if link.kind in SUPPORTING_LINKS:
                self.served_ids.setdefault(link.start, []).append(link.end)

    def draw_page(self, slide: Any, layout: Layout) -> None:
        """Put everything but the title of a page on a slide: grounds, words, boxes, and connectors behind these."""
        for band in layout.bands:
            self._draw_band(slide, band, layout)
        grounds = len(slide.shapes._spTree)
        for words in layout.words:
            if words.role not in ("title", "subtitle"):
                self._draw_words(slide, words, layout)
        boxes = {box.id: self._draw_box(slide, box, layout) for box in layout.boxes}
        places = {box.id: box for box in layout.boxes}
        for route in layout.samples:
            self._draw_sample(slide, route, layout)
        for number, route in enumerate(layout.routes):
            line = self._draw_connector(
                slide, route, (places[route.start], places[route.end]), boxes
            )
            self._style_line(line, route, layout)
            slide.shapes._spTree.insert(grounds + number, line._element)

    def _draw_band(self, slide: Any, band: ClusterBand, layout: Layout) -> None:
        ground = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Pt(band.x), Pt(band.y), Pt(band.w), Pt(band.h)
        )
        _paint_shape(ground, layout.style.band, layout.style.band_border, 0.75)
        describe_shape(ground, self._translate_words("ground"), decorative=True)

    def _draw_words(self, slide: Any, words: CaptionLine, layout: Layout) -> None:
        wide = (
            1.1
            * measure_width(words.text, "bold" if words.bold else "regular")
            * words.size
        )
        box = slide.shapes.add_textbox(
            Pt(words.x), Pt(words.y - words.size), Pt(wide), Pt(1.4 * words.size)
        )
        frame = _bare_text_frame(box)
        self.texts.add_text(
            frame.paragraphs[0],
            words.text,
            size=words.size,
            bold=words.bold,
            colour=layout.style.words,
            own=True,
        )
        describe_shape(box, one_line(words.text))

    # boxes

    def _draw_box(self, slide: Any, box: ElementBox, layout: Layout) -> Any:
        """A bar with the code and a box with the text, as one group; the box is what connectors are glued to."""
        ink, size = layout.style.inks[box.kind], layout.size
        group = slide.shapes.add_group_shape()
        main = group.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Pt(box.x), Pt(box.y), Pt(box.w), Pt(box.h)
        )
        bar = group.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Pt(box.x), Pt(box.y), Pt(box.bar), Pt(box.h)
        )
        _paint_shape(main, ink.ground, ink.border, ink.pen, dashed=box.dashed)
        _paint_shape(bar, ink.bar, ink.border, ink.pen)
        code = _bare_text_frame(bar)
        code.vertical_anchor, code.paragraphs[0].alignment = (
            MSO_ANCHOR.MIDDLE,
            PP_ALIGN.CENTER,
        )
        code.word_wrap = False
        self.texts.add_text(
            code.paragraphs[0], box.code, size=0.9 * size, bold=True, colour=ink.code
        )
        self._write_box_text(main, box, layout)
        said = self._spoken_label(box)
        describe_shape(group, said, name=box.id)
        describe_shape(main, said, name=f"{box.id} {self._translate_words('text')}")
        describe_shape(
            bar,
            box.id,
            name=f"{box.id} {self._translate_words('code')}",
            decorative=True,
        )
        return main

    def _write_box_text(self, main: Any, box: ElementBox, layout: Layout) -> None:
        ink, size = layout.style.inks[box.kind], layout.size
        frame = _bare_text_frame(main)
        frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, True
        frame.margin_left, frame.margin_right = (
            Pt(box.bar + SIDE_PAD * size),
            Pt(SIDE_PAD * size / 2),
        )
        frame.margin_top = frame.margin_bottom = Pt(TOP_PAD * size / 2)
        strong = box.kind in ("theme", "programme")
        first = frame.paragraphs[0]
        first.alignment = PP_ALIGN.LEFT
        whole = one_line(display_text(self.network[box.id], short=True))
        lines = (whole,) if " ".join(box.lines) == whole else box.lines
        for number, line in enumerate(lines):
            if number:
                first.add_line_break()
            self.texts.add_text(first, line, size=size, bold=strong, colour=ink.text)
        for remark in box.remarks:
            under = frame.add_paragraph()
            under.alignment = PP_ALIGN.LEFT
            strong, colour = (
                is_bold_remark(remark.text),
                layout.style.remark_colour(remark.text),
            )
            self.texts.add_text(
                under,
                remark.text,
                size=REMARK_SIZE * size,
                bold=strong,
                italic=not strong,
                colour=colour,
                own=strong,
            )

    def _spoken_label(self, box: ElementBox) -> str:
        """What a screen reader says of a box."""
        element = self.network[box.id]
        said = [
            f"{kind_heading(box.kind, self.texts.lang, 1)} {box.id}: {one_line(element.text)}"
        ]
        said += [remark.text for remark in box.remarks]
        if box.id in self.served_ids:
            said.append(
                f"{self._translate_words('Serves')} {', '.join(self.served_ids[box.id])}"
            )
        return ". ".join(each.rstrip(".") for each in said) + "."

    # connectors

    def _draw_connector(
        self,
        slide: Any,
        route: Route,
        ends: tuple[ElementBox, ElementBox],
        boxes: dict[str, Any],
    ) -> Any:
        start, end = ends
        beside = start.x >= end.x + end.w or end.x >= start.x + start.w
        kind = MSO_CONNECTOR.CURVE if beside else MSO_CONNECTOR.STRAIGHT
        (x, y), (to_x, to_y) = route.points[0], route.points[-1]
        line = slide.shapes.add_connector(kind, Pt(x), Pt(y), Pt(to_x), Pt(to_y))
        first, last = (
            (LEFT_SITE, RIGHT_SITE) if start.x > end.x else (RIGHT_SITE, LEFT_SITE)
        )
        if not beside:
            first, last = (
                (TOP_SITE, BOTTOM_SITE) if start.y > end.y else (BOTTOM_SITE, TOP_SITE)
            )
        line.begin_connect(boxes[start.id], first)
        line.end_connect(boxes[end.id], last)
        if len(route.points) > 4 and beside:
            _bend_connector(line, _bend_share(route))
        said = f"{route.start} {self._translate_words(route.kind.replace('_', ' '))} {route.end}"
        describe_shape(line, said, name=said)
        return line

    def _draw_sample(self, slide: Any, route: Route, layout: Layout) -> None:
        (x, y), (to_x, to_y) = route.points[0], route.points[-1]
        line = slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, Pt(x), Pt(y), Pt(to_x), Pt(to_y)
        )
        self._style_line(line, route, layout)
        describe_shape(line, self._translate_words("sample"), decorative=True)

    def _style_line(self, line: Any, route: Route, layout: Layout) -> None:
        look = layout.style.link_style(route.kind, dashed=route.dashed)
        _remove_theme_style(line)
        line.line.color.rgb = to_rgb(look.colour)
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

    def _translate_words(self, words: str) -> str:
        return translate_words(words, self.texts.lang)


def _bend_share(route: Route) -> float:
    """Where a connector that skips a column bends: near the box at whose height the way between the columns is not."""
    (x, y), (to_x, to_y) = route.points[0], route.points[-1]
    middle = route.points[len(route.points) // 2][1]
    share = min(0.5, _BEND_DISTANCE / max(1.0, abs(to_x - x)))
    return 1 - share if abs(middle - y) <= abs(middle - to_y) else share


def _bend_connector(line: Any, where: float) -> None:
    shape = line._element.spPr.prstGeom
    for old in list(shape):
        shape.remove(old)
    shape.append(
        parse_xml(
            f'<a:avLst {nsdecls("a")}><a:gd name="adj1" fmla="val {round(where * 100_000)}"/></a:avLst>'
        )
    )


def _paint_shape(
    shape: Any, ground: str, border: str, pen: float, *, dashed: bool = False
) -> None:
    _remove_theme_style(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = to_rgb(ground)
    shape.line.color.rgb = to_rgb(border)
    shape.line.width = Pt(pen)
    if dashed:
        shape.line._get_or_add_ln().append(
            parse_xml(f'<a:prstDash {nsdecls("a")} val="dash"/>')
        )


def _remove_theme_style(shape: Any) -> None:
    """Take away what the theme adds, such as shadows."""
    for style in shape._element.xpath("p:style"):
        shape._element.remove(style)


def _bare_text_frame(shape: Any) -> Any:
    """The text of a shape, without margins."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame
