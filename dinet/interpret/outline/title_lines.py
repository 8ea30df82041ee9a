"""The first line of a text that is its title, though it names targets: ``Prestatieafspraken 2026``.

Met in agreements as plain text, with the parties and a preamble under it, which became targets.
The goals come further down, with a word before each. What it costs when wrong: targets in words,
without a number, that stand above all goals are left unread.
"""

from collections.abc import Sequence
from dataclasses import replace

from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.roles import kind_of


def leave_title_line(
    sections: Sequence[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; the first one says nothing when its heading is only the title."""
    if not sections or not _is_title_line(sections[0]):
        return tuple(sections)
    first, *others = sections
    named = any(
        section.text and kind_of(section.role) == "goal" for section in others
    )
    return (replace(first, role=None) if named else first, *others)


def _is_title_line(section: DocumentSection) -> bool:
    """It names targets in general, above paragraphs that tell no number."""
    if section.text or section.answer is not None or section.rank is not None:
        return False
    if kind_of(section.role) != "target" or section.grids:
        return False
    return not section.holds_list and not any(
        map(_tells_number, [para.text for para in section.paras])
    )


def _tells_number(text: str) -> bool:
    return any(map(str.isdigit, text))
