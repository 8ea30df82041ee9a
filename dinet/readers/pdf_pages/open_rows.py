"""The rows of tables without full ruling lines.

They are told by lines and coloured bands, or else by where paragraphs begin.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dinet.readers.pdf_pages.boxed_rows import (
    Box,
    rules_between_boxes,
    stand_in_rows,
)
from dinet.readers.pdf_pages.document_style import (
    DocumentStyle,
    TextColumn,
    likely_edges,
)
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
from dinet.wording.source_marks import begins_with_source

# Two base lines, or a base line and a rule, that lie so close are on one height.
_SAME_HEIGHT_POINTS = 3.0
# How far rules and coloured bands may run beyond the sides of a table: those of a cell do, by the
# white between its edge and its text.
_BESIDE_POINTS = 8.0
# How high above its base line a letter reaches, as a share of the letter size.
_ASCENT = 0.9
# How far below its base line a letter reaches, with some white, as a share of the letter size.
_DESCENT = 0.35
# How far above its base line the place is that says in which row a word stands, as a share of its
# letter size: within its small letters.
_INSIDE_WORD = 0.25
# Coloured bands tell the rows when each covers more than this share of the width of a table.
_WHOLE_WIDTH_SHARE = 0.9
# A rule that is shorter than the width of a table divided by this is underlining.
_LEAST_RULE_PART = 10
# So many rules or edges of bands under the headings tell the rows; a single one may be the line
# under the headings, or the last.
_LEAST_RULES = 2
# How far under the middle of the white between headings and rows the line is drawn that divides
# them.
_UNDER_MIDDLE_POINTS = 1


class ColumnEdges(NamedTuple):
    """The columns of a table: its left side, the places between columns, and its right side."""

    edges: tuple[float, ...]

    @property
    def width(self) -> float:
        """From the left side of the table to its right side."""
        return self.edges[-1] - self.edges[0]

    def parts_by_column(self, line: PageLine) -> dict[int, PageLine]:
        """The words of a line by column, from left to right; columns without words are absent."""
        words_by_column: dict[int, list[Word]] = {}
        for word in line.words:
            column = _stretch_at(self.edges, (word.left + word.right) / 2)
            words_by_column.setdefault(column, []).append(word)
        return {
            column: PageLine(tuple(words))
            for column, words in words_by_column.items()
        }


def _stretch_at(edges: Sequence[float], place: float) -> int:
    """The number of the row or column between whose edges a place lies.

    What lies outside the table counts as in its first or last one.
    """
    return min(max(bisect_right(edges, place), 1), len(edges) - 1) - 1


class OpenTable(NamedTuple):
    """A table found in lines.

    Args:
        table: Its columns, rows and cells.
        lines: Those that it takes up.
        header: Those of its headings; in the part on a later page those of the page before.
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


def rules_in(page: PdfPage, columns: ColumnEdges) -> list[RulingLine]:
    """The lines drawn in a table, from top to bottom."""
    left, right = columns.edges[0], columns.edges[-1]
    return [
        rule
        for rule in page.rules
        if rule.start > left - _BESIDE_POINTS
        and rule.end < right + _BESIDE_POINTS
        and rule.end - rule.start > columns.width / _LEAST_RULE_PART
    ]


class ColumnParagraph(NamedTuple):
    """A paragraph in a column of a table.

    Args:
        column: Its number, from 0.
        first: The height of its first base line.
        last: The height of its last base line.
        apart: It stands well below the paragraph before it, or there is none.
    """

    column: int
    first: float
    last: float
    apart: bool


def build_open_table(
    page: PdfPage,
    header: Sequence[PageLine],
    body: Sequence[PageLine],
    columns: ColumnEdges,
    habits: DocumentStyle,
) -> OpenTable:
    """The table of these lines.

    Where its words stand in boxes that stand in rows, these are its cells. Where lines are drawn
    between its rows, they say what is merged. Elsewhere a row begins
    where paragraphs of two columns begin at one height, or where one does well below the text
    above it while no column to its right runs on.
    """
    lines = (*header, *body)
    top = lines[0].base - _ASCENT * lines[0].size
    bottom = lines[-1].base + _DESCENT * lines[-1].size
    fills = _fills_behind(page.fills, body, columns)
    rules = [
        rule
        for rule in (
            *rules_in(page, columns),
            *_edges_of_bands(fills, columns),
        )
        if top + _SAME_HEIGHT_POINTS < rule.at < bottom - _SAME_HEIGHT_POINTS
    ]
    paragraphs: list[ColumnParagraph] = []
    boxes = _boxes_behind(page, body, columns)
    if boxes:
        rules = rules_between_boxes(boxes, columns.edges)
    elif not _tell_rows(rules, header[-1].base if header else top, body):
        paragraphs = list(_column_paragraphs(body, columns, habits, fills))
        rules = list(_rules_between_rows(body, columns, paragraphs))
    rules += _missing_header_rule(header, body, columns, rules)
    table = _lay_table(columns, (top, bottom), rules, page.fills)
    return OpenTable(
        with_words(table, lines, paragraphs),
        lines,
        tuple(header),
        ruled=not paragraphs,
    )


def _boxes_behind(
    page: PdfPage, body: Sequence[PageLine], columns: ColumnEdges
) -> list[Box]:
    """The drawn boxes that are the cells of a table; none when some words stand outside them."""
    if not body or not page.boxes:
        return []
    boxes = [box for box in page.boxes if _lies_behind(box, body, columns)]
    for line in body:
        for word in line.words:
            if not any(word.stands_in(box) for box in boxes):
                return []
    return boxes if stand_in_rows(boxes) else []


def _lies_behind(
    box: Box, body: Sequence[PageLine], columns: ColumnEdges
) -> bool:
    """A box lies for some part under the headings of a table, and above its last line."""
    across = columns.edges[0] < box[2] and box[0] < columns.edges[-1]
    return across and body[0].base < box[3] and box[1] < body[-1].base


def _tell_rows(
    rules: Sequence[RulingLine], start: float, body: Sequence[PageLine]
) -> bool:
    """Enough lines are drawn between the rows of a table, which begin under this height."""
    if not body:
        return False
    end = body[-1].base
    return sum(start < rule.at < end for rule in rules) >= _LEAST_RULES


def _missing_header_rule(
    header: Sequence[PageLine],
    body: Sequence[PageLine],
    columns: ColumnEdges,
    rules: Sequence[RulingLine],
) -> list[RulingLine]:
    """The line between the headings and the rows, when none of the lines stands there."""
    if not header or not body:
        return []
    foot, first = header[-1].base, body[0].base
    if any(foot < rule.at < first for rule in rules):
        return []
    middle = (foot + first - body[0].size) / 2
    left, right = columns.edges[0], columns.edges[-1]
    return [RulingLine(middle + _UNDER_MIDDLE_POINTS, left, right)]


def _lay_table(
    columns: ColumnEdges,
    ends: tuple[float, float],
    rules: Sequence[RulingLine],
    fills: Sequence[Fill],
) -> RuledTable:
    """The table as if lines were drawn around it and between its columns, without words.

    Args:
        columns: Its columns.
        ends: Its upper and lower edge.
        rules: The lines between its rows.
        fills: The coloured rectangles of the page.
    """
    top, bottom = ends
    left, right = columns.edges[0], columns.edges[-1]
    across = [
        RulingLine(top, left, right),
        *rules,
        RulingLine(bottom, left, right),
    ]
    down = [RulingLine(edge, top, bottom) for edge in columns.edges]
    tables, _ = find_ruled_tables(across, down, fills)
    return tables[0] if tables else RuledTable(columns.edges, ends, ())


def with_words(
    table: RuledTable,
    lines: Sequence[PageLine],
    paragraphs: Sequence[ColumnParagraph] = (),
) -> RuledTable:
    """The table with the words of lines in the cells over which they stand.

    Paragraphs stay whole: all their words stand in the row in which they begin.

    Args:
        table: Without words.
        lines: On it.
        paragraphs: Those on it.
    """
    rooms: dict[tuple[int, int], list[Word]] = {}
    for line in lines:
        line_base = line.base
        for word in line.words:
            column = _stretch_at(table.xs, (word.left + word.right) / 2)
            start = _paragraph_start(paragraphs, column, line_base)
            base = word.base if start is None else start
            row = _stretch_at(table.ys, base - _INSIDE_WORD * word.size)
            rooms.setdefault((row, column), []).append(word)
    return table.with_words(rooms)


def _paragraph_start(
    paragraphs: Sequence[ColumnParagraph], column: int, base: float
) -> float | None:
    """The first base line of the paragraph of a column that a height belongs to; None for none."""
    starts = (
        paragraph.first
        for paragraph in paragraphs
        if paragraph.column == column
        and paragraph.first <= base + _SAME_HEIGHT_POINTS
    )
    return max(starts, default=None)


def _fills_behind(
    fills: Iterable[Fill], body: Sequence[PageLine], columns: ColumnEdges
) -> list[Fill]:
    """The coloured cells and bands of a table: those behind some line of it."""
    bases = [line.base for line in body]
    left, right = columns.edges[0], columns.edges[-1]
    return [
        fill
        for fill in fills
        if left - _BESIDE_POINTS < fill.left
        and fill.right < right + _BESIDE_POINTS
        and any(fill.top < base < fill.bottom for base in bases)
    ]


def _edges_of_bands(
    fills: Sequence[Fill], columns: ColumnEdges
) -> list[RulingLine]:
    """The upper and lower edges of coloured bands, from top to bottom.

    There are none when some band does not run over the whole width of the table: its colours mark
    cells, not rows.
    """
    bands: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for fill in fills:
        band = round(fill.top), round(fill.bottom)
        bands.setdefault(band, set()).add(
            (round(fill.left), round(fill.right))
        )
    least = _WHOLE_WIDTH_SHARE * columns.width
    if not all(_total_width(cells) > least for cells in bands.values()):
        return []
    left, right = columns.edges[0], columns.edges[-1]
    return [
        RulingLine(at, left, right) for band in sorted(bands) for at in band
    ]


def _total_width(cells: Iterable[tuple[int, int]]) -> int:
    """The width of cells together, of each of which this is the left and the right side."""
    return sum(right - left for left, right in cells)


def _column_paragraphs(
    body: Sequence[PageLine],
    columns: ColumnEdges,
    habits: DocumentStyle,
    fills: Sequence[Fill],
) -> Iterator[ColumnParagraph]:
    """The paragraphs in each column, column after column, from top to bottom.

    The edge of a coloured cell ends them where a sentence begins under it.
    """
    blank = _without_words(fills, body)
    lines_by_column = _lines_by_column(body, columns)
    right_edges = likely_edges(lines_by_column, columns.edges)
    for column, lines in lines_by_column.items():
        edge = right_edges[column]
        middle = (columns.edges[column] + columns.edges[column + 1]) / 2
        near = [
            fill
            for fill in fills
            if fill.left < middle < fill.right or fill in blank
        ]
        for piece in _pieces_at_heights(lines, _edge_heights(near)):
            piece_column = TextColumn(tuple(piece), edge, tabled=True)
            paragraphs = _with_sources(
                lines_to_paragraphs(piece_column, habits)
            )
            for above, paragraph in zip(
                (None, *paragraphs), paragraphs, strict=False
            ):
                yield ColumnParagraph(
                    column,
                    paragraph.lines[0].base,
                    paragraph.lines[-1].base,
                    _stands_apart(above, paragraph, habits),
                )


def _lines_by_column(
    body: Sequence[PageLine], columns: ColumnEdges
) -> dict[int, list[PageLine]]:
    """What stands in each column, from top to bottom; columns without words are absent."""
    parts_by_column: dict[int, list[PageLine]] = {}
    for line in body:
        for column, part in columns.parts_by_column(line).items():
            parts_by_column.setdefault(column, []).append(part)
    return parts_by_column


def _edge_heights(fills: Iterable[Fill]) -> list[float]:
    """The heights of the upper and lower edges of coloured rectangles, from top to bottom."""
    heights: list[float] = []
    for fill in fills:
        heights += (fill.top, fill.bottom)
    return sorted(heights)


def _stands_apart(
    above: Paragraph | None, paragraph: Paragraph, habits: DocumentStyle
) -> bool:
    """A paragraph of a column stands well below the one before it, or there is none.

    Items of one list belong together, however far apart they stand.
    """
    if above is None:
        return True
    if above.mark is not None and paragraph.mark is not None:
        return False
    return habits.are_apart(above.lines[-1], paragraph.lines[0], tabled=True)


def _without_words(
    fills: Sequence[Fill], body: Sequence[PageLine]
) -> list[Fill]:
    """The coloured rectangles behind no word: their edges are those of rows too."""
    words = [word for line in body for word in line.words]
    return [
        fill
        for fill in fills
        if not any(_is_behind_word(fill, word) for word in words)
    ]


def _with_sources(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, one that only names a source as the end of the one before it.

    No row begins with a source.
    """
    whole: list[Paragraph] = []
    for paragraph in paragraphs:
        if whole and begins_with_source(paragraph.text):
            last = whole[-1]
            whole[-1] = last._replace(lines=(*last.lines, *paragraph.lines))
        else:
            whole.append(paragraph)
    return whole


def _is_behind_word(fill: Fill, word: Word) -> bool:
    return (
        fill.left < word.left < fill.right
        and fill.top < word.base < fill.bottom
    )


def _pieces_at_heights(
    lines: Sequence[PageLine], heights: Sequence[float]
) -> Iterator[list[PageLine]]:
    """The lines in pieces, divided at heights under which a sentence begins."""
    piece: list[PageLine] = []
    for line in lines:
        if (
            piece
            and opens_sentence(line)
            and bisect_right(heights, piece[-1].base)
            < bisect_right(heights, line.base)
        ):
            yield piece
            piece = []
        piece.append(line)
    yield piece


def _rules_between_rows(
    body: Sequence[PageLine],
    columns: ColumnEdges,
    paragraphs: Sequence[ColumnParagraph],
) -> Iterator[RulingLine]:
    """Lines between the rows as they would have been drawn, from top to bottom.

    A column whose paragraph runs on is merged over both rows.
    """
    size = max((line.size for line in body), default=0)
    for start in sorted({paragraph.first for paragraph in paragraphs})[1:]:
        starting = [
            paragraph
            for paragraph in paragraphs
            if abs(paragraph.first - start) <= _SAME_HEIGHT_POINTS
        ]
        crossed = _columns_running_over(paragraphs, start)
        if not _begins_row(starting, crossed):
            continue
        for column, (left, right) in enumerate(pairwise(columns.edges)):
            if column not in crossed:
                yield RulingLine(start - _ASCENT * size, left, right)


def _columns_running_over(
    paragraphs: Sequence[ColumnParagraph], height: float
) -> set[int]:
    """The columns in which a paragraph begins above a height and ends on or below it."""
    above = height - _SAME_HEIGHT_POINTS
    return {
        paragraph.column
        for paragraph in paragraphs
        if paragraph.first < above < paragraph.last
    }


def _begins_row(
    starting: Sequence[ColumnParagraph], crossed: set[int]
) -> bool:
    """A row begins where these paragraphs begin, while others run on in the columns crossed.

    Either they are in two columns; or one stands well below the text above it, and no column to
    its right runs on.
    """
    if len({paragraph.column for paragraph in starting}) > 1:
        return True
    first = starting[0]
    return first.apart and all(column < first.column for column in crossed)
