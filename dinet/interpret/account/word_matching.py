"""Which words of a text are words of another: by their letters, whatever stands between these.

Spaces, hyphens, signs, case and accents say nothing here: a word that a line end broke, and one
that was made whole again, have the same letters.
"""

import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

_MOST_TRIES = 50
"""Occurrences of a text that are looked at: a short one may stand within many words."""
_LEAST_SHARE = 0.6
"""Of the letters of a text: with fewer of its words it is another text."""
_LETTERS_BESIDE = 400
"""Behind an element in a long cell: so far goes what is said of it there."""
_MOST_LETTERS_TO_PIECE = 20_000
"""Of one cell: in longer ones only whole texts are looked for, which takes linear time."""


class _LetterTable(dict[int, str | None]):
    """What each character is as letters and digits: ``é`` is ``e``, a comma is nothing.

    Nothing is None: an empty text would have Python look up each character of plain texts.
    """

    def __missing__(self, code: int) -> str | None:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        letters = "".join(filter(str.isalnum, plain)) or None
        self[code] = letters
        return letters


_LETTERS = _LetterTable()


def letters_of(text: str) -> str:
    """The letters and digits of a text, in lower case and without accents.

    Example:
        >>> letters_of("Zuid- en Oost-Drenthe, één keer")
        'zuidenoostdrentheeenkeer'
    """
    if text.isascii() and text.isalnum():  # as ids and most words are
        return text.lower()
    return text.translate(_LETTERS)


FateKind = Literal[
    "text",
    "field",
    "reference",
    "mark",
    "code",
    "heading",
    "programme",
    "repeated",
    "nothing",
    "page",
    "unread",
]


class WordFate(NamedTuple):
    """What became of words.

    Args:
        kind: What they are: the ``text`` of an element or a ``field`` of it, a ``reference`` or
            ``mark`` that made a link, a ``code`` that is its id, a ``heading``, the title or
            vision of the ``programme``, a ``repeated`` heading, words that say that there is
            ``nothing``, a number of the ``page``, or ``unread``.
        element: The id of the element; empty when they are about none.
        field: Which field of it, in the words of the model.
    """

    kind: FateKind
    element: str = ""
    field: str = ""


class ClaimedRun(NamedTuple):
    """A part of a text, and what became of it; None when nobody claimed it."""

    text: str
    fate: WordFate | None

    @property
    def is_read(self) -> bool:
        """It became something."""
        return self.fate is not None and self.fate.kind != "unread"


class WordMatcher:
    """One text of which words are claimed, each at most once.

    Args:
        text: As it stands in the document.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters = letters_of(text)
        self._taken = bytearray(len(self.letters))
        """For each letter 0, or 1 when it is claimed."""
        self._claims: dict[int, tuple[int, WordFate]] = {}
        """By the first letter of each claim its end and what becomes of it."""
        self._cursor = 0

    @cached_property
    def offsets(self) -> list[int]:
        """Where in the text each letter stands."""
        if self.text.isascii() and self.text.isalnum():
            return list(range(len(self.text)))
        found: list[int] = []
        for position, character in enumerate(self.text):
            found += [position] * len(_LETTERS[ord(character)] or "")
        return found

    @property
    def is_long(self) -> bool:
        """It is so long that words are looked for only where they are likely to stand."""
        return len(self.letters) > _MOST_LETTERS_TO_PIECE

    @property
    def unclaimed(self) -> int:
        """How many letters nobody has claimed."""
        return self._taken.count(0)

    def claim_text(
        self, text: str, fate: WordFate, *, beside: bool = False
    ) -> bool:
        """Claim the words of a text where they stand together; False when they do nowhere.

        Args:
            text: The words.
            fate: What became of them.
            beside: In a long cell, look for them only right after what was claimed last: there
                stands what is said of it, and looking all over for much takes quadratic time.
        """
        wanted = letters_of(text)
        if not wanted:
            return False
        near = beside and self.is_long
        stop = self._cursor + _LETTERS_BESIDE if near else len(self.letters)
        start = self._find_free(wanted, self._cursor, stop)
        if start < 0 and self._cursor and not near:
            start = self._find_free(wanted, 0, stop)
        if start < 0:
            return False
        self._take_letters(start, start + len(wanted), fate)
        self._cursor = start + len(wanted)
        return True

    def claim_words(self, text: str, fate: WordFate) -> bool:
        """Claim the words of a text in their order, with other words between them.

        False, and nothing claimed, when too few of them are here.
        """
        if self.is_long:
            return False
        wanted = [word for word in map(letters_of, text.split()) if word]
        spans: list[tuple[int, int]] = []
        position = 0
        for word in wanted:
            start = self._find_free(word, position, len(self.letters))
            if start >= 0:
                position = start + len(word)
                spans.append((start, position))
        found = sum(end - start for start, end in spans)
        if not spans or found < _LEAST_SHARE * sum(map(len, wanted)):
            return False
        for start, end in spans:
            self._take_letters(start, end, fate)
        return True

    def claim_rest(self, fate: WordFate) -> None:
        """Claim all that nobody has claimed."""
        for start, end in list(self._free_spans()):
            self._take_letters(start, end, fate)

    def release_all(self) -> None:
        """Let go of all claims."""
        self._taken = bytearray(len(self.letters))
        self._claims.clear()
        self._cursor = 0

    def runs(self) -> list[ClaimedRun]:
        """The text in parts, from left to right, each with its fate; joined they are the text.

        Signs belong to the words before them; those before all words to the first ones.
        """
        starts: list[tuple[int, WordFate | None]] = []
        for start, _, fate in self._claimed_spans():
            if not starts or starts[-1][1] != fate:
                starts.append((self._begin_of_run(start), fate))
        if not starts:
            return [ClaimedRun(self.text, None)]
        starts[0] = (0, starts[0][1])
        ends = [*(start for start, _ in starts[1:]), len(self.text)]
        return [
            ClaimedRun(self.text[start:end], fate)
            for (start, fate), end in zip(starts, ends, strict=True)
        ]

    def _begin_of_run(self, letter: int) -> int:
        """Where a run that begins with a letter begins: with the bracket or quote before it."""
        position = self.offsets[letter]
        while position and self.text[position - 1] in "([{<\"'“‘„#€$":
            position -= 1
        return position

    def _claimed_spans(self) -> Iterator[tuple[int, int, WordFate | None]]:
        """Claimed and free letters from left to right."""
        position, whole = 0, len(self.letters)
        for start in sorted(self._claims):
            if start > position:
                yield position, start, None
            end, fate = self._claims[start]
            yield start, end, fate
            position = end
        if position < whole:
            yield position, whole, None

    def _free_spans(self) -> Iterator[tuple[int, int]]:
        for start, end, fate in self._claimed_spans():
            if fate is None:
                yield start, end

    def _find_free(self, wanted: str, start: int, stop: int) -> int:
        """Where letters stand as whole words that nobody has claimed; -1 for nowhere."""
        for _ in range(_MOST_TRIES):
            start = self.letters.find(wanted, start, stop)
            if start < 0:
                break
            end = start + len(wanted)
            free = not any(self._taken[start:end])
            if free and self._is_edge(start) and self._is_edge(end):
                return start
            start += 1
        return -1

    def _is_edge(self, letter: int) -> bool:
        """A word begins or ends before a letter: something stands between it and the one before."""
        if letter in (0, len(self.letters)):
            return True
        return self.offsets[letter] - self.offsets[letter - 1] > 1

    def _take_letters(self, start: int, end: int, fate: WordFate) -> None:
        self._taken[start:end] = b"\x01" * (end - start)
        self._claims[start] = (end, fate)
