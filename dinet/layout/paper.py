"""Sizes: of the pages, and of what stands in a box, so that measuring and drawing agree."""

from typing import NamedTuple

from dinet.layout.profile import Paper

MILLIMETRE = 72 / 25.4
SMALLEST = 7.0
"""Letters smaller than this, in points on paper, do not read well."""

NATURAL = 10.0
"""The size of the letters in which everything is laid out before it is scaled to a page."""

# All of these are in letter sizes, so they hold at every scale.
LINE = 1.2
"""From one line of text to the next."""
REMARK = 0.8
"""The letters of a remark."""
REMARK_LINE = 1.1
"""From one remark to the next."""
PAD = 0.6
"""Between the sides of a box and its text."""
OVER = 0.4
"""Between the top of a box and its text, and under it."""
BAR = 2.4
"""The least width of the bar that holds the code."""


class Sheet(NamedTuple):
    """A page: its size, its margins, and the size of its title."""

    width: float
    height: float
    margin: float
    title: float


SHEETS: dict[Paper, Sheet] = {
    "A4": Sheet(210 * MILLIMETRE, 297 * MILLIMETRE, 28, 13),
    "A4-landscape": Sheet(297 * MILLIMETRE, 210 * MILLIMETRE, 28, 13),
    "A3": Sheet(297 * MILLIMETRE, 420 * MILLIMETRE, 34, 18),
    "A3-landscape": Sheet(420 * MILLIMETRE, 297 * MILLIMETRE, 34, 18),
    "16:9": Sheet(960, 540, 24, 18),
    "screen": Sheet(1200, 0, 8, 0),
}


def box_height(lines: int, remarks: int) -> float:
    """How high a box is, in letter sizes.

    Example:
        >>> round(box_height(2, 1), 2)
        4.3
    """
    return 2 * OVER + LINE * lines + REMARK_LINE * remarks


def baselines(lines: int, remarks: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The base lines of the text and of the remarks, in letter sizes under the top of the box."""
    text = tuple(OVER + LINE * line + 0.9 for line in range(lines))
    below = OVER + LINE * lines
    return text, tuple(below + REMARK_LINE * line + 0.8 for line in range(remarks))
