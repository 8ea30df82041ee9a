"""Numbers as a spreadsheet shows them: by the format of their cell, in Dutch notation."""

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
_ASIDE = re.compile(
    r'"(?P<said>[^"]*)"|\\(?P<one>.)|[_*].|AM/PM|A/P|\[\$(?P<sign>[^\]-]*)[^\]]*\]|\[[^\]]*\]',
    re.DOTALL | re.IGNORECASE,
)
_ASIDE_MARK = 0xE000
_DATE_PART = re.compile(r"y+|m+|d+|h+|s+", re.IGNORECASE)
_AS_IT_IS = re.compile("general|@", re.IGNORECASE)
_DIGITS = re.compile(
    r"(?P<whole>[#0?][#0?,]*)(?:\.(?P<decimals>[#0?]*))?(?P<exponent>E[+-]0+)?",
    re.IGNORECASE,
)
_LONGEST_FORMAT = 255
_GENERAL_DIGITS = 10
_ALL_DIGITS_BELOW = 10**15
_MOST_DECIMALS = 20
_EXACT = Context(prec=60)
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
            _ASIDE_MARK + number: aside for number, aside in enumerate(self.asides)
        }
        return text.translate(marks)


class _Moment(NamedTuple):
    day: date
    seconds: int


def built_in_format(number: int) -> str:
    """The format that a number of Excel's own list stands for; General when it is not in the list."""
    return _BUILT_IN.get(number, "General")


def format_number(value: float, code: str, *, since_1904: bool = False) -> str:
    """A number as its cell shows it.

    Args:
        value: The number; a date is the number of days since the end of 1899, or since 1904.
        code: The format, such as ``0%``, ``dd-mm-yyyy`` or ``#,##0.00``; what dinet does not
            know is taken as General.
        since_1904: Which of the two.

    Example:
        >>> format_number(0.85, "0%"), format_number(1234.5, "#,##0.00"), format_number(45292, "d mmmm yyyy"), format_number(12.5, "General")
        ('85%', '1.234,50', '1 januari 2024', '12,5')
    """
    part, value = _choose_section(_split_sections(code[:_LONGEST_FORMAT]), value)
    digits = list(_DIGITS.finditer(part.code))
    if _AS_IT_IS.search(part.code):
        return part.with_asides(
            _AS_IT_IS.sub(_format_general(value), part.code)
        ).strip()
    if _DATE_PART.search(part.code):
        day = value + _DAYS_TO_1904 * since_1904
        return (
            _format_date(day, part) if 0 <= day < _LAST_DAY else _format_general(value)
        )
    if len(digits) > 1 or "/" in part.code or abs(value) >= _ALL_DIGITS_BELOW:
        return _format_general(value)
    size = Decimal(repr(value)) * (100 if "%" in part.code else 1)
    return part.with_asides(
        _DIGITS.sub(lambda found: _format_digits(size, found), part.code)
    ).strip()


def shows_text(code: str) -> bool:
    """A cell with this format shows its text; ``;;;`` shows nothing."""
    parts = _split_sections(code[:_LONGEST_FORMAT])
    return len(parts) < 4 or bool(parts[3].code or parts[3].asides)


def _choose_section(
    parts: tuple[_FormatSection, ...], value: float
) -> tuple[_FormatSection, float]:
    """The section for a number: the second is for what is below zero and has its own sign, the third for zero."""
    if value < 0 and len(parts) > 1:
        return parts[1], abs(value)
    return parts[2] if value == 0 and len(parts) > 2 else parts[0], value


@lru_cache(maxsize=1000)
def _split_sections(code: str) -> tuple[_FormatSection, ...]:
    sections = [found[1] for found in _SECTION.finditer(code)]
    return tuple(
        map(
            _parse_section,
            sections[: -1 if len(sections) > 1 and not code.endswith(";") else None],
        )
    )


def _parse_section(section: str) -> _FormatSection:
    asides: list[str] = []

    def take_aside(found: re.Match[str]) -> str:
        asides.append(found["said"] or found["one"] or found["sign"] or "")
        return chr(_ASIDE_MARK + len(asides) - 1)

    code = _ASIDE.sub(take_aside, section)
    return _FormatSection(code, tuple(asides))


def _format_digits(size: Decimal, digits: re.Match[str]) -> str:
    decimals = (digits["decimals"] or "")[:_MOST_DECIMALS]
    whole = digits["whole"].rstrip(",")
    size /= 1000 ** (len(digits["whole"]) - len(whole))
    if digits["exponent"]:
        return f"{size:.{len(decimals)}E}".replace(".", ",")
    rounded = size.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _EXACT)
    text = f"{abs(rounded):{',' if ',' in whole else ''}f}"
    front, _, back = text.translate(str.maketrans(",.", ".,")).partition(",")
    back = back[: decimals.count("0")] + back[decimals.count("0") :].rstrip("0")
    front = front.zfill(whole.count("0"))
    return ("-" if rounded < 0 else "") + front + ("," + back if back else "")


def _format_general(value: float) -> str:
    if value == int(value) and abs(value) < _ALL_DIGITS_BELOW:
        return str(int(value))
    return f"{value:.{_GENERAL_DIGITS}g}".replace(".", ",").upper()


def _format_date(day: float, part: _FormatSection) -> str:
    days, seconds = divmod(round(day * _SECONDS_A_DAY), _SECONDS_A_DAY)
    moment = _Moment(
        date(1899, 12, 30) + timedelta(days=days + (days < _LEAP_DAY_THAT_WAS_NOT)),
        seconds,
    )
    pieces = list(_DATE_PART.finditer(part.code))
    names = [piece[0][0].lower() for piece in pieces]
    text, end = "", 0
    for number, piece in enumerate(pieces):
        time = names[max(number - 1, 0)] == "h" or names[number + 1 : number + 2] == [
            "s"
        ]
        text += part.code[end : piece.start()] + _format_date_piece(
            moment, piece[0].lower(), minutes=time
        )
        end = piece.end()
    return part.with_asides(text + part.code[end:]).strip()


def _format_date_piece(moment: _Moment, piece: str, *, minutes: bool) -> str:
    """One piece of a date, such as ``mmm``: as number, with a zero, as short name or whole name."""
    size, day = len(piece), moment.day
    kind = "minutes" if minutes and piece[0] == "m" else piece[0]
    if kind == "y":
        return f"{day.year:04}"[-2 if size < 3 else 0 :]
    if kind == "m" and size > 2:
        name = month_names()[day.month - 1]
        return name if size > 3 else "mrt" if name == "maart" else name[:3]
    if kind == "d" and size > 2:
        name = weekday_names()[day.weekday()]
        return name if size > 3 else name[:2]
    hour, rest = divmod(moment.seconds, 3600)
    number = {
        "m": day.month,
        "d": day.day,
        "h": hour,
        "minutes": rest // 60,
        "s": rest % 60,
    }[kind]
    return f"{number:0{min(size, 2)}}"
