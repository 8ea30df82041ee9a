"""How the parts of an OpenDocument file look.

Colour and letters, what is hidden, and what is a heading.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.shared.list_styles import level_in_style_name
from dinet.readers.shared.xml import attribute_of, local_name, parse_number

_NO_FILL = ("transparent", "none", "#ffffff", "")
_TITLES = ("title", "titel")
# Weight from which letters look bold, on the scale from 100 to 900 with 400 for plain ones.
_HEAVY = 600
_WHITE = ("#ffffff", "#fff")
_SIZES = {"table-row": "row-height", "table-column": "column-width"}
_NO_SIZE = re.compile(r"0+(?:\.0*)?[a-z]*")
_SIZE = re.compile(r"\d{1,4}(?:\.\d{1,9})?(?=pt)", re.ASCII)
_SMALLEST_POINTS = 1.5
"""Points: smaller letters are no letters to a reader."""


class OdfStyle(NamedTuple):
    """What a style says; None where it says nothing."""

    fill: str | None = None
    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    heading: int | None = None
    white: bool | None = None
    small: bool | None = None
    level: int | None = None
    """Of list items, by the name of the style."""
    struck: bool | None = None

    @property
    def is_unseen(self) -> bool:
        """Nobody sees letters in this style.

        They are hidden, too small, or white without a colour behind them.
        """
        return bool(
            self.hidden or self.small or (self.white and not self.fill)
        )

    @property
    def look_of_letters(self) -> tuple[bool, bool, bool]:
        """Its letters are italic, bold, and have a line through them."""
        return bool(self.italic), bool(self.bold), bool(self.struck)

    def filled_from(self, under: "OdfStyle") -> "OdfStyle":
        """This style, with what it does not say from another."""
        pairs = zip(self, under, strict=True)
        return OdfStyle._make(
            other if own is None else own for own, other in pairs
        )


class OdfStyles:
    """The styles of a document by family and name, each with all that it takes from its parents.

    Args:
        roots: The parts of the document in which styles are defined.
    """

    def __init__(self, roots: Iterable[Element]) -> None:
        elements = [element for root in roots for element in root.iter()]
        defined = [
            element for element in elements if local_name(element) == "style"
        ]
        self.list_styles = [
            element
            for element in elements
            if local_name(element) == "list-style"
        ]
        """Those of lists, which say how these count."""
        self._elements = {_family_and_name(style): style for style in defined}
        self._known: dict[tuple[str, str], OdfStyle] = {}
        self._coloured = any(_is_coloured(style) for style in defined)
        """There are coloured shapes or tables, on which white letters may stand."""

    def style_named(self, family: str, name: str | None) -> OdfStyle:
        """What a style says, such as ``table-cell`` ``ce1``.

        Nothing when there is no such style.
        """
        style = self._known.get((family, name or ""))
        return self._build_style(family, name) if style is None else style

    def _build_style(self, family: str, name: str | None) -> OdfStyle:
        """Read a style, and first those of its ancestors that were not asked for before."""
        unread = []
        ancestor: str | None = name
        while self._is_unread(family, ancestor) and ancestor not in unread:
            unread.append(ancestor)
            element = self._elements[family, ancestor or ""]
            ancestor = attribute_of(element, "parent-style-name")
        style = self._known.get((family, ancestor or ""), OdfStyle())
        for own_name in reversed(unread):
            own = _read_style(self._elements[family, own_name or ""])
            if self._coloured:
                own = own._replace(white=None)
            style = own.filled_from(style)
            self._known[family, own_name or ""] = style
        return style

    def _is_unread(self, family: str, name: str | None) -> bool:
        key = (family, name or "")
        return bool(name) and key in self._elements and key not in self._known


def _family_and_name(style: Element) -> tuple[str, str]:
    return attribute_of(style, "family") or "", attribute_of(
        style, "name"
    ) or ""


def _read_style(style: Element) -> OdfStyle:
    values = _values_of_style(style)
    return OdfStyle(
        _fill_colour(values),
        _is_italic(values.get("font-style")),
        _is_bold(values.get("font-weight")),
        _is_hidden(values, attribute_of(style, "family") or ""),
        _heading_level(style),
        _is_white(values.get("color")),
        _is_small(values.get("font-size", "")),
        _list_level(style),
        _is_struck(values.get("text-line-through-style")),
    )


def _values_of_style(style: Element) -> dict[str, str]:
    """What the properties of a style say, by their names without namespace."""
    return {
        name: value for part in style for name, value in _property_values(part)
    }


def _fill_colour(values: Mapping[str, str]) -> str | None:
    if "background-color" not in values:
        return None
    fill = values["background-color"].casefold()
    return "" if fill in _NO_FILL else fill


def _is_italic(slant: str | None) -> bool | None:
    return None if slant is None else slant in ("italic", "oblique")


def _is_struck(line: str | None) -> bool | None:
    return None if line is None else line != "none"


def _is_bold(weight: str | None) -> bool | None:
    if weight is None:
        return None
    return weight == "bold" or parse_number(weight) >= _HEAVY


def _is_white(colour: str | None) -> bool | None:
    return None if colour is None else colour.casefold() in _WHITE


def _is_small(size: str) -> bool | None:
    points = _SIZE.match(size)
    return None if points is None else float(points[0]) < _SMALLEST_POINTS


def _is_coloured(style: Element) -> bool:
    """A style of shapes or tables has a colour."""
    if attribute_of(style, "family") not in ("graphic", "table"):
        return False
    values = _values_of_style(style)
    colours = (
        values.get(name, "") for name in ("background-color", "fill-color")
    )
    return any(colour.casefold() not in _NO_FILL for colour in colours)


def _is_hidden(values: Mapping[str, str], family: str) -> bool | None:
    """What has this style is not shown, or has no height or width.

    None when that is not said, or depends on a condition.
    """
    display = values.get("display")
    size = _NO_SIZE.fullmatch(values.get(_SIZES.get(family, ""), ""))
    if size and values.get("use-optimal-row-height") != "true":
        return True
    return (
        None
        if display in (None, "condition")
        else display in ("none", "false")
    )


def _property_values(part: Element) -> Iterable[tuple[str, str]]:
    """The properties in a part of a style; of those of a paragraph only its colour matters."""
    kind = local_name(part)
    if not kind.endswith("-properties"):
        return
    of_paragraph = kind == "paragraph-properties"
    for key, value in part.attrib.items():
        name = key.rpartition("}")[2]
        coloured = (
            name == "background-color" and value.casefold() not in _NO_FILL
        )
        if coloured or not of_paragraph:
            yield name, value


def _list_level(style: Element) -> int | None:
    """The level of the list items that have a style; None for other styles."""
    if attribute_of(style, "family") != "paragraph":
        return None
    names = (
        attribute_of(style, "display-name"),
        attribute_of(style, "name"),
    )
    return level_in_style_name(next(filter(None, names), ""))


def _heading_level(style: Element) -> int | None:
    """The level of the headings that have a style, from 1; None when they are no headings."""
    if attribute_of(style, "family") != "paragraph":
        return None
    level = parse_number(attribute_of(style, "default-outline-level"))
    if level:
        return level
    name = (
        attribute_of(style, "display-name")
        or attribute_of(style, "name")
        or ""
    )
    return 1 if name.casefold() in _TITLES else None
