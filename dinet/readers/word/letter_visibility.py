"""How the letters of a Word document look, as far as that decides whether anybody sees them."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.word.word_xml import (
    attribute_of,
    find_child,
    local_name,
    parse_number,
    read_switch,
)

_WHITE = ("FFFFFF", "ffffff")
_NO_FILL = (None, "auto")
_CLEAR = (None, "clear", "nil")
_SMALLEST_HALF_POINTS = 3
"""Half points: letters of less than one and a half point are no letters to a reader."""


class LetterLook(NamedTuple):
    """What is said of some letters; None where nothing is said.

    Args:
        hidden: They are hidden.
        white: They are white.
        small: They are too small to read.
        shaded: What lies behind them has a colour.
        struck: A line is drawn through them: they no longer hold.
    """

    hidden: bool | None = None
    white: bool | None = None
    small: bool | None = None
    shaded: bool | None = None
    struck: bool | None = None

    def filled_from(self, under: "LetterLook") -> "LetterLook":
        """This, with what it does not say from another."""
        pairs = zip(self, under, strict=True)
        return LetterLook._make(
            other if own is None else own for own, other in pairs
        )

    @property
    def is_unseen(self) -> bool:
        """Nobody sees these letters: they are hidden, too small, or white on white."""
        return bool(
            self.hidden or self.small or (self.white and not self.shaded)
        )


def read_letter_look(properties: Element | None) -> LetterLook:
    """What the properties of a run say."""
    if properties is None or not len(properties):
        return LetterLook()
    colour = attribute_of(find_child(properties, "color"), "val")
    return LetterLook(
        read_switch(properties, "vanish"),
        None if colour is None else colour in _WHITE,
        _is_small(properties),
        _is_highlighted(properties) or is_shaded(properties),
        read_switch(properties, "strike")
        or read_switch(properties, "dstrike"),
    )


def _is_small(properties: Element) -> bool | None:
    size = attribute_of(find_child(properties, "sz"), "val")
    if size is None:
        return None
    return parse_number(size, _SMALLEST_HALF_POINTS) < _SMALLEST_HALF_POINTS


def _is_highlighted(properties: Element) -> bool | None:
    colour = attribute_of(find_child(properties, "highlight"), "val")
    return None if colour in (None, "none") else colour != "white"


def is_shaded(properties: Element | None) -> bool | None:
    """A paragraph, cell or table has a colour behind it.

    No when it says white, None when it says nothing.
    """
    shading = find_child(properties, "shd")
    fill = attribute_of(shading, "fill")
    if attribute_of(shading, "val") not in _CLEAR:
        return True
    return None if fill in _NO_FILL else fill not in _WHITE


def is_shaded_anywhere(element: Element) -> bool | None:
    """A style has a colour somewhere, such as behind the first row of a table.

    None when it has not.
    """
    parts = (
        part for part in element.iter() if local_name(part).endswith("Pr")
    )
    return True if any(map(is_shaded, parts)) else None
