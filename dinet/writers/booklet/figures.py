"""The pictures of a report: the network and the planning, each page with a heading that the report sets itself."""

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
    """The network: one page if it can be read there, else a page or more for each theme; none when it is too large."""
    if fits_in_picture(network):
        paper = "A3" if profile.paper == "screen" else profile.paper
        layouts = lay_out_pages(network, findings, profile._replace(paper=paper))
        for at, layout in enumerate(layouts):
            yield _network_figure(
                layout, network, profile, alone=len(layouts) == 1, first=at == 0
            )


def _network_figure(
    layout: Layout, network: Network, profile: Profile, *, alone: bool, first: bool
) -> ReportFigure:
    title = [line for line in layout.words if line.role == "title"]
    name = Sentence("The network").in_language(profile.lang)
    heading = name if alone else f"{name}: {layout.title}" if first else layout.title
    rest = tuple(
        line for line in layout.words if line.role not in ("title", "number")
    )  # the report has numbers of its own
    svg = to_svg(
        layout._replace(words=rest, style=layout.style._replace(page=CLEAR_GROUND)),
        network,
        lang=profile.lang,
    )
    alt = Sentence(
        "{title}. {description} The tables hold the same in words.",
        title=layout.title.rstrip("."),
        description=layout.description,
    )
    like = title[0]
    fitting = _fit_heading(heading, layout, like, len(title))
    return ReportFigure(
        *(
            "network",
            without_fonts(svg),
            layout.width,
            layout.height,
            fitting,
            1 if first else 2,
            like.x,
            like.y,
            like.size,
        ),
        alt.in_language(profile.lang),
    )


def _fit_heading(heading: str, layout: Layout, like: CaptionLine, lines: int) -> str:
    """The heading, or as much of it as fits in the room that the picture left."""
    room = (layout.width - 2 * like.x) / like.size
    if len(wrap_text(heading, room, "bold", layout.lang, MOST_TITLE_LINES)) <= lines:
        return heading
    return shorten_text(heading, 0.9 * room * lines, "bold")


def planning_figures(
    planning: Planning, network: Network, profile: Profile
) -> Iterator[ReportFigure]:
    """The planning on pages of A4 that lie; none when no effort has a date: then the table in words says all of it."""
    if planning.years:
        for at, page in enumerate(
            draw_planning_pages(
                planning, network, profile._replace(paper="A4-landscape")
            )
        ):
            yield _planning_figure(page, profile, first=at == 0)


def _planning_figure(page: DrawnPage, profile: Profile, *, first: bool) -> ReportFigure:
    heading = Sentence("Planning").in_language(profile.lang) if first else ""
    clear = page._replace(style=page.style._replace(page=CLEAR_GROUND), number=())
    svg = without_fonts(
        drawing_to_svg([clear._replace(heading=()) if first else clear])
    )
    alt = Sentence(
        "{title}. {description} The table after it holds the same in words.",
        title=page.title.rstrip("."),
        description=page.description,
    )
    like = page.heading[0]
    return ReportFigure(
        "planning",
        svg,
        page.width,
        page.height,
        heading,
        1,
        like.x,
        like.y,
        like.size,
        alt.in_language(profile.lang),
    )
