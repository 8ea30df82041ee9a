"""The words of a statement that say which group, place, indicator and action it is about."""

from collections.abc import Collection
from typing import NamedTuple

from dinet.wording.comparison.masking import MaskedText
from dinet.wording.comparison.word_forms import Keys

_PUNCTUATION = frozenset(".,;:()[]\"'’‘“”/-–—!?•…*|_«»{}")
_BREAKS = frozenset(".,;:()[]/–—!?•…|")
"""Signs behind which a new group of words begins."""
_LABEL_END = ":"
_OPENING = frozenset(":(-•")
"""Behind these a capital may only begin a sentence."""
_WEAK, _STRICT = "preposition", "preposition_strict"


class ContentWord(NamedTuple):
    """One content word.

    Args:
        word: As it is written.
        keys: Two words with a key in common are forms of one.
        preposition: The class of the preposition before its group; empty for none.
        is_strict: That preposition changes what is said and may not be left out.
        is_governed: Its group begins with a preposition.
        behind: The next content word of its group, by its place among the content words; None for
            the last one.
        is_bearing: It bears on the next word, wherever a group ends.
        is_number: It is a number in a name, an age or a definition.
        is_verb: A known form of a verb, which may stand elsewhere.
        is_free: It may stand anywhere.
        is_label: It stands before a colon, as a heading does.
        is_title: It says what the name behind it is a name of: ``gemeente Assen``.
    """

    word: str
    keys: Keys
    preposition: str = ""
    is_strict: bool = False
    is_governed: bool = False
    behind: int | None = None
    is_bearing: bool = False
    is_number: bool = False
    is_verb: bool = False
    is_free: bool = False
    is_label: bool = False
    is_title: bool = False


class _Draft(NamedTuple):
    """A content word while its group is read."""

    first: int
    end: int
    low: str
    group: int
    preposition: str
    is_strict: bool
    is_governed: bool


def read_content(masked: MaskedText) -> tuple[ContentWord, ...]:
    """The content words, in the order of the text; masked tokens and function words are none."""
    drafts = _GroupReader(masked).read_drafts()
    labels = _label_end(masked)
    opened = {time.end for time in masked.parts.times if time.first == 0}
    return tuple(
        _content_word(masked, drafts, place, labels, opened)
        for place in range(len(drafts))
    )


class _GroupReader:
    """Walks through a text, and keeps the group that the next word belongs to.

    Args:
        masked: The text.
    """

    def __init__(self, masked: MaskedText) -> None:
        self.masked = masked
        self.text = masked.text
        self.words = masked.words
        self.drafts: list[_Draft] = []
        self.group = 0
        self.preposition = ""
        self.is_strict = False
        self.is_governed = False
        self.is_open = False
        self.taken = self._join_verbs()
        self.particles = frozenset(self.taken.values())

    def read_drafts(self) -> list[_Draft]:
        """The content words with their groups."""
        index = 0
        while index < self.text.count:
            index = self._read_at(index)
        return self.drafts

    def _join_verbs(self) -> dict[int, int]:
        """Verbs in two parts: the place of the particle, by that of the verb."""
        joined: dict[int, int] = {}
        particles = self.words.particles
        for place, low in enumerate(self.text.lows):
            if low not in particles or self.masked.masked[place]:
                continue
            verb = self._verb_of_particle(place, low)
            if verb is not None and verb not in joined:
                joined[verb] = place
        return joined

    def _verb_of_particle(self, place: int, particle: str) -> int | None:
        """``op te stellen`` or ``stelt … op`` at the end of the clause."""
        lows, joins = self.text.lows, self.masked.forms.joins_verb
        if self.text.low_at(place + 1) == "te":
            behind = self.text.low_at(place + 2)
            return place + 2 if joins(behind, particle) else None
        if not self._ends_verb(place + 1):
            return None
        for index in range(place - 1, -1, -1):
            if lows[index] in ".;:" or not self.text.same_sentence(
                index, place
            ):
                return None
            if not self.masked.masked[index] and joins(lows[index], particle):
                return index
        return None

    def _ends_verb(self, index: int) -> bool:
        """Here the clause ends, or another group of words begins."""
        low = self.text.low_at(index)
        if not low or low in _PUNCTUATION or self.masked.masked[index]:
            return True
        if self.words.has("empty.joining", low):
            return True
        return any(
            self.masked.phrase_at(index, table) for table in (_STRICT, _WEAK)
        )

    def _read_at(self, index: int) -> int:
        """Take in the token at a place; where to go on."""
        text = self.text
        if self.masked.masked[index]:
            self._begin_group(keep=False)
            return self._end_of_masked(index)
        if index in self.particles:
            return index + 1
        tables = self.masked.tables_at(index)
        if tables:  # as at few places
            end = self._read_phrase(index, tables)
            if end:
                return end
        low = text.lows[index]
        if not text.is_word(index) and not text.is_number(index):
            return self._read_sign(index, low)
        return self._read_word(index, low)

    def _end_of_masked(self, index: int) -> int:
        """Behind all tokens from a place on that a parsed part explains."""
        masked = self.masked.masked
        while index < len(masked) and masked[index]:
            index += 1
        return index

    def _read_phrase(self, index: int, tables: Collection[str]) -> int:
        """Behind a phrase that says nothing by itself, or is one word; 0 without one.

        Args:
            index: Where it begins.
            tables: Those with a phrase that begins there.
        """
        end = self._skip_at(index, tables) or self._preposition_at(
            index, tables
        )
        if end or "synonyms" not in tables:
            return end
        synonym = self.masked.phrase_at(index, "synonyms")
        if not synonym or synonym.end == index + 1:
            return 0
        phrase_words = " ".join(self.text.lows[index : synonym.end])
        self._add_word(index, synonym.end, phrase_words)
        return synonym.end

    def _skip_at(self, index: int, tables: Collection[str]) -> int:
        """Behind what says nothing by itself; 0 when nothing such stands there."""
        if "empty" in tables:
            phrase = self.masked.phrase_at(index, "empty")
            if phrase and phrase.name == "phrases":
                return phrase.end
        if "nested_action" not in tables:
            return 0
        return self._skip_nested_action(index)

    def _skip_nested_action(self, index: int) -> int:
        """``aan het versterken van de samenwerking`` as ``aan de samenwerking``."""
        words = self.words
        found = self.masked.phrase_at(index, "nested_action")
        if not found or found.name != "open":
            return 0
        end = found.end
        if self.text.low_at(end) not in words.lists["nested_action.verbs"]:
            return 0
        close = words.lists["nested_action.close"]
        if close and self.text.low_at(end + 1) not in close:
            return 0
        self._begin_group(keep=False)
        self.preposition, self.is_strict = "for", False
        self.is_governed = True
        return end + 1 + bool(close)

    def _preposition_at(self, index: int, tables: Collection[str]) -> int:
        is_strict = _STRICT in tables
        if not is_strict and _WEAK not in tables:
            return 0
        found = self.masked.phrase_at(index, _STRICT if is_strict else _WEAK)
        if not found:
            return 0
        self._begin_group(keep=False)
        self.preposition, end = found
        self.is_strict = is_strict
        self.is_governed = True
        return end + self._is_share_of_whole(index, end)

    def _is_share_of_whole(self, index: int, end: int) -> bool:
        """``50% van alle scholen``: the word says no more than the article."""
        return (
            index > 0
            and self.masked.masked[index - 1]
            and self.words.has("empty.whole", self.text.low_at(end))
            and not self.masked.masked[end]
        )

    def _read_sign(self, index: int, low: str) -> int:
        if low in _PUNCTUATION and not self._is_minus(index, low):
            if low in _BREAKS:
                self._begin_group(keep=low in ",/()")
            return index + 1
        if not self.words.has("empty.words", low):
            self._add_word(index, index + 1, low)
        return index + 1

    def _is_minus(self, index: int, low: str) -> bool:
        text = self.text
        return (
            low in "-–"
            and text.is_number(index + 1)
            and text.is_joined(index + 1)
            and not text.is_joined(index)
        )

    def _read_word(self, index: int, low: str) -> int:
        lists = self.words.lists_with(low)
        if lists and self._is_empty_word(low, lists):
            return index + 1
        particle = self.taken.get(index)
        if particle is not None:
            low = f"{self.text.lows[particle]}{low}"
        is_verb = self.masked.forms.is_verb(low)
        if is_verb:
            self._begin_group(keep=False)
        self._add_word(index, index + 1, low)
        if is_verb:
            self._begin_group(keep=False)
        return index + 1

    def _is_empty_word(self, low: str, lists: frozenset[str]) -> bool:
        """A word that says nothing by itself; it may begin another group."""
        if "empty.articles" in lists:
            self._begin_group(keep=not self.is_open)
        if "empty.joining" in lists:
            self._begin_group(keep=True)
        is_empty = "empty.words" in lists
        if is_empty and low in self.words.finite_verbs:
            self._begin_group(keep=False)
        return is_empty

    def _begin_group(self, *, keep: bool) -> None:
        """The next word stands in another group, in that of the same preposition or of none."""
        self.group += 1
        self.is_open = False
        if not keep:
            self.preposition, self.is_strict = "", False
            self.is_governed = False

    def _add_word(self, first: int, end: int, low: str) -> None:
        if self.is_open:
            # "met ouders afspraken": which word the preposition is of cannot be told
            self.preposition, self.is_strict = "", False
        self.drafts.append(
            _Draft(
                first,
                end,
                low,
                self.group,
                self.preposition,
                self.is_strict,
                self.is_governed,
            )
        )
        self.is_open = True


def _label_end(masked: MaskedText) -> int:
    """Where the heading before the first colon ends; 0 without one."""
    lows = masked.text.lows
    if _LABEL_END not in lows:
        return 0
    return lows.index(_LABEL_END)


def _content_word(
    masked: MaskedText,
    drafts: list[_Draft],
    place: int,
    labels: int,
    opened: set[int],
) -> ContentWord:
    draft = drafts[place]
    text, words = masked.text, masked.words
    is_number = text.is_number(draft.first)
    lists = words.lists_with(draft.low)
    is_bearing = "bearing.strict" in lists
    behind = None
    if place + 1 < len(drafts):
        next_group = drafts[place + 1].group
        if is_bearing or next_group == draft.group:
            behind = place + 1
    is_capital = text.text[text.tokens[draft.first].start].isupper()
    is_name = _is_name(masked, draft.first)
    return ContentWord(
        word=text.span(draft.first, draft.end).words,
        keys=masked.forms.keys_of(
            draft.low, is_name=is_name, opens=is_capital and not is_name
        ),
        preposition=draft.preposition,
        is_strict=draft.is_strict,
        is_governed=draft.is_governed,
        behind=behind,
        is_bearing=is_bearing,
        is_number=is_number,
        # a known form, or the word in its place: right behind a time that opens
        is_verb=draft.first in opened or masked.forms.is_verb(draft.low),
        is_free="bearing.free" in lists,
        is_label=draft.first < labels,
        is_title="empty.titles" in lists and _is_name(masked, draft.end),
    )


def _is_name(masked: MaskedText, index: int) -> bool:
    """A capital where no sentence begins."""
    text = masked.text
    if not 0 < index < text.count:
        return False
    if not text.text[text.tokens[index].start].isupper():
        return False
    return text.same_sentence(index - 1, index) and (
        text.lows[index - 1] not in _OPENING
    )
