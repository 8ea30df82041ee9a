"""How all goals and targets of a portfolio are covered.

What one document leaves open is not said by another: so each goal has the grade of its own
document, and in the network of all it would seem to have none where nobody said so.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dinet.model import Kind
from dinet.network import Tally
from dinet.network.grades import Grade
from dinet.portfolio.documents import PortfolioDocument
from dinet.portfolio.settled import ElementKey, SettledPairs

_BEST_FIRST = (
    *(grade for grade in Grade if grade not in (Grade.NONE, Grade.UNKNOWN)),
    Grade.UNKNOWN,
    Grade.NONE,
)
"""Of one goal in two documents it is unknown, not none, where one of them leaves it open."""


class WholeCoverage(NamedTuple):
    """The grades of all goals and all targets."""

    goals: Tally
    targets: Tally


def cover_whole(
    documents: Sequence[PortfolioDocument], settled: SettledPairs
) -> WholeCoverage:
    """The grades of all goals and targets, each once.

    Args:
        documents: All.
        settled: Which elements are one: these have the best grade of them.
    """
    return WholeCoverage(
        _tally_kind(documents, settled, "goal"),
        _tally_kind(documents, settled, "target"),
    )


def _tally_kind(
    documents: Iterable[PortfolioDocument], settled: SettledPairs, kind: Kind
) -> Tally:
    units = settled.unite_settled()
    best: dict[ElementKey, Grade] = {}
    for document in documents:
        for element in document.known:
            if element.kind != kind:
                continue
            unit = units.unit_of((document.namespace, element.id))
            grades = document.known.grade(element), best.get(unit, Grade.NONE)
            best[unit] = min(grades, key=_BEST_FIRST.index)
    counts = Counter(best.values())
    return Tally(*(counts[grade] for grade in Grade))
