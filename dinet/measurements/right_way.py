"""Which way a target is better, by the target itself and, where that is silent, by its figures."""

from decimal import Decimal

from dinet.targets.known_target import KnownTarget
from dinet.targets.stated_figures import KnownValue
from dinet.targets.target_direction import (
    COMPARED_WAYS,
    WORD_WAYS,
    BetterDirection,
    direction_of_counted,
)

_CLAUSE_ENDS = (",", ";", ".", " en ", " and ", " waarbij ", " waarin ")
"""Between a word of direction and a number: then the word may be about something else."""
_WHOLE = 100
"""Per cent: more than all there cannot be."""


def right_way(
    known: KnownTarget,
    value: KnownValue,
    aimed: Decimal,
    start: Decimal | None,
    first: Decimal | None,
) -> BetterDirection | None:
    """The way in which a target is better.

    What the target itself states comes first: its starting value against the value aimed at, a
    comparator, a word of direction at the number. Then the first figure that was measured, which
    no word may contradict: a share of smokers that is lower than its target already is no reason
    to want more of them.

    Args:
        known: The target.
        value: That is aimed at.
        aimed: Its number.
        start: Where the target itself says that it starts; None when it does not.
        first: The first figure that was measured; None when there is only one.

    Returns:
        None when nothing tells, or two things contradict each other.
    """
    if start is not None and start != aimed:
        return _way_between(start, aimed)
    if value.comparator in COMPARED_WAYS:
        return COMPARED_WAYS[value.comparator]
    stated = _direction_at(known, value)
    if stated:
        return stated
    return _way_of_figures(known, value, aimed, first)


def _way_of_figures(
    known: KnownTarget,
    value: KnownValue,
    aimed: Decimal,
    first: Decimal | None,
) -> BetterDirection | None:
    """From the first figure to the value aimed at, unless what is counted contradicts it."""
    measured = None
    if first is not None and first != aimed:
        measured = _way_between(first, aimed)
    if direction_of_counted(_clause_of(known, value)) == "down":
        return None if measured == "up" else "down"
    is_whole = value.unit == "%" and aimed == _WHOLE
    return measured or ("up" if is_whole else None)


def _way_between(start: Decimal, end: Decimal) -> BetterDirection:
    return "up" if end > start else "down"


def _direction_at(
    known: KnownTarget, value: KnownValue
) -> BetterDirection | None:
    """The word of direction in the clause of the number: ``daalt naar 8%``."""
    direction = known.analysis.direction
    if direction not in WORD_WAYS:
        return None
    if value.origin.span is None:
        return WORD_WAYS[direction]
    text = known.analysis.text
    for span in known.analysis.direction_spans:
        ends = sorted((span, value.origin.span))
        between = text[ends[0].end : ends[1].start]
        if not any(sign in between for sign in _CLAUSE_ENDS):
            return WORD_WAYS[direction]
    return None


def _clause_of(known: KnownTarget, value: KnownValue) -> str:
    """The clause in which a number stands; the whole sentence for a number of a field."""
    text, span = known.analysis.text, value.origin.span
    if span is None:
        return text
    before, after = text[: span.start], text[span.end :]
    for sign in _CLAUSE_ENDS:
        before = before.rpartition(sign)[2]
        after = after.partition(sign)[0]
    return f"{before}{span.words}{after}"
