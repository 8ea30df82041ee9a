"""Tables without full ruling lines: a header with known words, the columns under it, and the lines that belong to it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from dinet.readers.pdf_pages.document_style import DocumentStyle
from dinet.readers.pdf_pages.open_rows import (
    ColumnEdges,
    OpenTable,
    build_open_table,
    rules_in,
)
from dinet.readers.pdf_pages.page_content import PdfPage, Word
from dinet.readers.pdf_pages.page_lines import PageLine, split_at_gaps
from dinet.vocabulary.roles import prefixed, role_of

_LEAST_ROLES = 2
_HEADER_LINES = 3
_FAR = 4.0
_LARGER = 1.15
_WIDE = 0.6
_APART = 0.65
_ABOVE = 0.9


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
    sheet: PdfPage,
    lines: Sequence[PageLine],
    habits: DocumentStyle,
    goes_on: OpenTable | None = None,
) -> list[OpenTable]:
    """The tables among the lines of a page that stand outside ruled tables.

    Args:
        sheet: The page.
        lines: From top to bottom, without running titles.
        habits: How the document is set.
        goes_on: The table with which the page before ended.
    """
    found: list[OpenTable] = []
    start = 0
    if goes_on and lines:
        body = _body_lines(lines, ColumnEdges(goes_on.table.xs), sheet, lines[0].size)
        if body and _is_aligned(body, ColumnEdges(goes_on.table.xs)):
            found.append(
                build_open_table(
                    sheet, (), body, _column_edges(goes_on.header, body, sheet), habits
                )._replace(header=goes_on.header)
            )
            start = len(body)
    while start < len(lines):
        header = _header_lines(lines[start:])
        if not header:
            start += 1
            continue
        rest = lines[start + len(header) :]
        rough = _column_edges(header, rest[:_HEADER_LINES], sheet)
        size = header[0].size
        frame = _column_edges(header, _body_lines(rest, rough, sheet, size), sheet)
        body = _body_lines(rest, frame, sheet, size)
        found.append(build_open_table(sheet, header, body, frame, habits))
        start += len(header) + len(body)
    return found


def _is_aligned(body: Sequence[PageLine], frame: ColumnEdges) -> bool:
    """The parts of some line stand in as many columns, or all lines stand in one that is not the first."""
    columns = [tuple(frame.parts_by_column(line)) for line in body]
    several = any(
        len(found) == len(split_at_gaps(line)) > 1
        for found, line in zip(columns, body, strict=True)
    )
    return several or (len(set(columns)) == 1 and 0 not in columns[0])


def _header_lines(lines: Sequence[PageLine]) -> Sequence[PageLine]:
    """The first lines, as many of them as make the headings of most columns; none when they are no header."""
    if not is_header(lines[0]):
        return ()
    best, most, wide = 1, 0, 0
    for count in range(1, min(_HEADER_LINES, len(lines)) + 1):
        band = lines[:count]
        headings = _headings_in(band)
        known = _count_known([heading.text for heading in headings])
        if any(
            below.base - above.base > 2 * below.size for above, below in pairwise(band)
        ):
            break
        if known >= most and (count == 1 or known - most >= len(headings) - wide):
            best, most, wide = count, known, len(headings)
    return lines[:best]


def _headings_in(band: Sequence[PageLine]) -> list[PlacedHeading]:
    """The headings in a band of lines, from left to right: parts under one another are one heading."""
    found: list[PlacedHeading] = []
    for part in (part for line in band for part in split_at_gaps(line)):
        over = next(
            (
                at
                for at, each in enumerate(found)
                if part.left < each.right and each.left < part.right
            ),
            None,
        )
        if over is None:
            found.append(PlacedHeading(part.text, part.left, part.right))
        else:
            text, left, right = found[over]
            found[over] = PlacedHeading(
                f"{text} {part.text}", min(left, part.left), max(right, part.right)
            )
    return sorted(found, key=lambda heading: heading.left)


def _column_edges(
    header: Sequence[PageLine], body: Sequence[PageLine], sheet: PdfPage
) -> ColumnEdges:
    """The columns under the headings: between two headings the widest strip through which the fewest words run."""
    headings = _headings_in(header)
    words = [word for line in (*header, *body) for word in line.words]
    places = [_place_between(one, other, words) for one, other in pairwise(headings)]
    left, right = _table_sides(headings, words, sheet)
    return ColumnEdges((left, *places, right))


def _table_sides(
    headings: Sequence[PlacedHeading], words: Sequence[Word], sheet: PdfPage
) -> tuple[float, float]:
    """How far the words of a table reach, the lines over all its columns, and the coloured cells behind its words."""
    bases = sorted(word.base for word in words)
    wide = [
        (rule.start, rule.end)
        for rule in sheet.rules
        if rule.start < headings[0].right and rule.end > headings[-1].left
    ]
    wide += [
        (fill.left, fill.right)
        for fill in sheet.fills
        if bisect_right(bases, fill.top) < bisect_right(bases, fill.bottom)
        and fill.left < headings[-1].right
        and fill.right > headings[0].left
        and fill.bottom - fill.top < sheet.height / 2
    ]
    lefts, rights = (
        [word.left - 1 for word in words],
        [word.right + 1 for word in words],
    )
    return min([*lefts, *(start for start, _ in wide)]), max(
        [*rights, *(end for _, end in wide)]
    )


def _place_between(
    one: PlacedHeading, other: PlacedHeading, words: Iterable[Word]
) -> float:
    start, end = (one.left + one.right) / 2, (other.left + other.right) / 2
    strips = [0] * (int(end - start) + 1)
    for word in words:
        for at in range(
            max(int(word.left - start), 0),
            min(int(word.right - start) + 1, len(strips)),
        ):
            strips[at] += 1
    least = min(strips)
    free = [at for at, count in enumerate(strips) if count == least]
    runs: list[list[int]] = []
    for at in free:
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    widest = max(runs, key=lambda run: (len(run), run[-1]))
    return start + (widest[0] + widest[-1] + 1) / 2


def _body_lines(
    lines: Sequence[PageLine], frame: ColumnEdges, sheet: PdfPage, size: float
) -> list[PageLine]:
    """The lines of a table under its header, whose letters have this size, up to what cannot belong to it."""
    end = next(
        (number for number, line in enumerate(lines) if is_header(line)), len(lines)
    )
    below = lines[end].base - lines[end].size if end < len(lines) else sheet.height
    floor = _lowest_rule(lines[:end], frame, sheet, below)
    found: list[PageLine] = []
    for line in lines[:end]:
        far = (
            line.base > floor
            if floor
            else found and line.base - found[-1].base > _FAR * line.size
        )
        if far and not _is_aligned([line], frame):
            break
        if _is_heading(line, size) or _is_running_text(line, frame):
            break
        floor = None if far else floor
        found.append(line)
    return found


def _lowest_rule(
    lines: Sequence[PageLine], frame: ColumnEdges, sheet: PdfPage, below: float
) -> float | None:
    """The lowest of the lines drawn over the whole width of a table, when there are any below its header."""
    wide = [
        rule.at
        for rule in rules_in(sheet, frame)
        if rule.end - rule.start > _ABOVE * (frame.edges[-1] - frame.edges[0])
    ]
    inside = [at for at in wide if lines and lines[0].base < at < below]
    return inside[-1] if inside else None


def _is_heading(line: PageLine, size: float) -> bool:
    """The line is a heading: larger than the table's letters, or in words that open a section."""
    if line.size > _LARGER * size:
        return True
    parts = split_at_gaps(line)
    role = role_of(parts[0].text) if len(parts) == 1 else None
    return role is not None or (
        len(parts) == 1 and prefixed(line.text) is not None and line.words[0].bold
    )


def _is_running_text(line: PageLine, frame: ColumnEdges) -> bool:
    """The line is one sentence that runs on over the places between columns."""
    cuts = [cut for cut in frame.edges[1:-1] if line.left < cut < line.right]
    wide = line.right - line.left > _WIDE * (frame.edges[-1] - frame.edges[0])
    return wide and bool(cuts) and all(_runs_over(line, cut) for cut in cuts)


def _runs_over(line: PageLine, cut: float) -> bool:
    """The words on both sides of a place stand as close as words of one sentence."""
    before = max(word.right for word in line.words if word.left < cut)
    after = min((word.left for word in line.words if word.left >= cut), default=before)
    return after - before < _APART * line.size
