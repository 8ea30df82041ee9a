"""The programme as a DiGraph of networkx, and what we ask of networkx itself.

No other file imports networkx.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

import networkx as nx

from dinet.model import Element, Link

TEXT_FIELDS = (
    "kind",
    "text",
    "title",
    "level",
    "group",
    "phase",
    "period",
    "status",
    "budget",
    "vacant",
)
LIST_FIELDS = ("wordings", "sources", "owners", "joint_with", "partners")


def as_graph(
    elements: Iterable[Element], links: Iterable[Link]
) -> "nx.DiGraph[str]":
    """A directed graph from what serves to what is served.

    Nodes are element ids, with the text fields of the model as attributes; what is empty is
    left out and lists are joined by ``"; "``, so that every attribute survives GraphML. Links
    have ``kind`` and ``basis``; where two links join the same pair, the first that carries
    support gives these and ``kinds`` names them all.

    Args:
        elements: With unique ids.
        links: Sorted, so that those that join the same pair stand together, the supporting ones
            first.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for element in elements:
        graph.add_node(element.id, **_node_attributes(element))
    for (start, end), pair in groupby(links, key=attrgetter("start", "end")):
        graph.add_edge(start, end, **_edge_attributes(list(pair)))
    nx.freeze(graph)
    return graph


def _edge_attributes(links: list[Link]) -> dict[str, str]:
    """What an edge says of all links that join the same pair."""
    first = links[0]
    attributes: dict[str, str] = {"kind": first.kind, "basis": first.basis}
    if first.weight:
        # not "weight": what reckons with the graph would take that for a number
        attributes["strength"] = first.weight
    if len(links) > 1:
        attributes["kinds"] = "; ".join(
            dict.fromkeys(link.kind for link in links)
        )
    return attributes


def _node_attributes(element: Element) -> dict[str, str]:
    """The fields of an element that are not empty, each as one text."""
    values = vars(element)
    attributes = {
        name: values[name] for name in TEXT_FIELDS if values.get(name)
    }
    for name in LIST_FIELDS:
        if values[name]:
            attributes[name] = "; ".join(values[name])
    return attributes


def strongly_connected_groups(
    neighbours: Mapping[int, Sequence[int]],
) -> list[list[int]]:
    """Groups of positions that all reach each other.

    A group comes after those that its neighbours lead to; neighbours that are no key are left
    out.
    """
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(neighbours)
    for position, nearby in neighbours.items():
        for neighbour in nearby:
            if neighbour in neighbours:
                graph.add_edge(position, neighbour)
    return [sorted(group) for group in nx.strongly_connected_components(graph)]


def shortest_cycle(
    neighbours: Mapping[int, Sequence[int]], start: int
) -> list[int]:
    """The shortest way from a position back to itself, beginning with that position.

    Args:
        neighbours: Of each position in a group that all reach each other, in order: of the ways
            that are equally short it is the first by this order.
        start: One of these positions.
    """
    graph: nx.DiGraph[int] = nx.DiGraph()
    for position, nearby in neighbours.items():
        graph.add_edges_from((position, neighbour) for neighbour in nearby)
    came_from = dict(nx.bfs_predecessors(graph, start))
    # the search gives the nearest first, so the first with a link to the start closes the cycle
    way = [next(end for end in came_from if graph.has_edge(end, start))]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
