"""Elements that became several, and several that became one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dinet.model import Element
from dinet.versions.likeness import (
    WeighedText,
    compare_texts,
    share_names,
    weigh_shared,
)
from dinet.vocabulary.active_dialect import words_of

_LEAST_LIKENESS = 0.25
"""Of a part with the whole; really new and really gone elements lie below it in most cases."""
_LEAST_OF_PART = 0.25
"""Of the words of a part: so many stand in the whole."""
_FEWEST_OWN = 2
"""Words of the whole, verbs not counted, that each part has and no other: with "Training
organiseren" alone another training would be a part of the old one."""
_MOST_OF_WHOLE = 0.7
"""Of the words of the whole: when the parts say so much of it together, one own word of each is
enough ("stegen" and "fietstunnels")."""
_MOST_OF_PART = 0.6
"""Of the words of each such part: it says little else."""
_NEARLY_WHOLE = 0.9
"""Of the words of the whole: parts that say all of it together may say more than it did
("Fietslessen voor nieuwkomers, samen met het Taalhuis")."""
_MOST_OF_LONG_PART = 0.4
"""Of the words of each part that says more."""


@dataclass(frozen=True, slots=True)
class DividedElement:
    """An element that is several in the other version.

    Args:
        whole: The one.
        parts: What it is in the other version, at least two, in the order of that version.
    """

    whole: Element
    parts: tuple[Element, ...]


class WeighedVersions(Protocol):
    """The texts of wholes, which stand in one version, and of parts, which stand in the other."""

    def of_whole(self, element: Element) -> WeighedText:
        """The text of an element that may be the whole."""
        ...

    def of_part(self, element: Element) -> WeighedText:
        """The text of an element that may be a part."""
        ...


def find_divided(
    pairs: Sequence[tuple[Element, Element]],
    left: Sequence[Element],
    texts: WeighedVersions,
    place_of: Callable[[Element], int],
) -> list[DividedElement]:
    """The pairs of which an element that has no partner completes the second.

    Each part holds words of the whole that the other has not: a new element that only begins as
    an old one does completes nothing.

    Args:
        pairs: An element that may be a whole, with its partner, that may be a part.
        left: Elements on the side of the parts that have no partner.
        texts: Of all of them.
        place_of: The place of a part in its version.
    """
    wholes = {whole.id: whole for whole, _ in pairs}
    parts: dict[str, list[Element]] = {
        whole.id: [part] for whole, part in pairs
    }
    for element in left:
        best = max(
            _fitting_wholes(element, wholes, parts, texts),
            default=None,
        )
        if best:
            parts[best[1]].append(element)
    return [
        DividedElement(wholes[whole], tuple(sorted(members, key=place_of)))
        for whole, members in parts.items()
        if len(members) > 1
    ]


def _fitting_wholes(
    element: Element,
    wholes: dict[str, Element],
    parts: dict[str, list[Element]],
    texts: WeighedVersions,
) -> Iterator[tuple[float, str]]:
    """The likeness and ids of the wholes that an element may be a part of."""
    part = texts.of_part(element)
    for whole_id, whole in wholes.items():
        if whole.kind != element.kind:
            continue
        text = texts.of_whole(whole)
        others = [texts.of_part(other) for other in parts[whole_id]]
        if _completes_whole(part, others, text):
            yield compare_texts(part, text), whole_id


def _completes_whole(
    part: WeighedText, others: Sequence[WeighedText], whole: WeighedText
) -> bool:
    """Whether a text and others are parts of one: each holds words of it that no other has."""
    if compare_texts(part, whole) < _LEAST_LIKENESS:
        return False
    if (
        share_names(part, whole) < 1
    ):  # a route between other villages is no part of one
        return False
    if weigh_shared(part, whole.keys) < _LEAST_OF_PART * part.weight:
        return False
    members = [part, *others]
    fewest = min(
        _count_own_words(member, members, whole) for member in members
    )
    return fewest >= _FEWEST_OWN or (fewest > 0 and _add_up_to(members, whole))


def _add_up_to(members: Sequence[WeighedText], whole: WeighedText) -> bool:
    """Whether parts say most of the whole together and little else, or all of it."""
    said = frozenset[str]().union(*(member.keys for member in members))
    share_of_whole = _share_within(whole, said)
    share_of_part = min(
        _share_within(member, whole.keys) for member in members
    )
    if share_of_whole >= _NEARLY_WHOLE:
        return share_of_part >= _MOST_OF_LONG_PART
    return share_of_whole >= _MOST_OF_WHOLE and share_of_part >= _MOST_OF_PART


def _share_within(text: WeighedText, keys: frozenset[str]) -> float:
    """The share of the words of a text that are among some keys."""
    return weigh_shared(text, keys) / text.weight if text.weight else 0.0


def _count_own_words(
    member: WeighedText, members: Sequence[WeighedText], whole: WeighedText
) -> int:
    """The words of the whole that only one of its parts has; no verbs, and no "over" or "alle"."""
    of_others = frozenset[str]().union(
        *(other.keys for other in members if other is not member)
    )
    found = {
        word.word
        for word in whole.words
        if not word.is_verb
        and of_others.isdisjoint(word.keys)
        and not member.keys.isdisjoint(word.keys)
    }
    return len(found.difference(words_of("pointing_words")))
