"""The tables of an OpenDocument file: rows and cells that are repeated, merged or hidden."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from dinet.document.content import Block, Grid, Span
from dinet.document.text_lines import spans_to_blocks
from dinet.model import Place
from dinet.readers.opendocument.styles import OdfStyle
from dinet.readers.opendocument.texts import OdfTextWalk, words_in
from dinet.readers.shared.frames import names_columns
from dinet.readers.shared.grid_builder import (
    CellContent,
    GridBuilder,
    RowColumn,
)
from dinet.readers.shared.spreadsheets.number_formats import format_number
from dinet.readers.shared.xml import attribute_of, local_name, parse_number

_GROUPS = (
    "table-header-rows",
    "table-rows",
    "table-row-group",
    "table-header-columns",
    "table-columns",
    "table-column-group",
)
CELLS = ("table-cell", "covered-table-cell")
_SPLIT_CELL = "table"
"""A cell that someone split stands in its row as a table."""
_HIDDEN = "collapse"
_FILTERED = "filter"
# Rows and columns of a sheet, as LibreOffice limits them.
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
# Columns that a merged cell, or a row that is counted, is believed to have.
_MOST_ACROSS = 1000
# Columns: a run of blank cells with a colour is cut off here, as rows are coloured to the end.
_MOST_COLOURED = 100
# Rows that a merged cell can have; the bound that HTML sets too.
_MOST_DOWN = 65_534


class OdfTableWalk:
    """One walk through a table into a lattice.

    Args:
        texts: Reads what stands in the cells.
        lattice: Is filled.
        place: Where the table stands.
        numbered: Its cells have their own row and column; else its place is theirs.
    """

    def __init__(
        self,
        texts: OdfTextWalk,
        lattice: GridBuilder,
        place: Place,
        *,
        numbered: bool = True,
    ) -> None:
        self.texts = texts
        self.lattice = lattice
        self.place = place
        self.numbered = numbered
        self.rows = self.columns = 0
        """How many rows there are, and how many columns the widest of them has."""
        self.unknown: list[RowColumn] = []
        """Formulas without a stored result."""
        self.merges: list[tuple[RowColumn, int, int]] = []
        self.hidden: tuple[list[range], list[range]] = ([], [])
        self.filtered: list[range] = []
        """Rows that only a filter hides."""
        self.column_ends: list[int] = []
        self.column_styles: list[str | None] = []

    def walk_table(self, table: Element) -> None:
        """Walk through a table."""
        folded = _folded_elements(table)
        self._read_columns(table, folded)
        for row in children_in_groups(table, ("table-row",)):
            repeat = repeat_count(
                row, "number-rows-repeated", LAST_ROW - self.rows
            )
            numbers = range(self.rows + 1, self.rows + repeat + 1)
            self._mark_hidden(0, row, numbers, folded)
            self._read_row(row, repeat)
            self.rows += repeat
        self._merge_cells()

    def _read_columns(self, table: Element, folded: set[Element]) -> None:
        """Remember which columns are hidden, and which style the cells of each have."""
        last = 0
        for column in children_in_groups(table, ("table-column",)):
            repeat = repeat_count(
                column, "number-columns-repeated", LAST_COLUMN - last
            )
            numbers = range(last + 1, last + repeat + 1)
            self._mark_hidden(1, column, numbers, folded)
            last += repeat
            self.column_ends.append(last)
            self.column_styles.append(
                attribute_of(column, "default-cell-style-name")
            )

    def _merge_cells(self) -> None:
        """Merge what the table merges, as far as there are cells."""
        bottom, right = self._last_number(0), self._last_number(1)
        for first, down, across in self.merges:
            rows = min(down, bottom - first[0] + 1)
            columns = min(across, right - first[1] + 1)
            self.lattice.merge_cells(first, rows, columns)

    def _last_number(self, axis: int) -> int:
        """The number of the last row (0) or column (1) that has a cell; 0 when there is none."""
        return max((spot[axis] for spot in self.lattice.cells), default=0)

    def hidden_numbers(self, axis: int) -> list[int]:
        """The numbers of the hidden rows (0) or columns (1), as far as there are cells."""
        return self._numbers_in(self.hidden[axis], axis)

    def filtered_numbers(self) -> list[int]:
        """The numbers of the rows that only a filter hides, as far as there are cells."""
        return self._numbers_in(self.filtered, 0)

    def _numbers_in(self, runs: list[range], axis: int) -> list[int]:
        last = self._last_number(axis)
        whole = (run for run in runs if run.stop <= last)
        self.lattice.budget.use_cells(sum(map(len, whole)))
        numbers: list[int] = []
        for run in runs:
            numbers += range(run.start, min(run.stop, last + 1))
        return numbers

    def _mark_hidden(
        self, axis: int, element: Element, run: range, folded: set[Element]
    ) -> None:
        """Remember a run of rows (0) or columns (1) when it is hidden or folded."""
        style = self.texts.styles.style_named(
            local_name(element), attribute_of(element, "style-name")
        )
        visibility = attribute_of(element, "visibility")
        if visibility == _FILTERED:
            self.filtered.append(run)
        elif visibility == _HIDDEN or style.hidden or element in folded:
            self.hidden[axis].append(run)

    def _read_row(self, row: Element, repeat: int) -> None:
        """Read the cells of a row, and put them into the lattice as often as the row stands there.

        A row without any words is left out.
        """
        contents: list[tuple[int, int, CellContent]] = []
        column = 0
        for cell in children_in_groups(row, (*CELLS, _SPLIT_CELL)):
            times = repeat_count(
                cell, "number-columns-repeated", LAST_COLUMN - column
            )
            content = self._read_cell(cell, row, (self.rows + 1, column + 1))
            if content is not None:
                contents.append((column + 1, times, content))
            column += times
            self.columns = max(self.columns, min(column, _MOST_ACROSS))
        if any(content.blocks for _, _, content in contents):
            for down in range(repeat):
                self._put_row(self.rows + 1 + down, contents)

    def _read_cell(
        self, cell: Element, row: Element, spot: RowColumn
    ) -> CellContent | None:
        """What stands in a cell; None for one under a merged cell that has no words of its own."""
        if self.numbered:
            self.texts.log.enter_cell(self.place, *spot)
        if local_name(cell) == _SPLIT_CELL:
            grid = self._nested_grid(cell)
            return CellContent(grid.blocks, tables=(grid,))
        if local_name(cell) == "table-cell":
            content = self._read_content(cell, row, spot)
            self._remember_merge(cell, spot)
            return content
        blocks = self.texts.read_cell(cell, OdfStyle(), self._nested_grid)[0]
        return CellContent(blocks) if blocks else None

    def _nested_grid(self, table: Element) -> Grid:
        """A table in a cell, which may be that cell split; its place is that of the cell."""
        log = self.texts.log
        here = log.place
        lattice = GridBuilder(self.lattice.budget)
        walk = OdfTableWalk(self.texts, lattice, here, numbered=False)
        grid = grid_of(walk, table, merges_known=True)
        log.place = here
        return grid

    def _remember_merge(self, cell: Element, spot: RowColumn) -> None:
        """Remember a cell that spans rows or columns; it is merged when all cells are known."""
        down = repeat_count(cell, "number-rows-spanned", _MOST_DOWN)
        across = repeat_count(cell, "number-columns-spanned", _MOST_ACROSS)
        if down > 1 or across > 1:
            self.merges.append((spot, down, across))

    def _put_row(
        self, row: int, contents: list[tuple[int, int, CellContent]]
    ) -> None:
        """Put contents into a row; each has its first column and how many columns it fills."""
        for first, times, content in contents:
            if content.blocks:
                columns = range(first, first + times)
            else:
                coloured = min(times, _MOST_COLOURED) if content.fill else 0
                columns = range(first, first + coloured)
            for column in columns:
                self.lattice.put_content((row, column), content)

    def _read_content(
        self, cell: Element, row: Element, spot: RowColumn
    ) -> CellContent:
        styles = self.texts.styles
        style = self._style_of_cell(cell, row, spot[1])
        row_style = styles.style_named(
            "table-row", attribute_of(row, "style-name")
        )
        fill = style.fill or row_style.fill or None
        blocks, tables = self.texts.read_cell(
            cell, style._replace(fill=fill), self._nested_grid
        )
        if not blocks and attribute_of(cell, "value-type"):
            blocks = _value_as_blocks(cell, style)
        if not blocks and _lacks_result(cell):
            self.unknown.append(spot)
        return CellContent(blocks, fill, tables)

    def _style_of_cell(
        self, cell: Element, row: Element, column: int
    ) -> OdfStyle:
        """The style of a cell by itself, or else by its row, or else by its column."""
        name = (
            attribute_of(cell, "style-name")
            or attribute_of(row, "default-cell-style-name")
            or self._column_style(column)
        )
        return self.texts.styles.style_named("table-cell", name)

    def _column_style(self, column: int) -> str | None:
        run = bisect_left(self.column_ends, column)
        return (
            self.column_styles[run] if run < len(self.column_styles) else None
        )


def grid_of(
    walk: "OdfTableWalk", table: Element, *, merges_known: bool
) -> Grid:
    """A table of a text as a grid.

    What lies in hidden rows and columns, or under merged cells, is left out and remembered.

    Args:
        walk: Through nothing yet.
        table: The table.
        merges_known: See Grid.
    """
    walk.walk_table(table)
    lattice = walk.lattice
    hidden_rows = set(walk.hidden_numbers(0))
    hidden_columns = set(walk.hidden_numbers(1))
    for spot, content in lattice.cells.items():
        if spot[0] in hidden_rows or spot[1] in hidden_columns:
            _remember(walk, "hidden_text" if content.blocks else "", spot)
    for spot, text in lattice.words_under_merged():
        _remember(walk, "under_merged", spot, text)
    rows = sorted({row for row, _ in lattice.cells} - hidden_rows)
    columns = sorted(set(range(1, walk.columns + 1)) - hidden_columns)
    grid = lattice.build_grid(
        rows,
        columns,
        walk.place,
        merges_known=merges_known,
        numbered=walk.numbered,
    )
    return grid._replace(adjacent=True)


def _remember(
    walk: OdfTableWalk, code: str, spot: RowColumn, text: str = ""
) -> None:
    """Remember what is left out at a spot; nothing without a code."""
    if walk.numbered:
        walk.texts.log.enter_cell(walk.place, *spot)
    if code:
        walk.texts.log.add(code, text)


def _lacks_result(cell: Element) -> bool:
    """A cell has a formula, and neither a text nor a value."""
    if not attribute_of(cell, "formula") or _has_value(cell):
        return False
    return not any(local_name(child) == "p" for child in cell)


def _has_value(cell: Element) -> bool:
    if attribute_of(cell, "value") is not None:
        return True
    kind = attribute_of(cell, "value-type") or ""
    return attribute_of(cell, f"{kind}-value") is not None


def _folded_elements(table: Element) -> set[Element]:
    """The rows and columns of groups that are folded."""
    folded: set[Element] = set()
    for group in table.iter():
        if (
            local_name(group) in _GROUPS
            and attribute_of(group, "display") == "false"
        ):
            folded.update(
                element
                for element in group.iter()
                if local_name(element) in ("table-row", "table-column")
            )
    return folded


def children_in_groups(
    parent: Element, names: tuple[str, ...]
) -> Iterator[Element]:
    """The children with these names, those in groups too."""
    todo = [iter(parent)]
    while todo:
        element = next(todo[-1], None)
        if element is None:
            todo.pop()
        elif local_name(element) in names:
            yield element
        elif local_name(element) in _GROUPS:
            todo.append(iter(element))


def is_frame(table: Element) -> bool:
    """A table of which half of the cells with words hold a table: a frame, not data."""
    cells = [
        cell
        for row in children_in_groups(table, ("table-row",))
        for cell in children_in_groups(row, ("table-cell",))
    ]
    framing = sum(map(_holds_table, cells))
    with_words = sum(any(map(str.strip, cell.itertext())) for cell in cells)
    if not framing or 2 * framing < with_words:
        return False
    return not _names_columns(table)


def _names_columns(table: Element) -> bool:
    """The first row of a table names columns."""
    first = next(children_in_groups(table, ("table-row",)), None)
    cells = children_in_groups(first, CELLS) if first is not None else ()
    return names_columns(map(words_in, cells))


def _holds_table(cell: Element) -> bool:
    """A cell holds a table that is more than that cell, split."""
    return any(
        local_name(element) == "table"
        and attribute_of(element, "is-sub-table") != "true"
        for element in cell.iter()
    )


def repeat_count(element: Element, name: str, most: int) -> int:
    """How many times an element stands there, at most so many."""
    return max(min(parse_number(attribute_of(element, name), 1), most), 1)


def _value_as_blocks(cell: Element, style: OdfStyle) -> tuple[Block, ...]:
    """What a cell without text holds, as most programs would show it."""
    kind = attribute_of(cell, "value-type") or ""
    text = attribute_of(cell, f"{kind}-value") or ""
    if kind in ("float", "percentage", "currency"):
        text = _shown_number(attribute_of(cell, "value") or "", kind)
    elif kind == "date":
        text = _shown_date(text)
    elif kind == "boolean":
        text = {"true": "WAAR", "false": "ONWAAR"}.get(text, text)
    return spans_to_blocks([Span(text, *style.look_of_letters)])


def _shown_number(value: str, kind: str) -> str:
    """A stored number as it is shown; what is no number stays as it is."""
    try:
        number = float(value)
        return format_number(
            number, "0.##%" if kind == "percentage" else "General"
        )
    except (ValueError, OverflowError):
        return value


def _shown_date(text: str) -> str:
    """A stored date as it is shown; what is no date stays as it is."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return text
    return f"{day.day}-{day.month}-{day.year}"
