"""Goals on lines under each other, with nothing between: what follows is of none of them.

Met in notes that first list their goals (``Doel 1: …``, ``Doel 2: …``) and then what is done. What
it costs when wrong: efforts that are of the last goal only are told to be of none.
"""

from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.active_dialect import active_dialect
from dinet.vocabulary.roles import kind_of

_SEVERAL = 2
"""Goals: of one alone the lines under it tell."""


class RowOfGoals:
    """Counts the goals that stand under each other, section after section."""

    def __init__(self) -> None:
        self._last: DocumentSection | None = None
        self._count = 0

    def ends_at(self, section: DocumentSection) -> bool:
        """The section is about something else, and nothing says of which goal above it that is."""
        if _is_bare_goal(section):
            beside = self._last is not None and _stand_beside(
                self._last, section
            )
            self._count = self._count + 1 if beside else 1
            self._last = section
            return False
        last, count = self._last, self._count
        self._last, self._count = None, 0
        if last is None or count < _SEVERAL:
            return False
        # what stands deeper than the goals is of the last of them
        return section.rank == last.rank


def _is_bare_goal(section: DocumentSection) -> bool:
    """A line or heading names a goal, and nothing stands under it."""
    named = kind_of(section.role) == "goal" and bool(section.text)
    return named and not section.parts


def _stand_beside(one: DocumentSection, other: DocumentSection) -> bool:
    """Two goals are of one height: the other is no part of the one."""
    if one.rank != other.rank:
        return False
    height = active_dialect().height
    nested = bool(one.number) and other.number.startswith(f"{one.number}.")
    return height(one.label) == height(other.label) and not nested
