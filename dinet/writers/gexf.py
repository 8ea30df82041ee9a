"""GEXF for Gephi: elements with their colours and places, links with kind and basis."""

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
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
    parse_root,
    rgb_attributes,
)

_VIZ = "http://www.gexf.net/1.2draft/viz"
_ROOT = f'<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="{_VIZ}" version="1.2"/>'
_DOT_SIZES = {"programme": 30, "theme": 30, "goal": 24, "target": 18}
"""The diameter of dots by kind; others have that of efforts."""
_SMALLEST_DOT = 14


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The graph, UTF-8, in reading order; links run from what serves to what is served.

    Args:
        network: Every element and link is written; the ids of nodes are the ids of elements.
        findings: Not written.
        profile: ``short`` takes titles for labels; ``style`` gives the colours.
    """
    tree = parse_root(_ROOT)
    about = programme_attributes(network)
    meta = add_child(tree, "meta")
    add_child(meta, "creator", "dinet")
    add_child(
        meta,
        "description",
        " · ".join(
            about[name] for name in ("title", "organisation", "period") if name in about
        ),
    )
    graph = add_child(tree, "graph", mode="static", defaultedgetype="directed")
    facts = [element_attributes(network, each) for each in network]
    names = list(dict.fromkeys(name for each in facts for name in each if name != "id"))
    _declare_attributes(graph, "node", names)
    _declare_attributes(graph, "edge", list(LINK_ATTRIBUTES))
    nodes, edges, places = (
        add_child(graph, "nodes"),
        add_child(graph, "edges"),
        screen_boxes(network, profile),
    )
    for element, known in zip(network, facts, strict=True):
        node = add_child(
            nodes,
            "node",
            id=element.id,
            label=element_label(element, short=profile.short),
        )
        _add_values(node, names, known)
        add_child(
            node,
            f"{{{_VIZ}}}color",
            **rgb_attributes(profile.style.inks[element.kind].bar),
        )
        if box := places.get(element.id):
            x, y = box.x + box.w / 2, -(box.y + box.h / 2)  # Gephi counts upwards
            add_child(node, f"{{{_VIZ}}}position", x=f"{x:.1f}", y=f"{y:.1f}", z="0.0")
        add_child(
            node,
            f"{{{_VIZ}}}size",
            value=f"{_DOT_SIZES.get(element.kind, _SMALLEST_DOT)}.0",
        )
    for number, link in enumerate(network.links(), start=1):
        edge = add_child(
            edges, "edge", id=f"e{number}", source=link.start, target=link.end
        )
        _add_values(edge, list(LINK_ATTRIBUTES), link_attributes(link))
    return as_bytes(tree)


def _declare_attributes(graph: XmlNode, kind: str, names: list[str]) -> None:
    titles = add_child(graph, "attributes", mode="static", **{"class": kind})
    for number, name in enumerate(names):
        add_child(titles, "attribute", id=str(number), title=name, type="string")


def _add_values(parent: XmlNode, names: list[str], facts: dict[str, str]) -> None:
    values = add_child(parent, "attvalues")
    for number, name in enumerate(names):
        if name in facts:
            add_child(values, "attvalue", **{"for": str(number), "value": facts[name]})


DUTCH = {
    "GEXF for Gephi: elements with their colours and places, links with kind and basis.": (
        "GEXF voor Gephi: elementen met hun kleuren en plaatsen, verbanden met soort "
        "en grond."
    ),
}
