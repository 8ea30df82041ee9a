"""Network: the questions that can be asked of a programme."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from dinet.errors import UnknownElementError, did_you_mean
from dinet.language import Sentence
from dinet.model import (
    SUPPORTING_LINKS,
    WEAK_BASES,
    Effort,
    Element,
    Goal,
    Link,
    Programme,
    Target,
    Theme,
)
from dinet.network import (
    carriers,
    coverage,
    impact,
    measuring,
    proofs,
    tracing,
)
from dinet.network.grades import Grade, Measured
from dinet.network.reach import Reach
from dinet.network.results import (
    Coverage,
    Critical,
    Impact,
    Measurement,
    MeasureProof,
    Orphans,
    Proof,
    Shared,
    Trace,
)
from dinet.network.snapshot import GATE_OF_SHARED_TARGET, Snapshot

# networkx takes longer to import than an audit takes to run, and most commands never touch the
# graph
if TYPE_CHECKING:
    import networkx as nx

ElementModel = TypeVar("ElementModel", bound=Element)
"""One of the models of elements: ``Goal``, ``Target``, ``Effort`` and so on."""


class Network:
    """A programme as a graph of typed elements.

    Links run from what serves to what is served, so *downstream* is towards the vision. Work
    that contributes, targets that measure and parts of a whole *serve*; references,
    dependencies and conflicts do not, and neither does a link from an element to itself. All
    tuples are in the order of the programme: by kind, then as the document names them.

    Args:
        programme: What was read. Links to ids that do not exist, and second elements with an id
            that is taken, stay in ``programme`` (two rules report them) and take no part in the
            graph.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> network = Network(Programme(
        ...     elements=(Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal")),
        ...     links=(Link(start="I1", end="D1", kind="contributes_to"),)))
        >>> [effort.id for effort in network.efforts_for(network["D1"])]
        ['I1']
    """

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.elements: tuple[Element, ...] = programme.elements
        self._position = _positions_by_id(self.elements)
        if len(self._position) < len(self.elements):
            self.elements = _first_of_each_id(self.elements)
            self._position = _positions_by_id(self.elements)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """All themes."""
        return self.elements_of(Theme)

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """All goals, of every level."""
        return self.elements_of(Goal)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """All targets; one that stands under three goals is one target."""
        return self.elements_of(Target)

    @cached_property
    def efforts(self) -> tuple[Effort, ...]:
        """All efforts and sub-efforts."""
        return self.elements_of(Effort)

    def elements_of(
        self, *models: type[ElementModel]
    ) -> tuple[ElementModel, ...]:
        """All elements of some kinds, in the order of the programme.

        Example:
            >>> from dinet.model import Benefit, Effort, Goal, Programme
            >>> goal, effort = Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal")
            >>> network = Network(Programme(elements=(goal, effort)))
            >>> [element.id for element in network.elements_of(Goal, Benefit)]
            ['D1']
        """
        # not with isinstance, which takes a model six times as long as its type does
        return tuple(
            element  # type: ignore[misc]
            for element in self.elements
            if type(element) in models
        )

    def __getitem__(self, element_id: str) -> Element:
        """The element with an id.

        Raises:
            UnknownElementError: With the nearest ids that do exist.
        """
        # asked for both ends of each link, by several rules: one look when it is there
        position = self._position.get(element_id)
        if position is None:
            raise self._unknown_element(element_id)
        return self.elements[position]

    def _position_of(self, element_id: str) -> int:
        position = self._position.get(element_id)
        if position is None:
            raise self._unknown_element(element_id)
        return position

    def _unknown_element(self, element_id: str) -> UnknownElementError:
        what = Sentence(
            "there is no element {id} in this programme.", id=element_id
        )
        return UnknownElementError(
            what, *did_you_mean(element_id, self._position)
        )

    def __contains__(self, element_id: object) -> bool:
        return element_id in self._position

    def __iter__(self) -> Iterator[Element]:
        return iter(self.elements)

    def __len__(self) -> int:
        return len(self.elements)

    def __repr__(self) -> str:
        counts = Counter(element.kind for element in self.elements)
        contents = ", ".join(
            f"{count} {kind}" for kind, count in counts.items()
        )
        return f"<Network {self.programme.title or ''!r}: {contents}>"

    @cached_property
    def _known_links(self) -> tuple[Link, ...]:
        known = self._position
        links = self.programme.links
        return tuple(
            link for link in links if link.start in known and link.end in known
        )

    def links(self) -> tuple[Link, ...]:
        """All links between elements that exist.

        They are in the order of the programme: by what serves, then by what is served.
        """
        return self._known_links

    @cached_property
    def _links_of(self) -> dict[str, list[Link]]:
        links_by_id: dict[str, list[Link]] = {}
        for link in self._known_links:
            links_by_id.setdefault(link.start, []).append(link)
            if link.end != link.start:
                links_by_id.setdefault(link.end, []).append(link)
        return links_by_id

    def links_of(self, element: Element) -> tuple[Link, ...]:
        """All links of every kind that begin or end at an element, in the order of ``links()``."""
        return tuple(self._links_of.get(element.id, ()))

    @cached_property
    def _unknown_references(self) -> tuple[Link, ...]:
        links, known = self.programme.links, self._position
        return tuple(
            link
            for link in links
            if link.start not in known or link.end not in known
        )

    def unknown_references(self) -> tuple[Link, ...]:
        """Links of which an end does not exist, in the order of the programme."""
        return self._unknown_references

    @cached_property
    def graph(self) -> "nx.DiGraph[str]":
        """The same network as a ``networkx.DiGraph``, for people who know NetworkX.

        It is frozen: copy it to change it.
        """
        from dinet.network.graph import as_graph

        return as_graph(self.elements, self._known_links)

    # near questions

    @cached_property
    def _snapshot(self) -> Snapshot:
        return Snapshot(self.elements, self.programme.links, self._position)

    @cached_property
    def reach(self) -> Reach:
        """What is linked with what over any number of links; elements are positions there."""
        return Reach(self._snapshot)

    def serves(self, element: Element) -> tuple[Element, ...]:
        """What an element serves at one link's distance."""
        snapshot = self._snapshot
        above = snapshot.up[self._position_of(element.id)]
        return snapshot.nearest_elements(above) if above else ()

    def wholes_of(self, effort: Effort) -> tuple[Effort, ...]:
        """The efforts that an effort serves, as a part of them or before them."""
        return tuple(
            served
            for served in self.serves(effort)
            if isinstance(served, Effort)
        )

    def supports(self, element: Element) -> tuple[Element, ...]:
        """What serves an element at one link's distance."""
        snapshot = self._snapshot
        below = snapshot.down[self._position_of(element.id)]
        return snapshot.nearest_elements(below) if below else ()

    def targets_of(self, goal: Element) -> tuple[Target, ...]:
        """The targets that measure a goal itself."""
        return tuple(
            target
            for target in self.supports(goal)
            if isinstance(target, Target)
        )

    def goals_of(self, element: Element) -> tuple[Goal, ...]:
        """Every goal that an element serves, directly or through targets and other goals."""
        reached = self._reachable_elements(element, self._snapshot.up)
        return tuple(
            element for element in reached if isinstance(element, Goal)
        )

    def themes_of(self, element: Element) -> tuple[Theme, ...]:
        """Every theme that an element serves in the end."""
        reached = self._reachable_elements(element, self._snapshot.up)
        return tuple(
            element for element in reached if isinstance(element, Theme)
        )

    def efforts_for(self, element: Element) -> tuple[Effort, ...]:
        """Every effort that serves an element, directly or through others."""
        reached = self._reachable_elements(element, self._snapshot.down)
        return tuple(
            element for element in reached if isinstance(element, Effort)
        )

    def _reachable_elements(
        self, element: Element, neighbours: list[list[int]]
    ) -> tuple[Element, ...]:
        position = self._position_of(element.id)
        return self._snapshot.elements_at(
            tracing.reachable_from(position, neighbours)
        )

    # questions over the whole

    @cached_property
    def _graded_elements(self) -> coverage.Graded:
        return coverage.grade_elements(self._snapshot)

    @property
    def _grade_marks(self) -> bytearray:
        return self._graded_elements.marks

    @cached_property
    def _firm_graded(self) -> coverage.Graded:
        """The grades without links on weak evidence: those of all links when all are firm."""
        links = self.programme.links
        weak = [
            link
            for link in links
            if link.basis in WEAK_BASES and link.kind in SUPPORTING_LINKS
        ]
        if not weak:
            return self._graded_elements
        whole = self._snapshot
        firm_links = [link for link in links if link.basis not in WEAK_BASES]
        firm = Snapshot(
            self.elements, firm_links, self._position, gates=whole.gates
        )
        return coverage.grade_elements(firm, like=self._grade_marks)

    def grade(self, element: Element) -> Grade:
        """How an element is covered by efforts; an effort itself is always ``direct``."""
        return coverage.grade_of_mark(
            self._grade_marks[self._position_of(element.id)]
        )

    def proof(self, element: Element) -> Proof:
        """The grade of an element with the way from an effort that proves it.

        A way over links on firm evidence comes first.

        Example:
            >>> from dinet.model import Effort, Goal, Link, Programme
            >>> network = Network(Programme(
            ...     elements=(Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal")),
            ...     links=(Link(start="I1", end="D1", kind="contributes_to"),)))
            >>> [step.id for step in network.proof(network["D1"]).path]
            ['I1', 'D1']
        """
        return proofs.prove_grade(
            self.elements,
            self.links_of,
            (self._graded_elements, self._firm_graded),
            self._position_of(element.id),
        )

    @cached_property
    def _goal_measures(self) -> measuring.GoalMeasures:
        return measuring.measure_goals(self._snapshot)

    def measured(self, goal: Element) -> Measured:
        """How targets measure a goal: by one of its own, or only through a goal below."""
        return self._goal_measures.grade_of(self._position_of(goal.id))

    def measure_proof(self, goal: Element) -> MeasureProof:
        """How targets measure a goal, with the way from a target that proves it."""
        position = self._position_of(goal.id)
        path = self._goal_measures.path_to(position)
        steps = tuple(map(self.elements.__getitem__, path))
        return MeasureProof(
            goal,
            self._goal_measures.grade_of(position),
            steps,
            proofs.links_along(steps, self.links_of),
        )

    def coverage(self) -> Coverage:
        """The grades of all goals and targets, per theme and in total.

        A target has one grade here, wherever it stands; ``measurements()`` judges it under each
        of its goals. A goal counts under its own themes and those that they are part of; when
        it has none, under the themes of the goals that it contributes to. A target counts under
        the themes of all its goals.
        """
        return coverage.coverage_by_theme(
            self._snapshot, self.themes, self._grade_marks
        )

    @cached_property
    def _graded_measurements(self) -> tuple[Measurement, ...]:
        # graded once, since several rules and reports ask for them
        return tuple(
            coverage.grade_measurements(self._snapshot, self._grade_marks)
        )

    def measurements(self) -> tuple[Measurement, ...]:
        """Each target under each of its goals, with the grade that it has there.

        They are sorted by goal and then by target.
        """
        return self._graded_measurements

    @cached_property
    def _orphans(self) -> Orphans:
        # found once, since many rules ask for them
        return coverage.find_orphans(
            self._snapshot, self._grade_marks, self._goal_measures
        )

    def orphans(self) -> Orphans:
        """Elements that miss what gives them their sense, in lists by what they miss."""
        return self._orphans

    def shared(self) -> tuple[Shared, ...]:
        """Elements that serve more than one goal.

        Likewise those that serve more than one benefit, capability, result or effort; see
        ``Shared``.
        """
        return tuple(tracing.find_shared(self._snapshot))

    @cached_property
    def _efforts_per_goal(self) -> dict[str, frozenset[str]]:
        return tracing.efforts_per_goal(self._snapshot)

    def efforts_per_goal(self) -> dict[str, frozenset[str]]:
        """For each goal's id the ids of all efforts that serve it, directly or through others.

        All goals are answered in one pass over the network, the first time that it is asked.
        """
        return dict(self._efforts_per_goal)

    def shared_targets(self) -> frozenset[str]:
        """The ids of the targets that measure more than one goal.

        A target measures the goals to which it leads by ways that pass no other goal.
        """
        gates = self._snapshot.gates
        return frozenset(
            self.elements[target].id
            for target in self._snapshot.of_kind["target"]
            if gates[target] == GATE_OF_SHARED_TARGET
        )

    def trace(self, element_id: str) -> Trace:
        """Everything that an element serves, and everything that serves it.

        Raises:
            UnknownElementError: There is no such element.
        """
        start = self[element_id]
        lookups = self.links_of, self.__getitem__
        upward = tracing.trace_hops(start, *lookups, upward=True)
        downward = tracing.trace_hops(start, *lookups, upward=False)
        return Trace(start, upward, downward)

    def impact(self, *element_ids: str) -> Impact:
        """Which elements fall to a lower grade when these stop.

        The stopped ones themselves are not counted. Only what is named stops: name the
        sub-efforts too if they stop with their effort.

        Raises:
            UnknownElementError: One of them does not exist.
        """
        stopped = list(map(self._position_of, dict.fromkeys(element_ids)))
        return impact.impact_of_stopping(
            self._snapshot, self._grade_marks, stopped
        )

    def critical(self) -> tuple[Critical, ...]:
        """Efforts on which something rests alone.

        When such an effort stops, no effort serves these elements any more. A target that rests
        on one effort may still have efforts through its goal; efforts themselves rest on
        nothing.
        """
        return impact.find_critical_efforts(self._snapshot)

    @cached_property
    def _carriers(self) -> list[frozenset[int]]:
        return carriers.find_carriers(self._snapshot)

    def carriers_of(self, element: Element) -> tuple[Element, ...]:
        """The efforts that carry an element: a way leads from them that passes no other effort.

        It keeps an effort exactly as long as one of these goes on; a sub-effort that serves it
        by way of its effort is not among them. Empty for an effort, and where no effort leads.

        Example:
            >>> from dinet.model import Effort, Goal, Link, Programme
            >>> network = Network(Programme(
            ...     elements=(Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal"),
            ...               Effort(id="I1.1", text="Een ontwerp")),
            ...     links=(Link(start="I1", end="D1", kind="contributes_to"),
            ...            Link(start="I1.1", end="I1", kind="part_of"))))
            >>> [effort.id for effort in network.carriers_of(network["D1"])]
            ['I1']
        """
        found = self._carriers[self._position_of(element.id)]
        return self._snapshot.elements_at(found)

    def cycles(self) -> tuple[tuple[Element, ...], ...]:
        """For each group of elements that reach each other, its shortest cycle.

        The cycle runs through the first element of the group. Empty when there is none. A link
        from an element to itself is no cycle here: it is a fault of its own.
        """
        return tuple(tracing.find_cycles(self._snapshot))


def _positions_by_id(elements: Sequence[Element]) -> dict[str, int]:
    ids = [element.id for element in elements]
    return dict(zip(ids, range(len(ids)), strict=True))


def _first_of_each_id(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements without those whose id is taken: it stays with the first that has it."""
    first: dict[str, Element] = {}
    for element in elements:
        first.setdefault(element.id, element)
    return tuple(first.values())
