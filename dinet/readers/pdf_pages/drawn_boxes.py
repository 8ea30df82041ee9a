"""Boxes that are drawn apart from one another, and the lines that run from one to another.

The cells of a table adjoin; the boxes of a drawing have white between them, and often a line.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice, pairwise, takewhile
from math import dist
from typing import NamedTuple

from dinet.readers.pdf_pages.drawn_paths import Frame, Point
from dinet.readers.pdf_pages.page_content import Word

# A smaller shape holds no words: it is a bullet, or the head of an arrow.
_LEAST_WIDTH_POINTS, _LEAST_HEIGHT_POINTS = 20.0, 8.0
# A shape over more than this share of the page is its background, or the frame around a drawing.
_BACKGROUND_SHARE = 0.5
# With more shapes than this the page is a map, a chart, or a table of coloured cells.
_MOST_BOXES = 300
# One box is a remark, or a frame around a title.
_LEAST_BOXES = 2
# So close together lie cells of one table: between coloured cells is a white line at most.
_ADJOINING_POINTS = 3.0
# Two shapes whose sides lie so close are the colour and the edge of one box.
_SAME_SIDE_POINTS = 3.0
# How far from a box a line that runs to it ends at most: 4 mm; as its head is drawn apart from it,
# it ends some 2 mm earlier.
_LINE_GAP_POINTS = 17.0
# A shorter line is the head of an arrow, or underlining.
_SHORTEST_LINE_POINTS = 8.0
# Two pieces of a line meet when their ends lie in one square of this size.
_MEETING_POINTS = 2.0
# With more lines than this the page is a map or a chart.
_MOST_LINES = 3000
# At how many places it is tried whether a line runs along a box, so close that it is its edge; a
# line between boxes does at its ends only.
_TRIED_PLACES = 20
_ALONG_POINTS = 1.5
_MOST_ALONG_SHARE = 0.35


class DrawnBoxes(NamedTuple):
    """What a page has of a drawing.

    Args:
        boxes: Those with words that stand apart, from top to bottom.
        joined: How many of them a line joins to another.
    """

    boxes: tuple[Frame, ...] = ()
    joined: int = 0


def find_drawn_boxes(
    outlines: Iterable[Frame],
    strokes: Sequence[Sequence[Point]],
    all_words: Callable[[], Sequence[Word]],
    size: tuple[float, float],
) -> DrawnBoxes:
    """The boxes of a page that stand apart and have words in them.

    Args:
        outlines: The frames of all closed shapes on the page.
        strokes: The points of all open lines on the page.
        all_words: Gives the words of the page, when there are boxes.
        size: Width and height of the page.
    """
    apart = _boxes_apart(_distinct_boxes(outlines, size))
    if len(apart) < _LEAST_BOXES:
        return DrawnBoxes()
    filled = sorted(_innermost_with_words(apart, all_words()))
    if len(filled) < _LEAST_BOXES:
        return DrawnBoxes()
    joined: set[int] = set()
    if len(strokes) <= _MOST_LINES:
        for line in _whole_lines(strokes):
            joined |= _boxes_joined_by(line, filled)
    in_order = sorted(filled, key=lambda box: (box[1], box[0]))
    return DrawnBoxes(tuple(in_order), len(joined))


def _distinct_boxes(
    outlines: Iterable[Frame], size: tuple[float, float]
) -> list[Frame]:
    """The frames in which words can stand, each once, from left to right.

    There are none when there are too many.
    """
    boxes: dict[tuple[int, ...], Frame] = {}
    for frame in outlines:
        left, top, right, bottom = frame
        width, height = right - left, bottom - top
        if width < _LEAST_WIDTH_POINTS or height < _LEAST_HEIGHT_POINTS:
            continue
        if width * height > _BACKGROUND_SHARE * size[0] * size[1]:
            continue
        boxes.setdefault(tuple(map(round, frame)), frame)
        if len(boxes) > _MOST_BOXES:
            return []
    kept: list[Frame] = []
    for box in sorted(boxes.values()):
        near = takewhile(partial(_begin_together, box), reversed(kept))
        if not any(_are_same_box(box, other) for other in near):
            kept.append(box)
    return kept


def _begin_together(one: Frame, other: Frame) -> bool:
    return one[0] - other[0] <= _SAME_SIDE_POINTS


def _are_same_box(one: Frame, other: Frame) -> bool:
    return all(
        abs(side - side_of_other) <= _SAME_SIDE_POINTS
        for side, side_of_other in zip(one, other, strict=True)
    )


def _boxes_apart(boxes: Sequence[Frame]) -> list[Frame]:
    """The boxes that adjoin no other, from left to right; one may stand in another.

    Args:
        boxes: From left to right.
    """
    adjoining: set[Frame] = set()
    for number, box in enumerate(boxes):
        for other in islice(boxes, number + 1, None):
            if other[0] > box[2] + _ADJOINING_POINTS:
                break
            if _adjoin(box, other):
                adjoining |= {box, other}
    return [box for box in boxes if box not in adjoining]


def _adjoin(one: Frame, other: Frame) -> bool:
    """Two boxes touch or overlap, and neither stands in the other."""
    apart = (
        one[0] > other[2] + _ADJOINING_POINTS
        or other[0] > one[2] + _ADJOINING_POINTS
        or one[1] > other[3] + _ADJOINING_POINTS
        or other[1] > one[3] + _ADJOINING_POINTS
    )
    return not (apart or _stands_in(one, other) or _stands_in(other, one))


def _stands_in(inner: Frame, outer: Frame) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def _innermost_with_words(
    boxes: Sequence[Frame], words: Iterable[Word]
) -> set[Frame]:
    """The boxes in which words stand that stand in no smaller one."""
    by_size = sorted(boxes, key=_area_of)
    found: set[Frame] = set()
    for word in words:
        around = (box for box in by_size if word.stands_in(box))
        innermost = next(around, None)
        if innermost:
            found.add(innermost)
    return found


def _area_of(box: Frame) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _whole_lines(
    strokes: Sequence[Sequence[Point]],
) -> Iterator[list[Point]]:
    """The lines, those made whole that are drawn in pieces of which two meet at every corner."""
    ends: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, points in enumerate(strokes):
        for point in (points[0], points[-1]):
            ends[_square_of(point)].append(number)
    used: set[int] = set()
    for number, points in enumerate(strokes):
        if number in used:
            continue
        used.add(number)
        line = list(points)
        _lengthen(line, strokes, ends, used)
        line.reverse()
        _lengthen(line, strokes, ends, used)
        yield line


def _lengthen(
    line: list[Point],
    strokes: Sequence[Sequence[Point]],
    ends: dict[tuple[int, int], list[int]],
    used: set[int],
) -> None:
    """Add the pieces that go on from the last point of a line, while one alone does."""
    while True:
        here = _square_of(line[-1])
        meeting = [number for number in ends[here] if number not in used]
        if len(ends[here]) != 2 or len(meeting) != 1:
            return
        used.add(meeting[0])
        piece = list(strokes[meeting[0]])
        line += piece if _square_of(piece[0]) == here else piece[::-1]


def _square_of(point: Point) -> tuple[int, int]:
    return round(point[0] / _MEETING_POINTS), round(point[1] / _MEETING_POINTS)


def _boxes_joined_by(
    line: Sequence[Point], boxes: Sequence[Frame]
) -> set[int]:
    """The numbers of the two boxes from one of which a line runs to the other; none otherwise."""
    length = sum(dist(one, other) for one, other in pairwise(line))
    if length < _SHORTEST_LINE_POINTS:
        return set()
    first, last = _box_at(line[0], boxes), _box_at(line[-1], boxes)
    if first is None or last is None or first == last:
        return set()
    places = _places_on(line, length)
    along = sum(_is_at_edge(place, boxes) for place in places)
    return {first, last} if along <= _MOST_ALONG_SHARE * len(places) else set()


def _box_at(point: Point, boxes: Sequence[Frame]) -> int | None:
    """The number of the box at which or in which a point lies; None for none."""
    best: tuple[float, int] | None = None
    for number, box in enumerate(boxes):
        away = _distance_to(point, box)
        if away <= _LINE_GAP_POINTS and (best is None or away < best[0]):
            best = away, number
    return best[1] if best else None


def _distance_to(point: Point, box: Frame) -> float:
    """How far a point lies outside a box; nought inside it."""
    across = max(box[0] - point[0], point[0] - box[2], 0)
    down = max(box[1] - point[1], point[1] - box[3], 0)
    return float((across * across + down * down) ** 0.5)


def _places_on(line: Sequence[Point], length: float) -> list[Point]:
    """Places on a line, equally far from one another, without its ends."""
    step = length / (_TRIED_PLACES + 1)
    places: list[Point] = []
    passed, next_at = 0.0, step
    for (x0, y0), (x1, y1) in pairwise(line):
        piece = dist((x0, y0), (x1, y1))
        while (
            piece and next_at <= passed + piece and len(places) < _TRIED_PLACES
        ):
            share = (next_at - passed) / piece
            places.append((x0 + share * (x1 - x0), y0 + share * (y1 - y0)))
            next_at += step
        passed += piece
    return places


def _is_at_edge(point: Point, boxes: Sequence[Frame]) -> bool:
    """A place lies on the edge of a box, or so close that it is drawn as its edge."""
    x, y = point
    for left, top, right, bottom in boxes:
        near = _ALONG_POINTS
        within = (
            left - near <= x <= right + near
            and top - near <= y <= bottom + near
        )
        if not within:
            continue
        if (
            min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom))
            <= near
        ):
            return True
    return False
