"""How alike the texts of two versions are, by their rare words and groups of letters.

No likeness says that two texts are the same: it only tells which pairs are worth choosing from.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from dinet.model import Element
from dinet.versions.compound_words import CompoundWords
from dinet.vocabulary.folding import fold_text
from dinet.wording.comparison.word_forms import Keys, WordForms, word_forms
from dinet.wording.similarity import content_words, numbers_in

_GRAM_LETTERS = 4
"""Letters of a group: "school" and "scholen" share one, and so do "jong" and "jongeren"."""
_VERB_WEIGHT = 0.5
"""Of a verb beside other words: "organiseren" and "uitvoeren" stand in every other effort."""
_NUMBER_WEIGHT = 0.5
"""Of a number in both texts: "8,2%" tells much, a year that many have next to nothing."""
_MOST_PARTNERS = 12
"""Of one element: in the two edited years at hand the right one was never below the fourth."""
_COMMON_SHARE = 0.05
"""A group of letters in more of the texts tells no two apart, and costs time with its square."""
_FEWEST_COMMON = 60
"""In texts: small programmes look at all groups of letters."""
_LETTERS = re.compile(r"[^\W\d_]")
_SPOKEN = re.compile(r"[^\W\d_]+")
_OPENS_SENTENCE = re.compile(r"(?:^|[.:;!?])[^\w.:;!?]*$")
"""What stands before the first word of a sentence, whose capital says nothing."""
_SHORTEST_PLAIN = 4
"""In letters: in "Road Safety in Schools" only the preposition has no capital."""
_OTHER_NAMES = 0.5
"""Of the likeness of two texts that name other things: "Wijkaanpak De Hoven" is not that of the
Waterkwartier. Of 290 pairs in seven edited years 1 has names on both sides and none in common."""
_SOME_OTHER_NAMES = 0.75
"""Of that of two texts that each name something that the other does not: a cycle route from
Beekstad to Coevelde is not the one from Coevelde to Dorpum."""
_SHORTEST_ACRONYM = 3
"""In letters: two initials in a row stand in any text."""


@dataclass(frozen=True, slots=True)
class WordWeight:
    """A content word or a part of it, and how much it tells.

    Args:
        word: The whole word.
        keys: Of its forms; of a part also those of the whole.
        weight: How much it tells.
        is_verb: It tells half of what another word tells.
    """

    word: str
    keys: Keys
    weight: float
    is_verb: bool


@dataclass(frozen=True, slots=True)
class WeighedText:
    """A text as it is compared.

    Args:
        folded: Without case, accents and signs at its end.
        words: Its content words without numbers: these move between two years.
        keys: Of all its words.
        numbers: The weights of its numbers: those that did not move are a sign.
        grams: The weights of its groups of letters, as a vector of length 1.
        names: The keys of its names, by the name: words with a capital within a sentence.
        initials: The first letters of its words, in their order.
    """

    folded: str
    words: tuple[WordWeight, ...]
    keys: frozenset[str]
    numbers: dict[str, float]
    grams: dict[str, float]
    names: dict[str, Keys]
    initials: str

    @property
    def weight(self) -> float:
        """Of all its words."""
        return sum(word.weight for word in self.words)

    def count_words(self) -> int:
        """Its content words; one that was taken apart is one."""
        return len({word.word for word in self.words})


class AlikeTexts(NamedTuple):
    """How alike an element of the old version and one of the new are, from 0 to 1."""

    old: str
    new: str
    likeness: float


class TextScale:
    """Weighs the words of two versions: what stands in few texts tells most.

    Args:
        texts: Of all elements of both versions.
        lang: The language of their words.
        forms: Which words are one, of words that are taken apart too; those of the language, each
            whole, when there are none.
    """

    def __init__(
        self, texts: Iterable[str], lang: str, forms: WordForms | None = None
    ) -> None:
        self._takes_apart = forms is not None
        self._forms = forms or word_forms(lang)
        self._texts = [fold_text(text) for text in texts]

    @cached_property
    def _compounds(self) -> CompoundWords:
        words = frozenset[str]().union(*map(content_words, self._texts))
        return CompoundWords(sorted(words), self._forms)

    @cached_property
    def _key_counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for text in self._texts:
            for word in content_words(text):
                counts.update(self._forms.keys_of(word))
        return counts

    @cached_property
    def _number_counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for text in self._texts:
            counts.update(set(numbers_in(text)))
        return counts

    @cached_property
    def gram_counts(self) -> Counter[str]:
        """In how many of the texts each group of letters stands."""
        counts: Counter[str] = Counter()
        for text in self._texts:
            counts.update(set(_letter_groups(text)))
        return counts

    def weigh_text(self, text: str) -> WeighedText:
        """A text with the weights of its words."""
        folded = fold_text(text)
        words = self._weigh_words(folded)
        numbers = {
            number: _NUMBER_WEIGHT
            * self._rarity_of(self._number_counts[number])
            for number in numbers_in(folded)
        }
        return WeighedText(
            folded,
            words,
            _keys_of_words(words),
            numbers,
            self._gram_vector(folded),
            self._names_in(text),
            "".join(word[0] for word in _SPOKEN.findall(folded)),
        )

    def weigh_anew(self, text: WeighedText) -> WeighedText:
        """A text of a scale with the same letters, with the words of this one."""
        words = self._weigh_words(text.folded)
        return replace(text, words=words, keys=_keys_of_words(words))

    def _weigh_words(self, folded: str) -> tuple[WordWeight, ...]:
        spoken = sorted(filter(_LETTERS.search, content_words(folded)))
        weighed = map(self._weigh_word, spoken)
        if not self._takes_apart:
            return tuple(weighed)
        return tuple(part for word in weighed for part in self._parts_of(word))

    def _parts_of(self, whole: WordWeight) -> Iterator[WordWeight]:
        """Each part of a compound tells half; a word that stays whole is the only one."""
        parts = self._compounds.parts_of(whole.word)
        if not parts or whole.is_verb:
            yield whole
            return
        for keys in parts:
            weight = whole.weight / len(parts)
            yield replace(whole, keys=keys | whole.keys, weight=weight)

    def _names_in(self, text: str) -> dict[str, Keys]:
        """The names; none of a title in which all longer words have a capital."""
        within = [
            word[0]
            for word in _SPOKEN.finditer(text)
            if not _OPENS_SENTENCE.search(text[: word.start()])
        ]
        if not any(_is_plain_word(word) for word in within):
            return {}
        names = filter(_is_name, within)
        return {
            folded: self._forms.keys_of(folded, is_name=True)
            for folded in map(fold_text, names)
        }

    def _weigh_word(self, word: str) -> WordWeight:
        keys = self._forms.keys_of(word)
        count = max(self._key_counts[key] for key in keys)
        rarity = self._rarity_of(count)
        is_verb = self._forms.is_verb(word)
        weight = rarity * (_VERB_WEIGHT if is_verb else 1)
        return WordWeight(word, keys, weight, is_verb)

    def _rarity_of(self, count: int) -> float:
        return math.log(1 + len(self._texts) / max(count, 1))

    def _gram_vector(self, folded: str) -> dict[str, float]:
        vector = {
            gram: count * self._rarity_of(self.gram_counts[gram])
            for gram, count in Counter(_letter_groups(folded)).items()
        }
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        return {gram: weight / length for gram, weight in vector.items()}

    @property
    def most_common(self) -> int:
        """In texts: a group of letters in more of them finds no partners."""
        return max(_FEWEST_COMMON, int(_COMMON_SHARE * len(self._texts)))


def _keys_of_words(words: Iterable[WordWeight]) -> frozenset[str]:
    return frozenset(key for word in words for key in word.keys)


def _is_plain_word(word: str) -> bool:
    return word[0].islower() and len(word) >= _SHORTEST_PLAIN


def _is_name(word: str) -> bool:
    """A word with a capital that is no article: "De Hoven" is named by its second word."""
    return word[0].isupper() and bool(content_words(word))


def _letter_groups(text: str) -> Iterator[str]:
    """The groups of letters of the content words, each word with a space on both sides."""
    words = re.findall(r"[^\W_]+", text)
    kept = content_words(text)
    spaced = " ".join(["", *(word for word in words if word in kept), ""])
    for start in range(len(spaced) - _GRAM_LETTERS + 1):
        yield spaced[start : start + _GRAM_LETTERS]


def compare_texts(one: WeighedText, other: WeighedText) -> float:
    """How alike two texts are: 1 for the same words, 0 for none in common.

    The mean of what their groups of letters share, and what their words share. A short text that
    stands within a long one counts half: a new year often keeps one sentence of five.
    """
    if one.folded == other.folded:
        return 1.0
    return (_share_grams(one, other) + _share_words(one, other)) / 2


def share_names(one: WeighedText, other: WeighedText) -> float:
    """How much of the likeness of two texts their names leave: all of it, less, or half.

    Nothing is taken when one text names nothing, or all that it names is in the other; initials
    of words are their name too. Half is left when both name only other things.
    """
    if not one.names or not other.names:
        return 1.0
    if _has_initials(one, other) or _has_initials(other, one):
        return 1.0
    shared = min(
        _count_shared_names(one, other), _count_shared_names(other, one)
    )
    if not shared:
        return _OTHER_NAMES
    fewest = min(len(one.names), len(other.names))
    return 1.0 if shared >= fewest else _SOME_OTHER_NAMES


def _count_shared_names(one: WeighedText, other: WeighedText) -> int:
    keys = frozenset[str]().union(*other.names.values())
    return sum(not keys.isdisjoint(own) for own in one.names.values())


def _has_initials(named: WeighedText, written: WeighedText) -> bool:
    """One writes "Wmo" and the other "Wet maatschappelijke ondersteuning"."""
    return any(
        len(name) >= _SHORTEST_ACRONYM and name in written.initials
        for name in named.names
    )


def _share_grams(one: WeighedText, other: WeighedText) -> float:
    """The cosine of both vectors."""
    grams = other.grams
    return sum(
        weight * grams[gram]
        for gram, weight in one.grams.items()
        if gram in grams
    )


def _share_words(one: WeighedText, other: WeighedText) -> float:
    first, second = one.weight, other.weight
    if not first or not second:
        return 0.0
    shared = weigh_shared(one, other.keys) + weigh_shared(other, one.keys)
    numbers = _weigh_shared_numbers(one, other)
    both = shared / 2 + numbers
    contained = min(1.0, both / (min(first, second) + numbers))
    return (contained + 2 * both / (first + second + 2 * numbers)) / 2


def _weigh_shared_numbers(one: WeighedText, other: WeighedText) -> float:
    return sum(
        weight
        for number, weight in one.numbers.items()
        if number in other.numbers
    )


def weigh_shared(text: WeighedText, keys: frozenset[str]) -> float:
    """The weight of the words of a text of which a form is among some keys."""
    return sum(
        word.weight for word in text.words if not keys.isdisjoint(word.keys)
    )


class LikenessFinder:
    """Finds for each element of the old version those of the new that are most alike.

    An index of rare groups of letters tells which are worth comparing, so time grows with the
    elements and not with their square.

    Args:
        scale: Of both versions.
        texts: Of all elements, by version and id.
    """

    def __init__(
        self, scale: TextScale, texts: dict[tuple[str, str], WeighedText]
    ) -> None:
        self._scale = scale
        self._texts = texts

    def find_alike(
        self, old: Sequence[Element], new: Sequence[Element]
    ) -> Iterator[AlikeTexts]:
        """The most alike pairs of elements, in the order of the old ones, best first.

        Args:
            old: Elements of one kind.
            new: Those of that kind in the new version.
        """
        index = self._index_grams(new)
        equal = self._pair_equal(old, new)
        for element in old:
            text = self._texts["old", element.id]
            partners = {*equal[element.id], *self._partners_of(text, index)}
            found = [
                AlikeTexts(
                    element.id, partner, self._compare_with(text, partner)
                )
                for partner in partners
            ]
            found.sort(key=lambda pair: (-pair.likeness, pair.new))
            yield from found[:_MOST_PARTNERS]

    def _pair_equal(
        self, old: Sequence[Element], new: Sequence[Element]
    ) -> dict[str, list[str]]:
        """Those with the same words; of many with the same words those near the same place."""
        twins: dict[str, list[str]] = defaultdict(list)
        for element in new:
            twins[self._texts["new", element.id].folded].append(element.id)
        found = {}
        counts: Counter[str] = Counter()
        for element in old:
            folded = self._texts["old", element.id].folded
            first = max(0, counts[folded] - _MOST_PARTNERS // 2)
            found[element.id] = twins[folded][first : first + _MOST_PARTNERS]
            counts[folded] += 1
        return found

    def _compare_with(self, text: WeighedText, partner: str) -> float:
        return compare_texts(text, self._texts["new", partner])

    def _index_grams(
        self, new: Sequence[Element]
    ) -> dict[str, list[tuple[str, float]]]:
        most = self._scale.most_common
        counts = self._scale.gram_counts
        index: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for element in new:
            for gram, weight in self._texts["new", element.id].grams.items():
                if counts[gram] <= most:
                    index[gram].append((element.id, weight))
        return index

    def _partners_of(
        self, text: WeighedText, index: dict[str, list[tuple[str, float]]]
    ) -> list[str]:
        """The ids that share most rare groups of letters: twice as many as will be kept."""
        shared: dict[str, float] = defaultdict(float)
        for gram, weight in text.grams.items():
            for partner, other in index.get(gram, ()):
                shared[partner] += weight * other
        best = sorted(shared, key=lambda partner: (-shared[partner], partner))
        return best[: 2 * _MOST_PARTNERS]
