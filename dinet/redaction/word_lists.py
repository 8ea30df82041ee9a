"""The words by which people, roles and organisations are known, and how words are compared."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from dinet.vocabulary.given_names import given_names

WORD_LISTS: dict[str, tuple[str, ...]] = {
    name: tuple(words)
    for name, words in tomllib.loads(
        Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
    ).items()
} | {"first": given_names()}
INVISIBLE_CATEGORIES = ("Mn", "Cf")
"""Accents that stand apart from their letter, and signs that only steer how text is set."""
_WHOLE_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ŋ": "n",
    "ħ": "h",
}
"""Letters with a stroke or of two letters, which Unicode does not take apart."""


def fold_text(text: str) -> tuple[str, list[int]]:
    """A text without case, accents and invisible signs, and where its letters stood.

    The numbers are places in the text as it was, one for each letter that is left.

    Example:
        >>> fold_text("Éva\u00ad Bø")
        ('eva bo', [0, 1, 2, 4, 5, 6])
    """
    letters, positions = [], []
    for position, letter in enumerate(text):
        folded = _fold_letter(letter)
        letters.append(folded)
        positions += [position] * len(folded)
    return "".join(letters), positions


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    """The plain small letters of a letter: none for a sign that is not seen."""
    parts = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(
        _WHOLE_LETTERS.get(part, part)
        for part in parts
        if unicodedata.category(part) not in INVISIBLE_CATEGORIES
    )


@lru_cache(maxsize=16384)
def fold_letters(text: str) -> str:
    """A text without case, accents and invisible signs."""
    return fold_text(text)[0]


def folded_words(name: str) -> frozenset[str]:
    """The words of a list as they are compared."""
    return frozenset(map(fold_letters, WORD_LISTS[name]))


def join_alternatives(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first.

    Example:
        >>> join_alternatives(["a", "bc"])
        'bc|a'
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


ORGANISATIONS = folded_words("organisations")
_ENDINGS = tuple(sorted(folded_words("organisation_endings")))
_ACCOUNT_STARTS = tuple(sorted(folded_words("account_starts")))


@lru_cache(maxsize=16384)
def is_organisation_word(word: str) -> bool:
    """It is a word that organisations have in their names, or ends in one.

    Example:
        >>> [is_organisation_word(word) for word in ("Team", "Jeugdzorg", "Proefsma")]
        [True, True, False]
    """
    letters = fold_letters(word)
    return letters in ORGANISATIONS or letters.endswith(_ENDINGS)


def begins_as_organisation(word: str) -> bool:
    """The name of an account begins with a word of organisations, or ends in one.

    Example:
        >>> begins_as_organisation("gemeenteproefdam"), begins_as_organisation("annejansma")
        (True, False)
    """
    letters = fold_letters(word)
    return letters.startswith(_ACCOUNT_STARTS) or is_organisation_word(letters)
