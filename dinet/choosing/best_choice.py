"""The efforts that carry most of the goals for a sum of money, and how sure that answer is."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from math import inf
from operator import and_, or_
from typing import NamedTuple

from dinet.choosing import small_search
from dinet.choosing.choice_problem import (
    ChoiceProblem,
    EffortSet,
    SearchResult,
    places_in,
)
from dinet.choosing.choice_question import (
    CENTS,
    ChoiceQuestion,
    ChoiceWishes,
    ChosenSet,
)
from dinet.choosing.effort_costs import KnownCosts
from dinet.errors import MissingLibraryError, UsageError
from dinet.language import Sentence
from dinet.model import Effort, Element, Goal
from dinet.network import Network
from dinet.plugins import PluginFolder

FIFTH = Fraction(1, 5)
"""By so much of its weight a goal is made heavier and lighter."""
MANY_CANDIDATES = 40
"""With more efforts fewer sets are counted, and weights are moved only when that is asked."""
SETS_OF_FEW, SETS_OF_MANY = 100, 10
"""Equally good sets that are counted at most, with few and with many efforts."""
STEPS_OF_MANY = 2_500
"""With many efforts no further set is looked for after so many steps of HiGHS: half a second.

Of 360 plans of 300 efforts this ended the search of 27 before it had proved that it had them all.
"""
BUILT_IN = "built-in"
"""The name of the search that needs no library."""

FindBestSet = Callable[[ChoiceProblem, tuple[EffortSet, ...]], SearchResult]


class Solver(NamedTuple):
    """What finds a best set, and its name."""

    name: str
    find_best_set: FindBestSet


class MovedWeight(NamedTuple):
    """A goal that makes another set the best when it weighs more or less.

    Args:
        goal: Whose weight is moved, and no other.
        by: The share of its weight that is added.
        enters: Efforts that are chosen then.
        leaves: Efforts that are not chosen any more.
    """

    goal: Goal
    by: Fraction
    enters: tuple[Effort, ...]
    leaves: tuple[Effort, ...]


class Choice(NamedTuple):
    """The answer.

    Args:
        wishes: What was asked.
        candidates: The efforts that carry a goal, and those that are kept.
        best: Of the sets that carry most, one of the cheapest.
        equal: All sets that carry as much for as little money, ``best`` the first of them.
        has_all_equal: Whether these are all; else there may be more.
        in_all: The efforts that are in each of ``equal``.
        in_none: The candidates that are in none of them.
        unbound: The best set without ``keep`` and ``without``; None when neither was asked, or
            when it is not known what an effort costs that is left out.
        moved: What changes when one goal weighs a fifth more or less; None when not tried.
        costs: Of the candidates.
        total: The weight of all goals, also of those that no effort carries.
        not_carried: Goals that no effort carries, so that no choice can.
        unmet: Efforts of ``best`` with one that they depend on and that is not chosen.
        divides_points: Whether the document divides points over what serves its goals.
        solver: What found it: a plug-in of ``solvers``, or ``built-in``.
    """

    wishes: ChoiceWishes
    candidates: tuple[Effort, ...]
    best: ChosenSet
    equal: tuple[ChosenSet, ...]
    has_all_equal: bool
    in_all: tuple[Effort, ...]
    in_none: tuple[Effort, ...]
    unbound: ChosenSet | None
    moved: tuple[MovedWeight, ...] | None
    costs: KnownCosts
    total: Fraction
    not_carried: tuple[Goal, ...]
    unmet: tuple[tuple[Effort, Element], ...]
    divides_points: bool
    solver: str


def choose_efforts(network: Network, wishes: ChoiceWishes) -> Choice:
    """The best set of efforts for a budget.

    Raises:
        UsageError: A wish names no effort or goal, or cannot be met: what is kept costs more than
            there is.
        DocumentError: It is not known what some efforts cost, or none carries a goal.
        MissingLibraryError: There are too many efforts to try, and no solver is installed.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> network = Network(Programme(
        ...     elements=(Goal(id="D1", text="Meer sport"),
        ...               Effort(id="I1", text="Een hal", budget="€ 90.000"),
        ...               Effort(id="I2", text="Een veld", budget="€ 40.000")),
        ...     links=(Link(start="I1", end="D1", kind="contributes_to"),
        ...            Link(start="I2", end="D1", kind="contributes_to"))))
        >>> choice = choose_efforts(network, ChoiceWishes(Decimal(100000)))
        >>> [effort.id for effort in choice.best.efforts], choice.best.cost
        (['I2'], Decimal('40000'))
    """
    question = ChoiceQuestion(network, wishes)
    problem = question.problem
    _check_kept(problem, wishes.budget)
    solver = find_solver()
    sets, has_all = _find_equal_sets(question, solver)
    best = question.chosen_set(sets[0])
    every = (1 << len(question.efforts)) - 1
    return Choice(
        wishes,
        question.efforts,
        best,
        tuple(map(question.chosen_set, sets)),
        has_all,
        question.efforts_at(reduce(and_, sets)),
        question.efforts_at(every & ~reduce(or_, sets)),
        _find_unbound(question, solver),
        _find_moved(question, sets[0], solver),
        question.costs,
        sum(question.weights().values(), Fraction(0)),
        tuple(goal for goal in network.goals if not network.carriers_of(goal)),
        tuple(_unmet_needs(network, best.efforts)),
        bool(question.pointed),
        solver.name,
    )


def _check_kept(problem: ChoiceProblem, budget: Decimal) -> None:
    cost = problem.cost_of(problem.kept)
    if cost > problem.budget:
        what = Sentence(
            "what is kept costs {cost}, and the budget is {budget}.",
            cost=f"{Decimal(cost) / CENTS:f}",
            budget=f"{budget:f}",
        )
        raise UsageError(what)


def find_solver() -> Solver:
    """A library that is installed, or else the search that needs none."""
    for name, plugin in PluginFolder("dinet.choosing.solvers").plugins.items():
        try:
            return Solver(name, plugin.module.find_best_set)
        except MissingLibraryError:
            continue
    return Solver(BUILT_IN, small_search.find_best_set)


def _find_equal_sets(
    question: ChoiceQuestion, solver: Solver
) -> tuple[list[EffortSet], bool]:
    """The sets that are as good as the best, without idle efforts, and whether these are all.

    Each time the sets that were found, and what holds one of them, are left out of the search.
    """
    problem = question.problem
    most_sets, most_steps = _counting_limits(question)
    sets: list[EffortSet] = []
    steps = 0
    while len(sets) <= most_sets and steps <= most_steps:
        result = solver.find_best_set(problem, tuple(sets))
        found = problem.without_idle(result.best or 0)
        is_worse = sets and problem.rank_of(found) < problem.rank_of(sets[0])
        if result.best is None or is_worse:
            # in the order of the programme, whichever solver found which first
            return sorted(sets, key=lambda one: list(places_in(one))), True
        steps += result.steps
        sets.append(found)
        # what is as good carries as much for no more, and so it is found sooner
        problem = problem._replace(
            budget=problem.cost_of(found),
            least_value=problem.value_of(found),
            takes_any=True,
        )
    return sets[:most_sets], False


def _counting_limits(question: ChoiceQuestion) -> tuple[int, float]:
    """How many sets are counted at most, and after how many steps no other is looked for."""
    if question.wishes.most_sets is not None:
        return question.wishes.most_sets, inf
    if len(question.efforts) > MANY_CANDIDATES:
        return SETS_OF_MANY, STEPS_OF_MANY
    return SETS_OF_FEW, inf


def _find_unbound(
    question: ChoiceQuestion, solver: Solver
) -> ChosenSet | None:
    """What would be best without ``keep`` and ``without``."""
    wishes = question.wishes
    if not (wishes.keep or wishes.without) or question.costs.missing:
        return None
    free = question.problem._replace(kept=0, left_out=0)
    found = solver.find_best_set(free, ()).best or 0
    return question.chosen_set(free.without_idle(found))


def _find_moved(
    question: ChoiceQuestion, best: EffortSet, solver: Solver
) -> tuple[MovedWeight, ...] | None:
    is_small = len(question.efforts) <= MANY_CANDIDATES
    if not is_small and not question.wishes.move_weights:
        return None
    return tuple(_moved_weights(question, best, solver))


def _moved_weights(
    question: ChoiceQuestion, best: EffortSet, solver: Solver
) -> Iterator[MovedWeight]:
    """The goals whose weight makes another set the best.

    A goal that the best set carries as a whole counts for no other set more when it weighs more;
    and one that it does not carry, for no other set less when it weighs less.
    """
    sizes = question.sizes_carried(best)
    for goal in question.network.goals:
        ways = (
            (FIFTH, sizes[goal.id] < 1),
            (-FIFTH, sizes[goal.id] > 0),
        )
        for by, can_matter in ways:
            if can_matter:
                yield from _moved_weight(question, best, solver, goal, by)


def _moved_weight(
    question: ChoiceQuestion,
    best: EffortSet,
    solver: Solver,
    goal: Goal,
    by: Fraction,
) -> Iterator[MovedWeight]:
    weights = question.weights()
    weights[goal.id] *= 1 + by
    problem = question.problem_with(weights)
    better = problem._replace(least_value=problem.value_of(best) + 1)
    found = solver.find_best_set(better, ()).best
    if found is not None:
        found = problem.without_idle(found)
        enters = question.efforts_at(found & ~best)
        leaves = question.efforts_at(best & ~found)
        yield MovedWeight(goal, by, enters, leaves)


def _unmet_needs(
    network: Network, efforts: Sequence[Effort]
) -> Iterator[tuple[Effort, Element]]:
    """What chosen efforts depend on by a link of the document, and is an effort not chosen."""
    chosen = {effort.id for effort in efforts}
    for effort in efforts:
        for link in network.links_of(effort):
            if link.kind == "depends_on" and link.start == effort.id:
                needed = network[link.end]
                if isinstance(needed, Effort) and needed.id not in chosen:
                    yield effort, needed
