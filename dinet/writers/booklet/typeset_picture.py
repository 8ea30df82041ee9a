"""A drawing as a picture of dots, set by the library that sets the report.

It places letters at fractions of a dot, so words keep their spaces at 150 dots per inch, and
draws what the SVG shows: the same rounded corners, heads of lines and logo.
"""

import struct
import zlib

from dinet.errors import MissingLibraryError
from dinet.language import Sentence
from dinet.layout.plan import Layout
from dinet.layout.text.measure import FONTS_FOLDER
from dinet.writers.booklet.template_values import input_attempts

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
SIGNATURE = bytes.fromhex("89504e47")
"""With these bytes a PNG begins."""
_HEADER_END = 33
"""Bytes of a PNG before what may follow its header: the signature and the header itself."""


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
    reason = ""
    inches = (layout.width / POINTS_PER_INCH) * (
        layout.height / POINTS_PER_INCH
    )
    dpi = min(dpi, (MOST_AREA / inches) ** 0.5)
    for inputs, everywhere in input_attempts({"drawing": drawing}):
        size = {"width": f"{layout.width}", "height": f"{layout.height}"}
        try:
            dots = _typeset_picture(
                {**inputs, **size}, dpi, bool(font) or everywhere
            )
        except (ImportError, RuntimeError) as error:
            reason = str(error)
        else:
            return mark_dpi(dots, dpi)
    raise MissingLibraryError(
        Sentence(
            "typst could not draw the picture: {reason}.",
            reason=reason.rstrip("."),
        )
    )


def _typeset_picture(
    inputs: dict[str, str], dpi: float, everywhere: bool
) -> bytes:
    """The picture, also with the letters of this machine when that is asked."""
    import typst  # a machine without it has other engines

    fonts = typst.Fonts(
        include_system_fonts=everywhere,
        include_embedded_fonts=False,
        font_paths=[FONTS_FOLDER],
    )
    made = typst.compile(
        _SOURCE, font_paths=fonts, sys_inputs=inputs, format="png", ppi=dpi
    )
    return bytes(made)


def mark_dpi(picture: bytes, dpi: float) -> bytes:
    """A PNG that says how many dots an inch has, so that Word shows it in its size.

    Example:
        >>> header = SIGNATURE + bytes(29)
        >>> mark_dpi(header, 150)[37:41], len(mark_dpi(header, 150)) - len(header)
        (b'pHYs', 21)
    """
    if not picture.startswith(SIGNATURE):  # who embeds dinet may draw another
        return picture
    per_metre = round(dpi * DOTS_PER_METRE)
    content = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(content) - 4) + content
    chunk += struct.pack(">I", zlib.crc32(content))
    return picture[:_HEADER_END] + chunk + picture[_HEADER_END:]
