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
    Kind,
    LinkKind,
    Theme,
    natural_link_kind,
)
from dinet.network import Grade, Measured, Network
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


NO_EFFORT = "no effort"
NO_OWN_EFFORT = "no effort of its own"
EFFORTS_AT_OTHER_GOAL = "its efforts stand with another goal"
EFFORTS_ELSEWHERE = "its efforts stand elsewhere"
UNKNOWN_EFFORT = "not said which effort"


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


def themes_of_goal(network: Network, goal: Goal) -> tuple[Theme, ...]:
    """The themes under which a goal is shown.

    They are its own, or else those that it serves by way of other goals; empty when there are
    none.
    """
    own_themes = tuple(
        element
        for element in network.serves(goal)
        if isinstance(element, Theme)
    )
    return own_themes or network.themes_of(goal)


class DinTable:
    """The table of a network.

    Args:
        network: Everything that is in its programme gets a cell, second elements with a taken id
            too.
        readable: For a document that is read back, in which only a row tells links: targets alone
            stand between goals and efforts, what has no goal stands alone, and a part stands under
            its whole only if both are done together with the same programmes.

    Attributes:
        sections: In reading order of the themes; then the goals without a theme; then what hangs
            nowhere.
        parts: For an effort's id the sub-efforts that stand under it.

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
        self._between_kinds = frozenset(
            {"target"} if readable else BETWEEN_KINDS
        )
        self._places_of: dict[str, dict[str, None]] = {}
        self._supporting_cache: dict[str, frozenset[str]] = {}
        self._part_ids: set[str] = set()
        self._goals_by_way: set[str] = set()
        self._told_links: set[tuple[str, str, LinkKind]] = set()
        links = groupby(network.links(), key=attrgetter("start"))
        self._links_from = {start: list(together) for start, together in links}
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
        """The goals of each theme by its id; those without a theme under an empty id."""
        goals: dict[str, list[Goal]] = {
            theme.id: [] for theme in self._network.themes
        }
        goals[""] = []
        for goal in self._network.goals:
            themes = themes_of_goal(self._network, goal)
            if themes and not self.serves_itself(goal, themes[0]):
                self._goals_by_way.add(goal.id)
            for theme in themes:
                self._mark_told(goal, theme)
                goals[theme.id].append(goal)
            if not themes:
                goals[""].append(goal)
        return goals

    # the rows of one goal

    def _build_group(self, goal: Goal) -> DinGroup:
        """The rows of a goal: those of its targets, then one of its other efforts."""
        rows: list[DinRow] = []
        placed_ids: set[str] = set()
        for between in self._find_between(goal):
            efforts = self._efforts_at(between, goal)
            placed_ids.update(effort.id for effort in efforts)
            if rows and efforts and rows[-1].efforts == efforts:
                rows[-1] = DinRow((*rows[-1].between, between), efforts)
            else:  # what has no effort gets a row of its own, so that each gap can be seen
                rows.append(DinRow((between,), efforts))
        for_goal_alone = tuple(
            effort
            for effort in self._efforts_for(goal)
            if effort.id not in placed_ids
        )
        if for_goal_alone or not rows:
            rows.append(DinRow((), for_goal_alone))
        return DinGroup(goal, self._place_rows(rows, goal))

    def _find_between(self, goal: Goal) -> Iterator[Element]:
        """What stands between a goal and its efforts.

        What serves the goal through others stands at its first goal only.
        """
        yielded_ids: set[str] = set()
        todo = [
            (element, True)
            for element in reversed(self._network.supports(goal))
        ]
        while todo:
            here, is_near = todo.pop()
            if here.id in yielded_ids or here.kind not in self._between_kinds:
                continue
            if not is_near and here.id in self._places_of:
                continue
            yielded_ids.add(here.id)
            yield here
            if not self._readable:
                supports = reversed(self._network.supports(here))
                todo += [(element, False) for element in supports]

    def _efforts_at(self, between: Element, goal: Goal) -> tuple[Effort, ...]:
        """The efforts for a target under one of its goals."""
        served = self._network.serves(between)
        goal_ids = {element.id for element in served if element.kind == "goal"}
        if len(goal_ids) > MANY_GOALS and between.id in self._places_of:
            return self._efforts_for_both(goal, between)
        return tuple(
            effort
            for effort in self._efforts_for(between)
            if self._stands_under(goal, effort, goal_ids)
        )

    def _efforts_for_both(
        self, goal: Goal, between: Element
    ) -> tuple[Effort, ...]:
        """The efforts for a goal that are for a target too, whose other efforts stand elsewhere."""
        supporting_ids = self._supporting_ids(between)
        return tuple(
            effort
            for effort in self._efforts_for(goal)
            if effort.id in supporting_ids
        )

    def _stands_under(
        self, goal: Goal, effort: Effort, goal_ids: set[str]
    ) -> bool:
        """Whether an effort for a target with these goals stands under this one of them."""
        served_ids = (element.id for element in self._network.serves(effort))
        own_ids = goal_ids.intersection(served_ids)
        return not own_ids or goal.id in own_ids

    def _efforts_for(self, served: Element) -> list[Effort]:
        supports = self._network.supports(served)
        return [element for element in supports if _is_effort(element)]

    def _supporting_ids(self, between: Element) -> frozenset[str]:
        """The ids of what supports an element, looked up once for each element."""
        if between.id not in self._supporting_cache:
            supports = self._network.supports(between)
            supporting_ids = frozenset(element.id for element in supports)
            self._supporting_cache[between.id] = supporting_ids
        return self._supporting_cache[between.id]

    # what has no goal

    def _groups_without_goal(
        self, elements: Iterable[Element], home: str
    ) -> list[DinGroup]:
        """Rows for what is not placed yet.

        Targets with their efforts come first, then the efforts by the group that they stood in.
        """
        unplaced = [
            element for element in elements if self._is_unplaced(element)
        ]
        served = self._network[home] if home else None
        rows: list[DinRow] = []
        for element in unplaced:
            if not _is_effort(element):
                row = DinRow(
                    (element,), tuple(self._unplaced_efforts(element))
                )
                rows += self._place_rows([row], served)
        groups = [DinGroup(None, tuple(rows))] if rows else []
        efforts = [element for element in unplaced if _is_effort(element)]
        return groups + self._groups_by_label(efforts, served)

    def _groups_by_label(
        self, efforts: list[Effort], served: Element | None
    ) -> list[DinGroup]:
        """Rows of efforts, one for those in a row that stood under the same words."""
        groups = []
        # some of them have got a place beside a target since they were looked up
        unplaced = [
            effort for effort in efforts if effort.id not in self._places_of
        ]
        for label, together in groupby(
            unplaced, key=lambda effort: effort.group or ""
        ):
            row = DinRow((), tuple(together))
            groups.append(
                DinGroup(None, self._place_rows([row], served), label)
            )
        return groups

    def _is_unplaced(self, element: Element) -> bool:
        """Whether an element has no cell yet; goals and themes get theirs in another way."""
        if element.kind in ("goal", "theme"):
            return False
        return (
            element.id not in self._places_of
            and element.id not in self._part_ids
        )

    def _unplaced_efforts(self, between: Element) -> Iterator[Effort]:
        if not self._readable:
            yield from filter(self._is_unplaced, self._efforts_for(between))

    def _loose_groups(self) -> list[DinGroup]:
        """What hangs nowhere; an effort that is part of another stands under that."""
        loose = [
            element for element in self._network if self._is_unplaced(element)
        ]
        loose_ids = {element.id for element in loose}
        wholes = [
            element.id
            for element in loose
            if not self._has_whole(element, loose_ids)
        ]
        self._collect_parts(wholes)
        return self._groups_without_goal(loose, "")

    def _has_whole(self, element: Element, loose_ids: set[str]) -> bool:
        """Whether an element is part of an effort that hangs nowhere either."""
        served = self._network.serves(element) if _is_effort(element) else ()
        return any(
            whole.id in loose_ids and _is_effort(whole) for whole in served
        )

    def _groups_of_doubles(self) -> Iterator[DinGroup]:
        """Second elements with an id that is taken: nothing is linked to them."""
        for element in self._network.programme.elements:
            if self._network[element.id] is element:
                continue
            if isinstance(element, Goal):
                yield DinGroup(element, (DinRow(),))
            elif isinstance(element, Effort):
                yield DinGroup(None, (DinRow((), (element,)),))
            else:
                yield DinGroup(None, (DinRow((element,)),))

    # what a place tells

    def _place_rows(
        self, rows: Iterable[DinRow], served: Element | None
    ) -> tuple[DinRow, ...]:
        """The rows, after it was noted what stands in them and which links that tells."""
        placed_rows = tuple(rows)
        home = served.id if served else ""
        for row in placed_rows:
            for element in (*row.between, *row.efforts):
                self._places_of.setdefault(element.id, {})[home] = None
                if served:
                    self._mark_told(element, served)
            for between in row.between:
                for effort in row.efforts:
                    self._mark_told(effort, between)
        return placed_rows

    def _mark_told(self, start: Element, end: Element) -> None:
        """Note that a place tells the natural link between two elements."""
        kind = natural_link_kind(start.kind, end.kind)
        self._told_links.add((start.id, end.id, kind))

    def _collect_parts(self, wholes: Iterable[str]) -> None:
        """Sub-efforts that stand nowhere else, under these efforts, each with its own after it."""
        for whole_id in wholes:
            whole = self._network[whole_id]
            for part in self._parts_below(whole):
                self.parts.setdefault(whole_id, []).append(part)
                self._mark_told(part, whole)

    def _parts_below(self, whole: Element) -> Iterator[Effort]:
        """The sub-efforts at any depth that have no place yet, each before its own."""
        todo = list(reversed(self._parts_of(whole)))
        while todo:
            part = todo.pop()
            if part.id not in self._part_ids:
                self._part_ids.add(part.id)
                yield part
                if not self._readable:
                    todo += reversed(self._parts_of(part))

    def _parts_of(self, whole: Element) -> list[Effort]:
        """The sub-efforts right under an effort that have no place yet."""
        if not _is_effort(whole) or (
            whole.id in self._part_ids and self._readable
        ):
            return []
        unplaced = filter(self._is_unplaced, self._efforts_for(whole))
        return [
            part for part in unplaced if self._may_stand_under(part, whole)
        ]

    def _may_stand_under(self, part: Effort, whole: Effort) -> bool:
        if part is whole:
            return False
        return not self._readable or part.joint_with == whole.joint_with

    # what is said in place of an element

    def missing_effort_words(self, row: DinRow, goal: Element | None) -> str:
        """What stands where a row has no efforts, in English.

        Efforts of its target that serve only another goal of it stand in the row of that one: the
        plan of Hoogeveen has such a target. Else the grade of the goal decides.
        """
        if any(self._efforts_for(between) for between in row.between):
            return EFFORTS_AT_OTHER_GOAL if goal else EFFORTS_ELSEWHERE
        if goal is None:
            return NO_EFFORT
        grade = self._network.grade(goal)
        if grade is Grade.UNKNOWN:
            return UNKNOWN_EFFORT
        has_none = grade is Grade.NONE and not row.between
        return NO_EFFORT if has_none else NO_OWN_EFFORT

    def missing_target_words(self, group: DinGroup) -> str:
        """What stands where a row of a goal has no target, in English."""
        if len(group.rows) > 1:
            return "for the goal as a whole"
        goal = group.goal
        if isinstance(goal, Goal):
            measured = self._network.measured(goal)
            if measured is Measured.GOAL_BELOW:
                return "no target of its own"
            if measured is Measured.UNKNOWN:
                return "not said which target"
        return "no target"

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
        marks = []
        if goal is not None:
            others = tuple(
                home
                for home in self.homes_of(element)
                if home != goal.id and self._is_shared_with(element, home)
            )
            if others:
                marks.append(DinMark("shared with", others))
        for kind, ids in self._untold_ends(element).items():
            marks.append(DinMark(LINK_NAMES[kind].forward, tuple(ids)))
        if element.joint_with:
            marks.append(DinMark("together with", names=element.joint_with))
        return tuple(marks)

    def indirect_way(
        self, element: Element, goal: Element | None = None
    ) -> Kind | None:
        """By way of what kind an element serves what its row names, if not by itself.

        Readers take what stands beside a goal for something that serves it.

        Args:
            element: Which stands in the row.
            goal: The goal of that row; None for a goal under a theme.

        Returns:
            The kind of what stands between; None where the element serves it itself.
        """
        if goal is None:
            return "goal" if element.id in self._goals_by_way else None
        if self.serves_itself(element, goal):
            return None
        between = [
            served
            for served in self._network.serves(element)
            if served.kind in BETWEEN_KINDS
        ]
        near = (way for way in between if self.serves_itself(way, goal))
        way = next(near, None) or next(iter(between), None)
        return way.kind if way else None

    def serves_itself(self, element: Element, served: Element) -> bool:
        """An element serves another at one link's distance."""
        return any(
            other.id == served.id for other in self._network.serves(element)
        )

    def _is_shared_with(self, element: Element, home: str) -> bool:
        """Whether an element is told to be shared with a goal in whose rows it stands too.

        Where the words are read back they say that it serves that goal itself.
        """
        return not self._readable or self.serves_itself(
            element, self._network[home]
        )

    def _untold_ends(
        self, element: Element
    ) -> dict[LinkKind, dict[str, None]]:
        """The ends of the links of an element that no place tells, by the kind of link."""
        untold: dict[LinkKind, dict[str, None]] = {}
        for link in self._links_from.get(element.id, ()):
            if (link.start, link.end, link.kind) not in self._told_links:
                untold.setdefault(link.kind, {})[link.end] = None
        return untold

    def homes_of(self, element: Element) -> tuple[str, ...]:
        """The ids of the goals and themes in whose rows an element stands, if any."""
        homes = self._places_of.get(element.id, ())
        return tuple(home for home in homes if home)


# by kind and not by class: asking a class about thousands of elements that are not of it takes
# a quarter of the time


def _is_effort(element: Element) -> TypeGuard[Effort]:
    return element.kind == "effort"
