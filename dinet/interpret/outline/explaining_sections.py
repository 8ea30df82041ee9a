"""Sections that explain the document itself: ``Leeswijzer``, ``Uitleg``, ``Begrippen``.

Their lines say what a word means (``Doel: wat we willen bereiken``), so they name no elements. What
stands under headings of the document's own below them is read as everywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dinet.interpret.outline.sections import LOWEST_HEADING, DocumentSection
from dinet.interpret.texts.explaining_words import is_explaining
from dinet.vocabulary.roles import kind_of


def leave_explanations(
    sections: Iterable[DocumentSection],
) -> Iterator[DocumentSection]:
    """The sections; the labelled lines under a heading that explains are about nothing."""
    explains = False
    for section in sections:
        if section.heading is not None and _has_own_heading(section):
            explains = is_explaining(section.heading.text)
        if explains and section.answer is None and kind_of(section.role):
            yield replace(section, role=None, text="", number="")
        else:
            yield section


def _has_own_heading(section: DocumentSection) -> bool:
    """Its heading is one of the document's format, no line that says what it is."""
    return section.rank is not None and section.rank < LOWEST_HEADING - 1
