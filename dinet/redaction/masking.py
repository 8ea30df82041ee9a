"""A text without the names of people, and what was taken out of it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dinet.language import Sentence, translate_words
from dinet.redaction.contacts import (
    SensitiveKind,
    SensitiveSpan,
    find_contacts,
)
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
"""The folded words of a name."""
Span = tuple[int, int]
"""Where a form begins and ends in a folded text."""
_PLACEHOLDERS: dict[SensitiveKind, Sentence] = {
    "name": Sentence("[name]"),
    "mail": Sentence("[mail address]"),
    "phone": Sentence("[telephone number]"),
    "number": Sentence("[number]"),
}


class MaskedWords(NamedTuple):
    """Words that were taken out of a text, what they are, and what stands there now."""

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
        self._role_by_form: dict[NameForm, str] = {}
        parts: set[NameForm] = set()
        for name, role in names.items():
            self._role_by_form.update(dict.fromkeys(whole_forms(name), role))
            parts.update(part_forms(name))
        self._whole_names = _index_by_first_word(self._role_by_form)
        self._name_parts = _index_by_first_word(
            parts - self._role_by_form.keys()
        )
        self._kept_words = _index_by_first_word(map(_folded_form, keep))
        self._vocabulary = vocabulary
        self._placeholder_words = {
            kind: translate_words(placeholder.words, lang)
            for kind, placeholder in _PLACEHOLDERS.items()
        }
        # the same texts stand in many places
        self.mask_text = lru_cache(maxsize=None)(self._mask_text)

    def replace_names(self, text: str) -> str:
        """A text with something else in the place of what has to go."""
        return self.mask_text(text)[0]

    def _mask_text(self, text: str) -> tuple[str, tuple[MaskedWords, ...]]:
        """A text and what was taken out of it, from left to right.

        Example:
            >>> mask = TextMask({"Anne Voorbeeld": ""}, (), DocumentVocabulary([]), "en")
            >>> mask.mask_text("Vraag het Voorbeeld of A. Voorbeeld.")[0]
            'Vraag het [name] of [name].'
        """
        removed: list[MaskedWords] = []
        pieces: list[str] = []
        done = 0
        for span in self._find_spans(text):
            words = text[span.start : span.end]
            placeholder = self._placeholder_for(words, span.kind)
            removed.append(MaskedWords(words, span.kind, placeholder))
            pieces += [text[done : span.start], placeholder]
            done = span.end
        pieces.append(text[done:])
        return "".join(pieces), tuple(removed)

    def _placeholder_for(self, words: str, kind: SensitiveKind) -> str:
        """What stands in the place of words: for a whole name the role, when that is known."""
        if kind == "name":
            role = self._role_by_form.get(_folded_form(words))
            if role:
                return role
        return self._placeholder_words[kind]

    def _find_spans(self, text: str) -> Iterator[SensitiveSpan]:
        """What has to go, in order.

        Of two that overlap the one that begins first counts, and of two that begin together the
        longest.
        """
        spans = [*find_contacts(text), *self._find_names(text)]
        spans.sort(key=lambda span: (span.start, -span.end))
        done = 0
        for span in spans:
            if span.start >= done:
                yield span
                done = span.end

    def _find_names(self, text: str) -> Iterator[SensitiveSpan]:
        """Whole names, and then parts of names that stand alone."""
        letters, positions = fold_text(text)
        words = list(WORD_PATTERN.finditer(letters))
        kept = list(_match_forms(self._kept_words, words, letters))
        for span in _spans_outside(
            _match_forms(self._whole_names, words, letters), kept
        ):
            yield _span_before_folding(span, positions)
        for span in _spans_outside(
            _match_forms(self._name_parts, words, letters), kept
        ):
            part = _span_before_folding(span, positions)
            if not self._looks_ordinary(text[part.start : part.end]):
                yield part

    def _looks_ordinary(self, words: str) -> bool:
        """Whether words are ordinary ones of the document too; those in capitals are taken out."""
        last = re.findall(r"\w+", words)[-1]
        return self._vocabulary.is_ordinary(last) and not last.isupper()


def _span_before_folding(span: Span, positions: list[int]) -> SensitiveSpan:
    """Where a name stood in the text before that was folded."""
    start, end = span
    return SensitiveSpan(positions[start], positions[end - 1] + 1, "name")


def _spans_outside(spans: Iterable[Span], kept: list[Span]) -> Iterator[Span]:
    """The spans that do not lie within one that is kept."""
    for start, end in spans:
        if not any(first <= start and end <= last for first, last in kept):
            yield start, end


def _folded_form(words: str) -> NameForm:
    return words_of(fold_text(words)[0])


def _index_by_first_word(
    forms: Iterable[NameForm],
) -> dict[str, list[NameForm]]:
    """The forms that begin with each word, the longest first; a form without words is left out."""
    index: dict[str, list[NameForm]] = {}
    for form in sorted(set(forms), key=_longest_first):
        if form:
            index.setdefault(form[0], []).append(form)
    return index


def _longest_first(form: NameForm) -> tuple[int, NameForm]:
    return -len(form), form


def _match_forms(
    forms: dict[str, list[NameForm]], words: list[re.Match[str]], letters: str
) -> Iterator[Span]:
    """Where a form stands, word for word; of several at one word the longest."""
    for at, word in enumerate(words):
        for form in forms.get(word[0], ()):
            candidate = words[at : at + len(form)]
            if _spells_form(candidate, form) and _stand_together(
                candidate, letters
            ):
                yield word.start(), candidate[-1].end()
                break


def _spells_form(words: list[re.Match[str]], form: NameForm) -> bool:
    return tuple(word[0] for word in words) == form


def _stand_together(words: list[re.Match[str]], letters: str) -> bool:
    """Whether there are no more than a few signs between words."""
    return all(
        _WORD_GAP.fullmatch(letters, word.end(), following.start())
        for word, following in pairwise(words)
    )
