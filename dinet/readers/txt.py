r"""Plain text: rows of cells divided by tabs, lines as paragraphs, HTML remnants as ``<p>`` and ``<i>`` in the cells.

A blank line does not end a table: the next rows, if equally wide, go on after a page break.

Suffixes: .txt
"""

import codecs
from collections.abc import Iterator
from html import unescape
from itertools import groupby

from lxml import html as parser

from dinet.document.notes import note
from dinet.document.parts import Block, Cell, Document, Grid, Para, Row, Span
from dinet.model import Note, Place

_BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td"})
_DROPPED = frozenset({"script", "style", "head", "title", "template"})


def read(data: bytes, name: str) -> Document:
    """The document in a text file: UTF-8, UTF-16 with its mark, or else Windows' own encoding, which is noted."""
    text, notes = decoded(data, name)
    lines = [Place(file=name, line=number) for number, _ in enumerate(text.splitlines(), start=1)]
    parts: list[Para | Grid] = []
    tables = 0
    for tabbed, run in groupby(zip(text.splitlines(), lines, strict=True), key=lambda each: "\t" in each[0]):
        if tabbed:
            before = parts[-1] if parts and isinstance(parts[-1], Grid) else None
            grid = _grid(list(run), before, tables + 1)
            tables = grid.place.table or tables
            parts.append(grid)
        else:
            parts += [Para(_line(line), place) for line, place in run if line.strip()]
    return Document(name, tuple(parts), tuple(notes))


def decoded(data: bytes, name: str) -> tuple[str, list[Note]]:
    """The text of a file, and a note when it is not in UTF-8."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), [note("encoding", Place(file=name), "nl", encoding="Windows-1252")]


def _grid(run: list[tuple[str, Place]], before: Grid | None, table: int) -> Grid:
    """The rows of a run of lines; after a page break the table and its row numbers go on."""
    width = max(line.count("\t") + 1 for line, _ in run)
    goes_on = before is not None and before.width == width
    above = before.rows[-1][0].place if before and goes_on else Place(file=run[0][1].file, table=table, row=0)
    rows = tuple(
        _row(line, place.model_copy(update={"table": above.table, "row": (above.row or 0) + number}), width)
        for number, (line, place) in enumerate(run, start=1)
    )
    return Grid(rows, Place(file=above.file, table=above.table, line=run[0][1].line), adjacent=before is not None)


def _row(line: str, place: Place, width: int) -> Row:
    cells = [*line.split("\t"), *[""] * width][:width]
    return tuple(
        Cell(place.model_copy(update={"column": column}), tuple(blocks(cell))) for column, cell in enumerate(cells, start=1)
    )


def _line(line: str) -> Block:
    return next(iter(blocks(line)), Block((Span(line.strip()),)))


def blocks(fragment: str) -> Iterator[Block]:
    """The paragraphs of a cell with remnants of HTML; text without any is one paragraph, to the letter."""
    if "<" not in fragment:
        if fragment.strip():
            yield Block((Span(unescape(fragment.strip())),))
        return
    root = parser.fragment_fromstring(fragment, create_parent="div")
    spans: list[Span] = []
    for text, italic, bold, breaks in _runs(root):
        if breaks and any(span.text.strip() for span in spans):
            yield Block(tuple(spans))
            spans = []
        if text:
            spans.append(Span(text, italic, bold))
    if any(span.text.strip() for span in spans):
        yield Block(tuple(spans))


def _runs(root: parser.HtmlElement) -> Iterator[tuple[str, bool, bool, bool]]:
    """Each run of text with its style, and whether a new paragraph begins before it."""
    todo: list[tuple[parser.HtmlElement | str, bool, bool, bool]] = [(root, False, False, False)]
    while todo:
        here, italic, bold, breaks = todo.pop()
        if isinstance(here, str):
            yield here, italic, bold, breaks
            continue
        if not isinstance(here.tag, str) or here.tag in _DROPPED:
            continue
        ends = here.tag in _BLOCKS
        slanted, heavy = italic or here.tag in ("i", "em"), bold or here.tag in ("b", "strong")
        inside: list[tuple[parser.HtmlElement | str, bool, bool, bool]] = [(here.text or "", slanted, heavy, ends)]
        for child in here:
            inside += [(child, slanted, heavy, False), (child.tail or "", slanted, heavy, child.tag in _BLOCKS)]
        todo += reversed(inside)
