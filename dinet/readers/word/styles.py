"""What the styles of a Word document say of the paragraphs, letters and tables that have them."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.word.letter_visibility import Ink, ink, shaded, shaded_anywhere
from dinet.readers.word.word_xml import attribute, child, number, tag

_TITLE_STYLES = ("title", "titel")
_CONTENTS_STYLES = ("toc ", "inhopg ", "table of figures")
_HEADING_LEVELS = 9


class Style(NamedTuple):
    """What a style says: a heading of some level, a list item of some level, a line of contents, or neither; its letters."""

    heading: int | None = None
    level: int | None = None
    contents: bool = False
    ink: Ink = Ink()


class Styles:
    """The styles of one document.

    Args:
        root: The part that defines them; None when there is none.
    """

    def __init__(self, root: Element | None) -> None:
        found = [
            each for each in (root if root is not None else ()) if tag(each) == "style"
        ]
        self._elements = {attribute(each, "styleId") or "": each for each in found}
        self._styles = {name: self._style(name) for name in self._elements}
        name = next(
            (attribute(each, "styleId") for each in found if _is_usual(each)), None
        )
        plain = (
            child(root, "docDefaults", "rPrDefault", "rPr")
            if root is not None
            else None
        )
        self.ink = self.named(name).ink.over(ink(plain))
        """How letters look of which nothing else is said."""

    def named(self, name: str | None) -> Style:
        """The style with an id; one that says nothing when there is none."""
        return self._styles.get(name or "", _NOTHING)

    def _line(self, name: str) -> Iterator[Element]:
        """A style and its ancestors."""
        seen = set[str]()
        while name in self._elements and name not in seen:
            seen.add(name)
            yield self._elements[name]
            name = attribute(child(self._elements[name], "basedOn"), "val") or ""

    def _style(self, name: str) -> Style:
        heading, level, contents, look = None, None, False, Ink()
        for style in self._line(name):
            title = (attribute(child(style, "name"), "val") or "").casefold()
            contents = contents or title.startswith(_CONTENTS_STYLES)
            look = look.over(_ink(style))
            outline = attribute(child(style, "pPr", "outlineLvl"), "val")
            if heading is None and (
                outline is not None and number(outline, 9) < _HEADING_LEVELS
            ):
                heading = number(outline) + 1
            elif heading is None and (
                title in _TITLE_STYLES or title.startswith(("heading ", "kop "))
            ):
                heading = number(title.split()[-1], 1)
            numbering = child(style, "pPr", "numPr")
            if level is None and (
                numbering is not None
                or title.startswith(("list bullet", "list number", "lijst opsom"))
            ):
                level = number(attribute(child(numbering, "ilvl"), "val"))
        return Style(heading, level if heading is None else None, contents, look)


_NOTHING = Style()


def _is_usual(style: Element) -> bool:
    return (
        attribute(style, "default") in ("1", "true", "on")
        and attribute(style, "type") == "paragraph"
    )


def _ink(style: Element) -> Ink:
    behind = (
        shaded_anywhere(style)
        if attribute(style, "type") == "table"
        else shaded(child(style, "pPr"))
    )
    return ink(child(style, "rPr")).over(Ink(shaded=behind))
