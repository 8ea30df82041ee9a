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
# A third of the boxes: a drawing has a legend, and boxes that nothing serves yet.
_MOST_BOXES_PER_JOINED = 3
# Under headings of columns so many boxes in no rows make a drawing: fewer can be remarks.
_LEAST_UNDER_HEADINGS = 4
# So far above the boxes of a drawing stand the headings of its columns at most: three lines.
_HEADINGS_ABOVE_POINTS = 60.0


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
    return any(
        _stand_scattered(page.boxes, line) or _is_legend(line, page.boxes)
        for line in lines
        if is_header(line)
    )


def _stand_scattered(boxes: Sequence[Box], header: PageLine) -> bool:
    """Boxes stand under headings of columns, and in no rows."""
    under = [box for box in boxes if box[1] > header.base - header.size]
    return len(under) >= _LEAST_UNDER_HEADINGS and not stand_in_rows(under)


def _is_legend(line: PageLine, boxes: Sequence[Box]) -> bool:
    """The kinds that a line names stand in boxes of their own, below all others."""
    if any(box[1] > line.base for box in boxes):
        return False
    above = [box for box in boxes if box[3] < line.base - line.size]
    in_boxes = (
        any(word.stands_in(box) for box in boxes) for word in line.words
    )
    return len(above) >= _LEAST_UNDER_HEADINGS and all(in_boxes)


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
    inside = [word for word in words if word.stands_in(box)]
    return " ".join(line.text for line in words_to_lines(inside))


def without_drawing(page: PdfPage, drawing: Drawing | None) -> PdfPage:
    """The page without what stands in its drawing; the page itself when it has none."""
    if drawing is None:
        return page
    frame = drawing.frame
    return page._replace(
        words=tuple(word for word in page.words if not word.stands_in(frame)),
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
