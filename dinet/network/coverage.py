"""Which elements have efforts, and how well.

It holds the grades, the coverage of themes, targets under each of their goals, and orphans. What
a grade means stands in ``grades``.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import compress
from operator import add
from typing import NamedTuple, cast

from dinet.model import AIM_KINDS, KINDS, Goal, Target, Theme
from dinet.network.grades import Grade
from dinet.network.measuring import GoalMeasures
from dinet.network.results import (
    Coverage,
    Measurement,
    Orphans,
    Tally,
    ThemeCoverage,
)
from dinet.network.snapshot import NOWHERE, Snapshot, spread_marks

GRADES = tuple(Grade)
DIRECT, OWN_TARGET, GOAL_GRADE, GOAL_BELOW, SHARED_TARGET, NONE, UNKNOWN = (
    range(len(GRADES))
)
GOAL, TARGET, OTHER = range(0, 3 * len(GRADES), len(GRADES))
"""A mark is a byte: one of these three plus the number of a grade.

So counting goals or targets of a grade is a search in bytes.
"""

MARK_OF = dict.fromkeys(KINDS, OTHER) | {"goal": GOAL, "target": TARGET}


class Graded(NamedTuple):
    """What grading gives.

    Args:
        marks: For each element its mark, in the order of the programme.
        came_from: For each element the position through which its grade came: what serves it, or
            for a target without an effort the goal that has them; ``NOWHERE`` where the way
            begins and where there is none.
    """

    marks: bytearray
    came_from: list[int]


def grade_elements(
    snapshot: Snapshot,
    stopped: Collection[int] = (),
    like: bytearray | None = None,
) -> Graded:
    """The grade of each element when some have stopped.

    Every step is one pass over lists of numbers: ``impact`` asks this again for every question.

    Args:
        snapshot: Of the network.
        stopped: What serves nothing any more; empty when all work goes on.
        like: The marks before anything stopped: what the document did not say then, it does not
            say now. None when these are asked.
    """
    reached = _GradeSpread(snapshot, stopped)
    grades, came_from = reached.grades, reached.came_from
    for position in stopped:
        grades[position], came_from[position] = NONE, NOWHERE
    _grade_through_goals(snapshot, grades, came_from, frozenset(stopped))
    unknown = (
        _find_unknown(snapshot, grades)
        if like is None
        else _unknown_before(like)
    )
    for position in unknown:
        grades[position] = UNKNOWN
    marks_of_kinds = map(MARK_OF.__getitem__, snapshot.kinds)
    return Graded(bytearray(map(add, marks_of_kinds, grades)), came_from)


class _GradeSpread:
    """Follows all ways from the efforts, the best first: each element is entered once.

    A way may pass only what its grade allows. What it may not pass yet is entered and held until
    the grade comes that may: a target of one goal waits for the second grade, a goal for the
    third, a shared target for the last.
    """

    def __init__(self, snapshot: Snapshot, stopped: Collection[int]) -> None:
        size = len(snapshot.kinds)
        self.up = snapshot.up
        self.gates = snapshot.gates
        self.grades = bytearray(bytes([NONE]) * size)
        self.came_from = [NOWHERE] * size
        for position in stopped:
            # what stopped counts as entered, so that nothing comes through it
            self.grades[position] = DIRECT
        efforts = snapshot.of_kind["effort"]
        working = [effort for effort in efforts if effort not in stopped]
        for effort in efforts:
            self.grades[effort] = DIRECT
        self.held: dict[int, list[int]] = {
            DIRECT: working,
            OWN_TARGET: [],
            GOAL_BELOW: [],
            SHARED_TARGET: [],
        }
        for grade in self.held:
            self._spread_grade(grade)

    def _spread_grade(self, grade: int) -> None:
        grades, gates, held = self.grades, self.gates, self.held
        up, came_from = self.up, self.came_from
        waiting = held[grade]
        for position in waiting:  # the list grows while it is read
            for above in up[position]:
                if grades[above] == NONE:
                    grades[above] = grade
                    came_from[above] = position
                    held[max(grade, gates[above])].append(above)


def _grade_through_goals(
    snapshot: Snapshot,
    grades: bytearray,
    came_from: list[int],
    stopped: Collection[int],
) -> None:
    """Give targets the efforts that a goal, or other aim, right above them has."""
    by_ways = bytes(grades)
    kinds = snapshot.kinds
    for target in snapshot.of_kind["target"]:
        if by_ways[target] < GOAL_GRADE or target in stopped:
            continue
        for above in snapshot.up[target]:
            if kinds[above] in AIM_KINDS and by_ways[above] < NONE:
                grade = max(GOAL_GRADE, by_ways[above])
                if grade < grades[target]:
                    grades[target], came_from[target] = grade, above


def _find_unknown(snapshot: Snapshot, grades: bytearray) -> list[int]:
    """What has no effort because the document does not say what serves what.

    Of goals that is so when no effort leads to any goal, of other elements when none leads to
    any aim, and of strategic goals when no operational goal leads to any of them.
    """
    if not snapshot.of_kind["effort"]:
        return []
    goals = snapshot.of_kind["goal"]
    is_silent = _is_none_reached(grades, goals)
    unknown = [
        goal
        for goal in (goals if is_silent else snapshot.loose_strategic)
        if grades[goal] == NONE
    ]
    if goals and not is_silent:
        return unknown
    return unknown + _find_unknown_others(snapshot, grades)


def _find_unknown_others(snapshot: Snapshot, grades: bytearray) -> list[int]:
    """What is no goal and has no effort, when none leads to any aim."""
    aims = [at for kind in AIM_KINDS for at in snapshot.of_kind[kind]]
    if not _is_none_reached(grades, aims):
        return []
    return [
        position
        for position, grade in enumerate(grades)
        if grade == NONE and not snapshot.is_goal[position]
    ]


def _unknown_before(like: bytearray) -> list[int]:
    """What was unknown by some marks."""
    return [
        position
        for position, mark in enumerate(like)
        if mark % len(GRADES) == UNKNOWN
    ]


def _is_none_reached(grades: bytearray, positions: list[int]) -> bool:
    """Whether there are such elements, and no effort leads to any of them."""
    return bool(positions) and all(
        grades[position] == NONE for position in positions
    )


def grade_of_mark(mark: int) -> Grade:
    """The grade in a mark."""
    return GRADES[mark % len(GRADES)]


def grade_path(graded: Graded, position: int) -> list[int]:
    """The way that proves a grade, from an effort to the element; empty when there is none.

    Of a target that has efforts through its goal the goal is the last but one.
    """
    path = []
    while position != NOWHERE:
        path.append(position)
        position = graded.came_from[position]
    return path[::-1] if len(path) > 1 else []


def coverage_by_theme(
    snapshot: Snapshot, themes: Iterable[Theme], marked: bytearray
) -> Coverage:
    """See ``Network.coverage``."""
    rows: list[ThemeCoverage] = []
    without_theme = bytearray(b"\1") * len(marked)
    for theme, members in zip(
        themes, _members_of_themes(snapshot), strict=True
    ):
        marks_of_members = bytes(map(marked.__getitem__, members))
        rows.append(_theme_row(theme, marks_of_members))
        for member in members:
            without_theme[member] = 0
    rest = _theme_row(None, bytes(compress(marked, without_theme)))
    if rest.goals.total or rest.targets.total:
        rows.append(rest)
    return Coverage(*_theme_row(None, marked)[1:], themes=tuple(rows))


def _theme_row(theme: Theme | None, marks: bytes | bytearray) -> ThemeCoverage:
    return ThemeCoverage(
        theme, _count_grades(marks, GOAL), _count_grades(marks, TARGET)
    )


def _count_grades(marks: bytes | bytearray, kind: int) -> Tally:
    return Tally(*(marks.count(kind + grade) for grade in range(len(GRADES))))


def _members_of_themes(snapshot: Snapshot) -> Iterator[list[int]]:
    """What stands under each theme, efforts left out; themes in the order of the programme."""
    members_below = _members_by_element(snapshot)
    # the theme that saw an element last: one list for all themes, however many there are
    last_theme = [-1] * len(members_below)
    for theme in snapshot.of_kind["theme"]:
        last_theme[theme] = theme
        members = [theme]
        for above in members:  # the list grows while it is read
            for member in members_below[above]:
                if last_theme[member] != theme:
                    last_theme[member] = theme
                    members.append(member)
        yield members[1:]


def _members_by_element(snapshot: Snapshot) -> list[list[int]]:
    """For each element what belongs to the same theme because of it.

    A goal that has a theme of its own belongs there only: its other links do not carry it into
    the theme of the goal that it contributes to.
    """
    members_below: list[list[int]] = [[] for _ in snapshot.kinds]
    for position, kind in enumerate(snapshot.kinds):
        if kind == "effort":
            continue
        own_themes = (
            _themes_right_above(snapshot, position) if kind == "goal" else ()
        )
        for above in own_themes or snapshot.up[position]:
            members_below[above].append(position)
    return members_below


def _themes_right_above(snapshot: Snapshot, position: int) -> list[int]:
    kinds = snapshot.kinds
    return [
        above for above in snapshot.up[position] if kinds[above] == "theme"
    ]


def grade_measurements(
    snapshot: Snapshot, marked: bytearray
) -> Iterator[Measurement]:
    """See ``Network.measurements``."""
    for position in snapshot.of_kind["goal"]:
        goal = cast("Goal", snapshot.elements[position])
        yield from _measurements_of_goal(snapshot, marked, position, goal)


def _measurements_of_goal(
    snapshot: Snapshot, marked: bytearray, position: int, goal: Goal
) -> Iterator[Measurement]:
    """The targets right under a goal, in their order, with the grades that they have there."""
    of_goal = marked[position] - GOAL
    otherwise = GRADES[max(GOAL_GRADE, of_goal)]
    for target in sorted(set(snapshot.down[position])):
        if snapshot.kinds[target] != "target":
            continue
        is_own = _has_work_for(snapshot, marked, target, position)
        yield Measurement(
            cast("Target", snapshot.elements[target]),
            goal,
            Grade.DIRECT if is_own else otherwise,
        )


def _has_work_for(
    snapshot: Snapshot, marked: bytearray, target: int, goal: int
) -> bool:
    """Whether some work on a target is for this goal; see ``Measurement``."""
    if marked[target] != TARGET + DIRECT:
        return False
    goals = snapshot.goals_of(target)
    if len(goals) == 1:
        return True
    for below in snapshot.down[target]:
        if not _is_work(snapshot, marked, below):
            continue
        named = goals_named_by(snapshot, below, goals)
        if not named or goal in named:
            return True
    return False


def _is_work(snapshot: Snapshot, marked: bytearray, position: int) -> bool:
    """Whether an element is an effort, or is no target or goal and has efforts of its own."""
    is_direct = marked[position] % len(GRADES) == DIRECT
    return is_direct and snapshot.kinds[position] not in ("goal", "target")


def goals_named_by(
    snapshot: Snapshot, start: int, goals: set[int]
) -> set[int]:
    """Those of some goals that an element serves by a way that runs through no target."""
    waiting, reached = [start], {start}
    for position in waiting:  # the list grows while it is read
        fresh = {
            above
            for above in snapshot.up[position]
            if above not in reached and snapshot.kinds[above] != "target"
        }
        reached |= fresh
        waiting += fresh
    return goals & reached


def find_orphans(
    snapshot: Snapshot, marked: bytearray, measures: GoalMeasures
) -> Orphans:
    """See ``Network.orphans``."""
    goals, targets = snapshot.of_kind["goal"], snapshot.of_kind["target"]
    serving = spread_marks(
        bytearray(len(snapshot.kinds)), list(goals), snapshot.down
    )
    loose_targets = _find_loose(snapshot, "target", serving)
    loose_efforts = _find_loose(snapshot, "effort", serving)
    unknown = {
        position
        for kind, positions in ((GOAL, goals), (TARGET, targets))
        for position in _marked_with(marked, positions, kind + UNKNOWN)
    }
    uncovered_targets = [
        target
        for target in targets
        if marked[target] not in (TARGET + DIRECT, TARGET + UNKNOWN)
    ]
    lists = (
        _marked_with(marked, goals, GOAL + NONE),
        _marked_with(marked, goals, GOAL + SHARED_TARGET),
        measures.without_target,
        measures.below_only,
        loose_targets.missing,
        uncovered_targets,
        loose_efforts.missing,
        unknown.union(
            measures.unknown, loose_targets.unknown, loose_efforts.unknown
        ),
    )
    return Orphans(*map(snapshot.elements_at, lists))


class _Loose(NamedTuple):
    """The elements of a kind that serve no goal: those that miss one, or of which it is open."""

    missing: list[int]
    unknown: list[int]


def _find_loose(snapshot: Snapshot, kind: str, serving: bytearray) -> _Loose:
    """What serves no goal; when that is all of its kind, the document does not say so of any.

    Args:
        snapshot: Of the network.
        kind: Of the elements.
        serving: A 1 for each element that serves a goal.
    """
    of_kind = snapshot.of_kind[kind]
    loose = [position for position in of_kind if not serving[position]]
    if snapshot.of_kind["goal"] and len(loose) == len(of_kind):
        return _Loose([], loose)
    return _Loose(loose, [])


def _marked_with(
    marked: bytearray, positions: list[int], mark: int
) -> list[int]:
    # a search in bytes spares the list in most programmes
    if mark not in marked:
        return []
    return [position for position in positions if marked[position] == mark]
