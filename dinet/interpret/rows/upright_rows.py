"""The rows of an upright table become mentions, and links between what stands on one row.

Each link has its evidence: words on the same row, a merged cell, or what stands above a blank.
"""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from dinet.document.content import Cell, Row, is_covered_from_left
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading, UnplacedMention
from dinet.interpret.columns.role_columns import RoleColumn, Standing
from dinet.interpret.columns.table_columns import HeadedColumn, TableHeader
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.rows.attributes import AttributeReader
from dinet.interpret.rows.band_rows import BandRow, band_of
from dinet.interpret.rows.cells import CellKind, ParsedCell, parse_cell
from dinet.interpret.rows.goals_of_one_cell import (
    goals_by_label,
    settle_goals,
)
from dinet.interpret.rows.mentions import add_items, place_under
from dinet.interpret.rows.nested_tables import NestedTables, read_nested_tables
from dinet.interpret.rows.reference_columns import (
    ReferenceColumn,
    add_references,
    split_reference_columns,
)
from dinet.interpret.rows.sum_rows import is_sum_row, words_of_row
from dinet.interpret.texts.annotations import (
    AnnotatedText,
    split_short_pieces,
)
from dinet.model import BASES, Basis, Kind, LinkKind
from dinet.vocabulary.active_dialect import active_dialect, words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import Role, kinds_named_in
from dinet.vocabulary.time_headings import is_period, without_year

_WITHOUT_WORDS = (CellKind.BLANK, CellKind.SILENT, CellKind.DITTO)


def read_upright_rows(
    header: TableHeader,
    context: ShapeContext,
    reading: TableReading,
    *,
    merges_known: bool,
) -> None:
    """Add to a reading what the rows under a header say.

    Args:
        header: The columns and the rows.
        context: Where the table stands.
        reading: Which grows.
        merges_known: The format tells merged cells from blank ones.
    """
    rows = _UprightRows(header, context, reading, merges_known=merges_known)
    rows.read_rows()


class _UprightRows:
    """Reads the rows of one table, each with what stands on the row above in sight."""

    def __init__(
        self,
        header: TableHeader,
        context: ShapeContext,
        reading: TableReading,
        *,
        merges_known: bool,
    ) -> None:
        self.header = header
        self.context = context
        self.reading = reading
        self.claims: ProgrammeReading = reading.claims
        """What was read of the table so far."""
        self.merges_known = merges_known
        columns, self.references = split_reference_columns(
            header, reading.claims.own_codes
        )
        self.standings = [Standing(column) for column in columns]
        self.years = self._years_of_columns()
        self.served_columns = _served_columns(columns)
        self.parsed: dict[int, ParsedCell] = {}
        """By the number of a column the last of its cells that was parsed."""
        self.row_so_far: list[Standing] = []
        """What stands on the row that is being read, in the columns read so far."""
        self.attributes = AttributeReader(
            reading.claims, header, context.legend
        )
        self.meant: dict[int, tuple[int, ...]] = {}
        """By a mention which of several goals in one cell it is about."""
        self.band_goal: int | None = None
        """The goal of the last band, when the table has no column of goals."""

    def read_rows(self) -> None:
        """Read all rows."""
        goals = [
            standing.column.number
            for standing in self.standings
            if standing.kind == "goal"
        ]
        for row, after in zip_longest(self.header.rows, self.header.rows[1:]):
            if is_sum_row(row):
                self._note_sum_row(row)
                continue
            band = band_of(row, after, goals)
            if band:
                self._read_band(band, row)
            else:
                self._read_row(row)

    def _note_sum_row(self, row: Row) -> None:
        self.claims.add_note(
            "sum_row_left", row[0].place, text=words_of_row(row)
        )

    # bands

    def _read_band(self, band: BandRow, row: Row) -> None:
        """Read a row that is one cell: it begins a theme or goal for the rows under it."""
        cell = next(cell for cell in row if cell.has_words)
        if band.kind == "target":
            self._add_target_of_band(band, cell)
            return
        self.standings = [standing.cleared() for standing in self.standings]
        if band.kind is None:
            self.claims.add_note("band_left", cell.place, text=cell.text)
            return
        number = self.claims.add_mention(
            band.kind, AnnotatedText(band.text), cell.place
        )
        self.claims.add_label(number, band.label, by_word=True)
        if band.kind == "theme":
            self.reading.opened_theme, self.band_goal = number, None
            self.reading.opened_goal = None
        else:
            self._open_goal(number)

    def _add_target_of_band(self, band: BandRow, cell: Cell) -> None:
        """Add a target over the whole width, which measures the goal above it."""
        number = self.claims.add_mention(
            "target", AnnotatedText(band.text), cell.place
        )
        self.claims.add_label(number, band.label, by_word=True)
        if self.band_goal is None:
            self._leave_unplaced(number, None)
        else:
            self.claims.link_mentions(
                number, self.band_goal, "measures", "heading"
            )

    def _open_goal(self, number: int) -> None:
        """Let the rows that follow stand under a goal."""
        self._leave_unplaced(number, None)
        for place, standing in enumerate(self.standings):
            if standing.kind == "goal":
                self.standings[place] = standing._replace(
                    numbers=(number,), basis_below="heading"
                )
                return
        self.band_goal = self.reading.opened_goal = number
        self._tell_of_bands()

    def _tell_of_bands(self) -> None:
        """Tell that the table holds goals, though none of its columns does.

        Lists of actions have such columns too; the goals above their rows make it a network.
        """
        goals = HeadedColumn(0, "", Role("goal"))
        efforts = self.header.columns_named("effort")
        header = TableHeader((goals, *efforts), ())
        if header not in self.reading.headers:
            self.reading.headers = (*self.reading.headers, header)

    # rows

    def _read_row(self, row: Row) -> None:
        """Read a row: what stands in each column, then the links, then the other columns."""
        renewed = False
        standings = self.row_so_far = []
        for before in self.standings:
            standing = self._stand_on(row, before, renewed=renewed)
            failed = row[before.column.number].failed
            renewed = renewed or standing.is_stated or failed
            standings.append(standing)
        self.standings = _with_efforts_remembered(standings)
        for place, standing in enumerate(self.standings):
            if standing.links_anew:
                self._link(standing, place)
        for column in self.references:
            self._refer(column, row)
        self.attributes.read_row(row, self.standings)

    def _stand_on(
        self, row: Row, before: Standing, *, renewed: bool
    ) -> Standing:
        """What stands in a column on a row.

        That is its own words, those of a merged cell, or when it is blank those above.

        Args:
            row: The row.
            before: What stood in the column on the row above.
            renewed: Something new stands on this row in a column that this one serves.
        """
        number = before.column.number
        if row[number].tables and not row[number].covered:
            return self._stand_by_tables(row[number], before)
        parsed = self._parse_cell(row[number], before)
        if parsed.kind not in _WITHOUT_WORDS:
            return self._stand_by_words(parsed, before)
        above = row[number].covered and not is_covered_from_left(row, number)
        return self._stand_as_above(
            parsed, before, renewed=renewed, is_merged=above
        )

    def _parse_cell(self, cell: Cell, before: Standing) -> ParsedCell:
        """What a cell says; in the words of the cell above it, it says the same.

        In many tables the goal stands again on each of its rows.
        """
        number = before.column.number
        above = self.parsed.get(number)
        if above and _has_same_words(above.cell, cell):
            return above._replace(cell=cell)
        parsed = self.parsed[number] = parse_cell(
            cell,
            before.kind,
            self.claims.own_codes,
            refers=before.role_column.refers,
        )
        return parsed

    def _stand_as_above(
        self,
        parsed: ParsedCell,
        before: Standing,
        *,
        renewed: bool,
        is_merged: bool,
    ) -> Standing:
        """What a cell without words of its own lets stand: what stood above it, or nothing."""
        same = is_merged or parsed.kind is CellKind.DITTO
        basis = before.basis_below
        if is_merged:
            basis = "merged cell"
        elif same:
            basis = "same row"
        ends = renewed or self._ends_column(before.role_column, parsed)
        return before._replace(
            numbers=before.numbers if same or not ends else (),
            basis=basis,
            is_stated=False,
            is_new=False,
            links_anew=same and renewed,
        )

    def _stand_by_tables(self, cell: Cell, before: Standing) -> Standing:
        """What a cell lets stand that holds tables: its own words, and then what these say."""
        nested = NestedTables(cell, before.kind)
        own = nested.cell._replace(tables=())
        standing = before.cleared()
        if own.has_words:
            parsed = parse_cell(own, before.kind, self.claims.own_codes)
            standing = self._stand_by_words(parsed, before)
        inner = read_nested_tables(
            self.claims, nested, before.kind, self._read_nested
        )
        numbers = (*standing.numbers, *inner)
        return standing._replace(
            numbers=numbers,
            is_stated=bool(numbers),
            is_new=bool(numbers),
            links_anew=bool(numbers),
        )

    def _read_nested(self, header: TableHeader) -> None:
        """Read a table in a cell; what serves nothing in it serves the goal of this row."""
        before = len(self.reading.unplaced)
        read_upright_rows(
            header, self.context, self.reading, merges_known=True
        )
        unplaced = self.reading.unplaced[before:]
        del self.reading.unplaced[before:]
        if len(header.element_columns) > 1:
            for mention in unplaced:
                self._link_to_goal_of_row(mention.number)

    def _link_to_goal_of_row(self, number: int) -> None:
        goals = [
            standing.numbers[0]
            for standing in self.row_so_far
            if standing.kind == "goal" and standing.numbers
        ]
        link = active_dialect().link(self.claims.mentions[number].tier, "goal")
        if goals and link:
            self.claims.link_mentions(number, goals[0], link, "heading")

    def _ends_column(self, column: RoleColumn, parsed: ParsedCell) -> bool:
        """A cell without a statement ends what stands above it; a blank one only in some columns.

        That is in those of efforts always, in those of targets when merged cells are known, and
        in those of codes that follow on what they are said of.
        """
        cell = parsed.cell
        if cell.has_words or cell.covered or cell.failed:
            return True
        if column.kind == "effort":
            return not self._heads_lower_efforts(column)
        if column.kind == "target" and self.merges_known:
            return True
        return column.refers and self._follows_elements(column)

    def _heads_lower_efforts(self, column: RoleColumn) -> bool:
        """Another column holds parts of these efforts: a blank cell goes on with the one above."""
        return any(
            other.kind == "effort" and other.role_column.height > column.height
            for other in self.standings
        )

    def _follows_elements(self, column: RoleColumn) -> bool:
        """A column stands behind one with elements of the row: something it may say more of."""
        return any(
            other.column.number < column.column.number
            for other in self.standings
            if not other.role_column.refers and other.kind != "theme"
        )

    def _stand_by_words(
        self, parsed: ParsedCell, before: Standing
    ) -> Standing:
        """What a cell with words of its own lets stand in its column."""
        numbers = self._add_mentions(parsed, before)
        is_new = bool(numbers) and parsed.kind is CellKind.STATEMENTS
        return Standing(
            before.role_column,
            numbers,
            is_stated=bool(numbers),
            is_new=is_new and not before.role_column.refers,
            links_anew=bool(numbers),
            had_effort=before.had_effort,
        )

    def _add_mentions(
        self, parsed: ParsedCell, before: Standing
    ) -> tuple[int, ...]:
        """The numbers of the mentions that a cell makes; what states nothing is noted."""
        for text in parsed.introductions:
            self.claims.add_note(
                "introduction_left", parsed.cell.place, text=text
            )
        column = before.role_column
        if parsed.kind is CellKind.CODES or column.refers:
            return self._add_references(parsed, column)
        if _names_only_periods(parsed, column):
            self.claims.add_note(
                "cell_not_understood", parsed.cell.place, text=parsed.cell.text
            )
            return ()
        if parsed.kind is CellKind.STATEMENTS:
            return self._add_statements(parsed, column)
        if parsed.sources and before.numbers:
            last = self.claims.mentions[before.numbers[-1]]
            last.sources.extend(parsed.sources)
            return before.numbers
        self.claims.add_note(
            "cell_not_understood", parsed.cell.place, text=parsed.cell.text
        )
        return ()

    def _add_references(
        self, parsed: ParsedCell, column: RoleColumn
    ) -> tuple[int, ...]:
        """Mentions that name elements by their codes or words."""
        words = parsed.codes or tuple(
            item.said.text for item in parsed.statements
        )
        place = place_under(column.column, parsed.cell)
        kinds: tuple[Kind, ...] = (column.kind,)
        if column.column.refers:
            kinds = kinds_named_in(column.column.heading)
        numbers = []
        for text in words:
            number = self.claims.add_reference(
                text,
                place,
                kinds,
                may_define=not (column.column.refers and parsed.codes),
            )
            self.claims.mentions[number].kind = column.kind
            self.claims.mentions[number].tier = column.tier_name
            numbers.append(number)
        return tuple(numbers)

    def _add_statements(
        self, parsed: ParsedCell, column: RoleColumn
    ) -> tuple[int, ...]:
        """New mentions for the statements of a cell."""
        cell, heading = parsed.cell, column.column
        if parsed.paragraphs:
            self.claims.add_note(
                "goal_paragraphs", cell.place, count=parsed.paragraphs
            )
        place = place_under(heading, cell)
        level = heading.role.level if heading.role else None
        statements = parsed.statements
        if column.kind == "effort" and _heads_several(heading.heading):
            statements = tuple(split_short_pieces(statements))
        numbers = add_items(self.claims, column.kind, statements, place, level)
        self._settle_goals(numbers)
        year = self.years.get(heading.number)
        for number in numbers:
            mention = self.claims.mentions[number]
            mention.tier = column.tier_name
            if year and mention.period is None:
                mention.add_attribute("period", year)
        return tuple(numbers)

    def _settle_goals(self, numbers: Sequence[int]) -> None:
        """Keep which of several goals in the cell beside them new mentions are about."""
        for standing in self.row_so_far:
            if standing.kind != "goal":
                continue
            goals = goals_by_label(self.claims, standing.numbers)
            if goals:
                self.meant.update(settle_goals(self.claims, numbers, goals))

    def _years_of_columns(self) -> dict[int, str | None]:
        """The years in the headings of efforts, when their columns hold those of several years."""
        years = {
            standing.column.number: without_year(standing.column.heading)[1]
            for standing in self.standings
            if standing.kind == "effort"
        }
        return years if len(set(years.values())) > 1 else {}

    # links

    def _wholes(self, standing: Standing) -> list[int]:
        """What stands in a column, without what is part of something else."""
        mentions = self.claims.mentions
        return [
            number
            for number in standing.numbers
            if mentions[number].part_of is None
        ]

    def _link(self, standing: Standing, column: int) -> None:
        """Link what stands in a column on this row to what it serves.

        Args:
            standing: What stands there.
            column: Which of the columns of elements it is, counted from 0.
        """
        above = self.standings[:column]
        served = self._served(standing, column)
        for number in self._wholes(standing):
            if self._link_to_upper_effort(number, standing, above):
                continue
            if served:
                self._link_to_all(number, standing, served)
                if not self._is_certain(served):
                    self._leave_unplaced(
                        number, _theme_among(above), waits=True
                    )
            elif not self._link_to_band(number, standing):
                self._leave_unplaced(number, _theme_among(above))
            if standing.kind == "effort":
                self._link_to_targets(number, standing, above)

    def _link_to_upper_effort(
        self, number: int, standing: Standing, above: Iterable[Standing]
    ) -> bool:
        """Make an effort part of the one before it on its row, whose heading calls it higher.

        Met: *Doel, Hoofdactie, Subactie*. Where several stand there nothing says of which of them
        it is a part.
        """
        if standing.kind != "effort":
            return False
        higher = [
            other
            for other in above
            if other.kind == "effort" and _stands_higher(other, standing)
        ]
        if not higher:
            return False
        wholes = self._wholes(higher[-1])
        if len(wholes) != 1:
            return False
        self.claims.mentions[number].part_of = wholes[0]
        basis = _weaker_of(standing.basis, higher[-1].basis)
        self.claims.link_mentions(number, wholes[0], "part_of", basis)
        return True

    def _served(self, standing: Standing, column: int) -> list[Standing]:
        """What a column serves on this row: the lowest one, and those that are its equals.

        What the dialect names first is what it would rather serve.
        """
        for of_tier in self.served_columns[column]:
            filled = [
                self.standings[place]
                for place in of_tier
                if self.standings[place].numbers
            ]
            if not filled:
                continue
            lowest = filled[-1]
            if standing.kind == "effort" and lowest.kind == "target":
                continue
            return [
                other
                for other in filled
                if other.role_column.is_equal_of(lowest.role_column)
            ]
        return []

    def _link_to_all(
        self, number: int, standing: Standing, served: Iterable[Standing]
    ) -> None:
        """Link a mention to all that stands in the columns that it serves."""
        for other in served:
            link = active_dialect().link(standing.tier_name, other.tier_name)
            if link is None:
                continue
            basis = _weaker_of(standing.basis, other.basis)
            meant = self.meant.get(number)
            for there in self._wholes(other):
                if meant and other.kind == "goal" and there not in meant:
                    continue
                self.claims.link_mentions(
                    number, there, self._settled(link, number, there), basis
                )

    def _settled(
        self, link: LinkKind, start: int, end: int
    ) -> LinkKind | None:
        """The kind of link; None while one of its ends is only a reference."""
        mentions = self.claims.mentions
        refers = mentions[start].reference or mentions[end].reference
        return None if refers else link

    def _link_to_band(self, number: int, standing: Standing) -> bool:
        """Link a mention to the goal of the band above it, if there is one."""
        link = active_dialect().link(standing.tier_name, "goal")
        if self.band_goal is None or link is None:
            return False
        self.claims.link_mentions(number, self.band_goal, link, "heading")
        return True

    def _is_certain(self, served: Iterable[Standing]) -> bool:
        """Something of what is served is an element of this table, not a reference."""
        mentions = self.claims.mentions
        return any(
            mentions[number].reference is None
            for standing in served
            for number in standing.numbers
        )

    def _leave_unplaced(
        self, number: int, row_theme: int | None, *, waits: bool = False
    ) -> None:
        """Leave a mention to what stands around the table, with the theme of its row or band."""
        band_theme = self.reading.opened_theme
        in_band = band_theme is not None
        if self.claims.mentions[number].kind == "goal" or row_theme is None:
            row_theme = band_theme
        self.reading.unplaced.append(
            UnplacedMention(number, row_theme, in_band, waits=waits)
        )

    def _link_to_targets(
        self, effort: int, standing: Standing, above: Iterable[Standing]
    ) -> None:
        """Link an effort to the targets among what stands before it on its row.

        A target of a row above counts only when an effort stood beside it there: in a staircase
        of targets nothing says which of them the effort serves.
        """
        mention = self.claims.mentions[effort]
        targets = (other for other in above if other.kind == "target")
        for target in targets:
            if not target.numbers:
                continue
            inherited = target.basis == "inherited"
            if inherited and not target.had_effort:
                continue
            if inherited:
                self.claims.add_note(
                    "inherited_target", mention.place, text=mention.text
                )
            self._link_to_all(effort, standing, [target])

    # references

    def _refer(self, column: ReferenceColumn, row: Row) -> None:
        """Link what a column of references is about to what its cell names."""
        cell = row[column.column.number]
        about = _about(column, self.standings)
        if about is None or not cell.has_words or cell.covered:
            return
        for reference in add_references(self.claims, column, cell):
            for number in self._wholes(about):
                self.claims.link_mentions(
                    number, reference, None, "stated", cell.place
                )


def _stands_higher(one: Standing, other: Standing) -> bool:
    """The heading of the one calls it higher than that of the other."""
    return one.role_column.height < other.role_column.height


def _names_only_periods(parsed: ParsedCell, column: RoleColumn) -> bool:
    """The cell names a time and nothing that is wanted or done.

    Met on a card of a web page, where a year stands in a second cell beside each measure.
    """
    if column.kind not in ("goal", "effort") or not parsed.statements:
        return False
    return all(is_period(item.said.text) for item in parsed.statements)


def _heads_several(heading: str) -> bool:
    """The heading is a plural, no question: ``Acties``."""
    return plain(heading).endswith(words_of("headings.plural_endings"))


def _has_same_words(one: Cell, other: Cell) -> bool:
    return one.blocks == other.blocks and one.covered == other.covered


def _served_columns(columns: Sequence[RoleColumn]) -> list[list[list[int]]]:
    """For each column the columns before it that it may serve: those of each tier together.

    What the dialect names first is what it would rather serve. Columns that are kept apart from
    it are not among them.
    """
    served: list[list[list[int]]] = []
    for place, column in enumerate(columns):
        names = active_dialect().serves.get(column.tier_name, ())
        served.append(
            [_columns_of_tier(name, column, columns[:place]) for name in names]
        )
    return served


def _columns_of_tier(
    name: str, column: RoleColumn, above: Iterable[RoleColumn]
) -> list[int]:
    return [
        place
        for place, other in enumerate(above)
        if other.tier_name == name and not column.keeps_apart_from(other)
    ]


def _about(
    column: ReferenceColumn, standings: Sequence[Standing]
) -> Standing | None:
    """What a column of references is about: the nearest new elements to its left.

    When these are of the kind that it names, or there are none, it is the lowest of the row. So
    it is when the table begins with its efforts. Met: ``Maatregel | Operationeel doel | Strategisch
    doel | Ondersteunt ook``, where each row is about a measure.
    """
    new = [standing for standing in standings if standing.is_new]
    if new and _begins_with_efforts(standings):
        return new[-1]
    left = [
        standing
        for standing in new
        if standing.column.number < column.column.number
    ]
    nearest = max(
        left, key=lambda standing: standing.column.number, default=None
    )
    if nearest is not None and nearest.kind not in column.kinds:
        return nearest
    return new[-1] if new else None


def _begins_with_efforts(standings: Sequence[Standing]) -> bool:
    """The first column of elements is of efforts, and those of what they serve stand behind it."""
    first = min(standings, key=lambda standing: standing.column.number)
    return first.kind == "effort" and first is standings[-1]


def _theme_among(above: Sequence[Standing]) -> int | None:
    """The theme that stands on a row; None when there is none."""
    for standing in above:
        if standing.kind == "theme" and standing.numbers:
            return standing.numbers[0]
    return None


def _with_efforts_remembered(standings: Sequence[Standing]) -> list[Standing]:
    """The standings; new targets know whether an effort stands beside them."""
    had_effort = any(
        standing.is_stated
        for standing in standings
        if standing.kind == "effort"
    )
    return [
        standing._replace(had_effort=had_effort)
        if standing.is_new
        and standing.kind == "target"
        and standing.had_effort != had_effort
        else standing
        for standing in standings
    ]


def _weaker_of(one: Basis, other: Basis) -> Basis:
    return one if one == other else max(one, other, key=BASES.index)
