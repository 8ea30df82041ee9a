"""From sheets to paragraphs and tables.

Which rows are titles and lines of text, and where a table begins and goes on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice, takewhile

from dinet.document.content import Block, Grid, Para, Span
from dinet.readers.shared.spreadsheets.row_signs import (
    heads_other_table,
    heads_table_under_line,
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

# Rows of a part in which its header is looked for; above it stand titles and explanations.
_ROWS_TO_LOOK = 12
# Columns, from the last one of a table to one beside it with a blank column between.
_WIDEST_GAP = 2


@once_per_dialect
def _default_name() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(words_of('page_words.default_sheets'))}\s*\d*",
        re.IGNORECASE,
    )


def parts_of(sheets: Sequence[CellSheet]) -> tuple[Para | Grid, ...]:
    """The paragraphs and tables of all sheets, in order.

    When several sheets have content, each begins with its name as a heading, after its title
    when it has one.
    """
    known = any(sheet.lattice.merged_down for sheet in sheets)
    numbers = count(1)
    filled: list[tuple[CellSheet, list[Para | Grid]]] = []
    for sheet in sheets:
        reading = SheetReading(sheet, numbers, merges_known=known)
        parts = list(reading.read_parts())
        if parts:
            filled.append((sheet, parts))
    if len(filled) > 1:
        for sheet, parts in filled:
            _add_sheet_name(sheet, parts)
    return tuple(part for _, parts in filled for part in parts)


def _add_sheet_name(sheet: CellSheet, parts: list[Para | Grid]) -> None:
    """Put the name that people gave a sheet among its parts, under its title."""
    name = (sheet.place.sheet or "").strip()
    if not _default_name().fullmatch(name):
        titled = isinstance(parts[0], Para) and parts[0].heading is not None
        parts.insert(
            int(titled), Para(Block((Span(name),)), sheet.place, heading=1)
        )


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
        """The last table that names its columns, as long as nothing has ended it.

        After blank rows it may go on.
        """
        self.waiting: Region = {}
        """Words that stand in the first column of the open table only.

        They are rows of it when it goes on after them, else lines of text.
        """

    def read_parts(self) -> Iterator[Para | Grid]:
        """Its paragraphs and tables."""
        for number, region in enumerate(self.sheet.find_regions()):
            if not number and is_title(self.sheet, region):
                self._add_lines(region, heading=1)
            else:
                self._read_region(region)
        self._end_table()
        for part in self.found:
            yield part if isinstance(part, Para) else self._build_grid(part)

    def _read_region(self, region: Region) -> None:
        legend = legend_in(self.sheet, region)
        rest = {row: region[row] for row in region if row not in legend}
        for part in tables_in(self.sheet, rest):
            header = self._header_row(part)
            if header is None and self._stands_beside_table(part):
                self._widen_table(part)
            elif header is not None:
                self._begin_table(part, header)
            elif self.open and self._fits_table(part, self.open):
                self._add_further_rows(part, self.open)
            else:
                self._read_without_header(part)
        if legend:
            self._end_table()
            self._add_table(legend, beside=1)

    def _stands_beside_table(self, part: Region) -> bool:
        """A part is the last columns of the open table: only a blank column stands between.

        Met in sheets where a narrow blank column divides goals from owners. It begins on the row
        of the header and ends with the table.
        """
        table = self.open
        if table is None or next(iter(part)) != table.header:
            return False
        gap = min(_columns_of(part)) - max(table.columns)
        return 0 < gap <= _WIDEST_GAP and max(part) <= max(table.rows)

    def _widen_table(self, part: Region) -> None:
        """Add the columns of a part to the open table."""
        if self.open is not None:
            last = max(_columns_of(part))
            self.open.columns = list(range(self.open.columns[0], last + 1))

    def _header_row(self, part: Region) -> int | None:
        """The first row that names columns; None when there is none among the first rows."""
        for row in islice(part, _ROWS_TO_LOOK):
            if names_columns(self.sheet, row, part[row]):
                return row
        return None

    def _begin_table(self, region: Region, header: int) -> None:
        """A table that names its columns; single cells above these names are lines of text."""
        self._end_table()
        rows = region.items()
        lines = {
            row: cells
            for row, cells in rows
            if row < header and len(cells) == 1
        }
        self._add_lines(lines)
        table = self._add_table(
            {row: columns for row, columns in rows if row not in lines}
        )
        table.header, table.rows = (
            header,
            [row for row in table.rows if row <= header],
        )
        self._add_rows(
            {row: columns for row, columns in rows if row > header}, table
        )

    def _fits_table(self, region: Region, table: SheetTable) -> bool:
        """A region may go on with a table.

        It has words in columns of the table only, and does not begin with a line that names
        another section or the columns of something else.
        """
        row, columns = next(iter(region.items()))
        if not _columns_of(region) <= set(table.columns):
            return False
        if heads_other_table(self.sheet, row, columns):
            return False
        if heads_table_under_line(self.sheet, region):
            return False
        return not names_section(self.sheet, row, columns)

    def _add_further_rows(self, region: Region, table: SheetTable) -> None:
        """More rows of a table.

        Words in its first column only wait for what comes after them.
        """
        self.waiting |= region
        if _columns_of(region) != {table.columns[0]}:
            self._add_rows(self.waiting, table)
            self.waiting = {}

    def _add_rows(self, region: Region, table: SheetTable) -> None:
        """Rows of a table.

        After a line among them that stands out it begins again, with the same header.
        """
        first = table.columns[0]
        table.plain = table.plain or _first_full_row(region, first)
        rows: list[int] = []
        for row, columns in region.items():
            if columns == [first] and self._is_label(row, table):
                table, rows = self._with_rows(table, rows), []
                self._add_lines({row: columns})
            else:
                rows.append(row)
        self.open = self._with_rows(table, rows)

    def _with_rows(self, table: SheetTable, rows: list[int]) -> SheetTable:
        """The table with more rows.

        A new one with the same header when lines of text stand between.
        """
        if rows and self.found[-1] is not table:
            if table.rows[-1] == table.header:
                # it has no rows but its header, which the new table repeats
                self.found = [part for part in self.found if part is not table]
            table = replace(table, rows=[table.header] if table.header else [])
            self.found.append(table)
        table.rows += rows
        return table

    def _is_label(self, row: int, table: SheetTable) -> bool:
        """The words of a row name the rows that follow it.

        They look otherwise than those in the first column do, and are not merged over the whole
        width.
        """
        first, last = table.columns[0], table.columns[-1]
        across = self.sheet.lattice.anchors.get((row, last)) == (row, first)
        if across or table.plain is None:
            return False
        return stands_out(self.sheet, (row, first), (table.plain, first))

    def _read_without_header(self, region: Region) -> None:
        """Lines of text, and under them perhaps a table that does not name its columns."""
        self._end_table()
        single = list(takewhile(lambda row: len(region[row]) == 1, region))
        self._add_lines({row: region[row] for row in single})
        if len(single) < len(region):
            rows = islice(region, len(single), None)
            self._add_table({row: region[row] for row in rows})

    def _add_table(self, region: Region, beside: int = 0) -> SheetTable:
        """A table of these rows; a coloured blank cell beside its words belongs to it.

        Args:
            region: Its rows.
            beside: How many blank columns to its right belong to it too: one column alone would
                be read as a list.
        """
        columns = _columns_of(region)
        first, last = min(columns), max(columns)
        first -= self._is_coloured(region, first - 1)
        last += max(self._is_coloured(region, last + 1), beside)
        table = SheetTable(list(region), self.sheet.shown_columns(first, last))
        self.found.append(table)
        return table

    def _is_coloured(self, region: Region, column: int) -> bool:
        """A column has a colour in one of these rows."""
        lattice = self.sheet.lattice
        return any(
            lattice.content_seen_at((row, column)).fill for row in region
        )

    def _add_lines(self, region: Region, heading: int | None = None) -> None:
        for row, columns in region.items():
            for column in columns:
                content = self.sheet.lattice.content_seen_at((row, column))
                place = self.sheet.place.model_copy(
                    update={"row": row, "column": column}
                )
                self.found += [
                    Para(block, place, heading) for block in content.blocks
                ]

    def _flush_waiting(self) -> None:
        self._add_lines(self.waiting)
        self.waiting = {}

    def _end_table(self) -> None:
        """The open table has ended."""
        self._flush_waiting()
        self.open = None

    def _build_grid(self, table: SheetTable) -> Grid:
        place = self.sheet.place.model_copy(
            update={"table": next(self.numbers)}
        )
        return self.sheet.lattice.build_grid(
            table.rows, table.columns, place, merges_known=self.merges_known
        )


def _columns_of(region: Region) -> set[int]:
    return {column for columns in region.values() for column in columns}


def _first_full_row(region: Region, first: int) -> int | None:
    """The first row with words in the first column and in others."""
    for row, columns in region.items():
        if columns[0] == first and len(columns) > 1:
            return row
    return None
