"""The house style of a municipality in the head and the colours of the page."""

from base64 import b64encode

from dinet.layout.style.palette import PICTURE_STYLES, PictureStyle
from dinet.model import Kind

MIME_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
"""By the format of a logo."""
COLOURED_KINDS: tuple[Kind, ...] = ("theme", "goal", "target", "effort")
"""The kinds that have colours of their own in the style sheets of the page."""


def house_style_sheet(style: PictureStyle) -> str:
    """The colours of a house style, for light screens and paper; empty for dinet's own styles.

    Dark screens keep dinet's colours: a house style says nothing of them.

    Example:
        >>> from dinet.layout.style.palette import COLOUR_STYLE
        >>> house_style_sheet(COLOUR_STYLE)
        ''
    """
    if style._replace(logo=None, font="") in PICTURE_STYLES.values():
        return ""
    inks = {kind: style.inks[kind] for kind in COLOURED_KINDS}
    colours = "".join(
        f"--{kind}:{ink.bar};--{kind}-on:{ink.code};--{kind}-ground:{ink.ground};"
        for kind, ink in inks.items()
    )
    head = f".masthead{{border-top:.4rem solid {inks['goal'].bar}}}"
    return (
        f"@media not (prefers-color-scheme:dark){{:root{{{colours}}}}}\n{head}"
    )


def logo_address(style: PictureStyle) -> str:
    """The logo of a house style as an address that holds the picture itself; empty without one."""
    if not style.logo:
        return ""
    data = b64encode(style.logo.data).decode("ascii")
    return f"data:{MIME_TYPES[style.logo.form]};base64,{data}"
