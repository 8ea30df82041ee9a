"""A Layout as DOT, the language of Graphviz: every node has its place, every link its curve.

``neato -n2`` draws exactly the Layout, on a page of exactly its size. Links go from what serves
to what is served.
"""

from collections.abc import Iterator
from html import escape
from itertools import count

import graphviz
from graphviz.quoting import quote

from dinet.layout.plan import (
    USUAL_PEN,
    CaptionLine,
    ClusterBand,
    ElementBox,
    Layout,
    Point,
    Remark,
    Route,
)
from dinet.layout.style.palette import (
    HeadShape,
    KindColours,
    PictureStyle,
    is_bold_remark,
)
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
"""The size of the letters in the source, in points.

Graphviz sets text on a grid of points and scales the result to the page, so large letters come
out evenly spaced.
"""
BASELINE_DROP = 0.3
"""From the middle of a line of text to its base line, in letter sizes."""
ARROW_HEAD_LENGTH = 0.55
"""The length of an arrow head, in letter sizes."""
ARROW_SIZE = 0.08 * ARROW_HEAD_LENGTH * LETTER_SIZE
"""That length as Graphviz counts it."""
PEN_WIDTH = 0.08
"""The thickness of lines, in letter sizes."""
CODE_SIZE = 0.9
"""The letters of a code, in letter sizes."""
WIDTH_RESERVE = 1.1
"""How many times wider than measured the room for a text is.

The letters that are drawn may be others than those that were measured.
"""

Trunk = tuple[str, tuple[Point, ...]]
"""Where an upright piece of a route leads: the element, and the points from its end on."""


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
    quoted: str = quote(graphviz.escape(text.replace("\0", "\ufffd")))
    return quoted


def escape_label(text: str) -> str:
    r"""A text as it may stand in an HTML-like label.

    Graphviz replaces ``\N`` and the like there too.

    Example:
        >>> print(escape_label('<b> & \\N'))
        &lt;b&gt; &amp; \\N
    """
    return escape(text).replace("\\", "\\\\").replace("\0", "\ufffd")


class _DotWriter:
    """A layout enlarged to whole sizes of cells, and upside down, as Graphviz counts.

    ``trunks`` holds for every upright piece of a route the longest piece that leads the same way,
    and the element whose route has it: that route draws the piece for all.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout, self.style = layout, layout.style
        self.zoom = LETTER_SIZE / layout.size
        self.names: dict[str, str] = {}
        for number, box in enumerate(layout.boxes, start=1):
            self.names[box.id] = f"n{number}"
        self.trunks: dict[Trunk, tuple[float, str]] = {}
        for route in layout.routes:
            for trunk, length in _find_trunks(route).values():
                longest = self.trunks.get(trunk, (0.0, ""))
                self.trunks[trunk] = max(longest, (length, route.start))

    def source_lines(self, dpi: int, logo: str = "") -> Iterator[str]:
        """The source, line by line."""
        layout = self.layout
        yield f"digraph {quote_dot(layout.title)} {{"
        yield from self._default_lines(dpi)
        if logo and layout.logo:
            yield self._logo_node(logo, self._format_place(*layout.logo))
        yield from map(self._band_node, layout.bands, count(1))
        yield from map(self._box_node, layout.boxes)
        yield from map(self._caption_node, layout.words, count(1))
        yield from map(self._link_edge, layout.routes)
        yield from map(self._sample_edge, layout.samples, count(1))
        yield "}"

    def _default_lines(self, dpi: int) -> Iterator[str]:
        """What holds for the page, for all nodes and for all links."""
        width, height, style = (
            self.layout.width,
            self.layout.height,
            self.style,
        )
        middle = self._format_point(width / 2, height / 2)
        window = f"{width:.4f},{height:.4f},{1 / self.zoom:.6f},{middle}"
        ground = f'pad=0, margin=0, bgcolor="{style.page}"'
        yield f'  graph [viewport="{window}", dpi={dpi}, {ground}];'
        yield "  graph [notranslate=true, outputorder=nodesfirst];"
        pen = f"penwidth={PEN_WIDTH * LETTER_SIZE:g}"
        letters = (
            f'fontname="{style.font or FONT_FAMILY}", fontsize={LETTER_SIZE}'
        )
        yield f"  node [{letters}, shape=box, fixedsize=true, margin=0, {pen}];"
        yield f"  edge [arrowsize={ARROW_SIZE:g}, {pen}];"

    def _format_point(self, x: float, y: float) -> str:
        """A point of the layout as Graphviz writes it, counted from below."""
        return (
            f"{x * self.zoom:.2f},{(self.layout.height - y) * self.zoom:.2f}"
        )

    def _format_place(self, x: float, y: float, w: float, h: float) -> str:
        """The place of a node by its middle in points, and its size in inches."""
        width, height = (
            w * self.zoom / POINTS_PER_INCH,
            h * self.zoom / POINTS_PER_INCH,
        )
        middle = self._format_point(x + w / 2, y + h / 2)
        return f'pos="{middle}!", width={width:.5f}, height={height:.5f}'

    def _band_node(self, band: ClusterBand, number: int) -> str:
        place = self._format_place(band.x, band.y, band.w, band.h)
        colours = (
            f'fillcolor="{self.style.band}", color="{self.style.band_border}"'
        )
        return f'  band{number} [{place}, label="", style="rounded,filled", {colours}];'

    def _logo_node(self, file: str, place: str) -> str:
        picture = f"image={quote_dot(file)}, imagescale=true"
        return f'  logo [{place}, {picture}, penwidth=0, label=""];'

    # elements

    def _box_node(self, box: ElementBox) -> str:
        ink = self.style.inks[box.kind]
        style = '"filled,dashed"' if box.dashed else "filled"
        look = f'style={style}, fillcolor="{ink.ground}", color="{ink.border}"'
        look += f", kind={box.kind}, element={quote_dot(box.id)}"
        if ink.pen != 1:
            look += f", penwidth={ink.pen * PEN_WIDTH * LETTER_SIZE:g}"
        place = self._format_place(box.x, box.y, box.w, box.h)
        return f"  {self.names[box.id]} [{place}, {look}, label=<{self._box_label(box)}>];"

    def _box_label(self, box: ElementBox) -> str:
        """The bar with the code, and beside it a row for every line.

        So the lines stand where the layout has them.
        """
        zoom, ink = self.zoom, self.style.inks[box.kind]
        rows = [("", TOP_PAD), *_text_rows(box, ink)]
        rows += [*_remark_rows(box, self.style), ("", TOP_PAD)]
        width, height = round(box.w * zoom), round(box.h * zoom)
        bar, pad = round(box.bar * zoom), round(SIDE_PAD * LETTER_SIZE)
        whole = f'ROWSPAN="{len(rows)}" FIXEDSIZE="TRUE" HEIGHT="{height}"'
        code_cell = f'<TD {whole} WIDTH="{bar}" BGCOLOR="{ink.bar}">{_code_label(box, ink)}</TD>'
        pad_cell = f'<TD {whole} WIDTH="{pad}"></TD>'
        body = "<TR>".join(_table_rows(rows, width - bar - pad))
        table = (
            f'{TABLE_TAG} FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"'
        )
        return f"{table}><TR>{code_cell}{pad_cell}{body}</TABLE>"

    def _caption_node(self, words: CaptionLine, number: int) -> str:
        width, height = self._caption_size(words)
        top = words.y - BASELINE_DROP * words.size - height / 2
        place = self._format_place(words.x, top, width, height)
        sides = f'WIDTH="{round(width * self.zoom)}" HEIGHT="{round(height * self.zoom)}"'
        text = _emphasise_text(words.text, bold=words.bold)
        cell = f'<TD FIXEDSIZE="TRUE" {sides} ALIGN="LEFT">{text}</TD>'
        label = f"{TABLE_TAG}><TR>{cell}</TR></TABLE>"
        letters = f'fontsize={words.size * self.zoom:.2f}, fontcolor="{self.style.words}"'
        look = f"penwidth=0, {letters}, role={words.role}"
        return f"  words{number} [{place}, {look}, label=<{label}>];"

    def _caption_size(self, words: CaptionLine) -> tuple[float, float]:
        """How wide and high the cell of a line is: wider than the line, but within the page."""
        measured = measure_width(
            words.text, "bold" if words.bold else "regular"
        )
        width = WIDTH_RESERVE * words.size * measured
        return min(
            self.layout.width - words.x, width
        ), LINE_HEIGHT * words.size

    # links

    def _link_edge(self, route: Route) -> str:
        curve = self._curve_attributes(route, self._own_points(route))
        ends = f"{self.names[route.start]} -> {self.names[route.end]}"
        return f"  {ends} [kind={route.kind}, {curve}];"

    def _own_points(self, route: Route) -> tuple[Point, ...]:
        """The points up to where another link to the same end runs already.

        Dashes that are drawn twice would fill their gaps.
        """
        for first, (trunk, length) in _find_trunks(route).items():
            if self.trunks[trunk] > (length, route.start):
                return route.points[: first + 1]
        return route.points

    def _curve_attributes(
        self, route: Route, points: tuple[Point, ...]
    ) -> str:
        """How a link looks and runs; it has a head when these points lead to its end."""
        look = self.style.link_style(route.kind, weak=route.is_weak)
        colour = f'{_dash_style(look.dashes)}color="{look.colour}"'
        if route.pen != USUAL_PEN:
            pen = route.pen * PEN_WIDTH * LETTER_SIZE
            colour += f", penwidth={pen:g}"
        if route.head_scale != 1:
            size = ARROW_SIZE * route.head_scale
            colour += f", arrowsize={size:g}"
        shapes = f"dir=both, arrowhead={_HEADS[look.head]}, arrowtail=none"
        ends, inner = "", points
        if look.is_weak:
            shapes = shapes.replace("arrowtail=none", "arrowtail=odot")
            ends = f"s,{self._format_point(*points[0])} "
            inner = (self._point_beside(points[0], points[1]), *inner[1:])
        if points[-1] == route.points[-1]:
            # Graphviz draws the head with the pen of the line, which makes its tip longer
            tip = self._point_beside(
                points[-1], points[-2], route.head_scale - 1
            )
            ends += f"e,{self._format_point(*tip)} "
            base = self._point_beside(
                points[-1], points[-2], 2 * route.head_scale - 1
            )
            inner = (*inner[:-1], base)
        else:
            shapes = shapes.replace(_HEADS[look.head], "none")
        return f'{colour}, {shapes}, pos="{ends}{self._format_spline(inner)}"'

    def _point_beside(
        self, end: Point, next_point: Point, scale: float = 1.0
    ) -> Point:
        """Where a curve makes room for what stands at its end: beside that, on its own side."""
        (x, y), (towards, _) = end, next_point
        length = ARROW_HEAD_LENGTH * self.layout.size * scale
        return (x + length if towards > x else x - length), y

    def _format_spline(self, points: tuple[Point, ...]) -> str:
        return " ".join(self._format_point(x, y) for x, y in points)

    def _sample_edge(self, route: Route, number: int) -> str:
        """A line of the legend, between two nodes that are not seen."""
        start, end = f"from{number}", f"to{number}"
        nodes = (
            self._hidden_node(start, route.points[0]),
            self._hidden_node(end, route.points[-1]),
        )
        curve = self._curve_attributes(route, route.points)
        return "\n".join((*nodes, f"  {start} -> {end} [{curve}];"))

    def _hidden_node(self, name: str, point: Point) -> str:
        return f'  {name} [style=invis, label="", {self._format_place(*point, 0, 0)}];'


def _find_trunks(route: Route) -> dict[int, tuple[Trunk, float]]:
    """The straight upright pieces of a route, each by its first point, and how long they are."""
    trunks = {}
    for first in range(
        0, len(route.points) - 3, 3
    ):  # three points for each curve
        (x, y), *_, (to_x, to_y) = route.points[first : first + 4]
        if x == to_x:
            trunks[first] = (
                (route.end, route.points[first + 3 :]),
                abs(to_y - y),
            )
    return trunks


def _dash_style(dashes: str) -> str:
    """The dashes of a link as Graphviz names them; empty for a whole line."""
    if not dashes:
        return ""
    return f'style="{"dotted" if dashes.startswith("1") else "dashed"}", '


_HEADS: dict[HeadShape, str] = {
    "arrow": "normal",
    "diamond": "odiamond",
    "open arrow": "vee",
    "bar": "tee",
}
"""What Graphviz calls the heads of lines."""
TABLE_TAG = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'


def _font_tag(text: str, size: float, colour: str) -> str:
    return f'<FONT POINT-SIZE="{size * LETTER_SIZE:g}" COLOR="{colour}">{text}</FONT>'


def _emphasise_text(text: str, *, bold: bool) -> str:
    escaped = escape_label(text)
    return f"<B>{escaped}</B>" if bold else escaped


def _code_label(box: ElementBox, ink: KindColours) -> str:
    if not box.code:
        return ""
    return _font_tag(_emphasise_text(box.code, bold=True), CODE_SIZE, ink.code)


def _table_rows(rows: list[tuple[str, float]], width: int) -> Iterator[str]:
    """Rows of one cell in a label, from texts and heights in letter sizes."""
    for text, height in rows:
        sides = f'WIDTH="{width}" ALIGN="LEFT" HEIGHT="{round(height * LETTER_SIZE)}"'
        yield f'<TD FIXEDSIZE="TRUE" {sides}>{text}</TD></TR>'


def _text_rows(
    box: ElementBox, ink: KindColours
) -> Iterator[tuple[str, float]]:
    """The lines of a box and their heights in letter sizes."""
    bold = box.kind in ("theme", "programme")
    for line in box.lines:
        text = _font_tag(_emphasise_text(line, bold=bold), 1, ink.text)
        yield text if line else "", LINE_HEIGHT


def _remark_rows(
    box: ElementBox, style: PictureStyle
) -> Iterator[tuple[str, float]]:
    """The lines of all remarks in a box and their heights in letter sizes."""
    for remark in box.remarks:
        for line in _remark_lines(remark, style):
            yield line, REMARK_LINE_HEIGHT


def _remark_lines(remark: Remark, style: PictureStyle) -> Iterator[str]:
    tag = "B" if is_bold_remark(remark.text) else "I"
    colour = style.remark_colour(remark.text)
    for line in remark.lines:
        text = f"<{tag}>{escape_label(line)}</{tag}>"
        yield _font_tag(text, REMARK_SIZE, colour) if line else ""
