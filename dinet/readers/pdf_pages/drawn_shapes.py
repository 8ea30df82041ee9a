"""What is drawn on a page besides letters: lines, coloured areas, dots, pictures.

The dots are those that browsers draw as bullets.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import pypdfium2_raw as pdfium

from dinet.readers.pdf_pages.drawn_paths import (
    STRAIGHT_POINTS,
    ClipPath,
    Frame,
    PathReader,
    PathShape,
    Point,
    Transformation,
    bounding_frame,
    map_point,
    matrix_of,
    multiply_matrices,
    visible_frame,
)
from dinet.readers.pdf_pages.page_content import Fill, RulingLine
from dinet.readers.pdf_pages.painted_objects import (
    PaintedObject,
    PaintedObjects,
    address_of,
)

# Up to which height or width a filled rectangle is a ruling line: some programs draw lines so.
_THIN_POINTS = 3.0
# The smallest and the largest bullet that a browser draws as a disc or a ring.
_DOT_POINTS = (1.5, 7.0)
# How far beyond the edge of what is seen the middle of a line may lie of which half is seen.
_HALF_LINE_POINTS = 1.0
# Coloured areas are kept by the bands of the page over which they lie, so that few are asked for
# every letter: bands of about two lines of text.
_BAND_POINTS = 20
# How many bands there are at most: enough for a page of seven metres.
_MOST_BANDS = 1000
# How many paths of a page are looked at: far more than the largest table needs.
_MOST_PATHS = 50_000


class DrawnShapes:
    """Everything on a page but its letters.

    Args:
        page: The page of the library.
        matrix: From the page's own coordinates to those of a `PdfPage`.
        hidden: The addresses of the objects that stand on layers that are switched off.
    """

    def __init__(
        self,
        page: Any,
        matrix: Transformation,
        hidden: Collection[int] = (),
    ) -> None:
        self._rules = _RulesInSight()
        self.fills: list[Fill] = []
        self.dots: list[Fill] = []
        self.pictures: list[Frame] = []
        self.outlines: list[Frame] = []
        """The frames of closed shapes, coloured or with a line around them."""
        self.strokes: list[tuple[Point, ...]] = []
        """The points of lines that are drawn and do not end where they begin."""
        self.order: dict[int, int] = {}
        """The place of every text object in the order of painting, by its address."""
        self.clips: dict[int, tuple[ClipPath, ...]] = {}
        """The paths outside which a text object is not seen, by its address; absent for none."""
        self.hidden: set[int] = set()
        """The addresses of the text objects on layers that are switched off."""
        self._path = PathReader()
        self._paths = 0
        for painted in PaintedObjects(matrix, hidden, self._path).all_on(page):
            self._add_object(painted)
        self._fills_by_band = _group_by_band(self.fills)

    def fills_near(self, y: float) -> Sequence[Fill]:
        """The coloured rectangles that may lie at a height, in the order of painting."""
        return self._fills_by_band.get(int(y / _BAND_POINTS), ())

    def fills_at(self, x: float, y: float) -> Iterator[Fill]:
        """The coloured rectangles at a place, in the order of painting."""
        return (fill for fill in self.fills_near(y) if fill.covers(x, y))

    @property
    def across(self) -> list[RulingLine]:
        """The horizontal lines, as far as they are seen."""
        return self._rules.across

    @property
    def down(self) -> list[RulingLine]:
        """The vertical lines, as far as they are seen."""
        return self._rules.down

    def _add_object(self, painted: PaintedObject) -> None:
        kind = pdfium.FPDFPageObj_GetType(painted.handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._add_text(painted)
        elif painted.hidden:
            return
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and self._paths < _MOST_PATHS:
            self._paths += 1
            self._rules.sight = visible_frame(painted.clips)
            self._add_path(painted.handle, painted.matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            own = matrix_of(painted.handle)
            corners = [
                map_point(map_point(point, own), painted.matrix)
                for point in ((0, 0), (1, 1))
            ]
            self.pictures.append(bounding_frame(corners))

    def _add_text(self, painted: PaintedObject) -> None:
        """Keep when a text object is painted, and what hides it."""
        address = address_of(painted.handle)
        self.order[address] = self._next_order()
        if painted.clips:
            self.clips[address] = painted.clips
        if painted.hidden:
            self.hidden.add(address)

    def _next_order(self) -> int:
        """The place in the order of painting of the text or coloured area that comes now."""
        return len(self.order) + len(self.fills)

    def _add_path(self, path: Any, matrix: Transformation) -> None:
        filled, stroked = self._path.draw_modes(path)
        whole_matrix = multiply_matrices(matrix_of(path), matrix)
        shapes = list(self._path.read_shapes(path, whole_matrix))
        if stroked or filled:
            self._add_outlines(shapes)
        if stroked:
            for shape in shapes:
                self._add_stroke(shape)
        if filled:
            colour, solid = self._path.fill_colour(path)
            for shape in _without_frames(shapes, self._add_edges):
                self._add_fill(shape, colour, solid)

    def _add_outlines(self, shapes: Iterable[PathShape]) -> None:
        """Keep the frames of closed shapes, and the points of open lines."""
        for shape in shapes:
            left, top, right, bottom = shape.frame
            thin = min(right - left, bottom - top) <= _THIN_POINTS
            if shape.points[0] != shape.points[-1]:
                self.strokes.append(shape.points)
            elif thin:
                self.strokes.append(((left, top), (right, bottom)))
            else:
                seen = _common_part(shape.frame, self._rules.sight)
                self.outlines += [seen] if seen else []

    def _add_stroke(self, shape: PathShape) -> None:
        """Keep the straight pieces of a line that is drawn, or the ring that it makes."""
        if shape.curved:
            if _is_dot(shape.frame):
                self.dots.append(Fill(*shape.frame, "", 0))
            return
        for (x0, y0), (x1, y1) in zip(
            shape.points, shape.points[1:], strict=False
        ):
            if abs(y1 - y0) <= STRAIGHT_POINTS < abs(x1 - x0):
                self._rules.add_across((y0 + y1) / 2, min(x0, x1), max(x0, x1))
            elif abs(x1 - x0) <= STRAIGHT_POINTS < abs(y1 - y0):
                self._rules.add_down((x0 + x1) / 2, min(y0, y1), max(y0, y1))

    def _add_fill(self, shape: PathShape, colour: str, solid: bool) -> None:
        """Keep an area that is filled: as a dot, as a line when it is thin, or as a colour."""
        left, top, right, bottom = shape.frame
        if _is_dot(shape.frame):
            self.dots.append(Fill(left, top, right, bottom, colour, 0))
        elif bottom - top <= _THIN_POINTS < right - left:
            self._rules.add_across((top + bottom) / 2, left, right)
        elif right - left <= _THIN_POINTS < bottom - top:
            self._rules.add_down((left + right) / 2, top, bottom)
        elif shape.is_rectangular and colour:
            seen = _common_part(shape.frame, self._rules.sight)
            if seen:
                order = self._next_order()
                self.fills.append(Fill(*seen, colour, order, solid))

    def _add_edges(self, frame: Frame) -> None:
        left, top, right, bottom = frame
        self._rules.add_across(top, left, right)
        self._rules.add_across(bottom, left, right)
        self._rules.add_down(left, top, bottom)
        self._rules.add_down(right, top, bottom)


class _RulesInSight:
    """Keeps lines, as far as they lie within what is seen of the object that draws them."""

    def __init__(self) -> None:
        self.across: list[RulingLine] = []
        self.down: list[RulingLine] = []
        self.sight: Frame | None = None
        """What can be seen; None for the whole page."""

    def add_across(self, at: float, start: float, end: float) -> None:
        """Keep a horizontal line."""
        seen = _common_part((start, at, end, at), self.sight)
        if seen:
            self.across.append(RulingLine(at, seen[0], seen[2]))

    def add_down(self, at: float, start: float, end: float) -> None:
        """Keep a vertical line."""
        seen = _common_part((at, start, at, end), self.sight)
        if seen:
            self.down.append(RulingLine(at, seen[1], seen[3]))


def _common_part(frame: Frame, sight: Frame | None) -> Frame | None:
    """The part of a frame within what is seen; None for none.

    Half the width of a line drawn along the edge is still seen.
    """
    if sight is None:
        return frame
    left, top, right, bottom = frame
    part = (
        max(left, sight[0] - _HALF_LINE_POINTS),
        max(top, sight[1] - _HALF_LINE_POINTS),
        min(right, sight[2] + _HALF_LINE_POINTS),
        min(bottom, sight[3] + _HALF_LINE_POINTS),
    )
    return part if part[0] <= part[2] and part[1] <= part[3] else None


def _group_by_band(fills: list[Fill]) -> dict[int, list[Fill]]:
    """The coloured rectangles over each band of the page, in the order of painting."""
    fills_by_band: defaultdict[int, list[Fill]] = defaultdict(list)
    for fill in fills:
        first = max(int(fill.top / _BAND_POINTS), 0)
        last = min(int(fill.bottom / _BAND_POINTS), _MOST_BANDS)
        for band in range(first, last + 1):
            fills_by_band[band].append(fill)
    return fills_by_band


def _without_frames(
    shapes: list[PathShape], add_edges: Any
) -> Iterator[PathShape]:
    """The shapes, without the borders that browsers paint as a rectangle in a larger one.

    Args:
        shapes: Of one path, in its order.
        add_edges: Is given the outer frame of every such border.
    """
    skip = False
    for shape, inner in zip(shapes, [*shapes[1:], None], strict=True):
        if skip:
            skip = False
        elif inner and _make_border(shape, inner):
            add_edges(shape.frame)
            skip = True
        else:
            yield shape


def _make_border(outer: PathShape, inner: PathShape) -> bool:
    """Two shapes are rectangles, the second just inside the first."""
    return (
        outer.is_rectangular
        and inner.is_rectangular
        and _just_inside(inner.frame, outer.frame)
    )


def _just_inside(inner: Frame, outer: Frame) -> bool:
    """A frame lies within another, with no more than the width of a ruling line between them."""
    gaps = (
        inner[0] - outer[0],
        inner[1] - outer[1],
        outer[2] - inner[2],
        outer[3] - inner[3],
    )
    thin = all(-STRAIGHT_POINTS <= gap <= _THIN_POINTS for gap in gaps)
    return thin and max(gaps) > 0


def _is_dot(frame: Frame) -> bool:
    """The frame is as small as that of a bullet, and as wide as it is high."""
    smallest, largest = _DOT_POINTS
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    return (
        smallest <= width <= largest
        and smallest <= height <= largest
        and abs(width - height) < STRAIGHT_POINTS
    )
