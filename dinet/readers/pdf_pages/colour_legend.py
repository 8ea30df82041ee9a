"""Coloured cells side by side without ruling lines, each with words: a legend."""

from collections.abc import Iterator, Sequence

from dinet.readers.pdf_pages.open_rows import OpenTable, with_words
from dinet.readers.pdf_pages.page_content import (
    Fill,
    PdfPage,
    RuledTable,
    RulingLine,
)
from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.readers.pdf_pages.ruled_tables import find_ruled_tables


def find_colour_legends(
    page: PdfPage, lines: Sequence[PageLine]
) -> Iterator[OpenTable]:
    """The tables that only colours make, from top to bottom.

    Every cell of a legend has words and a colour, and it has several colours.

    Args:
        page: The page.
        lines: Those that stand in no other table.
    """
    across = list(_horizontal_edges(page.fills))
    down = list(_vertical_edges(page.fills))
    for table in find_ruled_tables(across, down, page.fills)[0]:
        inside = tuple(line for line in lines if _holds_line(table, line))
        if not inside or not _has_several_colours(table):
            continue
        filled = with_words(table, inside)
        if all(box.words for box in filled.boxes):
            yield OpenTable(filled, inside, ())


def _horizontal_edges(fills: Sequence[Fill]) -> Iterator[RulingLine]:
    """The upper and lower edges of coloured rectangles, as if they were drawn."""
    for fill in fills:
        yield RulingLine(fill.top, fill.left, fill.right)
        yield RulingLine(fill.bottom, fill.left, fill.right)


def _vertical_edges(fills: Sequence[Fill]) -> Iterator[RulingLine]:
    """The left and right edges of coloured rectangles, as if they were drawn."""
    for fill in fills:
        yield RulingLine(fill.left, fill.top, fill.bottom)
        yield RulingLine(fill.right, fill.top, fill.bottom)


def _has_several_colours(table: RuledTable) -> bool:
    """All cells are coloured, and not all in one colour: a band behind a title is no legend."""
    colours = {box.fill for box in table.boxes}
    return None not in colours and len(colours) > 1


def _holds_line(table: RuledTable, line: PageLine) -> bool:
    """The line stands between the outer edges of a table."""
    return (
        table.ys[0] < line.base < table.ys[-1]
        and table.xs[0] < line.left
        and line.right < table.xs[-1]
    )
