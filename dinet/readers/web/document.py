"""A page as a document."""

from collections.abc import Iterable, Iterator

from dinet.document.content import Document, Grid, Para
from dinet.document.text_lines import (
    blocks_with_levels,
    parts_with_levels,
    split_labelled_lines,
    split_lines,
)
from dinet.model import Note, Place
from dinet.readers.web.page import (
    InheritedStyle,
    PageParagraph,
    WebPage,
    parse_page,
)
from dinet.readers.web.page_tree import PageElement
from dinet.readers.web.table_grids import grid_of, has_merged_rows


def page_to_document(
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
    return tree_to_document(parse_page(text, name), name, notes, line)


def tree_to_document(
    root: PageElement | None,
    name: str,
    notes: Iterable[Note] = (),
    line: str = "",
) -> Document:
    """The document in the tree of a page; empty for None. The rest as for its text."""
    if root is None:
        return Document(name, (), tuple(notes))
    page = WebPage(root, name, line)
    parts = tuple(parts_with_levels(_read_parts(page, root)))
    return Document(name, parts, (*notes, *page.note_left_out()))


def _read_parts(page: WebPage, root: PageElement) -> Iterator[Para | Grid]:
    known = has_merged_rows(root)
    paragraphs = tables = 0
    page.log.place = Place(file=page.name, paragraph=1)
    for piece in page.read_pieces(root, InheritedStyle()):
        if isinstance(piece, PageParagraph):
            paragraphs += 1
            number = None if piece.line else paragraphs
            place = Place(file=page.name, line=piece.line, paragraph=number)
            page.log.place = Place(file=page.name, paragraph=paragraphs + 1)
            yield from _split_paragraph(piece, place)
        else:
            tables += 1
            place = Place(file=page.name, table=tables)
            for caption in _caption_paragraphs(page, piece):
                yield from _split_paragraph(caption, place)
            yield grid_of(page, piece, place, merges_known=known)
            page.log.place = Place(file=page.name, paragraph=paragraphs + 1)


def _caption_paragraphs(
    page: WebPage, table: PageElement
) -> Iterator[PageParagraph]:
    """The paragraphs that stand as a caption with a table."""
    for caption in filter(page.visible_look, table.iterchildren("caption")):
        for piece in page.read_pieces(caption, InheritedStyle(), in_cell=True):
            if isinstance(piece, PageParagraph):
                yield piece


def _split_paragraph(paragraph: PageParagraph, place: Place) -> Iterator[Para]:
    """A paragraph; one whose lines are a typed list, line by line."""
    block, heading = paragraph.block, paragraph.heading
    quoted = paragraph.quoted
    plain = heading is None and block.level is None
    lines = tuple(split_lines(block)) if plain else ()
    if any(line.level is not None for line in blocks_with_levels(lines)):
        yield from (Para(line, place, quoted=quoted) for line in lines)
    elif heading is None:
        for line in split_labelled_lines(block):
            yield Para(line, place, quoted=quoted)
    else:
        yield Para(block, place, heading, quoted)
