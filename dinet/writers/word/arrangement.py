"""What stands where in the annex: the rows of every goal, and which links their places tell.

An effort stands beside the target that it serves, under the goal of both; what serves the goal
itself stands beside no target. Which links no place tells is known too, so that they can be
told in words.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from dinet.model import Effort, Element, Goal, Kind, Level, LinkKind, Theme
from dinet.network import Network

LEVEL_ORDER: tuple[Level | None, ...] = ("strategic", None, "operational")
"""The order in which the goals of a theme stand."""
ToldLink = tuple[str, str, LinkKind]


class AnnexRow(NamedTuple):
    """What stands beside each other.

    Args:
        joins_above: The targets are those of the row above: one cell holds them.
    """

    targets: tuple[Element, ...] = ()
    efforts: tuple[Effort, ...] = ()
    joins_above: bool = False


class AnnexGroup(NamedTuple):
    """A goal and its rows, at least one."""

    goal: Goal
    rows: tuple[AnnexRow, ...]

    @property
    def is_bare(self) -> bool:
        """Nothing stands beside the goal."""
        return self.rows == (AnnexRow(),)


class AnnexSection(NamedTuple):
    """The goals of one level under one theme; the theme is None for goals that have none."""

    theme: Theme | None
    level: Level | None
    groups: tuple[AnnexGroup, ...]


class AnnexArrangement:
    """The places of a network.

    Args:
        network: With an element for every id.

    Attributes:
        sections: By theme in reading order, then what has no theme; within these by level.
        parts: For an effort's id the sub-efforts that stand under it.
        unplaced: What stands in no table of goals and under no effort, in the order of the programme.
        goals_of: For the id of a target or effort the goals under which it stands.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self._incoming: dict[str, list[tuple[str, LinkKind]]] = {}
        self._outgoing: dict[str, list[tuple[str, LinkKind]]] = {}
        for link in network.links():
            self._incoming.setdefault(link.end, []).append((link.start, link.kind))
            self._outgoing.setdefault(link.start, []).append((link.end, link.kind))
        self._position = {each.id: number for number, each in enumerate(network)}
        self.told_links: set[ToldLink] = set()
        self.goals_of: dict[str, list[str]] = {}
        self._whole_of: dict[str, str] = {}
        self.parts: dict[str, list[Effort]] = {}
        self._find_parts()
        self.sections = tuple(self._build_sections())
        shown = {
            *self.goals_of,
            *(part.id for parts in self.parts.values() for part in parts),
        }
        self.unplaced = tuple(
            each
            for each in network
            if each.id not in shown and each.kind not in ("theme", "goal")
        )

    def _is_linked(self, start: str, end: str, kind: LinkKind) -> bool:
        return (end, kind) in self._outgoing.get(start, ())

    def _find_serving(
        self, element: Element, kind: LinkKind, of: Kind
    ) -> list[Element]:
        """What serves an element by links of a kind, in the order of the programme."""
        starts = {
            start
            for start, found in self._incoming.get(element.id, ())
            if found == kind and start != element.id
        }
        found = (
            self.network[each]
            for each in sorted(starts, key=self._position.__getitem__)
        )
        return [each for each in found if each.kind == of]

    # sub-efforts

    def _find_parts(self) -> None:
        """Sub-efforts stand under the first effort that they are part of, when that one is no part itself."""
        for effort in self.network.efforts:
            whole = [
                end
                for end, kind in self._outgoing.get(effort.id, ())
                if kind == "part_of" and self._is_effort(end)
            ]
            if whole and effort.id not in whole:
                self._whole_of[effort.id] = whole[0]
        for effort in self.network.efforts:
            whole_id = self._whole_of.get(effort.id, "")
            if (
                whole_id
                and whole_id not in self._whole_of
                and effort.joint_with == self.network[whole_id].joint_with
            ):
                self.parts.setdefault(whole_id, []).append(effort)
                self.told_links.add((effort.id, whole_id, "part_of"))

    def _is_effort(self, element_id: str) -> bool:
        return self.network[element_id].kind == "effort"

    # goals

    def _build_sections(self) -> Iterator[AnnexSection]:
        goals: dict[str, list[Goal]] = {
            each: [] for each in ("", *(theme.id for theme in self.network.themes))
        }
        for goal in self.network.goals:
            own = [
                end
                for end, kind in self._outgoing.get(goal.id, ())
                if kind == "part_of" and end in goals
            ]
            goals[own[0] if own else ""].append(goal)
            self.told_links.update((goal.id, theme, "part_of") for theme in own[:1])
        for theme in (*self.network.themes, None):
            found = goals[theme.id if theme else ""]
            for level in LEVEL_ORDER:
                groups = tuple(
                    self._build_group(goal) for goal in found if goal.level == level
                )
                if groups:
                    yield AnnexSection(theme, level, groups)
            if theme and not found:
                yield AnnexSection(theme, None, ())

    def _build_group(self, goal: Goal) -> AnnexGroup:
        rows: list[AnnexRow] = []
        seen: set[str] = set()
        for target in self._find_serving(goal, "measures", "target"):
            efforts = tuple(
                each
                for each in self._top_efforts(target)
                if self._belongs_under(each, target, goal)
            )
            seen.update(each.id for each in efforts)
            if (
                rows
                and efforts
                and rows[-1].efforts == efforts
                and rows[-1].targets[-1].joint_with == target.joint_with
            ):
                rows[-1] = rows[-1]._replace(targets=(*rows[-1].targets, target))
            else:
                rows.append(AnnexRow((target,), efforts))
        whole = tuple(each for each in self._top_efforts(goal) if each.id not in seen)
        if whole or not rows:
            rows.append(AnnexRow((), whole))
        self._remember_rows(goal, rows)
        return AnnexGroup(
            goal, tuple(piece for row in rows for piece in _split_by_programme(row))
        )

    def _top_efforts(self, element: Element) -> Iterator[Effort]:
        """The efforts for an element that are no part of another."""
        for each in self._find_serving(element, "contributes_to", "effort"):
            if isinstance(each, Effort) and each.id not in self._whole_of:
                yield each

    def _belongs_under(self, effort: Effort, target: Element, goal: Goal) -> bool:
        """An effort for a target belongs under all goals of that target, unless it serves some of them itself."""
        goals = [
            end for end, kind in self._outgoing.get(target.id, ()) if kind == "measures"
        ]
        own = [
            each for each in goals if self._is_linked(effort.id, each, "contributes_to")
        ]
        return goal.id in own or not own

    def _remember_rows(self, goal: Goal, rows: Iterable[AnnexRow]) -> None:
        for row in rows:
            for target in row.targets:
                self._remember_goal(target, goal)
                self.told_links.add((target.id, goal.id, "measures"))
                self.told_links.update(
                    (each.id, target.id, "contributes_to") for each in row.efforts
                )
            for effort in row.efforts:
                self._remember_goal(effort, goal)
                self.told_links.add((effort.id, goal.id, "contributes_to"))

    def _remember_goal(self, element: Element, goal: Goal) -> None:
        homes = self.goals_of.setdefault(element.id, [])
        if goal.id not in homes:
            homes.append(goal.id)

    # what no place tells

    def untold_links(self, element: Element) -> dict[LinkKind, list[str]]:
        """The links of an element that no place tells: by kind the ids of their ends."""
        found: dict[LinkKind, list[str]] = {}
        for end, kind in self._outgoing.get(element.id, ()):
            ends = found.setdefault(kind, [])
            if (element.id, end, kind) not in self.told_links and end not in ends:
                ends.append(end)
        return {kind: ends for kind, ends in found.items() if ends}


def _split_by_programme(row: AnnexRow) -> Iterator[AnnexRow]:
    """The row, in pieces of efforts that are done together with the same programmes: that is told once for a cell."""
    pieces = [
        tuple(efforts)
        for _, efforts in groupby(row.efforts, key=lambda each: each.joint_with)
    ] or [()]
    for number, efforts in enumerate(pieces):
        yield AnnexRow(
            row.targets, efforts, joins_above=number > 0 and bool(row.targets)
        )
