"""Sizes: of the pages, and of what stands in a box, so that measuring and drawing agree."""

import re
from math import sqrt
from typing import NamedTuple

from dinet.errors import UnknownNameError, UsageError, did_you_mean
from dinet.language import Sentence

POINTS_PER_MM = 72 / 25.4
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
LEAST_BAR_WIDTH = 2.4
"""The least width of the bar that holds the code."""


class PageSize(NamedTuple):
    """A page: its size, its margins, the size of its title, and how far a small network is blown up to fill it."""

    width: float
    height: float
    margin: float
    title_size: float
    largest_scale: float = 1.15


PAGE_SIZES = {
    "A4": PageSize(210 * POINTS_PER_MM, 297 * POINTS_PER_MM, 28, 13),
    "A4-landscape": PageSize(297 * POINTS_PER_MM, 210 * POINTS_PER_MM, 28, 13),
    "A3": PageSize(297 * POINTS_PER_MM, 420 * POINTS_PER_MM, 34, 18),
    "A3-landscape": PageSize(420 * POINTS_PER_MM, 297 * POINTS_PER_MM, 34, 18),
    "16:9": PageSize(960, 540, 24, 24, 1.6),
    "16:9-portrait": PageSize(540, 960, 24, 20, 1.6),
    "screen": PageSize(1200, 0, 8, 0),
}


SHORTEST_SIDE, LONGEST_SIDE = 100, 2000
"""The sides of a page of one's own, in millimetres."""
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
    names = {name.casefold(): found for name, found in PAGE_SIZES.items()}
    name = paper.strip().casefold()
    for end in (
        "",
        "-portrait",
        "-landscape",
    ):  # a name that says which way its page stands anyway
        if name.endswith(end) and (found := names.get(name.removesuffix(end))):
            return found
    if not (own := _OWN_SIZE.fullmatch(name)):
        known = [each for each in PAGE_SIZES if each != "screen"]
        what = Sentence(
            "{name} is not a page: it is {known}, or a size such as 420x297mm.",
            name=paper,
            known=", ".join(known),
        )
        raise UnknownNameError(what, *did_you_mean(paper, known))
    width, height = (float(side.replace(",", ".")) for side in own.groups())
    if not SHORTEST_SIDE <= min(width, height) <= max(width, height) <= LONGEST_SIDE:
        what = Sentence(
            "the sides of a page are {least} to {most} millimetres.",
            least=SHORTEST_SIDE,
            most=LONGEST_SIDE,
        )
        raise UsageError(what, where=paper)
    larger = sqrt(width * height / (210 * 297))  # than an A4, along a side
    return PageSize(
        width * POINTS_PER_MM,
        height * POINTS_PER_MM,
        min(60, 16 + 12 * larger),
        min(36, 13 * larger),
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
    text = tuple(TOP_PAD + LINE_HEIGHT * line + 0.9 for line in range(lines))
    below = TOP_PAD + LINE_HEIGHT * lines
    return text, tuple(
        below + REMARK_LINE_HEIGHT * line + 0.8 for line in range(remarks)
    )
