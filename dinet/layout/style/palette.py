"""How pictures look, as data that is handed down.

They are in colour, in grey, with strong contrast, or in a house style. A colour never tells
anything alone: the code, the column, the words, the ends of lines and the borders say it too.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from dinet.layout.style.logo import Logo
from dinet.model import SERVING_LINKS, Kind, LinkKind

DASHED, DOTTED = "5 3", "1.5 3"
"""The lengths of dashes and gaps of links, in points.

Dashes are for what the document does not say in so many words, and for nothing else; dots for
links that carry no support.
"""
HeadShape = Literal["arrow", "diamond", "open arrow", "bar"]
"""What stands at the end of a line.

An arrow where something serves something else, an open diamond at the whole that something is a
part of, an open arrow for other links, and a bar across the line of a conflict.
"""


class KindColours(NamedTuple):
    """The colours of one kind of element.

    Args:
        bar: At the left, with the ``code`` in it.
        ground: Of the rest of the box, with the ``text`` on it.
        rim: The border; empty for that of the bar.
        pen: How thick the border is, in points at natural size.
    """

    bar: str
    code: str
    ground: str
    text: str
    rim: str = ""
    pen: float = 1.0

    @property
    def border(self) -> str:
        """The colour of the border."""
        return self.rim or self.bar


class LinkStyle(NamedTuple):
    """How a link is drawn.

    Args:
        dashes: The lengths of dashes and gaps in points; empty for a whole line.
        head: The shape at the end of what is served.
        is_weak: An open circle stands where the line starts: the evidence is weak.
    """

    colour: str
    dashes: str
    head: HeadShape
    is_weak: bool = False


class PictureStyle(NamedTuple):
    """The look of a picture.

    Args:
        inks: For every kind of element.
        band: The ground behind a theme; ``band_border`` is its border.
        words: Everything around the boxes.
        faint: Notes in boxes, and links that carry no support.
        link: Links; ``weak`` are those that rest on weak evidence, ``part`` those that only say
            what belongs to what.
        gap: What is missing; ``good`` and ``fair`` are the two better grades of coverage.
        font: The name of the letters; empty for those that dinet brings along.
        logo: Stands over the picture, at the right.
    """

    inks: Mapping[Kind, KindColours]
    page: str = "#FFFFFF"
    band: str = "#F7F7F7"
    band_border: str = "#C8C8C8"
    words: str = "#222222"
    faint: str = "#595959"
    link: str = "#4D4D4D"
    weak: str = "#8A5A00"
    part: str = "#767676"
    gap: str = "#B00020"
    good: str = "#00603F"
    fair: str = "#7A4B00"
    font: str = ""
    logo: Logo | None = None

    def __hash__(self) -> int:
        return hash((*self.inks.items(), *self[1:]))

    def link_style(self, kind: LinkKind, *, weak: bool) -> LinkStyle:
        """How a link is drawn: by its kind, and by whether its evidence is weak."""
        dashes = DASHED if weak else ""
        if kind in SERVING_LINKS:
            return LinkStyle(
                self.weak if weak else self.link, dashes, "arrow", weak
            )
        if kind == "part_of":
            return LinkStyle(self.part, dashes, "diamond", weak)
        if kind == "conflicts_with":
            return LinkStyle(self.gap, DOTTED, "bar", weak)
        return LinkStyle(self.faint, DOTTED, "open arrow", weak)

    def remark_colour(self, remark: str) -> str:
        """The colour of a line under the text of a box, which its first sign tells."""
        colours = {
            "!": self.gap,
            "✓": self.good,
            "±": self.fair,
            "+": self.good,
            "≠": self.fair,
            "×": self.gap,
        }
        return colours.get(remark[:1], self.faint)


def is_bold_remark(remark: str) -> bool:
    """Whether a line under the text of a box is more than a note.

    That is a gap, a grade of coverage, or what changed since an earlier version.
    """
    return remark.startswith(("!", "✓", "±", "?", "+", "≠", "×"))


KIND_COLOURS: dict[Kind, KindColours] = {
    "programme": KindColours("#111111", "#FFFFFF", "#333333", "#FFFFFF"),
    "theme": KindColours("#111111", "#FFFFFF", "#333333", "#FFFFFF"),
    "goal": KindColours("#0072B2", "#FFFFFF", "#E8F3FA", "#111111"),
    "benefit": KindColours("#56B4E9", "#000000", "#EAF6FD", "#111111"),
    "target": KindColours("#E69F00", "#000000", "#FEF5E1", "#111111"),
    "capability": KindColours("#CC79A7", "#000000", "#FAEFF5", "#111111"),
    "result": KindColours("#F0E442", "#000000", "#FDFBE0", "#111111"),
    "effort": KindColours("#009E73", "#000000", "#E6F5F0", "#111111"),
}
"""Bars from the Okabe-Ito set, and light grounds.

People with colour blindness can tell the colours of this set apart.
"""

_GREY_TOP = KindColours("#000000", "#FFFFFF", "#FFFFFF", "#000000", pen=2.5)
_GREY_BETWEEN = KindColours(
    "#D0D0D0", "#000000", "#FFFFFF", "#000000", "#000000"
)
_GREY_COLOURS: dict[Kind, KindColours] = {
    "programme": _GREY_TOP,
    "theme": _GREY_TOP,
    "goal": KindColours("#000000", "#FFFFFF", "#FFFFFF", "#000000", pen=2.0),
    "benefit": _GREY_BETWEEN,
    "target": KindColours(
        "#BDBDBD", "#000000", "#EDEDED", "#000000", "#000000"
    ),
    "capability": _GREY_BETWEEN,
    "result": _GREY_BETWEEN,
    "effort": KindColours(
        "#F2F2F2", "#000000", "#FFFFFF", "#000000", "#000000", 0.7
    ),
}
"""For black-and-white print.

A goal has a black bar and a thick border, a target a grey ground, an effort neither.
"""


def _strong_colours(bar: str, pen: float = 2.0) -> KindColours:
    return KindColours(bar, "#FFFFFF", "#FFFFFF", "#000000", pen=pen)


_CONTRAST_COLOURS: dict[Kind, KindColours] = {
    "programme": KindColours("#000000", "#FFFFFF", "#000000", "#FFFFFF"),
    "theme": KindColours("#000000", "#FFFFFF", "#000000", "#FFFFFF"),
    "goal": _strong_colours("#003A70", 2.5),
    "benefit": _strong_colours("#00455C"),
    "target": _strong_colours("#6B3000"),
    "capability": _strong_colours("#6A0048"),
    "result": _strong_colours("#4A4400"),
    "effort": _strong_colours("#004A33", 1.5),
}
"""Every text has a contrast of at least 7 to 1."""

COLOUR_STYLE = PictureStyle(KIND_COLOURS)
GREY_STYLE = PictureStyle(
    _GREY_COLOURS,
    band="#FFFFFF",
    band_border="#8C8C8C",
    words="#000000",
    faint="#404040",
    link="#333333",
    weak="#000000",
    part="#757575",
    gap="#000000",
    good="#000000",
    fair="#000000",
)
CONTRAST_STYLE = PictureStyle(
    _CONTRAST_COLOURS,
    band="#FFFFFF",
    band_border="#000000",
    words="#000000",
    faint="#333333",
    link="#000000",
    weak="#6B3000",
    part="#000000",
    gap="#8B0000",
    good="#004A33",
    fair="#5A3A00",
)
PICTURE_STYLES = {
    "colour": COLOUR_STYLE,
    "grey": GREY_STYLE,
    "contrast": CONTRAST_STYLE,
}

LINK_COLOUR, WEAK_COLOUR = COLOUR_STYLE.link, COLOUR_STYLE.weak
