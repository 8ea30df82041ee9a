"""The text of an OpenDocument file: paragraphs, headings and list items.

What of it a reader does not see is counted.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.content import Block, Grid, Span
from dinet.document.text_lines import blocks_with_levels, split_lines
from dinet.readers.opendocument.list_numbers import OdfListNumbers
from dinet.readers.opendocument.styles import OdfStyle, OdfStyles
from dinet.readers.shared.left_out import LeftOutLog, source_in_text
from dinet.readers.shared.xml import attribute_of, local_name, parse_number
from dinet.wording.source_marks import begins_with_source

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
_EMBEDDED = ("object", "object-ole")
_DESCRIPTIONS = ("desc", "title")
_HIDDEN = ("hidden-text", "hidden-paragraph", "section")
_CHARACTERS = {"tab": " ", "line-break": "\n"}
# Tables in one another that are read as tables; nobody makes more, and each costs stack.
_MOST_NESTED = 8
# Characters: more spaces in a row than people type, as the file only names their number.
_MOST_SPACES = 100


class LevelledElement(NamedTuple):
    """A paragraph or table, and the level and number of the list item that it begins."""

    element: Element
    level: int | None
    number: str = ""


class OdfTextWalk:
    """Walks through the text of a document, and remembers what it leaves out.

    Args:
        styles: Of the document.
        log: Where that is remembered.
        drawings: Read the text in drawings too; else leave them out.
    """

    def __init__(
        self, styles: OdfStyles, log: LeftOutLog, *, drawings: bool = True
    ) -> None:
        self.styles = styles
        self.drawings = drawings
        self.log = log
        self.numbers = OdfListNumbers(styles.list_styles)
        self.nested = 0
        """How many tables stand around what is read, the outermost not counted."""
        self.sources: list[str] = []
        """The notes with a source that were referred to on this line."""

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
        """A paragraph as a block; the name of its style may tell a deeper level."""
        spans = tuple(self._read_spans(found.element))
        return Block(spans, self._level_of(found), found.number)

    def _level_of(self, found: LevelledElement) -> int | None:
        named = self._paragraph_style(found.element).level
        if named is None:
            return found.level
        return max(named, found.level or 0)

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

    def read_cell(
        self,
        cell: Element,
        letters: OdfStyle,
        read_table: Callable[[Element], Grid],
    ) -> tuple[tuple[Block, ...], tuple[Grid, ...]]:
        """The paragraphs of a cell, those of tables in it among them, and these tables.

        Args:
            cell: The cell.
            letters: The style of its letters.
            read_table: Reads a table in it.
        """
        blocks: list[Block] = []
        tables: list[Grid] = []
        for piece in self._pieces_of_cell(cell):
            if local_name(piece.element) == "table":
                self.nested += 1
                tables.append(read_table(piece.element))
                self.nested -= 1
                blocks += tables[-1].blocks
            else:
                spans = tuple(self._read_spans(piece.element, letters))
                blocks += split_lines(Block(spans, self._level_of(piece)))
        return tuple(blocks_with_levels(blocks)), tuple(tables)

    def _pieces_of_cell(self, cell: Element) -> Iterator[LevelledElement]:
        """The paragraphs and tables; of tables too deep in one another the paragraphs."""
        for piece in self.elements_named(cell, "p", "h", "table"):
            is_table = local_name(piece.element) == "table"
            if is_table and self.nested >= _MOST_NESTED:
                self.log.add("nested_table")
                yield from self.elements_named(piece.element, "p", "h")
            else:
                yield piece

    def _is_part_of_text(self, element: Element) -> bool:
        """What stands in an element is part of the text; what is not is remembered."""
        name = local_name(element)
        if name == "annotation":
            self.log.add("comments", _words_of_remark(element))
        elif name == "note":
            self._pass_note(element)
        elif name == "tracked-changes":
            self._count_changes(element)
        elif self._is_concealed(element):
            self.log.add("hidden_text")
        elif _is_drawn(element):
            return self._is_drawn_text(element)
        else:
            return name not in _LEFT_OUT
        return False

    def _is_drawn_text(self, drawn: Element) -> bool:
        """A drawing may hold text that is read; a picture and a chart are told."""
        kinds = set(map(local_name, drawn))
        described = (child for child in drawn if _describes(child))
        words = " ".join(map(words_in, described))
        if kinds.intersection(_EMBEDDED):
            self.log.add("embedded", words)
        elif "image" in kinds and "text-box" not in kinds:
            self.log.add("picture", words)
        elif self.drawings:
            return local_name(drawn) not in _LEFT_OUT
        elif words_in(drawn):
            self.log.add("shapes", words_in(drawn))
        return False

    def pass_shapes(self, table: Element) -> None:
        """Remember the drawings and pictures that stand beside the cells of a sheet."""
        for group in table:
            if local_name(group) == "shapes":
                for drawn in group:
                    self._is_part_of_text(drawn)

    def _pass_note(self, note: Element) -> None:
        """A source in a footnote stays with the line; another footnote is told."""
        body = next(
            (part for part in note if local_name(part) == "note-body"), note
        )
        text = words_in(body)
        if begins_with_source(text):
            self.sources.append(text)
        else:
            self.log.add("footnotes", text)

    def _count_changes(self, changes: Element) -> None:
        kinds = Counter(map(local_name, changes.iter()))
        self.log.inserted += kinds["insertion"]
        self.log.deleted += kinds["deletion"]

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
            self.log.add("hidden_text")
            return
        style = self._paragraph_style(paragraph).filled_from(
            letters or OdfStyle()
        )
        todo: list[tuple[Element | str, OdfStyle]] = [(paragraph, style)]
        before = ""
        while todo:
            piece, style = todo.pop()
            if isinstance(piece, Element):
                todo += reversed(list(self._pieces_inside(piece, style)))
            elif piece and style.is_unseen:
                if piece.strip():
                    self.log.add("hidden_text")
            elif piece:
                if piece == "\n":
                    yield from self._passed_sources(before)
                yield Span(piece, *style.look_of_letters)
                before = piece
        yield from self._passed_sources(before)

    def _passed_sources(self, before: str) -> Iterator[Span]:
        """The sources in notes that were passed on this line, after its words."""
        for source in self.sources:
            yield Span(source_in_text(before, source))
        self.sources.clear()

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


def words_in(element: Element) -> str:
    """All words in an element on one line."""
    return " ".join(" ".join(element.itertext()).split())


def _words_of_remark(remark: Element) -> str:
    """The words of a remark, without its author and date."""
    texts = (child for child in remark if local_name(child) in ("p", "list"))
    return " ".join(map(words_in, texts))


def _describes(element: Element) -> bool:
    """What the maker of a document wrote for who cannot see a picture."""
    return local_name(element) in _DESCRIPTIONS


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
