"""Elements of two documents that sound alike, and that no rule can call the same.

Two departments seldom write one goal in the same words: of 41 hand-edited pairs of two years the
comparison of what they say finds 25. An index of rare groups of letters has all 41 among its
candidates. What is most alike in both directions is shown for a person to look at; it is counted
nowhere, and nothing is made one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from dinet.model import Kind
from dinet.portfolio.documents import namespaces_of
from dinet.portfolio.rows import PortfolioRow
from dinet.portfolio.same_elements import MatchedElements, SameGroup
from dinet.portfolio.settled import ElementKey, SettledPairs
from dinet.versions.likeness import (
    TextScale,
    WeighedText,
    compare_texts,
)
from dinet.wording.comparison.word_forms import Keys

LEAST_ALIKE = 0.6
"""From 0 to 1. Of the pairs of two edited years that are most alike in both directions, 31 of 31
at this likeness or more are one element, and 32 of 33 at 0.55."""
_RARE_GRAMS = 16
"""Groups of letters by which a text is looked up, the rarest that another text has too."""
_MOST_TEXTS = 60
"""With one group of letters: what stands in more tells nothing, and costs time with its square."""
_WORD_START = 4
"""Letters: words that begin with the same are forms or kinds of one thing."""
_MOST_COMPARED = 6
"""Texts with the most weight of rare groups in common: the right one was always among them."""


class AlikeGroups(NamedTuple):
    """Two groups that sound alike, by their places, and how much, from 0 to 1."""

    first: int
    second: int
    likeness: float


def list_alike(
    matched: MatchedElements,
    langs: Mapping[str, str],
    settled: SettledPairs,
) -> Iterator[PortfolioRow]:
    """The elements that sound like one of another document, each with the one that is nearest.

    Args:
        matched: The elements of all documents.
        langs: The language of each document, by namespace.
        settled: What a person decided.
    """
    contradicting = {
        _keys_of_pair(conflict.first, conflict.second)
        for conflict in matched.conflicts
    }

    def kind_and_lang(group: SameGroup) -> tuple[Kind, str]:
        return group.kind, langs[group.members[0].namespace]

    in_order = sorted(matched.groups, key=kind_and_lang)
    for (_, lang), groups in groupby(in_order, key=kind_and_lang):
        spoken = tuple(groups)
        for pair in find_alike_groups(spoken, lang):
            first, second = spoken[pair.first], spoken[pair.second]
            is_parted = settled.keeps_apart(first.keys, second.keys)
            keys = _keys_of_pair(first, second)
            if not is_parted and keys not in contradicting:
                members = (*first.members, *second.members)
                yield PortfolioRow(members, "likeness")


def _keys_of_pair(one: SameGroup, other: SameGroup) -> frozenset[ElementKey]:
    return frozenset((one.keys[0], other.keys[0]))


def find_alike_groups(
    groups: Sequence[SameGroup], lang: str
) -> Iterator[AlikeGroups]:
    """The pairs of groups that are nearest to each other, in the order of the first.

    Args:
        groups: Of one kind.
        lang: Of their texts.
    """
    nearest = _NearestGroups(groups, lang)
    found = [nearest.find_nearest(place) for place in range(len(groups))]
    for place, pair in enumerate(found):
        if pair is None or pair.second < place:
            continue
        back = found[pair.second]
        if back is not None and back.second == place:
            yield pair


class _NearestGroups:
    """Finds for each group the one of other documents that sounds most like it."""

    def __init__(self, groups: Sequence[SameGroup], lang: str) -> None:
        texts = [group.members[0].known.text for group in groups]
        scale = TextScale(texts, lang)
        self._texts = [scale.weigh_text(text) for text in texts]
        self._spaces = [set(namespaces_of(each.members)) for each in groups]
        self._keys = [
            _rare_grams(text, scale.gram_counts) for text in self._texts
        ]
        self._index: dict[str, list[int]] = defaultdict(list)
        for place, grams in enumerate(self._keys):
            for gram in grams:
                self._index[gram].append(place)

    def find_nearest(self, place: int) -> AlikeGroups | None:
        """The group that sounds most like one; None when none does."""
        text = self._texts[place]
        found = (
            AlikeGroups(place, other, compare_texts(text, self._texts[other]))
            for other in self.list_candidates(place)
            if not swap_one_word(text, self._texts[other])
        )
        best = max(
            found, key=lambda pair: (pair.likeness, -pair.second), default=None
        )
        return best if best and best.likeness >= LEAST_ALIKE else None

    def list_candidates(self, place: int) -> list[int]:
        """The groups of other documents that share the most rare letters, best first."""
        grams, spaces = self._texts[place].grams, self._spaces[place]
        shared: dict[int, float] = defaultdict(float)
        for gram in self._keys[place]:
            others = self._index[gram]
            if len(others) <= _MOST_TEXTS:
                for other in others:
                    weight = self._texts[other].grams[gram]
                    shared[other] += grams[gram] * weight
        elsewhere = (
            other for other in shared if spaces.isdisjoint(self._spaces[other])
        )
        best = sorted(elsewhere, key=lambda other: (-shared[other], other))
        return best[:_MOST_COMPARED]


def _rare_grams(text: WeighedText, counts: Counter[str]) -> list[str]:
    """The rarest groups of letters of a text that stand in another one too."""
    shared: Iterable[str] = (gram for gram in text.grams if counts[gram] > 1)
    return sorted(shared, key=lambda gram: (counts[gram], gram))[:_RARE_GRAMS]


def swap_one_word(one: WeighedText, other: WeighedText) -> bool:
    """Whether two texts are the same but for one word: the same work elsewhere, or for others.

    "Een speeltuin in Oost" and "een speeltuin in Zuid" are two things, and so are a playground
    and a sports hall; "jeugdzorg" and "jeugdhulp" may be one.
    """
    own = _own_words(one, other)
    others = _own_words(other, one)
    if len(own) > 1 or len(others) > 1 or not (own or others):
        return False
    starts, other_starts = (
        {key[:_WORD_START] for keys in side for key in keys}
        for side in (own, others)
    )
    return starts.isdisjoint(other_starts)


def _own_words(one: WeighedText, other: WeighedText) -> list[Keys]:
    """The words of a text that the other has not, verbs apart: these tell of the form."""
    return [
        word.keys
        for word in one.words
        if not word.is_verb and other.keys.isdisjoint(word.keys)
    ]
