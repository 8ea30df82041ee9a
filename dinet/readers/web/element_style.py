"""How the elements of a page look, as far as it says so itself.

Colour, letters, and what is left out of sight.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from dinet.readers.web.page_tree import PageElement
from dinet.readers.web.style_sheets import (
    StyleSheets,
    parse_declarations,
    with_declarations,
)

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
# Ways in which pages hide text that only programs are meant to find: no room is left for it.
_NO_ROOM = re.compile(
    r"rect\((?:[01](?:px)?[ ,]*){4}\)|inset\((?:50|100)%.*"
    r"|scale\(0(?:,0)?\)|opacity\(0%?\)"
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
_NOT_SHOWN = {
    "display": ("none",),
    "visibility": ("hidden", "collapse"),
    "content-visibility": ("hidden",),
    "mso-hide": ("all",),
}
"""The values of properties by which an element is not shown at all."""
_POSITIONS = ("text-indent", "left", "top", "margin-left")
"""Properties that can move an element off the page."""
_CUTS = ("clip", "clip-path", "transform", "filter")
"""Properties that can leave no room for an element."""
_LINES = ("text-decoration", "text-decoration-line")
"""Properties that draw a line at an element."""
_STRUCK = "line-through"
_ROOM = ("height", "max-height", "width", "max-width")
"""Properties that give the room for what stands in an element."""


class ElementLook(NamedTuple):
    """How an element looks, as far as it says so itself; None where it says nothing.

    Args:
        fill: The colour behind it; empty when it says that there is none.
        italic: Its letters are italic.
        bold: Its letters are bold.
        level: It is an item of a list in Word's way, of this level from 0.
        left: Why a reader does not see it as text: ``hidden``, ``comments``, ``footnotes``,
            ``deleted`` or ``mark``.
        struck: A line is drawn through its letters.
    """

    fill: str | None = None
    italic: bool | None = None
    bold: bool | None = None
    level: int | None = None
    left: str | None = None
    struck: bool = False


_LOOK_BY_TAG = {
    **dict.fromkeys(("i", "em"), ElementLook(italic=True)),
    **dict.fromkeys(("b", "strong", "th"), ElementLook(bold=True)),
    "del": ElementLook(left="deleted"),
    **dict.fromkeys(("s", "strike"), ElementLook(struck=True)),
}
"""What elements look like that say nothing but what they are."""
_NO_LOOK = ElementLook()


class ElementLooks:
    """The looks of the elements of one page.

    Args:
        root: The page; its style sheets are read, and nothing is fetched.
        name: The file's name.
    """

    def __init__(self, root: PageElement, name: str) -> None:
        self._root = root
        self._sheets = StyleSheets(root, name)

    def look_of(self, element: PageElement) -> ElementLook:
        """What an element says of its look.

        It says it by its kind, attributes and style, and by the style sheets.
        """
        declared = self._declared_for(element)
        plain = _LOOK_BY_TAG.get(str(element.tag), _NO_LOOK)
        if not declared and not element.attrib and element.tag != "dialog":
            return plain
        italic, bold = plain.italic, plain.bold
        if "font-style" in declared:
            italic = declared["font-style"] in ("italic", "oblique")
        if "font-weight" in declared:
            bold = declared["font-weight"] in _HEAVY
        return ElementLook(
            _fill_colour(declared, element.get("bgcolor")),
            italic,
            bold,
            _list_level(declared),
            plain.left or self._why_unseen(element, declared),
            plain.struck or _is_struck(declared),
        )

    def _why_unseen(
        self, element: PageElement, declared: Mapping[str, str]
    ) -> str | None:
        reason = _why_left_out(declared)
        if reason is None and self._is_unseen(element, declared):
            return "hidden"
        return reason

    def _declared_for(self, element: PageElement) -> dict[str, str]:
        """The properties of an element: of the style sheets, and over them its own."""
        declared = self._sheets.declared_for(element)
        if element.attrib:
            own = parse_declarations(element.get("style") or "")
            declared = with_declarations(declared, own)
        return {
            name: value.removesuffix("!important").rstrip()
            for name, value in declared.items()
        }

    def _is_unseen(
        self, element: PageElement, declared: Mapping[str, str]
    ) -> bool:
        """It is not shown until something is done, or its letters are as white as the page."""
        if element.get("hidden") is not None or _is_closed(element):
            return True
        colour = (
            declared.get("color") or (element.get("color") or "").casefold()
        )
        colour = colour.replace(" ", "")
        if _CLEAR.fullmatch(colour):
            return True
        if colour not in _WHITE or _fill_colour(
            declared, element.get("bgcolor")
        ):
            return False
        return not self._has_backgrounds

    @cached_property
    def _has_backgrounds(self) -> bool:
        """Something on the page has a background of its own.

        White letters may stand on it.
        """
        return (
            any(map(_has_own_background, self._root.iter()))
            or any(map(_declares_picture, self._declared_in_sheets()))
            or any(
                _fill_colour(rule, None) for rule in self._declared_in_sheets()
            )
        )

    def _declared_in_sheets(self) -> Iterator[Mapping[str, str]]:
        for rules in self._sheets.rules.values():
            for rule in rules:
                yield rule.declared


def _has_own_background(element: PageElement) -> bool:
    """An element has a background by its attributes or its own style."""
    if element.get("bgcolor") or element.get("background"):
        return True
    style = element.get("style")
    return bool(style) and bool(
        _fill_colour(parse_declarations(style or ""), None)
    )


def _declares_picture(declared: Mapping[str, str]) -> bool:
    """A rule puts a picture behind something."""
    backgrounds = (
        declared.get(name, "") for name in ("background", "background-image")
    )
    return any("url(" in background for background in backgrounds)


def _list_level(declared: Mapping[str, str]) -> int | None:
    """The level of an item of a list in Word's way, from 0; None for other elements."""
    listed = _LIST_LEVEL.search(declared.get("mso-list", ""))
    return max(int(listed[1]) - 1, 0) if listed else None


def _is_closed(element: PageElement) -> bool:
    """A dialogue or an element that pops up, which a script or a click has to open."""
    if element.get("popover") is not None:
        return True
    return element.tag == "dialog" and element.get("open") is None


def _is_struck(declared: Mapping[str, str]) -> bool:
    """A line is drawn through its letters."""
    return any(_STRUCK in declared.get(name, "").split() for name in _LINES)


def _why_left_out(declared: Mapping[str, str]) -> str | None:
    """Why a reader does not see an element, as far as its properties say so."""
    if declared.get("mso-list") == "ignore":
        return "mark"
    if _is_gone(declared) or _is_small(declared):
        return "hidden"
    kind = declared.get("mso-element", "").partition("-")[0]
    return {"comment": "comments", "footnote": "footnotes"}.get(kind)


def _is_gone(declared: Mapping[str, str]) -> bool:
    """It is not shown at all, or stands where nobody looks."""
    if any(
        declared.get(name) in values for name, values in _NOT_SHOWN.items()
    ):
        return True
    if any(
        _parse_size(declared.get(name, "")) < _FAR_PIXELS
        for name in _POSITIONS
    ):
        return True
    cuts = (declared.get(name, "").replace(", ", ",") for name in _CUTS)
    return any(_NO_ROOM.fullmatch(cut) for cut in cuts)


def _is_small(declared: Mapping[str, str]) -> bool:
    """Its letters, or the room for them, are too small to see anything."""
    if _has_small_letters(declared.get("font-size", "")):
        return True
    if _parse_size(declared.get("opacity", ""), 1) == 0:
        return True
    if declared.get("overflow", "visible") not in ("hidden", "clip"):
        return False
    return any(_parse_size(declared.get(name, ""), 1) == 0 for name in _ROOM)


def _has_small_letters(size: str) -> bool:
    """A size of letters is too small to read; one in other units only when it is nothing."""
    found = _NUMBER.fullmatch(size)
    if found is None:
        return False
    number = float(found[1])
    return number <= 0 or (
        found[2] in ("px", "pt", None) and number < _SMALLEST
    )


def _parse_size(text: str, default: float = 0) -> float:
    found = _NUMBER.fullmatch(text)
    return float(found[1]) if found else default


def _fill_colour(
    declared: Mapping[str, str], attribute: str | None
) -> str | None:
    """The colour behind an element; empty when it is none, or white; None when nothing is said."""
    words = (
        declared.get("background-color")
        or declared.get("background")
        or (attribute or "").casefold()
    )
    if not words:
        return None
    plain = _PICTURE.sub(" ", words).replace(" ,", ",").replace(", ", ",")
    colours = (
        word for word in _COLOUR.findall(plain) if word not in _NOT_COLOURS
    )
    colour = next(colours, None)
    return "" if colour in _NO_COLOUR else colour
