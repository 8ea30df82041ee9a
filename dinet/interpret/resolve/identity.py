"""Mentions become elements.

The same statement in several places is one element that keeps all its places and wordings.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from dinet.interpret.reading import Mention, ProgrammeReading
from dinet.vocabulary.folding import fold_text
from dinet.wording.sentence_ends import first_sentence
from dinet.wording.similarity import (
    are_paraphrases,
    content_words,
    numbers_in,
    word_overlap,
)

NEAR_TARGET = 0.6
"""The share of content words that two targets have in common when they may be the same."""
NEAR_EFFORT = 0.85
"""The same for efforts: few have numbers to tell them apart, so more words have to agree."""
LEAST_WORDS = 5
"""In content words: two shorter statements look alike by chance."""
MOST_HOLDERS = 50
"""Mentions that are looked at for each word: what more of them share tells nothing."""


def merge_mentions(draft: ProgrammeReading) -> list[int]:
    """For each mention the number of the first mention of the same element.

    Exact wordings are one, of every kind, unless columns say different numbers of them. Near
    wordings are one only for targets and efforts that are paraphrases with the same numbers;
    all others that look alike are noted.
    """
    same = _merge_exact(draft.mentions)
    for pair in _near_pairs(draft, sorted(set(same))):
        known, repeated = (
            draft.mentions[pair.known],
            draft.mentions[pair.repeated],
        )
        if pair.certain:
            same[pair.repeated] = same[pair.known]
        code = "merged_near" if pair.certain else "possible_duplicate"
        draft.add_note(
            code, repeated.place, text=repeated.text, known=known.text
        )
    return [same[head] for head in same]


def _merge_exact(mentions: list[Mention]) -> list[int]:
    """For each mention the number of the first one in the same words."""
    heads_by_words: dict[tuple[str, str, str | None], list[int]] = defaultdict(
        list
    )
    same = []
    for number, mention in enumerate(mentions):
        heads = heads_by_words[
            mention.kind,
            fold_text(mention.text).replace(" ", ""),
            mention.level,
        ]
        alike = (
            head for head in heads if _measured_alike(mentions[head], mention)
        )
        head = next(alike, number)
        if head == number:
            heads.append(number)
        same.append(head)
    return same


class _NearPair(NamedTuple):
    """Two mentions with other words for what may be the same.

    Args:
        known: The earlier one.
        repeated: The later one.
        certain: They are the same.
    """

    known: int
    repeated: int
    certain: bool


def _near_pairs(
    draft: ProgrammeReading, heads: list[int]
) -> Iterator[_NearPair]:
    """Mentions that may say the same as an earlier one in other words, targets before efforts.

    Each mention stands in one pair: with the one that it certainly repeats, or else with the
    first that it looks like.
    """
    for kind, least in (("target", NEAR_TARGET), ("effort", NEAR_EFFORT)):
        for group in _groups_with_same_numbers(draft, heads, kind):
            for number, candidates in _candidates(draft, group, least):
                pair = _nearest(draft, number, candidates, least)
                if pair:
                    yield pair


def _groups_with_same_numbers(
    draft: ProgrammeReading, heads: list[int], kind: str
) -> Iterable[list[int]]:
    """The mentions of a kind that are long enough to compare, by the numbers in their texts."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in heads:
        mention = draft.mentions[number]
        if mention.kind != kind:
            continue
        core = _core(mention)
        if len(content_words(core)) >= LEAST_WORDS:
            groups[numbers_in(core)].append(number)
    return groups.values()


def _nearest(
    draft: ProgrammeReading, number: int, candidates: list[int], least: float
) -> _NearPair | None:
    """The candidate that a mention certainly repeats, or else the first that it looks like."""
    near = [
        other
        for other in candidates
        if _overlap(draft, other, number) >= least
    ]
    mention = draft.mentions[number]
    for other in near:
        if _says_the_same(draft.mentions[other], mention):
            return _NearPair(other, number, certain=True)
    return _NearPair(near[0], number, certain=False) if near else None


def _overlap(draft: ProgrammeReading, one: int, other: int) -> float:
    return word_overlap(
        _core(draft.mentions[one]), _core(draft.mentions[other])
    )


def _measured_alike(one: Mention, two: Mention) -> bool:
    """Their columns do not say different numbers.

    The same indicator of two goals may have two values.
    """
    return not (one.measures and two.measures) or one.measures == two.measures


def _says_the_same(one: Mention, two: Mention) -> bool:
    """Their first sentences are paraphrases, and what follows these does not differ."""
    if not are_paraphrases(_core(one), _core(two)):
        return False
    rest, other_rest = _after_core(one), _after_core(two)
    differ = bool(rest and other_rest) and rest != other_rest
    return not differ and _measured_alike(one, two)


def _after_core(mention: Mention) -> str:
    """What follows the first sentence of a target, folded; empty for an effort."""
    return fold_text(mention.text[len(_core(mention)) :])


def _core(mention: Mention) -> str:
    """What is compared: the first sentence of a target, the whole of an effort."""
    return (
        first_sentence(mention.text)
        if mention.kind == "target"
        else mention.text
    )


def _candidates(
    draft: ProgrammeReading, group: list[int], least: float
) -> Iterator[tuple[int, list[int]]]:
    """For each of a group the earlier ones that can reach an overlap.

    Such texts share one of their rarest words. A word that very many share tells nothing; not
    looking at all its holders keeps long lists of like sentences fast.
    """
    words = {
        number: content_words(_core(draft.mentions[number]))
        for number in group
    }
    counts = Counter(chain.from_iterable(words.values()))
    holders: dict[str, list[int]] = defaultdict(list)
    for number in group:
        by_rarity = sorted(
            words[number], key=lambda word: (counts[word], word)
        )
        rarest = by_rarity[: len(by_rarity) - int(least * len(by_rarity)) + 1]
        candidates = set(chain.from_iterable(holders[word] for word in rarest))
        yield number, sorted(candidates)
        for word in rarest:
            if len(holders[word]) < MOST_HOLDERS:
                holders[word].append(number)
