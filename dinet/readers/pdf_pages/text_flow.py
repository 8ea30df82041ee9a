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
from dinet.readers.pdf_pages.page_lines import PageLine, split_at_gaps, words_to_lines
from dinet.readers.pdf_pages.paragraphs import Paragraph, paragraphs_to_blocks
from dinet.readers.pdf_pages.table_breaks import PageTable
from dinet.wording.sentence_ends import goes_on

_LARGER = 1.1
_HEADING_WORDS = 25
_NO_HEADING = re.compile(r"[.;,]$")
_GUTTER_POINTS = 10.0
_STEP_POINTS = 2
_LEAST_LINES = 6
_LEAST_COLUMN_SHARE = 0.2
_MOST_CROSSING_SHARE = 0.2


class PageText(NamedTuple):
    """Paragraphs on a page with no table between them."""

    page: int
    paragraphs: tuple[Paragraph, ...]


def order_on_page(
    found: Iterable[PageTable], loose: Iterable[PageLine]
) -> Iterator[PageTable | list[PageLine]]:
    """The tables and the lines between them, from the top of a page to its bottom."""
    items: list[tuple[float, int, PageTable | PageLine]] = [
        (each.table.ys[0], 0, each) for each in found
    ]
    items += [(line.base, 1, line) for line in loose]
    for tabled, group in groupby(
        sorted(items, key=lambda item: item[:2]),
        key=lambda item: isinstance(item[2], PageTable),
    ):
        if tabled:
            yield from (item for _, _, item in group if isinstance(item, PageTable))
        else:
            yield [item for _, _, item in group if isinstance(item, PageLine)]


def split_columns(loose: Sequence[PageLine], width: float) -> list[list[PageLine]]:
    """The lines as one column, or as a left and a right one where an empty strip in the middle clearly divides them.

    Lines that run over the strip stay where they are; the right column is given at the place of
    the left one.
    """
    gutter = _find_gutter(loose, width)
    if gutter is None:
        return [list(loose)]
    found: list[list[PageLine]] = []
    for crossing, group in groupby(
        loose,
        key=lambda line: (
            len(split_at_gaps(line, [gutter])) == 1 and line.left < gutter < line.right
        ),
    ):
        run = list(group)
        sides = [
            [
                word
                for line in run
                for word in line.words
                if (word.left < gutter) == left
            ]
            for left in (True, False)
        ]
        if crossing or not all(sides):
            found.append(run)
            continue
        start, moved = (min(word.left for word in side) for side in sides)
        there = [
            word._replace(
                left=word.left - moved + start, right=word.right - moved + start
            )
            for word in sides[1]
        ]
        found += [words_to_lines(sides[0]), words_to_lines(there)]
    return found


def _find_gutter(loose: Sequence[PageLine], width: float) -> float | None:
    """The middle of the strip that divides two columns of running text; None when there is one column."""
    parts = [part for line in loose for part in split_at_gaps(line)]
    best: tuple[int, float] | None = None
    for at in range(int(width / 3), int(2 * width / 3), _STEP_POINTS):
        left = [part.right - part.left for part in parts if part.right <= at]
        right = [
            part.right - part.left for part in parts if part.left >= at + _GUTTER_POINTS
        ]
        crossing = len(parts) - len(left) - len(right)
        columns = (
            min(len(left), len(right)) >= _LEAST_LINES
            and min(median(left), median(right)) > _LEAST_COLUMN_SHARE * width
        )
        if (
            columns
            and crossing <= _MOST_CROSSING_SHARE * len(parts)
            and (best is None or crossing < best[0])
        ):
            best = crossing, at + _GUTTER_POINTS / 2
    return best[1] if best else None


def join_cut_paragraphs(
    texts: Sequence[PageText | PageTable],
) -> list[PageText | PageTable]:
    """The same, with every paragraph that a page break cut in two made whole."""
    found: list[PageText | PageTable] = []
    for each in texts:
        before = found[-1] if found else None
        rest = each
        if (
            isinstance(each, PageText)
            and isinstance(before, PageText)
            and _continues_paragraph(before.paragraphs[-1], each.paragraphs[0])
        ):
            last, first = before.paragraphs[-1], each.paragraphs[0]
            whole = last._replace(lines=(*last.lines, *first.lines))
            found[-1] = before._replace(paragraphs=(*before.paragraphs[:-1], whole))
            rest = each._replace(paragraphs=each.paragraphs[1:])
        if isinstance(rest, PageTable) or rest.paragraphs:
            found.append(rest)
    return found


def _continues_paragraph(last: Paragraph, first: Paragraph) -> bool:
    same = (
        abs(last.size - first.size) < 1
        and last.bold == first.bold
        and first.mark is None
    )
    return same and goes_on(last.text, first.text)


class HeadingLevels:
    """Which paragraphs are headings, and of which level: larger letters than the running text; the larger, the higher.

    In a document that has no larger letters, heavy ones make a heading.

    Args:
        texts: All paragraphs outside tables.
        habits: How the document is set.
    """

    def __init__(self, texts: Iterable[Paragraph], habits: DocumentStyle) -> None:
        self._body = habits.body_size
        likely = [each for each in texts if self._is_short(each)]
        self._sizes = sorted(
            {self._rounded_size(each) for each in likely if self._is_large(each)},
            reverse=True,
        )

    def level_of(self, paragraph: Paragraph) -> int | None:
        """1 and up for a heading, None for other paragraphs."""
        if not self._is_short(paragraph):
            return None
        if self._is_large(paragraph):
            return self._sizes.index(self._rounded_size(paragraph)) + 1
        return (
            1
            if paragraph.bold and not self._sizes and len(paragraph.lines) == 1
            else None
        )

    def _is_short(self, paragraph: Paragraph) -> bool:
        return len(paragraph.text.split()) <= _HEADING_WORDS and not _NO_HEADING.search(
            paragraph.text
        )

    def _is_large(self, paragraph: Paragraph) -> bool:
        return paragraph.size >= _LARGER * self._body

    def _rounded_size(self, paragraph: Paragraph) -> float:
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
    for paragraph, block in zip(
        text.paragraphs,
        paragraphs_to_blocks(text.paragraphs, glue, margins),
        strict=True,
    ):
        level = headings.level_of(paragraph)
        yield Para(block._replace(level=None) if level else block, place, level)


def text_columns(
    loose: Sequence[PageLine], width: float, edge: float
) -> Iterator[TextColumn]:
    """The lines between two tables in columns of running text, each with its right margin."""
    found = split_columns(loose, width)
    for column in found:
        yield TextColumn(
            tuple(column),
            edge if len(found) == 1 else max(line.right for line in column),
            tabled=False,
        )
