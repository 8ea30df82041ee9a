"""Links with points: how the weight of a goal is divided over what serves it."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from dinet.model import SUPPORTING_LINKS, Link
from dinet.network.network import Network

HUNDRED = Decimal(100)
"""Points that everyone has to divide, as the handbook has it."""
_POINTS = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?(%|punten|points)?")


class DividedPoints(NamedTuple):
    """The points of one element over the links that come to it.

    Args:
        element_id: Of what is served.
        links: Those that come to it, in the order of the programme.
        points: Of each of them.
    """

    element_id: str
    links: tuple[Link, ...]
    points: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        """All its points."""
        return sum(self.points, Decimal(0))


def divided_points(network: Network) -> tuple[DividedPoints, ...]:
    """The elements whose links all have points, in a programme that divides a hundred of them.

    It does so when points are written as a percentage, or when those of at least half of these
    elements add up to a hundred. In any other programme numbers at links mean something else,
    such as marks from 1 to 3, and nothing is given.
    """
    divided = [
        found
        for end, links in _links_by_end(network).items()
        if (found := _divide_points(end, links)) is not None
    ]
    full = sum(found.total == HUNDRED for found in divided)
    divides = any(map(_are_shares, divided)) or 2 * full >= len(divided)
    return tuple(divided) if divides else ()


def _links_by_end(network: Network) -> dict[str, list[Link]]:
    by_end: dict[str, list[Link]] = {}
    for link in network.links():
        if link.kind in SUPPORTING_LINKS:
            by_end.setdefault(link.end, []).append(link)
    return by_end


def _are_shares(divided: DividedPoints) -> bool:
    return any("%" in (link.weight or "") for link in divided.links)


def _divide_points(end: str, links: Iterable[Link]) -> DividedPoints | None:
    """The points of one element; None when a link to it has none."""
    links = tuple(links)
    points = []
    for link in links:
        found = _POINTS.fullmatch(link.weight.strip()) if link.weight else None
        if not found:
            return None
        points.append(Decimal(found[1].replace(",", ".")))
    return DividedPoints(end, links, tuple(points))
