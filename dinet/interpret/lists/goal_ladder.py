"""Goals under goals, and efforts under targets: deeper in a list, or called so by a heading."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dinet.interpret.outline.sections import LOWEST_HEADING, DocumentSection
from dinet.interpret.reading import ProgrammeReading
from dinet.vocabulary.active_dialect import active_dialect


class OpenGoal(NamedTuple):
    """A goal under whose heading or list item others may stand.

    Args:
        number: Of its mention.
        rank: The level of its heading.
        label: The words that call it a goal.
    """

    number: int
    rank: int | None
    label: str


class GoalLadder:
    """The goals above a part, each deeper than the one before it.

    Args:
        draft: Where the goals stand.
    """

    def __init__(self, draft: ProgrammeReading) -> None:
        self.draft = draft
        self._open: list[OpenGoal] = []

    def close_all(self) -> None:
        """What follows stands under none of the goals."""
        self._open = []

    def goals_above(self, section: DocumentSection) -> list[OpenGoal]:
        """The goals whose headings or list items stand higher than that of a section."""
        return [goal for goal in self._open if _is_higher(goal, section)]

    def is_above(self, number: int | None, label: str) -> bool:
        """A goal that is open stands higher than what a label calls: ``Ambitie``, ``Subdoelen``."""
        height = active_dialect().height
        return any(
            goal.number == number and height(goal.label) < height(label)
            for goal in self._open
        )

    def open_goal(
        self, number: int, section: DocumentSection, above: list[OpenGoal]
    ) -> None:
        """A goal is open, under those above it."""
        goal = OpenGoal(number, section.rank, section.label)
        self._open = [*above, goal]

    def link_goals(
        self,
        numbers: Iterable[int],
        section: DocumentSection,
        above: list[OpenGoal],
    ) -> None:
        """Link goals to the one above them, when the list or their labels say that they serve it.

        The level of a heading alone does not: styles of headings are often used for their looks.
        """
        if not serves_goal_above(section, above):
            return
        for number in numbers:
            self.draft.link_mentions(
                number, above[-1].number, "contributes_to", "heading"
            )


def serves_goal_above(
    section: DocumentSection, above: Sequence[OpenGoal]
) -> bool:
    """The goal of a section serves the nearest of those above it: the list or their labels say so.

    Args:
        section: With a goal in its heading.
        above: The goals that stand higher, the nearest one last.
    """
    if not above:
        return False
    height = active_dialect().height
    in_list = (above[-1].rank or 0) >= LOWEST_HEADING
    return in_list or height(section.label) > height(above[-1].label)


def _is_higher(goal: OpenGoal, section: DocumentSection) -> bool:
    """The level of a heading tells it, or of a line a label that calls it lower: ``Subdoel:``.

    A plain ``Doel 1:`` behind ``Hoofddoel:`` does not say that it serves that. Items of a list may
    be called so too, below a line with the goal of all.
    """
    in_list = (section.rank or 0) >= LOWEST_HEADING
    if section.rank is None or (goal.rank is None and in_list):
        height = active_dialect().height
        lower = height(section.label)
        return height("") < lower and height(goal.label) < lower
    return goal.rank is not None and goal.rank < section.rank


class TargetLadder:
    """The target of a list under which others stand deeper.

    Met: ``1. Ambitie …``, under it ``1. Resultaat: …`` and under that ``- Maatregel: …``.

    Args:
        draft: Where the targets and efforts stand.
    """

    def __init__(self, draft: ProgrammeReading) -> None:
        self.draft = draft
        self._target: int | None = None
        self._rank = 0
        """Of the item that names the target."""
        self._here = 0
        """Of the item that is being read; 0 outside lists."""

    def enter_section(self, section: DocumentSection) -> None:
        """Another heading or item comes; one no deeper than that of the target closes it."""
        self._here = section.rank or 0
        if self._here <= self._rank:
            self.close()

    def close(self) -> None:
        """What follows stands under no target."""
        self._target, self._rank = None, 0

    def place_mention(self, number: int) -> None:
        """A target stays open for what stands deeper; an effort deeper in the list serves it.

        Of several targets in one item nothing says which of them the effort serves.
        """
        mention = self.draft.mentions[number]
        if self._here < LOWEST_HEADING:
            return
        if mention.kind == "target":
            is_first = self._here > self._rank
            self._target = number if is_first else None
            self._rank = self._here
        elif mention.kind == "effort" and mention.part_of is None:
            self._link_effort(number)

    def _link_effort(self, number: int) -> None:
        if self._target is not None:
            self.draft.link_mentions(
                number, self._target, "contributes_to", "heading"
            )
