"""Numbers that are no target: in names, ages, rates and scales, and in what bounds a group."""

from dinet.wording.target_sentence.clauses import (
    SentenceFrame,
    opens_relative,
)
from dinet.wording.target_sentence.code_numbers import is_bare_age, is_code
from dinet.wording.target_sentence.quantities import Quantity
from dinet.wording.target_sentence.target_text import TargetText

_DENOMINATORS = frozenset({100, 1000, 10_000, 100_000, 1_000_000})
"""Of a rate: "4,2 per 1.000 inwoners"."""
_LEAST_COUNT = 20
"""Of things: no school has a group 20, and no plan a phase 20."""
_UP_AND_IMPROVE = ("direction.up", "direction.improve")
_HYPHENS = frozenset("-–")
_NAME_JOINTS = frozenset(",-–/&")


def mark_definitions(
    text: TargetText,
    quantities: list[Quantity],
    frames: list[SentenceFrame],
) -> None:
    """Give the role ``other`` to the numbers that only name or bound something."""
    before: Quantity | None = None
    for quantity in quantities:
        if not quantity.role and _is_definition(text, quantity, before):
            quantity.role = "other"
        before = quantity
    if not quantities:
        return
    for frame in frames:
        _mark_whole(text, quantities, frame)
        _mark_bounds(text, quantities, frame)
        _mark_scope(text, quantities, frame)


def _is_definition(
    text: TargetText, quantity: Quantity, before: Quantity | None
) -> bool:
    """It only names or bounds something."""
    return (
        is_code(text, quantity)
        or is_bare_age(text, quantity, before)
        or _is_name(text, quantity, before)
        or _measures_something(text, quantity)
    )


def _measures_something(text: TargetText, quantity: Quantity) -> bool:
    """It belongs to the words around it, and is not what is aimed at."""
    return (
        _is_age(text, quantity)
        or _is_rate(text, quantity)
        or _is_scale(text, quantity)
        or _explains_group(text, quantity)
    )


def mark_glued_numbers(text: TargetText, quantities: list[Quantity]) -> None:
    """``the 18-week standard``, ``65-plussers``: whatever stands around it, it is a name."""
    for quantity in quantities:
        if quantity.form == "number" and _is_glued(text, quantity):
            quantity.role = "other"


def _is_name(
    text: TargetText, quantity: Quantity, before: Quantity | None
) -> bool:
    """``groep 7``, ``top-10``, ``12-jarigen``, ``klas 2 en 4``."""
    if quantity.form != "number":
        return False
    if _is_glued(text, quantity) or _is_version(text, quantity):
        return True
    if quantity.unit in ("%", "euro", "pp"):
        return False
    if text.phrase_start(quantity.first, "not_target.name") is not None:
        # "doel 75 deelnemers" counts, "groep 7" and "fase 2 start" do not
        is_large = _number_of(quantity) >= _LEAST_COUNT
        return not (is_large and quantity.unit)
    return before is not None and _goes_on_as_name(text, quantity, before)


def _is_version(text: TargetText, quantity: Quantity) -> bool:
    """``de energiestrategie 2.0``: a point and a nought behind a noun."""
    written = text.lows[quantity.first]
    is_round = len(written) == len("2.0") and written.endswith(".0")
    return (
        is_round
        and text.is_free_word(quantity.first - 1)
        and not quantity.unit
    )


def _goes_on_as_name(
    text: TargetText, quantity: Quantity, before: Quantity
) -> bool:
    """``klas 2 en 4``: the number before it is a name, and a sign or word joins them."""
    joint = quantity.first - 1
    if before.role != "other" or before.end != joint:
        return False
    is_joined = text.word_in(joint, "subject.and", "range.and")
    is_named = text.phrase_start(before.first, "not_target.name") is not None
    return is_named and (is_joined or text.low_at(joint) in _NAME_JOINTS)


def _number_of(quantity: Quantity) -> float:
    value = quantity.value
    return value[1] if isinstance(value, tuple) else value


def _is_glued(text: TargetText, quantity: Quantity) -> bool:
    """A word is joined to the number: ``65-plussers``, ``3e``, ``top-10``, ``50+``."""
    return _is_glued_behind(text, quantity.end) or _is_glued_before(
        text, quantity.first
    )


def _is_glued_behind(text: TargetText, end: int) -> bool:
    if not text.is_joined(end):
        return False
    low, is_next_joined = text.low_at(end), text.is_joined(end + 1)
    if low in _HYPHENS:
        is_word = is_next_joined and text.is_word(end + 1)
        # "16- en", "12- tot"
        return is_word or text.word_in(end + 1, "subject.and", "range.up_to")
    if low == "+" or text.word_in(end, "spelling.ordinal"):
        return True
    return low == "/" and is_next_joined


def _is_glued_before(text: TargetText, first: int) -> bool:
    if not text.is_joined(first) or not text.is_joined(first - 1):
        return False
    before = text.low_at(first - 1)
    return before == "/" or (before in _HYPHENS and text.is_word(first - 2))


def _is_age(text: TargetText, quantity: Quantity) -> bool:
    """``jongeren tot 18 jaar``, ``65 jaar en ouder``, ``children under 5``."""
    unit = quantity.unit.split()
    in_years = bool(unit) and text.words.has("not_target.year", unit[0])
    if unit and not in_years:
        return False
    if text.begins(quantity.unit_end, "not_target.age_behind"):
        return True
    is_range = in_years and isinstance(quantity.value, tuple)
    place = _before_age(text, quantity.first)
    if place == quantity.first:
        return is_range
    if is_range or text.word_in(place - 1, "not_target.people"):
        return True
    return in_years and _stands_behind_noun(text, place)


def _before_age(text: TargetText, place: int) -> int:
    """The first of the words before an age: ``van``, ``tot en met``."""
    for _ in range(2):
        before = text.phrase_start(place, "not_target.age_before")
        if before is None:
            break
        place = before
    return place


def _stands_behind_noun(text: TargetText, place: int) -> bool:
    """``starters tot 28 jaar``; not ``stijgt tot 83 jaar``."""
    if not text.is_free_word(place - 1) or text.names_before(
        place, "direction"
    ):
        return False
    return not text.word_in(place - 1, "verbs.finite", "subject.prepositions")


def _is_rate(text: TargetText, quantity: Quantity) -> bool:
    """``per 1.000 inwoners``: of how many the figure before it is."""
    if text.phrase_start(quantity.first, "not_target.per") is None:
        return False
    per = text.word_in(quantity.first - 1, "not_target.each")
    return per or quantity.value in _DENOMINATORS


def _is_scale(text: TargetText, quantity: Quantity) -> bool:
    """``op een schaal van 1 tot 10``."""
    return (
        text.phrase_start(quantity.bound, "not_target.scale_of") is not None
        or text.phrase_start(quantity.first, "not_target.scale_of") is not None
    )


def _explains_group(text: TargetText, quantity: Quantity) -> bool:
    """``thuiszitters (langer dan drie maanden)``: a bound in brackets right behind a noun."""
    opening = quantity.bound - 1
    return (
        text.low_at(opening) in ("(", "[")
        and text.is_free_word(opening - 1)
        and quantity.comparator in ("gt", "lt")
        and text.begins(quantity.end, "units.physical")
        and not text.word_in(opening - 1, "verbs.finite")
    )


# --- what bounds a group ---------------------------------------------------------


def _mark_bounds(
    text: TargetText, quantities: list[Quantity], frame: SentenceFrame
) -> None:
    """A number within the words for the group is no target when there is another."""
    open_ones = _open_in(quantities, frame)
    if not open_ones:
        return
    bounding = [
        quantity
        for quantity in open_ones
        if _bounds_group(text, quantity, frame)
    ]
    roles = {quantity.role for quantity in quantities}
    has_target = len(open_ones) > len(bounding) or "target" in roles
    for quantity in bounding:
        if (
            has_target
            or _has_other_unit(quantities, quantity)
            or _stands_in_relative(text, quantity, frame)
        ):
            quantity.role = "other"


def _has_other_unit(quantities: list[Quantity], bound: Quantity) -> bool:
    """``verplaatsingen tot 5 km (2024: 36%)``: what is measured has another unit."""
    measured = {
        quantity.unit for quantity in quantities if quantity.role == "baseline"
    }
    return bool(measured) and bound.unit not in measured


def _mark_whole(
    text: TargetText, quantities: list[Quantity], frame: SentenceFrame
) -> None:
    """``Van de 4.200 gezinnen gebruikt de helft …``: of how many the share is."""
    of = text.phrase_end(frame.first, "process.out_of")
    if of is None:  # as of most sentences
        return
    open_ones = _open_in(quantities, frame)
    is_first = bool(open_ones) and open_ones[0].first == of
    if is_first and len(open_ones) > 1 and open_ones[0].form == "number":
        open_ones[0].role = "other"


def _open_in(
    quantities: list[Quantity], frame: SentenceFrame
) -> list[Quantity]:
    """The numbers of a sentence that have no role yet."""
    return [
        quantity
        for quantity in quantities
        if frame.first <= quantity.first < frame.end and not quantity.role
    ]


def _bounds_group(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> bool:
    if _is_service_norm(text, quantity):
        return False
    if quantity.form == "multiplier":
        return False
    if _stands_in_relative(text, quantity, frame):
        return True
    before = text.low_at(quantity.bound - 1)
    is_before_verb = frame.verb is None or quantity.first < frame.verb
    bounded = _is_bounded(text, quantity)
    if not bounded:
        return False
    noun_first = text.is_word(quantity.bound - 1) and not text.words.has(
        "verbs.finite", before
    )
    return noun_first and (
        (is_before_verb and frame.verb is not None)
        or _is_physical_bound(text, quantity)
    )


def _is_bounded(text: TargetText, quantity: Quantity) -> bool:
    if not text.has_any("not_target.bounding"):  # as of most texts
        return False
    places = (quantity.first, quantity.bound)
    return any(
        text.phrase_start(place, "not_target.bounding") is not None
        for place in places
    )


def _is_physical_bound(text: TargetText, quantity: Quantity) -> bool:
    """``woningen kleiner dan 50 m2``: a comparator right behind a noun, with a unit."""
    return (
        quantity.comparator in ("lt", "gt")
        and quantity.bound < quantity.first
        and quantity.unit not in ("%", "")
        and not _behind_verb(text, quantity.bound)
    )


def _behind_verb(text: TargetText, index: int) -> bool:
    return any(
        text.words.has("verbs.finite", text.low_at(place))
        for place in range(max(0, index - 3), index)
    )


def _is_service_norm(text: TargetText, quantity: Quantity) -> bool:
    """``binnen 5 werkdagen``: a norm of its own wherever it stands."""
    unit = quantity.unit.split()
    return (
        quantity.comparator in ("le", "lt")
        and bool(unit)
        and text.words.has("units.service", unit[0])
    ) or quantity.unit == "working days"


def _stands_in_relative(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> bool:
    """Between a relative pronoun and the main verb behind it, or the end of its clause."""
    index = quantity.first - 1
    while index > frame.first:
        if text.ends_clause(index) and text.lows[index] != ",":
            return False
        if frame.verb == index:
            return False
        if opens_relative(text, index) and not text.claims[index]:
            return frame.verb is not None and frame.verb > quantity.first
        index -= 1
    return False


def _mark_scope(
    text: TargetText, quantities: list[Quantity], frame: SentenceFrame
) -> None:
    """``op 12 locaties`` behind a rise without a number is where, not how much."""
    rises = text.places_of(*_UP_AND_IMPROVE)
    if not any(
        frame.first <= index < frame.end and not text.claims[index]
        for index in rises
    ):
        return
    for quantity in _open_in(quantities, frame):
        is_placed = text.word_in(quantity.bound - 1, "subject.scope_places")
        if is_placed and quantity.form == "number" and quantity.unit != "%":
            quantity.role = "scope"
