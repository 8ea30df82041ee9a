"""What is linked with what, over any number of links, for many elements at once.

Elements are positions in the programme. A set of elements is followed as the bits of one whole
number, so that a question about ten thousand elements takes a few passes over the links.
"""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Literal

from dinet.network.snapshot import Snapshot

Side = Literal["serves", "served_by"]
"""What an element serves, towards the vision; or what serves it, towards the efforts."""
BOTH_SIDES: tuple[Side, ...] = ("serves", "served_by")
_BITS_AT_ONCE = 4096
"""Elements followed in one pass: so many bits for each of 100,000 elements are 50 MB at most."""


class Reach:
    """The supporting links of a network, followed from many elements at once.

    An element on a cycle reaches itself too: a way leads from it to it.

    Args:
        snapshot: The links.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    @cached_property
    def _order_by_side(self) -> dict[Side, tuple[list[int], list[list[int]]]]:
        """For each side all elements after what they reach there, and the groups on cycles."""
        return {side: self._order_of(side) for side in BOTH_SIDES}

    def _order_of(self, side: Side) -> tuple[list[int], list[list[int]]]:
        near, far = self._neighbours_on(side)
        ordered, rest = self._snapshot.topological_order(near, far)
        return ordered, self._snapshot.cyclic_groups(rest, near)

    def _neighbours_on(
        self, side: Side
    ) -> tuple[list[list[int]], list[list[int]]]:
        """What each element reaches over one link of a side, and over one of the other."""
        up, down = self._snapshot.up, self._snapshot.down
        return (up, down) if side == "serves" else (down, up)

    def count_linked(
        self,
        chosen: Collection[int],
        sides: Sequence[Side] = BOTH_SIDES,
        *,
        direct: bool = False,
        via: Collection[int] | None = None,
    ) -> list[int]:
        """For each element how many of the chosen ones it is linked with.

        Args:
            chosen: Positions.
            sides: Whether it serves them, is served by them, or either.
            direct: Over one link; else over any number of them.
            via: Only ways that pass one of these count; None for all ways.
        """
        counts = [0] * len(self._snapshot.kinds)
        for part in _in_parts(sorted(chosen)):
            bits = [0] * len(counts)
            for bit, position in enumerate(part):
                bits[position] = 1 << bit
            found = self._gather_sides(bits, sides, via, direct=direct)
            for position, mask in enumerate(found):
                counts[position] += mask.bit_count()
        return counts

    def linked_with(
        self,
        chosen: Collection[int],
        sides: Sequence[Side] = BOTH_SIDES,
        *,
        direct: bool = False,
        via: Collection[int] | None = None,
    ) -> frozenset[int]:
        """The elements that are linked with any of the chosen ones.

        The arguments are those of ``count_linked``.
        """
        bits = [0] * len(self._snapshot.kinds)
        for position in chosen:
            bits[position] = 1
        found = self._gather_sides(bits, sides, via, direct=direct)
        return frozenset(
            position for position, mask in enumerate(found) if mask
        )

    def _gather_sides(
        self,
        bits: list[int],
        sides: Sequence[Side],
        via: Collection[int] | None,
        *,
        direct: bool,
    ) -> list[int]:
        gathered = [0] * len(bits)
        for side in sides:
            reached = self._gather_bits(bits, side, direct=direct)
            if via is not None:
                passed = [0] * len(bits)
                for position in via:
                    passed[position] = reached[position]
                reached = self._gather_bits(passed, side, direct=direct)
            gathered = [
                one | other
                for one, other in zip(gathered, reached, strict=True)
            ]
        return gathered

    def _gather_bits(
        self, own: list[int], side: Side, *, direct: bool
    ) -> list[int]:
        """For each element the bits of all that it reaches on a side."""
        near = self._neighbours_on(side)[0]
        gathered = [0] * len(own)

        def bits_near(position: int) -> int:
            bits = 0
            for neighbour in near[position]:
                bits |= own[neighbour] | gathered[neighbour]
            return bits

        if direct:
            for position, neighbours in enumerate(near):
                for neighbour in neighbours:
                    gathered[position] |= own[neighbour]
            return gathered
        ordered, knots = self._order_by_side[side]
        for position in ordered:
            gathered[position] = bits_near(position)
        for knot in knots:
            bits_of_knot = 0
            for position in knot:
                bits_of_knot |= bits_near(position)
            for position in knot:
                gathered[position] = bits_of_knot
        return gathered

    def nearest_linked(
        self,
        chosen: Collection[int],
        sides: Sequence[Side] = BOTH_SIDES,
        *,
        direct: bool = False,
        via: Collection[int] | None = None,
        most: int = 4,
    ) -> list[list[int]]:
        """For each element the chosen ones that it is linked with, the nearest first.

        Args:
            chosen: As ``count_linked`` takes it, with ``sides``, ``direct`` and ``via``.
            sides: Likewise.
            direct: Likewise.
            via: Likewise; what is nearest to those counts first.
            most: So many for each element; the others are left out.
        """
        nearest: list[list[int]] = [[] for _ in self._snapshot.kinds]
        start = [(position, position) for position in sorted(chosen)]
        for side in sides:
            found = self._spread_names(start, side, most, direct=direct)
            if via is not None:
                passed = [
                    (position, name)
                    for position in sorted(via)
                    for name in found[position]
                ]
                found = self._spread_names(passed, side, most, direct=direct)
            for position, names in enumerate(found):
                fresh = (
                    name for name in names if name not in nearest[position]
                )
                room = most - len(nearest[position])
                nearest[position] += list(islice(fresh, room))
        return nearest

    def _spread_names(
        self,
        start: list[tuple[int, int]],
        side: Side,
        most: int,
        *,
        direct: bool,
    ) -> list[list[int]]:
        """Carry names from where they stand to all that reaches these, breadth first.

        An element takes the first few names that come, so no more is done than so many times the
        links.
        """
        far = self._neighbours_on(side)[1]
        taken: list[list[int]] = [[] for _ in self._snapshot.kinds]
        waiting = deque(start)
        while waiting:
            position, name = waiting.popleft()
            for neighbour in far[position]:
                names = taken[neighbour]
                if len(names) < most and name not in names:
                    names.append(name)
                    if not direct:
                        waiting.append((neighbour, name))
        return taken


def _in_parts(positions: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(positions), _BITS_AT_ONCE):
        yield positions[start : start + _BITS_AT_ONCE]
