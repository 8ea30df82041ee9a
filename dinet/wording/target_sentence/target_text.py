"""A text with its tokens and the words that are known in it: what every other step looks at."""

from collections.abc import Iterator, Mapping
from itertools import repeat

from dinet.wording.target_sentence.language_words import (
    LanguageWords,
    words_of_language,
)
from dinet.wording.target_sentence.result import TextSpan
from dinet.wording.target_sentence.tokens import (
    NUMBER,
    WORD,
    bracket_depths,
    cut_tokens,
    number_sentences,
)

_LONGEST_GAP = 25
"""In tokens, between the two parts of a verb: "neemt in de komende jaren sterk af"."""
_CLAUSE_SIGNS = frozenset(",:;.!?()[]")
_NO_NAMES: Mapping[str, int] = {}
"""Of most words: they begin no phrase."""
FREE = ""
"""Of a token that no step has claimed."""


class TargetText:
    """A text in tokens, with the phrases of its language marked.

    Steps claim the tokens that they have explained, so that no number counts twice.

    Args:
        text: It.
        language: One of ``language_words.LANGUAGES``.

    Example:
        >>> text = TargetText("Minimaal 80% sport", "nl")
        >>> text.phrase_end(0, "comparator.ge"), text.low_at(1)
        (1, '80')
    """

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.words: LanguageWords = words_of_language(language)
        self.tokens = cut_tokens(text)
        self._count = len(self.tokens)
        self.lows = [token.low for token in self.tokens]
        self.sentences = number_sentences(
            text, self.tokens, frozenset(self.words.lists["sentences.short"])
        )
        self.depths = bracket_depths(self.tokens)
        self.claims = [FREE] * len(self.tokens)
        self._starts: list[dict[str, int]] = [{} for _ in self.tokens]
        self._ends: list[dict[str, int]] = [
            {} for _ in range(len(self.tokens) + 1)
        ]
        self._tables_at: list[dict[str, dict[str, int]]] = [
            {} for _ in self.tokens
        ]
        """The same marks by their table and their name in it."""
        self._names: set[str] = set()
        self.gapped: dict[tuple[int, str], int] = {}
        """The place of the later part of a verb in two parts, by its first part and list."""
        for index in range(len(self.tokens)):
            self._mark_phrases(index)

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.tokens)

    def _mark_phrases(self, index: int) -> None:
        for phrase in self.words.phrases_at(self.lows, index):
            end = index + len(phrase.words)
            if phrase.rest:
                place = self._find_rest(phrase.rest, end)
                if place is None:
                    continue
                self.gapped[index, phrase.name] = place
            self._names.add(phrase.name)
            starts = self._starts[index]
            starts[phrase.name] = max(end, starts.get(phrase.name, 0))
            named = self._tables_at[index].setdefault(phrase.table, {})
            named[phrase.own_name] = starts[phrase.name]
            self._ends[end].setdefault(phrase.name, index)

    def _find_rest(self, rest: tuple[str, ...], begin: int) -> int | None:
        """Where the later part stands, in the same clause."""
        for place in range(begin, min(begin + _LONGEST_GAP, len(self.lows))):
            if self.lows[place] in _CLAUSE_SIGNS - {"(", ")", ","}:
                return None
            if tuple(self.lows[place : place + len(rest)]) == rest:
                return place
        return None

    def low_at(self, index: int) -> str:
        """The token at a place in lower case; empty beside the text."""
        return self.lows[index] if 0 <= index < self._count else ""

    def phrase_end(self, index: int, name: str) -> int | None:
        """Behind the longest phrase of a list that begins at a place; None when there is none."""
        if 0 <= index < self._count:
            return self._starts[index].get(name)
        return None

    def phrases_of(self, name: str) -> Iterator[tuple[int, int]]:
        """Where the phrases of a list begin and end, from left to right."""
        if name not in self._names:  # as for most lists
            return
        for index, marks in enumerate(self._starts):
            if name in marks:
                yield index, marks[name]

    def phrase_start(self, end: int, name: str) -> int | None:
        """The beginning of the longest phrase of a list that ends before a place."""
        if not 0 <= end <= len(self.tokens):
            return None
        return self._ends[end].get(name)

    def names_at(self, index: int, table: str) -> Mapping[str, int]:
        """The lists of a table with a phrase that begins at a place, and where it ends."""
        if not 0 <= index < self._count:
            return _NO_NAMES
        return self._tables_at[index].get(table, _NO_NAMES)

    def opens_any(self, index: int, *tables: str) -> bool:
        """Whether a phrase of one of some tables begins at a place."""
        if not 0 <= index < self._count:
            return False
        return not self._tables_at[index].keys().isdisjoint(tables)

    def names_before(self, end: int, table: str) -> dict[str, int]:
        """The lists of a table with a phrase that ends before a place, and where it begins."""
        if not 0 <= end <= len(self.tokens):
            return {}
        start = f"{table}."
        return {
            name.removeprefix(start): first
            for name, first in self._ends[end].items()
            if name.startswith(start)
        }

    def word_in(self, index: int, *names: str) -> bool:
        """Whether the token at a place is in one of some lists, or ends as an entry of one does."""
        low = self.low_at(index)
        return any(map(self.words.has, names, repeat(low)))

    def begins(self, index: int, *names: str) -> bool:
        """Whether a phrase of one of some lists begins at a place."""
        if not 0 <= index < self._count:
            return False
        return not self._starts[index].keys().isdisjoint(names)

    def holds(self, name: str, first: int, end: int) -> bool:
        """Whether a phrase of a list begins between two tokens."""
        if name not in self._names:  # as for most lists
            return False
        return any(name in marks for marks in self._starts[first:end])

    def is_free_word(self, index: int) -> bool:
        """Whether a word stands at a place that no step has explained."""
        return self.is_word(index) and self.claims[index] == FREE

    def is_word(self, index: int) -> bool:
        """Whether a word stands at a place."""
        return 0 <= index < self._count and self.tokens[index].kind == WORD

    def is_number(self, index: int) -> bool:
        """Whether digits stand at a place."""
        return 0 <= index < self._count and self.tokens[index].kind == NUMBER

    def is_joined(self, index: int) -> bool:
        """Whether a token touches the one before it."""
        return (
            0 < index < len(self.tokens)
            and self.tokens[index].start == self.tokens[index - 1].end
        )

    def is_dash(self, index: int) -> bool:
        """Whether a dash between white space stands at a place, which parts two clauses."""
        return (
            self.low_at(index) == "-"
            and not self.is_joined(index)
            and not self.is_joined(index + 1)
        )

    def same_sentence(self, first: int, second: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return self.sentences[first] == self.sentences[second]

    def ends_clause(self, index: int) -> bool:
        """Whether a sign stands there behind which another clause may begin."""
        return self.lows[index] in _CLAUSE_SIGNS

    def claim(self, first: int, end: int, claim: str) -> None:
        """Say what tokens are; what was claimed before stays as it is."""
        for index in range(first, end):
            self.claims[index] = self.claims[index] or claim

    def is_free(self, first: int, end: int) -> bool:
        """Whether no token has been claimed."""
        return not any(self.claims[first:end])

    def span(self, first: int, end: int) -> TextSpan:
        """The characters from one token up to another."""
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        return TextSpan(start, stop, self.text[start:stop])
