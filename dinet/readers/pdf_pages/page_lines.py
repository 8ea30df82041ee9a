"""Words become lines, and lines fall apart where they have a wide gap."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.readers.pdf_pages.page_content import Word
from dinet.wording.bullets import bullet_signs

_X_HEIGHT = 0.6
_OVERLAP = 0.5
_GLUED = 0.2
_WIDE = 0.7
_CROWDED = 0.7


class PageLine(NamedTuple):
    """Words on one height, from left to right."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def leading_word(self) -> Word:
        """The word that says how high the line stands and how large its letters are: the longest in the largest letters."""
        bullets = bullet_signs()
        plain = [word for word in self.words if word.text not in bullets] or self.words
        return max(plain, key=lambda word: (round(word.size), word.right - word.left))

    @property
    def base(self) -> float:
        """The height of its base line."""
        return self.leading_word.base

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.leading_word.size

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(text for text, _ in self.pieces)

    @property
    def pieces(self) -> Iterator[tuple[str, Word]]:
        """The text of each word, with a space before it where the page has one, and the word."""
        before: Word | None = None
        for word in self.words:
            apart = before is not None and (
                before.spaced
                or word.left - before.right > _GLUED * max(word.size, before.size)
            )
            yield (" " if apart else "") + word.text, word
            before = word


def words_to_lines(words: Iterable[Word]) -> list[PageLine]:
    """The lines that words stand on, from top to bottom; raised and lowered small letters stay in their line."""
    found: list[list[Word]] = []
    leads: list[Word] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if leads and _share_a_line(leads[-1], word):
            found[-1].append(word)
            leads[-1] = max(leads[-1], word, key=lambda each: each.size)
        else:
            found.append([word])
            leads.append(word)
    return [PageLine(tuple(sorted(line, key=lambda word: word.left))) for line in found]


def _share_a_line(one: Word, other: Word) -> bool:
    top = max(one.base - _X_HEIGHT * one.size, other.base - _X_HEIGHT * other.size)
    shared = min(one.base, other.base) - top
    return shared > _OVERLAP * _X_HEIGHT * min(one.size, other.size)


def count_crowded(words: Iterable[Word]) -> int:
    """How many words are written over another on their line."""
    return sum(
        before.right - word.left > _CROWDED * word.size
        for line in words_to_lines(words)
        for before, word in zip(line.words, line.words[1:], strict=False)
    )


def split_at_gaps(line: PageLine, places: Iterable[float] = ()) -> list[PageLine]:
    """The parts of a line between wide gaps, or between given places; a bullet stays with what follows it."""
    cuts, bullets = tuple(places), bullet_signs()
    parts: list[list[Word]] = [[line.words[0]]]
    for before, word in zip(line.words, line.words[1:], strict=False):
        middles = ((before.left + before.right) / 2, (word.left + word.right) / 2)
        wide = (
            word.left - before.right > _WIDE * max(word.size, before.size)
            and before.text not in bullets
        )
        if any(middles[0] <= cut < middles[1] for cut in cuts) if cuts else wide:
            parts.append([])
        parts[-1].append(word)
    return [PageLine(tuple(part)) for part in parts]
