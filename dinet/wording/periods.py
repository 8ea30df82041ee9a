"""When something is: years, quarters, half years, seasons, months and days, and ranges of these, as months on a calendar."""

import re
from typing import NamedTuple

from dinet.wording.same import fold_text

MONTHS_A_YEAR = 12
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


_MONTHS = (
    *(
        "jan(?:uari|uary)?",
        "feb(?:ruari|ruary)?",
        "maart|mrt|mar(?:ch)?",
        "apr(?:il)?",
        "mei|may",
        "juni?|june",
        "juli?|july",
    ),
    *(
        "aug(?:ustus|ust)?",
        "sept?(?:ember)?",
        "okt(?:ober)?|oct(?:ober)?",
        "nov(?:ember)?",
        "dec(?:ember)?",
    ),
)
_ORDINALS = {
    "1e": 1,
    "2e": 2,
    "3e": 3,
    "4e": 4,
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
}
_ORDINALS |= {
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
}
_ORDINAL = "|".join(_ORDINALS)
_PARTS = {
    "begin|early|start": (0, 2),
    "medio|halverwege|mid": (3, 8),
    "eind|einde|end|late": (9, 11),
    "voorjaar|lente|spring": (2, 4),
    "zomer|summer": (5, 7),
    "najaar|herfst|autumn|fall": (8, 10),
}
_PARTS |= {rf"(?:{name})\.?": (at, at) for at, name in enumerate(_MONTHS)}
_QUARTER = re.compile(
    rf"(?:q|k|kw|kwartaal|quarter) ?\.?(?P<number>[1-4])|(?P<word>{_ORDINAL}) (?:kwartaal|kw|quarter)"
)
_HALF = re.compile(
    rf"(?:h|halfjaar) ?(?P<number>[12])|(?P<word>{_ORDINAL}) (?:half ?jaar|helft|half)"
)
_WHOLE = re.compile(
    r"(?:in )?(?P<year>(?:19|20)\d\d)(?:[-/](?P<until>(?:19|20)?\d\d))?"
)
_DATES = (
    re.compile(
        r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    ),
    re.compile(
        r"(?:0?[1-9]|[12]\d|3[01])[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<year>(?:19|20)\d\d)"
    ),
)
_YEARED = re.compile(
    r"(?P<before>.*?)[ -](?:van |of |in )?(?P<year>(?:19|20)\d\d)|(?P<first>(?:19|20)\d\d)[ -](?P<after>.+)"
)
_SCHOOL_YEAR = re.compile(
    r"(?:schooljaar|school year) (?P<year>(?:19|20)\d\d)[-/](?:20)?\d\d"
)
_FROM = re.compile(
    r"(?:vanaf|sinds|from|since) (?P<rest>.+)|(?P<before>.+?) (?:e\.?v|en verder|and later|onwards)"
)
_ALWAYS = re.compile(r"doorlopend|continu|permanent|structureel|ongoing|continuous")
_UNTIL = re.compile(
    r" ?(?:t/m|tot en met|t\.e\.m|up to and including|through|-|/) ?| (?:en|and|&) "
)
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01]) (?=[a-z])")


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
    if _ALWAYS.fullmatch(plain):
        return MonthRange(None, None)
    if begun := _FROM.fullmatch(plain):
        start = _parse_single(begun["rest"] or begun["before"])
        return MonthRange(start[0], None) if start else None
    found = _parse_single(plain) or _parse_range(re.sub(r"^(?:van|from) ", "", plain))
    return MonthRange(*found) if found else None


def _parse_range(plain: str) -> tuple[int, int] | None:
    """From one time to another; a year that is said once holds for both."""
    for sign in _UNTIL.finditer(plain):
        left, right = plain[: sign.start()], plain[sign.end() :]
        start = _parse_single(left) or _parse_single(f"{left} {_year_in(right)}")
        end = _parse_single(right) or _parse_single(f"{right} {_year_in(left)}")
        if (
            start
            and end
            and start[1] < end[0]
            and (sign[0].strip() not in ("en", "and", "&") or start[1] + 1 == end[0])
        ):
            return start[0], end[1]
    return None


def _year_in(plain: str) -> str:
    found = re.findall(r"(?:19|20)\d\d", plain)
    return found[0] if len(found) == 1 else ""


def _parse_single(plain: str) -> tuple[int, int] | None:
    """The first and last month of a time that is not a range of parts of years."""
    if school := _SCHOOL_YEAR.fullmatch(plain):
        start = int(school["year"]) * MONTHS_A_YEAR + 7
        return start, start + MONTHS_A_YEAR - 1
    for date in _DATES:
        if found := date.fullmatch(plain):
            month = int(found["year"]) * MONTHS_A_YEAR + int(found["month"]) - 1
            return month, month
    if whole := _WHOLE.fullmatch(plain):
        return _whole_years(whole["year"], whole["until"] or "")
    found = _YEARED.fullmatch(plain)
    months = (
        _part_of_year((found["before"] or found["after"] or "").strip())
        if found
        else None
    )
    if not found or not months:
        return None
    start = int(found["year"] or found["first"]) * MONTHS_A_YEAR
    return start + months[0], start + months[1]


def _whole_years(first: str, last: str) -> tuple[int, int] | None:
    until = f"{first[:2]}{last}" if len(last) == len("25") else last or first
    return (
        (int(first) * MONTHS_A_YEAR, int(until) * MONTHS_A_YEAR + MONTHS_A_YEAR - 1)
        if first <= until
        else None
    )


def _part_of_year(words: str) -> tuple[int, int] | None:
    """The months of a part of a year, counted from 0."""
    words = re.sub(r"^(?:het|de|the|in) ", "", _DAY.sub("", words))
    for pattern, size in ((_QUARTER, 3), (_HALF, 6)):
        if found := pattern.fullmatch(words):
            number = int(found["number"] or _ORDINALS[found["word"]])
            return (
                ((number - 1) * size, number * size - 1)
                if number * size <= MONTHS_A_YEAR
                else None
            )
    return next(
        (months for part, months in _PARTS.items() if re.fullmatch(part, words)), None
    )
