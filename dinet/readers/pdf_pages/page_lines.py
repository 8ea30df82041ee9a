"""Words become lines, and lines fall apart where they have a wide gap."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.readers.pdf_pages.page_content import Word
from dinet.wording.bullets import bullet_signs

# How high small letters are, as a share of the letter size.
_X_HEIGHT = 0.6
# Two words stand on one line when they share more than this part of the height of the smaller: a
# raised or lowered small letter does, a word of the next line does not.
_OVERLAP = 0.5
# A wider gap between two words, as a share of the letter size, is a space where the page has none.
_SPACE_GAP = 0.2
# A wider gap between two words, as a share of the letter size, divides columns.
_COLUMN_GAP = 0.7
# A word that begins so much before the end of the one before it, as a share of the letter size, is
# written over it.
_CROWDED_OVERLAP = 0.7


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
        """The word that says how high the line stands and how large its letters are.

        It is the longest of those in the largest letters; a bullet only where there is nothing
        else.
        """
        bullets = bullet_signs()
        plain = [
            word for word in self.words if word.text not in bullets
        ] or self.words
        return max(
            plain, key=lambda word: (round(word.size), word.right - word.left)
        )

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
                or word.left - before.right
                > _SPACE_GAP * max(word.size, before.size)
            )
            yield (" " if apart else "") + word.text, word
            before = word


def words_to_lines(words: Iterable[Word]) -> list[PageLine]:
    """The lines that words stand on, from top to bottom.

    Raised and lowered small letters stay in their line.
    """
    lines: list[list[Word]] = []
    largest: Word | None = None
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if largest and _share_a_line(largest, word):
            lines[-1].append(word)
            if word.size > largest.size:
                largest = word
        else:
            lines.append([word])
            largest = word
    return [
        PageLine(tuple(sorted(line, key=lambda word: word.left)))
        for line in lines
    ]


def _share_a_line(one: Word, other: Word) -> bool:
    """The small letters of two words overlap in height."""
    top = max(
        one.base - _X_HEIGHT * one.size, other.base - _X_HEIGHT * other.size
    )
    shared = min(one.base, other.base) - top
    return shared > _OVERLAP * _X_HEIGHT * min(one.size, other.size)


def count_crowded(words: Iterable[Word]) -> int:
    """How many words are written over another on their line."""
    return sum(
        before.right - word.left > _CROWDED_OVERLAP * word.size
        for line in words_to_lines(words)
        for before, word in zip(line.words, line.words[1:], strict=False)
    )


def split_at_gaps(
    line: PageLine, places: Iterable[float] = ()
) -> list[PageLine]:
    """The parts of a line, from left to right.

    Args:
        line: The whole line.
        places: Where to divide it, whatever the gaps; none to divide it at wide gaps, of which
            that after a bullet is none.
    """
    cuts, bullets = tuple(places), bullet_signs()
    parts: list[list[Word]] = [[line.words[0]]]
    for before, word in zip(line.words, line.words[1:], strict=False):
        wide = (
            word.left - before.right
            > _COLUMN_GAP * max(word.size, before.size)
            and before.text not in bullets
        )
        if _is_cut_between(before, word, cuts) if cuts else wide:
            parts.append([])
        parts[-1].append(word)
    return [PageLine(tuple(part)) for part in parts]


def _is_cut_between(before: Word, word: Word, cuts: tuple[float, ...]) -> bool:
    """One of these places lies between the middles of two words."""
    start, end = (before.left + before.right) / 2, (word.left + word.right) / 2
    return any(start <= cut < end for cut in cuts)
