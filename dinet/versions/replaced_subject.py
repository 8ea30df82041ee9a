"""Two sentences of one mould that are about different things."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from dinet.versions.likeness import WeighedText
from dinet.wording.similarity import content_words
from dinet.wording.target_sentence.number_words import number_in_words

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 80
"""Of both texts together: a mould is one sentence, and longer ones take time with the product of
their lengths."""
_LEAST_OTHER = 0.12
"""Of the words of each text, by weight: "jeugdzorg" and "jeugdhulp" in a target of twenty words are
a new name, and a twelfth of it; "hechting" for "schermgebruik" in one of five is a quarter."""

Words = Sequence[str]


def replaces_subject(one: WeighedText, other: WeighedText, lang: str) -> bool:
    """Whether texts differ only in that one names another thing in the same place.

    "Ouders steunen bij hechting" and "Ouders steunen bij schermgebruik": an office that writes a
    sentence anew changes more than one noun, and one that copies a sentence for something else
    changes just that.

    Args:
        one: A text.
        other: Another one, of the same scale.
        lang: The language of both, for their numbers.
    """
    only_one = _things_without(one, other, lang)
    only_other = _things_without(other, one, lang)
    if not (only_one and only_other):
        return False
    was, becomes = _WORD.findall(one.folded), _WORD.findall(other.folded)
    if len(was) + len(becomes) > _MOST_WORDS:
        return False
    places = list(_different_places(was, becomes))
    return all(map(_stands_for_other, places)) and any(
        only_one.intersection(old) and only_other.intersection(new)
        for old, new in places
    )


def _things_without(
    text: WeighedText, other: WeighedText, lang: str
) -> frozenset[str]:
    """The nouns of which the other text has no form and no related word, if they tell enough."""
    missing = [
        word
        for word in text.words
        if not word.is_verb
        and other.keys.isdisjoint(word.keys)
        and number_in_words(word.word, lang) is None
    ]
    weight = sum(word.weight for word in missing)
    if weight < _LEAST_OTHER * text.weight:
        return frozenset()
    return frozenset(word.word for word in missing)


def _different_places(
    was: Words, becomes: Words
) -> Iterator[tuple[Words, Words]]:
    """The words that stand where the other text has others, or none."""
    matcher = SequenceMatcher(None, was, becomes, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield was[i:j], becomes[k:m]


def _stands_for_other(place: tuple[Words, Words]) -> bool:
    """Words that tell something stand on both sides, or on none."""
    old, new = (bool(content_words(" ".join(words))) for words in place)
    return old == new
