"""How the cells of a workbook look: their background, their letters, their number format."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.shared.spreadsheets.number_formats import built_in_format
from dinet.readers.shared.xml import attribute_of, find_child, parse_number

_WHITE = ("FFFFFFFF", "00FFFFFF", "FFFFFF")
_NO_INDEX = ("1", "9", "64", "65")
_OFF = ("0", "false", "off")
_SIZE = re.compile(r"\d{1,4}(?:\.\d{1,9})?", re.ASCII)
_SMALLEST_POINTS = 1.5
"""Points: smaller letters are no letters to a reader."""


class CellLook(NamedTuple):
    """How a cell looks.

    Args:
        fill: An opaque word for its colour; None when it has none, or white.
        italic: Its letters are italic.
        bold: Its letters are bold.
        code: Its number format.
        white: Its letters are white.
        small: Its letters are too small to read.
        plain: It has no background, or a white one.
        struck: A line is drawn through its letters.
    """

    fill: str | None = None
    italic: bool = False
    bold: bool = False
    code: str = "General"
    white: bool = False
    small: bool = False
    plain: bool = True
    struck: bool = False

    @property
    def is_seen(self) -> bool:
        """The cell does not hide its letters.

        Letters that do not say otherwise themselves can be seen.
        """
        return not self.small and not (self.white and self.plain)


_PLAIN_FONT = (False, False, False, False, False)
"""A font that is not italic, bold, white, small or struck."""


def read_looks(root: Element) -> list[CellLook]:
    """The looks that the cells of a workbook refer to by number."""
    fills = [
        (_fill_colour(fill), _is_plain(fill))
        for fill in _children_of(root, "fills")
    ]
    fonts = [
        (
            is_on(font, "i"),
            is_on(font, "b"),
            is_white(font),
            is_small(font),
            is_on(font, "strike"),
        )
        for font in _children_of(root, "fonts")
    ]
    codes: dict[int, str] = {}
    for number_format in _children_of(root, "numFmts"):
        number = parse_number(attribute_of(number_format, "numFmtId"), -1)
        codes[number] = attribute_of(number_format, "formatCode") or ""
    return [
        _build_look(cell_format, fills, fonts, codes)
        for cell_format in _children_of(root, "cellXfs")
    ]


def is_on(properties: Element | None, name: str) -> bool:
    """A switch such as bold: present, and not switched off."""
    switch = find_child(properties, name)
    if switch is None:
        return False
    return (attribute_of(switch, "val") or "1").casefold() not in _OFF


def _children_of(root: Element, name: str) -> list[Element]:
    parent = find_child(root, name)
    return list(parent) if parent is not None else []


def is_white(font: Element | None) -> bool:
    """Letters are white, by themselves or by the theme."""
    colour = find_child(font, "color")
    if colour is None:
        return False
    if (attribute_of(colour, "rgb") or "").upper() in _WHITE:
        return True
    return _is_white_of_theme(colour)


def _is_white_of_theme(colour: Element) -> bool:
    """The first colour of the theme, which is the paper, without a tint that makes it darker."""
    return attribute_of(colour, "theme") == "0" and not attribute_of(
        colour, "tint"
    )


def is_small(font: Element | None) -> bool:
    """Letters are too small to read."""
    size = find_child(font, "sz")
    if size is None:
        return False
    found = _SIZE.fullmatch(attribute_of(size, "val") or "")
    return found is not None and float(found[0]) < _SMALLEST_POINTS


def _is_plain(fill: Element) -> bool:
    """A background that is none, or white."""
    if find_child(fill, "gradientFill") is not None:
        return False
    pattern = find_child(fill, "patternFill")
    if pattern is None:
        return True
    kind = attribute_of(pattern, "patternType") or "none"
    return kind == "none" or (kind == "solid" and _fill_colour(fill) is None)


def _build_look(
    cell_format: Element,
    fills: list[tuple[str | None, bool]],
    fonts: list[tuple[bool, bool, bool, bool, bool]],
    codes: dict[int, str],
) -> CellLook:
    fill, font, code = (
        parse_number(attribute_of(cell_format, name))
        for name in ("fillId", "fontId", "numFmtId")
    )
    colour, plain = fills[fill] if fill < len(fills) else (None, True)
    italic, bold, white, small, struck = (
        fonts[font] if font < len(fonts) else _PLAIN_FONT
    )
    shown_as = codes.get(code) or built_in_format(code)
    return CellLook(
        colour, italic, bold, shown_as, white, small, plain, struck
    )


def _fill_colour(fill: Element) -> str | None:
    """An opaque word for a solid colour, whether given by itself, by number or by the theme.

    None for white and for patterns, which are no colours.
    """
    pattern = find_child(fill, "patternFill")
    colour = find_child(pattern, "fgColor")
    if pattern is None or colour is None:
        return None
    if attribute_of(pattern, "patternType") != "solid" or _is_no_colour(
        colour
    ):
        return None
    tint = (attribute_of(colour, "tint") or "")[:8]
    for kind in ("rgb", "theme", "indexed"):
        value = attribute_of(colour, kind)
        if value:
            return f"{kind} {value} {tint}".strip().upper()
    return None


def _is_no_colour(colour: Element) -> bool:
    """The colour of the paper: white, by itself, by the theme or by number."""
    if (attribute_of(colour, "rgb") or "").upper() in _WHITE:
        return True
    return attribute_of(colour, "indexed") in _NO_INDEX or _is_white_of_theme(
        colour
    )
