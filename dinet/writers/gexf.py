"""GEXF for Gephi: elements with their colours and places, links with kind and basis."""

from collections.abc import Iterable
from itertools import chain

from dinet.finding import Finding
from dinet.layout.plan import ElementBox
from dinet.layout.style.profile import Profile
from dinet.model import Element, Kind
from dinet.network import Network
from dinet.writers.exchange.box_positions import screen_boxes
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
    rgb_attributes,
)

_ROOT_ATTRIBUTES = {
    "xmlns": "http://www.gexf.net/1.2draft",
    "xmlns:viz": "http://www.gexf.net/1.2draft/viz",
    "version": "1.2",
}
_DOT_SIZES: dict[Kind, int] = {
    "programme": 30,
    "theme": 30,
    "goal": 24,
    "target": 18,
}
"""The diameter of dots by kind, in Gephi's own unit."""
_SMALLEST_DOT = 14
"""The diameter of the dots of all other kinds, efforts among them."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The graph, UTF-8, in reading order; links run from what serves to what is served.

    Args:
        network: Every element and link is written; the ids of nodes are the ids of elements.
        findings: Not written.
        profile: ``short`` takes titles for labels; ``style`` gives the colours.
    """
    tree = XmlNode("gexf", attributes=_ROOT_ATTRIBUTES)
    _add_meta(tree, network)
    graph = add_child(tree, "graph", mode="static", defaultedgetype="directed")
    facts = {
        element.id: element_attributes(network, element) for element in network
    }
    names = dict.fromkeys(chain.from_iterable(facts.values()))
    names.pop("id", None)  # a node has that already
    _declare_attributes(graph, "node", names)
    _declare_attributes(graph, "edge", LINK_ATTRIBUTES)
    nodes = add_child(graph, "nodes")
    boxes = screen_boxes(network, profile)
    for element in network:
        node = _add_node(nodes, element, profile)
        _add_values(node, names, facts[element.id])
        _add_colour(node, element.kind, profile)
        _add_dot(node, element.kind, boxes.get(element.id))
    _add_edges(add_child(graph, "edges"), network)
    return as_bytes(tree)


def _add_meta(tree: XmlNode, network: Network) -> None:
    """Add whose programme this is."""
    about = programme_attributes(network)
    names = [
        name for name in ("title", "organisation", "period") if name in about
    ]
    meta = add_child(tree, "meta")
    add_child(meta, "creator", "dinet")
    add_child(meta, "description", " · ".join(about[name] for name in names))


def _add_node(nodes: XmlNode, element: Element, profile: Profile) -> XmlNode:
    label = element_label(element, short=profile.short)
    return add_child(nodes, "node", id=element.id, label=label)


def _add_colour(node: XmlNode, kind: Kind, profile: Profile) -> None:
    colour = profile.style.inks[kind].bar
    add_child(node, "viz:color", **rgb_attributes(colour))


def _add_dot(node: XmlNode, kind: Kind, box: ElementBox | None) -> None:
    """Add where an element's dot stands, when that is known, and its size."""
    if box:
        x = box.x + box.w / 2
        y = -(box.y + box.h / 2)  # Gephi counts upwards
        add_child(node, "viz:position", x=f"{x:.1f}", y=f"{y:.1f}", z="0.0")
    size = _DOT_SIZES.get(kind, _SMALLEST_DOT)
    add_child(node, "viz:size", value=f"{size}.0")


def _add_edges(edges: XmlNode, network: Network) -> None:
    for number, link in enumerate(network.links(), start=1):
        ends = {"source": link.start, "target": link.end}
        edge = add_child(edges, "edge", id=f"e{number}", **ends)
        _add_values(edge, LINK_ATTRIBUTES, link_attributes(link))


def _declare_attributes(
    graph: XmlNode, kind: str, names: Iterable[str]
) -> None:
    titles = add_child(graph, "attributes", mode="static", **{"class": kind})
    for number, name in enumerate(names):
        add_child(
            titles, "attribute", id=str(number), title=name, type="string"
        )


def _add_values(
    parent: XmlNode, names: Iterable[str], facts: dict[str, str]
) -> None:
    values = add_child(parent, "attvalues")
    for number, name in enumerate(names):
        if name in facts:
            add_child(
                values,
                "attvalue",
                **{"for": str(number), "value": facts[name]},
            )


DUTCH = {
    "GEXF for Gephi: elements with their colours and places, links with kind and basis.": (
        "GEXF voor Gephi: elementen met hun kleuren en plaatsen, verbanden met soort "
        "en grond."
    ),
}
