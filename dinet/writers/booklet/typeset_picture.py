"""Drawings as a picture of dots or as a document with tags, set by what sets the report.

It places letters at fractions of a dot, so words keep their spaces at 150 dots per inch, and
draws what the SVG shows: the same rounded corners, heads of lines and logo.
"""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, NamedTuple

from dinet.errors import MissingLibraryError
from dinet.language import Sentence
from dinet.layout.plan import Layout
from dinet.layout.render.dots import Drawing, draws_as_usual, render_dots
from dinet.layout.render.svg import font_style
from dinet.layout.style.palette import PictureStyle
from dinet.layout.text.measure import FONTS_FOLDER
from dinet.model import Identity
from dinet.wording.deadlines import is_dated
from dinet.writers.booklet.template_values import input_attempts
from dinet.writers.office.file_facts import FileFacts

PDF_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
"""What a document says of its language, by the language of a programme."""
POINTS_PER_INCH = 72
DOTS_PER_METRE = 1 / 0.0254
"""Of one dot per inch: a PNG counts in metres."""
MOST_AREA = 60_000_000
"""A picture of more dots than this takes more than 256 MB to draw; its dots get larger."""
_SOURCE = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg", width: 100%)
"""
"""What the library runs: the drawing comes as data, and nothing of it is ever run as code."""
_DOCUMENT = b"""
#let data = json(bytes(sys.inputs.data))
#let stated = data.stated
#let day = if stated.day == none { none } else { datetime(..stated.day) }
#set document(title: stated.title, description: data.origin, date: day)
#set document(author: stated.author) if stated.author != ""
#set page(fill: rgb(data.ground))
#set text(font: "Dinet Sans", lang: data.lang, region: data.region)
#show heading: set par(leading: 0.2em)
#show heading: set block(above: 0pt, below: 0pt)
#let sheet(number, each) = page(width: each.width * 1pt, height: each.height * 1pt, margin: 0pt, {
  if each.title.len() > 0 {
    let room = (each.width - 2 * each.x) * 1pt
    place(top + left, dx: each.x * 1pt, dy: each.y * 1pt, block(width: room, heading({
      set text(each.size * 1pt, top-edge: "baseline", bottom-edge: "baseline", fill: rgb(data.ink))
      set text(hyphenate: false)
      set par(leading: 1.2 * each.size * 1pt)
      each.title.join([ ] + linebreak())
    })))
  }
  image(bytes(sys.inputs.at("drawing-" + str(number))), format: "svg", width: 100%, alt: each.alt)
})
#for (number, each) in data.sheets.enumerate() { sheet(number, each) }
"""
"""A page for each drawing, with its title as a heading and its words for who cannot see it."""
LOGO_LETTERS = "sans-serif"
"""A logo may hold words in letters of this machine."""
READ_STANDARDS, KEPT_STANDARDS = ["ua-1"], ["ua-1", "a-2a"]
"""Of a document to read aloud, and of one to keep as well: that has to tell its day."""
SIGNATURE = bytes.fromhex("89504e47")
"""With these bytes a PNG begins."""
_HEADER_END = 33
"""Bytes of a PNG before what may follow its header: the signature and the header itself."""


class TypesetSheet(NamedTuple):
    """A page of a document of pictures.

    Args:
        drawing: The SVG, in the size of the page, without a ground.
        width: In points, as ``height`` and the rest.
        title: The lines of its heading, which the drawing leaves to who sets it; may be none.
        x: The left side of the title. ``y`` is its first base line, ``size`` that of its letters.
        alt: What it shows, for who cannot see it.
    """

    drawing: str
    width: float
    height: float
    title: tuple[str, ...]
    x: float
    y: float
    size: float
    alt: str


class DocumentFacts(NamedTuple):
    """What a document of pictures says of itself.

    Args:
        stated: Its title, which programs show over the pages, whose it is and of which day.
        origin: What it was made of.
        lang: ``nl`` or ``en``, with ``region`` as in ``NL``.
        ink: The colour of its titles, with ``ground`` for that of the page under them.
    """

    stated: FileFacts
    origin: str
    lang: str
    region: str
    ink: str
    ground: str


def typeset_png(drawing: str, layout: Layout, dpi: float, font: str) -> bytes:
    """A PNG of an SVG: the same bytes for the same drawing; it says how many dots an inch has.

    Args:
        drawing: The SVG.
        layout: What it shows; its size counts.
        dpi: Dots per inch; fewer where there would be too many.
        font: The name of letters that are looked for on this machine; empty for none.

    Raises:
        MissingLibraryError: The library is not there, or could not draw it.
    """
    inches = (layout.width / POINTS_PER_INCH) * (
        layout.height / POINTS_PER_INCH
    )
    dpi = min(dpi, (MOST_AREA / inches) ** 0.5)
    size = {"width": f"{layout.width}", "height": f"{layout.height}"}
    # the library has the letters: those in the drawing are half of it, and it looks at none
    inputs = {"drawing": drawing.replace(font_style(), "", 1), **size}
    dots = typeset_source(_SOURCE, inputs, font, {"format": "png", "ppi": dpi})
    return mark_dpi(dots, dpi)


def draw_dots(
    drawings: Sequence[Drawing], engine: str, style: PictureStyle
) -> list[bytes]:
    """A PNG for each drawing, that says how many dots an inch has.

    What sets the report draws them where it is there and nobody asks for another engine: its
    letters are clearer, and no other program has to start.

    Args:
        drawings: The pages.
        engine: As in ``Profile``.
        style: Whose logo and letters they have.

    Raises:
        MissingLibraryError: What draws them is not there or failed.
        UsageError: The logo is an SVG that the engine asked for cannot draw.
    """
    is_free = engine == "auto" and draws_as_usual()
    if is_free and find_spec("typst"):
        return [
            typeset_png(each.make_svg(), each.layout, each.dpi, style.font)
            for each in drawings
        ]
    dots = render_dots(drawings, engine, style)
    return [
        mark_dpi(picture, drawing.dpi)
        for picture, drawing in zip(dots, drawings, strict=True)
    ]


def typeset_logo(drawing: str, size: tuple[float, float], dpi: float) -> bytes:
    """A PNG of a small drawing without a ground.

    Args:
        drawing: The SVG.
        size: Its width and height, in points.
        dpi: Dots per inch.

    Raises:
        MissingLibraryError: The library is not there, or could not draw it.
    """
    width, height = size
    inputs = {"drawing": drawing, "width": f"{width}", "height": f"{height}"}
    settings = {"format": "png", "ppi": dpi}
    return typeset_source(_SOURCE, inputs, LOGO_LETTERS, settings)


def typeset_pdf(
    sheets: Sequence[TypesetSheet], facts: DocumentFacts, font: str
) -> bytes:
    """A PDF with tags, headings and words for each picture; it holds no date.

    Args:
        sheets: Its pages, in order; at least one.
        facts: What it says of itself.
        font: The name of letters that are looked for on this machine; empty for none.

    Raises:
        MissingLibraryError: The library is not there, or could not set it.
    """
    told = [sheet._replace(drawing="")._asdict() for sheet in sheets]
    stated = facts.stated.as_template_values()
    data = {**facts._asdict(), "stated": stated, "sheets": told}
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    for number, sheet in enumerate(sheets):
        inputs[f"drawing-{number}"] = sheet.drawing
    settings = {"format": "pdf", "pdf_standards": READ_STANDARDS}
    return typeset_source(_DOCUMENT, inputs, font, settings)


def pdf_settings(identity: Identity) -> dict[str, Any]:
    """The settings of a PDF about a programme, which can be kept only where its day is stated.

    Example:
        >>> pdf_settings(Identity(date="1 maart 2026"))["pdf_standards"]
        ['ua-1', 'a-2a']
    """
    standards = KEPT_STANDARDS if is_dated(identity) else READ_STANDARDS
    return {"format": "pdf", "pdf_standards": standards}


def typeset_source(
    source: bytes,
    inputs: Mapping[str, str],
    font: str,
    settings: Mapping[str, Any],
) -> bytes:
    """What the library makes of the first inputs that it can set.

    Args:
        source: What it runs.
        inputs: The texts that this gets, never run as code.
        font: The name of letters that are looked for on this machine; empty for none.
        settings: The format, and what it has to hold to.

    Raises:
        MissingLibraryError: The library is not there, or could not set it.
    """
    reason = ""
    for attempt, everywhere in input_attempts(inputs):
        try:
            return typeset_inputs(
                source, attempt, settings, bool(font) or everywhere
            )
        except (ImportError, RuntimeError) as error:
            reason = str(error)
    raise MissingLibraryError(
        Sentence(
            "typst could not draw the picture: {reason}.",
            reason=reason.rstrip("."),
        )
    )


def typeset_inputs(
    source: bytes,
    inputs: dict[str, str],
    settings: Mapping[str, Any],
    everywhere: bool,
) -> bytes:
    """What comes of inputs.

    Args:
        source: What the library runs.
        inputs: The texts that this gets, never run as code.
        settings: The format, and what it has to hold to.
        everywhere: Letters may come from this machine too.

    Raises:
        ImportError: The library is not there.
        RuntimeError: It could not set these.
    """
    import typst  # a machine without it has other engines

    made = typst.compile(
        source,
        font_paths=_find_fonts(everywhere=everywhere),
        sys_inputs=inputs,
        **settings,
    )
    return bytes(made)


@lru_cache(maxsize=2)
def _find_fonts(*, everywhere: bool) -> Any:
    """The letters that the library has: a build sets many pictures with them."""
    import typst

    return typst.Fonts(
        include_system_fonts=everywhere,
        include_embedded_fonts=False,
        font_paths=[FONTS_FOLDER],
    )


def mark_dpi(picture: bytes, dpi: float) -> bytes:
    """A PNG that says how many dots an inch has, so that Word shows it in its size.

    Example:
        >>> header = SIGNATURE + bytes(29)
        >>> mark_dpi(header, 150)[37:41], len(mark_dpi(header, 150)) - len(header)
        (b'pHYs', 21)
    """
    if not picture.startswith(SIGNATURE):  # who embeds dinet may draw another
        return picture
    if b"pHYs" in picture[: picture.find(b"IDAT")]:  # Graphviz without Cairo
        return picture
    per_metre = round(dpi * DOTS_PER_METRE)
    content = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(content) - 4) + content
    chunk += struct.pack(">I", zlib.crc32(content))
    return picture[:_HEADER_END] + chunk + picture[_HEADER_END:]
