"""The tables of an OpenDocument file: rows and cells that are repeated, merged, hidden or coloured."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from dinet.document.content import Block, Span
from dinet.document.text_lines import paragraphs
from dinet.readers.opendocument.styles import Style
from dinet.readers.opendocument.texts import Texts
from dinet.readers.shared.grid_builder import Content, Lattice, Spot
from dinet.readers.shared.spreadsheets.number_formats import shown
from dinet.readers.shared.xml import attribute, number, tag

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


class Walk:
    """One walk through a table into a lattice.

    Args:
        texts: Reads what stands in the cells.
        lattice: Is filled.
    """

    def __init__(self, texts: Texts, lattice: Lattice) -> None:
        self.texts = texts
        self.lattice = lattice
        self.rows = self.columns = 0
        """How many rows there are, and how many columns the widest of them has."""
        self.unknown: list[Spot] = []
        """Formulas without a stored result."""
        self.merges: list[tuple[Spot, int, int]] = []
        self.hidden: tuple[list[range], list[range]] = ([], [])
        self.column_ends: list[int] = []
        self.column_styles: list[str | None] = []

    def table(self, table: Element) -> None:
        """Walk through a table."""
        column = 0
        folded = _folded(table)
        for each in within(table, ("table-column",)):
            repeat = repeated(each, "number-columns-repeated", LAST_COLUMN - column)
            self._hide(1, each, range(column + 1, column + repeat + 1), folded)
            column += repeat
            self.column_ends.append(column)
            self.column_styles.append(attribute(each, "default-cell-style-name"))
        for each in within(table, ("table-row",)):
            repeat = repeated(each, "number-rows-repeated", LAST_ROW - self.rows)
            self._hide(0, each, range(self.rows + 1, self.rows + repeat + 1), folded)
            self._row(each, repeat)
            self.rows += repeat
        bottom, right = (
            max((spot[axis] for spot in self.lattice.cells), default=0)
            for axis in (0, 1)
        )
        for first, down, across in self.merges:
            self.lattice.merge(
                first,
                min(down, bottom - first[0] + 1),
                min(across, right - first[1] + 1),
            )

    def hidden_numbers(self, axis: int) -> list[int]:
        """The numbers of the hidden rows (0) or columns (1), as far as there are cells."""
        last = max((spot[axis] for spot in self.lattice.cells), default=0)
        self.lattice.budget.take(
            sum(len(run) for run in self.hidden[axis] if run.stop <= last)
        )
        return [
            each
            for run in self.hidden[axis]
            for each in range(run.start, min(run.stop, last + 1))
        ]

    def _hide(
        self, axis: int, element: Element, run: range, folded: set[Element]
    ) -> None:
        style = self.texts.styles.named(tag(element), attribute(element, "style-name"))
        if (
            attribute(element, "visibility") in _HIDDEN
            or style.hidden
            or element in folded
        ):
            self.hidden[axis].append(run)

    def _row(self, row: Element, repeat: int) -> None:
        found: list[tuple[int, int, Content]] = []
        column = 0
        for each in within(row, CELLS):
            times = repeated(each, "number-columns-repeated", LAST_COLUMN - column)
            if tag(each) == "table-cell":
                found.append(
                    (
                        column + 1,
                        times,
                        self._content(each, row, (self.rows + 1, column + 1)),
                    )
                )
                down = repeated(each, "number-rows-spanned", _MOST_DOWN)
                across = repeated(each, "number-columns-spanned", _MOST_ACROSS)
                self.merges += (
                    [((self.rows + 1, column + 1), down, across)]
                    if down > 1 or across > 1
                    else []
                )
            elif blocks := self.texts.cell(each, Style()):
                found.append((column + 1, times, Content(blocks)))
            column += times
            self.columns = max(self.columns, min(column, _MOST_ACROSS))
        if any(content.blocks for _, _, content in found):
            for down in range(repeat):
                self._put(self.rows + 1 + down, found)

    def _put(self, row: int, found: list[tuple[int, int, Content]]) -> None:
        for column, times, content in found:
            if content.blocks or content.fill:
                for across in range(
                    times if content.blocks else min(times, _MOST_COLOURED)
                ):
                    self.lattice.put((row, column + across), content)

    def _content(self, cell: Element, row: Element, spot: Spot) -> Content:
        default = attribute(row, "default-cell-style-name") or self._column_style(
            spot[1]
        )
        style = self.texts.styles.named(
            "table-cell", attribute(cell, "style-name") or default
        )
        fill = (
            style.fill
            or self.texts.styles.named("table-row", attribute(row, "style-name")).fill
            or None
        )
        blocks = self.texts.cell(cell, style._replace(fill=fill))
        if not blocks and attribute(cell, "value-type"):
            blocks = _value(cell, style)
        if (
            not blocks
            and attribute(cell, "formula")
            and not any(tag(each) == "p" for each in cell)
            and not _has_value(cell)
        ):
            self.unknown.append(spot)
        return Content(blocks, fill)

    def _column_style(self, column: int) -> str | None:
        run = bisect_left(self.column_ends, column)
        return self.column_styles[run] if run < len(self.column_styles) else None


def _has_value(cell: Element) -> bool:
    kind = attribute(cell, "value-type") or ""
    return (
        attribute(cell, "value") is not None
        or attribute(cell, f"{kind}-value") is not None
    )


def _folded(table: Element) -> set[Element]:
    """The rows and columns of groups that are folded."""
    groups = (
        each
        for each in table.iter()
        if tag(each) in _GROUPS and attribute(each, "display") == "false"
    )
    return {
        each
        for group in groups
        for each in group.iter()
        if tag(each) in ("table-row", "table-column")
    }


def within(parent: Element, names: tuple[str, ...]) -> Iterator[Element]:
    """The children with these names, those in groups too."""
    todo = [iter(parent)]
    while todo:
        element = next(todo[-1], None)
        if element is None:
            todo.pop()
        elif tag(element) in names:
            yield element
        elif tag(element) in _GROUPS:
            todo.append(iter(element))


def is_frame(table: Element) -> bool:
    """A table of which half of the cells with words hold a table: a frame, not data."""
    cells = [
        cell
        for row in within(table, ("table-row",))
        for cell in within(row, ("table-cell",))
    ]
    framing = sum(any(tag(each) == "table" for each in cell.iter()) for cell in cells)
    return framing > 0 and 2 * framing >= sum(
        any(map(str.strip, cell.itertext())) for cell in cells
    )


def repeated(element: Element, name: str, most: int) -> int:
    """How many times an element stands there, at most so many."""
    return max(min(number(attribute(element, name), 1), most), 1)


def _value(cell: Element, style: Style) -> tuple[Block, ...]:
    """What a cell without text holds, as most programs would show it."""
    kind = attribute(cell, "value-type") or ""
    text = attribute(cell, f"{kind}-value") or ""
    if kind in ("float", "percentage", "currency"):
        try:
            text = shown(
                float(attribute(cell, "value") or ""),
                "0.##%" if kind == "percentage" else "General",
            )
        except (ValueError, OverflowError):
            text = attribute(cell, "value") or ""
    elif kind == "date":
        try:
            day = date.fromisoformat(text[:10])
            text = f"{day.day}-{day.month}-{day.year}"
        except ValueError:
            pass
    elif kind == "boolean":
        text = {"true": "WAAR", "false": "ONWAAR"}.get(text, text)
    return paragraphs([Span(text, bool(style.italic), bool(style.bold))])
