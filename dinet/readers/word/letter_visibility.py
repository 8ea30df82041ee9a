"""How the letters of a Word document look, as far as that decides whether anybody sees them."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.word.word_xml import attribute, child, number, switch, tag

_WHITE = ("FFFFFF", "ffffff")
_NO_FILL = (None, "auto")
_CLEAR = (None, "clear", "nil")
_SMALLEST = 3
"""Half points: letters of less than one and a half point are no letters to a reader."""


class Ink(NamedTuple):
    """What is said of some letters; None where nothing is said.

    Args:
        hidden: They are hidden.
        white: They are white.
        small: They are too small to read.
        shaded: What lies behind them has a colour.
    """

    hidden: bool | None = None
    white: bool | None = None
    small: bool | None = None
    shaded: bool | None = None

    def over(self, under: "Ink") -> "Ink":
        """This, with what it does not say from another."""
        return Ink(
            *(
                other if own is None else own
                for own, other in zip(self, under, strict=True)
            )
        )

    @property
    def unseen(self) -> bool:
        """Nobody sees these letters: they are hidden, too small, or white on white."""
        return bool(self.hidden or self.small or (self.white and not self.shaded))


def ink(properties: Element | None) -> Ink:
    """What the properties of a run say."""
    if properties is None or not len(properties):
        return Ink()
    colour = attribute(child(properties, "color"), "val")
    size = attribute(child(properties, "sz"), "val")
    return Ink(
        switch(properties, "vanish"),
        None if colour is None else colour in _WHITE,
        None if size is None else number(size, _SMALLEST) < _SMALLEST,
        _marked(properties) or shaded(properties),
    )


def _marked(properties: Element) -> bool | None:
    colour = attribute(child(properties, "highlight"), "val")
    return None if colour in (None, "none") else colour != "white"


def shaded(properties: Element | None) -> bool | None:
    """A paragraph, cell or table has a colour behind it: no when it says white, None when it says nothing."""
    shading = child(properties, "shd")
    fill = attribute(shading, "fill")
    if attribute(shading, "val") not in _CLEAR:
        return True
    return None if fill in _NO_FILL else fill not in _WHITE


def shaded_anywhere(element: Element) -> bool | None:
    """A style has a colour somewhere, such as behind the first row of a table; None when it has not."""
    return (
        any(shaded(each) for each in element.iter() if tag(each).endswith("Pr")) or None
    )
