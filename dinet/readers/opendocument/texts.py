"""The text of an OpenDocument file: paragraphs, headings and list items.

What of it a reader does not see is counted.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.content import Block, Span
from dinet.document.text_lines import blocks_with_levels, split_lines
from dinet.readers.opendocument.list_numbers import OdfListNumbers
from dinet.readers.opendocument.styles import OdfStyle, OdfStyles
from dinet.readers.shared.xml import attribute_of, local_name, parse_number

_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_LEFT_OUT = {
    "tracked-changes",
    "table-of-content",
    "illustration-index",
    "table-index",
    "object-index",
    "user-index",
    "alphabetical-index",
    "bibliography",
    "forms",
    "ruby-text",
    "script",
    "placeholder",
}
_COUNTED = {"annotation": "comments", "note": "footnotes"}
_HIDDEN = ("hidden-text", "hidden-paragraph", "section")
_CHARACTERS = {"tab": " ", "line-break": "\n"}
# Characters: more spaces in a row than people type, as the file only names their number.
_MOST_SPACES = 100


class LevelledElement(NamedTuple):
    """A paragraph or table, and the level and number of the list item that it begins."""

    element: Element
    level: int | None
    number: str = ""


class OdfTextWalk:
    """Walks through the text of a document, and counts what it leaves out.

    Args:
        styles: Of the document.
        drawings: Read the text in drawings too; else count them.
    """

    def __init__(self, styles: OdfStyles, *, drawings: bool = True) -> None:
        self.styles = styles
        self.drawings = drawings
        self.counts: Counter[str] = Counter()
        self.numbers = OdfListNumbers(styles.list_styles)

    def elements_named(
        self, parent: Element, *names: str
    ) -> Iterator[LevelledElement]:
        """The descendants with these names, in order, not those inside one another.

        After a paragraph come those that are drawn in it.
        """
        # what is still to be walked through, how deep in lists, and whether an item just began
        todo = [(iter(parent), -1, False)]
        number = ""
        while todo:
            children, depth, begins_item = todo[-1]
            element = next(children, None)
            if element is None:
                todo.pop()
                continue
            kind = local_name(element)
            if kind in names:
                todo[-1] = (children, depth, False)
                level = depth if begins_item else None
                yield LevelledElement(
                    element, level, number if begins_item else ""
                )
                if kind in ("p", "h"):
                    todo.append((_drawings_in(element), -1, False))
            elif self._is_part_of_text(element):
                deeper = depth + (kind == "list")
                if kind == "list":
                    self.numbers.begin_list(element, deeper)
                elif kind == "list-item":
                    number = self.numbers.begin_item(element, depth)
                todo.append((iter(element), deeper, kind == "list-item"))

    def read_block(self, found: LevelledElement) -> Block:
        """A paragraph as a block."""
        spans = tuple(self._read_spans(found.element))
        return Block(spans, found.level, found.number)

    def heading_level(self, paragraph: Element) -> int | None:
        """The level of a heading, from 1; None for other paragraphs."""
        if local_name(paragraph) == "h":
            return (
                parse_number(attribute_of(paragraph, "outline-level"), 1) or 1
            )
        return self._paragraph_style(paragraph).heading

    def _paragraph_style(self, paragraph: Element) -> OdfStyle:
        name = attribute_of(paragraph, "style-name")
        return self.styles.style_named("paragraph", name)

    def read_cell(self, cell: Element, letters: OdfStyle) -> tuple[Block, ...]:
        """The paragraphs of a cell; a table in it becomes its paragraphs.

        Args:
            cell: The cell.
            letters: The style of its letters.
        """
        blocks: list[Block] = []
        for paragraph in self._paragraphs_of_cell(cell):
            spans = tuple(self._read_spans(paragraph.element, letters))
            blocks += split_lines(Block(spans, paragraph.level))
        return tuple(blocks_with_levels(blocks))

    def _paragraphs_of_cell(self, cell: Element) -> Iterator[LevelledElement]:
        for piece in self.elements_named(cell, "p", "h", "table"):
            if local_name(piece.element) == "table":
                self.counts["nested"] += 1
                yield from self.elements_named(piece.element, "p", "h")
            else:
                yield piece

    def _is_part_of_text(self, element: Element) -> bool:
        """What stands in an element is part of the text; what is not is counted."""
        name = local_name(element)
        if name in _COUNTED:
            self.counts[_COUNTED[name]] += 1
        elif name == "tracked-changes":
            self._count_changes(element)
        elif self._is_concealed(element):
            self.counts["hidden"] += 1
        elif _is_drawn(element) and not self.drawings:
            self.counts["shapes"] += any(map(str.strip, element.itertext()))
        else:
            return name not in _LEFT_OUT
        return False

    def _count_changes(self, changes: Element) -> None:
        kinds = Counter(map(local_name, changes.iter()))
        self.counts["inserted"] += kinds["insertion"]
        self.counts["deleted"] += kinds["deletion"]

    def _is_concealed(self, element: Element) -> bool:
        """An element is of a kind that can be hidden, and is."""
        if local_name(element) not in _HIDDEN:
            return False
        if attribute_of(element, "is-hidden") == "true":
            return True
        return attribute_of(element, "display") == "none"

    def _read_spans(
        self, paragraph: Element, letters: OdfStyle | None = None
    ) -> Iterator[Span]:
        """The pieces of a paragraph that are seen, each with its style."""
        if self._is_hidden_paragraph(paragraph):
            self.counts["hidden"] += 1
            return
        style = self._paragraph_style(paragraph).filled_from(
            letters or OdfStyle()
        )
        todo: list[tuple[Element | str, OdfStyle]] = [(paragraph, style)]
        while todo:
            piece, style = todo.pop()
            if isinstance(piece, Element):
                todo += reversed(list(self._pieces_inside(piece, style)))
            elif piece and style.is_unseen:
                self.counts["hidden"] += bool(piece.strip())
            elif piece:
                yield Span(piece, bool(style.italic), bool(style.bold))

    def _is_hidden_paragraph(self, paragraph: Element) -> bool:
        return any(
            self._is_concealed(element)
            for element in paragraph.iter()
            if local_name(element) == "hidden-paragraph"
        )

    def _pieces_inside(
        self, stretch: Element, style: OdfStyle
    ) -> Iterator[tuple[Element | str, OdfStyle]]:
        """The pieces of a stretch of text, each with its style."""
        if local_name(stretch) == "span":
            name = attribute_of(stretch, "style-name")
            style = self.styles.style_named("text", name).filled_from(style)
        yield (stretch.text or "", style)
        for child in stretch:
            kind = local_name(child)
            if kind == "s":
                spaces = parse_number(attribute_of(child, "c"), 1)
                yield " " * min(spaces, _MOST_SPACES), style
            elif kind in _CHARACTERS:
                yield _CHARACTERS[kind], style
            elif not _is_drawn(child) and self._is_part_of_text(child):
                yield child, style
            yield child.tail or "", style


def _drawings_in(paragraph: Element) -> Iterator[Element]:
    """What is drawn in a paragraph, not what is drawn in that again."""
    todo = list(paragraph)
    while todo:
        element = todo.pop(0)
        if _is_drawn(element):
            yield element
        else:
            todo[:0] = element


def _is_drawn(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(_DRAWING)
