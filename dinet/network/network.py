"""Network: the questions that can be asked of a programme."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dinet.errors import UnknownElementError, did_you_mean
from dinet.language import Sentence
from dinet.model import LINK_KINDS, Effort, Element, Goal, Link, Programme, Target, Theme
from dinet.network.answers import (
    Coverage,
    Critical,
    Grade,
    Hop,
    Impact,
    Loss,
    Measurement,
    Orphans,
    Shared,
    Tally,
    ThemeCoverage,
    Trace,
)
from dinet.network.snapshot import NOBODY, SUPPORTING, Snapshot

if TYPE_CHECKING:  # networkx takes longer to import than an audit takes to run, and most commands never touch the graph
    import networkx as nx


class Network:
    """A programme as a graph of typed elements.

    Links run from what serves to what is served, so *downstream* is towards the vision. All tuples are in reading
    order: the order in which the document names the elements.

    Args:
        programme: What was read. Links to ids that do not exist, and second elements with an id that is taken, stay
            in ``programme`` (two rules report them) and take no part in the graph.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> network = Network(Programme(
        ...     elements=(Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Bouwen van een hal")),
        ...     links=(Link(start="I1", end="D1", kind="contributes_to"),)))
        >>> [effort.id for effort in network.efforts_for(network["D1"])]
        ['I1']
    """

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self._known: dict[str, Element] = {}
        for element in programme.elements:
            self._known.setdefault(element.id, element)
        self.elements: tuple[Element, ...] = tuple(self._known.values())
        self._position = dict(zip(self._known, range(len(self._known)), strict=True))

    # the elements

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """All themes."""
        return tuple(each for each in self.elements if isinstance(each, Theme))

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """All goals, of every level."""
        return tuple(each for each in self.elements if isinstance(each, Goal))

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """All targets; one that stands under three goals is one target."""
        return tuple(each for each in self.elements if isinstance(each, Target))

    @cached_property
    def efforts(self) -> tuple[Effort, ...]:
        """All efforts and sub-efforts."""
        return tuple(each for each in self.elements if isinstance(each, Effort))

    def __getitem__(self, element_id: str) -> Element:
        """The element with an id.

        Raises:
            UnknownElementError: With the nearest ids that do exist.
        """
        if element_id not in self._known:
            what = Sentence("there is no element {id} in this programme.", id=element_id)
            raise UnknownElementError(what, *did_you_mean(element_id, self._known))
        return self._known[element_id]

    def __contains__(self, element_id: object) -> bool:
        return element_id in self._known

    def __iter__(self) -> Iterator[Element]:
        return iter(self.elements)

    def __len__(self) -> int:
        return len(self.elements)

    def __repr__(self) -> str:
        counts = Counter(each.kind for each in self.elements)
        return f"<Network {self.programme.title or ''!r}: {', '.join(f'{n} {kind}' for kind, n in counts.items())}>"

    # the links

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        place, rank = self._position, {kind: number for number, kind in enumerate(LINK_KINDS)}
        whole = (each for each in self.programme.links if each.start in place and each.end in place)
        return tuple(sorted(whole, key=lambda link: (place[link.start], place[link.end], rank[link.kind])))

    def links(self) -> tuple[Link, ...]:
        """All links between elements that exist, by reading order of what serves, then of what is served."""
        return self._links

    @cached_property
    def _links_of(self) -> dict[str, list[Link]]:
        at: dict[str, list[Link]] = {}
        for link in self._links:
            at.setdefault(link.start, []).append(link)
            if link.end != link.start:
                at.setdefault(link.end, []).append(link)
        return at

    def links_of(self, element: Element) -> tuple[Link, ...]:
        """All links that begin or end at an element, in the order of ``links()``."""
        return tuple(self._links_of.get(element.id, ()))

    def unknown_references(self) -> tuple[Link, ...]:
        """Links of which an end does not exist, in the order of the programme."""
        known = self._known
        return tuple(each for each in self.programme.links if each.start not in known or each.end not in known)

    @cached_property
    def graph(self) -> "nx.DiGraph[str]":
        """The same network as a frozen ``networkx.DiGraph``, for people who know NetworkX; copy it to change it."""
        from dinet.network.graph import as_graph

        return as_graph(self.elements, self._links)

    def to_pyvis(self) -> Any:
        """The same network as a ``pyvis.network.Network`` with every element at its fixed place, physics off.

        Raises:
            MissingLibraryError: pyvis is not installed.
        """
        return import_module("dinet.writers.pyvis").picture(self)  # by name: a room above this one

    # near questions

    def served_by(self, element: Element) -> tuple[Element, ...]:
        """What an element serves at one link's distance, by a link that carries support."""
        return self._ends(link.end for link in self.links_of(element) if link.start == element.id and link.kind in SUPPORTING)

    def supports(self, element: Element) -> tuple[Element, ...]:
        """What serves an element at one link's distance, by a link that carries support."""
        return self._ends(link.start for link in self.links_of(element) if link.end == element.id and link.kind in SUPPORTING)

    def _ends(self, ids: Iterable[str]) -> tuple[Element, ...]:
        return self._in_order({self._position[each] for each in ids})

    def _in_order(self, positions: Iterable[int]) -> tuple[Element, ...]:
        return tuple(self.elements[each] for each in sorted(positions))

    def targets_of(self, goal: Element) -> tuple[Target, ...]:
        """The targets that measure a goal."""
        return tuple(each for each in self.supports(goal) if isinstance(each, Target))

    def goals_of(self, element: Element) -> tuple[Goal, ...]:
        """Every goal that an element serves, directly or through targets and other goals."""
        return tuple(each for each in self._reach(element, self._snapshot.up) if isinstance(each, Goal))

    def themes_of(self, element: Element) -> tuple[Theme, ...]:
        """Every theme that an element serves in the end."""
        return tuple(each for each in self._reach(element, self._snapshot.up) if isinstance(each, Theme))

    def efforts_for(self, element: Element) -> tuple[Effort, ...]:
        """Every effort that serves an element, directly or through others."""
        return tuple(each for each in self._reach(element, self._snapshot.down) if isinstance(each, Effort))

    def _reach(self, element: Element, neighbours: list[list[int]]) -> tuple[Element, ...]:
        todo = [self._position[element.id]]
        seen: set[int] = set()
        while todo:
            fresh = [each for each in neighbours[todo.pop()] if each not in seen]
            seen.update(fresh)
            todo += fresh
        return self._in_order(seen - {self._position[element.id]})

    # questions over the whole

    @cached_property
    def _snapshot(self) -> Snapshot:
        links = self.programme.links if not self.unknown_references() else self._links
        return Snapshot(self.elements, links, self._position)

    def grade(self, element: Element) -> Grade:
        """How an element is covered by efforts."""
        return self._snapshot.grade(self._position[element.id], self._snapshot.nearest)

    def coverage(self) -> Coverage:
        """The grades of all goals and targets, per theme and in total, in one pass over the network."""
        snapshot = self._snapshot
        grades = {each: snapshot.grade(each, snapshot.nearest) for kind in ("goal", "target") for each in snapshot.of_kind(kind)}
        rows: list[ThemeCoverage] = []
        homeless = dict.fromkeys(grades)
        for theme in self.themes:
            under = [each for each in snapshot.under(self._position[theme.id]) if each in grades]
            rows.append(ThemeCoverage(theme, self._tally(grades, under, "goal"), self._tally(grades, under, "target")))
            for each in under:
                homeless.pop(each, None)
        if homeless:
            rows.append(ThemeCoverage(None, self._tally(grades, homeless, "goal"), self._tally(grades, homeless, "target")))
        return Coverage(self._tally(grades, grades, "goal"), self._tally(grades, grades, "target"), tuple(rows))

    def _tally(self, grades: dict[int, Grade], among: Iterable[int], kind: str) -> Tally:
        kinds = self._snapshot.kinds
        found = Counter(grades[each] for each in among if kinds[each] == kind)
        return Tally(found[Grade.DIRECT], found[Grade.THROUGH], found[Grade.NONE])

    def measurements(self) -> tuple[Measurement, ...]:
        """Each target under each of its goals, with the grade that it has there, by goal and then by target.

        Direct here means: an effort that serves this goal is linked to this target.
        """
        found: list[Measurement] = []
        for goal in self.goals:
            working = {each.id for each in self.supports(goal) if isinstance(each, Effort)}
            for target in self.targets_of(goal):
                own = {each.id for each in self.supports(target)}
                alone = bool(own) and len(self.served_by(target)) == 1
                grade = Grade.DIRECT if own & working or alone else Grade.THROUGH if working else Grade.NONE
                found.append(Measurement(target, goal, grade))
        return tuple(found)

    def orphans(self) -> Orphans:
        """Elements that miss what gives them their sense; five lists that may share elements."""
        snapshot, kinds = self._snapshot, self._snapshot.kinds
        nearest, up, down = snapshot.nearest, snapshot.up, snapshot.down

        def chosen(positions: Iterable[int]) -> tuple[Element, ...]:
            return tuple(self.elements[each] for each in positions)

        return Orphans(
            goals_without_effort=chosen(each for each in snapshot.of_kind("goal") if nearest[each] == NOBODY),
            goals_without_target=chosen(
                each for each in snapshot.of_kind("goal") if not any(kinds[below] == "target" for below in down[each])
            ),
            targets_without_goal=chosen(each for each in snapshot.of_kind("target") if not up[each]),
            targets_without_effort=chosen(each for each in snapshot.of_kind("target") if nearest[each] == NOBODY),
            efforts_without_goal=chosen(each for each in snapshot.of_kind("effort") if not up[each]),
        )

    def shared(self) -> tuple[Shared, ...]:
        """Targets that measure more than one goal and efforts that serve more than one, with the themes they join."""
        found = []
        for element in (*self.targets, *self.efforts):
            goals = tuple(each for each in self.served_by(element) if isinstance(each, Goal))
            if len(goals) > 1:
                found.append(Shared(element, goals, self.themes_of(element)))
        return tuple(found)

    def efforts_per_goal(self) -> dict[str, frozenset[str]]:
        """For each goal's id the ids of all efforts that serve it, directly or through others, in one pass."""
        below, elements = self._snapshot.efforts_below(), self.elements
        return {elements[each].id: frozenset(elements[one].id for one in below[each]) for each in self._snapshot.of_kind("goal")}

    def trace(self, element_id: str) -> Trace:
        """Everything that an element serves, and everything that serves it.

        Raises:
            UnknownElementError: There is no such element.
        """
        element = self[element_id]
        return Trace(element, self._hops(element, towards_vision=True), self._hops(element, towards_vision=False))

    def _hops(self, element: Element, *, towards_vision: bool) -> tuple[Hop, ...]:
        seen, todo, hops = {element.id}, deque([(element, 0)]), []
        while todo:
            here, distance = todo.popleft()
            for link in self.links_of(here):
                near, far = (link.start, link.end) if towards_vision else (link.end, link.start)
                if near == here.id and far not in seen and link.kind in SUPPORTING:
                    seen.add(far)
                    todo.append((self._known[far], distance + 1))
                    hops.append(Hop(link, self._known[far], distance + 1))
        return tuple(hops)

    def impact(self, *element_ids: str) -> Impact:
        """Which elements fall to a lower grade when these stop; the stopped ones themselves are not counted.

        Raises:
            UnknownElementError: One of them does not exist.
        """
        stopped = tuple(self[each] for each in dict.fromkeys(element_ids))
        gone = {self._position[each.id] for each in stopped}
        before, after = self._snapshot.nearest, self._snapshot.nearest_efforts(gone)
        losses = []
        for place, element in enumerate(self.elements):
            if place not in gone and not isinstance(element, Effort):
                was, now = self._snapshot.grade(place, before), self._snapshot.grade(place, after)
                if was != now:
                    losses.append(Loss(element, was, now))
        return Impact(stopped, tuple(losses))

    def critical(self) -> tuple[Critical, ...]:
        """Efforts on which something rests alone: when one stops, these elements have no effort left."""
        rests: dict[int, list[int]] = {}
        for place, effort in enumerate(self._snapshot.nearest):
            if effort >= 0:
                rests.setdefault(effort, []).append(place)
        return tuple(Critical(self.elements[each], self._in_order(rests[each])) for each in sorted(rests))

    def cycles(self) -> tuple[tuple[Element, ...], ...]:
        """For each group of elements that reach each other, its shortest cycle through its first element."""
        snapshot = self._snapshot
        knots = snapshot.knots(snapshot.order()[1])
        return tuple(self._cycle(knot) for knot in sorted(knots) if len(knot) > 1 or knot[0] in snapshot.up[knot[0]])

    def _cycle(self, knot: list[int]) -> tuple[Element, ...]:
        from dinet.network.graph import shortest_cycle

        inside = set(knot)
        ways = {each: [above for above in self._snapshot.up[each] if above in inside] for each in knot}
        return tuple(self.elements[each] for each in shortest_cycle(ways, knot[0]))
