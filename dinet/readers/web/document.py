"""A page as a document."""

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from dinet.document.content import Document, Grid, Para
from dinet.document.text_lines import in_levels, levelled, lines
from dinet.model import Note, Place
from dinet.readers.web.page import Page, Said, Style, parsed
from dinet.readers.web.table_grids import grid_of, merged_down


def document(
    text: str, name: str, notes: Iterable[Note] = (), line: str = ""
) -> Document:
    """The document in the text of a page.

    Args:
        text: HTML, whole or a part of a page.
        name: The file's name, without folders.
        notes: What its reader has to say already.
        line: The attribute in which elements carry the number of their line, if they do.

    Raises:
        DocumentError: It does not keep to the limits.
    """
    root = parsed(text, name)
    if root is None:
        return Document(name, (), tuple(notes))
    page = Page(root, name, line)
    parts = tuple(levelled(_parts(page, root)))
    return Document(name, parts, (*notes, *page.notes()))


def _parts(page: Page, root: HtmlElement) -> Iterator[Para | Grid]:
    known = merged_down(root)
    paragraphs = tables = 0
    for piece in page.pieces(root, Style()):
        if isinstance(piece, Said):
            paragraphs += 1
            place = Place(
                file=page.name,
                line=piece.line,
                paragraph=None if piece.line else paragraphs,
            )
            yield from _paras(piece, place)
        else:
            tables += 1
            place = Place(file=page.name, table=tables)
            yield from (
                para for said in _captions(page, piece) for para in _paras(said, place)
            )
            yield grid_of(page, piece, place, merges_known=known)


def _captions(page: Page, table: HtmlElement) -> Iterator[Said]:
    for caption in filter(page.look, table.iterchildren("caption")):
        yield from (
            piece
            for piece in page.pieces(caption, Style(), in_cell=True)
            if isinstance(piece, Said)
        )


def _paras(said: Said, place: Place) -> Iterator[Para]:
    """A paragraph; one whose lines are a typed list, line by line."""
    items = (
        tuple(lines(said.block))
        if said.heading is None and said.block.level is None
        else ()
    )
    if any(item.level is not None for item in in_levels(items)):
        yield from (Para(item, place) for item in items)
    else:
        yield Para(said.block, place, said.heading)
