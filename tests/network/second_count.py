"""The questions of a network reckoned a second time, by networkx from the JSON alone.

It follows the written definitions and shares no code with dinet: graphs with fewer links, and what
can be reached in them.
"""

from collections.abc import Iterable
from typing import Any

import networkx as nx

SUPPORTING = ("contributes_to", "measures", "part_of")
AIMS = ("goal", "benefit", "target", "capability", "result")
SERVED_TOGETHER = ("goal", "benefit", "capability", "result", "effort")
RANK = (
    "direct",
    "own_target",
    "through_goal",
    "goal_below",
    "shared_target",
    "none",
    "unknown",
)
START = "everything that begins here"


class SecondCount:
    """The answers on one programme.

    Args:
        data: As ``dinet write --format json`` gives it.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.graph = nx.DiGraph()
        for element in data["elements"]:
            if element["id"] not in self.graph:
                self.graph.add_node(
                    element["id"],
                    kind=element["kind"],
                    level=element.get("level"),
                )
        for link in data["links"]:
            start, end = link["from"], link["to"]
            is_known = start in self.graph and end in self.graph
            if is_known and start != end and link["kind"] in SUPPORTING:
                self.graph.add_edge(start, end)
        self.kind = nx.get_node_attributes(self.graph, "kind")
        self.shared_targets = set(self.find_shared_targets())
        self.unknown = set(self.find_unknown())

    def of_kind(self, *kinds: str) -> set[str]:
        return {each for each, kind in self.kind.items() if kind in kinds}

    def of_level(self, level: str) -> set[str]:
        levels = self.graph.nodes(data="level")
        return {each for each, stated in levels if stated == level}

    def without_ways_from(self, walls: Iterable[str]) -> nx.DiGraph:
        """The graph in which nothing passes some elements."""
        graph = self.graph.copy()
        graph.remove_edges_from(list(graph.out_edges(walls)))
        return graph

    def reached_from(
        self, starts: Iterable[str], graph: nx.DiGraph | None = None
    ) -> set[str]:
        """What the starts lead to, and they themselves."""
        graph = (self.graph if graph is None else graph).copy()
        graph.add_edges_from((START, each) for each in starts)
        return nx.descendants(graph, START) if START in graph else set()

    def find_shared_targets(self) -> Iterable[str]:
        goals = self.of_kind("goal")
        graph = self.without_ways_from(goals)
        for target in self.of_kind("target"):
            if len(nx.descendants(graph, target) & goals) > 1:
                yield target

    def find_unknown(self) -> Iterable[str]:
        efforts = self.of_kind("effort")
        if not efforts:
            return
        ways = self.ways()
        none = {each for each, grade in self.grades(ways) if grade == "none"}
        goals, aims = self.of_kind("goal"), self.of_kind(*AIMS)
        if goals <= {each for each in ways if ways[each] == "none"}:
            yield from none & goals
        yield from none & self.loose_strategic()
        if aims and all(ways[each] == "none" for each in aims):
            yield from none - goals

    def loose_strategic(self) -> set[str]:
        strategic = self.of_level("strategic")
        operational = self.of_level("operational")
        is_linked = self.reached_from(operational) & strategic
        return strategic if operational and not is_linked else set()

    def ways(self, stopped: frozenset[str] = frozenset()) -> dict[str, str]:
        """The best grade of a way from an effort to each element."""
        goals, targets = self.of_kind("goal"), self.of_kind("target")
        efforts = self.of_kind("effort")
        grades = dict.fromkeys(self.graph, "none")
        walls = {
            "shared_target": set(),
            "goal_below": self.shared_targets,
            "own_target": self.shared_targets | goals,
            "direct": targets | goals,
        }
        # the worst first, so that the best is what stays
        for grade, closed in walls.items():
            graph = self.without_ways_from(closed | stopped)
            graph.remove_nodes_from(stopped)
            for each in self.reached_from(efforts - stopped, graph) - stopped:
                grades[each] = grade
        grades.update(dict.fromkeys(efforts - stopped, "direct"))
        return grades

    def grades(self, ways: dict[str, str]) -> Iterable[tuple[str, str]]:
        for each, grade in ways.items():
            found = [grade]
            if self.kind[each] == "target":
                found += [
                    self.through(ways[aim])
                    for aim in self.graph.successors(each)
                    if self.kind[aim] in AIMS
                ]
            yield each, min(found, key=RANK.index)

    def through(self, grade: str) -> str:
        return max(grade, "through_goal", key=RANK.index)

    def all_grades(
        self, stopped: frozenset[str] = frozenset()
    ) -> dict[str, str]:
        grades = dict(self.grades(self.ways(stopped)))
        grades.update(dict.fromkeys(stopped, "none"))
        return grades | dict.fromkeys(self.unknown, "unknown")

    def all_measured(self) -> dict[str, str]:
        goals, targets = self.of_kind("goal"), self.of_kind("target")
        near = self.reached_from(targets, self.without_ways_from(goals))
        far = self.reached_from(targets)
        found = {
            goal: "own_target"
            if goal in near
            else "goal_below"
            if goal in far
            else "none"
            for goal in goals
        }
        silent = goals if set(found.values()) == {"none"} else set()
        for goal in silent | self.loose_strategic() if targets else ():
            if found[goal] == "none":
                found[goal] = "unknown"
        return found

    def orphans(self) -> dict[str, set[str]]:
        goals, targets, efforts = map(
            self.of_kind, ("goal", "target", "effort")
        )
        grades, measured = self.all_grades(), self.all_measured()
        backwards = self.graph.reverse()
        serving = self.reached_from(goals, backwards)
        loose_targets, loose_efforts = targets - serving, efforts - serving
        unknown = {
            each for each in goals | targets if grades[each] == "unknown"
        }
        unknown |= {each for each in goals if measured[each] == "unknown"}
        if goals and loose_targets == targets:
            unknown, loose_targets = unknown | targets, set()
        if goals and loose_efforts == efforts:
            unknown, loose_efforts = unknown | efforts, set()
        return {
            "goals_without_effort": {
                each for each in goals if grades[each] == "none"
            },
            "goals_on_shared_target": {
                each for each in goals if grades[each] == "shared_target"
            },
            "goals_without_target": {
                each for each in goals if measured[each] == "none"
            },
            "goals_measured_below": {
                each for each in goals if measured[each] == "goal_below"
            },
            "targets_without_goal": loose_targets,
            "targets_without_effort": {
                each
                for each in targets
                if grades[each] not in ("direct", "unknown")
            },
            "efforts_without_goal": loose_efforts,
            "unknown": unknown,
        }

    def critical(self) -> dict[str, set[str]]:
        """For each effort what every way from an effort runs through it to.

        That is what it dominates, seen from a start before all efforts.
        """
        efforts = self.of_kind("effort")
        graph = self.graph.copy()
        graph.add_edges_from((START, effort) for effort in efforts)
        if START not in graph:
            return {}
        nearest = nx.immediate_dominators(graph, START)
        found: dict[str, set[str]] = {}
        for each in set(nearest) - efforts - {START}:
            above = each
            while above != START and above not in efforts:
                above = nearest[above]
            if above != START:
                found.setdefault(above, set()).add(each)
        return found

    def losses(self, stopped: frozenset[str]) -> dict[str, tuple[str, str]]:
        before, after = self.all_grades(), self.all_grades(stopped)
        return {
            each: (before[each], after[each])
            for each in self.graph
            if each not in stopped and before[each] != after[each]
        }

    def shared(self) -> dict[str, set[str]]:
        """Of each shared element what it serves more than one of."""
        found = {}
        for each in self.graph:
            served = set(self.graph.successors(each))
            for target in served & self.of_kind("target"):
                goals = set(self.graph.successors(target))
                goals &= self.of_kind("goal")
                served |= goals if len(goals) == 1 else set()
            together = set[str]()
            for kind in SERVED_TOGETHER:
                same = (served - {each}) & self.of_kind(kind)
                together |= same if len(same) > 1 else set()
            if together:
                found[each] = together
        return found
