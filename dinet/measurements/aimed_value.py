"""The number that figures are held against: of a level, of a step from a start, or none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dinet.measurements.units import (
    PER_CENT,
    POINTS,
    answers_unit,
    normal_unit,
)
from dinet.targets.gaps import years_without_value
from dinet.targets.known_target import KnownTarget, years_in
from dinet.targets.stated_figures import KnownBaseline, KnownValue
from dinet.targets.target_year import last_year_of
from dinet.wording.target_sentence.result import Comparator

Obstacle = Literal[
    "no figures",
    "no number",
    "stable",
    "yardstick",
    "unit",
    "no unit",
    "unknown start",
    "clash",
    "one figure",
    "no way",
    "no year",
]
"""Why it cannot be said how a target stands."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MEASURES_DISTANCE = frozenset({POINTS, "punten"})
"""Units in which the distance from a yardstick is told: 3 punten onder het gemiddelde."""


@dataclass(frozen=True, slots=True)
class AimedValue:
    """What a target asks, as one number.

    Args:
        value: The part of the target that says so.
        number: The number aimed at; for a range the end that is nearest.
        other_end: Of a range.
        year: By which it is to be met; None when the target names none.
        start: The number where the target itself says that it starts.
        start_year: Of that.
        is_added_up: A number of things that are to come: counted from nought.
    """

    value: KnownValue
    number: Decimal
    other_end: Decimal | None
    year: int | None
    start: Decimal | None
    start_year: int | None
    is_added_up: bool = False


def exact_number(number: float | Decimal) -> Decimal:
    """A number as it was written, without the tail of a floating point.

    Example:
        >>> exact_number(12.1)
        Decimal('12.1')
    """
    return Decimal(str(number))


def find_aimed_value(
    known: KnownTarget,
    units: Sequence[str],
    measured_in: dict[int, Decimal],
) -> AimedValue | Obstacle:
    """What figures in these units are held against; why that is impossible otherwise.

    Args:
        known: The target.
        units: Those of its figures, in their order; empty texts where a file says none.
        measured_in: The figures by their years, for a step from a year without a value.
    """
    if not known.values:
        return _compared_with_year(known, units, measured_in)
    values = _answered_values(known, units)
    if _is_distance(known, values or known.values):
        return "yardstick"
    if not values:
        return "unit" if any(units) else "no unit"
    value = max(values, key=lambda one: (one.year or "", -values.index(one)))
    if value.kind == "change":
        return _after_step(known, value, measured_in)
    return _as_level(known, value)


def _answered_values(
    known: KnownTarget, units: Sequence[str]
) -> list[KnownValue]:
    """The values of a target that figures in all these units may answer."""
    return [
        value
        for value in known.values
        if all(_can_answer(unit, value) for unit in units)
    ]


def _as_level(known: KnownTarget, value: KnownValue) -> AimedValue:
    """The value itself, as what is to be reached."""
    start, start_year = _start_of(known, value) or (None, None)
    numbers = _numbers_of(value)
    other_end = numbers[-1] if len(numbers) > 1 else None
    year = _year_of(known, value)
    return AimedValue(value, numbers[0], other_end, year, start, start_year)


def _compared_with_year(
    known: KnownTarget, units: Sequence[str], measured_in: dict[int, Decimal]
) -> AimedValue | Obstacle:
    """A target without a number: less than in a year that was measured."""
    if any(baseline.reference for baseline in known.baselines):
        return "yardstick"
    start = _measured_start(known, measured_in)
    comparators: dict[str, Comparator] = {"up": "gt", "down": "lt"}
    comparator = comparators.get(known.analysis.direction)
    if comparator is None:
        is_stable = known.analysis.direction == "stable"
        return "stable" if is_stable else "no number"
    if start is None:
        return "unknown start" if years_without_value(known) else "no number"
    number, start_year = start
    origin = known.baselines[0].origin
    unit = units[0] if units else ""
    value = KnownValue(float(number), unit, comparator, "level", None, origin)
    year = last_year_of(known)
    return AimedValue(value, number, None, year, number, start_year)


def _can_answer(unit: str, value: KnownValue) -> bool:
    """A figure in a unit may say whether a value is reached: a step in points by a share."""
    asked = value.unit
    if value.kind == "change" and normal_unit(asked) == POINTS:
        asked = PER_CENT
    return answers_unit(unit, asked)


def _is_distance(known: KnownTarget, values: Iterable[KnownValue]) -> bool:
    """A target that is held against a yardstick: nothing here says how that one moves."""
    if any(value.kind == "diff" for value in values):
        return True
    has_yardstick = any(baseline.reference for baseline in known.baselines)
    in_points = any(
        normal_unit(value.unit) in _MEASURES_DISTANCE for value in values
    )
    return has_yardstick and in_points


def _numbers_of(value: KnownValue) -> list[Decimal]:
    ends = value.value if isinstance(value.value, tuple) else (value.value,)
    return [exact_number(end) for end in ends]


def _year_of(known: KnownTarget, value: KnownValue) -> int | None:
    """The year of a value: its own, else that of the nearest deadline in the sentence."""
    if value.year and _YEAR.search(value.year):
        return int(_YEAR.findall(value.year)[-1])
    span = value.origin.span
    distances = [
        (abs(deadline.origin.span.start - span.start), deadline.norm)
        for deadline in known.deadlines
        if span and deadline.origin.span and deadline.norm[:4].isdigit()
    ]
    if distances:
        return years_in(min(distances)[1])[1]
    return last_year_of(known)


def _start_of(
    known: KnownTarget, value: KnownValue
) -> tuple[Decimal, int | None] | None:
    """The value and year where a target says that it starts, in the same unit."""
    for baseline in known.baselines:
        if baseline.value is None or baseline.reference:
            continue
        unit = baseline.unit or value.unit
        if _can_answer(unit, value) or unit == value.unit:
            return exact_number(baseline.value), year_of_start(baseline)
    return None


def year_of_start(baseline: KnownBaseline) -> int | None:
    """The year of a starting value; of a school year the last."""
    found = _YEAR.findall(baseline.year or "")
    return int(found[-1]) if found else None


def _after_step(
    known: KnownTarget,
    value: KnownValue,
    measured_in: dict[int, Decimal],
) -> AimedValue | Obstacle:
    """The value behind a step: five points more than there were."""
    step, year = _numbers_of(value)[0], _year_of(known, value)
    start = _start_of(known, value) or _measured_start(known, measured_in)
    unit = normal_unit(value.unit)
    if start is None:
        named = bool(known.baselines)
        if named or unit in (PER_CENT, POINTS, "punten"):
            return "unknown start"
        # "met minimaal twee partners": so many are to come, and there were none
        return AimedValue(value, step, None, year, None, None, True)
    signs = {"up": 1, "down": -1}
    sign = signs.get(known.analysis.direction)
    if sign is None:
        return "no way"
    if unit == PER_CENT:
        # 5 % more of a share may be meant in points or in parts: neither is assumed
        shares = [baseline.unit == PER_CENT for baseline in known.baselines]
        if any(shares):
            return "unknown start"
        step = start[0] * step / 100
    number = start[0] + sign * step
    return AimedValue(value, number, None, year, *start)


def _measured_start(
    known: KnownTarget, measured_in: dict[int, Decimal]
) -> tuple[Decimal, int] | None:
    """The figure of the year that a target compares with, when it was measured."""
    for baseline in known.baselines:
        year = year_of_start(baseline)
        if year in measured_in and not baseline.reference:
            return measured_in[year], year
    return None
