r"""Plain text: rows of cells divided by tabs, lines as paragraphs, HTML remnants as ``<p>`` and ``<i>`` in the cells.

A blank line does not end a table: the next rows, if equally wide, go on after a page break.

Suffixes: .txt
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from typing import NamedTuple

from lxml import html as parser

from dinet.document.content import Block, Cell, Document, Grid, Para, Row, Span
from dinet.document.notes import make_note
from dinet.document.text_lines import blocks_with_levels, decode_text, parts_with_levels
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Note, Place
from dinet.readers.web.attribute_guard import check_attributes
from dinet.vocabulary.active_dialect import once_per_dialect
from dinet.vocabulary.phrases import any_of
from dinet.wording.bullets import bullet_signs, typed_signs

_LINE_END = re.compile(r"\r\n|[\n\r\f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td"}
)
_DROPPED = frozenset({"script", "style", "head", "title", "template"})
_TAGS = "|".join(
    (
        *_BLOCKS,
        *_DROPPED,
        "i",
        "em",
        "b",
        "strong",
        "u",
        "a",
        "s",
        "span",
        "font",
        "sub",
        "sup",
        "table",
        "tbody",
        "th",
    )
)
_NO_TAG = re.compile(rf"<(?!/?(?:{_TAGS})\b[^<>]*>|!--)", re.IGNORECASE)
_HIDES = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_GAP = re.compile(r"[^\W\d_]{2}[^\w\s]? {3,}\S")
_CLOSES = re.compile(r'"(?:\t|$)')
_LEAST_GAPS = 3
_MOST_GAPS = 0.2
_LONGEST_QUOTE = 50


@once_per_dialect
def _list_mark() -> re.Pattern[str]:
    """A bullet or number with white space after it."""
    return re.compile(
        rf"\s*(?:{any_of(bullet_signs() | typed_signs())}|\(?(?:\d{{1,2}}|[a-z])[.)])(?=\s)"
    )


class NumberedLine(NamedTuple):
    """One line, and its number."""

    text: str
    number: int


def read(data: bytes, name: str) -> Document:
    """The document in a text file: UTF-8, UTF-16, or else Windows' own encoding, which is noted.

    Raises:
        DocumentError: Its columns are made with spaces, so that nobody can tell which words
            belong together.
    """
    text, notes = _replace_controls(*decode_text(data, name), name)
    check_attributes(text, name)
    lines = list(_join_quoted_lines(_LINE_END.split(text)))
    if _has_spaced_columns(lines):
        raise DocumentError(
            Sentence(
                "the columns of this text are made with spaces, so which words belong together cannot be told."
            ),
            Sentence(
                "Give the Word, Excel or PDF file that it comes from, or divide its columns by tabs."
            ),
            where=name,
        )
    parts: list[Para | Grid] = []
    for shape, run in groupby(lines, key=_line_shape):
        rows = list(run)
        if shape == "row" and not _is_list(rows, parts[-1] if parts else None):
            parts.append(_build_grid(rows, name, parts))
        elif shape != "blank":
            parts += _lines_as_paragraphs(rows, name)
    return Document(name, tuple(parts_with_levels(parts)), notes)


def _replace_controls(
    text: str, notes: tuple[Note, ...], name: str
) -> tuple[str, tuple[Note, ...]]:
    """The text without characters that no text can hold."""
    whole, count = _CONTROLS.subn("\N{REPLACEMENT CHARACTER}", text)
    return whole, (
        *notes,
        make_note("odd_characters", Place(file=name), "nl"),
    ) if count else notes


def _join_quoted_lines(lines: list[str]) -> Iterator[NumberedLine]:
    """The lines, those that a quoted cell of a spreadsheet spans as one, with a soft break between them."""
    number = 0
    while number < len(lines):
        line, end = lines[number], number + 1
        if _opens_quote(line):
            for further in range(number + 1, min(number + _LONGEST_QUOTE, len(lines))):
                if lines[further].count('"') % 2 and _CLOSES.search(lines[further]):
                    line, end = "\v".join(lines[number : further + 1]), further + 1
                    break
        yield NumberedLine(line, number + 1)
        number = end


def _opens_quote(line: str) -> bool:
    """A cell of the line begins with a quotation mark that the line does not close."""
    return (
        line.count('"') % 2 == 1
        and "\t" in line
        and any(cell.startswith('"') for cell in line.split("\t"))
    )


def _has_spaced_columns(lines: list[NumberedLine]) -> bool:
    """Many lines have wide gaps between their words, and no line a tab."""
    filled = [line.text for line in lines if line.text.strip()]
    gaps = sum(_GAP.search(text) is not None for text in filled if "\t" not in text)
    return gaps >= max(_LEAST_GAPS, _MOST_GAPS * len(filled))


def _line_shape(line: NumberedLine) -> str:
    return "blank" if not line.text.strip() else "row" if "\t" in line.text else "line"


def _is_list(lines: list[NumberedLine], before: Para | Grid | None) -> bool:
    """The tabs of these lines stand only around bullets or numbers, and the lines do not go on with a table."""
    goes_on = isinstance(before, Grid) and before.width == _most_cells(lines)
    return not goes_on and all(
        (mark := _list_mark().match(line.text))
        and "\t" not in line.text[mark.end() :].strip()
        for line in lines
    )


def _most_cells(lines: list[NumberedLine]) -> int:
    return max(line.text.count("\t") + 1 for line in lines)


def _build_grid(lines: list[NumberedLine], name: str, parts: list[Para | Grid]) -> Grid:
    """The rows of a run of lines; after a page break the table and its row numbers go on."""
    before = parts[-1] if parts and isinstance(parts[-1], Grid) else None
    tables = next(
        (part.place.table or 0 for part in reversed(parts) if isinstance(part, Grid)), 0
    )
    width = _most_cells(lines)
    goes_on = before is not None and before.width == width
    table = tables if goes_on else tables + 1
    above = before.rows[-1][0].place.row or 0 if before and goes_on else 0
    rows = tuple(
        _build_row(line, Place(file=name, table=table, row=above + count), width)
        for count, line in enumerate(lines, start=1)
    )
    return Grid(
        rows, Place(file=name, table=table, line=lines[0].number), adjacent=True
    )


def _build_row(line: NumberedLine, place: Place, width: int) -> Row:
    cells = [*line.text.split("\t"), *[""] * width][:width]
    return tuple(
        Cell(
            place.model_copy(update={"line": line.number, "column": column}),
            tuple(_cell_blocks(cell)),
        )
        for column, cell in enumerate(cells, start=1)
    )


def _cell_blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a cell; one that a spreadsheet quoted without its marks."""
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    pieces = (text[1:-1].replace('""', '"') if quoted else text).split("\v")
    yield from blocks_with_levels(
        block for piece in pieces for block in blocks_of_html(piece)
    )


def _lines_as_paragraphs(lines: list[NumberedLine], name: str) -> Iterator[Para]:
    """Lines as paragraphs; a bullet that stands further in than the first of its list is an item under an item."""
    base: int | None = None
    for line in lines:
        mark = _list_mark().match(line.text)
        indent = len(line.text) - len(line.text.lstrip())
        deeper = mark is not None and base is not None and indent > base
        if not deeper:
            base = indent if mark else base if indent else None
        block = _line_as_block(line.text)
        yield Para(
            block._replace(level=1) if deeper else block,
            Place(file=name, line=line.number),
        )


def _line_as_block(line: str) -> Block:
    text = line.replace("\v", " ").strip()
    return next(iter(blocks_of_html(text)), Block((Span(text),)))


def blocks_of_html(fragment: str) -> Iterator[Block]:
    """The paragraphs of a cell with remnants of HTML; text without any is one paragraph, to the letter."""
    marked = _NO_TAG.sub("&lt;", fragment)
    if "<" not in marked:
        if fragment.strip():
            yield Block((Span(unescape(fragment.strip())),))
        return
    spans: list[Span] = []
    for text, italic, bold, breaks in _text_runs(
        parser.document_fromstring(f"<div>{marked}</div>")
    ):
        if breaks and any(span.text.strip() for span in spans):
            yield Block(tuple(spans))
            spans = []
        if text:
            spans.append(Span(text, italic, bold))
    if any(span.text.strip() for span in spans):
        yield Block(tuple(spans))


def _text_runs(root: parser.HtmlElement) -> Iterator[tuple[str, bool, bool, bool]]:
    """Each run of text with its style, and whether a new paragraph begins before it."""
    todo: list[tuple[parser.HtmlElement | str, bool, bool, bool]] = [
        (root, False, False, False)
    ]
    while todo:
        here, italic, bold, breaks = todo.pop()
        if isinstance(here, str):
            yield here, italic, bold, breaks
            continue
        if (
            not isinstance(here.tag, str)
            or here.tag in _DROPPED
            or _HIDES.search(here.get("style") or "")
        ):
            continue
        ends = here.tag in _BLOCKS
        slanted, heavy = (
            italic or here.tag in ("i", "em"),
            bold or here.tag in ("b", "strong"),
        )
        inside: list[tuple[parser.HtmlElement | str, bool, bool, bool]] = [
            (here.text or "", slanted, heavy, ends)
        ]
        for child in here:
            inside += [
                (child, slanted, heavy, False),
                (child.tail or "", slanted, heavy, child.tag in _BLOCKS),
            ]
        todo += reversed(inside)


DUTCH = {
    (
        "Plain text: rows of cells divided by tabs, lines as paragraphs, HTML remnants as ``<p>`` and ``<i>`` in the cells."
    ): (
        "Platte tekst: rijen met tabs tussen de cellen, regels als alinea's, HTML-resten zoals <p> en <i> in de cellen."
    )
}
