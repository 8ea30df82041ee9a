"""The numbers and years that the fields of a target state, read as its sentence would be."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dinet.model import FieldName, Measurement, Place, Target
from dinet.wording.target_sentence.analysis import analyse_target
from dinet.wording.target_sentence.result import (
    Comparator,
    DeadlineKind,
    TargetAnalysis,
    TargetBaseline,
    TargetDeadline,
    TargetSource,
    TargetValue,
    TextSpan,
    ValueKind,
)

_CARRIERS = {"nl": "Er zijn ", "en": "There are "}
"""Makes a sentence of a cell: one that holds only ``60%`` has no words to read."""
_MOST_ANALYSES = 10_000
"""So many sentences are kept for a run: about 40 MB, and more than most programmes hold."""
_LONGEST_CELL = 200
"""In characters; a cell with more is prose, in which a number may mean anything."""
_SIGNS: dict[str, Comparator] = {
    "≥": "ge",
    ">=": "ge",
    "≤": "le",
    "<=": "le",
    ">": "gt",
    "<": "lt",
    "±": "approx",
    "~": "approx",
}
_LEADING_SIGN = re.compile(
    r"\s*(?P<sign>[<>]=|[≥≤<>±~])?\s*(?P<step>[-+−–](?=\s?\d))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class PartOrigin(NamedTuple):
    """Where a part of a target comes from: a field, or words of its sentence.

    Args:
        words: That say it.
        span: Their place in the sentence; None for a field.
        field: That states it; None for the sentence.
        places: The cells of the field; empty when the document has no places.
    """

    words: str
    span: TextSpan | None = None
    field: FieldName | None = None
    places: tuple[Place, ...] = ()


class KnownValue(NamedTuple):
    """A number that says when the target is met; see ``TargetValue``.

    Args:
        value: In full; both ends of a range.
        unit: Empty when neither the field nor the sentence says it.
        comparator: ``eq`` when no word or sign says otherwise.
        kind: ``level``, ``change`` or ``diff``.
        year: Of a field that holds the values of several years; None when there is one.
        origin: Where it comes from.
    """

    value: float | tuple[float, float]
    unit: str
    comparator: Comparator
    kind: ValueKind
    year: str | None
    origin: PartOrigin

    @classmethod
    def from_sentence(cls, value: TargetValue) -> "KnownValue":
        """The value that a sentence says."""
        return cls(
            value.value,
            value.unit,
            value.comparator,
            value.kind,
            None,
            origin_in(value.span),
        )


class KnownDeadline(NamedTuple):
    """When the target has to be met; see ``TargetDeadline``."""

    norm: str
    kind: DeadlineKind
    origin: PartOrigin

    @classmethod
    def from_sentence(cls, deadline: TargetDeadline) -> "KnownDeadline":
        """The deadline that a sentence says."""
        return cls(deadline.norm, deadline.kind, origin_in(deadline.span))


class KnownBaseline(NamedTuple):
    """Where the target starts; see ``TargetBaseline``."""

    year: str | None
    value: float | None
    unit: str | None
    reference: str | None
    origin: PartOrigin

    @classmethod
    def from_sentence(cls, baseline: TargetBaseline) -> "KnownBaseline":
        """The starting point or yardstick that a sentence says."""
        return cls(
            baseline.year,
            baseline.value,
            baseline.unit,
            baseline.reference,
            origin_in(baseline.span),
        )


class KnownSource(NamedTuple):
    """Where the figures come from."""

    name: str
    origin: PartOrigin

    @classmethod
    def from_sentence(cls, source: TargetSource) -> "KnownSource":
        """The source that a sentence names."""
        return cls(source.name, origin_in(source.span))


def origin_in(span: TextSpan) -> PartOrigin:
    """The origin of what words of the sentence say."""
    return PartOrigin(span.words, span)


@lru_cache(maxsize=_MOST_ANALYSES)
def analyse_text(text: str, lang: str) -> TargetAnalysis:
    """What a text says as a target; asked again for the same text, it is not read again.

    Args:
        text: A sentence or a few.
        lang: Of the document. In a Dutch one the words of the text tell its language.
    """
    return analyse_target(text, None if lang == "nl" else lang)


class StatedFigures:
    """What the fields of a target state in numbers, years and names.

    Args:
        target: With its fields.
        lang: Of the document, for its notation of numbers.

    Example:
        >>> from dinet.model import Aim
        >>> aim = Aim(value="≥ 60", unit="%", year="eind 2028", baseline="51,5")
        >>> stated = StatedFigures(Target(id="S1", text="Sport", target=aim), "nl")
        >>> [(one.value, one.unit, one.comparator) for one in stated.values()]
        [(60.0, '%', 'ge')]
        >>> [one.norm for one in stated.deadlines()], [one.value for one in stated.baselines()]
        (['2028'], [51.5])
    """

    def __init__(self, target: Target, lang: str) -> None:
        self.target = target
        self.aim = target.target
        self.lang = lang

    def values(self) -> tuple[KnownValue, ...]:
        """What is aimed at, by year; empty when no field says it as a number."""
        values = [
            value._replace(year=measured.year)
            for measured in self._measurements_of("target")
            for value in self._read_values(
                "value", measured.text, measured.unit
            )
        ]
        if not values and self.aim and self.aim.value:
            unit = self.aim.unit
            values = list(self._read_values("value", self.aim.value, unit))
        return tuple(values)

    def deadlines(self) -> tuple[KnownDeadline, ...]:
        """When it has to be met: by a year, a value with a year, or a period in a field."""
        for texts in self._texts_of_time():
            deadlines = self._read_deadlines(texts)
            if deadlines:
                return deadlines
        return ()

    def _texts_of_time(self) -> Iterator[list[tuple[FieldName, str]]]:
        """The cells that may say when, the likeliest first."""
        years = [measured.year for measured in self._measurements_of("target")]
        if self.aim:
            years.append(self.aim.year)
        yield [("year", year) for year in dict.fromkeys(years) if year]
        if self.aim and self.aim.value:
            yield [("value", self.aim.value)]
        if self.target.period:
            yield [("period", self.target.period)]

    def baselines(self) -> tuple[KnownBaseline, ...]:
        """Where it starts: the value and the year of each baseline in a field."""
        starts = [
            (measured.year, measured.text, measured.unit)
            for measured in self._measurements_of("baseline")
        ]
        aim = self.aim
        if not starts and aim and (aim.baseline or aim.baseline_year):
            starts = [(aim.baseline_year, aim.baseline or "", aim.unit)]
        return tuple(self._stated_baseline(*start) for start in starts)

    def sources(self) -> tuple[KnownSource, ...]:
        """Who says so: the sources that the document names beside or under the target."""
        return tuple(
            KnownSource(source, self._origin_of("source", source))
            for source in self.target.sources
        )

    def _measurements_of(self, kind: str) -> list[Measurement]:
        return [
            measured
            for measured in self.target.measurements
            if measured.kind == kind
        ]

    def _stated_baseline(
        self, year: str | None, text: str, unit: str | None
    ) -> KnownBaseline:
        origin = self._origin_of("baseline", text or year or "")
        values = list(self._read_values("baseline", text, unit))
        own_year = year or _year_in(text)
        for value in values:
            if not isinstance(value.value, tuple):
                return KnownBaseline(
                    own_year, value.value, value.unit, None, origin
                )
        return KnownBaseline(own_year, None, None, None, origin)

    def _read_values(
        self, field: FieldName, text: str, unit: str | None
    ) -> Iterator[KnownValue]:
        """The numbers of a cell; without a unit of its own one has that of the field."""
        if len(text) > _LONGEST_CELL:
            return
        origin = self._origin_of(field, text)
        lead = _LEADING_SIGN.match(text)
        rest = text[lead.end() :] if lead else text
        sign = lead["sign"] if lead else None
        is_step = bool(lead and lead["step"])
        for value in self._values_in(rest, unit):
            known = KnownValue.from_sentence(value)._replace(origin=origin)
            if sign:
                known = known._replace(comparator=_SIGNS[sign])
            if is_step:
                known = known._replace(kind="change")
            yield known

    def _values_in(
        self, text: str, unit: str | None
    ) -> tuple[TargetValue, ...]:
        carrier = _CARRIERS[self.lang]
        values = analyse_text(f"{carrier}{text}", self.lang).values
        if not unit or any(value.unit for value in values):
            return values
        with_unit = analyse_text(f"{carrier}{text} {unit}", self.lang).values
        if with_unit and with_unit[0].unit:
            return with_unit
        return tuple(value._replace(unit=unit) for value in values)

    def _read_deadlines(
        self, texts: list[tuple[FieldName, str]]
    ) -> tuple[KnownDeadline, ...]:
        """The times in cells; what a long cell tells of time may be about anything."""
        carrier = _CARRIERS[self.lang]
        return tuple(
            KnownDeadline(
                deadline.norm, deadline.kind, self._origin_of(field, text)
            )
            for field, text in texts
            if len(text) <= _LONGEST_CELL
            for deadline in analyse_text(
                f"{carrier}{text}", self.lang
            ).deadlines
        )

    def _origin_of(self, field: FieldName, words: str) -> PartOrigin:
        places = self.target.places_of(field, words)
        return PartOrigin(words, field=field, places=places)


def _year_in(text: str) -> str | None:
    """The year in the cell of a baseline: ``51% (2020)``."""
    found = _YEAR.search(text)
    return found[0] if found else None
