"""What words and codes refer to, once the whole document is read."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from itertools import chain

from dinet.interpret.reading import (
    CandidateLink,
    ElementReference,
    Mention,
    ProgrammeReading,
    is_minus,
)
from dinet.interpret.resolve.contained_words import ContainedWords
from dinet.interpret.resolve.numbered_anew import starts_of_numbering
from dinet.interpret.texts.element_labels import is_code
from dinet.interpret.texts.reference_words import all_of_kind, without_see
from dinet.model import Kind, LinkKind, natural_link_kind
from dinet.vocabulary.active_dialect import (
    active_dialect,
)
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import find_label, kind_of

_BETWEEN = re.compile(r" ?[;\n|] ?")
_BETWEEN_SHORT = re.compile(r" ?[;,/&+] ?| en | and ")
_BETWEEN_GOALS = re.compile(r" ?[;\n|] ?| en | and ")
_BETWEEN_WORDS = re.compile(r"[\s:.)–—-]+")
_BETWEEN_CODES = re.compile(r"[;,/&+ ]+")
_LEAST_PIECES = 2
"""Of a reference to several elements."""
_NESTED_KINDS: frozenset[Kind] = frozenset(
    {"theme", "goal", "benefit", "effort"}
)
"""An element of these kinds may be part of another, or serve it, when the document says so."""
_LIKELY_KINDS: tuple[Kind, ...] = (
    "goal",
    "target",
    "benefit",
    "capability",
    "result",
    "effort",
    "theme",
    "programme",
)
"""What a number refers to when nothing says of what it is: rather a goal than its theme."""
Numbers = tuple[int, ...]


def settle_references(draft: ProgrammeReading) -> dict[int, int]:
    """Put in the place of each reference what it refers to.

    Links from and to a reference become links of what it means; what was said of it is said of
    that. A reference that means nothing is noted, or is an element itself when it may be.

    Args:
        draft: The whole document; its mentions are numbered anew.

    Returns:
        The new number of each mention by the old one; references have none.
    """
    _refer_by_several(draft)
    _refer_by_code_and_text(draft)
    referring = [
        number
        for number, mention in enumerate(draft.mentions)
        if mention.reference is not None
    ]
    draft.part_starts = starts_of_numbering(draft)
    # where nothing refers, no words need be known by which something is meant
    meanings = _settle_meanings(draft, referring) if referring else {}
    draft.asked_from = None
    _rewrite_links(draft, meanings)
    return _renumber_mentions(draft)


def _refer_by_several(draft: ProgrammeReading) -> None:
    """Let goals whose words are those of several others refer to these: they are none of their own.

    Met in a second table, ``Actie | Doel``, whose cells name goals of the first: ``Verblijf met
    kwaliteit en Draagvlak bij bewoners``. What it costs when wrong: a goal that joins the words
    of two others is lost, but its efforts serve both.
    """
    goals = [
        mention
        for mention in draft.mentions
        if mention.kind == "goal" and mention.reference is None
    ]
    texts = {fold_text(goal.text) for goal in goals}
    for goal in goals:
        if _joins_texts(goal.text, texts):
            goal.reference = ElementReference(goal.text, ("goal",))


def _refer_by_code_and_text(draft: ProgrammeReading) -> None:
    """Let elements in the code and the words of another refer to that one.

    Met: ``A1 Inwoners zijn gezond`` in a second table, where the first one has the code in a
    column of its own.
    """
    coded = {
        (mention.kind, _bare_text(f"{code} {mention.text}")): code
        for number, code in draft.codes.items()
        if (mention := draft.mentions[number]).reference is None
    }
    for mention in draft.mentions if coded else ():
        code = coded.get((mention.kind, _bare_text(mention.text)))
        if code is not None and mention.reference is None:
            mention.reference = ElementReference(code, (mention.kind,))


def _bare_text(text: str) -> str:
    """Words to compare, without the sign between a code and a text."""
    return " ".join(_BETWEEN_WORDS.split(fold_text(text)))


def _joins_texts(text: str, texts: Collection[str]) -> bool:
    """A text consists of several others, each of more than one word."""
    pieces = _BETWEEN_GOALS.split(text)
    return len(pieces) >= _LEAST_PIECES and all(
        fold_text(piece) in texts and " " in piece for piece in pieces
    )


def _settle_meanings(
    draft: ProgrammeReading, referring: Iterable[int]
) -> dict[int, Numbers]:
    """What each reference means, once what was said of it is said of that.

    Args:
        draft: The whole document.
        referring: The numbers of the references.
    """
    resolver = _ReferenceResolver(draft)
    in_order = sorted(
        referring, key=lambda number: _names_several(draft, number)
    )
    meanings = {number: resolver.meaning_of(number) for number in in_order}
    for number, meant in meanings.items():
        _settle_reference(draft, number, meant)
    _note_unknown_codes(draft, meanings, resolver.unknown_codes)
    return meanings


def _names_several(draft: ProgrammeReading, number: int) -> bool:
    """A reference may name several elements; others may name each of these by itself.

    Met in books of projects that name their goals only so: ``Winkels; Bereikbaar`` stands before
    ``Bereikbaar`` does.
    """
    reference = draft.mentions[number].reference
    return (
        reference is not None and _BETWEEN.search(reference.words) is not None
    )


def _settle_reference(
    draft: ProgrammeReading, number: int, meant: Numbers
) -> None:
    """Let what was said of a reference be said of what it means, or make it an element."""
    mention = draft.mentions[number]
    if meant == (number,):
        mention.reference = None
    elif len(meant) == 1:
        _hand_over(mention, draft.mentions[meant[0]])
    elif not meant and mention.reference is not None:
        words = mention.reference.words
        draft.unknown_references.add(words)
        draft.add_note("reference_unknown", mention.place, text=words)


def _note_unknown_codes(
    draft: ProgrammeReading,
    meanings: Iterable[int],
    unknown: Mapping[ElementReference, tuple[str, ...]],
) -> None:
    """Note the codes that nothing has, where others beside them mean something."""
    for number in meanings:
        mention = draft.mentions[number]
        codes = unknown.get(mention.reference, ()) if mention.reference else ()
        for code in codes:
            draft.unknown_references.add(code)
            draft.add_note("reference_unknown", mention.place, text=code)


def _hand_over(reference: Mention, meant: Mention) -> None:
    """Give an element what was said where the document refers to it."""
    for field in fields(Mention):
        said = getattr(reference, field.name)
        if isinstance(said, list):
            getattr(meant, field.name).extend(said)
    for name, words in reference.attributes():
        meant.add_attribute(name, words)


class _ReferenceResolver:
    """Finds what references mean among the elements of a document."""

    def __init__(self, draft: ProgrammeReading) -> None:
        self.draft = draft
        self.by_text: dict[str, dict[Kind, int]] = {}
        self.words = ContainedWords()
        self.by_kind: dict[Kind, list[int]] = defaultdict(list)
        self.known: dict[ElementReference, Numbers] = {}
        self.unknown_codes: dict[ElementReference, tuple[str, ...]] = {}
        """The codes in references to several elements that nothing is called by."""
        for number, mention in enumerate(draft.mentions):
            if mention.reference is None:
                self._remember_element(number, mention)

    def _remember_element(self, number: int, mention: Mention) -> None:
        same = self.by_text.setdefault(fold_text(mention.text), {})
        if mention.kind in same:
            return
        same[mention.kind] = number
        self.by_kind[mention.kind].append(number)
        self.words.add_text(number, mention.text)

    def meaning_of(self, number: int) -> Numbers:
        """The mentions that a reference means, itself when it is an element; empty for nothing."""
        reference = self.draft.mentions[number].reference
        if reference is None:
            return (number,)
        if self.draft.part_starts:
            self.draft.asked_from = number
            self.known.pop(reference, None)
        if reference not in self.known:
            self.known[reference] = self._find_meaning(reference)
        meant = self.known[reference]
        if meant or not self._may_define(reference):
            return meant
        mention = self.draft.mentions[number]
        self._remember_element(number, mention)
        self.known[reference] = (number,)
        return (number,)

    def _may_define(self, reference: ElementReference) -> bool:
        """A reference to nothing is an element: its words are no code of a form that is in use."""
        if not reference.may_define or not any(
            map(str.isalpha, reference.words)
        ):
            return False
        codes: Iterable[str] = filter(
            is_code, _BETWEEN_CODES.split(reference.words)
        )
        return self.forms.isdisjoint(map(_form_of, codes))

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of the codes that elements of the document have."""
        return frozenset(map(_form_of, self.draft.codes.values()))

    def _find_meaning(self, reference: ElementReference) -> Numbers:
        """What the words mean as a whole, or what each of their pieces means."""
        words = without_see(reference.words)
        whole = self._find_whole(words, reference.kinds)
        if whole:
            return whole
        for pattern in (_BETWEEN, _BETWEEN_SHORT, _BETWEEN_CODES):
            pieces = list(filter(None, pattern.split(words)))
            meant = self._find_pieces(pieces, reference)
            if meant:
                return meant
        return self._find_contained(words, reference.kinds)

    def _find_pieces(
        self, pieces: list[str], reference: ElementReference
    ) -> Numbers:
        """What several pieces mean: all mean something, or those that do not are codes."""
        if len(pieces) < _LEAST_PIECES:
            return ()
        found = [self._find_whole(one, reference.kinds) for one in pieces]
        unknown = [
            piece
            for piece, numbers in zip(pieces, found, strict=True)
            if not numbers
        ]
        if not any(found) or not all(map(is_code, unknown)):
            return ()
        self.unknown_codes[reference] = tuple(unknown)
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def _find_whole(self, words: str, kinds: tuple[Kind, ...]) -> Numbers:
        """What words mean by a code, as the whole text of an element, or as all of a kind."""
        return (
            self._find_coded(words, kinds)
            or self._find_text(words, kinds)
            or self._find_all(words, kinds)
        )

    def _find_coded(self, words: str, kinds: tuple[Kind, ...]) -> Numbers:
        """What codes mean; empty when any of them means nothing."""
        called = self.draft.mention_called(words)
        if called is not None and _fits_kinds(
            self.draft.mentions[called], kinds
        ):
            return (called,)
        for decimal in (words.replace(",", "."), words):
            for kind in kinds or _LIKELY_KINDS:
                labels = self.draft.own_codes.codes_named(decimal, kind)
                if not labels and is_code(decimal):
                    labels = (decimal,)
                found = self._find_labels(kind, labels)
                if found:
                    return found
        return ()

    def _find_labels(self, kind: Kind, labels: tuple[str, ...]) -> Numbers:
        """The mentions that the labels of one kind call; empty when any calls none."""
        found: list[int] = []
        for label in labels:
            called = self.draft.mentions_labelled(kind, (label,))
            if not called and label[:1].isalpha():
                other = self.draft.mention_called(label)
                called = [] if other is None else [other]
            if not called:
                return ()
            found += called
        return tuple(dict.fromkeys(found))

    def _find_text(self, words: str, kinds: tuple[Kind, ...]) -> Numbers:
        """The element with this text; of several kinds none, unless a kind is asked for."""
        named = find_label(words)
        asked = kinds
        if named and kind_of(named.role):
            rest = self.by_text.get(fold_text(named.rest), {})
            by_kind = rest.get(kind_of(named.role) or "goal")
            if by_kind is not None:
                return (by_kind,)
        same = self.by_text.get(fold_text(words), {})
        found = [
            number
            for kind, number in same.items()
            if not asked or kind in asked
        ]
        return tuple(found) if len(found) == 1 else ()

    def _find_all(self, words: str, kinds: tuple[Kind, ...]) -> Numbers:
        """All elements of a kind: ``alle``, ``alle doelen``."""
        found = all_of_kind(words)
        if found is None:
            return ()
        likely = kinds[0] if kinds else "goal"
        return tuple(self.by_kind[found.kind or likely])

    def _find_contained(self, words: str, kinds: tuple[Kind, ...]) -> Numbers:
        """The one element with nearly all of the words."""
        mentions = self.draft.mentions
        found = self.words.find_text(
            words, lambda number: _fits_kinds(mentions[number], kinds)
        )
        return () if found is None else (found,)


def _fits_kinds(mention: Mention, kinds: tuple[Kind, ...]) -> bool:
    return not kinds or mention.kind in kinds


def _form_of(code: str) -> str:
    """The form of a code: its letters, and 0 for each number."""
    return re.sub(r"\d+", "0", code.upper())


# links


def _rewrite_links(
    draft: ProgrammeReading, meanings: Mapping[int, Numbers]
) -> None:
    """Let all links run between elements, each of a kind that these elements allow."""
    ties: list[CandidateLink] = []
    for tie in draft.ties:
        for start in meanings.get(tie.start, (tie.start,)):
            for end in meanings.get(tie.end, (tie.end,)):
                ties += _elements_between(draft, tie, start, end)
    draft.ties = ties


def _elements_between(
    draft: ProgrammeReading, tie: CandidateLink, start: int, end: int
) -> Iterator[CandidateLink]:
    """The link between two elements; none when neither can serve the other."""
    if start == end:
        return
    if tie.kind is not None:
        is_same = (start, end) == (tie.start, tie.end)
        yield tie if is_same else tie._replace(start=start, end=end)
        return
    for here, there in ((start, end), (end, start)):
        kind = _kind_between(draft.mentions[here], draft.mentions[there])
        if kind is not None:
            against = tie.weight is not None and is_minus(tie.weight)
            yield tie._replace(
                start=here,
                end=there,
                kind="conflicts_with" if against else kind,
            )
            return


def _kind_between(start: Mention, end: Mention) -> LinkKind | None:
    """How one element serves another; None when it does not."""
    link = active_dialect().link(start.tier or start.kind, end.kind)
    if link is None and start.kind == end.kind and start.kind in _NESTED_KINDS:
        return natural_link_kind(start.kind, end.kind)
    return link


# numbers


def _renumber_mentions(draft: ProgrammeReading) -> dict[int, int]:
    """Leave the references out; the new number of each mention that stays."""
    kept = [
        number
        for number, mention in enumerate(draft.mentions)
        if mention.reference is None
    ]
    new = {old: number for number, old in enumerate(kept)}
    if len(kept) == len(draft.mentions):
        return new
    draft.mentions = [draft.mentions[old] for old in kept]
    for mention in draft.mentions:
        if mention.part_of is not None:
            mention.part_of = new[mention.part_of]
    draft.ties = [
        tie._replace(start=new[tie.start], end=new[tie.end])
        for tie in draft.ties
    ]
    draft.loose = _new_numbers(draft.loose, new)
    draft.referred = set(_new_numbers(draft.referred, new))
    draft.part_starts = tuple(_new_numbers(draft.part_starts, new))
    _renumber_labels(draft, new)
    return new


def _renumber_labels(draft: ProgrammeReading, new: Mapping[int, int]) -> None:
    """Keep what is known by the numbers of mentions that stay, under their new numbers."""
    draft.waiting = [
        (new[number], placing)
        for number, placing in draft.waiting
        if number in new
    ]
    draft.called_by_word = set(_new_numbers(draft.called_by_word, new))
    draft.number_cells = [
        cell._replace(number=_new_number(cell.number, new))
        for cell in draft.number_cells
    ]
    draft.codes = {
        new[number]: code
        for number, code in draft.codes.items()
        if number in new
    }
    draft.labels = {
        key: _new_numbers(numbers, new)
        for key, numbers in draft.labels.items()
    }


def _new_number(number: int | None, new: Mapping[int, int]) -> int | None:
    return None if number is None else new.get(number)


def _new_numbers(numbers: Iterable[int], new: Mapping[int, int]) -> list[int]:
    return [new[number] for number in numbers if number in new]
