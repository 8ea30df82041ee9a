"""The text outside tables: its order on the page, its paragraphs and headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from dinet.document.content import Para
from dinet.model import Place
from dinet.readers.pdf_pages.dehyphenation import Dehyphenation
from dinet.readers.pdf_pages.document_style import DocumentStyle, TextColumn
from dinet.readers.pdf_pages.page_content import PdfPage, Word
from dinet.readers.pdf_pages.page_lines import (
    PageLine,
    split_at_gaps,
    words_to_lines,
)
from dinet.readers.pdf_pages.paragraphs import Paragraph, paragraphs_to_blocks
from dinet.readers.pdf_pages.table_breaks import PageTable
from dinet.readers.pdf_pages.text_boxes import split_text_boxes
from dinet.wording.sentence_ends import goes_on

# A heading has letters larger than the running text by this factor at least.
_LARGER_RATIO = 1.1
# A longer paragraph is no heading, whatever its letters.
_HEADING_WORDS = 25
_NO_HEADING = re.compile(r"[.;,]$")
# The narrowest strip between two columns.
_GUTTER_POINTS = 10.0
# The middle third of a page is searched for it in steps of this length.
_STEP_POINTS = 2
# A column has at least so many lines, and their median is wider than this share of the page: else
# it is a list of numbers or a side note.
_LEAST_LINES = 6
_LEAST_COLUMN_SHARE = 0.2
# At most this share of the parts of lines crosses the strip: titles over both columns.
_MOST_CROSSING_SHARE = 0.2
# Letters of two parts of one paragraph differ by less.
_SAME_SIZE_POINTS = 1


class PageText(NamedTuple):
    """Paragraphs on a page with no table between them."""

    page: int
    paragraphs: tuple[Paragraph, ...]


def order_on_page(
    found: Iterable[PageTable], loose: Iterable[PageLine]
) -> Iterator[PageTable | list[PageLine]]:
    """The tables and the lines between them, from the top of a page to its bottom."""
    items: list[tuple[float, int, PageTable | PageLine]] = [
        (table.table.ys[0], 0, table) for table in found
    ]
    items += [(line.base, 1, line) for line in loose]
    items.sort(key=lambda item: item[:2])
    lines: list[PageLine] = []
    for _, _, item in items:
        if isinstance(item, PageLine):
            lines.append(item)
            continue
        if lines:
            yield lines
            lines = []
        yield item
    if lines:
        yield lines


def split_columns(
    loose: Sequence[PageLine], width: float
) -> list[list[PageLine]]:
    """The lines in the columns in which they run, one after the other.

    There are a left and a right column where an empty strip in the middle clearly divides them.
    Lines that run over the strip stay where they are; the right column is given at the place of
    the left one.
    """
    gutter = _find_gutter(loose, width)
    if gutter is None:
        return [list(loose)]
    columns: list[list[PageLine]] = []
    for crossing, group in groupby(
        loose, key=lambda line: _crosses_gutter(line, gutter)
    ):
        run = list(group)
        left, right = _sides_of(run, gutter)
        if crossing or not left or not right:
            columns.append(run)
        else:
            columns += [
                words_to_lines(left),
                words_to_lines(_moved_under(left, right)),
            ]
    return columns


def _crosses_gutter(line: PageLine, gutter: float) -> bool:
    """A line runs over a place without a gap there."""
    return (
        len(split_at_gaps(line, [gutter])) == 1
        and line.left < gutter < line.right
    )


def _sides_of(
    lines: Iterable[PageLine], gutter: float
) -> tuple[list[Word], list[Word]]:
    """The words that begin to the left of a place, and the others, in the order of lines."""
    left: list[Word] = []
    right: list[Word] = []
    for line in lines:
        for word in line.words:
            (left if word.left < gutter else right).append(word)
    return left, right


def _moved_under(
    left: Sequence[Word], right: Sequence[Word]
) -> Iterator[Word]:
    """The words of the right column where those of the left one begin."""
    start = min(word.left for word in left)
    moved = min(word.left for word in right)
    for word in right:
        yield word._replace(
            left=word.left - moved + start, right=word.right - moved + start
        )


def _find_gutter(loose: Sequence[PageLine], width: float) -> float | None:
    """The middle of the strip that divides two columns of running text.

    Of those that do, it is the first that the fewest lines cross. None when there is one column.
    """
    parts = [part for line in loose for part in split_at_gaps(line)]
    sides = [(part.left, part.right) for part in parts]
    fewest: int | None = None
    best: float | None = None
    for start in range(int(width / 3), int(2 * width / 3), _STEP_POINTS):
        crossing = _count_crossing(sides, start, width)
        if crossing is not None and (fewest is None or crossing < fewest):
            fewest, best = crossing, start + _GUTTER_POINTS / 2
    return best


def _count_crossing(
    sides: Sequence[tuple[float, float]], start: float, width: float
) -> int | None:
    """How many parts of lines run over a strip; None when it does not divide two columns.

    Args:
        sides: Where each part begins and ends.
        start: The left side of the strip.
        width: Of the page.
    """
    stop = start + _GUTTER_POINTS
    left = [end - begin for begin, end in sides if end <= start]
    right = [end - begin for begin, end in sides if begin >= stop]
    crossing = len(sides) - len(left) - len(right)
    if crossing > _MOST_CROSSING_SHARE * len(sides):
        return None
    return (
        crossing
        if _is_column(left, width) and _is_column(right, width)
        else None
    )


def _is_column(widths: Sequence[float], width: float) -> bool:
    """Parts of lines of these widths are many enough, and wide enough, for a column of text."""
    return (
        len(widths) >= _LEAST_LINES
        and median(widths) > _LEAST_COLUMN_SHARE * width
    )


def join_cut_paragraphs(
    texts: Sequence[PageText | PageTable],
) -> list[PageText | PageTable]:
    """The same, with every paragraph that a page break cut in two made whole.

    Such a paragraph has no end on its page, and goes on in lower case on the next.
    """
    found: list[PageText | PageTable] = []
    for item in texts:
        before = found[-1] if found else None
        rest = item
        if (
            isinstance(item, PageText)
            and isinstance(before, PageText)
            and _continues_paragraph(before.paragraphs[-1], item.paragraphs[0])
        ):
            last, first = before.paragraphs[-1], item.paragraphs[0]
            whole = last._replace(lines=(*last.lines, *first.lines))
            found[-1] = before._replace(
                paragraphs=(*before.paragraphs[:-1], whole)
            )
            rest = item._replace(paragraphs=item.paragraphs[1:])
        if isinstance(rest, PageTable) or rest.paragraphs:
            found.append(rest)
    return found


def _continues_paragraph(last: Paragraph, first: Paragraph) -> bool:
    """The first paragraph of a page goes on with the last one of the page before."""
    same = (
        abs(last.size - first.size) < _SAME_SIZE_POINTS
        and last.bold == first.bold
        and first.mark is None
    )
    return same and goes_on(last.text, first.text)


class HeadingLevels:
    """Which paragraphs are headings, and of which level.

    A heading has larger letters than the running text; the larger, the higher it is. In a document
    that has no larger letters, a line of heavy ones makes a heading.

    Args:
        texts: All paragraphs outside tables.
        habits: How the document is set.
    """

    def __init__(
        self, texts: Iterable[Paragraph], habits: DocumentStyle
    ) -> None:
        self._body = habits.body_size
        sizes = {
            self._rounded_size(paragraph)
            for paragraph in texts
            if self._is_short(paragraph) and self._is_large(paragraph)
        }
        self._sizes = sorted(sizes, reverse=True)

    def level_of(self, paragraph: Paragraph) -> int | None:
        """1 and up for a heading, None for other paragraphs."""
        if not self._is_short(paragraph):
            return None
        if self._is_large(paragraph):
            return self._sizes.index(self._rounded_size(paragraph)) + 1
        stands_out = (
            paragraph.bold and not self._sizes and len(paragraph.lines) == 1
        )
        return 1 if stands_out else None

    def _is_short(self, paragraph: Paragraph) -> bool:
        """The paragraph has few words and does not end as a sentence does."""
        text = paragraph.text
        return len(text.split()) <= _HEADING_WORDS and not _NO_HEADING.search(
            text
        )

    def _is_large(self, paragraph: Paragraph) -> bool:
        return paragraph.size >= _LARGER_RATIO * self._body

    def _rounded_size(self, paragraph: Paragraph) -> float:
        """The size of the letters in points, rounded to half a point."""
        return round(2 * paragraph.size) / 2


def text_to_parts(
    text: PageText,
    headings: HeadingLevels,
    glue: Dehyphenation,
    margins: Sequence[float],
    name: str,
) -> Iterator[Para]:
    """The paragraphs of a page as parts of the document."""
    place = Place(file=name, page=text.page)
    blocks = paragraphs_to_blocks(text.paragraphs, glue, margins)
    for paragraph, block in zip(text.paragraphs, blocks, strict=True):
        level = headings.level_of(paragraph)
        own_block = block._replace(level=None) if level else block
        yield Para(own_block, place, level)


def text_columns(
    loose: Sequence[PageLine], page: PdfPage, edge: float
) -> Iterator[TextColumn]:
    """The lines between two tables in columns of running text, each with its right margin.

    Every text box is such a column.

    Args:
        loose: The lines, from top to bottom.
        page: On which they stand.
        edge: The right margin of the page; two columns, and text boxes, have their own.
    """
    columns = split_columns(loose, page.width)
    if len(columns) > 1:
        for lines in columns:
            yield _own_column(lines)
        return
    for is_box, lines in split_text_boxes(loose, page.boxes, page.words):
        if is_box:
            yield _own_column(lines)
        else:
            yield TextColumn(tuple(lines), edge, tabled=False)


def _own_column(lines: Sequence[PageLine]) -> TextColumn:
    """The lines as a column as wide as the longest of them."""
    edge = max(line.right for line in lines)
    return TextColumn(tuple(lines), edge, tabled=False)
