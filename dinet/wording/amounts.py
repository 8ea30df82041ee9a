"""Money, hours and posts in the words of a budget: what a cell says, as numbers.

A cell is read only when nothing is left to guess: one amount, with at most the words around it
that say how it counts. A range, a sum or a sentence with two numbers stays words.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.time_headings import without_year
from dinet.wording.numbers import NUMBER_PATTERN, parse_number
from dinet.wording.undetermined import find_undetermined

_LONGEST_CELL = 500
"""In characters: a longer cell explains its money in sentences."""
_YEAR = r"(?:19|20)\d\d"
_SCALES = {
    "thousands": Decimal(1000),
    "millions": Decimal(1000) ** 2,
    "billions": Decimal(1000) ** 3,
}
_MOST_VALUE = Decimal(10) ** 13
"""Euros: more than any public body has; what is larger was read wrongly."""


class ReadAmount(NamedTuple):
    """One amount: its value in whole units, None while it is open.

    Args:
        value: None for ``p.m.``
        unit: ``EUR``, ``fte``, ``uur``, with ``per jaar`` when it comes back; None: not said.
        year: None when neither the cell nor its heading names one.
        text: As it stands there.
    """

    value: Decimal | None
    unit: str | None
    year: str | None
    text: str


class _ColumnMeaning(NamedTuple):
    """What a heading says of all amounts under it."""

    unit: str | None
    scale: Decimal
    year: str | None


@once_per_dialect
def _scale_pattern() -> re.Pattern[str]:
    """A factor in a heading: ``x € 1.000``, ``in duizenden euro's``, ``k€``."""
    named = "|".join(
        rf"(?P<{name}>\b{any_of(words_of(f'amounts.{name}_in_headings'))})"
        for name in _SCALES
    )
    factor = r"[x×*] ?(?:€|eur(?:o)?)? ?(?P<factor>1(?:[.,]?000){1,3})\b"
    return re.compile(rf"{factor}|{named}", re.IGNORECASE)


@once_per_dialect
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<EUR>€|\b{any_of(words_of('amounts.euro'))}\b)"
        rf"|(?P<fte>\b{any_of(words_of('amounts.posts'))}\b)"
        rf"|(?P<uur>\b{any_of(words_of('amounts.hours'))}\b)",
        re.IGNORECASE,
    )


@once_per_dialect
def _amount_pattern() -> re.Pattern[str]:
    euro = rf"(?:€|{any_of(words_of('amounts.euro'))}\b)"
    about = any_of(words_of("values.about"))
    scales = "|".join(
        rf"(?P<{name}>{any_of(words_of(f'amounts.{name}'))}(?![^\W\d_])\.?)"
        for name in _SCALES
    )
    posts = any_of(words_of("amounts.posts"))
    hours = any_of(words_of("amounts.hours"))
    yearly = any_of(words_of("amounts.per_year"))
    after = any_of(words_of("amounts.unchanged"))
    return re.compile(
        rf"(?:{about} ?)?(?P<sign>[-–] ?)?(?P<before>{euro} ?)?"
        rf"(?P<minus>- ?)?(?P<number>{NUMBER_PATTERN})(?:,[-–=]+|,(?= |$))?"
        rf" ?(?:{scales})?"
        rf" ?(?:(?P<behind>{euro})|(?P<fte>{posts}\b)|(?P<uur>{hours}\b))?"
        rf"(?:,? ?\(?(?P<yearly>{yearly})(?!\w)\)?)?"
        rf"(?:,? ?{after}(?!\w))?(?: ?\([^()\d]*\))?\.?",
        re.IGNORECASE,
    )


_YEAR_BEFORE = re.compile(rf"({_YEAR})(?: ?: ?| (?=€))(.*)", re.DOTALL)


@once_per_dialect
def _year_behind() -> re.Pattern[str]:
    before = any_of(words_of("time_words.before_year"))
    return re.compile(
        rf"(.*\S)(?: ?\(({_YEAR})\)| {before} ({_YEAR}))", re.IGNORECASE
    )


def read_amounts(text: str, heading: str, lang: str) -> tuple[ReadAmount, ...]:
    """The amounts in a cell of a budget, in the order of the cell.

    A cell with several amounts has a semicolon or a line end between them.

    Args:
        text: Of the cell.
        heading: Over its column: it may name the unit, the year and a factor for all amounts.
        lang: The language of the document, for its notation of numbers.

    Returns:
        Empty when the cell says it in words, or not clearly.

    Example:
        >>> [(each.value, each.unit) for each in read_amounts("€ 1.250.000,-", "Budget", "nl")]
        [(Decimal('1250000'), 'EUR')]
        >>> [int(each.value) for each in read_amounts("12,5", "Kosten (x € 1.000)", "nl")]
        [12500]
        >>> read_amounts("p.m.", "Budget", "nl")[0].value is None
        True
        >>> read_amounts("tussen € 10.000 en € 20.000", "Budget", "nl")
        ()
    """
    if len(text) > _LONGEST_CELL:
        return ()
    column = _column_meaning(heading)
    pieces = filter(None, map(str.strip, re.split("[;\n]", text)))
    return tuple(_amounts_in(pieces, column, lang))


def _amounts_in(
    pieces: Iterator[str], column: _ColumnMeaning, lang: str
) -> Iterator[ReadAmount]:
    for piece in pieces:
        year, words = _split_year(piece)
        amount = _read_amount(words, column, lang)
        if amount:
            yield amount._replace(year=year or column.year, text=piece)


def _column_meaning(heading: str) -> _ColumnMeaning:
    unit = _unit_pattern().search(heading)
    factor = _scale_pattern().search(heading)
    scale = _scale_in(factor) if factor else Decimal(1)
    return _ColumnMeaning(
        unit.lastgroup if unit else None, scale, without_year(heading)[1]
    )


def _scale_in(factor: re.Match[str]) -> Decimal:
    """How much one is in a column: by the factor that its heading gives, or by a word for it."""
    if factor["factor"]:
        return Decimal(re.sub("[.,]", "", factor["factor"]))
    return next(_SCALES[name] for name in _SCALES if factor[name])


def _split_year(piece: str) -> tuple[str | None, str]:
    """The year of one amount of several (``2026: € 10.000``), and the amount without it."""
    before = _YEAR_BEFORE.fullmatch(piece)
    if before:
        return before[1], before[2].strip()
    behind = _year_behind().fullmatch(piece)
    if behind:
        return behind[2] or behind[3], behind[1]
    return None, piece


def _read_amount(
    words: str, column: _ColumnMeaning, lang: str
) -> ReadAmount | None:
    """The one amount in some words; None when they hold none, or more than one."""
    if find_undetermined(words) and not any(map(str.isdigit, words)):
        named = _unit_pattern().search(words)
        unit = named.lastgroup if named else column.unit
        return ReadAmount(None, unit, None, words)
    found = _amount_pattern().fullmatch(words)
    value = _value_of(found, column, lang) if found else None
    if found is None or value is None:
        return None
    unit = _unit_of(found) or column.unit
    returning = f"{unit} per jaar" if unit and found["yearly"] else unit
    return ReadAmount(value, returning, None, words)


def _value_of(
    found: re.Match[str], column: _ColumnMeaning, lang: str
) -> Decimal | None:
    """The amount in whole units; None when its digits make no amount."""
    own_scale = _own_scale(found)
    is_money = not (found["fte"] or found["uur"] or own_scale)
    number = parse_number(found["number"], lang, is_money=is_money)
    if number is None:
        return None
    value = _plain_number(number * (own_scale or column.scale))
    if value > _MOST_VALUE:
        return None
    return -value if found["sign"] or found["minus"] else value


def _plain_number(number: Decimal) -> Decimal:
    """A number without zeros behind its point, and without an exponent."""
    is_whole = number == number.to_integral_value()
    return number.quantize(Decimal(1)) if is_whole else number.normalize()


def _own_scale(found: re.Match[str]) -> Decimal | None:
    """How much one is in this cell: ``mln`` or ``k`` behind its number."""
    for name, scale in _SCALES.items():
        if found[name]:
            return scale
    return None


def _unit_of(found: re.Match[str]) -> str | None:
    if found["before"] or found["behind"]:
        return "EUR"
    for unit in ("fte", "uur"):
        if found[unit]:
            return unit
    return None
