"""Mentions become elements.

The same statement in several places is one element that keeps all its places and wordings.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from dinet.interpret.reading import Mention, ProgrammeReading
from dinet.vocabulary.folding import fold_text
from dinet.wording.element_codes import folded_code, tells_apart
from dinet.wording.sentence_ends import first_sentence
from dinet.wording.similarity import (
    content_words,
    may_say_the_same,
    numbers_in,
    share_words,
)

_COMPARED_KINDS = ("target", "effort")
"""The kinds of which two wordings can be one element: a goal is one only by the same words."""
NEAR_TARGET = 0.6
"""The share of content words that two targets have in common when they may be the same."""
NEAR_EFFORT = 0.85
"""The same for efforts: few have numbers to tell them apart, so more words have to agree."""
LEAST_WORDS = 5
"""In content words: two shorter statements look alike by chance."""
_LEAST_REWORDED = 3
"""In content words: ``Plannen maken`` and ``Een plan maken`` may be two efforts of a row."""
LEAST_RESTARTED = 2
"""In codes: one that stands before two different texts is a slip of the pen."""
_MOST_SHARED_UNLIKE = 0.5
"""Of the content words of the shorter text: ``Zorg dichtbij`` and ``Wonen dichtbij werk``."""
_LEAST_ALIKE = 2
"""Mentions: one whose numbers no other has looks like none."""
MOST_HOLDERS = 50
"""Mentions that are looked at for each word: what more of them share tells nothing."""


def merge_mentions(
    draft: ProgrammeReading, apart: Collection[frozenset[str]] = ()
) -> list[int]:
    """For each mention the number of the first mention of the same element.

    The same code of the document is the same element, whatever its words; different codes never
    are. Without codes exact wordings are one, of every kind, unless columns say different numbers
    of them, or both another owner and another sum. Other wordings are one only for targets and
    efforts that say the same, part by part; all others that look alike are noted.

    Args:
        draft: With all mentions.
        apart: The pairs of folded texts that a person says are not the same element.
    """
    clusters = _MentionClusters(draft)
    same = clusters.merge_exact()
    for known, repeated in _reworded_pairs(draft, clusters, sorted(set(same))):
        if _are_held_apart(draft, apart, known, repeated):
            continue
        same[repeated] = same[known]
        clusters.add_to_cluster(same[known], repeated)
        _note_pair(draft, "merged_near", known, repeated)
    for known, repeated in _near_pairs(draft, sorted(set(same))):
        if _are_held_apart(draft, apart, known, repeated):
            continue
        if not clusters.differ_in_code(same[known], repeated):
            _note_pair(draft, "possible_duplicate", known, repeated)
    first_of_cluster: dict[int, int] = {}
    merged = [same[head] for head in same]
    return [
        first_of_cluster.setdefault(head, number)
        for number, head in enumerate(merged)
    ]


def _are_held_apart(
    draft: ProgrammeReading,
    apart: Collection[frozenset[str]],
    known: int,
    repeated: int,
) -> bool:
    """A person says that two mentions are not the same element."""
    texts = (draft.mentions[known].text, draft.mentions[repeated].text)
    return frozenset(map(fold_text, texts)) in apart


def _note_pair(
    draft: ProgrammeReading, code: str, known: int, repeated: int
) -> None:
    draft.add_note(
        code,
        draft.mentions[repeated].place,
        text=draft.mentions[repeated].text,
        known=draft.mentions[known].text,
    )


_Words = tuple[str, str, str | None]
"""The kind, folded text and level of a mention."""


class _MentionClusters:
    """Which mentions are one element, each cluster named by the number of one of them.

    Args:
        draft: With all mentions.
    """

    def __init__(self, draft: ProgrammeReading) -> None:
        self.draft = draft
        self.codes = identifying_codes(draft)
        self.heads_by_words: dict[_Words, list[int]] = defaultdict(list)
        self.code_of_cluster: dict[int, str] = {}
        self.owners: dict[int, set[str]] = defaultdict(set)
        self.budgets: dict[int, set[str]] = defaultdict(set)

    def merge_exact(self) -> list[int]:
        """For each mention the cluster of those with its code, or else with its words."""
        same = dict(self._merge_coded())
        for number, mention in enumerate(self.draft.mentions):
            if number not in self.codes:
                same[number] = self._cluster_of_words(number, mention)
                self.add_to_cluster(same[number], number)
        return [same[number] for number in range(len(same))]

    def add_to_cluster(self, head: int, number: int) -> None:
        """Remember what a mention says by which its cluster is told from others."""
        mention = self.draft.mentions[number]
        if number in self.codes:
            self.code_of_cluster.setdefault(head, self.codes[number])
        if mention.owner_words:
            self.owners[head].add(fold_text(mention.owner_words))
        if mention.budget:
            self.budgets[head].add(fold_text(mention.budget))
        heads = self.heads_by_words[_words_of_mention(mention)]
        if head not in heads:
            heads.append(head)

    def differ_in_code(self, head: int, number: int) -> bool:
        """A cluster and another one have different codes."""
        codes = {self.code_of_cluster.get(head), self.codes.get(number)}
        codes.add(self.code_of_cluster.get(number))
        return len(codes - {None}) > 1

    def have_one_code(self, heads: Iterable[int]) -> bool:
        """At most one code stands before the mentions of some clusters."""
        codes = {self.code_of_cluster.get(head) for head in heads}
        return len(codes - {None}) <= 1

    def differ_in_means(self, head: int, mention: Mention) -> bool:
        """Both the owner and the sum of a mention are others than those of a cluster."""
        owners, budgets = self.owners[head], self.budgets[head]
        if not (owners and budgets and mention.owner_words and mention.budget):
            return False
        return (
            fold_text(mention.owner_words) not in owners
            and fold_text(mention.budget) not in budgets
        )

    def _merge_coded(self) -> Iterator[tuple[int, int]]:
        """Each mention with a code, and the first one with that code; other words are noted."""
        heads: dict[tuple[str, str], int] = {}
        for number, code in sorted(self.codes.items()):
            mention = self.draft.mentions[number]
            head = heads.setdefault((mention.kind, code), number)
            known = self.draft.mentions[head]
            if fold_text(known.text) != fold_text(mention.text):
                self.draft.add_note(
                    "code_reworded",
                    mention.place,
                    label=self.draft.codes[number],
                    text=mention.text,
                    known=known.text,
                )
            self.add_to_cluster(head, number)
            yield number, head

    def _cluster_of_words(self, number: int, mention: Mention) -> int:
        """The cluster in the same words as a mention without a code; itself when there is none.

        When several codes have these words, nothing says which of them is meant.
        """
        alike = self._alike_clusters(mention)
        fitting = [
            head for head in alike if not self.differ_in_means(head, mention)
        ]
        uncoded = [
            head for head in fitting if head not in self.code_of_cluster
        ]
        if uncoded or len(fitting) == 1:
            return (uncoded or fitting)[0]
        if alike:
            self._note_duplicate(mention, self.draft.mentions[alike[0]])
        return number

    def _alike_clusters(self, mention: Mention) -> list[int]:
        """The clusters with the words and the numbers of a mention."""
        heads = self.heads_by_words[_words_of_mention(mention)]
        return [
            head
            for head in heads
            if _measured_alike(self.draft.mentions[head], mention)
        ]

    def _note_duplicate(self, mention: Mention, known: Mention) -> None:
        """Note that a mention was kept apart from one in the same words."""
        self.draft.add_note(
            "possible_duplicate",
            mention.place,
            text=mention.text,
            known=known.text,
        )


def _words_of_mention(mention: Mention) -> _Words:
    words = fold_text(mention.text).replace(" ", "")
    return mention.kind, words, mention.level


def identifying_codes(draft: ProgrammeReading) -> dict[int, str]:
    """The folded code of each mention whose code tells which element it is.

    A number without a full stop, or a single letter, only counts items. Where a count starts
    anew (``D1`` and ``D2`` under each theme), codes do not identify either: two or more of them
    then stand before texts that have no word in common.
    """
    codes: dict[int, str] = {}
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number, code in draft.codes.items():
        if tells_apart(code):
            mention = draft.mentions[number]
            codes[number] = folded_code(code)
            texts[mention.kind, codes[number]].append(mention.text)
    restarted = _kinds_that_restart(texts)
    return {
        number: code
        for number, code in codes.items()
        if draft.mentions[number].kind not in restarted
    }


def _are_unlike(first: str, text: str) -> bool:
    """Two texts have hardly a word in common, so they are no wordings of one element."""
    words, others = content_words(first), content_words(text)
    fewest = min(len(words), len(others))
    return len(words & others) <= _MOST_SHARED_UNLIKE * fewest


def _kinds_that_restart(
    texts: Mapping[tuple[str, str], list[str]],
) -> set[str]:
    """The kinds of which most codes that stand twice are of different things."""
    repeated: Counter[str] = Counter()
    unlike: Counter[str] = Counter()
    for (kind, _), (first, *others) in texts.items():
        reworded = [
            text for text in others if fold_text(text) != fold_text(first)
        ]
        if reworded:
            repeated[kind] += 1
            unlike[kind] += any(_are_unlike(first, text) for text in reworded)
    return {
        kind
        for kind, count in unlike.items()
        if count >= LEAST_RESTARTED and 2 * count > repeated[kind]
    }


def _reworded_pairs(
    draft: ProgrammeReading, clusters: _MentionClusters, heads: list[int]
) -> Iterator[tuple[int, int]]:
    """Targets and efforts that say the same as an earlier one in other words.

    Never two with different codes, different numbers in columns, or another owner and another sum.
    Where several codes have the same statement, nothing says which of them is meant.
    """
    for kind in _COMPARED_KINDS:
        numbers = [
            number for number in heads if draft.mentions[number].kind == kind
        ]
        texts = [draft.mentions[number].text for number in numbers]
        if not may_say_the_same(texts):
            continue
        # the words of a language take a tenth of a second to load
        from dinet.wording.comparison.candidates import find_same

        groups: dict[int, list[int]] = defaultdict(list)
        for pair in find_same(texts, draft.lang):
            groups[numbers[pair.first]].append(numbers[pair.second])
        yield from _fitting_pairs(draft, clusters, groups)


def _fitting_pairs(
    draft: ProgrammeReading,
    clusters: _MentionClusters,
    groups: Mapping[int, list[int]],
) -> Iterator[tuple[int, int]]:
    """The pairs of statements that are the same, by the first, that codes and columns allow."""
    for known, others in groups.items():
        if not clusters.have_one_code([known, *others]):
            continue
        for repeated in others:
            if _fit_together(draft, clusters, known, repeated):
                yield known, repeated


def _fit_together(
    draft: ProgrammeReading,
    clusters: _MentionClusters,
    known: int,
    repeated: int,
) -> bool:
    """They say enough to be one, and what columns say of them does not make them two elements."""
    first, mention = draft.mentions[known], draft.mentions[repeated]
    if len(content_words(first.text)) < _LEAST_REWORDED:
        return False
    return _measured_alike(first, mention) and not clusters.differ_in_means(
        known, mention
    )


def _near_pairs(
    draft: ProgrammeReading, heads: list[int]
) -> Iterator[tuple[int, int]]:
    """Mentions that look like an earlier one, the earlier first, targets before efforts.

    Each stands in one pair, with the first that it looks like. Likeness only asks a person: it
    makes nothing one.
    """
    for kind, least in (("target", NEAR_TARGET), ("effort", NEAR_EFFORT)):
        for group in _groups_with_same_numbers(draft, heads, kind):
            words = {
                number: content_words(_core_words(draft.mentions[number]))
                for number in group
            }
            for number, candidates in _candidate_mentions(words, least):
                for other in candidates:
                    if share_words(words[other], words[number]) >= least:
                        yield other, number
                        break


def _groups_with_same_numbers(
    draft: ProgrammeReading, heads: list[int], kind: str
) -> list[list[int]]:
    """The mentions of a kind that are long enough to compare, by the numbers in their texts.

    Only of those that share their numbers with another is looked how long they are.
    """
    by_numbers: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in heads:
        mention = draft.mentions[number]
        if mention.kind == kind:
            by_numbers[numbers_in(_core_words(mention))].append(number)
    groups: list[list[int]] = []
    for numbers in by_numbers.values():
        if len(numbers) < _LEAST_ALIKE:
            continue
        group = [number for number in numbers if _is_long(draft, number)]
        if len(group) >= _LEAST_ALIKE:
            groups.append(group)
    return sorted(groups)


def _is_long(draft: ProgrammeReading, number: int) -> bool:
    """A mention has enough words to be compared with others."""
    words = content_words(_core_words(draft.mentions[number]))
    return len(words) >= LEAST_WORDS


def _measured_alike(one: Mention, two: Mention) -> bool:
    """Their columns do not say different numbers.

    The same indicator of two goals may have two values.
    """
    return not (one.measures and two.measures) or one.measures == two.measures


def _core_words(mention: Mention) -> str:
    """What is compared: the first sentence of a target, the whole of an effort."""
    return (
        first_sentence(mention.text)
        if mention.kind == "target"
        else mention.text
    )


def _candidate_mentions(
    words: Mapping[int, frozenset[str]], least: float
) -> Iterator[tuple[int, list[int]]]:
    """For each of a group the earlier ones that can reach an overlap.

    Such texts share one of their rarest words. A word that very many share tells nothing; not
    looking at all its holders keeps long lists of like sentences fast.
    """
    counts = Counter(chain.from_iterable(words.values()))
    holders: dict[str, list[int]] = defaultdict(list)
    for number, own_words in words.items():
        by_rarity = sorted(own_words, key=lambda word: (counts[word], word))
        rarest = by_rarity[: len(by_rarity) - int(least * len(by_rarity)) + 1]
        candidates = set(chain.from_iterable(holders[word] for word in rarest))
        yield number, sorted(candidates)
        for word in rarest:
            if len(holders[word]) < MOST_HOLDERS:
                holders[word].append(number)
