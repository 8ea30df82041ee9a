"""How the elements of a page look, as far as it says so itself: colour, letters, what is left out of sight."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml.html import HtmlElement

_CLASS = re.compile(r"[\w-]*([.#][\w-]+)")
_PRINT = re.compile(r"@media[^{}@]{0,200}?\bprint\b[^{}@]{0,200}\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}", re.IGNORECASE)
_NONE = re.compile(r"0+(?:\.0*)?(?:px|pt|em|rem|%)?")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|rgba?\([^()]*\)|[a-z]+")
_NO_COLOUR = ("white", "#fff", "#ffffff", "rgb(255,255,255)", "transparent", "none", "inherit", "initial", "unset")
_PICTURE = re.compile(r"url\([^()]*\)")
_NOT_COLOURS = ("repeat", "no", "scroll", "fixed", "center", "top", "left", "right", "bottom")
_MOST_STYLE = 1_000_000
_LIST_LEVEL = re.compile(r"\blevel(\d)")
_HEAVY = ("bold", "bolder", "600", "700", "800", "900")


class Look(NamedTuple):
    """How an element looks, as far as it says so itself; None where it says nothing.

    Args:
        fill: The colour behind it; empty when it says that there is none.
        italic: Its letters are italic.
        bold: Its letters are bold.
        level: It is an item of a list in Word's way, of this level from 0.
        left: Why a reader does not see it as text: ``hidden``, ``comments``, ``footnotes``, ``deleted`` or ``mark``.
    """

    fill: str | None = None
    italic: bool | None = None
    bold: bool | None = None
    level: int | None = None
    left: str | None = None


_PLAIN = {
    **{tag: Look(italic=True) for tag in ("i", "em")},
    **{tag: Look(bold=True) for tag in ("b", "strong", "th")},
    "del": Look(left="deleted"),
}
"""What elements look like that say nothing but what they are."""


class Looks:
    """The looks of the elements of one page.

    Args:
        root: The page; of its style sheets the classes are read, and nothing is fetched.
    """

    def __init__(self, root: HtmlElement) -> None:
        self._classes: dict[str, dict[str, str]] = {}
        for sheet in root.iter("style"):
            for rule in _PRINT.sub(" ", _without_comments((sheet.text or "")[:_MOST_STYLE])).split("}"):
                selectors, _, declared = rule.rpartition("{")
                selectors = selectors.rpartition("{")[2]
                for name in filter(None, (_CLASS.fullmatch(each.strip()) for each in selectors.split(","))):
                    self._classes.setdefault(name[1], {}).update(_declarations(declared))

    def of(self, element: HtmlElement) -> Look:
        """What an element says itself, by its kind, attributes, style and classes."""
        if not element.attrib:
            return _PLAIN.get(str(element.tag), Look())
        said: dict[str, str] = {}
        for name in (*(f".{name}" for name in (element.get("class") or "").split()), f"#{element.get('id')}"):
            said |= self._classes.get(name, {})
        said |= _declarations(element.get("style") or "")
        listed = _LIST_LEVEL.search(said.get("mso-list", ""))
        plain = _PLAIN.get(str(element.tag), Look())
        return Look(
            _fill(said, element.get("bgcolor")),
            said["font-style"] in ("italic", "oblique") if "font-style" in said else plain.italic,
            said["font-weight"] in _HEAVY if "font-weight" in said else plain.bold,
            max(int(listed[1]) - 1, 0) if listed else None,
            plain.left or _left(said) or ("hidden" if element.get("hidden") is not None else None),
        )


def _without_comments(sheet: str) -> str:
    first, *rest = sheet.replace("<!--", " ").replace("-->", " ").split("/*")
    return " ".join([first, *(each.partition("*/")[2] for each in rest)])


def _declarations(text: str) -> dict[str, str]:
    pairs = (declared.partition(":") for declared in text.casefold().split(";")) if text else ()
    return {name.strip(): " ".join(value.replace("!important", "").split()) for name, colon, value in pairs if colon}


def _left(said: Mapping[str, str]) -> str | None:
    if said.get("mso-list") == "ignore":
        return "mark"
    if said.get("display") == "none" or said.get("visibility") in ("hidden", "collapse") or said.get("mso-hide") == "all":
        return "hidden"
    if _NONE.fullmatch(said.get("opacity", "1")) or _NONE.fullmatch(said.get("font-size", "1")):
        return "hidden"
    return {"comment": "comments", "footnote": "footnotes"}.get(said.get("mso-element", "").partition("-")[0])


def _fill(said: Mapping[str, str], attribute: str | None) -> str | None:
    words = said.get("background-color") or said.get("background") or (attribute or "").casefold()
    colours = _COLOUR.findall(_PICTURE.sub(" ", words).replace(" ,", ",").replace(", ", ","))
    colour = next((word for word in colours if word not in _NOT_COLOURS), None)
    return "" if colour in _NO_COLOUR else colour
