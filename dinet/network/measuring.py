"""How targets measure the goals: by a target of its own, or only through a goal below."""

from typing import NamedTuple

from dinet.network.grades import Measured
from dinet.network.snapshot import NOWHERE, Snapshot

_MEASURED_BY_TURN = (Measured.NONE, Measured.OWN, Measured.GOAL_BELOW)


class GoalMeasures(NamedTuple):
    """How targets measure goals, each known by its position.

    Args:
        own: Those with a target of their own.
        below_only: Those that are measured only through a goal below.
        without_target: Those that are not measured.
        reached: For each element 1 when a target leads to it with no goal in between, 2 when one
            leads to it only through a goal, 0 when none does.
        came_from: For each element the position through which a target reached it;
            ``NOWHERE`` for targets and where none does.
        unknown: Those of which the document does not say what measures them: all when there are
            targets and none leads to any goal, the strategic ones when no operational goal
            leads to any of them.
    """

    own: tuple[int, ...]
    below_only: tuple[int, ...]
    without_target: tuple[int, ...]
    reached: bytearray
    came_from: list[int]
    unknown: frozenset[int]

    def grade_of(self, goal: int) -> Measured:
        """How one goal is measured."""
        if goal in self.unknown:
            return Measured.UNKNOWN
        return _MEASURED_BY_TURN[self.reached[goal]]

    def path_to(self, goal: int) -> list[int]:
        """The way from a target to a goal; empty when there is none."""
        path = []
        while goal != NOWHERE:
            path.append(goal)
            goal = self.came_from[goal]
        return path[::-1] if len(path) > 1 else []


def measure_goals(snapshot: Snapshot) -> GoalMeasures:
    """How targets measure each goal."""
    reached, came_from = _spread_targets(snapshot)
    by_turn: tuple[list[int], ...] = ([], [], [])
    for goal in snapshot.of_kind["goal"]:
        by_turn[reached[goal]].append(goal)
    without, own, below = by_turn
    unknown = _find_unmeasured(snapshot, without)
    missing = tuple(goal for goal in without if goal not in unknown)
    return GoalMeasures(
        tuple(own), tuple(below), missing, reached, came_from, unknown
    )


def _spread_targets(snapshot: Snapshot) -> tuple[bytearray, list[int]]:
    """Follow all ways from the targets; goals are passed in the second of two turns.

    Returns:
        ``reached`` and ``came_from`` of ``GoalMeasures``.
    """
    reached = bytearray(len(snapshot.kinds))
    came_from = [NOWHERE] * len(snapshot.kinds)
    waiting = list(snapshot.of_kind["target"])
    for target in waiting:
        reached[target] = 1
    held: list[int] = []
    up, is_goal = snapshot.up, snapshot.is_goal
    for turn in (1, 2):
        for position in waiting:  # the list grows while it is read
            for above in up[position]:
                if not reached[above]:
                    reached[above] = turn
                    came_from[above] = position
                    (held if is_goal[above] else waiting).append(above)
        waiting = held
    return reached, came_from


def _find_unmeasured(snapshot: Snapshot, without: list[int]) -> frozenset[int]:
    """Of the goals that no target measures those of which the document does not say so."""
    if not snapshot.of_kind["target"]:
        return frozenset()
    goals = snapshot.of_kind["goal"]
    is_silent = len(without) == len(goals)
    open_goals = goals if is_silent else snapshot.loose_strategic
    return frozenset(without).intersection(open_goals)
