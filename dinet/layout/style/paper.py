"""Sizes: of the pages, and of what stands in a box, so that measuring and drawing agree."""

import re
from math import sqrt
from typing import NamedTuple

from dinet.errors import UnknownNameError, UsageError, did_you_mean
from dinet.language import Sentence

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
    """A page: its size, its margins, the size of its title, and how far a small network is blown up to fill it."""

    width: float
    height: float
    margin: float
    title: float
    largest: float = 1.15


SHEETS = {
    "A4": Sheet(210 * MILLIMETRE, 297 * MILLIMETRE, 28, 13),
    "A4-landscape": Sheet(297 * MILLIMETRE, 210 * MILLIMETRE, 28, 13),
    "A3": Sheet(297 * MILLIMETRE, 420 * MILLIMETRE, 34, 18),
    "A3-landscape": Sheet(420 * MILLIMETRE, 297 * MILLIMETRE, 34, 18),
    "16:9": Sheet(960, 540, 24, 24, 1.6),
    "16:9-portrait": Sheet(540, 960, 24, 20, 1.6),
    "screen": Sheet(1200, 0, 8, 0),
}


SHORTEST, LONGEST = 100, 2000
"""The sides of a page of one's own, in millimetres."""
_OWN = re.compile(r"(\d{2,4}(?:[.,]\d{1,2})?)\s*[x×]\s*(\d{2,4}(?:[.,]\d{1,2})?)\s*mm")


def sheet(paper: str) -> Sheet:
    """The page that a name or a size means.

    Args:
        paper: One of ``SHEETS``, or a width and height such as ``420x297mm``.

    Raises:
        UsageError: It is neither, or too small or large to draw on.

    Example:
        >>> sheet("420x297mm")[:2] == sheet("A3-landscape")[:2]
        True
    """
    names = {name.casefold(): found for name, found in SHEETS.items()}
    name = paper.strip().casefold()
    for end in (
        "",
        "-portrait",
        "-landscape",
    ):  # a name that says which way its page stands anyway
        if name.endswith(end) and (found := names.get(name.removesuffix(end))):
            return found
    if not (own := _OWN.fullmatch(name)):
        known = [each for each in SHEETS if each != "screen"]
        what = Sentence(
            "{name} is not a page: it is {known}, or a size such as 420x297mm.",
            name=paper,
            known=", ".join(known),
        )
        raise UnknownNameError(what, *did_you_mean(paper, known))
    width, height = (float(side.replace(",", ".")) for side in own.groups())
    if not SHORTEST <= min(width, height) <= max(width, height) <= LONGEST:
        what = Sentence(
            "the sides of a page are {least} to {most} millimetres.",
            least=SHORTEST,
            most=LONGEST,
        )
        raise UsageError(what, where=paper)
    larger = sqrt(width * height / (210 * 297))  # than an A4, along a side
    return Sheet(
        width * MILLIMETRE,
        height * MILLIMETRE,
        min(60, 16 + 12 * larger),
        min(36, 13 * larger),
    )


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
