"""A picture in a file of its own: it ends where its drawing ends, and is as wide as is asked for.

A page fills paper; a picture goes into a text or on a site, where white around it is in the way.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from dinet.errors import DinetError
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.page_layout import PageTransform
from dinet.layout.pages import lay_out_pages, lay_out_picture
from dinet.layout.plan import (
    CaptionLine,
    ClusterBand,
    ElementBox,
    Layout,
    PageArea,
    Point,
)
from dinet.layout.style.paper import (
    NARROW_MARGIN,
    NATURAL_LETTERS,
    POSTER_LETTERS,
    is_poster,
)
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import measure_width
from dinet.network import Network

LETTERS_TO_WARN = 6.0
"""Letters smaller than this, in points, are told of: nobody reads them on paper."""
LEAST_DRAWN = 0.4
"""A page of which less than this share is drawn on looks empty: half as large a page will do."""
ASCENT, DESCENT = 0.95, 0.25
"""How far letters reach above and below their base line, in letter sizes."""


def lay_out_own_picture(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> Layout:
    """What the profile asks for as a picture in a file of its own.

    Args:
        network: The programme.
        findings: What the rules say about it.
        profile: Whether it ends where its drawing ends, and how wide it is.

    Raises:
        UsageError: The programme has no such theme or element, or both are asked for.
        DocumentError: There are more elements than dinet draws.
    """
    layout = lay_out_picture(network, findings, profile)
    if not (profile.trim or profile.width):
        return layout
    area = _drawn_area(layout)
    scale = profile.width / area.w if profile.width else 1.0
    return _cut_out(layout, area, scale)


def lay_out_own_pages(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> Sequence[Layout]:
    """What the profile asks for as pages of a file of their own.

    Where nobody asks for paper, a small drawing stands on A4: on A3 most would be white.

    Args:
        network: The programme.
        findings: What the rules say about it.
        profile: The paper, and whether that was asked for.

    Raises:
        UsageError: The programme has no such theme or element, or both are asked for.
        DocumentError: There are more elements than dinet draws.
    """
    pages = lay_out_pages(network, findings, profile)
    if not profile.trim or len(pages) > 1:
        return pages
    page, area = pages[0], _drawn_area(pages[0])
    if area.w * area.h >= LEAST_DRAWN * page.width * page.height:
        return pages
    paper = "A4-landscape" if area.w > area.h else "A4"
    smaller = lay_out_pages(network, findings, profile._replace(paper=paper))
    fits = len(smaller) == 1 and smaller[0].size >= NATURAL_LETTERS
    return smaller if fits else pages


def small_letters_warning(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> Sentence | None:
    """What to say of a picture that nobody can read on paper, with what helps; else None.

    A picture that cannot be drawn needs no warning.
    """
    try:
        layout = lay_out_own_picture(network, findings, profile)
    except DinetError:
        return None
    if is_poster(profile.paper):
        return _poster_warning(layout.size)
    if layout.size >= LETTERS_TO_WARN:
        return None
    return Sentence(
        "The letters of this picture are {size} points on paper: too small to read. Draw a part "
        "with --theme or --around, shorter texts with --short, a larger --page or --width; "
        "or write pdf, which takes as many pages as are needed.",
        size=f"{layout.size:.1f}",
    )


def small_poster_warning(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> Sentence | None:
    """The same of a document of posters, which may have several pages; None of other pages."""
    if not is_poster(profile.paper):
        return None
    pages = lay_out_pages(network, findings, profile)
    return _poster_warning(min(page.size for page in pages))


def _poster_warning(size: float) -> Sentence | None:
    """What to say of a poster whose letters are this large; None when they can be read."""
    if size >= POSTER_LETTERS:
        return None
    return Sentence(
        "The letters of this poster are {size} points; from a metre away they should be {least}. "
        "Draw a part with --theme or --around, shorter texts with --short, or a larger --page.",
        size=f"{size:.1f}",
        least=f"{POSTER_LETTERS:.0f}",
    )


def _drawn_area(layout: Layout) -> PageArea:
    """What of a page is drawn on, with a narrow margin."""
    xs, ys = zip(*_outer_points(layout), strict=True)
    left, top = min(xs) - NARROW_MARGIN, min(ys) - NARROW_MARGIN
    return PageArea(
        left,
        top,
        max(xs) + NARROW_MARGIN - left,
        max(ys) + NARROW_MARGIN - top,
    )


def _outer_points(layout: Layout) -> Iterator[Point]:
    """Points of which the outermost bound all that is drawn."""
    areas: list[ElementBox | ClusterBand | PageArea] = [
        *layout.boxes,
        *layout.bands,
    ]
    if layout.logo:
        areas.append(layout.logo)
    for area in areas:
        yield area.x, area.y
        yield area.x + area.w, area.y + area.h
    for route in chain(layout.routes, layout.samples):
        yield from route.points
    for words in layout.words:
        width = measure_width(words.text, "bold" if words.bold else "regular")
        yield words.x, words.y - ASCENT * words.size
        yield words.x + width * words.size, words.y + DESCENT * words.size


def _cut_out(layout: Layout, area: PageArea, scale: float) -> Layout:
    """A part of a page as a page, so many times larger."""
    move = PageTransform(scale, -area.x * scale, -area.y * scale)

    def move_words(words: CaptionLine) -> CaptionLine:
        x, y = move.move_point((words.x, words.y))
        return words._replace(x=x, y=y, size=words.size * scale)

    logo = layout.logo
    if logo:
        x, y = move.move_point((logo.x, logo.y))
        logo = PageArea(x, y, logo.w * scale, logo.h * scale)
    return layout._replace(
        width=area.w * scale,
        height=area.h * scale,
        size=layout.size * scale,
        boxes=tuple(map(move.move_box, layout.boxes)),
        routes=tuple(map(move.move_route, layout.routes)),
        bands=tuple(map(move.move_band, layout.bands)),
        words=tuple(map(move_words, layout.words)),
        samples=tuple(map(move.move_route, layout.samples)),
        logo=logo,
    )
