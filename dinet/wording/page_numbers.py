"""Texts that only number a page, and where in a text the number of its page may stand."""

import re

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_LONGEST = 40
"""A longer text, in characters, says more than the number of a page."""


@once_per_dialect
def _page_number() -> re.Pattern[str]:
    words, of = (
        any_of(words_of("page_numbers.words")),
        any_of(words_of("page_numbers.of")),
    )
    return re.compile(
        rf"\W*{words}?\s*\d{{1,4}}\s*(?:(?:/|{of})\s*\d{{1,4}})?\W*",
        re.IGNORECASE,
    )


@once_per_dialect
def _without_digits() -> re.Pattern[str]:
    words, of = (
        any_of(words_of("page_numbers.words")),
        any_of(words_of("page_numbers.of")),
    )
    return re.compile(rf"\W*{words}? ?(?:/|{of})?\W*", re.IGNORECASE)


@once_per_dialect
def _places_pattern() -> re.Pattern[str]:
    after = "".join(
        rf"|(?<={re.escape(word)} )" for word in words_of("page_numbers.words")
    )
    of = any_of(words_of("page_numbers.of"))
    return re.compile(
        rf"(?:^{after})\d{{1,4}}\b|\b\d{{1,4}}(?=(?:\s*(?:/|{of})\s*\d{{1,4}})?$)",
        re.ASCII,
    )


def is_page_number(text: str) -> bool:
    """Whether a text is the number of a page and nothing else.

    Example:
        >>> is_page_number("Pagina 3 van 12"), is_page_number("- 3 -"), is_page_number("3 hallen")
        (True, True, False)
    """
    return len(text) <= _LONGEST and _page_number().fullmatch(text) is not None


def is_left_of_page_number(text: str) -> bool:
    """Whether a text is a page number without its digits, or blank.

    Met in Word, where the digits are a field: what is left of them is ``Pagina van``.

    Example:
        >>> is_left_of_page_number("Pagina van"), is_left_of_page_number("—")
        (True, True)
    """
    return (
        len(text) <= _LONGEST and _without_digits().fullmatch(text) is not None
    )


def find_page_numbers(text: str) -> list[re.Match[str]]:
    """The numbers in a text that may be that of its page.

    They stand at its start or end, or after a word for a page.

    Args:
        text: In lower case.

    Example:
        >>> [found[0] for found in find_page_numbers("programma sport 2026 | pagina 3 van 12")]
        ['3', '12']
    """
    return list(_places_pattern().finditer(text))
