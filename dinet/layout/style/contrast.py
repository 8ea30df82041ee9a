"""Whether the words and lines of a style can be told from what they stand on, as WCAG 2 measures it."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.style.palette import Style

LEAST = 4.5
"""Words differ at least this much from their ground."""
LEAST_LINE = 3.0
"""Lines likewise."""
REMARKS = {
    "faint": Sentence("notes on the ground of {kind}"),
    "gap": Sentence("what is missing on the ground of {kind}"),
    "good": Sentence("the grade direct on the ground of {kind}"),
    "fair": Sentence("the grade through the goal on the ground of {kind}"),
}
LINES = {
    "link": Sentence("lines on the band"),
    "crossing": Sentence("dashed lines on the band"),
    "part": Sentence("lines of what belongs together on the band"),
    "faint": Sentence("dotted lines on the band"),
    "gap": Sentence("lines of conflicts on the band"),
}


class Pair(NamedTuple):
    """Two colours of which one stands on the other, and how much they must differ."""

    what: Sentence
    upper: str
    ground: str
    least: float = LEAST


def contrast(one: str, other: str) -> float:
    """How much two colours differ, from 1 to 21.

    Example:
        >>> round(contrast("#FFFFFF", "#0072B2"), 1)
        5.2
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return sum(
        weight * part
        for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def pairs(style: Style) -> Iterator[Pair]:
    """All words and lines of a style, and what they stand on."""
    for kind, ink in style.inks.items():
        yield Pair(
            Sentence("{kind}: the code on its bar", kind=Sentence(kind)),
            ink.code,
            ink.bar,
        )
        yield Pair(
            Sentence("{kind}: the text on its ground", kind=Sentence(kind)),
            ink.text,
            ink.ground,
        )
    yield Pair(Sentence("words on the page"), style.words, style.page)
    yield Pair(Sentence("words on the band"), style.words, style.band)
    for kind in ("goal", "target", "effort"):
        for part, what in REMARKS.items():
            yield Pair(
                Sentence(what.words, kind=Sentence(kind)),
                getattr(style, part),
                style.inks[kind].ground,
            )
    for part, what in LINES.items():
        yield Pair(what, getattr(style, part), style.band, LEAST_LINE)


def unreadable(style: Style) -> Iterator[Sentence]:
    """What cannot be read in a style: which colours, and how much they differ."""
    for pair in pairs(style):
        found = contrast(pair.upper, pair.ground)
        if found < pair.least:
            yield Sentence(
                "{what}: {upper} on {ground} has a contrast of {found} to 1, and at least {least} is needed.",
                what=pair.what,
                upper=pair.upper,
                ground=pair.ground,
                found=f"{int(found * 100) / 100:.2f}",  # never rounded up to what is needed
                least=f"{pair.least:g}",
            )
