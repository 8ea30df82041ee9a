"""The DIN matrix: which effort serves which goal and target, by which way, and on what evidence. Not how that is drawn."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from heapq import heapify, heappop, heappush
from itertools import groupby
from math import ceil
from typing import NamedTuple

from dinet.language import Joined, Sentence
from dinet.model import Effort, Element
from dinet.network import Network

SUPPORTING = frozenset({"contributes_to", "measures", "part_of"})
WEAK = frozenset({"inherited", "inferred"})
AIMS = frozenset({"goal", "target", "benefit", "capability", "result"})


class Way(IntEnum):
    """How an effort serves something, the nearest way first."""

    DIRECT = 0
    BETWEEN = 1
    GOAL = 2


SIGNS = {Way.DIRECT: "●", Way.BETWEEN: "■", Way.GOAL: "→"}
"""The sign of each way; it stands between brackets when the evidence is weak."""

WAYS = {
    Way.DIRECT: Sentence("directly"),
    Way.BETWEEN: Sentence(
        "by way of a target, or of something else that stands in between"
    ),
    Way.GOAL: Sentence("by way of another goal"),
}
BY_WEAK_EVIDENCE = Sentence("by weak evidence")
BRACKETS = Sentence("between brackets: by weak evidence, inherited or inferred")
PARTIAL = Sentence("Efforts that serve nothing in these columns stand in another part.")


class Cell(NamedTuple):
    """That an effort serves something.

    Args:
        way: The nearest of the ways by which it does so.
        weak: A link on that way is inherited or inferred, and no way that is as near is firm.
        via: The ids of what it serves and what itself serves this; empty when it serves this
            directly.
    """

    way: Way
    weak: bool = False
    via: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """The cell in one sign, which says as much without colour."""
        return f"({SIGNS[self.way]})" if self.weak else SIGNS[self.way]

    def words(self) -> Sentence:
        """The cell in words: ``directly``, ``by way of S1, by weak evidence``."""
        said = (
            Sentence("by way of {ids}", ids=", ".join(self.via))
            if self.via
            else WAYS[Way.DIRECT]
        )
        return Joined(said, BY_WEAK_EVIDENCE, glue=", ") if self.weak else said


class Column(NamedTuple):
    """A goal, or something that stands between goals and efforts; and the id of the theme under which it stands first."""

    element: Element
    theme: str | None


class Matrix(NamedTuple):
    """Efforts by goals and targets.

    Args:
        rows: All efforts, in reading order.
        columns: By theme; each goal is followed by what serves it, unless that stands under an
            earlier goal.
        cells: By the ids of an effort and of a column; there is none where the effort does not
            serve it.
    """

    rows: tuple[Effort, ...]
    columns: tuple[Column, ...]
    cells: dict[tuple[str, str], Cell]

    def cell(self, effort: Effort, column: Column) -> Cell | None:
        """What stands where a row and a column meet."""
        return self.cells.get((effort.id, column.element.id))

    def rows_in(self, band: tuple[Column, ...]) -> tuple[Effort, ...]:
        """The efforts that serve something in a band of columns; with the first band also those that serve nothing."""
        first = band == self.columns[: len(band)]
        return tuple(
            effort
            for effort in self.rows
            if any(self.cell(effort, column) for column in band)
            or (first and not any(self.served(effort)))
        )

    def served(self, effort: Effort) -> tuple[int, int]:
        """How many goals an effort serves, and how many targets and others."""
        columns = [
            column.element.kind for column in self.columns if self.cell(effort, column)
        ]
        return columns.count("goal"), len(columns) - columns.count("goal")

    def serving(self, column: Column) -> tuple[int, int]:
        """How many efforts serve a column, and how many of these do so directly."""
        cells = [cell for effort in self.rows if (cell := self.cell(effort, column))]
        return len(cells), sum(cell.way is Way.DIRECT for cell in cells)

    def row_words(self, effort: Effort) -> Sentence:
        """All that an effort serves, in one sentence: ``S1 (directly), D1 (by way of S1)``; or that it serves nothing."""
        found = [
            Sentence("{id} ({words})", id=column.element.id, words=cell.words())
            for column in self.columns
            if (cell := self.cell(effort, column))
        ]
        return Joined(*found, glue=", ") if found else Sentence("serves nothing here")

    def ways(self) -> tuple[tuple[Way, ...], bool]:
        """The ways that occur, and whether any evidence is weak: what a legend has to explain."""
        found = {(cell.way, cell.weak) for cell in self.cells.values()}
        return tuple(sorted({way for way, _ in found})), any(weak for _, weak in found)


def matrix(network: Network) -> Matrix:
    """The matrix of a whole programme; it has as many rows as there are efforts, also those that serve nothing."""
    columns = tuple(_columns(network))
    upward = _upward(network)
    ids = {column.element.id for column in columns}
    position = {each.id: at for at, each in enumerate(network)}
    cells = {
        (effort.id, served): cell
        for effort in network.efforts
        for served, cell in _reach(effort, network, upward, position)
        if served in ids
    }
    return Matrix(network.efforts, columns, cells)


def bands(columns: Sequence[Column], most: int) -> list[tuple[Column, ...]]:
    """Columns in as few pieces as can be, about as wide, and cut between themes where that can be.

    Args:
        columns: Of a matrix.
        most: So many fit in a piece.

    Example:
        >>> from dinet.model import Goal
        >>> goals = [Column(Goal(id=f"D{at}", text=""), theme) for at, theme in enumerate("aaabb")]
        >>> [len(band) for band in bands(goals, 4)], [len(band) for band in bands(goals, 2)]
        ([3, 2], [2, 1, 2])
    """
    fewest = list(_cut(columns, most))
    least = ceil(len(columns) / max(1, len(fewest)))
    tried = (list(_cut(columns, size)) for size in range(max(1, least), most))
    return next((found for found in tried if len(found) == len(fewest)), fewest)


def _cut(columns: Sequence[Column], most: int) -> Iterator[tuple[Column, ...]]:
    band: list[Column] = []
    for _, group in groupby(columns, key=lambda column: column.theme):
        theme = list(group)
        if band and len(band) + len(theme) > most:
            yield tuple(band)
            band = []
        share = ceil(len(theme) / ceil(len(theme) / most))
        *whole, rest = [theme[at : at + share] for at in range(0, len(theme), share)]
        yield from map(tuple, whole)
        band += rest
    if band:
        yield tuple(band)


def _columns(network: Network) -> Iterator[Column]:
    placed: set[str] = set()
    homes = {goal.id: _home(network, goal) for goal in network.goals}
    for theme in (*(theme.id for theme in network.themes), None):
        for goal in (goal for goal in network.goals if homes[goal.id] == theme):
            for each in _under(network, goal, placed):
                yield Column(each, theme)
    yield from (
        Column(each, None)
        for each in network
        if each.kind in AIMS and each.id not in placed
    )


def _home(network: Network, goal: Element) -> str | None:
    own = [
        each for each in network.serves(goal) if each.kind == "theme"
    ] or network.themes_of(goal)
    return own[0].id if own else None


def _under(network: Network, goal: Element, placed: set[str]) -> Iterator[Element]:
    """A goal and then what stands between it and its efforts, as far as that is not placed yet."""
    todo = [goal]
    while todo:
        here = todo.pop()
        if here.id not in placed:
            placed.add(here.id)
            yield here
            todo += [
                each
                for each in reversed(network.supports(here))
                if each.kind in AIMS and each.kind != "goal"
            ]


Upward = dict[str, list[tuple[str, bool]]]


def _upward(network: Network) -> Upward:
    """For each id what it serves at one link's distance, and whether that link rests on weak evidence."""
    found: dict[str, dict[str, bool]] = {}
    for link in network.links():
        if link.kind in SUPPORTING and link.start != link.end:
            served = found.setdefault(link.start, {})
            served[link.end] = served.get(link.end, True) and link.basis in WEAK
    return {start: list(served.items()) for start, served in found.items()}


def _reach(
    effort: Effort, network: Network, upward: Upward, position: dict[str, int]
) -> Iterator[tuple[str, Cell]]:
    """Everything that an effort serves, each by its nearest way."""
    todo = [(Way.DIRECT, weak, served) for served, weak in upward.get(effort.id, ())]
    heapify(todo)
    best: dict[str, tuple[Way, bool]] = {}
    through: dict[str, dict[Way, list[str]]] = {}
    while todo:
        way, weak, here = heappop(todo)
        if here in best or here == effort.id:
            continue
        best[here] = way, weak
        onward = Way.GOAL if network[here].kind == "goal" else max(way, Way.BETWEEN)
        for served, faint in upward.get(here, ()):
            through.setdefault(served, {}).setdefault(onward, []).append(here)
            heappush(todo, (onward, weak or faint, served))
    for here, (way, weak) in best.items():
        via = sorted(through[here][way], key=position.__getitem__) if way else ()
        yield here, Cell(way, weak, tuple(via))
