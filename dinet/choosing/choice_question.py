"""What is asked of a choice, and the question in whole numbers that it makes of a programme."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Literal, NamedTuple

from dinet.choosing.choice_problem import (
    ChoiceProblem,
    EffortSet,
    WeighedPart,
    places_in,
)
from dinet.choosing.effort_costs import KnownCosts, MissingCost, find_costs
from dinet.errors import DocumentError, UsageError
from dinet.language import CountedSentence, JoinedSentences, Sentence
from dinet.model import Effort, Goal
from dinet.network import Network
from dinet.network.goal_parts import goals_by_points, whole_goals

Measure = Literal["goals", "points"]
"""What is to be as much as possible: goals with an effort, or the points that efforts carry."""
CENTS = 100
"""In a euro."""


class ChoiceWishes(NamedTuple):
    """What is asked.

    Args:
        budget: In euros.
        costs: Of efforts, by id: they win over what the document says.
        keep: The ids of efforts that have to be in.
        without: The ids of efforts that may not be in.
        measure: What is to be as much as possible.
        weights: Of goals, by id; 1 for the others.
        most_sets: Equally good sets that are counted; None for the usual number.
        move_weights: Move the weights of goals also when there are many efforts.
    """

    budget: Decimal
    costs: Mapping[str, Decimal] = {}
    keep: Sequence[str] = ()
    without: Sequence[str] = ()
    measure: Measure = "goals"
    weights: Mapping[str, Fraction] = {}
    most_sets: int | None = None
    move_weights: bool = False


class ChosenSet(NamedTuple):
    """A set of efforts.

    Args:
        efforts: In the order of the programme.
        cost: Together, in euros.
        value: The weight of the goals that they carry.
        carried: The goals that they carry, whole or in part.
    """

    efforts: tuple[Effort, ...]
    cost: Decimal
    value: Fraction
    carried: tuple[Goal, ...]


class ChoiceQuestion:
    """A programme and the wishes, as a problem in whole numbers.

    Args:
        network: The programme.
        wishes: What is asked.

    Raises:
        UsageError: A wish names no effort or goal, keeps what it leaves out, or the document
            divides no points.
        DocumentError: No effort carries a goal, or it is not known what some efforts cost.
    """

    def __init__(self, network: Network, wishes: ChoiceWishes) -> None:
        self.network = network
        self.wishes = wishes
        _check_wishes(network, wishes)
        self.pointed = goals_by_points(network)
        by_points = wishes.measure == "points"
        if by_points and not self.pointed:
            raise UsageError(
                Sentence("the document divides no points over its goals.")
            )
        self.parts = self.pointed if by_points else whole_goals(network)
        self.efforts = self._find_candidates()
        self.place_of = {one.id: at for at, one in enumerate(self.efforts)}
        self.costs = self._find_costs()
        self.problem = self.problem_with(self.weights())

    def _find_candidates(self) -> tuple[Effort, ...]:
        """The efforts that carry a part of a goal, and those that have to be in."""
        wanted = {one.id for part in self.parts for one in part.carriers}
        if not wanted:
            raise DocumentError(
                Sentence(
                    "no effort carries a goal: there is nothing to choose."
                )
            )
        wanted.update(self.wishes.keep)
        return tuple(one for one in self.network.efforts if one.id in wanted)

    def _find_costs(self) -> KnownCosts:
        costs = find_costs(self.network, self.efforts, self.wishes.costs)
        needed = [
            one
            for one in costs.missing
            if one.effort.id not in self.wishes.without
        ]
        if needed:
            raise DocumentError(_missing_costs(needed))
        return costs

    def weights(self) -> dict[str, Fraction]:
        """The weight of every goal, by its id."""
        given = self.wishes.weights
        return {
            goal.id: given.get(goal.id, Fraction(1))
            for goal in self.network.goals
        }

    def problem_with(self, weights: Mapping[str, Fraction]) -> ChoiceProblem:
        """The problem when the goals weigh so much."""
        sizes = [part.size * weights[part.goal.id] for part in self.parts]
        scale = lcm(*(size.denominator for size in sizes))
        by_carriers: dict[EffortSet, int] = {}
        for part, size in zip(self.parts, sizes, strict=True):
            carriers = self.bits_of(one.id for one in part.carriers)
            if carriers and size:
                before = by_carriers.get(carriers, 0)
                by_carriers[carriers] = before + int(size * scale)
        return ChoiceProblem(
            tuple(map(self._cents_of, self.efforts)),
            tuple(
                WeighedPart(weight, carriers)
                for carriers, weight in by_carriers.items()
            ),
            int(self.wishes.budget * CENTS),
            self.bits_of(self.wishes.keep),
            self.bits_of(self.wishes.without),
        )

    def _cents_of(self, effort: Effort) -> int:
        # what is left out may have no cost that is known; it is never chosen
        cost = self.costs.by_id.get(effort.id)
        return int(cost.amount * CENTS) if cost else 0

    def bits_of(self, ids: Iterable[str]) -> EffortSet:
        """Some efforts as bits; those that could not be chosen anyway are left out."""
        places = {self.place_of[one] for one in ids if one in self.place_of}
        return sum(1 << place for place in places)

    def efforts_at(self, chosen: EffortSet) -> tuple[Effort, ...]:
        """The efforts of a set."""
        return tuple(self.efforts[place] for place in places_in(chosen))

    def chosen_set(self, chosen: EffortSet) -> ChosenSet:
        """A set with what it costs and carries."""
        sizes = self.sizes_carried(chosen)
        weights = self.weights()
        return ChosenSet(
            self.efforts_at(chosen),
            Decimal(self.problem.cost_of(chosen)) / CENTS,
            sum(
                (size * weights[goal] for goal, size in sizes.items()),
                Fraction(0),
            ),
            tuple(goal for goal in self.network.goals if sizes[goal.id]),
        )

    def sizes_carried(self, chosen: EffortSet) -> dict[str, Fraction]:
        """How much of each goal a set carries, from 0 to 1, by the id of the goal."""
        sizes = {goal.id: Fraction(0) for goal in self.network.goals}
        for part in self.parts:
            if chosen & self.bits_of(one.id for one in part.carriers):
                sizes[part.goal.id] += part.size
        return sizes


def _check_wishes(network: Network, wishes: ChoiceWishes) -> None:
    for ids in (wishes.costs, wishes.keep, wishes.without):
        for one in ids:
            if not isinstance(network[one], Effort):
                raise UsageError(Sentence("{id} is no effort.", id=one))
    for one in wishes.weights:
        if not isinstance(network[one], Goal):
            raise UsageError(Sentence("{id} is no goal.", id=one))
    for one in wishes.keep:
        if one in wishes.without:
            raise UsageError(
                Sentence("{id} is both kept and left out.", id=one)
            )


def _missing_costs(missing: Sequence[MissingCost]) -> Sentence:
    """Which costs are asked for, why, and how they are given."""
    ids_by_reason: dict[Sentence, list[str]] = {}
    for one in missing:
        ids_by_reason.setdefault(one.why, []).append(one.effort.id)
    reasons = [
        Sentence("{why}: {ids}", why=why, ids=", ".join(ids))
        for why, ids in ids_by_reason.items()
    ]
    return Sentence(
        "{efforts}. What is not known is not nothing: give it with --cost {id}=50000, or with "
        "--costs FILE, which has a line “{id}: 50000” for each.",
        efforts=CountedSentence(
            "it is not known what {count} effort costs ({reasons})",
            "it is not known what {count} efforts cost ({reasons})",
            len(missing),
            reasons=JoinedSentences(*reasons, glue="; "),
        ),
        id=missing[0].effort.id,
    )
