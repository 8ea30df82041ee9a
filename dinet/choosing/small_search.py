"""The best set among all sets of a few efforts, without a library.

Efforts are taken or left one by one. A branch ends where the budget does, and where the efforts
that are still to come cannot bring it up to the best set that was found: each adds at most what it
adds now, and the money that is left buys the best of them first, the last of these in part.
"""

from dinet.choosing.choice_problem import (
    ChoiceProblem,
    EffortSet,
    SearchResult,
)
from dinet.errors import MissingLibraryError
from dinet.language import Sentence

MOST_STEPS = 30_000
"""Efforts taken or left: a few seconds. Twenty efforts take far fewer, thirty mostly do."""


def find_best_set(
    problem: ChoiceProblem, banned: tuple[EffortSet, ...] = ()
) -> SearchResult:
    """A set that no other exceeds; a step is an effort taken or left.

    Args:
        problem: With few candidates.
        banned: Sets that it may not contain as a whole.

    Raises:
        MissingLibraryError: The search has to end before it is sure.
    """
    search = _SmallSearch(problem, banned)
    search.run()
    return SearchResult(search.best, search.steps)


class _SmallSearch:
    def __init__(
        self, problem: ChoiceProblem, banned: tuple[EffortSet, ...]
    ) -> None:
        self.problem = problem
        self.banned = banned
        self.best: EffortSet | None = None
        self.steps = 0
        self.best_rank = (problem.least_value, -problem.budget - 1)
        fixed = problem.kept | problem.left_out
        places = range(len(problem.costs))
        self.free = [place for place in places if not fixed >> place & 1]
        # what carries most for its money comes first: then good sets are found early
        self.free.sort(key=self._weight_per_cost, reverse=True)

    def _weight_per_cost(self, place: int) -> float:
        return self.problem.value_of(1 << place) / (
            self.problem.costs[place] or 1
        )

    def run(self) -> None:
        """Fill ``best`` and ``steps``."""
        kept = self.problem.kept
        waiting = [(0, kept, self.problem.cost_of(kept))]
        while waiting:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise _too_many_sets(len(self.free))
            number, chosen, cost = waiting.pop()
            if cost > self.problem.budget or self._is_banned(chosen):
                continue
            self._note_set(chosen, cost)
            if number < len(self.free) and self._can_win(number, chosen, cost):
                place = self.free[number]
                waiting.append((number + 1, chosen, cost))
                more = cost + self.problem.costs[place]
                waiting.append((number + 1, chosen | 1 << place, more))

    def _is_banned(self, chosen: EffortSet) -> bool:
        return any(not one & ~chosen for one in self.banned)

    def _note_set(self, chosen: EffortSet, cost: int) -> None:
        rank = (self.problem.value_of(chosen), -cost)
        if rank > self.best_rank:
            self.best, self.best_rank = chosen, rank

    def _can_win(self, number: int, chosen: EffortSet, cost: int) -> bool:
        """Whether a set can be better with some of the efforts from a number on."""
        value = self.problem.value_of(chosen)
        gains = []
        for place in self.free[number:]:
            gain = self.problem.value_of(chosen | 1 << place) - value
            if gain:
                gains.append((gain, self.problem.costs[place]))
        gains.sort(key=lambda pair: pair[0] / (pair[1] or 0.5), reverse=True)
        best_value, best_cost = self.best_rank[0], -self.best_rank[1]
        as_good = _least_price(gains, best_value - value)
        better = _least_price(gains, best_value - value + 1)
        is_cheaper = as_good is not None and cost + as_good < best_cost
        fits = better is not None and cost + better <= self.problem.budget
        return is_cheaper or fits


def _least_price(gains: list[tuple[int, int]], needed: int) -> int | None:
    """No efforts add so much for less; None when all together do not add it.

    Args:
        gains: What each adds at most, and its cost; the most for its money first.
        needed: What is to be added.
    """
    price = 0
    for gain, cost in gains:
        if needed <= 0:
            break
        if gain > needed:
            # a part of the last effort, rounded up to a whole cent
            return price - (-cost * needed // gain)
        price += cost
        needed -= gain
    return price if needed <= 0 else None


def _too_many_sets(efforts: int) -> MissingLibraryError:
    what = Sentence(
        "to choose from {count} efforts dinet needs the library highspy: without it, it would "
        "have to try too many sets.",
        count=efforts,
    )
    hint = Sentence(
        "Install it with: pip install {library}", library="highspy"
    )
    return MissingLibraryError(what, hint)
