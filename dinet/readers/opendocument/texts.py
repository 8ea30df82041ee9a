"""The text of an OpenDocument file: paragraphs, headings and list items, and what of it a reader does not see."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.content import Block, Span
from dinet.document.text_lines import in_levels, lines
from dinet.readers.opendocument.styles import Style, Styles
from dinet.readers.shared.xml import attribute, number, tag

_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_LEFT = {
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


class Found(NamedTuple):
    """A paragraph or table, and the level of the list item that it begins."""

    element: Element
    level: int | None


class Texts:
    """Walks through the text of a document, and counts what it leaves out.

    Args:
        styles: Of the document.
        drawings: Read the text in drawings too; else count them.
    """

    def __init__(self, styles: Styles, *, drawings: bool = True) -> None:
        self.styles = styles
        self.drawings = drawings
        self.counts: Counter[str] = Counter()

    def within(self, parent: Element, *names: str) -> Iterator[Found]:
        """The descendants with these names, not those inside one another; after a paragraph those drawn in it."""
        todo = [(iter(parent), -1, False)]
        while todo:
            inside, depth, fresh = todo[-1]
            element = next(inside, None)
            if element is None:
                todo.pop()
            elif tag(element) in names:
                todo[-1] = (inside, depth, False)
                yield Found(element, depth if fresh else None)
                todo.append(
                    (
                        _drawings(element) if tag(element) in ("p", "h") else iter(()),
                        -1,
                        False,
                    )
                )
            elif self._read(element):
                kind = tag(element)
                todo.append(
                    (iter(element), depth + (kind == "list"), kind == "list-item")
                )

    def block(self, found: Found) -> Block:
        """A paragraph as a block."""
        return Block(tuple(self._spans(found.element)), found.level)

    def heading(self, paragraph: Element) -> int | None:
        """The level of a heading, from 1; None for other paragraphs."""
        if tag(paragraph) == "h":
            return number(attribute(paragraph, "outline-level"), 1) or 1
        return self.styles.named(
            "paragraph", attribute(paragraph, "style-name")
        ).heading

    def cell(self, cell: Element, letters: Style) -> tuple[Block, ...]:
        """The paragraphs of a cell; a table in it becomes its paragraphs.

        Args:
            cell: The cell.
            letters: The style of its letters.
        """
        blocks: list[Block] = []
        for found in self.within(cell, "p", "h", "table"):
            nested = tag(found.element) == "table"
            self.counts["nested"] += nested
            for each in self.within(found.element, "p", "h") if nested else (found,):
                blocks += lines(
                    Block(tuple(self._spans(each.element, letters)), each.level)
                )
        return tuple(in_levels(blocks))

    def _read(self, element: Element) -> bool:
        """What stands in an element is part of the text."""
        name = tag(element)
        if name in _COUNTED:
            self.counts[_COUNTED[name]] += 1
        elif name == "tracked-changes":
            self.counts["inserted"] += sum(
                tag(each) == "insertion" for each in element.iter()
            )
            self.counts["deleted"] += sum(
                tag(each) == "deletion" for each in element.iter()
            )
        elif self._conceals(element):
            self.counts["hidden"] += 1
        elif _drawn(element) and not self.drawings:
            self.counts["shapes"] += any(
                (text or "").strip() for text in element.itertext()
            )
        else:
            return name not in _LEFT
        return False

    def _conceals(self, element: Element) -> bool:
        if tag(element) not in _HIDDEN:
            return False
        return (
            attribute(element, "is-hidden") == "true"
            or attribute(element, "display") == "none"
        )

    def _spans(
        self, paragraph: Element, letters: Style | None = None
    ) -> Iterator[Span]:
        if any(
            self._conceals(each)
            for each in paragraph.iter()
            if tag(each) == "hidden-paragraph"
        ):
            self.counts["hidden"] += 1
            return
        own = self.styles.named("paragraph", attribute(paragraph, "style-name"))
        todo: list[tuple[Element | str, Style]] = [
            (paragraph, own.over(letters or Style()))
        ]
        while todo:
            here, style = todo.pop()
            if isinstance(here, Element):
                todo += reversed(list(self._inside(here, style)))
            elif here and style.unseen:
                self.counts["hidden"] += bool(here.strip())
            elif here:
                yield Span(here, bool(style.italic), bool(style.bold))

    def _inside(
        self, here: Element, style: Style
    ) -> Iterator[tuple[Element | str, Style]]:
        """The pieces of a stretch of text, each with its style."""
        name = tag(here)
        if name == "span":
            style = self.styles.named("text", attribute(here, "style-name")).over(style)
        yield (here.text or "", style)
        for each in here:
            kind = tag(each)
            if kind == "s":
                yield " " * min(number(attribute(each, "c"), 1), _MOST_SPACES), style
            elif kind in _CHARACTERS:
                yield _CHARACTERS[kind], style
            elif not _drawn(each) and self._read(each):
                yield each, style
            yield each.tail or "", style


def _drawings(paragraph: Element) -> Iterator[Element]:
    """What is drawn in a paragraph, not what is drawn in that again."""
    todo = list(paragraph)
    while todo:
        element = todo.pop(0)
        if _drawn(element):
            yield element
        else:
            todo[:0] = element


def _drawn(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(_DRAWING)
