"""The order of a picture, before anything is measured.

Which column, cluster and place every element gets, and which links are drawn.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from dinet.layout.layered.link_thickness import LinkKey, link_pens
from dinet.model import (
    KINDS,
    SUPPORTING_LINKS,
    Basis,
    Kind,
    Link,
    LinkKind,
)
from dinet.network import Network

Column = Kind | Literal["subgoal"]
COLUMN_ORDER: tuple[Column, ...] = tuple(
    name
    for kind in KINDS
    for name in ((kind, "subgoal") if kind == "goal" else (kind,))
)
"""The columns from left to right: one for each kind, and for goals that serve other goals.

Only those that a programme uses are drawn.
"""

EFFORT_RANK = COLUMN_ORDER.index("effort")
GOAL_RANKS = (COLUMN_ORDER.index("goal"), COLUMN_ORDER.index("subgoal"))

IMPLIABLE_KINDS = frozenset({"contributes_to", "part_of"})
"""The kinds of links that other links can stand for; a target always has its line to a goal."""


class Cluster(NamedTuple):
    """Everything of one theme, in the order in which it is read.

    Args:
        theme: The theme's id; None for what has no theme.
        heads: The heads of families, what is served before what serves it.
    """

    theme: str | None
    heads: tuple[str, ...]


class UnlinkedGroup(NamedTuple):
    """Efforts that serve nothing, under the heading that their document gives them, if any."""

    group: str | None
    heads: tuple[str, ...]


class Arrangement:
    """The order of a picture.

    An effort and the sub-efforts under it are one *family*: they stand together, and the effort
    is its head.

    Args:
        network: The whole programme, or what is to be drawn of it.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self.reading_index = {
            element.id: index for index, element in enumerate(network)
        }

    @cached_property
    def pens(self) -> dict[LinkKey, float]:
        """How thick the lines of links with points are; empty without any."""
        return link_pens(self.network)

    # columns

    @cached_property
    def column_rank(self) -> dict[str, int]:
        """For every element the rank of its column in ``COLUMN_ORDER``."""
        subgoals = set(self._find_subgoals())
        ranks: dict[str, int] = {}
        for element in self.network:
            column = "subgoal" if element.id in subgoals else element.kind
            ranks[element.id] = COLUMN_ORDER.index(column)
        return ranks

    def _find_subgoals(self) -> Iterator[str]:
        """The goals that stand in the second column of goals, in reading order.

        These are goals that serve another goal, and operational goals of a programme that also
        has strategic ones. A strategic goal is never among them.
        """
        goals = self.network.goals
        serving = self._goals_serving_goals()
        has_strategic = any(goal.level == "strategic" for goal in goals)
        for goal in goals:
            is_lower_level = has_strategic and goal.level == "operational"
            if goal.level != "strategic" and (
                goal.id in serving or is_lower_level
            ):
                yield goal.id

    def _goals_serving_goals(self) -> set[str]:
        goals = {goal.id for goal in self.network.goals}
        return {
            link.start
            for link in self._supporting_links()
            if link.start in goals and link.end in goals
        }

    def _supporting_links(self) -> Iterator[Link]:
        return (
            link
            for link in self.network.links()
            if link.kind in SUPPORTING_LINKS and link.start != link.end
        )

    # families

    @cached_property
    def parent_of(self) -> dict[str, str]:
        """The effort that each sub-effort is part of.

        A parent is read before its parts, so there are no circles.
        """
        efforts = {effort.id for effort in self.network.efforts}
        index = self.reading_index
        parents: dict[str, str] = {}
        for link in self.network.links():
            part, parent = link.start, link.end
            if link.kind != "part_of" or index[parent] >= index[part]:
                continue
            if part in efforts and parent in efforts:
                parents.setdefault(part, parent)
        return parents

    @cached_property
    def head_of(self) -> dict[str, str]:
        """The head of the family of every element."""
        heads: dict[str, str] = {}
        for element in self.network:
            head = element.id
            if head in self.parent_of:
                head = heads[self.parent_of[head]]
            heads[element.id] = head
        return heads

    @cached_property
    def families(self) -> dict[str, list[tuple[str, int]]]:
        """For every head its members from top to bottom, each with its depth.

        The head itself comes first and has depth 0.
        """
        parts: dict[str, list[str]] = {}
        for part, parent in self.parent_of.items():
            parts.setdefault(parent, []).append(part)
        heads = dict.fromkeys(self.head_of.values())
        return {head: list(_walk_family(head, parts)) for head in heads}

    # links

    @cached_property
    def drawn_links(self) -> tuple[Link, ...]:
        """The links of the picture, in the order of the network's links.

        There is one for each pair of elements, and none that other links already show.
        """
        # Read from the last to the first, so that of two links between a pair the first is kept.
        link_of_pair: dict[tuple[str, str], Link] = {}
        for link in reversed(self.network.links()):
            if link.start != link.end:
                link_of_pair[link.start, link.end] = link
        links = reversed(link_of_pair.values())
        return tuple(link for link in links if not self._is_implied(link))

    @property
    def implied_count(self) -> int:
        """How many links are left out because they can be read from others."""
        return sum(map(self._is_implied, self._supporting_links()))

    def _is_implied(self, link: Link) -> bool:
        """Whether two other links show it already, so that it needs no line of its own.

        That holds for a link to what a target measures from what serves that target, and for a
        link to a theme from what serves something else of that theme. A goal keeps its line to
        its theme.
        """
        if link.kind not in IMPLIABLE_KINDS:
            return False
        end_column = self._column_name(link.end)
        if (
            end_column == "theme"
            and self.column_rank[link.start] in GOAL_RANKS
        ):
            return False
        served_ids = self._served_ids
        stops: Iterable[str] = served_ids[link.start]
        if end_column != "theme":
            stops = (
                stop for stop in stops if self._column_name(stop) == "target"
            )
        return any(link.end in served_ids.get(stop, ()) for stop in stops)

    @cached_property
    def _served_ids(self) -> dict[str, set[str]]:
        served: dict[str, set[str]] = {}
        for link in self._supporting_links():
            served.setdefault(link.start, set()).add(link.end)
        return served

    @cached_property
    def shown_line_kinds(self) -> frozenset[tuple[LinkKind, Basis]]:
        """The kinds of lines in the picture, each with the evidence that it rests on."""
        return frozenset((link.kind, link.basis) for link in self.drawn_links)

    # clusters

    @cached_property
    def unlinked_groups(self) -> tuple[UnlinkedGroup, ...]:
        """Efforts that no link joins to anything outside their family, by group.

        Groups and efforts come in reading order.
        """
        linked = {
            head
            for link in self.drawn_links
            for head in self._linked_heads(link)
        }
        groups: dict[str | None, list[str]] = {}
        for effort in self.network.efforts:
            is_head = self.head_of[effort.id] == effort.id
            if is_head and effort.id not in linked:
                groups.setdefault(effort.group, []).append(effort.id)
        return tuple(
            UnlinkedGroup(group, tuple(ids)) for group, ids in groups.items()
        )

    def _linked_heads(self, link: Link) -> tuple[str, ...]:
        """The heads of the two families that a link joins; empty for a link within a family."""
        start = self.head_of[link.start]
        end = self.head_of[link.end]
        return (start, end) if start != end else ()

    @cached_property
    def cluster_of(self) -> dict[str, int]:
        """For each head the number of its cluster: a theme's, or the one after all themes.

        What serves a theme stands with the first theme that it serves. What has no theme itself,
        but is served from within one, stands there. An effort stands with the first goal that its
        document names for it, also where it works through a target that stands elsewhere.
        """
        themeless = len(self.network.themes)
        aims = [
            head
            for head in self._sort_by_column(self.families)
            if self._column_name(head) != "effort"
        ]
        numbers = self._cluster_theme_subtrees(aims)
        for head in aims:
            if head not in numbers:
                serving = self._serving_heads.get(head, ())
                numbers[head] = _first_known(numbers, serving, themeless)
        for head in self.families:
            if head not in numbers:
                served = self._sort_goals_first(
                    self.served_heads.get(head, ())
                )
                numbers[head] = _first_known(numbers, served, themeless)
        return numbers

    def _cluster_theme_subtrees(self, heads: Iterable[str]) -> dict[str, int]:
        """Of some heads, those that a theme reaches, each with the number of the first one."""
        numbers: dict[str, int] = {}
        remaining = set(heads)
        for number, theme in enumerate(self.network.themes):
            for head in self._take_subtree(theme.id, remaining):
                numbers[head] = number
        return numbers

    def _sort_goals_first(self, served: Iterable[str]) -> list[str]:
        """What an effort serves, in reading order, but targets last."""
        return sorted(
            served,
            key=lambda head: (
                self._column_name(head) == "target",
                self.reading_index[head],
            ),
        )

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """The clusters from top to bottom: the themes, and what has no theme."""
        themes = [theme.id for theme in self.network.themes]
        remaining = self._linked_heads_by_cluster(len(themes) + 1)
        members: list[list[str]] = [[] for _ in remaining]
        for root in (*themes, *self._sort_by_column(self.families)):
            number = self.cluster_of[root]
            members[number] += self._take_subtree(root, remaining[number])
        return tuple(
            Cluster(theme, tuple(heads))
            for theme, heads in zip((*themes, None), members, strict=True)
            if heads
        )

    def _linked_heads_by_cluster(self, count: int) -> list[set[str]]:
        """The heads of every cluster, without the efforts that serve nothing."""
        unlinked = {
            head for group in self.unlinked_groups for head in group.heads
        }
        heads: list[set[str]] = [set() for _ in range(count)]
        for head, number in self.cluster_of.items():
            if head not in unlinked:
                heads[number].add(head)
        return heads

    def _take_subtree(self, root: str, remaining: set[str]) -> Iterator[str]:
        """Of what remains, an element and all that serve it, depth first; they are taken out."""
        waiting = [root]
        while waiting:
            head = waiting.pop()
            if head in remaining:
                remaining.remove(head)
                yield head
                waiting += reversed(self._serving_heads.get(head, ()))

    @cached_property
    def _serving_heads(self) -> dict[str, list[str]]:
        """What serves each family, nearest columns first."""
        serving: dict[str, dict[str, None]] = {}
        for link in self._supporting_links():
            start = self.head_of[link.start]
            end = self.head_of[link.end]
            if start != end:
                serving.setdefault(end, {})[start] = None
        return {
            served: self._sort_by_column(heads)
            for served, heads in serving.items()
        }

    @cached_property
    def served_heads(self) -> dict[str, list[str]]:
        """What each family serves."""
        served_heads: dict[str, list[str]] = {}
        for served, serving in self._serving_heads.items():
            for head in serving:
                served_heads.setdefault(head, []).append(served)
        return served_heads

    def _sort_by_column(self, ids: Iterable[str]) -> list[str]:
        return sorted(ids, key=self._column_reading_index.__getitem__)

    @cached_property
    def _column_reading_index(self) -> dict[str, int]:
        """The place of every element when they are read column by column."""
        return {
            element: rank * len(self.reading_index)
            + self.reading_index[element]
            for element, rank in self.column_rank.items()
        }

    def _column_name(self, element: str) -> str:
        return COLUMN_ORDER[self.column_rank[element]]


def _walk_family(
    head: str, parts: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, int]]:
    """A head and, depth first, all parts of parts under it, each with its depth."""
    waiting = [(head, 0)]
    while waiting:
        member, depth = waiting.pop()
        yield member, depth
        parts_of_member = parts.get(member, ())
        waiting += [(part, depth + 1) for part in reversed(parts_of_member)]


def _first_known(
    numbers: Mapping[str, int], heads: Iterable[str], otherwise: int
) -> int:
    """The number of the first of some heads that has one already."""
    return next(
        (numbers[head] for head in heads if head in numbers), otherwise
    )
