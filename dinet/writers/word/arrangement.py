"""What the annex makes of the DIN table to be read back: tables by level of goals, and lists.

What stands beside which goal is decided in ``layout.tables.din_table``, for every writer. A heading
tells the level of the goals under it, a cell tells once with which programmes its efforts are done
together, and what stands in no row of a goal is told in lists.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple, TypeVar

from dinet.layout.tables.din_table import (
    DinGroup,
    DinRow,
    DinSection,
    DinTable,
)
from dinet.model import Effort, Element, Goal, Level, Theme
from dinet.network import Network
from dinet.writers.word.word_xml import LONGEST_WHOLE

Each = TypeVar("Each", bound=Element)

LEVEL_ORDER: tuple[Level | None, ...] = ("strategic", None, "operational")
"""The order in which the goals of a theme stand."""

WAY_LENGTH = len(" (alleen via projectresultaat)")
"""In characters: the longest words for by way of what an effort serves the goal of its row."""


class AnnexRow(NamedTuple):
    """What stands beside each other.

    Args:
        targets: What stands between the goal and the efforts; may be empty.
        efforts: What serves these; may be empty.
        under: The targets are those of the row above, which goes on.
    """

    targets: tuple[Element, ...] = ()
    efforts: tuple[Effort, ...] = ()
    under: bool = False


class AnnexGroup(NamedTuple):
    """A goal and its rows, at least one."""

    goal: Goal
    rows: tuple[AnnexRow, ...]

    @property
    def stands_alone(self) -> bool:
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
        self.sections = tuple(self._goal_sections())
        loose = {element.id for element in self._loose_elements()}
        self.rest = tuple(
            element for element in network if element.id in loose
        )

    def _goal_sections(self) -> Iterator[AnnexSection]:
        for section in self.table.sections:
            if section.groups and not section.loose:
                yield from self._split_by_level(section)
            elif section.theme:
                yield AnnexSection(section.theme, None, ())

    def _loose_elements(self) -> Iterator[Element]:
        """What is linked to nothing."""
        for section in self.table.sections:
            groups = section.groups if section.loose else ()
            for row in chain.from_iterable(group.rows for group in groups):
                yield from (*row.between, *row.efforts)

    def _split_by_level(self, section: DinSection) -> Iterator[AnnexSection]:
        groups = [
            AnnexGroup(group.goal, tuple(self._annex_rows(group, group.goal)))
            for group in section.groups
            if group.goal
        ]
        for level in LEVEL_ORDER:
            of_level = tuple(
                group for group in groups if group.goal.level == level
            )
            if of_level:
                yield AnnexSection(section.theme, level, of_level)

    def _annex_rows(self, group: DinGroup, goal: Goal) -> Iterator[AnnexRow]:
        rows = chain.from_iterable(map(_split_by_programme, group.rows))
        for row in rows:
            yield from self._split_long_row(row, goal)

    def _split_long_row(self, row: AnnexRow, goal: Goal) -> Iterator[AnnexRow]:
        """The row, in pieces that each stay on one page: each names its goal and targets anew."""
        under = row.under
        for efforts in self._split_by_length(row.efforts, goal) or [()]:
            yield row._replace(efforts=efforts, under=under)
            under = bool(row.targets)

    def _split_by_length(
        self, efforts: Sequence[Effort], goal: Goal
    ) -> list[tuple[Effort, ...]]:
        """Efforts after each other of which the texts are not too long together."""
        pieces: list[list[Effort]] = []
        length = 0
        for effort in efforts:
            own_length = self._length_in_row(effort, goal)
            length += own_length
            if not pieces or length > LONGEST_WHOLE:
                pieces.append([])
                length = own_length
            pieces[-1].append(effort)
        return [tuple(piece) for piece in pieces]

    def _length_in_row(self, effort: Effort, goal: Goal) -> int:
        """How many characters an effort takes, with by way of what it serves the goal."""
        if self.table.indirect_way(effort, goal):
            return len(effort.text) + WAY_LENGTH
        return len(effort.text)


def _split_by_programme(row: DinRow) -> Iterator[AnnexRow]:
    """The row, in pieces of what is done together with the same programmes.

    That is told once for a cell.
    """
    for targets in _group_by_programme(row.between):
        for number, efforts in enumerate(_group_by_programme(row.efforts)):
            yield AnnexRow(
                targets, efforts, under=number > 0 and bool(targets)
            )


def _group_by_programme(elements: Iterable[Each]) -> list[tuple[Each, ...]]:
    """Elements after each other that have the same programmes; one empty group without any."""
    pieces = groupby(elements, key=lambda element: element.joint_with)
    return [tuple(piece) for _, piece in pieces] or [()]
