"""A Layout as SVG that says what it shows.

Every element is a named graphic that a screen reader can read.

Graphviz can write SVG too, but its file is one nameless picture with loose lines of text; this
one has a title, a description, a name for every element, and the letters that it was measured
with.
"""

import re
from base64 import b64encode
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from math import hypot
from typing import Literal, NamedTuple

from dinet.language import Sentence
from dinet.layout.plan import (
    PENS,
    USUAL_PEN,
    CaptionLine,
    ElementBox,
    Layout,
    Point,
    Route,
)
from dinet.layout.style.palette import (
    HeadShape,
    LinkStyle,
    PictureStyle,
    is_bold_remark,
)
from dinet.layout.style.paper import REMARK_SIZE, SIDE_PAD, box_baselines
from dinet.layout.text.measure import (
    FONT_FAMILY,
    FONTS_FOLDER,
    Face,
    measure_width,
)
from dinet.model import KINDS, SUPPORTING_LINKS
from dinet.network import Network
from dinet.wording.labels import kind_heading

FONT_STACK = f"'{FONT_FAMILY}', 'Noto Sans', 'Open Sans', Arial, sans-serif"
MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
FONT_FACES = {
    "Regular": "",
    "Bold": "font-weight:bold;",
    "Italic": "font-style:italic;",
}
XML_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
"""What these signs are written as; the first stands in all others, so it is replaced first."""

# All of these are in letter sizes, so they hold at every scale.
ARROW_HEAD_LENGTH, ARROW_HEAD_WIDTH = 0.7, 0.55  # letter sizes
HEAD_ROOM = 8
"""The room in which the shape at the end of a line is drawn is so wide."""
TIP_SHARE = 0.6
"""The head of a thick line goes before the end of the line with this share of its length.

Links arrive straight over 0.8 of a letter size: with more the line would turn before its end.
"""
CODE_SIZE = 0.9  # letter sizes: the letters of a code
CODE_DROP = (
    0.33  # letter sizes: from the middle of a bar to the base line of its code
)

# not compiled here: that takes as long as loading ten modules, and hardly any text needs it
_ILLEGAL_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_SPECIAL_XML = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')


USUAL_HEAD = "head-arrow"
"""What nearly all lines of a page have, so it stands there once, for all of them."""


class LineEnd(NamedTuple):
    """The shape at an end of a line, in a room of 8 by 6 of which the right side is the end.

    Args:
        fill: ``whole`` in the colour of the line, ``open`` in that of the page, or ``none``.
    """

    d: str
    fill: Literal["whole", "open", "none"]


HEAD_PATHS: dict[HeadShape, LineEnd] = {
    "arrow": LineEnd("M.5 .5L7.5 3L.5 5.5z", "whole"),
    "diamond": LineEnd("M.3 3L4 .7L7.7 3L4 5.3z", "open"),
    "open arrow": LineEnd("M2 .5L7.5 3L2 5.5", "none"),
    "bar": LineEnd("M6.8 .2V5.8", "none"),
}
WEAK_CIRCLE = LineEnd("M3 3A2.3 2.3 0 1 0 7.6 3A2.3 2.3 0 1 0 3 3z", "open")
"""Where a line starts that the document does not give in so many words."""


def to_svg(
    layout: Layout,
    network: Network,
    *,
    interactive: bool = False,
    lang: str = "nl",
) -> str:
    """An ``<svg>`` element as text.

    Args:
        layout: What stands where.
        network: What the elements say in full and serve, for their names.
        interactive: For a page, whose scripts make buttons of the elements and whose style sheet
            gives them their looks; there is neither style nor font inside.
        lang: The language of the fixed words in the names.

    Returns:
        Well-formed XML without a declaration, without scripts and without links.
    """
    return "".join(_SvgWriter(layout, network, interactive, lang).svg_pieces())


def spoken_labels(layout: Layout, network: Network, lang: str) -> list[str]:
    """What a screen reader says of each element that is drawn, in the order of the page.

    Args:
        layout: What stands where.
        network: What the elements say in full and serve.
        lang: The language of the fixed words.
    """
    writer = _SvgWriter(layout, network, interactive=False, lang=lang)
    return [writer.spoken_label(box) for box in layout.boxes]


def dom_ids(ids: Iterable[str]) -> list[str]:
    """For each element id one that a document tree allows, no two the same.

    Example:
        >>> dom_ids(["D1", "D 1", "D?1"])
        ['e-D1', 'e-D_1', 'e-D_1-2']
    """
    names: dict[str, None] = {}
    for element_id in ids:
        name = "e-" + re.sub(r"[^A-Za-z0-9_.-]", "_", element_id)
        names[_free_name(name, names)] = None
    return list(names)


def _free_name(name: str, taken: Container[str]) -> str:
    """The name itself, or the first of name-2, name-3 and so on that is not taken."""
    free_name, number = name, 1
    while free_name in taken:
        number += 1
        free_name = f"{name}-{number}"
    return free_name


class _SvgWriter:
    """A layout, and what has to be known to say it in words."""

    def __init__(
        self, layout: Layout, network: Network, interactive: bool, lang: str
    ) -> None:
        self.layout, self.style = layout, layout.style
        self.network, self.interactive = network, interactive
        self.kind_names = {kind: kind_heading(kind, lang, 1) for kind in KINDS}
        self.serves_word = Sentence("Serves").in_language(lang)
        self.served_ids: dict[str, list[str]] = {}
        for link in network.links():
            if link.kind in SUPPORTING_LINKS:
                self.served_ids.setdefault(link.start, []).append(link.end)

    def svg_pieces(self) -> Iterator[str]:
        """The text of the element, piece by piece."""
        layout, style = self.layout, self.style
        yield from self._head_pieces()
        yield from self._ground_pieces()
        heads = (
            f' marker-start="url(#{USUAL_HEAD})"' if self.interactive else ""
        )
        yield f'<g class="links" fill="none" aria-hidden="true"{heads}>'
        yield from map(self._route_path, layout.routes)
        yield from _weight_labels(layout, style)
        yield "</g>"
        names = dom_ids(box.id for box in layout.boxes)
        yield from map(self._write_element, layout.boxes, names)
        yield '<g class="words" aria-hidden="true">'
        yield from map(_caption_text, layout.words)
        yield '<g class="samples" fill="none">'
        yield from map(self._route_path, layout.samples)
        yield "</g></g></svg>"

    def _head_pieces(self) -> Iterator[str]:
        """The tag of the element, its title and its description."""
        layout, font = self.layout, self.style.font
        width = plain_number(layout.width, 4)
        height = plain_number(layout.height, 4)
        role = "group" if self.interactive else "graphics-document document"
        stack = f"'{font}', {FONT_STACK}" if font else FONT_STACK
        yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        yield f'viewBox="0 0 {width} {height}" role="{role}" '
        yield f'aria-labelledby="din-title din-desc" xml:lang="{layout.lang}" '
        size = plain_number(layout.size)
        yield f'font-family="{stack}" font-size="{size}" fill="{self.style.words}">'
        yield f'<title id="din-title">{xml_text(layout.title)}</title>'
        yield f'<desc id="din-desc">{xml_text(layout.description)}</desc>'

    def _ground_pieces(self) -> Iterator[str]:
        """What lies under everything: letters, arrow heads, the page, the logo and the bands."""
        layout, style = self.layout, self.style
        yield "<defs>"
        yield "" if self.interactive else font_style()
        yield from self._line_ends()
        yield "</defs>"
        if not self.interactive:
            width = plain_number(layout.width, 4)
            size = f'width="{width}" height="{plain_number(layout.height, 4)}"'
            yield f'<rect {size} fill="{style.page}"/>'
        yield from self._logo_pieces()
        for band in layout.bands:
            look = f' fill="{style.band}" stroke="{style.band_border}"'
            area = _area_attributes(band.x, band.y, band.w, band.h)
            shape = f'<rect {area} rx="8"{self._in_file(look)}/>'
            yield f'<g class="band" aria-hidden="true">{shape}</g>'

    def _line_ends(self) -> Iterator[str]:
        """The heads of the kinds of lines on this page, and the circles of weak evidence."""
        routes = (*self.layout.routes, *self.layout.samples)
        first = {self._head_name(route): route for route in reversed(routes)}
        in_order = dict.fromkeys(self._head_name(route) for route in routes)
        for name in in_order:
            route = first[name]
            look = _link_style(route, self.style)
            path, scale = HEAD_PATHS[look.head], route.head_scale
            yield self._line_end(name, path, look.colour, scale)
            if look.is_weak:
                yield self._line_end(f"{name}-start", WEAK_CIRCLE, look.colour)

    def _head_name(self, route: Route) -> str:
        """The name of the head of a line.

        A line of weak evidence has a colour of its own, and a thick one a larger head.
        """
        look = _link_style(route, self.style)
        name = f"head-{look.head.replace(' ', '-')}"
        if look.is_weak:
            name += "-weak"
        return name if route.head_scale == 1 else f"{name}-{route.pen:g}"

    def _line_end(
        self, name: str, path: LineEnd, colour: str, scale: float = 1.0
    ) -> str:
        """The end of a line; that of a thick line is larger, and its tip goes before the line."""
        size, page = self.layout.size, self.style.page
        width = plain_number(ARROW_HEAD_LENGTH * size * scale)
        height = plain_number(ARROW_HEAD_WIDTH * size * scale)
        before = 0 if scale == 1 else TIP_SHARE * HEAD_ROOM
        tip = plain_number(HEAD_ROOM - before)
        fill = {"whole": colour, "open": page, "none": "none"}[path.fill]
        look = self._in_file(f' fill="{fill}" stroke="{colour}"')
        return (
            f'<marker id="{name}" class="{path.fill}" viewBox="0 0 8 6" refX="{tip}" refY="3" '
            f'markerWidth="{width}" markerHeight="{height}" '
            'markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
            f'<path d="{path.d}"{look}/></marker>'
        )

    def _in_file(self, attributes: str) -> str:
        """What only a file has to say: in a page its style sheet or its scripts do."""
        return "" if self.interactive else attributes

    def _logo_pieces(self) -> Iterator[str]:
        """The logo in its place; none when there is no logo or no room for it."""
        logo, place = self.style.logo, self.layout.logo
        if logo and place:
            data = b64encode(logo.data).decode("ascii")
            source = f'href="data:{MEDIA_TYPES[logo.form]};base64,{data}"'
            yield f'<image class="logo" aria-hidden="true" {_area_attributes(*place)} {source}/>'

    def _write_element(self, box: ElementBox, name: str) -> str:
        title = f"<title>{xml_text(self.network[box.id].text)}</title>"
        return (
            f'<g class="element {box.kind}" {self._element_attributes(box, name)}>'
            f"{self._in_file(title)}{self._box_shapes(box)}"
            f"{self._code_text(box)}{self._element_text(box)}</g>"
        )

    def _element_attributes(self, box: ElementBox, name: str) -> str:
        """What an element is for a screen reader; the scripts of a page make a button of it."""
        known = f'data-id="{xml_text(box.id)}"'
        if not self.interactive:
            label = xml_text(self.spoken_label(box))
            return f'id="{name}" {known} role="graphics-symbol img" aria-label="{label}"'
        if box.remarks:
            remarks = _end_sentences(remark.text for remark in box.remarks)
            known += f' data-remarks="{xml_text(remarks)}"'
        return known

    def _box_shapes(self, box: ElementBox) -> str:
        """The box, and the bar over its left side."""
        ink = self.style.inks[box.kind]
        x, y, height = map(plain_number, (box.x, box.y, box.h))
        width, bar = plain_number(box.w), plain_number(box.bar)
        place = f'x="{x}" y="{y}" height="{height}" rx="2"'
        look = self._in_file(f' fill="{ink.ground}" stroke="{ink.border}"')
        if ink.pen != 1:
            look += f' stroke-width="{ink.pen:g}"'
        if box.dashed:
            look += ' stroke-dasharray="4 3"'
        fill = self._in_file(f' fill="{ink.bar}"')
        return (
            f'<rect class="box" {place} width="{width}"{look}/>'
            f'<rect class="bar" {place} width="{bar}"{fill}/>'
        )

    def _code_text(self, box: ElementBox) -> str:
        """The code in the middle of the bar."""
        size = self.layout.size
        x = plain_number(box.x + box.bar / 2)
        y = plain_number(box.y + box.h / 2 + CODE_DROP * size)
        look = (
            f' font-size="{plain_number(CODE_SIZE * size)}" text-anchor="middle" '
            f'font-weight="bold" fill="{self.style.inks[box.kind].code}"'
        )
        code = xml_text(box.code)
        return f'<text class="code" x="{x}" y="{y}"{self._in_file(look)}>{code} </text>'

    def _element_text(self, box: ElementBox) -> str:
        """The text of an element and its remarks."""
        lines = _box_lines(box, self.layout.size, self.style)
        if self.interactive:
            bold = ' font-weight="bold"' * _is_bold(box)
            spans = "".join(map(_line_span, lines))
            return f'<text class="text"{bold}>{spans}</text>'
        return "".join(_line_text(line, self.style) for line in lines)

    def _route_path(self, route: Route) -> str:
        """A path from what is served to what serves it.

        So links that arrive together have their dashes together too.
        """
        says = f' data-kind="{route.kind}" data-basis="{route.basis}" aria-hidden="true"'
        return (
            f'<path class="link {self._link_classes(route)}" '
            f'data-from="{xml_text(route.start)}" data-to="{xml_text(route.end)}"'
            f'{self._in_file(says)} d="{_trace_curves(self._shorten_route(route))}"'
            f"{self._stroke_attributes(route)}/>"
        )

    def _link_classes(self, route: Route) -> str:
        """What a style sheet knows of a link; its thickness only in a page, which has one."""
        classes: list[str] = [route.kind]
        if route.is_weak:
            classes.append("weak")
        if self.interactive and route.pen in PENS:
            classes += ("points", f"pen{PENS.index(route.pen) + 1}")
        return " ".join(classes)

    def _shorten_route(self, route: Route) -> Route:
        """A thick line ends within its head, so that the tip of that stays sharp."""
        if route.head_scale == 1:
            return route
        (x, y), (next_x, next_y) = route.points[-1], route.points[-2]
        head = ARROW_HEAD_LENGTH * self.layout.size * route.head_scale
        away = hypot(next_x - x, next_y - y) or 1.0
        step = TIP_SHARE * head / away
        end = x + step * (next_x - x), y + step * (next_y - y)
        return route._replace(points=(*route.points[:-1], end))

    def _stroke_attributes(self, route: Route) -> str:
        """The colour, dashes and ends of a link."""
        look = _link_style(route, self.style)
        name = self._head_name(route)
        stroke = self._in_file(f' stroke="{look.colour}"')
        if route.pen != USUAL_PEN:
            stroke += self._in_file(f' stroke-width="{route.pen:g}"')
        head = f' marker-start="url(#{name})"'
        stroke += self._in_file(head) if name == USUAL_HEAD else head
        if look.dashes:
            stroke += self._in_file(f' stroke-dasharray="{look.dashes}"')
        if look.is_weak:
            stroke += f' marker-end="url(#{name}-start)"'
        return stroke

    def spoken_label(self, box: ElementBox) -> str:
        """What a screen reader says of an element.

        The kind, the code, the whole text, the remarks, and what it serves.
        """
        sentences = [
            f"{self.kind_names[box.kind]} {box.id}: {self.network[box.id].text}"
        ]
        sentences += [remark.text for remark in box.remarks]
        if box.id in self.served_ids:
            sentences.append(
                f"{self.serves_word} {', '.join(self.served_ids[box.id])}"
            )
        return _end_sentences(sentences)


def _end_sentences(sentences: Iterable[str]) -> str:
    """Sentences behind each other, each with one full stop."""
    return " ".join(f"{sentence.rstrip(' .')}." for sentence in sentences)


def _area_attributes(x: float, y: float, w: float, h: float) -> str:
    left, top, width, height = map(plain_number, (x, y, w, h))
    return f'x="{left}" y="{top}" width="{width}" height="{height}"'


def plain_number(value: float, decimals: int = 2) -> str:
    """A number of a picture, without zeros that say nothing.

    Example:
        >>> plain_number(739.0), plain_number(12.345), plain_number(-0.001)
        ('739', '12.35', '0')
    """
    number = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if number == "-0" else number


def _trace_curves(route: Route) -> str:
    """The curves of a route; what is straight and level is said as that, in half the letters."""
    points = [
        (plain_number(x, 1), plain_number(y, 1))
        for x, y in reversed(route.points)
    ]
    steps = range(0, len(points) - 1, 3)
    curves = [_trace_curve(points[at : at + 4]) for at in steps]
    return f"M{' '.join(points[0])}{''.join(curves)}"


def _trace_curve(points: list[tuple[str, str]]) -> str:
    """A step of a path, by its start, its two guides and its end."""
    columns, heights = zip(*points, strict=True)
    if len(set(heights)) == 1:
        return f"H{columns[-1]}"
    if len(set(columns)) == 1:
        return f"V{heights[-1]}"
    return "C" + " ".join(map(" ".join, points[1:]))


def _link_style(route: Route, style: PictureStyle) -> LinkStyle:
    return style.link_style(route.kind, weak=route.is_weak)


def xml_text(text: str) -> str:
    """Text as it may stand between tags and in quotes."""
    if not _SPECIAL_XML.search(text):  # as nearly all texts
        return text
    for sign, entity in XML_ENTITIES.items():
        text = text.replace(sign, entity)
    return re.sub(_ILLEGAL_XML, "\ufffd", text)


class BoxLine(NamedTuple):
    """A line of text in a box.

    Args:
        words: What stands there.
        place: Its attributes ``x`` and ``y``.
        colour: Of its letters.
        face: The face of its letters.
        size: Of its letters, in points.
        remark: It belongs to a remark.
    """

    words: str
    place: str
    colour: str
    face: Face
    size: float
    remark: bool


def _box_lines(
    box: ElementBox, size: float, style: PictureStyle
) -> Iterator[BoxLine]:
    """The lines of the text of a box, and then those of its remarks."""
    left = f'x="{plain_number(box.x + box.bar + SIDE_PAD * size)}"'
    remark_lines = list(_lines_of_remarks(box))
    baselines, remark_baselines = box_baselines(
        len(box.lines), len(remark_lines)
    )
    face: Face = "bold" if _is_bold(box) else "regular"
    colour = style.inks[box.kind].text
    for words, below in zip(box.lines, baselines, strict=True):
        place = f'{left} y="{plain_number(box.y + below * size)}"'
        yield BoxLine(words, place, colour, face, size, remark=False)
    small = REMARK_SIZE * size
    for (remark, words), below in zip(
        remark_lines, remark_baselines, strict=True
    ):
        place = f'{left} y="{plain_number(box.y + below * size)}"'
        if not _is_bold(
            box
        ):  # on whose dark ground no other colour can be read
            colour = style.remark_colour(remark)
        face = "bold" if is_bold_remark(remark) else "italic"
        yield BoxLine(words, place, colour, face, small, remark=True)


def _is_bold(box: ElementBox) -> bool:
    return box.kind in ("theme", "programme")


def _line_span(line: BoxLine) -> str:
    """A line in a page, of which the style sheet gives the look and the letters are at hand."""
    look = f' font-size="{plain_number(line.size)}" {_line_look(line)}'
    remark = ' class="remark"' * line.remark
    return f"<tspan{remark} {line.place}{look * line.remark}>{xml_text(line.words)} </tspan>"


def _line_text(line: BoxLine, style: PictureStyle) -> str:
    """A line in a file, which says how wide it is.

    Word, LibreOffice and Inkscape do not take the letters out of the file: with this they make
    other letters narrower, where these would run out of the box.
    """
    name = "remark" if line.remark else "text"
    size = f' font-size="{plain_number(line.size)}"' * line.remark
    return (
        f'<text class="{name}" {line.place}{size} {_line_look(line)}'
        f"{_line_width(line, style)}>{xml_text(line.words)}</text>"
    )


def _line_width(line: BoxLine, style: PictureStyle) -> str:
    """The width of a line as an attribute; letters of the user's own have another."""
    if style.font or not line.words:
        return ""
    width = measure_width(line.words, line.face) * line.size
    return (
        f' textLength="{plain_number(width)}" lengthAdjust="spacingAndGlyphs"'
    )


def _line_look(line: BoxLine) -> str:
    faces = {
        "regular": "",
        "bold": 'font-weight="bold" ',
        "italic": 'font-style="italic" ',
    }
    return f'{faces[line.face]}fill="{line.colour}"'


def _lines_of_remarks(box: ElementBox) -> Iterator[tuple[str, str]]:
    """The lines of all remarks in a box, each with the whole of its remark."""
    for remark in box.remarks:
        for line in remark.lines:
            yield remark.text, line


def _weight_labels(layout: Layout, style: PictureStyle) -> Iterator[str]:
    """The weights of links, each beside the box where its link starts.

    Of several links that start at one point the weights stand over each other, in the order in
    which the links lead away: half of them above the lines, half below.
    """
    size = REMARK_SIZE * layout.size
    by_start: dict[Point, list[Route]] = {}
    for route in layout.routes:
        if route.weight:
            by_start.setdefault(route.points[0], []).append(route)
    for (x, y), routes in by_start.items():
        routes.sort(key=lambda route: route.points[-1][1])
        above = (len(routes) + 1) // 2
        for number, route in enumerate(routes):
            towards = route.points[1][0]
            anchor = "start" if towards > x else "end"
            line = y - size / 4 - (above - 1 - number) * size
            if number >= above:
                line += size / 2
            yield (
                f'<text class="weight" x="{x:.1f}" y="{line:.1f}" '
                f'text-anchor="{anchor}" font-size="{size:.2f}" '
                f'fill="{style.faint}">{xml_text(route.weight)}</text>'
            )


def _caption_text(words: CaptionLine) -> str:
    weight = ' font-weight="bold"' if words.bold else ""
    x, y, size = map(plain_number, (words.x, words.y, words.size))
    place = f'x="{x}" y="{y}" font-size="{size}"'
    return f'<text class="{words.role}" {place}{weight}>{xml_text(words.text)}</text>'


@lru_cache(maxsize=1)
def font_style() -> str:
    """The letters themselves, so that the picture looks the same where they are not installed."""
    rules = []
    for face, attributes in FONT_FACES.items():
        font = (FONTS_FOLDER / f"DinetSans-{face}.woff2").read_bytes()
        source = (
            f"url(data:font/woff2;base64,{b64encode(font).decode('ascii')})"
        )
        rules.append(
            f"@font-face{{font-family:'{FONT_FAMILY}';{attributes}"
            f"src:{source} format('woff2')}}"
        )
    return f"<style>{''.join(rules)}</style>"
