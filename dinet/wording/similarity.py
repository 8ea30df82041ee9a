"""When two texts are the same statement: their content words and numbers are compared.

Word overlap (Jaccard) tells near wordings of a target from other targets; difflib's ratio and
containment do not: they rank other goals above a true paraphrase.
"""

import re
from functools import lru_cache
from itertools import takewhile

from dinet.vocabulary.active_dialect import (
    active_phrases,
    once_per_dialect,
    words_of,
)
from dinet.vocabulary.folding import fold_text

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TEXTS_REMEMBERED = 8192
"""Texts: each is compared with those near it; the words of one take half a kilobyte."""


@once_per_dialect
def _function_words() -> frozenset[str]:
    return frozenset(map(fold_text, words_of("linking_words", "light_words")))


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, folded.

    Function words, single letters and signs are left out.
    """
    return _content_words(text, _function_words())


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def _content_words(text: str, without: frozenset[str]) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]{2,}", fold_text(text))) - without


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def numbers_in(text: str) -> tuple[str, ...]:
    """All numbers of a text, sorted, as they are written.

    Example:
        >>> numbers_in("In 2028 voelt 85% zich gelukkig")
        ('2028', '85')
    """
    return tuple(sorted(re.findall(_NUMBER, text)))


@once_per_dialect
def _first_synonyms() -> dict[str, str]:
    """Each word that has synonyms, and the first of these."""
    groups = active_phrases().group_of("synonyms").values()
    return {
        fold_text(word): fold_text(words[0])
        for words in groups
        for word in words
    }


@once_per_dialect
def _light_words() -> frozenset[str]:
    return frozenset(map(fold_text, words_of("comparing.light")))


_LEAST_STEM_LETTERS = 4
"""Words that share fewer letters at their start are never forms of one word."""
_ENDINGS = frozenset(
    {
        ("", "e"),
        ("", "en"),
        ("", "n"),
        ("", "s"),
        ("", "t"),
        ("en", "t"),
        ("e", "en"),
        ("", "ed"),
        ("", "es"),
    }
)
"""Pairs of endings, in alphabetical order, that one word may have without another meaning."""


def are_paraphrases(one: str, other: str) -> bool:
    """Whether two texts say the same in other words.

    Apart from synonyms, endings and light words they hold the same words. A word more can make
    another statement (not happy, children with a handicap), and so can the same numbers in
    another order; such texts are no paraphrases, however alike.

    Example:
        >>> statement = "85% van de jeugd is gelukkig"
        >>> are_paraphrases(statement, "In 2028 is 85 procent van de jongeren gelukkig")
        False
        >>> are_paraphrases(statement, "Gelukkig is 85 procent van de jongeren")
        True
        >>> are_paraphrases("85% van de jongens is gelukkig", "85% van de meisjes is gelukkig")
        False
        >>> are_paraphrases(statement, "85% van de jeugd is niet gelukkig")
        False
    """
    first, second = _meaning_words(one), _meaning_words(other)
    matched = _has_counterparts(first - second, second) and _has_counterparts(
        second - first, first
    )
    return matched and _years_and_numbers(one) == _years_and_numbers(other)


def _has_counterparts(words: frozenset[str], others: frozenset[str]) -> bool:
    """Each of the words is light, or stands among the others in another form."""
    light = _light_words()
    return all(
        word in light or _has_inflected_form(word, others) for word in words
    )


def _meaning_words(text: str) -> frozenset[str]:
    """The content words, synonyms as one, and the single letters: district A is not district B."""
    words = content_words(text).union(
        re.findall(r"\b[^\W\d_]\b", fold_text(text))
    )
    synonyms = _first_synonyms()
    return frozenset(synonyms.get(word, word) for word in words)


def _years_and_numbers(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The years and the other numbers of a text in their order; one year may stand anywhere."""
    years: list[str] = []
    numbers: list[str] = []
    for number in re.findall(_NUMBER, text):
        (years if _YEAR.fullmatch(number) else numbers).append(number)
    return tuple(years), tuple(numbers)


def _has_inflected_form(word: str, others: frozenset[str]) -> bool:
    """Another form of the word is among the others.

    The two begin alike, and differ only in endings that make no other meaning.
    """
    return any(_ending_pair(word, other) in _ENDINGS for other in others)


def _ending_pair(word: str, other: str) -> tuple[str, ...]:
    """What two words end in after the beginning that they share.

    Nothing when that beginning is too short to tell.
    """
    pairs = zip(word, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if same < _LEAST_STEM_LETTERS:
        return ()
    return tuple(sorted((word[same:], other[same:])))


def word_overlap(one: str, other: str) -> float:
    """The share of content words that two texts have in common, from 0 to 1 (Jaccard)."""
    first, second = content_words(one), content_words(other)
    either = first | second
    return len(first & second) / len(either) if either else 0.0
