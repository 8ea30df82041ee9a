"""Where the boxes and connectors of a slide are when PowerPoint draws them.

Told from the bytes of the file and the geometry of the format (presetShapeDefinitions.xml of
ECMA-376), not from what dinet meant.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from dinet.layout.plan import Point

SPACE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMU = 12_700
STEPS = 30
HAIR = 0.7
"""Points: the pen of a border."""


class Rectangle(NamedTuple):
    """A box, in points."""

    x: float
    y: float
    w: float
    h: float

    def holds(self, point: Point, margin: float) -> bool:
        x, y = point
        return (
            self.x + margin < x < self.x + self.w - margin
            and self.y + margin < y < self.y + self.h - margin
        )


def drawn_boxes(slide: Any) -> dict[str, tuple[str, Rectangle]]:
    """For the number of every box the id of its element, and its place."""
    boxes = {}
    for group in slide.shapes:
        if group.shape_type == 6:
            main = group.shapes[0]
            sides = main.left, main.top, main.width, main.height
            place = Rectangle(*(side / EMU for side in sides))
            boxes[str(main.shape_id)] = group.name, place
    return boxes


def drawn_connectors(slide: Any) -> Iterator[tuple[str, str, list[Point]]]:
    """The numbers of the boxes that every connector joins, and points on it."""
    for line in slide._element.iter():
        if line.tag.endswith("}cxnSp"):
            start = line.find(f".//{SPACE}stCxn")
            if start is not None:
                end = line.find(f".//{SPACE}endCxn")
                yield start.get("id"), end.get("id"), points_of(line)


def points_of(line: Any) -> list[Point]:
    """Points on a connector, close together."""
    frame = line.find(f".//{SPACE}xfrm")
    offset, extent = frame.find(f"{SPACE}off"), frame.find(f"{SPACE}ext")
    width, height = (int(extent.get(name)) / EMU for name in ("cx", "cy"))
    left, top = (int(offset.get(name)) / EMU for name in ("x", "y"))
    points = []
    for x, y in _unturned_points(line, width, height):
        across = width - x if frame.get("flipH") in ("1", "true") else x
        down = height - y if frame.get("flipV") in ("1", "true") else y
        points.append((left + across, top + down))
    return points


def _unturned_points(line: Any, width: float, height: float) -> list[Point]:
    form = line.find(f".//{SPACE}prstGeom")
    guides = form.findall(f".//{SPACE}gd")
    shares = [int(guide.get("fmla").split()[1]) / 100_000 for guide in guides]
    end = width, height
    match form.get("prst"), shares:
        case "line", _:
            return _straight((0, 0), end)
        case "bentConnector3", [share]:
            bend = share * width
            return _straight((0, 0), (bend, 0), (bend, height), end)
        case "bentConnector5", [first, lane, last]:
            one, other, y = first * width, last * width, lane * height
            corners = (one, 0), (one, y), (other, y), (other, height)
            return _straight((0, 0), *corners, end)
        case "curvedConnector3", [share]:
            x = share * width
            return [
                *_curve((0, 0), (x / 2, 0), (x, height / 4), (x, height / 2)),
                *_curve(
                    (x, height / 2),
                    (x, 3 * height / 4),
                    ((x + width) / 2, height),
                    end,
                ),
            ]
    raise AssertionError(form.get("prst"))


def _straight(*corners: Point) -> list[Point]:
    points = []
    for (x, y), (to_x, to_y) in pairwise(corners):
        for step in range(STEPS + 1):
            share = step / STEPS
            points.append((x + share * (to_x - x), y + share * (to_y - y)))
    return points


def _curve(*handles: Point) -> Iterator[Point]:
    for step in range(STEPS + 1):
        share = step / STEPS
        rest = 1 - share
        weights = (
            rest**3,
            3 * share * rest**2,
            3 * share**2 * rest,
            share**3,
        )
        weighted = list(zip(weights, handles, strict=True))
        yield (
            sum(weight * x for weight, (x, _) in weighted),
            sum(weight * y for weight, (_, y) in weighted),
        )


def crossings(presentation: Any) -> list[tuple[str, str, str]]:
    """The connectors that run through a box or end beside theirs, each with that box."""
    found = []
    for slide in presentation.slides:
        boxes = drawn_boxes(slide)
        for start, end, points in drawn_connectors(slide):
            names = boxes[start][0], boxes[end][0]
            for number, (name, place) in boxes.items():
                # what is glued ends in the pen of the border, or a point behind it
                margin = 2 * HAIR if number in (start, end) else HAIR
                if any(place.holds(point, margin) for point in points):
                    found.append((*names, name))
            for number, point in ((start, points[0]), (end, points[-1])):
                x, y, w, h = boxes[number][1]
                around = Rectangle(x - 2, y - 2, w + 4, h + 4)
                if not around.holds(point, 0):
                    found.append((*names, "loose"))
    return found
