"""Where a text names somebody who is known, however the name is written there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dinet.redaction.name_forms import (
    SHORTEST_LOWER_PART,
    SHORTEST_PART,
    NameForm,
    folded_form,
    inflected_forms,
    initials_of,
    name_it_is_called_after,
    name_words,
    part_forms,
    whole_forms,
    with_genitive,
)
from dinet.redaction.person_names import (
    CAPITAL,
    PARTICLES,
    DocumentVocabulary,
    is_given_name,
    is_role_or_title,
    names_a_place,
)
from dinet.redaction.persons import Person
from dinet.redaction.word_lists import (
    WORD_LISTS,
    fold_letters,
    is_organisation_word,
)

_WORD_GAP = re.compile(r"(?:[\s.,_'’/+-]|%20){0,3}")
"""What may stand between two words of a name."""
_BROKEN_GAP = re.compile(r"[-‐]?\s{0,3}")
"""What may break a word in two at the end of a line."""
_SPACED_LETTERS = re.compile(r"(?<!\w)(?:[^\W\d_][ .]){4,40}[^\W\d_](?!\w)")
_JOIN = re.compile(rf"(?:[\s._'’+-]|%20){{0,3}}(?i:{PARTICLES})")
_SENTENCE_END = re.compile(r"[^\W\d_]{5}\.\s+\Z")
"""A stop after a long word: “… Voorbeeld. Voorbeeld vraagt”; “Joh. Voorbeeld” is one name."""
_JOIN_WITH_COMMA = re.compile(rf"\s?,?\s?(?i:{PARTICLES})")
_LETTER = r"[^\W\d_]"
_FIRST_NAME_BEFORE = re.compile(
    rf"(?<![\w.])(?P<given>{CAPITAL}{_LETTER}{{1,40}}(?:-{CAPITAL}{_LETTER}{{1,40}})?)"
    rf"[ \u00a0](?P<particles>(?i:{PARTICLES}))$"
)
_INITIALS_BEFORE = re.compile(
    rf"(?<![\w.])(?P<given>(?:{CAPITAL}[a-z]?\. ?){{1,5}}(?:[vdt]\. ?){{0,2}}|{CAPITAL}{{1,2}} )"
    rf"(?i:{PARTICLES})$"
)
_SURNAME_BEFORE = re.compile(
    rf"(?<![\w-])(?P<given>{CAPITAL}{_LETTER}{{2,40}}) ?[-–] ?$"
)
_INITIALS_AFTER = re.compile(
    rf",? ?(?:(?:{CAPITAL}\. ?)+(?!{CAPITAL}{_LETTER})|{CAPITAL}(?![\w'’-]))"
    rf"(?:(?i:{PARTICLES.strip()})(?<= ))?"
)
_ENDS_IN_INITIAL = re.compile(rf"(?<![\w]){CAPITAL}\.\Z")
_SURNAME_AFTER = re.compile(rf" ?[-–] ?(?P<given>{CAPITAL}{_LETTER}{{2,40}})")
_SURNAME_BEHIND = re.compile(
    rf" (?i:{PARTICLES})(?P<given>{CAPITAL}{_LETTER}{{2,40}}(?:-{CAPITAL}{_LETTER}{{2,40}})?)"
)
_NEARBY = 8
"""Characters beside a name in which an article or the number of a house is looked for."""
_FARTHEST = 60
"""Characters before a name in which its first names and initials are looked for."""
_MOST_WORDS = 4
"""The most first names or initials that are taken together with a surname."""
_SHORTEST_BROKEN = 6
"""Letters of a name that is recognised when it is broken in two."""

_SHORTEST_SMALL = 5
"""Letters of a name that is recognised with a small letter inside a longer word."""
_ENDS_BEFORE_PLURAL_S = tuple(WORD_LISTS["ends_before_plural_s"])
_SURE_PARTICLES = frozenset(WORD_LISTS["sure_particles"])

FormIndex = dict[str, list[tuple[NameForm, frozenset[int]]]]
"""By its first word each form, the longest first, and whose it is."""


class NameSpan(NamedTuple):
    """Where a text names somebody: from ``start`` up to ``end``; who it may be, by number."""

    start: int
    end: int
    persons: frozenset[int]


class FoldedText(NamedTuple):
    """A text, its letters without case and accents, where these stood, and its words."""

    text: str
    letters: str
    positions: list[int]
    words: list[re.Match[str]]

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the folded letters stood in the text."""
        return self.positions[start], self.positions[end - 1] + 1


class NameFinder:
    """Finds the names of known people in texts.

    Args:
        persons: Who is known.
        keep: Words in which no name is looked for.
        vocabulary: Of the document: an ordinary word is not taken for the part of a name.
    """

    def __init__(
        self,
        persons: Sequence[Person],
        keep: Iterable[str],
        vocabulary: DocumentVocabulary,
    ) -> None:
        self._persons = persons
        self._vocabulary = vocabulary
        whole: dict[NameForm, set[int]] = {}
        parts: dict[NameForm, set[int]] = {}
        for number, person in enumerate(persons):
            for name in person.names:
                _add_forms(whole, parts, name, number, wished=person.wished)
        self._own_parts = frozenset(parts)
        self._whole = _index_forms(whole)
        self._parts = _index_forms(parts)
        self._kept = _index_forms(
            {folded_form(words): set() for words in keep}
        )
        self._initials = [_all_initials(person) for person in persons]

    def find_spans(self, folded: FoldedText) -> list[NameSpan]:
        """The names in a text in order, none over another; those who are spared are left out."""
        if not self._persons:
            return []
        kept = list(_match_forms(self._kept, folded))
        found = self._merge_spans(self._known_spans(folded, kept), folded.text)
        extended: list[NameSpan] = []
        done = 0
        for span in found:
            done = max(done, _end_of_kept(kept, span.start))
            wide = self._extend_span(span, folded.text, done)
            if wide.start >= done:
                extended.append(wide)
                done = wide.end
        return [span for span in extended if not self._is_spared(span)]

    def _is_spared(self, span: NameSpan) -> bool:
        return bool(span.persons) and all(
            self._persons[number].spared for number in span.persons
        )

    def _known_spans(
        self, folded: FoldedText, kept: list[NameSpan]
    ) -> list[NameSpan]:
        spans = [
            *_match_forms(self._whole, folded),
            *self._part_spans(folded),
            *self._broken_spans(folded),
            *self._spaced_spans(folded),
            *self._called_after_spans(folded),
        ]
        outside = [span for span in spans if not _lies_within(span, kept)]
        outside.sort(key=lambda span: (span.start, -span.end))
        return list(_without_overlaps(outside))

    def _part_spans(self, folded: FoldedText) -> Iterator[NameSpan]:
        for span in _match_forms(self._parts, folded):
            if self._stands_for_person(span, folded.text):
                yield span

    def _stands_for_person(self, span: NameSpan, text: str) -> bool:
        """Whether a part of a name stands for the whole, and is no ordinary word."""
        part = text[span.start : span.end]
        if part == text.strip():
            return True
        last = re.findall(r"\w+", part)[-1]
        if len(last) < SHORTEST_LOWER_PART and not last.istitle():
            return False
        if _begins_place(span, text):
            return False
        if last.isupper() or not self._is_ordinary(last):
            return True
        return (
            part[0].isupper()
            and not is_organisation_word(last)
            and _stands_amid_sentence(span, text)
        )

    def _is_ordinary(self, word: str) -> bool:
        """Whether a word is no sign of a name; a genitive is none when its name is none.

        “testkampens aanpak” is small itself, since nobody writes it twice; “bakkers” is a word.
        """
        if not self._vocabulary.is_ordinary(word):
            return False
        letters = fold_letters(word)
        base = letters[:-1]
        if letters[-1] != "s" or (base,) not in self._own_parts:
            return True
        if len(base) < _SHORTEST_SMALL or base.endswith(_ENDS_BEFORE_PLURAL_S):
            return True
        return self._vocabulary.is_ordinary(base)

    def _called_after_spans(self, folded: FoldedText) -> Iterator[NameSpan]:
        """Names in front of what is called after somebody: “het testkampplan”."""
        for word in folded.words:
            base = name_it_is_called_after(word[0])
            if len(base) < _SHORTEST_SMALL or self._vocabulary.is_ordinary(
                base
            ):
                continue
            start, end = folded.span_of(word.start(), word.start() + len(base))
            yield from self._span_of_word(base, start, end)

    def _broken_spans(self, folded: FoldedText) -> Iterator[NameSpan]:
        """Names that the end of a line or cell breaks in two: “Voor-beeld”."""
        for one, other in pairwise(folded.words):
            if not _BROKEN_GAP.fullmatch(
                folded.letters, one.end(), other.start()
            ):
                continue
            joined = one[0] + other[0]
            if len(joined) < _SHORTEST_BROKEN or len(one[0]) < 2:
                continue
            start, end = folded.span_of(one.start(), other.end())
            if folded.text[start].isupper():
                yield from self._span_of_word(joined, start, end)

    def _spaced_spans(self, folded: FoldedText) -> Iterator[NameSpan]:
        """Names with a space after each letter: “V O O R B E E L D”."""
        for match in _SPACED_LETTERS.finditer(folded.letters):
            joined = re.sub(r"[ .]", "", match[0])
            yield from self._span_of_word(
                joined, *folded.span_of(*match.span())
            )

    def _span_of_word(
        self, word: str, start: int, end: int
    ) -> Iterator[NameSpan]:
        for index in (self._whole, self._parts):
            for form, persons in index.get(word, ()):
                if len(form) == 1:
                    yield NameSpan(start, end, persons)
                    return

    def _merge_spans(self, spans: list[NameSpan], text: str) -> list[NameSpan]:
        """The spans, with those that stand together and may be of one person made one."""
        merged: list[NameSpan] = []
        for span in spans:
            if merged and _make_one(merged[-1], span, text):
                last = merged[-1]
                both = last.persons & span.persons
                merged[-1] = NameSpan(last.start, span.end, both)
            else:
                merged.append(span)
        return merged

    def _extend_span(self, span: NameSpan, text: str, floor: int) -> NameSpan:
        """A span with the first names, initials and other surnames that stand beside it."""
        is_first_name = self._is_first_name(span, text)
        for _ in range(_MOST_WORDS):
            longer = self._extend_left(span, text, floor)
            if longer == span:
                break
            span = longer
        return self._extend_right(span, text, is_first_name=is_first_name)

    def _is_first_name(self, span: NameSpan, text: str) -> bool:
        """Whether a span holds no more than the first name of somebody."""
        form = folded_form(text[span.start : span.end])
        if len(form) != 1:
            return False
        names = [
            name_words(name)
            for number in span.persons
            for name in self._persons[number].names
        ]
        return any(len(words) > 1 and words[0] == form[0] for words in names)

    def _extend_left(self, span: NameSpan, text: str, floor: int) -> NameSpan:
        low = max(floor, span.start - _FARTHEST)
        before = text[low : span.start]
        for pattern in (_INITIALS_BEFORE, _FIRST_NAME_BEFORE, _SURNAME_BEFORE):
            match = pattern.search(before)
            if match is None or not self._belongs_before(match):
                continue
            persons = span.persons
            if pattern is not _SURNAME_BEFORE:
                persons = self._agreeing_persons(span.persons, match["given"])
            return NameSpan(low + match.start("given"), span.end, persons)
        return span

    def _belongs_before(self, match: re.Match[str]) -> bool:
        """Whether what stands before a surname is a part of the name.

        Of a capitalised word before “van” and the like only a first name that is much used, since
        “Proefdam van Voorbeeld” names a place.
        """
        given = match["given"].strip()
        particles = match.groupdict().get("particles") or ""
        if particles and particles.strip().lower() not in _SURE_PARTICLES:
            return is_given_name(re.split(r"[- ]", given)[0])
        return self._may_be_first_name(given)

    def _may_be_first_name(self, given: str) -> bool:
        """Whether the word before a surname is a first name or initials."""
        words = re.findall(r"[^\W\d_]+", given)
        if any(map(is_role_or_title, words)):
            return False
        if "." in given or (given.isupper() and len(given) <= SHORTEST_PART):
            return True
        if is_given_name(words[0]):
            return True
        return not self._vocabulary.cannot_be_name(given)

    def _agreeing_persons(
        self, persons: frozenset[int], given: str
    ) -> frozenset[int]:
        """Those of some people whose first names agree with one; all without a first name do."""
        letter = fold_letters(given)[:1]
        return frozenset(
            number
            for number in persons
            if not self._initials[number] or letter in self._initials[number]
        )

    def _extend_right(
        self, span: NameSpan, text: str, *, is_first_name: bool
    ) -> NameSpan:
        if is_first_name:
            behind = _SURNAME_BEHIND.match(text, span.end)
            if behind and not self._vocabulary.cannot_be_name(behind["given"]):
                return NameSpan(span.start, behind.end(), frozenset())
            return span
        initials = _INITIALS_AFTER.match(text, span.end)
        if _ENDS_IN_INITIAL.search(text, span.start, span.end + 1):
            return span._replace(end=span.end + 1)
        if initials and "." not in text[span.start : span.end]:
            persons = self._agreeing_persons(
                span.persons, initials[0].strip(" ,")
            )
            end = span.end + len(initials[0].rstrip())
            return NameSpan(span.start, end, persons)
        other = _SURNAME_AFTER.match(text, span.end)
        if other and not self._vocabulary.cannot_be_name(other["given"]):
            return span._replace(end=other.end())
        return span


def _add_forms(
    whole: dict[NameForm, set[int]],
    parts: dict[NameForm, set[int]],
    name: str,
    number: int,
    *,
    wished: bool,
) -> None:
    """Add the forms of a name; one word alone is the whole only when the user says so."""
    is_lone = len(name_words(name)) == 1
    if wished or not is_lone:
        for form in whole_forms(name):
            whole.setdefault(form, set()).add(number)
    for form in part_forms(name):
        parts.setdefault(form, set()).add(number)


def _all_initials(person: Person) -> frozenset[str]:
    found = frozenset[str]()
    for name in person.names:
        found |= initials_of(name_words(name))
    return found


def _index_forms(forms: dict[NameForm, set[int]]) -> FormIndex:
    """The forms that begin with each word, the longest first; a form without words is left out."""
    owners: dict[NameForm, frozenset[int]] = {}
    for form, persons in forms.items():
        if form:
            for spelled in (*with_genitive(form), *inflected_forms(form)):
                owners[spelled] = owners.get(spelled, frozenset()) | persons
    index: FormIndex = {}
    for form in sorted(owners, key=lambda form: (-len(form), form)):
        index.setdefault(form[0], []).append((form, owners[form]))
    return index


def _match_forms(index: FormIndex, folded: FoldedText) -> Iterator[NameSpan]:
    """Where a form stands, word for word; of several at one word the longest."""
    for at, word in enumerate(folded.words):
        for form, persons in index.get(word[0], ()):
            candidate = folded.words[at : at + len(form)]
            if _spells_form(candidate, form) and _stand_together(
                candidate, folded.letters
            ):
                start, end = folded.span_of(word.start(), candidate[-1].end())
                yield NameSpan(start, end, persons)
                break


def _spells_form(words: list[re.Match[str]], form: NameForm) -> bool:
    return tuple(word[0] for word in words) == form


def _stand_together(words: list[re.Match[str]], letters: str) -> bool:
    """Whether there are no more than a few signs between words."""
    return all(
        _WORD_GAP.fullmatch(letters, word.end(), following.start())
        for word, following in pairwise(words)
    )


def _lies_within(span: NameSpan, kept: list[NameSpan]) -> bool:
    return any(
        each.start <= span.start and span.end <= each.end for each in kept
    )


def _end_of_kept(kept: list[NameSpan], start: int) -> int:
    """Where the last words that are kept before a place end."""
    ends = (span.end for span in kept if span.end <= start)
    return max(ends, default=0)


def _without_overlaps(spans: Iterable[NameSpan]) -> Iterator[NameSpan]:
    done = 0
    for span in spans:
        if span.start >= done:
            yield span
            done = span.end


def _make_one(first: NameSpan, second: NameSpan, text: str) -> bool:
    if not first.persons & second.persons:
        return False
    if _SENTENCE_END.search(text, first.start, second.start):
        return False
    return any(
        pattern.fullmatch(text, first.end, second.start)
        for pattern in (_JOIN, _JOIN_WITH_COMMA)
    )


def _begins_place(span: NameSpan, text: str) -> bool:
    """Whether a part of a name begins that of a street or institution: “Jan Voorbeeldstraat”."""
    behind = _SURNAME_BEHIND.match(text, span.end)
    if behind is None or not text[span.start].isupper():
        return False
    return names_a_place(
        text[span.start : behind.end()],
        text[max(0, span.start - _NEARBY) : span.start],
        text[behind.end() : behind.end() + _NEARBY],
    )


def _stands_amid_sentence(span: NameSpan, text: str) -> bool:
    """Whether a capital there is no sign of a new sentence or of the name of something else."""
    before = re.search(
        r"[a-zà-ÿ,] $", text[max(0, span.start - 2) : span.start]
    )
    after = re.match(rf"[ -]{CAPITAL}", text[span.end : span.end + 2])
    return bool(before) and not after
