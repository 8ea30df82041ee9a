"""draw.io (diagrams.net): one page of boxes that can be moved and edited, with lines that stay joined to them.

Suffixes: .drawio
"""

from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import width
from dinet.writers.exchange.element_facts import label
from dinet.writers.exchange.xml_tree import Node, as_bytes, child, root

from dinet.finding import Finding
from dinet.layout.pages import picture
from dinet.layout.plan import Box, Layout, Point, Route, Words
from dinet.model import Kind
from dinet.network import Network
from dinet.wording.labels import BASIS_WORDS, KIND_WORDS, LINK_WORDS, Say, speaker

_ZOOM = 100 / 72
"""draw.io counts a hundred dots in an inch."""

_TEXT = "html=0;whiteSpace=wrap;align=left;verticalAlign=middle;spacingLeft=6;spacingRight=4"
_SHAPES: dict[Kind, str] = {
    "theme": "rounded=0;fontStyle=1",
    "programme": "rounded=0;fontStyle=1",
    "goal": "rounded=0;strokeWidth=3",
    "target": "rounded=1;arcSize=8",
    "effort": "shape=process;size=0.02",
}
"""The outline by kind; other kinds have cut corners."""
_OTHER = "shape=ext;double=1;rounded=0"


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The drawing, UTF-8.

    Args:
        network: Every element is drawn, or what the profile asks for; links as in dinet's other
            pictures.
        findings: The legend counts them.
        profile: The page, what is drawn, the look, and the language of the words around the
            elements.

    Raises:
        UsageError: The programme has no such theme or element.
    """
    return as_bytes(
        _Drawing(network, picture(network, findings, profile), profile).file()
    )


class _Drawing:
    def __init__(self, network: Network, layout: Layout, profile: Profile) -> None:
        self.network, self.layout, self.profile = network, layout, profile
        self.say: Say = speaker(profile.lang)
        self.names = {
            box.id: f"e{number}" for number, box in enumerate(layout.boxes, start=1)
        }
        self.boxes = {box.id: box for box in layout.boxes}

    def file(self) -> Node:
        """The whole file: grounds first, then lines, then boxes, so that boxes lie on top."""
        layout = self.layout
        file = root('<mxfile host="dinet"/>')
        page = child(
            file, "diagram", id="p1", name=" ".join(layout.title.split()) or "dinet"
        )
        size = {
            "pageWidth": f"{layout.width * _ZOOM:.0f}",
            "pageHeight": f"{layout.height * _ZOOM:.0f}",
        }
        model = child(
            page,
            "mxGraphModel",
            grid="0",
            page="1",
            background=layout.style.page,
            **size,
        )
        self.top = child(model, "root")
        child(self.top, "mxCell", id="0")
        child(self.top, "mxCell", id="1", parent="0")
        for number, band in enumerate(layout.bands, start=1):
            look = f"rounded=1;arcSize=2;html=0;fillColor={layout.style.band};strokeColor={layout.style.band_border}"
            cell = child(
                self.top,
                "mxCell",
                id=f"g{number}",
                parent="1",
                vertex="1",
                style=look,
                value="",
            )
            _placed(cell, (band.x, band.y), band.w, band.h)
        for number, words in enumerate(layout.words, start=1):
            self._words(number, words)
        for number, route in enumerate(layout.routes, start=1):
            self._line(number, route)
        for number, sample in enumerate(layout.samples, start=1):
            self._sample(number, sample)
        for box in layout.boxes:
            self._box(box)
        return file

    def _words(self, number: int, words: Words) -> None:
        look = "text;html=0;fillColor=none;strokeColor=none;align=left;verticalAlign=bottom;spacing=0"
        look += f";fontSize={words.size * _ZOOM:.1f};fontColor={self.layout.style.words};fontStyle={int(words.bold)}"
        cell = child(
            self.top,
            "mxCell",
            id=f"w{number}",
            parent="1",
            vertex="1",
            style=look,
            value=words.text,
        )
        wide = 1.1 * words.size * width(words.text, "bold" if words.bold else "regular")
        _placed(cell, (words.x, words.y - words.size), wide, 1.25 * words.size)

    def _box(self, box: Box) -> None:
        ink, element = self.layout.style.inks[box.kind], self.network[box.id]
        look = f"{_SHAPES.get(box.kind, _OTHER)};{_TEXT};fontSize={self.layout.size * _ZOOM:.1f};fontColor={ink.text}"
        look += (
            f";fillColor={ink.ground};strokeColor={ink.border};dashed={int(box.dashed)}"
        )
        words = "\n".join(
            (
                label(element, short=self.profile.short),
                *(remark.text for remark in box.remarks),
            )
        )
        known = {
            "kind": self.say(KIND_WORDS[box.kind][0]),
            "code": box.id,
            "text": element.text,
        }
        whole = child(self.top, "object", id=self.names[box.id], label=words, **known)
        cell = child(whole, "mxCell", parent="1", vertex="1", style=look)
        _placed(cell, (box.x, box.y), box.w, box.h)

    def _line(self, number: int, route: Route) -> None:
        leaves, enters = (
            _on(self.boxes[route.start], route.points[0]),
            _on(self.boxes[route.end], route.points[-1]),
        )
        look = f"{self._look(route)};curved=1;exitX={leaves[0]};exitY={leaves[1]};exitPerimeter=0"
        look += f";entryX={enters[0]};entryY={enters[1]};entryPerimeter=0"
        words = {
            "kind": self.say(LINK_WORDS[route.kind][0]),
            "basis": self.say(BASIS_WORDS[route.basis]),
        }
        whole = child(self.top, "object", id=f"l{number}", label="", **words)
        ends = {"source": self.names[route.start], "target": self.names[route.end]}
        shape = _shape(child(whole, "mxCell", parent="1", edge="1", style=look, **ends))
        between = route.points[3:-1:3]
        if between:
            stops = child(shape, "Array", **{"as": "points"})
            for point in between:
                _point(stops, point)

    def _sample(self, number: int, route: Route) -> None:
        shape = _shape(
            child(
                self.top,
                "mxCell",
                id=f"s{number}",
                parent="1",
                edge="1",
                style=self._look(route),
            )
        )
        _point(shape, route.points[0], "sourcePoint")
        _point(shape, route.points[-1], "targetPoint")

    def _look(self, route: Route) -> str:
        line = self.layout.style.line(route.kind, dashed=route.dashed)
        head = "block" if line.head else "none"
        return f"html=0;strokeColor={line.colour};dashed={int(bool(line.dashes))};endArrow={head};endSize=4"


def _shape(cell: Node) -> Node:
    return child(cell, "mxGeometry", relative="1", **{"as": "geometry"})


def _point(parent: Node, point: Point, role: str = "") -> None:
    x, y = (f"{value * _ZOOM:.1f}" for value in point)
    child(parent, "mxPoint", x=x, y=y, **({"as": role} if role else {}))


def _placed(cell: Node, corner: Point, w: float, h: float) -> None:
    sides = {"x": corner[0], "y": corner[1], "width": w, "height": h}
    child(
        cell,
        "mxGeometry",
        **{name: f"{value * _ZOOM:.1f}" for name, value in sides.items()},
        **{"as": "geometry"},
    )


def _on(box: Box, point: Point) -> tuple[str, str]:
    """Where on a box a line begins or ends, as shares of its width and height."""
    shares = (point[0] - box.x) / box.w, (point[1] - box.y) / box.h
    return f"{min(max(shares[0], 0), 1):.3f}", f"{min(max(shares[1], 0), 1):.3f}"


DUTCH = {
    (
        "draw.io (diagrams.net): one page of boxes that can be moved and edited, with "
        "lines that stay joined to them."
    ): (
        "draw.io (diagrams.net): één pagina met vakken om te verplaatsen en te "
        "bewerken, met lijnen die eraan vast blijven zitten."
    ),
}
