"""How wide words are in the bundled letters, and how a text breaks into lines that fit.

Widths come from a table that was read from the font files, so no font library and no installed
font is needed, and a picture is the same on every machine. A layout asks for the lines of
every box in many widths, so words are measured once, and a text that breaks the same way in all
widths of some span is broken once for that span.
"""

import json
import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from math import inf, nextafter
from pathlib import Path
from typing import Literal, NamedTuple

from dinet.layout.text.hyphenation import hyphenation_patterns

Face = Literal["regular", "bold", "italic"]
FONTS_FOLDER = Path(__file__).parents[2] / "fonts"
FONT_FAMILY = "Dinet Sans"

MOST_LINES = 40
"""A box never holds more lines; the whole text stands in the tables."""

MOST_CACHED_WORDS = 1 << 16
"""More widths of words than this are not remembered."""

# In letters: a thing as long as this is no word, and is not hyphenated.
LONGEST_WORD = 80
# Texts whose line breaks are remembered, each for all rooms that were asked for.
MOST_KNOWN_BREAKS = 1 << 12
# Words of which it is remembered where they may be hyphenated.
MOST_HYPHENATED_WORDS = 1 << 10

# In thousandths of the letter size, as font files count.
WIDE_STAND_IN = 1000  # a sign of an East Asian script fills a square
USUAL_STAND_IN = (
    680  # about a capital: what stands in for other signs is seldom wider
)

SOFT_HYPHEN = "\u00ad"
_LONG_WORD = re.compile(r"[^\W\d_]{13,}")
"""A word of more than twelve letters; shorter ones fit the narrowest tile."""

_BREAK_POINT = re.compile(r"(?<=[^\W\d_]{3}[/–-])(?=[^\W\d_]{3})")
_BREAK_SIGNS = frozenset("/–-")
_SPACE_SIGNS = str.maketrans(
    {"\n": " ", "\t": " ", "\u00ad": None, "\u200b": None}
)


class _CharacterWidths(dict[str, int]):
    """Widths of characters, in thousandths of the letter size.

    One that the letters lack gets the width that its stand-in most likely has.
    """

    def __missing__(self, character: str) -> int:
        width = USUAL_STAND_IN
        if unicodedata.combining(character):
            width = 0
        elif unicodedata.east_asian_width(character) in "WF":
            width = WIDE_STAND_IN
        return self.setdefault(character, width)


@lru_cache(maxsize=1)
def _load_metrics() -> dict[str, dict[str, int]]:
    text = (FONTS_FOLDER / "metrics.json").read_text(encoding="ascii")
    table: dict[str, dict[str, int]] = json.loads(text)
    return table


class _WordWidths(dict[str, float]):
    """Widths of words in one face, measured when first asked for."""

    def __init__(self, characters: dict[str, int]) -> None:
        super().__init__()
        self._characters = _CharacterWidths(characters)

    def __missing__(self, word: str) -> float:
        if len(self) > MOST_CACHED_WORDS:
            self.clear()
        thousandths = sum(map(self._characters.__getitem__, word))
        return self.setdefault(word, thousandths / 1000)


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
    return find_line_breaks(text, room, face, lang, most).lines


class LineBreaks(NamedTuple):
    """One way in which a text breaks, and the rooms that break it so.

    Args:
        lines: The text.
        least_room: The narrowest room that gives these lines.
        room_limit: From this room on the lines may be others.
    """

    lines: tuple[str, ...]
    least_room: float
    room_limit: float


def find_line_breaks(
    text: str,
    room: float,
    face: Face = "regular",
    lang: str = "nl",
    most: int = MOST_LINES,
) -> LineBreaks:
    """What ``wrap_text`` gives, and the other rooms that give the same.

    Example:
        >>> breaks = find_line_breaks("Meer kinderen hebben een kansrijke start.", 12)
        >>> breaks.least_room <= 12 < breaks.room_limit
        True
    """
    known = _known_breaks(text, face, lang, most)
    for breaks in known:
        if breaks.least_room <= room < breaks.room_limit:
            return breaks
    known.append(_break_lines(text, room, face, lang, most))
    return known[-1]


@lru_cache(maxsize=MOST_KNOWN_BREAKS)
def _known_breaks(  # the list is filled by those who ask for it
    text: str,  # noqa: ARG001 -- these four say of what the list holds the breaks
    face: Face,  # noqa: ARG001
    lang: str,  # noqa: ARG001
    most: int,  # noqa: ARG001
) -> list[LineBreaks]:
    """The breaks that were found before: a search for the best widths asks the same again."""
    return []


def _break_lines(
    text: str, room: float, face: Face, lang: str, most: int
) -> LineBreaks:
    """The lines of a text, and the rooms that give the same lines.

    One pass over the words; the two bounds of the room are kept up with in the same pass.
    """
    lines: list[str] = []
    line: list[str] = []
    widths = _word_widths(face)
    space, used, least_room, room_limit = widths[" "], 0.0, 0.0, inf
    for word in filter(None, text.translate(_SPACE_SIGNS).split(" ")):
        width = widths[word]
        if used + width <= room:
            line.append(word)
            least_room = max(least_room, used + width)
        else:
            room_limit = min(room_limit, used + width)
            pieces = ["", word]
            if width > room or not _BREAK_SIGNS.isdisjoint(word):
                pieces = _split_word(word, room - used, room, face, lang)
                # where a word is cut, another room may cut it elsewhere
                least_room, room_limit = room, nextafter(room, inf)
            line = _begin_lines(lines, line, pieces)
            width, used = widths[line[0]], 0.0
            least_room = max(least_room, width)
        if len(lines) > most:
            break
        used += width + space
    lines.append(" ".join(line))
    if len(lines) > most:
        cut = _cut_lines(lines, most, room, face)
        return LineBreaks(cut, room, nextafter(room, inf))
    return LineBreaks(tuple(lines), least_room, room_limit)


def _begin_lines(
    lines: list[str], line: list[str], pieces: list[str]
) -> list[str]:
    """End a line with the first piece of a word, which may be empty; the last begins a line.

    What is ended goes into ``lines``; what has begun is given back.
    """
    head, *rest = pieces
    if head:
        line.append(head)
    for piece in rest:
        lines.append(" ".join(line))
        line = [piece]
    return line


def _cut_lines(
    lines: list[str], most: int, room: float, face: Face
) -> tuple[str, ...]:
    """So many lines of more; the last ends with "…"."""
    last = " ".join(lines[most - 1 : most + 1])
    return (*lines[: most - 1], shorten_at_word(last, room, face))


def shorten_text(text: str, room: float, face: Face = "regular") -> str:
    """The text itself when it fits on one line, else as much of its beginning as fits, with "…".

    Example:
        >>> shorten_text("Verbeteren", 3)
        'Verb…'
    """
    if _count_fitting(text, room, face) == len(text):
        return text
    fitting = _count_fitting(text, room - measure_width("…", face), face)
    return text[:fitting].rstrip(" ") + "…"


def shorten_at_word(text: str, room: float, face: Face = "regular") -> str:
    """As much of a text as fits on a line, with "…" when it is cut.

    It ends with a whole word, unless that leaves half of the line empty.

    Example:
        >>> shorten_at_word("Meer kinderen sporten", 8)
        'Meer kinderen…'
    """
    short = shorten_text(text, room, face)
    end = len(short) - 1
    if short == text or text[end] == " ":
        return short
    words = text[:end].rpartition(" ")[0]
    return f"{words}…" if 2 * len(words) > len(short) else short


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
    """A word over lines.

    The first piece fits in what is left of a line and may be empty; each other one has its own
    line.
    """
    pieces: list[str] = []
    rest, space = word, left
    while not pieces or _has_to_be_cut(rest, room, face, len(pieces)):
        head, end = _cut_word(rest, space, room, face, lang)
        pieces.append(head)
        rest, space = rest[end:], room
    return [*pieces, rest]


def _has_to_be_cut(word: str, room: float, face: Face, pieces: int) -> bool:
    """Whether a word needs more than a line; after too many pieces the rest stays as it is."""
    return pieces <= MOST_LINES and _count_fitting(word, room, face) < len(
        word
    )


def _cut_word(
    word: str, left: float, room: float, face: Face, lang: str
) -> tuple[str, int]:
    """As much of a word as fits in what is left of a line, and where that ends in the word.

    It is cut after a stroke or hyphen in it. Else, when it is longer than a line, it is
    hyphenated; and when that is not possible either it is cut anywhere, at least after one
    letter, if a whole line is left.
    """
    fitting = _count_fitting(word, left, face)
    if end := _last_break_point(word, fitting):
        return word[:end], end
    if _count_fitting(word, room, face) < len(word):
        for end in reversed(_hyphen_positions(word, lang)):
            head = f"{word[:end]}-"
            if measure_width(head, face) <= left:
                return head, end
    end = max(1, fitting) if left == room else 0
    return word[:end], end


def _last_break_point(word: str, fitting: int) -> int:
    """Where a stroke or hyphen ends that lies within what fits; 0 when there is none."""
    last = 0
    # four more letters, since three have to stand after a hyphen and one to see where it ends
    for joint in _BREAK_POINT.finditer(word, 0, fitting + 4):
        if joint.end() <= fitting:
            last = joint.end()
    return last


def hyphenate_words(text: str, lang: str) -> str:
    r"""A text with soft hyphens in its long words, for who breaks lines where we cannot see it.

    Example:
        >>> hyphenate_words("Een samenwerkingsvorm", "nl").replace("\u00ad", "|")
        'Een samen|wer|kings|vorm'
    """
    return _LONG_WORD.sub(lambda found: _hyphenate_word(found[0], lang), text)


def _hyphenate_word(word: str, lang: str) -> str:
    ends = (0, *_hyphen_positions(word, lang), len(word))
    return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(ends))


@lru_cache(maxsize=MOST_HYPHENATED_WORDS)
def _hyphen_positions(word: str, lang: str) -> tuple[int, ...]:
    """Where a word may be hyphenated, from left to right; nowhere when it is too long for one."""
    if len(word) >= LONGEST_WORD:
        return ()
    known = hyphenation_patterns("en" if lang == "en" else "nl")
    return known.positions(word)
