"""How well efforts cover an element, and targets measure a goal: the grades and what they mean.

The words stand here once. The help, the README, the page, the report and the audit take them
from ``GOAL_GRADES``, ``TARGET_GRADES``, ``MEASURED_GRADES`` and ``QUESTION_WORDS``; the
computation is in ``coverage``, and the tests reckon it anew from these words.
"""

from enum import StrEnum
from typing import NamedTuple

from dinet.language import Sentence


class Grade(StrEnum):
    """How well an element is covered by efforts, best first.

    The values are the names in JSON. What each says of a goal stands in ``GOAL_GRADES``, and of a
    target in ``TARGET_GRADES``.
    """

    DIRECT = "direct"
    OWN_TARGET = "own_target"
    THROUGH_GOAL = "through_goal"
    GOAL_BELOW = "goal_below"
    SHARED_TARGET = "shared_target"
    NONE = "none"
    UNKNOWN = "unknown"


class Measured(StrEnum):
    """How well a goal is measured by targets, best first: see ``MEASURED_GRADES``."""

    OWN = "own_target"
    GOAL_BELOW = "goal_below"
    NONE = "none"
    UNKNOWN = "unknown"


class GradeWords(NamedTuple):
    """What a grade is called, and what it means."""

    name: Sentence
    definition: Sentence


_UNKNOWN_EFFORTS = Sentence(
    "The document has efforts, but says of none which goal it serves; or, for a strategic goal, "
    "of no operational goal to which strategic goal it contributes."
)

GOAL_GRADES: dict[Grade, GradeWords] = {
    Grade.DIRECT: GradeWords(
        Sentence("direct"),
        Sentence(
            "An effort serves the goal itself: no target and no other goal stands in between."
        ),
    ),
    Grade.OWN_TARGET: GradeWords(
        Sentence("through its own target"),
        Sentence(
            "An effort serves a target of the goal, and that target measures no other goal."
        ),
    ),
    Grade.GOAL_BELOW: GradeWords(
        Sentence("through a goal under it"),
        Sentence(
            "A goal that contributes to it has efforts of its own; the goal itself has none."
        ),
    ),
    Grade.SHARED_TARGET: GradeWords(
        Sentence("only through a target that it shares"),
        Sentence(
            "Every way from an effort to the goal runs through a target that measures another "
            "goal too; the effort may be meant for that one."
        ),
    ),
    Grade.NONE: GradeWords(
        Sentence("none"), Sentence("No effort leads to the goal.")
    ),
    Grade.UNKNOWN: GradeWords(Sentence("unknown"), _UNKNOWN_EFFORTS),
}
"""What each grade says of a goal; ``Grade.THROUGH_GOAL`` is of targets only."""

TARGET_GRADES: dict[Grade, GradeWords] = {
    Grade.DIRECT: GradeWords(
        Sentence("with an effort of its own"),
        Sentence(
            "An effort serves the target itself: no goal and no other target stands in between."
        ),
    ),
    Grade.OWN_TARGET: GradeWords(
        Sentence("through a target under it"),
        Sentence("An effort serves another target, which serves this one."),
    ),
    Grade.THROUGH_GOAL: GradeWords(
        Sentence("through the goal"),
        Sentence(
            "No effort serves the target, but its goal has efforts of its own."
        ),
    ),
    Grade.GOAL_BELOW: GradeWords(
        Sentence("only through a goal under its goal"),
        Sentence(
            "No effort serves the target; its goal has efforts only through a goal under it."
        ),
    ),
    Grade.SHARED_TARGET: GradeWords(
        Sentence("only through another goal's effort"),
        Sentence(
            "No effort serves the target for this goal; the goal has efforts only through a "
            "target that it shares."
        ),
    ),
    Grade.NONE: GradeWords(
        Sentence("none"),
        Sentence("No effort leads to the target or to a goal of it."),
    ),
    Grade.UNKNOWN: GradeWords(
        Sentence("unknown"),
        Sentence(
            "The document has efforts, but says of none which goal or target it serves."
        ),
    ),
}
"""What each grade says of a target, by itself or under one of its goals."""

MEASURED_GRADES: dict[Measured, GradeWords] = {
    Measured.OWN: GradeWords(
        Sentence("by its own target"),
        Sentence(
            "A target measures the goal itself: no other goal stands in between."
        ),
    ),
    Measured.GOAL_BELOW: GradeWords(
        Sentence("only through a goal under it"),
        Sentence(
            "Only a goal that contributes to it is measured by a target."
        ),
    ),
    Measured.NONE: GradeWords(
        Sentence("by no target"), Sentence("No target leads to the goal.")
    ),
    Measured.UNKNOWN: GradeWords(
        Sentence("unknown"),
        Sentence(
            "The document has targets, but says of none which goal it measures; or, for a "
            "strategic goal, of no operational goal to which strategic goal it contributes."
        ),
    ),
}
"""What it says of a goal how targets measure it."""

QUESTION_WORDS: dict[str, Sentence] = {
    "shared": Sentence(
        "Shared is what serves more than one goal, or more than one benefit, capability, "
        "result or effort, by links of its own; a target that measures one goal stands for "
        "that goal."
    ),
    "critical": Sentence(
        "Critical is an effort that every way from an effort to some element runs through: when "
        "it stops, no effort leads to that element any more."
    ),
    "contribution": Sentence(
        "A goal is divided equally over the efforts that carry it, so of three each has a third; "
        "the shares add up to the number of goals with an effort. An effort carries a goal when "
        "a way leads to it that passes no other effort."
    ),
    "worst": Sentence(
        "A goal is left without when every effort that carries it stops. Efforts that add no "
        "lost goal to a set are left out of it. All goals count equally, whatever their weight."
    ),
    "impact": Sentence(
        "Lost is what falls to a lower grade when these stop: nothing then comes from them or "
        "through them. A target that goals share stays shared."
    ),
    "orphans": Sentence(
        "An orphan misses an effort, a target or a goal of its own. What the document leaves "
        "open is told apart: that is unknown, not missing."
    ),
}
"""What the other questions mean by their words."""


def grade_name(grade: Grade, *, of_goals: bool) -> Sentence:
    """What a grade of a goal or of a target is called.

    Example:
        >>> print(grade_name(Grade.DIRECT, of_goals=False))
        with an effort of its own
    """
    words = GOAL_GRADES if of_goals else TARGET_GRADES
    # an element that is neither has the words of a target where goals have none
    found = words.get(grade) or TARGET_GRADES[grade]
    return found.name
