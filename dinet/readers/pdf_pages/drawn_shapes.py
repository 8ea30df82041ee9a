"""What is drawn on a page besides letters: lines, coloured areas, the dots that browsers draw as bullets, pictures."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from dinet.readers.pdf_pages.page_content import Fill, RulingLine

Transformation = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]
_THIN_POINTS = 3.0
_STRAIGHT_POINTS = 0.7
_DOT_POINTS = (1.5, 7.0)
_MOST_SEGMENTS = 20_000
_MOST_DEPTH = 12
_OPAQUE = 255
_BAND_POINTS = 20
_MOST_BANDS = 1000
_MOST_PATHS = 50_000


class DrawnShapes:
    """Everything on a page but its letters.

    Args:
        page: The page of the library.
        matrix: From the page's own coordinates to those of a Sheet.
    """

    def __init__(self, page: Any, matrix: Transformation) -> None:
        self.across: list[RulingLine] = []
        self.down: list[RulingLine] = []
        self.fills: list[Fill] = []
        self.dots: list[Fill] = []
        self.pictures: list[tuple[float, float, float, float]] = []
        self.order: dict[int, int] = {}
        """The place of every text object in the order of painting, by its address."""
        self._path = PathReader()
        self._paths = 0
        self._heights: defaultdict[int, list[Fill]] = defaultdict(list)
        for each, within in _painted_objects(page, matrix):
            self._add_object(each, within)
        for fill in self.fills:
            for height in range(
                max(int(fill.top / _BAND_POINTS), 0),
                min(int(fill.bottom / _BAND_POINTS), _MOST_BANDS) + 1,
            ):
                self._heights[height].append(fill)

    def fills_at(self, x: float, y: float) -> Iterator[Fill]:
        """The coloured rectangles at a place, in the order of painting."""
        near = self._heights.get(int(y / _BAND_POINTS), ())
        return (
            fill
            for fill in near
            if fill.left <= x <= fill.right and fill.top <= y <= fill.bottom
        )

    def _add_object(self, each: Any, matrix: Transformation) -> None:
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self.order[ctypes.addressof(each.contents)] = len(self.order) + len(
                self.fills
            )
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and self._paths < _MOST_PATHS:
            self._paths += 1
            self._add_path(each, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = [
                _map_point(_map_point(point, _matrix_of(each)), matrix)
                for point in ((0, 0), (1, 1))
            ]
            self.pictures.append(_bounding_frame(corners))

    def _add_path(self, each: Any, matrix: Transformation) -> None:
        filled, stroked = self._path.draw_modes(each)
        shapes = list(
            self._path.read_shapes(each, multiply_matrices(_matrix_of(each), matrix))
        )
        if stroked:
            for shape in shapes:
                self._add_stroke(shape)
        if filled:
            colour, solid = self._path.fill_colour(each)
            for shape in _without_frames(shapes, self._add_edges):
                self._add_fill(shape, colour, solid)

    def _add_stroke(self, shape: "PathShape") -> None:
        if shape.curved:
            if _is_dot(shape.frame):
                self.dots.append(Fill(*shape.frame, "", 0))
            return
        for (x0, y0), (x1, y1) in zip(shape.points, shape.points[1:], strict=False):
            if abs(y1 - y0) <= _STRAIGHT_POINTS < abs(x1 - x0):
                self.across.append(RulingLine((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x1 - x0) <= _STRAIGHT_POINTS < abs(y1 - y0):
                self.down.append(RulingLine((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _add_fill(self, shape: "PathShape", colour: str, solid: bool) -> None:
        left, top, right, bottom = shape.frame
        if _is_dot(shape.frame):
            self.dots.append(Fill(left, top, right, bottom, colour, 0))
        elif bottom - top <= _THIN_POINTS < right - left:
            self.across.append(RulingLine((top + bottom) / 2, left, right))
        elif right - left <= _THIN_POINTS < bottom - top:
            self.down.append(RulingLine((left + right) / 2, top, bottom))
        elif shape.is_rectangular and colour:
            order = len(self.order) + len(self.fills)
            self.fills.append(Fill(left, top, right, bottom, colour, order, solid))

    def _add_edges(self, frame: tuple[float, float, float, float]) -> None:
        left, top, right, bottom = frame
        self.across += [RulingLine(top, left, right), RulingLine(bottom, left, right)]
        self.down += [RulingLine(left, top, bottom), RulingLine(right, top, bottom)]


class PathShape(NamedTuple):
    """One closed or open line of a path."""

    points: tuple[_Point, ...]
    curved: bool

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        return _bounding_frame(self.points)

    @property
    def is_rectangular(self) -> bool:
        """All its corners are corners of its frame."""
        left, top, right, bottom = self.frame
        near = (
            min(abs(x - left), abs(x - right)) < _STRAIGHT_POINTS
            and min(abs(y - top), abs(y - bottom)) < _STRAIGHT_POINTS
            for x, y in self.points
        )
        return not self.curved and len(self.points) > 3 and all(near)


class PathReader:
    """Reads path objects, with one set of variables that the library writes into."""

    def __init__(self) -> None:
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()

    def draw_modes(self, each: Any) -> tuple[bool, bool]:
        """Whether a path is filled, and whether its line is drawn."""
        if not pdfium.FPDFPath_GetDrawMode(each, self._fill, self._stroke):
            return False, False
        return bool(self._fill.value), bool(self._stroke.value) and self._is_seen(
            pdfium.FPDFPageObj_GetStrokeColor, each
        )

    def _is_seen(self, getter: Any, each: Any) -> bool:
        return not getter(each, *self._colour) or self._colour[3].value > 0

    def fill_colour(self, each: Any) -> tuple[str, bool]:
        """The colour in which a path is filled, empty for none, and whether nothing shows through it."""
        if not pdfium.FPDFPageObj_GetFillColor(each, *self._colour):
            return "", False
        *parts, alpha = (part.value for part in self._colour)
        if not alpha:
            return "", False
        mixed = [round(part * alpha / _OPAQUE + _OPAQUE - alpha) for part in parts]
        return "{:02X}{:02X}{:02X}".format(
            *mixed
        ), not pdfium.FPDFPageObj_HasTransparency(each)

    def read_shapes(self, each: Any, matrix: Transformation) -> Iterator[PathShape]:
        """The lines of which a path consists; none for a path that is too long to be a table's."""
        count = pdfium.FPDFPath_CountSegments(each)
        points: list[_Point] = []
        curved = False
        for number in range(count if count <= _MOST_SEGMENTS else 0):
            segment = pdfium.FPDFPath_GetPathSegment(each, number)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
                yield PathShape(tuple(points), curved)
                points, curved = [], False
            pdfium.FPDFPathSegment_GetPoint(segment, self._x, self._y)
            points.append(_map_point((self._x.value, self._y.value), matrix))
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
                points.append(points[0])
        if points:
            yield PathShape(tuple(points), curved)


def _painted_objects(
    page: Any, matrix: Transformation
) -> Iterator[tuple[Any, Transformation]]:
    """Everything painted on a page, in that order, also inside forms, each with the matrix of what it stands in."""
    count = pdfium.FPDFPage_CountObjects(page)
    todo = [(pdfium.FPDFPage_GetObject, page, iter(range(count)), matrix)]
    while todo:
        getter, parent, numbers, within = todo[-1]
        number = next(numbers, None)
        if number is None:
            todo.pop()
            continue
        each = getter(parent, number)
        if not each:
            continue
        if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_FORM:
            yield each, within
        elif len(todo) < _MOST_DEPTH:
            inside = iter(range(max(pdfium.FPDFFormObj_CountObjects(each), 0)))
            todo.append(
                (
                    pdfium.FPDFFormObj_GetObject,
                    each,
                    inside,
                    multiply_matrices(_matrix_of(each), within),
                )
            )


def _without_frames(shapes: list[PathShape], edges: Any) -> Iterator[PathShape]:
    """The shapes, less pairs of a rectangle in a slightly larger one: browsers paint a border that way."""
    skip = False
    for shape, inner in zip(shapes, [*shapes[1:], None], strict=True):
        if skip:
            skip = False
        elif (
            inner
            and shape.is_rectangular
            and inner.is_rectangular
            and _just_inside(inner.frame, shape.frame)
        ):
            edges(shape.frame)
            skip = True
        else:
            yield shape


def _just_inside(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    apart = (
        inner[0] - outer[0],
        inner[1] - outer[1],
        outer[2] - inner[2],
        outer[3] - inner[3],
    )
    return (
        all(-_STRAIGHT_POINTS <= each <= _THIN_POINTS for each in apart)
        and max(apart) > 0
    )


def _is_dot(frame: tuple[float, float, float, float]) -> bool:
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    return (
        all(_DOT_POINTS[0] <= each <= _DOT_POINTS[1] for each in (width, height))
        and abs(width - height) < _STRAIGHT_POINTS
    )


def _bounding_frame(points: Any) -> tuple[float, float, float, float]:
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix_of(each: Any) -> Transformation:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(each, matrix):
        return 1, 0, 0, 1, 0, 0
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def multiply_matrices(first: Transformation, then: Transformation) -> Transformation:
    """One matrix for two, the first applied first."""
    a, b, c, d, e, f = first
    x, y = _map_point((e, f), then)
    return (
        a * then[0] + b * then[2],
        a * then[1] + b * then[3],
        c * then[0] + d * then[2],
        c * then[1] + d * then[3],
        x,
        y,
    )


def _map_point(point: tuple[float, float], matrix: Transformation) -> _Point:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
