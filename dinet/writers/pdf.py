"""The network for the printer, on one page if it can be read or a page for each theme.

Letters are at least 7 points, as far as that can be. It has a title, a language and tags: each
page is a heading with a picture, and in its place stands every element in words. Only when
Graphviz is asked to draw it there are no tags.
"""

from collections.abc import Sequence
from importlib.util import find_spec

from dinet.document.own_outputs import describe_origin
from dinet.finding import Finding
from dinet.layout.plan import CaptionLine, Layout
from dinet.layout.render.svg import spoken_labels, to_svg
from dinet.layout.style.profile import Profile
from dinet.layout.trimmed_picture import lay_out_own_pages
from dinet.network import Network
from dinet.writers.booklet.figures import CLEAR_GROUND
from dinet.writers.booklet.standalone_page import without_fonts
from dinet.writers.booklet.typeset_picture import (
    PDF_LANGUAGES,
    DocumentFacts,
    TypesetSheet,
    typeset_pdf,
)
from dinet.writers.office.file_facts import programme_facts


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The document: the same bytes for the same network, with the same engine; it holds no date.

    Args:
        network: Every element is drawn, or what the profile asks for; one that two pages need
            is repeated.
        findings: The legend of a single page counts them, and boxes tell them when the profile
            marks them.
        profile: The pages, what is drawn, the look, the language of the words around the
            elements, and the engine.

    Raises:
        UsageError: The programme has no such theme or element, or the logo is an SVG that the
            engine asked for cannot draw.
        MissingLibraryError: What draws it is not there or failed.
    """
    layouts = lay_out_own_pages(network, findings, profile)
    if profile.engine == "auto" and find_spec("typst"):
        return _typeset_document(layouts, network, profile)
    # pypdf is loaded only here: it takes a tenth of a second that a typeset document is spared
    from dinet.writers.booklet.drawn_document import draw_document

    return draw_document(layouts, network, profile)


def _typeset_document(
    layouts: Sequence[Layout], network: Network, profile: Profile
) -> bytes:
    """A document with tags."""
    lang, _, region = PDF_LANGUAGES[network.programme.lang].partition("-")
    facts = DocumentFacts(
        stated=programme_facts(
            network, network.programme.title or layouts[0].title
        ),
        origin=describe_origin(profile.source, profile.lang),
        lang=lang,
        region=region,
        ink=profile.style.words,
        ground=profile.style.page,
    )
    sheets = [_typeset_sheet(each, network, profile.lang) for each in layouts]
    return typeset_pdf(sheets, facts, profile.style.font)


def _typeset_sheet(
    layout: Layout, network: Network, lang: str
) -> TypesetSheet:
    """A page: its title becomes a heading, and its elements are told in words too."""
    titles = [line for line in layout.words if line.role == "title"]
    others = [line for line in layout.words if line.role != "title"]
    clear = layout.style._replace(page=CLEAR_GROUND)
    drawn = layout._replace(words=tuple(others), style=clear)
    first = titles[0] if titles else CaptionLine("title", "", 0, 0, 0)
    told = spoken_labels(layout, network, lang)
    return TypesetSheet(
        drawing=without_fonts(to_svg(drawn, network, lang=lang)),
        width=layout.width,
        height=layout.height,
        title=tuple(line.text for line in titles),
        x=first.x,
        y=first.y,
        size=first.size,
        alt=" ".join(
            [layout.title.rstrip(".") + ".", layout.description, *told]
        ),
    )


DUTCH = {
    (
        "The network for the printer, on one page if it can be read or a page for each "
        "theme."
    ): (
        "Het netwerk voor de printer, op één bladzijde als die leesbaar is of een "
        "bladzijde per thema."
    ),
}
