"""Columns of slots between which links cross, and how to make these crossings fewer.

Source of giving every slot in turn its best place: C. Matuszewski, R. Schönfeld and P. Molitor,
"Using sifting for k-layer straightline crossing minimization" (1999).
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, count
from typing import NamedTuple

from dinet.layout.layered.crossing_count import (
    LinkEnds,
    count_crossings,
    count_swap_crossings,
    find_best_place,
)

MOST_ROUNDS = 3
"""Every slot is given a better place at most this often."""
NodeNumbers = tuple[tuple[int, ...], ...]
NodeBundle = tuple[int, ...]
"""The numbers of what has one place: a slot, or all strands of a lane."""


class Neighbours(NamedTuple):
    """With which slots of the next column on one side each slot is linked: within its band, and all of them."""

    within_cluster: NodeNumbers
    overall: NodeNumbers


class LayeredGraph(NamedTuple):
    """All that decides on an order; slots are numbers, that count from 0 in reading order.

    Args:
        clusters: The columns of every band, from the top.
        left: What each slot is linked with on its left. ``right`` likewise.
        bundle_of: The first slot of the lane of which each is a strand; of what is no strand, itself.
    """

    clusters: tuple[NodeNumbers, ...]
    left: Neighbours
    right: Neighbours
    bundle_of: tuple[int, ...]


class CrossingMinimiser:
    """An order with crossings, that can be bettered.

    Args:
        shape: What is linked.
        bands: The columns of every band, from the top.
        together: Whether the strands of a lane have one place, where the first of them stands.
        reach: A better place is looked for so far up and down.
    """

    def __init__(
        self,
        shape: LayeredGraph,
        bands: Iterable[Iterable[Iterable[int]]],
        *,
        together: bool,
        reach: int,
    ) -> None:
        self.graph, self.reach = shape, reach
        self.clusters = [
            [
                _group_bundles(
                    column, shape.bundle_of if together else range(len(shape.bundle_of))
                )
                for column in band
            ]
            for band in bands
        ]
        self.columns = list(zip(*self.clusters, strict=True))
        self.position = [0] * len(shape.bundle_of)
        self._crossings_after: dict[int, float] = {}
        for number in range(len(self.columns)):
            self._renumber_column(number)

    def node_order(self) -> tuple[NodeNumbers, ...]:
        """The order itself."""
        return tuple(
            tuple(tuple(chain.from_iterable(column)) for column in band)
            for band in self.clusters
        )

    def _renumber_column(self, column: int) -> None:
        """Number the items of a column through all bands; what crosses beside it is no longer known."""
        for place, item in enumerate(chain.from_iterable(self.columns[column])):
            for slot in item:
                self.position[slot] = place
        self._crossings_after.pop(column, None)
        self._crossings_after.pop(column - 1, None)

    def _find_link_ends(self, item: NodeBundle, linked: Neighbours) -> LinkEnds:
        at = self.position
        near = sorted([at[end] for slot in item for end in linked.within_cluster[slot]])
        every = [at[end] for slot in item for end in linked.overall[slot]]
        return LinkEnds(near, near if len(every) == len(near) else sorted(every))

    def total_crossings(self) -> float:
        """How many pairs of links cross between columns, those within bands ``WITHIN`` times."""
        for number, column in enumerate(self.columns):
            if number not in self._crossings_after:
                self._crossings_after[number] = count_crossings(
                    self._find_link_ends(item, self.graph.right)
                    for part in column
                    for item in part
                )
        return sum(self._crossings_after.values())

    def split_bundles(self) -> None:
        """Give every strand its own place, in the order in which they come from the right."""
        right = self.graph.right
        for number in reversed(range(len(self.columns))):
            for part in self.columns[number]:
                strands = (
                    sorted(
                        item, key=lambda strand: self._find_barycentre((strand,), right)
                    )
                    for item in part
                )
                part[:] = [(strand,) for item in strands for strand in item]
            self._renumber_column(number)

    def _find_barycentre(
        self, item: NodeBundle, linked: Neighbours, other: float = 0.0
    ) -> float:
        """The middle of what an item is linked with on one side; what is linked with nothing there has another."""
        ends = [self.position[end] for slot in item for end in linked.overall[slot]]
        return sum(ends) / len(ends) if ends else other

    def barycentre_sweep(self, *, right: bool) -> None:
        """Column by column, put every item at the mean of what it is linked with on one side, else under what is above it."""
        linked = self.graph.right if right else self.graph.left
        numbers = range(len(self.columns))
        for number in reversed(numbers) if right else numbers:
            for part in self.columns[number]:
                wishes, last = dict[NodeBundle, float](), -1.0
                for item in part:
                    last = wishes[item] = self._find_barycentre(item, linked, last)
                part.sort(key=wishes.__getitem__)
            self._renumber_column(number)

    def sift_columns(self) -> None:
        """Give every item the place in its band with the fewest crossings, until that changes nothing."""
        todo = {*range(len(self.columns))}
        for _ in range(MOST_ROUNDS):
            now, todo = sorted(todo), set()
            for number in now:
                moved = [
                    self._improve_column(number, band)
                    for band in range(len(self.clusters))
                ]
                if any(moved):
                    todo |= {number - 1, number, number + 1} & {
                        *range(len(self.columns))
                    }

    def swap_neighbours(self) -> None:
        """Let neighbours change places and what they are linked with follow, where that leaves fewer crossings."""
        fewest = self.total_crossings()
        for _ in range(MOST_ROUNDS):
            before = fewest
            for number, band, place in self._find_swaps():
                kept = [[*column[band]] for column in self.columns]
                part = self.columns[number][band]
                part[place : place + 2] = part[place + 1], part[place]
                self._renumber_column(number)
                self._improve_linked(number, band, part[place : place + 2])
                if (now := self.total_crossings()) < fewest:
                    fewest = now
                else:
                    self._restore_columns(band, kept)
            if fewest == before:
                return

    def restore_reading_order(self) -> None:
        """Put neighbours in reading order where no more links cross then."""
        for number, column in enumerate(self.columns):
            for part in column:
                ends = {
                    item: (
                        self._find_link_ends(item, self.graph.left),
                        self._find_link_ends(item, self.graph.right),
                    )
                    for item in part
                }
                for last in range(1, len(part)):
                    place = last
                    while (
                        place
                        and part[place] < part[place - 1]
                        and not count_swap_crossings(
                            ends[part[place - 1]], ends[part[place]]
                        )
                    ):
                        part[place - 1 : place + 1] = part[place], part[place - 1]
                        place -= 1
            self._renumber_column(number)

    def _restore_columns(self, band: int, kept: Sequence[list[NodeBundle]]) -> None:
        """Give the columns of a band the order that they had."""
        for number, items in enumerate(kept):
            if self.columns[number][band] != items:
                self.columns[number][band][:] = items
                self._renumber_column(number)

    def _find_swaps(self) -> Iterator[tuple[int, int, int]]:
        """Column, band and place of every item under which another one stands, and that something serves in its band."""
        for number, column in enumerate(self.columns):
            for band, part in enumerate(column):
                for place in range(len(part) - 1):
                    if any(
                        self.graph.right.within_cluster[slot]
                        for item in part[place : place + 2]
                        for slot in item
                    ):
                        yield number, band, place

    def _improve_linked(
        self, number: int, band: int, moved: Sequence[NodeBundle]
    ) -> None:
        """Give a better place to what is linked with what was moved, and with what moves then; at last to the part itself."""
        left, right, columns = self.graph.left, self.graph.right, len(self.columns)
        for _ in range(MOST_ROUNDS):
            touched = {*chain.from_iterable(moved)}
            for there, back, step, stop in (
                (right, left, 1, columns),
                (left, right, -1, -1),
            ):
                pulled = moved
                for column in range(number + step, stop, step):
                    pulled = self._improve_column(
                        column, band, _linked_nodes(pulled, there)
                    )
                    if not pulled:
                        break
                    if column == number + step:
                        touched |= _linked_nodes(pulled, back)
            moved = self._improve_column(number, band, touched)
            if not moved:
                return

    def _improve_column(
        self, number: int, band: int, slots: Container[int] | None = None
    ) -> list[NodeBundle]:
        """Those items of a part of a column that got a better place: of all, or of those that hold one of these slots."""
        part, moved = self.columns[number][band], list[NodeBundle]()
        todo = [
            item
            for item in part
            if slots is None or any(slot in slots for slot in item)
        ]
        ends = (
            [
                (
                    self._find_link_ends(item, self.graph.left),
                    self._find_link_ends(item, self.graph.right),
                )
                for item in part
            ]
            if todo
            else []
        )
        places = {item: place for place, item in enumerate(part)}
        for item in todo:
            here = places[item]
            there = find_best_place(here, ends, self.reach)
            if there != here:
                part.insert(there, part.pop(here))
                ends.insert(there, ends.pop(here))
                first, last = min(here, there), max(here, there)
                places.update(zip(part[first : last + 1], count(first)))
                moved.append(item)
        if moved:
            self._renumber_column(number)
        return moved


def _linked_nodes(items: Iterable[NodeBundle], linked: Neighbours) -> set[int]:
    """What items are linked with on one side, within their band."""
    return {
        end for item in items for slot in item for end in linked.within_cluster[slot]
    }


def _group_bundles(column: Iterable[int], lane: Sequence[int]) -> list[NodeBundle]:
    """What has one place in a part of a column."""
    found = dict[int, list[int]]()
    for slot in column:
        found.setdefault(lane[slot], []).append(slot)
    return [tuple(slots) for slots in found.values()]
