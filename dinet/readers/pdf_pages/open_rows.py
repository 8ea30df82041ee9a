"""The rows of tables without full ruling lines.

They are told by lines and coloured bands, or else by where paragraphs begin.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.readers.pdf_pages.document_style import DocumentStyle, TextColumn
from dinet.readers.pdf_pages.page_content import (
    Fill,
    PdfPage,
    RuledTable,
    RulingLine,
    Word,
)
from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.readers.pdf_pages.paragraphs import (
    Paragraph,
    lines_to_paragraphs,
    opens_sentence,
)
from dinet.readers.pdf_pages.ruled_tables import find_ruled_tables

# Two base lines, or a base line and a rule, that lie so close are on one height.
_SAME_HEIGHT_POINTS = 3.0
# How far rules and coloured bands may run beyond the sides of a table: those of a cell do, by the
# white between its edge and its text.
_BESIDE_POINTS = 8.0
# How high above its base line a letter reaches, and how far below it, as shares of the letter size.
_ASCENT = 0.9
_DESCENT = 0.35
# How far above its base line the place is that says in which row a word stands, as a share of its
# letter size: within its small letters.
_INSIDE_WORD = 0.25
# Coloured bands tell the rows when each covers more than this share of the width of a table.
_WHOLE_WIDTH_SHARE = 0.9
# A shorter rule, as a share of the width of a table, is underlining.
_LEAST_RULE_SHARE = 0.1
# So many rules or edges of bands under the headings tell the rows; a single one may be the line
# under the headings, or the last.
_LEAST_RULES = 2
# How far under the middle of the white between headings and rows the line is drawn that divides
# them.
_UNDER_MIDDLE_POINTS = 1
_SOURCE = re.compile(r"\W*(?:bron(?:nen)?|sources?)\s*:", re.IGNORECASE)


class ColumnEdges(NamedTuple):
    """The columns of a table: its left side, the places between columns, and its right side."""

    edges: tuple[float, ...]

    def parts_by_column(self, line: PageLine) -> dict[int, PageLine]:
        """The words of a line by column."""
        found: dict[int, list[Word]] = {}
        for word in line.words:
            column = (
                min(
                    max(bisect_right(self.edges, (word.left + word.right) / 2), 1),
                    len(self.edges) - 1,
                )
                - 1
            )
            found.setdefault(column, []).append(word)
        return {column: PageLine(tuple(words)) for column, words in found.items()}


class OpenTable(NamedTuple):
    """A table found in lines.

    Args:
        table: Its columns, rows and cells.
        lines: Those that it takes up.
        header: Those of its headings; on the page after the first perhaps those of the page before.
        ruled: Lines are drawn between its rows, so merged cells can be seen.
    """

    table: RuledTable
    lines: tuple[PageLine, ...]
    header: tuple[PageLine, ...]
    ruled: bool = False

    @property
    def headings(self) -> str:
        """The words of its headings."""
        return " ".join(line.text for line in self.header)


def rules_in(sheet: PdfPage, frame: ColumnEdges) -> list[RulingLine]:
    """The lines drawn in a table, from top to bottom."""
    width = frame.edges[-1] - frame.edges[0]
    return [
        rule
        for rule in sheet.rules
        if rule.start > frame.edges[0] - _BESIDE_POINTS
        and rule.end < frame.edges[-1] + _BESIDE_POINTS
        and rule.end - rule.start > width / 10
    ]


class ColumnParagraph(NamedTuple):
    """A paragraph in a column: its first and last base line, and whether it stands well below the one before it."""

    column: int
    first: float
    last: float
    apart: bool


def build_open_table(
    sheet: PdfPage,
    header: Sequence[PageLine],
    body: Sequence[PageLine],
    frame: ColumnEdges,
    habits: DocumentStyle,
) -> OpenTable:
    """The table of these lines.

    Where lines are drawn between its rows, they say what is merged. Elsewhere a row begins
    where paragraphs of two columns begin at one height, or where one does well below the text
    above it while no column to its right runs on.
    """
    lines = (*header, *body)
    top = lines[0].base - _ABOVE * lines[0].size
    bottom = lines[-1].base + _BELOW * lines[-1].size
    start = header[-1].base if header else top
    fills = _fills_behind(sheet.fills, body, frame)
    drawn = [
        rule
        for rule in (*rules_in(sheet, frame), *_edges_of_bands(fills, frame))
        if top + _SAME_HEIGHT_POINTS < rule.at < bottom - _SAME_HEIGHT_POINTS
    ]
    runs: list[ColumnParagraph] = []
    if not body or sum(start < rule.at < body[-1].base for rule in drawn) < 2:
        runs = list(_column_paragraphs(body, frame, habits, fills))
        drawn = list(_rules_between_rows(body, frame, runs))
    left, right = frame.edges[0], frame.edges[-1]
    if (
        header
        and body
        and not any(header[-1].base < rule.at < body[0].base for rule in drawn)
    ):
        drawn.append(
            RulingLine(
                (header[-1].base + body[0].base - body[0].size) / 2 + 1, left, right
            )
        )
    across = [RulingLine(top, left, right), *drawn, RulingLine(bottom, left, right)]
    tables, _ = find_ruled_tables(
        across, [RulingLine(edge, top, bottom) for edge in frame.edges], sheet.fills
    )
    table = tables[0] if tables else RuledTable(frame.edges, (top, bottom), ())
    return OpenTable(
        with_words(table, lines, runs), lines, tuple(header), ruled=not runs
    )


def with_words(
    table: RuledTable, lines: Sequence[PageLine], runs: Sequence[ColumnParagraph] = ()
) -> RuledTable:
    """The table with the words of lines in the cells over which they stand; paragraphs stay whole.

    Args:
        table: Without words.
        lines: On it.
        runs: The paragraphs on it.
    """
    rooms: dict[tuple[int, int], list[Word]] = {}
    for line in lines:
        for word in line.words:
            column = (
                min(
                    max(bisect_right(table.xs, (word.left + word.right) / 2), 1),
                    len(table.xs) - 1,
                )
                - 1
            )
            base = max(
                (
                    run.first
                    for run in runs
                    if run.column == column
                    and run.first <= line.base + _SAME_HEIGHT_POINTS
                ),
                default=word.base,
            )
            row = (
                min(
                    max(bisect_right(table.ys, base - _QUARTER * word.size), 1),
                    len(table.ys) - 1,
                )
                - 1
            )
            rooms.setdefault((row, column), []).append(word)
    return table._replace(
        boxes=tuple(
            box._replace(words=tuple(box.words_in(rooms))) for box in table.boxes
        )
    )


def _fills_behind(
    fills: Iterable[Fill], body: Sequence[PageLine], frame: ColumnEdges
) -> list[Fill]:
    """The coloured cells and bands of a table."""
    return [
        fill
        for fill in fills
        if frame.edges[0] - _BESIDE_POINTS < fill.left
        and fill.right < frame.edges[-1] + _BESIDE_POINTS
        and any(fill.top < line.base < fill.bottom for line in body)
    ]


def _edges_of_bands(fills: Sequence[Fill], frame: ColumnEdges) -> list[RulingLine]:
    """The upper and lower edges of coloured bands, when each runs over the whole width of a table."""
    bands: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for fill in fills:
        bands.setdefault((round(fill.top), round(fill.bottom)), set()).add(
            (round(fill.left), round(fill.right))
        )
    left, right = frame.edges[0], frame.edges[-1]
    whole = all(
        sum(end - start for start, end in cells) > _ABOVE * (right - left)
        for cells in bands.values()
    )
    return (
        [RulingLine(at, left, right) for band in sorted(bands) for at in band]
        if whole
        else []
    )


def _column_paragraphs(
    body: Sequence[PageLine],
    frame: ColumnEdges,
    habits: DocumentStyle,
    fills: Sequence[Fill],
) -> Iterator[ColumnParagraph]:
    """The paragraphs in each column; the edge of a coloured cell ends them where a sentence begins under it."""
    columns: dict[int, list[PageLine]] = {}
    for line in body:
        for column, part in frame.parts_by_column(line).items():
            columns.setdefault(column, []).append(part)
    blank = [
        fill
        for fill in fills
        if not any(_is_behind_word(fill, word) for line in body for word in line.words)
    ]
    for column, lines in columns.items():
        edge = max(line.right for line in lines)
        middle = (frame.edges[column] + frame.edges[column + 1]) / 2
        near = [
            fill for fill in fills if fill.left < middle < fill.right or fill in blank
        ]
        for piece in _pieces_at_heights(
            lines, sorted(at for fill in near for at in (fill.top, fill.bottom))
        ):
            found = _with_sources(
                lines_to_paragraphs(TextColumn(tuple(piece), edge, tabled=True), habits)
            )
            for before, each in zip((None, *found), found, strict=False):
                item = (
                    before is not None
                    and before.mark is not None
                    and each.mark is not None
                )
                apart = before is None or (
                    not item
                    and habits.are_apart(before.lines[-1], each.lines[0], tabled=True)
                )
                yield ColumnParagraph(
                    column, each.lines[0].base, each.lines[-1].base, apart
                )


def _with_sources(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, one that only names a source as the end of the one before it: no row begins with a source."""
    whole: list[Paragraph] = []
    for each in found:
        if whole and _SOURCE.match(each.text):
            whole[-1] = whole[-1]._replace(lines=(*whole[-1].lines, *each.lines))
        else:
            whole.append(each)
    return whole


def _is_behind_word(fill: Fill, word: Word) -> bool:
    return fill.left < word.left < fill.right and fill.top < word.base < fill.bottom


def _pieces_at_heights(
    lines: Sequence[PageLine], heights: Sequence[float]
) -> Iterator[list[PageLine]]:
    piece: list[PageLine] = []
    for line in lines:
        if (
            piece
            and opens_sentence(line)
            and bisect_right(heights, piece[-1].base) < bisect_right(heights, line.base)
        ):
            yield piece
            piece = []
        piece.append(line)
    yield piece


def _rules_between_rows(
    body: Sequence[PageLine], frame: ColumnEdges, runs: Sequence[ColumnParagraph]
) -> Iterator[RulingLine]:
    """Lines between the rows as they would have been drawn; a column whose paragraph runs on is merged over both rows."""
    size = max((line.size for line in body), default=0)
    for start in sorted({run.first for run in runs})[1:]:
        starting = [
            run for run in runs if abs(run.first - start) <= _SAME_HEIGHT_POINTS
        ]
        crossed = {
            run.column
            for run in runs
            if run.first < start - _SAME_HEIGHT_POINTS
            and run.last > start - _SAME_HEIGHT_POINTS
        }
        hangs = starting[0].apart and all(
            column < starting[0].column for column in crossed
        )
        if len({run.column for run in starting}) > 1 or hangs:
            for column in sorted(set(range(len(frame.edges) - 1)) - crossed):
                yield RulingLine(
                    start - _ABOVE * size, frame.edges[column], frame.edges[column + 1]
                )
