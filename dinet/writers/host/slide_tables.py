"""Tables on slides in letters as large as fit: in the table style and fonts of the presentation."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from dinet.document.slide_file import ROOM_TAG, SlideBox
from dinet.layout.text.measure import Face, wrap_text
from dinet.writers.office.archive import one_line
from dinet.writers.word.word_xml import LANGUAGE_CODES

EMU_PER_POINT = 12_700
"""The format counts in English Metric Units."""
LETTER_SIZES = (16, 14, 12)
"""Points, the largest first: smaller ones are not read from a seat."""
CELL_MARGINS, CELL_PADDING, LINE_HEIGHT = 15.0, 7.5, 1.2
"""Points left and right in a cell together, above and below its text, and letters in a line."""


_ROOM_SPACE = "urn:dinet:place"
_ROOM_ID = "{0C4EB0A4-2A4A-5D33-8E54-3E2F8CD603C9}"
"""Of the extension of a shape that only dinet reads; PowerPoint keeps what it does not know."""


class SlideCell(NamedTuple):
    """A cell.

    Args:
        lines: What it says, a paragraph for each.
        rows: How many rows it covers; 0 when it is covered by the one above.
        columns: How many columns it covers; 0 when it is covered by the one at its left.
        bold: Its letters are bold.
    """

    lines: tuple[str, ...]
    rows: int = 1
    columns: int = 1
    bold: bool = False


class SlideTable(NamedTuple):
    """A table whose first row is its heading.

    Args:
        title: What a screen reader says of it.
        shares: Of the width, for each column.
        head: Over the columns.
        rows: Under these.
        lang: Of its words.
    """

    title: str
    shares: Sequence[float]
    head: Sequence[str]
    rows: Sequence[Sequence[SlideCell]]
    lang: str

    def widths_in(self, width: int) -> list[int]:
        """The widths of its columns in a width."""
        return [int(width * share / sum(self.shares)) for share in self.shares]

    def heights_in(self, width: int, size: int) -> list[float]:
        """The heights of its rows, the heading first, in points.

        Args:
            width: Of the table, in English Metric Units.
            size: Of its letters, in points.
        """
        rooms = [
            (each / EMU_PER_POINT - CELL_MARGINS) / size
            for each in self.widths_in(width)
        ]
        head = [SlideCell((words,), bold=True) for words in self.head]
        rows = (head, *self.rows)
        heights = [_row_height(row, rooms, size) for row in rows]
        _stretch_for_spans(rows, rooms, size, heights)
        return heights


class FittedTable(NamedTuple):
    """A table with the letters in which it fits.

    Args:
        size: Of the letters, in points.
        shown: How many of its rows fit; when that is not all, beside a row that says so.
    """

    size: int
    shown: int


def fit_table(table: SlideTable, box: SlideBox) -> FittedTable:
    """The largest letters in which a table fits; in the smallest ones what fits of it."""
    room = box.height / EMU_PER_POINT
    for size in LETTER_SIZES:
        if sum(table.heights_in(box.width, size)) <= room:
            return FittedTable(size, len(table.rows))
    size = LETTER_SIZES[-1]
    room -= CELL_PADDING + LINE_HEIGHT * size  # for the row that says so
    used, shown = 0.0, -1
    for height in table.heights_in(box.width, size):
        used += height
        if used > room:
            break
        shown += 1
    return FittedTable(size, max(shown, 0))


def _lines_of(cell: SlideCell, room: float) -> int:
    face: Face = "bold" if cell.bold else "regular"
    return sum(len(wrap_text(line, max(room, 3), face)) for line in cell.lines)


def _row_height(
    row: Sequence[SlideCell], rooms: Sequence[float], size: int
) -> float:
    """As high as its highest cell that covers no other row."""
    lines = [1]
    for number, cell in enumerate(row):
        if cell.rows == 1 and cell.columns:
            room = sum(rooms[number : number + cell.columns])
            lines.append(_lines_of(cell, room))
    return CELL_PADDING + LINE_HEIGHT * size * max(lines)


def _stretch_for_spans(
    rows: Sequence[Sequence[SlideCell]],
    rooms: Sequence[float],
    size: int,
    heights: list[float],
) -> None:
    """The last row under a cell that covers several is as high as that needs."""
    for at, row in enumerate(rows):
        for number, cell in enumerate(row):
            if cell.rows > 1:
                lines = _lines_of(cell, rooms[number])
                needed = CELL_PADDING + LINE_HEIGHT * size * lines
                there = sum(heights[at : at + cell.rows])
                heights[at + cell.rows - 1] += max(needed - there, 0)


# XML


def table_xml(table: SlideTable, box: SlideBox, size: int, style: str) -> str:
    """A table as DrawingML.

    Args:
        table: What it says.
        box: Its width counts.
        size: Of its letters, in points.
        style: The id of the table style.
    """
    grid = "".join(
        f'<a:gridCol w="{width}"/>' for width in table.widths_in(box.width)
    )
    head = [SlideCell((words,)) for words in table.head]
    heights = table.heights_in(box.width, size)
    rows = "".join(
        _row_xml(row, round(height * EMU_PER_POINT), size, table.lang)
        for row, height in zip((head, *table.rows), heights, strict=True)
    )
    return (
        f'<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{escape(style)}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"
    )


def _row_xml(
    cells: Iterable[SlideCell], height: int, size: int, lang: str
) -> str:
    inside = "".join(_cell_xml(cell, size, lang) for cell in cells)
    return f'<a:tr h="{height}">{inside}</a:tr>'


def _cell_xml(cell: SlideCell, size: int, lang: str) -> str:
    spans = "".join(_span_attributes(cell))
    lines = cell.lines if cell.rows and cell.columns else ()
    paragraphs = "".join(
        words_xml(line, lang, size=size, bold=cell.bold)
        for line in lines or ("",)
    )
    return (
        f"<a:tc{spans}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        "<a:tcPr/></a:tc>"
    )


def _span_attributes(cell: SlideCell) -> Iterator[str]:
    if cell.rows > 1:
        yield f' rowSpan="{cell.rows}"'
    if cell.columns > 1:
        yield f' gridSpan="{cell.columns}"'
    if not cell.columns:
        yield ' hMerge="1"'
    if not cell.rows:
        yield ' vMerge="1"'


def words_xml(
    words: str, lang: str, *, size: int = 0, bold: bool = False
) -> str:
    """A paragraph in the letters of the presentation.

    Args:
        words: What it says.
        lang: Of the words.
        size: Of the letters, in points; 0 for that of the shape.
        bold: The letters are bold.
    """
    looks = f' lang="{LANGUAGE_CODES[lang]}"'
    looks += f' sz="{size * 100}"' * bool(size) + ' b="1"' * bold
    text = escape(one_line(words))
    if not text:
        return f"<a:p><a:endParaRPr{looks}/></a:p>"
    return f"<a:p><a:r><a:rPr{looks}/><a:t>{text}</a:t></a:r></a:p>"


def frame_xml(
    shape_id: str, label: str, title: str, box: SlideBox, inside: str
) -> str:
    """A table as a shape of a slide, under the name of its place."""
    named = (
        f"id={quoteattr(shape_id)} name={quoteattr(label)} "
        f"descr={quoteattr(one_line(title))}"
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr {named}>"
        f'<a:extLst><a:ext uri="{_ROOM_ID}"><dinet:{ROOM_TAG} xmlns:dinet="{_ROOM_SPACE}" '
        f'height="{box.height}"/></a:ext></a:extLst></p:cNvPr>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr/></p:nvGraphicFramePr>{box_xml(box, 'p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"{inside}</a:graphicData></a:graphic></p:graphicFrame>"
    )


def box_xml(box: SlideBox, tag: str) -> str:
    """Where a shape stands."""
    return (
        f'<{tag}><a:off x="{box.left}" y="{box.top}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></{tag}>'
    )
