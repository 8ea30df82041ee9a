"""Numbers that are no target: in names, ages, rates and scales, and in what bounds a group."""

from dinet.wording.target_sentence.clauses import (
    SentenceFrame,
    opens_relative,
)
from dinet.wording.target_sentence.marked_text import FREE, MarkedText
from dinet.wording.target_sentence.quantities import Quantity

_DENOMINATORS = frozenset({100, 1000, 10_000, 100_000, 1_000_000})
"""Of a rate: "4,2 per 1.000 inwoners"."""
_UP_AND_IMPROVE = ("direction.up", "direction.improve")
_PLACES = frozenset({"in", "op", "bij", "over", "at", "on", "across"})


def mark_definitions(
    text: MarkedText,
    quantities: list[Quantity],
    frames: list[SentenceFrame],
) -> None:
    """Give the role ``other`` to the numbers that only name or bound something."""
    before: Quantity | None = None
    for quantity in quantities:
        if not quantity.role and (
            _is_name(text, quantity, before)
            or _is_age(text, quantity)
            or _is_rate(text, quantity)
            or _is_scale(text, quantity)
        ):
            quantity.role = "other"
        before = quantity
    for frame in frames:
        _mark_bounds(text, quantities, frame)
        _mark_scope(text, quantities, frame)


def _is_name(
    text: MarkedText, quantity: Quantity, before: Quantity | None
) -> bool:
    """``groep 7``, ``top-10``, ``12-jarigen``, ``klas 2 en 4``."""
    if quantity.form != "number":
        return False
    if _is_glued(text, quantity):
        return True
    if quantity.unit in ("%", "euro", "pp"):
        return False
    first = quantity.first
    if text.phrase_start(first, "not_target.name") is not None:
        return True
    joined = text.words.has("subject.and", text.low_at(first - 1)) or (
        text.low_at(first - 1) in (",", "-", "–", "t/m", "tot", "/", "&")
    )
    return (
        joined
        and before is not None
        and before.role == "other"
        and before.end == first - 1
        and text.phrase_start(before.first, "not_target.name") is not None
    )


def _is_glued(text: MarkedText, quantity: Quantity) -> bool:
    """A word is joined to the number: ``65-plussers``, ``3e``, ``top-10``, ``50+``."""
    end = quantity.end
    if text.is_joined(end):
        low = text.low_at(end)
        if low in ("-", "–") and text.is_joined(end + 1):
            return text.is_word(end + 1)
        if low in ("-", "–") and text.words.has(
            "subject.and", text.low_at(end + 1)
        ):
            return True
        if low in ("+", "e", "ste", "de", "st", "nd", "rd", "th", "s"):
            return True
        if low == "/" and text.is_joined(end + 1):
            return True
    first = quantity.first
    if not text.is_joined(first):
        return False
    before = text.low_at(first - 1)
    if before in ("-", "–"):
        return text.is_joined(first - 1) and text.is_word(first - 2)
    return before == "/" and text.is_joined(first - 1)


def _is_age(text: MarkedText, quantity: Quantity) -> bool:
    """``jongeren tot 18 jaar``, ``65 jaar en ouder``, ``children under 5``."""
    words = text.words
    unit = quantity.unit.split()
    in_years = bool(unit) and words.has("not_target.year", unit[0])
    behind = quantity.unit_end
    if text.phrase_end(behind, "not_target.age_behind") is not None:
        return in_years or not unit
    place = quantity.bound
    for _ in range(2):
        before = text.phrase_start(place, "not_target.age_before")
        if before is None:
            break
        place = before
    if place == quantity.first:
        return in_years and isinstance(quantity.value, tuple)
    if unit and not in_years:
        return False
    group = text.low_at(place - 1)
    if words.has("not_target.people", group):
        return True
    if not in_years:
        return False
    is_behind_noun = (
        text.is_word(place - 1)
        and text.claims[place - 1] == FREE
        and not words.has("verbs.finite", group)
        and not words.has("subject.prepositions", group)
        and not text.names_before(place, "direction")
    )
    return isinstance(quantity.value, tuple) or is_behind_noun


def _is_rate(text: MarkedText, quantity: Quantity) -> bool:
    """``per 1.000 inwoners``: of how many the figure before it is."""
    if text.phrase_start(quantity.first, "not_target.per") is None:
        return False
    per = text.low_at(quantity.first - 1) in ("per", "every")
    return per or quantity.value in _DENOMINATORS


def _is_scale(text: MarkedText, quantity: Quantity) -> bool:
    """``op een schaal van 1 tot 10``."""
    return (
        text.phrase_start(quantity.bound, "not_target.scale_of") is not None
        or text.phrase_start(quantity.first, "not_target.scale_of") is not None
    )


# --- what bounds a group ---------------------------------------------------------


def _mark_bounds(
    text: MarkedText, quantities: list[Quantity], frame: SentenceFrame
) -> None:
    """A number within the words for the group is no target when there is another."""
    open_ones = [
        quantity
        for quantity in quantities
        if frame.first <= quantity.first < frame.end and not quantity.role
    ]
    bounding = [
        quantity
        for quantity in open_ones
        if _bounds_group(text, quantity, frame)
    ]
    others = [quantity for quantity in open_ones if quantity not in bounding]
    has_target = bool(others) or any(
        quantity.role == "target" for quantity in quantities
    )
    for quantity in bounding:
        if has_target or _stands_in_relative(text, quantity, frame):
            quantity.role = "other"


def _bounds_group(
    text: MarkedText, quantity: Quantity, frame: SentenceFrame
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
        is_before_verb
        and frame.verb is not None
        or _is_physical_bound(text, quantity)
    )


def _is_bounded(text: MarkedText, quantity: Quantity) -> bool:
    places = (quantity.first, quantity.bound)
    return any(
        text.phrase_start(place, "not_target.bounding") is not None
        for place in places
    )


def _is_physical_bound(text: MarkedText, quantity: Quantity) -> bool:
    """``woningen kleiner dan 50 m2``: a comparator right behind a noun, with a unit."""
    return (
        quantity.comparator in ("lt", "gt")
        and quantity.bound < quantity.first
        and quantity.unit not in ("%", "")
        and not _behind_verb(text, quantity.bound)
    )


def _behind_verb(text: MarkedText, index: int) -> bool:
    return any(
        text.words.has("verbs.finite", text.low_at(place))
        for place in range(max(0, index - 3), index)
    )


def _is_service_norm(text: MarkedText, quantity: Quantity) -> bool:
    """``binnen 5 werkdagen``: a norm of its own wherever it stands."""
    unit = quantity.unit.split()
    return (
        quantity.comparator in ("le", "lt")
        and bool(unit)
        and text.words.has("units.service", unit[0])
        or quantity.unit == "working days"
    )


def _stands_in_relative(
    text: MarkedText, quantity: Quantity, frame: SentenceFrame
) -> bool:
    """Between a relative pronoun and the main verb behind it, or the end of its clause."""
    index = quantity.first - 1
    while index > frame.first:
        if text.ends_clause(index) and text.lows[index] != ",":
            return False
        if frame.verb == index:
            return False
        if opens_relative(text, index) and not text.claims[index]:
            later = frame.verb is not None and frame.verb > quantity.first
            return later
        index -= 1
    return False


def _mark_scope(
    text: MarkedText, quantities: list[Quantity], frame: SentenceFrame
) -> None:
    """``op 12 locaties`` behind a rise without a number is where, not how much."""
    rises = any(
        text.phrase_end(index, name) is not None and not text.claims[index]
        for index in range(frame.first, frame.end)
        for name in _UP_AND_IMPROVE
    )
    if not rises:
        return
    open_ones = [
        quantity
        for quantity in quantities
        if frame.first <= quantity.first < frame.end and not quantity.role
    ]
    for quantity in open_ones:
        is_placed = text.low_at(quantity.bound - 1) in _PLACES
        if is_placed and quantity.form == "number" and quantity.unit != "%":
            quantity.role = "scope"
