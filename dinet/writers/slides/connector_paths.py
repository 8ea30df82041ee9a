"""The way of a connector between two boxes on a slide: one that crosses no box.

PowerPoint draws a connector anew from a form, the sites that it is glued to, and a few shares, so
a free curve would be lost as soon as somebody moves a box. Of the forms that it knows the first
that stays clear of all boxes is taken; they are tried in the order in which they are nice to see.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from dinet.layout.plan import ElementBox, Point, Route

# The sites of a rectangle to which a connector can be glued, as PowerPoint numbers them.
LEFT_SITE, RIGHT_SITE, TOP_SITE, BOTTOM_SITE = 1, 3, 0, 2
STRAIGHT, CURVED, BENT, TWICE_BENT = (
    "line",
    "curvedConnector3",
    "bentConnector3",
    "bentConnector5",
)
"""What PowerPoint calls the forms."""
CURVE_STEPS = 24
"""So many points of a curve are looked at."""
CLEARANCE = 1.0
"""A connector keeps so far from a box that it is not glued to, in points."""
GLUE_SLACK = 1.5
"""A connector reaches so far into a box that it is glued to without being seen, in points."""
NARROWEST = 1.0
"""The least width of a connector, in points: its shares are shares of that."""
LANE_GAP = 3.0
"""Two lines that lie closer together than this, in points, look like one."""
ARROW_ROOM = 9.0
"""A line comes straight at a box for so many points, so that its head can be seen."""
PLACES_ACROSS = (0.5, 0.35, 0.65, 0.2, 0.8, 0.28, 0.72)
"""Where in the free room between two columns a line may go down, in the order of trying."""
LOOP_DEPTHS = (14.0, 20.0, 27.0, 34.0)
"""How far a connector between boxes of one column goes out beside it, in points."""


class ConnectorPath(NamedTuple):
    """A connector as PowerPoint draws it.

    Args:
        form: What PowerPoint calls it.
        sites: To which it is glued at its start and its end.
        start: In points on the slide. ``end`` likewise.
        shares: Of the width, of the height, and of the width again: where it bends.
    """

    form: str
    sites: tuple[int, int]
    start: Point
    end: Point
    shares: tuple[float, ...] = ()

    def find_corners(self) -> list[Point]:
        """The points where it bends, with its ends."""
        if self.form == STRAIGHT:
            return [self.start, self.end]
        across = self._across_at(self.shares[0])
        if self.form != TWICE_BENT:
            bends = [(across, self.start[1]), (across, self.end[1])]
            return [self.start, *bends, self.end]
        lane = self.start[1] + self.shares[1] * (self.end[1] - self.start[1])
        last = self._across_at(self.shares[2])
        return [
            self.start,
            (across, self.start[1]),
            (across, lane),
            (last, lane),
            (last, self.end[1]),
            self.end,
        ]

    def _across_at(self, share: float) -> float:
        return self.start[0] + share * (self.end[0] - self.start[0])

    def list_points(self) -> list[Point]:
        """Points on it: close together on a curve, and the corners of what has corners."""
        corners = self.find_corners()
        if self.form != CURVED:
            return corners
        (x, y), (bend, _), _, (end_x, end_y) = corners
        middle = (y + end_y) / 2
        first = (
            (x, y),
            ((x + bend) / 2, y),
            (bend, (y + middle) / 2),
            (bend, middle),
        )
        last = (
            (bend, middle),
            (bend, (middle + end_y) / 2),
            ((bend + end_x) / 2, end_y),
            (end_x, end_y),
        )
        return [*_curve_points(first), *_curve_points(last)]


class ConnectorRouter:
    """Finds the ways of the connectors of one slide, one after the other.

    Args:
        boxes: All that stand on the slide.
        linked_ids: The ids of those that a connector is glued to: only they make the columns.
    """

    def __init__(
        self, boxes: Sequence[ElementBox], linked_ids: Iterable[str]
    ) -> None:
        self.boxes = {box.id: box for box in boxes}
        linked = set(linked_ids)
        self.column_boxes = [box for box in boxes if box.id in linked]
        self.used_lines: list[tuple[str, Point, Point]] = []

    def find_path(self, route: Route) -> ConnectorPath | None:
        """The way of a link; None when no form that PowerPoint knows stays clear of all boxes.

        One that lies on a line to another box is taken only when there is no other.
        """
        ends = self.boxes[route.start], self.boxes[route.end]
        lying_on_another = None
        for path in self._try_paths(route, *ends):
            if self._crosses_box(path, ends):
                continue
            if not self._lies_on_line(path, route.end):
                self._remember_lines(path, route.end)
                return path
            lying_on_another = lying_on_another or path
        return lying_on_another

    def _try_paths(
        self, route: Route, start: ElementBox, end: ElementBox
    ) -> Iterator[ConnectorPath]:
        if _stand_beside(start, end):
            yield from self._paths_across(route, start, end)
        else:
            yield from _paths_along(start, end)

    def _paths_across(
        self, route: Route, start: ElementBox, end: ElementBox
    ) -> Iterator[ConnectorPath]:
        """From column to column: a curve, a step, or a step into a lane and one out of it."""
        sites = _facing_sites(start, end)
        first, last = (
            site_of(start, sites[0]),
            site_of(end, sites[1]),
        )
        yield ConnectorPath(CURVED, sites, first, last, (0.5,))
        places = list(self._places_between(first, last))
        width = last[0] - first[0]
        for form in (CURVED, BENT):
            for place in places:
                share = (place - first[0]) / width
                yield ConnectorPath(form, sites, first, last, (share,))
        height = _divisible_height(last[1] - first[1])
        for lane in self._lanes_between(route, first, last):
            lane_share = (lane - first[1]) / height
            for bends in _pairs_of_places(places, first, last):
                shares = [(place - first[0]) / width for place in bends]
                yield ConnectorPath(
                    TWICE_BENT,
                    sites,
                    first,
                    (last[0], first[1] + height),
                    (shares[0], lane_share, shares[1]),
                )

    def _places_between(self, first: Point, last: Point) -> Iterator[float]:
        """Where a line may go up or down between two ends, the free rooms nearest the end first."""
        low, high = sorted((first[0], last[0]))
        rooms = list(self._free_rooms(low, high))
        rooms.sort(key=lambda room: abs(room[0] - last[0]))
        for share, (left, right) in product(PLACES_ACROSS, rooms):
            yield left + share * (right - left)

    def _free_rooms(
        self, low: float, high: float
    ) -> Iterator[tuple[float, float]]:
        """The rooms between columns, from the left, less what an arrow head needs."""
        left = low
        for box in sorted(self.column_boxes, key=lambda box: box.x):
            if box.x > left + 2 * ARROW_ROOM and box.x <= high:
                yield left + ARROW_ROOM, box.x - ARROW_ROOM
            left = max(left, box.x + box.w)
        if high > left + 2 * ARROW_ROOM:
            yield left + ARROW_ROOM, high - ARROW_ROOM

    def _lanes_between(
        self, route: Route, first: Point, last: Point
    ) -> Iterator[float]:
        """Heights at which a line may pass a column, those of the picture first."""
        low, high = sorted((first[0], last[0]))
        own = (
            y
            for (x, y) in route.points
            if low + CLEARANCE < x < high - CLEARANCE
        )
        yield from dict.fromkeys(own)
        passed = [
            box
            for box in self.column_boxes
            if box.x < high - CLEARANCE and box.x + box.w > low + CLEARANCE
        ]
        sides = sorted((box.y, box.y + box.h) for box in passed)
        middle = (first[1] + last[1]) / 2
        lanes = list(_heights_between(sides))
        yield from sorted(lanes, key=lambda lane: abs(lane - middle))

    def _crosses_box(
        self, path: ConnectorPath, ends: Iterable[ElementBox]
    ) -> bool:
        glued = {box.id for box in ends}
        points = path.list_points()
        pieces = list(pairwise(points))
        (left, top), (right, bottom) = corners_of(points)
        for box in self.boxes.values():
            room = -GLUE_SLACK if box.id in glued else CLEARANCE
            beside = box.x - room > right or box.x + box.w + room < left
            if beside or box.y - room > bottom or box.y + box.h + room < top:
                continue  # most boxes are nowhere near
            if any(crosses_box(piece, box, room) for piece in pieces):
                return True
        return False

    def _lies_on_line(self, path: ConnectorPath, end: str) -> bool:
        """Whether a straight piece of a connector lies on one that leads to another box."""
        if path.form == CURVED:
            return False
        return any(
            other != end and _lie_together(piece, (first, last))
            for piece in pairwise(path.find_corners())
            for other, first, last in self.used_lines
        )

    def _remember_lines(self, path: ConnectorPath, end: str) -> None:
        if path.form != CURVED:
            pieces = pairwise(path.find_corners())
            self.used_lines += [(end, first, last) for first, last in pieces]


def site_of(box: ElementBox, site: int) -> Point:
    """Where a site of a box is, in points on the slide.

    Example:
        >>> site_of(ElementBox("D1", "goal", 10, 20, 100, 40, ()), RIGHT_SITE)
        (110, 40.0)
    """
    if site == LEFT_SITE:
        return box.x, box.y + box.h / 2
    if site == RIGHT_SITE:
        return box.x + box.w, box.y + box.h / 2
    return box.x + box.w / 2, box.y if site == TOP_SITE else box.y + box.h


def _stand_beside(start: ElementBox, end: ElementBox) -> bool:
    return start.x >= end.x + end.w or end.x >= start.x + start.w


def _facing_sites(start: ElementBox, end: ElementBox) -> tuple[int, int]:
    leftwards = start.x > end.x
    return (LEFT_SITE, RIGHT_SITE) if leftwards else (RIGHT_SITE, LEFT_SITE)


def _paths_along(
    start: ElementBox, end: ElementBox
) -> Iterator[ConnectorPath]:
    """Within a column: straight up or down, or around through the room beside it."""
    upwards = start.y > end.y
    sites = (TOP_SITE, BOTTOM_SITE) if upwards else (BOTTOM_SITE, TOP_SITE)
    straight = site_of(start, sites[0]), site_of(end, sites[1])
    if abs(start.x - end.x) < NARROWEST:
        yield ConnectorPath(STRAIGHT, sites, *straight)
    for side, form, depth in product(
        (LEFT_SITE, RIGHT_SITE), (CURVED, BENT), LOOP_DEPTHS
    ):
        yield _loop_beside(start, end, side, form, depth)


def _loop_beside(
    start: ElementBox, end: ElementBox, side: int, form: str, depth: float
) -> ConnectorPath:
    """Out at one side of a column, and in at the same side."""
    first, last = site_of(start, side), site_of(end, side)
    if side == LEFT_SITE:
        turn, inwards = min(first[0], last[0]) - depth, NARROWEST
    else:
        turn, inwards = max(first[0], last[0]) + depth, -NARROWEST
    if abs(last[0] - first[0]) < NARROWEST:
        last = first[0] + inwards, last[1]
    share = (turn - first[0]) / (last[0] - first[0])
    return ConnectorPath(form, (side, side), first, last, (share,))


def _pairs_of_places(
    places: Sequence[float], first: Point, last: Point
) -> Iterator[tuple[float, float]]:
    """Two places to bend, the first nearer the start than the second."""
    for late, early in product(places, reversed(places)):
        if abs(early - first[0]) < abs(late - first[0]) - ARROW_ROOM:
            yield early, late


def _heights_between(
    sides: Sequence[tuple[float, float]],
) -> Iterator[float]:
    """The middles of what is free over, between and under boxes of a column."""
    bottom = None
    for top, low in sides:
        if bottom is None:
            yield top - ARROW_ROOM / 2
        elif top > bottom + 2 * CLEARANCE:
            yield (top + bottom) / 2
        bottom = low if bottom is None else max(bottom, low)
    if bottom is not None:
        yield bottom + ARROW_ROOM / 2


def _divisible_height(height: float) -> float:
    """A height of which shares can be taken."""
    if abs(height) >= 0.01:  # points: less is a matter of rounding
        return height
    return 0.01


def corners_of(points: Sequence[Point]) -> tuple[Point, Point]:
    """The left upper and the right lower corner of what holds all points.

    Example:
        >>> corners_of([(3, 1), (2, 4)])
        ((2, 1), (3, 4))
    """
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys)), (max(xs), max(ys))


def crosses_box(
    piece: tuple[Point, Point], box: ElementBox, room: float
) -> bool:
    """Whether a straight piece comes nearer to a box than so many points.

    Example:
        >>> box = ElementBox("D1", "goal", 10, 10, 100, 40, ())
        >>> crosses_box(((0, 20), (200, 20)), box, 1.0), crosses_box(((0, 5), (200, 5)), box, 1.0)
        (True, False)
    """
    low, high = 0.0, 1.0
    sides = ((box.x, box.x + box.w), (box.y, box.y + box.h))
    for axis, (least, most) in enumerate(sides):
        at, step = piece[0][axis], piece[1][axis] - piece[0][axis]
        if step == 0:
            if not least - room < at < most + room:
                return False
            continue
        shares = sorted(
            ((least - room - at) / step, (most + room - at) / step)
        )
        low, high = max(low, shares[0]), min(high, shares[1])
    return low < high


def _lie_together(
    one: tuple[Point, Point], other: tuple[Point, Point]
) -> bool:
    """Whether two level or upright pieces lie beside each other as if they were one."""
    for axis in (0, 1):
        flat = [
            abs(piece[0][axis] - piece[1][axis]) < LANE_GAP
            for piece in (one, other)
        ]
        if not all(flat) or abs(one[0][axis] - other[0][axis]) >= LANE_GAP:
            continue
        (low, high), (least, most) = (
            sorted(point[1 - axis] for point in piece)
            for piece in (one, other)
        )
        if min(high, most) - max(low, least) > LANE_GAP:
            return True
    return False


def _curve_points(curve: Sequence[Point]) -> Iterator[Point]:
    for step in range(CURVE_STEPS + 1):
        share = step / CURVE_STEPS
        rest = 1 - share
        weights = (
            rest**3,
            3 * share * rest**2,
            3 * share**2 * rest,
            share**3,
        )
        x, y = 0.0, 0.0
        for weight, point in zip(weights, curve, strict=True):
            x += weight * point[0]
            y += weight * point[1]
        yield x, y
