"""Numbers as a spreadsheet shows them: by their format, in Dutch or English notation."""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from dinet.wording.months import month_names, weekday_names

_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "d-m-yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "d-m-yyyy h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    45: "mm:ss",
    46: "h:mm:ss",
    47: "mm:ss",
    48: "0.0E+0",
    49: "@",
}
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)', re.DOTALL)
# Literal texts, and what is dropped: spaces as wide as a sign, fills, AM/PM and conditions.
_ASIDE = re.compile(
    r'"(?P<said>[^"]*)"|\\(?P<one>.)|[_*].|AM/PM|A/P'
    r"|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\[[^\]]*\]",
    re.DOTALL | re.IGNORECASE,
)
# Code point: the first one for private use, from which literal texts are numbered in a section.
_ASIDE_MARK = 0xE000
_DATE_PART = re.compile(r"y+|m+|d+|h+|s+", re.IGNORECASE)
_AS_IT_IS = re.compile("general|@", re.IGNORECASE)
_DIGITS = re.compile(
    r"(?P<whole>[#0?][#0?,]*)(?:\.(?P<decimals>[#0?]*))?(?P<exponent>E[+-]0+)?",
    re.IGNORECASE,
)
# Characters of a format that are looked at; Excel itself stores no longer ones.
_LONGEST_FORMAT = 255
# Digits that a number with decimals shows in the format General.
_GENERAL_DIGITS = 10
# From this value on, doubles do not hold all digits, and the format is not followed.
_ALL_DIGITS_BELOW = 10**15
# Decimals that a format can ask for; a longer row of zeros is no format of people.
_MOST_DECIMALS = 20
_EXACT = Context(prec=60)
_POINTS_AND_COMMAS = str.maketrans(".,", ",.")
# Days: the first that is no date any more, one after 31 December 9999.
_LAST_DAY = 2_958_466
_DAYS_TO_1904 = 1462
_LEAP_DAY_THAT_WAS_NOT = 60
"""Spreadsheets count a 29th of February in 1900."""
_SECONDS_A_DAY = 86_400


class _FormatSection(NamedTuple):
    """One section of a format, its literal texts taken out and marked."""

    code: str
    asides: tuple[str, ...]

    def with_asides(self, text: str) -> str:
        marks = {
            _ASIDE_MARK + number: aside
            for number, aside in enumerate(self.asides)
        }
        return text.translate(marks)


class _Moment(NamedTuple):
    day: date
    seconds: int


def built_in_format(number: int) -> str:
    """The format that a number of Excel's own list stands for.

    General when it is not in the list.
    """
    return _BUILT_IN.get(number, "General")


def format_number(
    value: float, code: str, *, since_1904: bool = False, lang: str = "nl"
) -> str:
    """A number as its cell shows it.

    Args:
        value: The number; a date is the number of days since the end of 1899, or since 1904.
        code: The format, such as ``0%``, ``dd-mm-yyyy`` or ``#,##0.00``; what dinet does not
            know is taken as General.
        since_1904: Which of the two.
        lang: In which language's notation: 1.234,5 in Dutch, 1,234.5 in English.

    Example:
        >>> format_number(0.85, "0%"), format_number(1234.5, "#,##0.00")
        ('85%', '1.234,50')
        >>> format_number(45292, "d mmmm yyyy"), format_number(12.5, "General")
        ('1 januari 2024', '12,5')
    """
    sections = _split_sections(code[:_LONGEST_FORMAT])
    part, value = _choose_section(sections, value)
    if _AS_IT_IS.search(part.code):
        shown = _AS_IT_IS.sub(_format_general(value, lang), part.code)
        return part.with_asides(shown).strip()
    if _DATE_PART.search(part.code):
        day = value + _DAYS_TO_1904 * since_1904
        is_date = 0 <= day < _LAST_DAY
        if not is_date:
            return _format_general(value, lang)
        return _format_date(day, part)
    return _format_by_digits(value, part, lang)


def _format_by_digits(value: float, part: _FormatSection, lang: str) -> str:
    """A number in a section such as ``#,##0.00``; fractions and numbers in two parts as General."""
    digits = list(_DIGITS.finditer(part.code))
    if len(digits) > 1 or "/" in part.code or abs(value) >= _ALL_DIGITS_BELOW:
        return _format_general(value, lang)
    size = Decimal(repr(value)) * (100 if "%" in part.code else 1)
    shown = _DIGITS.sub(
        lambda found: _in_notation(_format_digits(size, found), lang),
        part.code,
    )
    return part.with_asides(shown).strip()


def shows_text(code: str) -> bool:
    """A cell with this format shows its text; ``;;;`` shows nothing."""
    parts = _split_sections(code[:_LONGEST_FORMAT])
    return len(parts) < 4 or bool(parts[3].code or parts[3].asides)


def _choose_section(
    parts: tuple[_FormatSection, ...], value: float
) -> tuple[_FormatSection, float]:
    """The section for a number, and the number as it stands in that section.

    The second section is for what is below zero and has its own sign, the third for zero.
    """
    if value < 0 and len(parts) > 1:
        return parts[1], abs(value)
    return parts[2] if value == 0 and len(parts) > 2 else parts[0], value


@lru_cache(maxsize=1000)
def _split_sections(code: str) -> tuple[_FormatSection, ...]:
    sections = [found[1] for found in _SECTION.finditer(code)]
    if len(sections) > 1 and not code.endswith(";"):
        del sections[-1]  # the pattern finds an empty section at the end
    return tuple(map(_parse_section, sections))


def _parse_section(section: str) -> _FormatSection:
    asides: list[str] = []

    def take_aside(found: re.Match[str]) -> str:
        asides.append(found["said"] or found["one"] or found["sign"] or "")
        return chr(_ASIDE_MARK + len(asides) - 1)

    code = _ASIDE.sub(take_aside, section)
    return _FormatSection(code, tuple(asides))


def _format_digits(size: Decimal, digits: re.Match[str]) -> str:
    """A number in the digits that a format gives it; commas after the last divide it by 1000."""
    decimals = (digits["decimals"] or "")[:_MOST_DECIMALS]
    whole = digits["whole"].rstrip(",")
    size /= 1000 ** (len(digits["whole"]) - len(whole))
    if digits["exponent"]:
        return f"{size:.{len(decimals)}E}".replace(".", ",")
    rounded = size.quantize(
        Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _EXACT
    )
    grouping = "," if "," in whole else ""
    front, _, back = f"{abs(rounded):{grouping}f}".partition(".")
    sign = "-" if rounded < 0 else ""
    front = front.replace(",", ".").zfill(whole.count("0"))
    return sign + front + _shown_decimals(back, decimals.count("0"))


def _shown_decimals(digits: str, fixed: int) -> str:
    """The decimals of a number with the comma before them; empty when none are left.

    Zeros at the end are left out, but for those that the format asks for.
    """
    digits = digits[:fixed] + digits[fixed:].rstrip("0")
    return "," + digits if digits else ""


def _format_general(value: float, lang: str) -> str:
    if value == int(value) and abs(value) < _ALL_DIGITS_BELOW:
        return str(int(value))
    shown = f"{value:.{_GENERAL_DIGITS}g}".replace(".", ",").upper()
    return _in_notation(shown, lang)


def _in_notation(number: str, lang: str) -> str:
    """A number in Dutch notation as it is written in a language."""
    return number if lang == "nl" else number.translate(_POINTS_AND_COMMAS)


def _format_date(day: float, part: _FormatSection) -> str:
    moment = _moment_of(day)
    pieces = list(_DATE_PART.finditer(part.code))
    names = [piece[0][0].lower() for piece in pieces]
    text, end = "", 0
    for number, piece in enumerate(pieces):
        # an m after hours or before seconds means minutes
        after_hours = names[max(number - 1, 0)] == "h"
        minutes = after_hours or names[number + 1 : number + 2] == ["s"]
        shown = _format_date_piece(moment, piece[0].lower(), minutes=minutes)
        text += part.code[end : piece.start()] + shown
        end = piece.end()
    return part.with_asides(text + part.code[end:]).strip()


def _moment_of(day: float) -> _Moment:
    """The day and the second that a number of days stands for."""
    days, seconds = divmod(round(day * _SECONDS_A_DAY), _SECONDS_A_DAY)
    days += days < _LEAP_DAY_THAT_WAS_NOT
    return _Moment(date(1899, 12, 30) + timedelta(days=days), seconds)


def _format_date_piece(moment: _Moment, piece: str, *, minutes: bool) -> str:
    """One piece of a date, such as ``mmm``: as number, with a zero, as short name or whole name."""
    size, day = len(piece), moment.day
    kind = "minutes" if minutes and piece[0] == "m" else piece[0]
    if kind == "y":
        return f"{day.year:04}"[-2 if size < 3 else 0 :]
    if kind in "md" and size > 2:
        return _name_in_date(day, kind, size)
    return f"{_number_in_date(moment, kind):0{min(size, 2)}}"


def _name_in_date(day: date, kind: str, size: int) -> str:
    """The name of a month or day of the week, whole from four letters in the format on."""
    if kind == "m":
        name = month_names()[day.month - 1]
        return name if size > 3 else "mrt" if name == "maart" else name[:3]
    name = weekday_names()[day.weekday()]
    return name if size > 3 else name[:2]


def _number_in_date(moment: _Moment, kind: str) -> int:
    """The number of a month, day, hour, minute or second."""
    hour, rest = divmod(moment.seconds, 3600)
    numbers = {
        "m": moment.day.month,
        "d": moment.day.day,
        "h": hour,
        "minutes": rest // 60,
        "s": rest % 60,
    }
    return numbers[kind]
