"""A Layout as DOT, the language of Graphviz: every node has its place, every link its curve.

``neato -n2`` draws exactly the Layout, on a page of exactly its size. Links go from what serves
to what is served.
"""

from collections.abc import Iterator
from html import escape

import graphviz
from graphviz.quoting import quote

from dinet.layout.plan import (
    CaptionLine,
    ClusterBand,
    ElementBox,
    Layout,
    Point,
    Remark,
    Route,
)
from dinet.layout.style.palette import KindColours, PictureStyle, is_bold_remark
from dinet.layout.style.paper import (
    LINE_HEIGHT,
    REMARK_LINE_HEIGHT,
    REMARK_SIZE,
    SIDE_PAD,
    TOP_PAD,
)
from dinet.layout.text.measure import FONT_FAMILY, measure_width

POINTS_PER_INCH = 72.0
LETTER_SIZE = 20
"""The size of the letters in the source. Graphviz sets text on a grid of points and scales the result to the page, so large
letters come out evenly spaced."""
BASELINE_DROP = 0.3
"""From the middle of a line of text to its base line, in letter sizes."""
ARROW_HEAD_LENGTH = 0.55
"""The length of an arrow head, in letter sizes."""
PEN_WIDTH = 0.08
"""The thickness of lines, in letter sizes."""


def to_dot(layout: Layout, dpi: int = 72, logo: str = "") -> str:
    """The layout as DOT.

    Args:
        layout: A page.
        dpi: Dots per inch of a PNG that is made of it; a PDF has the right size only at 72.
        logo: The file of the logo, in the folder where Graphviz works; empty draws none.

    Example:
        >>> to_dot(Layout(595, 842, 10, "Plan", "", "nl", (), (), (), ())).splitlines()[0]
        'digraph Plan {'
    """
    return "\n".join(_DotWriter(layout).source_lines(dpi, logo)) + "\n"


def quote_dot(text: str) -> str:
    r"""A text as a DOT string that says exactly the text.

    Example:
        >>> print(quote_dot('a "b" \\N'))
        "a \"b\" \\N"
    """
    said: str = quote(graphviz.escape(text.replace("\0", "\ufffd")))
    return said


def escape_label(text: str) -> str:
    r"""A text as it may stand in an HTML-like label, where Graphviz replaces ``\N`` and the like too.

    Example:
        >>> print(escape_label('<b> & \\N'))
        &lt;b&gt; &amp; \\N
    """
    return escape(text).replace("\\", "\\\\").replace("\0", "\ufffd")


class _DotWriter:
    """A layout enlarged to whole sizes of cells, and upside down, as Graphviz counts."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.style = layout, layout.style
        self.zoom = LETTER_SIZE / layout.size
        self.names = {
            box.id: f"n{number}" for number, box in enumerate(layout.boxes, start=1)
        }
        self.trunks: dict[tuple[str, tuple[Point, ...]], tuple[float, str]] = {}
        for route in layout.routes:
            for trunk, length in _find_trunks(route).values():
                self.trunks[trunk] = max(
                    self.trunks.get(trunk, (0.0, "")), (length, route.start)
                )

    def source_lines(self, dpi: int, logo: str = "") -> Iterator[str]:
        """The source, line by line."""
        layout = self.layout
        window = f"{layout.width:.4f},{layout.height:.4f},{1 / self.zoom:.6f},{self._format_point(layout.width / 2, layout.height / 2)}"
        yield f"digraph {quote_dot(layout.title)} {{"
        yield f'  graph [viewport="{window}", dpi={dpi}, pad=0, margin=0, bgcolor="{self.style.page}"];'
        yield "  graph [notranslate=true, outputorder=nodesfirst];"
        pen = f"penwidth={PEN_WIDTH * LETTER_SIZE:g}"
        yield f'  node [fontname="{self.style.font or FONT_FAMILY}", fontsize={LETTER_SIZE}, shape=box, fixedsize=true, margin=0, {pen}];'
        yield f"  edge [arrowsize={0.08 * ARROW_HEAD_LENGTH * LETTER_SIZE:g}, {pen}];"
        if logo and layout.logo:
            yield f'  logo [{self._format_place(*layout.logo)}, image={quote_dot(logo)}, imagescale=true, penwidth=0, label=""];'
        yield from map(self._band_node, layout.bands, range(1, len(layout.bands) + 1))
        yield from map(self._box_node, layout.boxes)
        yield from map(
            self._caption_node, layout.words, range(1, len(layout.words) + 1)
        )
        yield from map(self._link_edge, layout.routes)
        yield from map(
            self._sample_edge, layout.samples, range(1, len(layout.samples) + 1)
        )
        yield "}"

    def _format_point(self, x: float, y: float) -> str:
        return f"{x * self.zoom:.2f},{(self.layout.height - y) * self.zoom:.2f}"

    def _format_place(self, x: float, y: float, w: float, h: float) -> str:
        wide, high = w * self.zoom / POINTS_PER_INCH, h * self.zoom / POINTS_PER_INCH
        return f'pos="{self._format_point(x + w / 2, y + h / 2)}!", width={wide:.5f}, height={high:.5f}'

    def _band_node(self, band: ClusterBand, number: int) -> str:
        place = self._format_place(band.x, band.y, band.w, band.h)
        look = f'style="rounded,filled", fillcolor="{self.style.band}", color="{self.style.band_border}"'
        return f'  band{number} [{place}, label="", {look}];'

    # elements

    def _box_node(self, box: ElementBox) -> str:
        ink = self.style.inks[box.kind]
        style = '"filled,dashed"' if box.dashed else "filled"
        look = f'style={style}, fillcolor="{ink.ground}", color="{ink.border}", kind={box.kind}, element={quote_dot(box.id)}'
        look += (
            f", penwidth={ink.pen * PEN_WIDTH * LETTER_SIZE:g}" if ink.pen != 1 else ""
        )
        return f"  {self.names[box.id]} [{self._format_place(box.x, box.y, box.w, box.h)}, {look}, label=<{self._box_label(box)}>];"

    def _box_label(self, box: ElementBox) -> str:
        """The bar with the code, and beside it a row for every line: so the lines stand where the layout has them."""
        ink, zoom = self.style.inks[box.kind], self.zoom
        bar, wide, high, pad = (
            round(box.bar * zoom),
            round(box.w * zoom),
            round(box.h * zoom),
            round(SIDE_PAD * LETTER_SIZE),
        )
        rows = [
            ("", TOP_PAD),
            *((_text_line(line, box, ink), LINE_HEIGHT) for line in box.lines),
        ]
        rows += [
            *(
                (line, REMARK_LINE_HEIGHT)
                for remark in box.remarks
                for line in _remark_lines(remark, self.style)
            ),
            ("", TOP_PAD),
        ]
        code = (
            _font_tag(f"<B>{escape_label(box.code)}</B>", 0.9, ink.code)
            if box.code
            else ""
        )
        whole = f'ROWSPAN="{len(rows)}" FIXEDSIZE="TRUE" HEIGHT="{high}"'
        cells = f'<TD {whole} WIDTH="{bar}" BGCOLOR="{ink.bar}">{code}</TD><TD {whole} WIDTH="{pad}"></TD>'
        rest = f'<TD FIXEDSIZE="TRUE" WIDTH="{wide - bar - pad}" ALIGN="LEFT"'
        body = [
            f'{rest} HEIGHT="{round(height * LETTER_SIZE)}">{text}</TD></TR>'
            for text, height in rows
        ]
        return f'{TABLE_TAG} FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{high}"><TR>{cells}{"<TR>".join(body)}</TABLE>'

    def _caption_node(self, words: CaptionLine, number: int) -> str:
        size, high = words.size * self.zoom, LINE_HEIGHT * words.size
        wide = min(
            self.layout.width - words.x,
            1.1
            * words.size
            * measure_width(words.text, "bold" if words.bold else "regular"),
        )
        text = (
            f"<B>{escape_label(words.text)}</B>"
            if words.bold
            else escape_label(words.text)
        )
        cell = f'FIXEDSIZE="TRUE" WIDTH="{round(wide * self.zoom)}" HEIGHT="{round(high * self.zoom)}" ALIGN="LEFT"'
        look = f'penwidth=0, fontsize={size:.2f}, fontcolor="{self.style.words}", role={words.role}'
        place = self._format_place(
            words.x, words.y - BASELINE_DROP * words.size - high / 2, wide, high
        )
        return f"  words{number} [{place}, {look}, label=<{TABLE_TAG}><TR><TD {cell}>{text}</TD></TR></TABLE>>];"

    # links

    def _link_edge(self, route: Route) -> str:
        curve = self._curve_attributes(route, self._own_points(route))
        return f"  {self.names[route.start]} -> {self.names[route.end]} [kind={route.kind}, {curve}];"

    def _own_points(self, route: Route) -> tuple[Point, ...]:
        """The points up to where another link to the same end runs already: dashes drawn twice would fill their gaps."""
        for first, (trunk, length) in _find_trunks(route).items():
            if self.trunks[trunk] > (length, route.start):
                return route.points[: first + 1]
        return route.points

    def _curve_attributes(self, route: Route, points: tuple[Point, ...]) -> str:
        look = self.style.link_style(route.kind, dashed=route.dashed)
        style = (
            f'style="{"dotted" if look.dashes.startswith("1") else "dashed"}", '
            if look.dashes
            else ""
        )
        if not look.head or points[-1] != route.points[-1]:
            return f'{style}color="{look.colour}", arrowhead=none, pos="{self._format_spline(points)}"'
        (x, y), before = points[-1], points[-2][0]
        foot = (x + ARROW_HEAD_LENGTH * self.layout.size * (1 if before > x else -1), y)
        return f'{style}color="{look.colour}", pos="e,{self._format_point(x, y)} {self._format_spline((*points[:-1], foot))}"'

    def _format_spline(self, points: tuple[Point, ...]) -> str:
        return " ".join(self._format_point(x, y) for x, y in points)

    def _sample_edge(self, route: Route, number: int) -> str:
        """A line of the legend, between two nodes that are not seen."""
        ends = zip(
            (f"from{number}", f"to{number}"),
            (route.points[0], route.points[-1]),
            strict=True,
        )
        nodes = "\n".join(
            f'  {name} [style=invis, label="", {self._format_place(*point, 0, 0)}];'
            for name, point in ends
        )
        return f"{nodes}\n  from{number} -> to{number} [{self._curve_attributes(route, route.points)}];"


def _find_trunks(
    route: Route,
) -> dict[int, tuple[tuple[str, tuple[Point, ...]], float]]:
    """The straight upright pieces of a route by their first point: what such a piece leads to, and how long it is."""
    found = {}
    for first in range(0, len(route.points) - 3, 3):
        (x, y), *_, (end, other) = route.points[first : first + 4]
        if x == end:
            found[first] = (route.end, route.points[first + 3 :]), abs(other - y)
    return found


TABLE_TAG = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'


def _font_tag(text: str, size: float, colour: str) -> str:
    return f'<FONT POINT-SIZE="{size * LETTER_SIZE:g}" COLOR="{colour}">{text}</FONT>'


def _text_line(text: str, box: ElementBox, ink: KindColours) -> str:
    words = (
        f"<B>{escape_label(text)}</B>"
        if box.kind in ("theme", "programme")
        else escape_label(text)
    )
    return _font_tag(words, 1, ink.text) if text else ""


def _remark_lines(remark: Remark, style: PictureStyle) -> Iterator[str]:
    tag, colour = (
        "B" if is_bold_remark(remark.text) else "I",
        style.remark_colour(remark.text),
    )
    for line in remark.lines:
        yield (
            _font_tag(f"<{tag}>{escape_label(line)}</{tag}>", REMARK_SIZE, colour)
            if line
            else ""
        )
