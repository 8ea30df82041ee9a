"""What kind of document it is: its language, and whether it is about a network at all."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dinet.document.content import Document, Grid, Para
from dinet.document.notes import shorten_text
from dinet.errors import DocumentError
from dinet.interpret.outline.headings_seen import headings_seen
from dinet.interpret.outline.labelled_lines import has_labelled_network
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import TableHeader
from dinet.language import Sentence
from dinet.model import Note, Place
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import (
    is_everyday,
    kind_of,
    names_other_thing,
    without_number,
)

_ENOUGH_CHARACTERS = 20_000
"""Of a document: so many tell its language; a long one would take time to count."""
_LANGUAGES = ("nl", "en")
_MOST_SHOWN = 8
"""Headings in a message: more make it long, and the first show what the document is about."""
_SHOWN_CHARACTERS = 40
"""Of a heading in a message."""


@once_per_dialect
def _of_language() -> dict[str, re.Pattern[str]]:
    """The words that join in each language and in no other.

    Words of both (``of``, ``in``, ``is``) tell nothing, and a single letter is a code in many
    tables.
    """
    words = {lang: _joining_words(lang) for lang in _LANGUAGES}
    of_both = words["nl"] & words["en"]
    patterns = {}
    for lang in _LANGUAGES:
        telling = [word for word in words[lang] - of_both if len(word) > 1]
        patterns[lang] = re.compile(rf"\b{any_of(telling)}\b", re.IGNORECASE)
    return patterns


def _joining_words(lang: str) -> set[str]:
    """The words that join in a language, also those of another language."""
    groups = ("linking_words", "light_words", "pointing_words")
    return set(words_of(*(f"{group}.{lang}" for group in groups)))


def language_of(document: Document) -> str:
    """The language that most function words are in: ``en``, or ``nl``, also when there are none."""
    whole = " ".join(map(_text_of, document.parts))[:_ENOUGH_CHARACTERS]
    counts = {
        lang: len(words.findall(whole))
        for lang, words in _of_language().items()
    }
    return "en" if counts["en"] > counts["nl"] else "nl"


def _text_of(part: Para | Grid) -> str:
    if isinstance(part, Para):
        return part.text
    return " ".join(cell.text for row in part.rows for cell in row)


def has_network_table(headers: Iterable[TableHeader]) -> bool:
    """One of the tables holds elements of two kinds.

    Then the network is that table, and what stands around it is explanation.
    """
    return any(
        len({kind for _, kind in header.element_columns}) > 1
        for header in headers
    )


def names_network(sections: Sequence[DocumentSection]) -> bool:
    """A heading names goals, targets or efforts in words that other documents do not use.

    Such are ``Inspanningen`` and ``Doel 2``; everyday words do so together, as labels of lines.
    """
    telling = list(filter(_is_network_section, sections))
    kinds = {kind_of(section.role) for section in sections}
    if kinds.isdisjoint(("goal", "target")):
        telling = [section for section in telling if not _asks(section)]
    return bool(telling) or has_labelled_network(sections)


def _asks(section: DocumentSection) -> bool:
    """The heading is a question; without goals ``Wat ga je doen?`` may head a vacancy."""
    return section.heading is not None and section.heading.text.endswith("?")


def _is_network_section(section: DocumentSection) -> bool:
    """The section holds something, and its heading names elements in unmistakable words."""
    if section.heading is None or kind_of(section.role) is None:
        return False
    if not section.parts and not section.text:
        return False
    if section.is_guess or names_other_thing(section.label):
        return False
    words = section.heading.text.removesuffix(section.text)
    return not is_everyday(without_number(words.strip(" :.-–—")))


def check_is_network(
    draft: ProgrammeReading,
    headers: Sequence[TableHeader],
    sections: Sequence[DocumentSection],
) -> None:
    """Refuse a document that only looks like a network; note that a template of one is still empty.

    Raises:
        DocumentError: It holds no goal, target or effort, or only such lists as every plan and
            all minutes have.
    """
    network_table = has_network_table(headers)
    if not any(mention.kind != "theme" for mention in draft.mentions):
        if network_table:
            draft.add_note("nothing_filled_in", Place(file=draft.name))
            return
        if not _has_words(sections):
            what = Sentence("this document is empty: there is no text in it.")
            raise DocumentError(
                what, *_left_out(draft.notes), where=draft.name
            )
        what = Sentence("no goals, targets or efforts were found.")
        raise DocumentError(what, *_advice(sections), where=draft.name)
    if network_table or any(map(_has_unmistakable_column, headers)):
        return
    if not names_network(sections):
        what = Sentence(
            "this is a list of actions, or a text about something else, "
            "not a network of goals and efforts."
        )
        raise DocumentError(what, *_advice(sections), where=draft.name)


def _left_out(notes: Sequence[Note]) -> Iterator[Sentence]:
    """That the reader left something out, if it did: then the file is not as empty as it seems."""
    if notes:
        yield Sentence(
            "What is hidden, drawn or a picture in it was not read."
        )


def _has_words(sections: Iterable[DocumentSection]) -> bool:
    """There is any text besides a table of contents."""
    for section in sections:
        if section.heading is not None or any(
            _text_of(part).strip() for part in section.parts
        ):
            return True
    return False


def _advice(sections: Sequence[DocumentSection]) -> Iterator[Sentence]:
    """Which headings were seen, which of these dinet knows, and what would help."""
    seen = headings_seen(sections)
    if seen.known:
        yield Sentence(
            "Headings seen that dinet knows: {headings}.",
            headings=_listed(seen.known),
        )
    if seen.unknown:
        yield Sentence(
            "Headings seen that it does not know: {headings}.",
            headings=_listed(seen.unknown),
        )
    yield Sentence(
        "Expected a table with headings such as Doel, SMART-doel and Inspanning, "
        "or lists under such headings."
    )
    if seen.unknown:
        yield Sentence(
            "Where your document has other words for these, teach dinet these words in a "
            "dialect file (--dialect)."
        )


def _listed(headings: Sequence[str]) -> str:
    """The first headings in quotation marks, and a sign that there are more."""
    shown = [
        f"“{shorten_text(text, _SHOWN_CHARACTERS)}”"
        for text in headings[:_MOST_SHOWN]
    ]
    more = ["…"] if len(headings) > _MOST_SHOWN else []
    return ", ".join((*shown, *more))


def _has_unmistakable_column(header: TableHeader) -> bool:
    """A column of elements has a heading that only such networks use."""
    return any(
        column.heading and not is_everyday(column.heading)
        for column, _ in header.element_columns
    )
