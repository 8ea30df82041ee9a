"""Markdown: headings, lists, pipe tables; ``<br>`` within a cell begins a new paragraph.

Lines between ``---`` at the beginning are left out, with a note.

Suffixes: .md .markdown
"""

import re

from markdown_it import MarkdownIt

from dinet.document.content import Document
from dinet.document.notes import make_note
from dinet.document.text_lines import decode_text
from dinet.limits import current_limits, limit_error
from dinet.model import Note, Place
from dinet.readers.web.document import page_to_document

_LINE = "data-line"
_MOST_NESTED = 100
_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")


def read(data: bytes, name: str) -> Document:
    """The document in a Markdown file.

    Raises:
        DocumentError: A table has more columns than dinet reads, or the text is nested too deeply.
    """
    text, notes = decode_text(data, name)
    text, left = _without_front_matter(text, name)
    _check_columns(text, name)
    parser = MarkdownIt(
        "commonmark", {"html": True, "maxNesting": _MOST_NESTED}
    ).enable("table")
    tokens = parser.parse(text)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.type != "inline":
            token.attrSet(_LINE, str(token.map[0] + 1))
    return page_to_document(
        parser.renderer.render(tokens, parser.options, {}), name, (*notes, *left), _LINE
    )


def _without_front_matter(text: str, name: str) -> tuple[str, tuple[Note, ...]]:
    """The text with blank lines in place of those between ``---`` at its beginning."""
    lines = text.splitlines()
    if not lines or not _FENCE.fullmatch(lines[0]):
        return text, ()
    end = next(
        (
            number
            for number, line in enumerate(lines[1:], start=1)
            if _END.fullmatch(line)
        ),
        0,
    )
    if not any(line.strip() for line in lines[1:end]):
        return text, ()
    return "\n".join(["" for _ in lines[: end + 1]] + lines[end + 1 :]), (
        make_note("front_matter", Place(file=name, line=1), "nl"),
    )


def _check_columns(text: str, name: str) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        columns = line.count("|") - 1
        if columns > current_limits().columns:
            raise limit_error(
                "columns", columns, Place(file=name, line=number).as_sentence()
            )


DUTCH = {
    (
        "Markdown: headings, lists, pipe tables; ``<br>`` within a cell begins a new "
        "paragraph."
    ): (
        "Markdown: koppen, lijsten, tabellen met streepjes; ``<br>`` in een cel begint "
        "een nieuwe alinea."
    ),
}
