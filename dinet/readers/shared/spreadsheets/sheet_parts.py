"""From sheets to paragraphs and tables: which rows are titles and lines of text, where a table begins and goes on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, takewhile

from dinet.document.content import Block, Grid, Para, Span
from dinet.readers.shared.spreadsheets.row_signs import (
    is_title,
    legend_in,
    names_columns,
    names_section,
    stands_out,
    tables_in,
)
from dinet.readers.shared.spreadsheets.sheet import CellSheet, Region
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_ROWS_TO_LOOK = 12


@once_per_dialect
def _default_name() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(words_of('page_words.default_sheets'))}\s*\d*", re.IGNORECASE
    )


def parts_of(sheets: Sequence[CellSheet]) -> tuple[Para | Grid, ...]:
    """The paragraphs and tables of all sheets, in order.

    When several sheets have content, each begins with its name as a heading, after its title
    when it has one.
    """
    known = any(sheet.lattice.merged_down for sheet in sheets)
    numbers = count(1)
    read = [
        (sheet, list(SheetReading(sheet, numbers, merges_known=known).read_parts()))
        for sheet in sheets
    ]
    read = [(sheet, parts) for sheet, parts in read if parts]
    for sheet, parts in read:
        name = (sheet.place.sheet or "").strip()
        if len(read) > 1 and not _default_name().fullmatch(name):
            titled = isinstance(parts[0], Para) and parts[0].heading is not None
            parts.insert(
                int(titled), Para(Block((Span(name),)), sheet.place, heading=1)
            )
    return tuple(part for _, parts in read for part in parts)


@dataclass
class SheetTable:
    """A table that is being read.

    Args:
        rows: The numbers of its rows so far.
        columns: The numbers of its columns.
        header: The row that names its columns.
        plain: A row with words in the first and other columns: what the first column looks like.
    """

    rows: list[int]
    columns: list[int]
    header: int | None = None
    plain: int | None = None


class SheetReading:
    """One sheet, read from top to bottom.

    Args:
        sheet: The sheet.
        numbers: Counts the tables of the document.
        merges_known: For its grids.
    """

    def __init__(
        self, sheet: CellSheet, numbers: Iterator[int], *, merges_known: bool
    ) -> None:
        self.sheet = sheet
        self.numbers = numbers
        self.merges_known = merges_known
        self.found: list[Para | SheetTable] = []
        self.open: SheetTable | None = None
        """The last table that names its columns, as long as nothing has ended it: after blank rows it may go on."""
        self.waiting: Region = {}
        """Words in its first column only: rows of the open table if that goes on after them, else lines of text."""

    def read_parts(self) -> Iterator[Para | Grid]:
        """Its paragraphs and tables."""
        for number, region in enumerate(self.sheet.find_regions()):
            if not number and is_title(self.sheet, region):
                self._add_lines(region, heading=1)
            else:
                self._read_region(region)
        self._end_table()
        yield from (
            each if isinstance(each, Para) else self._build_grid(each)
            for each in self.found
        )

    def _read_region(self, region: Region) -> None:
        legend = legend_in(self.sheet, region)
        rest = {row: region[row] for row in region if row not in legend}
        for part in tables_in(self.sheet, rest):
            header = next(
                (
                    row
                    for row in list(part)[:_ROWS_TO_LOOK]
                    if names_columns(self.sheet, row, part[row])
                ),
                None,
            )
            if header is not None:
                self._begin_table(part, header)
            elif self.open and self._fits_table(part, self.open):
                self._add_further_rows(part, self.open)
            else:
                self._read_without_header(part)
        if legend:
            self._end_table()
            self._add_table(legend, beside=1)

    def _begin_table(self, region: Region, header: int) -> None:
        """A table that names its columns; single cells above these names are lines of text."""
        self._end_table()
        self._add_lines(
            {
                row: columns
                for row, columns in region.items()
                if row < header and len(columns) == 1
            }
        )
        table = self._add_table(
            {
                row: columns
                for row, columns in region.items()
                if row > header or len(columns) > 1
            }
        )
        table.header, table.rows = header, [row for row in table.rows if row <= header]
        self._add_rows(
            {row: columns for row, columns in region.items() if row > header}, table
        )

    def _fits_table(self, region: Region, table: SheetTable) -> bool:
        """It has words in columns of the table only, and does not begin with a line that names another section."""
        row, columns = next(iter(region.items()))
        return _columns_of(region) <= set(table.columns) and not names_section(
            self.sheet, row, columns
        )

    def _add_further_rows(self, region: Region, table: SheetTable) -> None:
        """More rows of a table, or words in its first column only, which wait for what comes after them."""
        self.waiting |= region
        if _columns_of(region) != {table.columns[0]}:
            self._add_rows(self.waiting, table)
            self.waiting = {}

    def _add_rows(self, region: Region, table: SheetTable) -> None:
        """Rows of a table. After a line among them that stands out it begins again, with the same header."""
        first = table.columns[0]
        full = (
            row
            for row, columns in region.items()
            if columns[0] == first and len(columns) > 1
        )
        table.plain = table.plain or next(full, None)
        rows: list[int] = []
        for row, columns in region.items():
            if columns == [first] and self._is_label(row, table):
                table, rows = self._with_rows(table, rows), []
                self._add_lines({row: columns})
            else:
                rows.append(row)
        self.open = self._with_rows(table, rows)

    def _with_rows(self, table: SheetTable, rows: list[int]) -> SheetTable:
        """The table with more rows; a new one with the same header when lines of text stand between."""
        if rows and self.found[-1] is not table:
            if table.rows[-1] == table.header:
                self.found = [each for each in self.found if each is not table]
            table = replace(table, rows=[table.header] if table.header else [])
            self.found.append(table)
        table.rows += rows
        return table

    def _is_label(self, row: int, table: SheetTable) -> bool:
        """Its words look otherwise than those in the first column do, and are not merged over the whole width."""
        first, last = table.columns[0], table.columns[-1]
        across = self.sheet.lattice.anchors.get((row, last)) == (row, first)
        return (
            not across
            and table.plain is not None
            and stands_out(self.sheet, (row, first), (table.plain, first))
        )

    def _read_without_header(self, region: Region) -> None:
        """Lines of text, and under them perhaps a table that does not name its columns."""
        self._end_table()
        alone = {
            row: region[row]
            for row in takewhile(lambda row: len(region[row]) == 1, region)
        }
        self._add_lines(alone)
        rest = {row: region[row] for row in region if row not in alone}
        if rest:
            self._add_table(rest)

    def _add_table(self, region: Region, beside: int = 0) -> SheetTable:
        """A table of these rows; a coloured blank cell beside its words belongs to it.

        Args:
            region: Its rows.
            beside: How many blank columns to its right belong to it too: one column alone would
                be read as a list.
        """
        first, last = min(_columns_of(region)), max(_columns_of(region))
        first -= any(
            self.sheet.lattice.content_seen_at((row, first - 1)).fill for row in region
        )
        last += max(
            any(
                self.sheet.lattice.content_seen_at((row, last + 1)).fill
                for row in region
            ),
            beside,
        )
        table = SheetTable(list(region), self.sheet.shown_columns(first, last))
        self.found.append(table)
        return table

    def _add_lines(self, region: Region, heading: int | None = None) -> None:
        for row, columns in region.items():
            for column in columns:
                place = self.sheet.place.model_copy(
                    update={"row": row, "column": column}
                )
                self.found += [
                    Para(block, place, heading)
                    for block in self.sheet.lattice.content_seen_at(
                        (row, column)
                    ).blocks
                ]

    def _flush_waiting(self) -> None:
        self._add_lines(self.waiting)
        self.waiting = {}

    def _end_table(self) -> None:
        """The open table has ended."""
        self._flush_waiting()
        self.open = None

    def _build_grid(self, table: SheetTable) -> Grid:
        place = self.sheet.place.model_copy(update={"table": next(self.numbers)})
        return self.sheet.lattice.build_grid(
            table.rows, table.columns, place, merges_known=self.merges_known
        )


def _columns_of(region: Region) -> set[int]:
    return {column for columns in region.values() for column in columns}
