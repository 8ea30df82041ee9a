"""How the cells of a workbook look: the colour of their background, their letters, their number format."""

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
    """

    fill: str | None = None
    italic: bool = False
    bold: bool = False
    code: str = "General"
    white: bool = False
    small: bool = False
    plain: bool = True

    @property
    def is_seen(self) -> bool:
        """Letters that do not say otherwise themselves can be seen, as far as the cell is concerned."""
        return not self.small and not (self.white and self.plain)


def read_looks(root: Element) -> list[CellLook]:
    """The looks that the cells of a workbook refer to by number."""
    fills = [_fill_colour(each) for each in _children_of(root, "fills")]
    plain = [_is_plain(each) for each in _children_of(root, "fills")]
    fonts = [
        (is_on(each, "i"), is_on(each, "b"), is_white(each), is_small(each))
        for each in _children_of(root, "fonts")
    ]
    codes = {
        parse_number(attribute_of(each, "numFmtId"), -1): attribute_of(
            each, "formatCode"
        )
        or ""
        for each in _children_of(root, "numFmts")
    }
    return [
        _build_look(each, list(zip(fills, plain, strict=True)), fonts, codes)
        for each in _children_of(root, "cellXfs")
    ]


def is_on(properties: Element | None, name: str) -> bool:
    """A switch such as bold: present, and not switched off."""
    switch = find_child(properties, name)
    return (
        switch is not None
        and (attribute_of(switch, "val") or "1").casefold() not in _OFF
    )


def _children_of(root: Element, name: str) -> list[Element]:
    parent = find_child(root, name)
    return list(parent) if parent is not None else []


def is_white(font: Element | None) -> bool:
    """Letters are white, by themselves or by the theme."""
    colour = find_child(font, "color")
    rgb, theme, tint = (
        attribute_of(colour, name) if colour is not None else None
        for name in ("rgb", "theme", "tint")
    )
    return (rgb or "").upper() in _WHITE or (theme == "0" and not tint)


def is_small(font: Element | None) -> bool:
    """Letters are too small to read."""
    size = find_child(font, "sz")
    found = (
        _SIZE.fullmatch(attribute_of(size, "val") or "") if size is not None else None
    )
    return found is not None and float(found[0]) < _SMALLEST_POINTS


def _is_plain(fill: Element) -> bool:
    pattern = find_child(fill, "patternFill")
    kind = (
        attribute_of(pattern, "patternType") or "none"
        if pattern is not None
        else "none"
    )
    return find_child(fill, "gradientFill") is None and (
        kind == "none" or (kind == "solid" and _fill_colour(fill) is None)
    )


def _build_look(
    each: Element,
    fills: list[tuple[str | None, bool]],
    fonts: list[tuple[bool, bool, bool, bool]],
    codes: dict[int, str],
) -> CellLook:
    fill, font, code = (
        parse_number(attribute_of(each, name))
        for name in ("fillId", "fontId", "numFmtId")
    )
    italic, bold, white, small = (
        fonts[font] if font < len(fonts) else (False, False, False, False)
    )
    colour, plain = fills[fill] if fill < len(fills) else (None, True)
    return CellLook(
        colour,
        italic,
        bold,
        codes.get(code) or built_in_format(code),
        white,
        small,
        plain,
    )


def _fill_colour(fill: Element) -> str | None:
    """An opaque word for a solid colour, whether given by itself, by number or by the theme; patterns are no colours."""
    pattern = find_child(fill, "patternFill")
    colour = find_child(pattern, "fgColor")
    if (
        pattern is None
        or colour is None
        or attribute_of(pattern, "patternType") != "solid"
    ):
        return None
    rgb, theme, indexed = (
        attribute_of(colour, name) for name in ("rgb", "theme", "indexed")
    )
    tint = attribute_of(colour, "tint") or ""
    if (
        (rgb or "").upper() in _WHITE
        or (theme == "0" and not tint)
        or indexed in _NO_INDEX
    ):
        return None
    name = next(
        (
            f"{kind} {value}"
            for kind, value in (("rgb", rgb), ("theme", theme), ("indexed", indexed))
            if value
        ),
        None,
    )
    return f"{name} {tint[:8]}".strip().upper() if name else None
