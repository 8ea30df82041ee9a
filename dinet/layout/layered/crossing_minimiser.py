"""Columns of slots between which links cross, and how to make these crossings fewer.

Source of giving every slot in turn its best place: C. Matuszewski, R. Schönfeld and P. Molitor,
"Using sifting for k-layer straightline crossing minimization" (1999).
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, count
from typing import NamedTuple

from dinet.layout.layered.crossing_count import Ends, best, crossed, passing

ROUNDS = 3
"""Every slot is given a better place at most this often."""
Numbers = tuple[tuple[int, ...], ...]
Item = tuple[int, ...]
"""The numbers of what has one place: a slot, or all strands of a lane."""


class Linked(NamedTuple):
    """With which slots of the next column on one side each slot is linked: within its band, and all of them."""

    near: Numbers
    all: Numbers


class Shape(NamedTuple):
    """All that decides on an order; slots are numbers, that count from 0 in reading order.

    Args:
        bands: The columns of every band, from the top.
        left: What each slot is linked with on its left. ``right`` likewise.
        lane: The first slot of the lane of which each is a strand; of what is no strand, itself.
    """

    bands: tuple[Numbers, ...]
    left: Linked
    right: Linked
    lane: tuple[int, ...]


class Tangle:
    """An order with crossings, that can be bettered.

    Args:
        shape: What is linked.
        bands: The columns of every band, from the top.
        together: Whether the strands of a lane have one place, where the first of them stands.
        reach: A better place is looked for so far up and down.
    """

    def __init__(
        self,
        shape: Shape,
        bands: Iterable[Iterable[Iterable[int]]],
        *,
        together: bool,
        reach: int,
    ) -> None:
        self.shape, self.reach = shape, reach
        self.bands = [
            [
                _items(column, shape.lane if together else range(len(shape.lane)))
                for column in band
            ]
            for band in bands
        ]
        self.columns = list(zip(*self.bands, strict=True))
        self.at = [0] * len(shape.lane)
        self._crossed: dict[int, float] = {}
        for number in range(len(self.columns)):
            self._count(number)

    def numbers(self) -> tuple[Numbers, ...]:
        """The order itself."""
        return tuple(
            tuple(tuple(chain.from_iterable(column)) for column in band)
            for band in self.bands
        )

    def _count(self, column: int) -> None:
        """Number the items of a column through all bands; what crosses beside it is no longer known."""
        for place, item in enumerate(chain.from_iterable(self.columns[column])):
            for slot in item:
                self.at[slot] = place
        self._crossed.pop(column, None)
        self._crossed.pop(column - 1, None)

    def _ends(self, item: Item, linked: Linked) -> Ends:
        at = self.at
        near = sorted([at[end] for slot in item for end in linked.near[slot]])
        every = [at[end] for slot in item for end in linked.all[slot]]
        return Ends(near, near if len(every) == len(near) else sorted(every))

    def crossings(self) -> float:
        """How many pairs of links cross between columns, those within bands ``WITHIN`` times."""
        for number, column in enumerate(self.columns):
            if number not in self._crossed:
                self._crossed[number] = crossed(
                    self._ends(item, self.shape.right)
                    for part in column
                    for item in part
                )
        return sum(self._crossed.values())

    def loosen(self) -> None:
        """Give every strand its own place, in the order in which they come from the right."""
        right = self.shape.right
        for number in reversed(range(len(self.columns))):
            for part in self.columns[number]:
                strands = (
                    sorted(item, key=lambda strand: self._mean((strand,), right))
                    for item in part
                )
                part[:] = [(strand,) for item in strands for strand in item]
            self._count(number)

    def _mean(self, item: Item, linked: Linked, other: float = 0.0) -> float:
        """The middle of what an item is linked with on one side; what is linked with nothing there has another."""
        ends = [self.at[end] for slot in item for end in linked.all[slot]]
        return sum(ends) / len(ends) if ends else other

    def sweep(self, *, right: bool) -> None:
        """Column by column, put every item at the mean of what it is linked with on one side, else under what is above it."""
        linked = self.shape.right if right else self.shape.left
        numbers = range(len(self.columns))
        for number in reversed(numbers) if right else numbers:
            for part in self.columns[number]:
                wishes, last = dict[Item, float](), -1.0
                for item in part:
                    last = wishes[item] = self._mean(item, linked, last)
                part.sort(key=wishes.__getitem__)
            self._count(number)

    def untangle(self) -> None:
        """Give every item the place in its band with the fewest crossings, until that changes nothing."""
        todo = {*range(len(self.columns))}
        for _ in range(ROUNDS):
            now, todo = sorted(todo), set()
            for number in now:
                moved = [
                    self._bettered(number, band) for band in range(len(self.bands))
                ]
                if any(moved):
                    todo |= {number - 1, number, number + 1} & {
                        *range(len(self.columns))
                    }

    def turn(self) -> None:
        """Let neighbours change places and what they are linked with follow, where that leaves fewer crossings."""
        fewest = self.crossings()
        for _ in range(ROUNDS):
            before = fewest
            for number, band, place in self._neighbours():
                kept = [[*column[band]] for column in self.columns]
                part = self.columns[number][band]
                part[place : place + 2] = part[place + 1], part[place]
                self._count(number)
                self._follow(number, band, part[place : place + 2])
                if (now := self.crossings()) < fewest:
                    fewest = now
                else:
                    self._restore(band, kept)
            if fewest == before:
                return

    def read(self) -> None:
        """Put neighbours in reading order where no more links cross then."""
        for number, column in enumerate(self.columns):
            for part in column:
                ends = {
                    item: (
                        self._ends(item, self.shape.left),
                        self._ends(item, self.shape.right),
                    )
                    for item in part
                }
                for last in range(1, len(part)):
                    place = last
                    while (
                        place
                        and part[place] < part[place - 1]
                        and not passing(ends[part[place - 1]], ends[part[place]])
                    ):
                        part[place - 1 : place + 1] = part[place], part[place - 1]
                        place -= 1
            self._count(number)

    def _restore(self, band: int, kept: Sequence[list[Item]]) -> None:
        """Give the columns of a band the order that they had."""
        for number, items in enumerate(kept):
            if self.columns[number][band] != items:
                self.columns[number][band][:] = items
                self._count(number)

    def _neighbours(self) -> Iterator[tuple[int, int, int]]:
        """Column, band and place of every item under which another one stands, and that something serves in its band."""
        for number, column in enumerate(self.columns):
            for band, part in enumerate(column):
                for place in range(len(part) - 1):
                    if any(
                        self.shape.right.near[slot]
                        for item in part[place : place + 2]
                        for slot in item
                    ):
                        yield number, band, place

    def _follow(self, number: int, band: int, moved: Sequence[Item]) -> None:
        """Give a better place to what is linked with what was moved, and with what moves then; at last to the part itself."""
        left, right, columns = self.shape.left, self.shape.right, len(self.columns)
        for _ in range(ROUNDS):
            touched = {*chain.from_iterable(moved)}
            for there, back, step, stop in (
                (right, left, 1, columns),
                (left, right, -1, -1),
            ):
                pulled = moved
                for column in range(number + step, stop, step):
                    pulled = self._bettered(column, band, _others(pulled, there))
                    if not pulled:
                        break
                    if column == number + step:
                        touched |= _others(pulled, back)
            moved = self._bettered(number, band, touched)
            if not moved:
                return

    def _bettered(
        self, number: int, band: int, slots: Container[int] | None = None
    ) -> list[Item]:
        """Those items of a part of a column that got a better place: of all, or of those that hold one of these slots."""
        part, moved = self.columns[number][band], list[Item]()
        todo = [
            item
            for item in part
            if slots is None or any(slot in slots for slot in item)
        ]
        ends = (
            [
                (self._ends(item, self.shape.left), self._ends(item, self.shape.right))
                for item in part
            ]
            if todo
            else []
        )
        places = {item: place for place, item in enumerate(part)}
        for item in todo:
            here = places[item]
            there = best(here, ends, self.reach)
            if there != here:
                part.insert(there, part.pop(here))
                ends.insert(there, ends.pop(here))
                first, last = min(here, there), max(here, there)
                places.update(zip(part[first : last + 1], count(first)))
                moved.append(item)
        if moved:
            self._count(number)
        return moved


def _others(items: Iterable[Item], linked: Linked) -> set[int]:
    """What items are linked with on one side, within their band."""
    return {end for item in items for slot in item for end in linked.near[slot]}


def _items(column: Iterable[int], lane: Sequence[int]) -> list[Item]:
    """What has one place in a part of a column."""
    found = dict[int, list[int]]()
    for slot in column:
        found.setdefault(lane[slot], []).append(slot)
    return [tuple(slots) for slots in found.values()]
