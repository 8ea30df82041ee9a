"""How the cells of a workbook look: the colour of their background, their letters, their number format."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.markup import attribute, child, number
from dinet.readers.spreadsheet.formats import built_in

_WHITE = ("FFFFFFFF", "00FFFFFF", "FFFFFF")
_NO_INDEX = ("1", "9", "64", "65")
_OFF = ("0", "false", "off")


class Look(NamedTuple):
    """How a cell looks.

    Args:
        fill: An opaque word for its colour; None when it has none, or white.
        italic: Its letters are italic.
        bold: Its letters are bold.
        code: Its number format.
    """

    fill: str | None = None
    italic: bool = False
    bold: bool = False
    code: str = "General"


def looks(root: Element) -> list[Look]:
    """The looks that the cells of a workbook refer to by number."""
    fills = [_fill(each) for each in _all(root, "fills")]
    fonts = [(is_on(each, "i"), is_on(each, "b")) for each in _all(root, "fonts")]
    codes = {number(attribute(each, "numFmtId"), -1): attribute(each, "formatCode") or "" for each in _all(root, "numFmts")}
    return [_look(each, fills, fonts, codes) for each in _all(root, "cellXfs")]


def is_on(properties: Element | None, name: str) -> bool:
    """A switch such as bold: present, and not switched off."""
    switch = child(properties, name)
    return switch is not None and (attribute(switch, "val") or "1").casefold() not in _OFF


def _all(root: Element, name: str) -> list[Element]:
    parent = child(root, name)
    return list(parent) if parent is not None else []


def _look(each: Element, fills: list[str | None], fonts: list[tuple[bool, bool]], codes: dict[int, str]) -> Look:
    fill, font, code = (number(attribute(each, name)) for name in ("fillId", "fontId", "numFmtId"))
    italic, bold = fonts[font] if font < len(fonts) else (False, False)
    return Look(fills[fill] if fill < len(fills) else None, italic, bold, codes.get(code) or built_in(code))


def _fill(fill: Element) -> str | None:
    """An opaque word for a solid colour, whether given by itself, by number or by the theme; patterns are no colours."""
    pattern = child(fill, "patternFill")
    colour = child(pattern, "fgColor")
    if pattern is None or colour is None or attribute(pattern, "patternType") != "solid":
        return None
    rgb, theme, indexed = (attribute(colour, name) for name in ("rgb", "theme", "indexed"))
    tint = attribute(colour, "tint") or ""
    if (rgb or "").upper() in _WHITE or (theme == "0" and not tint) or indexed in _NO_INDEX:
        return None
    name = next((f"{kind} {value}" for kind, value in (("rgb", rgb), ("theme", theme), ("indexed", indexed)) if value), None)
    return f"{name} {tint[:8]}".strip().upper() if name else None
