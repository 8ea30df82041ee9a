"""The DIN table as the council knows it: which elements share a row, under which goal, under which theme.

Every element has a cell: what hangs nowhere stands in a last section. A network that would make
the table much larger than itself (one target under a thousand goals) is told once and referred
to after that.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeGuard

from dinet.model import Effort, Element, Goal, Theme
from dinet.network import Network
from dinet.network.snapshot import SUPPORTING

MANY_GOALS = 12
"""Above so many goals, what only serves a target is told at the first of them."""


class DinRow(NamedTuple):
    """What stands beside each other: targets (or benefits, capabilities, results), and the efforts for these."""

    between: tuple[Element, ...] = ()
    efforts: tuple[Element, ...] = ()


class GoalGroup(NamedTuple):
    """A goal and its rows, at least one; ``label`` is what stands in the goal's cell when there is no goal."""

    goal: Element | None
    rows: tuple[DinRow, ...]
    label: str = ""


class DinSection(NamedTuple):
    """The groups of one theme; ``loose`` marks the last section, of what hangs nowhere."""

    theme: Theme | None
    groups: tuple[GoalGroup, ...]
    loose: bool = False


class CrossReference(NamedTuple):
    """A remark under an element: words and the ids or names that they are about, such as "shared with" D1, D5."""

    words: str
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class DinTable:
    """The table of a network.

    Args:
        network: Everything that is in its programme gets a cell, second elements with a taken
            id too.

    Attributes:
        sections: In reading order of the themes; then the goals without a theme; then what
            hangs nowhere.
        parts: For an effort's id the sub-efforts that stand under it.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._places_of: dict[str, list[str]] = {}
        self._supporting_cache: dict[str, frozenset[str]] = {}
        self._part_ids: set[str] = set()
        self._outgoing_links = {
            start: list(links)
            for start, links in groupby(network.links(), key=attrgetter("start"))
        }
        self.parts: dict[str, list[Effort]] = {}
        groups = {goal.id: self._build_group(goal) for goal in network.goals}
        whole = {
            theme: [groups[goal.id] for goal in goals]
            for theme, goals in self._goals_by_theme().items()
        }
        for theme in network.themes:
            whole[theme.id] += self._groups_without_goal(
                network.supports(theme), theme.id
            )
        self._collect_parts()
        self.sections = tuple(self._build_sections(whole))

    def _build_sections(
        self, whole: dict[str, list[GoalGroup]]
    ) -> Iterator[DinSection]:
        for theme in self._network.themes:
            yield DinSection(theme, tuple(whole[theme.id]))
        if whole[""]:
            yield DinSection(None, tuple(whole[""]))
        rest = tuple(self._remaining_groups())
        if rest:
            yield DinSection(None, rest, loose=True)

    def _goals_by_theme(self) -> dict[str, list[Goal]]:
        found: dict[str, list[Goal]] = {theme.id: [] for theme in self._network.themes}
        found[""] = []
        for goal in self._network.goals:
            own = [
                each.id for each in self._network.serves(goal) if each.kind == "theme"
            ]
            for theme in (
                own or [each.id for each in self._network.themes_of(goal)] or [""]
            ):
                found[theme].append(goal)
        return found

    # the rows of one goal

    def _build_group(self, goal: Goal) -> GoalGroup:
        rows: list[DinRow] = []
        seen: set[str] = set()
        for each in self._find_between(goal):
            efforts = self._efforts_at(each, goal)
            seen.update(effort.id for effort in efforts)
            if rows and rows[-1].efforts == efforts:
                rows[-1] = DinRow((*rows[-1].between, each), efforts)
            else:
                rows.append(DinRow((each,), efforts))
        whole = tuple(
            each
            for each in self._network.supports(goal)
            if _is_effort(each) and each.id not in seen
        )
        if whole or not rows:
            rows.append(DinRow((), whole))
        return GoalGroup(goal, self._place_rows(rows, goal.id))

    def _find_between(self, goal: Goal) -> Iterator[Element]:
        """What stands between a goal and its efforts; what serves the goal through others stands at its first goal only."""
        seen: set[str] = set()
        todo = [(each, True) for each in reversed(self._network.supports(goal))]
        while todo:
            here, near = todo.pop()
            if (
                here.id not in seen
                and _stands_between(here)
                and (near or here.id not in self._places_of)
            ):
                seen.add(here.id)
                yield here
                todo += [
                    (each, False) for each in reversed(self._network.supports(here))
                ]

    def _efforts_at(self, between: Element, goal: Goal) -> tuple[Effort, ...]:
        """The efforts for a target under one of its goals: not those that serve another of its goals instead."""
        goals = {
            each.id for each in self._network.serves(between) if each.kind == "goal"
        }
        if len(goals) > MANY_GOALS and between.id in self._places_of:
            near = self._supporting_ids(between)
            return tuple(
                each
                for each in self._network.supports(goal)
                if _is_effort(each) and each.id in near
            )
        found = []
        for effort in self._network.supports(between):
            if _is_effort(effort):
                own = {each.id for each in self._network.serves(effort)} & goals
                if goal.id in own or not own:
                    found.append(effort)
        return tuple(found)

    def _supporting_ids(self, between: Element) -> frozenset[str]:
        if between.id not in self._supporting_cache:
            self._supporting_cache[between.id] = frozenset(
                each.id for each in self._network.supports(between)
            )
        return self._supporting_cache[between.id]

    # what has no goal

    def _groups_without_goal(
        self, elements: Iterable[Element], home: str
    ) -> list[GoalGroup]:
        """Rows for what is not placed yet, targets with their efforts first, then the efforts by the group they stood in."""
        fresh = [
            each
            for each in elements
            if each.id not in self._places_of and each.kind not in ("goal", "theme")
        ]
        rows: list[DinRow] = []
        for each in fresh:
            if not _is_effort(each):
                own = (
                    effort
                    for effort in self._network.supports(each)
                    if _is_effort(effort)
                )
                rows += self._place_rows(
                    [
                        DinRow(
                            (each,),
                            tuple(
                                effort
                                for effort in own
                                if effort.id not in self._places_of
                            ),
                        )
                    ],
                    home,
                )
        groups = [GoalGroup(None, tuple(rows))] if rows else []
        efforts = [
            each
            for each in fresh
            if _is_effort(each) and each.id not in self._places_of
        ]
        for label, together in groupby(efforts, key=lambda each: each.group or ""):
            groups.append(
                GoalGroup(
                    None, self._place_rows([DinRow((), tuple(together))], home), label
                )
            )
        return groups

    def _remaining_groups(self) -> Iterator[GoalGroup]:
        network = self._network
        yield from self._groups_without_goal(
            (each for each in network if each.id not in self._part_ids), ""
        )
        for each in network.programme.elements:
            if (
                network[each.id] is not each
            ):  # a second element with an id that is taken
                own = (DinRow((), (each,)),) if _is_effort(each) else (DinRow((each,)),)
                yield (
                    GoalGroup(None, own)
                    if each.kind != "goal"
                    else GoalGroup(each, (DinRow(),))
                )

    def _place_rows(self, rows: Iterable[DinRow], home: str) -> tuple[DinRow, ...]:
        kept = tuple(rows)
        for element_id in dict.fromkeys(
            each.id for row in kept for each in (*row.between, *row.efforts)
        ):
            self._places_of.setdefault(element_id, []).append(home)
        return kept

    def _collect_parts(self) -> None:
        for element_id in list(self._places_of):
            todo = [self._network[element_id]]
            while todo:
                here = todo.pop()
                fresh = (
                    [
                        each
                        for each in self._network.supports(here)
                        if self._is_part(each)
                    ]
                    if _is_effort(here)
                    else []
                )
                if fresh:
                    self._part_ids.update(each.id for each in fresh)
                    self.parts.setdefault(element_id, []).extend(fresh)
                    todo += fresh

    def _is_part(self, element: Element) -> TypeGuard[Effort]:
        return (
            _is_effort(element)
            and element.id not in self._places_of
            and element.id not in self._part_ids
        )

    # what is said under an element

    def cross_references(
        self, element: Element, goal: Element | None = None
    ) -> tuple[CrossReference, ...]:
        """What else an element serves or names.

        Args:
            element: Of any kind.
            goal: The goal under which it is being told; its own name is left out.

        Returns:
            Shared goals first, then other links in the order of their kinds, then other programmes.
        """
        others = [
            each
            for each in self._places_of.get(element.id, ())
            if each and goal is not None and each != goal.id
        ]
        marks = [CrossReference("shared with", tuple(others))] if others else []
        marks += self._link_references(element)
        return (
            (*marks, CrossReference("together with", names=element.joint_with))
            if element.joint_with
            else tuple(marks)
        )

    def _link_references(self, element: Element) -> Iterator[CrossReference]:
        found: dict[str, list[str]] = {}
        for link in self._outgoing_links.get(element.id, ()):
            if not (
                link.kind in SUPPORTING
                and self._is_shown(element, self._network[link.end])
            ):
                found.setdefault(link.kind, []).append(link.end)
        for kind, ids in found.items():
            yield CrossReference(kind.replace("_", " "), tuple(ids))

    def _is_shown(self, element: Element, served: Element) -> bool:
        """Whether the cell in which an element stands already says that it serves another."""
        if served.kind == "theme":
            return element.kind == "goal" or served.id in self._places_of.get(
                element.id, ()
            )
        if _is_effort(element):
            return not _is_effort(served) or element.id in self._part_ids
        return served.kind == "goal" and element.kind != "goal"


# by kind and not by class: what a class says of thousands of elements that are not of it takes
# a quarter of the time


def _is_effort(element: Element) -> TypeGuard[Effort]:
    return element.kind == "effort"


def _stands_between(element: Element) -> bool:
    return element.kind not in ("goal", "effort", "theme", "programme")
