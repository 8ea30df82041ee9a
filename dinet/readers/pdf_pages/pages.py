"""The pages of a PDF file, one after another: opened by the library, then words and tables."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from ctypes import create_string_buffer
from typing import Any

import pypdfium2_raw as pdfium

from dinet.document.own_outputs import FILE_CREATOR, source_in_origin
from dinet.limits import current_limits
from dinet.readers.pdf_pages.damaged_pages import (
    find_damaged_pages,
    with_new_end,
)
from dinet.readers.pdf_pages.drawn_boxes import find_drawn_boxes
from dinet.readers.pdf_pages.drawn_paths import Transformation
from dinet.readers.pdf_pages.drawn_shapes import DrawnShapes
from dinet.readers.pdf_pages.hidden_layers import HiddenLayers
from dinet.readers.pdf_pages.letters import SPACE, Letter, Letters
from dinet.readers.pdf_pages.page_content import (
    Fill,
    PdfPage,
    RuledTable,
    Word,
)
from dinet.readers.pdf_pages.ruled_tables import (
    OverLimitError,
    find_ruled_tables,
)
from dinet.readers.pdf_pages.words import Room, letters_to_words

_BULLET = "•"
# Bytes of what a file says of itself: the name of a document and a sentence about it.
_LONGEST_DESCRIPTION = 4096
# How far a drawn bullet stands left of its line at most, as a multiple of the letter size:
# browsers draw it in the indent of a list, which is 2.5 times their usual size.
_BULLET_GAP = 3
# How far the middle of a bullet lies above or below those of the letters beside it at most.
_BESIDE_POINTS = 6
# How many of the coloured rectangles of a page are given to the parent: more are a drawing.
_MOST_FILLS = 3000
# How many dots of a page are looked at as bullets: more are a drawing, or a dotted line.
_MOST_DOTS = 3000
# How many comments and fields of a page are counted.
_MOST_ANNOTATIONS = 10_000
_ANNOTATIONS = {
    pdfium.FPDF_ANNOT_TEXT: "comments",
    pdfium.FPDF_ANNOT_FREETEXT: "comments",
    pdfium.FPDF_ANNOT_WIDGET: "fields",
}


class RefusedError(Exception):
    """The file is no PDF that can be read.

    The first argument is a word for the reason, the second a number; for what dinet wrote itself
    it is what the file says of its origin.
    """


def read_pages(data: bytes, bullets: Collection[str]) -> Iterator[PdfPage]:
    """The pages of a file, in order.

    Args:
        data: The whole file.
        bullets: Signs that begin an item of a list, each a word by itself.

    Raises:
        RefusedError: ``password``, ``damaged``, ``empty``, ``own_output``, or the name of a guard
            and how many there are.
    """
    document, data = _open_document(data)
    _refuse_own_picture(document)
    count = pdfium.FPDF_GetPageCount(document)
    if not 0 < count <= current_limits().pages:
        raise RefusedError("pages" if count > 0 else "empty", count)
    unread = 0
    layers = HiddenLayers(data)
    damaged = find_damaged_pages(data)
    before: tuple[RuledTable, ...] = ()
    try:
        for number in range(count):
            page = pdfium.FPDF_LoadPage(document, number)
            if page:
                sheet = _read_page(page, number + 1, before, bullets, layers)
            else:
                sheet = PdfPage(number + 1, 0, 0, counts={"unread": 1})
                unread += 1
            if number in damaged:
                sheet = _marked_as_cut(sheet)
            before = sheet.tables
            yield sheet
            if page:
                pdfium.FPDF_ClosePage(page)
    except OverLimitError as error:
        raise RefusedError(*error.args) from error
    if unread == count:
        raise RefusedError("damaged", 0)


def _refuse_own_picture(document: Any) -> None:
    origin = _described_as(document, b"Subject")
    is_drawn = _described_as(document, b"Creator") == FILE_CREATOR
    if is_drawn or source_in_origin(origin):
        raise RefusedError("own_output", origin)


def _marked_as_cut(page: PdfPage) -> PdfPage:
    """A damaged page that was read as far as it goes, marked so; one that was not read as it is."""
    if "unread" in page.counts:
        return page
    return page._replace(counts={**page.counts, "cut": 1})


def _open_document(data: bytes) -> tuple[Any, bytes]:
    """The document of the library, and the file, with a new end when its own was cut off.

    Raises:
        RefusedError: ``password`` or ``damaged``.
    """
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if document:
        return document, data
    locked = pdfium.FPDF_GetLastError() in (
        pdfium.FPDF_ERR_PASSWORD,
        pdfium.FPDF_ERR_SECURITY,
    )
    whole = None if locked else with_new_end(data)
    if whole:
        document = pdfium.FPDF_LoadMemDocument64(whole, len(whole), None)
    if not document or not whole:
        raise RefusedError("password" if locked else "damaged", 0)
    return document, whole


def _described_as(document: Any, key: bytes) -> str:
    """What a file says of itself under a key; empty when it says nothing or very much."""
    size = pdfium.FPDF_GetMetaText(document, key, None, 0)
    if not 0 < size <= _LONGEST_DESCRIPTION:
        return ""
    buffer = create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, key, buffer, size)
    text = buffer.raw.decode("utf-16-le", errors="replace")
    return text.rstrip("\0")


def _read_page(
    page: Any,
    number: int,
    before: Sequence[RuledTable],
    bullets: Collection[str],
    layers: HiddenLayers,
) -> PdfPage:
    """What is on a page.

    Args:
        page: The page of the library.
        number: From 1.
        before: The tables of the page before.
        bullets: Signs that begin an item of a list.
        layers: Tell what stands on layers that are switched off.
    """
    matrix, width, height = _page_matrix(page)
    drawing = DrawnShapes(page, matrix, layers.hidden_on(page))
    tables, rules = find_ruled_tables(
        drawing.across, drawing.down, drawing.fills, before
    )
    reader = Letters(page, matrix, (width, height), drawing)
    letters = list(reader.read_letters())
    if len(letters) > current_limits().letters:
        raise RefusedError("letters", len(letters))
    letters = [*letters, SPACE, *_dots_as_bullets(drawing, letters)]
    filled, outside = _words_into_tables(letters, tables, bullets)
    counts = reader.counts + Counter(_annotation_kinds(page))
    counts["sideways"] += sum(word.turned for word in outside)
    counts["picture"] = int(bool(drawing.pictures))
    drawn = find_drawn_boxes(
        drawing.outlines,
        drawing.strokes,
        lambda: [*outside, *_words_of(filled)],
        (width, height),
    )
    return PdfPage(
        number,
        width,
        height,
        tuple(word for word in outside if not word.turned),
        filled,
        tuple(rules),
        tuple(_fills_outside(drawing.fills[:_MOST_FILLS], tables)),
        +counts,
        drawn.boxes,
        drawn.joined,
    )


def _words_of(tables: Iterable[RuledTable]) -> Iterator[Word]:
    """All words in the cells of tables."""
    for table in tables:
        for box in table.boxes:
            yield from box.words


def _words_into_tables(
    letters: Sequence[Letter | str],
    tables: Sequence[RuledTable],
    bullets: Collection[str],
) -> tuple[tuple[RuledTable, ...], list[Word]]:
    """The tables with the words that stand in their cells, and the words outside them."""
    rooms: list[defaultdict[tuple[int, int], list[Word]]] = [
        defaultdict(list) for _ in tables
    ]
    outside: list[Word] = []
    words = letters_to_words(
        letters, lambda x, y: _room_at(tables, x, y), bullets
    )
    for word, room in words:
        if room is None:
            outside.append(word)
        else:
            table, row, column = room
            rooms[table][row, column].append(word)
    filled = tuple(
        table.with_words(inside)
        for table, inside in zip(tables, rooms, strict=True)
    )
    return filled, outside


def _fills_outside(
    fills: Sequence[Fill], tables: Sequence[RuledTable]
) -> Iterator[Fill]:
    """The coloured rectangles that lie in no table."""
    for fill in fills:
        if not any(_lies_in(fill, table) for table in tables):
            yield fill


def _page_matrix(page: Any) -> tuple[Transformation, float, float]:
    """From the coordinates of a page to those of a `PdfPage`, and its width and height.

    There are four, for a page can be turned by a quarter, a half and three quarters.
    """
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    left, right, bottom, top = box.left, box.right, box.bottom, box.top
    turns: Sequence[Transformation] = (
        (1, 0, 0, -1, -left, top),
        (0, 1, 1, 0, -bottom, -left),
        (-1, 0, 0, 1, right, -bottom),
        (0, -1, -1, 0, top, right),
    )
    turn = pdfium.FPDFPage_GetRotation(page) % 4
    width, height = right - left, top - bottom
    if turn % 2:
        width, height = height, width
    return turns[turn], width, height


def _room_at(tables: Sequence[RuledTable], x: float, y: float) -> Room:
    """The table and the cell in which a place lies, by number, or None."""
    for number, table in enumerate(tables):
        if table.xs[0] < x < table.xs[-1] and table.ys[0] < y < table.ys[-1]:
            return (
                number,
                bisect_right(table.ys, y) - 1,
                bisect_right(table.xs, x) - 1,
            )
    return None


def _lies_in(fill: Fill, table: RuledTable) -> bool:
    """The middle of a coloured rectangle lies in a table."""
    x, y = (fill.left + fill.right) / 2, (fill.top + fill.bottom) / 2
    return table.xs[0] < x < table.xs[-1] and table.ys[0] < y < table.ys[-1]


def _dots_as_bullets(
    drawing: DrawnShapes, letters: Sequence[Letter | str]
) -> Iterator[Letter | str]:
    """The dots left of a line of text as bullets: browsers draw them."""
    upright = sorted(
        (
            sign
            for sign in letters
            if isinstance(sign, Letter) and not sign.turned
        ),
        key=lambda letter: letter.y,
    )
    heights = [letter.y for letter in upright]
    for dot in drawing.dots[:_MOST_DOTS]:
        middle = (dot.top + dot.bottom) / 2
        start = bisect_right(heights, middle - _BESIDE_POINTS)
        end = bisect_right(heights, middle + _BESIDE_POINTS)
        first = _first_right_of(dot, middle, upright[start:end])
        if first:
            yield first._replace(
                text=_BULLET,
                left=dot.left,
                right=dot.right,
                x=(dot.left + dot.right) / 2,
                y=middle,
            )
            yield SPACE


def _first_right_of(
    dot: Fill, middle: float, letters: Sequence[Letter]
) -> Letter | None:
    """The nearest letter to the right of a dot, on whose line it stands as a bullet."""
    beside = (
        letter
        for letter in letters
        if 0 < letter.left - dot.right < _BULLET_GAP * letter.size
        and letter.base > middle
    )
    return min(beside, key=lambda letter: letter.left, default=None)


def _annotation_kinds(page: Any) -> Iterator[str]:
    """The comments and the fields of forms, which stand beside the text of a page."""
    count = min(max(pdfium.FPDFPage_GetAnnotCount(page), 0), _MOST_ANNOTATIONS)
    for number in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        empty = (
            kind == pdfium.FPDF_ANNOT_WIDGET
            and not pdfium.FPDFAnnot_HasKey(annotation, b"V")
        )
        if kind in _ANNOTATIONS and not empty:
            yield _ANNOTATIONS[kind]
        pdfium.FPDFPage_CloseAnnot(annotation)
