"""``Bron:`` and its like, after which a text names where its figures come from."""

import re

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_LONGEST_WORD = 20
"""In characters: what stands before a mark is an article or a conjunction."""


@once_per_dialect
def _mark_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<word>{any_of(words_of('sources.one', 'sources.many'))}) ?: ?",
        re.IGNORECASE,
    )


@once_per_dialect
def _at_start() -> re.Pattern[str]:
    return re.compile(
        rf"\W*{any_of(words_of('sources.one', 'sources.many'))}\s*:",
        re.IGNORECASE,
    )


@once_per_dialect
def _before_a_word() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(words_of('sources.not_after'))}\s$", re.IGNORECASE
    )


@once_per_dialect
def _plural_marks() -> frozenset[str]:
    return frozenset(words_of("sources.many"))


def find_sources(text: str) -> list[re.Match[str]]:
    """The marks of sources in a text, without those that are words of a sentence.

    Example:
        >>> [mark[0] for mark in find_sources("60% sport (bron: CBS), als bron: van inspiratie.")]
        ['bron: ']
    """
    if ":" not in text:  # as most texts are, and the search is slow
        return []
    marks = _mark_pattern().finditer(text)
    return [
        mark for mark in marks if not _stands_in_sentence(text, mark.start())
    ]


def _stands_in_sentence(text: str, start: int) -> bool:
    """A word stands before the mark that makes it one of the sentence: ``als bron:``."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    return _before_a_word().search(before) is not None


def names_several(mark: re.Match[str]) -> bool:
    """Whether a mark that was found is in the plural, so that more than one source follows."""
    return mark["word"].casefold() in _plural_marks()


def begins_with_source(text: str) -> bool:
    """Whether a text begins with the mark of a source, brackets before it aside.

    Example:
        >>> begins_with_source("(Bron: CBS)"), begins_with_source("Bronnen van overlast")
        (True, False)
    """
    return _at_start().match(text) is not None
