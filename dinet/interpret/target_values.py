"""What columns say of a target in numbers: its baseline, the value aimed at, its unit, and their years."""

import re
from collections.abc import Iterable
from itertools import groupby

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
    return len(text) < 40 and _measure_pattern().fullmatch(text) is not None


def add_measures(
    draft: ProgrammeReading, numbers: Iterable[int], column: HeadedColumn, cell: Cell
) -> None:
    """Give targets what a column of baselines, values, units or a year says of them."""
    names = _names(column)
    for number, text in share_out_cell(draft, numbers, cell):
        texts = _between_pattern().split(text) if len(names) > 1 else [text]
        if len(texts) != len(names):
            names, texts = names[:1], [text]
        for name, said in zip(names, texts, strict=True):
            if _tells(name, said):
                draft.mentions[number].measures.append(
                    Measure(name, column.heading, without_year(column.heading)[1], said)
                )


def _tells(name: str, text: str) -> bool:
    """The text is more than a dash; a unit may be a sign."""
    return classify_text(text) not in (TextKind.NOTHING, TextKind.DITTO) or (
        name == "unit" and bool(text.strip("-–— "))
    )


def _names(column: HeadedColumn) -> list[str]:
    """What a column holds: one thing, or two of which both are named, as in ``Nulmeting / streefwaarde``."""
    parts = [role_of(part.strip()) for part in _joined_pattern().split(column.heading)]
    names = [role.name for role in parts if role and role.name in TARGET_ROLES]
    return (
        names
        if len(names) == len(parts) > 1
        else [column.role_name if column.role_name in TARGET_ROLES else "value"]
    )


def aim_of_mention(mention: Mention) -> tuple[Aim | None, tuple[str, ...]]:
    """The aim of a mention: from its first baseline to its last value; and the measures between, with their headings."""
    by_name = {
        name: list(found)
        for name, found in groupby(
            sorted(mention.measures, key=_order), key=lambda each: each.name
        )
    }
    first, last = by_name.get("baseline", [])[:1], by_name.get("value", [])[-1:]
    unit, indicators = by_name.get("unit", [])[:1], by_name.get("indicator", [])
    between = [
        each
        for each in mention.measures
        if each not in (*first, *last, *unit, *indicators)
    ]
    fields: dict[str, str | None] = {}
    for baseline in first:
        fields |= {"baseline": baseline.text, "baseline_year": baseline.year}
    for value in last:
        fields |= {"value": value.text, "year": value.year}
    for each in unit:
        fields["unit"] = each.text
    if indicators:
        fields["indicator"] = "; ".join(dict.fromkeys(each.text for each in indicators))
    return (Aim(**fields) if fields else None), tuple(
        f"{each.heading}: {each.text}" for each in between
    )


def _order(measure: Measure) -> tuple[str, str]:
    return measure.name, measure.year or ""
