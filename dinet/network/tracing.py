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

    Each element has one hop, over the first link that leads to it.

    Args:
        start: Where the trace begins.
        links_of: Gives the links of an element in the order in which they are followed.
        element_of: Gives the element with an id.
        upward: Follow the links towards the vision, else towards the efforts.
    """
    reached, waiting, hops = {start.id}, [(start, 0)], []
    for element, distance in waiting:  # the list grows while it is read
        for link in links_of(element):
            far_id = _far_end(link, element.id, upward=upward)
            if far_id is None or far_id in reached:
                continue
            reached.add(far_id)
            hop = Hop(link, element_of(far_id), distance + 1)
            waiting.append((hop.element, hop.distance))
            hops.append(hop)
    return tuple(hops)


def _far_end(link: Link, near_id: str, *, upward: bool) -> str | None:
    """Where a supporting link leads from an element; None when it leads the other way."""
    near, far = (link.start, link.end) if upward else (link.end, link.start)
    if near == near_id and link.kind in SUPPORTING_LINKS:
        return far
    return None


def reachable_from(start: int, neighbours: list[list[int]]) -> set[int]:
    """All positions that can be reached from one, itself left out."""
    reached, waiting = {start}, [start]
    for position in waiting:  # the list grows while it is read
        fresh = [near for near in neighbours[position] if near not in reached]
        reached.update(fresh)
        waiting += fresh
    return reached - {start}


def efforts_per_goal(snapshot: Snapshot) -> dict[str, frozenset[str]]:
    """See ``Network.efforts_per_goal``."""
    ids = [element.id for element in snapshot.elements]
    efforts = snapshot.gather_names(
        "effort", ids, below=snapshot.down, above=snapshot.up
    )
    return {ids[goal]: efforts[goal] for goal in snapshot.of_kind["goal"]}


def find_shared(snapshot: Snapshot) -> Iterator[Shared]:
    """See ``Network.shared``."""
    positions = range(len(snapshot.kinds))
    served_by_shared: dict[int, list[int]] = {}
    for position in positions:
        if served := _served_together(snapshot, position):
            served_by_shared[position] = served
    if not served_by_shared:
        return
    themes = snapshot.gather_names(
        "theme", positions, below=snapshot.up, above=snapshot.down
    )
    for position, served in served_by_shared.items():
        yield Shared(
            snapshot.elements[position],
            snapshot.elements_at(served),
            snapshot.elements_at(themes[position] - {position}),
        )


def _served_together(snapshot: Snapshot, position: int) -> list[int]:
    """Of what an element serves, everything of which it serves more than one of a kind.

    A target stands for its only goal. Empty when the element is not shared.
    """
    if len(snapshot.up[position]) < 2:
        return []
    served_by_kind: dict[str, set[int]] = {}
    for above in snapshot.up[position]:
        kind = snapshot.kinds[above]
        if kind == "target":
            goals = snapshot.goals_of(above)
            if len(goals) == 1:
                served_by_kind.setdefault("goal", set()).update(
                    goals - {position}
                )
        elif kind not in GROUPING_KINDS:
            served_by_kind.setdefault(kind, set()).add(above)
    together: list[int] = []
    for served in served_by_kind.values():
        if len(served) > 1:
            together += served
    return together


def find_cycles(snapshot: Snapshot) -> Iterator[tuple[Element, ...]]:
    """See ``Network.cycles``."""
    rest = snapshot.topological_order(snapshot.down, snapshot.up)[1]
    for knot in sorted(
        map(sorted, snapshot.cyclic_groups(rest, snapshot.down))
    ):
        if len(knot) > 1:
            yield _shortest_cycle_in(snapshot, knot)


def _shortest_cycle_in(
    snapshot: Snapshot, knot: list[int]
) -> tuple[Element, ...]:
    # networkx takes long to import, and only networks with a cycle need it
    from dinet.network.graph import shortest_cycle

    inside = set(knot)
    # without double links and in order, so that the same network gives the same cycle
    neighbours = {
        position: sorted(inside.intersection(snapshot.up[position]))
        for position in knot
    }
    cycle = shortest_cycle(neighbours, knot[0])
    return tuple(map(snapshot.elements.__getitem__, cycle))
