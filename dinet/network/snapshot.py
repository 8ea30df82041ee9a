"""The network as lists of whole numbers, from which the questions over all elements are answered in one pass.

An element is its position in reading order. Only links that carry support count here: work that contributes, targets
that measure, parts that make a whole. Nothing recurses, so depth and cycles do no harm.
"""

from collections.abc import Iterable, Iterator, Set
from itertools import compress

from dinet.model import Element, Link
from dinet.network.answers import Grade

NOBODY = -1
SEVERAL = -2

SUPPORTING = frozenset({"contributes_to", "measures", "part_of"})
NOBODY_STOPPED: Set[int] = frozenset()


class Snapshot:
    """The supporting links of a network.

    Args:
        elements: In reading order, with unique ids.
        links: Those whose two ends are among the elements.
    """

    def __init__(self, elements: tuple[Element, ...], links: Iterable[Link], position: dict[str, int]) -> None:
        size = len(elements)
        self.kinds = [each.kind for each in elements]
        self.up: list[list[int]] = [[] for _ in range(size)]
        self.down: list[list[int]] = [[] for _ in range(size)]
        up, down = self.up, self.down
        for link in links:
            if link.kind in SUPPORTING:
                start, end = position[link.start], position[link.end]
                up[start].append(end)
                down[end].append(start)
        self.nearest = self.nearest_efforts(NOBODY_STOPPED)

    def of_kind(self, kind: str) -> Iterator[int]:
        """The positions of all elements of a kind."""
        return compress(range(len(self.kinds)), map(kind.__eq__, self.kinds))

    def nearest_efforts(self, stopped: Set[int]) -> list[int]:
        """For each element the one effort that it rests on, or NOBODY, or SEVERAL.

        Only efforts with no other effort in between count, so an element is lost when its one nearest effort stops.
        Each element changes at most twice (nobody, one, several): the pass is linear, also through cycles.
        """
        up, kinds = self.up, self.kinds
        nearest = [NOBODY] * len(kinds)
        for effort in self.of_kind("effort"):
            if effort in stopped:
                continue
            todo = list(up[effort])
            while todo:
                here = todo.pop()
                known = nearest[here]
                if known == effort or known == SEVERAL or kinds[here] == "effort" or here in stopped:
                    continue
                nearest[here] = effort if known == NOBODY else SEVERAL
                todo += up[here]
        return nearest

    def grade(self, here: int, nearest: list[int]) -> Grade:
        """How an element is covered, given what each element rests on."""
        kinds = self.kinds
        if kinds[here] == "target":
            if nearest[here] != NOBODY:
                return Grade.DIRECT
            return Grade.THROUGH if any(nearest[each] != NOBODY for each in self.up[here]) else Grade.NONE
        if nearest[here] == NOBODY:
            return Grade.NONE
        if kinds[here] != "goal":
            return Grade.DIRECT
        below = (each for each in self.down[here] if kinds[each] != "goal")
        return Grade.DIRECT if any(kinds[each] == "effort" or nearest[each] != NOBODY for each in below) else Grade.THROUGH

    def order(self) -> tuple[list[int], list[int]]:
        """All positions with the serving before the served, and those that stand on or after a cycle and have no order."""
        waiting = [len(each) for each in self.down]
        ready = [here for here, count in enumerate(waiting) if not count]
        for here in ready:
            for above in self.up[here]:
                waiting[above] -= 1
                if not waiting[above]:
                    ready.append(above)
        return ready, [here for here, count in enumerate(waiting) if count]

    def efforts_below(self) -> list[frozenset[int]]:
        """For each element every effort from which it can be reached, itself left out: one union per link.

        Elements that rest on the same efforts share one set, and so do all elements of one knot.
        """
        ready, rest = self.order()
        found: list[frozenset[int]] = [frozenset()] * len(self.kinds)
        for here in ready:
            found[here] = self._efforts_at(here, found)
        for knot in self.knots(rest):
            inside = frozenset(each for each in knot if len(knot) > 1 and self.kinds[each] == "effort")
            whole = inside.union(*(self._efforts_at(each, found) for each in knot))
            for each in knot:
                found[each] = whole
        return found

    def knots(self, rest: list[int]) -> list[list[int]]:
        """The elements that have no order, in groups that reach each other, the serving groups first."""
        if not rest:
            return []
        from dinet.network.graph import knots  # networkx: needed only by networks that have a cycle

        return knots({each: self.down[each] for each in rest})

    def _efforts_at(self, here: int, found: list[frozenset[int]]) -> frozenset[int]:
        below = self.down[here]
        if not below:
            return found[here]
        efforts = [each for each in below if self.kinds[each] == "effort"]
        sets = {id(each): each for each in (found[each] for each in below) if each}
        if not efforts and len(sets) == 1:
            return next(iter(sets.values()))
        return frozenset(efforts).union(*sets.values())

    def under(self, theme: int) -> Iterator[int]:
        """The goals and targets of a theme; a goal that has a theme of its own belongs there only."""
        seen = {theme}
        todo = [theme]
        while todo:
            for below in self.down[todo.pop()]:
                if below not in seen and self.kinds[below] != "effort" and self._belongs(below, theme):
                    seen.add(below)
                    todo.append(below)
                    yield below

    def _belongs(self, here: int, theme: int) -> bool:
        if self.kinds[here] != "goal":
            return True
        own = [each for each in self.up[here] if self.kinds[each] == "theme"]
        return not own or theme in own
