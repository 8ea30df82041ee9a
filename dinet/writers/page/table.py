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

MANY = 12
"""Above so many goals, what only serves a target is told at the first of them."""


class Row(NamedTuple):
    """What stands beside each other: targets (or benefits, capabilities, results), and the efforts for these."""

    between: tuple[Element, ...] = ()
    efforts: tuple[Element, ...] = ()


class Group(NamedTuple):
    """A goal and its rows, at least one; ``label`` is what stands in the goal's cell when there is no goal."""

    goal: Element | None
    rows: tuple[Row, ...]
    label: str = ""


class Section(NamedTuple):
    """The groups of one theme; ``loose`` marks the last section, of what hangs nowhere."""

    theme: Theme | None
    groups: tuple[Group, ...]
    loose: bool = False


class Mark(NamedTuple):
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
        self._homes: dict[str, list[str]] = {}
        self._near: dict[str, frozenset[str]] = {}
        self._under: set[str] = set()
        self._outgoing = {
            start: list(links)
            for start, links in groupby(network.links(), key=attrgetter("start"))
        }
        self.parts: dict[str, list[Effort]] = {}
        groups = {goal.id: self._group(goal) for goal in network.goals}
        whole = {
            theme: [groups[goal.id] for goal in goals]
            for theme, goals in self._goals_by_theme().items()
        }
        for theme in network.themes:
            whole[theme.id] += self._groups_without_goal(
                network.supports(theme), theme.id
            )
        self._collect_parts()
        self.sections = tuple(self._sections(whole))

    def _sections(self, whole: dict[str, list[Group]]) -> Iterator[Section]:
        for theme in self._network.themes:
            yield Section(theme, tuple(whole[theme.id]))
        if whole[""]:
            yield Section(None, tuple(whole[""]))
        rest = tuple(self._rest())
        if rest:
            yield Section(None, rest, loose=True)

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

    def _group(self, goal: Goal) -> Group:
        rows: list[Row] = []
        seen: set[str] = set()
        for each in self._between(goal):
            efforts = self._efforts_at(each, goal)
            seen.update(effort.id for effort in efforts)
            if rows and rows[-1].efforts == efforts:
                rows[-1] = Row((*rows[-1].between, each), efforts)
            else:
                rows.append(Row((each,), efforts))
        whole = tuple(
            each
            for each in self._network.supports(goal)
            if _is_effort(each) and each.id not in seen
        )
        if whole or not rows:
            rows.append(Row((), whole))
        return Group(goal, self._placed(rows, goal.id))

    def _between(self, goal: Goal) -> Iterator[Element]:
        """What stands between a goal and its efforts; what serves the goal through others stands at its first goal only."""
        seen: set[str] = set()
        todo = [(each, True) for each in reversed(self._network.supports(goal))]
        while todo:
            here, near = todo.pop()
            if (
                here.id not in seen
                and _stands_between(here)
                and (near or here.id not in self._homes)
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
        if len(goals) > MANY and between.id in self._homes:
            near = self._ids_for(between)
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

    def _ids_for(self, between: Element) -> frozenset[str]:
        if between.id not in self._near:
            self._near[between.id] = frozenset(
                each.id for each in self._network.supports(between)
            )
        return self._near[between.id]

    # what has no goal

    def _groups_without_goal(
        self, elements: Iterable[Element], home: str
    ) -> list[Group]:
        """Rows for what is not placed yet, targets with their efforts first, then the efforts by the group they stood in."""
        fresh = [
            each
            for each in elements
            if each.id not in self._homes and each.kind not in ("goal", "theme")
        ]
        rows: list[Row] = []
        for each in fresh:
            if not _is_effort(each):
                own = (
                    effort
                    for effort in self._network.supports(each)
                    if _is_effort(effort)
                )
                rows += self._placed(
                    [
                        Row(
                            (each,),
                            tuple(
                                effort for effort in own if effort.id not in self._homes
                            ),
                        )
                    ],
                    home,
                )
        groups = [Group(None, tuple(rows))] if rows else []
        efforts = [
            each for each in fresh if _is_effort(each) and each.id not in self._homes
        ]
        for label, together in groupby(efforts, key=lambda each: each.group or ""):
            groups.append(
                Group(None, self._placed([Row((), tuple(together))], home), label)
            )
        return groups

    def _rest(self) -> Iterator[Group]:
        network = self._network
        yield from self._groups_without_goal(
            (each for each in network if each.id not in self._under), ""
        )
        for each in network.programme.elements:
            if (
                network[each.id] is not each
            ):  # a second element with an id that is taken
                own = (Row((), (each,)),) if _is_effort(each) else (Row((each,)),)
                yield Group(None, own) if each.kind != "goal" else Group(each, (Row(),))

    def _placed(self, rows: Iterable[Row], home: str) -> tuple[Row, ...]:
        kept = tuple(rows)
        for element_id in dict.fromkeys(
            each.id for row in kept for each in (*row.between, *row.efforts)
        ):
            self._homes.setdefault(element_id, []).append(home)
        return kept

    def _collect_parts(self) -> None:
        for element_id in list(self._homes):
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
                    self._under.update(each.id for each in fresh)
                    self.parts.setdefault(element_id, []).extend(fresh)
                    todo += fresh

    def _is_part(self, element: Element) -> TypeGuard[Effort]:
        return (
            _is_effort(element)
            and element.id not in self._homes
            and element.id not in self._under
        )

    # what is said under an element

    def marks(self, element: Element, goal: Element | None = None) -> tuple[Mark, ...]:
        """What else an element serves or names.

        Args:
            element: Of any kind.
            goal: The goal under which it is being told; its own name is left out.

        Returns:
            Shared goals first, then other links in the order of their kinds, then other programmes.
        """
        others = [
            each
            for each in self._homes.get(element.id, ())
            if each and goal is not None and each != goal.id
        ]
        marks = [Mark("shared with", tuple(others))] if others else []
        marks += self._links_as_marks(element)
        return (
            (*marks, Mark("together with", names=element.joint_with))
            if element.joint_with
            else tuple(marks)
        )

    def _links_as_marks(self, element: Element) -> Iterator[Mark]:
        found: dict[str, list[str]] = {}
        for link in self._outgoing.get(element.id, ()):
            if not (
                link.kind in SUPPORTING
                and self._shown(element, self._network[link.end])
            ):
                found.setdefault(link.kind, []).append(link.end)
        for kind, ids in found.items():
            yield Mark(kind.replace("_", " "), tuple(ids))

    def _shown(self, element: Element, served: Element) -> bool:
        """Whether the cell in which an element stands already says that it serves another."""
        if served.kind == "theme":
            return element.kind == "goal" or served.id in self._homes.get(
                element.id, ()
            )
        if _is_effort(element):
            return not _is_effort(served) or element.id in self._under
        return served.kind == "goal" and element.kind != "goal"


# by kind and not by class: what a class says of thousands of elements that are not of it takes
# a quarter of the time


def _is_effort(element: Element) -> TypeGuard[Effort]:
    return element.kind == "effort"


def _stands_between(element: Element) -> bool:
    return element.kind not in ("goal", "effort", "theme", "programme")
