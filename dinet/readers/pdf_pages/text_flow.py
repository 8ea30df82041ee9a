"""The text outside tables: its order on the page, its paragraphs and headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from dinet.document.content import Para
from dinet.model import Place
from dinet.readers.pdf_pages.dehyphenation import Glue
from dinet.readers.pdf_pages.document_style import Column, Habits
from dinet.readers.pdf_pages.page_lines import Line, lines, split
from dinet.readers.pdf_pages.paragraphs import Paragraph, blocks
from dinet.readers.pdf_pages.table_breaks import Found

_LARGER = 1.1
_HEADING_WORDS = 25
_NO_HEADING = re.compile(r"[.;,]$")
_ENDS = re.compile(r"[.!?:;…][\"'’”)\]]*$")
_GUTTER = 10.0
_STEP = 2
_LEAST_LINES = 6
_WIDE = 0.2
_FEW = 0.2


class Text(NamedTuple):
    """Paragraphs on a page with no table between them."""

    page: int
    paragraphs: tuple[Paragraph, ...]


def ordered(
    found: Iterable[Found], loose: Iterable[Line]
) -> Iterator[Found | list[Line]]:
    """The tables and the lines between them, from the top of a page to its bottom."""
    items: list[tuple[float, int, Found | Line]] = [
        (each.table.ys[0], 0, each) for each in found
    ]
    items += [(line.base, 1, line) for line in loose]
    for tabled, group in groupby(
        sorted(items, key=lambda item: item[:2]),
        key=lambda item: isinstance(item[2], Found),
    ):
        if tabled:
            yield from (item for _, _, item in group if isinstance(item, Found))
        else:
            yield [item for _, _, item in group if isinstance(item, Line)]


def in_columns(loose: Sequence[Line], width: float) -> list[list[Line]]:
    """The lines as one column, or as a left and a right one where an empty strip in the middle clearly divides them.

    Lines that run over the strip stay where they are; the right column is given at the place of
    the left one.
    """
    gutter = _gutter(loose, width)
    if gutter is None:
        return [list(loose)]
    found: list[list[Line]] = []
    for crossing, group in groupby(
        loose,
        key=lambda line: (
            len(split(line, [gutter])) == 1 and line.left < gutter < line.right
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
        found += [lines(sides[0]), lines(there)]
    return found


def _gutter(loose: Sequence[Line], width: float) -> float | None:
    """The middle of the strip that divides two columns of running text; None when there is one column."""
    parts = [part for line in loose for part in split(line)]
    best: tuple[int, float] | None = None
    for at in range(int(width / 3), int(2 * width / 3), _STEP):
        left = [part.right - part.left for part in parts if part.right <= at]
        right = [part.right - part.left for part in parts if part.left >= at + _GUTTER]
        crossing = len(parts) - len(left) - len(right)
        columns = (
            min(len(left), len(right)) >= _LEAST_LINES
            and min(median(left), median(right)) > _WIDE * width
        )
        if (
            columns
            and crossing <= _FEW * len(parts)
            and (best is None or crossing < best[0])
        ):
            best = crossing, at + _GUTTER / 2
    return best[1] if best else None


def continued(texts: Sequence[Text | Found]) -> list[Text | Found]:
    """The same, with a paragraph that a page break cut in two made whole: it has no end, and goes on in lower case."""
    found: list[Text | Found] = []
    for each in texts:
        before = found[-1] if found else None
        rest = each
        if (
            isinstance(each, Text)
            and isinstance(before, Text)
            and _goes_on(before.paragraphs[-1], each.paragraphs[0])
        ):
            last, first = before.paragraphs[-1], each.paragraphs[0]
            whole = last._replace(lines=(*last.lines, *first.lines))
            found[-1] = before._replace(paragraphs=(*before.paragraphs[:-1], whole))
            rest = each._replace(paragraphs=each.paragraphs[1:])
        if isinstance(rest, Found) or rest.paragraphs:
            found.append(rest)
    return found


def _goes_on(last: Paragraph, first: Paragraph) -> bool:
    same = (
        abs(last.size - first.size) < 1
        and last.bold == first.bold
        and first.mark is None
    )
    return same and first.text[:1].islower() and not _ENDS.search(last.text)


class Headings:
    """Which paragraphs are headings, and of which level: larger letters than the running text; the larger, the higher.

    In a document that has no larger letters, heavy ones make a heading.

    Args:
        texts: All paragraphs outside tables.
        habits: How the document is set.
    """

    def __init__(self, texts: Iterable[Paragraph], habits: Habits) -> None:
        self._body = habits.body
        likely = [each for each in texts if self._short(each)]
        self._sizes = sorted(
            {self._size(each) for each in likely if self._large(each)}, reverse=True
        )

    def level(self, paragraph: Paragraph) -> int | None:
        """1 and up for a heading, None for other paragraphs."""
        if not self._short(paragraph):
            return None
        if self._large(paragraph):
            return self._sizes.index(self._size(paragraph)) + 1
        return (
            1
            if paragraph.bold and not self._sizes and len(paragraph.lines) == 1
            else None
        )

    def _short(self, paragraph: Paragraph) -> bool:
        return len(paragraph.text.split()) <= _HEADING_WORDS and not _NO_HEADING.search(
            paragraph.text
        )

    def _large(self, paragraph: Paragraph) -> bool:
        return paragraph.size >= _LARGER * self._body

    def _size(self, paragraph: Paragraph) -> float:
        return round(2 * paragraph.size) / 2


def paras(
    text: Text, headings: Headings, glue: Glue, margins: Sequence[float], name: str
) -> Iterator[Para]:
    """The paragraphs of a page as parts of the document."""
    place = Place(file=name, page=text.page)
    for paragraph, block in zip(
        text.paragraphs, blocks(text.paragraphs, glue, margins), strict=True
    ):
        level = headings.level(paragraph)
        yield Para(block._replace(level=None) if level else block, place, level)


def columned(loose: Sequence[Line], width: float, edge: float) -> Iterator[Column]:
    """The lines between two tables in columns of running text, each with its right margin."""
    found = in_columns(loose, width)
    for column in found:
        yield Column(
            tuple(column),
            edge if len(found) == 1 else max(line.right for line in column),
            tabled=False,
        )
