"""A text with its tokens and the words that are known in it: what every other step looks at."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dinet.wording.target_sentence.language_words import (
    LanguageWords,
    PhraseMarks,
    marks_of,
    words_of_language,
)
from dinet.wording.target_sentence.result import TextSpan
from dinet.wording.target_sentence.tokens import (
    NUMBER,
    WORD,
    Token,
    bracket_depths,
    cut_tokens,
    number_sentences,
)

_LONGEST_GAP = 25
"""In tokens, between the two parts of a verb: "neemt in de komende jaren sterk af"."""
_CLAUSE_SIGNS = frozenset(",:;.!?()[]")
_SIGNS_WITHIN_VERB = frozenset("(),")
_ENDS_OF_VERB = _CLAUSE_SIGNS - _SIGNS_WITHIN_VERB
"""The later part of a verb stands behind none of these."""
_NO_NAMES: Mapping[str, int] = {}
"""Of most words: they begin no phrase."""
FREE = ""
"""Of a token that no step has claimed."""


def _start_of(token: Token) -> int:
    return token.start


class Numeral(NamedTuple):
    """A number as it is written.

    Args:
        value: In full, with its scale.
        end: Behind its last token.
        in_words: No digits were used.
        has_scale: A word such as ``miljoen`` multiplies it.
    """

    value: float
    end: int
    in_words: bool
    has_scale: bool = False


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
        self.count = len(self.tokens)
        """How many tokens there are."""
        self.lows = [token.low for token in self.tokens]
        self.sentences = number_sentences(
            text, self.tokens, self.words.short_words
        )
        self.depths = bracket_depths(self.lows)
        self.claims = [FREE] * self.count
        self.gapped: dict[tuple[int, str], int] = {}
        """The place of the later part of a verb in two parts, by its first part and list."""
        self.numerals: dict[int, Numeral | None] = {}
        """What was read where a number may begin, by whoever asked it first."""
        self._marks = self.words.marks_in(self.lows)
        for index, marks in enumerate(self._marks):
            if marks.has_rest:  # as of few words
                self._marks[index] = self._with_rests(index, marks)
        self._begun = [marks.names for marks in self._marks]
        """The lists with a phrase that begins at each token."""
        self._names: set[str] = set().union(*self._begun)
        self._lists = list(map(self.words.lists_with, self.lows))
        """The lists that have each token as such, or an ending of it."""
        self._all_lists: set[str] = set().union(*self._lists)
        self._ends = self._find_ends()
        """Of phrases of more than one token: where each list begins, by where it ends."""

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.tokens)

    def _with_rests(self, index: int, marks: PhraseMarks) -> PhraseMarks:
        """Without the verbs in two parts of which the later one is not there."""
        whole = []
        for phrase in marks.phrases:
            if phrase.rest:
                end = index + len(phrase.words)
                place = self._find_rest(phrase.rest, end)
                if place is None:
                    continue
                self.gapped[index, phrase.name] = place
            whole.append(phrase)
        return marks_of(tuple(whole))

    def _find_ends(self) -> dict[int, dict[str, int]]:
        ends: dict[int, dict[str, int]] = {}
        for index, marks in enumerate(self._marks):
            if not marks.longer:  # as at most tokens
                continue
            for name, length in marks.longer:
                starts = ends.setdefault(index + length, {})
                starts.setdefault(name, index)
        return ends

    def _find_rest(self, rest: tuple[str, ...], begin: int) -> int | None:
        """Where the later part stands, in the same clause."""
        first, *others = rest
        lows = self.lows
        for place in range(begin, min(begin + _LONGEST_GAP, len(lows))):
            if lows[place] in _ENDS_OF_VERB:
                return None
            if lows[place] != first:  # as nearly everywhere
                continue
            if lows[place + 1 : place + len(rest)] == others:
                return place
        return None

    def low_at(self, index: int) -> str:
        """The token at a place in lower case; empty beside the text."""
        return self.lows[index] if 0 <= index < self.count else ""

    def phrase_end(self, index: int, name: str) -> int | None:
        """Behind the longest phrase of a list that begins at a place; None when there is none."""
        if not 0 <= index < self.count:
            return None
        length = self._marks[index].lengths.get(name)
        return None if length is None else index + length

    def phrases_of(self, name: str) -> Iterator[tuple[int, int]]:
        """Where the phrases of a list begin and end, from left to right."""
        if name not in self._names:  # as for most lists
            return
        for index, marks in enumerate(self._marks):
            if name in marks.lengths:
                yield index, index + marks.lengths[name]

    def places_of(self, *names: str) -> list[int]:
        """Where phrases of some lists begin, from left to right; empty in most texts."""
        return self.places_of_any(frozenset(names))

    def places_of_any(self, names: frozenset[str]) -> list[int]:
        """The same of a set of lists, as it is kept where the same many are asked for."""
        if self._names.isdisjoint(names):
            return []
        return [
            index
            for index, begun in enumerate(self._begun)
            if not begun.isdisjoint(names)
        ]

    def phrase_start(self, end: int, name: str) -> int | None:
        """The beginning of the longest phrase of a list that ends before a place."""
        if name not in self._names:  # as for most lists
            return None
        longer = self._ends.get(end)
        if longer and name in longer:
            return longer[name]
        if 0 < end <= self.count and name in self._marks[end - 1].single:
            return end - 1
        return None

    def names_at(self, index: int, table: str) -> Mapping[str, int]:
        """The lists of a table with a phrase that begins at a place, and where it ends."""
        if not 0 <= index < self.count:
            return _NO_NAMES
        lengths = self._marks[index].tables.get(table)
        if lengths is None:  # as of most words
            return _NO_NAMES
        return {name: index + length for name, length in lengths.items()}

    def opens_any(self, index: int, *tables: str) -> bool:
        """Whether a phrase of one of some tables begins at a place."""
        if not 0 <= index < self.count:
            return False
        return not self._marks[index].tables.keys().isdisjoint(tables)

    def names_before(self, end: int, table: str) -> dict[str, int]:
        """The lists of a table with a phrase that ends before a place, and where it begins."""
        starts = dict(self._ends.get(end, {}))
        if 0 < end <= self.count:
            for name in self._marks[end - 1].single:
                starts.setdefault(name, end - 1)
        if not starts:  # as before most tokens
            return {}
        prefix = f"{table}."
        return {
            name.removeprefix(prefix): first
            for name, first in starts.items()
            if name.startswith(prefix)
        }

    def word_in(self, index: int, *names: str) -> bool:
        """Whether the token at a place is in one of some lists, or ends as an entry of one does."""
        if not 0 <= index < self.count:
            return False
        return not self._lists[index].isdisjoint(names)

    def has_word(self, name: str) -> bool:
        """Whether a list has any token of the text as such, or an ending of it."""
        return name in self._all_lists

    def begins(self, index: int, *names: str) -> bool:
        """Whether a phrase of one of some lists begins at a place."""
        if not 0 <= index < self.count:
            return False
        return not self._begun[index].isdisjoint(names)

    def begins_any(self, index: int, names: frozenset[str]) -> bool:
        """The same of a set of lists, as it is kept where the same many are asked for."""
        if not 0 <= index < self.count:
            return False
        return not self._begun[index].isdisjoint(names)

    def has_any(self, *names: str) -> bool:
        """Whether the text has a phrase of one of some lists anywhere; most have not."""
        return not self._names.isdisjoint(names)

    def holds(self, name: str, first: int, end: int) -> bool:
        """Whether a phrase of a list begins between two tokens."""
        if name not in self._names:  # as for most lists
            return False
        return any(name in begun for begun in self._begun[first:end])

    def lows_in(self, span: TextSpan) -> list[str]:
        """The tokens that stand whole within some characters."""
        first = bisect_left(self.tokens, span.start, key=_start_of)
        end = bisect_left(self.tokens, span.end, key=_start_of)
        return self.lows[first:end]

    def is_free_word(self, index: int) -> bool:
        """Whether a word stands at a place that no step has explained."""
        return self.is_word(index) and self.claims[index] == FREE

    def is_word(self, index: int) -> bool:
        """Whether a word stands at a place."""
        return 0 <= index < self.count and self.tokens[index].kind == WORD

    def is_number(self, index: int) -> bool:
        """Whether digits stand at a place."""
        return 0 <= index < self.count and self.tokens[index].kind == NUMBER

    def is_joined(self, index: int) -> bool:
        """Whether a token touches the one before it."""
        return (
            0 < index < self.count
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
