"""The text of an OpenDocument file: paragraphs, headings and list items, and what of it a reader does not see."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.content import Block, Span
from dinet.document.text_lines import blocks_with_levels, split_lines
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
_MOST_SPACES = 100


class LevelledElement(NamedTuple):
    """A paragraph or table, and the level of the list item that it begins."""

    element: Element
    level: int | None


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

    def elements_named(self, parent: Element, *names: str) -> Iterator[LevelledElement]:
        """The descendants with these names, not those inside one another; after a paragraph those drawn in it."""
        todo = [(iter(parent), -1, False)]
        while todo:
            inside, depth, fresh = todo[-1]
            element = next(inside, None)
            if element is None:
                todo.pop()
            elif local_name(element) in names:
                todo[-1] = (inside, depth, False)
                yield LevelledElement(element, depth if fresh else None)
                todo.append(
                    (
                        _drawings_in(element)
                        if local_name(element) in ("p", "h")
                        else iter(()),
                        -1,
                        False,
                    )
                )
            elif self._is_part_of_text(element):
                kind = local_name(element)
                todo.append(
                    (iter(element), depth + (kind == "list"), kind == "list-item")
                )

    def read_block(self, found: LevelledElement) -> Block:
        """A paragraph as a block."""
        return Block(tuple(self._read_spans(found.element)), found.level)

    def heading_level(self, paragraph: Element) -> int | None:
        """The level of a heading, from 1; None for other paragraphs."""
        if local_name(paragraph) == "h":
            return parse_number(attribute_of(paragraph, "outline-level"), 1) or 1
        return self.styles.style_named(
            "paragraph", attribute_of(paragraph, "style-name")
        ).heading

    def read_cell(self, cell: Element, letters: OdfStyle) -> tuple[Block, ...]:
        """The paragraphs of a cell; a table in it becomes its paragraphs.

        Args:
            cell: The cell.
            letters: The style of its letters.
        """
        blocks: list[Block] = []
        for found in self.elements_named(cell, "p", "h", "table"):
            nested = local_name(found.element) == "table"
            self.counts["nested"] += nested
            for each in (
                self.elements_named(found.element, "p", "h") if nested else (found,)
            ):
                blocks += split_lines(
                    Block(tuple(self._read_spans(each.element, letters)), each.level)
                )
        return tuple(blocks_with_levels(blocks))

    def _is_part_of_text(self, element: Element) -> bool:
        """What stands in an element is part of the text."""
        name = local_name(element)
        if name in _COUNTED:
            self.counts[_COUNTED[name]] += 1
        elif name == "tracked-changes":
            self.counts["inserted"] += sum(
                local_name(each) == "insertion" for each in element.iter()
            )
            self.counts["deleted"] += sum(
                local_name(each) == "deletion" for each in element.iter()
            )
        elif self._is_concealed(element):
            self.counts["hidden"] += 1
        elif _is_drawn(element) and not self.drawings:
            self.counts["shapes"] += any(
                (text or "").strip() for text in element.itertext()
            )
        else:
            return name not in _LEFT_OUT
        return False

    def _is_concealed(self, element: Element) -> bool:
        if local_name(element) not in _HIDDEN:
            return False
        return (
            attribute_of(element, "is-hidden") == "true"
            or attribute_of(element, "display") == "none"
        )

    def _read_spans(
        self, paragraph: Element, letters: OdfStyle | None = None
    ) -> Iterator[Span]:
        if any(
            self._is_concealed(each)
            for each in paragraph.iter()
            if local_name(each) == "hidden-paragraph"
        ):
            self.counts["hidden"] += 1
            return
        own = self.styles.style_named(
            "paragraph", attribute_of(paragraph, "style-name")
        )
        todo: list[tuple[Element | str, OdfStyle]] = [
            (paragraph, own.filled_from(letters or OdfStyle()))
        ]
        while todo:
            here, style = todo.pop()
            if isinstance(here, Element):
                todo += reversed(list(self._pieces_inside(here, style)))
            elif here and style.is_unseen:
                self.counts["hidden"] += bool(here.strip())
            elif here:
                yield Span(here, bool(style.italic), bool(style.bold))

    def _pieces_inside(
        self, here: Element, style: OdfStyle
    ) -> Iterator[tuple[Element | str, OdfStyle]]:
        """The pieces of a stretch of text, each with its style."""
        name = local_name(here)
        if name == "span":
            style = self.styles.style_named(
                "text", attribute_of(here, "style-name")
            ).filled_from(style)
        yield (here.text or "", style)
        for each in here:
            kind = local_name(each)
            if kind == "s":
                yield (
                    " " * min(parse_number(attribute_of(each, "c"), 1), _MOST_SPACES),
                    style,
                )
            elif kind in _CHARACTERS:
                yield _CHARACTERS[kind], style
            elif not _is_drawn(each) and self._is_part_of_text(each):
                yield each, style
            yield each.tail or "", style


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
