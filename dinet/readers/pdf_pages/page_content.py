"""What a child process finds on a page: words, tables and rules.

All are plain tuples, which travel to the parent as JSON.

Lengths are in points; x runs to the right and y down from the top left corner of the page as it
is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

# How far above its base line the middle of a small letter lies, as a share of the letter size.
_MIDDLE_OF_LETTERS = 0.3


class Word(NamedTuple):
    """A run of letters without white space.

    Args:
        text: Its letters; a bullet is a word of its own.
        left: Where it begins, in the direction of reading.
        right: Where it ends.
        base: The height of its base line.
        size: The size of its letters.
        italic: It leans.
        bold: It is heavy.
        spaced: The page has a space after it; at a line's end some programs write that and
            others do not.
        turned: It was written sideways, and is given here as if the page had been turned for it.
        part: The number on its page of the paragraph that it belongs to, in a file with tags;
            -1 for none.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    italic: bool = False
    bold: bool = False
    spaced: bool = False
    turned: bool = False
    part: int = -1

    def stands_in(self, box: tuple[float, float, float, float]) -> bool:
        """The middle of its small letters lies in a box: left, top, right and bottom."""
        x = (self.left + self.right) / 2
        y = self.base - _MIDDLE_OF_LETTERS * self.size
        return box[0] <= x <= box[2] and box[1] <= y <= box[3]


class RuledCell(NamedTuple):
    """A cell of a table.

    Args:
        row: Its first, from 0.
        column: Its first, from 0.
        rows: How many it covers.
        columns: How many it covers.
        fill: Its colour as six hexadecimal digits; None for white, and where none is painted.
        words: In it, in the order in which the page has them.
    """

    row: int
    column: int
    rows: int
    columns: int
    fill: str | None
    words: tuple[Word, ...] = ()

    def words_in(
        self, rooms: Mapping[tuple[int, int], Sequence[Word]]
    ) -> Iterator[Word]:
        """The words in those places of a lattice, by row and column, that this cell covers."""
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + self.columns):
                yield from rooms.get((row, column), ())


class RuledTable(NamedTuple):
    """A table with ruling lines.

    Args:
        xs: The edges of its columns.
        ys: The edges of its rows.
        boxes: Its cells, from top left to bottom right.
        open: No line is drawn over its first row.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[RuledCell, ...]
    open: bool = False

    def with_words(
        self, rooms: Mapping[tuple[int, int], Sequence[Word]]
    ) -> "RuledTable":
        """The same table with the words of every place of its lattice, by row and column."""
        boxes = (
            box._replace(words=tuple(box.words_in(rooms)))
            for box in self.boxes
        )
        return self._replace(boxes=tuple(boxes))


class RulingLine(NamedTuple):
    """A horizontal or vertical line: its height or x, and where it starts and ends."""

    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """A coloured rectangle.

    Args:
        left: Its left side.
        top: Its upper side.
        right: Its right side.
        bottom: Its lower side.
        colour: Six hexadecimal digits.
        order: What has a smaller number was painted before it, what has a larger one after it.
        solid: Nothing shows through it.
    """

    left: float
    top: float
    right: float
    bottom: float
    colour: str
    order: int
    solid: bool = True

    def covers(self, x: float, y: float) -> bool:
        """A place lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class PdfPage(NamedTuple):
    """One page.

    Args:
        number: From 1.
        width: As it is shown.
        height: As it is shown.
        words: Those outside tables, in the order in which the page has them.
        tables: From top to bottom.
        rules: Horizontal lines that belong to no table.
        fills: Coloured rectangles that lie in no table, in the order of painting.
        counts: What was left out, and how often: ``hidden``, ``beyond`` (the edge of the page),
            ``sideways``, ``odd``, ``comments``, ``fields``; and what the page is: ``picture``
            (a picture of a page), ``recognised`` (its letters lie under that picture), ``cut``
            (a part of it is lost), ``unread`` (all of it).
        boxes: The boxes with words that stand apart from one another, each as its left, top,
            right and bottom, from top to bottom.
        joined_boxes: How many of them a line joins to another.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    tables: tuple[RuledTable, ...] = ()
    rules: tuple[RulingLine, ...] = ()
    fills: tuple[Fill, ...] = ()
    counts: Mapping[str, int] = {}
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    joined_boxes: int = 0

    @property
    def all_words(self) -> Iterator[Word]:
        """The words outside and inside tables."""
        yield from self.words
        for table in self.tables:
            for box in table.boxes:
                yield from box.words


def unpack_page(data: Sequence[Any]) -> PdfPage:
    """A page from what JSON made of it."""
    number, width, height, words, tables, rules, fills, counts, *drawn = data
    boxes, joined_boxes = drawn
    return PdfPage(
        number,
        width,
        height,
        tuple(Word(*word) for word in words),
        tuple(map(_unpack_table, tables)),
        tuple(RulingLine(*rule) for rule in rules),
        tuple(Fill(*fill) for fill in fills),
        counts,
        tuple(map(tuple, boxes)),
        joined_boxes,
    )


def _unpack_table(data: Sequence[Any]) -> RuledTable:
    xs, ys, boxes, open_ = data
    return RuledTable(
        tuple(xs), tuple(ys), tuple(map(_unpack_cell, boxes)), open_
    )


def _unpack_cell(data: Sequence[Any]) -> RuledCell:
    row, column, rows, columns, fill, words = data
    return RuledCell(
        row, column, rows, columns, fill, tuple(Word(*word) for word in words)
    )
