"""How thick the lines of links are: by their points, where the document divides these.

Four steps, which the eye tells apart also in grey; the number itself stands beside the line.
"""

from bisect import bisect_right

from dinet.layout.plan import PENS
from dinet.model import Link
from dinet.network import Network
from dinet.network.link_points import HUNDRED, divided_points

_STEPS = (10, 25, 50)
"""Of a hundred points: where the second, the third and the fourth thickness begin."""

LinkKey = tuple[str, str, str]
"""What a link begins and ends at, and its kind."""


def link_pens(network: Network) -> dict[LinkKey, float]:
    """The thickness of the links that have points; empty when the document divides none.

    Args:
        network: What is drawn.
    """
    pens = {}
    for divided in divided_points(network):
        whole = max(divided.total, HUNDRED)
        for link, points in zip(divided.links, divided.points, strict=True):
            share = points * HUNDRED / whole
            pens[link_key(link)] = PENS[bisect_right(_STEPS, share)]
    return pens


def link_key(link: Link) -> LinkKey:
    """By what a link is found in ``link_pens``."""
    return link.start, link.end, link.kind
