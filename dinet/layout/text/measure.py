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
FONTS = Path(__file__).parents[2] / "fonts"
FAMILY = "Dinet Sans"

MOST_LINES = 40
"""A box never holds more lines; the whole text stands in the tables."""

MOST_WORDS = 1 << 16
"""More widths of words than this are not remembered."""

LONGEST_WORD = 80

_JOINT = re.compile(r"(?<=[^\W\d_]{3}[/–-])(?=[^\W\d_]{3})")
_JOINTS = frozenset("/–-")
_SPACES = str.maketrans({"\n": " ", "\t": " ", "\u00ad": None, "\u200b": None})


class _Widths(dict[str, int]):
    """Widths of characters; one that the letters lack gets the width that a stand-in most likely has."""

    def __missing__(self, character: str) -> int:
        stand_in = 1000 if unicodedata.east_asian_width(character) in "WF" else 680
        return self.setdefault(
            character, 0 if unicodedata.combining(character) else stand_in
        )


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = json.loads(
        (FONTS / "metrics.json").read_text(encoding="ascii")
    )
    return table


class _Words(dict[str, float]):
    """Widths of words in one face, measured when first asked for."""

    def __init__(self, characters: dict[str, int]) -> None:
        super().__init__()
        self._characters = _Widths(characters)

    def __missing__(self, word: str) -> float:
        if len(self) > MOST_WORDS:
            self.clear()
        return self.setdefault(
            word, sum(map(self._characters.__getitem__, word)) / 1000
        )


@lru_cache(maxsize=3)
def _words(face: Face) -> _Words:
    return _Words(_table()[face])


def width(text: str, face: Face = "regular") -> float:
    """The width of a text on one line, in letter sizes.

    Example:
        >>> width("doel") > width("lid")
        True
    """
    return _words(face)[text]


def known(text: str) -> bool:
    """Whether the bundled letters hold every character of a text.

    Example:
        >>> known("≥ 80 %"), known("目标")
        (True, False)
    """
    return set(text) <= {*_table()["regular"], "\n"}


def wrapped(
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
        >>> wrapped("Meer kinderen hebben een kansrijke start.", 12)
        ('Meer kinderen hebben', 'een kansrijke start.')
    """
    ways = _ways(text, face, lang, most)
    for way in ways:
        if way.least <= room < way.below:
            return way.lines
    ways.append(_broken(text, room, face, lang, most))
    return ways[-1].lines


class _Way(NamedTuple):
    """One way in which a text breaks, and the rooms that break it so: from the least up to one that is too wide."""

    lines: tuple[str, ...]
    least: float
    below: float


@lru_cache(maxsize=1 << 12)
def _ways(text: str, face: Face, lang: str, most: int) -> list[_Way]:  # noqa: ARG001 -- what they are the ways of
    """The ways that were found before: a search for the best widths asks the same over and over."""
    return []


def _broken(text: str, room: float, face: Face, lang: str, most: int) -> _Way:
    lines: list[str] = []
    line: list[str] = []
    widths = _words(face)
    space, used, least, below = widths[" "], 0.0, 0.0, inf
    for word in filter(None, text.translate(_SPACES).split(" ")):
        wide = widths[word]
        if used + wide <= room:
            line.append(word)
            least = max(least, used + wide)
        else:
            below = min(below, used + wide)
            if wide <= room and _JOINTS.isdisjoint(word):
                head, rest = "", [word]
            else:
                head, *rest = _pieces(word, room - used, room, face, lang)
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
        return _Way(
            (
                *lines[: most - 1],
                _whole_words(" ".join(lines[most - 1 : most + 1]), room, face),
            ),
            room,
            nextafter(room, inf),
        )
    return _Way(tuple(lines), least, below)


def shortened(text: str, room: float, face: Face = "regular") -> str:
    """The text itself when it fits on one line, else as much of its beginning as fits, with "…".

    Example:
        >>> shortened("Verbeteren", 3)
        'Verb…'
    """
    if _fitting(text, room, face) == len(text):
        return text
    return text[: _fitting(text, room - width("…", face), face)].rstrip(" ") + "…"


def _whole_words(text: str, room: float, face: Face) -> str:
    """As much of a text as fits on a line, with "…", up to the end of a word unless that leaves half of the line empty."""
    short = shortened(text, room, face)
    words = text[: len(short) - 1].rpartition(" ")[0]
    cut = short != text and text[len(short) - 1] != " " and 2 * len(words) > len(short)
    return f"{words}…" if cut else short


def _fitting(text: str, room: float, face: Face) -> int:
    """How many characters of a text fit."""
    for end, character in enumerate(text):
        room -= width(character, face)
        if room < 0:
            return end
    return len(text)


def _pieces(word: str, left: float, room: float, face: Face, lang: str) -> list[str]:
    """A word over lines: the first piece fits in what is left of a line and may be empty, each other one has its own line."""
    pieces: list[str] = []
    rest = word
    while not pieces or (
        _fitting(rest, room, face) < len(rest) and len(pieces) <= MOST_LINES
    ):
        head, end = _cut(rest, left, room, face, lang)
        pieces.append(head)
        rest, left = rest[end:], room
    return [*pieces, rest]


def _cut(word: str, left: float, room: float, face: Face, lang: str) -> tuple[str, int]:
    """As much of a word as fits: up to a stroke or hyphen in it, or else hyphenated, or else anywhere; and where that ends."""
    most = _fitting(word, left, face)
    joints = [
        joint.end()
        for joint in _JOINT.finditer(word, 0, most + 4)
        if joint.end() <= most
    ]
    if joints:
        return word[: joints[-1]], joints[-1]
    if _fitting(word, room, face) < len(word):
        for end in reversed(_hyphens(word, lang)):
            if width(head := f"{word[:end]}-", face) <= left:
                return head, end
    end = max(1, most) if left == room else 0
    return word[:end], end


@lru_cache(maxsize=1 << 10)
def _hyphens(word: str, lang: str) -> tuple[int, ...]:
    """Where a word may be hyphenated; a thing that long is no word."""
    return tuple(_patterns(lang).positions(word)) if len(word) < LONGEST_WORD else ()


@lru_cache(maxsize=2)
def _patterns(lang: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang="en_GB" if lang == "en" else "nl_NL", left=3, right=3)
