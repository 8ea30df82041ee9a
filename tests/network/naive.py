"""What the questions mean, written as plainly as possible on networkx.

Slow, and hard to get wrong.
"""

import networkx as nx

from dinet.model import Programme
from dinet.network import Grade

SUPPORTING = ("contributes_to", "measures", "part_of")


class Naive:
    def __init__(
        self, programme: Programme, without: frozenset[str] = frozenset()
    ) -> None:
        self.graph = nx.DiGraph()
        for element in programme.elements:
            if element.id not in self.graph and element.id not in without:
                self.graph.add_node(element.id, kind=element.kind)
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

    def without(self, *kinds: str, but: str) -> nx.DiGraph:
        return self.graph.subgraph(
            each
            for each in self.graph
            if each == but or self.kind(each) not in kinds
        )

    def efforts_for(self, here: str) -> set[str]:
        return self.all("effort", nx.ancestors(self.graph, here))

    def goals_of(self, here: str) -> set[str]:
        return self.all("goal", nx.descendants(self.graph, here))

    def grade(self, here: str) -> Grade:
        if self.kind(here) == "effort" or self.all(
            "effort", nx.ancestors(self.without("goal", but=here), here)
        ):
            return Grade.DIRECT
        if self.efforts_for(here):
            return Grade.THROUGH
        aims = [
            each
            for each in self.graph.successors(here)
            if self.kind(each) not in ("effort", "theme", "programme")
        ]
        return (
            Grade.THROUGH
            if self.kind(here) == "target" and any(map(self.efforts_for, aims))
            else Grade.NONE
        )

    def works_on(self, target: str, goal: str) -> bool:
        """Whether an effort that is linked to a target works on it for a goal of that target."""
        goals = self.all("goal", self.graph.successors(target))
        for each in self.graph.predecessors(target):
            named = goals & nx.descendants(
                self.without("target", but=each), each
            )
            if (
                self.kind(each) != "goal"
                and self.grade(each) == Grade.DIRECT
                and (not named or goal in named)
            ):
                return True
        return False

    def measurement(self, target: str, goal: str) -> Grade:
        if self.works_on(target, goal):
            return Grade.DIRECT
        below = set(self.graph.predecessors(goal))
        targets = self.all("target", below)
        own = any(self.grade(each) != Grade.NONE for each in below - targets)
        return (
            Grade.THROUGH
            if own or any(self.works_on(each, goal) for each in targets)
            else Grade.NONE
        )

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
