"""In which order the slots stand in their columns: reading order, changed where that takes crossings away.

The order follows from the links alone, not from how high the boxes are: so it stays when texts, widths or pages change.
A slot never leaves its band. Several starts are bettered by giving every slot in turn its best place; that of the fewest
crossings is taken. In a start slots stand at the mean of what they are linked with, and what hangs together with another
band stands on that side.

Source: K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system structures" (1981), for
mean places; C. Matuszewski, R. Schönfeld and P. Molitor, "Using sifting for k-layer straightline crossing minimization" (1999).
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from dinet.layout.slot import Slot

STARTS = ((False, ()), (False, (True,)), (True, (False,)), (True, (False, True)))
"""What is bettered: reading order or, where the first word says so, ``_pulled``; with sweeps after it, from the right or not."""
ROUNDS = 3
"""Every slot is given a better place at most this often."""
REACH = 12
"""A better place is looked for so far up and down."""
SLOTS, LINKS = 600, 3000
"""Of more than so many only neighbours change places, and few starts are tried."""
WITHIN = 2
"""So many times counts a crossing of two links within their bands: that is read as a tangle. Links between bands run together
in tracks, where crossings are clear."""
Band = list[list[Slot]]


class Ends(NamedTuple):
    """Where the links of a slot end in the next column on one side: within its band, and all of them; both from the top."""

    near: list[int]
    all: list[int]


def ordered(reading: Sequence[Band]) -> list[Band]:
    """Bands of columns with few crossings; of two orders with as many, the one that is tried first: reading order.

    Args:
        reading: The columns of every band, from the top, each in reading order.
    """
    slots = [slot for band in reading for column in band for slot in column]
    few = len(slots) <= SLOTS and sum(len(slot.right) + len(slot.far_right) for slot in slots) <= LINKS
    orders = []
    for pulled, sweeps in STARTS if few else STARTS[:2]:
        order = Order(_pulled(reading) if pulled else reading)
        for right in sweeps:
            order.sweep(right=right)
        order.untangle(REACH if few else 1)
        orders.append(order)
    return min(orders, key=Order.crossings).bands


def _pulled(reading: Sequence[Band]) -> list[Band]:
    """Reading order, but in the first column with a choice what bands above pull at comes first, and what bands below do last."""
    bands = [[list(column) for column in band] for band in reading]
    at = {slot: number for number, band in enumerate(bands) for column in band for slot in column}
    for band in bands:
        for column in band:
            if len(column) > 1:
                column.sort(key=lambda slot: _pull(slot, at))
                break
    return bands


def _pull(slot: Slot, at: dict[Slot, int]) -> float:
    """How much a slot and what serves it in its band are linked with bands below rather than above, for each of them."""
    pull, seen, todo = 0, set[Slot](), [slot]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            pull += sum(1 if at[far] > at[here] else -1 for far in (*here.far_left, *here.far_right))
            todo += here.right
    return pull / len(seen)


class Order:
    """An order that can be bettered.

    Args:
        bands: The columns of every band, from the top.
    """

    def __init__(self, bands: Sequence[Band]) -> None:
        self.bands = [[list(column) for column in band] for band in bands]
        self.columns = list(zip(*self.bands, strict=True))
        self.at: dict[Slot, int] = {}
        for column in self.columns:
            self._count(column)

    def _count(self, column: Sequence[list[Slot]]) -> None:
        """Number the slots of a column through all bands."""
        self.at.update(zip((slot for part in column for slot in part), count()))

    def _ends(self, slot: Slot, *, right: bool) -> Ends:
        near, far = (slot.right, slot.far_right) if right else (slot.left, slot.far_left)
        within = sorted(self.at[each] for each in near)
        return Ends(within, sorted(within + [self.at[each] for each in far]) if far else within)

    def crossings(self) -> int:
        """How many pairs of links cross between columns, those within bands ``WITHIN`` times."""
        found = 0
        for column in self.columns:
            ends = [self._ends(slot, right=True) for part in column for slot in part]
            found += _inversions(each.all for each in ends) + (WITHIN - 1) * _inversions(each.near for each in ends)
        return found

    def sweep(self, *, right: bool) -> None:
        """Column by column, put every slot at the mean of what it is linked with on one side, else under what is above it."""
        for column in reversed(self.columns) if right else self.columns:
            for part in column:
                wishes, last = dict[Slot, float](), -1.0
                for slot in part:
                    ends = self._ends(slot, right=right).all
                    last = wishes[slot] = sum(ends) / len(ends) if ends else last
                part.sort(key=wishes.__getitem__)
            self._count(column)

    def untangle(self, reach: int) -> None:
        """Give every slot the place in its band with the fewest crossings, until that changes nothing.

        Args:
            reach: A place is looked for so far up and down.
        """
        for _ in range(ROUNDS):
            if not sum(self._bettered(column, reach) for column in self.columns):  # all of them, not up to the first
                return

    def _bettered(self, column: Sequence[list[Slot]], reach: int) -> bool:
        """Whether a slot of the column got a better place."""
        changed = False
        for part in column:
            ends = [(self._ends(slot, right=False), self._ends(slot, right=True)) for slot in part]
            places = {slot: place for place, slot in enumerate(part)}
            for slot in [*part]:
                here = places[slot]
                there = _best(here, ends, reach)
                if there != here:
                    part.insert(there, part.pop(here))
                    ends.insert(there, ends.pop(here))
                    first, last = min(here, there), max(here, there)
                    places.update(zip(part[first : last + 1], count(first)))
                    changed = True
        self._count(column)
        return changed


def _best(here: int, ends: Sequence[tuple[Ends, Ends]], reach: int) -> int:
    """The nearest place with the fewest crossings of a slot in its part of a column."""
    fewest, best = 0, here
    for step, stop in ((1, min(len(ends), here + reach + 1)), (-1, max(-1, here - reach - 1))):
        more = 0
        for place in range(here + step, stop, step):
            more += step * _passing(ends[here], ends[place])
            if more < fewest:
                fewest, best = more, place
    return best


def _passing(upper: tuple[Ends, Ends], lower: tuple[Ends, Ends]) -> int:
    """How many crossings more there are when a slot comes to stand under another one."""
    more = 0
    for side, beside in zip(upper, lower, strict=True):
        for weight, one, other in zip((WITHIN - 1, 1), side, beside, strict=True):
            if not one or not other:
                continue
            if one[-1] < other[0]:
                more += weight * len(one) * len(other)
            elif other[-1] < one[0]:
                more -= weight * len(one) * len(other)
            else:
                more += weight * sum(len(other) - bisect_right(other, end) - bisect_left(other, end) for end in one)
    return more


def _inversions(rows: Iterable[Sequence[int]]) -> int:
    """How many pairs of ends stand the other way round than the slots that they belong to."""
    seen, found = list[int](), 0
    for ends in rows:
        found += sum(len(seen) - bisect_right(seen, end) for end in ends)
        for end in ends:
            insort(seen, end)
    return found
