"""Mentions become elements: the same statement in several places is one element that keeps all its places and wordings."""

from collections import Counter, defaultdict
from collections.abc import Iterator

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
NEAR_EFFORT = 0.85
LEAST_WORDS = 5
MOST_HOLDERS = 50


def merge_mentions(draft: ProgrammeReading) -> list[int]:
    """For each mention the number of the first mention of the same element.

    Exact wordings are one, of every kind, unless columns say different numbers of them. Near
    wordings are one only for targets and efforts that are paraphrases with the same numbers;
    all others that look alike are noted.
    """
    first: dict[tuple[str, str, str | None], list[int]] = defaultdict(list)
    same = []
    for number, mention in enumerate(draft.mentions):
        heads = first[mention.kind, fold_text(mention.text), mention.level]
        head = next(
            (each for each in heads if _measured_alike(draft.mentions[each], mention)),
            number,
        )
        if head == number:
            heads.append(number)
        same.append(head)
    for number, other, certain in _near(draft, sorted(set(same))):
        one, two = draft.mentions[number], draft.mentions[other]
        if certain:
            same[other] = same[number]
        draft.add_note(
            "merged_near" if certain else "possible_duplicate",
            two.place,
            text=two.text,
            known=one.text,
        )
    return [same[head] for head in same]


def _near(draft: ProgrammeReading, heads: list[int]) -> Iterator[tuple[int, int, bool]]:
    """Mentions with other words for what may be the same as an earlier one, in reading order, and whether that is certain.

    Each mention is told once: with the one that it certainly repeats, or else with the first
    that it looks like.
    """
    for kind, least in (("target", NEAR_TARGET), ("effort", NEAR_EFFORT)):
        alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in heads:
            mention = draft.mentions[number]
            if (
                mention.kind == kind
                and len(content_words(_core(mention))) >= LEAST_WORDS
            ):
                alike[numbers_in(_core(mention))].append(number)
        for group in alike.values():
            for number, candidates in _candidates(draft, group, least):
                near = [
                    each
                    for each in candidates
                    if _overlap(draft, each, number) >= least
                ]
                certain = next(
                    (
                        each
                        for each in near
                        if _says_the_same(draft.mentions[each], draft.mentions[number])
                    ),
                    None,
                )
                if near:
                    yield (
                        near[0] if certain is None else certain,
                        number,
                        certain is not None,
                    )


def _overlap(draft: ProgrammeReading, one: int, other: int) -> float:
    return word_overlap(_core(draft.mentions[one]), _core(draft.mentions[other]))


def _measured_alike(one: Mention, two: Mention) -> bool:
    """Their columns do not say different numbers: the same indicator of two goals may have two values."""
    return not (one.measures and two.measures) or one.measures == two.measures


def _says_the_same(one: Mention, two: Mention) -> bool:
    """Their first sentences are paraphrases, and what follows in the one does not differ from what follows in the other."""
    rests = {
        fold_text(mention.text[len(_core(mention)) :]) for mention in (one, two)
    } - {""}
    return (
        are_paraphrases(_core(one), _core(two))
        and len(rests) < 2
        and _measured_alike(one, two)
    )


def _core(mention: Mention) -> str:
    """What is compared: the first sentence of a target, the whole of an effort."""
    return first_sentence(mention.text) if mention.kind == "target" else mention.text


def _candidates(
    draft: ProgrammeReading, group: list[int], least: float
) -> Iterator[tuple[int, list[int]]]:
    """For each of a group the earlier ones that can reach an overlap: such texts share one of their rarest words.

    A word that very many share tells nothing; not looking at all its holders keeps long lists
    of like sentences fast.
    """
    words = {number: content_words(_core(draft.mentions[number])) for number in group}
    often = Counter(word for each in words.values() for word in each)
    holders: dict[str, list[int]] = defaultdict(list)
    for number in group:
        rare = sorted(words[number], key=lambda word: (often[word], word))
        rarest = rare[: len(rare) - int(least * len(rare)) + 1]
        yield number, sorted({each for word in rarest for each in holders[word]})
        for word in rarest:
            if len(holders[word]) < MOST_HOLDERS:
                holders[word].append(number)
