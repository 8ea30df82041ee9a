"""draw.io (diagrams.net): one page of boxes that can be moved and edited, with lines that stay \
joined to them.

Suffixes: .drawio
"""

from dinet.finding import Finding
from dinet.layout.pages import lay_out_picture
from dinet.layout.plan import CaptionLine, ElementBox, Layout, Point, Route
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import measure_width
from dinet.model import Kind
from dinet.network import Network
from dinet.wording.labels import (
    BASIS_NAMES,
    KIND_NAMES,
    LINK_NAMES,
    Translator,
    translator_for,
)
from dinet.writers.exchange.element_facts import element_label
from dinet.writers.exchange.xml_tree import XmlNode, add_child, as_bytes, parse_root

_DOTS_PER_POINT = 100 / 72
"""draw.io counts a hundred dots in an inch."""

_TEXT_STYLE = "html=0;whiteSpace=wrap;align=left;verticalAlign=middle;spacingLeft=6;spacingRight=4"
_KIND_SHAPES: dict[Kind, str] = {
    "theme": "rounded=0;fontStyle=1",
    "programme": "rounded=0;fontStyle=1",
    "goal": "rounded=0;strokeWidth=3",
    "target": "rounded=1;arcSize=8",
    "effort": "shape=process;size=0.02",
}
"""The outline by kind; other kinds have cut corners."""
_OTHER_SHAPE = "shape=ext;double=1;rounded=0"


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
        _DrawioFile(
            network, lay_out_picture(network, findings, profile), profile
        ).build_file()
    )


class _DrawioFile:
    def __init__(self, network: Network, layout: Layout, profile: Profile) -> None:
        self.network, self.layout, self.profile = network, layout, profile
        self.say: Translator = translator_for(profile.lang)
        self.names = {
            box.id: f"e{number}" for number, box in enumerate(layout.boxes, start=1)
        }
        self.boxes = {box.id: box for box in layout.boxes}

    def build_file(self) -> XmlNode:
        """The whole file: grounds first, then lines, then boxes, so that boxes lie on top."""
        layout = self.layout
        file = parse_root('<mxfile host="dinet"/>')
        page = add_child(
            file, "diagram", id="p1", name=" ".join(layout.title.split()) or "dinet"
        )
        size = {
            "pageWidth": f"{layout.width * _DOTS_PER_POINT:.0f}",
            "pageHeight": f"{layout.height * _DOTS_PER_POINT:.0f}",
        }
        model = add_child(
            page,
            "mxGraphModel",
            grid="0",
            page="1",
            background=layout.style.page,
            **size,
        )
        self.root_cell = add_child(model, "root")
        add_child(self.root_cell, "mxCell", id="0")
        add_child(self.root_cell, "mxCell", id="1", parent="0")
        for number, band in enumerate(layout.bands, start=1):
            look = f"rounded=1;arcSize=2;html=0;fillColor={layout.style.band};strokeColor={layout.style.band_border}"
            cell = add_child(
                self.root_cell,
                "mxCell",
                id=f"g{number}",
                parent="1",
                vertex="1",
                style=look,
                value="",
            )
            _place_cell(cell, (band.x, band.y), band.w, band.h)
        for number, words in enumerate(layout.words, start=1):
            self._add_words(number, words)
        for number, route in enumerate(layout.routes, start=1):
            self._add_line(number, route)
        for number, sample in enumerate(layout.samples, start=1):
            self._add_sample(number, sample)
        for box in layout.boxes:
            self._add_box(box)
        return file

    def _add_words(self, number: int, words: CaptionLine) -> None:
        look = "text;html=0;fillColor=none;strokeColor=none;align=left;verticalAlign=bottom;spacing=0"
        look += f";fontSize={words.size * _DOTS_PER_POINT:.1f};fontColor={self.layout.style.words};fontStyle={int(words.bold)}"
        cell = add_child(
            self.root_cell,
            "mxCell",
            id=f"w{number}",
            parent="1",
            vertex="1",
            style=look,
            value=words.text,
        )
        wide = (
            1.1
            * words.size
            * measure_width(words.text, "bold" if words.bold else "regular")
        )
        _place_cell(cell, (words.x, words.y - words.size), wide, 1.25 * words.size)

    def _add_box(self, box: ElementBox) -> None:
        ink, element = self.layout.style.inks[box.kind], self.network[box.id]
        look = f"{_KIND_SHAPES.get(box.kind, _OTHER_SHAPE)};{_TEXT_STYLE};fontSize={self.layout.size * _DOTS_PER_POINT:.1f};fontColor={ink.text}"
        look += (
            f";fillColor={ink.ground};strokeColor={ink.border};dashed={int(box.dashed)}"
        )
        words = "\n".join(
            (
                element_label(element, short=self.profile.short),
                *(remark.text for remark in box.remarks),
            )
        )
        known = {
            "kind": self.say(KIND_NAMES[box.kind].one),
            "code": box.id,
            "text": element.text,
        }
        whole = add_child(
            self.root_cell, "object", id=self.names[box.id], label=words, **known
        )
        cell = add_child(whole, "mxCell", parent="1", vertex="1", style=look)
        _place_cell(cell, (box.x, box.y), box.w, box.h)

    def _add_line(self, number: int, route: Route) -> None:
        leaves, enters = (
            _share_of_box(self.boxes[route.start], route.points[0]),
            _share_of_box(self.boxes[route.end], route.points[-1]),
        )
        look = f"{self._line_style(route)};curved=1;exitX={leaves[0]};exitY={leaves[1]};exitPerimeter=0"
        look += f";entryX={enters[0]};entryY={enters[1]};entryPerimeter=0"
        words = {
            "kind": self.say(LINK_NAMES[route.kind].forward),
            "basis": self.say(BASIS_NAMES[route.basis]),
        }
        whole = add_child(self.root_cell, "object", id=f"l{number}", label="", **words)
        ends = {"source": self.names[route.start], "target": self.names[route.end]}
        shape = _add_geometry(
            add_child(whole, "mxCell", parent="1", edge="1", style=look, **ends)
        )
        between = route.points[3:-1:3]
        if between:
            stops = add_child(shape, "Array", **{"as": "points"})
            for point in between:
                _add_point(stops, point)

    def _add_sample(self, number: int, route: Route) -> None:
        shape = _add_geometry(
            add_child(
                self.root_cell,
                "mxCell",
                id=f"s{number}",
                parent="1",
                edge="1",
                style=self._line_style(route),
            )
        )
        _add_point(shape, route.points[0], "sourcePoint")
        _add_point(shape, route.points[-1], "targetPoint")

    def _line_style(self, route: Route) -> str:
        line = self.layout.style.link_style(route.kind, dashed=route.dashed)
        head = "block" if line.head else "none"
        return f"html=0;strokeColor={line.colour};dashed={int(bool(line.dashes))};endArrow={head};endSize=4"


def _add_geometry(cell: XmlNode) -> XmlNode:
    return add_child(cell, "mxGeometry", relative="1", **{"as": "geometry"})


def _add_point(parent: XmlNode, point: Point, role: str = "") -> None:
    x, y = (f"{value * _DOTS_PER_POINT:.1f}" for value in point)
    add_child(parent, "mxPoint", x=x, y=y, **({"as": role} if role else {}))


def _place_cell(cell: XmlNode, corner: Point, w: float, h: float) -> None:
    sides = {"x": corner[0], "y": corner[1], "width": w, "height": h}
    add_child(
        cell,
        "mxGeometry",
        **{name: f"{value * _DOTS_PER_POINT:.1f}" for name, value in sides.items()},
        **{"as": "geometry"},
    )


def _share_of_box(box: ElementBox, point: Point) -> tuple[str, str]:
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
