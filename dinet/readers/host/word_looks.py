"""The look of a Word document: its own styles for tables, headings, lists and captions."""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from xml.etree.ElementTree import Element

from dinet.document.host_file import WordLook
from dinet.document.place_names import place_words
from dinet.readers.host.byte_tree import ByteNode
from dinet.readers.word.styles import HEADING_LEVELS
from dinet.readers.word.word_xml import (
    attribute_of,
    find_child,
    local_name,
)

MOST_BASED_ON = 20
"""Styles that are based on each other, one on the next; Word allows eleven."""
GRID_NAMES = ("table grid",)
BULLET_NAMES = ("list bullet", "list bullet 2")
"""The built-in names, which stay English in the file whatever the language of Word."""


class StyleSheet:
    """The styles of one document.

    Args:
        root: The part that defines them; None when there is none.
    """

    def __init__(self, root: Element | None) -> None:
        children = root if root is not None else ()
        self._styles = {
            attribute_of(style, "styleId") or "": style
            for style in children
            if local_name(style) == "style"
        }

    def id_named(self, kind: str, *names: str) -> str:
        """The id of the style with one of some names, in small letters; empty when none has."""
        by_name = {
            _name_of(style): style_id
            for style_id, style in self._styles.items()
            if attribute_of(style, "type") == kind
        }
        found = (by_name[name] for name in names if name in by_name)
        return next(found, "")

    def line_of(self, style_id: str) -> Iterator[Element]:
        """A style and what it is based on, the nearest first."""
        for _ in range(MOST_BASED_ON):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            based_on = find_child(style, "basedOn")
            style_id = attribute_of(based_on, "val") or ""

    def own_table_style(self) -> str:
        """The first style for tables that somebody made; else that of a plain grid, if any."""
        for style_id, style in self._styles.items():
            is_table = attribute_of(style, "type") == "table"
            if is_table and is_switched_on_attribute(style, "customStyle"):
                return style_id
        return self.id_named("table", *GRID_NAMES)

    def is_table_style(self, style_id: str) -> bool:
        """Whether there is such a style for tables."""
        style = self._styles.get(style_id)
        return style is not None and attribute_of(style, "type") == "table"

    def heads_rows(self, style_id: str) -> bool:
        """Whether a style for tables has a look for the first row."""
        return any(
            attribute_of(part, "type") == "firstRow"
            for style in self.line_of(style_id)
            for part in style
            if local_name(part) == "tblStylePr"
        )

    def rules_cells(self, style_id: str) -> bool:
        """Whether a style for tables has lines."""
        return any(
            find_child(style, "tblPr", "tblBorders") is not None
            for style in self.line_of(style_id)
        )

    def is_list_style(self, style_id: str) -> bool:
        """Whether paragraphs with a style get a bullet or number."""
        for style in self.line_of(style_id):
            number = find_child(style, "pPr", "numPr", "numId")
            if number is not None:
                return attribute_of(number, "val") not in (None, "0")
        return False


def is_switched_on_attribute(element: Element, name: str) -> bool:
    """Whether an attribute says yes."""
    return attribute_of(element, name) in ("1", "true", "on")


def _name_of(style: Element) -> str:
    return (attribute_of(find_child(style, "name"), "val") or "").casefold()


def read_word_look(styles: StyleSheet, kept: list[ByteNode]) -> WordLook:
    """How a document shows what dinet puts into it.

    Args:
        styles: Of the document.
        kept: Its tables that stand in no place: what these have goes before what could be had.
    """
    counts = Counter(filter(styles.is_table_style, map(_style_of_table, kept)))
    table = next((style for style, _ in counts.most_common(1)), "")
    table = table or styles.own_table_style()
    bullets = [styles.id_named("paragraph", name) for name in BULLET_NAMES]
    return WordLook(
        table,
        styles.heads_rows(table),
        styles.rules_cells(table),
        _cell_style(styles, kept, table),
        {
            level: style
            for level in range(1, HEADING_LEVELS + 1)
            if (style := styles.id_named("paragraph", f"heading {level}"))
        },
        tuple(style for style in bullets if styles.is_list_style(style)),
        styles.id_named("paragraph", "caption"),
        styles.id_named("paragraph", "title"),
        styles.id_named("paragraph", "subtitle"),
    )


def _style_of_table(table: ByteNode) -> str:
    style = table.child_named("tblPr", "tblStyle")
    return style.value_of() if style else ""


def _cell_style(
    styles: StyleSheet, kept: list[ByteNode], table_style: str
) -> str:
    """What most paragraphs have in tables of that style; else a style that is named for it."""
    found: Counter[str] = Counter()
    for table in kept:
        if _style_of_table(table) == table_style:
            found.update(map(_style_of_paragraph, table.nodes_named("p")))
    used = next((style for style, _ in found.most_common(1)), "")
    names = place_words()["styles"]["table_text"]
    return used or styles.id_named("paragraph", *names)


def _style_of_paragraph(paragraph: ByteNode) -> str:
    style = paragraph.child_named("pPr", "pStyle")
    return style.value_of() if style else ""


def find_bullet_list(numbering: Element | None) -> tuple[str, int]:
    """The id of the list with the most levels of bullets, and how many; 0 without any.

    Args:
        numbering: The part that defines its lists; None when there is none.
    """
    parts = numbering if numbering is not None else ()
    levels = {
        attribute_of(part, "abstractNumId"): _bullet_levels(part)
        for part in parts
        if local_name(part) == "abstractNum"
    }
    best, most = "", 0
    for part in parts:
        name = attribute_of(find_child(part, "abstractNumId"), "val")
        if local_name(part) == "num" and levels.get(name, 0) > most:
            best = attribute_of(part, "numId") or ""
            most = levels[name]
    return best, most


def _bullet_levels(part: Element) -> int:
    """How many levels of a list have bullets, from the first one on."""
    forms = [
        attribute_of(find_child(level, "numFmt"), "val")
        for level in part
        if local_name(level) == "lvl"
    ]
    bulleted = takewhile(lambda form: form == "bullet", forms)
    return len(list(bulleted))
