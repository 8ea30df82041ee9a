"""The best choice of efforts in sentences, with what it rests on."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from dinet.choosing.best_choice import Choice, MovedWeight
from dinet.choosing.choice_question import ChosenSet
from dinet.choosing.effort_costs import CostOrigin
from dinet.language import CountedSentence, Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.report.coverage.money_sum import UnitTotal, total_in_words

MOST_SETS = 5
"""Equally good sets that are told in words; the data has all that were counted."""


class ChoiceWords:
    """What is told of a choice.

    Args:
        choice: The answer.
        network: The programme.
        lang: The language of the reader, for the notation of numbers.
    """

    def __init__(self, choice: Choice, network: Network, lang: str) -> None:
        self.choice = choice
        self.network = network
        self.lang = lang

    def money(self, amount: Decimal) -> str:
        """An amount as people write it; for a year when all costs are."""
        unit = "EUR per jaar" if self.choice.costs.yearly else "EUR"
        return total_in_words(UnitTotal(unit, amount), self.lang)

    def best_sentence(self) -> Sentence:
        """What the best set carries and costs."""
        best = self.choice.best
        return Sentence(
            "Best within {budget}: {efforts} for {cost}, which carry {value}.",
            budget=self.money(self.choice.wishes.budget),
            efforts=CountedSentence(
                "{count} effort", "{count} efforts", len(best.efforts)
            ),
            cost=self.money(best.cost),
            value=self._value_words(best.value),
        )

    def _value_words(self, value: Fraction) -> Sentence:
        """Goals as a count where all weigh the same, else as a part of all that they weigh."""
        total = self.choice.total
        if is_plain_count(self.choice):
            return CountedSentence(
                "{value} of {count} goal",
                "{value} of {count} goals",
                int(total),
                value=int(value),
            )
        return Sentence(
            "{value} of {total} points, with 1 for a goal as a whole",
            value=self._number_words(value),
            total=self._number_words(total),
        )

    def _number_words(self, value: Fraction) -> str:
        words = f"{float(value):.2f}".rstrip("0").rstrip(".")
        return words.replace(".", ",") if self.lang == "nl" else words

    def left_sentences(self) -> Iterator[Sentence]:
        """What is not chosen, what it would cost, and which goals have no effort then."""
        choice = self.choice
        yield from self._goal_sentences()
        chosen = {effort.id for effort in choice.best.efforts}
        others = [one for one in choice.candidates if one.id not in chosen]
        if others:
            priced = [self._priced_id(one) for one in others]
            yield Sentence("Not chosen: {ids}.", ids=", ".join(priced))
        for effort, needed in choice.unmet:
            yield Sentence(
                "{id} depends on {needed}, which is not chosen.",
                id=effort.id,
                needed=needed.id,
            )

    def _goal_sentences(self) -> Iterator[Sentence]:
        never = self.choice.not_carried
        known = {goal.id for goal in (*self.choice.best.carried, *never)}
        lost = [goal for goal in self.network.goals if goal.id not in known]
        if lost:
            ids = ids_of(lost)
            yield Sentence("Goals that it does not carry: {ids}.", ids=ids)
        if never:
            yield Sentence(
                "Goals that no effort carries, so that no choice does: {ids}.",
                ids=ids_of(never),
            )

    def _priced_id(self, effort: Element) -> str:
        cost = self.choice.costs.by_id.get(effort.id)
        return (
            f"{effort.id} ({self.money(cost.amount)})" if cost else effort.id
        )

    def certainty_sentences(self) -> Iterator[Sentence]:
        """How many sets are as good, what is in all and in none, and what the wishes cost."""
        yield from self._count_sentences()
        choice = self.choice
        if choice.in_none and len(choice.equal) > 1:
            ids = ids_of(choice.in_none)
            yield Sentence("In none of these sets: {ids}.", ids=ids)
        if choice.unbound:
            yield self._unbound_sentence(choice.unbound)
        elif choice.costs.missing:
            missing = [one.effort for one in choice.costs.missing]
            yield Sentence(
                "What leaving out costs cannot be said: it is not known what {ids} would cost.",
                ids=ids_of(missing),
            )

    def _only_set_sentence(self) -> Sentence:
        if self.choice.has_all_equal:
            return Sentence(
                "No other set carries as much for as little money."
            )
        return Sentence(
            "Whether other sets carry as much for as little money was not counted."
        )

    def _count_sentences(self) -> Iterator[Sentence]:
        equal = self.choice.equal
        if len(equal) == 1:
            yield self._only_set_sentence()
            return
        if self.choice.has_all_equal:
            yield Sentence(
                "{count} sets carry as much for as little money.",
                count=len(equal),
            )
        else:
            yield Sentence(
                "At least {count} sets carry as much for as little money; no more were counted.",
                count=len(equal),
            )
        for chosen in equal[:MOST_SETS]:
            yield Sentence("Set: {ids}.", ids=ids_of(chosen.efforts))
        in_all = ids_of(self.choice.in_all) or Sentence("none")
        yield Sentence("In all of these sets: {ids}.", ids=in_all)

    def _unbound_sentence(self, unbound: ChosenSet) -> Sentence:
        """What it costs that efforts are kept or left out."""
        best = self.choice.best
        if (unbound.value, unbound.cost) == (best.value, best.cost):
            return Sentence(
                "What is kept or left out costs nothing: without these wishes no set is better."
            )
        return Sentence(
            "Without what is kept or left out, the best set would be {ids}: {value} for {cost}.",
            ids=ids_of(unbound.efforts),
            value=self._value_words(unbound.value),
            cost=self.money(unbound.cost),
        )

    def move_sentences(self) -> Iterator[Sentence]:
        """What another weight of one goal changes."""
        moved = self.choice.moved
        if moved is None:
            yield Sentence(
                "Not tried with so many efforts: --move-weights does, one search for each goal."
            )
        elif not moved:
            yield Sentence(
                "The same set stays the best, whichever goal it is."
            )
        for one in moved or ():
            yield self._move_sentence(one)

    def _move_sentence(self, moved: MovedWeight) -> Sentence:
        changes = _changes_sentence(moved)
        goal = moved.goal.id
        if moved.by < 0:
            return Sentence(
                "{goal} lighter: {changes}.", goal=goal, changes=changes
            )
        return Sentence(
            "{goal} heavier: {changes}.", goal=goal, changes=changes
        )

    def caution_sentences(self) -> Iterator[Sentence]:
        """What the answer takes for granted."""
        choice = self.choice
        if is_plain_count(choice):
            yield Sentence(
                "All goals count equally. That is an assumption, and the best set is the best "
                "only under it."
            )
        else:
            yield Sentence(
                "Goals count by the weights that were given or that the document has; the best "
                "set is the best only under these."
            )
        if choice.divides_points and choice.wishes.measure == "goals":
            yield Sentence(
                "The document divides points over what serves its goals: --by points counts these."
            )
        yield Sentence(
            "One effort is enough to carry a goal here; whether it is enough to reach the goal "
            "cannot be reckoned."
        )
        given = self._costs_from("given")
        if given:
            yield Sentence(
                "Costs that were given, and are not those of the document: {ids}.",
                ids=given,
            )
        summed = self._costs_from("parts")
        if summed:
            yield Sentence(
                "Costs that are the sum of the parts of the effort: {ids}.",
                ids=summed,
            )

    def _costs_from(self, origin: CostOrigin) -> str:
        costs = self.choice.costs.by_id.items()
        return ", ".join(one for one, cost in costs if cost.origin == origin)


def _changes_sentence(moved: MovedWeight) -> Sentence:
    enters, leaves = ids_of(moved.enters), ids_of(moved.leaves)
    if not leaves:
        return Sentence("{ids} comes in", ids=enters)
    if not enters:
        return Sentence("{ids} goes out", ids=leaves)
    return Sentence(
        "{enters} in place of {leaves}", enters=enters, leaves=leaves
    )


def is_plain_count(choice: Choice) -> bool:
    """Whether every goal counts as 1, whole or not at all."""
    weighs_same = all(weight == 1 for weight in choice.wishes.weights.values())
    return choice.wishes.measure == "goals" and weighs_same


def ids_of(elements: Sequence[Element]) -> str:
    """The ids of some elements behind each other."""
    return ", ".join(element.id for element in elements)
