"""The only file that imports networkx: the programme as a DiGraph, and what we ask of networkx itself."""

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from dinet.model import Element, Link

FIELDS = ("kind", "text", "title", "level", "group", "phase", "period", "status", "budget", "vacant")
LISTS = ("wordings", "sources", "owners", "joint_with", "partners")


def as_graph(elements: Iterable[Element], links: Iterable[Link]) -> "nx.DiGraph[str]":
    """A directed graph from what serves to what is served.

    Nodes are element ids, with the text fields of the model as attributes; what is empty is left out and lists are
    joined by ``"; "``, so that every attribute survives GraphML. Links have ``kind`` and ``basis``; where two links
    join the same pair, the first that carries support gives these and ``kinds`` names them all.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((each.id, _attributes(each)) for each in elements)
    for link in links:
        known = graph.get_edge_data(link.start, link.end)
        if known is None:
            graph.add_edge(link.start, link.end, kind=link.kind, basis=link.basis)
        else:
            known["kinds"] = "; ".join(dict.fromkeys([*known.get("kinds", known["kind"]).split("; "), link.kind]))
    return nx.freeze(graph)


def _attributes(element: Element) -> dict[str, str]:
    values = {name: getattr(element, name, None) for name in FIELDS}
    values |= {name: "; ".join(getattr(element, name)) for name in LISTS}
    return {name: value for name, value in values.items() if value}


def knots(neighbours: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Groups of positions that all reach each other; a group comes after those that its neighbours lead to."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(neighbours)
    graph.add_edges_from((here, each) for here, below in neighbours.items() for each in below if each in neighbours)
    return [sorted(group) for group in nx.strongly_connected_components(graph)]


def shortest_cycle(neighbours: Mapping[int, Sequence[int]], start: int) -> list[int]:
    """The shortest way from a position back to itself, beginning with that position; empty when there is none."""
    graph: nx.DiGraph[int] = nx.DiGraph((here, each) for here, above in neighbours.items() for each in above)
    ways = nx.single_source_shortest_path(graph, start) if start in graph else {}
    backs = [way for end, way in ways.items() if graph.has_edge(end, start)]
    return min(backs, key=lambda way: (len(way), way), default=[])
