"""A text without the names of people, and what was taken out of it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dinet.language import Sentence, translated
from dinet.redaction.contacts import Span, What, contacts
from dinet.redaction.person_names import (
    WORD,
    Vocabulary,
    folded,
    part_forms,
    whole_forms,
    words_of,
)

_GAP = re.compile(r"[\s.,_'’/+-]{0,3}")
"""What may stand between two words of a name."""
Form = tuple[str, ...]
_IN_PLACE: dict[What, Sentence] = {
    "name": Sentence("[name]"),
    "mail": Sentence("[mail address]"),
    "phone": Sentence("[telephone number]"),
    "number": Sentence("[number]"),
}


class Removed(NamedTuple):
    """Something that was taken out of a text: the words, what they are, and what stands there now."""

    words: str
    what: What
    instead: str


class Mask:
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
        vocabulary: Vocabulary,
        lang: str,
    ) -> None:
        self._instead = {
            form: role for name, role in names.items() for form in whole_forms(name)
        }
        self._whole = _by_first_word(self._instead)
        self._part = _by_first_word(
            {part for name in names for part in part_forms(name)} - self._instead.keys()
        )
        self._keep = _by_first_word(words_of(folded(words)[0]) for words in keep)
        self._vocabulary, self._words = (
            vocabulary,
            {what: translated(said.words, lang) for what, said in _IN_PLACE.items()},
        )
        self.masked = lru_cache(maxsize=None)(
            self._masked
        )  # the same texts stand in many places

    def _masked(self, text: str) -> tuple[str, tuple[Removed, ...]]:
        """A text and what was taken out of it, from left to right.

        Example:
            >>> mask = Mask({"Anne Voorbeeld": ""}, (), Vocabulary([]), "en")
            >>> mask.masked("Vraag het Voorbeeld of A. Voorbeeld.")[0]
            'Vraag het [name] of [name].'
        """
        removed, pieces, done = [], [], 0
        for span in self._spans(text):
            words = text[span.start : span.end]
            instead = self._in_place(words, span)
            removed.append(Removed(words, span.what, instead))
            pieces += [text[done : span.start], instead]
            done = span.end
        return "".join((*pieces, text[done:])), tuple(removed)

    def _in_place(self, words: str, span: Span) -> str:
        role = (
            self._instead.get(words_of(folded(words)[0]), "")
            if span.what == "name"
            else ""
        )
        return role or self._words[span.what]

    def _spans(self, text: str) -> Iterator[Span]:
        """What has to go, in order; of two that overlap the one that begins first, of two that begin together the longest."""
        found = sorted(
            (*contacts(text), *self._names(text)),
            key=lambda span: (span.start, -span.end),
        )
        done = 0
        for span in found:
            if span.start >= done:
                yield span
                done = span.end

    def _names(self, text: str) -> Iterator[Span]:
        letters, positions = folded(text)
        words = list(WORD.finditer(letters))
        kept = list(_found(self._keep, words, letters))
        for forms, alone in ((self._whole, False), (self._part, True)):
            for start, end in _found(forms, words, letters):
                span = Span(positions[start], positions[end - 1] + 1, "name")
                spared = any(first <= start and end <= last for first, last in kept)
                if not spared and not (
                    alone and self._looks_ordinary(text[span.start : span.end])
                ):
                    yield span

    def _looks_ordinary(self, words: str) -> bool:
        last = re.findall(r"\w+", words)[-1]
        return self._vocabulary.ordinary(last) and not last.isupper()


def _by_first_word(forms: Iterable[Form]) -> dict[str, list[Form]]:
    found: dict[str, list[Form]] = {}
    for form in sorted(
        {form for form in forms if form}, key=lambda each: (-len(each), each)
    ):
        found.setdefault(form[0], []).append(form)
    return found


def _found(
    forms: dict[str, list[Form]], words: list[re.Match[str]], letters: str
) -> Iterator[tuple[int, int]]:
    """Where a form stands, word for word, with no more than a few signs between its words; the longest at each word."""
    for at, word in enumerate(words):
        for form in forms.get(word[0], ()):
            here = words[at : at + len(form)]
            gaps = (
                _GAP.fullmatch(letters, one.end(), other.start())
                for one, other in pairwise(here)
            )
            if form == tuple(each[0] for each in here) and all(gaps):
                yield word.start(), here[-1].end()
                break
