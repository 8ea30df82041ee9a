"""What columns say of a target in numbers: what was measured, what is aimed at, and when."""

import re
from collections.abc import Iterable
from decimal import Decimal

from dinet.document.content import Cell
from dinet.interpret.columns.table_columns import HeadedColumn
from dinet.interpret.reading import Measure, Mention, ProgrammeReading
from dinet.interpret.rows.mentions import place_under, share_out_cell
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.model import Aim, Measurement, MeasurementKind
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import role_of
from dinet.vocabulary.time_headings import is_period, without_year
from dinet.wording.numbers import (
    NUMBER_PATTERN,
    is_measure,
    parse_number,
)

TARGET_ROLES = (
    "baseline",
    "value",
    "unit",
    "indicator",
    "realised",
    "forecast",
    "year",
    "baseline_year",
)
"""The columns that say something of a target."""
_MEASUREMENT_KINDS: dict[str, MeasurementKind | None] = {
    "baseline": "baseline",
    "realised": "realised",
    "forecast": "forecast",
    "value": "target",
    "dated": None,
}
"""What each column of values says of them; under a year alone nothing says what a value is."""


@once_per_dialect
def _between_pattern() -> re.Pattern[str]:
    towards = any_of(words_of("joining_words.towards"))
    return re.compile(rf" ?(?:/|→|->|=>|–|;| {towards} ) ?")


@once_per_dialect
def _joined_pattern() -> re.Pattern[str]:
    return re.compile(rf"/|→|->|–| {any_of(words_of('joining_words.and'))} |&")


def add_measures(
    draft: ProgrammeReading,
    numbers: Iterable[int],
    column: HeadedColumn,
    cell: Cell,
) -> None:
    """Give targets what a column of baselines, values, units or a year says of them."""
    names = _names_of_values(column)
    place = place_under(column, cell)
    for number, text in share_out_cell(draft, numbers, cell):
        texts = _between_pattern().split(text) if len(names) > 1 else [text]
        if len(texts) != len(names):
            names, texts = names[:1], [text]
        for name, words in zip(names, texts, strict=True):
            if _tells_something(name, words):
                year = without_year(column.heading)[1]
                measure = Measure(name, column.heading, year, words, place)
                draft.mentions[number].measures.append(measure)
                if name not in _MEASUREMENT_KINDS:
                    draft.mentions[number].add_cell(name, words, place)


def _tells_something(name: str, text: str) -> bool:
    """The text is more than a dash; a unit may be a sign."""
    if classify_text(text) not in (TextKind.NOTHING, TextKind.DITTO):
        return True
    return name == "unit" and bool(text.strip("-–— "))


def _names_of_values(column: HeadedColumn) -> list[str]:
    """What a column holds: one thing, or two that are both named (``Nulmeting / streefwaarde``)."""
    parts = [
        role_of(part.strip())
        for part in _joined_pattern().split(column.heading)
    ]
    names = [role.name for role in parts if role and role.name in TARGET_ROLES]
    if len(names) == len(parts) > 1:
        return names
    if column.role_name in TARGET_ROLES:
        return [column.role_name]
    return ["dated" if is_period(column.heading) else "year"]


def aim_of_mention(mention: Mention) -> tuple[Aim | None, tuple[str, ...]]:
    """The aim of a mention, and the units beside the first one, with their headings.

    The aim goes from the first baseline to the last value; it is None when no column tells it.
    Where no column says what is aimed at, the last of the years says it.
    """
    if not mention.measures:  # as of most mentions
        return None, ()
    units = _measures_named("unit", mention)
    fields = _value_fields(mention)
    for unit in units[:1]:
        fields["unit"] = unit.text
    indicators = _measures_named("indicator", mention)
    if indicators:
        texts = dict.fromkeys(indicator.text for indicator in indicators)
        fields["indicator"] = "; ".join(texts)
    aim = Aim(**fields) if fields else None
    others = dict.fromkeys(
        f"{unit.heading}: {unit.text}" for unit in units if unit != units[0]
    )
    return aim, tuple(others)


def _value_fields(mention: Mention) -> dict[str, str | None]:
    """Where a target starts and what it aims at, each with its year."""
    fields: dict[str, str | None] = {}
    for baseline in _measures_named("baseline", mention)[:1]:
        fields |= {"baseline": baseline.text, "baseline_year": baseline.year}
    values = _measures_named("value", mention)
    values = values or _measures_named("dated", mention)
    for value in values[-1:]:
        fields |= {"value": value.text, "year": value.year}
    for year in _measures_named("year", mention)[-1:]:
        fields["year"] = fields.get("year") or year.text
    for year in _measures_named("baseline_year", mention)[:1]:
        fields["baseline_year"] = fields.get("baseline_year") or year.text
    return fields


def measurements_of(mention: Mention, lang: str) -> list[Measurement]:
    """All values that columns give for a mention, in the order of the columns.

    Args:
        mention: Of a target.
        lang: The language of the document, for its notation of numbers.
    """
    if not mention.measures:
        return []
    units = _measures_named("unit", mention)
    unit = units[0].text if units else None
    aim = aim_of_mention(mention)[0]
    measurements = []
    for measure in mention.measures:
        if measure.name not in _MEASUREMENT_KINDS:
            continue
        year = measure.year
        if measure.name == "value" and aim and year is None:
            year = aim.year
        measurements.append(
            Measurement(
                kind=_MEASUREMENT_KINDS[measure.name],
                year=year,
                text=measure.text,
                number=_number_in(measure.text, lang),
                unit=_unit_in(measure.text) or unit,
                place=measure.place,
            )
        )
    return measurements


def _number_in(text: str, lang: str) -> Decimal | None:
    """The number of a measure; None for words, and for a text with several numbers."""
    if not is_measure(text):
        return None
    found = re.search(rf"(?P<sign>[-+])?(?P<number>{NUMBER_PATTERN})", text)
    number = parse_number(found["number"], lang) if found else None
    if number is None or found is None:
        return None
    return -number if found["sign"] == "-" else number


def _unit_in(text: str) -> str | None:
    """The unit behind the number of a measure, or the euro sign before it."""
    if not is_measure(text):
        return None
    behind = re.search(r"\d ?([%‰]|[^\W\d][\w.]*)$", text)
    return behind[1] if behind else ("EUR" if "€" in text else None)


def _measures_named(name: str, mention: Mention) -> list[Measure]:
    """What columns of one role say of a mention, by their years; without a year first."""
    measures = [
        measure for measure in mention.measures if measure.name == name
    ]
    return sorted(measures, key=lambda measure: measure.year or "")
