"""Rows of a table on pages of their own, so that no page has only one of them at its top.

Word lays out pages itself; what stands here is an estimate, in which a few points more or less
change nothing: rows that do not fit one page are shared by the last two of them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dinet.layout.text.measure import wrap_text
from dinet.writers.word.word_xml import WordCell

WordRow = Sequence[WordCell]

LETTERS, LINE_HEIGHT = 9.0, 10.6
"""The letters of a cell and the height of one of its lines, in points."""
CELL_MARGINS, ROW_ROOM = 8.5, 6.0
"""What a cell leaves free beside its text, and over and under it, in points."""
TABLE_TOP = 62.0
"""What heading, caption and the row of headings take, in points."""
FULL_ENOUGH, TOO_FULL = 0.45, 0.93
"""A last page that is used less, or a page so full that its last row may not fit: shared."""
TWIPS_PER_POINT = 20
NARROWEST = 3.0
"""The least room of a line, in letter sizes."""

_TAGS = re.compile(r"<[^>]+>")


class _Page(NamedTuple):
    rows: list[WordRow]
    heights: list[float]


def share_rows(
    rows: Sequence[WordRow], widths: Sequence[int], height: int
) -> list[list[WordRow]]:
    """Rows in their order, by page; all in one piece when Word can divide them itself.

    Args:
        rows: Without the row of headings.
        widths: Of the columns, in twentieths of a point.
        height: Of the text on a page, in the same.

    Example:
        >>> rows = [[WordCell("Een regel")]] * 26
        >>> [len(piece) for piece in share_rows(rows, [4000], 9600)]
        [13, 13]
        >>> [len(piece) for piece in share_rows(rows[:15], [4000], 9600)]
        [15]
    """
    room = height / TWIPS_PER_POINT - TABLE_TOP
    pages = _fill_pages(rows, widths, room)
    heights = _heights_to_share(pages, room)
    if not heights:
        return [list(rows)]
    middle = len(rows) - len(heights) + _half_way(heights)
    return list(filter(None, (list(rows[:middle]), list(rows[middle:]))))


def _heights_to_share(pages: Sequence[_Page], room: float) -> list[float]:
    """The heights of the last rows that two pages share; empty where the pages are well.

    A last page with too little goes together with the one before it; one that is too full is
    divided.
    """
    used = sum(pages[-1].heights) / room
    if used <= TOO_FULL and (used >= FULL_ENOUGH or len(pages) == 1):
        return []
    last = pages[-2:] if used < FULL_ENOUGH else pages[-1:]
    return [height for page in last for height in page.heights]


def _fill_pages(
    rows: Sequence[WordRow], widths: Sequence[int], room: float
) -> list[_Page]:
    pages = [_Page([], [])]
    for row in rows:
        height = _row_height(row, widths)
        if pages[-1].rows and sum(pages[-1].heights) + height > room:
            pages.append(_Page([], []))
        pages[-1].rows.append(row)
        pages[-1].heights.append(height)
    return pages


def _half_way(heights: Sequence[float]) -> int:
    """After how many rows half of the height is used."""
    whole, used = sum(heights), 0.0
    for number, height in enumerate(heights):
        if used + height / 2 >= whole / 2:
            return number
        used += height
    return len(heights)


def _row_height(row: WordRow, widths: Sequence[int]) -> float:
    lines, column = 1, 0
    for cell in row:
        width = sum(widths[column : column + cell.span]) / TWIPS_PER_POINT
        column += cell.span
        text = _TAGS.sub("", cell.content)
        room = max(NARROWEST, (width - CELL_MARGINS) / LETTERS)
        lines = max(lines, len(wrap_text(text, room)))
    return lines * LINE_HEIGHT + ROW_ROOM
