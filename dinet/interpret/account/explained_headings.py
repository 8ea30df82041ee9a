"""Which headings opened something: something was read under or beside them."""

from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from dinet.document.content import Grid, Para
from dinet.interpret.account.held_texts import CellKey, cell_key
from dinet.interpret.account.inline_labels import names_roles
from dinet.interpret.account.word_claims import TextUnit
from dinet.interpret.account.word_matching import WordFate, letters_of
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.vocabulary.roles import without_number

HEADING = WordFate("heading")
REPEATED = WordFate("repeated")
EMPTY_KINDS = (TextKind.NOTHING, TextKind.DITTO, TextKind.PLACEHOLDER)
"""What a text is that says that there is nothing, or nothing yet."""
_LOWEST_RANK = 9
"""Of a heading without a level: it stands under all others."""

TableUnits = dict[tuple[int, int], TextUnit]
"""The filled cells of a table by their row and column, from 0."""


class _OpenHeading(NamedTuple):
    """A heading under which nothing has been read yet, and how high it stands."""

    rank: int
    unit: TextUnit


class ExplainedHeadings:
    """The headings of one document, outside tables and in them.

    Args:
        explained: By its cell or paragraph what reading told of a text.
    """

    def __init__(self, explained: Mapping[CellKey, WordFate]) -> None:
        self._explained = explained
        self._open: list[_OpenHeading] = []
        self._rows: set[tuple[str, ...]] = set()
        """The letters of rows of headings that opened something."""

    def told_of(self, unit: TextUnit) -> WordFate | None:
        """What reading told of a text of which nothing is in the programme; None for nothing."""
        if not unit.is_untouched:
            return None
        return self._explained.get(cell_key(unit.place))

    # outside tables

    def meet_para(self, para: Para, unit: TextUnit) -> None:
        """Meet a paragraph or heading in reading order."""
        rank = self._rank_of(para, unit)
        if rank is not None:
            self._open = [
                heading for heading in self._open if heading.rank < rank
            ]
        if unit.holds_contents:
            self.meet_contents()
        elif rank is not None and self._may_open(unit):
            self._open.append(_OpenHeading(rank, unit))

    def meet_contents(self) -> None:
        """Something was read: the headings above it opened it."""
        for heading in self._open:
            heading.unit.fate = self.told_of(heading.unit) or HEADING
        self._open = []

    def _may_open(self, unit: TextUnit) -> bool:
        """The heading says what stands under it, by what reading told or by its own words."""
        if self.told_of(unit):
            return True
        return unit.is_untouched and names_roles(without_number(unit.whole))

    def _rank_of(self, para: Para, unit: TextUnit) -> int | None:
        """How high a heading stands, 1 the highest; None for what is no heading."""
        if para.heading is not None:
            return para.heading
        return _LOWEST_RANK if self.told_of(unit) else None

    # in tables

    def explain_table(self, grid: Grid, units: TableUnits) -> None:
        """Say of the headings of a table that they opened what was read under or beside them."""
        rows = self._heading_rows(units)
        table = _ReadTable(grid, units, rows)
        headings = self._headings_of(units, rows)
        for (row, column), unit in units.items():
            if not unit.is_untouched:
                continue
            told = self.told_of(unit)
            if told is not None and told.kind != "heading":
                unit.fate = told
            elif (row, column) in headings and table.opens(row, column):
                unit.fate = HEADING
        self._find_repeated(units, rows)

    def _headings_of(
        self, units: TableUnits, rows: Set[int]
    ) -> set[tuple[int, int]]:
        """The cells that are headings: reading told so, or they stand among such and are known.

        Known headings down the first column head the rows of a card or of a table on its side.
        """
        headings: set[tuple[int, int]] = set()
        first = min((column for _, column in units), default=0)
        labels: set[tuple[int, int]] = set()
        for (row, column), unit in units.items():
            if self.told_of(unit):
                headings.add((row, column))
            elif row not in rows and column != first:
                continue
            elif unit.is_untouched and names_roles(unit.whole):
                (headings if row in rows else labels).add((row, column))
        return headings | labels if len(labels) > 1 else headings

    def _heading_rows(self, units: TableUnits) -> set[int]:
        """The rows that reading took for headings; without these the first row with words."""
        told = {row for (row, _), unit in units.items() if self.told_of(unit)}
        if not told:
            return {min(row for row, _ in units)} if units else set()
        all_rows = {row for row, _ in units}
        # headings that go down the first column stand in many rows: these are no rows of headings
        upright = 2 * len(told) <= len(all_rows) or told == all_rows
        return told if upright else set()

    def _find_repeated(self, units: TableUnits, rows: Set[int]) -> None:
        """Find the rows that say again what the headings of this table, or of one before, say."""
        by_row: dict[int, list[TextUnit]] = {}
        for (row, _), unit in units.items():
            by_row.setdefault(row, []).append(unit)
        for row in rows & by_row.keys():
            if any(unit.fate == HEADING for unit in by_row[row]):
                self._rows.add(_letters_of_row(by_row[row]))
        for of_row in by_row.values():
            untouched = all(unit.is_untouched for unit in of_row)
            if untouched and _letters_of_row(of_row) in self._rows:
                for unit in of_row:
                    unit.fate = REPEATED


class _ReadTable:
    """Where in a table something was read, and where words stand."""

    def __init__(
        self, grid: Grid, units: TableUnits, heading_rows: Set[int]
    ) -> None:
        self.grid = grid
        self.heading_rows = heading_rows
        self.columns: set[int] = set()
        self.rows: set[int] = set()
        self.filled: set[int] = set()
        """The columns with words under their headings."""
        for (row, column), unit in units.items():
            if row not in heading_rows and not says_nothing(unit):
                self.filled.add(column)
            if unit.holds_contents:
                self.columns.add(column)
                self.rows.add(row)

    def opens(self, row: int, column: int) -> bool:
        """Something was read under or beside a cell, or its column is empty in a read table."""
        under = range(column, column + self.grid.rows[row][column].width)
        beside = row in self.rows and row not in self.heading_rows
        if beside or not self.columns.isdisjoint(under):
            return True
        return bool(self.columns) and self.filled.isdisjoint(under)


def says_nothing(unit: TextUnit) -> bool:
    """The cell says that there is nothing, and was not read as anything else."""
    return unit.is_untouched and classify_text(unit.whole) in EMPTY_KINDS


def _letters_of_row(units: Iterable[TextUnit]) -> tuple[str, ...]:
    return tuple(letters_of(unit.whole) for unit in units)
