"""A text without the names of people, and what was taken out of it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dinet.language import Sentence, translate_words
from dinet.redaction.contacts import SensitiveKind, SensitiveSpan, find_contacts
from dinet.redaction.person_names import (
    WORD_PATTERN,
    DocumentVocabulary,
    fold_text,
    part_forms,
    whole_forms,
    words_of,
)

_WORD_GAP = re.compile(r"[\s.,_'’/+-]{0,3}")
"""What may stand between two words of a name."""
NameForm = tuple[str, ...]
_PLACEHOLDERS: dict[SensitiveKind, Sentence] = {
    "name": Sentence("[name]"),
    "mail": Sentence("[mail address]"),
    "phone": Sentence("[telephone number]"),
    "number": Sentence("[number]"),
}


class MaskedWords(NamedTuple):
    """Something that was taken out of a text: the words, what they are, and what stands there now."""

    words: str
    kind: SensitiveKind
    replacement: str


class TextMask:
    """What has to be taken out of texts.

    Args:
        names: Whole names of people, each with the role that may stand in its place; an empty
            role for none.
        keep: Words in which no name is looked for.
        vocabulary: Of the document: an ordinary word is not taken for the part of a name.
        lang: The language of what is put in place.
    """

    def __init__(
        self,
        names: dict[str, str],
        keep: Iterable[str],
        vocabulary: DocumentVocabulary,
        lang: str,
    ) -> None:
        self._role_by_form = {
            form: role for name, role in names.items() for form in whole_forms(name)
        }
        self._whole_names = _index_by_first_word(self._role_by_form)
        self._name_parts = _index_by_first_word(
            {part for name in names for part in part_forms(name)}
            - self._role_by_form.keys()
        )
        self._kept_words = _index_by_first_word(
            words_of(fold_text(words)[0]) for words in keep
        )
        self._vocabulary, self._placeholder_words = (
            vocabulary,
            {
                what: translate_words(said.words, lang)
                for what, said in _PLACEHOLDERS.items()
            },
        )
        self.mask_text = lru_cache(maxsize=None)(
            self._mask_text
        )  # the same texts stand in many places

    def _mask_text(self, text: str) -> tuple[str, tuple[MaskedWords, ...]]:
        """A text and what was taken out of it, from left to right.

        Example:
            >>> mask = TextMask({"Anne Voorbeeld": ""}, (), DocumentVocabulary([]), "en")
            >>> mask.mask_text("Vraag het Voorbeeld of A. Voorbeeld.")[0]
            'Vraag het [name] of [name].'
        """
        removed, pieces, done = [], [], 0
        for span in self._find_spans(text):
            words = text[span.start : span.end]
            instead = self._placeholder_for(words, span)
            removed.append(MaskedWords(words, span.kind, instead))
            pieces += [text[done : span.start], instead]
            done = span.end
        return "".join((*pieces, text[done:])), tuple(removed)

    def _placeholder_for(self, words: str, span: SensitiveSpan) -> str:
        role = (
            self._role_by_form.get(words_of(fold_text(words)[0]), "")
            if span.kind == "name"
            else ""
        )
        return role or self._placeholder_words[span.kind]

    def _find_spans(self, text: str) -> Iterator[SensitiveSpan]:
        """What has to go, in order; of two that overlap the one that begins first, of two that begin together the longest."""
        found = sorted(
            (*find_contacts(text), *self._find_names(text)),
            key=lambda span: (span.start, -span.end),
        )
        done = 0
        for span in found:
            if span.start >= done:
                yield span
                done = span.end

    def _find_names(self, text: str) -> Iterator[SensitiveSpan]:
        letters, positions = fold_text(text)
        words = list(WORD_PATTERN.finditer(letters))
        kept = list(_match_forms(self._kept_words, words, letters))
        for forms, alone in ((self._whole_names, False), (self._name_parts, True)):
            for start, end in _match_forms(forms, words, letters):
                span = SensitiveSpan(positions[start], positions[end - 1] + 1, "name")
                spared = any(first <= start and end <= last for first, last in kept)
                if not spared and not (
                    alone and self._looks_ordinary(text[span.start : span.end])
                ):
                    yield span

    def _looks_ordinary(self, words: str) -> bool:
        last = re.findall(r"\w+", words)[-1]
        return self._vocabulary.is_ordinary(last) and not last.isupper()


def _index_by_first_word(forms: Iterable[NameForm]) -> dict[str, list[NameForm]]:
    found: dict[str, list[NameForm]] = {}
    for form in sorted(
        {form for form in forms if form}, key=lambda each: (-len(each), each)
    ):
        found.setdefault(form[0], []).append(form)
    return found


def _match_forms(
    forms: dict[str, list[NameForm]], words: list[re.Match[str]], letters: str
) -> Iterator[tuple[int, int]]:
    """Where a form stands, word for word, with no more than a few signs between its words; the longest at each word."""
    for at, word in enumerate(words):
        for form in forms.get(word[0], ()):
            here = words[at : at + len(form)]
            gaps = (
                _WORD_GAP.fullmatch(letters, one.end(), other.start())
                for one, other in pairwise(here)
            )
            if form == tuple(each[0] for each in here) and all(gaps):
                yield word.start(), here[-1].end()
                break
