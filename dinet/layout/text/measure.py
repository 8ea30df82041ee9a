"""How wide words are in the bundled letters, and how a text breaks into lines that fit.

Widths come from a table that was read from the font files, so no font library and no installed
font is needed, and a picture is the same on every machine.
"""

import json
import re
import unicodedata
from functools import lru_cache
from math import inf, nextafter
from pathlib import Path
from typing import Any, Literal, NamedTuple

Face = Literal["regular", "bold", "italic"]
FONTS_FOLDER = Path(__file__).parents[2] / "fonts"
FONT_FAMILY = "Dinet Sans"

MOST_LINES = 40
"""A box never holds more lines; the whole text stands in the tables."""

MOST_CACHED_WORDS = 1 << 16
"""More widths of words than this are not remembered."""

LONGEST_WORD = 80

_BREAK_POINT = re.compile(r"(?<=[^\W\d_]{3}[/–-])(?=[^\W\d_]{3})")
_BREAK_SIGNS = frozenset("/–-")
_SPACE_SIGNS = str.maketrans({"\n": " ", "\t": " ", "\u00ad": None, "\u200b": None})


class _CharacterWidths(dict[str, int]):
    """Widths of characters; one that the letters lack gets the width that a stand-in most likely has."""

    def __missing__(self, character: str) -> int:
        stand_in = 1000 if unicodedata.east_asian_width(character) in "WF" else 680
        return self.setdefault(
            character, 0 if unicodedata.combining(character) else stand_in
        )


@lru_cache(maxsize=1)
def _load_metrics() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = json.loads(
        (FONTS_FOLDER / "metrics.json").read_text(encoding="ascii")
    )
    return table


class _WordWidths(dict[str, float]):
    """Widths of words in one face, measured when first asked for."""

    def __init__(self, characters: dict[str, int]) -> None:
        super().__init__()
        self._characters = _CharacterWidths(characters)

    def __missing__(self, word: str) -> float:
        if len(self) > MOST_CACHED_WORDS:
            self.clear()
        return self.setdefault(
            word, sum(map(self._characters.__getitem__, word)) / 1000
        )


@lru_cache(maxsize=3)
def _word_widths(face: Face) -> _WordWidths:
    return _WordWidths(_load_metrics()[face])


def measure_width(text: str, face: Face = "regular") -> float:
    """The width of a text on one line, in letter sizes.

    Example:
        >>> measure_width("doel") > measure_width("lid")
        True
    """
    return _word_widths(face)[text]


def has_glyphs(text: str) -> bool:
    """Whether the bundled letters hold every character of a text.

    Example:
        >>> has_glyphs("≥ 80 %"), has_glyphs("目标")
        (True, False)
    """
    return set(text) <= {*_load_metrics()["regular"], "\n"}


def wrap_text(
    text: str,
    room: float,
    face: Face = "regular",
    lang: str = "nl",
    most: int = MOST_LINES,
) -> tuple[str, ...]:
    """A text in lines that are no wider than the room; a word that is too long is hyphenated.

    Args:
        text: Any text; line breaks in it count as spaces.
        room: The width of a line in letter sizes; at least 3.
        face: The letters.
        lang: The language by whose rules words are hyphenated: ``nl`` or ``en``.
        most: The number of lines; when there is more text, the last ends with "…".

    Returns:
        At least one line.

    Example:
        >>> wrap_text("Meer kinderen hebben een kansrijke start.", 12)
        ('Meer kinderen hebben', 'een kansrijke start.')
    """
    ways = _known_breaks(text, face, lang, most)
    for way in ways:
        if way.least_room <= room < way.room_limit:
            return way.lines
    ways.append(_break_lines(text, room, face, lang, most))
    return ways[-1].lines


class _LineBreaks(NamedTuple):
    """One way in which a text breaks, and the rooms that break it so: from the least up to one that is too wide."""

    lines: tuple[str, ...]
    least_room: float
    room_limit: float


@lru_cache(maxsize=1 << 12)
def _known_breaks(text: str, face: Face, lang: str, most: int) -> list[_LineBreaks]:  # noqa: ARG001 -- what they are the ways of
    """The ways that were found before: a search for the best widths asks the same over and over."""
    return []


def _break_lines(
    text: str, room: float, face: Face, lang: str, most: int
) -> _LineBreaks:
    lines: list[str] = []
    line: list[str] = []
    widths = _word_widths(face)
    space, used, least, below = widths[" "], 0.0, 0.0, inf
    for word in filter(None, text.translate(_SPACE_SIGNS).split(" ")):
        wide = widths[word]
        if used + wide <= room:
            line.append(word)
            least = max(least, used + wide)
        else:
            below = min(below, used + wide)
            if wide <= room and _BREAK_SIGNS.isdisjoint(word):
                head, rest = "", [word]
            else:
                head, *rest = _split_word(word, room - used, room, face, lang)
                least, below = (
                    room,
                    nextafter(room, inf),
                )  # where a word is cut, another room may cut it elsewhere
            line += [head] if head else []
            for piece in rest:
                lines.append(" ".join(line))
                line = [piece]
            wide, used = widths[line[0]], 0.0
            least = max(least, wide)
        if len(lines) > most:
            break
        used += wide + space
    lines.append(" ".join(line))
    if len(lines) > most:
        return _LineBreaks(
            (
                *lines[: most - 1],
                _shorten_at_word(" ".join(lines[most - 1 : most + 1]), room, face),
            ),
            room,
            nextafter(room, inf),
        )
    return _LineBreaks(tuple(lines), least, below)


def shorten_text(text: str, room: float, face: Face = "regular") -> str:
    """The text itself when it fits on one line, else as much of its beginning as fits, with "…".

    Example:
        >>> shorten_text("Verbeteren", 3)
        'Verb…'
    """
    if _count_fitting(text, room, face) == len(text):
        return text
    return (
        text[: _count_fitting(text, room - measure_width("…", face), face)].rstrip(" ")
        + "…"
    )


def _shorten_at_word(text: str, room: float, face: Face) -> str:
    """As much of a text as fits on a line, with "…", up to the end of a word unless that leaves half of the line empty."""
    short = shorten_text(text, room, face)
    words = text[: len(short) - 1].rpartition(" ")[0]
    cut = short != text and text[len(short) - 1] != " " and 2 * len(words) > len(short)
    return f"{words}…" if cut else short


def _count_fitting(text: str, room: float, face: Face) -> int:
    """How many characters of a text fit."""
    for end, character in enumerate(text):
        room -= measure_width(character, face)
        if room < 0:
            return end
    return len(text)


def _split_word(
    word: str, left: float, room: float, face: Face, lang: str
) -> list[str]:
    """A word over lines: the first piece fits in what is left of a line and may be empty, each other one has its own line."""
    pieces: list[str] = []
    rest = word
    while not pieces or (
        _count_fitting(rest, room, face) < len(rest) and len(pieces) <= MOST_LINES
    ):
        head, end = _cut_word(rest, left, room, face, lang)
        pieces.append(head)
        rest, left = rest[end:], room
    return [*pieces, rest]


def _cut_word(
    word: str, left: float, room: float, face: Face, lang: str
) -> tuple[str, int]:
    """As much of a word as fits: up to a stroke or hyphen in it, or else hyphenated, or else anywhere; and where that ends."""
    most = _count_fitting(word, left, face)
    joints = [
        joint.end()
        for joint in _BREAK_POINT.finditer(word, 0, most + 4)
        if joint.end() <= most
    ]
    if joints:
        return word[: joints[-1]], joints[-1]
    if _count_fitting(word, room, face) < len(word):
        for end in reversed(_hyphen_positions(word, lang)):
            if measure_width(head := f"{word[:end]}-", face) <= left:
                return head, end
    end = max(1, most) if left == room else 0
    return word[:end], end


@lru_cache(maxsize=1 << 10)
def _hyphen_positions(word: str, lang: str) -> tuple[int, ...]:
    """Where a word may be hyphenated; a thing that long is no word."""
    return (
        tuple(_load_patterns(lang).positions(word)) if len(word) < LONGEST_WORD else ()
    )


@lru_cache(maxsize=2)
def _load_patterns(lang: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang="en_GB" if lang == "en" else "nl_NL", left=3, right=3)
