"""The paths drawn on a page: the points of their lines, their colours and their corners."""

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
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
# How many paths are looked at outside which one object is not seen; programs write one to four.
_MOST_CLIPS = 20
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
        yield from self._read_segments(
            pdfium.FPDFPath_CountSegments(path),
            partial(pdfium.FPDFPath_GetPathSegment, path),
            matrix,
        )

    def read_clips(
        self, painted: Any, matrix: Transformation
    ) -> Iterator["ClipPath"]:
        """The paths outside which nothing of an object is seen.

        Those that leave the whole object as it is are not among them.
        """
        clip = pdfium.FPDFPageObj_GetClipPath(painted)
        count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
        for number in range(min(count, _MOST_CLIPS)):
            shapes = self._read_segments(
                pdfium.FPDFClipPath_CountPathSegments(clip, number),
                partial(pdfium.FPDFClipPath_GetPathSegment, clip, number),
                matrix,
            )
            yield ClipPath(tuple(shapes))

    def _read_segments(
        self,
        count: int,
        segment_at: Callable[[int], Any],
        matrix: Transformation,
    ) -> Iterator[PathShape]:
        """The lines that these segments make; none when there are too many."""
        if count > _MOST_SEGMENTS:
            return
        points: list[Point] = []
        curved = False
        for number in range(count):
            segment = segment_at(number)
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


class ClipPath(NamedTuple):
    """A path that leaves to see only what lies inside it.

    Args:
        shapes: The lines of which it consists; none when there were too many to read, and then
            it leaves all.
    """

    shapes: tuple[PathShape, ...]

    @property
    def frame(self) -> Frame | None:
        """Left, top, right and bottom; None when it leaves all."""
        if not self.shapes:
            return None
        return bounding_frame(
            [point for shape in self.shapes for point in shape.points]
        )

    def shows(self, x: float, y: float) -> bool:
        """A place lies inside it; a curved shape counts as its whole frame."""
        if not self.shapes:
            return True
        curved = (shape.frame for shape in self.shapes if shape.curved)
        if any(_lies_inside(x, y, frame) for frame in curved):
            return True
        straight = (shape for shape in self.shapes if not shape.curved)
        return (
            sum(_turns_around(x, y, shape.points) for shape in straight) != 0
        )


def visible_frame(clips: Iterable[ClipPath]) -> Frame | None:
    """The rectangle that all these paths leave at most; None when they leave all."""
    frames = [frame for clip in clips if (frame := clip.frame)]
    if not frames:
        return None
    lefts, tops, rights, bottoms = zip(*frames, strict=True)
    return max(lefts), max(tops), min(rights), min(bottoms)


def _lies_inside(x: float, y: float, frame: Frame) -> bool:
    left, top, right, bottom = frame
    return left <= x <= right and top <= y <= bottom


def _turns_around(x: float, y: float, points: Sequence[Point]) -> int:
    """How often a closed line runs around a place, less those times that it runs the other way."""
    turns = 0
    for (x0, y0), (x1, y1) in pairwise([*points, points[0]]):
        side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
        if y0 <= y < y1 and side > 0:
            turns += 1
        elif y1 <= y < y0 and side < 0:
            turns -= 1
    return turns


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
