"""Whether the words and lines of a style can be told from what they stand on.

Contrast is measured as in version 2 of the Web Content Accessibility Guidelines (WCAG).
"""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.style.palette import PictureStyle
from dinet.model import Kind

LEAST_TEXT_CONTRAST = 4.5
"""Words differ at least so many times from their ground: WCAG 2, success criterion 1.4.3."""
LEAST_LINE_CONTRAST = 3.0
"""Lines likewise: success criterion 1.4.11."""

# How bright the eye sees red, green and blue, as shares of white.
CHANNEL_WEIGHTS = (0.2126, 0.7152, 0.0722)
GLARE = 0.05  # what a screen that is black still reflects, as a share of white
REMARK_COLOURS = {
    "faint": Sentence("notes on the ground of {kind}"),
    "gap": Sentence("what is missing on the ground of {kind}"),
    "good": Sentence("the grade direct on the ground of {kind}"),
    "fair": Sentence("the grade through the goal on the ground of {kind}"),
}
KINDS_WITH_REMARKS: tuple[Kind, ...] = ("goal", "target", "effort")
LINE_COLOURS = {
    "link": Sentence("lines on the band"),
    "weak": Sentence("dashed lines on the band"),
    "part": Sentence("lines of what belongs together on the band"),
    "faint": Sentence("dotted lines on the band"),
    "gap": Sentence("lines of conflicts on the band"),
}


class ColourPair(NamedTuple):
    """Two colours of which one stands on the other, and how much they must differ."""

    what: Sentence
    foreground: str
    ground: str
    least_contrast: float = LEAST_TEXT_CONTRAST


def contrast_ratio(one: str, other: str) -> float:
    """How much two colours differ, from 1 to 21; their order does not matter.

    Example:
        >>> round(contrast_ratio("#FFFFFF", "#0072B2"), 1)
        5.2
    """
    low, high = sorted((_relative_luminance(one), _relative_luminance(other)))
    return (high + GLARE) / (low + GLARE)


def _relative_luminance(colour: str) -> float:
    """How bright a colour such as ``#0072B2`` is, from 0 for black to 1 for white."""
    channels = bytes.fromhex(colour[1:])
    weighted = zip(CHANNEL_WEIGHTS, map(_linear_light, channels), strict=True)
    return sum(weight * light for weight, light in weighted)


def _linear_light(channel: int) -> float:
    """The light of one channel of a colour, from 0 to 1: the formula of the sRGB standard."""
    share = channel / 255
    return (
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
    )


def colour_pairs(style: PictureStyle) -> Iterator[ColourPair]:
    """All words and lines of a style, and what they stand on."""
    yield from _pairs_in_boxes(style)
    yield ColourPair(Sentence("words on the page"), style.words, style.page)
    yield ColourPair(Sentence("words on the band"), style.words, style.band)
    yield from _remark_pairs(style)
    for part, what in LINE_COLOURS.items():
        yield ColourPair(
            what, getattr(style, part), style.band, LEAST_LINE_CONTRAST
        )


def _pairs_in_boxes(style: PictureStyle) -> Iterator[ColourPair]:
    """The code and the text of every kind of element."""
    for kind, ink in style.inks.items():
        code = Sentence("{kind}: the code on its bar", kind=Sentence(kind))
        yield ColourPair(code, ink.code, ink.bar)
        text = Sentence("{kind}: the text on its ground", kind=Sentence(kind))
        yield ColourPair(text, ink.text, ink.ground)


def _remark_pairs(style: PictureStyle) -> Iterator[ColourPair]:
    """The remarks in boxes, of the kinds that have them."""
    for kind in KINDS_WITH_REMARKS:
        ground = style.inks[kind].ground
        for part, words in REMARK_COLOURS.items():
            what = Sentence(words.words, kind=Sentence(kind))
            yield ColourPair(what, getattr(style, part), ground)


def find_unreadable(style: PictureStyle) -> Iterator[Sentence]:
    """What cannot be read in a style: which colours, and how much they differ."""
    for pair in colour_pairs(style):
        ratio = contrast_ratio(pair.foreground, pair.ground)
        if ratio < pair.least_contrast:
            yield Sentence(
                "{what}: {upper} on {ground} has a contrast of {found} to 1, "
                "and at least {least} is needed.",
                what=pair.what,
                upper=pair.foreground,
                ground=pair.ground,
                # cut, since rounding up could name the very contrast that is needed
                found=f"{int(ratio * 100) / 100:.2f}",
                least=f"{pair.least_contrast:g}",
            )
