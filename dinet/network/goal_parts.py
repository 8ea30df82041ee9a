"""Goals in parts, each with the efforts that carry it: what shares and choices reckon with.

A goal is one part, unless the document divides points over what serves it. Then each of these is
a part of its own, as large as its points; and so on below it, as far as points are divided.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from dinet.model import Effort, Element, Goal
from dinet.network.link_points import DividedPoints, divided_points
from dinet.network.network import Network

PointsBelow = Mapping[str, Mapping[str, Fraction]]
"""For an element the share of its points of each that serves it, by their ids."""


class GoalPart(NamedTuple):
    """A part of a goal.

    Args:
        goal: Of which it is a part.
        size: Of the goal, which is 1 as a whole.
        carriers: The efforts that carry it, in the order of the programme; empty: none does.
    """

    goal: Goal
    size: Fraction
    carriers: tuple[Element, ...]


def whole_goals(network: Network) -> tuple[GoalPart, ...]:
    """Every goal as one part, in the order of the programme."""
    return tuple(
        GoalPart(goal, Fraction(1), network.carriers_of(goal))
        for goal in network.goals
    )


def goals_by_points(network: Network) -> tuple[GoalPart, ...]:
    """The goals in parts by the points that the document divides; empty when it divides none.

    Points count as a share of all points of the element, whatever these add up to.
    """
    points = _points_below(network)
    if not points:
        return ()
    sizes = _sizes_of_parts(points)
    return tuple(
        GoalPart(goal, size, _carriers_at(network, network[end]))
        for goal in network.goals
        for end, size in sizes.get(goal.id, {goal.id: Fraction(1)}).items()
    )


def _carriers_at(network: Network, element: Element) -> tuple[Element, ...]:
    is_effort = isinstance(element, Effort)
    return (element,) if is_effort else network.carriers_of(element)


def _points_below(network: Network) -> PointsBelow:
    """Of every element whose points are divided; an effort carries by itself."""
    points: dict[str, dict[str, Fraction]] = {}
    for divided in divided_points(network):
        below = _points_by_start(divided)
        total = sum(below.values())
        if total and not isinstance(network[divided.element_id], Effort):
            points[divided.element_id] = {
                start: size / total for start, size in below.items()
            }
    return points


def _points_by_start(divided: DividedPoints) -> dict[str, Fraction]:
    """The points by what serves; a link from an element to itself serves nothing."""
    sizes: dict[str, Fraction] = {}
    for link, points in zip(divided.links, divided.points, strict=True):
        if link.start != link.end:
            before = sizes.get(link.start, Fraction(0))
            sizes[link.start] = before + Fraction(points)
    return sizes


def _sizes_of_parts(points: PointsBelow) -> dict[str, dict[str, Fraction]]:
    """For each element with points the sizes of the parts in which these end.

    Where points go round in a circle, they end at the element that would be divided again.
    """
    sizes: dict[str, dict[str, Fraction]] = {}
    opened: set[str] = set()
    for first in points:
        waiting = [first]
        while waiting:
            element = waiting[-1]
            fresh = [
                start
                for start in points[element]
                if start in points and start not in opened
            ]
            opened.add(element)
            if fresh:
                waiting += fresh
                continue
            waiting.pop()
            if element not in sizes:
                sizes[element] = _joined_sizes(points[element], sizes)
    return sizes


def _joined_sizes(
    below: Mapping[str, Fraction], sizes: Mapping[str, Mapping[str, Fraction]]
) -> dict[str, Fraction]:
    joined: dict[str, Fraction] = {}
    for start, share in below.items():
        for end, size in sizes.get(start, {start: Fraction(1)}).items():
            joined[end] = joined.get(end, Fraction(0)) + share * size
    return joined
