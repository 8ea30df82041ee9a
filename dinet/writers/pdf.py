"""The network for the printer, one page if it can be read or a page for each theme; without \
tags, so publish the report.

Letters are at least 7 points, as far as that can be. It has a title and a language, but a screen
reader finds no structure in it: the report shows the same pages with tags.
"""  # noqa: D205 (one sentence of the catalogue)

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from dinet.document.own_outputs import FILE_CREATOR, describe_origin
from dinet.finding import Finding
from dinet.layout.pages import lay_out_pages
from dinet.layout.plan import Layout
from dinet.layout.render.dot import to_dot
from dinet.layout.render.graphviz import LOGO_FILE, render_pictures
from dinet.layout.style.profile import Profile
from dinet.network import Network

LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


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
        UsageError: The programme has no such theme or element, or the logo is an SVG.
        MissingLibraryError: Graphviz is not there or failed.
    """
    layouts = lay_out_pages(network, findings, profile)
    sources = [to_dot(layout, logo=LOGO_FILE) for layout in layouts]
    drawings = render_pictures(sources, "pdf", profile.engine, profile.style)
    document = PdfWriter()
    for layout, drawing in zip(layouts, drawings, strict=True):
        _add_page(document, drawing, layout)
    title = network.programme.title or layouts[0].title
    origin = describe_origin(profile.source, profile.lang)
    _describe_document(document, title, network.programme.lang, origin)
    written = BytesIO()
    document.write(written)
    return written.getvalue()


def _add_page(document: PdfWriter, drawing: bytes, layout: Layout) -> None:
    page = document.add_page(PdfReader(BytesIO(drawing)).pages[0])
    # Graphviz rounds to whole points
    page.mediabox.upper_right = round(layout.width, 4), round(layout.height, 4)


def _describe_document(
    document: PdfWriter, title: str, lang: str, origin: str
) -> None:
    """Say the title, which programs show over the page, the language, and what it was made of."""
    document.metadata = {
        "/Title": title,
        "/Subject": origin,
        "/Creator": FILE_CREATOR,
    }
    root = document.root_object
    root[NameObject("/Lang")] = TextStringObject(LANGUAGES[lang])
    shows_title = {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    root[NameObject("/ViewerPreferences")] = DictionaryObject(shows_title)


DUTCH = {
    (
        "The network for the printer, one page if it can be read or a page for each "
        "theme; without tags, so publish the report."
    ): (
        "Het netwerk voor de printer, op één bladzijde als die leesbaar is of een "
        "bladzijde per thema; zonder labels voor een schermlezer, dus publiceer het rapport."
    ),
}
