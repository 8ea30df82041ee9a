"""Headings that name a time, and the year in a heading about something else.

A time is a year, a quarter, a half year or a month.
"""

import re

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

LONGEST_HEADING = 120
"""A longer text, in characters, is no heading."""
_YEAR = r"(?:19|20)\d\d"


@once_per_dialect
def _period_pattern() -> re.Pattern[str]:
    numbered = any_of(
        words_of("year_quarters", "year_halves", "time_words.stages")
    )
    counted = any_of(words_of("year_quarters.words", "year_halves.words"))
    ordinal = any_of(words_of("ordinals"))
    part = rf"(?:{numbered} ?\.? ?[1-4]|(?:[1-4]e|{ordinal}) {counted})"
    month = rf"{any_of(words_of('months'))}\.?"
    years = rf"{_YEAR}(?: ?[/-] ?(?:19|20)?\d\d)?(?: {part})?"
    months = rf"{month}(?: (?:19|20)?\d\d)?|{_YEAR} {month}"
    return re.compile(rf"{years}|{part}(?: {_YEAR})?|{months}", re.IGNORECASE)


@once_per_dialect
def _dated_pattern() -> re.Pattern[str]:
    before = any_of(words_of("time_words.in_heading"))
    year = rf"(?:(?<!\d)(?P<year>{_YEAR}))(?:[/-](?:(?:19|20)?\d\d))?"
    return re.compile(
        rf"[ ,]*[(\[]?(?:\b{before} )*{year}[)\]]?(?![\w-])", re.IGNORECASE
    )


def is_period(heading: str) -> bool:
    """The heading names a year, quarter, half year or month.

    Example:
        >>> is_period("2026 K1"), is_period("mei 2027"), is_period("Meisjes")
        (True, True, False)
    """
    return (
        len(heading) <= LONGEST_HEADING
        and _period_pattern().fullmatch(" ".join(heading.split())) is not None
    )


def _may_hold_year(heading: str) -> bool:
    """A quick look, for hardly any text of a table has a year."""
    return "20" in heading or "19" in heading


def without_year(heading: str) -> tuple[str, str | None]:
    """A heading without the year in it, and that year; None when it has not just one.

    Example:
        >>> without_year("Streefwaarde (eind 2026)"), without_year("Nulmeting2022")
        (('Streefwaarde', '2026'), ('Nulmeting', '2022'))
        >>> without_year("Indicator")
        ('Indicator', None)
    """
    if len(heading) > LONGEST_HEADING or not _may_hold_year(heading):
        return heading, None
    years = list(_dated_pattern().finditer(heading))
    if len(years) != 1:
        return heading, None
    year = years[0]
    rest = heading[: year.start()] + " " + heading[year.end() :]
    return " ".join(rest.split()), year["year"]
