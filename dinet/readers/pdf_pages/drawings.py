"""Pages with a drawing: boxes of which lines, or their places alone, say what belongs to what.

A drawing is never read as a table: boxes at one height need not belong together.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dinet.readers.pdf_pages.boxed_rows import Box, stand_in_rows
from dinet.readers.pdf_pages.open_tables import is_header
from dinet.readers.pdf_pages.page_content import PdfPage, RuledTable, Word
from dinet.readers.pdf_pages.page_lines import PageLine, words_to_lines
from dinet.vocabulary.roles import role_of

# Boxes make a drawing when lines join at least so many, and at least one of so many: a line from a
# remark in the margin to a box with text does not.
_LEAST_JOINED = 2
_MOST_BOXES_PER_JOINED = 3
# Under headings of columns so many boxes in no rows make a drawing: fewer can be remarks.
_LEAST_UNDER_HEADINGS = 4
# So far above the boxes of a drawing stand the headings of its columns at most: three lines.
_HEADINGS_ABOVE_POINTS = 60.0
# The middle of the small letters of a word lies so far above its base line, as a share of its
# letter size.
_MIDDLE_OF_WORD = 0.3


class Drawing(NamedTuple):
    """A drawing on a page, which is left out.

    Args:
        page: The number of its page.
        frame: Left, top, right and bottom, with the headings above its columns.
        texts: What stands in its boxes, from top to bottom.
    """

    page: int
    frame: Box
    texts: tuple[str, ...]


def find_drawing(page: PdfPage) -> Drawing | None:
    """The drawing on a page; None for none, and where boxes stand in the rows of a table."""
    if not page.boxes:
        return None
    lines = words_to_lines(page.words)
    if not (_has_joined_boxes(page) or _has_scattered_boxes(page, lines)):
        return None
    left, top, right, bottom = _frame_around(page.boxes)
    above = [line for line in lines if _names_column(line, top)]
    top = min([top, *(line.base - line.size for line in above)])
    words = list(page.all_words)
    texts = (_text_in(words, box) for box in page.boxes)
    return Drawing(
        page.number, (left, top, right, bottom), tuple(filter(None, texts))
    )


def _has_joined_boxes(page: PdfPage) -> bool:
    """Lines run from box to box."""
    joined = page.joined_boxes
    return joined >= _LEAST_JOINED and joined * _MOST_BOXES_PER_JOINED >= len(
        page.boxes
    )


def _has_scattered_boxes(page: PdfPage, lines: Sequence[PageLine]) -> bool:
    """Boxes stand under headings of columns and in no rows, or above a legend that names kinds."""
    for line in lines:
        if not is_header(line):
            continue
        height = line.base - _MIDDLE_OF_WORD * line.size
        under = [box for box in page.boxes if box[1] > height]
        if len(under) >= _LEAST_UNDER_HEADINGS and not stand_in_rows(under):
            return True
        above = [box for box in page.boxes if box[3] < height]
        is_legend = all(_box_of(word, page.boxes) for word in line.words)
        if is_legend and not under and len(above) >= _LEAST_UNDER_HEADINGS:
            return True
    return False


def _names_column(line: PageLine, top: float) -> bool:
    """A line stands just above the boxes of a drawing, and says what is in its columns."""
    if not top - _HEADINGS_ABOVE_POINTS < line.base < top:
        return False
    return is_header(line) or role_of(line.text) is not None


def _frame_around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _text_in(words: Sequence[Word], box: Box) -> str:
    """The words in a box, as they stand."""
    inside = [word for word in words if _is_inside(word, box)]
    return " ".join(line.text for line in words_to_lines(inside))


def _box_of(word: Word, boxes: Sequence[Box]) -> Box | None:
    """The first box in which a word stands."""
    return next((box for box in boxes if _is_inside(word, box)), None)


def _is_inside(word: Word, box: Box) -> bool:
    x = (word.left + word.right) / 2
    y = word.base - _MIDDLE_OF_WORD * word.size
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def without_drawing(page: PdfPage, drawing: Drawing | None) -> PdfPage:
    """The page without what stands in its drawing; the page itself when it has none."""
    if drawing is None:
        return page
    frame = drawing.frame
    return page._replace(
        words=tuple(
            word for word in page.words if not _is_inside(word, frame)
        ),
        tables=tuple(
            table for table in page.tables if not _overlaps(table, frame)
        ),
        rules=tuple(
            rule for rule in page.rules if not frame[1] <= rule.at <= frame[3]
        ),
        boxes=(),
    )


def _overlaps(table: RuledTable, frame: Box) -> bool:
    """A table lies for some part within a frame: lines between boxes make one."""
    across = table.xs[0] < frame[2] and table.xs[-1] > frame[0]
    return across and table.ys[0] < frame[3] and table.ys[-1] > frame[1]
