"""What must hold for every drawing of rows and columns.

Told as the places where it does not hold.
"""

from collections.abc import Iterator
from itertools import combinations

from dinet.layout.render.drawing import (
    DrawnPage,
    GraphicPrimitive,
    PlacedText,
    Rectangle,
    StraightLine,
)
from dinet.layout.text.measure import measure_width

HAIR = 0.3
ASCENT, DESCENT = 0.72, 0.15
Corners = tuple[float, float, float, float]


def shapes(drawing: DrawnPage) -> Iterator[GraphicPrimitive]:
    yield from drawing.heading
    for part in drawing.parts:
        yield from part.shapes


def texts(drawing: DrawnPage) -> list[PlacedText]:
    return [
        shape
        for shape in shapes(drawing)
        if isinstance(shape, PlacedText) and shape.text.strip()
    ]


def corners(shape: GraphicPrimitive) -> Corners:
    """Left, top, right and bottom."""
    if isinstance(shape, Rectangle):
        return shape.x, shape.y, shape.x + shape.w, shape.y + shape.h
    if isinstance(shape, StraightLine):
        return shape.x, shape.y, shape.to_x, shape.to_y
    long = measure_width(shape.text, shape.face) * shape.size
    up, down = ASCENT * shape.size, DESCENT * shape.size
    if shape.turned:
        return shape.x - up, shape.y - long, shape.x + down, shape.y
    left = shape.x - long / 2 if shape.centred else shape.x
    return left, shape.y - up, left + long, shape.y + down


def outside(drawing: DrawnPage) -> list[GraphicPrimitive]:
    """Shapes that are not wholly on the page."""
    return [
        shape
        for shape in shapes(drawing)
        if not _within(corners(shape), (0, 0, drawing.width, drawing.height))
    ]


def _within(inner: Corners, outer: Corners) -> bool:
    left, top, right, bottom = inner
    return (
        left >= outer[0] - HAIR
        and top >= outer[1] - HAIR
        and right <= outer[2] + HAIR
        and bottom <= outer[3] + HAIR
    )


def collisions(drawing: DrawnPage) -> list[tuple[str, str]]:
    """Texts that stand over each other."""
    boxes = [(text.text, corners(text)) for text in texts(drawing)]
    return [
        (one, other)
        for (one, here), (other, there) in combinations(boxes, 2)
        if _meet(here, there)
    ]


def _meet(one: Corners, other: Corners) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > HAIR and down > HAIR


def small(drawing: DrawnPage) -> list[PlacedText]:
    """Texts in letters that do not read well on paper."""
    return [text for text in texts(drawing) if text.size < 7]


LAWS = (outside, collisions, small)


def broken(drawing: DrawnPage) -> dict[str, list[object]]:
    """The laws that a drawing breaks, and where."""
    found = {law.__name__: law(drawing) for law in LAWS}
    return {name: places for name, places in found.items() if places}
