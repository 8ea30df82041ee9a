"""What hangs together: traces, shared elements, the efforts under each goal, and cycles."""

from collections.abc import Callable, Iterable, Iterator

from dinet.model import SUPPORTING_LINKS, Element, Link
from dinet.network.results import Hop, Shared
from dinet.network.snapshot import Snapshot

GROUPING_KINDS = frozenset({"theme", "programme"})


def trace_hops(
    start: Element,
    links_of: Callable[[Element], Iterable[Link]],
    element_of: Callable[[str], Element],
    *,
    upward: bool,
) -> tuple[Hop, ...]:
    """Everything that an element serves, or that serves it, nearest first.

    Args:
        start: Where the trace begins.
        links_of: Gives the links of an element in the order in which they are followed.
        element_of: Gives the element with an id.
        upward: Follow the links towards the vision, else towards the efforts.
    """
    seen, todo, found = {start.id}, [(start, 0)], []
    for here, distance in todo:
        for link in links_of(here):
            near, far = (link.start, link.end) if upward else (link.end, link.start)
            if near == here.id and far not in seen and link.kind in SUPPORTING_LINKS:
                seen.add(far)
                todo.append((element_of(far), distance + 1))
                found.append(Hop(link, element_of(far), distance + 1))
    return tuple(found)


def reachable_from(start: int, neighbours: list[list[int]]) -> set[int]:
    """All positions that can be reached from one, itself left out."""
    seen, todo = {start}, [start]
    for here in todo:
        fresh = [each for each in neighbours[here] if each not in seen]
        seen.update(fresh)
        todo += fresh
    return seen - {start}


def efforts_per_goal(snapshot: Snapshot) -> dict[str, frozenset[str]]:
    """See ``Network.efforts_per_goal``."""
    ids = [each.id for each in snapshot.elements]
    found = snapshot.gather_names("effort", ids, below=snapshot.down, above=snapshot.up)
    return {ids[goal]: found[goal] for goal in snapshot.of_kind["goal"]}


def find_shared(snapshot: Snapshot) -> Iterator[Shared]:
    """See ``Network.shared``."""
    joins = {
        here: served
        for here in range(len(snapshot.kinds))
        if (served := _served_together(snapshot, here))
    }
    if not joins:
        return
    themes = snapshot.gather_names(
        "theme", range(len(snapshot.kinds)), below=snapshot.up, above=snapshot.down
    )
    for here, served in joins.items():
        yield Shared(
            snapshot.elements[here],
            snapshot.elements_at(served),
            snapshot.elements_at(themes[here] - {here}),
        )


def _served_together(snapshot: Snapshot, here: int) -> list[int]:
    """Of what an element serves, everything of which it serves more than one; a target stands for its only goal."""
    if len(snapshot.up[here]) < 2:
        return []
    layers: dict[str, set[int]] = {}
    for each in snapshot.up[here]:
        kind = snapshot.kinds[each]
        if kind == "target":
            goals = snapshot.goals_of(each)
            if len(goals) == 1:
                layers.setdefault("goal", set()).update(goals - {here})
        elif kind not in GROUPING_KINDS:
            layers.setdefault(kind, set()).add(each)
    return [each for layer in layers.values() if len(layer) > 1 for each in layer]


def find_cycles(snapshot: Snapshot) -> Iterator[tuple[Element, ...]]:
    """See ``Network.cycles``."""
    rest = snapshot.topological_order(snapshot.down, snapshot.up)[1]
    for knot in sorted(map(sorted, snapshot.cyclic_groups(rest, snapshot.down))):
        if len(knot) > 1:
            yield _shortest_cycle_in(snapshot, knot)


def _shortest_cycle_in(snapshot: Snapshot, knot: list[int]) -> tuple[Element, ...]:
    from dinet.network.graph import (
        shortest_cycle,
    )  # networkx: needed only by networks that have a cycle

    inside = set(knot)
    ways = {
        here: sorted({each for each in snapshot.up[here] if each in inside})
        for here in knot
    }
    return tuple(snapshot.elements[each] for each in shortest_cycle(ways, knot[0]))
