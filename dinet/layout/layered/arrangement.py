"""Which column, band and order every element gets, and which links are drawn: everything about a picture but measures."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from dinet.model import KINDS, SUPPORTING_LINKS, WEAK_BASES, Kind, Link, LinkKind
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


DashReason = Literal["crosses", "skips", "weak", "other"]
"""Why a link is dashed: it crosses bands, skips the targets, rests on weak evidence, or does not carry support."""


class Cluster(NamedTuple):
    """A band: everything of one theme, in the order in which it is read.

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
            element.id: number for number, element in enumerate(network)
        }

    # columns

    @cached_property
    def column_rank(self) -> dict[str, int]:
        """The rung of the ladder of every element."""
        lower = set(self._find_subgoals())
        return {
            each.id: COLUMN_ORDER.index("subgoal" if each.id in lower else each.kind)
            for each in self.network
        }

    def _find_subgoals(self) -> Iterator[str]:
        goals = self.network.goals
        ids = {goal.id for goal in goals}
        serving = {
            link.start
            for link in self._supporting_links()
            if link.start in ids and link.end in ids
        }
        strategic = any(goal.level == "strategic" for goal in goals)
        for goal in goals:
            if goal.level != "strategic" and (
                goal.id in serving or (strategic and goal.level == "operational")
            ):
                yield goal.id

    def _supporting_links(self) -> Iterator[Link]:
        return (
            link
            for link in self.network.links()
            if link.kind in SUPPORTING_LINKS and link.start != link.end
        )

    # families

    @cached_property
    def parent_of(self) -> dict[str, str]:
        """The effort that each sub-effort is part of; a parent is read before its parts, so there are no circles."""
        efforts = {each.id for each in self.network.efforts}
        found: dict[str, str] = {}
        for link in self.network.links():
            downward = self.reading_index[link.end] < self.reading_index[link.start]
            if (
                link.kind == "part_of"
                and downward
                and link.start in efforts
                and link.end in efforts
            ):
                found.setdefault(link.start, link.end)
        return found

    @cached_property
    def head_of(self) -> dict[str, str]:
        """The head of the family of every element."""
        heads: dict[str, str] = {}
        for element in self.network:
            heads[element.id] = (
                heads[self.parent_of[element.id]]
                if element.id in self.parent_of
                else element.id
            )
        return heads

    @cached_property
    def families(self) -> dict[str, list[tuple[str, int]]]:
        """For every head its members from top to bottom, each with its depth; the head itself has depth 0."""
        parts: dict[str, list[str]] = {}
        for part, whole in self.parent_of.items():
            parts.setdefault(whole, []).append(part)
        found: dict[str, list[tuple[str, int]]] = {}
        for head in dict.fromkeys(self.head_of.values()):
            found[head], todo = [], [(head, 0)]
            while todo:
                here, depth = todo.pop()
                found[head].append((here, depth))
                todo += [(part, depth + 1) for part in reversed(parts.get(here, ()))]
        return found

    # links

    @cached_property
    def drawn_links(self) -> tuple[Link, ...]:
        """The links of the picture: one for each pair of elements, and none that a longer way already shows."""
        links = {
            (link.start, link.end): link
            for link in reversed(self.network.links())
            if link.start != link.end
        }
        return tuple(
            link for link in reversed(links.values()) if not self._is_implied(link)
        )

    @property
    def implied_count(self) -> int:
        """How many links are left out because they can be read from others."""
        return sum(map(self._is_implied, self._supporting_links()))

    def _is_implied(self, link: Link) -> bool:
        """Whether it goes past a target to what that target measures, or past a goal or target to their theme."""
        start, end = self.column_rank[link.start], self._column_name(link.end)
        if link.kind not in ("contributes_to", "part_of") or (
            end == "theme" and start in GOAL_RANKS
        ):
            return False
        between = (
            each
            for each in self._served_ids[link.start]
            if end == "theme" or self._column_name(each) == "target"
        )
        return any(link.end in self._served_ids.get(each, ()) for each in between)

    @cached_property
    def _served_ids(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for link in self._supporting_links():
            found.setdefault(link.start, set()).add(link.end)
        return found

    def dash_reasons(self, link: Link) -> tuple[DashReason, ...]:
        """Why a link is dashed; empty for one that is not."""
        crosses = (
            self.cluster_of[self.head_of[link.start]]
            != self.cluster_of[self.head_of[link.end]]
        )
        skips = (
            self._has_targets
            and self.column_rank[link.start] == EFFORT_RANK
            and self.column_rank[link.end] in GOAL_RANKS
        )
        other = link.kind not in SUPPORTING_LINKS
        if not (crosses or skips or other or link.basis in WEAK_BASES):
            return ()
        holds: dict[DashReason, bool] = {
            "crosses": crosses,
            "skips": skips,
            "weak": link.basis in WEAK_BASES,
            "other": other,
        }
        return tuple(reason for reason, held in holds.items() if held)

    @cached_property
    def _has_targets(self) -> bool:
        return bool(self.network.targets)

    @cached_property
    def shown_line_kinds(self) -> frozenset[tuple[LinkKind, tuple[DashReason, ...]]]:
        """The kinds of lines in the picture, each with why it is dashed."""
        return frozenset(
            (link.kind, self.dash_reasons(link)) for link in self.drawn_links
        )

    # bands

    @cached_property
    def unlinked_groups(self) -> tuple[UnlinkedGroup, ...]:
        """Efforts that no link joins to anything outside their family, by group, in reading order."""
        tied = {head for link in self.drawn_links for head in self._linked_heads(link)}
        heaps: dict[str | None, list[str]] = {}
        for effort in self.network.efforts:
            if self.head_of[effort.id] == effort.id and effort.id not in tied:
                heaps.setdefault(effort.group, []).append(effort.id)
        return tuple(UnlinkedGroup(group, tuple(ids)) for group, ids in heaps.items())

    def _linked_heads(self, link: Link) -> tuple[str, ...]:
        ends = self.head_of[link.start], self.head_of[link.end]
        return ends if ends[0] != ends[1] else ()

    @cached_property
    def cluster_of(self) -> dict[str, int]:
        """The number of the band in which each head stands: of the first theme that it serves, or the one after all themes.

        An effort stands with the first goal that its document names for it, also where it works
        by way of a target that stands elsewhere. What has no theme itself, but is served from
        within one, stands in that band.
        """
        last = len(self.network.themes)
        found: dict[str, int] = {}
        others = [
            each
            for each in self._sort_by_column(self.families)
            if self._column_name(each) != "effort"
        ]
        rest = set(others)
        for number, theme in enumerate(self.network.themes):
            found.update((each, number) for each in self._take_subtree(theme.id, rest))
        for each in others:
            found.setdefault(
                each,
                next(
                    (
                        found[below]
                        for below in self._serving_heads.get(each, ())
                        if below in found
                    ),
                    last,
                ),
            )
        for each in (each for each in self.families if each not in found):
            goals_first = sorted(
                self.served_heads.get(each, ()),
                key=lambda above: (
                    self._column_name(above) == "target",
                    self.reading_index[above],
                ),
            )
            found[each] = next(
                (found[above] for above in goals_first if above in found), last
            )
        return found

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """The bands from top to bottom: the themes, and what has no theme."""
        themes = [theme.id for theme in self.network.themes]
        waiting: list[set[str]] = [set() for _ in range(len(themes) + 1)]
        for each in self.cluster_of.keys() - {
            each for heap in self.unlinked_groups for each in heap.heads
        }:
            waiting[self.cluster_of[each]].add(each)
        members: list[list[str]] = [[] for _ in waiting]
        for each in (*themes, *self._sort_by_column(self.families)):
            members[self.cluster_of[each]] += self._take_subtree(
                each, waiting[self.cluster_of[each]]
            )
        return tuple(
            Cluster(theme, tuple(ids))
            for theme, ids in zip((*themes, None), members, strict=True)
            if ids
        )

    def _take_subtree(self, root: str, rest: set[str]) -> Iterator[str]:
        """Of the rest, an element and all that serve it, each at its first place on the way down; they leave the rest."""
        todo = [root]
        while todo:
            here = todo.pop()
            if here in rest:
                rest.remove(here)
                yield here
                todo += reversed(self._serving_heads.get(here, ()))

    @cached_property
    def _serving_heads(self) -> dict[str, list[str]]:
        """What serves each family, nearest columns first."""
        found: dict[str, dict[str, None]] = {}
        for link in self._supporting_links():
            if self._linked_heads(link):
                found.setdefault(self.head_of[link.end], {})[
                    self.head_of[link.start]
                ] = None
        return {whole: self._sort_by_column(parts) for whole, parts in found.items()}

    @cached_property
    def served_heads(self) -> dict[str, list[str]]:
        """What each family serves."""
        found: dict[str, list[str]] = {}
        for served, serving in self._serving_heads.items():
            for each in serving:
                found.setdefault(each, []).append(served)
        return found

    def _sort_by_column(self, ids: Iterable[str]) -> list[str]:
        return sorted(ids, key=self._column_reading_index.__getitem__)

    @cached_property
    def _column_reading_index(self) -> dict[str, int]:
        """The place of every element when they are read column by column."""
        return {
            each: rung * len(self.reading_index) + self.reading_index[each]
            for each, rung in self.column_rank.items()
        }

    def _column_name(self, element: str) -> str:
        return COLUMN_ORDER[self.column_rank[element]]
