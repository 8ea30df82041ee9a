"""What efforts cost, by the document or by what somebody gives; and of which that is not known.

An amount that is open, that counts in another unit, or that several efforts share says nothing of
one effort: then it is asked for. It is never taken to be zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from dinet.language import Sentence
from dinet.model import Effort, Place
from dinet.network import Network
from dinet.report.coverage.money_sum import MoneyReader, MoneySum

CostOrigin = Literal["document", "parts", "given"]
"""Where a cost comes from: the effort itself, the sum of its parts, or somebody who gave it."""
EURO, EURO_A_YEAR = "EUR", "EUR per jaar"


class EffortCost(NamedTuple):
    """What an effort costs."""

    amount: Decimal
    origin: CostOrigin


class MissingCost(NamedTuple):
    """An effort of which it is not known what it costs, and why."""

    effort: Effort
    why: Sentence


class KnownCosts(NamedTuple):
    """The costs of some efforts.

    Args:
        by_id: Of those that are known.
        missing: The others, in the order of the programme.
        yearly: Whether they are for a year; then so is the budget.
    """

    by_id: dict[str, EffortCost]
    missing: tuple[MissingCost, ...]
    yearly: bool


def find_costs(
    network: Network, wanted: Sequence[Effort], given: Mapping[str, Decimal]
) -> KnownCosts:
    """What some efforts cost.

    Args:
        network: The programme.
        wanted: The efforts.
        given: Amounts by the ids of efforts: these win over what the document says.
    """
    reader = _CostReader(network, given)
    reader.choose_unit(wanted)
    by_id: dict[str, EffortCost] = {}
    missing = []
    for effort in wanted:
        cost = reader.cost_of(effort)
        if isinstance(cost, EffortCost):
            by_id[effort.id] = cost
        else:
            missing.append(MissingCost(effort, cost))
    return KnownCosts(by_id, tuple(missing), reader.unit == EURO_A_YEAR)


class _CostReader:
    def __init__(self, network: Network, given: Mapping[str, Decimal]) -> None:
        self.network = network
        self.given = given
        self.money = MoneyReader(network.programme.lang)
        self.unit = EURO
        self.shared_cells = _cells_of_several(network.efforts)

    def choose_unit(self, wanted: Iterable[Effort]) -> None:
        """Reckon by the year when every amount of these efforts is for a year."""
        stated = [
            total.unit
            for effort in wanted
            for total in self.money.sum_of([effort]).totals
            if effort.id not in self.given
        ]
        if stated and set(stated) == {EURO_A_YEAR}:
            self.unit = EURO_A_YEAR

    def cost_of(self, effort: Effort) -> EffortCost | Sentence:
        """What an effort costs, or why that is not known."""
        if effort.id in self.given:
            return EffortCost(self.given[effort.id], "given")
        own = self._own_cost(effort)
        if isinstance(own, Decimal):
            return EffortCost(own, "document")
        is_silent = not effort.budget and not effort.amounts
        parts = self._cost_of_parts(effort) if is_silent else None
        return own if parts is None else EffortCost(parts, "parts")

    def _own_cost(self, effort: Effort) -> Decimal | Sentence:
        money = self.money.sum_of([effort])
        if money.unstated:
            return Sentence("nothing is stated")
        if any(one.place in self.shared_cells for one in effort.amounts):
            return Sentence("one amount stands there for several efforts")
        amount = self._plain_amount(money)
        if amount is None:
            return Sentence("“{words}”", words=_words_for_money(effort))
        return amount

    def _plain_amount(self, money: MoneySum) -> Decimal | None:
        """The one amount in the unit that is reckoned in; None when it is open, or another."""
        if money.unknown or len(money.totals) != 1:
            return None
        (total,) = money.totals
        fits = total.unit == self.unit or (
            total.unit is None and self.unit == EURO
        )
        return total.value if fits and total.value >= 0 else None

    def _cost_of_parts(self, effort: Effort) -> Decimal | None:
        """What the parts of an effort cost together, when that is known of all of them."""
        parts = [
            self.network[link.start]
            for link in self.network.links_of(effort)
            if link.kind == "part_of" and link.end == effort.id != link.start
        ]
        costs = [
            self.given.get(part.id, self._own_cost(part))
            for part in parts
            if isinstance(part, Effort)
        ]
        known = [cost for cost in costs if isinstance(cost, Decimal)]
        if not known or len(known) < len(costs):
            return None
        return sum(known, Decimal(0))


def _cells_of_several(efforts: Iterable[Effort]) -> set[Place | None]:
    """The cells of which more than one effort has an amount."""
    first: dict[Place, str] = {}
    shared: set[Place | None] = set()
    for effort in efforts:
        for amount in effort.amounts:
            place = amount.place
            if place and first.setdefault(place, effort.id) != effort.id:
                shared.add(place)
    return shared


def _words_for_money(effort: Effort) -> str:
    """What the document says of the money of an effort."""
    return effort.budget or "; ".join(one.text for one in effort.amounts)
