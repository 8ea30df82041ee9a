"""Which element words refer to when they are nearly all of its words, or it nearly all of them."""

from collections import defaultdict
from collections.abc import Callable

from dinet.wording.similarity import content_words

_CONTAINED = 0.8
"""The share of the words of the shorter text: a reference leaves out or changes a word of five."""
LEAST_CONTAINED_WORDS = 2
"""One word is too little to find an element by, unless a role stands before it."""
_MOST_HOLDERS = 200
"""Elements: a word that more of them have tells nothing, and makes long documents slow."""


class ContainedWords:
    """Texts by their words."""

    def __init__(self) -> None:
        self._words: dict[int, frozenset[str]] = {}
        self._holders: dict[str, list[int]] = defaultdict(list)
        """The first texts with each word, in the order in which they were added."""

    def add_text(self, number: int, text: str) -> None:
        """Add a text, which is called by a number."""
        words = content_words(text)
        self._words[number] = words
        for word in words:
            if len(self._holders[word]) < _MOST_HOLDERS:
                self._holders[word].append(number)

    def find_text(
        self,
        words: str,
        may_be: Callable[[int], bool],
        fewest: int = LEAST_CONTAINED_WORDS,
    ) -> int | None:
        """The number of the one text that shares most with words; None for none, or several.

        Args:
            words: Of the reference.
            may_be: Whether the text with a number may be meant.
            fewest: So many words the shorter of the two has at least.

        Example:
            >>> texts = ContainedWords()
            >>> texts.add_text(1, "Meer kinderen sporten elke week")
            >>> texts.find_text("kinderen sporten", may_be=lambda number: True)
            1
        """
        asked = content_words(words)
        shares = {
            number: self._share_of(asked, number, fewest)
            for word in asked
            for number in self._holders.get(word, ())
            if may_be(number)
        }
        most = max(shares.values(), default=0.0)
        best = [number for number, share in shares.items() if share == most]
        return best[0] if most >= _CONTAINED and len(best) == 1 else None

    def _share_of(
        self, asked: frozenset[str], number: int, fewest: int
    ) -> float:
        """The share of the words of the shorter text that are in the other; 0 for too few words."""
        own = self._words[number]
        least = min(len(asked), len(own))
        return len(asked & own) / least if least >= fewest else 0.0
