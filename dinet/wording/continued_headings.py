"""Headings that stand again above what goes on after a page break."""

import re

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_LONGEST_REMARK = 20
"""In characters: after the word, such as in ``(vervolg van bladzijde 3)``."""


@once_per_dialect
def _continued_at_end() -> re.Pattern[str]:
    continued = any_of(words_of("page_words.continued"))
    return re.compile(
        rf"(?:\s*[(\[–—,:-]\s*){continued}(?!\w)[^()\[\]]{{0,{_LONGEST_REMARK}}}[)\]]?\W*$",
        re.IGNORECASE,
    )


@once_per_dialect
def _continued_at_start() -> re.Pattern[str]:
    continued = any_of(words_of("page_words.continued"))
    return re.compile(
        rf"{continued}[ :–—-].{{1,{2 * _LONGEST_REMARK}}}", re.IGNORECASE
    )


def announces_rest(text: str) -> bool:
    """Whether a line begins by saying that the rest of something stands under it.

    Example:
        >>> announces_rest("Vervolg netwerkschema"), announces_rest("Vervolgonderwijs")
        (True, False)
    """
    return _continued_at_start().fullmatch(text) is not None


def is_marked_continued(text: str) -> bool:
    """Whether a heading says that it stands above the rest of something.

    Example:
        >>> is_marked_continued("Thema Wonen (vervolg)"), is_marked_continued("Vervolgonderwijs")
        (True, False)
    """
    return _continued_at_end().search(text) is not None


def without_continued_mark(text: str) -> str:
    """A text without the word at its end that it goes on with something.

    Example:
        >>> without_continued_mark("D1 (vervolg)"), without_continued_mark("D1")
        ('D1', 'D1')
    """
    return _continued_at_end().sub("", text)


def heading_key(text: str) -> str:
    """What a heading has in common with itself where it stands again.

    Example:
        >>> heading_key("Thema Wonen, vervolg") == heading_key("Thema  wonen")
        True
    """
    return " ".join(without_continued_mark(text).casefold().split())
