"""What the other columns of a row say of its elements: source, aim, owner, period and so on."""

from collections.abc import Mapping, Sequence

from dinet.document.columns import Column, Header
from dinet.document.draft import Draft
from dinet.document.labels import only_labels
from dinet.document.mentions import OF_EFFORT, OF_TARGET, aim, describe, shared_out, step
from dinet.document.parts import Cell, Row, beside
from dinet.document.roles import LADDER, is_period
from dinet.document.rungs import Rung
from dinet.document.silence import Says, says
from dinet.document.sources import parted


class Attributes:
    """Reads the columns of one table that hold no elements.

    Args:
        draft: Where the mentions stand.
        header: Of the table.
        legend: The phase that each colour stands for.
    """

    def __init__(self, draft: Draft, header: Header, legend: Mapping[str, str]) -> None:
        self.draft = draft
        self.legend = legend
        self.header = header
        self.last: dict[int, Cell] = {}

    def read(self, row: Row, rungs: Sequence[Rung]) -> None:
        """Give the mentions of a row what its other columns say."""
        targets = [number for rung in rungs if rung.kind == "target" and rung.fresh for number in rung.now]
        lowest = next((rung.now for rung in reversed(rungs) if rung.fresh), rungs[-1].now if rungs else [])
        for column in self.header.columns:
            cell = self._value(column, row)
            if column.name == "number":
                self._label(column, cell, rungs)
            elif column.name == "period" and is_period(column.heading):
                step(self.draft, lowest, column, row[column.number], self.legend)
            elif cell.filled and column.name not in LADDER:
                self._read(column, cell, targets, lowest, own=cell is row[column.number])

    def _read(self, column: Column, cell: Cell, targets: list[int], lowest: list[int], *, own: bool) -> None:
        if column.name == "source" and lowest:
            if says(cell.text) is not Says.NOTHING:
                for number, text in shared_out(self.draft, targets or lowest, cell):
                    self.draft.mentions[number].sources.extend(parted(text)[1] or text.split("; "))
        elif column.name in OF_TARGET and targets:
            aim(self.draft, targets, column, cell)
        elif column.name in OF_EFFORT and lowest:
            describe(self.draft, lowest, column, cell)
        elif own:
            self.draft.note("cell_not_understood", cell.place, text=cell.text)

    def _value(self, column: Column, row: Row) -> Cell:
        """The cell, or for one under a merged cell above it the cell that covers it."""
        cell = row[column.number]
        if not cell.covered or beside(row, column.number):
            self.last[column.number] = cell
        return self.last.get(column.number, cell)

    def _label(self, column: Column, cell: Cell, rungs: Sequence[Rung]) -> None:
        """A number labels the element in the first column of elements to its right, or else the first one."""
        right = [rung for rung in rungs if rung.column.number > column.number]
        rung = min(right or rungs, key=lambda each: each.column.number)
        if cell.filled and rung.fresh:
            for label in only_labels(cell.text.strip("()"), rung.kind)[:1]:
                self.draft.label(rung.now[0], label)
