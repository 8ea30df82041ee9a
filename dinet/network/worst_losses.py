"""The few efforts whose loss costs most goals.

A goal is lost when all that carry it stop. So only goals with few carriers can be lost at once,
and a set that costs most, with no idle effort in it, is made of the carriers of the goals it costs.
The search joins these groups of carriers: first greedily, then the most promising, leaving what
cannot come up to the best any more. Where it ends before all is tried, it knows a bound.
"""

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush, nlargest
from typing import NamedTuple

from dinet.model import Element, Goal
from dinet.network.goal_parts import whole_goals
from dinet.network.network import Network

MOST_GROUPS = 5_000
"""Sets of efforts that are tried: some seconds with 150 goals. What is left gives the bound."""
MOST_SETS = 1_000
"""Sets that cost equally much and are counted; nobody reads more."""

Group = int
"""A set of efforts as the bits of a whole number, by their positions among the efforts."""


class LostSet(NamedTuple):
    """Some efforts that stop, and the goals that no effort leads to any more."""

    efforts: tuple[Element, ...]
    goals: tuple[Goal, ...]


class WorstLoss(NamedTuple):
    """What is lost at most when so many efforts stop.

    Args:
        size: How many stop.
        sets: Those that cost most, without an effort that adds nothing: they may have fewer than
            ``size``. In the order of the programme; empty when no goal can be lost.
        lost: Goals that each of these sets costs.
        at_most: No set of this size costs more goals. Larger than ``lost`` when not all were tried.
        is_whole: Whether ``sets`` has all that cost so many; else there may be more.
    """

    size: int
    sets: tuple[LostSet, ...]
    lost: int
    at_most: int
    is_whole: bool

    @property
    def is_exact(self) -> bool:
        """Whether it is proved that no set costs more."""
        return self.lost == self.at_most


def find_worst_losses(network: Network, most: int) -> tuple[WorstLoss, ...]:
    """What is lost at most when one effort stops, when two stop, and so on.

    Args:
        network: The programme.
        most: Efforts that stop together; 1 or more.
    """
    position = {effort.id: at for at, effort in enumerate(network.efforts)}
    goals_of: dict[Group, list[Goal]] = {}
    for part in whole_goals(network):
        group = sum(1 << position[effort.id] for effort in part.carriers)
        if group:
            goals_of.setdefault(group, []).append(part.goal)
    counts = {group: len(goals) for group, goals in goals_of.items()}
    return tuple(
        _told_loss(network, goals_of, _LossSearch(counts, size))
        for size in range(1, most + 1)
    )


def _told_loss(
    network: Network,
    goals_of: Mapping[Group, list[Goal]],
    search: "_LossSearch",
) -> WorstLoss:
    """What a search finds, as elements in the order of the programme."""
    search.run()
    worst = sorted(map(_bits_of, search.best_sets))
    return WorstLoss(
        search.size,
        tuple(
            _lost_set(network, goals_of, bits) for bits in worst[:MOST_SETS]
        ),
        search.best,
        search.at_most,
        search.is_whole and len(worst) <= MOST_SETS,
    )


def _lost_set(
    network: Network, goals_of: Mapping[Group, list[Goal]], bits: list[int]
) -> LostSet:
    stopped = sum(1 << bit for bit in bits)
    lost = {
        goal.id
        for group, goals in goals_of.items()
        if not group & ~stopped
        for goal in goals
    }
    return LostSet(
        tuple(network.efforts[bit] for bit in bits),
        tuple(goal for goal in network.goals if goal.id in lost),
    )


def _bits_of(group: Group) -> list[int]:
    return [bit for bit in range(group.bit_length()) if group >> bit & 1]


class _LossSearch:
    """Joins groups of carriers, the most promising first.

    Args:
        counts: How many goals each group of carriers carries.
        size: Efforts that stop.
    """

    def __init__(self, counts: Mapping[Group, int], size: int) -> None:
        self.groups = [
            (group, _bits_of(group), count)
            for group, count in counts.items()
            if group.bit_count() <= size
        ]
        self.size = size
        self.best = 0
        self.at_most = 0
        self.best_sets: set[Group] = set()
        self.is_whole = True

    def run(self) -> None:
        """Fill ``best``, ``at_most``, ``best_sets`` and ``is_whole``."""
        self._take_greedily()
        # bounds as negative numbers: the heap gives its smallest first
        waiting = [(-self._try_group(0), 0)]
        seen = {0}
        while waiting and not self._is_done(-waiting[0][0], len(seen)):
            group = heappop(waiting)[1]
            for joined in self._joined_groups(group):
                if joined not in seen:
                    seen.add(joined)
                    heappush(waiting, (-self._try_group(joined), joined))
        left = -waiting[0][0] if waiting else 0
        self.at_most = max(self.best, left)
        self.is_whole = not waiting or left < self.best

    def _take_greedily(self) -> None:
        """Stop those efforts next that cost most for each of them, as long as they fit."""
        stopped = 0
        while joined := list(self._joined_groups(stopped)):
            size = stopped.bit_count()
            costs = [self._lost_with(group) for group in joined]
            rates = [
                cost / (group.bit_count() - size)
                for cost, group in zip(costs, joined, strict=True)
            ]
            best = rates.index(max(rates))
            stopped = joined[best]
            self._note_cost(stopped, costs[best])

    def _lost_with(self, stopped: Group) -> int:
        return sum(
            count for group, _, count in self.groups if not group & ~stopped
        )

    def _is_done(self, bound: int, tried: int) -> bool:
        """Whether nothing better can come, or enough was tried."""
        has_many = bound == self.best and len(self.best_sets) >= MOST_SETS
        return bound < self.best or has_many or tried > MOST_GROUPS

    def _joined_groups(self, group: Group) -> Iterator[Group]:
        for other, _, _ in self.groups:
            joined = group | other
            if joined != group and joined.bit_count() <= self.size:
                yield joined

    def _try_group(self, stopped: Group) -> int:
        """Note what a set of efforts costs; gives what no set with these in it exceeds.

        A goal of which m carriers still go on counts 1/m for each of these. A set has no more
        goals than its best efforts have in such parts.
        """
        lost = 0
        room = self.size - stopped.bit_count()
        parts: dict[int, float] = {}
        for group, bits, count in self.groups:
            going_on = group & ~stopped
            left = going_on.bit_count()
            if not left:
                lost += count
            elif left <= room:
                for bit in bits:
                    if going_on >> bit & 1:
                        parts[bit] = parts.get(bit, 0.0) + count / left
        self._note_cost(stopped, lost)
        # a whole number of goals: what the fractions lose of it must not lower the bound
        return lost + int(sum(nlargest(room, parts.values())) + 1e-9)

    def _note_cost(self, stopped: Group, lost: int) -> None:
        if lost > self.best:
            self.best, self.best_sets = lost, set()
        if lost and lost == self.best:
            self.best_sets.add(stopped)
