"""Headings that stand again at the top of a page, above the rest of what they stood above."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dinet.readers.pdf_pages.open_tables import is_header
from dinet.readers.pdf_pages.page_content import PdfPage, RuledTable
from dinet.readers.pdf_pages.page_lines import PageLine, words_to_lines
from dinet.readers.pdf_pages.table_breaks import PageTable, continues_table
from dinet.vocabulary.roles import role_of
from dinet.wording.continued_headings import heading_key, is_marked_continued

# A heading has letters larger than most of the document by this factor, or heavy ones.
_LARGER_RATIO = 1.1
# A page is full when its text ends below this share of its height: what stood there may go on.
_FOOT_SHARE = 0.75
# Two lines of one heading lie at most so far apart, as a multiple of the letter size.
_HEADING_LEADING = 1.6
# A table has headings when so many of its cells in the first row or column name a kind or field.
_LEAST_NAMED = 2
# Sizes are counted in half points, for files round them differently.
_SIZES_PER_POINT = 2


class HeadingBlock(NamedTuple):
    """The lines of one heading, and how high it ranks: by its size, then by its weight."""

    rank: tuple[int, bool]
    lines: tuple[PageLine, ...]


def find_repeated_headings(
    pages: Sequence[PdfPage], lines_by_page: Sequence[Sequence[PageLine]]
) -> list[list[PageLine]]:
    """For each page the headings at its top that are in force already.

    They count as such only where something goes on: the heading says so, the headings of the
    columns stand again too, or the page before is full.

    Args:
        pages: All pages.
        lines_by_page: Those outside tables, from top to bottom, without running titles.
    """
    usual = _usual_size(pages)
    in_force: list[HeadingBlock] = []
    found: list[list[PageLine]] = []
    for number, (page, lines) in enumerate(
        zip(pages, lines_by_page, strict=True)
    ):
        again = _top_lines_in_force(page, lines, in_force)
        if again and not (
            any(is_marked_continued(line.text) for line in again)
            or _goes_on(
                pages[number - 1],
                lines_by_page[number - 1],
                page,
                lines[len(again) :],
            )
        ):
            again = []
        found.append(again)
        _read_headings(lines[len(again) :], usual, in_force)
    return found


def _usual_size(pages: Sequence[PdfPage]) -> float:
    """The size in which most words of the document stand, in half points."""
    sizes = Counter(
        _half_points(word.size) for page in pages for word in page.all_words
    )
    return max(sizes, key=lambda size: (sizes[size], -size), default=0)


def _half_points(size: float) -> int:
    return round(_SIZES_PER_POINT * size)


def _top_lines_in_force(
    page: PdfPage, lines: Sequence[PageLine], in_force: Sequence[HeadingBlock]
) -> list[PageLine]:
    """The first lines of a page, above its tables, that are headings in force."""
    known = {
        heading_key(line.text) for block in in_force for line in block.lines
    }
    top = min((table.ys[0] for table in page.tables), default=page.height)
    again = []
    for line in lines:
        if line.base > top or heading_key(line.text) not in known:
            break
        again.append(line)
    return again


def _goes_on(
    before: PdfPage,
    lines_before: Sequence[PageLine],
    page: PdfPage,
    rest: Sequence[PageLine],
) -> bool:
    """What stands at the end of a page goes on on the next, under these headings.

    Args:
        before: The page before.
        lines_before: Its lines outside tables.
        page: The page itself.
        rest: Its lines without those headings.
    """
    ends = [table.ys[-1] for table in before.tables]
    ends += [line.base for line in lines_before[-1:]]
    if max(ends, default=0) > _FOOT_SHARE * before.height:
        return True
    if before.tables and page.tables and _go_on_without_headings(before, page):
        return True
    first = _first_heading_of_columns(page, rest)
    return first is not None and first in {
        *map(_head_text, before.tables),
        *(line.text for line in lines_before if is_header(line)),
    }


def _go_on_without_headings(before: PdfPage, page: PdfPage) -> bool:
    """A table has the columns of the one before, whose headings it needs: it has none itself."""
    above = PageTable(before.tables[-1], before.number)
    below = PageTable(page.tables[0], page.number)
    if not continues_table(above, below):
        return False
    named = sum(role_of(text) is not None for text in _texts_at_edge(above))
    unnamed = all(role_of(text) is None for text in _texts_at_edge(below))
    return named >= _LEAST_NAMED and unnamed


def _texts_at_edge(found: PageTable) -> list[str]:
    """What stands in the first row of a table, and in its first column."""
    return [
        " ".join(line.text for line in words_to_lines(box.words))
        for box in found.table.boxes
        if box.row == 0 or box.column == 0
    ]


def _first_heading_of_columns(
    page: PdfPage, rest: Sequence[PageLine]
) -> str | None:
    """The headings of the columns with which a page begins; None when it begins with a text."""
    if page.tables and (not rest or page.tables[0].ys[0] < rest[0].base):
        return _head_text(page.tables[0])
    if rest and is_header(rest[0]):
        return rest[0].text
    return None


def _head_text(table: RuledTable) -> str:
    """What stands in the first row of a table."""
    words = [word for box in table.boxes if box.row == 0 for word in box.words]
    return " ".join(line.text for line in words_to_lines(words))


def _read_headings(
    lines: Sequence[PageLine], usual: float, in_force: list[HeadingBlock]
) -> None:
    """Let every heading take the place of those that rank no higher."""
    for above, line in pairwise([None, *lines]):
        if line is None or not _is_heading(line, usual):
            continue
        rank = _half_points(line.size), _is_bold(line)
        block = HeadingBlock(rank, (line,))
        last = in_force[-1] if in_force else None
        if last and above in last.lines and _are_one(last, line, rank):
            in_force[-1] = last._replace(lines=(*last.lines, line))
            continue
        in_force[:] = [other for other in in_force if other.rank > rank]
        in_force.append(block)


def _is_heading(line: PageLine, usual: float) -> bool:
    """A line stands out, and is not that of the headings of columns."""
    large = _half_points(line.size) >= _LARGER_RATIO * usual
    return (large or _is_bold(line)) and not is_header(line)


def _is_bold(line: PageLine) -> bool:
    return all(word.bold for word in line.words)


def _are_one(
    block: HeadingBlock, line: PageLine, rank: tuple[int, bool]
) -> bool:
    """A line goes on with a heading that takes more than one."""
    apart = line.base - block.lines[-1].base
    return block.rank == rank and apart < _HEADING_LEADING * line.size
