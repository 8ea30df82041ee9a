"""Numbers as people write them, in Dutch and in English notation."""

import re
from decimal import Decimal
from fractions import Fraction

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_LONGEST_MEASURE_CHARACTERS = 40
"""A longer text is more than a number with its unit."""
_MOST_DIGITS = 15
"""Of a number in the model; one with more is a code or an account, no quantity."""
NUMBER_PATTERN = (
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d[\d.,']*\d|\d"
)
"""A number with its points, commas and the spaces between its thousands."""
_BLANKS = re.compile("[ \u00a0\u202f']")
_GROUP_DIGITS = 3
"""Between two signs that divide thousands."""


def parse_number(
    written: str, lang: str, *, is_money: bool = False
) -> Decimal | None:
    """The number that is written; None when its points and commas make no number.

    Where a point or comma stands once before three digits, it divides thousands in the language
    of the document or decimals in the other: ``1.250`` is a thousand in Dutch and one and a
    quarter in English. Money has no three decimals, so there both divide thousands.

    Args:
        written: Digits, points, commas and spaces, without a unit.
        lang: The language of the document.
        is_money: It is an amount in whole euros or euros and cents.

    Example:
        >>> parse_number("1.250.000,50", "nl"), parse_number("1,250,000.50", "nl")
        (Decimal('1250000.50'), Decimal('1250000.50'))
        >>> parse_number("1.250", "nl"), parse_number("1.250", "en"), parse_number("1.2.3", "nl")
        (Decimal('1250'), Decimal('1.250'), None)
    """
    if written.isdecimal() and len(written) <= _MOST_DIGITS:
        return Decimal(written)  # as most numbers
    digits = _BLANKS.sub("", written)
    point = _decimal_point(digits, lang, is_money=is_money)
    whole, _, decimals = (
        digits.rpartition(point) if point else (digits, "", "")
    )
    if not _is_grouped(whole) or not (decimals.isdigit() or not point):
        return None
    plain = re.sub("[.,]", "", whole)
    if len(plain) + len(decimals) > _MOST_DIGITS:
        return None
    return Decimal(f"{plain}.{decimals}" if decimals else plain)


def _decimal_point(digits: str, lang: str, *, is_money: bool) -> str:
    """The sign before the decimals; empty for a whole number."""
    signs = [sign for sign in digits if sign in ".,"]
    if not signs:
        return ""
    last = signs[-1]
    if len(set(signs)) > 1:
        return last
    if len(signs) > 1:
        return ""
    divides_thousands = is_money or last == ("." if lang == "nl" else ",")
    is_grouped = _may_be_thousands(*digits.split(last))
    return "" if divides_thousands and is_grouped else last


def _may_be_thousands(before: str, after: str) -> bool:
    """One sign may divide thousands from the rest: not behind a zero, and before three digits."""
    return (
        len(after) == _GROUP_DIGITS
        and 0 < len(before) <= _GROUP_DIGITS
        and not before.startswith("0")
    )


def _is_grouped(whole: str) -> bool:
    """The whole part has no signs, or one sign before every three digits but the first."""
    if whole.isdigit():
        return True
    signs = {sign for sign in whole if not sign.isdigit()}
    if len(signs) != 1:
        return False
    first, *groups = whole.split(signs.pop())
    if not (0 < len(first) <= _GROUP_DIGITS and first.isdigit()):
        return False
    return all(
        len(group) == _GROUP_DIGITS and group.isdigit() for group in groups
    )


@once_per_dialect
def _measure_pattern() -> re.Pattern[str]:
    about = any_of(words_of("values.about"))
    return re.compile(
        rf"(?:[<>≥≤=±~]|{about})? ?€? ?[-+]?\d[\d.,]*(?: ?[%‰]| [^\W\d][\w.]*)?"
    )


def is_measure(text: str) -> bool:
    """The text is one number, with or without a unit.

    Example:
        >>> is_measure("≥ 45%"), is_measure("1.200 leden"), is_measure("2e kwartaal")
        (True, True, False)
    """
    return (
        len(text) < _LONGEST_MEASURE_CHARACTERS
        and _measure_pattern().fullmatch(text) is not None
    )


def hundredths(value: Fraction, lang: str) -> str:
    """A number with two decimals, as people write it.

    Args:
        value: Not below 0.
        lang: ``nl`` has a comma.

    Example:
        >>> hundredths(Fraction(12, 11), "nl"), hundredths(Fraction(1), "en")
        ('1,09', '1.00')
    """
    # a whole number of hundredths, so that no float rounds the other way
    whole, rest = divmod(round(value * 100), 100)
    sign = "," if lang == "nl" else "."
    return f"{whole}{sign}{rest:02}"
