"""What the questions mean, written as plainly as possible on networkx.

Slow, and hard to get wrong.
"""

import networkx as nx

from dinet.model import Programme
from dinet.network import Grade, Measured

SUPPORTING = ("contributes_to", "measures", "part_of")
AIMS = ("goal", "benefit", "target", "capability", "result")
RANK = list(Grade)


class Naive:
    """The questions by their written definitions, from the elements and links alone.

    Args:
        programme: As JSON has it.
        without: Ids of what has stopped; what is shared or unknown stays so.
    """

    def __init__(
        self, programme: Programme, without: frozenset[str] = frozenset()
    ) -> None:
        self.whole = Naive(programme) if without else self
        self.graph = nx.DiGraph()
        for element in programme.elements:
            if element.id not in self.graph and element.id not in without:
                level = getattr(element, "level", None)
                self.graph.add_node(element.id, kind=element.kind, level=level)
        for link in programme.links:
            if (
                link.start in self.graph
                and link.end in self.graph
                and link.kind in SUPPORTING
                and link.start != link.end
            ):
                self.graph.add_edge(link.start, link.end)

    def kind(self, here: str) -> str:
        return self.graph.nodes[here]["kind"]

    def all(self, kind: str, among=None) -> set[str]:
        return {
            each
            for each in (self.graph if among is None else among)
            if self.kind(each) == kind
        }

    def without(self, *kinds: str, but: set[str]) -> nx.DiGraph:
        return self.graph.subgraph(
            each
            for each in self.graph
            if each in but or self.kind(each) not in kinds
        )

    def efforts_for(self, here: str) -> set[str]:
        return self.all("effort", nx.ancestors(self.graph, here))

    def goals_of(self, here: str) -> set[str]:
        return self.all("goal", nx.descendants(self.graph, here))

    def is_shared(self, target: str) -> bool:
        """Whether a target leads to two goals by ways that pass no other goal."""
        graph = self.whole.graph
        goals = [
            goal
            for goal in self.whole.all("goal")
            if nx.has_path(
                self.whole.without("goal", but={target, goal}), target, goal
            )
        ]
        return (
            self.whole.kind(target) == "target"
            and target in graph
            and (len(goals) > 1)
        )

    def is_served(self, here: str, walls: set[str]) -> bool:
        """Whether an effort leads to an element by a way that passes none of the walls."""
        free = self.graph.subgraph(set(self.graph) - (walls - {here}))
        return bool(self.all("effort", nx.ancestors(free, here)))

    def way(self, here: str) -> Grade:
        """The best grade of a way from an effort to an element."""
        goals, targets = self.all("goal"), self.all("target")
        shared = {target for target in targets if self.is_shared(target)}
        for grade, walls in (
            (Grade.DIRECT, goals | targets),
            (Grade.OWN_TARGET, goals | shared),
            (Grade.GOAL_BELOW, shared),
            (Grade.SHARED_TARGET, set()),
        ):
            if self.is_served(here, walls):
                return grade
        return Grade.NONE

    def is_silent_on_levels(self, goal: str) -> bool:
        """Whether a goal is strategic, and no operational goal leads to any that is."""
        of_level = {
            level: {each for each in self.graph if self.level(each) == level}
            for level in ("strategic", "operational")
        }
        return (
            self.level(goal) == "strategic"
            and bool(of_level["operational"])
            and not any(
                nx.descendants(self.graph, each) & of_level["strategic"]
                for each in of_level["operational"]
            )
        )

    def level(self, here: str) -> str | None:
        return self.graph.nodes[here].get("level")

    def is_unknown(self, here: str) -> bool:
        whole = self.whole
        kinds = ("goal",) if whole.kind(here) == "goal" else AIMS
        aims = set().union(*map(whole.all, kinds))
        if not whole.all("effort") or whole.reckon_grade(here) != Grade.NONE:
            return False
        silent = bool(aims) and not any(map(whole.efforts_for, aims))
        return silent or whole.is_silent_on_levels(here)

    def grade(self, here: str) -> Grade:
        grade = self.reckon_grade(here)
        if grade is Grade.NONE and self.is_unknown(here):
            return Grade.UNKNOWN
        return grade

    def reckon_grade(self, here: str) -> Grade:
        if self.kind(here) == "effort":
            return Grade.DIRECT
        grades = [self.way(here)]
        if self.kind(here) == "target":
            grades += [
                self.through(self.way(aim))
                for aim in self.graph.successors(here)
                if self.kind(aim) in AIMS
            ]
        return min(grades, key=RANK.index)

    def through(self, grade: Grade) -> Grade:
        """What a target has of a goal with a grade."""
        return max(grade, Grade.THROUGH_GOAL, key=RANK.index)

    def measured(self, goal: str) -> Measured:
        goals, targets = self.all("goal"), self.all("target")
        if targets and not any(
            self.all("target", nx.ancestors(self.graph, each))
            for each in goals
        ):
            return Measured.UNKNOWN
        near = self.without("goal", but={goal})
        if self.all("target", nx.ancestors(near, goal)):
            return Measured.OWN
        if self.all("target", nx.ancestors(self.graph, goal)):
            return Measured.GOAL_BELOW
        is_silent = bool(targets) and self.is_silent_on_levels(goal)
        return Measured.UNKNOWN if is_silent else Measured.NONE

    def works_on(self, target: str, goal: str) -> bool:
        """Whether an effort that serves a target itself works on it for a goal of that target."""
        if self.grade(target) is not Grade.DIRECT:
            return False
        goals = self.all("goal", self.graph.successors(target))
        for each in self.graph.predecessors(target):
            named = goals & nx.descendants(
                self.without("target", but={each}), each
            )
            if (
                self.kind(each) not in ("goal", "target")
                and self.grade(each) == Grade.DIRECT
                and (len(goals) == 1 or not named or goal in named)
            ):
                return True
        return False

    def measurement(self, target: str, goal: str) -> Grade:
        if self.works_on(target, goal):
            return Grade.DIRECT
        return self.through(self.grade(goal))

    def under(self, theme: str) -> set[str]:
        """The goals and targets of a theme."""
        graph = self.graph.subgraph(
            each for each in self.graph if self.kind(each) != "effort"
        ).copy()
        for goal in self.all("goal"):
            above = set(graph.successors(goal))
            if self.all("theme", above):
                graph.remove_edges_from(
                    (goal, each) for each in above - self.all("theme", above)
                )
        members = nx.ancestors(graph, theme)
        return self.all("goal", members) | self.all("target", members)

    def joined(self, here: str) -> set[str]:
        """Of what an element serves, everything of which it serves more than one."""
        served = set(self.graph.successors(here))
        for target in self.all("target", served):
            goals = self.all("goal", self.graph.successors(target))
            served |= goals if len(goals) == 1 else set()
        layers = [
            self.all(kind, served - {here})
            for kind in ("goal", "benefit", "capability", "result", "effort")
        ]
        return set().union(*(layer for layer in layers if len(layer) > 1))
