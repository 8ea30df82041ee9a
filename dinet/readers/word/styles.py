"""What the styles of a Word document say of the paragraphs, letters and tables that have them."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.shared.list_styles import level_in_style_name
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
_QUOTE_STYLES = ("quote", "intense quote", "citaat", "duidelijk citaat")
_HEADING_STYLES = ("heading ", "kop ")
# Levels that Word has; an outline level of 9, counted from 0, means plain text.
HEADING_LEVELS = 9


class WordStyle(NamedTuple):
    """What a style says: a heading, a list item, a line of contents, or neither; and its letters.

    Args:
        heading: The level of the heading, from 1.
        level: The level of the list item, from 0.
        contents: It is of a line of a table of contents.
        ink: How its letters look.
        numbering: The list that counts its paragraphs; None when no list does.
        quoted: It is of quotations.
    """

    heading: int | None = None
    level: int | None = None
    contents: bool = False
    ink: LetterLook = LetterLook()
    numbering: str | None = None
    quoted: bool = False


_NO_STYLE = WordStyle()


class WordStyles:
    """The styles of one document.

    Args:
        root: The part that defines them; None when there is none.
    """

    def __init__(self, root: Element | None) -> None:
        children = root if root is not None else ()
        styles = [child for child in children if local_name(child) == "style"]
        self._elements = {
            attribute_of(style, "styleId") or "": style for style in styles
        }
        self._styles: dict[str, WordStyle] = {}
        for name in self._elements:
            self._read_line(name)
        usual = next(filter(_is_usual, styles), None)
        look = read_letter_look(
            find_child(root, "docDefaults", "rPrDefault", "rPr")
        )
        usual_style = self.style_named(attribute_of(usual, "styleId"))
        self.ink = usual_style.ink.filled_from(look)
        """How letters look of which nothing else is said."""

    def style_named(self, name: str | None) -> WordStyle:
        """The style with an id; one that says nothing when there is none."""
        return self._styles.get(name or "", _NO_STYLE)

    def _unread_line(self, name: str) -> list[str]:
        """A style and its ancestors that were not read before, the nearest first."""
        unread: dict[str, None] = {}
        while name in self._elements and name not in self._styles:
            if name in unread:
                break  # a circle: what it goes on with is itself
            unread[name] = None
            based_on = find_child(self._elements[name], "basedOn")
            name = attribute_of(based_on, "val") or ""
        return list(unread)

    def _read_line(self, name: str) -> None:
        """Read a style, and first its ancestors, each once."""
        for unread in reversed(self._unread_line(name)):
            style = self._elements[unread]
            based_on = attribute_of(find_child(style, "basedOn"), "val")
            self._styles[unread] = _read_style(
                style, self.style_named(based_on)
            )


def _read_style(style: Element, under: WordStyle) -> WordStyle:
    """A style, with what it does not say itself from the one that it is based on."""
    named = attribute_of(find_child(style, "name"), "val") or ""
    title = named.casefold()
    heading = _heading_level(style, title)
    level = _list_level(style, title)
    heading = under.heading if heading is None else heading
    if level is None:
        level = under.level
    return WordStyle(
        heading,
        level if heading is None else None,
        under.contents or title.startswith(_CONTENTS_STYLES),
        _style_look(style).filled_from(under.ink),
        _list_name(style) or under.numbering,
        under.quoted or title in _QUOTE_STYLES,
    )


def _heading_level(style: Element, title: str) -> int | None:
    """The level of the headings that have a style, by its outline or its name."""
    outline = attribute_of(find_child(style, "pPr", "outlineLvl"), "val")
    if outline is not None and parse_number(outline, 9) < HEADING_LEVELS:
        return parse_number(outline) + 1
    if title in _TITLE_STYLES or title.startswith(_HEADING_STYLES):
        return parse_number(title.rsplit(maxsplit=1)[-1], 1)
    return None


def _list_level(style: Element, title: str) -> int | None:
    """The level of the list items that have a style, by its numbering or its name."""
    numbering = find_child(style, "pPr", "numPr")
    named = level_in_style_name(title)
    if numbering is None:
        return named
    stated = attribute_of(find_child(numbering, "ilvl"), "val")
    # Word numbers each of its own list styles by a list of one level, so there the name tells more
    return max(parse_number(stated), named or 0)


def _list_name(style: Element) -> str | None:
    """The list that counts the paragraphs of a style; None when no list does."""
    number = find_child(style, "pPr", "numPr", "numId")
    return attribute_of(number, "val")


def _is_usual(style: Element) -> bool:
    """A style is that of paragraphs which name none."""
    if attribute_of(style, "type") != "paragraph":
        return False
    return attribute_of(style, "default") in ("1", "true", "on")


def _style_look(style: Element) -> LetterLook:
    if attribute_of(style, "type") == "table":
        shaded = is_shaded_anywhere(style)
    else:
        shaded = is_shaded(find_child(style, "pPr"))
    look = read_letter_look(find_child(style, "rPr"))
    return look.filled_from(LetterLook(shaded=shaded))
