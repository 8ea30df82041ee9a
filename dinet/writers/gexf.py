"""GEXF for Gephi: elements with their colours and places, links with kind and basis."""

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.writers.exchange.box_positions import boxes
from dinet.writers.exchange.element_facts import (
    AT_LINKS,
    label,
    of_element,
    of_link,
    of_programme,
)
from dinet.writers.exchange.xml_tree import Node, as_bytes, child, rgb, root

_VIZ = "http://www.gexf.net/1.2draft/viz"
_ROOT = f'<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="{_VIZ}" version="1.2"/>'
_SIZES = {"programme": 30, "theme": 30, "goal": 24, "target": 18}
"""The diameter of dots by kind; others have that of efforts."""
_SMALLEST = 14


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The graph, UTF-8, in reading order; links run from what serves to what is served.

    Args:
        network: Every element and link is written; the ids of nodes are the ids of elements.
        findings: Not written.
        profile: ``short`` takes titles for labels; ``style`` gives the colours.
    """
    tree = root(_ROOT)
    about = of_programme(network)
    meta = child(tree, "meta")
    child(meta, "creator", "dinet")
    child(
        meta,
        "description",
        " · ".join(
            about[name] for name in ("title", "organisation", "period") if name in about
        ),
    )
    graph = child(tree, "graph", mode="static", defaultedgetype="directed")
    facts = [of_element(network, each) for each in network]
    names = list(dict.fromkeys(name for each in facts for name in each if name != "id"))
    _attributes(graph, "node", names)
    _attributes(graph, "edge", list(AT_LINKS))
    nodes, edges, places = (
        child(graph, "nodes"),
        child(graph, "edges"),
        boxes(network, profile),
    )
    for element, known in zip(network, facts, strict=True):
        node = child(
            nodes, "node", id=element.id, label=label(element, short=profile.short)
        )
        _values(node, names, known)
        child(node, f"{{{_VIZ}}}color", **rgb(profile.style.inks[element.kind].bar))
        if box := places.get(element.id):
            x, y = box.x + box.w / 2, -(box.y + box.h / 2)  # Gephi counts upwards
            child(node, f"{{{_VIZ}}}position", x=f"{x:.1f}", y=f"{y:.1f}", z="0.0")
        child(node, f"{{{_VIZ}}}size", value=f"{_SIZES.get(element.kind, _SMALLEST)}.0")
    for number, link in enumerate(network.links(), start=1):
        edge = child(edges, "edge", id=f"e{number}", source=link.start, target=link.end)
        _values(edge, list(AT_LINKS), of_link(link))
    return as_bytes(tree)


def _attributes(graph: Node, kind: str, names: list[str]) -> None:
    titles = child(graph, "attributes", mode="static", **{"class": kind})
    for number, name in enumerate(names):
        child(titles, "attribute", id=str(number), title=name, type="string")


def _values(parent: Node, names: list[str], facts: dict[str, str]) -> None:
    values = child(parent, "attvalues")
    for number, name in enumerate(names):
        if name in facts:
            child(values, "attvalue", **{"for": str(number), "value": facts[name]})


DUTCH = {
    "GEXF for Gephi: elements with their colours and places, links with kind and basis.": (
        "GEXF voor Gephi: elementen met hun kleuren en plaatsen, verbanden met soort "
        "en grond."
    ),
}
