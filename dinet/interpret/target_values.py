"""What columns say of a target in numbers: its baseline, value, unit, and their years."""

import re
from collections.abc import Iterable

from dinet.document.content import Cell
from dinet.interpret.mentions import share_out_cell
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading import Measure, Mention, ProgrammeReading
from dinet.interpret.table_columns import HeadedColumn
from dinet.model import Aim
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import role_of
from dinet.vocabulary.time_headings import without_year

TARGET_ROLES = ("baseline", "value", "unit", "indicator")
"""The columns that say something of a target."""
_LONGEST_MEASURE_CHARACTERS = 40
"""A longer text is more than a number with its unit."""


@once_per_dialect
def _between_pattern() -> re.Pattern[str]:
    towards = any_of(words_of("joining_words.towards"))
    return re.compile(rf" ?(?:/|→|->|=>|–|;| {towards} ) ?")


@once_per_dialect
def _joined_pattern() -> re.Pattern[str]:
    return re.compile(rf"/|→|->|–| {any_of(words_of('joining_words.and'))} |&")


@once_per_dialect
def _measure_pattern() -> re.Pattern[str]:
    about = any_of(words_of("values.about"))
    return re.compile(
        rf"(?:[<>≥≤=±~]|{about})? ?€? ?[-+]?\d[\d.,]*(?: ?[%‰]| [^\W\d][\w.]*)?"
    )


def is_measure(text: str) -> bool:
    """The text is one number, with or without a unit.

    Example:
        >>> is_measure("≥ 45%"), is_measure("1.200 leden"), is_measure("2e kwartaal")
        (True, True, False)
    """
    return (
        len(text) < _LONGEST_MEASURE_CHARACTERS
        and _measure_pattern().fullmatch(text) is not None
    )


def add_measures(
    draft: ProgrammeReading,
    numbers: Iterable[int],
    column: HeadedColumn,
    cell: Cell,
) -> None:
    """Give targets what a column of baselines, values, units or a year says of them."""
    names = _names(column)
    for number, text in share_out_cell(draft, numbers, cell):
        texts = _between_pattern().split(text) if len(names) > 1 else [text]
        if len(texts) != len(names):
            names, texts = names[:1], [text]
        for name, words in zip(names, texts, strict=True):
            if _tells(name, words):
                year = without_year(column.heading)[1]
                measure = Measure(name, column.heading, year, words)
                draft.mentions[number].measures.append(measure)


def _tells(name: str, text: str) -> bool:
    """The text is more than a dash; a unit may be a sign."""
    if classify_text(text) not in (TextKind.NOTHING, TextKind.DITTO):
        return True
    return name == "unit" and bool(text.strip("-–— "))


def _names(column: HeadedColumn) -> list[str]:
    """What a column holds: one thing, or two that are both named (``Nulmeting / streefwaarde``)."""
    parts = [
        role_of(part.strip())
        for part in _joined_pattern().split(column.heading)
    ]
    names = [role.name for role in parts if role and role.name in TARGET_ROLES]
    if len(names) == len(parts) > 1:
        return names
    return [column.role_name if column.role_name in TARGET_ROLES else "value"]


def aim_of_mention(mention: Mention) -> tuple[Aim | None, tuple[str, ...]]:
    """The aim of a mention, and the measures between its ends, with their headings.

    The aim goes from the first baseline to the last value; it is None when no column tells it.
    """
    baselines = _measures_named("baseline", mention)[:1]
    values = _measures_named("value", mention)[-1:]
    units = _measures_named("unit", mention)[:1]
    indicators = _measures_named("indicator", mention)
    fields: dict[str, str | None] = {}
    for baseline in baselines:
        fields |= {"baseline": baseline.text, "baseline_year": baseline.year}
    for value in values:
        fields |= {"value": value.text, "year": value.year}
    for unit in units:
        fields["unit"] = unit.text
    if indicators:
        texts = dict.fromkeys(indicator.text for indicator in indicators)
        fields["indicator"] = "; ".join(texts)
    in_aim = (*baselines, *values, *units, *indicators)
    between = [
        measure for measure in mention.measures if measure not in in_aim
    ]
    aim = Aim(**fields) if fields else None
    return aim, tuple(
        f"{measure.heading}: {measure.text}" for measure in between
    )


def _measures_named(name: str, mention: Mention) -> list[Measure]:
    """What columns of one role say of a mention, by their years; without a year first."""
    measures = [
        measure for measure in mention.measures if measure.name == name
    ]
    return sorted(measures, key=lambda measure: measure.year or "")
