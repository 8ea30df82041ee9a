"""Which elements of all documents say the same, and which contradict each other.

Candidates come from the index of ``wording.comparison``; its verdict on two statements decides,
never a likeness. Nothing is made one here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from dinet.model import KINDS, Kind
from dinet.portfolio.documents import (
    PlacedElement,
    PortfolioDocument,
    namespaces_of,
)
from dinet.portfolio.rows import Ground
from dinet.portfolio.settled import ElementKey, SettledPairs, SettledUnits
from dinet.vocabulary.folding import fold_text
from dinet.wording.comparison.candidates import (
    AlikePair,
    compare_candidates,
    find_candidates,
)
from dinet.wording.comparison.comparison import (
    Comparison,
    compare_statements,
)

_COMPARED_KINDS = tuple(
    kind for kind in KINDS if kind not in ("programme", "theme")
)
"""Themes are a word or two, which say nothing about two programmes."""


@dataclass(frozen=True, slots=True)
class SameGroup:
    """Elements of one kind that say the same, in the order of the documents; at least one.

    Args:
        members: They.
        ground: On what it rests that all of them are the same.
    """

    members: tuple[PlacedElement, ...]
    ground: Ground

    @property
    def kind(self) -> Kind:
        """Of all of them."""
        return self.members[0].known.kind

    @property
    def keys(self) -> tuple[ElementKey, ...]:
        """Of the members."""
        return tuple(member.key for member in self.members)

    @property
    def is_shared(self) -> bool:
        """They stand in several documents."""
        return len(namespaces_of(self.members)) > 1


class GroupConflict(NamedTuple):
    """Two groups that are about one thing and say another value of it.

    Args:
        first: The one that begins earlier.
        second: The other one.
        pair: A member of each, whose texts were compared.
        ground: On what it rests that they are about one thing: by their words, or settled.
    """

    first: SameGroup
    second: SameGroup
    pair: tuple[PlacedElement, PlacedElement]
    ground: Ground

    @property
    def members(self) -> tuple[PlacedElement, ...]:
        """Of both groups."""
        return (*self.first.members, *self.second.members)

    def compare_shown(self) -> Comparison:
        """What differs between the texts of both as they may be shown."""
        one, other = self.pair
        return compare_statements(one.shown.text, other.shown.text)


class MatchedElements(NamedTuple):
    """The elements of all documents, matched.

    Args:
        groups: Each element is in one; by kind, then in the order of the documents.
        conflicts: Between groups, in the same order; at least two documents in each.
        listed: How many texts are in a list with the same words and other numbers, among which
            no contradiction was looked for.
    """

    groups: tuple[SameGroup, ...]
    conflicts: tuple[GroupConflict, ...]
    listed: int


def match_elements(
    documents: Sequence[PortfolioDocument], settled: SettledPairs
) -> MatchedElements:
    """Find what is the same and what is in conflict among all documents.

    Args:
        documents: In their order.
        settled: What a person decided.
    """
    matcher = _ElementMatcher(settled)
    for kind in _COMPARED_KINDS:
        placed = list(_placed_elements(documents, kind))
        matcher.match_kind(placed)
    groups = tuple(matcher.groups)
    return MatchedElements(groups, tuple(matcher.conflicts), matcher.listed)


def _placed_elements(
    documents: Iterable[PortfolioDocument], kind: Kind
) -> Iterator["_SpokenElement"]:
    for document in documents:
        lang = document.known.programme.lang
        for element in document.known:
            if element.kind == kind:
                yield _SpokenElement(lang, document.place_element(element))


class _SpokenElement(NamedTuple):
    """An element and the language of its document."""

    lang: str
    placed: PlacedElement


class _Wordings(NamedTuple):
    """The different texts of some elements, and who has each of them."""

    texts: tuple[str, ...]
    users: tuple[tuple[PlacedElement, ...], ...]


class _ElementMatcher:
    """Matches the elements of one kind after another.

    Args:
        settled: What a person decided.
    """

    def __init__(self, settled: SettledPairs) -> None:
        self._settled = settled
        self._units: SettledUnits = settled.unite_settled()
        self.groups: list[SameGroup] = []
        self.conflicts: list[GroupConflict] = []
        self.listed = 0

    def match_kind(self, spoken: Sequence[_SpokenElement]) -> None:
        """Add the groups and conflicts of elements of one kind."""
        pairs: list[_SpokenPair] = []
        edges = [*self._settled.same]
        by_lang = sorted(spoken, key=lambda element: element.lang)
        for lang, elements in groupby(by_lang, key=lambda one: one.lang):
            wordings = _list_wordings(element.placed for element in elements)
            edges += _edges_of_users(wordings)
            pairs += self._compare_wordings(wordings, lang)
        edges += [pair.keys for pair in pairs if pair.verdict == "same"]
        placed = [element.placed for element in spoken]
        groups = list(self._group_elements(placed, SettledUnits(edges)))
        self.groups += groups
        self.conflicts += self._find_conflicts(groups, pairs)

    def _compare_wordings(
        self, wordings: _Wordings, lang: str
    ) -> Iterator["_SpokenPair"]:
        for group in find_candidates(wordings.texts, lang):
            self.listed += len(group.places) if group.is_list else 0
            for pair in compare_candidates(wordings.texts, group.places, lang):
                yield _SpokenPair(
                    pair,
                    wordings.users[pair.first][0],
                    wordings.users[pair.second][0],
                )

    def _group_elements(
        self, placed: Sequence[PlacedElement], united: SettledUnits
    ) -> Iterator[SameGroup]:
        by_unit: dict[ElementKey, list[PlacedElement]] = defaultdict(list)
        for element in placed:
            by_unit[united.unit_of(element.key)].append(element)
        for members in by_unit.values():
            for part in self._part_settled(members):
                yield SameGroup(tuple(part), self._ground_of(part))

    def _part_settled(
        self, members: Sequence[PlacedElement]
    ) -> list[list[PlacedElement]]:
        """What is settled to be two goes into two groups; what is settled to be one stays so."""
        units: dict[ElementKey, list[PlacedElement]] = defaultdict(list)
        for member in members:
            units[self._units.unit_of(member.key)].append(member)
        parts: list[list[PlacedElement]] = []
        for unit in units.values():
            self._part_of(unit, parts).extend(unit)
        return parts

    def _part_of(
        self,
        unit: Sequence[PlacedElement],
        parts: list[list[PlacedElement]],
    ) -> list[PlacedElement]:
        """The first part from which nothing keeps a unit apart; a new one when there is none."""
        for part in parts:
            if not self._settled.keeps_apart(_keys_of(unit), _keys_of(part)):
                return part
        parts.append([])
        return parts[-1]

    def _ground_of(self, members: Sequence[PlacedElement]) -> Ground:
        if len({self._units.unit_of(member.key) for member in members}) == 1:
            return "settled"
        if len({fold_text(member.known.text) for member in members}) > 1:
            return "meaning"
        codes = {fold_text(member.own_code) for member in members}
        return "code" if len(codes) == 1 and all(codes) else "words"

    def _find_conflicts(
        self, groups: Iterable[SameGroup], pairs: Iterable["_SpokenPair"]
    ) -> Iterator[GroupConflict]:
        """The conflicts between groups, each once, and those that a person stated to be one."""
        group_of = {key: group for group in groups for key in group.keys}
        seen: set[tuple[ElementKey, ElementKey]] = set()
        for pair in pairs:
            if pair.verdict != "conflict":
                continue
            first, second = (group_of[key] for key in pair.keys)
            if first is second:
                yield _settled_conflict(pair)
                continue
            begin = first.keys[0], second.keys[0]
            if begin not in seen and self._may_conflict(first, second):
                seen.add(begin)
                both = pair.one, pair.other
                yield GroupConflict(first, second, both, "meaning")

    def _may_conflict(self, first: SameGroup, second: SameGroup) -> bool:
        """They stand in two documents, and nobody said that they are about two things."""
        both = (*first.members, *second.members)
        is_parted = self._settled.keeps_apart(first.keys, second.keys)
        return len(namespaces_of(both)) > 1 and not is_parted


class _SpokenPair(NamedTuple):
    """Two texts that were compared, and the first element that has each."""

    alike: AlikePair
    one: PlacedElement
    other: PlacedElement

    @property
    def verdict(self) -> str:
        return self.alike.comparison.verdict

    @property
    def keys(self) -> tuple[ElementKey, ElementKey]:
        return self.one.key, self.other.key


def _settled_conflict(pair: _SpokenPair) -> GroupConflict:
    """Of two elements that a person made one: they still say two things."""
    one, other = pair.one, pair.other
    first, second = (SameGroup((side,), "settled") for side in (one, other))
    return GroupConflict(first, second, (one, other), "settled")


def _list_wordings(elements: Iterable[PlacedElement]) -> _Wordings:
    """Each text once: what a hundred documents copy is compared once."""
    users: dict[str, list[PlacedElement]] = defaultdict(list)
    for element in elements:
        users[fold_text(element.known.text)].append(element)
    return _Wordings(
        tuple(using[0].known.text for using in users.values()),
        tuple(map(tuple, users.values())),
    )


def _edges_of_users(
    wordings: _Wordings,
) -> Iterator[tuple[ElementKey, ElementKey]]:
    """Elements with the same words are the same; texts without a word say nothing."""
    for text, users in zip(wordings.texts, wordings.users, strict=True):
        if any(map(str.isalnum, text)):
            for user in users[1:]:
                yield users[0].key, user.key


def _keys_of(members: Iterable[PlacedElement]) -> list[ElementKey]:
    return [member.key for member in members]
