"""The part of each number and each time in its sentence: aimed at, starting point, or neither."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from dinet.wording.target_sentence.clauses import (
    SentenceFrame,
    past_forms,
)
from dinet.wording.target_sentence.definitions import (
    mark_definitions,
    mark_glued_numbers,
)
from dinet.wording.target_sentence.figure_cells import mark_figure_cells
from dinet.wording.target_sentence.quantities import Quantity
from dinet.wording.target_sentence.result import TextSpan
from dinet.wording.target_sentence.target_text import FREE, TargetText
from dinet.wording.target_sentence.times import TIME, TimeExpression

_Part = TypeVar("_Part", TimeExpression, Quantity)
_LONGEST_COMPARISON = 16
"""In tokens: "ten opzichte van het aantal meldingen bij de politie in 2021"."""
_LONGEST_STEP = 22
"""In tokens between the two numbers of "van … naar …"."""
_PLAIN = ("number", "share")
"""The forms of numbers that can be a starting point."""
_COMPARING = (
    "baseline.compared",
    "baseline.compared_close",
    "baseline.compared_value",
)
"""The lists of phrases that compare with what was."""
_BETWEEN_CLAUSES = frozenset(",;()[]")
_NEAR = 5
"""In tokens: "de huidige score van 37%"."""
_NEAR_YEAR = 3
"""In tokens more where a year may stand: "nulmeting (in het jaar 2022)"."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A reference that is not the own past.

    Args:
        first: Its first token.
        end: Behind its last token.
        span: Its words.
    """

    first: int
    end: int
    span: TextSpan


@dataclass(slots=True)
class SentenceParts:
    """All that was found in a text, while the parts get their roles.

    Args:
        text: It.
        times: The times, in order.
        quantities: The numbers, in order.
        frames: The sentences.
        yardsticks: The references.
    """

    text: TargetText
    times: list[TimeExpression]
    quantities: list[Quantity]
    frames: list[SentenceFrame]
    yardsticks: list[Yardstick]

    def own_copy(self) -> "SentenceParts":
        """The same parts, of which the roles, units and kinds may be changed."""
        return SentenceParts(
            self.text,
            [time.own_copy() for time in self.times],
            [quantity.own_copy() for quantity in self.quantities],
            self.frames,
            self.yardsticks,
        )


def give_roles(parts: SentenceParts) -> None:
    """Give every time and every number its role, the surest signs first."""
    mark_glued_numbers(parts.text, parts.quantities)
    mark_figure_cells(parts.text, parts.times, parts.quantities)
    _mark_names(parts)
    _mark_past_sentences(parts)
    _mark_process_sentences(parts)
    if _may_have_step(parts.text):  # as few texts
        _mark_steps(parts)
    _mark_comparisons(parts)
    _mark_surpassed(parts)
    _mark_kept_state(parts)
    _mark_origins(parts)
    _mark_present_state(parts)
    _mark_past_clauses(parts)
    _mark_brackets(parts)
    mark_definitions(parts.text, parts.quantities, parts.frames)
    _mark_rest(parts)


# --- names ----------------------------------------------------------------


def _mark_names(parts: SentenceParts) -> None:
    for time in parts.times:
        is_open = time.is_calendar and not time.role
        if is_open and _stands_in_name(parts.text, time):
            time.role = "name"


def _stands_in_name(text: TargetText, time: TimeExpression) -> bool:
    """A year right behind a noun that is the head of a name: ``Woonvisie 2040``."""
    before = time.core - 1
    before -= text.low_at(before) == "'"
    if time.first != time.core or not text.is_word(before):
        return False
    if not text.same_sentence(before, time.core):
        return False
    if text.low_at(time.end) == ":" or text.word_in(before, "time.not_name"):
        return False
    is_compared = text.names_before(time.core, "baseline")
    if {"compared", "compared_close"} & set(is_compared):
        return False
    return text.word_in(before, "time.name_heads") or _is_capital_within(
        text, before
    )


def _is_capital_within(text: TargetText, index: int) -> bool:
    """A capital that does not open the sentence."""
    opens = index == 0 or not text.same_sentence(index - 1, index)
    return not opens and text.text[text.tokens[index].start].isupper()


# --- the past ----------------------------------------------------------------


def _mark_past_sentences(parts: SentenceParts) -> None:
    """What a sentence about the past names is a starting point."""
    for frame in parts.frames:
        if frame.is_past:
            _mark_between(parts, frame.first, frame.end)


def _mark_process_sentences(parts: SentenceParts) -> None:
    """``de nulmeting volgt in 2026``: beside a target, when it is measured is no deadline."""
    for frame in parts.frames:
        if frame.is_past or not frame.is_process:
            continue
        if not _has_time_elsewhere(parts, frame):
            continue
        for time in parts.times:
            if frame.first <= time.core < frame.end and not time.role:
                time.role = "process" if time.is_calendar else ""


def _has_time_elsewhere(parts: SentenceParts, frame: SentenceFrame) -> bool:
    return any(
        not frame.first <= time.core < frame.end
        and time.role in ("", "deadline")
        for time in parts.times
    )


def _mark_between(parts: SentenceParts, first: int, end: int) -> None:
    """All times and plain numbers between two tokens are of the starting point."""
    for time in parts.times:
        if first <= time.core < end and not time.role:
            time.role = "baseline"
    for quantity in parts.quantities:
        if first <= quantity.first < end and not quantity.role:
            is_plain = quantity.form in _PLAIN
            quantity.role = "baseline" if is_plain else "other"


def _mark_past_clauses(parts: SentenceParts) -> None:
    """``in 2021 was dit 12,1%`` within a sentence that aims at something."""
    text = parts.text
    for frame in parts.frames:
        if frame.is_past:
            continue
        for index in past_forms(text, frame.first, frame.end):
            if text.claims[index]:
                continue
            first, end = _clause_around(text, index, frame)
            if _is_past_clause(text, index, range(first, end)):
                _mark_between(parts, first, end)


def _is_past_clause(text: TargetText, verb: int, clause: range) -> bool:
    """The verb of the past is no participle, and the clause has no verb of the present."""
    if text.word_in(verb, "baseline.past_or_participle"):
        return False
    return not any(
        text.word_in(place, "verbs.finite")
        and not text.word_in(place, "baseline.past")
        for place in clause
        if place != verb
    )


def _clause_around(
    text: TargetText, index: int, frame: SentenceFrame
) -> tuple[int, int]:
    """The clause in which a token stands, between signs or joining words before a verb."""
    first = index
    while first > frame.first and not _splits_clauses(text, first - 1):
        first -= 1
    end = index + 1
    while end < frame.end and not _splits_clauses(text, end):
        end += 1
    return first, end


def _splits_clauses(text: TargetText, index: int) -> bool:
    low = text.lows[index]
    if low in _BETWEEN_CLAUSES:
        return True
    if low == "-":
        return text.is_dash(index)
    return text.word_in(index, "subject.and") and (
        text.words.has("verbs.finite", text.low_at(index + 1))
    )


# --- from … to … --------------------------------------------------------------


def _mark_steps(parts: SentenceParts) -> None:
    """``van 14% in 2021 naar 11%``: the first number and its year are where it starts."""
    text = parts.text
    for place, low in enumerate(parts.quantities):
        if low.role or not _follows_phrase(text, low, "baseline.from"):
            continue
        for between, high in enumerate(parts.quantities[place + 1 :]):
            if high.role or high.first - low.first > _LONGEST_STEP:
                break
            if not text.same_sentence(low.first, high.first):
                break
            if _follows_phrase(text, high, "baseline.to"):
                via = parts.quantities[place + 1 : place + 1 + between]
                _mark_step(parts, low, via, high)
                break
            if not _follows_phrase(text, high, "baseline.via"):
                break


def _may_have_step(text: TargetText) -> bool:
    return text.has_any("baseline.from") and text.has_any("baseline.to")


def _mark_step(
    parts: SentenceParts, low: Quantity, via: list[Quantity], high: Quantity
) -> None:
    """The first number and its year are where it starts; in brackets the last one is too."""
    _share_unit(low, high)
    behind = via[0] if via else high
    low.role = "baseline"
    _mark_times(parts, low.first, behind.first)
    is_told = _is_step_of_past(parts, low, high)
    for quantity in (*via, high):
        quantity.role = "baseline" if is_told else "target"
    if is_told:
        _mark_times(parts, low.first, _end_of_bracket(parts.text, high.first))
    else:
        for time in parts.times:
            if behind.first <= time.core < high.first and not time.role:
                time.role = "deadline"


def _is_step_of_past(
    parts: SentenceParts, low: Quantity, high: Quantity
) -> bool:
    """``De daling (van 79% in 2017 naar 66% in 2023) is in 2029 gestopt``: a step in brackets.

    The years in the brackets are before the one outside.
    """
    depths = parts.text.depths
    if not depths[low.first] or not depths[high.first]:
        return False
    latest = _latest_year_outside(parts)
    end = _end_of_bracket(parts.text, high.first)
    years = [
        time.first_year
        for time in parts.times
        if time.is_calendar and low.first <= time.core < end
    ]
    return bool(years) and latest is not None and max(years) < latest


def _end_of_bracket(text: TargetText, index: int) -> int:
    while index < text.count and text.depths[index]:
        index += 1
    return index


def _follows_phrase(text: TargetText, quantity: Quantity, name: str) -> bool:
    """A preposition stands before a number, with at most words that change nothing between."""
    place = quantity.bound
    for _ in range(4):
        if text.phrase_start(place, name) is not None:
            return True
        before = text.phrase_start(place, "number_fillers.any")
        if before is None:
            before = text.phrase_start(place, "baseline.now")
        if before is None:
            before = text.phrase_start(place, "comparator.approx")
        if before is None:
            return False
        place = before
    return False


def _share_unit(low: Quantity, high: Quantity) -> None:
    """What one of two numbers leaves out, the other says: ``van 14 naar 11%``."""
    if not low.unit:
        low.unit = high.unit
    if not high.unit:
        high.unit = low.unit


def _mark_times(parts: SentenceParts, first: int, end: int) -> None:
    for time in parts.times:
        if time.role or time.kind in ("term", "event", "recurring"):
            continue
        if first <= time.core < end and parts.text.same_sentence(
            first, time.core
        ):
            time.role = "baseline"


# --- compared with -------------------------------------------------------------


def _mark_comparisons(parts: SentenceParts) -> None:
    text = parts.text
    _mark_what_is_compared(parts)
    for time in parts.times:
        if not time.role and text.word_in(time.end, "baseline.levels"):
            time.role = "baseline"


def _mark_what_is_compared(parts: SentenceParts) -> None:
    text = parts.text
    for index in text.places_of(*_COMPARING):
        if text.claims[index]:
            continue
        end = text.phrase_end(index, "baseline.compared")
        if end is not None:
            _mark_comparison(parts, end)
        close = text.phrase_end(index, "baseline.compared_close")
        if close is not None:
            _mark_close_year(parts, close)
        value = text.phrase_end(index, "baseline.compared_value")
        if value is not None:
            _mark_compared_value(parts, value)


def _mark_comparison(parts: SentenceParts, begin: int) -> None:
    """The first time and number behind ``ten opzichte van`` and its like, in the same clause."""
    stop = _end_of_comparison(parts.text, begin)
    time = _first_in(parts.times, begin, stop)
    quantity = _first_in(parts.quantities, begin, stop)
    if time and not time.role:
        time.role = "baseline"
    if quantity is None or quantity.role:
        return
    if quantity.form in _PLAIN and _is_compared(parts, quantity, time, begin):
        quantity.role = "baseline"


def _is_compared(
    parts: SentenceParts,
    quantity: Quantity,
    time: TimeExpression | None,
    begin: int,
) -> bool:
    """The number belongs to the comparison, and is not the step behind it."""
    if _begins_step(parts.text, quantity, begin):
        return False
    if time is None or time.core > quantity.first:
        return True
    # "ten opzichte van 2019 met 10%": only brackets or a colon keep a number with its year
    between = parts.text.lows[time.end : quantity.bound]
    return between in (["("], [":"])


def _end_of_comparison(text: TargetText, begin: int) -> int:
    stop = begin
    while stop < min(begin + _LONGEST_COMPARISON, text.count):
        low = text.lows[stop]
        if low in (",", ";", ")", "]") or not text.same_sentence(begin, stop):
            break
        is_open = stop > begin and text.claims[stop] != TIME
        if is_open and text.words.has("verbs.finite", low):
            break
        stop += 1
    return stop


def _begins_step(text: TargetText, quantity: Quantity, begin: int) -> bool:
    """``met 10%`` or ``naar 60%`` behind a comparison is the step, not what it starts from."""
    if text.word_in(quantity.bound - 1, "direction.step_with"):
        return True
    step = text.phrase_start(quantity.bound, "direction.step_before")
    to = text.phrase_start(quantity.bound, "baseline.to")
    return step is not None or (to is not None and to >= begin)


def _first_in(parts: list[_Part], begin: int, stop: int) -> _Part | None:
    for part in parts:
        core = part.core if isinstance(part, TimeExpression) else part.first
        if begin <= core and part.end <= stop:
            return part
    return None


def _mark_close_year(parts: SentenceParts, begin: int) -> None:
    for time in parts.times:
        if time.core == begin and time.is_calendar and not time.role:
            time.role = "baseline"


def _mark_compared_value(parts: SentenceParts, begin: int) -> None:
    """``tegen 14% in 2020``: the number right behind the word, and the year behind that."""
    text = parts.text
    for quantity in parts.quantities:
        if quantity.role or quantity.form not in _PLAIN:
            continue
        if not begin <= quantity.bound <= begin + 2:
            continue
        if not text.same_sentence(begin, quantity.first):
            continue
        if any(map(text.ends_clause, range(begin, quantity.first))):
            continue
        if TIME in text.claims[begin : quantity.first]:  # "tegen 2030 60%"
            continue
        quantity.role = "baseline"
        _mark_times(
            parts, quantity.end, min(quantity.unit_end + 4, text.count)
        )


def _mark_surpassed(parts: SentenceParts) -> None:
    """``in 2027 hoger dan de 50,3% van 2023``: what is to be passed is where it starts."""
    for quantity in parts.quantities:
        if quantity.role or quantity.comparator not in ("gt", "lt"):
            continue
        time = _time_right_behind(parts, quantity)
        if time is None or not _has_later_time(parts, time):
            continue
        time.role = quantity.role = "baseline"
        for index in range(quantity.bound, quantity.first):
            parts.text.claims[index] = FREE


def _mark_kept_state(parts: SentenceParts) -> None:
    """``niet hoger dan de 41 van vorig jaar``: a number with an article and its year is of then."""
    text = parts.text
    for quantity in parts.quantities:
        if quantity.role or quantity.form not in _PLAIN:
            continue
        if text.phrase_start(quantity.first, "baseline.that_number") is None:
            continue
        of = text.phrase_end(quantity.unit_end, "baseline.of_year")
        time = _time_at_place(parts, of) if of is not None else None
        if time is not None:
            quantity.role = time.role = "baseline"


def _time_at_place(parts: SentenceParts, place: int) -> TimeExpression | None:
    """The year, or a word for last year, that begins at a place and has no role."""
    for time in parts.times:
        is_told = time.is_calendar or time.kind == "past"
        if is_told and place in (time.first, time.core) and not time.role:
            return time
    return None


def _mark_origins(parts: SentenceParts) -> None:
    """``halveren in 2031, vanaf 9.800 ton nu``: a number behind the words for where it starts."""
    text = parts.text
    if not text.holds("baseline.origin", 0, text.count):
        return
    for quantity in parts.quantities:
        is_open = not quantity.role and quantity.form in _PLAIN
        if is_open and _follows_origin(text, quantity) and _has_step(parts):
            quantity.role = "baseline"
            behind = min(quantity.unit_end + _NEAR_YEAR + 1, text.count)
            _mark_times(parts, quantity.end, behind)


def _follows_origin(text: TargetText, quantity: Quantity) -> bool:
    """Behind a sign and the word, and no age: ``, vanaf 18 jaar``."""
    before = text.phrase_start(quantity.bound, "baseline.origin")
    if not before or not text.ends_clause(before - 1):
        return False
    return not text.words.has("not_target.year", quantity.unit)


def _has_step(parts: SentenceParts) -> bool:
    """A number outside the starting point says how far something moves."""
    multiplies = any(
        quantity.form == "multiplier" for quantity in parts.quantities
    )
    is_alone = len(parts.quantities) == 1
    return not is_alone and (multiplies or _moves_indicator(parts.text))


def _time_right_behind(
    parts: SentenceParts, quantity: Quantity
) -> TimeExpression | None:
    for time in parts.times:
        is_next = 0 <= time.first - quantity.unit_end <= 1
        if is_next and time.is_calendar and not time.role:
            return time
    return None


def _has_later_time(parts: SentenceParts, time: TimeExpression) -> bool:
    return any(
        other.first_year > time.first_year
        for other in parts.times
        if other.is_calendar and other.role in ("", "deadline")
    )


# --- now ---------------------------------------------------------------------


def _mark_present_state(parts: SentenceParts) -> None:
    """``nu 18%``, ``de huidige 37%``, ``nulmeting 2022: 7,2``."""
    text = parts.text
    for index in text.places_of("baseline.now", "baseline.labels"):
        end = text.phrase_end(index, "baseline.now")
        if end is not None and not text.claims[index]:
            _mark_near(parts, index, end)
            continue
        end = text.phrase_end(index, "baseline.labels")
        if end is None or text.claims[index]:
            continue
        is_label = text.low_at(end) in (":", "=") or _is_dated(parts, end)
        if is_label or text.depths[index]:
            _mark_near(parts, index, end)


def _is_dated(parts: SentenceParts, index: int) -> bool:
    return any(
        index in (time.first, time.core)
        and parts.text.low_at(time.end) in (":", "=", ")")
        for time in parts.times
    )


def _mark_near(parts: SentenceParts, first: int, end: int) -> None:
    """The year and number right behind a word for now, in the same brackets or clause."""
    if any(time.end == first for time in parts.times):  # "a 2019 baseline"
        return
    time = _near_time(parts, end)
    stop = end + _NEAR + _NEAR_YEAR
    if time:
        time.role = "baseline"
        stop = time.end + _NEAR
    quantity = _near_quantity(parts, end, stop)
    if quantity is None:
        _mark_before(parts, first)
    elif (
        _is_open_way(parts.text, end, quantity.bound)
        and quantity.comparator in ("eq", "approx")
        and not parts.text.begins(quantity.unit_end, "direction.step_behind")
    ):
        quantity.role = "baseline"
        if time is None:
            behind = quantity.unit_end + _NEAR_YEAR
            _mark_times(parts, quantity.end - 1, behind)


def _near_time(parts: SentenceParts, end: int) -> TimeExpression | None:
    for time in parts.times:
        is_near = end <= time.first < end + _NEAR + _NEAR_YEAR
        is_open = is_near and time.is_calendar and not time.role
        if is_open and _is_open_way(parts.text, end, time.first):
            return time
    return None


def _near_quantity(
    parts: SentenceParts, end: int, stop: int
) -> Quantity | None:
    for quantity in parts.quantities:
        if quantity.role or quantity.form not in _PLAIN:
            continue
        if end <= quantity.first < stop:
            return quantity
    return None


def _is_open_way(text: TargetText, begin: int, stop: int) -> bool:
    """Between two tokens no clause ends, and no word says where the number goes to."""
    for index in range(begin, stop):
        if text.lows[index] in (",", ";", ".", "(", ")"):
            return False
        if text.word_in(index, "baseline.to", "direction.step_with"):
            return False
        is_verb = text.word_in(index, "verbs.finite")
        if is_verb and not text.word_in(index, "baseline.copula"):
            return False
    return begin >= stop or text.same_sentence(begin, stop - 1)


def _mark_before(parts: SentenceParts, index: int) -> None:
    """``(18% nu)``: the number before the word, in brackets only."""
    text = parts.text
    if not text.depths[index]:
        return
    for quantity in parts.quantities:
        if not quantity.role and quantity.unit_end == index:
            quantity.role = "baseline"


# --- brackets -------------------------------------------------------------------


def _mark_brackets(parts: SentenceParts) -> None:
    for first, end in _spans_in_brackets(parts.text):
        times = [
            time
            for time in parts.times
            if first <= time.core < end and not time.role
        ]
        quantities = [
            quantity
            for quantity in parts.quantities
            if first <= quantity.first < end and not quantity.role
        ]
        if times or quantities:
            _mark_bracket(parts, first, times, quantities)


def _spans_in_brackets(text: TargetText) -> Iterator[tuple[int, int]]:
    """Where each outer pair of brackets begins and ends."""
    if not any(text.depths):
        return
    first = None
    for index, depth in enumerate(text.depths):
        if depth and first is None:
            first = index
        if first is not None and not depth:
            yield first, index
            first = None
    if first is not None:
        yield first, text.count


def _mark_bracket(
    parts: SentenceParts,
    first: int,
    times: list[TimeExpression],
    quantities: list[Quantity],
) -> None:
    """``(2020: 4,1)`` is where it starts, unless its year is as late as the deadline."""
    has_value = _has_value_outside(parts)
    if not times:
        _mark_undated(parts, first, quantities, has_value=has_value)
        return
    latest = _latest_year_outside(parts)
    is_aimed = bool(quantities) and not has_value
    aims = _aimed_times(parts.text, times) if is_aimed else []
    for time in times:
        may_start = bool(quantities or latest) and time not in aims
        if may_start and _is_before(time, latest):
            time.role = "baseline"
            _mark_numbers_of(time, times, quantities)


def _aimed_times(
    text: TargetText, times: list[TimeExpression]
) -> list[TimeExpression]:
    """``(2022: 52%; 2026: 60%)``: without a value outside the last is what is aimed at.

    Beside a word of direction ``(2024: 36%)`` is where it starts, and ``(60% in 2028)`` is not.
    """
    is_label = text.low_at(times[0].end) == ":"
    is_start = len(times) == 1 and is_label and _moves_indicator(text)
    return [] if is_start else times[-1:]


def _moves_indicator(text: TargetText) -> bool:
    """``behouden (2024: 36%)``: a word says which way, so that one number is where it starts."""
    moves = text.places_of(
        "direction.up", "direction.down", "direction.stable"
    )
    return any(not text.depths[index] for index in moves)


def _has_value_outside(parts: SentenceParts) -> bool:
    """A number that may be aimed at stands in no brackets."""
    return any(
        not parts.text.depths[quantity.first]
        and quantity.role in ("", "target")
        for quantity in parts.quantities
    )


def _is_before(time: TimeExpression, latest: int | None) -> bool:
    """A year before the deadline, or any year where there is none."""
    return time.is_calendar and (latest is None or time.first_year < latest)


def _latest_year_outside(parts: SentenceParts) -> int | None:
    """The latest year that stands in no brackets and may be a deadline."""
    years = [
        time.first_year
        for time in parts.times
        if time.is_calendar and time.role in ("", "deadline")
        if not parts.text.depths[time.core]
    ]
    return max(years, default=None)


def _mark_numbers_of(
    time: TimeExpression,
    times: list[TimeExpression],
    quantities: list[Quantity],
) -> None:
    """The numbers beside one of the times in brackets: behind it, up to the next."""
    later = [other.first for other in times if other.core > time.core]
    stop = min(later, default=None)
    for quantity in quantities:
        if quantity.role or (stop is not None and quantity.first >= stop):
            continue
        quantity.role = "baseline"


def _mark_undated(
    parts: SentenceParts,
    first: int,
    quantities: list[Quantity],
    *,
    has_value: bool,
) -> None:
    """A number alone in brackets: of the starting point when that stands right before it."""
    is_dated = any(
        time.end == first and time.role == "baseline" for time in parts.times
    )
    is_told = any(
        yardstick.end == first or parts.text.depths[yardstick.first]
        for yardstick in parts.yardsticks
    )
    for quantity in quantities:
        if is_dated or is_told:
            quantity.role = "baseline"
        elif has_value and quantity.form != "number":
            quantity.role = "other"


# --- the rest -------------------------------------------------------------------


def _mark_rest(parts: SentenceParts) -> None:
    for quantity in parts.quantities:
        quantity.role = quantity.role or "target"
    for time in parts.times:
        if not time.role:
            time.role = "baseline" if time.kind == "past" else "deadline"
