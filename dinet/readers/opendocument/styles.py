"""How the parts of an OpenDocument file look: colour, letters, what is hidden, what is a heading."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.shared.xml import attribute_of, local_name, parse_number

_NO_FILL = ("transparent", "none", "#ffffff", "")
_TITLES = ("title", "titel")
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

    @property
    def is_unseen(self) -> bool:
        """Nobody sees letters in this style: they are hidden, too small, or white without a colour behind them."""
        return bool(self.hidden or self.small or (self.white and not self.fill))

    def filled_from(self, under: "OdfStyle") -> "OdfStyle":
        """This style, with what it does not say from another."""
        return OdfStyle._make(
            other if own is None else own
            for own, other in zip(self, under, strict=True)
        )


class OdfStyles:
    """The styles of a document by family and name, each with all that it takes from its parents.

    Args:
        roots: The parts of the document in which styles are defined.
    """

    def __init__(self, roots: Iterable[Element]) -> None:
        defined = [
            each
            for root in roots
            for each in root.iter()
            if local_name(each) == "style"
        ]
        self._elements = {
            (attribute_of(each, "family") or "", attribute_of(each, "name") or ""): each
            for each in defined
        }
        self._known: dict[tuple[str, str], OdfStyle] = {}
        self._coloured = any(_is_coloured(each) for each in defined)
        """There are coloured shapes or tables, on which white letters may stand."""

    def style_named(self, family: str, name: str | None) -> OdfStyle:
        """What a style says, such as ``table-cell`` ``ce1``; nothing when there is no such style."""
        way = []
        here: str | None = name
        while (
            here
            and (family, here) in self._elements
            and (family, here) not in self._known
            and here not in way
        ):
            way.append(here)
            here = attribute_of(self._elements[family, here], "parent-style-name")
        whole = self._known.get((family, here or ""), OdfStyle())
        for each in reversed(way):
            said = _read_style(self._elements[family, each])
            whole = self._known[family, each] = (
                said._replace(white=None) if self._coloured else said
            ).filled_from(whole)
        return whole


def _read_style(style: Element) -> OdfStyle:
    values = {name: value for part in style for name, value in _property_values(part)}
    fill = (values.get("background-color") or "").casefold()
    slant, weight = values.get("font-style"), values.get("font-weight")
    size = _SIZE.match(values.get("font-size", ""))
    return OdfStyle(
        None if "background-color" not in values else "" if fill in _NO_FILL else fill,
        None if slant is None else slant in ("italic", "oblique"),
        None if weight is None else weight == "bold" or parse_number(weight) >= _HEAVY,
        _is_hidden(values, attribute_of(style, "family") or ""),
        _heading_level(style),
        None if "color" not in values else values["color"].casefold() in _WHITE,
        None if size is None else float(size[0]) < _SMALLEST_POINTS,
    )


def _is_coloured(style: Element) -> bool:
    if attribute_of(style, "family") not in ("graphic", "table"):
        return False
    values = {
        name: value.casefold()
        for part in style
        for name, value in _property_values(part)
    }
    return (
        values.get("background-color", "") not in _NO_FILL
        or values.get("fill-color", "") not in _NO_FILL
    )


def _is_hidden(values: Mapping[str, str], family: str) -> bool | None:
    """What has this style is not shown, or has no height or width; None when that is not said, or depends on a condition."""
    display = values.get("display")
    size = _NO_SIZE.fullmatch(values.get(_SIZES.get(family, ""), ""))
    if size and values.get("use-optimal-row-height") != "true":
        return True
    return None if display in (None, "condition") else display in ("none", "false")


def _property_values(part: Element) -> Iterable[tuple[str, str]]:
    of_paragraph = local_name(part) == "paragraph-properties"
    if local_name(part).endswith("-properties"):
        for key, value in part.attrib.items():
            name = key.rpartition("}")[2]
            if not of_paragraph or (
                name == "background-color" and value.casefold() not in _NO_FILL
            ):
                yield name, value


def _heading_level(style: Element) -> int | None:
    if attribute_of(style, "family") != "paragraph":
        return None
    level = parse_number(attribute_of(style, "default-outline-level"))
    title = (
        attribute_of(style, "display-name") or attribute_of(style, "name") or ""
    ).casefold() in _TITLES
    return level or (1 if title else None)
