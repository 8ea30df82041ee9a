"""The ways of the links: curves through the gutters between the columns, never through a box.

A link within a cluster is a curve from box to box. Links from another cluster run together in a
track along the gutter, with rounded corners, and arrive as one. A link that passes a column does
so in a dummy node, which takes room there like a box.
"""

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from dinet.layout.layered.coordinates import (
    FROM_ABOVE,
    FROM_BELOW,
    SEGMENT_HEIGHT,
    TRACK_GAP,
    ClusterNodes,
)
from dinet.layout.layered.link_thickness import link_key
from dinet.layout.layered.node import LayoutNode
from dinet.layout.plan import USUAL_PEN, ElementBox, Point, Route
from dinet.model import Link

ARROW_GAP = 6.0
"""Between two arrow ends on the side of a box, in points at natural size."""
ARROW_LENGTH = 8.0
"""Every link arrives straight over this length, in points, where its arrow head goes."""
ARROW_MARGIN = 8
"""So many points of the side of a box have no arrow ends, half of them above and half below."""
CORNER_RADIUS = 7.0
"""Of the rounded corners where a link turns into a track and out of it, in points."""
TRACK_MARGIN = 1.5 * CORNER_RADIUS
"""From the first track of a gutter to the column at its right, in points."""
LOOP_DEPTH = 12.0
"""How far a link between two boxes of one column reaches into the gutter, in points."""
LOOP_ARRIVAL_OFFSET = 5
"""Such a link arrives so many points off the middle of a box, where other links start."""
PARENT_STEM = 4.0
"""The bend of a line up to its effort is so many points high, or half of a box less high."""


class SegmentKey(NamedTuple):
    """An edge segment in a gutter, on its way to the element at the left."""

    gutter: int
    left: str
    segment: str


class TrackSpan(NamedTuple):
    """From where to where an edge segment runs along a gutter."""

    top: float
    bottom: float


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
    """The routes of clusters whose nodes and boxes are placed.

    Args:
        cluster_nodes: The placed nodes.
        tops: The top of every cluster on the page.
        boxes: Every element's box, by id.
        sides: The left and the right side of every column.
    """

    def __init__(
        self,
        cluster_nodes: ClusterNodes,
        tops: Sequence[float],
        boxes: dict[str, ElementBox],
        sides: Sequence[tuple[float, float]],
    ) -> None:
        self.cluster_nodes = cluster_nodes
        self.tops = tops
        self.boxes = boxes
        self.sides = sides
        self.arrangement = cluster_nodes.arrangement
        self.middles = {
            element: box.y + box.h / 2 for element, box in boxes.items()
        }
        self.column_of = self._number_columns()
        self.placed_links = [
            self._place_link(link) for link in self.arrangement.drawn_links
        ]
        self.segment_heights = self._find_segment_heights()
        self.arrival_heights = self._spread_arrivals()
        self.track_positions = self._assign_tracks()

    def build_routes(self) -> tuple[Route, ...]:
        """Every link of the arrangement, in the order of the network's links."""
        links = zip(
            self.arrangement.drawn_links, self.placed_links, strict=True
        )
        return tuple(self._build_route(link, placed) for link, placed in links)

    def _build_route(self, link: Link, placed: PlacedLink) -> Route:
        return Route(
            start=link.start,
            end=link.end,
            kind=link.kind,
            basis=link.basis,
            points=tuple(self._find_points(link, placed)),
            weight=link.weight or "",
            pen=self.arrangement.pens.get(link_key(link), USUAL_PEN),
        )

    def _find_points(self, link: Link, placed: PlacedLink) -> list[Point]:
        """The points of a link, from where it starts to where it ends."""
        start = self.boxes[link.start]
        end = self.boxes[link.end]
        if self.arrangement.parent_of.get(link.start) == link.end:
            return _points_to_parent(start, end)
        if self.column_of[placed.left] == self.column_of[placed.right]:
            return _points_beside(start, end)
        points = self._points_across(placed)
        return points if placed.right == link.start else points[::-1]

    # what each link runs together with, and where it arrives

    def _number_columns(self) -> dict[str, int]:
        """The column of every element; -1 for what stands under the columns."""
        nodes = self.cluster_nodes.nodes
        columns: dict[str, int] = {}
        for element, head in self.arrangement.head_of.items():
            columns[element] = nodes[head].column if head in nodes else -1
        return columns

    def _place_link(self, link: Link) -> PlacedLink:
        left, right = link.end, link.start
        if self.column_of[left] > self.column_of[right]:
            left, right = right, left
        head = self.arrangement.head_of[left]
        if head not in self.cluster_nodes.cluster_of:
            return PlacedLink(left, right, right)
        return PlacedLink(
            left, right, self.cluster_nodes.segment_of(head, right)
        )

    def _find_segment_heights(self) -> dict[tuple[str, int, str], float]:
        """Where each edge segment runs in the dummy nodes towards an element.

        By the element, the column and the segment.
        """
        heights: dict[tuple[str, int, str], float] = {}
        for dummy in dict.fromkeys(self.cluster_nodes.dummy_nodes.values()):
            highest = self._first_segment_height(dummy)
            segments = sorted(dummy.segments, key=self._segment_origin)
            for number, segment in enumerate(segments):
                key = dummy.name, dummy.column, segment
                heights[key] = highest + number * TRACK_GAP
        return heights

    def _first_segment_height(self, dummy: LayoutNode) -> float:
        """Where the first edge segment of a dummy node runs."""
        top = self.tops[self.cluster_nodes.cluster_of[dummy.name]]
        return top + dummy.top + SEGMENT_HEIGHT / 2

    def _segment_origin(self, segment: str) -> float:
        """Where an edge segment comes from: an element's middle, or all the way above or below."""
        if segment in self.middles:
            return self.middles[segment]
        return -inf if segment == FROM_ABOVE else inf

    def _spread_arrivals(self) -> dict[tuple[str, str], float]:
        """Where each edge segment arrives at the side of its element, by these two.

        They are spread in the order in which they come.
        """
        arrivals: dict[tuple[str, str], float] = {}
        for element, heights in self._heights_before_arrival().items():
            segments = sorted(
                heights,
                key=lambda segment: (
                    heights[segment],
                    self._segment_origin(segment),
                ),
            )
            gap = _arrival_gap(self.boxes[element], len(segments))
            highest = self.middles[element] - gap * (len(segments) - 1) / 2
            for number, segment in enumerate(segments):
                arrivals[element, segment] = highest + number * gap
        return arrivals

    def _heights_before_arrival(self) -> dict[str, dict[str, float]]:
        """For every element the edge segments that arrive, each with where it runs before that.

        One that comes through no dummy node runs where it comes from.
        """
        heights: dict[str, dict[str, float]] = {}
        for left, _, segment in self.placed_links:
            head = self.arrangement.head_of[left]
            column_before = self.column_of[left] + 1
            height = self.segment_heights.get((head, column_before, segment))
            if height is None:
                height = self._segment_origin(segment)
            heights.setdefault(left, {})[segment] = height
        return heights

    def _assign_tracks(self) -> dict[SegmentKey, float]:
        """The place across its gutter of each edge segment from another cluster.

        Those that overlap lie side by side.
        """
        spans = self._track_spans()
        track_ends: dict[int, list[float]] = {}
        track_of: dict[SegmentKey, int] = {}
        for key in sorted(spans, key=lambda key: (spans[key].top, key)):
            top, bottom = spans[key]
            ends_in_gutter = track_ends.setdefault(key.gutter, [])
            track = _first_free_track(ends_in_gutter, top)
            ends_in_gutter[track : track + 1] = [bottom]
            track_of[key] = track
        positions: dict[SegmentKey, float] = {}
        for key, track in track_of.items():
            count = len(track_ends[key.gutter])
            positions[key] = self._track_position(key.gutter, track, count)
        return positions

    def _track_spans(self) -> dict[SegmentKey, TrackSpan]:
        """The top and the bottom of every edge segment that runs along a gutter."""
        heights: dict[SegmentKey, list[float]] = {}
        for placed in self.placed_links:
            if placed.segment in (FROM_ABOVE, FROM_BELOW):
                gutter = self.column_of[placed.right] - 1
                key = SegmentKey(gutter, placed.left, placed.segment)
                entry = self.middles[placed.right]
                leaving = self._gutter_exit_height(placed, gutter)
                heights.setdefault(key, []).extend((entry, leaving))
        return {
            key: TrackSpan(min(values), max(values))
            for key, values in heights.items()
        }

    def _track_position(self, gutter: int, track: int, count: int) -> float:
        """Where a track lies, of so many in a gutter: they are numbered from the right."""
        leftmost = self.sides[gutter][1] + ARROW_LENGTH + CORNER_RADIUS
        rightmost = self.sides[gutter + 1][0] - TRACK_MARGIN
        gap = min(TRACK_GAP, (rightmost - leftmost) / max(1, count - 1))
        return rightmost - track * gap

    def _gutter_exit_height(self, placed: PlacedLink, gutter: int) -> float:
        """Where a link leaves a gutter at the left: into a dummy node, or at its end."""
        key = self.arrangement.head_of[placed.left], gutter, placed.segment
        height = self.segment_heights.get(key)
        if height is None:
            return self.arrival_heights[placed.left, placed.segment]
        return height

    # points

    def _points_across(self, placed: PlacedLink) -> list[Point]:
        """From the right element to the left one, gutter by gutter."""
        first = self.column_of[placed.right] - 1
        last = self.column_of[placed.left]
        key = SegmentKey(first, placed.left, placed.segment)
        # Only the first gutter has a track: from there on a link is in the other cluster.
        track = self.track_positions.get(key)
        points = self._points_out_of_column(placed.right)
        for gutter in range(first, last, -1):
            column_left, column_right = self.sides[gutter]
            height = self._gutter_exit_height(placed, gutter)
            passage = column_right, height
            points += _curve_to(points[-1], passage, track)
            points += _straight_line(passage, (column_left, height))
            track = None
        served = self.boxes[placed.left]
        end = served.x + served.w, self._gutter_exit_height(placed, last)
        points += _curve_to(points[-1], end, track)
        return points

    def _points_out_of_column(self, element: str) -> list[Point]:
        """From the left side of an element to that of its column.

        They differ for a sub-effort, which stands further to the right.
        """
        start = self.boxes[element].x, self.middles[element]
        column_left = self.sides[self.column_of[element]][0]
        if start[0] <= column_left:
            return [start]
        return [start, *_straight_line(start, (column_left, start[1]))]


def _arrival_gap(box: ElementBox, count: int) -> float:
    """Between so many edge segments that arrive at a box; at a theme they arrive as one."""
    if box.kind == "theme":
        return 0.0
    return min(ARROW_GAP, (box.h - ARROW_MARGIN) / max(1, count - 1))


def _first_free_track(track_ends: Sequence[float], top: float) -> int:
    """The first track that is free from a height on, or a new one.

    Args:
        track_ends: How far down each track is taken.
        top: The height.
    """
    for track, end in enumerate(track_ends):
        if end < top - CORNER_RADIUS:
            return track
    return len(track_ends)


def _points_beside(start: ElementBox, end: ElementBox) -> list[Point]:
    """From the left side of a box around to the left side of another one in the same column."""
    left = min(start.x, end.x)
    start_height = start.y + start.h / 2
    end_height = end.y + end.h / 2
    if start_height > end_height:
        end_height += LOOP_ARRIVAL_OFFSET
    else:
        end_height -= LOOP_ARRIVAL_OFFSET
    return [
        (start.x, start_height),
        *_straight_line((start.x, start_height), (left, start_height)),
        (left - LOOP_DEPTH, start_height),
        (left - LOOP_DEPTH, end_height),
        (left, end_height),
        *_straight_line((left, end_height), (end.x, end_height)),
    ]


def _points_to_parent(part: ElementBox, parent: ElementBox) -> list[Point]:
    """From the left side of a sub-effort up to the lower side of its effort."""
    height = part.y + part.h / 2
    x = parent.x + (part.x - parent.x) / 2
    corner = x, height
    return [
        (part.x, height),
        corner,
        corner,
        (x, height - min(PARENT_STEM, part.h / 2)),
        *_straight_line((x, height - PARENT_STEM), (x, parent.y + parent.h)),
    ]


def _straight_line(start: Point, end: Point) -> list[Point]:
    """A straight line as a Bezier curve, without its start."""
    (x, y), (end_x, end_y) = start, end
    return [
        ((2 * x + end_x) / 3, (2 * y + end_y) / 3),
        ((x + 2 * end_x) / 3, (y + 2 * end_y) / 3),
        end,
    ]


def _curve_to(start: Point, end: Point, track: float | None) -> list[Point]:
    """A curve through a gutter, along a track if there is one, without its start."""
    return (
        _track_curve(start, end, track) if track else _level_curve(start, end)
    )


def _level_curve(start: Point, end: Point) -> list[Point]:
    """A curve that leaves and arrives level, without its start.

    It ends in a straight piece for the arrow head.
    """
    x, y = end
    half_way = (start[0] + x + ARROW_LENGTH) / 2
    return [
        (half_way, start[1]),
        (half_way, y),
        (x + ARROW_LENGTH, y),
        (x + 2 * ARROW_LENGTH / 3, y),
        (x + ARROW_LENGTH / 3, y),
        end,
    ]


def _track_curve(start: Point, end: Point, track: float) -> list[Point]:
    """Level to a track, along it, and level to the end, with rounded corners, without its start."""
    start_height, end_height = start[1], end[1]
    radius = min(CORNER_RADIUS, abs(end_height - start_height) / 2)
    drop = radius if end_height > start_height else -radius
    first_corner = track, start_height
    last_corner = track, end_height
    track_start = track, start_height + drop
    track_end = track, end_height - drop
    beyond_last_corner = track - radius, end_height
    return [
        *_straight_line(start, (track + radius, start_height)),
        first_corner,
        first_corner,
        track_start,
        *_straight_line(track_start, track_end),
        last_corner,
        last_corner,
        beyond_last_corner,
        *_straight_line(beyond_last_corner, end),
    ]
