"""The look of a programme as the theme of an Office file: its letters and its colours by name.

Who changes the theme in Word or PowerPoint changes all of the file at once.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from dinet.layout.style.contrast import contrast_ratio
from dinet.layout.style.palette import COLOUR_STYLE, PictureStyle

DEFAULT_FONT = "Arial"
TEXT_COLOUR, HEAD_COLOUR = "#222222", "#003A5C"
PLAIN_COLOUR, WHITE = "#F3F6F8", "#FFFFFF"
BOX_TEXT = "#111111"
"""What the boxes of the usual style are written in; in a theme it is the colour of all text."""
READABLE = 4.5
"""The contrast that words need by the law on accessible documents."""
SLOTS = (
    "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink"
).split()
"""The colours of a theme, in the order that the format asks for."""
LINK_SLOTS = 2
"""The last ones are for links alone: Word knows no other words in their colour."""
TITLE_SLOTS = ("dk2", "lt2")
"""Of titles, and of the ground of tables."""
SLIDE_NAMES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
WORD_NAMES = {
    "dk1": "text1",
    "lt1": "background1",
    "dk2": "text2",
    "lt2": "background2",
}
"""What slides and texts call colours that the theme itself calls otherwise."""
_SCHEME = re.compile("<a:clrScheme .*?</a:clrScheme>", re.DOTALL)
_LATIN = re.compile('(<a:latin typeface=)"[^"]*"')
_SLIDE_COLOUR = re.compile('<a:srgbClr val="([0-9A-F]{6})"/>')
_WORD_LETTERS = re.compile('<w:color w:val="([0-9A-F]{6})"/>')
_WORD_GROUND = re.compile('(<w:shd [^>]*)w:fill="([0-9A-F]{6})"/>')


class OfficeTheme(NamedTuple):
    """The theme of a file.

    Args:
        colours: By the name of each slot, without a number sign.
        font: Of all letters.
    """

    colours: Mapping[str, str]
    font: str

    def fill_theme(self, part: str) -> str:
        """The part of a file that holds its theme, with these colours and letters.

        Args:
            part: As XML.
        """
        slots = "".join(
            f'<a:{slot}><a:srgbClr val="{self.colours[slot]}"/></a:{slot}>'
            for slot in SLOTS
        )
        scheme = f'<a:clrScheme name="DIN">{slots}</a:clrScheme>'
        font = quoteattr(self.font)
        return _LATIN.sub(
            lambda found: f"{found[1]}{font}", _SCHEME.sub(scheme, part)
        )

    def name_slide_colours(self, part: str) -> str:
        """The XML of a slide with the names of colours that the theme holds."""
        names = self._names_by_colour(SLIDE_NAMES)

        def name_colour(found: re.Match[str]) -> str:
            name = names.get(found[1])
            return f'<a:schemeClr val="{name}"/>' if name else found[0]

        return _SLIDE_COLOUR.sub(name_colour, part)

    def name_word_colours(self, part: str) -> str:
        """The XML of a text with the names of colours that the theme holds."""
        names = self._names_by_colour(WORD_NAMES)

        def name_letters(found: re.Match[str]) -> str:
            name = names.get(found[1])
            shown = f'<w:color w:val="{found[1]}"'
            return f'{shown} w:themeColor="{name}"/>' if name else found[0]

        def name_ground(found: re.Match[str]) -> str:
            name = names.get(found[2])
            shown = f'{found[1]}w:fill="{found[2]}"'
            return f'{shown} w:themeFill="{name}"/>' if name else found[0]

        return _WORD_GROUND.sub(
            name_ground, _WORD_LETTERS.sub(name_letters, part)
        )

    def _names_by_colour(self, names: Mapping[str, str]) -> dict[str, str]:
        """What each colour is called; where two slots have one, kinds come before titles."""
        text = names["dk1"]
        named = dict.fromkeys((TEXT_COLOUR[1:], BOX_TEXT[1:]), text)
        for slot in sorted(SLOTS[:-LINK_SLOTS], key=TITLE_SLOTS.count):
            named.setdefault(self.colours[slot], names.get(slot, slot))
        return named


def theme_of_style(style: PictureStyle) -> OfficeTheme:
    """The theme that goes with a look.

    Example:
        >>> theme = theme_of_style(COLOUR_STYLE)
        >>> theme.font, theme.colours["accent1"], theme.colours["dk2"]
        ('Arial', '0072B2', '003A5C')
    """
    bars = [
        style.inks[kind].bar for kind in ("goal", "target", "effort", "theme")
    ]
    colours = (
        style.words,
        WHITE,
        heading_colour(style),
        PLAIN_COLOUR,
        *bars,
        style.faint,
        style.gap,
        heading_colour(style),
        style.faint,
    )
    bare = [colour[1:] for colour in colours]
    return OfficeTheme(
        dict(zip(SLOTS, bare, strict=True)), style.font or DEFAULT_FONT
    )


def heading_colour(style: PictureStyle) -> str:
    """The colour of titles: that of goals, where words can be read in it.

    The usual style has one of its own.
    """
    if style.inks == COLOUR_STYLE.inks:
        return HEAD_COLOUR
    bar = style.inks["goal"].bar
    return bar if contrast_ratio(bar, WHITE) >= READABLE else style.words
