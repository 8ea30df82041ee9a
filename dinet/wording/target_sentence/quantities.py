"""The numbers of a sentence with their units: counts, shares, ratios, multipliers, whole groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from dinet.wording.target_sentence.language_words import (
    LANGUAGES,
    LanguageWords,
)
from dinet.wording.target_sentence.numerals import (
    may_open_numeral,
    numeral_at,
)
from dinet.wording.target_sentence.result import Comparator
from dinet.wording.target_sentence.target_text import (
    FREE,
    Numeral,
    TargetText,
)
from dinet.wording.target_sentence.times import TIME

QUANTITY = "quantity"
"""The claim on the tokens of a number."""
_MOST_UNIT_WORDS = 4
"""Of a noun with its adjectives: "nieuwe sociale huurwoningen"."""
_MOST_PER = 2
"""Such as "kg per inwoner per jaar"."""
_ROUND_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000})
"""Of a ratio: "8 van de 10" is a share, "30 van de 45 scholen" is a count."""
_MOST_FILLERS = 3
"""Between a comparator and its number: "minimaal gemiddeld een 7"."""
_LARGEST_WHOLE = 10
"""Of a fraction in digits: "7/8"; "31/12" is a date."""
_MONEY = "€£$"
_SIGNS = {"-": "down", "+": "up"}
"""Joined to a share, with white space before them."""
_ARROWS = {"↓": "down", "↑": "up"}
"""Behind a share."""
_SEVERAL = frozenset("-–—")
_TABLES_OF_WORDS = ("multipliers.", "universal.", "fractions.")
"""The tables of words that are a number by themselves: "verdubbelen", "alle", "de helft"."""
_NO_WORDS = ("universal.not_before", "universal.not_after")
"""Lists in these tables of what stands around such a word."""


@dataclass(slots=True)
class Quantity:
    """A number with its unit, before its part in the sentence is known.

    Args:
        first: The first token of the number, a euro sign among them.
        end: Behind the number.
        unit_end: Behind its unit.
        value: In full.
        unit: As ``TargetValue`` has it.
        form: ``number``, ``share`` (a fraction or ratio), ``multiplier`` or ``universal``.
        comparator: Of the words around it.
        bound: The first token of the comparator; ``first`` when there is none.
        direction: Of a multiplier, or of a sign: ``-40%``.
        role: ``target``, ``baseline``, ``scope`` (where) or ``other`` once it is known.
        kind: ``level``, ``change`` or ``diff`` once it is known.
    """

    first: int
    end: int
    unit_end: int
    value: float | tuple[float, float]
    unit: str
    form: str
    comparator: Comparator = "eq"
    bound: int = -1
    direction: str = ""
    role: str = ""
    kind: str = "level"

    def __post_init__(self) -> None:
        """Without a comparator it begins with its number."""
        if self.bound < 0:
            self.bound = self.first

    def own_copy(self) -> "Quantity":
        """Another one like it, of which unit, role and kind may be changed."""
        return Quantity(
            self.first,
            self.end,
            self.unit_end,
            self.value,
            self.unit,
            self.form,
            self.comparator,
            self.bound,
            self.direction,
            self.role,
            self.kind,
        )

    @property
    def whole_end(self) -> int:
        """Behind the number and its unit."""
        return max(self.end, self.unit_end)


def find_quantities(text: TargetText) -> list[Quantity]:
    """The numbers in a text that no time or source has claimed, in order."""
    quantities: list[Quantity] = []
    behind = 0
    for index in _places_of_quantities(text):
        if index < behind or text.claims[index] != FREE:
            continue
        quantity = _quantity_at(text, index)
        if quantity is None:
            continue
        text.claim(quantity.first, quantity.end, QUANTITY)
        quantities.append(quantity)
        behind = quantity.end
    if len(quantities) > 1:
        quantities = list(_join_ranges(text, quantities))
    for quantity in quantities:
        _add_comparator(text, quantity)
    return quantities


def _places_of_quantities(text: TargetText) -> list[int]:
    """The tokens at which a number may begin; of the other words nothing more need be asked."""
    language = text.language
    places = [
        index
        for index, low in enumerate(text.lows)
        if low in _MONEY or may_open_numeral(low, language)
    ]
    phrases = text.places_of_any(_lists_of_words(text.words))
    return sorted({*places, *phrases}) if phrases else places


@lru_cache(maxsize=len(LANGUAGES))
def _lists_of_words(words: LanguageWords) -> frozenset[str]:
    """The lists of words that are a number by themselves."""
    return frozenset(
        name
        for name in words.lists
        if name.startswith(_TABLES_OF_WORDS) and name not in _NO_WORDS
    )


def _quantity_at(text: TargetText, index: int) -> Quantity | None:
    lists = _lists_of_words(text.words)
    if not text.begins_any(index, lists):  # as at most numbers
        if not _may_be_plain(text, index):
            return None
        return _ratio_at(text, index) or _plain_at(text, index)
    return (
        _multiplier_at(text, index)
        or _universal_at(text, index)
        or _ratio_at(text, index)
        or _fraction_at(text, index)
        or _plain_at(text, index)
    )


def _may_be_plain(text: TargetText, index: int) -> bool:
    """A number stands there, or what can be one; "en" only begins as number words do."""
    return (
        numeral_at(text, index) is not None
        or text.lows[index] in _MONEY
        or text.word_in(index, "number_words.article")
    )


def _multiplier_at(text: TargetText, index: int) -> Quantity | None:
    for name, end in text.names_at(index, "multipliers").items():
        size, direction = name.split()
        return Quantity(
            index,
            end,
            end,
            float(size),
            "%",
            "multiplier",
            direction=direction,
            kind="change",
        )
    return None


def _universal_at(text: TargetText, index: int) -> Quantity | None:
    """``alle scholen`` is 100 %, ``geen enkel kind`` 0 %; ``in alle wijken`` is a place."""
    for name, end in text.names_at(index, "universal").items():
        if f"universal.{name}" in _NO_WORDS:
            continue
        before, behind = text.low_at(index - 1), text.low_at(end)
        words = text.words
        is_placed = words.has("universal.not_after", before)
        if name == "100" and is_placed:
            continue
        if words.has("universal.not_before", behind):
            continue
        return Quantity(index, end, end, float(name), "%", "universal")
    return None


def _ratio_at(text: TargetText, index: int) -> Quantity | None:
    """``één op de vijf``, ``8 van de 10``, ``3 in 4``, ``2/3``: a share in percent."""
    part = _article_or_numeral(text, index)
    if part is None or part.has_scale:
        return None
    if text.low_at(part.end) == "/" and text.is_number(index):
        return _slashed_ratio(text, index, part)
    behind = text.phrase_end(part.end, "ratio.of")
    whole = _article_or_numeral(text, behind) if behind else None
    if whole is None:
        return None
    if whole.value not in _ROUND_WHOLES:
        return _part_of_count(text, index, part, whole)
    is_share = 0 < part.value < whole.value
    if not is_share or text.begins(whole.end, "units.percent"):
        return None
    share = part.value / whole.value * 100
    return Quantity(index, whole.end, whole.end, share, "%", "share")


def _part_of_count(
    text: TargetText, index: int, part: Numeral, whole: Numeral
) -> Quantity | None:
    """``18 van de 22 zwemplassen``: so many of a known number."""
    unit, unit_end = _unit_at(text, whole.end)
    is_part = text.word_in(part.end, "subject.whole_of")
    is_count = is_part and unit not in ("", "%", "euro")
    if not is_count or not 0 < part.value < whole.value:
        return None
    return Quantity(index, whole.end, unit_end, part.value, unit, "number")


def _slashed_ratio(
    text: TargetText, index: int, part: Numeral
) -> Quantity | None:
    whole = numeral_at(text, part.end + 1)
    if whole is None or not text.is_joined(part.end + 1):
        return None
    if not 0 < part.value < whole.value <= _LARGEST_WHOLE:
        return None
    share = part.value / whole.value * 100
    return Quantity(index, whole.end, whole.end, share, "%", "share")


def _article_or_numeral(text: TargetText, index: int) -> Numeral | None:
    """A number, or the article that is one within a ratio."""
    if text.is_free_word(index) and text.word_in(
        index, "number_words.article"
    ):
        return Numeral(1.0, index + 1, in_words=True)
    return numeral_at(text, index)


def _fraction_at(text: TargetText, index: int) -> Quantity | None:
    found = text.names_at(index, "fractions")
    if not found:
        return None
    name, end = max(found.items(), key=lambda item: item[1])
    if text.names_at(end, "scale"):
        return None
    points = text.phrase_end(end, "units.point")
    if points is not None:  # "een half procentpunt"
        return Quantity(index, end, points, float(name) / 100, "pp", "number")
    return Quantity(index, end, end, float(name), "%", "share")


# --- plain numbers with a unit -----------------------------------------


def _plain_at(text: TargetText, index: int) -> Quantity | None:
    has_sign = text.lows[index] in _MONEY
    numeral = numeral_at(text, index + has_sign)
    if numeral is None:
        numeral = _bounded_article(text, index)
    if numeral is None:
        return None
    unit, unit_end = _unit_at(text, numeral.end)
    if has_sign:
        sign = text.lows[index]
        unit, unit_end = "euro" if sign == "€" else sign, numeral.end
        unit, unit_end = _with_per(text, unit, unit_end)
    direction = _signed_direction(text, index, unit_end)
    return Quantity(
        index,
        numeral.end,
        unit_end,
        numeral.value,
        unit,
        "number",
        direction=direction if unit in ("%", "pp") else "",
    )


def _signed_direction(text: TargetText, first: int, unit_end: int) -> str:
    """``-40%``, ``+10%``, ``10% ↓``: a sign for the way."""
    behind = _ARROWS.get(text.low_at(unit_end), "")
    is_sign = text.is_joined(first) and not text.is_joined(first - 1)
    return _SIGNS.get(text.low_at(first - 1), "") if is_sign else behind


def _bounded_article(text: TargetText, index: int) -> Numeral | None:
    """``minimaal één buurthuis``: behind a comparator the article is a number."""
    low = text.lows[index]
    article = text.words.lists["number_words.article"]
    if low not in article or low == article[-1] != article[0]:
        return None
    bounds = {"ge", "le"} & set(text.names_before(index, "comparator"))
    return Numeral(1.0, index + 1, in_words=True) if bounds else None


_UNIT_NAMES = {"point": "pp", "percent": "%", "euro": "euro"}


def _unit_at(text: TargetText, index: int) -> tuple[str, int]:
    """The unit behind a number and where it ends; empty when nothing is counted."""
    if index >= text.count or text.claims[index] != FREE:
        return "", index
    found = text.names_at(index, "units")
    if not found:  # as of what is counted in a noun
        return _counted_noun(text, index)
    return _listed_unit(text, index, found) or _counted_noun(text, index)


def _listed_unit(
    text: TargetText, index: int, found: Mapping[str, int]
) -> tuple[str, int] | None:
    """A unit of which the lists have the words, and where it ends."""
    for name, unit in _UNIT_NAMES.items():
        is_next = text.low_at(index) == "€" and text.is_number(index + 1)
        if name in found and not is_next:
            return unit, found[name]
    if "points" in found:
        return text.lows[index], found["points"]
    if "physical" not in found:
        return None
    end = found["physical"]
    unit = next(iter(text.names_at(index, "unit_names")), "")
    unit = unit or " ".join(text.lows[index:end])
    return _with_per(text, unit, end)


def _with_per(text: TargetText, unit: str, end: int) -> tuple[str, int]:
    """A unit with what it is counted by: ``kg per inwoner per jaar``."""
    if text.low_at(end) == "/" and text.is_word(end + 1):
        unit, end = f"{unit}/{text.lows[end + 1]}", end + 2
    for _ in range(_MOST_PER + 1):
        noun_end = _end_of_per(text, unit, end)
        if noun_end is None:
            break
        unit = f"{unit} {' '.join(text.lows[end:noun_end])}"
        end = noun_end
    return unit, end


def _end_of_per(text: TargetText, unit: str, index: int) -> int | None:
    """Behind ``per inwoner`` or ``per 1.000 inwoners``; None where neither stands."""
    if not text.word_in(index, "units.per"):
        return None
    counted = index + 1
    if text.is_number(counted) and text.is_word(counted + 1):
        return counted + 2
    if not text.is_word(counted):
        return None
    # "€ 250.000 per jaar" is paid every year
    is_yearly = unit == "euro" and text.claims[counted] == TIME
    return None if is_yearly else counted + 1


_NO_UNIT = frozenset(
    {
        "subject.prepositions",
        "subject.and",
        "subject.relative",
        "subject.pronoun",
        "subject.end",
        "verbs.finite",
        "comparator.ge",
        "baseline.past",
        "direction.up",
        "direction.down",
        "step_words",
        "row.measured",
        "row.planned",
        "row.told",
    }
)


def _counted_noun(text: TargetText, index: int) -> tuple[str, int]:
    """The noun behind a number with its adjectives."""
    end = index
    while end < min(index + _MOST_UNIT_WORDS, text.count):
        if not text.is_free_word(end):
            break
        ends = _ends_unit(text, end) and not _is_plural_noun(text, index, end)
        if ends and not _is_step_adjective(text, index, end):
            break
        end += 1
    return (" ".join(text.lows[index:end]), end) if end > index else ("", end)


def _is_plural_noun(text: TargetText, index: int, end: int) -> bool:
    """``300 bezoeken``: right behind a number what looks like a verb is a noun."""
    is_next = end == index and text.lows[end].endswith(
        text.words.lists["spelling.infinitive"]
    )
    return (
        is_next
        and text.word_in(end, "verbs.finite")
        and not text.word_in(end, "subject.no_object")
    )


def _is_step_adjective(text: TargetText, index: int, end: int) -> bool:
    """``40 extra laadpalen``: the word before the noun is not yet its end."""
    return (
        end == index
        and text.phrase_end(end, "direction.step_behind") is not None
        and text.is_word(end + 1)
        and not _ends_unit(text, end + 1)
    )


def _ends_unit(text: TargetText, index: int) -> bool:
    joins = text.phrase_end(index, "range.and")
    if joins is not None and text.is_number(joins):
        return True
    before_time = text.phrase_end(index, "time.before")
    if (
        before_time is not None
        and before_time < text.count
        and (text.claims[before_time] == TIME)
    ):
        return True
    return text.begins_any(index, _NO_UNIT) or text.words.has(
        "subject.article", text.lows[index]
    )


# --- ranges and comparators -----------------------------------------------


def _join_ranges(
    text: TargetText, quantities: list[Quantity]
) -> Iterator[Quantity]:
    """Two numbers that are the ends of one range are one quantity."""
    waiting: Quantity | None = None
    for quantity in quantities:
        joined = _join_range(text, waiting, quantity) if waiting else None
        if joined:
            waiting = joined
            continue
        if waiting:
            yield waiting
        waiting = quantity
    if waiting:
        yield waiting


def _join_range(
    text: TargetText, low: Quantity, high: Quantity
) -> Quantity | None:
    if not _may_be_range(low, high):
        return None
    opening = low.first
    opening -= text.word_in(opening - 1, "range.article")
    is_between = text.word_in(opening - 1, "range.between")
    if not _joins_range(text, low, high, is_between=is_between):
        return None
    text.claim(low.end, high.first, QUANTITY)
    return Quantity(
        low.first,
        high.end,
        high.unit_end,
        (_number_of(low), _number_of(high)),
        high.unit,
        high.form,
        comparator="range",
        bound=opening - 1 if is_between else low.first,
    )


def _joins_range(
    text: TargetText, low: Quantity, high: Quantity, *, is_between: bool
) -> bool:
    """``400-450``, ``tussen 400 en 450``, ``10 tot 15%``; ``van 14 tot 11`` is a step."""
    begin = low.unit_end if low.unit_end < high.first else low.end
    gap = " ".join(text.lows[begin : high.first])
    if gap in _SEVERAL:
        return True
    if gap not in text.words.lists["range.and"]:
        return False
    if is_between or gap in text.words.lists["range.sure"]:
        return True
    if text.word_in(low.first - 1, "direction.step_with"):
        return False  # "daalt met 150 tot 3.350"
    is_age = text.words.has("not_target.year", high.unit.split(" ")[0])
    begins_step = text.word_in(low.first - 1, "baseline.from") and not is_age
    is_list = text.words.has("subject.and", gap.split(" ")[0])
    return not is_list and not begins_step and not low.unit


def _may_be_range(low: Quantity, high: Quantity) -> bool:
    plain = {"number", "share"}
    if low.form not in plain or high.form not in plain:
        return False
    if isinstance(low.value, tuple) or isinstance(high.value, tuple):
        return False
    return low.value < high.value and low.unit in ("", high.unit)


def _number_of(quantity: Quantity) -> float:
    value = quantity.value
    return value[1] if isinstance(value, tuple) else value


def _add_comparator(text: TargetText, quantity: Quantity) -> None:
    """Give a number the comparator before it, or behind it and its unit."""
    if quantity.comparator == "range":
        return
    behind = text.names_at(quantity.unit_end, "comparator_behind")
    for name, end in behind.items():
        quantity.comparator = _as_comparator(name)
        text.claim(quantity.unit_end, end, "comparator")
        return
    place = quantity.first
    for _ in range(_MOST_FILLERS):
        found = text.names_before(place, "comparator")
        if found:
            # the longest: "niet meer dan" before "meer dan"
            name, first = min(found.items(), key=lambda item: item[1])
            quantity.comparator = _as_comparator(name)
            quantity.bound = first
            text.claim(first, quantity.first, "comparator")
            return
        before = text.phrase_start(place, "number_fillers.any")
        if before is None or not text.is_free(before, place):
            return
        place = before


def _as_comparator(name: str) -> Comparator:
    return cast(Comparator, name)
