"""Which statements of many are worth comparing, without comparing all with all."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dinet.vocabulary.folding import fold_text
from dinet.wording.comparison.comparing_words import comparing_words
from dinet.wording.comparison.comparison import (
    Comparison,
    compare_statements,
)
from dinet.wording.comparison.word_forms import WordForms, word_forms
from dinet.wording.months import month_of
from dinet.wording.sentence_ends import first_sentence
from dinet.wording.source_marks import find_sources
from dinet.wording.target_sentence.language_words import (
    words_of_entry,
    words_of_language,
)

_MOST_ALIKE = 40
"""Statements with the same words and other numbers: so many are a list (week 1, week 2 …), in which
other numbers are no contradiction."""
_EMPTY_TABLES = frozenset(
    {
        "comparator",
        "comparator_behind",
        "number_fillers",
        "range",
        "scale",
        "number_words",
        "fractions",
        "ratio",
        "universal",
        "time",
        "empty",
        "preposition",
        "preposition_strict",
        "measure",
        "nested_action",
        "time_bound",
        "units",
        "baseline",
    }
)
"""Words of these lists are never all that a statement is about."""
_MORE_MASKED_TABLES = frozenset(
    {
        "multipliers",
        "direction",
        "moves",
        "marks",
    }
)
"""Words of these lists may be a parsed part, or may be missing, as those of the empty tables may:
they tell no candidates apart."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’‑][^\W\d_]+)*")
_DIGITS = re.compile(r"\d+")
_PLACE_ENDING = "se"
"""Of an adjective of a place: "Hoogeveense"."""
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
_PER = re.compile(r"\bper \w+", re.IGNORECASE)
"""A unit goes on behind it: "kg per inwoner", "kg per huishouden" are two units."""
_REFERENCE = re.compile(r"\((?:zie|see|vgl|cf)\b[^()]*\)", re.IGNORECASE)


class AlikePair(NamedTuple):
    """Two statements that are the same or contradict each other.

    Args:
        first: The place of the earlier one.
        second: The place of the later one.
        comparison: Of the earlier with the later; never ``different``.
    """

    first: int
    second: int
    comparison: Comparison


class CandidateGroup(NamedTuple):
    """Statements that are worth comparing with each other.

    Args:
        places: Of the statements, in order.
        is_list: They are part of a list with the same words and other numbers, of which only
            those with the same numbers are compared: other numbers there are no contradiction.
    """

    places: list[int]
    is_list: bool = False


def find_alike(
    texts: Sequence[str], language: str | None = None
) -> Iterator[AlikePair]:
    """The statements that are the same or in conflict, each later one with earlier ones.

    A statement is compared with those that have the same words when numbers, times, comparators,
    verbs and endings are left out, which an index tells: time grows with the number of texts and
    not with its square. One that is the same as an earlier one is compared with no other.

    Args:
        texts: The statements.
        language: Of all of them; None when each has its own.

    Example:
        >>> plan = ["In 2028 sport 60%.", "Bomen planten", "60 procent sport in 2028."]
        >>> [(pair.first, pair.second, pair.comparison.verdict) for pair in find_alike(plan)]
        [(0, 2, 'same')]
    """
    for group in find_candidates(texts, language):
        yield from compare_candidates(texts, group.places, language)


@lru_cache(maxsize=2)
def alike_pairs(
    texts: tuple[str, ...], language: str | None = None
) -> tuple[AlikePair, ...]:
    """What ``find_alike`` finds, kept for the next who asks the same."""
    return tuple(find_alike(texts, language))


def find_same(
    texts: Sequence[str], language: str | None = None
) -> Iterator[AlikePair]:
    """The statements that are the same as an earlier one, each with the first such."""
    for pair in find_alike(texts, language):
        if pair.comparison.verdict == "same":
            yield pair


def compare_candidates(
    texts: Sequence[str], group: Sequence[int], language: str | None = None
) -> Iterator[AlikePair]:
    """The statements of one group of candidates that are the same or in conflict.

    Args:
        texts: All statements.
        group: The places of those that are worth comparing, in order.
        language: Of all of them; None when each has its own.
    """
    heads: list[int] = []
    head_of_words: dict[str, int] = {}
    for place in group:
        known = head_of_words.setdefault(fold_text(texts[place]), place)
        if known != place:
            comparison = compare_statements(texts[known], texts[place])
            yield AlikePair(known, place, comparison)
            continue
        conflicts: list[AlikePair] = []
        for head in heads:
            comparison = compare_statements(
                texts[head], texts[place], language
            )
            pair = AlikePair(head, place, comparison)
            if comparison.verdict == "same":
                yield pair
                break
            if comparison.verdict == "conflict":
                conflicts.append(pair)
        else:
            heads.append(place)
            yield from conflicts


def find_candidates(
    texts: Sequence[str], language: str | None = None
) -> Iterator[CandidateGroup]:
    """The groups of statements with the same telling words; a long list by its numbers too.

    Args:
        texts: The statements.
        language: Of all of them; None for Dutch.
    """
    groups: dict[frozenset[str], list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        groups[telling_words(text, language or "nl")].append(place)
    for group in groups.values():
        if len(group) <= 1:
            continue
        if len(group) <= _MOST_ALIKE:
            yield CandidateGroup(group)
            continue
        by_numbers: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in group:
            numbers = tuple(sorted(_DIGITS.findall(texts[place])))
            by_numbers[numbers].append(place)
        for part in by_numbers.values():
            yield CandidateGroup(part[:_MOST_ALIKE], is_list=True)


def telling_words(text: str, language: str) -> frozenset[str]:
    """The words of the first sentence, by which a statement is found.

    Without numbers, verbs, endings and vowels.

    Example:
        >>> one = telling_words("In 2028 sport 60% van de leerlingen.", "nl")
        >>> one == telling_words("60 procent van de leerling sport in 2029", "nl")
        True
    """
    text = first_sentence(text)
    sources = find_sources(text)
    if sources:
        text = text[: sources[0].start()]
    if "(" in text:
        text = _REFERENCE.sub(" ", text)
    if "per " in text.lower():  # as in few texts
        text = _PER.sub(" ", text)
    outlines = _outlines_in(language)
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    told = {outlines.outline_of(word) for word in words} - {""}
    if told:
        return frozenset(told)
    # a statement of verbs and times only: "De bezuiniging bedraagt € 2 miljoen"
    lows = set(map(fold_text, words)) - outlines.empty
    return frozenset(
        min(outlines.forms.keys_of(low)) for low in lows if not month_of(low)
    )


class _Outlines:
    """The outline of each word of a language: what all its forms have in common.

    Args:
        language: It.
    """

    def __init__(self, language: str) -> None:
        self.forms: WordForms = word_forms(language)
        self.verbs = comparing_words(language).finite_verbs
        self.empty = frozenset(_words_of_tables(language, _EMPTY_TABLES))
        particles = comparing_words(language).lists["verb.particles"]
        masked = _words_of_tables(language, _MORE_MASKED_TABLES)
        self.masked = self.empty.union(particles, masked)
        self.outline_of = lru_cache(maxsize=65536)(self._outline_of)

    def _outline_of(self, word: str) -> str:
        """Empty for a word that may be part of a number, a time or a comparison, and for verbs."""
        low = fold_text(word)
        if low in self.masked or low in self.verbs or self.forms.verb_key(low):
            return ""
        if month_of(low):
            return ""
        if word[0].isupper():
            low = low.removesuffix(_PLACE_ENDING)
        keys = self.forms.keys_of(low)
        synonyms = [key for key in keys if key.startswith("=")]
        if synonyms:
            return min(synonyms)
        shortest = min(keys, key=len)
        consonants = _DOUBLED.sub(r"\1", _VOWELS.sub("", shortest))
        return consonants or shortest


def _words_of_tables(language: str, tables: frozenset[str]) -> Iterator[str]:
    """The words of all phrases in some tables of a language."""
    for words in (words_of_language(language), comparing_words(language)):
        for name, entries in words.lists.items():
            if name.partition(".")[0] in tables:
                for entry in entries:
                    yield from words_of_entry(entry)


@lru_cache(maxsize=2)
def _outlines_in(language: str) -> _Outlines:
    return _Outlines(language)
