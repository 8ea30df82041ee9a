"""The words of one language, and where they stand in a tokenised text."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from dinet.wording.target_sentence.tokens import cut_tokens, fold_word

LANGUAGES = ("nl", "en")
"""Those that have a folder here."""
_FOLDER = Path(__file__).parent
_GAP, _ANY_END = "…", "*"
_PREFIX_LETTERS = 4
"""By so many letters, the fewest before a star, words with an open end are found."""


_SHORTEST_MISSPELT = 6
"""In letters: in a shorter word d or t makes another word."""
_WORDS_REMEMBERED = 16384
"""Words: of each is looked up once which phrases begin with it; a large programme has so many."""
_ENOUGH_CHARACTERS = 2000
"""Of a text: so many tell its language."""


@dataclass(eq=False, slots=True)
class Phrase:
    """One entry of a list of words; each is made once, and is like no other.

    Args:
        name: Of the list, with its table: ``comparator.ge``.
        table: That the list stands in: ``comparator``.
        own_name: Of the list in its table: ``ge``.
        words: The tokens that stand next to each other.
        rest: The tokens that come later in the clause; empty for most.
    """

    name: str
    table: str
    own_name: str
    words: tuple[str, ...]
    rest: tuple[str, ...]


class PhraseMarks:
    """The phrases that begin at one token, as they are asked for; many texts share one.

    Args:
        phrases: They, in the order of the lists.
    """

    __slots__ = (
        "has_rest",
        "lengths",
        "longer",
        "longest",
        "names",
        "phrases",
        "single",
        "tables",
    )

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self.phrases = phrases
        self.has_rest = any(phrase.rest for phrase in phrases)
        """Only the text tells whether the later part of a verb is there."""
        self.lengths: dict[str, int] = {}
        """In tokens, of the longest phrase of each list."""
        self.tables: dict[str, dict[str, int]] = {}
        """The same by the table, and the name in it."""
        self.longest: dict[str, tuple[str, int]] = {}
        """By the table the longest phrase in it: the name of its list, and its length."""
        self.single: dict[str, int] = {}
        """The lists with a phrase of one token, each with its length."""
        self.longer: list[tuple[str, int]] = []
        """The lists with a phrase of more tokens, each with its length."""
        for phrase in phrases:
            self._add_phrase(phrase)
        self.names = frozenset(self.lengths)
        """Of the lists."""

    def _add_phrase(self, phrase: Phrase) -> None:
        name, length = phrase.name, len(phrase.words)
        longest = max(length, self.lengths.get(name, 0))
        self.lengths[name] = longest
        self.tables.setdefault(phrase.table, {})[phrase.own_name] = longest
        known = self.longest.get(phrase.table)
        if known is None or length > known[1]:
            self.longest[phrase.table] = phrase.own_name, length
        if length == 1:
            self.single[name] = length
        else:
            self.longer.append((name, length))


@lru_cache(_WORDS_REMEMBERED)
def marks_of(phrases: tuple[Phrase, ...]) -> PhraseMarks:
    """The marks of phrases that begin at one token; the same phrases have the same marks."""
    return PhraseMarks(phrases)


class _Opening:
    """A phrase whose first word stands in a text.

    Args:
        phrase: It.
        is_open: Its last word may go on in any way.
    """

    __slots__ = ("_behind", "is_open", "phrase", "second")

    def __init__(self, phrase: Phrase, *, is_open: bool) -> None:
        self.phrase = phrase
        self._behind = list(phrase.words[1:])
        self.is_open = is_open
        self.second = self._behind[0] if self._behind else ""
        """What the next token begins with; empty of a phrase of one word."""

    def needs_third(self, following: str) -> bool:
        """Whether the word behind the next one decides."""
        return len(self._behind) > 1 and self._behind[0] == following

    def needs_fourth(self, following: tuple[str, ...]) -> bool:
        """Whether the word behind the next two decides."""
        behind = self._behind
        return len(behind) > 2 and tuple(behind[:2]) == following

    def goes_on(self, lows: list[str], index: int) -> bool:
        """Whether the other words of the phrase stand behind its first one."""
        if not self._behind:
            return True
        end = index + 1 + len(self._behind)
        if not self.is_open:
            return lows[index + 1 : end] == self._behind
        *before, last = self._behind
        return (
            end <= len(lows)
            and lows[index + 1 : end - 1] == before
            and lows[end - 1].startswith(last)
        )


class _Openings:
    """The phrases that begin with one word: of the many with "in" hardly any has the next word.

    Args:
        openings: They, in the order of the lists.
    """

    def __init__(self, openings: tuple[_Opening, ...]) -> None:
        self._always: list[_Opening] = []
        """Phrases of one word, and those of which the second word may have any end."""
        self._by_second: dict[str, list[_Opening]] = {}
        self._order = {
            opening: place for place, opening in enumerate(openings)
        }
        for opening in openings:
            if opening.is_open or not opening.second:
                self._always.append(opening)
            else:
                self._by_second.setdefault(opening.second, []).append(opening)
        are_single = not any(opening.second for opening in self._always)
        phrases = tuple(opening.phrase for opening in self._always)
        self._lone = marks_of(phrases) if are_single else None
        """The marks where no phrase of more words goes on; None where one may, whatever follows."""

    def marks_before(self, following: str) -> PhraseMarks | None:
        """The marks where no phrase goes on with the next word; None where one may."""
        return None if following in self._by_second else self._lone

    def openings_before(self, following: str) -> list[_Opening]:
        """Those that may go on with the next word, in order."""
        behind = self._by_second.get(following)
        if behind is None:  # as nearly always
            return self._always
        return sorted([*self._always, *behind], key=self._order.__getitem__)


class _PhraseIndex:
    """The phrases of some lists, by what they begin with.

    Args:
        lists: By name.
    """

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        self._by_prefix: dict[str, list[Phrase]] = {}
        for name, entries in lists.items():
            self._add_list(name, entries)
        self.openings_of = lru_cache(_WORDS_REMEMBERED)(self._find_openings)

    def _add_list(self, name: str, entries: tuple[str, ...]) -> None:
        table, _, own_name = name.partition(".")
        for entry in entries:
            if entry.startswith(_ANY_END):
                continue
            head, _, rest = entry.partition(_GAP)
            is_open = head.endswith(_ANY_END)
            words = words_of_entry(head.rstrip(_ANY_END))
            phrase = Phrase(name, table, own_name, words, words_of_entry(rest))
            index = self._by_prefix if is_open else self._by_first
            key = words[0][:_PREFIX_LETTERS] if is_open else words[0]
            index.setdefault(key, []).append(phrase)

    def _find_openings(self, low: str) -> _Openings:
        """The phrases that begin with a word, whatever stands behind it."""
        spelled = low if low in self._by_first else self._as_spelled(low)
        whole = [
            _Opening(phrase, is_open=False)
            for phrase in self._by_first.get(spelled, ())
        ]
        prefixed = self._by_prefix.get(spelled[:_PREFIX_LETTERS], ())
        with_open_end = [
            _Opening(phrase, is_open=True)
            for phrase in prefixed
            if phrase.words[0] == low
            or (len(phrase.words) == 1 and low.startswith(phrase.words[0]))
        ]
        return _Openings((*whole, *with_open_end))

    def _as_spelled(self, low: str) -> str:
        """A word with the other of d and t at its end, when only that is known: ``gedaalt``."""
        other = {"d": "t", "t": "d"}.get(low[-1:])
        if other is None or len(low) < _SHORTEST_MISSPELT:
            return low
        spelled = f"{low[:-1]}{other}"
        return spelled if spelled in self._by_first else low


class LanguageWords:
    """The lists of one language.

    Args:
        tables: Lists by name within tables by name, as the files of the language hold them.

    Example:
        >>> words_of_language("nl").has("comparator.ge", "minimaal")
        True
    """

    def __init__(self, tables: dict[str, dict[str, list[str]]]) -> None:
        self.lists = {
            f"{table}.{name}": tuple(words)
            for table, lists in tables.items()
            for name, words in lists.items()
        }

    # who only asks which words a list has need not wait for what is made of them below

    @cached_property
    def _lists_of_word(self) -> dict[str, set[str]]:
        """The lists that have a word as such."""
        lists: dict[str, set[str]] = {}
        for name, words in self.lists.items():
            for word in map(fold_word, words):
                lists.setdefault(word, set()).add(name)
        return lists

    @cached_property
    def short_words(self) -> frozenset[str]:
        """Words behind which a full stop ends no sentence, such as ``ca``."""
        return frozenset(self.lists["sentences.short"])

    @cached_property
    def _word_suffixes(self) -> dict[str, tuple[str, ...]]:
        """The endings in each list that has any."""
        suffixes: dict[str, tuple[str, ...]] = {}
        for name, entries in self.lists.items():
            endings = [one for one in entries if one.startswith(_ANY_END)]
            if endings:
                suffixes[name] = tuple(fold_word(one[1:]) for one in endings)
        return suffixes

    @cached_property
    def _phrase_index(self) -> _PhraseIndex:
        return _PhraseIndex(self.lists)

    @cached_property
    def lists_with(self) -> Callable[[str], frozenset[str]]:
        """The lists that have a word as such, or an ending of it (``*monitor``)."""
        return lru_cache(_WORDS_REMEMBERED)(self._find_lists)

    @cached_property
    def _every_suffix(self) -> tuple[str, ...]:
        """The endings in all lists."""
        return tuple(set(chain.from_iterable(self._word_suffixes.values())))

    def _find_lists(self, word: str) -> frozenset[str]:
        if not word.endswith(self._every_suffix):  # as most words
            return frozenset(self._lists_of_word.get(word, ()))
        by_ending = {
            name
            for name, endings in self._word_suffixes.items()
            if word.endswith(endings)
        }
        return frozenset(by_ending | self._lists_of_word.get(word, set()))

    def has(self, name: str, word: str) -> bool:
        """Whether a list has a word as such, or an ending of it (``*monitor``)."""
        return name in self.lists_with(word)

    def has_rule(self, name: str) -> bool:
        """Whether the grammar of the language has a rule that the code may rely on.

        ``verb_second``: the verb of a main clause is its second part, so that it stands right
        behind a time or clause that opens it. ``counts_without_of``: a noun follows ``aantal``
        directly. ``mark_by_article``: ``een 7`` is a mark. ``past_is_participle``: a form of the
        past that opens a sentence is a participle.
        """
        return self.has("grammar.rules", name)

    def group_of(self, table: str) -> dict[str, tuple[str, ...]]:
        """The lists of a table by the last part of their names."""
        start = f"{table}."
        return {
            name.removeprefix(start): words
            for name, words in self.lists.items()
            if name.startswith(start)
        }

    def marks_in(self, lows: list[str]) -> list[PhraseMarks]:
        """For each token the marks of the phrases whose first part stands there."""
        known = map(self._marks_of_pair, lows, [*lows[1:], ""])
        return [
            marks or self._marks_of_more(lows, index)
            for index, marks in enumerate(known)
        ]

    def _marks_of_more(self, lows: list[str], index: int) -> PhraseMarks:
        """The marks where more than two words decide; three nearly always do."""
        known = self._marks_of_three(tuple(lows[index : index + 3]))
        if known is None:
            known = marks_of(tuple(self.phrases_at(lows, index)))
        return known

    @cached_property
    def _marks_of_three(
        self,
    ) -> Callable[[tuple[str, ...]], PhraseMarks | None]:
        """What begins at the first of three words; None where a fourth one decides."""
        return lru_cache(_WORDS_REMEMBERED)(self._find_marks_of_three)

    def _find_marks_of_three(
        self, three: tuple[str, ...]
    ) -> PhraseMarks | None:
        low, following = three[:2]
        openings = self._phrase_index.openings_of(low)
        likely = openings.openings_before(following)
        if any(opening.needs_fourth(three[1:]) for opening in likely):
            return None
        return marks_of(tuple(self.phrases_at(list(three), 0)))

    @cached_property
    def _marks_of_pair(self) -> Callable[[str, str], PhraseMarks | None]:
        """What begins at a word before another; None where a third word decides."""
        return lru_cache(_WORDS_REMEMBERED)(self._find_marks_of_pair)

    def _find_marks_of_pair(
        self, low: str, following: str
    ) -> PhraseMarks | None:
        openings = self._phrase_index.openings_of(low)
        lone = openings.marks_before(following)
        if lone is not None:  # as of most words, whatever stands behind them
            return lone
        likely = openings.openings_before(following)
        if any(opening.needs_third(following) for opening in likely):
            return None
        return marks_of(tuple(self.phrases_at([low, following], 0)))

    def phrases_at(self, lows: list[str], index: int) -> Iterator[Phrase]:
        """The phrases whose first part stands at a place."""
        following = lows[index + 1] if index + 1 < len(lows) else ""
        openings = self._phrase_index.openings_of(lows[index])
        for opening in openings.openings_before(following):
            if opening.goes_on(lows, index):
                yield opening.phrase


def words_of_entry(entry: str) -> tuple[str, ...]:
    """The tokens of an entry, or of a part of one; nearly every one is a single word.

    Example:
        >>> words_of_entry("minimaal"), words_of_entry("ten minste"), words_of_entry("")
        (('minimaal',), ('ten', 'minste'), ())
    """
    if not entry:  # as behind most entries
        return ()
    if entry.isalpha():
        return (fold_word(entry),)
    words = entry.split(" ")
    if all(map(str.isalpha, words)):
        return tuple(map(fold_word, words))
    return tuple(token.low for token in cut_tokens(entry))


@lru_cache(maxsize=len(LANGUAGES))
def words_of_language(language: str) -> LanguageWords:
    """The words of a language, read when they are first asked for.

    Args:
        language: One of ``LANGUAGES``.
    """
    tables: dict[str, Any] = {}
    for file in sorted((_FOLDER / language).glob("*.toml")):
        tables |= tomllib.loads(file.read_text(encoding="utf-8"))
    return LanguageWords(tables)


@lru_cache(maxsize=1)
def _telling_words() -> dict[str, frozenset[str]]:
    """The single words of each language that no other language has in a list."""
    words = {language: _single_words(language) for language in LANGUAGES}
    counts = Counter(word for own in words.values() for word in own)
    return {
        language: frozenset(word for word in own if counts[word] == 1)
        for language, own in words.items()
    }


def _single_words(language: str) -> frozenset[str]:
    lists = words_of_language(language).lists.values()
    return frozenset(
        entry
        for entries in lists
        for entry in entries
        if entry.isalpha() and len(entry) > 1
    )


def guess_language(text: str) -> str:
    """The language of which a text has most words that are in no other; the first at a tie.

    Example:
        >>> guess_language("Nine out of ten calls are answered"), guess_language("CO2")
        ('en', 'nl')
    """
    tokens = cut_tokens(text[:_ENOUGH_CHARACTERS])
    told = [_language_told_by(token.low) for token in tokens]
    return max(LANGUAGES, key=told.count)


@lru_cache(_WORDS_REMEMBERED)
def _language_told_by(word: str) -> str:
    """The one language that has a word; empty when none or several have it."""
    for language, words in _telling_words().items():
        if word in words:
            return language
    return ""
