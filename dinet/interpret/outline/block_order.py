"""Blocks of labelled lines that do not begin with their goal: ``Project: …``, ``Doel: …``.

Met in lists of projects, where each project says which goal it is for. What stands in a block
before its goal is of that goal, not of the one of the block above.
"""

import re
from collections.abc import Iterable

from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import kind_of

_NUMBER = re.compile(r" ?\d[\d.]*$")
_GOAL = "goal"


class BlockOrder:
    """Which label begins each block, when that is not a goal.

    Args:
        sections: Of a document.
    """

    def __init__(self, sections: Iterable[DocumentSection]) -> None:
        labels = [_label_of(section) for section in sections]
        known = [label for label in labels if label]
        self.first = known[0] if known and _alternates(known) else ""

    def begins_block(self, section: DocumentSection) -> bool:
        """A block begins here, with something else than its goal."""
        return bool(self.first) and _label_of(section) == self.first


def _label_of(section: DocumentSection) -> str:
    """The label of a line that says what it is; one word for all goals; empty for other lines."""
    kind = kind_of(section.role)
    if not section.text or kind is None or kind == "theme":
        return ""
    if kind == _GOAL:
        return _GOAL
    return _NUMBER.sub("", fold_text(section.label))


def _alternates(labels: list[str]) -> bool:
    """The first label is none of a goal, and each time that it comes back one goal follows it."""
    first = labels[0]
    if first == _GOAL:
        return False
    turns = [label for label in labels if label in (first, _GOAL)]
    blocks = len(turns) // 2
    return turns == [first, _GOAL] * blocks and blocks > 0
