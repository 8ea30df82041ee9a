"""Conditions on links: ``zonder inspanningen``, ``met meer dan 3 …``, ``onder thema 'Gezond'``."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeVar

from dinet.language import JoinedSentences, Sentence
from dinet.model import AIM_KINDS, LINK_KINDS, SUPPORTING_LINKS, Kind, LinkKind
from dinet.network import Grade
from dinet.network.reach import BOTH_SIDES, Side
from dinet.question.field_conditions import NUMBER_CLAUSES, NumberSign
from dinet.question.logic import Asking, Group, Verdict
from dinet.question.words import printed_word
from dinet.wording.labels import LINK_NAMES

Direction = Literal["under", "above"]
DIRECTIONS: tuple[Direction, ...] = ("under", "above")
LINK_WORDS = (
    *DIRECTIONS,
    *LINK_KINDS,
    *(f"{kind}_back" for kind in LINK_KINDS),
)
"""The constructs of the grammar that are a word for a link."""
_SIDE_OF: dict[Direction, Side] = {"under": "serves", "above": "served_by"}
_NOTHING: frozenset[int] = frozenset()
Sides = tuple[Side, ...]
Found = TypeVar("Found")


def _divide_chosen(
    asking: Asking, chosen: frozenset[int], side: Side | None
) -> Iterator[tuple[frozenset[int], Sides, Sides]]:
    """The chosen elements in parts, and on which sides efforts and others are linked with each.

    Work serves and is not served, whatever a link that stands upside down says: so only efforts
    are linked with efforts on either side. Other kinds have no such order.
    """
    if side:
        yield chosen, (side,), (side,)
        return
    efforts = asking.of_kind.get("effort", _NOTHING)
    if chosen & efforts:
        yield chosen & efforts, BOTH_SIDES, ("served_by",)
    if chosen - efforts:
        yield chosen - efforts, ("serves",), BOTH_SIDES


def _ask_by_kind(
    asking: Asking,
    among: frozenset[int],
    part: frozenset[int],
    sides: Sequence[Sides],
    ask: Callable[[frozenset[int], Sides], list[Found]],
) -> Iterator[tuple[int, Found]]:
    """What is found for each of some elements: efforts are asked on other sides than others.

    Args:
        asking: The network.
        among: Of which elements it is asked.
        part: As ``_divide_chosen`` gives it.
        sides: For efforts, and for others.
        ask: Gives what is found for each element of the network.
    """
    efforts = asking.of_kind.get("effort", _NOTHING)
    of_efforts, of_others = sides
    for own, own_sides in (
        (among & efforts, of_efforts),
        (among - efforts, of_others),
    ):
        found = ask(part, own_sides) if own else []
        for position in own:
            yield position, found[position]


@dataclass(frozen=True)
class LinkedGroup:
    """What an element may be linked with, and how.

    Args:
        group: The elements.
        direct: Over one link; else over any number of them.
        via: Only ways that pass one of these count; None for all ways.
    """

    group: Group
    direct: bool = False
    via: Group | None = None

    def linked_elements(
        self,
        asking: Asking,
        among: frozenset[int],
        chosen: frozenset[int],
        side: Side | None,
    ) -> frozenset[int]:
        """Those of some elements that are linked with any of the chosen ones.

        Args:
            asking: The network.
            among: Of which elements it is asked.
            chosen: What they may be linked with.
            side: Where the chosen ones are, seen from these; None for either side.
        """
        efforts = asking.of_kind.get("effort", _NOTHING)
        found = _NOTHING
        for part, of_efforts, of_others in _divide_chosen(
            asking, chosen, side
        ):
            if among & efforts:
                found |= self._linked_on(asking, part, of_efforts) & efforts
            if among - efforts:
                found |= self._linked_on(asking, part, of_others) - efforts
        return found & among

    def _linked_on(
        self, asking: Asking, part: frozenset[int], sides: Sides
    ) -> frozenset[int]:
        return asking.keep_found(
            ("linked", self, part, sides),
            lambda: asking.network.reach.linked_with(
                part,
                sides,
                direct=self.direct,
                via=self._via_positions(asking),
            ),
        )

    def counts_of(
        self,
        asking: Asking,
        among: frozenset[int],
        chosen: frozenset[int],
        side: Side | None,
    ) -> dict[int, int]:
        """For each of some elements with how many of the chosen ones it is linked.

        The arguments are those of ``linked_elements``.
        """

        def count_part(part: frozenset[int], sides: Sides) -> list[int]:
            return asking.keep_found(
                ("counts", self, part, sides),
                lambda: asking.network.reach.count_linked(
                    part,
                    sides,
                    direct=self.direct,
                    via=self._via_positions(asking),
                ),
            )

        counts = dict.fromkeys(among, 0)
        for part, *sides in _divide_chosen(asking, chosen, side):
            for position, number in _ask_by_kind(
                asking, among, part, sides, count_part
            ):
                counts[position] += number
        return counts

    def nearest_of(
        self,
        asking: Asking,
        among: frozenset[int],
        side: Side | None,
        most: int,
    ) -> dict[int, list[int]]:
        """For each of some elements the first few of the group that it is linked with."""

        def find_part(part: frozenset[int], sides: Sides) -> list[list[int]]:
            return asking.network.reach.nearest_linked(
                part,
                sides,
                direct=self.direct,
                via=self._via_positions(asking),
                most=most,
            )

        nearest: dict[int, list[int]] = {position: [] for position in among}
        chosen = self.group.choose_elements(asking).yes
        for part, *sides in _divide_chosen(asking, chosen, side):
            for position, found in _ask_by_kind(
                asking, among, part, sides, find_part
            ):
                room = most - len(nearest[position])
                nearest[position] += found[:room]
        return nearest

    def _via_positions(self, asking: Asking) -> frozenset[int] | None:
        return self.via.choose_elements(asking).yes if self.via else None

    def judge_links(
        self, asking: Asking, among: frozenset[int], side: Side | None
    ) -> Verdict:
        """Which of some elements are linked with the group on a side, or on either."""
        chosen = self.group.choose_elements(asking)
        yes = self.linked_elements(asking, among, chosen.yes, side)
        possible = _NOTHING
        if chosen.unsaid:
            possible = self.linked_elements(asking, among, chosen.unsaid, side)
        silent = elements_without_word(asking, among, self.group)
        return Verdict(yes, (possible | silent) - yes)

    def as_clause(self) -> Sentence:
        """Over which links."""
        if self.via:
            return Sentence("through {group}", group=self.via.as_clause())
        return Sentence(
            "directly" if self.direct else "directly or through others"
        )

    def as_words(self, lang: str, number: str = "") -> str:
        """The group as a question words it.

        Args:
            lang: The language.
            number: What stands before the group, when it is counted.
        """
        parts = [
            number,
            printed_word("direct", lang) if self.direct else "",
            self.group.as_group(lang),
        ]
        if self.via:
            parts += [printed_word("via", lang), self.via.as_group(lang)]
        return " ".join(filter(None, parts))


@dataclass(frozen=True)
class HasLinked:
    """``met inspanningen``: it serves one of these or is served by one.

    Where the document says nothing of what serves what between these kinds, it is unsaid.
    """

    linked: LinkedGroup
    side: ClassVar[None] = None

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """By the links of the document."""
        return self.linked.judge_links(asking, among, None)

    def as_clause(self) -> Sentence:
        """The clause with the group."""
        return _linked_clause(
            None, self.linked.as_clause(), self.linked.group.as_clause()
        )

    def as_words(self, lang: str) -> str:
        """With ``met``."""
        return f"{printed_word('with', lang)} {self.as_missing(lang)}"

    def as_missing(self, lang: str) -> str:
        """What stands behind ``zonder``."""
        return self.linked.as_words(lang)


@dataclass(frozen=True)
class CountLinked:
    """``met meer dan 3 inspanningen``: so many of these serve it or are served by it.

    Args:
        linked: What is counted.
        sign: How the number compares.
        number: How many.
        direction: ``onder meer dan 1 doel``: only what it serves; None for either side.
    """

    linked: LinkedGroup
    sign: NumberSign
    number: int
    direction: Direction | None = None

    @property
    def side(self) -> Side | None:
        """Where the group is, seen from the element; None for either side."""
        return _SIDE_OF[self.direction] if self.direction else None

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """Where some of the group are unsaid it is judged by the fewest and the most."""
        chosen = self.linked.group.choose_elements(asking)
        fewest = self.linked.counts_of(asking, among, chosen.yes, self.side)
        most = fewest
        if chosen.unsaid:
            most = self.linked.counts_of(
                asking, among, chosen.yes | chosen.unsaid, self.side
            )
        yes: set[int] = set()
        unsaid: set[int] = set()
        for position in among:
            of_fewest = self._holds_for(fewest[position])
            of_most = self._holds_for(most[position])
            if of_fewest and of_most:
                yes.add(position)
            elif self._may_hold(fewest[position], most[position]):
                unsaid.add(position)
        silent = elements_without_word(asking, among, self.linked.group)
        return Verdict(frozenset(yes) - silent, frozenset(unsaid) | silent)

    def _holds_for(self, count: int) -> bool:
        return {
            "<": count < self.number,
            "<=": count <= self.number,
            "=": count == self.number,
            ">=": count >= self.number,
            ">": count > self.number,
        }[self.sign]

    def _may_hold(self, fewest: int, most: int) -> bool:
        """Some number from the fewest to the most is such a one."""
        between = fewest <= self.number <= most and self.sign == "="
        return between or self._holds_for(fewest) or self._holds_for(most)

    def as_clause(self) -> Sentence:
        """The clause with the number."""
        number = Sentence(NUMBER_CLAUSES[self.sign], number=self.number)
        counted = JoinedSentences(number, self.linked.group.as_clause())
        return _linked_clause(self.direction, self.linked.as_clause(), counted)

    def as_words(self, lang: str) -> str:
        """With ``met`` or the direction, the comparison and the number."""
        word = printed_word(_COUNT_WORDS[self.sign], lang)
        linked = self.linked.as_words(lang, f"{word} {self.number}")
        return f"{printed_word(self.direction or 'with', lang)} {linked}"


def _linked_clause(
    direction: Direction | None, way: Sentence, group: Sentence
) -> Sentence:
    """The clause for a direction, or for either side."""
    if direction == "above":
        return Sentence("{way} served by {group}", way=way, group=group)
    if direction == "under":
        return Sentence("{way} serving {group}", way=way, group=group)
    return Sentence("{way} linked with {group}", way=way, group=group)


_COUNT_WORDS: dict[NumberSign, str] = {
    "<": "less",
    "<=": "at_most",
    "=": "exactly",
    ">=": "at_least",
    ">": "more",
}


@dataclass(frozen=True)
class Related:
    """``onder thema 'Gezond'``, ``boven I3``: it serves these, or is served by them."""

    direction: Direction
    linked: LinkedGroup

    @property
    def side(self) -> Side:
        """Where the group is, seen from the element."""
        return _SIDE_OF[self.direction]

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """By the links that carry support."""
        return self.linked.judge_links(asking, among, self.side)

    def as_clause(self) -> Sentence:
        """The clause for the direction."""
        return _linked_clause(
            self.direction,
            self.linked.as_clause(),
            self.linked.group.as_clause(),
        )

    def as_words(self, lang: str) -> str:
        """The word for the direction, behind ``direct`` when it is over one link."""
        parts = [
            printed_word("direct", lang) if self.linked.direct else "",
            printed_word(self.direction, lang),
            LinkedGroup(self.linked.group, via=self.linked.via).as_words(lang),
        ]
        return " ".join(filter(None, parts))


@dataclass(frozen=True)
class StatedLink:
    """``hangt af van I3``: the document states a link of this kind.

    Args:
        kind: Of the link.
        backward: It ends at the element, and begins at one of the group.
        group: What is at the other end.
    """

    kind: LinkKind
    backward: bool
    group: Group

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """By the links of this kind, each by itself."""
        chosen = self.group.choose_elements(asking)
        yes = self._linked_with(asking, chosen.yes) & among
        unsaid = self._linked_with(asking, chosen.unsaid) & among
        if self.kind in SUPPORTING_LINKS:
            unsaid |= elements_without_word(asking, among, self.group)
        return Verdict(yes, unsaid - yes)

    def _linked_with(
        self, asking: Asking, chosen: frozenset[int]
    ) -> frozenset[int]:
        found: set[int] = set()
        for link in asking.network.links():
            ends = (
                asking.position_of[link.start],
                asking.position_of[link.end],
            )
            near, far = reversed(ends) if self.backward else ends
            if link.kind == self.kind and far in chosen:
                found.add(near)
        return frozenset(found)

    def as_clause(self) -> Sentence:
        """The clause with the name of the link."""
        names = LINK_NAMES[self.kind]
        name = names.backward if self.backward else names.forward
        return JoinedSentences(Sentence(name), self.group.as_clause())

    def as_words(self, lang: str) -> str:
        """The words for the link, and the group."""
        name = f"{self.kind}_back" if self.backward else self.kind
        return f"{printed_word(name, lang)} {self.group.as_group(lang)}"


def elements_without_word(
    asking: Asking, among: frozenset[int], group: Group
) -> frozenset[int]:
    """Those of some elements of which the document does not say how they and a group are linked.

    That is so of all elements of a kind when none of them is linked with any element of the
    kinds of the group, and of what has the grade *unknown* in the coverage by efforts. Silence
    is not that there is nothing.
    """
    found = _NOTHING
    for kind in silent_kinds(asking, among, group):
        found |= asking.of_kind[kind]
    if group.kinds_in(asking) == {"effort"}:
        found |= asking.keep_found(
            "unknown grade", lambda: _of_unknown_grade(asking)
        )
    return found & among


def _of_unknown_grade(asking: Asking) -> frozenset[int]:
    network = asking.network
    return frozenset(
        position
        for position, element in enumerate(asking.elements)
        if network.grade(element) is Grade.UNKNOWN
    )


def silent_kinds(
    asking: Asking, among: frozenset[int], group: Group
) -> list[Kind]:
    """The kinds of these elements, in the order of the programme."""
    others = group.kinds_in(asking)
    return [
        kind
        for kind, positions in asking.of_kind.items()
        if positions & among and _is_silent(asking, kind, others - {kind})
    ]


def _is_silent(asking: Asking, kind: Kind, others: frozenset[Kind]) -> bool:
    present = [other for other in others if other in asking.of_kind]
    return bool(present) and not any(
        _are_linked(asking, kind, other) for other in present
    )


def _are_linked(asking: Asking, kind: Kind, other: Kind) -> bool:
    """Whether any element of one kind is linked with any of another.

    Efforts that are written for goals only say what they are for: targets have none then.
    """
    near, far = asking.of_kind[kind], asking.of_kind[other]
    pair = {kind, other}
    if "effort" in pair and pair <= (AIM_KINDS | {"effort"}) - {"goal"}:
        near = asking.positions_of(tuple(sorted(AIM_KINDS)))
        far = asking.of_kind["effort"]
    found = _NOTHING
    for part, of_efforts, of_others in _divide_chosen(asking, far, None):
        efforts = asking.of_kind.get("effort", _NOTHING)
        found |= _reached_from(asking, part, of_efforts) & near & efforts
        found |= _reached_from(asking, part, of_others) & near - efforts
    return bool(found)


def _reached_from(
    asking: Asking, part: frozenset[int], sides: Sides
) -> frozenset[int]:
    return asking.keep_found(
        ("reaching", part, sides),
        lambda: asking.network.reach.linked_with(part, sides),
    )
