"""The best set by HiGHS, a solver of linear programmes in whole numbers.

It has two kinds of unknowns: whether an effort is chosen, and how far a part of the goals is
carried, which is at most the number of its carriers that are chosen. It reckons in numbers with a
point: what it finds is counted again in whole ones.
"""

from collections.abc import Sequence
from functools import reduce
from math import gcd
from typing import Any

import highspy

from dinet.choosing.choice_problem import (
    ChoiceProblem,
    EffortSet,
    SearchResult,
    places_in,
)

_LARGEST_FACTOR = 10**7
"""In one sum with both goals and money; with larger ones the solver loses the last digits."""
_HALF = 0.5
"""The solver tells whether something is chosen as a number that is nearly 0 or nearly 1."""


def find_best_set(
    problem: ChoiceProblem, banned: tuple[EffortSet, ...] = ()
) -> SearchResult:
    """A set that no other exceeds; a step is one iteration of the simplex method.

    Args:
        problem: With any number of candidates.
        banned: Sets that it may not contain as a whole.
    """
    unit = reduce(gcd, (*problem.costs, problem.budget)) or 1
    model = _ChoiceModel(problem, unit, banned)
    if problem.least_value:
        model.demand_value(problem.least_value)
    return SearchResult(_find_in_model(model), model.steps)


def _find_in_model(model: "_ChoiceModel") -> EffortSet | None:
    problem = model.problem
    if problem.takes_any:
        return model.find_any()
    price = problem.budget // model.unit + 1
    heaviest = max((part.weight for part in problem.parts), default=0)
    if problem.least_value and heaviest * price <= _LARGEST_FACTOR:
        # one unit of a goal outweighs all the money that there is
        return model.solve(price, 1)
    # both in one sum take ten times as long as one after the other where 300 prices differ
    found = model.solve(1, 0)
    if found is None:
        return None
    model.demand_value(problem.value_of(found))
    return model.solve(0, 1)


def _silent_solver() -> Any:
    """The solver, made without its own way of starting: that prints its name on the screen."""
    solver = highspy.Highs.__new__(highspy.Highs)
    super(highspy.Highs, solver).__init__()
    solver.setOptionValue("output_flag", False)
    return solver


class _ChoiceModel:
    """The rows and columns of a problem: efforts first, then the parts of the goals."""

    def __init__(
        self,
        problem: ChoiceProblem,
        unit: int,
        banned: Sequence[EffortSet],
    ) -> None:
        self.problem = problem
        self.unit = unit
        self.steps = 0
        self.solver = _silent_solver()
        # one thread and no gap: the same answer every time, and no other that is better
        self.solver.setOptionValue("threads", 1)
        self.solver.setOptionValue("mip_rel_gap", 0.0)
        self.solver.setOptionValue("mip_abs_gap", 0.0)
        self.efforts = len(problem.costs)
        self._add_columns()
        self._add_rows(banned)

    def _add_columns(self) -> None:
        for place in range(self.efforts):
            lower = self.problem.kept >> place & 1
            upper = 1 - (self.problem.left_out >> place & 1)
            self.solver.addVar(lower, upper)
            self.solver.changeColIntegrality(
                place, highspy.HighsVarType.kInteger
            )
        for _ in self.problem.parts:
            self.solver.addVar(0, 1)

    def _add_rows(self, banned: Sequence[EffortSet]) -> None:
        infinite = highspy.kHighsInf
        costs = [cost / self.unit for cost in self.problem.costs]
        budget = self.problem.budget // self.unit
        self._add_row(-infinite, budget, list(range(self.efforts)), costs)
        for number, part in enumerate(self.problem.parts, self.efforts):
            carriers = list(places_in(part.carriers))
            signs = [1.0, *[-1.0] * len(carriers)]
            self._add_row(-infinite, 0, [number, *carriers], signs)
        for one in banned:
            places = list(places_in(one))
            ones = [1.0] * len(places)
            self._add_row(-infinite, len(places) - 1, places, ones)

    def _add_row(
        self,
        lower: float,
        upper: float,
        columns: list[int],
        factors: list[float],
    ) -> None:
        self.solver.addRow(lower, upper, len(columns), columns, factors)

    def demand_value(self, value: int) -> None:
        """Look only at sets that carry so much.

        With whole numbers for the parts HiGHS proves in a tenth of the time that there is none.
        """
        for number in range(len(self.problem.parts)):
            column = self.efforts + number
            self.solver.changeColIntegrality(
                column, highspy.HighsVarType.kInteger
            )
        columns = range(self.efforts, self.efforts + len(self.problem.parts))
        weights = [float(part.weight) for part in self.problem.parts]
        self._add_row(value - _HALF, highspy.kHighsInf, list(columns), weights)

    def find_any(self) -> EffortSet | None:
        """Any set that meets the demands.

        Making the problem smaller first takes a quarter of the time, and with so little left to
        choose gains none.
        """
        self.solver.setOptionValue("presolve", "off")
        self.solver.setOptionValue("mip_detect_symmetry", False)
        return self.solve(0, 0)

    def solve(self, price: int, thrift: int) -> EffortSet | None:
        """The best set when a unit of the goals is worth a price, and money counts so much."""
        for place, cost in enumerate(self.problem.costs):
            self.solver.changeColCost(place, -thrift * cost / self.unit)
        for number, part in enumerate(self.problem.parts, self.efforts):
            self.solver.changeColCost(number, float(price * part.weight))
        self.solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self.solver.run()
        self.steps += self.solver.getInfo().simplex_iteration_count
        status = self.solver.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        values = self.solver.getSolution().col_value[: self.efforts]
        return sum(
            1 << place for place, value in enumerate(values) if value > _HALF
        )
