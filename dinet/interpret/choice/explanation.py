"""How well a reading explains a table: the words that it accounts for, and what contradicts it.

Source: the reading that explains most with the fewest contradictions is how a careful person
decides too. A contradiction is what such a person would stumble over.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.document.content import Grid
from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.reading import Mention
from dinet.interpret.rows.sum_rows import names_sum
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.vocabulary.active_dialect import (
    active_dialect,
    once_per_dialect,
    words_of,
)
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import (
    MOST_WORDS,
    role_of,
    stated_role,
)
from dinet.wording.numbers import is_measure
from dinet.wording.sentence_ends import ends_like_sentence

_WORD = re.compile(r"\w+")
_CONTRADICTION_WORDS = 5
"""So many words less are explained for each contradiction: about as many as an element has."""
_MOST_CONTRADICTED_SHARE = 1 / 3
"""Of the elements of a reading: with more of them the table says something else altogether."""
_LEAST_CONTRADICTED = 4
"""Elements: of fewer, a word for a role may be the name of one."""

_LEAST_OF_GLOSSARY = 2
"""Columns: of the words, and of what they mean."""


class Explanation(NamedTuple):
    """What a reading accounts for.

    Args:
        words: In the table.
        explained: Of these, that the reading accounts for.
        elements: That it found.
        contradictions: What a careful person would stumble over.
    """

    words: int
    explained: int
    elements: int
    contradictions: int

    @property
    def score(self) -> int:
        """The words that it explains, less what its contradictions cost."""
        return self.explained - _CONTRADICTION_WORDS * self.contradictions


def explains_words(
    reading: TableReading, *, by_definitions: bool = True
) -> bool:
    """More than a third of what a reading takes for elements is none.

    Then the table says something else: what words mean, or how to fill in a form.

    Args:
        reading: Of the table.
        by_definitions: What begins as a definition does is none either: ``Een meetbaar doel``.
            Goals of a few words begin so as well, so something else has to point at it too.
    """
    if _has_stated_heading(reading):
        return False
    elements = _elements_of(reading)
    contradicted = sum(
        _is_contradicted(element)
        and (by_definitions or not _is_definition(element))
        for element in elements
    )
    return contradicted > _MOST_CONTRADICTED_SHARE * len(elements)


def takes_headings_for_elements(reading: TableReading) -> bool:
    """More than a third of the goals and efforts are an amount, or a word for a role.

    Met: ``Trekker`` and ``Kosten 2027`` under a matrix that was not understood, above names and
    euros. Targets do not count: they may be a mere number. What it costs when wrong: a table that
    is not read, with a note.
    """
    if _has_stated_heading(reading):
        return False
    elements = [
        element
        for element in _elements_of(reading)
        if element.kind in ("goal", "effort")
    ]
    if len(elements) < _LEAST_CONTRADICTED:
        return False  # one row may well be called `Visie | Bron | Partners`
    contradicted = sum(_is_no_statement(element.text) for element in elements)
    return contradicted > _MOST_CONTRADICTED_SHARE * len(elements)


def _is_no_statement(text: str) -> bool:
    """The text is an amount or a word for a role; ``Doel 7`` is a name of its own."""
    if any(map(str.isdigit, text)):
        return is_measure(text)
    return plain(text) in active_dialect().words


def _has_stated_heading(reading: TableReading) -> bool:
    """A person said what a column holds, so it holds that."""
    return any(
        stated_role(column.heading) is not None
        for header in reading.headers
        for column, _ in header.element_columns
    )


def is_glossary(table: Grid) -> bool:
    """The table says by its first two headings what words mean: ``Woord | Uitleg``.

    Below ``Doel`` and ``Inspanning`` in it stands what these are, and no goal or effort.
    """
    filled = (row for row in table.rows if any(cell.has_words for cell in row))
    first = next(filled, ())
    headings = [plain(cell.text) for cell in first if cell.has_words]
    if len(headings) < _LEAST_OF_GLOSSARY:
        return False
    return headings[0] in words_of("headings.glossary_words") and headings[
        1
    ] in words_of("headings.glossary_meanings")


def _elements_of(reading: TableReading) -> list[Mention]:
    return [
        mention
        for mention in reading.claims.mentions
        if mention.reference is None
    ]


def explain_table(table: Grid, reading: TableReading) -> Explanation:
    """What a reading of a table accounts for."""
    words, explained = count_explained_words(table, reading)
    elements = _elements_of(reading)
    return Explanation(
        words=words,
        explained=explained,
        elements=len(elements),
        contradictions=sum(map(_is_contradicted, elements)),
    )


def count_explained_words(
    table: Grid, reading: TableReading
) -> tuple[int, int]:
    """How many words a table has, and how many of these a reading of it accounts for."""
    in_table = Counter(_texts_of_table(table))
    in_reading = Counter(_texts_of_reading(reading))
    # most cells are the text of an element as they stand: their words need no comparing
    same = in_table & in_reading
    alike = sum(count * len(_words_of(text)) for text, count in same.items())
    others = Counter(_words_in((in_table - same).elements()))
    explaining = Counter(_words_in((in_reading - same).elements()))
    explained = alike + (others & explaining).total()
    return alike + others.total(), explained


def _texts_of_table(table: Grid) -> Iterator[str]:
    for row in table.rows:
        yield from (cell.text for cell in row)


def _texts_of_reading(reading: TableReading) -> Iterator[str]:
    """All texts that a reading has understood, in no order that means anything."""
    yield from reading.headings
    yield from reading.marks
    for header in reading.headers:
        yield from (column.heading for column in header.columns)
    yield from reading.claims.codes.values()
    yield from reading.claims.vision
    for tie in reading.claims.ties:
        yield tie.weight or ""
    for mention in reading.claims.mentions:
        yield from _texts_of_mention(mention)
    for note in reading.claims.notes:
        yield from _texts_left_on_purpose(note.code, note.values)


def _texts_of_mention(mention: Mention) -> Iterator[str]:
    yield mention.text
    for texts in (
        mention.sources,
        mention.joint_with,
        mention.partners,
        mention.references,
    ):
        yield from texts
    yield mention.group or ""
    for _, words in mention.attributes():
        # a cross that is kept as it stands was not understood
        if classify_text(words) is not TextKind.CHECKMARK:
            yield words
    for cell in mention.cells:
        yield cell.text
    for measure in mention.measures:
        yield measure.text
    for step in mention.planning:
        yield f"{step.period} {step.phase}"


def _texts_left_on_purpose(code: str, values: dict[str, str]) -> Iterator[str]:
    """The words of notes on what was understood and belongs to no element."""
    if code in ("sum_row_left", "not_filled_in", "introduction_left"):
        yield values.get("text", "")


def _words_in(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _words_of(text)


def _words_of(text: str) -> list[str]:
    return _WORD.findall(fold_text(text))


@once_per_dialect
def _definition_pattern() -> re.Pattern[str]:
    """How the meaning of a word begins: ``Een meetbaar doel met een jaar``, ``Wat we doen``."""
    starts = any_of(words_of("headings.definitions"))
    return re.compile(rf"{starts}\b")


def _is_contradicted(mention: Mention) -> bool:
    """An element is none: its text is a role, an amount, a question, or the meaning of a word."""
    text = mention.text
    if is_measure(text) or names_sum(text) or _refers_to_page(text):
        return True
    if len(text.split()) <= MOST_WORDS and _is_role(text):
        return True
    return text.endswith("?") or _is_definition(mention)


def _refers_to_page(text: str) -> bool:
    """The text says where something stands: ``hoofdstuk 2``, met in what a plan holds."""
    return _page_pattern().fullmatch(fold_text(text)) is not None


@once_per_dialect
def _page_pattern() -> re.Pattern[str]:
    parts = any_of(words_of("page_words.parts", "page_numbers.words"))
    see = any_of(words_of("references.see"))
    return re.compile(rf"(?:{see} )?{parts} ?\d[\d.]*")


def _is_role(text: str) -> bool:
    """The text is a word for a role, or asks for one: ``Inspanningen``, ``Wat we doen``.

    A heading may have more words around that one; an effort may as well: ``Aanpak van hinder``.
    """
    words = plain(text)
    if words in active_dialect().words:
        return True
    asks = (
        words.split()[0] in words_of("headings.questions") if words else False
    )
    return asks and role_of(text) is not None


def _is_definition(mention: Mention) -> bool:
    """The text says in a few words, without a number or an end, what a kind of element is."""
    text = mention.text
    few = len(text.split()) <= MOST_WORDS
    if not few or any(map(str.isdigit, text)) or ends_like_sentence(text):
        return False
    return _definition_pattern().match(fold_text(text)) is not None
