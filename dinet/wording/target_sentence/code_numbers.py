"""Numbers that are a code or an age, where no word says so: ``0528``, ``7901 AB``, ``12-17``."""

from dinet.wording.target_sentence.quantities import Quantity
from dinet.wording.target_sentence.target_text import TargetText

_OLDEST = 120
"""In years: a higher number behind people is how many there are."""
_LEAST_CODE_DIGITS = 3
"""Digits of a code that begins with a nought; ``07`` may be a month or a number on a form."""
_POSTCODE_DIGITS, _POSTCODE_LETTERS = 4, 2
"""Of a Dutch postcode: ``7901 AB``."""


def is_code(text: TargetText, quantity: Quantity) -> bool:
    """``0528-291911``, ``14 0528``, ``7901 AB``: a telephone number or a postcode."""
    if quantity.form != "number":
        return False
    has_nought = _begins_with_nought(text, quantity.first)
    goes_on = _begins_with_nought(text, quantity.end)
    return has_nought or goes_on or _is_postcode(text, quantity)


def _begins_with_nought(text: TargetText, index: int) -> bool:
    digits = text.low_at(index)
    is_long = len(digits) >= _LEAST_CODE_DIGITS and digits.isdecimal()
    return is_long and digits.startswith("0")


def _is_postcode(text: TargetText, quantity: Quantity) -> bool:
    if not text.is_word(quantity.end):
        return False
    digits = text.low_at(quantity.first)
    letters = text.tokens[quantity.end]
    written = text.text[letters.start : letters.end]
    is_long = len(digits) == _POSTCODE_DIGITS and digits.isdecimal()
    return is_long and len(written) == _POSTCODE_LETTERS and written.isupper()


def is_bare_age(
    text: TargetText, quantity: Quantity, before: Quantity | None
) -> bool:
    """``jongeren 12-17``, ``jeugd (0-23)``, ``kinderen 4 t/m 12``: from and to behind people.

    Tables of indicators, such as the cards of goals, leave the word for years out.
    """
    if quantity.form != "number" or quantity.unit:
        return False
    if isinstance(quantity.value, tuple):
        is_age = quantity.value[1] < _OLDEST
        return is_age and _stands_behind_people(text, quantity.first)
    return _is_first_age(text, quantity) or _ends_range(text, quantity, before)


def _is_first_age(text: TargetText, quantity: Quantity) -> bool:
    """The first of two ages that words join: ``kinderen 4 t/m 12``."""
    if not _stands_behind_people(text, quantity.first):
        return False
    end = text.phrase_end(quantity.end, "range.up_to")
    return end is not None and text.low_at(end).isdecimal()


def _ends_range(
    text: TargetText, quantity: Quantity, before: Quantity | None
) -> bool:
    """The second of two ages: the first one, right before the words, is an age."""
    if before is None or before.role != "other":
        return False
    joint = text.phrase_start(quantity.first, "range.up_to")
    return joint == before.end and _is_first_age(text, before)


def _stands_behind_people(text: TargetText, first: int) -> bool:
    place = first - 1
    if text.low_at(place) in ("(", "["):
        place -= 1
    return text.word_in(place, "not_target.people")
