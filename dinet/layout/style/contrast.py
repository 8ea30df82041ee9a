"""Whether the words and lines of a style can be told from what they stand on, as WCAG 2 measures it."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.style.palette import PictureStyle

LEAST_TEXT_CONTRAST = 4.5
"""Words differ at least this much from their ground."""
LEAST_LINE_CONTRAST = 3.0
"""Lines likewise."""
REMARK_COLOURS = {
    "faint": Sentence("notes on the ground of {kind}"),
    "gap": Sentence("what is missing on the ground of {kind}"),
    "good": Sentence("the grade direct on the ground of {kind}"),
    "fair": Sentence("the grade through the goal on the ground of {kind}"),
}
LINE_COLOURS = {
    "link": Sentence("lines on the band"),
    "crossing": Sentence("dashed lines on the band"),
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
    """How much two colours differ, from 1 to 21.

    Example:
        >>> round(contrast_ratio("#FFFFFF", "#0072B2"), 1)
        5.2
    """
    low, high = sorted((_relative_luminance(one), _relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _relative_luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return sum(
        weight * part
        for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def colour_pairs(style: PictureStyle) -> Iterator[ColourPair]:
    """All words and lines of a style, and what they stand on."""
    for kind, ink in style.inks.items():
        yield ColourPair(
            Sentence("{kind}: the code on its bar", kind=Sentence(kind)),
            ink.code,
            ink.bar,
        )
        yield ColourPair(
            Sentence("{kind}: the text on its ground", kind=Sentence(kind)),
            ink.text,
            ink.ground,
        )
    yield ColourPair(Sentence("words on the page"), style.words, style.page)
    yield ColourPair(Sentence("words on the band"), style.words, style.band)
    for kind in ("goal", "target", "effort"):
        for part, what in REMARK_COLOURS.items():
            yield ColourPair(
                Sentence(what.words, kind=Sentence(kind)),
                getattr(style, part),
                style.inks[kind].ground,
            )
    for part, what in LINE_COLOURS.items():
        yield ColourPair(what, getattr(style, part), style.band, LEAST_LINE_CONTRAST)


def find_unreadable(style: PictureStyle) -> Iterator[Sentence]:
    """What cannot be read in a style: which colours, and how much they differ."""
    for pair in colour_pairs(style):
        found = contrast_ratio(pair.foreground, pair.ground)
        if found < pair.least_contrast:
            yield Sentence(
                "{what}: {upper} on {ground} has a contrast of {found} to 1, and at least {least} is needed.",
                what=pair.what,
                upper=pair.foreground,
                ground=pair.ground,
                found=f"{int(found * 100) / 100:.2f}",  # never rounded up to what is needed
                least=f"{pair.least_contrast:g}",
            )
