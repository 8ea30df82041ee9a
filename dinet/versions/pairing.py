"""Which element of the new version is which of the old one, without trusting ids."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from dinet.model import KINDS, Element
from dinet.network import Network
from dinet.network.matching import match_heaviest
from dinet.versions.division import DividedElement, find_divided
from dinet.versions.likeness import (
    AlikeTexts,
    LikenessFinder,
    TextScale,
    WeighedText,
    compare_texts,
    share_names,
)
from dinet.versions.neighbours import (
    Likeness,
    add_neighbours,
    neighbours_of,
)
from dinet.versions.related_words import rewording_forms
from dinet.versions.remaining_pairs import (
    LEAST_IN_COMMON,
    LEAST_OF_WORDS,
    pair_remaining,
)
from dinet.versions.replaced_subject import replaces_subject
from dinet.vocabulary.folding import fold_text

Certainty = Literal["sure", "likely"]
PairGround = Literal["code", "text", "likeness", "neighbours", "settled"]

_PROOFS: frozenset[PairGround] = frozenset({"code", "settled"})
"""Grounds that leave no doubt."""
_FEWEST_TOLD = 2
"""Content words of equal texts that prove by themselves: "Monitoring" under another goal may be
the monitoring of something else."""
LEAST_LIKENESS = 0.35
"""Below it nothing is paired: of 83 pairs in two edited years 82 lie above."""
_SURE_LIKENESS = 0.55
"""From here on a pair without a rival is sure: no wrong one of 62 in two edited years."""
_RIVAL_DISTANCE = 0.1
"""A partner that is so near makes a pair likely only."""
_FEW_PAIRS = 40_000
"""That may be made of what is left: so many are all weighed, in half a second."""
_EXCHANGED_KINDS = frozenset({"goal", "target"})
"""A goal is made measurable, or a target is told as a goal."""
_CODE_LIKENESS = 0.3
"""Elements with one code of the document are one when their words are as alike as this."""


@dataclass(frozen=True, slots=True)
class PairedElements:
    """An element of the old version and the same one in the new.

    Args:
        old: In the old version.
        new: In the new one.
        certainty: ``likely`` when a person should look at it.
        ground: What it rests on: a code of the document, equal text, likeness, the neighbours
            alone, or what a person settled.
        likeness: Of their texts and neighbours, from 0 to 1.
    """

    old: Element
    new: Element
    certainty: Certainty
    ground: PairGround
    likeness: float


@dataclass(frozen=True, slots=True)
class PairedVersions:
    """Every element of two versions, each exactly once.

    Args:
        pairs: In the order of the new version.
        gone: Only in the old version.
        added: Only in the new one.
        split: Elements of the old version that are several in the new; offered, never sure.
        merged: Elements of the new version that were several in the old; offered too.
    """

    pairs: tuple[PairedElements, ...]
    gone: tuple[Element, ...]
    added: tuple[Element, ...]
    split: tuple[DividedElement, ...]
    merged: tuple[DividedElement, ...]


def pair_versions(
    old: Network,
    new: Network,
    settled: Mapping[str, str | None] | None = None,
) -> PairedVersions:
    """Find out which elements of two versions are the same.

    The words decide, strengthened by the neighbours; all are paired at once, so that one good
    pair does not take what a better one needs. Codes count when the document gave them and the
    words do not contradict.

    Args:
        old: The old version.
        new: The new one.
        settled: What a person decided: by the id of the old element that of the new one, or None
            when it has none.

    Example:
        >>> from dinet.model import Goal, Programme
        >>> was = Network(Programme(elements=(Goal(id="D1", text="Meer sport"),)))
        >>> becomes = Network(Programme(elements=(Goal(id="D7", text="Meer sport."),)))
        >>> [(pair.old.id, pair.new.id) for pair in pair_versions(was, becomes).pairs]
        [('D1', 'D7')]
    """
    return _Pairing(old, new, settled or {}).pair_all()


class _Pairing:
    """The work of pairing two versions."""

    def __init__(
        self, old: Network, new: Network, settled: Mapping[str, str | None]
    ) -> None:
        self.old, self.new = old, new
        self.settled = settled
        texts = [element.text for element in (*old, *new)]
        lang = new.programme.lang
        self.strict_scale = TextScale(texts, lang)
        scale = TextScale(texts, lang, rewording_forms(lang))
        self.texts: dict[tuple[str, str], WeighedText] = {
            (side, element.id): scale.weigh_text(element.text)
            for side, network in (("old", old), ("new", new))
            for element in network
        }
        self.finder = LikenessFinder(scale, self.texts)

    def pair_all(self) -> PairedVersions:
        alike = list(self._alike_pairs())
        likeness = add_neighbours(alike, self.old, self.new)
        self._weigh_names(likeness)
        self._settle_pairs(likeness)
        # what is above the least counts: two doubtful pairs are no reason to leave a good one
        above = {
            pair: value - LEAST_LIKENESS
            for pair, value in likeness.items()
            if value > LEAST_LIKENESS
        }
        partners = self._equal_partners()
        taken = {*partners.values()}
        partners |= match_heaviest(
            {
                pair: weight
                for pair, weight in above.items()
                if pair[0] not in partners and pair[1] not in taken
            }
        )
        partners |= pair_remaining(
            dict(self._remaining_likeness(alike, partners)),
            partners,
            self.old,
            self.new,
        )
        pairs = tuple(self._describe_pairs(partners, likeness))
        return self._divide_pairs(pairs)

    def _alike_pairs(self) -> Iterator[AlikeTexts]:
        for kind in KINDS:
            old = [element for element in self.old if element.kind == kind]
            new = [element for element in self.new if element.kind == kind]
            yield from self.finder.find_alike(old, new)
        yield from self._moved_kinds()

    def _moved_kinds(self) -> Iterator[AlikeTexts]:
        """The same text under another kind, where it is only once in each version."""
        old = _single_texts(self.old)
        new = _single_texts(self.new)
        for folded, one in old.items():
            other = new.get(folded)
            if folded and other and one.kind != other.kind:
                yield AlikeTexts(one.id, other.id, 1.0)

    def _weigh_names(self, likeness: Likeness) -> None:
        """Take from what names something else, however well its neighbours agree."""
        for old, new in likeness:
            words = self.texts["old", old], self.texts["new", new]
            likeness[old, new] *= share_names(*words)

    def _settle_pairs(self, likeness: Likeness) -> None:
        """Let a person's decision, and codes of the document, count above all likeness."""
        decided = self._decided_ids()
        for pair in list(likeness):
            if not decided.isdisjoint(pair):
                del likeness[pair]
            elif self._share_code(*pair) and likeness[pair] >= _CODE_LIKENESS:
                likeness[pair] = 1.0
        for one, other in self.settled.items():
            if other is not None and one in self.old and other in self.new:
                likeness[one, other] = 1.0

    def _decided_ids(self) -> set[str]:
        return {*self.settled, *filter(None, self.settled.values())}

    def _share_code(self, old: str, new: str) -> bool:
        """The document calls both by one code, and dinet did not count them."""
        code = self.old[old].code
        return code is not None and code == self.new[new].code

    def _equal_partners(self) -> dict[str, str]:
        """Those of which the text stands once in both versions; codes may say otherwise.

        With them out of the way the matching has much less to do in programmes of thousands.
        """
        decided = self._decided_ids()
        old, new = _single_texts(self.old), _single_texts(self.new)
        return {
            one.id: new[folded].id
            for folded, one in old.items()
            if folded
            and folded in new
            and one.kind == new[folded].kind
            and one.code == new[folded].code
            and decided.isdisjoint((one.id, new[folded].id))
        }

    def _remaining_likeness(
        self, alike: Sequence[AlikeTexts], partners: Mapping[str, str]
    ) -> Iterator[tuple[tuple[str, str], float]]:
        """How alike the words are of what is left, where neither names something else."""
        decided = self._decided_ids()
        old = _elements_without(self.old, {*partners, *decided})
        new = _elements_without(self.new, {*partners.values(), *decided})
        for one, other in _possible_pairs(old, new, alike):
            likeness = self._words_of_pair(one.id, other.id)
            # a goal that became a target keeps more of its words than one that stayed a goal
            is_same_kind = one.kind == other.kind
            if is_same_kind or likeness >= LEAST_LIKENESS:
                yield (one.id, other.id), likeness

    def _words_of_pair(self, old: str, new: str) -> float:
        """How alike their words are; not at all when they name other things only."""
        words = self.texts["old", old], self.texts["new", new]
        share = share_names(*words)
        return 0.0 if share <= 0.5 else share * compare_texts(*words)

    def _describe_pairs(
        self, partners: dict[str, str], likeness: Likeness
    ) -> Iterator[PairedElements]:
        rivals = _best_rivals(partners, likeness)
        place_of = _places_in(self.new)
        made = [
            (self.old[old], self.new[new]) for old, new in partners.items()
        ]
        made.sort(key=lambda pair: place_of(pair[1]))
        smaller = min(len(self.old), len(self.new))
        are_versions = len(made) >= LEAST_IN_COMMON * smaller
        equal_texts = _EqualTexts(self, partners)
        for one, other in made:
            old, new = one.id, other.id
            value = likeness.get((old, new)) or self._words_of_pair(old, new)
            ground = self._ground_of(old, new, value)
            if ground == "text":
                is_sure = equal_texts.are_proof(old, new, value, rivals[old])
                is_sure &= are_versions or self._tells_enough(old)
            else:
                is_sure = ground in _PROOFS or (
                    are_versions
                    and self._is_sure(old, new, value, rivals[old])
                )
            certainty: Certainty = "sure" if is_sure else "likely"
            yield PairedElements(one, other, certainty, ground, value)

    def _tells_enough(self, old: str) -> bool:
        """Its text is more than a word that any programme may have: "Monitoring"."""
        return self.texts["old", old].count_words() >= _FEWEST_TOLD

    def _is_sure(self, old: str, new: str, value: float, rival: float) -> bool:
        """Whether words leave no doubt: their own likeness, not that of words that are related."""
        if value < _SURE_LIKENESS or _has_rival(value, rival):
            return False
        if self.old[old].kind != self.new[new].kind:
            return False
        words = self.texts["old", old], self.texts["new", new]
        if replaces_subject(*words, self.new.programme.lang):
            return False
        strict = map(self.strict_scale.weigh_anew, words)
        lent = compare_texts(*words) - compare_texts(*strict)
        return value - max(lent, 0.0) >= _SURE_LIKENESS

    def _ground_of(self, old: str, new: str, value: float) -> PairGround:
        if self.settled.get(old) == new:
            return "settled"
        if self.texts["old", old].folded == self.texts["new", new].folded:
            return "text"
        if value == 1.0 and self._share_code(old, new):
            return "code"
        return "likeness" if value >= LEAST_OF_WORDS else "neighbours"

    def _divide_pairs(self, pairs: Sequence[PairedElements]) -> PairedVersions:
        """Take apart what was split or merged, and list what is left."""
        free_old = _elements_without(self.old, {pair.old.id for pair in pairs})
        free_new = _elements_without(self.new, {pair.new.id for pair in pairs})
        open_pairs = [
            (pair.old, pair.new) for pair in pairs if pair.ground == "likeness"
        ]
        decided = self._decided_ids()
        turned = [(new, old) for old, new in open_pairs]
        split = find_divided(
            open_pairs,
            _elements_without(free_new, decided),
            *self._seen_from_old(),
        )
        merged = find_divided(
            turned,
            _elements_without(free_old, decided),
            *self._seen_from_new(),
        )
        olds = _ids_of_wholes(split) | _ids_of_parts(merged)
        news = _ids_of_wholes(merged) | _ids_of_parts(split)
        whole_pairs = (
            pair
            for pair in pairs
            if pair.old.id not in olds and pair.new.id not in news
        )
        return PairedVersions(
            tuple(whole_pairs),
            tuple(_elements_without(free_old, olds)),
            tuple(_elements_without(free_new, news)),
            tuple(split),
            tuple(merged),
        )

    def _seen_from_old(self) -> "_Seen":
        return _Texts(self.texts, "old", "new"), _places_in(self.new)

    def _seen_from_new(self) -> "_Seen":
        return _Texts(self.texts, "new", "old"), _places_in(self.old)


class _EqualTexts:
    """Judges whether a text that is equal in both versions proves that its elements are one.

    Args:
        pairing: Knows both versions.
        partners: By the id of each paired element of the old version that of the new one.
    """

    def __init__(self, pairing: _Pairing, partners: Mapping[str, str]) -> None:
        self._texts = pairing.texts
        self._partners = partners
        old = _single_texts(pairing.old)
        self._single = frozenset(
            old[folded].id
            for folded in old.keys() & _single_texts(pairing.new).keys()
        )
        self._sides = neighbours_of(pairing.old), neighbours_of(pairing.new)

    def are_proof(
        self, old: str, new: str, value: float, rival: float
    ) -> bool:
        """No other element has the text, or what it hangs with tells which one it is."""
        if old not in self._single and value < 1 and _has_rival(value, rival):
            return False
        tells_enough = self._texts["old", old].count_words() >= _FEWEST_TOLD
        return tells_enough or not self._hang_apart(old, new)

    def _hang_apart(self, old: str, new: str) -> bool:
        """Both hang with something, and with nothing that is in both versions."""
        olds = frozenset().union(*self._sides[0][old])
        news = frozenset().union(*self._sides[1][new])
        became = {self._partners.get(one) for one in olds}
        return bool(olds and news) and became.isdisjoint(news)


def _has_rival(value: float, rival: float) -> bool:
    return rival > value - _RIVAL_DISTANCE


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of wholes and of parts, which stand in different versions."""

    texts: Mapping[tuple[str, str], WeighedText]
    whole_side: str
    part_side: str

    def of_whole(self, element: Element) -> WeighedText:
        return self.texts[self.whole_side, element.id]

    def of_part(self, element: Element) -> WeighedText:
        return self.texts[self.part_side, element.id]


_Seen = tuple[_Texts, Callable[[Element], int]]


def _possible_pairs(
    old: Sequence[Element],
    new: Sequence[Element],
    alike: Sequence[AlikeTexts],
) -> Iterator[tuple[Element, Element]]:
    """All pairs of one kind, or of a goal and a target; of very many those whose words meet."""
    if len(old) * len(new) <= _FEW_PAIRS:
        for one, other in product(old, new):
            if _may_be_one(one, other):
                yield one, other
        return
    was = {element.id: element for element in old}
    becomes = {element.id: element for element in new}
    for pair in alike:
        if pair.old in was and pair.new in becomes:
            yield was[pair.old], becomes[pair.new]


def _may_be_one(old: Element, new: Element) -> bool:
    return old.kind == new.kind or {old.kind, new.kind} == _EXCHANGED_KINDS


def _places_in(network: Network) -> Callable[[Element], int]:
    """The place of an element in the order of its version."""
    places = {element.id: place for place, element in enumerate(network)}
    return lambda element: places[element.id]


def _single_texts(network: Network) -> dict[str, Element]:
    """The elements of which nothing else has the text, by that text."""
    found: dict[str, list[Element]] = defaultdict(list)
    for element in network:
        found[fold_text(element.text)].append(element)
    return {
        folded: elements[0]
        for folded, elements in found.items()
        if len(elements) == 1
    }


def _best_rivals(
    partners: dict[str, str], likeness: Likeness
) -> dict[str, float]:
    """For each paired element of the old version the likeness of the best pair that was not made.

    That is one of it with another, or of its partner with another.
    """
    owners = {new: old for old, new in partners.items()}
    rivals = dict.fromkeys(partners, 0.0)
    for (old, new), value in likeness.items():
        if partners.get(old) == new:
            continue
        for paired in (old, owners.get(new)):
            if paired in rivals:
                rivals[paired] = max(rivals[paired], value)
    return rivals


def _elements_without(
    elements: "Network | list[Element]", ids: set[str]
) -> list[Element]:
    return [element for element in elements if element.id not in ids]


def _ids_of_wholes(divided: Sequence[DividedElement]) -> set[str]:
    return {one.whole.id for one in divided}


def _ids_of_parts(divided: Sequence[DividedElement]) -> set[str]:
    return {part.id for one in divided for part in one.parts}
