"""One page of the network on a slide.

It has boxes that can be edited, and connectors that stay glued to them.
"""

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from dinet.language import translate_words
from dinet.layout.layered.cards import display_text
from dinet.layout.plan import (
    CaptionLine,
    ClusterBand,
    ElementBox,
    Layout,
    Point,
    Remark,
    Route,
)
from dinet.layout.style.palette import HeadShape, is_bold_remark
from dinet.layout.style.paper import SIDE_PAD, TOP_PAD
from dinet.layout.text.measure import Face, measure_width
from dinet.model import SUPPORTING_LINKS
from dinet.network import Network
from dinet.wording.labels import kind_heading
from dinet.writers.office.archive import one_line
from dinet.writers.slides.connector_paths import (
    LEFT_SITE,
    RIGHT_SITE,
    ConnectorPath,
    ConnectorRouter,
)
from dinet.writers.slides.slide_texts import (
    SlideTextWriter,
    bare_text_frame,
    describe_shape,
    to_rgb,
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
WIDTH_RESERVE = 1.1
"""How many times wider than measured the room for a text is.

The letters that are drawn may be others than those that were measured.
"""


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
        """Put everything but the title of a page on a slide.

        Grounds lie at the back, then connectors, then words and boxes. A screen reader reads in
        this order too.
        """
        for band in layout.bands:
            self._draw_band(slide, band, layout)
        behind_boxes = len(slide.shapes._spTree)
        for words in layout.words:
            if words.role not in ("title", "subtitle"):
                self._draw_words(slide, words, layout)
        shapes = {
            box.id: self._draw_box(slide, box, layout) for box in layout.boxes
        }
        for route in layout.samples:
            self._draw_sample(slide, route, layout)
        self._draw_connectors(slide, layout, shapes, behind_boxes)

    def _draw_connectors(
        self,
        slide: Any,
        layout: Layout,
        shapes: dict[str, Any],
        behind_boxes: int,
    ) -> None:
        """Glue a connector for every link to its shapes, and move it behind these."""
        linked_ids = {
            end for route in layout.routes for end in (route.start, route.end)
        }
        router = ConnectorRouter(layout.boxes, linked_ids)
        for number, route in enumerate(layout.routes):
            path = router.find_path(route)
            line = self._draw_connector(slide, route, path)
            sites = path.sites if path else (LEFT_SITE, RIGHT_SITE)
            ends = shapes[route.start], shapes[route.end]
            _glue_connector(line, ends, sites)
            self._style_line(line, route, layout)
            slide.shapes._spTree.insert(behind_boxes + number, line._element)

    def _draw_band(
        self, slide: Any, band: ClusterBand, layout: Layout
    ) -> None:
        ground = _add_rectangle(slide.shapes, band.x, band.y, band.w, band.h)
        _paint_shape(ground, layout.style.band, layout.style.band_border, 0.75)
        describe_shape(
            ground, self._translate_words("ground"), decorative=True
        )

    def _draw_words(
        self, slide: Any, words: CaptionLine, layout: Layout
    ) -> None:
        face: Face = "bold" if words.bold else "regular"
        width = WIDTH_RESERVE * measure_width(words.text, face) * words.size
        place = words.x, words.y - words.size, width, 1.4 * words.size
        box = slide.shapes.add_textbox(*map(Pt, place))
        self.texts.add_text(
            bare_text_frame(box).paragraphs[0],
            words.text,
            size=words.size,
            bold=words.bold,
            colour=layout.style.words,
            own=True,
        )
        describe_shape(box, one_line(words.text))

    # boxes

    def _draw_box(self, slide: Any, box: ElementBox, layout: Layout) -> Any:
        """A bar with the code and a box with the text, as one group.

        Returns:
            The box: it is what connectors are glued to.
        """
        ink = layout.style.inks[box.kind]
        group = slide.shapes.add_group_shape()
        main = _add_rectangle(group.shapes, box.x, box.y, box.w, box.h)
        bar = _add_rectangle(group.shapes, box.x, box.y, box.bar, box.h)
        _paint_shape(main, ink.ground, ink.border, ink.pen, dashed=box.dashed)
        _paint_shape(bar, ink.bar, ink.border, ink.pen)
        self._write_code(bar, box, layout)
        self._write_box_text(main, box, layout)
        self._describe_box(group, main, bar, box)
        return main

    def _describe_box(
        self, group: Any, main: Any, bar: Any, box: ElementBox
    ) -> None:
        """Give the three shapes of an element their names, and the words of a screen reader."""
        label = self._spoken_label(box)
        text_name = f"{box.id} {self._translate_words('text')}"
        code_name = f"{box.id} {self._translate_words('code')}"
        describe_shape(group, label, name=box.id)
        describe_shape(main, label, name=text_name)
        describe_shape(bar, box.id, name=code_name, decorative=True)

    def _write_code(self, bar: Any, box: ElementBox, layout: Layout) -> None:
        frame = bare_text_frame(bar)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.word_wrap = False
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.CENTER
        colour, size = layout.style.inks[box.kind].code, layout.size
        self.texts.add_text(
            paragraph, box.code, size=size, bold=True, colour=colour
        )

    def _write_box_text(
        self, main: Any, box: ElementBox, layout: Layout
    ) -> None:
        size = layout.size
        frame = bare_text_frame(main)
        frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, True
        frame.margin_left = Pt(box.bar + SIDE_PAD * size)
        frame.margin_right = Pt(SIDE_PAD * size / 2)
        frame.margin_top = frame.margin_bottom = Pt(TOP_PAD * size / 2)
        self._write_lines(frame.paragraphs[0], box, layout)
        for remark in box.remarks:
            self._write_remark(frame.add_paragraph(), remark, layout)

    def _write_lines(
        self, paragraph: Any, box: ElementBox, layout: Layout
    ) -> None:
        """The text of a box: in one piece, but for a break in each word that was hyphenated."""
        paragraph.alignment = PP_ALIGN.LEFT
        strong = box.kind in ("theme", "programme")
        colour = layout.style.inks[box.kind].text
        whole = one_line(display_text(self.network[box.id], short=True))
        for number, line in enumerate(_flowing_lines(box.lines, whole)):
            if number:
                paragraph.add_line_break()
            self.texts.add_text(
                paragraph, line, size=layout.size, bold=strong, colour=colour
            )

    def _write_remark(
        self, paragraph: Any, remark: Remark, layout: Layout
    ) -> None:
        paragraph.alignment = PP_ALIGN.LEFT
        strong = is_bold_remark(remark.text)
        for number, line in enumerate(
            _flowing_lines(remark.lines, remark.text)
        ):
            if number:
                paragraph.add_line_break()
            self.texts.add_text(
                paragraph,
                line,
                size=layout.size,
                bold=strong,
                italic=not strong,
                colour=layout.style.remark_colour(remark.text),
                own=strong,
            )

    def _spoken_label(self, box: ElementBox) -> str:
        """What a screen reader says of a box: what it is, its remarks, and what it serves."""
        text = one_line(self.network[box.id].text)
        kind_name = kind_heading(box.kind, self.texts.lang, 1)
        sentences = [f"{kind_name} {box.id}: {text}"]
        sentences += [remark.text for remark in box.remarks]
        if box.id in self.served_ids:
            served = ", ".join(self.served_ids[box.id])
            sentences.append(f"{self._translate_words('Serves')} {served}")
        return ". ".join(sentence.rstrip(".") for sentence in sentences) + "."

    # connectors

    def _draw_connector(
        self, slide: Any, route: Route, path: ConnectorPath | None
    ) -> Any:
        """A connector from what serves to what is served, along a path or else as in pictures."""
        line = _add_connector(slide, MSO_CONNECTOR.STRAIGHT, route)
        if path is None:
            _draw_free_curve(line, route.points)
        else:
            _shape_connector(line, path)
        self._describe_connector(line, route)
        return line

    def _describe_connector(self, line: Any, route: Route) -> None:
        verb = self._translate_words(route.kind.replace("_", " "))
        label = f"{route.start} {verb} {route.end}"
        describe_shape(line, label, name=label)

    def _draw_sample(self, slide: Any, route: Route, layout: Layout) -> None:
        """A line of the legend."""
        line = _add_connector(slide, MSO_CONNECTOR.STRAIGHT, route)
        self._style_line(line, route, layout)
        describe_shape(line, self._translate_words("sample"), decorative=True)

    def _style_line(self, line: Any, route: Route, layout: Layout) -> None:
        look = layout.style.link_style(route.kind, weak=route.is_weak)
        _remove_theme_style(line)
        line.line.color.rgb = to_rgb(look.colour)
        line.line.width = Pt(route.pen)
        properties = line.line._get_or_add_ln()
        if look.dashes:
            properties.append(_dash_element(_DASHES[look.dashes]))
        if look.is_weak:
            properties.append(_line_end("headEnd", "oval"))
        properties.append(_line_end("tailEnd", _HEADS[look.head]))

    def _translate_words(self, words: str) -> str:
        return translate_words(words, self.texts.lang)


def _flowing_lines(lines: Sequence[str], whole: str) -> list[str]:
    """Lines put together, so that other letters may break them elsewhere.

    Only a line that ends in a hyphen which the text itself lacks stays apart.

    Args:
        lines: As they were measured.
        whole: The text of which they are the beginning.

    Example:
        >>> _flowing_lines(("De samen-", "werking met", "ieder"), "De samenwerking met ieder")
        ['De samen-', 'werking met ieder']
    """
    flowing: list[str] = []
    for line in lines:
        before = flowing[-1] if flowing else "-"
        if before.endswith("-"):
            joined = before + line.split(" ")[0]
            if flowing and joined.split(" ")[-1] in whole:
                flowing[-1] += line
            else:
                flowing.append(line)
        else:
            flowing[-1] += f" {line}"
    return flowing


def _line_end(tag: str, shape: str) -> Any:
    """What stands at an end of a line; PowerPoint calls where it starts its head."""
    return parse_xml(
        f'<a:{tag} {nsdecls("a")} type="{shape}" w="med" len="med"/>'
    )


def _add_rectangle(
    shapes: Any, left: float, top: float, width: float, height: float
) -> Any:
    """A rectangle among some shapes, at a place in points."""
    place = Pt(left), Pt(top), Pt(width), Pt(height)
    return shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)


def _add_connector(slide: Any, form: Any, route: Route) -> Any:
    """A connector between the ends of a route."""
    (x, y), (to_x, to_y) = route.points[0], route.points[-1]
    return slide.shapes.add_connector(form, Pt(x), Pt(y), Pt(to_x), Pt(to_y))


def _shape_connector(line: Any, path: ConnectorPath) -> None:
    """Give a connector the form and the place of a path."""
    line.begin_x, line.begin_y = map(Pt, path.start)
    line.end_x, line.end_y = map(Pt, path.end)
    shape = line._element.spPr.prstGeom
    shape.set("prst", path.form)
    for old in list(shape):
        shape.remove(old)
    guides = ""
    for number, share in enumerate(path.shares, start=1):
        # the format counts shares in hundred-thousandths
        value = round(share * 100_000)
        guides += f'<a:gd name="adj{number}" fmla="val {value}"/>'
    shape.append(parse_xml(f"<a:avLst {nsdecls('a')}>{guides}</a:avLst>"))


def _glue_connector(
    line: Any, ends: tuple[Any, Any], sites: tuple[int, int]
) -> None:
    """Tell to which shapes a connector stays glued, at which of their sites."""
    properties = line._element.nvCxnSpPr.cNvCxnSpPr
    tags = ("stCxn", "endCxn")
    for tag, shape, site in zip(tags, ends, sites, strict=True):
        glue = f'<a:{tag} {nsdecls("a")} id="{shape.shape_id}" idx="{site}"/>'
        properties.append(parse_xml(glue))


def _draw_free_curve(line: Any, points: Sequence[Point]) -> None:
    """Draw a connector along the curves of a picture: no form of PowerPoint's own would do."""
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), min(ys)
    width, height = max(xs) - left, max(ys) - top
    line.begin_x, line.begin_y = Pt(left), Pt(top)
    line.end_x, line.end_y = Pt(left + width), Pt(top + height)
    places = [
        f'<a:pt x="{Pt(x - left)}" y="{Pt(y - top)}"/>' for x, y in points
    ]
    curves = "".join(
        f"<a:cubicBezTo>{''.join(places[at : at + 3])}</a:cubicBezTo>"
        for at in range(1, len(places), 3)
    )
    path = (
        f'<a:path w="{Pt(width)}" h="{Pt(height)}" fill="none">'
        f"<a:moveTo>{places[0]}</a:moveTo>{curves}</a:path>"
    )
    properties = line._element.spPr
    properties.replace(
        properties.prstGeom,
        parse_xml(
            f"<a:custGeom {nsdecls('a')}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
        ),
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
        shape.line._get_or_add_ln().append(_dash_element("dash"))


def _dash_element(form: str) -> Any:
    return parse_xml(f'<a:prstDash {nsdecls("a")} val="{form}"/>')


def _remove_theme_style(shape: Any) -> None:
    """Take away what the theme adds, such as shadows."""
    for style in shape._element.xpath("p:style"):
        shape._element.remove(style)
