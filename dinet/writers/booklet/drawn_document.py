"""A document of pictures by Graphviz, without tags: for who asks for that engine."""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from dinet.document.own_outputs import FILE_CREATOR, describe_origin
from dinet.layout.plan import Layout
from dinet.layout.render.dot import to_dot
from dinet.layout.render.graphviz import LOGO_FILE, render_pictures
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.writers.booklet.typeset_picture import PDF_LANGUAGES


def draw_document(
    layouts: Sequence[Layout], network: Network, profile: Profile
) -> bytes:
    """The pages, in order, each as Graphviz draws it.

    Args:
        layouts: The pages.
        network: Its title and language are told in the file.
        profile: What draws them, and of what the file was made.

    Raises:
        MissingLibraryError: Graphviz is not there or failed.
        UsageError: The logo is an SVG that it cannot draw.
    """
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
    root[NameObject("/Lang")] = TextStringObject(PDF_LANGUAGES[lang])
    shows_title = {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    root[NameObject("/ViewerPreferences")] = DictionaryObject(shows_title)
