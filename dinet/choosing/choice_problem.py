"""The choice in whole numbers: what efforts cost, what they carry, and how much there is.

A set of efforts is the bits of a whole number, by the places of the efforts among the candidates.
Money is in cents, and goals are weighed in whole parts, so that sums are exact.
"""

from collections.abc import Iterator
from typing import NamedTuple

EffortSet = int
"""Efforts as bits."""


class WeighedPart(NamedTuple):
    """A part of the goals, and any one of which efforts is enough for it.

    Args:
        weight: In the unit of the problem; not below 0.
        carriers: The efforts.
    """

    weight: int
    carriers: EffortSet


class ChoiceProblem(NamedTuple):
    """Which efforts to choose.

    Args:
        costs: Of each candidate, in cents; not below 0.
        parts: Of the goals.
        budget: In cents.
        kept: What has to be in the set.
        left_out: What may not be in it.
        least_value: Only sets that carry so much are looked at.
        takes_any: Any set that carries so much for the budget will do: it is known that none is
            better.
    """

    costs: tuple[int, ...]
    parts: tuple[WeighedPart, ...]
    budget: int
    kept: EffortSet = 0
    left_out: EffortSet = 0
    least_value: int = 0
    takes_any: bool = False

    def value_of(self, chosen: EffortSet) -> int:
        """The weight of all parts that a set carries."""
        return sum(
            part.weight for part in self.parts if part.carriers & chosen
        )

    def cost_of(self, chosen: EffortSet) -> int:
        """What a set costs, in cents."""
        return sum(map(self.costs.__getitem__, places_in(chosen)))

    def rank_of(self, chosen: EffortSet) -> tuple[int, int]:
        """How good a set is: first what it carries, then how little it costs."""
        return self.value_of(chosen), -self.cost_of(chosen)

    def without_idle(self, chosen: EffortSet) -> EffortSet:
        """A set without the efforts that add nothing to it; what has to be in it stays."""
        value = self.value_of(chosen)
        for place in places_in(chosen & ~self.kept):
            smaller = chosen & ~(1 << place)
            if self.value_of(smaller) == value:
                chosen = smaller
        return chosen


class SearchResult(NamedTuple):
    """What a search for the best set found, and how much work that was.

    Args:
        best: A set that no other exceeds; None when no set is left to look at.
        steps: How much work it was, in steps of the solver's own: the same on every machine.
    """

    best: EffortSet | None
    steps: int


def places_in(chosen: EffortSet) -> Iterator[int]:
    """The places of the efforts of a set, in their order."""
    place = 0
    while chosen >> place:
        if chosen >> place & 1:
            yield place
        place += 1
