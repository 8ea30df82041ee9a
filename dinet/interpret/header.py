"""What headings mean among the others of their table: there the same words may say more, or something else."""

import re
from collections.abc import Sequence

from dinet.interpret.column_headings import ColumnHeading
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import Role, described, in_network


@once_per_dialect
def _indicator_pattern() -> re.Pattern[str]:
    return re.compile(any_of(words_of("headings.indicators")))


@once_per_dialect
def _values_words() -> frozenset[str]:
    return frozenset(words_of("headings.values"))


def resolve_roles(headings: Sequence[ColumnHeading]) -> tuple[ColumnHeading, ...]:
    """The headings of a table that is known for a network, each with its role among the others.

    A table of indicators without efforts has no money but values: ``Begroting 2026``. An
    indicator beside a target says how that is measured, and a ``Target`` beside an indicator
    with a baseline is its value. ``Omschrijving doel`` beside ``Doel`` explains it.
    """
    names = {heading.role.name for heading in headings if heading.role}
    measures = "target" in names and "effort" not in names
    wide = [_widened(heading, measures=measures) for heading in headings]
    explained = [_explains(heading, wide) for heading in wide]
    targets = [
        plain(heading.text) for heading in explained if _name(heading) == "target"
    ]
    valued = (
        "baseline" in names
        and len(targets) > 1
        and any(words in _values_words() for words in targets)
    )
    if valued:
        return tuple(
            _as(heading, "value", plain(heading.text) in _values_words())
            for heading in explained
        )
    others = [words for words in targets if not _indicator_pattern().search(words)]
    return tuple(
        _as(
            each,
            "indicator",
            bool(others and _indicator_pattern().search(plain(each.text))),
        )
        for each in explained
    )


def _name(heading: ColumnHeading) -> str:
    return heading.role.name if heading.role else ""


def _widened(heading: ColumnHeading, *, measures: bool) -> ColumnHeading:
    open_ = _name(heading) in ("", "other") or (measures and _name(heading) == "budget")
    role = in_network(heading.text) if open_ else None
    return heading._replace(role=role) if role else heading


def _explains(
    heading: ColumnHeading, all_of_them: Sequence[ColumnHeading]
) -> ColumnHeading:
    """``Omschrijving doel`` holds the goals, or a remark when another column holds these."""
    rung = described(heading.text) if _name(heading) in ("", "other") else None
    if rung is None:
        return heading
    same = [each for each in all_of_them if rung in (_name(each), described(each.text))]
    own = all(_name(each) != rung for each in same) and same[:1] == [heading]
    return heading._replace(role=Role(rung if own else "remark"))


def _as(heading: ColumnHeading, name: str, holds: bool) -> ColumnHeading:
    """A column of targets as something that is said of a target, when that holds for it."""
    return (
        heading._replace(role=Role(name))
        if holds and _name(heading) == "target"
        else heading
    )
