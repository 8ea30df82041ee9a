"""A Layout as DOT, the language of Graphviz: every node has its place, every link its curve.

``neato -n2`` draws exactly the Layout, on a page of exactly its size. Links go from what serves
to what is served.
"""

from collections.abc import Iterator
from html import escape

import graphviz
from graphviz.quoting import quote

from dinet.layout.plan import Band, Box, Layout, Point, Remark, Route, Words
from dinet.layout.style.palette import Ink, Style, bold
from dinet.layout.style.paper import LINE, OVER, PAD, REMARK, REMARK_LINE
from dinet.layout.text.measure import FAMILY, width

INCH = 72.0
LETTERS = 20
"""The size of the letters in the source. Graphviz sets text on a grid of points and scales the result to the page, so large
letters come out evenly spaced."""
BASE = 0.3
"""From the middle of a line of text to its base line, in letter sizes."""
HEAD = 0.55
"""The length of an arrow head, in letter sizes."""
PEN = 0.08
"""The thickness of lines, in letter sizes."""


def source(layout: Layout, dpi: int = 72, logo: str = "") -> str:
    """The layout as DOT.

    Args:
        layout: A page.
        dpi: Dots per inch of a PNG that is made of it; a PDF has the right size only at 72.
        logo: The file of the logo, in the folder where Graphviz works; empty draws none.

    Example:
        >>> source(Layout(595, 842, 10, "Plan", "", "nl", (), (), (), ())).splitlines()[0]
        'digraph Plan {'
    """
    return "\n".join(_Drawing(layout).lines(dpi, logo)) + "\n"


def quoted(text: str) -> str:
    r"""A text as a DOT string that says exactly the text.

    Example:
        >>> print(quoted('a "b" \\N'))
        "a \"b\" \\N"
    """
    said: str = quote(graphviz.escape(text.replace("\0", "\ufffd")))
    return said


def marked_up(text: str) -> str:
    r"""A text as it may stand in an HTML-like label, where Graphviz replaces ``\N`` and the like too.

    Example:
        >>> print(marked_up('<b> & \\N'))
        &lt;b&gt; &amp; \\N
    """
    return escape(text).replace("\\", "\\\\").replace("\0", "\ufffd")


class _Drawing:
    """A layout enlarged to whole sizes of cells, and upside down, as Graphviz counts."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.style = layout, layout.style
        self.zoom = LETTERS / layout.size
        self.names = {
            box.id: f"n{number}" for number, box in enumerate(layout.boxes, start=1)
        }
        self.trunks: dict[tuple[str, tuple[Point, ...]], tuple[float, str]] = {}
        for route in layout.routes:
            for trunk, length in _trunks(route).values():
                self.trunks[trunk] = max(
                    self.trunks.get(trunk, (0.0, "")), (length, route.start)
                )

    def lines(self, dpi: int, logo: str = "") -> Iterator[str]:
        """The source, line by line."""
        layout = self.layout
        window = f"{layout.width:.4f},{layout.height:.4f},{1 / self.zoom:.6f},{self._point(layout.width / 2, layout.height / 2)}"
        yield f"digraph {quoted(layout.title)} {{"
        yield f'  graph [viewport="{window}", dpi={dpi}, pad=0, margin=0, bgcolor="{self.style.page}"];'
        yield "  graph [notranslate=true, outputorder=nodesfirst];"
        pen = f"penwidth={PEN * LETTERS:g}"
        yield f'  node [fontname="{self.style.font or FAMILY}", fontsize={LETTERS}, shape=box, fixedsize=true, margin=0, {pen}];'
        yield f"  edge [arrowsize={0.08 * HEAD * LETTERS:g}, {pen}];"
        if logo and layout.logo:
            yield f'  logo [{self._at(*layout.logo)}, image={quoted(logo)}, imagescale=true, penwidth=0, label=""];'
        yield from map(self._band, layout.bands, range(1, len(layout.bands) + 1))
        yield from map(self._box, layout.boxes)
        yield from map(self._words, layout.words, range(1, len(layout.words) + 1))
        yield from map(self._link, layout.routes)
        yield from map(self._sample, layout.samples, range(1, len(layout.samples) + 1))
        yield "}"

    def _point(self, x: float, y: float) -> str:
        return f"{x * self.zoom:.2f},{(self.layout.height - y) * self.zoom:.2f}"

    def _at(self, x: float, y: float, w: float, h: float) -> str:
        wide, high = w * self.zoom / INCH, h * self.zoom / INCH
        return f'pos="{self._point(x + w / 2, y + h / 2)}!", width={wide:.5f}, height={high:.5f}'

    def _band(self, band: Band, number: int) -> str:
        place = self._at(band.x, band.y, band.w, band.h)
        look = f'style="rounded,filled", fillcolor="{self.style.band}", color="{self.style.band_border}"'
        return f'  band{number} [{place}, label="", {look}];'

    # elements

    def _box(self, box: Box) -> str:
        ink = self.style.inks[box.kind]
        style = '"filled,dashed"' if box.dashed else "filled"
        look = f'style={style}, fillcolor="{ink.ground}", color="{ink.border}", kind={box.kind}, element={quoted(box.id)}'
        look += f", penwidth={ink.pen * PEN * LETTERS:g}" if ink.pen != 1 else ""
        return f"  {self.names[box.id]} [{self._at(box.x, box.y, box.w, box.h)}, {look}, label=<{self._label(box)}>];"

    def _label(self, box: Box) -> str:
        """The bar with the code, and beside it a row for every line: so the lines stand where the layout has them."""
        ink, zoom = self.style.inks[box.kind], self.zoom
        bar, wide, high, pad = (
            round(box.bar * zoom),
            round(box.w * zoom),
            round(box.h * zoom),
            round(PAD * LETTERS),
        )
        rows = [("", OVER), *((_line(line, box, ink), LINE) for line in box.lines)]
        rows += [
            *(
                (line, REMARK_LINE)
                for remark in box.remarks
                for line in _remark(remark, self.style)
            ),
            ("", OVER),
        ]
        code = _font(f"<B>{marked_up(box.code)}</B>", 0.9, ink.code) if box.code else ""
        whole = f'ROWSPAN="{len(rows)}" FIXEDSIZE="TRUE" HEIGHT="{high}"'
        cells = f'<TD {whole} WIDTH="{bar}" BGCOLOR="{ink.bar}">{code}</TD><TD {whole} WIDTH="{pad}"></TD>'
        rest = f'<TD FIXEDSIZE="TRUE" WIDTH="{wide - bar - pad}" ALIGN="LEFT"'
        body = [
            f'{rest} HEIGHT="{round(height * LETTERS)}">{text}</TD></TR>'
            for text, height in rows
        ]
        return f'{TABLE} FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{high}"><TR>{cells}{"<TR>".join(body)}</TABLE>'

    def _words(self, words: Words, number: int) -> str:
        size, high = words.size * self.zoom, LINE * words.size
        wide = min(
            self.layout.width - words.x,
            1.1 * words.size * width(words.text, "bold" if words.bold else "regular"),
        )
        text = (
            f"<B>{marked_up(words.text)}</B>" if words.bold else marked_up(words.text)
        )
        cell = f'FIXEDSIZE="TRUE" WIDTH="{round(wide * self.zoom)}" HEIGHT="{round(high * self.zoom)}" ALIGN="LEFT"'
        look = f'penwidth=0, fontsize={size:.2f}, fontcolor="{self.style.words}", role={words.role}'
        place = self._at(words.x, words.y - BASE * words.size - high / 2, wide, high)
        return f"  words{number} [{place}, {look}, label=<{TABLE}><TR><TD {cell}>{text}</TD></TR></TABLE>>];"

    # links

    def _link(self, route: Route) -> str:
        curve = self._curve(route, self._own(route))
        return f"  {self.names[route.start]} -> {self.names[route.end]} [kind={route.kind}, {curve}];"

    def _own(self, route: Route) -> tuple[Point, ...]:
        """The points up to where another link to the same end runs already: dashes drawn twice would fill their gaps."""
        for first, (trunk, length) in _trunks(route).items():
            if self.trunks[trunk] > (length, route.start):
                return route.points[: first + 1]
        return route.points

    def _curve(self, route: Route, points: tuple[Point, ...]) -> str:
        look = self.style.line(route.kind, dashed=route.dashed)
        style = (
            f'style="{"dotted" if look.dashes.startswith("1") else "dashed"}", '
            if look.dashes
            else ""
        )
        if not look.head or points[-1] != route.points[-1]:
            return f'{style}color="{look.colour}", arrowhead=none, pos="{self._spline(points)}"'
        (x, y), before = points[-1], points[-2][0]
        foot = (x + HEAD * self.layout.size * (1 if before > x else -1), y)
        return f'{style}color="{look.colour}", pos="e,{self._point(x, y)} {self._spline((*points[:-1], foot))}"'

    def _spline(self, points: tuple[Point, ...]) -> str:
        return " ".join(self._point(x, y) for x, y in points)

    def _sample(self, route: Route, number: int) -> str:
        """A line of the legend, between two nodes that are not seen."""
        ends = zip(
            (f"from{number}", f"to{number}"),
            (route.points[0], route.points[-1]),
            strict=True,
        )
        nodes = "\n".join(
            f'  {name} [style=invis, label="", {self._at(*point, 0, 0)}];'
            for name, point in ends
        )
        return f"{nodes}\n  from{number} -> to{number} [{self._curve(route, route.points)}];"


def _trunks(route: Route) -> dict[int, tuple[tuple[str, tuple[Point, ...]], float]]:
    """The straight upright pieces of a route by their first point: what such a piece leads to, and how long it is."""
    found = {}
    for first in range(0, len(route.points) - 3, 3):
        (x, y), *_, (end, other) = route.points[first : first + 4]
        if x == end:
            found[first] = (route.end, route.points[first + 3 :]), abs(other - y)
    return found


TABLE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'


def _font(text: str, size: float, colour: str) -> str:
    return f'<FONT POINT-SIZE="{size * LETTERS:g}" COLOR="{colour}">{text}</FONT>'


def _line(text: str, box: Box, ink: Ink) -> str:
    words = (
        f"<B>{marked_up(text)}</B>"
        if box.kind in ("theme", "programme")
        else marked_up(text)
    )
    return _font(words, 1, ink.text) if text else ""


def _remark(remark: Remark, style: Style) -> Iterator[str]:
    tag, colour = "B" if bold(remark.text) else "I", style.remark(remark.text)
    for line in remark.lines:
        yield _font(f"<{tag}>{marked_up(line)}</{tag}>", REMARK, colour) if line else ""
