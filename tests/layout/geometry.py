"""What must hold for every layout.

Told as the places where it does not hold: all these give an empty list.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from dinet.layout.plan import ElementBox, Layout, Point, Route
from dinet.layout.style.palette import is_bold_remark
from dinet.layout.style.paper import REMARK_SIZE, SIDE_PAD, box_baselines
from dinet.layout.text.measure import measure_width

HAIR = 0.05
STEPS = 24


class Line(NamedTuple):
    """A line of text in a box, with its letters."""

    text: str
    face: str
    size: float


def overlaps(layout: Layout) -> list[tuple[str, str]]:
    return [
        (one.id, other.id)
        for one, other in combinations(layout.boxes, 2)
        if _meet(one, other)
    ]


def _meet(one: ElementBox, other: ElementBox) -> bool:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return across > HAIR and down > HAIR


def too_wide(layout: Layout) -> list[str]:
    found = []
    for box in layout.boxes:
        room = box.w - box.bar - 2 * SIDE_PAD * layout.size
        found += [
            line.text
            for line in _lines(box)
            if measure_width(line.text, line.face) * line.size * layout.size
            > room + HAIR
        ]
    return found


def _lines(box: ElementBox) -> Iterator[Line]:
    for text in box.lines:
        yield Line(
            text,
            "bold" if box.kind in ("theme", "programme") else "regular",
            1.0,
        )
    for remark in box.remarks:
        yield from (
            Line(
                line,
                "bold" if is_bold_remark(remark.text) else "italic",
                REMARK_SIZE,
            )
            for line in remark.lines
        )


def too_low(layout: Layout) -> list[str]:
    found = []
    for box in layout.boxes:
        text, remarks = box_baselines(
            len(box.lines), sum(len(remark.lines) for remark in box.remarks)
        )
        if (max((*text, *remarks)) + 0.2) * layout.size > box.h + HAIR:
            found.append(box.id)
    return found


def loose_ends(layout: Layout) -> list[tuple[str, str]]:
    boxes = {box.id: box for box in layout.boxes}
    return [
        (route.start, route.end)
        for route in layout.routes
        if not (
            _touches(boxes[route.start], route.points[0])
            and _touches(boxes[route.end], route.points[-1])
        )
    ]


def _touches(box: ElementBox, point: Point) -> bool:
    x, y = point
    inside = (
        box.x - HAIR <= x <= box.x + box.w + HAIR
        and box.y - HAIR <= y <= box.y + box.h + HAIR
    )
    side = min(
        abs(x - box.x),
        abs(x - box.x - box.w),
        abs(y - box.y),
        abs(y - box.y - box.h),
    )
    return inside and side <= HAIR


def trespasses(layout: Layout) -> list[tuple[str, str, str]]:
    return [
        (route.start, route.end, box.id)
        for route in layout.routes
        for box in layout.boxes
        if _crosses(route, box)
    ]


def _crosses(route: Route, box: ElementBox) -> bool:
    xs, ys = zip(*route.points, strict=True)
    if (
        max(xs) <= box.x
        or min(xs) >= box.x + box.w
        or max(ys) <= box.y
        or min(ys) >= box.y + box.h
    ):
        return False
    return any(
        box.x + HAIR < x < box.x + box.w - HAIR
        and box.y + HAIR < y < box.y + box.h - HAIR
        for x, y in along(route)
    )


def along(route: Route) -> Iterator[Point]:
    """Points on a route, close together."""
    for first in range(0, len(route.points) - 1, 3):
        curve = route.points[first : first + 4]
        for step in range(STEPS + 1):
            t = step / STEPS
            weights = (
                (1 - t) ** 3,
                3 * t * (1 - t) ** 2,
                3 * t * t * (1 - t),
                t**3,
            )
            x, y = (
                sum(
                    weight * point[axis]
                    for weight, point in zip(weights, curve, strict=True)
                )
                for axis in (0, 1)
            )
            yield x, y


def outside(layout: Layout) -> list[object]:
    """Boxes, bands and links that are not wholly on the page."""
    corners = [
        (each, ((each.x, each.y), (each.x + each.w, each.y + each.h)))
        for each in (*layout.boxes, *layout.bands)
    ]
    lines = [
        (route, tuple(along(route)))
        for route in (*layout.routes, *layout.samples)
    ]
    words = [
        (
            each,
            (
                (each.x, each.y),
                (each.x + measure_width(each.text) * each.size * 0.95, each.y),
            ),
        )
        for each in layout.words
    ]
    return [
        each
        for each, points in (*corners, *lines, *words)
        if not all(_on(layout, point) for point in points)
    ]


def _on(layout: Layout, point: Point) -> bool:
    return (
        -HAIR <= point[0] <= layout.width + HAIR
        and -HAIR <= point[1] <= layout.height + HAIR
    )


LAWS = (overlaps, too_wide, too_low, loose_ends, trespasses, outside)


def broken(layout: Layout) -> dict[str, list[object]]:
    """The laws that a layout breaks, and where."""
    found = {law.__name__: law(layout) for law in LAWS}
    return {name: places for name, places in found.items() if places}
