"""Markdown: headings, lists, pipe tables; ``<br>`` within a cell begins a new paragraph.

Lines between ``---`` at the beginning are left out, with a note. A footnote that names a source is
the source of what refers to it. A Mermaid flowchart in a text without tables or lists of goals is
read as a diagram.

Suffixes: .md .markdown
"""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dinet.document.content import Document
from dinet.document.notes import make_note
from dinet.document.text_lines import begins_with_label, decode_text
from dinet.limits import current_limits, limit_error
from dinet.model import Note, Place, Programme
from dinet.readers.markdown.code_blocks import blank_blocks, find_code_blocks
from dinet.readers.markdown.diagrams import with_diagrams
from dinet.readers.markdown.footnotes import link_footnotes
from dinet.readers.markdown.wide_rows import widen_headers
from dinet.readers.web.document import page_to_document

_LINE = "data-line"
# Levels of quotations and lists in one another.
_MOST_NESTED = 100
_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")

_TASK_BOXES = {"[ ] ": "☐ ", "[x] ": "☑ "}
"""By how a list of tasks begins an item what pages show there."""


def read(data: bytes, name: str) -> Document | Programme:
    """The document in a Markdown file; in one that is only a diagram, the programme itself.

    Raises:
        DocumentError: A table has more columns than dinet reads, the text is nested too deeply, or
            it holds several diagrams and nothing else.
    """
    text, notes = decode_text(data, name)
    text, left_out = _without_front_matter(text, name)
    _check_columns(text, name)
    lines = text.splitlines()
    diagrams = [
        block for block in find_code_blocks(lines) if block.kind == "mermaid"
    ]
    if diagrams:
        text = "\n".join(blank_blocks(lines, diagrams))
    text, unused = link_footnotes(text, name)
    document = page_to_document(
        _render_page(text), name, (*notes, *left_out, *unused), _LINE
    )
    return with_diagrams(document, diagrams)


def _render_page(text: str) -> str:
    """The page that a Markdown text stands for; its elements carry the number of their line."""
    settings = {"html": True, "maxNesting": _MOST_NESTED}
    parser = MarkdownIt("commonmark", settings).enable(
        ["table", "strikethrough"]
    )
    tokens = parser.parse(text)
    widened = widen_headers(text, tokens)
    if widened is not text:
        tokens = parser.parse(widened)
    _draw_boxes_of_tasks(tokens)
    for token in tokens:
        _break_before_labels(token.children or [])
        if token.map and token.nesting >= 0 and token.type != "inline":
            token.attrSet(_LINE, str(token.map[0] + 1))
    page: str = parser.renderer.render(tokens, parser.options, {})
    return page


def _draw_boxes_of_tasks(tokens: list[Token]) -> None:
    """Let an item of a list of tasks begin with the box that pages show for ``[ ]`` or ``[x]``."""
    for before, paragraph, inline in zip(
        tokens, tokens[1:], tokens[2:], strict=False
    ):
        starts_item = before.type == "list_item_open"
        if not starts_item or paragraph.type != "paragraph_open":
            continue
        first = next(iter(inline.children or ()), None)
        box = _TASK_BOXES.get(first.content[:4].lower()) if first else None
        if first and box:
            first.content = box + first.content[4:]


def _break_before_labels(pieces: list[Token]) -> None:
    """Let a line of a paragraph that begins with a label (``Trekker: X``) begin a new paragraph.

    Markdown itself goes on with the line before it; who writes such lines means a list.
    """
    for piece, line in pairwise(_texts_and_breaks(pieces)):
        if piece.type == "softbreak" and begins_with_label(line.content):
            piece.type, piece.tag = "hardbreak", "br"


def _texts_and_breaks(pieces: list[Token]) -> list[Token]:
    """The pieces without what makes letters bold or slanted."""
    return [
        piece
        for piece in pieces
        if piece.content or piece.type.endswith("break")
    ]


def _without_front_matter(
    text: str, name: str
) -> tuple[str, tuple[Note, ...]]:
    """The text with blank lines in place of those between ``---`` at its beginning.

    So the numbers of the lines after them stay right.
    """
    lines = text.splitlines()
    end = _end_of_front_matter(lines)
    if not any(line.strip() for line in lines[1:end]):
        return text, ()
    blank = [""] * (end + 1)
    left = " ".join(line.strip() for line in lines[1:end])
    place = Place(file=name, line=1)
    note = make_note("front_matter", place, "nl", text=left)
    return "\n".join(blank + lines[end + 1 :]), (note,)


def _end_of_front_matter(lines: list[str]) -> int:
    """The index of the line that ends what stands before the text; 0 when nothing does."""
    if not lines or not _FENCE.fullmatch(lines[0]):
        return 0
    for number, line in enumerate(lines[1:], start=1):
        if _END.fullmatch(line):
            return number
    return 0


def _check_columns(text: str, name: str) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        columns = line.count("|") - 1
        if columns > current_limits().columns:
            where = Place(file=name, line=number).as_sentence()
            raise limit_error("columns", columns, where)


DUTCH = {
    (
        "Markdown: headings, lists, pipe tables; ``<br>`` within a cell begins a new "
        "paragraph."
    ): (
        "Markdown: koppen, lijsten, tabellen met streepjes; ``<br>`` in een cel begint "
        "een nieuwe alinea."
    ),
}
