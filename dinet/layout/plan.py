"""The shapes of a Layout: where every box, band, heading and link of one page stands.

All in points, from the top left.
"""

from typing import NamedTuple

from dinet.layout.style.palette import COLOUR_STYLE, PictureStyle
from dinet.model import WEAK_BASES, Basis, Kind, LinkKind

Point = tuple[float, float]


class Remark(NamedTuple):
    """What is told under the text of a box: its words, and the same wrapped and hyphenated to fit.

    One that begins with "!", "✓" or "±" is a gap or a grade of coverage and stands bold,
    another is a note in italics.
    """

    text: str
    lines: tuple[str, ...]


class ElementBox(NamedTuple):
    """One element on the page.

    Args:
        id: The element's id; the code that is shown in the bar.
        kind: The element's kind.
        x: Left side. ``y`` is the top, ``w`` and ``h`` the width and height.
        lines: Its text, wrapped and hyphenated to fit.
        remarks: What is told under the text, from top to bottom.
        code: The id as it is shown in the bar: cut when it is too long for one.
        bar: The width of the bar at the left that holds the code.
        dashed: The element stands whole on another page and is repeated here, or is gone.
    """

    id: str
    kind: Kind
    x: float
    y: float
    w: float
    h: float
    lines: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()
    code: str = ""
    bar: float = 0.0
    dashed: bool = False


USUAL_PEN = 1.0
"""How thick a line is that has no points, in points on paper."""
PENS = (0.6, 1.2, 2.2, 3.6)
"""How thick lines with few to many points are: each is nearly twice the one before."""


class Route(NamedTuple):
    """One link on the page, from what serves to what is served.

    Args:
        start: The id of what serves. ``end`` is what is served.
        points: A start point and then three points for every Bezier curve; the last touches the
            served box.
        weight: The sign that the document gives the link; empty when it has none.
        pen: How thick it is, in points on paper: ``USUAL_PEN``, or one of ``PENS``.
    """

    start: str
    end: str
    kind: LinkKind
    basis: Basis
    points: tuple[Point, ...]
    weight: str = ""
    pen: float = USUAL_PEN

    @property
    def is_weak(self) -> bool:
        """Whether the document does not give the link in so many words."""
        return self.basis in WEAK_BASES

    @property
    def head_scale(self) -> float:
        """How many times larger than usual the head of the line is: a thick one covers less."""
        return max(1.0, (1 + self.pen) / 2.7)


class ClusterBand(NamedTuple):
    """The ground behind everything of one theme."""

    theme: str | None
    x: float
    y: float
    w: float
    h: float


class PageArea(NamedTuple):
    """A rectangle on the page."""

    x: float
    y: float
    w: float
    h: float


class CaptionLine(NamedTuple):
    """A line of text that is not an element: a title, a column heading, a legend.

    Args:
        role: ``title``, ``subtitle``, ``heading`` (of a column), ``caption`` (of a band or
            group), ``legend`` or ``number`` (of the page).
        x: Left side of the text. ``y`` is its base line.
        size: The size of the letters, in points.
    """

    role: str
    text: str
    x: float
    y: float
    size: float
    bold: bool = False


class Layout(NamedTuple):
    """One page, whole.

    Args:
        width: Of the page in points. ``height`` likewise.
        size: The size of the letters in boxes, in points on paper.
        title: What the page shows, also for who cannot see it.
        description: What is on it, in one or two sentences.
        samples: The lines of the legend: routes that begin and end at nothing.
        style: The colours, and the logo that stands in the area ``logo``.
    """

    width: float
    height: float
    size: float
    title: str
    description: str
    lang: str
    boxes: tuple[ElementBox, ...]
    routes: tuple[Route, ...]
    bands: tuple[ClusterBand, ...]
    words: tuple[CaptionLine, ...]
    samples: tuple[Route, ...] = ()
    style: PictureStyle = COLOUR_STYLE
    logo: PageArea | None = None
