"""What the annex makes of the DIN table to be read back: tables by level of goals, and lists.

What stands beside which goal is decided in ``layout.tables.din_table``, for every writer. A heading
tells the level of the goals under it, a cell tells once with which programmes its efforts are done
together, and what stands in no row of a goal is told in lists.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, TypeVar

from dinet.layout.tables.din_table import DinGroup, DinRow, DinSection, DinTable
from dinet.model import Effort, Element, Goal, Level, Theme
from dinet.network import Network

Each = TypeVar("Each", bound=Element)

LEVEL_ORDER: tuple[Level | None, ...] = ("strategic", None, "operational")
"""The order in which the goals of a theme stand."""


class AnnexRow(NamedTuple):
    """What stands beside each other.

    Args:
        targets: What stands between the goal and the efforts; may be empty.
        efforts: What serves these; may be empty.
        under: The targets are those of the row above: one cell holds them.
    """

    targets: tuple[Element, ...] = ()
    efforts: tuple[Effort, ...] = ()
    under: bool = False


class AnnexGroup(NamedTuple):
    """A goal and its rows, at least one."""

    goal: Goal
    rows: tuple[AnnexRow, ...]

    @property
    def bare(self) -> bool:
        """Nothing stands beside the goal."""
        return self.rows == (AnnexRow(),)


class AnnexSection(NamedTuple):
    """The goals of one level under one theme; the theme is None for goals that have none."""

    theme: Theme | None
    level: Level | None
    groups: tuple[AnnexGroup, ...]


class AnnexArrangement:
    """The places of a network.

    Args:
        network: With an element for every id.

    Attributes:
        table: The DIN table; it knows what is told in words.
        sections: By theme in reading order, then what has no theme; within these by level.
        rest: What stands in no row of a goal and under no effort, in the programme's order.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self.table = DinTable(network, readable=True)
        self.sections = tuple(self._sections())
        loose = {each.id for each in self._loose()}
        self.rest = tuple(each for each in network if each.id in loose)

    def _sections(self) -> Iterator[AnnexSection]:
        for section in self.table.sections:
            if section.groups and not section.loose:
                yield from _by_level(section)
            elif section.theme:
                yield AnnexSection(section.theme, None, ())

    def _loose(self) -> Iterator[Element]:
        for section in self.table.sections:
            if section.loose:
                for group in section.groups:
                    for row in group.rows:
                        yield from (*row.between, *row.efforts)


def _by_level(section: DinSection) -> Iterator[AnnexSection]:
    groups = [
        AnnexGroup(each.goal, _rows(each)) for each in section.groups if each.goal
    ]
    for level in LEVEL_ORDER:
        of_level = tuple(each for each in groups if each.goal.level == level)
        if of_level:
            yield AnnexSection(section.theme, level, of_level)


def _rows(group: DinGroup) -> tuple[AnnexRow, ...]:
    return tuple(piece for row in group.rows for piece in _split_by_programme(row))


def _split_by_programme(row: DinRow) -> Iterator[AnnexRow]:
    """The row, in pieces of what is done together with the same programmes.

    That is told once for a cell.
    """
    for targets in _together(row.between):
        for number, efforts in enumerate(_together(row.efforts)):
            yield AnnexRow(targets, efforts, under=number > 0 and bool(targets))


def _together(elements: Iterable[Each]) -> list[tuple[Each, ...]]:
    pieces = groupby(elements, key=lambda each: each.joint_with)
    return [tuple(piece) for _, piece in pieces] or [()]
