"""Which elements have efforts, and how well.

It holds the grades, the coverage of themes, targets under each of their goals, and orphans.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import compress
from typing import cast

from dinet.model import AIM_KINDS, KINDS, Element, Goal, Target, Theme
from dinet.network.results import (
    Coverage,
    Grade,
    Measurement,
    Orphans,
    Tally,
    ThemeCoverage,
)
from dinet.network.snapshot import Snapshot, spread_marks

GRADES = tuple(Grade)
DIRECT, THROUGH, NONE = range(3)
GOAL, TARGET, OTHER = range(0, 9, 3)
"""A mark is a byte: one of these three plus one of the three grades.

So counting goals or targets of a grade is a search in bytes.
"""

MARK_OF = dict.fromkeys(KINDS, OTHER) | {"goal": GOAL, "target": TARGET}


def mark_elements(
    snapshot: Snapshot, stopped: Collection[int] = ()
) -> bytearray:
    """For each element its mark when some elements have stopped.

    The position in the answer is that of the element in the programme. ``Grade`` says what the
    grades mean; ``stopped`` is empty when all work goes on. Every step is one pass over lists of
    numbers: ``impact`` asks this again for every question.
    """
    kinds = snapshot.kinds
    direct = _mark_direct(snapshot, stopped)
    covered = _mark_covered(snapshot, direct, stopped)
    for position in stopped:
        direct[position] = covered[position] = 0
    # both bytes are 0 or 1, so what is direct and covered gets the grade 2 - 1 - 1
    marks = bytearray(
        MARK_OF[kind] + NONE - is_direct - is_covered
        for kind, is_direct, is_covered in zip(
            kinds, direct, covered, strict=True
        )
    )
    for target in snapshot.of_kind["target"]:
        if not covered[target] and _measures_covered_aim(
            snapshot, target, covered
        ):
            marks[target] = TARGET + THROUGH
    return marks


def _mark_direct(snapshot: Snapshot, stopped: Collection[int]) -> bytearray:
    """A 1 for efforts and what they serve by a way that passes no goal, and for what stopped."""
    direct = bytearray(map("effort".__eq__, snapshot.kinds))
    for position in stopped:
        # what stopped counts as visited, so that nothing comes through it
        direct[position] = 1
    working = _without_stopped(snapshot.of_kind["effort"], stopped)
    return spread_marks(direct, working, snapshot.up, walls=snapshot.is_goal)


def _mark_covered(
    snapshot: Snapshot, direct: bytearray, stopped: Collection[int]
) -> bytearray:
    """A 1 for what is direct, and for all that those goals serve that have efforts."""
    goals = [goal for goal in snapshot.of_kind["goal"] if direct[goal]]
    return spread_marks(
        bytearray(direct), _without_stopped(goals, stopped), snapshot.up
    )


def _without_stopped(
    positions: list[int], stopped: Collection[int]
) -> list[int]:
    return [position for position in positions if position not in stopped]


def _measures_covered_aim(
    snapshot: Snapshot, target: int, covered: bytearray
) -> bool:
    """Whether some aim right above a target has efforts."""
    kinds, above_target = snapshot.kinds, snapshot.up[target]
    return any(
        covered[above] and kinds[above] in AIM_KINDS for above in above_target
    )


def grade_of_mark(mark: int) -> Grade:
    """The grade in a mark."""
    return GRADES[mark % 3]


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
    return Tally(
        marks.count(kind + DIRECT),
        marks.count(kind + THROUGH),
        marks.count(kind + NONE),
    )


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
    for position, goal in enumerate(snapshot.elements):
        if isinstance(goal, Goal):
            yield from _measurements_of_goal(snapshot, marked, position, goal)


def _measurements_of_goal(
    snapshot: Snapshot, marked: bytearray, position: int, goal: Goal
) -> Iterator[Measurement]:
    """The targets right under a goal, in their order, with the grades that they have there."""
    below = sorted(set(snapshot.down[position]))
    targets = [lower for lower in below if snapshot.kinds[lower] == "target"]
    direct = {
        target
        for target in targets
        if _has_work_for(snapshot, marked, target, position)
    }
    covered = direct or _has_effort_beside_targets(snapshot, marked, below)
    otherwise = Grade.THROUGH if covered else Grade.NONE
    for target in targets:
        grade = Grade.DIRECT if target in direct else otherwise
        yield Measurement(
            cast("Target", snapshot.elements[target]), goal, grade
        )


def _has_effort_beside_targets(
    snapshot: Snapshot, marked: bytearray, below: list[int]
) -> bool:
    """Whether something that is no target, and is below a goal, has efforts or is one."""
    kinds = snapshot.kinds
    return any(
        kinds[lower] != "target" and marked[lower] % 3 != NONE
        for lower in below
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
        if snapshot.is_goal[below] or marked[below] % 3 != DIRECT:
            continue
        named = _goals_named_by(snapshot, below, goals)
        if not named or goal in named:
            return True
    return False


def _goals_named_by(
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


def find_orphans(snapshot: Snapshot, marked: bytearray) -> Orphans:
    """See ``Network.orphans``."""
    of_kind, size = snapshot.of_kind, len(snapshot.kinds)
    targets, goals = of_kind["target"], of_kind["goal"]
    measured = spread_marks(bytearray(size), list(targets), snapshot.up)
    serving = spread_marks(bytearray(size), list(goals), snapshot.down)
    uncovered_goals = [goal for goal in goals if marked[goal] == GOAL + NONE]
    uncovered_targets = [
        target for target in targets if marked[target] != TARGET
    ]
    return Orphans(
        goals_without_effort=snapshot.elements_at(uncovered_goals),
        goals_without_target=_elements_unmarked(snapshot, goals, measured),
        targets_without_goal=_elements_unmarked(snapshot, targets, serving),
        targets_without_effort=snapshot.elements_at(uncovered_targets),
        efforts_without_goal=_elements_unmarked(
            snapshot, of_kind["effort"], serving
        ),
    )


def _elements_unmarked(
    snapshot: Snapshot, positions: list[int], marks: bytearray
) -> tuple[Element, ...]:
    unmarked = [position for position in positions if not marks[position]]
    return snapshot.elements_at(unmarked)
