"""The cells of a workbook that dinet made and LibreOffice saved, as the texts that stand there to the letter."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.readers.opendocument.tables import (
    CELLS,
    LAST_COLUMN,
    LAST_ROW,
    children_in_groups,
    repeat_count,
)
from dinet.readers.shared.grid_builder import CellBudget, RowColumn
from dinet.readers.shared.xml import attribute_of, local_name, parse_number

_CHARACTERS = {"tab": "\t", "line-break": "\n"}


def texts_of(table: Element, budget: CellBudget) -> dict[RowColumn, str]:
    """The text of each cell that has one; equal cells and rows, which the file holds only once, each for itself.

    Args:
        table: The sheet.
        budget: Of the whole document.
    """
    found: dict[RowColumn, str] = {}
    row = 1
    for each in children_in_groups(table, ("table-row",)):
        times = repeat_count(each, "number-rows-repeated", LAST_ROW + 1 - row)
        cells = list(_texts_in_row(each))
        if cells:
            budget.use_cells(times * len(cells))
            found |= {
                (row + down, column): text
                for down in range(times)
                for column, text in cells
            }
        row += times
    return found


def _texts_in_row(row: Element) -> Iterator[tuple[int, str]]:
    column = 1
    for each in children_in_groups(row, CELLS):
        times = repeat_count(each, "number-columns-repeated", LAST_COLUMN + 1 - column)
        text = "\n".join(
            "".join(_characters_of(part)) for part in each if local_name(part) == "p"
        )
        if text:
            yield from ((column + further, text) for further in range(times))
        column += times


def _characters_of(paragraph: Element) -> Iterator[str]:
    yield paragraph.text or ""
    for each in paragraph:
        if local_name(each) == "s":
            yield " " * min(parse_number(attribute_of(each, "c"), 1), 1000)
        elif local_name(each) in _CHARACTERS:
            yield _CHARACTERS[local_name(each)]
        elif local_name(each) in ("span", "a"):
            yield from _characters_of(each)
        yield each.tail or ""
