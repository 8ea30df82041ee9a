"""The network as lists of whole numbers, for the questions over all elements.

These are answered in a few passes over the lists, since a programme may have tens of thousands
of links: so loops here make no objects and call nothing for each link that they can avoid. An
element is its position in the programme. Only links that carry support count here: work that
contributes, targets that measure, parts that make a whole; a link from an element to itself
supports nothing. Nothing recurses, so depth and cycles do no harm.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from dinet.model import KINDS, SUPPORTING_LINKS, Element, Link

NO_NEIGHBOURS: list[int] = []
"""The neighbours of all that have none: one list, since most efforts have nothing under them."""

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
        self.kinds = [element.kind for element in elements]
        self.up, self.down = _list_neighbours(links, position, len(elements))

    @cached_property
    def of_kind(self) -> dict[str, list[int]]:
        """The positions of all elements of each kind."""
        positions: dict[str, list[int]] = {kind: [] for kind in KINDS}
        for position, kind in enumerate(self.kinds):
            positions[kind].append(position)
        return positions

    @cached_property
    def is_goal(self) -> bytes:
        """For each element 1 when it is a goal, else 0."""
        return bytes(map("goal".__eq__, self.kinds))

    def elements_at(self, positions: Iterable[int]) -> tuple[Element, ...]:
        """The elements at some positions, in the order of the programme."""
        return tuple(map(self.elements.__getitem__, sorted(positions)))

    def goals_of(self, target: int) -> set[int]:
        """The goals that a target measures."""
        return {above for above in self.up[target] if self.is_goal[above]}

    def topological_order(
        self, below: list[list[int]], above: list[list[int]]
    ) -> tuple[list[int], list[int]]:
        """Two lists of positions: those that have an order, and those that have none.

        In the first everything comes after what is below it. What stands on a cycle, or over
        one, has no order.
        """
        # how many below an element have no place in the order yet
        waiting_for = list(map(len, below))
        ordered = [
            position for position, count in enumerate(waiting_for) if not count
        ]
        for position in ordered:  # the list grows while it is read
            for upper in above[position]:
                waiting_for[upper] -= 1
                if not waiting_for[upper]:
                    ordered.append(upper)
        rest = [
            position for position, count in enumerate(waiting_for) if count
        ]
        return ordered, rest

    def gather_names(
        self,
        kind: str,
        names: Sequence[Name],
        below: list[list[int]],
        above: list[list[int]],
    ) -> list[frozenset[Name]]:
        """For each element the names of all elements of a kind that lead to it from below.

        This takes one union of sets for each link. Elements over the same ones share one set,
        and so do all elements of one knot; what nothing leads to has an empty set.

        Args:
            kind: Of the elements that are gathered.
            names: What to gather of each element: its id or its position.
            below: ``down`` to gather from the side of the efforts, ``up`` to gather from the
                vision's.
            above: The opposite of ``below``.
        """
        kinds = self.kinds
        gathered: list[frozenset[Name]] = [frozenset()] * len(kinds)

        def names_below(position: int) -> frozenset[Name]:
            nearby = below[position]
            own = [names[lower] for lower in nearby if kinds[lower] == kind]
            return _unite_names(own, [gathered[lower] for lower in nearby])

        ordered, rest = self.topological_order(below, above)
        for position in ordered:
            if below[position]:
                gathered[position] = names_below(position)
        for knot in self.cyclic_groups(rest, below):
            names_of_knot = frozenset[Name]().union(*map(names_below, knot))
            for position in knot:
                gathered[position] = names_of_knot
        return gathered

    def cyclic_groups(
        self, rest: list[int], below: list[list[int]]
    ) -> list[list[int]]:
        """The elements that have no order, in groups that reach each other.

        The lower groups come first; empty when everything has an order.
        """
        if not rest:
            return []
        # networkx takes long to import, and only networks with a cycle need it
        from dinet.network.graph import strongly_connected_groups

        return strongly_connected_groups(
            {position: below[position] for position in rest}
        )


def _list_neighbours(
    links: Iterable[Link], position: Mapping[str, int], size: int
) -> tuple[list[list[int]], list[list[int]]]:
    """For each element what it serves, and for each element what serves it."""
    up = [NO_NEIGHBOURS] * size
    down = [NO_NEIGHBOURS] * size
    for start, end in zip(*_look_up_ends(links, position), strict=True):
        if start is None or end is None or start == end:
            continue
        # not in a function: the call would cost more than the two lines do
        if above := up[start]:
            above.append(end)
        else:
            up[start] = [end]
        if below := down[end]:
            below.append(start)
        else:
            down[end] = [start]
    return up, down


def _look_up_ends(
    links: Iterable[Link], position: Mapping[str, int]
) -> tuple[Iterator[int | None], Iterator[int | None]]:
    """Where all supporting links begin, and where they end; None for an end that does not exist."""
    supporting = [link for link in links if link.kind in SUPPORTING_LINKS]
    # one lookup per id, in loops that do nothing else: this is where most of the time goes
    starts = map(position.get, [link.start for link in supporting])
    ends = map(position.get, [link.end for link in supporting])
    return starts, ends


def _unite_names(
    own: list[Name], sets: list[frozenset[Name]]
) -> frozenset[Name]:
    """All names as one set, which is one of the sets itself when that holds them all."""
    different = {id(names): names for names in sets if names}
    if not own and len(different) == 1:
        return different.popitem()[1]
    return frozenset(own).union(*different.values())


def spread_marks(
    marked: bytearray,
    waiting: list[int],
    neighbours: list[list[int]],
    walls: bytes = b"",
) -> bytearray:
    """Mark everything that can be reached from some positions, and give the marks back.

    Args:
        marked: One byte for each element; what is marked already is not entered.
        waiting: Where to begin, and what is still to do: the list grows while it is read.
        neighbours: ``up`` or ``down``.
        walls: One byte for each element; what has a 1 here is marked but not passed. Empty:
            everything is passed.
    """
    for position in waiting:
        for neighbour in neighbours[position]:
            if not marked[neighbour]:
                marked[neighbour] = 1
                if not walls or not walls[neighbour]:
                    waiting.append(neighbour)
    return marked
