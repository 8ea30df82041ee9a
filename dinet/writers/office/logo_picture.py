"""The logo of a house style for Office files, which show every picture of dots."""

from typing import NamedTuple

from dinet.layout.style.logo import Logo
from dinet.writers.booklet.typeset_picture import typeset_logo

LOGO_DPI = 300
"""Dots per inch of a logo that was a drawing: what a printer shows."""


class LogoPicture(NamedTuple):
    """A logo in dots, in a size.

    Args:
        png: The picture.
        width: In points, as ``height``.
    """

    png: bytes
    width: float
    height: float


def logo_picture(logo: Logo, height: float, widest: float) -> LogoPicture:
    """A logo as high as wished, or lower where it would get too wide.

    Args:
        logo: Of a house style.
        height: In points.
        widest: The most it may be wide, in points.

    Raises:
        MissingLibraryError: It is a drawing, and what makes dots of it is not there.
    """
    height = min(height, widest / logo.aspect_ratio)
    width = height * logo.aspect_ratio
    png = logo.data
    if logo.form == "svg":
        png = typeset_logo(logo.data.decode(), (width, height), LOGO_DPI)
    return LogoPicture(png, width, height)
