"""What the other columns of a row say of its elements: source, aim, owner, period and so on."""

from collections.abc import Mapping, Sequence

from dinet.document.content import Cell, Row, beside, shown
from dinet.document.periods import is_period, undated
from dinet.document.roles import Role, kind_of, of_rung, role_of
from dinet.interpret.cited_sources import parted
from dinet.interpret.element_labels import only_labels
from dinet.interpret.mentions import OF_EFFORT, coloured, describe, shared_out, step
from dinet.interpret.placeholders import Says, says
from dinet.interpret.reading import Draft
from dinet.interpret.role_columns import Rung
from dinet.interpret.table_columns import Column, Header
from dinet.interpret.target_values import OF_TARGET, aim, is_measure


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
        self.targets: list[int] = []
        """Those of the row that is being read, or above it."""

    def read(self, row: Row, rungs: Sequence[Rung]) -> None:
        """Give the mentions of a row what its other columns say."""
        targets = [
            number
            for rung in rungs
            if rung.kind == "target" and rung.fresh
            for number in rung.now
        ]
        self.targets = [
            number for rung in rungs if rung.kind == "target" for number in rung.now
        ]
        lowest = next(
            (rung.now for rung in reversed(rungs) if rung.fresh),
            rungs[-1].now if rungs else [],
        )
        for column in self.header.columns:
            cell = self._value(column, row)
            if column.name == "number":
                self._label(column, cell, rungs)
            elif column.name == "period" and is_period(column.heading):
                self._period(column, row, targets, lowest)
            elif (cell := self._told(column, row, cell)).filled and kind_of(
                column.role
            ) is None:
                about = next(
                    (
                        rung.now
                        for rung in rungs
                        if rung.name == of_rung(column.heading)
                    ),
                    lowest,
                )
                self._read(
                    column, cell, targets, about, own=not row[column.number].covered
                )

    def _period(
        self, column: Column, row: Row, targets: list[int], lowest: list[int]
    ) -> None:
        """A column of one period: of a target its value then, of money the sum, else what is done in it."""
        bar = shown(row, column.number, self.header.named("period")[0].number)
        measured = bool(self.header.named(*OF_TARGET)) or not self.header.named(
            "effort"
        )
        if targets and measured and is_measure(bar.text):
            aim(self.draft, targets, column, bar)
        elif "€" in bar.text and is_measure(bar.text):
            money = column._replace(role=Role("budget"))
            describe(self.draft, lowest, money, bar, headed=column.heading)
        else:
            step(self.draft, lowest, column, bar, self.legend)

    def _read(
        self,
        column: Column,
        cell: Cell,
        targets: list[int],
        about: list[int],
        *,
        own: bool,
    ) -> None:
        if column.name == "vision":
            self.draft.vision += [] if cell.text in self.draft.vision else [cell.text]
        elif column.name == "source" and about:
            self._source(targets or about, cell)
        elif column.name in OF_TARGET and targets:
            aim(self.draft, targets, column, cell)
        elif column.name == "indicator" and self.targets:
            aim(self.draft, self.targets, column, cell)
        elif about and (column.name in OF_EFFORT or self._measured_itself(column)):
            remark = (
                column._replace(role=Role("remark"))
                if self._measured_itself(column)
                else column
            )
            describe(self.draft, about, remark, cell, headed=self._headed(column))
        elif own:
            self.draft.note("cell_not_understood", cell.place, text=cell.text)

    def _source(self, numbers: list[int], cell: Cell) -> None:
        if says(cell.text) is not Says.NOTHING:
            for number, text in shared_out(self.draft, numbers, cell):
                self.draft.mentions[number].sources.extend(
                    parted(text)[1] or text.split("; ")
                )

    def _measured_itself(self, column: Column) -> bool:
        """The table has no targets, so a baseline or value says something of what does stand there."""
        return column.name == "indicator" or (
            column.name in OF_TARGET and not self.header.named("target")
        )

    def _headed(self, column: Column) -> str:
        """What has to stand before the words of a cell: the year of one sum of several, the heading of an unusual remark."""
        if column.name == "budget" and len(self.header.named("budget")) > 1:
            return undated(column.heading)[1] or column.heading
        unusual = column.name == "remark" and role_of(column.heading) != column.role
        return column.heading if unusual or self._measured_itself(column) else ""

    def _value(self, column: Column, row: Row) -> Cell:
        """The cell, or for one under a merged cell above it the cell that covers it."""
        cell = row[column.number]
        if not cell.covered or beside(row, column.number):
            self.last[column.number] = cell
        return self.last.get(column.number, cell)

    def _told(self, column: Column, row: Row, cell: Cell) -> Cell:
        """The cell, or what its colour says."""
        return (
            coloured(self.draft, row, column, self.legend)
            if cell is row[column.number]
            else cell
        )

    def _label(self, column: Column, cell: Cell, rungs: Sequence[Rung]) -> None:
        """A number labels the element in the first column of elements to its right, or else what the others serve."""
        right = [rung for rung in rungs if rung.column.number > column.number]
        rung = min(right, key=lambda each: each.column.number, default=rungs[0])
        if cell.filled and rung.fresh:
            for label in only_labels(cell.text.strip("()"), rung.kind)[:1]:
                self.draft.label(rung.now[0], label)
