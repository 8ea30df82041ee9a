"""The XML of Word: tags of both variants by one name, switches, numbers, and what paragraph styles say."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OFF = ("0", "false", "off", "none")
_TITLE_STYLES = ("title", "titel")
_CONTENTS_STYLES = ("toc ", "inhopg ", "table of figures")
_HEADING_LEVELS = 9


class Style(NamedTuple):
    """What a style says: a heading of some level, a list item of some level, a line of contents, hidden text, or neither."""

    heading: int | None = None
    level: int | None = None
    contents: bool = False
    hidden: bool | None = None


def tag(element: Element) -> str:
    """The name of a Word tag, whether of the transitional or the strict variant."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """The value of a Word attribute, of either variant; None when it or the element is not there."""
    if element is None:
        return None
    return element.get(_W + name, element.get(_STRICT + name))


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names, one generation a name; None when there is none."""
    for name in path:
        element = next((each for each in element if tag(each) == name), None) if element is not None else None
    return element


def switch(properties: Element | None, name: str) -> bool | None:
    """A switch such as bold: on, or off; None when it is not there."""
    found = child(properties, name)
    return None if found is None else (attribute(found, "val") or "1") not in _OFF


def switched_on(properties: Element | None, name: str) -> bool:
    """A switch such as bold: present, and not switched off."""
    return bool(switch(properties, name))


def number(text: str | None, default: int = 0) -> int:
    """A whole number from 0; the default for what is no number or absurdly long."""
    return int(text) if text and text.isdecimal() and len(text) < len("1000000000") else default


def styles(root: Element) -> dict[str, Style]:
    """What each style says, its ancestors included."""
    found = {attribute(each, "styleId") or "": each for each in root if tag(each) == "style"}
    return {name: _style(name, found) for name in found}


def _style(name: str, found: dict[str, Element]) -> Style:
    heading, level, contents, hidden, seen = None, None, False, None, set[str]()
    while name in found and name not in seen:
        seen.add(name)
        style = found[name]
        title = (attribute(child(style, "name"), "val") or "").casefold()
        contents = contents or title.startswith(_CONTENTS_STYLES)
        hidden = switch(child(style, "rPr"), "vanish") if hidden is None else hidden
        outline = attribute(child(style, "pPr", "outlineLvl"), "val")
        if heading is None and (outline is not None and number(outline, 9) < _HEADING_LEVELS):
            heading = number(outline) + 1
        elif heading is None and (title in _TITLE_STYLES or title.startswith(("heading ", "kop "))):
            heading = number(title.split()[-1], 1)
        numbering = child(style, "pPr", "numPr")
        if level is None and (numbering is not None or title.startswith(("list bullet", "list number", "lijst opsom"))):
            level = number(attribute(child(numbering, "ilvl"), "val"))
        name = attribute(child(style, "basedOn"), "val") or ""
    return Style(heading, level if heading is None else None, contents, hidden)
