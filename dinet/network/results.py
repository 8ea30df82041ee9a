"""What the questions of a Network give back.

Tuples are in the order of the programme (by kind, then in reading order) unless said otherwise;
empty means: none.
"""

from enum import StrEnum
from typing import NamedTuple

from dinet.model import Element, Goal, Link, Target, Theme


class Grade(StrEnum):
    """How well an element is covered by efforts, best first.

    ``direct``: an effort is linked to it, or serves it through targets and other elements that
    are not goals. ``through the goal``: an effort serves it only by way of a goal; or it is a
    target that no effort serves itself, but a goal (or other aim) that it measures has efforts.
    ``none``: no effort at all.
    """

    DIRECT = "direct"
    THROUGH = "through the goal"
    NONE = "none"


class Tally(NamedTuple):
    """How many elements have each grade."""

    direct: int
    through: int
    none: int

    @property
    def total(self) -> int:
        """All elements that were graded."""
        return sum(self)

    @property
    def share(self) -> float | None:
        """The share with a direct effort, from 0 to 1; None when there is nothing to cover."""
        return self.direct / self.total if self.total else None


class ThemeCoverage(NamedTuple):
    """The grades of the goals and targets under one theme.

    ``theme`` is None for those that have no theme.
    """

    theme: Theme | None
    goals: Tally
    targets: Tally


class Coverage(NamedTuple):
    """The grades of a whole programme.

    A target that two themes share counts in both rows and once in the totals.
    """

    goals: Tally
    targets: Tally
    themes: tuple[ThemeCoverage, ...]


class Measurement(NamedTuple):
    """One target under one of its goals, and how the target is covered *there*.

    ``direct``: an effort that is linked to the target works on it for this goal. It does so for
    all goals of the target, unless it also serves some of them by a way that runs through no
    target: then for those only. ``through the goal``: the goal has another effort, which is
    linked to the goal, to something else that serves it, or here to another of its targets.
    ``none``: the goal has no effort of its own, even if an effort for another goal works on the
    shared target.
    """

    target: Target
    goal: Goal
    grade: Grade


class Orphans(NamedTuple):
    """Elements that miss what gives them their sense; one element can stand in two lists.

    Each list looks at the whole way, not at one link only: a strategic goal has a target when a
    goal under it has one, and a sub-effort has a goal when its effort has one. So where one
    link is missing, all that hangs on it is listed.

    Args:
        goals_without_effort: No effort serves the goal: its grade is ``none``.
        goals_without_target: No target measures the goal, nor anything that serves it.
        targets_without_goal: The target serves no goal; a theme is no goal.
        targets_without_effort: The grade of the target is not ``direct``; its goal may have
            efforts.
        efforts_without_goal: The effort serves no goal; a target that itself has no goal does
            not help.
    """

    goals_without_effort: tuple[Element, ...]
    goals_without_target: tuple[Element, ...]
    targets_without_goal: tuple[Element, ...]
    targets_without_effort: tuple[Element, ...]
    efforts_without_goal: tuple[Element, ...]

    @property
    def total(self) -> int:
        """The number of gaps; one element can have two."""
        return sum(map(len, self))


class Shared(NamedTuple):
    """An element that serves more than one goal.

    It may also be more than one benefit, capability, result or effort. Only links of the
    element itself count, to a goal or to a target that measures one goal only: an effort for
    one shared target is not shared for that reason, and neither is one for two targets of the
    same goal.

    Args:
        element: What is shared.
        serves: What it serves more than one of.
        themes: All themes that it serves in the end.
    """

    element: Element
    serves: tuple[Element, ...]
    themes: tuple[Element, ...]


class Hop(NamedTuple):
    """One step of a trace: the link that was followed, and where it led.

    ``distance`` is the number of links from the start.
    """

    link: Link
    element: Element
    distance: int


class Trace(NamedTuple):
    """Everything that hangs on an element.

    ``serves`` runs towards the vision, ``served_by`` towards the efforts.
    Both are nearest first; an element stands once, at its shortest distance.
    """

    element: Element
    serves: tuple[Hop, ...]
    served_by: tuple[Hop, ...]


class Loss(NamedTuple):
    """An element whose grade falls, and from what to what."""

    element: Element
    before: Grade
    after: Grade


class Impact(NamedTuple):
    """What is lost when some elements stop."""

    stopped: tuple[Element, ...]
    losses: tuple[Loss, ...]


class Critical(NamedTuple):
    """An effort, and what rests on it alone."""

    effort: Element
    rests: tuple[Element, ...]
