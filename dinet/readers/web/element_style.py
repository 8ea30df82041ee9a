"""How the elements of a page look, as far as it says so itself: colour, letters, what is left out of sight."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from lxml.html import HtmlElement

from dinet.readers.web.style_sheets import StyleSheets, is_weaker, parse_declarations

_NUMBER = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(px|pt|em|rem|%)?")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|rgba?\([^()]*\)|[a-z]+")
_NO_COLOUR = (
    "white",
    "#fff",
    "#ffffff",
    "rgb(255,255,255)",
    "transparent",
    "none",
    "inherit",
    "initial",
    "unset",
)
_WHITE = ("white", "#fff", "#ffffff", "rgb(255,255,255)")
_CLEAR = re.compile(
    r"transparent|rgba\([^()]*,0(?:\.0*)?%?\)|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)"
)
_NO_ROOM = re.compile(
    r"rect\((?:[01](?:px)?[ ,]*){4}\)|inset\((?:50|100)%.*|scale\(0(?:,0)?\)|opacity\(0%?\)"
)
_PICTURE = re.compile(r"url\([^()]*\)")
_NOT_COLOURS = (
    "repeat",
    "no",
    "scroll",
    "fixed",
    "center",
    "top",
    "left",
    "right",
    "bottom",
)
_LIST_LEVEL = re.compile(r"\blevel(\d)")
_HEAVY = ("bold", "bolder", "600", "700", "800", "900")
_SMALLEST = 1.5
"""Letters of fewer pixels or points are no letters to a reader."""
_FAR_PIXELS = -999
"""What stands so many pixels left of the page or above it is not on it."""


class ElementLook(NamedTuple):
    """How an element looks, as far as it says so itself; None where it says nothing.

    Args:
        fill: The colour behind it; empty when it says that there is none.
        italic: Its letters are italic.
        bold: Its letters are bold.
        level: It is an item of a list in Word's way, of this level from 0.
        left: Why a reader does not see it as text: ``hidden``, ``comments``, ``footnotes``,
            ``deleted`` or ``mark``.
    """

    fill: str | None = None
    italic: bool | None = None
    bold: bool | None = None
    level: int | None = None
    left: str | None = None


_LOOK_BY_TAG = {
    **{tag: ElementLook(italic=True) for tag in ("i", "em")},
    **{tag: ElementLook(bold=True) for tag in ("b", "strong", "th")},
    "del": ElementLook(left="deleted"),
}
"""What elements look like that say nothing but what they are."""


class ElementLooks:
    """The looks of the elements of one page.

    Args:
        root: The page; its style sheets are read, and nothing is fetched.
        name: The file's name.
    """

    def __init__(self, root: HtmlElement, name: str) -> None:
        self._root = root
        self._sheets = StyleSheets(root, name)

    def look_of(self, element: HtmlElement) -> ElementLook:
        """What an element says itself, by its kind, attributes and style, and what the style sheets say of it."""
        said = self._declared_for(element)
        plain = _LOOK_BY_TAG.get(str(element.tag), ElementLook())
        if not said and not element.attrib and element.tag != "dialog":
            return plain
        listed = _LIST_LEVEL.search(said.get("mso-list", ""))
        return ElementLook(
            _fill_colour(said, element.get("bgcolor")),
            said["font-style"] in ("italic", "oblique")
            if "font-style" in said
            else plain.italic,
            said["font-weight"] in _HEAVY if "font-weight" in said else plain.bold,
            max(int(listed[1]) - 1, 0) if listed else None,
            plain.left
            or _why_left_out(said)
            or ("hidden" if self._is_unseen(element, said) else None),
        )

    def _declared_for(self, element: HtmlElement) -> dict[str, str]:
        said = self._sheets.declared_for(element)
        if element.attrib:
            own = parse_declarations(element.get("style") or "")
            said = {
                **said,
                **{
                    name: each
                    for name, each in own.items()
                    if not is_weaker(said.get(name), each)
                },
            }
        return (
            {
                name: each.removesuffix("!important").rstrip()
                for name, each in said.items()
            }
            if said
            else said
        )

    def _is_unseen(self, element: HtmlElement, said: Mapping[str, str]) -> bool:
        """It is not shown until something is done, or its letters are as white as the page."""
        closed = element.get("popover") is not None or (
            element.tag == "dialog" and element.get("open") is None
        )
        colour = (said.get("color") or (element.get("color") or "").casefold()).replace(
            " ", ""
        )
        white = (
            colour in _WHITE
            and _fill_colour(said, element.get("bgcolor")) in (None, "")
            and not self._has_backgrounds
        )
        return (
            element.get("hidden") is not None
            or closed
            or white
            or bool(_CLEAR.fullmatch(colour))
        )

    @cached_property
    def _has_backgrounds(self) -> bool:
        """Something on the page has a background of its own, so that white letters may stand on it."""
        sheets = (
            rule.declared for rules in self._sheets.rules.values() for rule in rules
        )
        attributes = (
            parse_declarations(each.get("style") or "")
            for each in self._root.iter()
            if each.get("style")
        )
        plain = (
            each.get("bgcolor") or each.get("background") for each in self._root.iter()
        )
        pictures = (
            "url(" in said.get(name, "")
            for said in sheets
            for name in ("background", "background-image")
        )
        sheets = (
            rule.declared for rules in self._sheets.rules.values() for rule in rules
        )
        return (
            any(plain)
            or any(pictures)
            or any(
                _fill_colour(said, None)
                for each in (sheets, attributes)
                for said in each
            )
        )


def _why_left_out(said: Mapping[str, str]) -> str | None:
    if said.get("mso-list") == "ignore":
        return "mark"
    if _is_gone(said) or _is_small(said):
        return "hidden"
    return {"comment": "comments", "footnote": "footnotes"}.get(
        said.get("mso-element", "").partition("-")[0]
    )


def _is_gone(said: Mapping[str, str]) -> bool:
    """It is not shown at all, or stands where nobody looks."""
    return (
        said.get("display") == "none"
        or "hidden" in (said.get("visibility"), said.get("content-visibility"))
        or said.get("visibility") == "collapse"
        or said.get("mso-hide") == "all"
        or any(
            _parse_size(said.get(name, "")) < _FAR_PIXELS
            for name in ("text-indent", "left", "top", "margin-left")
        )
        or any(
            _NO_ROOM.fullmatch(said.get(name, "").replace(", ", ","))
            for name in ("clip", "clip-path", "transform", "filter")
        )
    )


def _is_small(said: Mapping[str, str]) -> bool:
    """Its letters, or the room for them, are too small to see anything."""
    letters = _NUMBER.fullmatch(said.get("font-size", ""))
    least = _SMALLEST if letters and letters[2] in ("px", "pt", None) else 0
    cut = said.get("overflow", "visible") in ("hidden", "clip")
    return (
        bool(letters and float(letters[1]) <= 0)
        or _parse_size(said.get("font-size", ""), 16) < least
        or _parse_size(said.get("opacity", ""), 1) == 0
        or (
            cut
            and any(
                _parse_size(said.get(name, ""), 1) == 0
                for name in ("height", "max-height", "width", "max-width")
            )
        )
    )


def _parse_size(text: str, default: float = 0) -> float:
    found = _NUMBER.fullmatch(text)
    return float(found[1]) if found else default


def _fill_colour(said: Mapping[str, str], attribute: str | None) -> str | None:
    words = (
        said.get("background-color")
        or said.get("background")
        or (attribute or "").casefold()
    )
    colours = _COLOUR.findall(
        _PICTURE.sub(" ", words).replace(" ,", ",").replace(", ", ",")
    )
    colour = next((word for word in colours if word not in _NOT_COLOURS), None)
    return "" if colour in _NO_COLOUR else colour
