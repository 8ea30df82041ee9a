"""The tables of an OpenDocument file: rows and cells that are repeated, merged, hidden or coloured."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from dinet.document.content import Block, Span
from dinet.document.text_lines import spans_to_blocks
from dinet.readers.opendocument.styles import OdfStyle
from dinet.readers.opendocument.texts import OdfTextWalk
from dinet.readers.shared.grid_builder import CellContent, GridBuilder, RowColumn
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
_HIDDEN = ("collapse", "filter")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_MOST_ACROSS = 1000
_MOST_COLOURED = 100
_MOST_DOWN = 65_534


class OdfTableWalk:
    """One walk through a table into a lattice.

    Args:
        texts: Reads what stands in the cells.
        lattice: Is filled.
    """

    def __init__(self, texts: OdfTextWalk, lattice: GridBuilder) -> None:
        self.texts = texts
        self.lattice = lattice
        self.rows = self.columns = 0
        """How many rows there are, and how many columns the widest of them has."""
        self.unknown: list[RowColumn] = []
        """Formulas without a stored result."""
        self.merges: list[tuple[RowColumn, int, int]] = []
        self.hidden: tuple[list[range], list[range]] = ([], [])
        self.column_ends: list[int] = []
        self.column_styles: list[str | None] = []

    def walk_table(self, table: Element) -> None:
        """Walk through a table."""
        column = 0
        folded = _folded_elements(table)
        for each in children_in_groups(table, ("table-column",)):
            repeat = repeat_count(each, "number-columns-repeated", LAST_COLUMN - column)
            self._mark_hidden(1, each, range(column + 1, column + repeat + 1), folded)
            column += repeat
            self.column_ends.append(column)
            self.column_styles.append(attribute_of(each, "default-cell-style-name"))
        for each in children_in_groups(table, ("table-row",)):
            repeat = repeat_count(each, "number-rows-repeated", LAST_ROW - self.rows)
            self._mark_hidden(
                0, each, range(self.rows + 1, self.rows + repeat + 1), folded
            )
            self._read_row(each, repeat)
            self.rows += repeat
        bottom, right = (
            max((spot[axis] for spot in self.lattice.cells), default=0)
            for axis in (0, 1)
        )
        for first, down, across in self.merges:
            self.lattice.merge_cells(
                first,
                min(down, bottom - first[0] + 1),
                min(across, right - first[1] + 1),
            )

    def hidden_numbers(self, axis: int) -> list[int]:
        """The numbers of the hidden rows (0) or columns (1), as far as there are cells."""
        last = max((spot[axis] for spot in self.lattice.cells), default=0)
        self.lattice.budget.use_cells(
            sum(len(run) for run in self.hidden[axis] if run.stop <= last)
        )
        return [
            each
            for run in self.hidden[axis]
            for each in range(run.start, min(run.stop, last + 1))
        ]

    def _mark_hidden(
        self, axis: int, element: Element, run: range, folded: set[Element]
    ) -> None:
        style = self.texts.styles.style_named(
            local_name(element), attribute_of(element, "style-name")
        )
        if (
            attribute_of(element, "visibility") in _HIDDEN
            or style.hidden
            or element in folded
        ):
            self.hidden[axis].append(run)

    def _read_row(self, row: Element, repeat: int) -> None:
        found: list[tuple[int, int, CellContent]] = []
        column = 0
        for each in children_in_groups(row, CELLS):
            times = repeat_count(each, "number-columns-repeated", LAST_COLUMN - column)
            if local_name(each) == "table-cell":
                found.append(
                    (
                        column + 1,
                        times,
                        self._read_content(each, row, (self.rows + 1, column + 1)),
                    )
                )
                down = repeat_count(each, "number-rows-spanned", _MOST_DOWN)
                across = repeat_count(each, "number-columns-spanned", _MOST_ACROSS)
                self.merges += (
                    [((self.rows + 1, column + 1), down, across)]
                    if down > 1 or across > 1
                    else []
                )
            elif blocks := self.texts.read_cell(each, OdfStyle()):
                found.append((column + 1, times, CellContent(blocks)))
            column += times
            self.columns = max(self.columns, min(column, _MOST_ACROSS))
        if any(content.blocks for _, _, content in found):
            for down in range(repeat):
                self._put_row(self.rows + 1 + down, found)

    def _put_row(self, row: int, found: list[tuple[int, int, CellContent]]) -> None:
        for column, times, content in found:
            if content.blocks or content.fill:
                for across in range(
                    times if content.blocks else min(times, _MOST_COLOURED)
                ):
                    self.lattice.put_content((row, column + across), content)

    def _read_content(
        self, cell: Element, row: Element, spot: RowColumn
    ) -> CellContent:
        default = attribute_of(row, "default-cell-style-name") or self._column_style(
            spot[1]
        )
        style = self.texts.styles.style_named(
            "table-cell", attribute_of(cell, "style-name") or default
        )
        fill = (
            style.fill
            or self.texts.styles.style_named(
                "table-row", attribute_of(row, "style-name")
            ).fill
            or None
        )
        blocks = self.texts.read_cell(cell, style._replace(fill=fill))
        if not blocks and attribute_of(cell, "value-type"):
            blocks = _value_as_blocks(cell, style)
        if (
            not blocks
            and attribute_of(cell, "formula")
            and not any(local_name(each) == "p" for each in cell)
            and not _has_value(cell)
        ):
            self.unknown.append(spot)
        return CellContent(blocks, fill)

    def _column_style(self, column: int) -> str | None:
        run = bisect_left(self.column_ends, column)
        return self.column_styles[run] if run < len(self.column_styles) else None


def _has_value(cell: Element) -> bool:
    kind = attribute_of(cell, "value-type") or ""
    return (
        attribute_of(cell, "value") is not None
        or attribute_of(cell, f"{kind}-value") is not None
    )


def _folded_elements(table: Element) -> set[Element]:
    """The rows and columns of groups that are folded."""
    groups = (
        each
        for each in table.iter()
        if local_name(each) in _GROUPS and attribute_of(each, "display") == "false"
    )
    return {
        each
        for group in groups
        for each in group.iter()
        if local_name(each) in ("table-row", "table-column")
    }


def children_in_groups(parent: Element, names: tuple[str, ...]) -> Iterator[Element]:
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
    framing = sum(
        any(local_name(each) == "table" for each in cell.iter()) for cell in cells
    )
    return framing > 0 and 2 * framing >= sum(
        any(map(str.strip, cell.itertext())) for cell in cells
    )


def repeat_count(element: Element, name: str, most: int) -> int:
    """How many times an element stands there, at most so many."""
    return max(min(parse_number(attribute_of(element, name), 1), most), 1)


def _value_as_blocks(cell: Element, style: OdfStyle) -> tuple[Block, ...]:
    """What a cell without text holds, as most programs would show it."""
    kind = attribute_of(cell, "value-type") or ""
    text = attribute_of(cell, f"{kind}-value") or ""
    if kind in ("float", "percentage", "currency"):
        try:
            text = format_number(
                float(attribute_of(cell, "value") or ""),
                "0.##%" if kind == "percentage" else "General",
            )
        except (ValueError, OverflowError):
            text = attribute_of(cell, "value") or ""
    elif kind == "date":
        try:
            day = date.fromisoformat(text[:10])
            text = f"{day.day}-{day.month}-{day.year}"
        except ValueError:
            pass
    elif kind == "boolean":
        text = {"true": "WAAR", "false": "ONWAAR"}.get(text, text)
    return spans_to_blocks([Span(text, bool(style.italic), bool(style.bold))])
