"""Plain text: rows of cells divided by tabs, lines as paragraphs, HTML remnants as ``<p>`` and \
``<i>`` in the cells.

A blank line does not end a table: the next rows, if equally wide, go on after a page break.

Suffixes: .txt
"""  # noqa: D205 (the summary is one line, which users see)

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import groupby, pairwise
from typing import NamedTuple

from dinet.document.content import Block, Cell, Document, Grid, Para, Row, Span
from dinet.document.notes import make_note
from dinet.document.text_lines import (
    blocks_with_levels,
    decode_text,
    parts_with_levels,
)
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Note, Place
from dinet.readers.shared.drawn_trees import read_drawn_trees
from dinet.readers.shared.ruled_columns import split_ruled_columns
from dinet.readers.web.attribute_guard import check_attributes
from dinet.readers.web.page_tree import PageElement, parse_markup
from dinet.vocabulary.active_dialect import once_per_dialect
from dinet.vocabulary.phrases import any_of
from dinet.wording.bullets import bullet_signs, typed_signs

_LINE_END = re.compile(r"\r\n|[\n\r\f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
    }
)
_DROPPED = frozenset({"script", "style", "head", "title", "template"})
_INLINE = "i em b strong u a s span font sub sup table tbody th".split()
_TAGS = "|".join((*_BLOCKS, *_DROPPED, *_INLINE))
_NO_TAG = re.compile(rf"<(?!/?(?:{_TAGS})\b[^<>]*>|!--)", re.IGNORECASE)
_HIDES = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_GAP = re.compile(r"[^\W\d_]{2}[^\w\s]? {3,}\S")
_CLOSES = re.compile(r'"(?:\t|$)')
_UNDERLINE = re.compile(r"\s*(?P<sign>[-=])(?P=sign){2,}\s*")
_UNDERLINED_LEVELS = {"=": 1, "-": 2}
# Characters by which a line that underlines differs from its text, and the part of that besides.
_MOST_BEYOND = 4
# Of the line that underlines: it is no text.
_RULE_LEVEL = 0
# Lines with a wide gap: fewer of them may be chance.
_LEAST_GAPS = 3
# Share of the lines that may have a wide gap before the text is taken to have spaced columns.
_MOST_GAPS = 0.2
# Lines that one quoted cell can span; a mark that is not closed must not take in the whole text.
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
    lines = _with_ruled_columns(_join_quoted_lines(_LINE_END.split(text)))
    if _has_spaced_columns(lines):
        raise _spaced_columns_error(name)
    return Document(
        name, tuple(parts_with_levels(_read_parts(lines, name))), notes
    )


def _with_ruled_columns(lines: Iterable[NumberedLine]) -> list[NumberedLine]:
    """The lines; columns that dashes rule are divided by tabs, and the rule is no line."""
    lines = list(lines)
    texts = split_ruled_columns([line.text for line in lines])
    return [
        line._replace(text=text)
        for line, text in zip(lines, texts, strict=True)
        if text is not None
    ]


def _read_parts(lines: list[NumberedLine], name: str) -> list[Para | Grid]:
    """The paragraphs and tables, in order: a table for each run of lines with tabs."""
    parts: list[Para | Grid] = []
    levels = _levels_of_headings(lines)
    lines = [line for line in lines if levels.get(line.number) != _RULE_LEVEL]
    for shape, run in groupby(lines, key=_line_shape):
        rows = list(run)
        if shape == "row" and not _is_list(rows, parts[-1] if parts else None):
            parts.append(_build_grid(rows, name, parts))
        elif shape != "blank":
            parts += _lines_as_paragraphs(rows, name)
    return [_with_level(part, levels) for part in parts]


def _levels_of_headings(lines: Sequence[NumberedLine]) -> dict[int, int]:
    """By the number of a line the level of the heading that it is; a rule has a level of its own.

    A line with dashes or equal signs right under it is a heading, as people underline in plain
    text. Where some are, a line in capitals with nothing around it is one of the highest level.
    """
    levels: dict[int, int] = {}
    for line, under in pairwise(lines):
        rule = _UNDERLINE.fullmatch(under.text)
        if rule and _is_underlined(line.text.strip(), under.text.strip()):
            levels[line.number] = _UNDERLINED_LEVELS[rule["sign"]]
            levels[under.number] = _RULE_LEVEL
    if levels:
        around = [NumberedLine("", 0), *lines, NumberedLine("", 0)]
        for before, line, after in zip(
            around, lines, around[2:], strict=False
        ):
            alone = not before.text.strip() and not after.text.strip()
            if alone and line.text.strip().isupper():
                levels[line.number] = 1
    return levels


def _is_underlined(text: str, rule: str) -> bool:
    """A rule is about as long as the text above it; a longer or shorter one only divides."""
    most = _MOST_BEYOND + len(text) // _MOST_BEYOND
    return any(map(str.isalnum, text)) and abs(len(rule) - len(text)) <= most


def _with_level(part: Para | Grid, levels: Mapping[int, int]) -> Para | Grid:
    """A paragraph as a heading, where its line is one."""
    level = levels.get(part.place.line or 0)
    if isinstance(part, Grid) or not level:
        return part
    return part._replace(block=part.block._replace(level=None), heading=level)


def _spaced_columns_error(name: str) -> DocumentError:
    what = Sentence(
        "the columns of this text are made with spaces, "
        "so which words belong together cannot be told."
    )
    hint = Sentence(
        "Give the Word, Excel or PDF file that it comes from, or divide its columns by tabs."
    )
    return DocumentError(what, hint, where=name)


def _replace_controls(
    text: str, notes: tuple[Note, ...], name: str
) -> tuple[str, tuple[Note, ...]]:
    """The text without characters that no text can hold."""
    whole, count = _CONTROLS.subn("\N{REPLACEMENT CHARACTER}", text)
    if count:
        notes = (*notes, make_note("odd_characters", Place(file=name), "nl"))
    return whole, notes


def _join_quoted_lines(lines: list[str]) -> Iterator[NumberedLine]:
    """The lines; those that a quoted cell of a spreadsheet spans as one, with soft breaks in it."""
    start = 0
    while start < len(lines):
        end = start + 1
        if _opens_quote(lines[start]):
            end = _end_of_quote(lines, start)
        yield NumberedLine("\v".join(lines[start:end]), start + 1)
        start = end


def _end_of_quote(lines: list[str], start: int) -> int:
    """The index after the line that closes what a line opens; after that line when none does."""
    for number in range(start + 1, min(start + _LONGEST_QUOTE, len(lines))):
        line = lines[number]
        if line.count('"') % 2 and _CLOSES.search(line):
            return number + 1
    return start + 1


def _opens_quote(line: str) -> bool:
    """A cell of the line begins with a quotation mark that the line does not close."""
    if line.count('"') % 2 == 0 or "\t" not in line:
        return False
    return any(cell.startswith('"') for cell in line.split("\t"))


def _has_spaced_columns(lines: list[NumberedLine]) -> bool:
    """Many lines have wide gaps between their words, and no line a tab."""
    filled = [line.text for line in lines if line.text.strip()]
    gaps = sum(
        _GAP.search(text) is not None for text in filled if "\t" not in text
    )
    return gaps >= max(_LEAST_GAPS, _MOST_GAPS * len(filled))


def _line_shape(line: NumberedLine) -> str:
    """What a line is: ``blank``, a ``row`` of cells or a plain ``line``."""
    if not line.text.strip():
        return "blank"
    return "row" if "\t" in line.text else "line"


def _is_list(lines: list[NumberedLine], before: Para | Grid | None) -> bool:
    """The lines are a list: their tabs stand only around bullets or numbers.

    Lines that are as wide as the table before them go on with that table.
    """
    if isinstance(before, Grid) and before.width == _most_cells(lines):
        return False
    return all(map(_is_list_item, lines))


def _is_list_item(line: NumberedLine) -> bool:
    """A line begins with a bullet or number, and has no tabs in its words."""
    mark = _list_mark().match(line.text)
    return mark is not None and "\t" not in line.text[mark.end() :].strip()


def _most_cells(lines: list[NumberedLine]) -> int:
    return max(line.text.count("\t") + 1 for line in lines)


def _build_grid(
    lines: list[NumberedLine], name: str, parts: list[Para | Grid]
) -> Grid:
    """The rows of a run of lines; after a page break the table and its row numbers go on."""
    width = _most_cells(lines)
    table, above = _last_table_number(parts) + 1, 0
    before = parts[-1] if parts else None
    if isinstance(before, Grid) and before.width == width:
        table -= 1
        above = before.rows[-1][0].place.row or 0
    rows = tuple(
        _build_row(line, Place(file=name, table=table, row=number), width)
        for number, line in enumerate(lines, start=above + 1)
    )
    place = Place(file=name, table=table, line=lines[0].number)
    return Grid(rows, place, adjacent=True)


def _last_table_number(parts: list[Para | Grid]) -> int:
    """The number of the last table before; 0 when there is none."""
    for part in reversed(parts):
        if isinstance(part, Grid):
            return part.place.table or 0
    return 0


def _build_row(line: NumberedLine, place: Place, width: int) -> Row:
    """The cells of a line, and blank ones after them until the row is so wide."""
    texts = [*line.text.split("\t"), *[""] * width][:width]
    cells = []
    for column, text in enumerate(texts, start=1):
        here = place.model_copy(update={"line": line.number, "column": column})
        cells.append(Cell(here, tuple(_cell_blocks(text))))
    return tuple(cells)


def _cell_blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a cell; one that a spreadsheet quoted without its marks."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('""', '"')
    pieces = text.split("\v")
    yield from blocks_with_levels(
        block for piece in pieces for block in blocks_of_html(piece)
    )


def _lines_as_paragraphs(
    lines: list[NumberedLine], name: str
) -> Iterator[Para]:
    """Lines as paragraphs.

    A bullet that stands further in than the first of its list is an item under an item, and so
    is a branch of a tree that is drawn with lines.
    """
    base: int | None = None
    drawn = read_drawn_trees([line.text for line in lines])
    for line, branch in zip(lines, drawn, strict=True):
        level = branch.level
        if level is None:
            indent = len(line.text) - len(line.text.lstrip())
            marked = _list_mark().match(line.text) is not None
            level = (
                1 if marked and base is not None and indent > base else None
            )
            if level is None:
                base = _margin_of_list(marked, indent, base)
        block = _line_as_block(branch.text)
        yield Para(
            block if level is None else block._replace(level=level),
            Place(file=name, line=line.number),
        )


def _margin_of_list(marked: bool, indent: int, base: int | None) -> int | None:
    """Where the bullets of a list stand, after a line that is no item under another."""
    if marked:
        return indent
    return base if indent else None  # a line at the margin ends the list


def _line_as_block(line: str) -> Block:
    text = line.replace("\v", " ").strip()
    return next(iter(blocks_of_html(text)), Block((Span(text),)))


def blocks_of_html(fragment: str) -> Iterator[Block]:
    """The paragraphs of a cell with remnants of HTML.

    Text without any is one paragraph, to the letter.
    """
    marked = _NO_TAG.sub("&lt;", fragment)
    if "<" not in marked:
        if fragment.strip():
            yield Block((Span(unescape(fragment.strip())),))
        return
    spans: list[Span] = []
    for run in _text_runs(parse_markup(f"<div>{marked}</div>")):
        if run.breaks and _has_words(spans):
            yield Block(tuple(spans))
            spans = []
        if run.text:
            spans.append(Span(run.text, run.italic, run.bold))
    if _has_words(spans):
        yield Block(tuple(spans))


def _has_words(spans: list[Span]) -> bool:
    return any(span.text.strip() for span in spans)


class _TextRun(NamedTuple):
    """A run of text with its style, and whether a new paragraph begins before it."""

    text: str
    italic: bool = False
    bold: bool = False
    breaks: bool = False


class _StyledElement(NamedTuple):
    """An element, and the style that it takes over from those around it."""

    element: PageElement
    italic: bool = False
    bold: bool = False


def _text_runs(root: PageElement) -> Iterator[_TextRun]:
    """The runs of text in an element, in order; those that are not shown are left out."""
    todo: list[_StyledElement | _TextRun] = [_StyledElement(root)]
    while todo:
        piece = todo.pop()
        if isinstance(piece, _TextRun):
            yield piece
        elif _is_shown(piece.element):
            todo += reversed(_pieces_inside(piece))


def _is_shown(element: PageElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return False
    return not _HIDES.search(element.get("style") or "")


def _pieces_inside(parent: _StyledElement) -> list[_StyledElement | _TextRun]:
    """The texts and elements in an element, in order, with the style that they have there."""
    element = parent.element
    italic = parent.italic or element.tag in ("i", "em")
    bold = parent.bold or element.tag in ("b", "strong")
    pieces: list[_StyledElement | _TextRun] = [
        _TextRun(element.text or "", italic, bold, element.tag in _BLOCKS)
    ]
    for child in element:
        pieces.append(_StyledElement(child, italic, bold))
        ends_block = child.tag in _BLOCKS
        pieces.append(_TextRun(child.tail or "", italic, bold, ends_block))
    return pieces


DUTCH = {
    (
        "Plain text: rows of cells divided by tabs, lines as paragraphs, "
        "HTML remnants as ``<p>`` and ``<i>`` in the cells."
    ): (
        "Platte tekst: rijen met tabs tussen de cellen, regels als alinea's, "
        "HTML-resten zoals <p> en <i> in de cellen."
    )
}
