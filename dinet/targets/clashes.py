"""Where a field or the title of a target says another number or year than its sentence."""

from collections.abc import Callable, Iterable, Iterator
from math import isclose
from typing import Literal, NamedTuple, TypeVar

from dinet.model import FieldName
from dinet.targets.known_target import CALENDAR_KINDS, KnownTarget, years_in
from dinet.targets.stated_figures import (
    KnownBaseline,
    KnownDeadline,
    KnownValue,
    analyse_text,
)
from dinet.wording.target_sentence.result import TargetAnalysis

_Part = TypeVar("_Part", KnownValue, KnownBaseline)
ClashPart = Literal["value", "year", "baseline", "baseline_year", "title"]


class Clash(NamedTuple):
    """Two different answers to one question about a target.

    Args:
        part: What they are about.
        stated: The words of the field or title.
        said: The words of the sentence.
        field: That states it; None for a title.
    """

    part: ClashPart
    stated: str
    said: str
    field: FieldName | None


def find_clashes(known: KnownTarget, lang: str) -> tuple[Clash, ...]:
    """The clashes of a target, in the order value, year, baseline, title.

    Only what can be compared is: numbers with one unit and of one kind, years of one meaning. A
    number that the sentence has among others is no clash.

    Args:
        known: The target.
        lang: The language of the document.

    Example:
        >>> from dinet.model import Aim, Target
        >>> from dinet.targets.known_target import know_target
        >>> text = "In 2028 sport 60% van de jeugd."
        >>> target = Target(id="S1", text=text, target=Aim(value="65", unit="%", year="2028"))
        >>> find_clashes(know_target(target, "nl"), "nl")
        (Clash(part='value', stated='65', said='60%', field='value'),)
    """
    return (
        *_value_clashes(known),
        *_year_clashes(known),
        *_baseline_clashes(known),
        *_title_clashes(known, lang),
    )


def _value_clashes(known: KnownTarget) -> Iterator[Clash]:
    stated = _in_year_of_sentence(known)
    if not stated:  # as of most targets
        return
    said = list(map(KnownValue.from_sentence, known.analysis.values))
    pair = _first_difference(stated, said, _may_compare, _are_equal)
    if pair:
        value, other = pair
        yield Clash("value", value.origin.words, other.origin.words, "value")


def _in_year_of_sentence(known: KnownTarget) -> list[KnownValue]:
    """The values of the fields; when these are of several years, those of the sentence's year."""
    values = list(known.stated.values)
    if len({value.year for value in values}) <= 1:
        return values
    years = _years_of(_calendar_deadlines(known.analysis))
    return [value for value in values if value.year in years]


def _first_difference(
    stated: Iterable[_Part],
    said: list[_Part],
    may_compare: Callable[[_Part, _Part], bool],
    are_equal: Callable[[_Part, _Part], bool],
) -> tuple[_Part, _Part] | None:
    """The first two parts that differ; None when any two agree, or none can be compared."""
    pairs = [
        (part, other)
        for part in stated
        for other in said
        if may_compare(part, other)
    ]
    if any(are_equal(part, other) for part, other in pairs):
        return None
    return pairs[0] if pairs else None


def _may_compare(value: KnownValue, other: KnownValue) -> bool:
    return value.kind == other.kind and _is_one_unit(value.unit, other.unit)


def _is_one_unit(unit: str | None, other: str | None) -> bool:
    """Two units begin with one word; a number without a unit may have any."""
    words, others = (unit or "").split(), (other or "").split()
    return not words or not others or words[:1] == others[:1]


def _are_equal(value: KnownValue, other: KnownValue) -> bool:
    if isinstance(value.value, tuple) or isinstance(other.value, tuple):
        return value.value == other.value
    return isclose(value.value, other.value)


# years


def _year_clashes(known: KnownTarget) -> Iterator[Clash]:
    """A year of the fields that is none of the sentence; a period of work is no deadline."""
    stated = [
        deadline
        for deadline in known.stated.deadlines
        if deadline.origin.field != "period"
    ]
    yield from _clashing_years("year", stated, known.analysis, "year")


def _clashing_years(
    part: ClashPart,
    stated: Iterable[KnownDeadline],
    analysis: TargetAnalysis,
    field: FieldName | None,
) -> Iterator[Clash]:
    dated = [one for one in stated if one.kind in CALENDAR_KINDS]
    said = _calendar_deadlines(analysis) if dated else []
    if not said or _years_of(dated) & _years_of(said):
        return
    words, other = dated[0].origin.words, said[0].origin.words
    yield Clash(part, words, other, field)


def _calendar_deadlines(analysis: TargetAnalysis) -> list[KnownDeadline]:
    deadlines = map(KnownDeadline.from_sentence, analysis.deadlines)
    return [one for one in deadlines if one.kind in CALENDAR_KINDS]


def _years_of(deadlines: Iterable[KnownDeadline]) -> set[str]:
    """The years that deadlines name; of a period and a school year all of its years."""
    years: set[str] = set()
    for deadline in deadlines:
        first, last = years_in(deadline.norm)
        years.update(map(str, range(first, last + 1)))
    return years


# baselines and titles


def _baseline_clashes(known: KnownTarget) -> Iterator[Clash]:
    stated = known.stated.baselines
    if not stated:  # as of most targets
        return
    said = [
        baseline
        for baseline in map(
            KnownBaseline.from_sentence, known.analysis.baselines
        )
        if not baseline.reference
    ]
    pair = _first_difference(stated, said, _may_compare_starts, _start_alike)
    if pair:
        words, other = (baseline.origin.words for baseline in pair)
        yield Clash("baseline", words, other, "baseline")
        return
    years = _first_difference(stated, said, _have_years, _are_of_one_year)
    if years and not _both_have_values(*years):
        start, other_start = years
        yield Clash(
            "baseline_year",
            start.year or "",
            other_start.origin.words,
            "baseline",
        )


def _may_compare_starts(start: KnownBaseline, other: KnownBaseline) -> bool:
    """Both have a number of one unit, and not of two different years."""
    if not _both_have_values(start, other):
        return False
    if start.year and other.year and start.year != other.year:
        return False
    return _is_one_unit(start.unit, other.unit)


def _both_have_values(start: KnownBaseline, other: KnownBaseline) -> bool:
    return start.value is not None and other.value is not None


def _start_alike(start: KnownBaseline, other: KnownBaseline) -> bool:
    return isclose(start.value or 0, other.value or 0)


def _have_years(start: KnownBaseline, other: KnownBaseline) -> bool:
    return bool(start.year and other.year)


def _are_of_one_year(start: KnownBaseline, other: KnownBaseline) -> bool:
    return start.year == other.year


def _title_clashes(known: KnownTarget, lang: str) -> Iterator[Clash]:
    """A title that names another number of the same unit, or another year."""
    title = known.element.title
    if not title:
        return
    analysis = analyse_text(title, lang)
    stated = [
        value
        for value in map(KnownValue.from_sentence, analysis.values)
        if value.unit
    ]
    said = [
        value
        for value in map(KnownValue.from_sentence, known.analysis.values)
        if value.unit
    ]
    pair = _first_difference(stated, said, _may_compare, _are_equal)
    if pair:
        words, other = (value.origin.words for value in pair)
        yield Clash("title", words, other, None)
    deadlines = _calendar_deadlines(analysis)
    yield from _clashing_years("title", deadlines, known.analysis, None)
