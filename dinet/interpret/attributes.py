"""What the other columns of a row say of its elements: source, aim, owner, period and so on."""

from collections.abc import Mapping, Sequence

from dinet.document.content import Cell, Row, cell_seen_at, is_covered_from_left
from dinet.interpret.cited_sources import split_sources
from dinet.interpret.element_labels import only_labels
from dinet.interpret.mentions import (
    EFFORT_ROLES,
    add_planning_step,
    describe_mentions,
    share_out_cell,
    with_legend_words,
)
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.role_columns import RoleColumn
from dinet.interpret.table_columns import HeadedColumn, TableHeader
from dinet.interpret.target_values import TARGET_ROLES, add_measures, is_measure
from dinet.vocabulary.roles import Role, kind_of, of_rung, role_of
from dinet.vocabulary.time_headings import is_period, without_year


class AttributeReader:
    """Reads the columns of one table that hold no elements.

    Args:
        draft: Where the mentions stand.
        header: Of the table.
        legend: The phase that each colour stands for.
    """

    def __init__(
        self, draft: ProgrammeReading, header: TableHeader, legend: Mapping[str, str]
    ) -> None:
        self.draft = draft
        self.legend = legend
        self.header = header
        self.last: dict[int, Cell] = {}
        self.targets: list[int] = []
        """Those of the row that is being read, or above it."""

    def read_row(self, row: Row, rungs: Sequence[RoleColumn]) -> None:
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
            if column.role_name == "number":
                self._label(column, cell, rungs)
            elif column.role_name == "period" and is_period(column.heading):
                self._period(column, row, targets, lowest)
            elif (cell := self._told(column, row, cell)).has_words and kind_of(
                column.role
            ) is None:
                about = next(
                    (
                        rung.now
                        for rung in rungs
                        if rung.tier_name == of_rung(column.heading)
                    ),
                    lowest,
                )
                self._read(
                    column, cell, targets, about, own=not row[column.number].covered
                )

    def _period(
        self, column: HeadedColumn, row: Row, targets: list[int], lowest: list[int]
    ) -> None:
        """A column of one period: of a target its value then, of money the sum, else what is done in it."""
        bar = cell_seen_at(
            row, column.number, self.header.columns_named("period")[0].number
        )
        measured = bool(
            self.header.columns_named(*TARGET_ROLES)
        ) or not self.header.columns_named("effort")
        if targets and measured and is_measure(bar.text):
            add_measures(self.draft, targets, column, bar)
        elif "€" in bar.text and is_measure(bar.text):
            money = column._replace(role=Role("budget"))
            describe_mentions(self.draft, lowest, money, bar, headed=column.heading)
        else:
            add_planning_step(self.draft, lowest, column, bar, self.legend)

    def _read(
        self,
        column: HeadedColumn,
        cell: Cell,
        targets: list[int],
        about: list[int],
        *,
        own: bool,
    ) -> None:
        if column.role_name == "vision":
            self.draft.vision += [] if cell.text in self.draft.vision else [cell.text]
        elif column.role_name == "source" and about:
            self._source(targets or about, cell)
        elif column.role_name in TARGET_ROLES and targets:
            add_measures(self.draft, targets, column, cell)
        elif column.role_name == "indicator" and self.targets:
            add_measures(self.draft, self.targets, column, cell)
        elif about and (
            column.role_name in EFFORT_ROLES or self._measured_itself(column)
        ):
            remark = (
                column._replace(role=Role("remark"))
                if self._measured_itself(column)
                else column
            )
            describe_mentions(
                self.draft, about, remark, cell, headed=self._headed(column)
            )
        elif own:
            self.draft.add_note("cell_not_understood", cell.place, text=cell.text)

    def _source(self, numbers: list[int], cell: Cell) -> None:
        if classify_text(cell.text) is not TextKind.NOTHING:
            for number, text in share_out_cell(self.draft, numbers, cell):
                self.draft.mentions[number].sources.extend(
                    split_sources(text)[1] or text.split("; ")
                )

    def _measured_itself(self, column: HeadedColumn) -> bool:
        """The table has no targets, so a baseline or value says something of what does stand there."""
        return column.role_name == "indicator" or (
            column.role_name in TARGET_ROLES and not self.header.columns_named("target")
        )

    def _headed(self, column: HeadedColumn) -> str:
        """What has to stand before the words of a cell: the year of one sum of several, the heading of an unusual remark."""
        if (
            column.role_name == "budget"
            and len(self.header.columns_named("budget")) > 1
        ):
            return without_year(column.heading)[1] or column.heading
        unusual = (
            column.role_name == "remark" and role_of(column.heading) != column.role
        )
        return column.heading if unusual or self._measured_itself(column) else ""

    def _value(self, column: HeadedColumn, row: Row) -> Cell:
        """The cell, or for one under a merged cell above it the cell that covers it."""
        cell = row[column.number]
        if not cell.covered or is_covered_from_left(row, column.number):
            self.last[column.number] = cell
        return self.last.get(column.number, cell)

    def _told(self, column: HeadedColumn, row: Row, cell: Cell) -> Cell:
        """The cell, or what its colour says."""
        return (
            with_legend_words(self.draft, row, column, self.legend)
            if cell is row[column.number]
            else cell
        )

    def _label(
        self, column: HeadedColumn, cell: Cell, rungs: Sequence[RoleColumn]
    ) -> None:
        """A number labels the element in the first column of elements to its right, or else what the others serve."""
        right = [rung for rung in rungs if rung.column.number > column.number]
        rung = min(right, key=lambda each: each.column.number, default=rungs[0])
        if cell.has_words and rung.fresh:
            for label in only_labels(cell.text.strip("()"), rung.kind)[:1]:
                self.draft.add_label(rung.now[0], label)
