"""In which order the slots of a band stand in their columns: reading order, changed where that takes crossings away.

The order follows from the links alone, not from how high the boxes are: so it stays when texts, widths or pages change.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from dinet.layout.slot import Slot

SWEEPS = 12
"""Neighbours change places at most this often over a whole band."""
Columns = list[list[Slot]]


def ordered(reading: Columns) -> Columns:
    """Columns with as few crossings as changing neighbours gives; of two orders with as many, the one nearer to reading order.

    Args:
        reading: The columns of a band in reading order.
    """
    orders = [[list(column) for column in reading], _level(reading)]
    for each in orders:
        _untangle(each)
    return min(orders, key=_tangle)


def _tangle(columns: Columns) -> int:
    """How many pairs of links cross beside the columns, links to other bands included; inside the band each counts twice."""
    at, found = _places(columns), 0
    for column, side in product(columns, (False, True)):
        above: list[float] = []
        for slot in column:
            ends = [*_ends(slot, at, right=side)]
            found += sum(len(above) - bisect(above, end) for end in ends)
            above = sorted(above + ends)
    return found


def _places(columns: Iterable[Iterable[Slot]]) -> dict[Slot, int]:
    return {slot: place for column in columns for place, slot in enumerate(column)}


def _ends(slot: Slot, at: dict[Slot, int], *, right: bool) -> Iterator[float]:
    """Where the links of a slot end in the next column; those to other bands above or below all that is there."""
    yield from (at[each] for each in (slot.right if right else slot.left))
    yield from slot.beyond_right if right else slot.beyond_left


def _level(reading: Columns) -> Columns:
    """From right to left, every slot at the mean of what serves it, and otherwise under what stands over it."""
    columns = [list(column) for column in reading]
    for column in reversed(columns):
        at, wishes, last = _places(columns), dict[Slot, float](), -1.0
        for slot in column:
            ends = [at[each] / max(1, len(columns[slot.column + 1])) for each in slot.right]
            last = wishes[slot] = sum(ends) / len(ends) if ends else last
        column.sort(key=wishes.__getitem__)
    return columns


def _untangle(columns: Columns) -> None:
    """Let neighbours change places as long as that takes crossings away."""
    at = _places(columns)
    for _ in range(SWEEPS):
        changed = False
        for column in columns:
            ends = {slot: tuple(sorted(_ends(slot, at, right=side)) for side in (False, True)) for slot in column}
            for place, lower in enumerate(column[1:]):
                upper = column[place]  # which may have come down here just now
                if _gain(ends[upper], ends[lower]) > 0:
                    column[place : place + 2] = lower, upper
                    at[lower], at[upper] = place, place + 1
                    changed = True
        if not changed:
            return


def _gain(upper: Sequence[Sequence[float]], lower: Sequence[Sequence[float]]) -> int:
    """How many crossings fewer there are when two neighbours change places."""
    return sum((one > other) - (one < other) for side in (0, 1) for one in upper[side] for other in lower[side])
