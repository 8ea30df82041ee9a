"""The ways of the links: curves through the gutters between the columns, never through a box.

A link within a band is a curve from box to box. Links from another band run together in a track
along the gutter, with rounded corners, and arrive as one. A link that passes a column does so
in a lane, which takes room there like a box.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dinet.layout.layered.coordinates import ABOVE, BELOW, LINE, TRACK, Stands
from dinet.layout.plan import Box, Point, Route
from dinet.model import Link

APART = 6.0
"""Between two arrow ends on the side of a box."""
ARROW = 8.0
"""Every link arrives straight over this length, where its arrow head goes."""
CORNER = 7.0
LOOP = 12.0
"""How far a link between two boxes of one column reaches into the gutter."""


class Way(NamedTuple):
    """A link from the point of view of the page.

    Args:
        left: The id of the element at the left; of two in one column, of the one that is
            served. ``right`` is the other.
        strand: What it runs together with towards the left element.
    """

    left: str
    right: str
    strand: str


class Routes:
    """The routes of bands whose slots and boxes are placed.

    Args:
        stands: The placed slots.
        tops: The top of every band on the page.
        boxes: Every element's box, by id.
        sides: The left and the right side of every column.
    """

    def __init__(
        self,
        stands: Stands,
        tops: Sequence[float],
        boxes: dict[str, Box],
        sides: Sequence[tuple[float, float]],
    ) -> None:
        self.stands, self.tops, self.boxes, self.sides = stands, tops, boxes, sides
        self.arrangement = stands.arrangement
        self.middle = {each: box.y + box.h / 2 for each, box in boxes.items()}
        slots = stands.slots
        self.column = {
            each: slots[head].column if head in slots else -1
            for each, head in self.arrangement.head.items()
        }
        self.ways = [self._way(link) for link in self.arrangement.drawn]
        self.lanes = self._lanes()
        self.ends = self._ends()
        self.tracks = self._tracks()

    def all(self) -> tuple[Route, ...]:
        """Every link of the arrangement, in the order of the network's links."""
        return tuple(
            self._route(link, way)
            for link, way in zip(self.arrangement.drawn, self.ways, strict=True)
        )

    def _route(self, link: Link, way: Way) -> Route:
        if self.arrangement.parent.get(link.start) == link.end:
            points = self._elbow(self.boxes[link.start], self.boxes[link.end])
        elif self.column[way.left] == self.column[way.right]:
            points = self._beside(self.boxes[link.start], self.boxes[link.end])
        else:
            points = self._across(way)
            points = points if way.right == link.start else points[::-1]
        return Route(
            link.start,
            link.end,
            link.kind,
            link.basis,
            tuple(points),
            bool(self.arrangement.reasons(link)),
        )

    # what each link runs together with, and where it arrives

    def _way(self, link: Link) -> Way:
        left, right = link.end, link.start
        if self.column[left] > self.column[right]:
            left, right = right, left
        head = self.arrangement.head[left]
        return Way(
            left,
            right,
            self.stands.strand(head, right) if head in self.stands.home else right,
        )

    def _lanes(self) -> dict[tuple[str, int, str], float]:
        """Where each strand runs in the lanes towards an element: by element, column and strand."""
        found = {}
        for lane in dict.fromkeys(self.stands.lanes.values()):
            top = self.tops[self.stands.home[lane.name]] + lane.top + LINE / 2
            for number, strand in enumerate(sorted(lane.strands, key=self._height)):
                found[lane.name, lane.column, strand] = top + number * TRACK
        return found

    def _height(self, strand: str) -> float:
        """Where a strand comes from: an element's middle, or all the way from above or below."""
        return (
            self.middle[strand]
            if strand in self.middle
            else float("-inf" if strand == ABOVE else "inf")
        )

    def _ends(self) -> dict[tuple[str, str], float]:
        """Where each strand arrives at the side of its element: spread in the order in which they come."""
        strands: dict[str, dict[str, float]] = {}
        for left, _, strand in self.ways:
            before = self.lanes.get(
                (self.arrangement.head[left], self.column[left] + 1, strand)
            )
            strands.setdefault(left, {})[strand] = (
                self._height(strand) if before is None else before
            )
        found = {}
        for left, heights in strands.items():
            box = self.boxes[left]
            apart = (
                min(APART, (box.h - 8) / max(1, len(heights) - 1))
                if box.kind != "theme"
                else 0.0
            )
            first = self.middle[left] - apart * (len(heights) - 1) / 2
            for number, strand in enumerate(
                sorted(heights, key=lambda each: (heights[each], self._height(each)))
            ):
                found[left, strand] = first + number * apart
        return found

    def _tracks(self) -> dict[tuple[int, str, str], float]:
        """The place across its gutter of each strand from another band; those that overlap lie side by side."""
        spans: dict[tuple[int, str, str], list[float]] = {}
        for way in self.ways:
            if way.strand in (ABOVE, BELOW):
                gutter = self.column[way.right] - 1
                spans.setdefault((gutter, way.left, way.strand), []).extend(
                    (self.middle[way.right], self._entry(way, gutter))
                )
        free: dict[int, list[float]] = {}
        lane_of = {}
        for key, heights in sorted(
            spans.items(), key=lambda item: (min(item[1]), item[0])
        ):
            lowest = free.setdefault(key[0], [])
            number = next(
                (
                    each
                    for each, low in enumerate(lowest)
                    if low < min(heights) - CORNER
                ),
                len(lowest),
            )
            lowest[number : number + 1] = [max(heights)]
            lane_of[key] = number
        return {
            key: self._track(key[0], number, len(free[key[0]]))
            for key, number in lane_of.items()
        }

    def _track(self, gutter: int, number: int, count: int) -> float:
        left, right = (
            self.sides[gutter][1] + ARROW + CORNER,
            self.sides[gutter + 1][0] - 1.5 * CORNER,
        )
        return right - number * min(TRACK, (right - left) / max(1, count - 1))

    def _entry(self, way: Way, gutter: int) -> float:
        """Where a link leaves a gutter at the left: into a lane, or at its end."""
        lane = self.lanes.get((self.arrangement.head[way.left], gutter, way.strand))
        return self.ends[way.left, way.strand] if lane is None else lane

    # points

    def _across(self, way: Way) -> list[Point]:
        """From the right element to the left one, gutter by gutter."""
        box, served = self.boxes[way.right], self.boxes[way.left]
        points = [(box.x, self.middle[way.right])]
        first = self.column[way.right] - 1
        if (
            box.x > self.sides[first + 1][0]
        ):  # a sub-effort stands to the right of its column's side
            points += _line(points[0], (self.sides[first + 1][0], points[0][1]))
        for gutter in range(first, self.column[way.left] - 1, -1):
            goal = self._entry(way, gutter)
            side = (
                served.x + served.w
                if gutter == self.column[way.left]
                else self.sides[gutter][1]
            )
            track = (
                self.tracks.get((gutter, way.left, way.strand))
                if gutter == first
                else None
            )
            points += (
                _along(points[-1], (side, goal), track)
                if track
                else _curve(points[-1], (side, goal))
            )
            if gutter != self.column[way.left]:
                points += _line(points[-1], (self.sides[gutter][0], goal))
        return points

    def _beside(self, start: Box, end: Box) -> list[Point]:
        """From the left side of a box around to the left side of another one in the same column."""
        near = min(start.x, end.x)
        here, there = start.y + start.h / 2, end.y + end.h / 2
        there += 5 if here > there else -5
        turn = [(near - LOOP, here), (near - LOOP, there), (near, there)]
        return [
            (start.x, here),
            *_line((start.x, here), (near, here)),
            *turn,
            *_line((near, there), (end.x, there)),
        ]

    def _elbow(self, part: Box, whole: Box) -> list[Point]:
        """From the left side of a sub-effort up to the lower side of its effort."""
        here, x, bottom = (
            part.y + part.h / 2,
            whole.x + (part.x - whole.x) / 2,
            whole.y + whole.h,
        )
        return [
            (part.x, here),
            (x, here),
            (x, here),
            (x, here - min(4.0, part.h / 2)),
            *_line((x, here - 4), (x, bottom)),
        ]


def _line(start: Point, end: Point) -> list[Point]:
    """A straight line as a Bezier curve, without its start."""
    (a, b), (c, d) = start, end
    return [((2 * a + c) / 3, (2 * b + d) / 3), ((a + 2 * c) / 3, (b + 2 * d) / 3), end]


def _curve(start: Point, end: Point) -> list[Point]:
    """A curve that leaves and arrives level, with a straight piece for the arrow head, without its start."""
    x, y = end
    half = (start[0] + x + ARROW) / 2
    return [
        (half, start[1]),
        (half, y),
        (x + ARROW, y),
        (x + 2 * ARROW / 3, y),
        (x + ARROW / 3, y),
        end,
    ]


def _along(start: Point, end: Point, track: float) -> list[Point]:
    """Level to a track, along it, and level to the end, with rounded corners, without its start."""
    (_, here), (_, there) = start, end
    corner = min(CORNER, abs(there - here) / 2)
    turn = corner if there > here else -corner
    into, onto, off, out = (
        (track + corner, here),
        (track, here + turn),
        (track, there - turn),
        (track - corner, there),
    )
    first = [*_line(start, into), (track, here), (track, here), onto]
    return [
        *first,
        *_line(onto, off),
        (track, there),
        (track, there),
        out,
        *_line(out, end),
    ]
