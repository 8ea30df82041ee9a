"""The network as lists of whole numbers, from which the questions over all elements are answered in a few passes.

An element is its position in the programme. Only links that carry support count here: work that
contributes, targets that measure, parts that make a whole; a link from an element to itself
supports nothing. Nothing recurses, so depth and cycles do no harm.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from dinet.model import KINDS, SUPPORTING_LINKS, Element, Link

NO_NEIGHBOURS: list[int] = []
"""The neighbours of everything that has none: one list for all, since most efforts have nothing under them."""

Name = TypeVar("Name")


class Snapshot:
    """The supporting links of a network.

    Args:
        elements: Of the programme, with unique ids.
        links: Those of other kinds, and those with an end that is not among the elements, are
            left out.
        position: The place of each id among the elements.
    """

    def __init__(
        self,
        elements: Sequence[Element],
        links: Iterable[Link],
        position: Mapping[str, int],
    ) -> None:
        self.elements = elements
        self.kinds = [each.kind for each in elements]
        self.up = [NO_NEIGHBOURS] * len(elements)
        self.down = [NO_NEIGHBOURS] * len(elements)
        up, down = self.up, self.down
        held = [link for link in links if link.kind in SUPPORTING_LINKS]
        # one lookup per id, in loops that do nothing else: this is where most of the time goes
        starts = map(position.get, [link.start for link in held])
        ends = map(position.get, [link.end for link in held])
        for start, end in zip(starts, ends, strict=True):
            if start is None or end is None or start == end:
                continue
            if above := up[start]:
                above.append(end)
            else:
                up[start] = [end]
            if below := down[end]:
                below.append(start)
            else:
                down[end] = [start]

    @cached_property
    def of_kind(self) -> dict[str, list[int]]:
        """The positions of all elements of each kind."""
        found: dict[str, list[int]] = {kind: [] for kind in KINDS}
        for here, kind in enumerate(self.kinds):
            found[kind].append(here)
        return found

    @cached_property
    def is_goal(self) -> bytes:
        """For each element 1 when it is a goal, else 0."""
        return bytes(map("goal".__eq__, self.kinds))

    def elements_at(self, positions: Iterable[int]) -> tuple[Element, ...]:
        """The elements at some positions, in the order of the programme."""
        return tuple(map(self.elements.__getitem__, sorted(positions)))

    def goals_of(self, target: int) -> set[int]:
        """The goals that a target measures."""
        return {each for each in self.up[target] if self.is_goal[each]}

    def topological_order(
        self, below: list[list[int]], above: list[list[int]]
    ) -> tuple[list[int], list[int]]:
        """All positions after what is below them, and those that stand on or over a cycle and have no order."""
        waiting = list(map(len, below))
        ready = [here for here, count in enumerate(waiting) if not count]
        for here in ready:
            for each in above[here]:
                waiting[each] -= 1
                if not waiting[each]:
                    ready.append(each)
        return ready, [here for here, count in enumerate(waiting) if count]

    def gather_names(
        self,
        kind: str,
        names: Sequence[Name],
        below: list[list[int]],
        above: list[list[int]],
    ) -> list[frozenset[Name]]:
        """For each element the names of all elements of a kind that lead to it from below: one union per link.

        Elements over the same ones share one set, and so do all elements of one knot.

        Args:
            kind: Of the elements that are gathered.
            names: What to gather of each element: its id or its position.
            below: ``down`` to gather from the side of the efforts, ``up`` to gather from the
                vision's.
            above: The opposite of ``below``.
        """
        kinds = self.kinds
        found: list[frozenset[Name]] = [frozenset()] * len(kinds)

        def names_at(here: int) -> frozenset[Name]:
            own = [names[each] for each in below[here] if kinds[each] == kind]
            sets = {
                id(each): each for each in [found[each] for each in below[here]] if each
            }
            if not own and len(sets) == 1:
                return sets.popitem()[1]
            return frozenset(own).union(*sets.values())

        ready, rest = self.topological_order(below, above)
        for here in ready:
            if below[here]:
                found[here] = names_at(here)
        for knot in self.cyclic_groups(rest, below):
            whole = frozenset[Name]().union(*map(names_at, knot))
            for each in knot:
                found[each] = whole
        return found

    def cyclic_groups(self, rest: list[int], below: list[list[int]]) -> list[list[int]]:
        """The elements that have no order, in groups that reach each other, the lower groups first."""
        if not rest:
            return []
        from dinet.network.graph import (
            strongly_connected_groups,
        )  # networkx: needed only by networks that have a cycle

        return strongly_connected_groups({each: below[each] for each in rest})


def spread_marks(
    seen: bytearray, todo: list[int], neighbours: list[list[int]], walls: bytes = b""
) -> bytearray:
    """Mark in ``seen`` everything that can be reached from the positions in ``todo``, and give it back.

    Args:
        seen: One byte for each element; what is marked already is not entered.
        todo: Where to begin, and what is still to do: the list grows while it is read.
        neighbours: ``up`` or ``down``.
        walls: One byte for each element; what has a 1 here is marked but not passed. Empty:
            everything is passed.
    """
    for here in todo:
        for each in neighbours[here]:
            if not seen[each]:
                seen[each] = 1
                if not walls or not walls[each]:
                    todo.append(each)
    return seen
