"""What the other columns of a row say of its elements: source, aim, owner, period and so on."""

from collections.abc import Iterable, Mapping, Sequence

from dinet.document.content import (
    Cell,
    Row,
    cell_seen_at,
    is_covered_from_left,
)
from dinet.interpret.columns.role_columns import Standing
from dinet.interpret.columns.table_columns import HeadedColumn, TableHeader
from dinet.interpret.own_codes import code_in_cell
from dinet.interpret.reading import NumberCell, ProgrammeReading
from dinet.interpret.rows.mentions import (
    EFFORT_ROLES,
    add_planning_step,
    describe_mentions,
    keep_extra_cell,
    place_under,
    share_out_cell,
    with_legend_words,
)
from dinet.interpret.rows.target_values import TARGET_ROLES, add_measures
from dinet.interpret.texts.cited_sources import split_sources
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import (
    Role,
    kind_of,
    kinds_named_in,
    of_rung,
    role_of,
)
from dinet.vocabulary.time_headings import is_period, without_year
from dinet.wording.numbers import is_measure

_NO_MEANING = ("", "other")
"""The roles of columns that dinet does not know, or knows from other tables only."""
_VALUE_ROLES = ("value", "unit")
"""The columns of a target after which its year comes."""

_OF_LINKS = ("reference", "kind")
"""The columns that say what the row serves, and what it is: the shape reads these itself."""


class AttributeReader:
    """Reads the columns of one table that hold no elements.

    Args:
        draft: Where the mentions stand.
        header: Of the table.
        legend: The phase that each colour stands for.
    """

    def __init__(
        self,
        draft: ProgrammeReading,
        header: TableHeader,
        legend: Mapping[str, str],
    ) -> None:
        self.draft = draft
        self.legend = legend
        self.header = header
        self.columns = [
            column
            for column in header.columns
            if kind_of(column.role) is None
            and column.role_name not in _OF_LINKS
        ]
        """Those that say something of the elements."""
        self.last: dict[int, Cell] = {}
        self.targets: list[int] = []
        """Those of the row that is being read, or above it."""
        self.stands_alone = False
        """No element stands on the row that is being read."""

    def read_row(self, row: Row, standings: Sequence[Standing]) -> None:
        """Give the mentions of a row what its other columns say."""
        if not self.columns:
            return
        targets = self._find_targets(standings)
        self.stands_alone = not any(map(_is_filled, standings))
        lowest = _lowest_mentions(standings)
        for column in self.columns:
            cell = self._value_cell(column, row)
            if column.role_name == "number":
                self._label_element(column, cell, standings)
            elif column.role_name == "period" and is_period(column.heading):
                self._read_period(column, row, targets, lowest)
            else:
                cell = self._with_colour(column, row, cell)
                about = _mentions_named_in(
                    column.heading,
                    standings,
                    _described_by(cell, standings, lowest),
                )
                self._read_cell(column, row, cell, targets, about)

    def _find_targets(self, standings: Sequence[Standing]) -> list[int]:
        """Remember the targets that stand on a row; those that are new on it."""
        of_targets = [
            standing for standing in standings if standing.kind == "target"
        ]
        self.targets = _mentions_in(of_targets)
        return _mentions_in(
            standing for standing in of_targets if standing.is_new
        )

    def _read_period(
        self,
        column: HeadedColumn,
        row: Row,
        targets: list[int],
        lowest: list[int],
    ) -> None:
        """A column of one period: of a target its value then, of money the sum.

        Else it says what is done in that period.
        """
        first_period = self.header.columns_named("period")[0]
        bar = cell_seen_at(row, column.number, first_period.number)
        has_measures = bool(self.header.columns_named(*TARGET_ROLES))
        measured = (
            has_measures
            or not self.header.columns_named("effort")
            or self._follows_targets(column)
        )
        if targets and measured and is_measure(bar.text):
            add_measures(self.draft, targets, column, bar)
        elif "€" in bar.text and is_measure(bar.text):
            money = column._replace(role=Role("budget"))
            describe_mentions(
                self.draft, lowest, money, bar, headed=column.heading
            )
        else:
            add_planning_step(self.draft, lowest, column, bar, self.legend)

    def _follows_targets(self, column: HeadedColumn) -> bool:
        """A column of one period belongs to the targets right before it, not to efforts behind.

        Met: *Doel, Indicator, 2025, 2030, Maatregel*, of which the figures became phases of the
        work. When that is wrong an amount of the work stands with the target.
        """
        nearest = next(
            (
                other
                for other in reversed(self.header.columns[: column.number])
                if other.role_name not in ("period", *TARGET_ROLES)
            ),
            None,
        )
        return nearest is not None and kind_of(nearest.role) == "target"

    def _read_cell(
        self,
        column: HeadedColumn,
        row: Row,
        cell: Cell,
        targets: list[int],
        about: list[int],
    ) -> None:
        """Give mentions what a cell says of them; a filled cell that says nothing known is noted.

        Args:
            column: In which the cell stands.
            row: In which it stands.
            cell: The cell, or the one that covers it.
            targets: The new targets of the row.
            about: The mentions that the column is about.
        """
        if not cell.has_words:
            return
        if column.role_name == "vision":
            self._add_vision(cell)
        elif column.role_name == "source" and about:
            self._add_source(
                _sourced_mentions(column, targets, about), column, cell
            )
        elif measured := self._measured_targets(column, targets):
            add_measures(self.draft, measured, column, cell)
        elif about and self._describes_elements(column):
            self._describe_elements(about, column, cell)
        else:
            self._read_other(about, column, row, cell)

    def _read_other(
        self, about: list[int], column: HeadedColumn, row: Row, cell: Cell
    ) -> None:
        """A cell that says nothing known of what stands on its row: it is kept or noted."""
        if column.role_name in _NO_MEANING:
            self._keep_extra(about, column, row, cell)
        elif not row[column.number].covered:
            self.draft.add_note(
                "cell_not_understood", cell.place, text=cell.text
            )

    def _keep_extra(
        self, about: list[int], column: HeadedColumn, row: Row, cell: Cell
    ) -> None:
        """Keep a cell of a column that dinet does not know with what stands on its row.

        A row on which no element stands says nothing of those above it: a sum, a remark below.
        """
        if is_covered_from_left(row, column.number):
            return
        if self.stands_alone:
            about = []
        if about or not row[column.number].covered:
            keep_extra_cell(self.draft, about, column, cell)
        named = column.heading in self.draft.own_columns
        if about and column.heading and not named:
            self.draft.own_columns.add(column.heading)
            self.draft.add_note(
                "own_column", cell.place, heading=column.heading
            )

    def _measured_targets(
        self, column: HeadedColumn, targets: list[int]
    ) -> list[int]:
        """The targets that a column measures; an indicator holds for those above the row too."""
        if column.role_name in TARGET_ROLES and targets:
            return targets
        if column.role_name == "period" and self._dates_targets(column):
            return targets
        return self.targets if column.role_name == "indicator" else []

    def _dates_targets(self, column: HeadedColumn) -> bool:
        """A column of years says by when targets have to be reached.

        It does so when its heading names these, or when it follows on their values and the
        efforts come after it. When that is wrong the effort lacks its year and the target has it.
        """
        if "target" in (column.about, of_rung(column.heading)):
            return not _says_how_long(column.heading)
        before = self.header.columns[column.number - 1 : column.number]
        efforts = self.header.columns_named("effort")
        follows = any(other.role_name in _VALUE_ROLES for other in before)
        return follows and all(
            effort.number > column.number for effort in efforts
        )

    def _describes_elements(self, column: HeadedColumn) -> bool:
        return column.role_name in EFFORT_ROLES or self._measured_itself(
            column
        )

    def _describe_elements(
        self, numbers: list[int], column: HeadedColumn, cell: Cell
    ) -> None:
        headed = self._heading_before(column)
        if self._measured_itself(column):
            column = column._replace(role=Role("remark"))
        describe_mentions(self.draft, numbers, column, cell, headed=headed)

    def _add_vision(self, cell: Cell) -> None:
        if cell.text not in self.draft.vision:
            self.draft.vision.append(cell.text)

    def _add_source(
        self, numbers: list[int], column: HeadedColumn, cell: Cell
    ) -> None:
        if classify_text(cell.text) is TextKind.NOTHING:
            return
        place = place_under(column, cell)
        for number, text in share_out_cell(self.draft, numbers, cell):
            sources = split_sources(text)[1] or text.split("; ")
            mention = self.draft.mentions[number]
            mention.sources.extend(sources)
            mention.add_cell("source", text, place)

    def _measured_itself(self, column: HeadedColumn) -> bool:
        """The table has no targets, so a baseline or value tells of what does stand there."""
        return column.role_name == "indicator" or (
            column.role_name in TARGET_ROLES
            and not self.header.columns_named("target")
        )

    def _heading_before(self, column: HeadedColumn) -> str:
        """What has to stand before the words of a cell; empty when they say enough.

        That is the year of one sum of several, or the heading of an unusual remark.
        """
        if column.role_name == "budget" and self._is_one_of_several(column):
            return without_year(column.heading)[1] or column.heading
        unusual = (
            column.role_name == "remark"
            and role_of(column.heading) != column.role
        )
        return (
            column.heading if unusual or self._measured_itself(column) else ""
        )

    def _is_one_of_several(self, column: HeadedColumn) -> bool:
        """Other columns say the same of the same elements, such as the money of other years."""
        name = of_rung(column.heading)
        same = [
            other
            for other in self.header.columns_named(column.role_name)
            if of_rung(other.heading) == name
        ]
        return len(same) > 1

    def _value_cell(self, column: HeadedColumn, row: Row) -> Cell:
        """The cell, or for one under a merged cell above it the cell that covers it."""
        cell = row[column.number]
        if not cell.covered or is_covered_from_left(row, column.number):
            self.last[column.number] = cell
        return self.last.get(column.number, cell)

    def _with_colour(self, column: HeadedColumn, row: Row, cell: Cell) -> Cell:
        """The cell, or what its colour says; not for one that a cell above it covers."""
        if cell is not row[column.number]:
            return cell
        return with_legend_words(self.draft, row, column, self.legend)

    def _label_element(
        self, column: HeadedColumn, cell: Cell, standings: Sequence[Standing]
    ) -> None:
        """A number labels the element in the first column of elements to its right.

        That is rather a column that its heading names, and rather not one of themes, which hold
        for several rows, nor one of references: *Code, Opgave, Indicator* with O1 in the second
        column numbers the indicators. Without such a column it labels what the others serve.
        """
        named = kinds_named_in(column.heading)
        standing = min(
            _candidates_for_label(column, standings),
            key=lambda standing: (
                standing.kind not in named,
                standing.role_column.refers,
                standing.kind == "theme",
                standing.column.number,
            ),
        )
        if not cell.has_words:
            return
        label = code_in_cell(cell.text, standing.kind)
        number = standing.numbers[0] if standing.is_new else None
        if number is not None:
            self.draft.add_label(number, label)
        self.draft.number_cells.append(
            NumberCell(cell.place, column.heading, number, label)
        )


def _candidates_for_label(
    column: HeadedColumn, standings: Sequence[Standing]
) -> Sequence[Standing]:
    """What a number may label: what its heading names in full, or else what stands right of it.

    Met: *Hoofddoel, Subdoel, Code subdoel*, where each code was that of the first column.
    """
    heading = plain(column.heading)
    named = [
        standing
        for standing in standings
        if plain(standing.column.heading) in heading.split()
    ]
    right = [
        standing
        for standing in standings
        if standing.column.number > column.number
    ]
    return named or right or standings[:1]


def _mentions_in(standings: Iterable[Standing]) -> list[int]:
    """The numbers of what stands in some columns."""
    numbers: list[int] = []
    for standing in standings:
        numbers += standing.numbers
    return numbers


def _is_filled(standing: Standing) -> bool:
    """Something stands in the column on the row that is being read."""
    return standing.is_stated or standing.links_anew


def _lowest_mentions(standings: Sequence[Standing]) -> list[int]:
    """What stands in the lowest column with words of its own on the row, or else in the last."""
    for standing in reversed(standings):
        if standing.is_new:
            return list(standing.numbers)
    return list(standings[-1].numbers) if standings else []


def _described_by(
    cell: Cell, standings: Sequence[Standing], lowest: list[int]
) -> list[int]:
    """What a cell is said of: the whole work, when the lowest are its activities in one cell.

    Met on forms per project: ``Projectnaam``, ``Activiteiten`` in a list, and one ``Investering``
    for all of it. A cell with as many lines as there are activities has one for each.
    """
    new = [standing for standing in standings if standing.is_new]
    lines = sum(bool(block.text) for block in cell.blocks)
    if len(new) < len(("project", "activities")) or lines == len(lowest):
        return lowest
    whole, parts = new[-2:]
    of_work = {whole.tier_name, parts.tier_name} == {"effort"}
    if of_work and len(whole.numbers) == 1 < len(parts.numbers):
        return list(whole.numbers)
    return lowest


def _mentions_named_in(
    heading: str, standings: Sequence[Standing], lowest: list[int]
) -> list[int]:
    """What stands in the column that a heading names with it; the lowest when it names none.

    Of two columns of one tier it is that with something on the row: goals of two levels have one
    each.
    """
    name = of_rung(heading)
    named = [standing for standing in standings if standing.tier_name == name]
    if not named:
        return lowest
    filled = (standing for standing in named if standing.numbers)
    return list(next(filled, named[0]).numbers)


def _sourced_mentions(
    column: HeadedColumn, targets: list[int], about: list[int]
) -> list[int]:
    """Of what a column of sources tells: the targets of the row, unless it names another kind."""
    if of_rung(column.heading) in (None, "target") and targets:
        return targets
    return about


def _says_how_long(heading: str) -> bool:
    """The heading is about how long something lasts: ``Looptijd SMART-doel``."""
    words = plain(heading)
    return any(lasting in words for lasting in words_of("headings.lasting"))
