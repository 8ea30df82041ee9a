"""The DIN matrix: which effort serves which goal and target, by which way, and on what evidence. Not how that is drawn."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from heapq import heapify, heappop, heappush
from itertools import groupby
from math import ceil
from typing import NamedTuple

from dinet.language import JoinedSentences, Sentence
from dinet.model import (
    AIM_KINDS,
    BETWEEN_KINDS,
    SUPPORTING_LINKS,
    WEAK_BASES,
    Effort,
    Element,
)
from dinet.network import Network


class ServingWay(IntEnum):
    """How an effort serves something, the nearest way first."""

    DIRECT = 0
    BETWEEN = 1
    GOAL = 2


WAY_SIGNS = {ServingWay.DIRECT: "●", ServingWay.BETWEEN: "■", ServingWay.GOAL: "→"}
"""The sign of each way; it stands between brackets when the evidence is weak."""

WAY_WORDS = {
    ServingWay.DIRECT: Sentence("directly"),
    ServingWay.BETWEEN: Sentence(
        "by way of a target, or of something else that stands in between"
    ),
    ServingWay.GOAL: Sentence("by way of another goal"),
}
BY_WEAK_EVIDENCE = Sentence("by weak evidence")
BRACKETS_LEGEND = Sentence("between brackets: by weak evidence, inherited or inferred")
PARTIAL_LEGEND = Sentence(
    "Efforts that serve nothing in these columns stand in another part."
)


class MatrixCell(NamedTuple):
    """That an effort serves something.

    Args:
        way: The nearest of the ways by which it does so.
        weak: A link on that way is inherited or inferred, and no way that is as near is firm.
        via: The ids of what it serves and what itself serves this; empty when it serves this
            directly.
    """

    way: ServingWay
    weak: bool = False
    via: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """The cell in one sign, which says as much without colour."""
        return f"({WAY_SIGNS[self.way]})" if self.weak else WAY_SIGNS[self.way]

    def words(self) -> Sentence:
        """The cell in words: ``directly``, ``by way of S1, by weak evidence``."""
        said = (
            Sentence("by way of {ids}", ids=", ".join(self.via))
            if self.via
            else WAY_WORDS[ServingWay.DIRECT]
        )
        return JoinedSentences(said, BY_WEAK_EVIDENCE, glue=", ") if self.weak else said


class MatrixColumn(NamedTuple):
    """A goal, or something that stands between goals and efforts; and the id of the theme under which it stands first."""

    element: Element
    theme: str | None


class DinMatrix(NamedTuple):
    """Efforts by goals and targets.

    Args:
        rows: All efforts, in reading order.
        columns: By theme; each goal is followed by what serves it, unless that stands under an
            earlier goal.
        cells: By the ids of an effort and of a column; there is none where the effort does not
            serve it.
    """

    rows: tuple[Effort, ...]
    columns: tuple[MatrixColumn, ...]
    cells: dict[tuple[str, str], MatrixCell]

    def cell(self, effort: Effort, column: MatrixColumn) -> MatrixCell | None:
        """What stands where a row and a column meet."""
        return self.cells.get((effort.id, column.element.id))

    def rows_in(self, band: tuple[MatrixColumn, ...]) -> tuple[Effort, ...]:
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

    def serving(self, column: MatrixColumn) -> tuple[int, int]:
        """How many efforts serve a column, and how many of these do so directly."""
        cells = [cell for effort in self.rows if (cell := self.cell(effort, column))]
        return len(cells), sum(cell.way is ServingWay.DIRECT for cell in cells)

    def row_words(self, effort: Effort) -> Sentence:
        """All that an effort serves, in one sentence: ``S1 (directly), D1 (by way of S1)``; or that it serves nothing."""
        found = [
            Sentence("{id} ({words})", id=column.element.id, words=cell.words())
            for column in self.columns
            if (cell := self.cell(effort, column))
        ]
        return (
            JoinedSentences(*found, glue=", ")
            if found
            else Sentence("serves nothing here")
        )

    def ways(self) -> tuple[tuple[ServingWay, ...], bool]:
        """The ways that occur, and whether any evidence is weak: what a legend has to explain."""
        found = {(cell.way, cell.weak) for cell in self.cells.values()}
        return tuple(sorted({way for way, _ in found})), any(weak for _, weak in found)


def build_matrix(network: Network) -> DinMatrix:
    """The matrix of a whole programme; it has as many rows as there are efforts, also those that serve nothing."""
    columns = tuple(_order_columns(network))
    upward = _upward_links(network)
    ids = {column.element.id for column in columns}
    position = {each.id: at for at, each in enumerate(network)}
    cells = {
        (effort.id, served): cell
        for effort in network.efforts
        for served, cell in _reach_served(effort, network, upward, position)
        if served in ids
    }
    return DinMatrix(network.efforts, columns, cells)


def split_columns(
    columns: Sequence[MatrixColumn], most: int
) -> list[tuple[MatrixColumn, ...]]:
    """Columns in as few pieces as can be, about as wide, and cut between themes where that can be.

    Args:
        columns: Of a matrix.
        most: So many fit in a piece.

    Example:
        >>> from dinet.model import Goal
        >>> goals = [MatrixColumn(Goal(id=f"D{at}", text=""), theme) for at, theme in enumerate("aaabb")]
        >>> [len(band) for band in split_columns(goals, 4)], [len(band) for band in split_columns(goals, 2)]
        ([3, 2], [2, 1, 2])
    """
    fewest = list(_cut_bands(columns, most))
    least = ceil(len(columns) / max(1, len(fewest)))
    tried = (list(_cut_bands(columns, size)) for size in range(max(1, least), most))
    return next((found for found in tried if len(found) == len(fewest)), fewest)


def _cut_bands(
    columns: Sequence[MatrixColumn], most: int
) -> Iterator[tuple[MatrixColumn, ...]]:
    band: list[MatrixColumn] = []
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


def _order_columns(network: Network) -> Iterator[MatrixColumn]:
    placed: set[str] = set()
    homes = {goal.id: _first_theme(network, goal) for goal in network.goals}
    for theme in (*(theme.id for theme in network.themes), None):
        for goal in (goal for goal in network.goals if homes[goal.id] == theme):
            for each in _take_under_goal(network, goal, placed):
                yield MatrixColumn(each, theme)
    yield from (
        MatrixColumn(each, None)
        for each in network
        if each.kind in AIM_KINDS and each.id not in placed
    )


def _first_theme(network: Network, goal: Element) -> str | None:
    own = [
        each for each in network.serves(goal) if each.kind == "theme"
    ] or network.themes_of(goal)
    return own[0].id if own else None


def _take_under_goal(
    network: Network, goal: Element, placed: set[str]
) -> Iterator[Element]:
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
                if each.kind in BETWEEN_KINDS
            ]


UpwardLinks = dict[str, list[tuple[str, bool]]]


def _upward_links(network: Network) -> UpwardLinks:
    """For each id what it serves at one link's distance, and whether that link rests on weak evidence."""
    found: dict[str, dict[str, bool]] = {}
    for link in network.links():
        if link.kind in SUPPORTING_LINKS and link.start != link.end:
            served = found.setdefault(link.start, {})
            served[link.end] = served.get(link.end, True) and link.basis in WEAK_BASES
    return {start: list(served.items()) for start, served in found.items()}


def _reach_served(
    effort: Effort, network: Network, upward: UpwardLinks, position: dict[str, int]
) -> Iterator[tuple[str, MatrixCell]]:
    """Everything that an effort serves, each by its nearest way."""
    todo = [
        (ServingWay.DIRECT, weak, served) for served, weak in upward.get(effort.id, ())
    ]
    heapify(todo)
    best: dict[str, tuple[ServingWay, bool]] = {}
    through: dict[str, dict[ServingWay, list[str]]] = {}
    while todo:
        way, weak, here = heappop(todo)
        if here in best or here == effort.id:
            continue
        best[here] = way, weak
        onward = (
            ServingWay.GOAL
            if network[here].kind == "goal"
            else max(way, ServingWay.BETWEEN)
        )
        for served, faint in upward.get(here, ()):
            through.setdefault(served, {}).setdefault(onward, []).append(here)
            heappush(todo, (onward, weak or faint, served))
    for here, (way, weak) in best.items():
        via = sorted(through[here][way], key=position.__getitem__) if way else ()
        yield here, MatrixCell(way, weak, tuple(via))
