"""The DIN matrix: which effort serves which goal and target, by which way, on what evidence.

How it is drawn stands in ``matrix_pages``.
"""

from collections.abc import Iterable, Iterator, Sequence
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
    Goal,
)
from dinet.network import Network


class ServingWay(IntEnum):
    """How an effort serves something, the nearest way first."""

    DIRECT = 0
    BETWEEN = 1
    GOAL = 2
    SHARED = 3


WAY_SIGNS = {
    ServingWay.DIRECT: "●",
    ServingWay.BETWEEN: "■",
    ServingWay.GOAL: "→",
    ServingWay.SHARED: "○",
}
"""The sign of each way; it stands between brackets when the evidence is weak."""

WAY_WORDS = {
    ServingWay.DIRECT: Sentence("directly"),
    ServingWay.BETWEEN: Sentence(
        "by way of a target, or of something else that stands in between"
    ),
    ServingWay.GOAL: Sentence("by way of another goal"),
    ServingWay.SHARED: Sentence(
        "only by way of a target that goals share, and maybe meant for another of them"
    ),
}
BY_WEAK_EVIDENCE = Sentence("by weak evidence")
BRACKETS_LEGEND = Sentence(
    "between brackets: by weak evidence, inherited or inferred"
)
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
        way = WAY_WORDS[ServingWay.DIRECT]
        if self.via:
            ids = ", ".join(self.via)
            way = Sentence("by way of {ids}", ids=ids)
            if self.way is ServingWay.SHARED:
                way = Sentence(
                    "only by way of {ids}, which leads over a shared target",
                    ids=ids,
                )
        return (
            JoinedSentences(way, BY_WEAK_EVIDENCE, glue=", ")
            if self.weak
            else way
        )


class MatrixColumn(NamedTuple):
    """A goal, or something that stands between goals and efforts.

    ``theme`` is the id of the theme under which it stands first, if any.
    """

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
        """The efforts that serve something in a band of columns.

        With the first band also those that serve nothing, so that each effort stands somewhere.
        """
        is_first = band == self.columns[: len(band)]
        efforts = []
        for effort in self.rows:
            serves_here = any(self.cell(effort, column) for column in band)
            if serves_here or (is_first and not any(self.served(effort))):
                efforts.append(effort)
        return tuple(efforts)

    def served(self, effort: Effort) -> tuple[int, int]:
        """How many goals an effort serves, and how many targets and others."""
        kinds = [
            column.element.kind
            for column in self.columns
            if self.cell(effort, column)
        ]
        goal_count = kinds.count("goal")
        return goal_count, len(kinds) - goal_count

    def serving(self, column: MatrixColumn) -> tuple[int, int]:
        """How many efforts serve a column, and how many of these do so directly."""
        cells = [self.cell(effort, column) for effort in self.rows]
        ways = [cell.way for cell in cells if cell]
        return len(ways), ways.count(ServingWay.DIRECT)

    def row_words(self, effort: Effort) -> Sentence:
        """All that an effort serves, in one sentence, or that it serves nothing.

        Such as ``S1 (directly), D1 (by way of S1)``.
        """
        parts = []
        for column in self.columns:
            cell = self.cell(effort, column)
            if cell:
                parts.append(
                    Sentence(
                        "{id} ({words})",
                        id=column.element.id,
                        words=cell.words(),
                    )
                )
        if not parts:
            return Sentence("serves nothing here")
        return JoinedSentences(*parts, glue=", ")

    def ways(self) -> tuple[tuple[ServingWay, ...], bool]:
        """The ways that occur, and whether any evidence is weak: what a legend has to explain."""
        cells = self.cells.values()
        ways = {cell.way for cell in cells}
        return tuple(sorted(ways)), any(cell.weak for cell in cells)


def build_matrix(network: Network) -> DinMatrix:
    """The matrix of a whole programme, with a row for each effort, also if it serves nothing."""
    columns = tuple(_order_columns(network))
    column_ids = frozenset(column.element.id for column in columns)
    search = _ServedSearch(network, column_ids)
    cells: dict[tuple[str, str], MatrixCell] = {}
    for effort in network.efforts:
        for served_id, cell in search.cells_of(effort):
            cells[effort.id, served_id] = cell
    return DinMatrix(network.efforts, columns, cells)


def split_columns(
    columns: Sequence[MatrixColumn], most: int
) -> list[tuple[MatrixColumn, ...]]:
    """Columns in bands: as few as can be, about as wide, and cut between themes if possible.

    Args:
        columns: Of a matrix.
        most: So many fit in a band.

    Example:
        >>> from dinet.model import Goal
        >>> goal = Goal(id="D1", text="")
        >>> columns = [MatrixColumn(goal, theme) for theme in "aaabb"]
        >>> [len(band) for band in split_columns(columns, 4)]
        [3, 2]
        >>> [len(band) for band in split_columns(columns, 2)]
        [2, 1, 2]
    """
    fewest = list(_cut_bands(columns, most))
    least = ceil(len(columns) / max(1, len(fewest)))
    # the narrowest bands that are not more in number are about as wide as each other
    for size in range(max(1, least), most):
        bands = list(_cut_bands(columns, size))
        if len(bands) == len(fewest):
            return bands
    return fewest


def _cut_bands(
    columns: Sequence[MatrixColumn], most: int
) -> Iterator[tuple[MatrixColumn, ...]]:
    """Columns in bands of at most so many; a theme that is wider than a band is cut evenly."""
    band: list[MatrixColumn] = []
    for _, group in groupby(columns, key=lambda column: column.theme):
        of_theme = list(group)
        if band and len(band) + len(of_theme) > most:
            yield tuple(band)
            band = []
        piece_count = ceil(len(of_theme) / most)
        share = ceil(len(of_theme) / piece_count)
        starts = range(0, len(of_theme), share)
        *whole_bands, rest = [
            of_theme[start : start + share] for start in starts
        ]
        yield from map(tuple, whole_bands)
        band += rest
    if band:
        yield tuple(band)


def _order_columns(network: Network) -> Iterator[MatrixColumn]:
    """The columns by theme, then those of goals without a theme, then what has no goal."""
    placed_ids: set[str] = set()
    for theme_id, goals in _goals_by_first_theme(network).items():
        for goal in goals:
            for element in _take_under_goal(network, goal, placed_ids):
                yield MatrixColumn(element, theme_id)
    for element in network:
        if element.kind in AIM_KINDS and element.id not in placed_ids:
            yield MatrixColumn(element, None)


def _goals_by_first_theme(network: Network) -> dict[str | None, list[Goal]]:
    """The goals by the id of their first theme, in the order of themes; None comes last."""
    goals: dict[str | None, list[Goal]] = {
        theme.id: [] for theme in network.themes
    }
    goals[None] = []
    for goal in network.goals:
        goals[_first_theme(network, goal)].append(goal)
    return goals


def _first_theme(network: Network, goal: Element) -> str | None:
    """The id of the first theme that a goal is for, or else to which it belongs by others."""
    own_themes = [
        served for served in network.serves(goal) if served.kind == "theme"
    ]
    themes = own_themes or network.themes_of(goal)
    return themes[0].id if themes else None


def _take_under_goal(
    network: Network, goal: Element, placed_ids: set[str]
) -> Iterator[Element]:
    """A goal and then what stands between it and its efforts, as far as that is not placed yet."""
    todo = [goal]
    while todo:
        here = todo.pop()
        if here.id not in placed_ids:
            placed_ids.add(here.id)
            yield here
            todo += [
                between
                for between in reversed(network.supports(here))
                if between.kind in BETWEEN_KINDS
            ]


UpwardLinks = dict[str, list[tuple[str, bool]]]
"""For each id the ids that it serves, and whether only weak evidence says so."""
NearestWays = dict[str, tuple[ServingWay, bool]]
"""The nearest way to each id, and whether it rests on weak evidence."""
WaysThrough = dict[tuple[str, ServingWay], list[str]]
"""For an id and a way the ids of what itself serves it on that way."""
ServedCells = list[tuple[str, MatrixCell]]
"""The ids of columns, each with the cell that an effort has there."""


def _upward_links(network: Network) -> UpwardLinks:
    """For each id what it serves at one link's distance, and whether that is on weak evidence.

    Of several links between the same two elements one that is firm is enough.
    """
    weak_by_end: dict[str, dict[str, bool]] = {}
    for link in network.links():
        if link.kind in SUPPORTING_LINKS and link.start != link.end:
            weak = weak_by_end.setdefault(link.start, {})
            weak[link.end] = (
                weak.get(link.end, True) and link.basis in WEAK_BASES
            )
    return {start: list(weak.items()) for start, weak in weak_by_end.items()}


class _ServedSearch:
    """Finds for each effort what it serves of some columns, the nearest way first.

    Efforts that stand beside each other serve the same by the same ways, so that is searched once
    for all of them.
    """

    def __init__(self, network: Network, column_ids: frozenset[str]) -> None:
        self.column_ids = column_ids
        self.upward = _upward_links(network)
        self.found: dict[tuple[tuple[str, bool], ...], ServedCells] = {}
        self.position = {element.id: at for at, element in enumerate(network)}
        self.goal_ids = {goal.id for goal in network.goals}
        self.shared_ids = network.shared_targets()

    def cells_of(self, effort: Effort) -> ServedCells:
        """The ids of the columns that an effort serves, each with its nearest way."""
        links = tuple(self.upward.get(effort.id, ()))
        cells = self.found.get(links)
        if cells is None:
            nearest, reached_from = self.nearest_ways(links)
            cells = list(self.cells_by(nearest, reached_from))
            self.found[links] = cells
        return cells

    def cells_by(
        self, nearest: NearestWays, reached_from: WaysThrough
    ) -> Iterator[tuple[str, MatrixCell]]:
        """The cells of the columns that can be reached."""
        for served_id, (way, weak) in nearest.items():
            if served_id in self.column_ids:
                via = reached_from[served_id, way] if way else []
                in_order = sorted(via, key=self.position.__getitem__)
                yield served_id, MatrixCell(way, weak, tuple(in_order))

    def nearest_ways(
        self, links: Iterable[tuple[str, bool]]
    ) -> tuple[NearestWays, WaysThrough]:
        """The nearest way to all that can be reached by some links, and by what it goes.

        The heap gives the nearest way first, and of equal ways a firm one, so what comes out of
        it first is the best for its element.
        """
        nearest: NearestWays = {}
        reached_from: WaysThrough = {}
        todo = [
            (ServingWay.DIRECT, weak, served_id) for served_id, weak in links
        ]
        heapify(todo)
        while todo:
            way, weak, here = heappop(todo)
            if here in nearest:
                continue
            nearest[here] = way, weak
            onward_way = self.way_beyond(here, way)
            for served_id, onward_weak in self.upward.get(here, ()):
                reached_from.setdefault((served_id, onward_way), []).append(
                    here
                )
                heappush(todo, (onward_way, weak or onward_weak, served_id))
        return nearest, reached_from

    def way_beyond(self, served_id: str, way: ServingWay) -> ServingWay:
        """The way by which an effort serves what lies beyond something that it serves."""
        if served_id in self.shared_ids:
            return ServingWay.SHARED
        nearest = (
            ServingWay.GOAL
            if served_id in self.goal_ids
            else ServingWay.BETWEEN
        )
        return max(way, nearest)
