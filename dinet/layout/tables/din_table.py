"""The DIN table as the council knows it: what shares a row, under which goal, under which theme.

Page, Markdown, csv, reports and the Word annex all draw this one arrangement, by these rules:

* A goal stands under every theme that it belongs to, also by way of another goal; goals without a
  theme come after these.
* A target (or benefit, capability, result) stands under each of its goals in full, and names the
  others.
* An effort for a target stands beside it, under those goals of the target that it serves itself, or
  else under all.
* An effort for the goal alone stands in a row of its own, below those of the targets.
* A sub-effort with a goal or target of its own stands beside that; any other one under the effort
  that it is part of.
* What hangs nowhere comes last, efforts under the words that they stood under in the document.
* Links that no place tells are told in words.

Every element has a cell. A network that would make the table much larger than itself (one target
under a thousand goals) is told once and referred to after that.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeGuard

from dinet.model import (
    BETWEEN_KINDS,
    Effort,
    Element,
    Goal,
    LinkKind,
    Theme,
    natural_link_kind,
)
from dinet.network import Network
from dinet.wording.labels import LINK_NAMES

MANY_GOALS = 12
"""Above so many goals, what only serves a target is told at the first of them.

A programme of a council has at most about ten goals for one target; more come from generated
networks.
"""


class DinRow(NamedTuple):
    """What stands beside each other: targets (or what else serves a goal), and their efforts."""

    between: tuple[Element, ...] = ()
    efforts: tuple[Effort, ...] = ()


class DinGroup(NamedTuple):
    """A goal and its rows, at least one: its cell spans these.

    ``label`` is what stands in the goal's cell when there is no goal.
    """

    goal: Goal | None
    rows: tuple[DinRow, ...]
    label: str = ""

    @property
    def bare(self) -> bool:
        """Nothing stands beside the goal."""
        return self.rows == (DinRow(),)


class DinSection(NamedTuple):
    """The groups of one theme; ``loose`` marks the last section, of what hangs nowhere."""

    theme: Theme | None
    groups: tuple[DinGroup, ...]
    loose: bool = False


class DinMark(NamedTuple):
    """A remark under an element, such as "shared with" D1, D5.

    It has words, and the ids or names that these are about.
    """

    words: str
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class DinTable:
    """The table of a network.

    Args:
        network: Everything that is in its programme gets a cell, second elements with a taken id
        too. readable: For a document that is read back, in which only a row tells links: targets
        alone stand between goals and
            efforts, what has no goal stands alone, and a part stands under its whole only if both
            are done together with the same programmes.

    Attributes:
        sections: In reading order of the themes; then the goals without a theme; then what hangs
        nowhere. parts: For an effort's id the sub-efforts that stand under it.

    Example:
        >>> from dinet.model import Link, Programme
        >>> goal, effort = Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal")
        >>> link = Link(start="I1", end="D1", kind="contributes_to")
        >>> table = DinTable(Network(Programme(elements=(goal, effort), links=(link,))))
        >>> [[each.id for each in row.efforts] for row in table.sections[0].groups[0].rows]
        [['I1']]
    """

    def __init__(self, network: Network, *, readable: bool = False) -> None:
        self._network = network
        self._readable = readable
        self._between_kinds = frozenset({"target"} if readable else BETWEEN_KINDS)
        self._places_of: dict[str, dict[str, None]] = {}
        self._supporting_cache: dict[str, frozenset[str]] = {}
        self._part_ids: set[str] = set()
        self._told: set[tuple[str, str, LinkKind]] = set()
        links = groupby(network.links(), key=attrgetter("start"))
        self._outgoing_links = {start: list(each) for start, each in links}
        self.parts: dict[str, list[Effort]] = {}
        groups = {goal.id: self._build_group(goal) for goal in network.goals}
        by_theme = {
            theme: [groups[goal.id] for goal in goals]
            for theme, goals in self._goals_by_theme().items()
        }
        if not readable:
            for theme in network.themes:
                by_theme[theme.id] += self._groups_without_goal(
                    network.supports(theme), theme.id
                )
        self._collect_parts(list(self._places_of))
        self.sections = tuple(self._build_sections(by_theme))

    def _build_sections(
        self, by_theme: dict[str, list[DinGroup]]
    ) -> Iterator[DinSection]:
        for theme in self._network.themes:
            yield DinSection(theme, tuple(by_theme[theme.id]))
        if by_theme[""]:
            yield DinSection(None, tuple(by_theme[""]))
        loose = (*self._loose_groups(), *self._groups_of_doubles())
        if loose:
            yield DinSection(None, loose, loose=True)

    def _goals_by_theme(self) -> dict[str, list[Goal]]:
        goals: dict[str, list[Goal]] = {theme.id: [] for theme in self._network.themes}
        goals[""] = []
        for goal in self._network.goals:
            own = [each for each in self._network.serves(goal) if each.kind == "theme"]
            themes = own or self._network.themes_of(goal)
            for theme in themes:
                self._tell(goal, theme)
                goals[theme.id].append(goal)
            if not themes:
                goals[""].append(goal)
        return goals

    # the rows of one goal

    def _build_group(self, goal: Goal) -> DinGroup:
        rows: list[DinRow] = []
        seen: set[str] = set()
        for each in self._find_between(goal):
            efforts = self._efforts_at(each, goal)
            seen.update(effort.id for effort in efforts)
            if rows and efforts and rows[-1].efforts == efforts:
                rows[-1] = DinRow((*rows[-1].between, each), efforts)
            else:  # what has no effort gets a row of its own, so that each gap can be seen
                rows.append(DinRow((each,), efforts))
        whole = tuple(each for each in self._efforts_for(goal) if each.id not in seen)
        if whole or not rows:
            rows.append(DinRow((), whole))
        return DinGroup(goal, self._place_rows(rows, goal))

    def _find_between(self, goal: Goal) -> Iterator[Element]:
        """What stands between a goal and its efforts.

        What serves the goal through others stands at its first goal only.
        """
        seen: set[str] = set()
        todo = [(each, True) for each in reversed(self._network.supports(goal))]
        while todo:
            here, near = todo.pop()
            if here.id in seen or here.kind not in self._between_kinds:
                continue
            if near or here.id not in self._places_of:
                seen.add(here.id)
                yield here
                if not self._readable:
                    todo += [
                        (each, False) for each in reversed(self._network.supports(here))
                    ]

    def _efforts_at(self, between: Element, goal: Goal) -> tuple[Effort, ...]:
        """The efforts for a target under one of its goals."""
        goals = {
            each.id for each in self._network.serves(between) if each.kind == "goal"
        }
        if len(goals) > MANY_GOALS and between.id in self._places_of:
            near = self._supporting_ids(between)
            return tuple(each for each in self._efforts_for(goal) if each.id in near)
        efforts = self._efforts_for(between)
        return tuple(each for each in efforts if self._belongs(each, goal, goals))

    def _belongs(self, effort: Effort, goal: Goal, goals: set[str]) -> bool:
        """Whether an effort for a target with these goals stands under this one of them."""
        own = goals.intersection(each.id for each in self._network.serves(effort))
        return not own or goal.id in own

    def _efforts_for(self, served: Element) -> list[Effort]:
        return [each for each in self._network.supports(served) if _is_effort(each)]

    def _supporting_ids(self, between: Element) -> frozenset[str]:
        if between.id not in self._supporting_cache:
            supports = self._network.supports(between)
            self._supporting_cache[between.id] = frozenset(each.id for each in supports)
        return self._supporting_cache[between.id]

    # what has no goal

    def _groups_without_goal(
        self, elements: Iterable[Element], home: str
    ) -> list[DinGroup]:
        """Rows for what is not placed yet.

        Targets with their efforts come first, then the efforts by the group that they stood in.
        """
        fresh = [each for each in elements if self._is_fresh(each)]
        served = self._network[home] if home else None
        rows: list[DinRow] = []
        for each in fresh:
            if not _is_effort(each):
                row = DinRow((each,), tuple(self._fresh_efforts(each)))
                rows += self._place_rows([row], served)
        groups = [DinGroup(None, tuple(rows))] if rows else []
        efforts = [each for each in fresh if _is_effort(each)]
        return groups + self._groups_by_label(efforts, served)

    def _groups_by_label(
        self, efforts: list[Effort], served: Element | None
    ) -> list[DinGroup]:
        groups = []
        unplaced = [each for each in efforts if each.id not in self._places_of]
        for label, together in groupby(unplaced, key=lambda each: each.group or ""):
            row = DinRow((), tuple(together))
            groups.append(DinGroup(None, self._place_rows([row], served), label))
        return groups

    def _is_fresh(self, element: Element) -> bool:
        if element.kind in ("goal", "theme"):
            return False
        return element.id not in self._places_of and element.id not in self._part_ids

    def _fresh_efforts(self, between: Element) -> Iterator[Effort]:
        if not self._readable:
            yield from filter(self._is_fresh, self._efforts_for(between))

    def _loose_groups(self) -> list[DinGroup]:
        """What hangs nowhere; an effort that is part of another stands under that."""
        fresh = [each for each in self._network if self._is_fresh(each)]
        loose = {each.id for each in fresh}
        wholes = [each for each in fresh if not self._has_whole(each, loose)]
        self._collect_parts([each.id for each in wholes])
        return self._groups_without_goal(fresh, "")

    def _has_whole(self, element: Element, among: set[str]) -> bool:
        serves = self._network.serves(element) if _is_effort(element) else ()
        return any(each.id in among and _is_effort(each) for each in serves)

    def _groups_of_doubles(self) -> Iterator[DinGroup]:
        """Second elements with an id that is taken: nothing is linked to them."""
        for each in self._network.programme.elements:
            if self._network[each.id] is not each:
                if isinstance(each, Goal):
                    yield DinGroup(each, (DinRow(),))
                elif isinstance(each, Effort):
                    yield DinGroup(None, (DinRow((), (each,)),))
                else:
                    yield DinGroup(None, (DinRow((each,)),))

    # what a place tells

    def _place_rows(
        self, rows: Iterable[DinRow], served: Element | None
    ) -> tuple[DinRow, ...]:
        """The rows, after it was noted what stands in them and which links that tells."""
        kept = tuple(rows)
        home = served.id if served else ""
        for row in kept:
            for each in (*row.between, *row.efforts):
                self._places_of.setdefault(each.id, {})[home] = None
                if served:
                    self._tell(each, served)
            for between in row.between:
                for effort in row.efforts:
                    self._tell(effort, between)
        return kept

    def _tell(self, start: Element, end: Element) -> None:
        self._told.add((start.id, end.id, natural_link_kind(start.kind, end.kind)))

    def _collect_parts(self, wholes: Iterable[str]) -> None:
        """Sub-efforts that stand nowhere else, under these efforts, each with its own after it."""
        for whole_id in wholes:
            whole = self._network[whole_id]
            todo = list(reversed(self._parts_of(whole)))
            while todo:
                part = todo.pop()
                if part.id not in self._part_ids:
                    self._part_ids.add(part.id)
                    self.parts.setdefault(whole_id, []).append(part)
                    if not self._readable:
                        todo += reversed(self._parts_of(part))
            for part in self.parts.get(whole_id, ()):
                self._tell(part, whole)

    def _parts_of(self, whole: Element) -> list[Effort]:
        if not _is_effort(whole) or (whole.id in self._part_ids and self._readable):
            return []
        fresh = filter(self._is_fresh, self._efforts_for(whole))
        return [each for each in fresh if self._may_stand_under(each, whole)]

    def _may_stand_under(self, part: Effort, whole: Effort) -> bool:
        return part is not whole and (
            not self._readable or part.joint_with == whole.joint_with
        )

    # what is said under an element

    def cross_references(
        self, element: Element, goal: Element | None = None
    ) -> tuple[DinMark, ...]:
        """What else an element serves or names.

        Args:
            element: Of any kind.
            goal: The goal under which it is being told; its own name is left out.

        Returns:
            Shared goals first, then links that no place tells in the order of their kinds, then
            other programmes.
        """
        homes = self._places_of.get(element.id, ()) if goal is not None else ()
        others = tuple(
            each for each in homes if each and goal is not None and each != goal.id
        )
        marks = [DinMark("shared with", others)] if others else []
        for kind, ids in self._untold(element).items():
            marks.append(DinMark(LINK_NAMES[kind].forward, tuple(ids)))
        if element.joint_with:
            marks.append(DinMark("together with", names=element.joint_with))
        return tuple(marks)

    def _untold(self, element: Element) -> dict[LinkKind, dict[str, None]]:
        """The ends of the links of an element that no place tells, by the kind of link."""
        untold: dict[LinkKind, dict[str, None]] = {}
        for link in self._outgoing_links.get(element.id, ()):
            if (link.start, link.end, link.kind) not in self._told:
                untold.setdefault(link.kind, {})[link.end] = None
        return untold

    def homes_of(self, element: Element) -> tuple[str, ...]:
        """The ids of the goals and themes in whose rows an element stands, if any."""
        return tuple(each for each in self._places_of.get(element.id, ()) if each)


# by kind and not by class: asking a class about thousands of elements that are not of it takes
# a quarter of the time


def _is_effort(element: Element) -> TypeGuard[Effort]:
    return element.kind == "effort"
