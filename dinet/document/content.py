"""What every reader yields: paragraphs and grids in reading order.

Each part has its place; nothing is interpreted yet.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from dinet.model import Note, Place
from dinet.vocabulary.folding import INVISIBLE

_INVISIBLE = str.maketrans(INVISIBLE)


def text_on_one_line(text: str) -> str:
    """A text with every run of white space as one space.

    Characters that only guide how a line is broken are left out.
    """
    if not text.isascii():  # most texts are, and translating is slow
        text = text.translate(_INVISIBLE)
    on_one_line = " ".join(text.split())
    # so that one text is not held twice
    return text if text == on_one_line else on_one_line


class Span(NamedTuple):
    """A run of text in one style; ``struck`` has a line through it."""

    text: str
    italic: bool = False
    bold: bool = False
    struck: bool = False


class _BlockFields(NamedTuple):
    """What a block consists of."""

    spans: tuple[Span, ...]
    level: int | None = None
    number: str = ""


class Block(_BlockFields):
    """One paragraph or list item.

    ``level`` is None for a paragraph, 0 for a list item, 1 for an item under it. ``number`` is how
    an automatic list counts it, such as ``2``, ``b`` or ``1.1``; empty when it does not.
    """

    # it has no slots: its text is asked for some thirty times while a table is read, and is kept
    @cached_property
    def text(self) -> str:
        """The words, with every run of white space as one space.

        Characters that only guide how a line is broken are left out.
        """
        if len(self.spans) == 1:  # as in most cells
            return text_on_one_line(self.spans[0].text)
        return text_on_one_line("".join(span.text for span in self.spans))


class Cell(NamedTuple):
    """One cell of a grid.

    Args:
        place: Where it stands.
        blocks: Its paragraphs and list items; empty when the cell is blank.
        covered: It lies under a merged cell: it has the value of the cell above or to the left.
            Not the same as blank.
        fill: The colour of its background, an opaque word that is only compared with others;
            None when it has none.
        width: How many columns it spans; the columns after the first are covered cells.
        tables: The tables that stand in it. Their words are among its blocks too, row by row; their
            cells have the place of this cell, by which people find them.
        failed: It shows the error of a formula, or only words with a line through them: what it
            should say is unknown. Not the same as blank.
    """

    place: Place
    blocks: tuple[Block, ...] = ()
    covered: bool = False
    fill: str | None = None
    width: int = 1
    tables: "tuple[Grid, ...]" = ()
    failed: bool = False

    @property
    def text(self) -> str:
        """All its words, paragraphs joined by a space."""
        if len(self.blocks) == 1:
            return self.blocks[0].text
        return " ".join(block.text for block in self.blocks)

    @property
    def has_words(self) -> bool:
        """It has words of its own."""
        if len(self.blocks) == 1:  # as in most cells
            return self.blocks[0].text != ""
        return any(block.text for block in self.blocks)


Row = tuple[Cell, ...]


def is_covered_from_left(row: Row, column: int) -> bool:
    """Whether a covered cell lies under a merged cell to its left, not under one above it."""
    return row[column].covered and any(
        row[left].width > column - left
        for left in range(column)
        if not row[left].covered
    )


def cell_seen_at(row: Row, column: int, first: int = 0) -> Cell:
    """The cell that a reader sees in a column: for one under a merged cell to its left, that cell.

    A merged cell that begins left of the first column is not looked for.
    """
    while column > first and is_covered_from_left(row, column):
        column -= 1
    return row[column]


def find_blocks(blocks: Sequence[Block], inner: Sequence[Block]) -> int | None:
    """Where the paragraphs of a table begin among those of its cell; None when they are not there.

    They are told by their words: what was done to the cell since may have changed their spans.
    """
    words = [block.text for block in blocks]
    wanted = [block.text for block in inner]
    for first in range(len(words) - len(wanted) + 1):
        if words[first : first + len(wanted)] == wanted:
            return first
    return None


class Para(NamedTuple):
    """A paragraph, heading or list item outside a table.

    ``heading`` is 1 and up for a heading, None where not known; ``quoted`` stands in a quotation.
    """

    block: Block
    place: Place
    heading: int | None = None
    quoted: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text


class Grid(NamedTuple):
    """A table: rows of equally many cells.

    Args:
        rows: From top to bottom.
        place: Where the table stands.
        merges_known: The format tells merged cells from blank ones, so a blank cell means
            nothing more than blank.
        adjacent: Only white space or a page break stands between this grid and the one before.
    """

    rows: tuple[Row, ...]
    place: Place
    merges_known: bool = False
    adjacent: bool = False

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(map(len, self.rows), default=0)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs of all its cells, row by row."""
        cells = [cell for row in self.rows for cell in row]
        return tuple(block for cell in cells for block in cell.blocks)


class Document(NamedTuple):
    """A document as its reader found it.

    Args:
        name: The file name without folders.
        parts: Paragraphs and grids in reading order.
        notes: What the reader had to leave out or repair.
    """

    name: str
    parts: tuple[Para | Grid, ...]
    notes: tuple[Note, ...] = ()
