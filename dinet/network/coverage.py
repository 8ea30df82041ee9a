"""Which elements have efforts, and how well: grades, coverage, targets under each of their goals, and orphans."""

from collections.abc import Collection, Iterable, Iterator
from itertools import compress

from dinet.model import AIM_KINDS, KINDS, Goal, Target, Theme
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
"""A mark is a byte: one of these three plus one of the three grades, so that counting is a search in bytes."""

MARK_OF = dict.fromkeys(KINDS, OTHER) | {"goal": GOAL, "target": TARGET}

"""What work is for; not themes and programmes, which only group."""


def mark_elements(snapshot: Snapshot, stopped: Collection[int] = ()) -> bytearray:
    """For each element its mark when some elements have stopped; see ``Grade`` for what the grades mean."""
    kinds, up = snapshot.kinds, snapshot.up
    direct = bytearray(map("effort".__eq__, kinds))
    for each in stopped:
        direct[each] = (
            1  # what stopped counts as seen, so that nothing comes through it
        )
    working = [each for each in snapshot.of_kind["effort"] if each not in stopped]
    spread_marks(direct, working, up, walls=snapshot.is_goal)
    onward = [
        each
        for each in snapshot.of_kind["goal"]
        if direct[each] and each not in stopped
    ]
    covered = spread_marks(bytearray(direct), onward, up)
    for each in stopped:
        direct[each] = covered[each] = 0
    found = bytearray(
        MARK_OF[kind] + NONE - here - there
        for kind, here, there in zip(kinds, direct, covered, strict=True)
    )
    for target in snapshot.of_kind["target"]:
        if not covered[target] and any(
            covered[each] and kinds[each] in AIM_KINDS for each in up[target]
        ):
            found[target] = TARGET + THROUGH
    return found


def grade_of_mark(mark: int) -> Grade:
    """The grade in a mark."""
    return GRADES[mark % 3]


def coverage_by_theme(
    snapshot: Snapshot, themes: Iterable[Theme], marked: bytearray
) -> Coverage:
    """See ``Network.coverage``."""
    rows: list[ThemeCoverage] = []
    homeless = bytearray(b"\1") * len(marked)
    for theme, members in zip(themes, _under_themes(snapshot), strict=True):
        rows.append(_theme_row(theme, bytes(map(marked.__getitem__, members))))
        for each in members:
            homeless[each] = 0
    rest = _theme_row(None, bytes(compress(marked, homeless)))
    if rest.goals.total or rest.targets.total:
        rows.append(rest)
    return Coverage(*_theme_row(None, marked)[1:], themes=tuple(rows))


def _theme_row(theme: Theme | None, found: bytes | bytearray) -> ThemeCoverage:
    goals, targets = (
        Tally(*(found.count(kind + each) for each in (DIRECT, THROUGH, NONE)))
        for kind in (GOAL, TARGET)
    )
    return ThemeCoverage(theme, goals, targets)


def _under_themes(snapshot: Snapshot) -> Iterator[list[int]]:
    """What stands under each theme, efforts left out."""
    inside = _members_by_element(snapshot)
    last_seen = [-1] * len(
        inside
    )  # by which theme: one list for all themes, however many there are
    for theme in snapshot.of_kind["theme"]:
        last_seen[theme] = theme
        members = [theme]
        for here in members:
            for each in inside[here]:
                if last_seen[each] != theme:
                    last_seen[each] = theme
                    members.append(each)
        yield members[1:]


def _members_by_element(snapshot: Snapshot) -> list[list[int]]:
    """For each element what belongs to the same theme because of it.

    A goal that has a theme of its own belongs there only: its other links do not carry it into
    the theme of the goal that it contributes to.
    """
    kinds, up = snapshot.kinds, snapshot.up
    inside: list[list[int]] = [[] for _ in kinds]
    for here, kind in enumerate(kinds):
        if kind == "effort":
            continue
        above = up[here]
        own = (
            [each for each in above if kinds[each] == "theme"] if kind == "goal" else ()
        )
        for each in own or above:
            inside[each].append(here)
    return inside


def grade_measurements(snapshot: Snapshot, marked: bytearray) -> Iterator[Measurement]:
    """See ``Network.measurements``."""
    for here, goal in enumerate(snapshot.elements):
        if not isinstance(goal, Goal):
            continue
        below = sorted(set(snapshot.down[here]))
        targets = [
            (each, target)
            for each in below
            if isinstance(target := snapshot.elements[each], Target)
        ]
        direct = {
            each
            for each, _ in targets
            if marked[each] == TARGET and _works_here(snapshot, marked, each, here)
        }
        own = any(
            snapshot.kinds[each] != "target" and marked[each] % 3 != NONE
            for each in below
        )
        otherwise = Grade.THROUGH if own or direct else Grade.NONE
        for each, target in targets:
            yield Measurement(
                target, goal, Grade.DIRECT if each in direct else otherwise
            )


def _works_here(snapshot: Snapshot, marked: bytearray, target: int, goal: int) -> bool:
    goals = snapshot.goals_of(target)
    if len(goals) == 1:
        return True
    working = (
        each
        for each in snapshot.down[target]
        if not snapshot.is_goal[each] and marked[each] % 3 == DIRECT
    )
    return any(
        not (named := _goals_named_by(snapshot, each, goals)) or goal in named
        for each in working
    )


def _goals_named_by(snapshot: Snapshot, here: int, goals: set[int]) -> set[int]:
    """Those of some goals that an element serves by a way that runs through no target."""
    todo, seen = [here], {here}
    for each in todo:
        fresh = {
            above
            for above in snapshot.up[each]
            if above not in seen and snapshot.kinds[above] != "target"
        }
        seen |= fresh
        todo += fresh
    return goals & seen


def find_orphans(snapshot: Snapshot, marked: bytearray) -> Orphans:
    """See ``Network.orphans``."""
    goals, targets, efforts = (
        snapshot.of_kind[kind] for kind in ("goal", "target", "effort")
    )
    size = len(snapshot.kinds)
    measured = spread_marks(bytearray(size), list(targets), snapshot.up)
    serving = spread_marks(bytearray(size), list(goals), snapshot.down)

    return Orphans(
        goals_without_effort=snapshot.elements_at(
            each for each in goals if marked[each] == GOAL + NONE
        ),
        goals_without_target=snapshot.elements_at(
            each for each in goals if not measured[each]
        ),
        targets_without_goal=snapshot.elements_at(
            each for each in targets if not serving[each]
        ),
        targets_without_effort=snapshot.elements_at(
            each for each in targets if marked[each] != TARGET
        ),
        efforts_without_goal=snapshot.elements_at(
            each for each in efforts if not serving[each]
        ),
    )
