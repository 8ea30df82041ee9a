"""How goals are divided over efforts, against the plainest way to count it."""

from fractions import Fraction
from itertools import combinations, permutations
from random import Random

import pytest

from dinet.api import Network
from dinet.model import Link, Programme
from dinet.network import Grade
from dinet.network.contribution import find_contribution
from dinet.network.worst_losses import find_worst_losses
from tests.network.worlds import element, link, world

UNCOVERED = (Grade.NONE, Grade.UNKNOWN)


def random_network(random: Random) -> Network:
    """A few goals, targets, efforts and capabilities with links of every direction."""
    ids = [f"D{n}" for n in range(random.randint(1, 4))]
    ids += [f"S{n}" for n in range(random.randint(0, 3))]
    ids += [f"V{n}" for n in range(random.randint(0, 2))]
    ids += [f"I{n}" for n in range(random.randint(1, 5))]
    pairs = [random.choices(ids, k=2) for _ in range(random.randint(2, 14))]
    links = tuple(link(start, end) for start, end in pairs)
    return Network(Programme(elements=tuple(map(element, ids)), links=links))


def goals_kept(network: Network, going_on: frozenset[str]) -> int:
    """Goals with a grade when only some efforts go on, by what ``impact`` says of the others."""
    covered = {
        goal.id
        for goal in network.goals
        if network.grade(goal) not in UNCOVERED
    }
    stopped = [each.id for each in network.efforts if each.id not in going_on]
    lost = {
        loss.element.id
        for loss in network.impact(*stopped).losses
        if loss.after in UNCOVERED
    }
    return len(covered - lost)


def shapley_by_orders(network: Network) -> dict[str, Fraction]:
    """What each effort adds in goals, as the mean over all orders in which they join."""
    ids = [effort.id for effort in network.efforts]
    kept = {
        frozenset(some): goals_kept(network, frozenset(some))
        for size in range(len(ids) + 1)
        for some in combinations(ids, size)
    }
    orders = list(permutations(ids))
    shares = dict.fromkeys(ids, Fraction(0))
    for order in orders:
        for place, effort in enumerate(order):
            before = frozenset(order[:place])
            added = kept[before | {effort}] - kept[before]
            shares[effort] += Fraction(added, len(orders))
    return shares


def test_the_share_is_the_value_of_shapley_of_the_goals_that_keep_a_grade():
    random = Random(18)
    for _ in range(60):
        network = random_network(random)
        answer = find_contribution(network)
        found = {each.effort.id: each.share for each in answer.shares}
        assert found == shapley_by_orders(network)


def test_shares_add_up_to_the_goals_with_an_effort_and_alone_is_what_impact_loses():
    random = Random(1)
    for _ in range(100):
        network = random_network(random)
        answer = find_contribution(network)
        assert sum(each.share for each in answer.shares) == len(answer.carried)
        for each in answer.shares:
            lost = network.impact(each.effort.id).losses
            goals = [one.element for one in lost if one.after in UNCOVERED]
            assert list(each.alone) == [
                goal for goal in network.goals if goal in goals
            ]


def test_a_sub_effort_works_through_its_effort_and_has_no_share():
    answer = find_contribution(world("I1>D1 I2>I1 I3>D1"))
    one, three, two = answer.shares
    assert (one.share, three.share) == (Fraction(1, 2), Fraction(1, 2))
    assert (two.share, [each.id for each in two.works_through]) == (0, ["I1"])


def pointed(start: str, end: str, points: str) -> Link:
    return link(start, end).model_copy(update={"weight": points})


def test_points_are_followed_as_far_as_they_are_divided():
    network = world(
        "D1 V1 V2 I1>V1 I2>V1 I3",
        pointed("V1", "D1", "60%"),
        pointed("V2", "D1", "10%"),
        pointed("I3", "D1", "30%"),
    )
    answer = find_contribution(network)
    points = {each.effort.id: each.by_points for each in answer.shares}
    share = Fraction(3, 10)
    assert points == {"I1": share, "I2": share, "I3": share}
    assert answer.points_carried == Fraction(9, 10)
    assert sum(each.share for each in answer.shares) == 1


def test_points_that_go_round_in_a_circle_end():
    network = world(
        "D1 D2 I1 I2",
        pointed("D1", "D2", "40%"),
        pointed("D2", "D1", "50%"),
        pointed("I1", "D1", "50%"),
        pointed("I2", "D2", "60%"),
    )
    answer = find_contribution(network)
    assert answer.points_carried == 2


def test_without_points_there_is_no_share_by_points():
    (share,) = find_contribution(world("I1>D1")).shares
    assert share.by_points is None


def worst_by_trying_all(network: Network, size: int):
    """The goals lost at most, and the sets that lose so many without an idle effort."""
    ids = [effort.id for effort in network.efforts]
    whole = goals_kept(network, frozenset(ids))
    lost = {
        frozenset(some): whole
        - goals_kept(network, frozenset(ids) - set(some))
        for count in range(min(size, len(ids)) + 1)
        for some in combinations(ids, count)
    }
    most = max(lost.values())
    return most, {
        some
        for some, count in lost.items()
        if count == most > 0
        and all(lost[some - {each}] < count for each in some)
    }


def test_the_worst_losses_are_those_of_trying_all_sets():
    random = Random(3)
    for _ in range(60):
        network = random_network(random)
        for loss in find_worst_losses(network, 3):
            most, sets = worst_by_trying_all(network, loss.size)
            found = {
                frozenset(each.id for each in one.efforts) for one in loss.sets
            }
            assert (loss.lost, loss.at_most, found) == (most, most, sets)
            assert all(len(one.goals) == most for one in loss.sets)
            assert loss.is_whole


def test_a_search_that_ends_early_tells_a_bound(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("dinet.network.worst_losses.MOST_GROUPS", 1)
    random = Random(4)
    for _ in range(60):
        network = random_network(random)
        for loss in find_worst_losses(network, 3):
            most, _ = worst_by_trying_all(network, loss.size)
            assert loss.lost <= most <= loss.at_most
