"""draw.io (diagrams.net): one page of boxes that can be moved and edited, with lines that stay \
joined to them.

Suffixes: .drawio
"""  # noqa: D205 (one sentence of the catalogue)

from dinet.finding import Finding
from dinet.layout.pages import lay_out_picture
from dinet.layout.plan import (
    USUAL_PEN,
    CaptionLine,
    ClusterBand,
    ElementBox,
    Layout,
    Point,
    Route,
)
from dinet.layout.style.palette import DOTTED, HeadShape
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import Face, measure_width
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
from dinet.writers.exchange.xml_tree import (
    XmlNode,
    add_child,
    as_bytes,
)

_HEADS: dict[HeadShape, str] = {
    "arrow": "endArrow=block",
    "diamond": "endArrow=diamondThin;endFill=0",
    "open arrow": "endArrow=open",
    "bar": "endArrow=dash",
}
"""What draw.io calls the heads of lines."""
_DOTS_PER_POINT = 100 / 72
"""draw.io counts a hundred dots in an inch."""

_TEXT_STYLE = "html=0;whiteSpace=wrap;align=left;verticalAlign=middle;spacingLeft=6;spacingRight=4"
_WORDS_STYLE = (
    "text;html=0;fillColor=none;strokeColor=none;"
    "align=left;verticalAlign=bottom;spacing=0"
)
_KIND_SHAPES: dict[Kind, str] = {
    "theme": "rounded=0;fontStyle=1",
    "programme": "rounded=0;fontStyle=1",
    "goal": "rounded=0;strokeWidth=3",
    "target": "rounded=1;arcSize=8",
    "effort": "shape=process;size=0.02",
}
"""The outline by kind; other kinds have cut corners."""
_OTHER_SHAPE = "shape=ext;double=1;rounded=0"


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
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
    def __init__(
        self, network: Network, layout: Layout, profile: Profile
    ) -> None:
        self.network = network
        self.layout = layout
        self.profile = profile
        self.say: Translator = translator_for(profile.lang)
        self.names = {
            box.id: f"e{number}"
            for number, box in enumerate(layout.boxes, start=1)
        }
        self.boxes = {box.id: box for box in layout.boxes}

    def build_file(self) -> XmlNode:
        """The whole file: grounds first, then lines, then boxes, so that boxes lie on top."""
        layout = self.layout
        file = XmlNode("mxfile", attributes={"host": "dinet"})
        self.root_cell = self._add_page(file)
        for number, band in enumerate(layout.bands, start=1):
            self._add_band(number, band)
        for number, words in enumerate(layout.words, start=1):
            self._add_words(number, words)
        for number, route in enumerate(layout.routes, start=1):
            self._add_line(number, route)
        for number, sample in enumerate(layout.samples, start=1):
            self._add_sample(number, sample)
        for box in layout.boxes:
            self._add_box(box)
        return file

    def _add_page(self, file: XmlNode) -> XmlNode:
        """Add the page; what lies on it goes into the node that this gives."""
        layout = self.layout
        name = " ".join(layout.title.split()) or "dinet"
        page = add_child(file, "diagram", id="p1", name=name)
        model = add_child(
            page,
            "mxGraphModel",
            grid="0",
            page="1",
            background=layout.style.page,
            pageWidth=f"{layout.width * _DOTS_PER_POINT:.0f}",
            pageHeight=f"{layout.height * _DOTS_PER_POINT:.0f}",
        )
        root_cell = add_child(model, "root")
        add_child(root_cell, "mxCell", id="0")
        add_child(root_cell, "mxCell", id="1", parent="0")
        return root_cell

    def _add_shape(self, cell_id: str, look: str, words: str) -> XmlNode:
        """A cell on the page that is no element."""
        return add_child(
            self.root_cell,
            "mxCell",
            id=cell_id,
            parent="1",
            vertex="1",
            style=look,
            value=words,
        )

    def _add_band(self, number: int, band: ClusterBand) -> None:
        style = self.layout.style
        look = "rounded=1;arcSize=2;html=0"
        look += f";fillColor={style.band};strokeColor={style.band_border}"
        cell = self._add_shape(f"g{number}", look, "")
        _place_cell(cell, (band.x, band.y), band.w, band.h)

    def _add_words(self, number: int, words: CaptionLine) -> None:
        look = (
            f"{_WORDS_STYLE};fontSize={words.size * _DOTS_PER_POINT:.1f}"
            f";fontColor={self.layout.style.words};fontStyle={int(words.bold)}"
        )
        cell = self._add_shape(f"w{number}", look, words.text)
        face: Face = "bold" if words.bold else "regular"
        # draw.io has letters of its own, so there is a tenth of room
        width = 1.1 * words.size * measure_width(words.text, face)
        _place_cell(
            cell, (words.x, words.y - words.size), width, 1.25 * words.size
        )

    def _add_box(self, box: ElementBox) -> None:
        element = self.network[box.id]
        lines = [element_label(element, short=self.profile.short)]
        lines += [remark.text for remark in box.remarks]
        whole = add_child(
            self.root_cell,
            "object",
            id=self.names[box.id],
            label="\n".join(lines),
            kind=self.say(KIND_NAMES[box.kind].one),
            code=box.id,
            text=element.text,
        )
        style = self._box_style(box)
        cell = add_child(whole, "mxCell", parent="1", vertex="1", style=style)
        _place_cell(cell, (box.x, box.y), box.w, box.h)

    def _box_style(self, box: ElementBox) -> str:
        ink = self.layout.style.inks[box.kind]
        shape = _KIND_SHAPES.get(box.kind, _OTHER_SHAPE)
        size = self.layout.size * _DOTS_PER_POINT
        return (
            f"{shape};{_TEXT_STYLE};fontSize={size:.1f};fontColor={ink.text}"
            f";fillColor={ink.ground};strokeColor={ink.border};dashed={int(box.dashed)}"
        )

    def _add_line(self, number: int, route: Route) -> None:
        whole = add_child(
            self.root_cell,
            "object",
            id=f"l{number}",
            label=route.weight,
            kind=self.say(LINK_NAMES[route.kind].forward),
            basis=self.say(BASIS_NAMES[route.basis]),
        )
        cell = add_child(
            whole,
            "mxCell",
            parent="1",
            edge="1",
            style=self._joined_style(route),
            source=self.names[route.start],
            target=self.names[route.end],
        )
        shape = _add_geometry(cell)
        bends = route.points[3:-1:3]  # the points between the curves
        if bends:
            stops = add_child(shape, "Array", **{"as": "points"})
            for point in bends:
                _add_point(stops, point)

    def _joined_style(self, route: Route) -> str:
        """The look of a line, and where it leaves one box and enters the other."""
        exit_x, exit_y = _share_of_box(
            self.boxes[route.start], route.points[0]
        )
        entry_x, entry_y = _share_of_box(
            self.boxes[route.end], route.points[-1]
        )
        return (
            f"{self._line_style(route)};curved=1"
            f";exitX={exit_x};exitY={exit_y};exitPerimeter=0"
            f";entryX={entry_x};entryY={entry_y};entryPerimeter=0"
        )

    def _add_sample(self, number: int, route: Route) -> None:
        """A line of the legend, which is joined to nothing."""
        style = self._line_style(route)
        cell = add_child(
            self.root_cell,
            "mxCell",
            id=f"s{number}",
            parent="1",
            edge="1",
            style=style,
        )
        shape = _add_geometry(cell)
        _add_point(shape, route.points[0], "sourcePoint")
        _add_point(shape, route.points[-1], "targetPoint")

    def _line_style(self, route: Route) -> str:
        line = self.layout.style.link_style(route.kind, weak=route.is_weak)
        look = (
            f"html=0;strokeColor={line.colour};dashed={int(bool(line.dashes))}"
        )
        if route.pen != USUAL_PEN:
            look += f";strokeWidth={route.pen:g}"
        if line.dashes == DOTTED:
            look += ";dashPattern=1 3"
        if line.is_weak:
            look += ";startArrow=oval;startFill=0;startSize=4"
        return f"{look};{_HEADS[line.head]};endSize=4"


def _add_geometry(cell: XmlNode) -> XmlNode:
    return add_child(cell, "mxGeometry", relative="1", **{"as": "geometry"})


def _add_point(parent: XmlNode, point: Point, role: str = "") -> None:
    x, y = (f"{value * _DOTS_PER_POINT:.1f}" for value in point)
    node = add_child(parent, "mxPoint", x=x, y=y)
    if role:
        node.attributes["as"] = role


def _place_cell(
    cell: XmlNode, corner: Point, width: float, height: float
) -> None:
    sides = {"x": corner[0], "y": corner[1], "width": width, "height": height}
    dots = {
        name: f"{value * _DOTS_PER_POINT:.1f}" for name, value in sides.items()
    }
    add_child(cell, "mxGeometry", **dots, **{"as": "geometry"})


def _share_of_box(box: ElementBox, point: Point) -> tuple[str, str]:
    """Where on a box a line begins or ends, as shares of its width and height."""
    across = (point[0] - box.x) / box.w
    down = (point[1] - box.y) / box.h
    return f"{min(max(across, 0), 1):.3f}", f"{min(max(down, 0), 1):.3f}"


DUTCH = {
    (
        "draw.io (diagrams.net): one page of boxes that can be moved and edited, with "
        "lines that stay joined to them."
    ): (
        "draw.io (diagrams.net): één pagina met vakken om te verplaatsen en te "
        "bewerken, met lijnen die eraan vast blijven zitten."
    ),
}
