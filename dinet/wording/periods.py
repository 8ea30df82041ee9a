"""When something is, as months on a calendar.

Texts name years, quarters, half years, seasons, months and days, and ranges of these.
"""

import re
from typing import NamedTuple

from dinet.vocabulary.active_dialect import (
    active_phrases,
    once_per_dialect,
    words_of,
)
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.wording.months import month_of

MONTHS_A_YEAR = 12
"""On the calendar: months are counted through, so that times in several years compare."""
_AUGUST = 7
"""The month in which a school year begins, counted from 0."""
LONGEST_PERIOD = 80
"""A text that is longer says more than a period."""


class MonthRange(NamedTuple):
    """A time, in whole months.

    Args:
        first: The first month, as twelve times the year plus the month from 0; None when it has
            no beginning.
        last: The last month, which is part of it; None when it has no end.
    """

    first: int | None
    last: int | None


_YEAR = r"(?:19|20)\d\d"
_WHOLE = re.compile(
    rf"(?:in )?(?P<year>{_YEAR})(?:[-/](?P<until>(?:19|20)?\d\d))?"
)
_DATES = (
    re.compile(
        rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    ),
    re.compile(
        rf"(?:0?[1-9]|[12]\d|3[01])[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<year>{_YEAR})"
    ),
)
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01]) (?=[a-z])")
_MONTHS_OF_PART = {
    "early": (0, 2),
    "middle": (3, 8),
    "late": (9, 11),
    "spring": (2, 4),
    "summer": (5, 7),
    "autumn": (8, 10),
}
"""The first and last month of each part of a year, counted from 0."""
_QUARTER, _HALF_YEAR = 3, 6
"""In months."""


def _any_folded(*names: str) -> str:
    """A regular expression for the words of some lists, as ``fold_text`` leaves them."""
    return any_of(map(fold_text, words_of(*names)))


class _Times:
    """The forms of times, in the words of one dialect and as ``fold_text`` leaves them."""

    def __init__(self) -> None:
        phrases = active_phrases()
        ordinals = phrases.group_of("ordinals").items()
        self.ordinals = {
            fold_text(word): int(number)
            for number, words in ordinals
            for word in words
        }
        parts = phrases.group_of("year_parts").items()
        self.parts = {
            fold_text(word): _MONTHS_OF_PART[name]
            for name, words in parts
            for word in words
        }
        self.quarter = self._numbered(
            "year_quarters", r" ?\.?(?P<number>[1-4])"
        )
        self.half = self._numbered("year_halves", " ?(?P<number>[12])")
        before_year = _any_folded("time_words.before_year")
        self.yeared = re.compile(
            rf"(?P<before>.*?)[ -](?:{before_year} )?(?P<year>{_YEAR})"
            rf"|(?P<first>{_YEAR})[ -](?P<after>.+)"
        )
        self.school_year = re.compile(
            rf"{_any_folded('time_words.school_years')} (?P<year>{_YEAR})[-/](?:20)?\d\d"
        )
        since, onwards = (
            _any_folded("time_words.since"),
            _any_folded("time_words.onwards"),
        )
        self.begun = re.compile(
            rf"{since} (?P<rest>.+)|(?P<before>.+?) {onwards}"
        )
        self.always = re.compile(_any_folded("time_words.always"))
        through, joined = (
            _any_folded("joining_words.through"),
            _any_folded("joining_words.and"),
        )
        self.until = re.compile(rf" ?(?:{through}|-|/) ?| (?:{joined}|&) ")
        self.joined = frozenset(
            map(fold_text, words_of("joining_words.and"))
        ) | {"&"}
        """Of the signs between two times those that join only times without a gap between them."""
        self.before_range = re.compile(
            rf"^{_any_folded('time_words.before_range')} "
        )
        self.before_part = re.compile(
            rf"^{_any_folded('time_words.before_part')} "
        )

    def _numbered(self, group: str, number: str) -> re.Pattern[str]:
        """A quarter or half year, by a word before its number or after its ordinal."""
        ordinal, words = _any_folded("ordinals"), _any_folded(f"{group}.words")
        return re.compile(
            rf"{_any_folded(group)}{number}|(?P<word>{ordinal}) {words}"
        )


@once_per_dialect
def _times_of_dialect() -> _Times:
    return _Times()


def parse_period(text: str) -> MonthRange | None:
    """The time that a text names; None when it names none plainly, or says anything else beside it.

    ``begin``, ``medio`` and ``eind`` are the first quarter, the middle half and the last
    quarter of their year.

    Args:
        text: Such as ``2024``, ``2023-2025``, ``Q3 2024``, ``2026 K1``, ``eind 2025``, ``mei
            t/m juli 2026``, ``vanaf 2024``.

    Example:
        >>> parse_period("Q3 2024") == MonthRange(2024 * 12 + 6, 2024 * 12 + 8)
        True
        >>> parse_period("vanaf 2025") == MonthRange(2025 * 12, None)
        True
        >>> parse_period("zodra er geld is") is None
        True
    """
    plain = fold_text(text) if len(text) <= LONGEST_PERIOD else ""
    times = _times_of_dialect()
    if times.always.fullmatch(plain):
        return MonthRange(None, None)
    begun = times.begun.fullmatch(plain)
    if begun:
        start = _parse_single(begun["rest"] or begun["before"])
        return MonthRange(start[0], None) if start else None
    found = _parse_single(plain) or _parse_range(
        times.before_range.sub("", plain)
    )
    return MonthRange(*found) if found else None


def _parse_range(plain: str) -> tuple[int, int] | None:
    """From one time to another; a year that is said once holds for both."""
    times = _times_of_dialect()
    for sign in times.until.finditer(plain):
        left, right = plain[: sign.start()], plain[sign.end() :]
        start = _parse_with_year(left, right)
        end = _parse_with_year(right, left)
        if not start or not end or start[1] >= end[0]:
            continue
        adjoins = start[1] + 1 == end[0]
        if adjoins or sign[0].strip() not in times.joined:
            return start[0], end[1]
    return None


def _parse_with_year(plain: str, other: str) -> tuple[int, int] | None:
    """One end of a range; where it names no year, with the year of the other end."""
    return _parse_single(plain) or _parse_single(f"{plain} {_year_in(other)}")


def _year_in(plain: str) -> str:
    found = re.findall(_YEAR, plain)
    return found[0] if len(found) == 1 else ""


def _parse_single(plain: str) -> tuple[int, int] | None:
    """The first and last month of a time that is not a range of parts of years."""
    school = _times_of_dialect().school_year.fullmatch(plain)
    if school:
        start = int(school["year"]) * MONTHS_A_YEAR + _AUGUST
        return start, start + MONTHS_A_YEAR - 1
    month = _month_of_date(plain)
    if month is not None:
        return month, month
    whole = _WHOLE.fullmatch(plain)
    if whole:
        return _parse_whole_years(whole["year"], whole["until"] or "")
    return _parse_part_with_year(plain)


def _month_of_date(plain: str) -> int | None:
    """The month of a date in digits: ``2026-05-31``, ``31-5-2026``."""
    for date in _DATES:
        found = date.fullmatch(plain)
        if found:
            return int(found["year"]) * MONTHS_A_YEAR + int(found["month"]) - 1
    return None


def _parse_whole_years(first: str, last: str) -> tuple[int, int] | None:
    """From a year to another, of which only the last digits may be written; or that year alone."""
    until = f"{first[:2]}{last}" if len(last) == len("25") else last or first
    if first > until:
        return None
    return int(first) * MONTHS_A_YEAR, (int(until) + 1) * MONTHS_A_YEAR - 1


def _parse_part_with_year(plain: str) -> tuple[int, int] | None:
    """A part of a year with that year before or after it: ``Q3 2024``, ``2026 K1``."""
    found = _times_of_dialect().yeared.fullmatch(plain)
    if not found:
        return None
    months = _part_of_year((found["before"] or found["after"] or "").strip())
    if not months:
        return None
    start = int(found["year"] or found["first"]) * MONTHS_A_YEAR
    return start + months[0], start + months[1]


def _part_of_year(words: str) -> tuple[int, int] | None:
    """The months of a part of a year, counted from 0."""
    times = _times_of_dialect()
    words = times.before_part.sub("", _DAY.sub("", words))
    for pattern, size in ((times.quarter, _QUARTER), (times.half, _HALF_YEAR)):
        found = pattern.fullmatch(words)
        if found:
            number = int(found["number"] or times.ordinals[found["word"]])
            last = number * size
            return (last - size, last - 1) if last <= MONTHS_A_YEAR else None
    if words in times.parts:
        return times.parts[words]
    month = month_of(words)
    return (month - 1, month - 1) if month else None
