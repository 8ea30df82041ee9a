"""Sizes: of the pages, and of what stands in a box, so that measuring and drawing agree."""

import re
from math import sqrt
from typing import NamedTuple

from dinet.errors import UnknownNameError, UsageError, did_you_mean
from dinet.language import Sentence

POINTS_PER_MM = 72 / 25.4
# Millimetres: the width and height of an upright page.
A4_MM = (210, 297)
A3_MM = (297, 420)
SMALLEST_LETTERS = 7.0
"""Letters smaller than this, in points on paper, do not read well."""

NATURAL_LETTERS = 10.0
"""The size of the letters in which everything is laid out before it is scaled to a page."""

# All of these are in letter sizes, so they hold at every scale.
LINE_HEIGHT = 1.2
"""From one line of text to the next."""
REMARK_SIZE = 0.8
"""The letters of a remark."""
REMARK_LINE_HEIGHT = 1.1
"""From one remark to the next."""
SIDE_PAD = 0.6
"""Between the sides of a box and its text."""
TOP_PAD = 0.4
"""Between the top of a box and its text, and under it."""
TEXT_BASELINE, REMARK_BASELINE = 0.9, 0.8
"""From the top of a line of text to its base line, and of a remark."""
LEAST_BAR_WIDTH = 2.4
"""The least width of the bar that holds the code."""


class PageSize(NamedTuple):
    """A page, in points.

    Args:
        height: 0 when it is as high as the network needs.
        title_size: Of the letters of its title.
        largest_scale: How far a small network is blown up to fill the page.
    """

    width: float
    height: float
    margin: float
    title_size: float
    largest_scale: float = 1.15


def _page_in_mm(
    sides_mm: tuple[int, int], margin: float, title: float
) -> PageSize:
    width, height = sides_mm
    return PageSize(
        width * POINTS_PER_MM, height * POINTS_PER_MM, margin, title
    )


PAGE_SIZES = {
    "A4": _page_in_mm(A4_MM, 28, 13),
    "A4-landscape": _page_in_mm(A4_MM[::-1], 28, 13),
    "A3": _page_in_mm(A3_MM, 34, 18),
    "A3-landscape": _page_in_mm(A3_MM[::-1], 34, 18),
    "16:9": PageSize(960, 540, 24, 24, 1.6),
    "16:9-portrait": PageSize(540, 960, 24, 20, 1.6),
    "screen": PageSize(1200, 0, 8, 0),
}


POSTER_LETTERS = 14.0
"""In points: from a metre away, before a poster, nobody reads smaller letters well."""


def _poster_in_mm(
    sides_mm: tuple[int, int], margin: float, title: float, scale: float
) -> PageSize:
    return _page_in_mm(sides_mm, margin, title)._replace(largest_scale=scale)


A2_MM, A1_MM, A0_MM = (420, 594), (594, 841), (841, 1189)  # millimetres
POSTER_SIZES = {
    "A2": _poster_in_mm(A2_MM, 48, 28, 2.2),
    "A2-landscape": _poster_in_mm(A2_MM[::-1], 48, 28, 2.2),
    "A1": _poster_in_mm(A1_MM, 68, 40, 3.2),
    "A1-landscape": _poster_in_mm(A1_MM[::-1], 68, 40, 3.2),
    "A0": _poster_in_mm(A0_MM, 96, 56, 4.5),
    "A0-landscape": _poster_in_mm(A0_MM[::-1], 96, 56, 4.5),
}
"""Paper that hangs on a wall: a small network is blown up more than on a page in the hand."""


def is_poster(paper: str) -> bool:
    """Whether a page hangs on a wall.

    Example:
        >>> is_poster("a1-portrait"), is_poster("A3")
        (True, False)
    """
    page = _known_page(paper.strip().casefold())
    return page in POSTER_SIZES.values()


SHORTEST_SIDE, LONGEST_SIDE = 100, 2000
"""The sides of a page of one's own, in millimetres."""
MOST_MARGIN, LARGEST_TITLE = 60, 36
"""The margin of such a page and the letters of its title, in points."""
_OWN_SIZE = re.compile(
    r"(\d{2,4}(?:[.,]\d{1,2})?)\s*[x×]\s*(\d{2,4}(?:[.,]\d{1,2})?)\s*mm"
)


def parse_page_size(paper: str) -> PageSize:
    """The page that a name or a size means.

    Args:
        paper: One of ``PAGE_SIZES``, or a width and height such as ``420x297mm``.

    Raises:
        UsageError: It is neither, or too small or large to draw on.

    Example:
        >>> parse_page_size("420x297mm")[:2] == parse_page_size("A3-landscape")[:2]
        True
    """
    name = paper.strip().casefold()
    page = _known_page(name)
    if page:
        return page
    size = _OWN_SIZE.fullmatch(name)
    if not size:
        raise _unknown_page(paper)
    width, height = (float(side.replace(",", ".")) for side in size.groups())
    if min(width, height) < SHORTEST_SIDE or max(width, height) > LONGEST_SIDE:
        what = Sentence(
            "the sides of a page are {least} to {most} millimetres.",
            least=SHORTEST_SIDE,
            most=LONGEST_SIDE,
        )
        raise UsageError(what, where=paper)
    return _own_page(width, height)


def paper_of_sides(width: float, height: float) -> str:
    """The name of a page of one's own, as near to its sides as can be drawn on.

    Args:
        width: In millimetres.
        height: In millimetres.

    Example:
        >>> paper_of_sides(159.6, 80)
        '160x100mm'
    """
    sides = (
        min(max(round(side), SHORTEST_SIDE), LONGEST_SIDE)
        for side in (width, height)
    )
    return "x".join(map(str, sides)) + "mm"


LEAST_WIDTH, MOST_WIDTH = 4, 200
"""The width of a picture, in centimetres."""
_WIDTH = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?)\s*(mm|cm|pt)")
_POINTS_PER_UNIT = {"mm": POINTS_PER_MM, "cm": 10 * POINTS_PER_MM, "pt": 1.0}
NARROW_MARGIN = 8
"""Around a picture that is no page, in points."""
SMALLEST_TITLE, TITLES_ACROSS = 11, 45
"""The letters of the title of such a picture: at least so many points, or so many in its width."""
LARGEST_PICTURE_TITLE = 18
"""No title of such a picture is larger, in points."""


def parse_width(width: str) -> float:
    """A width such as ``16cm`` in points.

    Raises:
        UsageError: It is no width, or too small or large to draw on.

    Example:
        >>> round(parse_width("16 cm"), 2), parse_width("160mm") == parse_width("16cm")
        (453.54, True)
    """
    found = _WIDTH.fullmatch(width.strip().casefold())
    points = 0.0
    if found:
        number, unit = found.groups()
        points = float(number.replace(",", ".")) * _POINTS_PER_UNIT[unit]
    centimetres = points / _POINTS_PER_UNIT["cm"]
    if not LEAST_WIDTH <= centimetres <= MOST_WIDTH:
        what = Sentence(
            "a width is {least} to {most} centimetres, such as 16cm.",
            least=LEAST_WIDTH,
            most=MOST_WIDTH,
        )
        raise UsageError(what, where=width)
    return points


def page_of_width(width: float) -> PageSize:
    """A page for a picture: so many points wide, and at most as high as paper of that width."""
    title_size = max(SMALLEST_TITLE, width / TITLES_ACROSS)
    return PageSize(
        width,
        width * A3_MM[1] / A3_MM[0],
        NARROW_MARGIN,
        min(LARGEST_PICTURE_TITLE, title_size),
    )


def _unknown_page(paper: str) -> UnknownNameError:
    sizes = (*PAGE_SIZES, *POSTER_SIZES)
    known = [name for name in sizes if name != "screen"]
    what = Sentence(
        "{name} is not a page: it is {known}, or a size such as 420x297mm.",
        name=paper,
        known=", ".join(known),
    )
    return UnknownNameError(what, *did_you_mean(paper, known))


def _known_page(name: str) -> PageSize | None:
    """The page with a name in small letters, or None."""
    sizes = PAGE_SIZES | POSTER_SIZES
    pages = {known.casefold(): page for known, page in sizes.items()}
    # a name may say which way its page stands although it stands so anyway
    for ending in ("", "-portrait", "-landscape"):
        if name.endswith(ending) and name.removesuffix(ending) in pages:
            return pages[name.removesuffix(ending)]
    return None


def _own_page(width: float, height: float) -> PageSize:
    """A page of a size in millimetres, its margin and title growing with its sides."""
    times_a4 = sqrt(width * height / (A4_MM[0] * A4_MM[1]))
    margin, title_size = 16 + 12 * times_a4, 13 * times_a4
    return PageSize(
        width * POINTS_PER_MM,
        height * POINTS_PER_MM,
        min(MOST_MARGIN, margin),
        min(LARGEST_TITLE, title_size),
    )


def box_height(lines: int, remarks: int) -> float:
    """How high a box is, in letter sizes.

    Example:
        >>> round(box_height(2, 1), 2)
        4.3
    """
    return 2 * TOP_PAD + LINE_HEIGHT * lines + REMARK_LINE_HEIGHT * remarks


def box_baselines(
    lines: int, remarks: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The base lines of the text and of the remarks, in letter sizes under the top of the box."""
    text_lines = tuple(
        TOP_PAD + LINE_HEIGHT * line + TEXT_BASELINE for line in range(lines)
    )
    below = TOP_PAD + LINE_HEIGHT * lines
    remark_lines = tuple(
        below + REMARK_LINE_HEIGHT * line + REMARK_BASELINE
        for line in range(remarks)
    )
    return text_lines, remark_lines
