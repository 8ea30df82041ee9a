"""The pages of a PDF file, one after another: opened by the library, then words and tables."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import pypdfium2_raw as pdfium

from dinet.limits import current_limits
from dinet.readers.pdf_pages.drawn_shapes import DrawnShapes, Transformation
from dinet.readers.pdf_pages.letters import SPACE, Letter, Letters
from dinet.readers.pdf_pages.page_content import Fill, PdfPage, RuledTable, Word
from dinet.readers.pdf_pages.ruled_tables import OverLimitError, find_ruled_tables
from dinet.readers.pdf_pages.words import Room, letters_to_words

_BULLET = "•"
_FAR = 3
_MOST_FILLS = 3000
_MOST_DOTS = 3000
_ANNOTATIONS = {1: "comments", 3: "comments", 20: "fields"}


class RefusedError(Exception):
    """The file is no PDF that can be read; the first argument is a word for the reason, the second a number."""


def read_pages(data: bytes, bullets: Collection[str]) -> Iterator[PdfPage]:
    """The pages of a file, in order.

    Args:
        data: The whole file.
        bullets: Signs that begin an item of a list, each a word by itself.

    Raises:
        RefusedError: ``password``, ``damaged``, ``empty``, or the name of a guard and how many
            there are.
    """
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in (
            pdfium.FPDF_ERR_PASSWORD,
            pdfium.FPDF_ERR_SECURITY,
        )
        raise RefusedError("password" if locked else "damaged", 0)
    count = pdfium.FPDF_GetPageCount(document)
    if not 0 < count <= current_limits().pages:
        raise RefusedError("pages" if count > 0 else "empty", count)
    unread = 0
    before: tuple[RuledTable, ...] = ()
    try:
        for number in range(count):
            page = pdfium.FPDF_LoadPage(document, number)
            unread += not page
            sheet = (
                _read_page(page, number + 1, before, bullets)
                if page
                else PdfPage(number + 1, 0, 0, counts={"unread": 1})
            )
            before = sheet.tables
            yield sheet
            if page:
                pdfium.FPDF_ClosePage(page)
    except OverLimitError as error:
        raise RefusedError(*error.args) from error
    if unread == count:
        raise RefusedError("damaged", 0)


def _read_page(
    page: Any, number: int, before: Sequence[RuledTable], bullets: Collection[str]
) -> PdfPage:
    matrix, width, height = _page_matrix(page)
    drawing = DrawnShapes(page, matrix)
    tables, rules = find_ruled_tables(
        drawing.across, drawing.down, drawing.fills, before
    )
    reader = Letters(page, matrix, (width, height), drawing)
    letters = list(reader.read_letters())
    if len(letters) > current_limits().letters:
        raise RefusedError("letters", len(letters))
    letters = [*letters, SPACE, *_dots_as_bullets(drawing, letters)]
    rooms: list[defaultdict[tuple[int, int], list[Word]]] = [
        defaultdict(list) for _ in tables
    ]
    outside: list[Word] = []
    for word, room in letters_to_words(
        letters, lambda x, y: _room_at(tables, x, y), bullets
    ):
        (outside if room is None else rooms[room[0]][room[1:]]).append(word)
    counts = reader.counts + Counter(_annotation_kinds(page))
    counts["sideways"] += sum(word.turned for word in outside)
    counts["picture"] = int(bool(drawing.pictures))
    filled = [
        table._replace(
            boxes=tuple(
                box._replace(words=tuple(box.words_in(inside))) for box in table.boxes
            )
        )
        for table, inside in zip(tables, rooms, strict=True)
    ]
    upright = tuple(word for word in outside if not word.turned)
    fills = tuple(
        fill
        for fill in drawing.fills[:_MOST_FILLS]
        if not any(_lies_in(fill, table) for table in tables)
    )
    return PdfPage(
        number, width, height, upright, tuple(filled), tuple(rules), fills, +counts
    )


def _page_matrix(page: Any) -> tuple[Transformation, float, float]:
    """From the coordinates of a page to those of a Sheet, however the page is turned; and its width and height."""
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
    sides = (right - left, top - bottom)
    return turns[turn], *(sides if turn % 2 == 0 else sides[::-1])


def _room_at(tables: Sequence[RuledTable], x: float, y: float) -> Room:
    """The table and the cell in which a place lies, by number, or None."""
    for number, table in enumerate(tables):
        if table.xs[0] < x < table.xs[-1] and table.ys[0] < y < table.ys[-1]:
            return number, bisect_right(table.ys, y) - 1, bisect_right(table.xs, x) - 1
    return None


def _lies_in(fill: Fill, table: RuledTable) -> bool:
    x, y = (fill.left + fill.right) / 2, (fill.top + fill.bottom) / 2
    return table.xs[0] < x < table.xs[-1] and table.ys[0] < y < table.ys[-1]


def _dots_as_bullets(
    drawing: DrawnShapes, letters: Sequence[Letter | str]
) -> Iterator[Letter | str]:
    """The dots left of a line of text as bullets: browsers draw them."""
    upright = sorted(
        (each for each in letters if isinstance(each, Letter) and not each.turned),
        key=lambda each: each.y,
    )
    heights = [each.y for each in upright]
    for dot in drawing.dots[:_MOST_DOTS]:
        middle = (dot.top + dot.bottom) / 2
        near = upright[
            bisect_right(heights, middle - 6) : bisect_right(heights, middle + 6)
        ]
        right = [
            each
            for each in near
            if 0 < each.left - dot.right < _FAR * each.size and each.base > middle
        ]
        if right:
            first = min(right, key=lambda each: each.left)
            here = first._replace(
                text=_BULLET,
                left=dot.left,
                right=dot.right,
                x=(dot.left + dot.right) / 2,
                y=middle,
            )
            yield from (here, SPACE)


def _annotation_kinds(page: Any) -> Iterator[str]:
    """The comments and the fields of forms, which stand beside the text of a page."""
    for number in range(min(max(pdfium.FPDFPage_GetAnnotCount(page), 0), 10_000)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        empty = kind == pdfium.FPDF_ANNOT_WIDGET and not pdfium.FPDFAnnot_HasKey(
            annotation, b"V"
        )
        if kind in _ANNOTATIONS and not empty:
            yield _ANNOTATIONS[kind]
        pdfium.FPDFPage_CloseAnnot(annotation)
