"""Which content words of two statements are the same, and whether they bear on the same words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dinet.wording.comparison.content import ContentWord
from dinet.wording.comparison.word_forms import are_spellings

Words = Sequence[ContentWord]
_Sides = tuple[tuple[str, ...], tuple[str, ...]]
_OF_PLACES = frozenset({"of", "place"})
"""They say the same of a name: "de scholen van Hoogeveen", "de scholen in Hoogeveen"."""


class WordMatching(NamedTuple):
    """How the words of two statements go together.

    Args:
        shared: The words that are the same, as each side writes them.
        unmatched: The words that only one side has.
        misplaced: Words that both have, but with another preposition, bearing on another word or
            in another part.
        keeps_order: All words but free adverbs stand in the same order on both sides.
    """

    shared: _Sides
    unmatched: _Sides
    misplaced: _Sides
    keeps_order: bool


def match_words(one: Words, other: Words) -> WordMatching:
    """Pair the content words of two statements.

    The noun of several numbers counts once: "groep 2 en groep 7" names what "groep 2 en 7" names.
    """
    pairs = _pair_words(one, other)
    back = {second: first for first, second in pairs.items()}
    lone, lone_other = _lone_words(one, pairs), _lone_words(other, back)
    if not (lone and lone_other):
        lone = _without_titles(one, lone)
        lone_other = _without_titles(other, lone_other)
    misplaced = _misplaced_words(one, other, pairs)
    is_ambiguous = _repeats_words(one) or _repeats_words(other)
    if is_ambiguous and not _in_order(one, pairs, _may_not_move):
        misplaced |= pairs.keys()
    return WordMatching(
        shared=(
            tuple(one[place].word for place in sorted(pairs)),
            tuple(other[pairs[place]].word for place in sorted(pairs)),
        ),
        unmatched=(_words_at(one, lone), _words_at(other, lone_other)),
        misplaced=(
            _words_at(one, sorted(misplaced)),
            _words_at(other, sorted(pairs[place] for place in misplaced)),
        ),
        keeps_order=_in_order(one, pairs, _is_fixed),
    )


def _lone_words(words: Words, paired: Mapping[int, int]) -> list[int]:
    """The places of the words that only this side has."""
    return [
        place
        for place in range(len(words))
        if place not in paired and not _repeats_word(words, place, paired)
    ]


def _without_titles(words: Words, places: list[int]) -> list[int]:
    """What only one side has without what a name is a name of: ``gemeente Assen``."""
    return [place for place in places if not words[place].is_title]


def _words_at(words: Words, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(words[place].word for place in places)


def _are_forms(one: ContentWord, other: ContentWord) -> bool:
    return bool(one.keys & other.keys)


def _pair_words(one: Words, other: Words) -> dict[int, int]:
    """The place of the same word on the other side, by the place on this one.

    Of words that stand several times, first those behind the same word, then those with the same
    preposition.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    by_key: dict[str, list[int]] = {}
    for place, word in enumerate(other):
        for key in word.keys:
            by_key.setdefault(key, []).append(place)
    candidates = [_places_with(word.keys, by_key) for word in one]
    for agrees in (
        _follows_same_word,
        _has_same_preposition,
        _stands_anywhere,
    ):
        for place in range(len(one)):
            if place in pairs:
                continue
            for found in candidates[place]:
                if found not in taken and agrees(one, other, place, found):
                    pairs[place] = found
                    taken.add(found)
                    break
    _pair_misspelt(one, other, pairs)
    return pairs


def _places_with(
    keys: Iterable[str], by_key: Mapping[str, list[int]]
) -> list[int]:
    """The places of the words that have one of some keys, in order."""
    return sorted({found for key in keys for found in by_key.get(key, ())})


def _follows_same_word(
    one: Words, other: Words, place: int, found: int
) -> bool:
    """The words before both are forms of one."""
    if not place or not found:
        return place == found
    return _are_forms(one[place - 1], other[found - 1])


def _has_same_preposition(
    one: Words, other: Words, place: int, found: int
) -> bool:
    return one[place].preposition == other[found].preposition


def _stands_anywhere(one: Words, other: Words, place: int, found: int) -> bool:
    return place < len(one) and found < len(other)


def _pair_misspelt(one: Words, other: Words, pairs: dict[int, int]) -> None:
    """Add the words that are left and can only be spellings of each other."""
    taken = set(pairs.values())
    for place, word in enumerate(one):
        if place in pairs:
            continue
        for found, second in enumerate(other):
            if found not in taken and _are_misspelt(word, second):
                pairs[place] = found
                taken.add(found)
                break


def _are_misspelt(one: ContentWord, other: ContentWord) -> bool:
    return are_spellings(one.word.casefold(), other.word.casefold())


def _repeats_word(words: Words, place: int, paired: Mapping[int, int]) -> bool:
    """The noun before a number stands here once more: ``groep 2, groep 7``."""
    if place + 1 >= len(words) or not words[place + 1].is_number:
        return False
    return any(
        earlier != place
        and _are_forms(words[earlier], words[place])
        and words[earlier + 1].is_number
        and not conflicting_prepositions(words[earlier], words[place])
        for earlier in paired
        if earlier + 1 < len(words)
    )


# --- context --------------------------------------------------------------------------


def conflicting_prepositions(one: ContentWord, other: ContentWord) -> bool:
    """Two forms of a word stand behind prepositions that say different things."""
    first, second = one.preposition, other.preposition
    if first == second:
        return False
    if one.is_strict or other.is_strict:
        return True
    if not first or not second:
        return False
    names = one.word[:1].isupper() and other.word[:1].isupper()
    return not names or {first, second} != _OF_PLACES


def _misplaced_words(
    one: Words, other: Words, pairs: dict[int, int]
) -> set[int]:
    places = set()
    for place, found in pairs.items():
        first, second = one[place], other[found]
        is_apart = (
            conflicting_prepositions(first, second)
            or _bears_elsewhere(one, other, place, found)
            or _counts_elsewhere(one, other, place, found)
        )
        if is_apart:
            places.add(place)
    exchanged = _exchanged_words(one, other, pairs)
    return places | exchanged | _inverted_words(one, other, pairs)


def _exchanged_words(
    one: Words, other: Words, pairs: dict[int, int]
) -> set[int]:
    """One word got the preposition that another lost: ``werk van buren``, ``buren van werk``."""
    lost: dict[str, set[int]] = {}
    got: dict[str, set[int]] = {}
    for place, found in pairs.items():
        first, second = one[place].preposition, other[found].preposition
        if first and not second:
            lost.setdefault(first, set()).add(place)
        if second and not first:
            got.setdefault(second, set()).add(place)
    exchanged: set[int] = set()
    for preposition in lost.keys() & got.keys():
        exchanged |= lost[preposition] | got[preposition]
    return exchanged


def _bears_elsewhere(one: Words, other: Words, place: int, found: int) -> bool:
    """The next word of the group is another one: ``nieuwe docenten``, ``nieuwe scholen``."""
    first, second = one[place], other[found]
    if first.behind is None or second.behind is None:
        strict = first.is_bearing or second.is_bearing
        return strict and first.behind is not second.behind
    return not _are_forms(one[first.behind], other[second.behind]) and (
        first.is_bearing
        or second.is_bearing
        or _stands_elsewhere(one, other, first.behind, second.behind)
    )


def _stands_elsewhere(
    one: Words, other: Words, behind: int, other_behind: int
) -> bool:
    """Each of two next words also stands on the other side: the two were exchanged.

    A verb or an adverb may go elsewhere without being exchanged.
    """
    if _may_move(one[behind]) or _may_move(other[other_behind]):
        return False
    return any(_are_forms(one[behind], word) for word in other) and any(
        _are_forms(other[other_behind], word) for word in one
    )


def _may_move(word: ContentWord) -> bool:
    return word.is_free or any(key.startswith("~") for key in word.keys)


def _counts_elsewhere(
    one: Words, other: Words, place: int, found: int
) -> bool:
    """A number in a name belongs to another word: ``groep 2``, ``klas 2``."""
    if not one[place].is_number:
        return False
    head, other_head = _head_of(one, place), _head_of(other, found)
    if head is None or other_head is None:
        return head is not other_head
    return not _are_forms(head, other_head)


def _head_of(words: Words, place: int) -> ContentWord | None:
    """The last word before a number that is none: ``groep`` in ``groep 2, 3 en 4``."""
    for before in range(place - 1, -1, -1):
        if not words[before].is_number:
            return words[before]
    return None


# --- order ------------------------------------------------------------------------------


def _inverted_words(
    one: Words, other: Words, pairs: dict[int, int]
) -> set[int]:
    """Words without a preposition in another order: who does what to whom is exchanged."""
    bare = [
        place
        for place in sorted(pairs)
        if _is_bare(one[place]) and _is_bare(other[pairs[place]])
    ]
    inverted = set()
    for first, second in _adjacent_places(bare):
        if pairs[first] > pairs[second] and not _is_place_form(
            one, other, pairs, (first, second)
        ):
            inverted |= {first, second}
    return inverted


def _repeats_words(words: Words) -> bool:
    """A word stands twice, so that what stands beside it can belong to either of the two.

    ``boven de 65 jaar gratis, onder de 65 jaar betaald``. Names and numbers come back too often.
    """
    known: set[str] = set()
    for word in words:
        if word.is_number or word.word[:1].isupper():
            continue
        if not known.isdisjoint(word.keys):
            return True
        known |= word.keys
    return False


def _adjacent_places(places: list[int]) -> Iterator[tuple[int, int]]:
    return pairwise(places)


def _is_bare(word: ContentWord) -> bool:
    return not (
        word.is_governed
        or word.is_verb
        or word.is_free
        or word.is_label
        or word.is_number
    )


def _is_place_form(
    one: Words,
    other: Words,
    pairs: dict[int, int],
    places: tuple[int, int],
) -> bool:
    """``Hoogeveense scholen``, ``scholen in Hoogeveen``: the adjective goes behind as a name."""
    return any(
        one[place].word.casefold() != other[pairs[place]].word.casefold()
        and one[place].word[0].isupper()
        for place in places
    )


def _in_order(
    one: Words,
    pairs: Mapping[int, int],
    counts: Callable[[ContentWord], bool],
) -> bool:
    """The words that count stand in the same order on both sides."""
    places = [pairs[place] for place in sorted(pairs) if counts(one[place])]
    return places == sorted(places)


def _is_fixed(word: ContentWord) -> bool:
    return not word.is_free


def _may_not_move(word: ContentWord) -> bool:
    """No verb, no adverb, and no name, which goes before its noun as an adjective."""
    return not (word.is_verb or word.is_free or word.word[:1].isupper())
