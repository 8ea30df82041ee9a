"""The money of several elements added up: what is known, what is open and what is not said.

Unknown money is never zero. An amount that elements share counts once, and so does one that an
element repeats in each of its rows.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from dinet.model import Amount, Element
from dinet.wording.amounts import read_amounts

_CENTS = Decimal("0.01")
_EURO = "EUR"


class UnitTotal(NamedTuple):
    """A sum in one unit, such as ``EUR``, ``EUR per jaar`` or ``fte``; None: no unit is said."""

    unit: str | None
    value: Decimal


class MoneySum(NamedTuple):
    """What some elements cost together.

    Args:
        totals: Of the amounts that are known, by unit; empty when none is.
        known: The ids of the elements with such an amount.
        unknown: The ids of those of which an amount is open, as ``p.m.`` is, or no plain number.
        unstated: The ids of those of which no words for money stand in the document.
        shared_cells: How many cells state one amount for several of these elements.
    """

    totals: tuple[UnitTotal, ...]
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    unstated: tuple[str, ...]
    shared_cells: int


class _StatedAmount(NamedTuple):
    """An amount of an element; ``cell`` is the same for all that state it in one cell."""

    value: Decimal | None
    unit: str | None
    cell: object


class MoneyReader:
    """Adds up the money of elements, and reads the words of each element once.

    Args:
        lang: The language of the document, for its notation of numbers.

    Example:
        >>> from dinet.model import Effort
        >>> plan = [("I1", "€ 500"), ("I2", "p.m."), ("I3", None)]
        >>> efforts = [Effort(id=id, text=id, budget=words) for id, words in plan]
        >>> money = MoneyReader("nl").sum_of(efforts)
        >>> money.totals[0].value, money.unknown, money.unstated
        (Decimal('500'), ('I2',), ('I3',))
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.amounts_by_id: dict[str, list[_StatedAmount]] = {}

    def sum_of(self, elements: Iterable[Element]) -> MoneySum:
        """The money of some elements, each given once: every cell counts once."""
        totals: dict[str | None, Decimal] = {}
        users: dict[object, set[str]] = {}
        ids: dict[str, list[str]] = {
            "known": [],
            "unknown": [],
            "unstated": [],
        }
        for element in elements:
            amounts = self._amounts_of(element)
            for standing in _money_standings(element, amounts):
                ids[standing].append(element.id)
            for amount in amounts:
                if amount.cell not in users and amount.value is not None:
                    before = totals.get(amount.unit, Decimal(0))
                    totals[amount.unit] = before + amount.value
                users.setdefault(amount.cell, set()).add(element.id)
        return MoneySum(
            tuple(UnitTotal(*total) for total in totals.items()),
            tuple(ids["known"]),
            tuple(ids["unknown"]),
            tuple(ids["unstated"]),
            sum(len(sharing) > 1 for sharing in users.values()),
        )

    def _amounts_of(self, element: Element) -> list[_StatedAmount]:
        amounts = self.amounts_by_id.get(element.id)
        if amounts is None:
            amounts = list(_stated_amounts(element, self.lang))
            self.amounts_by_id[element.id] = amounts
        return amounts


def _stated_amounts(element: Element, lang: str) -> Iterator[_StatedAmount]:
    """The amounts of an element: as reading gave them, or those in the words of its budget."""
    for number, stated in enumerate(_without_repeated(element.amounts)):
        cell: object = (element.id, number)
        if stated.place is not None:
            cell = (stated.place, stated.text, stated.year)
        yield _StatedAmount(stated.value, stated.unit, cell)
    if not element.amounts:
        read = read_amounts(element.budget or "", "", lang)
        for number, amount in enumerate(read):
            cell = (element.id, number)
            yield _StatedAmount(amount.value, amount.unit, cell)


def _without_repeated(amounts: Iterable[Amount]) -> Iterator[Amount]:
    """The amounts of an element, each once for its column.

    Met in tables that repeat an effort, with its money, under every goal that it serves.
    """
    told: set[tuple[str | None, str, str | None]] = set()
    for amount in amounts:
        if amount.place is not None:
            as_told = (amount.place.heading, amount.text, amount.year)
            if as_told in told:
                continue
            told.add(as_told)
        yield amount


def _money_standings(
    element: Element, amounts: list[_StatedAmount]
) -> Iterator[str]:
    """What is known of the money of an element; both, where one amount of two is open."""
    if not amounts:
        yield "unknown" if element.budget else "unstated"
        return
    if any(amount.value is not None for amount in amounts):
        yield "known"
    if any(amount.value is None for amount in amounts):
        yield "unknown"


def total_in_words(total: UnitTotal, lang: str) -> str:
    """A sum as people write it in a language.

    Example:
        >>> total_in_words(UnitTotal("EUR per jaar", Decimal(12500)), "nl").split()
        ['€', '12.500', 'per', 'jaar']
        >>> total_in_words(UnitTotal("fte", Decimal("1.5")), "nl")
        '1,50 fte'
    """
    number = _number_in_words(total.value, lang)
    unit = total.unit or ""
    if unit.startswith(_EURO):
        return f"€\N{NO-BREAK SPACE}{number}{unit.removeprefix(_EURO)}"
    return f"{number} {unit}".strip()


def _number_in_words(value: Decimal, lang: str) -> str:
    is_whole = value == value.to_integral_value()
    digits = format(value.quantize(Decimal(1) if is_whole else _CENTS), ",f")
    if lang == "nl":
        return digits.translate(str.maketrans(",.", ".,"))
    return digits


def money_data(money: MoneySum) -> dict[str, object]:
    """The sum ready for JSON: numbers as text, so that no cent is lost."""
    return {
        "totals": [
            {"unit": total.unit, "value": format(total.value, "f")}
            for total in money.totals
        ],
        "known": list(money.known),
        "unknown": list(money.unknown),
        "unstated": list(money.unstated),
        "shared_cells": money.shared_cells,
    }
