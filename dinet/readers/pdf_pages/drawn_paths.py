"""The paths drawn on a page: the points of their lines, their colours and their corners."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

Transformation = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Frame = tuple[float, float, float, float]
# How far a line may lean, from one end to the other, and still be horizontal or vertical; and how
# far the corners of a rectangle may lie beside it.
STRAIGHT_POINTS = 0.7
# The segments of a longer path are not looked at: it is a map or a chart, not the lines of a table.
_MOST_SEGMENTS = 20_000
# The alpha of a colour through which nothing shows, as the library counts it.
_OPAQUE = 255


class PathShape(NamedTuple):
    """One closed or open line of a path, and whether some of it is curved."""

    points: tuple[Point, ...]
    curved: bool

    @property
    def frame(self) -> Frame:
        """Left, top, right and bottom."""
        return bounding_frame(self.points)

    @property
    def is_rectangular(self) -> bool:
        """All its corners are corners of its frame."""
        left, top, right, bottom = self.frame
        at_corners = (
            min(abs(x - left), abs(x - right)) < STRAIGHT_POINTS
            and min(abs(y - top), abs(y - bottom)) < STRAIGHT_POINTS
            for x, y in self.points
        )
        return not self.curved and len(self.points) > 3 and all(at_corners)


class PathReader:
    """Reads path objects, with one set of variables that the library writes into."""

    def __init__(self) -> None:
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()

    def draw_modes(self, path: Any) -> tuple[bool, bool]:
        """Whether a path is filled, and whether its line is drawn."""
        if not pdfium.FPDFPath_GetDrawMode(path, self._fill, self._stroke):
            return False, False
        filled = bool(self._fill.value)
        return filled, bool(self._stroke.value) and self._has_visible_line(
            path
        )

    def _has_visible_line(self, path: Any) -> bool:
        """The line of a path has a colour that is not fully transparent, or none of its own."""
        known = pdfium.FPDFPageObj_GetStrokeColor(path, *self._colour)
        return not known or self._colour[3].value > 0

    def fill_colour(self, path: Any) -> tuple[str, bool]:
        """The colour in which a path is filled, and whether nothing shows through it.

        The colour is six hexadecimal digits, as it looks on white paper; empty for none.
        """
        if not pdfium.FPDFPageObj_GetFillColor(path, *self._colour):
            return "", False
        *parts, alpha = (part.value for part in self._colour)
        if not alpha:
            return "", False
        mixed = [
            round(part * alpha / _OPAQUE + _OPAQUE - alpha) for part in parts
        ]
        solid = not pdfium.FPDFPageObj_HasTransparency(path)
        return "{:02X}{:02X}{:02X}".format(*mixed), solid

    def read_shapes(
        self, path: Any, matrix: Transformation
    ) -> Iterator[PathShape]:
        """The lines of which a path consists; none for a path that is too long to be a table's."""
        count = pdfium.FPDFPath_CountSegments(path)
        if count > _MOST_SEGMENTS:
            return
        points: list[Point] = []
        curved = False
        for number in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, number)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
                yield PathShape(tuple(points), curved)
                points, curved = [], False
            pdfium.FPDFPathSegment_GetPoint(segment, self._x, self._y)
            points.append(map_point((self._x.value, self._y.value), matrix))
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            if (
                pdfium.FPDFPathSegment_GetClose(segment)
                and points[0] != points[-1]
            ):
                points.append(points[0])
        if points:
            yield PathShape(tuple(points), curved)


def bounding_frame(points: Any) -> Frame:
    """The left, top, right and bottom of points."""
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def matrix_of(painted: Any) -> Transformation:
    """The matrix that an object has of its own."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(painted, matrix):
        return 1, 0, 0, 1, 0, 0
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def multiply_matrices(
    first: Transformation, then: Transformation
) -> Transformation:
    """One matrix for two, the first applied first."""
    a, b, c, d, e, f = first
    x, y = map_point((e, f), then)
    return (
        a * then[0] + b * then[2],
        a * then[1] + b * then[3],
        c * then[0] + d * then[2],
        c * then[1] + d * then[3],
        x,
        y,
    )


def map_point(point: tuple[float, float], matrix: Transformation) -> Point:
    """Where a matrix puts a point."""
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
