"""The pictures of a report: the network and the planning.

Each page has a heading, which the report sets itself.
"""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.pages import lay_out_pages
from dinet.layout.plan import CaptionLine, Layout
from dinet.layout.render.drawing import DrawnPage, drawing_to_svg
from dinet.layout.render.svg import to_svg
from dinet.layout.style.profile import Profile
from dinet.layout.tables.planning import Planning
from dinet.layout.tables.planning_pages import draw_planning_pages
from dinet.layout.text.measure import shorten_text, wrap_text
from dinet.limits import current_limits
from dinet.network import Network
from dinet.writers.booklet.standalone_page import without_fonts

TITLE_LEADING = 1.2
"""From one line of a title to the next, in letter sizes."""
MOST_TITLE_LINES = 9
"""As far as a title is wrapped to count its lines; none that fits has so many."""
CLEAR_GROUND = "none"
"""The ground of a picture: the heading lies under it."""


class ReportFigure(NamedTuple):
    """A page with a picture.

    Args:
        part: ``network`` or ``planning``.
        svg: The picture, in the size of the page; where the heading comes nothing is drawn.
        heading: Its words; empty when the picture has its own title.
        level: Of the heading, 1 or 2.
        x: The left side of the heading. ``y`` is its first base line, ``size`` the size of its
            letters.
        alt: What it shows, for who cannot see it.
    """

    part: str
    svg: str
    width: float
    height: float
    heading: str
    level: int
    x: float
    y: float
    size: float
    alt: str


def fits_in_picture(network: Network) -> bool:
    """Whether there is a picture of the network: it has elements, and no more than the limit."""
    return 0 < len(network) <= current_limits().picture


def network_figures(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> Iterator[ReportFigure]:
    """The network on one page if it can be read there, else on a page or more for each theme.

    There are none when the network is too large.
    """
    if not fits_in_picture(network):
        return
    paper = "A4" if profile.trim else profile.paper  # that of the report
    if paper == "screen":
        paper = "A3"
    # the heading of the report stands where the title would
    titled = profile._replace(paper=paper, titled=True)
    layouts = lay_out_pages(network, findings, titled)
    alone = len(layouts) == 1
    for number, layout in enumerate(layouts):
        yield _network_figure(
            layout, network, profile.lang, alone=alone, first=not number
        )


def _network_figure(
    layout: Layout, network: Network, lang: str, *, alone: bool, first: bool
) -> ReportFigure:
    """One page of the network.

    Args:
        layout: The page.
        network: What its elements say in full.
        lang: The language of the report.
        alone: There is no other page.
        first: It begins the part of the report.
    """
    title = [line for line in layout.words if line.role == "title"]
    heading = (
        _part_heading(layout, lang, alone=alone) if first else layout.title
    )
    return ReportFigure(
        part="network",
        svg=_clear_drawing(layout, network, lang),
        width=layout.width,
        height=layout.height,
        heading=_fit_heading(heading, layout, title[0], len(title)),
        level=1 if first else 2,
        x=title[0].x,
        y=title[0].y,
        size=title[0].size,
        alt=_picture_words(layout, lang),
    )


def _part_heading(layout: Layout, lang: str, *, alone: bool) -> str:
    """The heading over the first page, which names the part of the report."""
    name = Sentence("The network").in_language(lang)
    return name if alone else f"{name}: {layout.title}"


def _picture_words(layout: Layout, lang: str) -> str:
    """What a page of the network shows, for who cannot see it."""
    words = Sentence(
        "{title}. {description} The tables hold the same in words.",
        title=layout.title.rstrip("."),
        description=layout.description,
    )
    return words.in_language(lang)


def _clear_drawing(layout: Layout, network: Network, lang: str) -> str:
    """A page without a ground, a title and a number: the report has these of its own."""
    words = [
        line for line in layout.words if line.role not in ("title", "number")
    ]
    style = layout.style._replace(page=CLEAR_GROUND)
    clear = layout._replace(words=tuple(words), style=style)
    return without_fonts(to_svg(clear, network, lang=lang))


def _fit_heading(
    heading: str, layout: Layout, title: CaptionLine, lines: int
) -> str:
    """The heading, or as much of it as fits in the room that the picture left."""
    room = (layout.width - 2 * title.x) / title.size
    if (
        len(wrap_text(heading, room, "bold", layout.lang, MOST_TITLE_LINES))
        <= lines
    ):
        return heading
    # lines end at words, so the last of the room is not filled
    return shorten_text(heading, 0.9 * room * lines, "bold")


def planning_figures(
    planning: Planning, network: Network, profile: Profile
) -> Iterator[ReportFigure]:
    """The planning on pages of A4 that lie.

    There are none when no effort has a date: then the table in words says all of it.
    """
    if not planning.years:
        return
    lying = profile._replace(paper="A4-landscape", trim=False)
    pages = draw_planning_pages(planning, network, lying)
    for number, page in enumerate(pages):
        yield _planning_figure(page, profile.lang, first=not number)


def _planning_figure(
    page: DrawnPage, lang: str, *, first: bool
) -> ReportFigure:
    clear = page._replace(
        style=page.style._replace(page=CLEAR_GROUND), number=()
    )
    heading = ""
    if first:  # the report sets the heading itself
        heading = Sentence("Planning").in_language(lang)
        clear = clear._replace(heading=())
    title = page.heading[0]
    return ReportFigure(
        part="planning",
        svg=without_fonts(drawing_to_svg([clear])),
        width=page.width,
        height=page.height,
        heading=heading,
        level=1,
        x=title.x,
        y=title.y,
        size=title.size,
        alt=_calendar_words(page, lang),
    )


def _calendar_words(page: DrawnPage, lang: str) -> str:
    """What a page of the planning shows, for who cannot see it."""
    words = Sentence(
        "{title}. {description} The table after it holds the same in words.",
        title=page.title.rstrip("."),
        description=page.description,
    )
    return words.in_language(lang)
