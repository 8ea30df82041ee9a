"""One page of the network on a slide.

It has boxes that can be edited, and connectors that stay glued to them.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from dinet.language import translate_words
from dinet.layout.layered.cards import display_text
from dinet.layout.plan import (
    CaptionLine,
    ClusterBand,
    ElementBox,
    Layout,
    Remark,
    Route,
)
from dinet.layout.style.palette import is_bold_remark
from dinet.layout.style.paper import SIDE_PAD, TOP_PAD
from dinet.layout.text.measure import Face, measure_width
from dinet.model import SUPPORTING_LINKS
from dinet.network import Network
from dinet.wording.labels import kind_heading
from dinet.writers.office.archive import one_line
from dinet.writers.slides.connector_paths import (
    LEFT_SITE,
    RIGHT_SITE,
    STRAIGHT,
    ConnectorPath,
    ConnectorRouter,
    corners_of,
)
from dinet.writers.slides.shape_xml import (
    ShapeNumbers,
    SlideTextRun,
    parse_shape,
    write_border,
    write_colour,
    write_connector,
    write_curves,
    write_frame,
    write_identity,
    write_line_style,
    write_paragraph,
    write_preset,
    write_rectangle,
)
from dinet.writers.slides.slide_texts import (
    LANGUAGE_CODES,
    SlideTextWriter,
    bare_text_frame,
    describe_shape,
    to_rgb,
)

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
        numbers = ShapeNumbers(slide)
        tree = slide.shapes._spTree
        box_numbers: dict[str, int] = {}
        for box in layout.boxes:
            group = self._write_box(box, layout, numbers, box_numbers)
            tree.append(parse_shape(group))
        for route in layout.samples:
            tree.append(
                parse_shape(self._write_sample(route, layout, numbers))
            )
        connectors = self._write_connectors(layout, numbers, box_numbers)
        for place, connector in enumerate(connectors, start=behind_boxes):
            tree.insert(place, parse_shape(connector))

    def _write_connectors(
        self,
        layout: Layout,
        numbers: ShapeNumbers,
        box_numbers: dict[str, int],
    ) -> Iterator[str]:
        """A connector for every link, glued to the boxes of what it links."""
        linked_ids = {
            end for route in layout.routes for end in (route.start, route.end)
        }
        router = ConnectorRouter(layout.boxes, linked_ids)
        for route in layout.routes:
            path = router.find_path(route)
            sites = path.sites if path else (LEFT_SITE, RIGHT_SITE)
            ends = box_numbers[route.start], box_numbers[route.end]
            yield self._write_connector(
                route, path, layout, numbers, _write_glue(ends, sites)
            )

    def _write_connector(
        self,
        route: Route,
        path: ConnectorPath | None,
        layout: Layout,
        numbers: ShapeNumbers,
        glue: str,
    ) -> str:
        """A connector from what serves to what is served, along a path or else as in pictures."""
        verb = self._translate_words(route.kind.replace("_", " "))
        label = f"{route.start} {verb} {route.end}"
        if path is None:
            form, ends = write_curves(route.points), corners_of(route.points)
        else:
            form = write_preset(path.form, path.shares)
            ends = path.start, path.end
        return write_connector(
            write_identity(numbers.take_next(), label, label),
            glue,
            form,
            ends,
            _write_route_style(route, layout),
        )

    def _write_sample(
        self, route: Route, layout: Layout, numbers: ShapeNumbers
    ) -> str:
        """A line of the legend."""
        name = self._translate_words("sample")
        return write_connector(
            write_identity(numbers.take_next(), name, None),
            "",
            write_preset(STRAIGHT),
            (route.points[0], route.points[-1]),
            _write_route_style(route, layout),
        )

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

    def _write_box(
        self,
        box: ElementBox,
        layout: Layout,
        numbers: ShapeNumbers,
        box_numbers: dict[str, int],
    ) -> str:
        """A bar with the code and a box with the text, as one group.

        The number of the box goes into ``box_numbers``: it is what connectors are glued to.
        """
        label = self._spoken_label(box)
        identity = write_identity(numbers.take_next(), box.id, label)
        box_numbers[box.id] = numbers.take_next()
        frame = write_frame(*map(Pt, (box.x, box.y, box.w, box.h)))
        inner_frame = frame.replace("a:off", "a:chOff").replace(
            "a:ext", "a:chExt"
        )
        return (
            f"<p:grpSp><p:nvGrpSpPr>{identity}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{frame}{inner_frame}</a:xfrm></p:grpSpPr>"
            f"{self._write_main(box, layout, box_numbers[box.id], label)}"
            f"{self._write_bar(box, layout, numbers.take_next())}</p:grpSp>"
        )

    def _write_bar(self, box: ElementBox, layout: Layout, number: int) -> str:
        """The bar with the code."""
        ink = layout.style.inks[box.kind]
        name = f"{box.id} {self._translate_words('code')}"
        language = LANGUAGE_CODES[self.texts.text_lang]
        code = SlideTextRun(box.code, layout.size, ink.code, True, language)
        return write_rectangle(
            write_identity(number, name, None),
            write_frame(*map(Pt, (box.x, box.y, box.bar, box.h))),
            write_colour(ink.bar) + write_border(ink.border, ink.pen),
            'lIns="0" rIns="0" tIns="0" bIns="0" wrap="none"',
            write_paragraph([code], "ctr"),
        )

    def _write_main(
        self, box: ElementBox, layout: Layout, number: int, label: str
    ) -> str:
        """The box with the text and the remarks."""
        ink, size = layout.style.inks[box.kind], layout.size
        name = f"{box.id} {self._translate_words('text')}"
        border = write_border(ink.border, ink.pen, dashed=box.dashed)
        left, right = box.bar + SIDE_PAD * size, SIDE_PAD * size / 2
        above = Pt(TOP_PAD * size / 2)
        remarks = [self._write_remark(each, layout) for each in box.remarks]
        return write_rectangle(
            write_identity(number, name, label),
            write_frame(*map(Pt, (box.x, box.y, box.w, box.h))),
            write_colour(ink.ground) + border,
            f'lIns="{Pt(left)}" rIns="{Pt(right)}" tIns="{above}" bIns="{above}" '
            'wrap="square"',
            self._write_lines(box, layout) + "".join(remarks),
        )

    def _write_lines(self, box: ElementBox, layout: Layout) -> str:
        """The text of a box: in one piece, but for a break in each word that was hyphenated."""
        strong = box.kind in ("theme", "programme")
        colour = layout.style.inks[box.kind].text
        language = LANGUAGE_CODES[self.texts.text_lang]
        whole = one_line(display_text(self.network[box.id], short=True))
        runs = [
            SlideTextRun(line, layout.size, colour, strong, language)
            for line in _flowing_lines(box.lines, whole)
        ]
        return write_paragraph(runs, "l")

    def _write_remark(self, remark: Remark, layout: Layout) -> str:
        strong = is_bold_remark(remark.text)
        colour = layout.style.remark_colour(remark.text)
        texts = self.texts
        # what is missing is told in our own words, a note in those of the document
        language = LANGUAGE_CODES[texts.lang if strong else texts.text_lang]
        runs = [
            SlideTextRun(
                line, layout.size, colour, strong, language, not strong
            )
            for line in _flowing_lines(remark.lines, remark.text)
        ]
        return write_paragraph(runs, "l")

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


def _add_rectangle(
    shapes: Any, left: float, top: float, width: float, height: float
) -> Any:
    """A rectangle among some shapes, at a place in points."""
    place = Pt(left), Pt(top), Pt(width), Pt(height)
    return shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)


def _write_glue(numbers: tuple[int, int], sites: tuple[int, int]) -> str:
    """To which shapes a connector stays glued, at which of their sites."""
    (start, end), (start_site, end_site) = numbers, sites
    return (
        f'<a:stCxn id="{start}" idx="{start_site}"/>'
        f'<a:endCxn id="{end}" idx="{end_site}"/>'
    )


def _write_route_style(route: Route, layout: Layout) -> str:
    look = layout.style.link_style(route.kind, weak=route.is_weak)
    return write_line_style(look, route.pen)


def _paint_shape(shape: Any, ground: str, border: str, pen: float) -> None:
    _remove_theme_style(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = to_rgb(ground)
    shape.line.color.rgb = to_rgb(border)
    shape.line.width = Pt(pen)


def _remove_theme_style(shape: Any) -> None:
    """Take away what the theme adds, such as shadows."""
    for style in shape._element.xpath("p:style"):
        shape._element.remove(style)
