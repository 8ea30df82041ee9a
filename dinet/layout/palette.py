"""Colours by kind: bars from the Okabe-Ito set, which people with colour blindness can tell apart, and light grounds.

A colour never tells anything alone: the code, the column and the words say it too.
"""

from typing import NamedTuple

from dinet.layout.plan import Route
from dinet.model import Kind


class Ink(NamedTuple):
    """The colours of one kind of element: the bar and border, the code in the bar, the ground, and the text on it."""

    bar: str
    code: str
    ground: str
    text: str


INKS: dict[Kind, Ink] = {
    "programme": Ink("#111111", "#FFFFFF", "#333333", "#FFFFFF"),
    "theme": Ink("#111111", "#FFFFFF", "#333333", "#FFFFFF"),
    "goal": Ink("#0072B2", "#FFFFFF", "#E8F3FA", "#111111"),
    "benefit": Ink("#56B4E9", "#000000", "#EAF6FD", "#111111"),
    "target": Ink("#E69F00", "#000000", "#FEF5E1", "#111111"),
    "capability": Ink("#CC79A7", "#000000", "#FAEFF5", "#111111"),
    "result": Ink("#F0E442", "#000000", "#FDFBE0", "#111111"),
    "effort": Ink("#009E73", "#000000", "#E6F5F0", "#111111"),
}
"""For every kind of element."""

PAGE = "#FFFFFF"
BAND = "#F7F7F7"
BAND_BORDER = "#C8C8C8"
WORDS = "#222222"
FAINT = "#595959"
LINK = "#4D4D4D"
CROSSING = "#8A5A00"
"""Links that are dashed."""
PART = "#888888"
"""Links that only say what belongs to what."""
GAP = "#B00020"
"""Remarks about what is missing."""


class Line(NamedTuple):
    """How a link is drawn.

    Args:
        dashes: The lengths of dashes and gaps in points; empty for a whole line.
        head: Whether it ends in an arrow head.
    """

    colour: str
    dashes: str = ""
    head: bool = True


CONTRIBUTION, CROSSED, BELONGING = Line(LINK), Line(CROSSING, "5 3"), Line(PART, head=False)
BELONGING_AFAR = Line(PART, "5 3", head=False)
REFERENCE, CONFLICT = Line(FAINT, "1.5 3"), Line(GAP, "1.5 3")


def line_of(route: Route) -> Line:
    """How a link is drawn: by its kind, and by whether it is dashed."""
    if route.kind in ("contributes_to", "measures"):
        return CROSSED if route.dashed else CONTRIBUTION
    if route.kind == "part_of":
        return BELONGING_AFAR if route.dashed else BELONGING
    return CONFLICT if route.kind == "conflicts_with" else REFERENCE
