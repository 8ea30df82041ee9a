"""The lists of ``words.toml``, loaded when the first file of measurements is read."""

from functools import cache
from pathlib import Path

from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.word_tables import listed_in

_FILE = Path(__file__).with_name("words.toml")


@cache
def listed_words(name: str) -> frozenset[str]:
    """The words of a list, folded.

    Args:
        name: Of the list, after its group: ``columns.target``.

    Raises:
        KeyError: There is no such list.

    Example:
        >>> "perioden" in listed_words("columns.year")
        True
    """
    return frozenset(map(fold_words, listed_in(_FILE, name)))


def is_listed(text: str, name: str) -> bool:
    """Whether a whole text is in a list.

    Example:
        >>> is_listed(" NVT ", "cells.missing"), is_listed("0", "cells.missing")
        (True, False)
    """
    return fold_words(text) in listed_words(name)


def has_listed_word(text: str, name: str) -> bool:
    """Whether one of the words of a text is in a list.

    Example:
        >>> has_listed_word("* Voorlopige cijfers", "cells.provisional")
        True
    """
    words = {word.strip("().,;:'\"") for word in fold_words(text).split()}
    return not words.isdisjoint(listed_words(name))


def fold_words(text: str) -> str:
    """A text as it is compared: small letters without accents, and single spaces.

    Example:
        >>> fold_words("  GM0118    ")
        'gm0118'
    """
    return fold_text(" ".join(text.split()))
