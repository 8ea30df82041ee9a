"""Mentions become elements: the same statement in several places is one element that keeps all its places and wordings."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from dinet.document.draft import Draft, Mention
from dinet.wording.same import content_words, first_sentence, folded, numbers, overlap, paraphrases

NEAR_TARGET = 0.6
NEAR_EFFORT = 0.85
LEAST_WORDS = 5


def merged(draft: Draft) -> list[int]:
    """For each mention the number of the first mention of the same element.

    Exact wordings are one, of every kind. Near wordings are one only for targets and efforts that have the same
    numbers, and where the words of one add to the other's without replacing any; all others that look alike are noted.
    """
    first: dict[tuple[str, str, str | None], int] = {}
    same = []
    for number, mention in enumerate(draft.mentions):
        same.append(first.setdefault((mention.kind, folded(mention.text), mention.level), number))
    for number, other, certain in _near(draft, sorted(set(same))):
        one, two = draft.mentions[number], draft.mentions[other]
        if certain and same[other] == other:
            same = [same[number] if each == other else each for each in same]
            draft.note("merged_near", two.place, text=two.text, known=one.text)
        elif not certain:
            draft.note("possible_duplicate", two.place, text=two.text, known=one.text)
    return same


def _near(draft: Draft, heads: list[int]) -> Iterator[tuple[int, int, bool]]:
    """Pairs of mentions with other words for what may be the same, in reading order, and whether that is certain."""
    for kind, least in (("target", NEAR_TARGET), ("effort", NEAR_EFFORT)):
        alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in heads:
            mention = draft.mentions[number]
            if mention.kind == kind and len(content_words(_core(mention))) >= LEAST_WORDS:
                alike[numbers(_core(mention))].append(number)
        for group in alike.values():
            for one, other in _candidates(draft, group, least):
                first, second = _core(draft.mentions[one]), _core(draft.mentions[other])
                if overlap(first, second) >= least:
                    yield one, other, paraphrases(first, second)


def _core(mention: Mention) -> str:
    """What is compared: the first sentence of a target, the whole of an effort."""
    return first_sentence(mention.text) if mention.kind == "target" else mention.text


def _candidates(draft: Draft, group: list[int], least: float) -> Iterator[tuple[int, int]]:
    """The pairs that can reach an overlap: such texts share one of their rarest words, so only those are compared."""
    words = {number: content_words(_core(draft.mentions[number])) for number in group}
    often = Counter(word for each in words.values() for word in each)
    holders: dict[str, list[int]] = defaultdict(list)
    for number in group:
        rare = sorted(words[number], key=lambda word: (often[word], word))
        rarest = rare[: len(rare) - int(least * len(rare)) + 1]
        for other in sorted({each for word in rarest for each in holders[word]}):
            yield other, number
        for word in rarest:
            holders[word].append(number)
