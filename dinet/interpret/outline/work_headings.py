"""Headings above work: a table under one is of the programme, in whatever words."""

from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    is_everyday,
    kind_of,
    kinds_named_in,
    without_number,
)


def names_work(section: DocumentSection, title: str | None) -> bool:
    """The heading names elements or their execution, or is the title of the document.

    Met: ``Uitvoeringsagenda 2026`` above *Actie, Wie, Wanneer*. ``Kengetallen`` stands above the
    figures of any organisation, as of the words for targets every plan has some; and ``Uitleg van
    de indicatoren`` above what these are.
    """
    if section.heading is None or section.heading.text == title:
        return True
    text = section.heading.text
    if _explains_elements(text) or _is_about_staff(text):
        return False
    if kind_of(section.role) == "target":
        return not is_everyday(without_number(text))
    if kind_of(section.role) or kinds_named_in(text):
        return True
    beginnings = tuple(words_of("headings.work"))
    return any(word.startswith(beginnings) for word in fold_text(text).split())


def _explains_elements(heading: str) -> bool:
    first = fold_text(without_number(heading)).partition(" ")[0]
    return first in words_of("page_words.explaining")


def _is_about_staff(heading: str) -> bool:
    """Hours stand under it: ``Personele inzet`` above *Activiteit, Uren*."""
    words = fold_text(without_number(heading)).split()
    return not set(words).isdisjoint(words_of("headings.staff"))
