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

from dinet.model import KINDS, SUPPORTING_LINKS, Element, Goal, Link

NO_NEIGHBOURS: list[int] = []
"""The neighbours of all that have none: one list, since most efforts have nothing under them."""

NOWHERE = -1
"""No position: what leads nowhere, or comes from nowhere."""
SEVERAL = -2
"""No position either: more than one of them."""
GATE_OF_TARGET, GATE_OF_GOAL, GATE_OF_SHARED_TARGET = 1, 3, 4
"""The numbers of the grades of which ways may pass a target, a goal and a shared target."""

Name = TypeVar("Name")


class Snapshot:
    """The supporting links of a network.

    Args:
        elements: Of the programme, with unique ids.
        links: Those of other kinds, and those with an end that is not among the elements, are
            left out.
        position: The place of each id among the elements.
        gates: Of the snapshot of which this is a part; None to find them in the links.
    """

    def __init__(
        self,
        elements: Sequence[Element],
        links: Iterable[Link],
        position: Mapping[str, int],
        gates: bytes | None = None,
    ) -> None:
        self.elements = elements
        self._given_gates = gates
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

    @cached_property
    def loose_strategic(self) -> list[int]:
        """The strategic goals, when there are operational ones and none leads to any of them."""
        by_level: dict[str | None, list[int]] = {}
        for position in self.of_kind["goal"]:
            goal = self.elements[position]
            level = goal.level if isinstance(goal, Goal) else None
            by_level.setdefault(level, []).append(position)
        strategic = by_level.get("strategic", [])
        operational = by_level.get("operational", [])
        if not strategic or not operational:
            return []
        reached = spread_marks(
            bytearray(len(self.kinds)), list(operational), self.up
        )
        return [] if any(reached[goal] for goal in strategic) else strategic

    @cached_property
    def gates(self) -> bytes:
        """For each element the number of the first grade of which ways may pass it.

        A shared target measures more than one goal: it leads to more than one by ways that pass
        no other goal.
        """
        if self._given_gates is not None:
            return self._given_gates
        gates = bytearray(len(self.kinds))
        for goal in self.of_kind["goal"]:
            gates[goal] = GATE_OF_GOAL
        up, is_goal = self.up, self.is_goal
        for target in self.of_kind["target"]:
            above = up[target]
            # most targets have one goal: that takes no search and no call
            is_own = len(above) == 1 and is_goal[above[0]]
            gates[target] = (
                GATE_OF_TARGET
                if is_own or not self._is_shared_target(above, target)
                else GATE_OF_SHARED_TARGET
            )
        return bytes(gates)

    def _is_shared_target(self, above: list[int], target: int) -> bool:
        if all(map(self.is_goal.__getitem__, above)):
            return len(set(above)) > 1
        return self._next_goals[target] == SEVERAL

    @cached_property
    def _next_goals(self) -> list[int]:
        """For each element the first goal on all ways from it; or NOWHERE, or SEVERAL.

        Each element changes at most twice, so the pass is linear, also through cycles.
        """
        goals = self.of_kind["goal"]
        leads_to = [NOWHERE] * len(self.kinds)
        waiting = [(goal, goal) for goal in goals]
        for position, goal in waiting:  # the list grows while it is read
            for below in self.down[position]:
                known = leads_to[below]
                if known in (goal, SEVERAL):
                    continue
                leads_to[below] = goal if known == NOWHERE else SEVERAL
                if not self.is_goal[below]:
                    waiting.append((below, leads_to[below]))
        return leads_to

    def elements_at(self, positions: Iterable[int]) -> tuple[Element, ...]:
        """The elements at some positions, in the order of the programme."""
        return tuple(map(self.elements.__getitem__, sorted(positions)))

    def nearest_elements(self, neighbours: list[int]) -> tuple[Element, ...]:
        """The elements at one link's distance, each once, in the order of the programme."""
        if len(neighbours) > 1:
            return self.elements_at(set(neighbours))
        # as of most elements: nothing is to be sorted
        return tuple(map(self.elements.__getitem__, neighbours))

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
