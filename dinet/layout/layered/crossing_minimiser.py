"""Columns of nodes between which links cross, and how to make these crossings fewer.

Source of giving every node in turn its best place: C. Matuszewski, R. Schönfeld and P. Molitor,
"Using sifting for k-layer straightline crossing minimization" (1999).
"""

from collections.abc import (
    Container,
    Iterable,
    Iterator,
    MutableSequence,
    Sequence,
)
from itertools import chain, count
from typing import NamedTuple, TypeVar

from dinet.layout.layered.crossing_count import (
    LinkEnds,
    PassedLinks,
    count_crossings,
    count_swap_crossings,
    find_best_place,
)

MOST_ROUNDS = 3
"""Every node is given a better place at most this often; most orders stop changing before."""
NodeNumbers = tuple[tuple[int, ...], ...]
NodeBundle = tuple[int, ...]
"""The numbers of what has one place: one node, or dummy nodes that are kept together."""
PartNumber = tuple[int, int]
"""The numbers of the column and the cluster of a part."""
LinkEndsOfBundle = tuple[LinkEnds, LinkEnds]
"""Where the links of a bundle end, on the left and on the right."""
_Item = TypeVar("_Item")


class Neighbours(NamedTuple):
    """The nodes of the next column on one side with which each node is linked.

    Args:
        within_cluster: Those of its own cluster.
        overall: All of them.
    """

    within_cluster: NodeNumbers
    overall: NodeNumbers


class LayeredGraph(NamedTuple):
    """All that decides on an order; nodes are numbers, that count from 0 in reading order.

    Args:
        clusters: The columns of every cluster, from the top.
        left: What each node is linked with on its left. ``right`` likewise.
        bundle_of: For each dummy node the first of those that may be kept together with it; for
            any other node itself.
    """

    clusters: tuple[NodeNumbers, ...]
    left: Neighbours
    right: Neighbours
    bundle_of: tuple[int, ...]


class CrossingMinimiser:
    """An order of nodes, and ways to let fewer links cross in it.

    What stands of a column in one cluster is a *part* of the column: a list of bundles from the
    top. A bundle never leaves its part.

    Args:
        graph: What is linked.
        clusters: The columns of every cluster, from the top.
        together: Whether dummy nodes of one bundle have one place, where the first of them stands.
        reach: A better place is looked for so far up and down.
        kept: Nodes that never change places with each other.
    """

    def __init__(
        self,
        graph: LayeredGraph,
        clusters: Iterable[Iterable[Iterable[int]]],
        *,
        together: bool,
        reach: int,
        kept: Container[int] = (),
    ) -> None:
        self.graph = graph
        self.kept = kept
        self.reach = reach
        nodes = range(len(graph.bundle_of))
        bundle_of = graph.bundle_of if together else nodes
        self.clusters = [
            [_group_bundles(column, bundle_of) for column in cluster]
            for cluster in clusters
        ]
        self.columns = list(zip(*self.clusters, strict=True))
        self.position = [0 for _ in nodes]
        self._linked_parts = self._find_linked_parts()
        self._near = _ends_within_clusters(graph)
        self._far = _ends_elsewhere(graph)
        self._crossings_after: dict[int, float] = {}
        for number in range(len(self.columns)):
            self._renumber_column(number)

    def _find_linked_parts(self) -> dict[PartNumber, set[PartNumber]]:
        """For each part those whose nodes are linked with it: where these end decides on places."""
        parts = {
            (number, cluster): [*chain.from_iterable(part)]
            for number, column in enumerate(self.columns)
            for cluster, part in enumerate(column)
        }
        part_of = {node: part for part in parts for node in parts[part]}
        left, right = self.graph.left.overall, self.graph.right.overall
        return {
            part: {
                part_of[end]
                for node in nodes
                for end in chain(left[node], right[node])
            }
            for part, nodes in parts.items()
        }

    def node_order(self) -> tuple[NodeNumbers, ...]:
        """The nodes of every column of every cluster, from the top."""
        return tuple(
            tuple(tuple(chain.from_iterable(part)) for part in cluster)
            for cluster in self.clusters
        )

    def total_crossings(self) -> float:
        """How many pairs of links cross between columns.

        Those within clusters count ``WITHIN_CLUSTER_WEIGHT`` times.
        """
        for number in range(len(self.columns)):
            if number not in self._crossings_after:
                self._crossings_after[number] = self._count_crossings_after(
                    number
                )
        return sum(self._crossings_after.values())

    def _crosses_beside(self, number: int) -> bool:
        """Whether links cross on either side of a column: where none do no place is better."""
        self.total_crossings()
        return any(
            self._crossings_after.get(gutter, 0.0)
            for gutter in (number - 1, number)
        )

    def _count_crossings_after(self, number: int) -> float:
        """How many pairs of links cross between a column and the next one."""
        bundles = chain.from_iterable(self.columns[number])
        right = self.graph.right
        return count_crossings(
            self._find_link_ends(bundle, right) for bundle in bundles
        )

    def _renumber_column(self, number: int) -> None:
        """Number the bundles of a column through all clusters, from the top.

        What crosses on both sides of the column has to be counted again then.
        """
        position = (
            self.position
        )  # one look-up for all nodes: every move ends here
        for place, bundle in enumerate(
            chain.from_iterable(self.columns[number])
        ):
            for node in bundle:
                position[node] = place
        self._crossings_after.pop(number, None)
        self._crossings_after.pop(number - 1, None)

    def _find_link_ends(
        self, bundle: NodeBundle, linked: Neighbours
    ) -> LinkEnds:
        """Where the links of a bundle end on one side, from the top."""
        # Two loops over local names: no other place is called as often as this one.
        at, within_cluster, overall = (
            self.position,
            linked.within_cluster,
            linked.overall,
        )
        near = sorted(
            [at[end] for node in bundle for end in within_cluster[node]]
        )
        ends = [at[end] for node in bundle for end in overall[node]]
        return LinkEnds(near, near if len(ends) == len(near) else sorted(ends))

    def _find_ends_on_both_sides(self, bundle: NodeBundle) -> LinkEndsOfBundle:
        return (
            self._find_link_ends(bundle, self.graph.left),
            self._find_link_ends(bundle, self.graph.right),
        )

    def _is_kept(self, bundle: NodeBundle) -> bool:
        """Whether a bundle holds a node that keeps its place."""
        return any(node in self.kept for node in bundle)

    # barycentres

    def split_bundles(self) -> None:
        """Give every dummy node its own place, in the order in which links come from the right."""
        for number in reversed(range(len(self.columns))):
            for part in self.columns[number]:
                part[:] = [
                    (node,)
                    for bundle in part
                    for node in self._sort_nodes(bundle)
                ]
            self._renumber_column(number)

    def _sort_nodes(self, bundle: NodeBundle) -> list[int]:
        """The nodes of a bundle in the order of what they are linked with on the right."""
        right = self.graph.right
        return sorted(
            bundle, key=lambda node: self._find_barycentre((node,), right)
        )

    def _find_barycentre(
        self,
        bundle: NodeBundle,
        linked: Neighbours,
        without_links: float = 0.0,
    ) -> float:
        """The mean place of what a bundle is linked with on one side.

        Args:
            bundle: The numbers of its nodes.
            linked: What each node is linked with on that side.
            without_links: What a bundle gets that is linked with nothing there.
        """
        at = self.position
        ends = [at[end] for node in bundle for end in linked.overall[node]]
        return sum(ends) / len(ends) if ends else without_links

    def barycentre_sweep(self, *, right: bool) -> None:
        """Column by column, put every bundle at the mean of what it is linked with on one side.

        A bundle that is linked with nothing there stays under what is above it.

        Args:
            right: Whether to look at the right side, and so to begin with the last column.
        """
        linked = self.graph.right if right else self.graph.left
        numbers = range(len(self.columns))
        for number in reversed(numbers) if right else numbers:
            for part in self.columns[number]:
                self._sort_by_barycentre(part, linked)
            self._renumber_column(number)

    def _sort_by_barycentre(
        self, part: list[NodeBundle], linked: Neighbours
    ) -> None:
        if any(map(self._is_kept, part)):
            return
        barycentres: dict[NodeBundle, float] = {}
        last = -1.0
        for bundle in part:
            last = self._find_barycentre(bundle, linked, last)
            barycentres[bundle] = last
        part.sort(key=barycentres.__getitem__)

    # better places

    def sift_columns(self) -> None:
        """Give every bundle the place in its part with the fewest crossings.

        Columns beside one that changed come again, until nothing changes.
        """
        columns = {*range(len(self.columns))}
        waiting = columns
        changed = {*self._linked_parts}
        for _ in range(MOST_ROUNDS):
            now, waiting = sorted(waiting), set()
            for number in now:
                if self._sift_column(number, changed):
                    waiting |= {number - 1, number, number + 1} & columns

    def _sift_column(self, number: int, changed: set[PartNumber]) -> bool:
        """Give all bundles of a column a better place; whether any moved.

        Args:
            number: Of the column.
            changed: The parts in which a place may have become better since they were improved:
                only these are looked at. It is kept up here.
        """
        if not self._crosses_beside(number):
            return False
        any_moved = False
        for cluster in range(len(self.clusters)):
            part = number, cluster
            if part in changed:
                changed.remove(part)
                if self._improve_column(number, cluster):
                    changed |= {part, *self._linked_parts[part]}
                    any_moved = True
        return any_moved

    def _improve_column(
        self, number: int, cluster: int, nodes: Container[int] | None = None
    ) -> list[NodeBundle]:
        """Give bundles of a part the place with the fewest crossings, each in turn.

        Args:
            number: Of the column.
            cluster: The number of the cluster.
            nodes: Only bundles that hold one of these are moved; all when it is None.

        Returns:
            Those that moved.
        """
        part = self.columns[number][cluster]
        candidates = (
            [*part] if nodes is None else _bundles_holding(part, nodes)
        )
        candidates = [each for each in candidates if not self._is_kept(each)]
        if not candidates:
            return []
        places = {bundle: place for place, bundle in enumerate(part)}
        # a swap moves few bundles: only those that one of them may pass are looked at
        top = max(0, places[candidates[0]] - self.reach)
        window = part[top : places[candidates[-1]] + self.reach + 1]
        moved = self._improve_window(number, window, candidates)
        if moved:
            part[top : top + len(window)] = window
            self._renumber_column(number)
        return moved

    def _improve_window(
        self,
        number: int,
        window: list[NodeBundle],
        candidates: Sequence[NodeBundle],
    ) -> list[NodeBundle]:
        """Move bundles within the neighbours that they may pass, which get their new order.

        Returns:
            Those that moved.
        """
        sizes = (
            self._size_of_column(number - 1),
            self._size_of_column(number + 1),
        )
        links = [self._find_passed_links(each, sizes[0]) for each in window]
        has_far = any(item.elsewhere for item in links)
        places = {bundle: place for place, bundle in enumerate(window)}
        moved: list[NodeBundle] = []
        for bundle in candidates:
            here = places[bundle]
            there = find_best_place(
                here, links, self.reach, sizes, has_far=has_far
            )
            if there != here:
                _move_item(window, here, there)
                _move_item(links, here, there)
                first, last = min(here, there), max(here, there)
                places.update(zip(window[first : last + 1], count(first)))
                moved.append(bundle)
        return moved

    def _size_of_column(self, number: int) -> int:
        """How many bundles a column has; none where there is no such column."""
        if 0 <= number < len(self.columns):
            return sum(map(len, self.columns[number]))
        return 0

    def _find_passed_links(
        self, bundle: NodeBundle, at_left: int
    ) -> PassedLinks:
        """Where the links of a bundle end on both sides.

        Args:
            bundle: The numbers of its nodes.
            at_left: How many bundles the column on the left has.
        """
        # Two loops over local names: no other place is called as often as this one.
        at, near, far = self.position, self._near, self._far
        within_cluster: list[int] = []
        elsewhere: list[int] = []
        for node in bundle:
            left, right = near[node]
            within_cluster += [at[end] for end in left]
            within_cluster += [at[end] + at_left for end in right]
            far_ends = far[node]
            if far_ends:
                left, right = far_ends
                elsewhere += [at[end] for end in left]
                elsewhere += [at[end] + at_left for end in right]
        return PassedLinks(within_cluster, elsewhere)

    # swaps

    def swap_neighbours(self) -> None:
        """Let neighbours change places where that leaves fewer crossings.

        What they are linked with follows, so this helps where no bundle can move alone.
        """
        fewest = self.total_crossings()
        last_success: tuple[int, int, int] | None = None
        for _ in range(MOST_ROUNDS):
            before = fewest
            if not before:
                return
            for swap in self._find_swaps():
                after = self._try_swap(*swap)
                if after < fewest:
                    fewest, last_success = after, swap
                elif swap == last_success:  # all after it were tried since
                    return
            if fewest == before:
                return

    def _find_swaps(self) -> Iterator[tuple[int, int, int]]:
        """Column, cluster and place of every bundle that may change places with the one below.

        Something has to serve one of the two within their cluster, else nothing can follow.
        """
        for number, column in enumerate(self.columns):
            for cluster, part in enumerate(column):
                for place in range(len(part) - 1):
                    pair = part[place], part[place + 1]
                    if any(map(self._is_kept, pair)):
                        continue
                    if self._is_served(*part[place], *part[place + 1]):
                        yield number, cluster, place

    def _is_served(self, *nodes: int) -> bool:
        """Whether something serves one of some nodes within their cluster."""
        return any(self.graph.right.within_cluster[node] for node in nodes)

    def _try_swap(self, number: int, cluster: int, place: int) -> float:
        """Let a bundle change places with the one below; undone unless fewer links cross then.

        Returns:
            How many links cross after the swap, also where it is undone.
        """
        before = self.total_crossings()
        order_before = [[*column[cluster]] for column in self.columns]
        part = self.columns[number][cluster]
        swapped = part[place + 1], part[place]
        part[place : place + 2] = swapped
        self._renumber_column(number)
        self._improve_linked(number, cluster, swapped)
        after = self.total_crossings()
        if after >= before:
            self._restore_columns(cluster, order_before)
        return after

    def _restore_columns(
        self, cluster: int, order_before: Sequence[list[NodeBundle]]
    ) -> None:
        """Give the columns of a cluster the order that they had."""
        for number, bundles in enumerate(order_before):
            if self.columns[number][cluster] != bundles:
                self.columns[number][cluster][:] = bundles
                self._renumber_column(number)

    def _improve_linked(
        self, number: int, cluster: int, moved: Sequence[NodeBundle]
    ) -> None:
        """Let what is linked with moved bundles follow them, and at last their own part too.

        Args:
            number: Of the column in which bundles moved.
            cluster: The number of the cluster.
            moved: The bundles.
        """
        left, right = self.graph.left, self.graph.right
        columns_at_right = range(number + 1, len(self.columns))
        columns_at_left = range(number - 1, -1, -1)
        for _ in range(MOST_ROUNDS):
            touched = {*chain.from_iterable(moved)}
            touched |= self._follow_links(
                columns_at_right, cluster, moved, right, left
            )
            touched |= self._follow_links(
                columns_at_left, cluster, moved, left, right
            )
            moved = self._improve_column(number, cluster, touched)
            if not moved:
                return

    def _follow_links(
        self,
        columns: Sequence[int],
        cluster: int,
        moved: Sequence[NodeBundle],
        onward: Neighbours,
        back: Neighbours,
    ) -> set[int]:
        """Let what is linked with moved bundles follow, column by column while anything moves.

        Args:
            columns: The columns on one side, the nearest first.
            cluster: The number of the cluster.
            moved: The bundles.
            onward: What each node is linked with on that side.
            back: Likewise on the other side.

        Returns:
            The nodes of the column of the bundles that are linked with what moved in the next one.
        """
        touched: set[int] = set()
        for column in columns:
            linked = _linked_nodes(moved, onward)
            moved = self._improve_column(column, cluster, linked)
            if not moved:
                break
            if column == columns[0]:
                touched = _linked_nodes(moved, back)
        return touched

    # reading order

    def restore_reading_order(self) -> None:
        """Put neighbours in reading order where no more links cross then."""
        for number, column in enumerate(self.columns):
            for part in column:
                self._restore_part(part)
            self._renumber_column(number)

    def _restore_part(self, part: list[NodeBundle]) -> None:
        """Let each bundle of a part in turn rise past those that come later in reading order."""
        ends = {
            bundle: self._find_ends_on_both_sides(bundle) for bundle in part
        }
        for last in range(1, len(part)):
            bundle = part[last]
            place = last
            while place and _may_rise(bundle, part[place - 1], ends):
                place -= 1
            _move_item(part, last, place)


def _may_rise(
    bundle: NodeBundle,
    above: NodeBundle,
    ends: dict[NodeBundle, LinkEndsOfBundle],
) -> bool:
    """Whether a bundle comes before the one above it in reading order, and none more cross so."""
    return bundle < above and not count_swap_crossings(
        ends[above], ends[bundle]
    )


def _ends_within_clusters(graph: LayeredGraph) -> list[NodeNumbers]:
    """What each node is linked with in its cluster, on the left and on the right."""
    sides = graph.left.within_cluster, graph.right.within_cluster
    return [*zip(*sides, strict=True)]


def _ends_elsewhere(graph: LayeredGraph) -> list[NodeNumbers | None]:
    """Likewise in other clusters; None where that is nothing on both sides."""
    left, right = map(_links_elsewhere, (graph.left, graph.right))
    return [
        ends if any(ends) else None for ends in zip(left, right, strict=True)
    ]


def _links_elsewhere(linked: Neighbours) -> Iterator[tuple[int, ...]]:
    """What each node is linked with on one side in other clusters."""
    # ``overall`` begins with what is within the cluster
    for near, ends in zip(linked.within_cluster, linked.overall, strict=True):
        yield ends[len(near) :]


def _move_item(items: MutableSequence[_Item], here: int, there: int) -> None:
    items.insert(there, items.pop(here))


def _bundles_holding(
    part: Iterable[NodeBundle], nodes: Container[int]
) -> list[NodeBundle]:
    """The bundles of a part that hold one of some nodes."""
    return [bundle for bundle in part if any(node in nodes for node in bundle)]


def _linked_nodes(
    bundles: Iterable[NodeBundle], linked: Neighbours
) -> set[int]:
    """What bundles are linked with on one side, within their cluster."""
    return {
        end
        for bundle in bundles
        for node in bundle
        for end in linked.within_cluster[node]
    }


def _group_bundles(
    column: Iterable[int], bundle_of: Sequence[int]
) -> list[NodeBundle]:
    """The bundles of a part of a column, each where the first of its nodes stands."""
    bundles: dict[int, list[int]] = {}
    for node in column:
        bundles.setdefault(bundle_of[node], []).append(node)
    return [tuple(nodes) for nodes in bundles.values()]
