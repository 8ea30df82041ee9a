"""The period that a cell or the head of a column names."""

import re
from typing import NamedTuple

from dinet.measurements.word_lists import has_listed_word

_PERIOD = re.compile(
    r"(?:(?:jaar|year|peiljaar)\s+)?"
    r"(?P<first>(?:19|20)\d\d)"
    r"(?:\s*[/–-]\s*(?:'|’)?(?P<last>(?:(?:19|20)\d\d|\d\d)(?!\d)))?"
    r"(?P<code>JJ00)?"
    r"\s*(?P<stars>\*{1,3})?"
    r"\s*(?P<rest>[(\[]?[^\W\d][^\d]*|[(\[]?%.*)?",
    re.IGNORECASE,
)
"""A year, two years of school, ``2023JJ00`` of CBS; a star or word behind it; ``2021 (%)``."""
_PART_OF_YEAR = re.compile(
    r"(?:19|20)\d\d\s*(?:(?:KW|MM|HJ|W)\d\d|[-\s]*(?:Q|K)[1-4]\b|[1-4]e\s+kwartaal)"
    r"|[1-4]e\s+kwartaal",
    re.IGNORECASE,
)
"""A quarter, month or half year, as CBS codes and writes them: no figure of a year."""
_LONGEST_REST = 30
"""Characters behind a year; with more it is a title that begins with one."""
_LAST_YEAR = 2100
"""A later number is no year: counts have four figures too."""


class Period(NamedTuple):
    """A period of one year, or of one school year.

    Args:
        year: The year; of a school year the last.
        words: As the file has it.
        is_provisional: It has a star, as StatLine marks it, or a word that says so.
        rest: What else stands in the cell, such as ``(%)``.
    """

    year: int
    words: str
    is_provisional: bool
    rest: str


def parse_period(text: str) -> Period | None:
    """The year that a whole cell names; None for every other text, and for part of a year.

    Example:
        >>> parse_period("2024*").is_provisional, parse_period("2023JJ00").year
        (True, 2023)
        >>> parse_period("2023/2024").year, parse_period("2023KW01"), parse_period("1.420")
        (2024, None, None)
    """
    text = " ".join(text.split())
    found = _PERIOD.fullmatch(text)
    if not found or _PART_OF_YEAR.match(text):
        return None
    rest = found["rest"] or ""
    year = _last_year(found["first"], found["last"])
    if len(rest) > _LONGEST_REST or not 0 < year <= _LAST_YEAR:
        return None
    says_so = has_listed_word(rest, "cells.provisional")
    is_provisional = bool(found["stars"]) or says_so
    return Period(year, text, is_provisional, "" if says_so else rest)


def _last_year(first: str, last: str | None) -> int:
    """The last year of a period; 0 when it is no school year."""
    if last is None:
        return int(first)
    year = int(last if len(last) > 2 else first[:2] + last)
    return year if year == int(first) + 1 else 0


def is_part_of_year(text: str) -> bool:
    """Whether a cell names a quarter, a month or a half year.

    Example:
        >>> is_part_of_year("2023KW01"), is_part_of_year("2023 2e kwartaal")
        (True, True)
    """
    return _PART_OF_YEAR.match(" ".join(text.split())) is not None
