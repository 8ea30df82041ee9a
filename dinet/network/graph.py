"""The only file that imports networkx: the programme as a DiGraph, and what we ask of networkx itself."""

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


def as_graph(elements: Iterable[Element], links: Iterable[Link]) -> "nx.DiGraph[str]":
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
    graph.add_nodes_from((each.id, _node_attributes(each)) for each in elements)
    pairs = groupby(links, key=attrgetter("start", "end"))
    graph.add_edges_from(
        (start, end, _joint_attributes(list(group))) for (start, end), group in pairs
    )
    nx.freeze(graph)
    return graph


def _joint_attributes(links: list[Link]) -> dict[str, str]:
    first, kinds = links[0], "; ".join(dict.fromkeys(each.kind for each in links))
    joint: dict[str, str] = {"kind": first.kind, "basis": first.basis}
    return joint | {"kinds": kinds} if len(links) > 1 else joint


def _node_attributes(element: Element) -> dict[str, str]:
    values = vars(element)
    texts = {name: value for name in TEXT_FIELDS if (value := values.get(name))}
    return texts | {
        name: "; ".join(parts) for name in LIST_FIELDS if (parts := values[name])
    }


def strongly_connected_groups(
    neighbours: Mapping[int, Sequence[int]],
) -> list[list[int]]:
    """Groups of positions that all reach each other; a group comes after those that its neighbours lead to."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(neighbours)
    graph.add_edges_from(
        (here, each)
        for here, below in neighbours.items()
        for each in below
        if each in neighbours
    )
    return [sorted(group) for group in nx.strongly_connected_components(graph)]


def shortest_cycle(neighbours: Mapping[int, Sequence[int]], start: int) -> list[int]:
    """The shortest way from a position back to itself, beginning with that position.

    Args:
        neighbours: Of each position in a group that all reach each other, in order: of the ways
            that are equally short it is the first by this order.
        start: One of these positions.
    """
    graph: nx.DiGraph[int] = nx.DiGraph(
        (here, each) for here, above in neighbours.items() for each in above
    )
    came_from = dict(nx.bfs_predecessors(graph, start))
    way = [next(end for end in came_from if graph.has_edge(end, start))]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
