"""Whether the parsed parts of two statements agree."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from dinet.wording.comparison.masking import StatedPart
from dinet.wording.comparison.statement import Statement

_VALUE_FACETS = ("value", "unit", "comparator", "step")
_SIGNS = {"value": "V", "deadline": "D", "baseline": "B"}
_IN_ORDER = ("deadline", "baseline", "direction")
"""Parts of which several have to stand in one order; of values those of one unit."""
_FEWEST_DECIMALS = 1
"""Of a rounded share that stands for a fraction: 66,7 % is two thirds, 67 % may be another."""


_FRACTION_NOISE = 1e-5
"""In percent: two ways of writing a third differ by less; two numbers that are written do not."""


class PartComparison(NamedTuple):
    """One part of both statements: its name, both wordings and whether they agree."""

    name: str
    one: str
    other: str
    agrees: bool


def compare_parts(
    one: Statement, other: Statement, *, is_ordered: bool
) -> Iterator[PartComparison]:
    """The parts that at least one of two statements has.

    Args:
        one: A statement.
        other: Another.
        is_ordered: Both name their groups in the same order; otherwise two values of one unit
            cannot be told to belong to the same groups.
    """
    yield from _compare_values(one, other)
    for name in ("direction", "deadline", "recurrence", "baseline"):
        yield from _compare_named(one, other, name)
    yield from _compare_measures(one, other)
    yield from _compare_sources(one, other)
    if not _pairs_are_sure(one, other, is_ordered=is_ordered):
        yield PartComparison("order", one.text, other.text, agrees=False)


def _words_of(parts: Sequence[StatedPart]) -> str:
    return ", ".join(part.span.words.rstrip(".,;") for part in parts)


# --- values ---------------------------------------------------------------------------------


def _compare_values(
    one: Statement, other: Statement
) -> Iterator[PartComparison]:
    first, second = one.parts_named("value"), other.parts_named("value")
    if not first and not second:
        return
    words = _words_of(first), _words_of(second)
    differing = _differing_facets(first, second)
    for facet in differing:
        yield PartComparison(facet, *words, agrees=False)
    if not differing:
        yield PartComparison("value", *words, agrees=True)


def _differing_facets(
    first: Sequence[StatedPart], second: Sequence[StatedPart]
) -> list[str]:
    """In what the values differ: number, unit, comparator, or step against level."""
    left, right = _sorted_values(first), _sorted_values(second)
    if len(left) != len(right):
        return ["value"]
    differing = []
    for place, facet in enumerate(_VALUE_FACETS):
        pairs = [
            (a.facts[place], b.facts[place])
            for a, b in zip(left, right, strict=True)
        ]
        alike = (
            all(are_equal_numbers(a, b) for a, b in pairs)
            if facet == "value"
            else all(a == b for a, b in pairs)
        )
        if not alike:
            differing.append(facet)
    return differing


def _sorted_values(parts: Sequence[StatedPart]) -> list[StatedPart]:
    return sorted(parts, key=lambda part: (str(part.facts[1]), part.first))


def are_equal_numbers(one: object, other: object) -> bool:
    """Two numbers, or two ranges, are one; a fraction is the share that it is rounded to.

    Example:
        >>> are_equal_numbers(200 / 3, 66.7), are_equal_numbers(200 / 3, 67.0)
        (True, False)
    """
    if isinstance(one, tuple) or isinstance(other, tuple):
        return one == other
    first, second = cast(float, one), cast(float, other)
    if abs(first - second) < _FRACTION_NOISE:
        return True
    return _rounds_to(first, second) or _rounds_to(second, first)


def _rounds_to(exact: float, rounded: float) -> bool:
    """A repeating fraction, and the share that it is with one or two decimals."""
    if round(exact, 3) == exact:
        return False
    return rounded != round(rounded) and rounded in (
        round(exact, _FEWEST_DECIMALS),
        round(exact, _FEWEST_DECIMALS + 1),
    )


# --- the other parts ---------------------------------------------------------------------------


def _compare_named(
    one: Statement, other: Statement, name: str
) -> Iterator[PartComparison]:
    first, second = one.parts_named(name), other.parts_named(name)
    if not first and not second:
        return
    facts = [
        _without_repeats([part.facts for part in parts])
        for parts in (first, second)
    ]
    yield PartComparison(
        name,
        _words_of(first),
        _words_of(second),
        agrees=facts[0] == facts[1],
    )


def _without_repeats(
    facts: list[tuple[object, ...]],
) -> list[tuple[object, ...]]:
    """What is said, in its order; said twice in a row counts once."""
    return [
        fact
        for place, fact in enumerate(facts)
        if place == 0 or fact != facts[place - 1]
    ]


def _compare_measures(
    one: Statement, other: Statement
) -> Iterator[PartComparison]:
    """Number and share are two measures; a text may leave out which of them it means."""
    first, second = one.parts_named("measure"), other.parts_named("measure")
    if not first and not second:
        return
    names = (
        {part.facts for part in first},
        {part.facts for part in second},
    )
    agrees = names[0] == names[1] or (
        not all(names) and _leaves_out_measure(one, other)
    )
    yield PartComparison(
        "measure", _words_of(first), _words_of(second), agrees=agrees
    )


def _leaves_out_measure(one: Statement, other: Statement) -> bool:
    """The values of both say in what is counted, so that the measure adds nothing to them."""
    told, silent = one, other
    if not told.parts_named("measure"):
        told, silent = other, one
    names = {part.facts[0] for part in told.parts_named("measure")}
    values = silent.parts_named("value")
    in_percent = [
        part.facts[1] == "%" and part.facts[3] == "level" for part in values
    ]
    if names == {"share"}:
        return bool(values) and all(in_percent)
    return names == {"count"} and not any(in_percent)


def _compare_sources(
    one: Statement, other: Statement
) -> Iterator[PartComparison]:
    first, second = one.parts_named("source"), other.parts_named("source")
    if first or second:
        words = _words_of(first), _words_of(second)
        yield PartComparison("source", *words, agrees=words[0] == words[1])


def _pairs_are_sure(
    one: Statement, other: Statement, *, is_ordered: bool
) -> bool:
    """Several values of one unit, or several times, stand in the same order with their groups."""
    if not (_has_several(one) or _has_several(other)):
        return True
    return is_ordered and _signs_of(one) == _signs_of(other)


def _has_several(statement: Statement) -> bool:
    units = [part.facts[1] for part in statement.parts_named("value")]
    if len(set(units)) < len(units):
        return True
    return any(len(statement.parts_named(name)) > 1 for name in _IN_ORDER)


def _signs_of(statement: Statement) -> str:
    return "".join(
        _SIGNS[part.name] for part in statement.parts if part.name in _SIGNS
    )
