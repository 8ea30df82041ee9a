"""The best choice of efforts, against trying every set."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from dinet.choosing import small_search
from dinet.choosing.best_choice import (
    BUILT_IN,
    Solver,
    choose_efforts,
    find_solver,
)
from dinet.choosing.choice_problem import ChoiceProblem, WeighedPart
from dinet.choosing.choice_question import ChoiceWishes
from dinet.choosing.effort_costs import find_costs
from dinet.errors import DocumentError, MissingLibraryError, UsageError
from dinet.model import Effort, Programme
from dinet.network import Network
from tests.builder import network as plan
from tests.network.worlds import element, link, world

HAS_HIGHS = find_solver().name != BUILT_IN
"""Whether the library of the extra ``choose`` is installed."""


def solvers() -> Iterator[Solver]:
    yield Solver(BUILT_IN, small_search.find_best_set)
    if HAS_HIGHS:
        yield find_solver()


@pytest.fixture(params=list(solvers()), ids=lambda solver: solver.name)
def solver(request, monkeypatch: pytest.MonkeyPatch) -> Solver:
    """Every way to find a best set, each taken for the one that is installed."""
    monkeypatch.setattr(
        "dinet.choosing.best_choice.find_solver", lambda: request.param
    )
    return request.param


def random_problem(random: Random, efforts: int) -> ChoiceProblem:
    """Few prices and weights, so that many sets are as good; also efforts for nothing."""
    prices = random.choice(([0, 10, 20], [3, 5, 7, 11], [1000]))
    costs = tuple(random.choice(prices) * 100 for _ in range(efforts))
    parts = []
    for _ in range(random.randint(0, efforts)):
        size = random.randint(1, min(3, efforts))
        carriers = random.sample(range(efforts), size)
        weight = random.choice((1, 1, 1, 2, 5, 3000))
        parts.append(WeighedPart(weight, sum(1 << one for one in carriers)))
    budget = random.randint(0, sum(costs) or 1)
    return ChoiceProblem(costs, tuple(parts), budget)


def sets_that_fit(problem: ChoiceProblem) -> Iterator[int]:
    for chosen in range(1 << len(problem.costs)):
        if problem.cost_of(chosen) <= problem.budget:
            yield chosen


@pytest.mark.no_cover
def test_the_best_set_is_that_of_trying_all(solver: Solver):
    random = Random(200)
    for _ in range(200):
        problem = random_problem(random, random.randint(1, 12))
        most = max(map(problem.rank_of, sets_that_fit(problem)))
        found = solver.find_best_set(problem, ()).best
        assert problem.cost_of(found) <= problem.budget
        assert problem.rank_of(found) == most


def random_programme(random: Random) -> tuple[Network, dict[str, Decimal]]:
    ids = [f"D{n}" for n in range(random.randint(1, 5))]
    ids += [f"I{n}" for n in range(random.randint(1, 6))]
    goals = [one for one in ids if one[0] == "D"]
    links = [
        link(effort, goal)
        for effort in ids[len(goals) :]
        for goal in random.sample(goals, random.randint(0, min(2, len(goals))))
    ]
    links += [link(ids[-1], goals[0])]
    programme = Programme(
        elements=tuple(map(element, ids)), links=tuple(links)
    )
    costs = {
        one: Decimal(random.choice((0, 5, 5, 10))) for one in ids[len(goals) :]
    }
    return Network(programme), costs


def carried(network: Network, chosen: set[str], weights) -> Fraction:
    """The weight of the goals that a set carries, from their efforts alone."""
    return sum(
        (
            weights.get(goal.id, Fraction(1))
            for goal in network.goals
            if chosen & {one.id for one in network.carriers_of(goal)}
        ),
        Fraction(0),
    )


def best_by_trying_all(network: Network, costs, budget, weights):
    """What the best sets carry and cost, and all of them that have no idle effort."""
    ids = [one.id for one in network.efforts if network.goals_of(one)]
    ranked = {}
    for bits in range(1 << len(ids)):
        chosen = frozenset(
            one for place, one in enumerate(ids) if bits >> place & 1
        )
        cost = sum(costs[one] for one in chosen)
        if cost <= budget:
            ranked[chosen] = (carried(network, chosen, weights), -cost)
    most = max(ranked.values())
    best = {chosen for chosen, rank in ranked.items() if rank == most}
    return most, {
        chosen for chosen in best if not any(one < chosen for one in best)
    }


def test_all_equally_good_sets_are_counted(solver: Solver):
    random = Random(7)
    for _ in range(60):
        network, costs = random_programme(random)
        budget = Decimal(random.randint(0, 25))
        choice = choose_efforts(network, ChoiceWishes(budget, costs))
        most, sets = best_by_trying_all(network, costs, budget, {})
        found = [{one.id for one in each.efforts} for each in choice.equal]
        assert (choice.best.value, -choice.best.cost) == most
        assert len(found) == len(sets)
        assert set(map(frozenset, found)) == sets
        assert {one.id for one in choice.in_all} == set.intersection(*found)
        assert choice.has_all_equal


def test_a_weight_that_moves_by_a_fifth_is_told_when_it_changes_the_best(
    solver: Solver,
):
    random = Random(8)
    told = 0
    for _ in range(60):
        network, costs = random_programme(random)
        budget = Decimal(random.choice((5, 10)))
        choice = choose_efforts(network, ChoiceWishes(budget, costs))
        best = {one.id for one in choice.best.efforts}
        moved = {(one.goal.id, one.by) for one in choice.moved}
        for goal in network.goals:
            for by in (Fraction(1, 5), Fraction(-1, 5)):
                weights = {goal.id: 1 + by}
                most, _ = best_by_trying_all(network, costs, budget, weights)
                changes = most[0] > carried(network, best, weights)
                assert ((goal.id, by) in moved) == changes
                told += changes
    assert told


def test_what_is_left_out_or_kept_is_compared_with_the_free_choice(
    solver: Solver,
):
    network = world("I1>D1 I1>D2 I2>D1 I3>D2 I4>D3")
    costs = {"I1": 10, "I2": 6, "I3": 6, "I4": 20}
    wishes = ChoiceWishes(
        Decimal(12), {one: Decimal(cost) for one, cost in costs.items()}
    )
    without = choose_efforts(network, wishes._replace(without=["I1"]))
    assert [one.id for one in without.best.efforts] == ["I2", "I3"]
    assert (without.unbound.value, without.unbound.cost) == (2, 10)
    kept = choose_efforts(network, wishes._replace(keep=["I2"]))
    assert [one.id for one in kept.best.efforts] == ["I2", "I3"]
    with pytest.raises(UsageError, match="what is kept costs 20"):
        choose_efforts(network, wishes._replace(keep=["I4"]))


def test_weights_of_goals_and_points_of_links_are_counted(solver: Solver):
    points = link("V1", "D1").model_copy(update={"weight": "70%"})
    others = link("V2", "D1").model_copy(update={"weight": "30%"})
    network = world("D1 I1>V1 I2>V2 I3>D2", points, others)
    costs = dict.fromkeys(("I1", "I2", "I3"), Decimal(5))
    wishes = ChoiceWishes(Decimal(5), costs, measure="points")
    assert choose_efforts(network, wishes).best.efforts[0].id == "I3"
    heavy = wishes._replace(weights={"D1": Fraction(2)})
    choice = choose_efforts(network, heavy)
    assert choice.best.efforts[0].id == "I1"
    assert (choice.best.value, choice.total) == (Fraction(7, 5), 3)


PLAN = """
doelen: [{id: D1, tekst: Meer sport}, {id: D2, tekst: Minder schuld}]
inspanningen:
  - {id: I1, tekst: Bouwen, voor: D1, budget: "€ 50.000"}
  - {id: I2, tekst: Trainen, voor: D1, budget: p.m.}
  - {id: I3, tekst: Werven, voor: D2}
  - {id: I4, tekst: Helpen, voor: D2, budget: "€ 5.000 per jaar"}
  - {id: I5, tekst: Tellen, budget: p.m.}
"""


def test_an_unknown_cost_is_asked_for_and_never_zero():
    network = plan(PLAN)
    wishes = ChoiceWishes(Decimal(60000))
    with pytest.raises(DocumentError) as refused:
        choose_efforts(network, wishes)
    words = str(refused.value)
    assert "3 efforts cost (“p.m.”: I2; nothing is stated: I3;" in words
    assert "“€ 5.000 per jaar”: I4)" in words
    assert "--cost I2=50000" in words
    given = dict.fromkeys(("I2", "I3", "I4"), Decimal(9000))
    choice = choose_efforts(network, wishes._replace(costs=given))
    assert choice.best.cost == 18000
    # what is left out has no price to know, and so no comparison
    rest = wishes._replace(costs={"I3": Decimal(1)}, without=["I2", "I4"])
    choice = choose_efforts(network, rest)
    assert (choice.best.cost, choice.unbound) == (50001, None)


def test_amounts_that_are_all_for_a_year_are_reckoned_by_the_year():
    network = plan(
        """
        inspanningen:
          - {id: I1, tekst: Bouwen, budget: "€ 50.000 per jaar"}
          - {id: I2, tekst: Trainen, budget: "€ 5.000 per jaar"}
        """
    )
    costs = find_costs(network, network.efforts, {})
    assert costs.yearly
    assert [int(one.amount) for one in costs.by_id.values()] == [50000, 5000]


def test_an_effort_costs_its_parts_when_it_says_nothing_itself():
    network = plan(
        """
        doelen: [{id: D1, tekst: Meer sport}]
        inspanningen:
          - {id: I1, tekst: Bouwen, voor: D1}
          - {id: I2, tekst: Ontwerpen, voor: I1, budget: "€ 50.000"}
          - {id: I3, tekst: Metselen, voor: I1, budget: "€ 20.000"}
        """
    )
    one = network.efforts[0]
    assert isinstance(one, Effort)
    (cost,) = find_costs(network, [one], {}).by_id.values()
    assert (cost.amount, cost.origin) == (70000, "parts")


def test_a_search_without_a_library_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("dinet.choosing.small_search.MOST_STEPS", 500)
    efforts = 60
    costs = tuple(range(1000, 1000 + efforts))
    parts = tuple(
        WeighedPart(7 + one % 5, 1 << one | 1 << (one * 7 + 3) % efforts)
        for one in range(efforts)
    )
    problem = ChoiceProblem(costs, parts, sum(costs) // 3)
    with pytest.raises(MissingLibraryError, match="library highspy"):
        small_search.find_best_set(problem)


def test_counting_ends_where_the_steps_for_many_efforts_do(
    solver: Solver, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("dinet.choosing.best_choice.MANY_CANDIDATES", 2)
    ids = ["I1", "I2", "I3", "I4", "I5", "I6"]
    links = tuple(link(one, f"D{one[1]}") for one in ids)
    goals = [f"D{one[1]}" for one in ids]
    elements = tuple(map(element, [*goals, *ids]))
    network = Network(Programme(elements=elements, links=links))
    wishes = ChoiceWishes(Decimal(10), dict.fromkeys(ids, Decimal(10)))
    counted = choose_efforts(network, wishes)
    laborious = Solver(
        "laborious",
        lambda *asked: solver.find_best_set(*asked)._replace(steps=1000),
    )
    monkeypatch.setattr(
        "dinet.choosing.best_choice.find_solver", lambda: laborious
    )
    ended = choose_efforts(network, wishes)
    assert (len(counted.equal), counted.has_all_equal) == (6, True)
    assert (len(ended.equal), ended.has_all_equal) == (3, False)
    assert ended.best in counted.equal


@pytest.mark.skipif(not HAS_HIGHS, reason="needs the extra dinet[choose]")
def test_three_hundred_efforts_have_a_proven_best_set():
    random = Random(300)
    ids = [f"I{n}" for n in range(300)]
    links = [
        link(effort, f"D{goal}")
        for goal in range(150)
        for effort in random.sample(ids, random.choice((1, 1, 2, 3)))
    ]
    goals = [f"D{n}" for n in range(150)]
    elements = tuple(map(element, [*goals, *ids]))
    network = Network(Programme(elements=elements, links=tuple(links)))
    costs = {one: Decimal(random.randrange(5, 120) * 1000) for one in ids}
    wishes = ChoiceWishes(Decimal(2_000_000), costs, most_sets=1)
    choice = choose_efforts(network, wishes)
    assert (choice.solver, choice.moved) == ("highs", None)
    assert choice.best.cost <= 2_000_000
    # no effort that is left adds a goal for the money that is left
    rest = 2_000_000 - choice.best.cost
    open_goals = {goal.id for goal in network.goals} - {
        goal.id for goal in choice.best.carried
    }
    for effort in choice.candidates:
        adds = open_goals & {goal.id for goal in network.goals_of(effort)}
        assert not adds or costs[effort.id] > rest
