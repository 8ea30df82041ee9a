"""How the parts of an OpenDocument file look: colour, letters, what is hidden, what is a heading."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.markup import attribute, number, tag

_NO_FILL = ("transparent", "none", "#ffffff", "")
_TITLES = ("title", "titel")
_HEAVY = 600


class Style(NamedTuple):
    """What a style says; None where it says nothing."""

    fill: str | None = None
    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    heading: int | None = None

    def over(self, under: "Style") -> "Style":
        """This style, with what it does not say from another."""
        return Style._make(other if own is None else own for own, other in zip(self, under, strict=True))


class Styles:
    """The styles of a document by family and name, each with all that it takes from its parents.

    Args:
        roots: The parts of the document in which styles are defined.
    """

    def __init__(self, roots: Iterable[Element]) -> None:
        defined = [each for root in roots for each in root.iter() if tag(each) == "style"]
        self._elements = {(attribute(each, "family") or "", attribute(each, "name") or ""): each for each in defined}
        self._known: dict[tuple[str, str], Style] = {}

    def named(self, family: str, name: str | None) -> Style:
        """What a style says, such as ``table-cell`` ``ce1``; nothing when there is no such style."""
        way = []
        here: str | None = name
        while here and (family, here) in self._elements and (family, here) not in self._known and here not in way:
            way.append(here)
            here = attribute(self._elements[family, here], "parent-style-name")
        whole = self._known.get((family, here or ""), Style())
        for each in reversed(way):
            whole = self._known[family, each] = _said(self._elements[family, each]).over(whole)
        return whole


def _said(style: Element) -> Style:
    values = {name: value for part in style for name, value in _values(part)}
    fill = (values.get("background-color") or "").casefold()
    slant, weight = values.get("font-style"), values.get("font-weight")
    display = values.get("display")
    return Style(
        None if "background-color" not in values else "" if fill in _NO_FILL else fill,
        None if slant is None else slant in ("italic", "oblique"),
        None if weight is None else weight == "bold" or number(weight) >= _HEAVY,
        None if display is None else display in ("none", "false"),
        _heading(style),
    )


def _values(part: Element) -> Iterable[tuple[str, str]]:
    if tag(part).endswith("-properties") and tag(part) != "paragraph-properties":
        for name, value in part.attrib.items():
            yield name.rpartition("}")[2], value


def _heading(style: Element) -> int | None:
    if attribute(style, "family") != "paragraph":
        return None
    level = number(attribute(style, "default-outline-level"))
    title = (attribute(style, "display-name") or attribute(style, "name") or "").casefold() in _TITLES
    return level or (1 if title else None)
