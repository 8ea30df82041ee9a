"""Pairs of what the words alone leave over: little alike, but far more than any other.

An office that writes anew in plain language leaves few words where they were. What hangs with an
element is then what tells it: a goal of which three efforts are known is known itself. Each pair
that is made tells more of the next ones.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dinet.model import Kind
from dinet.network import Network
from dinet.versions.neighbours import Likeness, neighbours_of

_LEAST_VALUE = 0.2
"""Of the likeness of the words with what the neighbours add; below it nothing is paired."""
LEAST_OF_WORDS = 0.05
"""Of the words themselves, where the neighbours alone do not tell."""
_TIMES_RIVAL = (1.5, 1.1)
"""So many times as good as any other pair of either, and when that makes no more pairs so many: in
ten edited years the first 46 right and 3 wrong, the second 7 more right and none more wrong."""
_NEIGHBOURS_ADD = 0.2
"""To the likeness, when all neighbours that are known are the same."""
_AGAINST_NEIGHBOURS = 0.3
"""So alike are the words of what is paired though none of the known neighbours are the same."""
_FEWEST_SUPPORTERS = 2
"""That are the same in both versions: then an aim needs no words of its own."""
_SHARED_NEIGHBOURS = 0.6
"""Of all known neighbours of such an aim, in both versions."""

LEAST_IN_COMMON = 0.25
"""Of the smaller version is paired where words make a pair sure: two programmes of different
councils have at most a seventh in common, and a goal of "mentale gezondheid" in both."""

Pair = tuple[str, str]
"""The id in the old version and that in the new."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What tells that two elements are one.

    Args:
        likeness: Of their words.
        shared: Of the neighbours of which the partner is known, the share that both have.
        supporters: How many of those that both have serve them.
        is_contradicted: There are such neighbours on both sides, and none is the same.
    """

    likeness: float
    shared: float
    supporters: int
    is_contradicted: bool

    @property
    def value(self) -> float:
        return self.likeness + _NEIGHBOURS_ADD * self.shared

    @property
    def is_known_by_supporters(self) -> bool:
        enough = self.supporters >= _FEWEST_SUPPORTERS
        return enough and self.shared >= _SHARED_NEIGHBOURS

    @property
    def is_enough(self) -> bool:
        """When no other pair of either comes near."""
        if self.is_contradicted and self.likeness < _AGAINST_NEIGHBOURS:
            return False
        has_words = self.likeness >= LEAST_OF_WORDS
        return has_words and self.value >= _LEAST_VALUE


def pair_remaining(
    likeness: Likeness,
    partners: Mapping[str, str],
    old: Network,
    new: Network,
) -> dict[str, str]:
    """Pair what is left by its words and by the neighbours that are paired already.

    Args:
        likeness: Of the words of the pairs that may be made; those of paired elements are passed
            over.
        partners: What is paired: the id in the new version by that in the old.
        old: The old version.
        new: The new one.

    Returns:
        The pairs that were added, by the id in the old version; empty when nothing comes near.
    """
    neighbours = _PairedNeighbours(old, new, dict(partners))
    open_pairs = _without_paired(likeness, neighbours.partners)
    added: dict[str, str] = {}
    for times in _TIMES_RIVAL:
        if times != _TIMES_RIVAL[0] and not _are_versions(
            neighbours.partners, old, new
        ):
            break
        while found := _outstanding_pairs(open_pairs, neighbours, times):
            added |= found
            neighbours.add_pairs(found)
            open_pairs = _without_paired(open_pairs, neighbours.partners)
    return added


def _are_versions(
    partners: Mapping[str, str], old: Network, new: Network
) -> bool:
    """So much is paired that both are one programme, and what is left is looked for in it."""
    return len(partners) >= LEAST_IN_COMMON * min(len(old), len(new))


def _kinds_of(network: Network) -> dict[str, Kind]:
    return {element.id: element.kind for element in network}


def _without_paired(
    likeness: Likeness, partners: Mapping[str, str]
) -> Likeness:
    taken = set(partners.values())
    return {
        pair: value
        for pair, value in likeness.items()
        if pair[0] not in partners and pair[1] not in taken
    }


def _outstanding_pairs(
    likeness: Likeness, neighbours: "_PairedNeighbours", times: float
) -> dict[str, str]:
    """The pairs of one round: those with enough words first, then those known by supporters."""
    evidence = {
        pair: neighbours.weigh_pair(pair, alike)
        for pair, alike in likeness.items()
    }
    worded = {pair: one.value for pair, one in evidence.items()}
    outstanding = {
        pair[0]: pair[1]
        for pair in _far_above_others(worded, times)
        if evidence[pair].is_enough
    }
    of_one_kind = dict(filter(neighbours.are_of_one_kind, outstanding.items()))
    # a goal that stayed a goal is told by what serves it before its words become those of a
    # target: "De bus rijdt op tijd" beside "In 2026 rijdt 95% van de bussen op tijd"
    return (
        of_one_kind
        or _known_by_supporters(evidence, neighbours, times)
        or outstanding
    )


def _known_by_supporters(
    evidence: Mapping[Pair, _Evidence],
    neighbours: "_PairedNeighbours",
    times: float,
) -> dict[str, str]:
    """The pairs that need no words of their own, by the id in the old version."""
    shared = {
        pair: one.shared
        for pair, one in evidence.items()
        if neighbours.are_of_one_kind(pair)
    }
    return {
        pair[0]: pair[1]
        for pair in _far_above_others(shared, times)
        if evidence[pair].is_known_by_supporters
    }


def _far_above_others(
    values: Mapping[Pair, float], times: float
) -> Iterator[Pair]:
    """The pairs of which no member has another pair that comes near."""
    best: dict[Hashable, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for pair, value in values.items():
        for side in enumerate(pair):
            best[side] = sorted([*best[side], value])[-2:]
    for pair, value in values.items():
        rival = max(_rival_of(value, best[side]) for side in enumerate(pair))
        if value > 0 and value >= times * rival:
            yield pair


def _rival_of(value: float, best: Iterable[float]) -> float:
    """The best of two when the pair itself is not that, else the second."""
    second, first = best
    return second if value == first else first


class _PairedNeighbours:
    """What the elements of two versions hang with, seen through the pairs that are made.

    Args:
        old: The old version.
        new: The new one.
        partners: The pairs; more are added as they are found.
    """

    def __init__(
        self, old: Network, new: Network, partners: dict[str, str]
    ) -> None:
        self._old, self._new = neighbours_of(old), neighbours_of(new)
        self._kinds = _kinds_of(old), _kinds_of(new)
        self.partners = partners
        self._paired_new = frozenset(partners.values())

    def are_of_one_kind(self, pair: Pair) -> bool:
        """Both are a goal, or both a target."""
        return self._kinds[0][pair[0]] == self._kinds[1][pair[1]]

    def add_pairs(self, found: Mapping[str, str]) -> None:
        """Let pairs that were found tell of the next ones."""
        self.partners |= found
        self._paired_new |= set(found.values())

    def weigh_pair(self, pair: Pair, likeness: float) -> _Evidence:
        """What tells that a pair is one element."""
        was, becomes = self._old[pair[0]], self._new[pair[1]]
        expected = self._partners_of(was[0] | was[1])
        known = (becomes[0] | becomes[1]) & self._paired_new
        both, all_known = expected & known, expected | known
        return _Evidence(
            likeness,
            len(both) / max(len(all_known), 1),
            len(self._partners_of(was[1]) & becomes[1]),
            bool(expected and known and not both),
        )

    def _partners_of(self, names: frozenset[str]) -> set[str]:
        return {self.partners[name] for name in names if name in self.partners}
