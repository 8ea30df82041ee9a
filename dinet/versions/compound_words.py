"""Words of two words, of which another text may hold the parts: "meetnet fijnstof"."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from dinet.wording.comparison.word_forms import Keys, WordForms

_SHORTEST_PART = 4
"""In letters: "les" and "bus" stand in too many words by chance."""
_SHORTEST_KNOWN = 5
"""In letters, of a part that stands alone in a text where the other does not: "werk" and "huis"
close or open half the words of a programme."""
_LINKING = ("s", "en", "n", "e")
"""Letters between two parts: "weerbaarheidstraining", "bondgenotennetwerk"."""


class CompoundWords:
    """Takes words apart of which a part stands alone in one of the texts.

    Args:
        words: Of all texts, in lower case without accents.
        forms: Which words are one.
    """

    def __init__(self, words: Iterable[str], forms: WordForms) -> None:
        self._words = words
        self._forms = forms
        self._found: dict[str, tuple[Keys, ...]] = {}

    @cached_property
    def _known_keys(self) -> frozenset[str]:
        return frozenset(
            key for word in self._words for key in self._forms.keys_of(word)
        )

    def parts_of(self, word: str) -> tuple[Keys, ...]:
        """The keys of the first and of the second part; empty for a word that stays whole."""
        found = self._found.get(word)
        if found is None:
            found = self._find_parts(word)
            self._found[word] = found
        return found

    def _find_parts(self, word: str) -> tuple[Keys, ...]:
        cuts = range(_SHORTEST_PART - 1, len(word) - _SHORTEST_PART + 1)
        if not word.isalpha():
            return ()
        best: tuple[int, tuple[Keys, ...]] = (0, ())
        for cut in cuts:
            opening, closing = word[:cut], word[cut:]
            known = self._known_letters(opening, closing)
            if known > best[0]:
                keys = self._opening_keys(opening), self._keys_of(closing)
                best = known, keys
        return best[1]

    def _known_letters(self, opening: str, closing: str) -> int:
        """How many letters of a word are parts that stand alone somewhere."""
        opens = self._stands_alone(*_without_linking(opening))
        closes = self._stands_alone(closing)
        if opens and closes:
            return len(opening) + len(closing)
        if closes and len(closing) >= _SHORTEST_KNOWN:
            return len(closing)
        if opens and len(opening) >= _SHORTEST_KNOWN:
            return len(opening)
        return 0

    def _stands_alone(self, *spellings: str) -> bool:
        return any(
            len(spelling) >= _SHORTEST_PART - 1
            and not self._known_keys.isdisjoint(self._keys_of(spelling))
            for spelling in spellings
        )

    def _opening_keys(self, opening: str) -> Keys:
        spellings = map(self._keys_of, _without_linking(opening))
        return frozenset[str]().union(*spellings)

    def _keys_of(self, word: str) -> Keys:
        return self._forms.keys_of(word)


def _without_linking(opening: str) -> Iterator[str]:
    """A first part as it may be spelt alone."""
    yield opening
    for letters in _LINKING:
        if opening.endswith(letters):
            yield opening.removesuffix(letters)
