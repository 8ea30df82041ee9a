"""Efforts that stand in several documents, what they are counted for, and their money."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from dinet.language import JoinedSentences, Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.portfolio.documents import PlacedElement, namespaces_of
from dinet.portfolio.rows import Ground, PortfolioRow
from dinet.portfolio.same_elements import (
    GroupConflict,
    MatchedElements,
    SameGroup,
)
from dinet.portfolio.settled import ElementKey
from dinet.wording.amounts import read_amounts
from dinet.wording.comparison.part_names import difference_sentence

_WEAKEST_FIRST: tuple[Ground, ...] = (
    "likeness",
    "name",
    "meaning",
    "words",
    "code",
    "settled",
)
_UNKNOWN_TOGETHER = Sentence(
    "neither names the other: is it carried out together?"
)


def list_joint_efforts(matched: MatchedElements) -> Iterator[PortfolioRow]:
    """The efforts of several documents, and those that differ in a value only.

    Args:
        matched: The elements of all documents.
    """
    for group in _shared_groups(matched, of_efforts=True):
        facts = tuple(_facts_of_naming(group))
        yield PortfolioRow(group.members, group.ground, facts)
    for conflict in matched.conflicts:
        if conflict.first.kind == "effort":
            yield conflict_row(conflict)


def list_shared_aims(matched: MatchedElements) -> Iterator[PortfolioRow]:
    """The goals and targets that stand in several documents."""
    for group in _shared_groups(matched, of_efforts=False):
        yield PortfolioRow(group.members, group.ground)


def list_conflicts(matched: MatchedElements) -> Iterator[PortfolioRow]:
    """The goals and targets of several documents that say two values of one thing."""
    for conflict in matched.conflicts:
        if conflict.first.kind != "effort":
            yield conflict_row(conflict)


def conflict_row(conflict: GroupConflict) -> PortfolioRow:
    """Both sides of a conflict, with what differs."""
    difference = difference_sentence(conflict.compare_shown())
    return PortfolioRow(conflict.members, conflict.ground, (difference,))


def _shared_groups(
    matched: MatchedElements, *, of_efforts: bool
) -> Iterator[SameGroup]:
    for group in matched.groups:
        if group.is_shared and (group.kind == "effort") == of_efforts:
            yield group


def _facts_of_naming(group: SameGroup) -> Iterator[Sentence]:
    """Which of the elements say with whom they are carried out."""
    naming = [member for member in group.members if member.shown.joint_with]
    for member in naming:
        yield Sentence(
            "{id}: together with {names}",
            id=member.id,
            names=", ".join(member.shown.joint_with),
        )
    if not naming:
        yield _UNKNOWN_TOGETHER


# --- counted twice -------------------------------------------------------------------------------


class ClaimFinder:
    """Finds the aims for which one effort is counted in several documents.

    Args:
        matched: The elements of all documents.
        networks: By namespace.
    """

    def __init__(
        self, matched: MatchedElements, networks: Mapping[str, Network]
    ) -> None:
        self._matched = matched
        self._networks = networks
        self._aims: dict[ElementKey, list[_SharedAim]] = {}
        for aim in _shared_aims(matched):
            for key in aim.keys:
                self._aims.setdefault(key, []).append(aim)

    def list_claims(self) -> Iterator[PortfolioRow]:
        """A row for each effort of which several documents say that it serves the same aim."""
        for group in _shared_groups(self._matched, of_efforts=True):
            claimed = list(self._claimed_aims(group))
            if claimed:
                yield _claim_row(group, claimed)

    def _claimed_aims(self, group: SameGroup) -> Iterator["_SharedAim"]:
        """The aims that the effort serves in two documents or more, the nearest first."""
        claims: dict[int, tuple[_SharedAim, set[str]]] = {}
        for member in group.members:
            for key in self._served_keys(member):
                for aim in self._aims.get(key, ()):
                    _, claiming = claims.setdefault(id(aim), (aim, set()))
                    claiming.add(member.namespace)
        for aim, claiming in claims.values():
            if len(claiming) > 1:
                yield aim

    def _served_keys(self, member: PlacedElement) -> Iterator[ElementKey]:
        """All that an effort serves, the nearest first."""
        network = self._networks[member.namespace]
        waiting: list[Element] = [member.known]
        reached = {member.known.id}
        for element in waiting:  # the list grows while it is read
            for served in network.serves(element):
                if served.id not in reached:
                    reached.add(served.id)
                    waiting.append(served)
                    yield member.namespace, served.id


class _SharedAim:
    """An aim of several documents, or two that say another value of it.

    Args:
        members: The elements.
        ground: On what it rests that they are one.
        differs: In a value.
    """

    def __init__(
        self,
        members: tuple[PlacedElement, ...],
        ground: Ground,
        *,
        differs: bool,
    ) -> None:
        self.members = members
        self.ground = ground
        self.differs = differs

    @property
    def keys(self) -> tuple[ElementKey, ...]:
        return tuple(member.key for member in self.members)

    def as_fact(self) -> Sentence:
        ids = ", ".join(member.id for member in self.members)
        if self.differs:
            return Sentence("counted for {ids}, with another value", ids=ids)
        return Sentence("counted for {ids}", ids=ids)


def _shared_aims(matched: MatchedElements) -> Iterator[_SharedAim]:
    for group in _shared_groups(matched, of_efforts=False):
        yield _SharedAim(group.members, group.ground, differs=False)
    for conflict in matched.conflicts:
        if conflict.first.kind != "effort":
            yield _SharedAim(conflict.members, conflict.ground, differs=True)


def _claim_row(group: SameGroup, aims: Sequence[_SharedAim]) -> PortfolioRow:
    """Certain only when both the effort and an aim are."""
    grounds = sorted((aim.ground for aim in aims), key=_WEAKEST_FIRST.index)
    ground = min(group.ground, grounds[-1], key=_WEAKEST_FIRST.index)
    members = (member for aim in aims for member in aim.members)
    return PortfolioRow(
        group.members,
        ground,
        tuple(aim.as_fact() for aim in aims),
        tuple(dict.fromkeys(members)),
    )


def list_double_money(
    matched: MatchedElements, networks: Mapping[str, Network]
) -> Iterator[PortfolioRow]:
    """The efforts of several documents of which two or more state money.

    Args:
        matched: The elements of all documents.
        networks: By namespace.
    """
    for group in _shared_groups(matched, of_efforts=True):
        with_money = [
            member for member in group.members if member.known.budget
        ]
        if len(namespaces_of(with_money)) > 1:
            langs = {
                name: network.programme.lang
                for name, network in networks.items()
            }
            yield _money_row(group, with_money, langs)


def _money_row(
    group: SameGroup,
    members: Sequence[PlacedElement],
    langs: Mapping[str, str],
) -> PortfolioRow:
    amounts = {
        _known_money(member.known, langs[member.namespace])
        for member in members
    }
    said = (
        Sentence("{id}: {words}", id=member.id, words=member.shown.budget)
        for member in members
    )
    facts = JoinedSentences(*said, glue="; "), _verdict_on_money(amounts)
    return PortfolioRow(tuple(members), group.ground, facts)


_Money = tuple[tuple[str, Decimal], ...]


def _verdict_on_money(amounts: Iterable[_Money | None]) -> Sentence:
    known = set(amounts)
    if None in known:
        return Sentence(
            "not every amount is known: ask who pays, before adding up"
        )
    if len(known) == 1:
        return Sentence(
            "the same amount stands in each: whoever adds up counts it twice"
        )
    return Sentence(
        "the amounts differ: shares of one budget, or counted twice?"
    )


def _known_money(element: Element, lang: str) -> _Money | None:
    """What an element costs by unit and year; None where an amount is open or no number."""
    read = element.amounts or read_amounts(element.budget or "", "", lang)
    found = []
    for amount in read:
        if amount.value is None:
            return None
        found.append((f"{amount.unit} {amount.year}", amount.value))
    return tuple(sorted(found)) or None
