"""What the styles of a Word document say of the paragraphs, letters and tables that have them."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.word.letter_visibility import (
    LetterLook,
    is_shaded,
    is_shaded_anywhere,
    read_letter_look,
)
from dinet.readers.word.word_xml import (
    attribute_of,
    find_child,
    local_name,
    parse_number,
)

_TITLE_STYLES = ("title", "titel")
_CONTENTS_STYLES = ("toc ", "inhopg ", "table of figures")
_HEADING_LEVELS = 9


class WordStyle(NamedTuple):
    """What a style says: a heading of some level, a list item of some level, a line of contents, or neither; its letters."""

    heading: int | None = None
    level: int | None = None
    contents: bool = False
    ink: LetterLook = LetterLook()


class WordStyles:
    """The styles of one document.

    Args:
        root: The part that defines them; None when there is none.
    """

    def __init__(self, root: Element | None) -> None:
        found = [
            each
            for each in (root if root is not None else ())
            if local_name(each) == "style"
        ]
        self._elements = {attribute_of(each, "styleId") or "": each for each in found}
        self._styles = {name: self._build_style(name) for name in self._elements}
        name = next(
            (attribute_of(each, "styleId") for each in found if _is_usual(each)), None
        )
        plain = (
            find_child(root, "docDefaults", "rPrDefault", "rPr")
            if root is not None
            else None
        )
        self.ink = self.style_named(name).ink.filled_from(read_letter_look(plain))
        """How letters look of which nothing else is said."""

    def style_named(self, name: str | None) -> WordStyle:
        """The style with an id; one that says nothing when there is none."""
        return self._styles.get(name or "", _NO_STYLE)

    def _with_ancestors(self, name: str) -> Iterator[Element]:
        """A style and its ancestors."""
        seen = set[str]()
        while name in self._elements and name not in seen:
            seen.add(name)
            yield self._elements[name]
            name = (
                attribute_of(find_child(self._elements[name], "basedOn"), "val") or ""
            )

    def _build_style(self, name: str) -> WordStyle:
        heading, level, contents, look = None, None, False, LetterLook()
        for style in self._with_ancestors(name):
            title = (attribute_of(find_child(style, "name"), "val") or "").casefold()
            contents = contents or title.startswith(_CONTENTS_STYLES)
            look = look.filled_from(_style_look(style))
            outline = attribute_of(find_child(style, "pPr", "outlineLvl"), "val")
            if heading is None and (
                outline is not None and parse_number(outline, 9) < _HEADING_LEVELS
            ):
                heading = parse_number(outline) + 1
            elif heading is None and (
                title in _TITLE_STYLES or title.startswith(("heading ", "kop "))
            ):
                heading = parse_number(title.split()[-1], 1)
            numbering = find_child(style, "pPr", "numPr")
            if level is None and (
                numbering is not None
                or title.startswith(("list bullet", "list number", "lijst opsom"))
            ):
                level = parse_number(attribute_of(find_child(numbering, "ilvl"), "val"))
        return WordStyle(heading, level if heading is None else None, contents, look)


_NO_STYLE = WordStyle()


def _is_usual(style: Element) -> bool:
    return (
        attribute_of(style, "default") in ("1", "true", "on")
        and attribute_of(style, "type") == "paragraph"
    )


def _style_look(style: Element) -> LetterLook:
    behind = (
        is_shaded_anywhere(style)
        if attribute_of(style, "type") == "table"
        else is_shaded(find_child(style, "pPr"))
    )
    return read_letter_look(find_child(style, "rPr")).filled_from(
        LetterLook(shaded=behind)
    )
