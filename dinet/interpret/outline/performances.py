"""Performances that are what is done: lists under ``Prestaties`` that have no figures.

Met in budgets: under each goal ``Prestaties`` above ``5.1.1 We bouwen een nieuw zwembad``. A
performance with a figure measures the goal, and so do all of them where the document has efforts
by another word. What it costs when wrong: a target without a figure is read as an effort.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import Role, kind_of, without_number


def settle_performances(
    sections: Iterable[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; those of performances without figures are about efforts."""
    sections = tuple(sections)
    if any(kind_of(section.role) == "effort" for section in sections):
        return sections
    named = [section for section in sections if _names_performances(section)]
    if not _are_mostly_without_figures(named):
        return sections
    settled = {id(section) for section in named}
    return tuple(
        replace(section, role=Role("effort"))
        if id(section) in settled
        else section
        for section in sections
    )


def _are_mostly_without_figures(sections: Iterable[DocumentSection]) -> bool:
    texts = [text for section in sections for text in _stated_texts(section)]
    counted = sum(any(map(str.isdigit, text)) for text in texts)
    return bool(texts) and 2 * counted < len(texts)


def _names_performances(section: DocumentSection) -> bool:
    """The heading, or the label of a line, is a word for performances."""
    if section.heading is None or section.answer is not None:
        return False
    if section.grids or kind_of(section.role) != "target":
        return False
    words = section.label or without_number(section.heading.text)
    return plain(words).rstrip(":") in words_of("headings.performances")


def _stated_texts(section: DocumentSection) -> Iterator[str]:
    """What a section states, without the numbers by which it is counted."""
    if section.text:
        yield section.text
    for para in section.paras:
        yield without_number(para.text)
