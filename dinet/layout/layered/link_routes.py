"""The ways of the links: curves through the gutters between the columns, never through a box.

A link within a band is a curve from box to box. Links from another band run together in a track
along the gutter, with rounded corners, and arrive as one. A link that passes a column does so
in a lane, which takes room there like a box.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dinet.layout.layered.coordinates import (
    FROM_ABOVE,
    FROM_BELOW,
    SEGMENT_HEIGHT,
    TRACK_GAP,
    ClusterNodes,
)
from dinet.layout.plan import ElementBox, Point, Route
from dinet.model import Link

ARROW_GAP = 6.0
"""Between two arrow ends on the side of a box."""
ARROW_LENGTH = 8.0
"""Every link arrives straight over this length, where its arrow head goes."""
CORNER_RADIUS = 7.0
LOOP_DEPTH = 12.0
"""How far a link between two boxes of one column reaches into the gutter."""


class PlacedLink(NamedTuple):
    """A link from the point of view of the page.

    Args:
        left: The id of the element at the left; of two in one column, of the one that is
            served. ``right`` is the other.
        segment: What it runs together with towards the left element.
    """

    left: str
    right: str
    segment: str


class LinkRouter:
    """The routes of bands whose slots and boxes are placed.

    Args:
        stands: The placed slots.
        tops: The top of every band on the page.
        boxes: Every element's box, by id.
        sides: The left and the right side of every column.
    """

    def __init__(
        self,
        stands: ClusterNodes,
        tops: Sequence[float],
        boxes: dict[str, ElementBox],
        sides: Sequence[tuple[float, float]],
    ) -> None:
        self.cluster_nodes, self.tops, self.boxes, self.sides = (
            stands,
            tops,
            boxes,
            sides,
        )
        self.arrangement = stands.arrangement
        self.middles = {each: box.y + box.h / 2 for each, box in boxes.items()}
        slots = stands.nodes
        self.column_of = {
            each: slots[head].column if head in slots else -1
            for each, head in self.arrangement.head_of.items()
        }
        self.placed_links = [
            self._place_link(link) for link in self.arrangement.drawn_links
        ]
        self.lane_heights = self._find_lane_heights()
        self.arrival_heights = self._spread_arrivals()
        self.track_positions = self._assign_tracks()

    def build_routes(self) -> tuple[Route, ...]:
        """Every link of the arrangement, in the order of the network's links."""
        return tuple(
            self._build_route(link, way)
            for link, way in zip(
                self.arrangement.drawn_links, self.placed_links, strict=True
            )
        )

    def _build_route(self, link: Link, way: PlacedLink) -> Route:
        if self.arrangement.parent_of.get(link.start) == link.end:
            points = self._points_to_parent(
                self.boxes[link.start], self.boxes[link.end]
            )
        elif self.column_of[way.left] == self.column_of[way.right]:
            points = self._points_beside(self.boxes[link.start], self.boxes[link.end])
        else:
            points = self._points_across(way)
            points = points if way.right == link.start else points[::-1]
        return Route(
            link.start,
            link.end,
            link.kind,
            link.basis,
            tuple(points),
            bool(self.arrangement.dash_reasons(link)),
        )

    # what each link runs together with, and where it arrives

    def _place_link(self, link: Link) -> PlacedLink:
        left, right = link.end, link.start
        if self.column_of[left] > self.column_of[right]:
            left, right = right, left
        head = self.arrangement.head_of[left]
        return PlacedLink(
            left,
            right,
            self.cluster_nodes.segment_of(head, right)
            if head in self.cluster_nodes.cluster_of
            else right,
        )

    def _find_lane_heights(self) -> dict[tuple[str, int, str], float]:
        """Where each strand runs in the lanes towards an element: by element, column and strand."""
        found = {}
        for lane in dict.fromkeys(self.cluster_nodes.dummy_nodes.values()):
            top = (
                self.tops[self.cluster_nodes.cluster_of[lane.name]]
                + lane.top
                + SEGMENT_HEIGHT / 2
            )
            for number, strand in enumerate(
                sorted(lane.segments, key=self._segment_origin)
            ):
                found[lane.name, lane.column, strand] = top + number * TRACK_GAP
        return found

    def _segment_origin(self, strand: str) -> float:
        """Where a strand comes from: an element's middle, or all the way from above or below."""
        return (
            self.middles[strand]
            if strand in self.middles
            else float("-inf" if strand == FROM_ABOVE else "inf")
        )

    def _spread_arrivals(self) -> dict[tuple[str, str], float]:
        """Where each strand arrives at the side of its element: spread in the order in which they come."""
        strands: dict[str, dict[str, float]] = {}
        for left, _, strand in self.placed_links:
            before = self.lane_heights.get(
                (self.arrangement.head_of[left], self.column_of[left] + 1, strand)
            )
            strands.setdefault(left, {})[strand] = (
                self._segment_origin(strand) if before is None else before
            )
        found = {}
        for left, heights in strands.items():
            box = self.boxes[left]
            apart = (
                min(ARROW_GAP, (box.h - 8) / max(1, len(heights) - 1))
                if box.kind != "theme"
                else 0.0
            )
            first = self.middles[left] - apart * (len(heights) - 1) / 2
            for number, strand in enumerate(
                sorted(
                    heights,
                    key=lambda each: (heights[each], self._segment_origin(each)),
                )
            ):
                found[left, strand] = first + number * apart
        return found

    def _assign_tracks(self) -> dict[tuple[int, str, str], float]:
        """The place across its gutter of each strand from another band; those that overlap lie side by side."""
        spans: dict[tuple[int, str, str], list[float]] = {}
        for way in self.placed_links:
            if way.segment in (FROM_ABOVE, FROM_BELOW):
                gutter = self.column_of[way.right] - 1
                spans.setdefault((gutter, way.left, way.segment), []).extend(
                    (self.middles[way.right], self._gutter_exit_height(way, gutter))
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
                    if low < min(heights) - CORNER_RADIUS
                ),
                len(lowest),
            )
            lowest[number : number + 1] = [max(heights)]
            lane_of[key] = number
        return {
            key: self._track_position(key[0], number, len(free[key[0]]))
            for key, number in lane_of.items()
        }

    def _track_position(self, gutter: int, number: int, count: int) -> float:
        left, right = (
            self.sides[gutter][1] + ARROW_LENGTH + CORNER_RADIUS,
            self.sides[gutter + 1][0] - 1.5 * CORNER_RADIUS,
        )
        return right - number * min(TRACK_GAP, (right - left) / max(1, count - 1))

    def _gutter_exit_height(self, way: PlacedLink, gutter: int) -> float:
        """Where a link leaves a gutter at the left: into a lane, or at its end."""
        lane = self.lane_heights.get(
            (self.arrangement.head_of[way.left], gutter, way.segment)
        )
        return self.arrival_heights[way.left, way.segment] if lane is None else lane

    # points

    def _points_across(self, way: PlacedLink) -> list[Point]:
        """From the right element to the left one, gutter by gutter."""
        box, served = self.boxes[way.right], self.boxes[way.left]
        points = [(box.x, self.middles[way.right])]
        first = self.column_of[way.right] - 1
        if (
            box.x > self.sides[first + 1][0]
        ):  # a sub-effort stands to the right of its column's side
            points += _straight_line(
                points[0], (self.sides[first + 1][0], points[0][1])
            )
        for gutter in range(first, self.column_of[way.left] - 1, -1):
            goal = self._gutter_exit_height(way, gutter)
            side = (
                served.x + served.w
                if gutter == self.column_of[way.left]
                else self.sides[gutter][1]
            )
            track = (
                self.track_positions.get((gutter, way.left, way.segment))
                if gutter == first
                else None
            )
            points += (
                _track_curve(points[-1], (side, goal), track)
                if track
                else _level_curve(points[-1], (side, goal))
            )
            if gutter != self.column_of[way.left]:
                points += _straight_line(points[-1], (self.sides[gutter][0], goal))
        return points

    def _points_beside(self, start: ElementBox, end: ElementBox) -> list[Point]:
        """From the left side of a box around to the left side of another one in the same column."""
        near = min(start.x, end.x)
        here, there = start.y + start.h / 2, end.y + end.h / 2
        there += 5 if here > there else -5
        turn = [(near - LOOP_DEPTH, here), (near - LOOP_DEPTH, there), (near, there)]
        return [
            (start.x, here),
            *_straight_line((start.x, here), (near, here)),
            *turn,
            *_straight_line((near, there), (end.x, there)),
        ]

    def _points_to_parent(self, part: ElementBox, whole: ElementBox) -> list[Point]:
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
            *_straight_line((x, here - 4), (x, bottom)),
        ]


def _straight_line(start: Point, end: Point) -> list[Point]:
    """A straight line as a Bezier curve, without its start."""
    (a, b), (c, d) = start, end
    return [((2 * a + c) / 3, (2 * b + d) / 3), ((a + 2 * c) / 3, (b + 2 * d) / 3), end]


def _level_curve(start: Point, end: Point) -> list[Point]:
    """A curve that leaves and arrives level, with a straight piece for the arrow head, without its start."""
    x, y = end
    half = (start[0] + x + ARROW_LENGTH) / 2
    return [
        (half, start[1]),
        (half, y),
        (x + ARROW_LENGTH, y),
        (x + 2 * ARROW_LENGTH / 3, y),
        (x + ARROW_LENGTH / 3, y),
        end,
    ]


def _track_curve(start: Point, end: Point, track: float) -> list[Point]:
    """Level to a track, along it, and level to the end, with rounded corners, without its start."""
    (_, here), (_, there) = start, end
    corner = min(CORNER_RADIUS, abs(there - here) / 2)
    turn = corner if there > here else -corner
    into, onto, off, out = (
        (track + corner, here),
        (track, here + turn),
        (track, there - turn),
        (track - corner, there),
    )
    first = [*_straight_line(start, into), (track, here), (track, here), onto]
    return [
        *first,
        *_straight_line(onto, off),
        (track, there),
        (track, there),
        out,
        *_straight_line(out, end),
    ]
