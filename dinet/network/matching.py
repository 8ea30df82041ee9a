"""The heaviest matching of two groups, by networkx."""

from collections.abc import Mapping

import networkx as nx


def match_heaviest(weights: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """Pairs of two groups, each member in one pair at most, of which the weights sum highest.

    Args:
        weights: Of the pairs that may be made: a member of the first group with one of the second.

    Returns:
        For each member of the first group that has a partner that partner, in the order of the
        weights. Empty when there is nothing to pair.

    Example:
        >>> match_heaviest({("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 0.8})
        {'a': 'y', 'b': 'x'}
    """
    graph: nx.Graph[tuple[int, str]] = nx.Graph()
    for (first, second), weight in weights.items():
        graph.add_edge((0, first), (1, second), weight=weight)
    partners: dict[str, str] = {}
    for part in nx.connected_components(graph):
        # a copy, since each look into a view of a part asks again what belongs to it
        for one, other in nx.max_weight_matching(graph.subgraph(part).copy()):
            first, second = sorted((one, other))
            partners[first[1]] = second[1]
    order = dict.fromkeys(first for first, _ in weights)
    return {first: partners[first] for first in order if first in partners}
