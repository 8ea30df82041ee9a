"""A dialect: the words in which a document names what it holds.

It has the order of the rungs of a table too, and what each of them serves.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dinet.model import Kind, Level, LinkKind
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import Phrases, built_in_phrases

_LEAST_UNSPACED = len("actie")
"""In letters: a shorter word stays whole in a narrow column."""
_LEAST_MISSPELLED = 7
"""In letters: of a shorter word one letter less is often another word (``doel``, ``deel``)."""
_EDGE_LETTERS = 4
"""Most texts begin otherwise than all words: not all their forms need be looked up."""
_LONGEST_WORD = 40
"""In letters: a longer one is no word, and would have too many forms."""


def plain(heading: str) -> str:
    """A heading as headings are compared.

    Case, accents, hyphens and a question mark do not count.
    """
    return fold_text(heading).replace("-", " ").rstrip("?")


def _shorter(word: str) -> Iterator[str]:
    """A word, and the word without each of its letters."""
    yield word
    yield from (word[:place] + word[place + 1 :] for place in range(len(word)))


def _starts_of_forms(word: str) -> set[str]:
    """How the word begins, and the word without each of its letters."""
    start = word[: _EDGE_LETTERS + 1]
    return {form[:_EDGE_LETTERS] for form in _shorter(start)}


@dataclass(frozen=True, eq=False)
class Dialect:
    """The words, the ladder and the links of one kind of document.

    Args:
        words: The role of each word for a column or section, in plain form.
        columns: The same for words that say so above a column only.
        everyday: Words that plans, minutes and letters of every kind use too.
        roles: All roles; of a heading that joins several, the first counts.
        ladder: The rungs of a table, from what is served to what serves.
        kinds: What kind of element stands on each rung.
        serves: What each rung may serve, what it would rather serve first, and by which kind of
            link.
        heights: Beginnings of words that tell columns of one rung apart, from the upper ones to
            the lower ones.
        asks: Of each role the words by which a question is known to ask for it.
        phrases: The words that reading looks for inside texts.
        stated: By heading in plain form the role, and for goals the level, that a person said it
            has; it counts before all words.
    """

    words: Mapping[str, str]
    columns: Mapping[str, str]
    everyday: frozenset[str]
    roles: tuple[str, ...]
    ladder: tuple[str, ...]
    kinds: Mapping[str, Kind]
    serves: Mapping[str, Mapping[str, LinkKind]]
    heights: tuple[tuple[str, ...], ...]
    asks: Mapping[str, tuple[frozenset[str], ...]]
    phrases: Phrases = field(default_factory=built_in_phrases)
    stated: Mapping[str, tuple[str, Level | None]] = field(
        default_factory=dict
    )

    @cached_property
    def _words_by_start(self) -> dict[str, list[str]]:
        """The longer words by how each of their forms with one letter less begins."""
        by_start: dict[str, list[str]] = {}
        for word in self.words:
            if len(word) >= _LEAST_MISSPELLED:
                for start in _starts_of_forms(word):
                    by_start.setdefault(start, []).append(word)
        return by_start

    def _words_near(self, word: str) -> set[str]:
        """The longer words that are one slip of the pen away: they share a form with the word."""
        begun = _starts_of_forms(word) & self._words_by_start.keys()
        if not begun:
            return set()
        forms = set(_shorter(word))
        return {
            known
            for start in begun
            for known in self._words_by_start[start]
            if not forms.isdisjoint(_shorter(known))
        }

    def spelled(self, word: str) -> str:
        """The one known word that a word with a slip of the pen stands for, or the word itself.

        Example:
            >>> words = {"inspanningen": "effort"}
            >>> dialect = Dialect(words, {}, frozenset(), (), (), {}, {}, (), {})
            >>> dialect.spelled("inspaningen")
            'inspanningen'
        """
        if (
            word in self.words
            or not _LEAST_MISSPELLED <= len(word) <= _LONGEST_WORD
        ):
            return word
        near = self._words_near(word)
        return near.pop() if len(near) == 1 else word

    def asked(self, question: str) -> str | None:
        """The role that a question asks for; None when it asks for none.

        It has all words of one of the forms of that role; of several forms the one with the
        most words counts.
        """
        words = set(re.findall(r"\w+", question))
        role_asked, most = None, -1
        for role, forms in self.asks.items():
            for form in forms:
                if form <= words and len(form) > most:
                    role_asked, most = role, len(form)
        return role_asked

    def asked_whole(self, question: str) -> str | None:
        """The role that a question of a few words asks for when these are one of its forms."""
        words = frozenset(re.findall(r"\w+", question))
        asking = (role for role, forms in self.asks.items() if words in forms)
        return next(asking, None)

    @cached_property
    def unspaced(self) -> dict[str, str]:
        """The longer words without their spaces, for headings that a narrow column broke."""
        return {
            word.replace(" ", ""): role
            for word, role in self.words.items()
            if len(word) >= _LEAST_UNSPACED
        }

    def link(self, start: str, end: str) -> LinkKind | None:
        """The kind of link from one rung to another; None when the one does not serve the other."""
        return self.serves.get(start, {}).get(end)

    def height(self, heading: str) -> int:
        """How far down a column of a rung stands among others of that rung.

        Of the beginnings that a heading has, those of the last group count.
        """
        words = plain(heading).split()
        lowest = None
        for height, starts in enumerate(self.heights):
            if any(word.startswith(starts) for word in words):
                lowest = height
        return self._height_without_word if lowest is None else lowest

    @cached_property
    def _height_without_word(self) -> int:
        """The height of a heading that says nothing of it: that of the group without beginnings."""
        without = (
            height for height, starts in enumerate(self.heights) if not starts
        )
        return next(without, 0)
