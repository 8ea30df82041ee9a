"""Headings that only refer to a goal: ``Doel 2`` or its name, below ``Acties per doel``."""

from dinet.document.content import Para
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.reading import ProgrammeReading
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    Role,
    kind_of,
    kinds_named_in,
    role_of,
    without_number,
)


class GoalReferences:
    """Finds what headings refer to among the goals that were read before them.

    Args:
        draft: Where the goals stand.
    """

    def __init__(self, draft: ProgrammeReading) -> None:
        self.draft = draft
        self._above: list[tuple[int, Role]] = []
        """The headings above a part that name efforts or targets, with their levels."""
        self._last: Role | None = None
        """What the last heading said, when it was about efforts or targets."""
        self._goals: dict[str, int] = {}
        """The first goal with each text, folded, of those that were looked at."""
        self._known = 0
        """So many mentions were looked at."""

    def open_heading(
        self, section: DocumentSection, heading: Para
    ) -> Role | None:
        """What the nearest heading above this one says that lists are about; None without one.

        From here on this heading is one of those above what follows.
        """
        last, self._last = self._last, _role_of_lists(section)
        if _is_line_for_goal(section, heading):
            # met under `Wat gaan we daarvoor doen?`: `Voor doel 1:` above a list
            self._last = last
            return last
        return self._role_above(section, heading.heading)

    def _role_above(
        self, section: DocumentSection, rank: int | None
    ) -> Role | None:
        """What the nearest higher heading says of lists; this one is above what follows."""
        if rank is None:
            return None
        self._above = [above for above in self._above if above[0] < rank]
        role = self._above[-1][1] if self._above else None
        own = _role_of_lists(section)
        if own is not None:
            self._above.append((rank, own))
        return role

    def goal_named(
        self, section: DocumentSection, heading: Para, above: Role | None
    ) -> int | None:
        """The goal that a heading only refers to; None when it is no such heading.

        Below a heading about efforts its number or its whole text is enough. Elsewhere it is
        ``Doel 2`` with nothing under it but other headings.

        Args:
            section: Under the heading.
            heading: It.
            above: What the heading above it says that lists are about.
        """
        names_goal = _is_for_goal(section, heading)
        bare_number = "" if section.text else section.number
        if names_goal and bare_number and (above or not section.parts):
            return self._goal_with_number(bare_number)
        if above is None or (section.role and not names_goal):
            return None
        return self.goal_called(section.text or heading.text)

    def _goal_with_number(self, number: str) -> int | None:
        found = self.draft.mentions_labelled("goal", (number,))
        return found[0] if found else None

    def goal_called(self, text: str) -> int | None:
        """The goal with this whole text, whatever number stands before it; None for another."""
        mentions = self.draft.mentions
        for number in range(self._known, len(mentions)):
            if mentions[number].kind == "goal":
                words = fold_text(mentions[number].text)
                self._goals.setdefault(words, number)
        self._known = len(mentions)
        return self._goals.get(fold_text(without_number(text)))

    def goal_of_work(
        self, section: DocumentSection, heading: Para
    ) -> int | None:
        """The goal that a heading above efforts or targets names by its number.

        Met behind a numbered list of goals: ``Acties bij doel 1`` above a list. None for another
        heading, and for a number that no goal has.
        """
        if _role_of_lists(section) is None:
            return None
        before, _, number = heading.text.rstrip(" .:").rpartition(" ")
        work, _, word = before.rpartition(" ")
        names_goal = bool(work) and kind_of(role_of(word)) == "goal"
        if not names_goal or not number[:1].isdigit():
            return None
        return self._goal_with_number(number)

    def names_unknown_goal(
        self, section: DocumentSection, above: Role | None
    ) -> bool:
        """``Doel 4`` above a list, under ``Acties per doel``, where no goal is called so."""
        if above is None or not _names_goal(section) or section.text:
            return False
        known = any(mention.kind == "goal" for mention in self.draft.mentions)
        return bool(section.number) and section.holds_list and known


def _names_goal(section: DocumentSection) -> bool:
    return section.role is not None and section.role.name == "goal"


def _role_of_lists(section: DocumentSection) -> Role | None:
    """What a heading says that the lists under it are: efforts or targets; None for others."""
    about_work = kind_of(section.role) in ("effort", "target")
    return section.role if about_work and not section.text else None


def _is_line_for_goal(section: DocumentSection, heading: Para) -> bool:
    """A line without a style says for which goal the list under it is: ``Voor doel 1:``."""
    if heading.heading is not None or _names_goal(section):
        return False
    return _is_for_goal(section, heading)


def _is_for_goal(section: DocumentSection, heading: Para) -> bool:
    """The heading names a goal, or says for which one something is: ``Voor doel 2``."""
    if _names_goal(section):
        return True
    words = heading.text.rstrip(" .:").removesuffix(section.number)
    role = role_of(words) if section.number else None
    refers = role is not None and role.name == "reference"
    return refers and "goal" in kinds_named_in(words)
