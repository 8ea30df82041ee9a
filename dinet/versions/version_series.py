"""Three or more versions of a programme: the life of each element from the first to the last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from dinet.model import AIM_KINDS, Element, Kind
from dinet.network import Network
from dinet.targets.known_target import know_target
from dinet.versions.changes import ElementChange
from dinet.versions.pairing import Certainty
from dinet.versions.version_comparison import (
    VersionComparison,
    compare_versions,
)
from dinet.vocabulary.folding import fold_text

Turn = Literal[
    "absent",
    "present",
    "same",
    "changed",
    "new",
    "back",
    "from_split",
    "from_merger",
    "gone",
    "split",
    "merged",
]
"""What becomes of an element in a version: ``present`` in the first, ``absent`` before it is new
and after it is gone, ``back`` when the same words stand there again."""


@dataclass(frozen=True, slots=True)
class LifeYear:
    """An element in one version.

    Args:
        turn: What became of it since the version before.
        element: As it stands there; None when it does not.
        changes: Since the version before.
        certainty: ``likely`` when a person has to look whether it is the same.
        asked: The values and deadlines that a target or goal names, in its own words.
    """

    turn: Turn
    element: Element | None = None
    changes: tuple[ElementChange, ...] = ()
    certainty: Certainty = "sure"
    asked: tuple[str, ...] = ()


@dataclass(slots=True)
class ElementLife:
    """An element through all versions: as many years as there are versions."""

    kind: Kind
    years: list[LifeYear] = field(default_factory=list)

    @property
    def is_constant(self) -> bool:
        """It stands in every version, and nothing of it changed."""
        return all(year.turn in ("present", "same") for year in self.years)

    @property
    def last_element(self) -> Element:
        """As it stood last."""
        return next(
            year.element for year in reversed(self.years) if year.element
        )


@dataclass(frozen=True, slots=True)
class AimCover:
    """How many efforts serve an aim in each version; None where it does not stand."""

    life: ElementLife
    efforts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class VersionSeries:
    """Versions of one programme in the order of time.

    Args:
        networks: The versions.
        steps: Each version compared with the one before it.
        lives: Of all elements of all versions: by the version in which they begin, in its order.
    """

    networks: tuple[Network, ...]
    steps: tuple[VersionComparison, ...]
    lives: tuple[ElementLife, ...]

    def aim_covers(self) -> Iterator[AimCover]:
        """How many efforts serve each goal and target in each version, through others too."""
        for life in self.lives:
            if life.kind in AIM_KINDS:
                yield AimCover(life, tuple(self._count_efforts(life)))

    def _count_efforts(self, life: ElementLife) -> Iterator[int | None]:
        for network, year in zip(self.networks, life.years, strict=True):
            element = year.element
            yield len(network.efforts_for(element)) if element else None


def follow_versions(networks: Sequence[Network]) -> VersionSeries:
    """Compare each version with the next, and follow every element.

    Args:
        networks: At least two, in the order of time.

    Example:
        >>> from dinet.model import Goal, Programme
        >>> texts = "Meer sport", "Meer sport", "Minder afval"
        >>> goals = (Goal(id="D1", text=text) for text in texts)
        >>> years = [Network(Programme(elements=(goal,))) for goal in goals]
        >>> [[year.turn for year in life.years] for life in follow_versions(years).lives]
        [['present', 'same', 'gone'], ['absent', 'absent', 'new']]
    """
    steps = tuple(
        compare_versions(one, two) for one, two in pairwise(networks)
    )
    lives = _LivesOfElements(networks[0])
    for number, step in enumerate(steps, start=1):
        lives.add_version(step, number)
    return VersionSeries(tuple(networks), steps, tuple(lives.all_lives))


class _LivesOfElements:
    """The lives so far, and which of them stands under which id in the last version.

    Args:
        first: The first version.
    """

    def __init__(self, first: Network) -> None:
        self.all_lives = [
            ElementLife(element.kind, [_year_of("present", element, first)])
            for element in first
        ]
        self._current = {life.last_element.id: life for life in self.all_lives}

    def add_version(self, step: VersionComparison, number: int) -> None:
        """Let every life go on for one version, and begin those that are new in it.

        Args:
            step: That version, compared with the one before it.
            number: How many versions stand before it.
        """
        following: dict[str, ElementLife] = {}
        for pair in step.pairs:
            life = self._current[pair.paired.old.id]
            turn: Turn = "changed" if pair.changes else "same"
            year = _year_of(turn, pair.paired.new, step.new)
            certainty = pair.paired.certainty
            life.years.append(
                replace(year, changes=pair.changes, certainty=certainty)
            )
            following[pair.paired.new.id] = life
        self._end_lives(step)
        following |= self._begin_lives(step, number)
        self._close_version(number + 1)
        self._current = following

    def _begin_lives(
        self, step: VersionComparison, number: int
    ) -> dict[str, ElementLife]:
        """Those that are new, by the id; one with the words of an ended life takes that up."""
        begun = {}
        ended = self._ended_by_text()
        for turn, element in _beginning_elements(step):
            key = element.kind, fold_text(element.text)
            life = ended.pop(key, None) if turn == "new" else None
            year = _year_of("back" if life else turn, element, step.new)
            if life is None:
                life = ElementLife(element.kind, [LifeYear("absent")] * number)
                self.all_lives.append(life)
            life.years.append(year)
            begun[element.id] = life
        return begun

    def _end_lives(self, step: VersionComparison) -> None:
        for turn, element in _ending_elements(step):
            self._current[element.id].years.append(LifeYear(turn))

    def _ended_by_text(self) -> dict[tuple[Kind, str], ElementLife]:
        """Those that stood in an earlier version and not in the last one, by kind and words."""
        current = {id(life) for life in self._current.values()}
        return {
            (life.kind, fold_text(life.last_element.text)): life
            for life in self.all_lives
            if id(life) not in current
        }

    def _close_version(self, count: int) -> None:
        for life in self.all_lives:
            if len(life.years) < count:
                life.years.append(LifeYear("absent"))


def _beginning_elements(
    step: VersionComparison,
) -> Iterator[tuple[Turn, Element]]:
    for element in step.added:
        yield "new", element
    for divided in step.split:
        for part in divided.parts:
            yield "from_split", part
    for divided in step.merged:
        yield "from_merger", divided.whole


def _ending_elements(
    step: VersionComparison,
) -> Iterator[tuple[Turn, Element]]:
    for element in step.gone:
        yield "gone", element
    for divided in step.split:
        yield "split", divided.whole
    for divided in step.merged:
        for part in divided.parts:
            yield "merged", part


def _year_of(turn: Turn, element: Element, network: Network) -> LifeYear:
    asked = tuple(_asked_by(element, network.programme.lang))
    return LifeYear(turn, element, asked=asked)


def _asked_by(element: Element, lang: str) -> Iterator[str]:
    """The words of its values, then of its deadlines; a goal asks what it has a figure for."""
    if element.kind not in AIM_KINDS:
        return
    known = know_target(element, lang)
    values = [value.origin.words for value in known.values]
    deadlines = [deadline.origin.words for deadline in known.deadlines]
    parts = dict.fromkeys([*values, *deadlines])
    for words in parts:
        if element.kind == "target" or any(map(str.isdigit, words)):
            yield words
