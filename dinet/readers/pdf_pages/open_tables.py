"""Tables without full ruling lines.

A header with known words tells them; then come the columns under it, and the lines that belong to
it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dinet.readers.pdf_pages.document_style import DocumentStyle
from dinet.readers.pdf_pages.open_rows import (
    ColumnEdges,
    OpenTable,
    build_open_table,
    rules_in,
)
from dinet.readers.pdf_pages.page_content import Fill, PdfPage, Word
from dinet.readers.pdf_pages.page_lines import PageLine, split_at_gaps
from dinet.vocabulary.roles import find_role_prefix, role_of

# A header names at least so many columns of a goals-efforts network: one word alone is a heading.
_LEAST_ROLES = 2
# Of how many lines a header is at most; long words make it two or three.
_HEADER_LINES = 3
# Lines of one header lie at most so far apart, as a multiple of the letter size.
_HEADER_LEADING = 2
# A line so far below the last one of a table, as a multiple of the letter size, is no longer of it
# unless its parts stand in the columns.
_FAR_LINES = 4.0
# A line of letters larger than those of the header by this factor is a heading of the text.
_LARGER_RATIO = 1.15
# A line over more than this share of the width of a table can be running text.
_WIDE_SHARE = 0.6
# The gap between two words is that of one sentence below this share of the letter size.
_SENTENCE_GAP = 0.65
# A rule over more than this share of the width of a table runs over the whole of it.
_WHOLE_WIDTH_SHARE = 0.9
# How far the sides of a table lie outside its words at least.
_OUTSIDE_POINTS = 1
# A coloured rectangle is a cell of a table when it is lower than this part of the page; else it is
# the background of the page.
_CELL_HEIGHT_PART = 2


class PlacedHeading(NamedTuple):
    """The words over a column, and from where to where they stand."""

    text: str
    left: float
    right: float


def is_header(line: PageLine) -> bool:
    """The parts of a line name at least two columns of a goals-efforts network."""
    return _count_known([part.text for part in split_at_gaps(line)]) > 0


def _count_known(texts: Sequence[str]) -> int:
    """How many of the headings dinet knows; 0 when they are not the headings of a table."""
    known = sum(role_of(text) is not None for text in texts)
    return known if known >= _LEAST_ROLES and 2 * known >= len(texts) else 0


def open_tables(
    page: PdfPage,
    lines: Sequence[PageLine],
    habits: DocumentStyle,
    before: OpenTable | None = None,
) -> list[OpenTable]:
    """The tables among the lines of a page that stand outside ruled tables, from top to bottom.

    Args:
        page: The page.
        lines: From top to bottom, without running titles.
        habits: How the document is set.
        before: The table with which the page before ended, which may go on here.
    """
    tables: list[OpenTable] = []
    start = 0
    rest_of_table = _continued_table(page, lines, habits, before)
    if rest_of_table:
        tables.append(rest_of_table)
        start = len(rest_of_table.lines)
    while start < len(lines):
        header = _header_lines(lines[start:])
        if not header:
            start += 1
            continue
        rest = lines[start + len(header) :]
        rough = _column_edges(header, rest[:_HEADER_LINES], page)
        size = header[0].size
        columns = _column_edges(
            header, _body_lines(rest, rough, page, size), page
        )
        body = _body_lines(rest, columns, page, size)
        tables.append(build_open_table(page, header, body, columns, habits))
        start += len(header) + len(body)
    return tables


def _continued_table(
    page: PdfPage,
    lines: Sequence[PageLine],
    habits: DocumentStyle,
    before: OpenTable | None,
) -> OpenTable | None:
    """The part on this page of the table with which the page before ended; None for none.

    It has the headings of the page before.
    """
    if not before or not lines:
        return None
    columns_before = ColumnEdges(before.table.xs)
    body = _body_lines(lines, columns_before, page, lines[0].size)
    if not body or not _is_aligned(body, columns_before):
        return None
    columns = _column_edges(before.header, body, page)
    table = build_open_table(page, (), body, columns, habits)
    return table._replace(header=before.header)


def _is_aligned(body: Sequence[PageLine], columns: ColumnEdges) -> bool:
    """The lines stand in columns.

    Either the parts of some line stand in as many columns, or all lines stand in one that is not
    the first.
    """
    columns_by_line = [tuple(columns.parts_by_column(line)) for line in body]
    for line, numbers in zip(body, columns_by_line, strict=True):
        if len(numbers) == len(split_at_gaps(line)) > 1:
            return True
    return len(set(columns_by_line)) == 1 and 0 not in columns_by_line[0]


def _header_lines(lines: Sequence[PageLine]) -> Sequence[PageLine]:
    """The first lines, as many of them as make the headings of most columns.

    None when they are no header. A further line must make no fewer headings known, and add no
    more unknown than known ones.
    """
    if not is_header(lines[0]):
        return ()
    best, most_known, headings_of_best = 1, 0, 0
    for count in range(1, min(_HEADER_LINES, len(lines)) + 1):
        band = lines[:count]
        headings = _headings_in(band)
        known = _count_known([heading.text for heading in headings])
        if _has_wide_leading(band):
            break
        added = len(headings) - headings_of_best
        if known >= most_known and (count == 1 or known - most_known >= added):
            best, most_known, headings_of_best = count, known, len(headings)
    return lines[:best]


def _has_wide_leading(band: Sequence[PageLine]) -> bool:
    """Two of these lines lie farther apart than lines of one header."""
    return any(
        below.base - above.base > _HEADER_LEADING * below.size
        for above, below in pairwise(band)
    )


def _headings_in(band: Sequence[PageLine]) -> list[PlacedHeading]:
    """The headings in a band of lines, from left to right.

    Parts under one another are one heading.
    """
    headings: list[PlacedHeading] = []
    for line in band:
        for part in split_at_gaps(line):
            _add_to_headings(headings, part)
    return sorted(headings, key=lambda heading: heading.left)


def _add_to_headings(headings: list[PlacedHeading], part: PageLine) -> None:
    """Put a part of a line to the first heading under which it stands, or make it a new one."""
    for number, (text, left, right) in enumerate(headings):
        if part.left < right and left < part.right:
            headings[number] = PlacedHeading(
                f"{text} {part.text}",
                min(left, part.left),
                max(right, part.right),
            )
            return
    headings.append(PlacedHeading(part.text, part.left, part.right))


def _column_edges(
    header: Sequence[PageLine], body: Sequence[PageLine], page: PdfPage
) -> ColumnEdges:
    """The columns under the headings.

    Between two headings they are divided in the widest strip through which the fewest words run.
    """
    headings = _headings_in(header)
    words = [word for line in (*header, *body) for word in line.words]
    places = [
        _place_between(one, other, words) for one, other in pairwise(headings)
    ]
    left, right = _table_sides(headings, words, page)
    return ColumnEdges((left, *places, right))


def _table_sides(
    headings: Sequence[PlacedHeading], words: Sequence[Word], page: PdfPage
) -> tuple[float, float]:
    """The left and right side of a table.

    It is as wide as its words, as the lines over all its columns, and as the coloured cells behind
    its words.
    """
    sides = [
        (word.left - _OUTSIDE_POINTS, word.right + _OUTSIDE_POINTS)
        for word in words
    ]
    bases = sorted(word.base for word in words)
    sides += _sides_of_rules(headings, page)
    sides += _sides_of_cells(headings, bases, page)
    return min(left for left, _ in sides), max(right for _, right in sides)


def _sides_of_rules(
    headings: Sequence[PlacedHeading], page: PdfPage
) -> Iterator[tuple[float, float]]:
    """Where each line that runs over all columns begins and ends."""
    for rule in page.rules:
        if rule.start < headings[0].right and rule.end > headings[-1].left:
            yield rule.start, rule.end


def _sides_of_cells(
    headings: Sequence[PlacedHeading], bases: Sequence[float], page: PdfPage
) -> Iterator[tuple[float, float]]:
    """The left and right side of each coloured cell behind the words of a table."""
    for fill in page.fills:
        over = fill.left < headings[-1].right and fill.right > headings[0].left
        if over and _is_cell_behind(fill, bases, page.height):
            yield fill.left, fill.right


def _is_cell_behind(fill: Fill, bases: Sequence[float], height: float) -> bool:
    """A coloured rectangle lies as high as some words, and is no background of the page.

    Args:
        fill: The rectangle.
        bases: The heights of the base lines of words, from top to bottom.
        height: Of the page.
    """
    behind_words = bisect_right(bases, fill.top) < bisect_right(
        bases, fill.bottom
    )
    return behind_words and fill.bottom - fill.top < height / _CELL_HEIGHT_PART


def _place_between(
    one: PlacedHeading, other: PlacedHeading, words: Iterable[Word]
) -> float:
    """Where two columns are divided: in the middle of the widest strip that the fewest words cross.

    Between the middles of their headings the words are counted that run over every point; of
    strips of one width the rightmost is taken.
    """
    start, end = (one.left + one.right) / 2, (other.left + other.right) / 2
    words_over = [0] * (int(end - start) + 1)
    for word in words:
        first = max(int(word.left - start), 0)
        stop = min(int(word.right - start) + 1, len(words_over))
        for point in range(first, stop):
            words_over[point] += 1
    fewest = min(words_over)
    strips = _group_successive(
        [at for at, count in enumerate(words_over) if count == fewest]
    )
    widest = max(strips, key=lambda strip: (len(strip), strip[-1]))
    return start + (widest[0] + widest[-1] + 1) / 2


def _group_successive(numbers: Iterable[int]) -> list[list[int]]:
    """The numbers, which rise, in runs of which each is one more than the one before."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _body_lines(
    lines: Sequence[PageLine], columns: ColumnEdges, page: PdfPage, size: float
) -> list[PageLine]:
    """The lines of a table under its header, up to what cannot belong to it.

    The next header ends it, and so does a heading of the text, a line of running text, and what
    stands below its lowest rule, or far below its last line, and not in its columns.

    Args:
        lines: Those of the page under the header.
        columns: Those of the table.
        page: The page.
        size: That of the letters of the header.
    """
    end = _next_header(lines)
    below = (
        lines[end].base - lines[end].size if end < len(lines) else page.height
    )
    floor = _lowest_rule(lines[:end], columns, page, below)
    body: list[PageLine] = []
    for line in lines[:end]:
        far = _is_far_below(line, body, floor)
        if far and not _is_aligned([line], columns):
            break
        if _is_heading(line, columns, size) or _is_running_text(line, columns):
            break
        if far:  # the table goes on below that rule
            floor = None
        body.append(line)
    return body


def _next_header(lines: Sequence[PageLine]) -> int:
    """The number of the first line that is a header; how many there are when none is."""
    for number, line in enumerate(lines):
        if is_header(line):
            return number
    return len(lines)


def _is_far_below(
    line: PageLine, body: Sequence[PageLine], floor: float | None
) -> bool:
    """A line stands below the lowest rule of a table; without one, far below its last line."""
    if floor:
        return line.base > floor
    return bool(body) and line.base - body[-1].base > _FAR_LINES * line.size


def _lowest_rule(
    lines: Sequence[PageLine],
    columns: ColumnEdges,
    page: PdfPage,
    below: float,
) -> float | None:
    """The lowest of the lines drawn over the whole width of a table; None for none.

    Args:
        lines: Those under its header.
        columns: Those of the table.
        page: The page.
        below: Where it has ended.
    """
    if not lines:
        return None
    top, least = lines[0].base, _WHOLE_WIDTH_SHARE * columns.width
    inside = [
        rule.at
        for rule in rules_in(page, columns)
        if rule.end - rule.start > least and top < rule.at < below
    ]
    return inside[-1] if inside else None


def _is_heading(line: PageLine, columns: ColumnEdges, size: float) -> bool:
    """The line is a heading: larger than the table's letters, or in words that open a section.

    Such words further to the right than the first column are an effort with a word of a heading
    in it, such as ``Subsidie voor buurtfeesten``.
    """
    if line.size > _LARGER_RATIO * size:
        return True
    parts = split_at_gaps(line)
    if len(parts) > 1 or line.left > columns.edges[1]:
        return False
    if role_of(parts[0].text) is not None:
        return True
    return find_role_prefix(line.text) is not None and line.words[0].bold


def _is_running_text(line: PageLine, columns: ColumnEdges) -> bool:
    """The line is one sentence that runs on over the places between columns."""
    if line.right - line.left <= _WIDE_SHARE * columns.width:
        return False
    cuts = [cut for cut in columns.edges[1:-1] if line.left < cut < line.right]
    return bool(cuts) and all(_runs_over(line, cut) for cut in cuts)


def _runs_over(line: PageLine, cut: float) -> bool:
    """The words on both sides of a place stand as close as words of one sentence."""
    before = max(word.right for word in line.words if word.left < cut)
    after = min(
        (word.left for word in line.words if word.left >= cut), default=before
    )
    return after - before < _SENTENCE_GAP * line.size
