"""What the questions of a Network give back. Tuples are in reading order unless said otherwise; empty means: none."""

from enum import StrEnum
from typing import NamedTuple

from dinet.model import Element, Goal, Link, Target, Theme


class Grade(StrEnum):
    """How well an element is covered by efforts, best first.

    ``direct``: an effort is linked to it, or to something that serves it.
    ``through the goal``: for a target, its goal has efforts but none is linked to the target; for a goal, only a goal
    under it has efforts.
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
    """The grades of the goals and targets under one theme; ``theme`` is None for those that have no theme."""

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

    A shared target can have an effort of its own under one goal and none under another.
    """

    target: Target
    goal: Goal
    grade: Grade


class Orphans(NamedTuple):
    """Elements that miss the link that gives them their sense."""

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
    """An element that serves more than one other, and the themes in which these stand."""

    element: Element
    serves: tuple[Element, ...]
    themes: tuple[Element, ...]


class Hop(NamedTuple):
    """One step of a trace: the link that was followed, where it led, and how many links from the start that is."""

    link: Link
    element: Element
    distance: int


class Trace(NamedTuple):
    """Everything that hangs on an element: what it serves, towards the vision, and what serves it, towards the efforts.

    Both are nearest first; an element stands once, at its shortest distance.
    """

    element: Element
    serves: tuple[Hop, ...]
    served_by: tuple[Hop, ...]


class Loss(NamedTuple):
    """An element whose grade falls."""

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
