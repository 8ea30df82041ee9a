"""GraphML for yEd and networkx: all that is known of every element and link, drawn at their \
places; dinet reads it back.
"""  # noqa: D205 (one sentence of the catalogue)

from collections.abc import Iterable
from itertools import chain

from dinet.finding import Finding
from dinet.layout.plan import ElementBox
from dinet.layout.style.palette import (
    DASHED,
    DOTTED,
    HeadShape,
    LinkStyle,
)
from dinet.layout.style.profile import Profile
from dinet.model import WEAK_BASES, Element, Kind, Link
from dinet.native.facts import FACTS_NAME, facts_as_json
from dinet.network import Network
from dinet.writers.exchange.box_positions import screen_boxes, wrapped_label
from dinet.writers.exchange.element_facts import (
    LINK_ATTRIBUTES,
    element_attributes,
    element_label,
    link_attributes,
    programme_attributes,
)
from dinet.writers.exchange.xml_tree import (
    XmlNode,
    add_child,
    as_bytes,
)

_ROOT_ATTRIBUTES = {
    "xmlns": "http://graphml.graphdrawing.org/xmlns",
    "xmlns:y": "http://www.yworks.com/xml/graphml",
}
_HEADS: dict[HeadShape, str] = {
    "arrow": "standard",
    "diamond": "white_diamond",
    "open arrow": "plain",
    "bar": "t_shape",
}
"""What yEd calls the heads of lines."""
_STROKES = {"": "line", DASHED: "dashed", DOTTED: "dotted"}
_KIND_SHAPES: dict[Kind, str] = {
    "theme": "rectangle3d",
    "goal": "rectangle",
    "target": "roundrectangle",
    "effort": "parallelogram",
}
"""The shape in yEd by kind; other kinds are octagons."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The graph, UTF-8, in reading order; links run from what serves to what is served.

    Args:
        network: Every element and link is written; the ids of nodes are the ids of elements.
        findings: Not written.
        profile: ``short`` puts titles into the boxes, beside the texts in the data; ``style``
            gives the colours.
    """
    tree = XmlNode("graphml", attributes=_ROOT_ATTRIBUTES)
    about = programme_attributes(network)
    facts = {element.id: _all_facts(network, element) for element in network}
    _declare_facts(
        tree, about, dict.fromkeys(chain.from_iterable(facts.values()))
    )
    graph = add_child(tree, "graph", id="G", edgedefault="directed")
    _add_data(graph, "graph", about)
    boxes = screen_boxes(network, profile)
    for element in network:
        node = _add_node(graph, element, facts[element.id])
        _draw_node(node, element, boxes.get(element.id), profile)
    for number, link in enumerate(network.links(), start=1):
        _add_edge(graph, number, link, profile)
    return as_bytes(tree)


def _all_facts(network: Network, element: Element) -> dict[str, str]:
    """What other programs can use, and as JSON what has no name among these."""
    facts = element_attributes(network, element)
    more = facts_as_json(element, {*facts, "target"})
    return facts | {FACTS_NAME: more} if more else facts


def _declare_facts(
    tree: XmlNode, about: Iterable[str], node_names: Iterable[str]
) -> None:
    """Say what is known of the graph, of nodes and of edges, and how the last two are drawn."""
    _declare_keys(tree, "graph", about)
    _declare_keys(tree, "node", node_names)
    _declare_drawing(tree, "node")
    _declare_keys(tree, "edge", LINK_ATTRIBUTES)
    _declare_drawing(tree, "edge")


def _declare_keys(tree: XmlNode, kind: str, names: Iterable[str]) -> None:
    """Say which facts the graph, its nodes or its edges have."""
    for name in names:
        typed = {"for": kind, "attr.name": name, "attr.type": "string"}
        add_child(tree, "key", id=f"{kind}-{name}", **typed)


def _declare_drawing(tree: XmlNode, kind: str) -> None:
    """Say that nodes or edges tell yEd how they are drawn."""
    typed = {"for": kind, "yfiles.type": f"{kind}graphics"}
    add_child(tree, "key", id=f"{kind}-drawn", **typed)


def _add_node(
    graph: XmlNode, element: Element, facts: dict[str, str]
) -> XmlNode:
    """Add an element with its facts; what this gives takes its drawing."""
    node = add_child(graph, "node", id=element.id)
    _add_data(node, "node", facts)
    return add_child(node, "data", key="node-drawn")


def _add_edge(
    graph: XmlNode, number: int, link: Link, profile: Profile
) -> None:
    ends = {"source": link.start, "target": link.end}
    edge = add_child(graph, "edge", id=f"e{number}", **ends)
    _add_data(edge, "edge", link_attributes(link))
    _draw_link(add_child(edge, "data", key="edge-drawn"), link, profile)


def _add_data(parent: XmlNode, kind: str, facts: dict[str, str]) -> None:
    for name, value in facts.items():
        add_child(parent, "data", value, key=f"{kind}-{name}")


def _draw_node(
    data: XmlNode, element: Element, box: ElementBox | None, profile: Profile
) -> None:
    """Draw an element at its place; a large programme has no places."""
    ink = profile.style.inks[element.kind]
    shape = add_child(data, "y:ShapeNode")
    label = element_label(element, short=profile.short)
    if box:
        label = wrapped_label(box)
        _place_shape(shape, box)
    line = {"color": ink.border, "type": "line", "width": f"{ink.pen:.1f}"}
    letters = {"alignment": "left", "fontSize": "10", "textColor": ink.text}
    add_child(shape, "Fill", color=ink.ground, transparent="false")
    add_child(shape, "BorderStyle", **line)
    add_child(shape, "NodeLabel", label, **letters)
    add_child(shape, "Shape", type=_KIND_SHAPES.get(element.kind, "octagon"))


def _place_shape(shape: XmlNode, box: ElementBox) -> None:
    sides = {"x": box.x, "y": box.y, "width": box.w, "height": box.h}
    places = {name: f"{value:.1f}" for name, value in sides.items()}
    add_child(shape, "Geometry", **places)


def _draw_link(data: XmlNode, link: Link, profile: Profile) -> None:
    weak = link.basis in WEAK_BASES
    look: LinkStyle = profile.style.link_style(link.kind, weak=weak)
    stroke = _STROKES[look.dashes]
    tail = "transparent_circle" if look.is_weak else "none"
    line = add_child(data, "y:PolyLineEdge")
    add_child(line, "LineStyle", color=look.colour, type=stroke, width="1.0")
    add_child(line, "Arrows", source=tail, target=_HEADS[look.head])


DUTCH = {
    (
        "GraphML for yEd and networkx: all that is known of every element and link, "
        "drawn at their places; dinet reads it back."
    ): (
        "GraphML voor yEd en networkx: alles wat van elk element en verband bekend is, "
        "getekend op zijn plaats; dinet leest het terug."
    ),
}
