"""The text of a page as paragraphs, headings, list items and tables, in reading order."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dinet.document.content import Block, Span
from dinet.limits import current_limits, limit_error
from dinet.model import Note, Place
from dinet.readers.shared.grid_builder import CellBudget
from dinet.readers.shared.left_out import LeftOutLog, source_in_text
from dinet.readers.web.attribute_guard import check_attributes
from dinet.readers.web.element_style import ElementLook, ElementLooks
from dinet.readers.web.list_numbers import ListNumbers
from dinet.readers.web.page_notes import PageNotes
from dinet.readers.web.page_tree import PageElement, parse_page_tree
from dinet.readers.web.table_rows import is_frame

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "p div li ul ol dl dt dd table caption thead tbody tfoot tr td th blockquote pre hr "
    "center address form fieldset legend section article header footer main aside nav "
    "figure figcaption details summary body html menu dir".split()
) | frozenset(_HEADINGS)
_ROWS_AND_CELLS = frozenset({"tr", "td", "th"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_DROPPED = frozenset(
    "script style head title template noscript noframes noembed iframe object svg math "
    "audio video canvas select textarea button map datalist rp rt".split()
)
_TITLE_CLASSES = frozenset({"msotitle", "title"})
_SPACE = re.compile(r"\s+")
_GOOGLE_LIST = re.compile(r"\blst-\w+-(\d)\b")
_COUNTED_TAGS = {
    "textarea": "fields_left",
    "select": "fields_left",
    **dict.fromkeys(("svg", "math", "object", "canvas"), "shapes"),
}
# Digits of the number of a line; a page may carry the attribute with anything in it.
_MOST_LINE_DIGITS = 7
_LEFT_CODES = {
    "hidden": "hidden_text",
    "comments": "comments",
    "footnotes": "footnotes",
}
"""The note for each reason why an element is not seen as text."""
_CODES = (
    "fields_left",
    "shapes",
    "hidden_text",
    "comments",
    "footnotes",
    "picture",
    "nested_table",
)
"""The notes on a page in their order."""
_NO_PICTURE = re.compile(r"\s*[01](?:px)?\s*")
"""A width or height in pixels of what only counts visitors, or makes room."""
# Tables in one another that are read as tables; nobody makes more, and each costs stack.
_MOST_NESTED = 8


def parse_page(text: str, name: str) -> PageElement | None:
    """The root of a page; None when there is nothing in it.

    Raises:
        DocumentError: It is nested so deeply that the parser gives up.
    """
    checked = check_attributes(text, name).replace("\0", "\ufffd")
    return parse_page_tree(checked, name)


class InheritedStyle(NamedTuple):
    """What an element hands on to what stands in it.

    ``lists`` and ``tables`` count those around it.
    """

    italic: bool = False
    bold: bool = False
    lists: int = 0
    tables: int = 0
    struck: bool = False
    quoted: bool = False

    def with_look(
        self, element: PageElement, look: ElementLook
    ) -> "InheritedStyle":
        """The style in an element."""
        italic = self.italic if look.italic is None else look.italic
        bold = self.bold if look.bold is None else look.bold
        return InheritedStyle(
            italic,
            bold,
            self.lists + (element.tag in _LISTS),
            self.tables + (element.tag == "table"),
            self.struck or look.struck,
            self.quoted or element.tag == "blockquote",
        )


class PageParagraph(NamedTuple):
    """A paragraph.

    Args:
        block: Its words, and its level as an item of a list.
        heading: The level that it has as a heading; None for other text.
        line: The number of its line, when that is known.
        quoted: It stands in a quotation.
    """

    block: Block
    heading: int | None
    line: int | None
    quoted: bool = False


class ElementEnd(NamedTuple):
    """Here an element ends."""

    element: PageElement


class ParagraphFlow:
    """Runs of text on their way to a paragraph.

    Args:
        numbers: Counts the items of lists.
    """

    def __init__(self, numbers: ListNumbers) -> None:
        self.spans: list[Span] = []
        self.sources: list[str] = []
        """The notes with a source that were referred to on this line."""
        self.level: int | None = None
        self.numbers = numbers
        self.number = ""
        """Of the list item that has just begun."""
        self.heading: int | None = None
        self.line: int | None = None
        self.quoted = False

    def end_paragraph(self) -> Iterator[PageParagraph]:
        """The paragraph that ends here, if there is one.

        Only the first in a list item has its level.
        """
        self._end_line()
        if any(span.text.strip() for span in self.spans):
            level = self.level if self.heading is None else None
            number = self.number if level is not None else ""
            block = Block(tuple(self.spans), level, number)
            yield PageParagraph(block, self.heading, self.line, self.quoted)
            self.level, self.number = None, ""
        self.spans = []

    def _end_line(self) -> None:
        """Put the sources that were referred to at the end of the line."""
        for source in self.sources:
            before = self.spans[-1].text if self.spans else ""
            self.spans.append(Span(source_in_text(before, source)))
        self.sources = []

    def open_element(
        self, element: PageElement, look: ElementLook, style: InheritedStyle
    ) -> Iterator[PageParagraph]:
        """The paragraph that ends where an element begins."""
        if element.tag in _BLOCKS:
            yield from self.end_paragraph()
            self.quoted = style.quoted
        if element.tag == "li":
            self.level = max(style.lists - 1, _google_level(element))
            self.number = self.numbers.number_of(element)
        elif element.tag == "br":
            self._end_line()
            self.spans.append(Span("\n"))
        elif element.tag in _HEADINGS:
            self.heading = _HEADINGS[str(element.tag)]
        elif element.tag == "p" and _TITLE_CLASSES & _class_names(element):
            self.heading = 1
        elif element.tag == "p" and look.level is not None:
            self.level = look.level

    def close_element(
        self, element: PageElement, style: InheritedStyle
    ) -> Iterator[PageParagraph]:
        """The paragraph that ends where an element ends."""
        if element.tag in _BLOCKS:
            yield from self.end_paragraph()
        if element.tag == "blockquote":
            self.quoted = False
        if element.tag == "li" or (element.tag == "p" and not style.lists):
            self.level = None
        if element.tag in _HEADINGS or element.tag == "p":
            self.heading = None


class WebPage:
    """One page, on its way to parts.

    Args:
        root: Its root.
        name: The file's name.
        line: The attribute in which elements carry the number of their line, if they do.
    """

    def __init__(self, root: PageElement, name: str, line: str = "") -> None:
        self.name = name
        self.looks = ElementLooks(root, name)
        self.notes = PageNotes(root)
        self.budget = CellBudget(name)
        self.log = LeftOutLog(Place(file=name))
        self.nested = 0
        """How many tables stand around what is read, the outermost not counted."""
        self._line = line
        self._numbers = ListNumbers()
        self._elements = 0

    def read_pieces(
        self, top: PageElement, style: InheritedStyle, *, in_cell: bool = False
    ) -> Iterator[PageParagraph | PageElement]:
        """The paragraphs and tables in an element.

        Args:
            top: Where to look.
            style: What it hands on.
            in_cell: It is a cell; frames in it, and tables too deep in one another, become
                paragraphs.
        """
        flow = ParagraphFlow(self._numbers)
        todo = _pieces_inside(top, style)
        while todo:
            piece, style = todo.pop()
            if isinstance(piece, str):
                flow.spans.append(
                    Span(piece, style.italic, style.bold, style.struck)
                )
                continue
            if isinstance(piece, ElementEnd):
                yield from flow.close_element(piece.element, style)
                continue
            look = self._look_in_flow(piece, style, flow, in_cell=in_cell)
            if look is None:
                continue
            if piece.tag == "table" and self._is_table(piece, in_cell=in_cell):
                yield from flow.end_paragraph()
                yield piece
                continue
            style = style.with_look(piece, look)
            yield from flow.open_element(piece, look, style)
            self._note_line(piece, flow, in_cell=in_cell)
            todo += [(ElementEnd(piece), style), *_pieces_inside(piece, style)]
        yield from flow.end_paragraph()

    def _note_line(
        self, element: PageElement, flow: ParagraphFlow, *, in_cell: bool
    ) -> None:
        """Remember the line of an element, when it carries the number."""
        flow.line = self._line_of(element) or flow.line
        if flow.line and not in_cell:
            self.log.place = Place(file=self.name, line=flow.line)

    def _look_in_flow(
        self,
        element: PageElement,
        style: InheritedStyle,
        flow: ParagraphFlow,
        *,
        in_cell: bool,
    ) -> ElementLook | None:
        """How an element looks; None for what is not part of the text that is read."""
        if self._is_reference(element, flow):
            return None
        if in_cell and _is_of_outer_table(element, style):
            return None
        look = self.visible_look(element)
        if look is not None and element.tag == "img":
            self._pass_picture(element)
        return look

    def _is_table(self, table: PageElement, *, in_cell: bool) -> bool:
        """A table is read as a table; in a cell a frame becomes its paragraphs, which is noted."""
        flat = is_frame(table) or self.nested > _MOST_NESTED
        if flat and in_cell:
            self.log.add("nested_table")
        return not flat

    def _is_reference(self, element: PageElement, flow: ParagraphFlow) -> bool:
        """An element only refers to a note: a source stays with the line, another is noted."""
        note = self.notes.note_referred_to(element)
        if note is None:
            return False
        if note.is_source:
            flow.sources.append(note.text)
        else:
            self.log.add(note.code, note.text)
        return True

    def _pass_picture(self, picture: PageElement) -> None:
        sizes = (picture.get("width") or "", picture.get("height") or "")
        if not any(map(_NO_PICTURE.fullmatch, sizes)):
            self.log.add("picture", picture.get("alt") or "")

    def _line_of(self, element: PageElement) -> int | None:
        """The number of the line of an element; None when it does not carry one."""
        text = element.get(self._line) if self._line else None
        if not text or not text.isascii() or not text.isdecimal():
            return None
        return int(text) if len(text) <= _MOST_LINE_DIGITS else None

    def visible_look(self, element: PageElement) -> ElementLook | None:
        """How an element looks; None for what a reader does not see as text, which is counted."""
        self._elements += 1
        if self._elements > current_limits().tags:
            raise limit_error("tags", self._elements, self.name)
        if not isinstance(element.tag, str) or element.tag in _DROPPED:
            self._pass_dropped(element)
            return None
        if self.notes.is_note(element):
            return None
        if _is_filled_field(element):
            self.log.add("fields_left", element.get("value") or "")
        look = self.looks.look_of(element)
        if look.left:
            self._pass_unseen(element, look.left)
            return None
        self.log.inserted += element.tag == "ins"
        return look

    def _pass_dropped(self, element: PageElement) -> None:
        """Remember what a reader sees, but not as text: fields of a form and drawings."""
        code = _COUNTED_TAGS.get(str(element.tag), "")
        if code and element.text_content().strip():
            self.log.add(code, element.text_content())

    def _pass_unseen(self, element: PageElement, reason: str) -> None:
        """Remember what is not seen as text; of what is hidden only where it is."""
        words = element.text_content()
        if not words.strip():
            return
        self.log.deleted += reason == "deleted"
        if reason in _LEFT_CODES:
            text = "" if reason == "hidden" else words
            self.log.add(_LEFT_CODES[reason], text)

    def note_left_out(self) -> Iterator[Note]:
        """What was left out."""
        return self.log.notes_in_order(_CODES)


def _pieces_inside(
    element: PageElement, style: InheritedStyle
) -> list[tuple[PageElement | str | ElementEnd, InheritedStyle]]:
    """What stands in an element, last first; white space in the source is no line break."""
    pieces: list[tuple[PageElement | str | ElementEnd, InheritedStyle]] = []
    if element.text:
        pieces.append((_SPACE.sub(" ", element.text), style))
    for child in element:
        pieces.append((child, style))
        if child.tail:
            pieces.append((_SPACE.sub(" ", child.tail), style))
    pieces.reverse()
    return pieces


def _is_of_outer_table(element: PageElement, style: InheritedStyle) -> bool:
    """A row or cell that belongs to the table around the cell that is read.

    It stands in that cell because a list was never closed.
    """
    return element.tag in _ROWS_AND_CELLS and not style.tables


def _is_filled_field(element: PageElement) -> bool:
    """A field of a form for text, with a text in it."""
    if element.tag != "input" or element.get("type", "text") != "text":
        return False
    return bool(element.get("value"))


def _google_level(item: PageElement) -> int:
    """How deep an item stands by the class of its list, from 0.

    Google writes lists in lists one after another.
    """
    parent = item.getparent()
    if parent is None:
        return 0
    found = _GOOGLE_LIST.search(parent.get("class") or "")
    return int(found[1]) if found else 0


def _class_names(element: PageElement) -> set[str]:
    return set((element.get("class") or "").casefold().split())
