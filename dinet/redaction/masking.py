"""A text without the names of people, and what was taken out of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dinet.language import Sentence, translate_words
from dinet.redaction.contacts import (
    SensitiveKind,
    find_contacts,
)
from dinet.redaction.name_forms import WORD_PATTERN
from dinet.redaction.name_spans import FoldedText, NameFinder
from dinet.redaction.person_names import DocumentVocabulary
from dinet.redaction.persons import Person
from dinet.redaction.word_lists import fold_text

_PLACEHOLDERS: dict[SensitiveKind, Sentence] = {
    "name": Sentence("[name]"),
    "mail": Sentence("[mail address]"),
    "handle": Sentence("[account]"),
    "phone": Sentence("[telephone number]"),
    "number": Sentence("[number]"),
}
_NUMBERED_NAME = Sentence("[name {n}]")


class MaskedWords(NamedTuple):
    """Words that were taken out of a text, what they are, and what stands there now.

    ``person`` is the place of the person among those of the mask; None for what is no name, or
    a name that several people have.
    """

    words: str
    kind: SensitiveKind
    replacement: str
    person: int | None = None


class _OpenSpan(NamedTuple):
    """A part of a text that has to go, and what is put in its place."""

    start: int
    end: int
    kind: SensitiveKind
    replacement: str
    person: int | None = None


class TextMask:
    """What has to be taken out of texts.

    Args:
        persons: Whose names.
        keep: Words in which no name is looked for.
        vocabulary: Of the document: an ordinary word is not taken for the part of a name.
        lang: The language of what is put in place.
    """

    def __init__(
        self,
        persons: Sequence[Person],
        keep: Iterable[str],
        vocabulary: DocumentVocabulary,
        lang: str,
    ) -> None:
        self.persons = tuple(persons)
        self.vocabulary = vocabulary
        self._finder = NameFinder(self.persons, keep, vocabulary)
        self._placeholder_words = {
            kind: translate_words(placeholder.words, lang)
            for kind, placeholder in _PLACEHOLDERS.items()
        }
        self._labels = [_label_of(person, lang) for person in self.persons]
        # the same texts stand in many places
        self.mask_text = lru_cache(maxsize=None)(self._mask_text)

    def replace_names(self, text: str) -> str:
        """A text with something else in the place of what has to go."""
        return self.mask_text(text)[0]

    def _mask_text(self, text: str) -> tuple[str, tuple[MaskedWords, ...]]:
        """A text and what was taken out of it, from left to right.

        Example:
            >>> from dinet.redaction.persons import KnownName, gather_persons
            >>> persons = gather_persons([KnownName("Anne Voorbeeld")])
            >>> mask = TextMask(persons, (), DocumentVocabulary([]), "en")
            >>> mask.mask_text("Vraag het Voorbeeld of A. Voorbeeld.")[0]
            'Vraag het [name 1] of [name 1].'
        """
        removed: list[MaskedWords] = []
        pieces: list[str] = []
        done = 0
        for span in self._find_spans(text):
            words = text[span.start : span.end]
            removed.append(
                MaskedWords(words, span.kind, span.replacement, span.person)
            )
            pieces += [text[done : span.start], span.replacement]
            done = span.end
        pieces.append(text[done:])
        return "".join(pieces), tuple(removed)

    def _find_spans(self, text: str) -> Iterator[_OpenSpan]:
        """What has to go, in order.

        Of two that overlap the one that begins first counts, and of two that begin together the
        longest; of the other goes what lies outside it.
        """
        letters, positions = fold_text(text)
        words = list(WORD_PATTERN.finditer(letters))
        folded = FoldedText(text, letters, positions, words)
        spans = [
            *self._contact_spans(folded),
            *self._name_spans(folded),
        ]
        spans.sort(key=lambda span: (span.start, -span.end))
        done = 0
        for span in spans:
            if span.end > done:
                yield span._replace(start=max(span.start, done))
                done = span.end

    def _contact_spans(self, folded: FoldedText) -> Iterator[_OpenSpan]:
        for span in find_contacts(folded.letters):
            start, end = folded.span_of(span.start, span.end)
            words = self._placeholder_words[span.kind]
            yield _OpenSpan(start, end, span.kind, words)

    def _name_spans(self, folded: FoldedText) -> Iterator[_OpenSpan]:
        for span in self._finder.find_spans(folded):
            if len(span.persons) != 1:
                words = self._placeholder_words["name"]
                yield _OpenSpan(span.start, span.end, "name", words)
                continue
            (number,) = span.persons
            start, end = self._with_own_role(
                folded.text, span.start, span.end, number
            )
            yield _OpenSpan(start, end, "name", self._labels[number], number)

    def _with_own_role(
        self, text: str, start: int, end: int, number: int
    ) -> tuple[int, int]:
        """A span with the role beside it, where that same role takes the place of the name."""
        role = self.persons[number].role
        if not role:
            return start, end
        beside = re.escape(role)
        before = re.search(
            rf"(?i)\b{beside}\.?(?: |: ?)$",
            text[max(0, start - len(role) - 3) : start],
        )
        after = re.compile(rf"(?i) ?(?:\({beside}\)|[-–,] {beside}\b)").match(
            text, end
        )
        return (
            start - len(before[0]) if before else start,
            after.end() if after else end,
        )


def _label_of(person: Person, lang: str) -> str:
    """What stands in place of a person's names."""
    if person.role:
        return (
            f"{person.role} {person.number}" if person.number else person.role
        )
    numbered = translate_words(_NUMBERED_NAME.words, lang)
    return numbered.format(n=person.number)
