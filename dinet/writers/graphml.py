"""GraphML for yEd and networkx: all that is known of every element and link, drawn at their places; dinet reads it back."""

from dinet.finding import Finding
from dinet.layout.plan import Box
from dinet.layout.style.palette import Line
from dinet.layout.style.profile import Profile
from dinet.model import Element, Kind, Link
from dinet.network import Network
from dinet.writers.exchange.box_positions import boxes, wrapped_label
from dinet.writers.exchange.element_facts import (
    AT_LINKS,
    label,
    of_element,
    of_link,
    of_programme,
)
from dinet.writers.exchange.xml_tree import Node, as_bytes, child, root

_Y = "http://www.yworks.com/xml/graphml"
_ROOT = f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="{_Y}"/>'
_SHAPES: dict[Kind, str] = {
    "theme": "rectangle3d",
    "goal": "rectangle",
    "target": "roundrectangle",
    "effort": "parallelogram",
}
"""The shape in yEd by kind; other kinds are octagons."""


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The graph, UTF-8, in reading order; links run from what serves to what is served.

    Args:
        network: Every element and link is written; the ids of nodes are the ids of elements.
        findings: Not written.
        profile: ``short`` puts titles into the boxes, beside the texts in the data; ``style``
            gives the colours.
    """
    tree = root(_ROOT)
    about = of_programme(network)
    nodes = [of_element(network, each) for each in network]
    for kind, names in (
        ("graph", about),
        ("node", dict.fromkeys(name for each in nodes for name in each)),
        ("edge", AT_LINKS),
    ):
        for name in names:
            child(
                tree,
                "key",
                id=f"{kind}-{name}",
                **{"for": kind, "attr.name": name, "attr.type": "string"},
            )
        if kind != "graph":
            child(
                tree,
                "key",
                id=f"{kind}-drawn",
                **{"for": kind, "yfiles.type": f"{kind}graphics"},
            )
    graph = child(tree, "graph", id="G", edgedefault="directed")
    _data(graph, "graph", about)
    places = boxes(network, profile)
    for element, facts in zip(network, nodes, strict=True):
        node = child(graph, "node", id=element.id)
        _data(node, "node", facts)
        _draw(
            child(node, "data", key="node-drawn"),
            element,
            places.get(element.id),
            profile,
        )
    for number, link in enumerate(network.links(), start=1):
        edge = child(graph, "edge", id=f"e{number}", source=link.start, target=link.end)
        _data(edge, "edge", of_link(link))
        _draw_link(child(edge, "data", key="edge-drawn"), link, profile)
    return as_bytes(tree)


def _data(parent: Node, kind: str, facts: dict[str, str]) -> None:
    for name, value in facts.items():
        child(parent, "data", value, key=f"{kind}-{name}")


def _draw(data: Node, element: Element, box: Box | None, profile: Profile) -> None:
    ink = profile.style.inks[element.kind]
    shape = child(data, f"{{{_Y}}}ShapeNode")
    if box:
        sides = {"x": box.x, "y": box.y, "width": box.w, "height": box.h}
        child(
            shape, "Geometry", **{name: f"{value:.1f}" for name, value in sides.items()}
        )
    child(shape, "Fill", color=ink.ground, transparent="false")
    child(shape, "BorderStyle", color=ink.border, type="line", width=f"{ink.pen:.1f}")
    words = wrapped_label(box) if box else label(element, short=profile.short)
    child(
        shape, "NodeLabel", words, alignment="left", fontSize="10", textColor=ink.text
    )
    child(shape, "Shape", type=_SHAPES.get(element.kind, "octagon"))


def _draw_link(data: Node, link: Link, profile: Profile) -> None:
    look: Line = profile.style.line(
        link.kind, dashed=link.basis in ("inherited", "inferred")
    )
    line = child(data, f"{{{_Y}}}PolyLineEdge")
    child(
        line,
        "LineStyle",
        color=look.colour,
        type="dashed" if look.dashes else "line",
        width="1.0",
    )
    child(line, "Arrows", source="none", target="standard" if look.head else "none")


DUTCH = {
    (
        "GraphML for yEd and networkx: all that is known of every element and link, "
        "drawn at their places; dinet reads it back."
    ): (
        "GraphML voor yEd en networkx: alles wat van elk element en verband bekend is, "
        "getekend op zijn plaats; dinet leest het terug."
    ),
}
