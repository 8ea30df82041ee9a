"""What a person settled for good about a portfolio: what is the same, and what is not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

ElementKey = tuple[str, str]
"""The namespace of a document and the id of an element in it."""


@dataclass(frozen=True, slots=True)
class SettledPairs:
    """The pairs that a person decided on.

    Args:
        same: Elements that are one.
        not_same: Elements that are two, whatever their words.
        programmes: For the folded name of a programme the namespace of its document; None where
            it is not among the documents.
    """

    same: tuple[tuple[ElementKey, ElementKey], ...] = ()
    not_same: tuple[tuple[ElementKey, ElementKey], ...] = ()
    programmes: Mapping[str, str | None] = field(default_factory=dict)

    def unite_settled(self) -> "SettledUnits":
        """The elements that are one by these pairs, directly or through others."""
        return SettledUnits(self.same)

    def keeps_apart(
        self, some: Iterable[ElementKey], others: Iterable[ElementKey]
    ) -> bool:
        """Whether an element of the first is settled not to be one of the others."""
        first, second = set(some), set(others)
        return any(
            (one in first and other in second)
            or (other in first and one in second)
            for one, other in self.not_same
        )


class SettledUnits:
    """Which elements are one by a person's decision.

    Args:
        pairs: Of elements that are the same.

    Example:
        >>> pairs = [(("a", "I1"), ("b", "I7")), (("b", "I7"), ("c", "I2"))]
        >>> units = SettledUnits(pairs)
        >>> units.unit_of(("c", "I2"))
        ('a', 'I1')
        >>> units.unit_of(("c", "I3"))
        ('c', 'I3')
    """

    def __init__(self, pairs: Iterable[tuple[ElementKey, ElementKey]]) -> None:
        self._above: dict[ElementKey, ElementKey] = {}
        for one, other in pairs:
            first, second = sorted((self.unit_of(one), self.unit_of(other)))
            if first != second:
                self._above[second] = first

    def unit_of(self, key: ElementKey) -> ElementKey:
        """The first element that is one with this; itself when nothing is."""
        way = []
        while key in self._above:
            way.append(key)
            key = self._above[key]
        # a thousand copies of one text would else be a way of a thousand steps
        self._above.update(dict.fromkeys(way, key))
        return key
