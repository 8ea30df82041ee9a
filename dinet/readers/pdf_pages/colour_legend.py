"""Coloured cells side by side without ruling lines, each with words: a legend."""

from collections.abc import Iterator, Sequence

from dinet.readers.pdf_pages.open_rows import OpenTable, with_words
from dinet.readers.pdf_pages.page_content import PdfPage, RuledTable, RulingLine
from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.readers.pdf_pages.ruled_tables import find_ruled_tables


def find_colour_legends(
    sheet: PdfPage, lines: Sequence[PageLine]
) -> Iterator[OpenTable]:
    """The tables that only colours make: every cell has words and a colour, and there are several colours.

    Args:
        sheet: The page.
        lines: Those that stand in no other table.
    """
    across = [
        RulingLine(at, fill.left, fill.right)
        for fill in sheet.fills
        for at in (fill.top, fill.bottom)
    ]
    down = [
        RulingLine(at, fill.top, fill.bottom)
        for fill in sheet.fills
        for at in (fill.left, fill.right)
    ]
    for table in find_ruled_tables(across, down, sheet.fills)[0]:
        inside = tuple(line for line in lines if _holds_line(table, line))
        colours = [box.fill for box in table.boxes]
        if not inside or None in colours or len(set(colours)) < 2:
            continue
        filled = with_words(table, inside)
        if all(box.words for box in filled.boxes):
            yield OpenTable(filled, inside, ())


def _holds_line(table: RuledTable, line: PageLine) -> bool:
    return (
        table.ys[0] < line.base < table.ys[-1]
        and table.xs[0] < line.left
        and line.right < table.xs[-1]
    )
