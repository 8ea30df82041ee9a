"""Abbreviations in texts, and where a text says what one means."""

import re
from collections.abc import Iterable

from dinet.vocabulary.statement_words import statement_words

_LONGEST = 7
"""In letters: what is longer is a name, such as JeugdEducatieFonds."""
_CANDIDATE = re.compile(
    rf"(?<![\w&.-])(?:[A-Z](?=[A-Za-z]*[A-Z])[A-Za-z]{{1,{_LONGEST - 1}}})(?![\w&+])(?!-?\d)"
)
_TWO_CAPITALS = re.compile("[A-Z][A-Za-z]?[A-Z]")
"""What every abbreviation has: two capitals with at most one letter between them."""
_ROMAN = re.compile(r"[IVX]+")
_SPELT_OUT = re.compile(
    r"(?<!\w)([^\W\d_]\w*)[”\"']? ?\((?=[^()]*[^\W\d_]{4})"
)
"""An abbreviation before a bracket with a word in it: ``KnGG (Kind naar Gezonder Gewicht)``."""
_IN_BRACKETS = re.compile(r"\(([A-Za-z]{2,7})\)")
_WITH_COLON = re.compile(r"(?:^|[;.] )([A-Za-z]{2,7}) ?[:=] ")


def find_abbreviations(text: str) -> tuple[str, ...]:
    """The abbreviations in a text by their capitals, each once; those that all know are left out.

    Nothing is found in a text in capitals, where every word would be one.

    Example:
        >>> find_abbreviations("Aanleg fietspad SWW/LEJA conform KnGG en GGD")
        ('SWW', 'LEJA', 'KnGG')
    """
    if not _TWO_CAPITALS.search(text) or text.isupper():  # as nearly all texts
        return ()
    found = dict.fromkeys(_CANDIDATE.findall(text))
    if not found:
        return ()
    known = statement_words("abbreviations.known")
    return tuple(
        word
        for word in found
        if word.lower() not in known
        and not _ROMAN.fullmatch(word)
        and _is_mostly_capitals(word)
    )


def _is_mostly_capitals(word: str) -> bool:
    capitals = sum(map(str.isupper, word))
    return capitals * 2 >= len(word)


def explained_abbreviations(texts: Iterable[str]) -> frozenset[str]:
    """The abbreviations that some texts spell out: in brackets, before them, or before a colon.

    Example:
        >>> sorted(explained_abbreviations(["KnGG (Kind naar Gezonder Gewicht)", "de raad (AB)"]))
        ['AB', 'KnGG']
    """
    explained: set[str] = set()
    for text in texts:
        if "(" in text:
            explained.update(_SPELT_OUT.findall(text))
            explained.update(_IN_BRACKETS.findall(text))
        if ":" in text or "=" in text:
            explained.update(_WITH_COLON.findall(text))
    return frozenset(explained)
