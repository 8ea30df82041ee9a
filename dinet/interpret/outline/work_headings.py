"""Headings above work: a table under one is of the programme, in whatever words."""

from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import kind_of, kinds_named_in


def names_work(section: DocumentSection, title: str | None) -> bool:
    """The heading names elements or their execution, or is the title of the document.

    Met: ``Uitvoeringsagenda 2026`` above *Actie, Wie, Wanneer*.
    """
    if section.heading is None or section.heading.text == title:
        return True
    text = section.heading.text
    if kind_of(section.role) or kinds_named_in(text):
        return True
    beginnings = tuple(words_of("headings.work"))
    return any(word.startswith(beginnings) for word in fold_text(text).split())
