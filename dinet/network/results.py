"""What the questions of a Network give back.

Tuples are in the order of the programme (by kind, then in reading order) unless said otherwise;
empty means: none.
"""

from typing import NamedTuple

from dinet.model import Element, Goal, Link, Target, Theme
from dinet.network.grades import Grade, Measured


class Tally(NamedTuple):
    """How many elements have each grade, in the order of ``Grade`` and by its names."""

    direct: int = 0
    own_target: int = 0
    through_goal: int = 0
    goal_below: int = 0
    shared_target: int = 0
    none: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """All elements that were graded."""
        return sum(self)

    @property
    def share(self) -> float | None:
        """The share with a direct effort, from 0 to 1; None when there is nothing to cover."""
        return self.direct / self.total if self.total else None

    @property
    def own(self) -> int:
        """How many have efforts of their own: directly, or through a target of their own."""
        return self.direct + self.own_target

    def of_grade(self, grade: Grade) -> int:
        """How many have a grade.

        Example:
            >>> Tally(3, none=1).of_grade(Grade.NONE)
            1
        """
        return self[_GRADES.index(grade)]


_GRADES = tuple(Grade)


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

    ``direct``: an effort that serves the target itself works on it for this goal. It does so for
    all goals of the target, unless it also serves some of them by a way that runs through no
    target: then for those only. Else the target has what its goal has: ``TARGET_GRADES`` says
    what each grade means.
    """

    target: Target
    goal: Goal
    grade: Grade


class Proof(NamedTuple):
    """A grade, and the way that proves it.

    Args:
        element: What is graded.
        grade: How efforts cover it.
        path: From an effort to the element; empty for an effort and where nothing leads to it. Of
            a target that has efforts only through its goal the goal stands before it.
        links: Those between the elements of the path, in its order.
        without_weak: The grade that is left without links on weak evidence, when that is another;
            else None.
    """

    element: Element
    grade: Grade
    path: tuple[Element, ...]
    links: tuple[Link, ...]
    without_weak: Grade | None = None


class MeasureProof(NamedTuple):
    """How a goal is measured, and the way that proves it.

    ``path`` runs from a target to the goal, and is empty when there is none; ``links`` are those
    between its elements.
    """

    goal: Element
    measured: Measured
    path: tuple[Element, ...]
    links: tuple[Link, ...]


class Orphans(NamedTuple):
    """Elements that miss what gives them their sense; one element can stand in two lists.

    Each list looks at the whole way, not at one link only: a strategic goal is measured when a
    goal under it is, and a sub-effort has a goal when its effort has one. So where one link is
    missing, all that hangs on it is listed.

    Args:
        goals_without_effort: No effort serves the goal: its grade is ``none``.
        goals_on_shared_target: Efforts serve the goal only through a target that it shares.
        goals_without_target: No target measures the goal, nor anything that serves it.
        goals_measured_below: Targets measure the goal only through a goal below it.
        targets_without_goal: The target serves no goal; a theme is no goal.
        targets_without_effort: No effort serves the target itself; its goal may have efforts.
        efforts_without_goal: The effort serves no goal; a target that itself has no goal does
            not help.
        unknown: Of these the document does not say what serves what, and of none of their kind:
            no effort leads to any goal, or no target does. They stand in no other list for what
            is unknown.
    """

    goals_without_effort: tuple[Element, ...]
    goals_on_shared_target: tuple[Element, ...]
    goals_without_target: tuple[Element, ...]
    goals_measured_below: tuple[Element, ...]
    targets_without_goal: tuple[Element, ...]
    targets_without_effort: tuple[Element, ...]
    efforts_without_goal: tuple[Element, ...]
    unknown: tuple[Element, ...]

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
