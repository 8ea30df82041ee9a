"""The years of a period and of a date."""

import datetime as dt
import re
from functools import lru_cache

from dinet.model import Identity
from dinet.wording.periods import MONTHS_A_YEAR, parse_period

_KEPT_PERIODS = 4096
"""Periods whose years are kept: a plan has the same few over and over."""
_RANGE = re.compile(
    r"(?P<first>.+?)(?: ?[–—] ?| - |(?<=\d{4})-(?=\d{4})| t/m | tot en met | tot | until | to |; ?)"
    r"(?P<last>.+)"
)
_SPAN_OF_YEARS = re.compile(
    r"(?<!\d)(?:19|20)\d\d ?(?:[-–—]|t/m|tot en met|tot) ?(?:19|20)\d\d(?!\d)"
)
_FULL_DATE = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d\d-\d\d")


@lru_cache(maxsize=_KEPT_PERIODS)
def years_of_period(text: str) -> tuple[int | None, int | None]:
    """The first and last year of a period; None where it has no such end, or is not plain.

    Example:
        >>> years_of_period("2029-2031"), years_of_period("vanaf 2025"), years_of_period("ooit")
        ((2029, 2031), (2025, None), (None, None))
    """
    found = parse_period(text) or parse_period(text.replace("; ", " - "))
    if found is None:
        return None, None
    first, last = (
        None if month is None else month // MONTHS_A_YEAR for month in found
    )
    return first, last


def years_of_programme(identity: Identity) -> tuple[int | None, int | None]:
    """The first and last year of a programme: of its period, else of the years in its title.

    Example:
        >>> years_of_programme(Identity(title="Programma Sport 2026-2029"))
        (2026, 2029)
        >>> years_of_programme(Identity(title="Programma Sport 2026"))
        (None, None)
    """
    if identity.period:
        return years_of_period(identity.period)
    spans = _SPAN_OF_YEARS.findall(identity.title or "")
    return years_of_period(spans[0]) if len(spans) == 1 else (None, None)


@lru_cache(maxsize=_KEPT_PERIODS)
def is_reversed_period(text: str) -> bool:
    """Whether a period ends before it begins.

    Two times with a semicolon between them are a begin and an end only when both are dates: the
    columns of a planning, where years would be a list.

    Example:
        >>> is_reversed_period("2028-2026"), is_reversed_period("2026-2028")
        (True, False)
    """
    flat = " ".join(text.split())
    found = _RANGE.fullmatch(flat)
    if not found:
        return False
    first, last = found["first"].strip(), found["last"].strip()
    if ";" in flat and not (
        _FULL_DATE.fullmatch(first) and _FULL_DATE.fullmatch(last)
    ):
        return False
    return comes_after(first, last)


def comes_after(first: str, last: str) -> bool:
    """Whether one time begins after another has ended; no, where one of them is not plain.

    Example:
        >>> comes_after("2028", "2026"), comes_after("2026", "2026"), comes_after("ooit", "2026")
        (True, False, False)
    """
    begin, end = parse_period(first), parse_period(last)
    if not begin or not end or begin.first is None or end.last is None:
        return False
    return begin.first > end.last


def day_of_reference(date: str) -> dt.date | None:
    """The day that a date of reference names; None when it names none, or several.

    Example:
        >>> print(day_of_reference("1 maart 2026"), day_of_reference("maart 2026"))
        2026-03-01 None
        >>> print(day_of_reference("vastgesteld 31-3-2026"), day_of_reference("31-2-2026"))
        2026-03-31 None
    """
    # what tells times from other words takes long to load, and most programmes have no date
    from dinet.wording.target_sentence.language_words import guess_language
    from dinet.wording.target_sentence.sentence_parts import read_sentence

    if not date:
        return None
    times = read_sentence(date, guess_language(date)).parts.times
    days = {time.norm for time in times if time.kind == "date"}
    try:
        (day,) = map(dt.date.fromisoformat, days)
    except ValueError:  # no day, several, or one that no calendar has
        return None
    return day


def is_dated(identity: Identity) -> bool:
    """Whether a programme says of which day it is."""
    return day_of_reference(identity.date or "") is not None


def reference_year(date: str) -> int | None:
    """The year of a date of reference; None when it names none, or several.

    Example:
        >>> reference_year("2026-03-01"), reference_year("1 maart 2026"), reference_year("ooit")
        (2026, 2026, None)
    """
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", date))
    return int(years.pop()) if len(years) == 1 else None
