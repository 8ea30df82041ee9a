"""How much of the goals each effort carries: each goal split equally over those that carry it.

The game is: which goals keep an effort when only some efforts go on? A goal does when one of its
carriers is among them. Let efforts join in every order, and give a goal to the first of its
carriers to come: each of its n carriers comes first in one order of n. So the mean over all orders,
the value of Shapley, is 1/n of the goal for each carrier, and nothing for all others.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from dinet.model import Effort, Element, Goal
from dinet.network.goal_parts import GoalPart, goals_by_points, whole_goals
from dinet.network.grades import Grade
from dinet.network.network import Network


class EffortShare(NamedTuple):
    """What one effort carries.

    Args:
        effort: Of the programme.
        share: In goals: 1 for a goal that it carries alone, 1/3 for one that three carry.
        goals: That it carries, alone or with others.
        alone: Those of them that no other effort carries.
        by_points: Its share by the points that the document divides; None when it divides none.
        works_through: The efforts that it serves, when it carries no goal itself.
    """

    effort: Effort
    share: Fraction
    goals: tuple[Goal, ...]
    alone: tuple[Goal, ...]
    by_points: Fraction | None
    works_through: tuple[Effort, ...]


class Contribution(NamedTuple):
    """The goals of a programme, divided over its efforts.

    Args:
        shares: Of all efforts, the largest first, equal ones in the order of the programme.
        carried: The goals that an effort leads to: the shares add up to their number.
        not_carried: The goals without any effort.
        unknown: The goals of which the document does not say it.
        efforts_unknown: All efforts, when the document does not say of any which goal it serves.
        on_shared_target: Those of ``carried`` that have efforts only through a target that they
            share.
        on_weak_links: Those of ``carried`` that have none without links that the document does
            not give in so many words.
        points_carried: What the shares by points add up to; None when no points are divided.
    """

    shares: tuple[EffortShare, ...]
    carried: tuple[Goal, ...]
    not_carried: tuple[Goal, ...]
    unknown: tuple[Goal, ...]
    efforts_unknown: tuple[Element, ...]
    on_shared_target: tuple[Goal, ...]
    on_weak_links: tuple[Goal, ...]
    points_carried: Fraction | None


def find_contribution(network: Network) -> Contribution:
    """How much of the goals each effort carries.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> network = Network(Programme(
        ...     elements=(Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal"),
        ...               Effort(id="I2", text="Een veld")),
        ...     links=(Link(start="I1", end="D1", kind="contributes_to"),
        ...            Link(start="I2", end="D1", kind="contributes_to"))))
        >>> [str(each.share) for each in find_contribution(network).shares]
        ['1/2', '1/2']
    """
    wholes = whole_goals(network)
    pointed = goals_by_points(network)
    shares = _effort_shares(network, wholes, pointed)
    points = sum(split_equally(pointed).values(), Fraction(0))
    return Contribution(
        tuple(sorted(shares, key=lambda each: -each.share)),
        tuple(part.goal for part in wholes if part.carriers),
        _goals_of_grade(network, Grade.NONE),
        _goals_of_grade(network, Grade.UNKNOWN),
        tuple(
            each
            for each in network.orphans().unknown
            if isinstance(each, Effort)
        ),
        _goals_of_grade(network, Grade.SHARED_TARGET),
        tuple(
            filter(lambda goal: _rests_on_weak(network, goal), network.goals)
        ),
        points if pointed else None,
    )


def split_equally(parts: Iterable[GoalPart]) -> dict[str, Fraction]:
    """For each effort that carries something its share in some parts of goals, by its id."""
    shares: dict[str, Fraction] = {}
    for part in parts:
        for effort in part.carriers:
            share = part.size / len(part.carriers)
            shares[effort.id] = shares.get(effort.id, Fraction(0)) + share
    return shares


def _effort_shares(
    network: Network,
    wholes: tuple[GoalPart, ...],
    pointed: tuple[GoalPart, ...],
) -> list[EffortShare]:
    shares, by_points = split_equally(wholes), split_equally(pointed)
    goals_of: dict[str, list[GoalPart]] = {}
    for part in wholes:
        for effort in part.carriers:
            goals_of.setdefault(effort.id, []).append(part)
    none = Fraction(0)
    return [
        EffortShare(
            effort,
            shares.get(effort.id, none),
            tuple(part.goal for part in goals_of.get(effort.id, ())),
            _goals_carried_alone(goals_of.get(effort.id, ())),
            by_points.get(effort.id, none) if pointed else None,
            () if effort.id in shares else network.wholes_of(effort),
        )
        for effort in network.efforts
    ]


def _goals_carried_alone(parts: Iterable[GoalPart]) -> tuple[Goal, ...]:
    return tuple(part.goal for part in parts if len(part.carriers) == 1)


def _goals_of_grade(network: Network, grade: Grade) -> tuple[Goal, ...]:
    return tuple(
        goal for goal in network.goals if network.grade(goal) is grade
    )


def _rests_on_weak(network: Network, goal: Element) -> bool:
    return network.proof(goal).without_weak in (Grade.NONE, Grade.UNKNOWN)
