"""The content words and numbers of a text, by which texts that look alike are found.

Whether two texts say the same is asked in ``comparison``: no likeness tells that.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text

_LETTERS = re.compile(r"[^\W\d_]{4,}")
_BEGINNING = 4
"""In letters: of a word by which its forms are known."""
_LEAST_LETTERS = 0.4
"""The share of letters in words that begin alike: of 100 pairs that are the same 3 have fewer."""
_FEW_TEXTS = 200
"""All pairs of so many are looked at in a few milliseconds."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
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
    return tuple(sorted(_NUMBER.findall(text)))


def share_words(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two texts have in common, from 0 to 1 (Jaccard).

    It finds what a person may want to look at, and never says that two texts are the same.

    Example:
        >>> share_words(content_words("Meer bomen planten"), content_words("Bomen planten"))
        0.6666666666666666
    """
    shared = len(one & other)
    either = len(one) + len(other) - shared
    return shared / either if either else 0.0


def may_say_the_same(texts: Sequence[str]) -> bool:
    """Whether two of some texts are alike enough to be compared word by word.

    It saves a short document the time of loading the words of a language: True for any long one.

    Example:
        >>> may_say_the_same(["Bomen planten in Noord", "Een sporthal bouwen"])
        False
        >>> may_say_the_same(["Bomen planten in Noord", "Planten van bomen in Noord"])
        True
    """
    if len(texts) > _FEW_TEXTS:
        return True
    begins = [_beginnings(text) for text in texts]
    return any(
        _begin_alike(one, other)
        for place, one in enumerate(begins)
        for other in begins[:place]
    )


def _beginnings(text: str) -> dict[str, int]:
    """How the words of a text begin, with the letters of each; shorter ones are articles."""
    words = _LETTERS.findall(fold_text(text))
    return {word[:_BEGINNING]: len(word) for word in words}


def _begin_alike(one: dict[str, int], other: dict[str, int]) -> bool:
    """Words with enough of the letters of both texts begin alike: long words tell most."""
    shared = sum(one[begin] for begin in one.keys() & other.keys())
    most = max(sum(one.values()), sum(other.values()))
    return shared >= _LEAST_LETTERS * most
