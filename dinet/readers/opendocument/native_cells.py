"""The cells of a workbook that dinet made and LibreOffice saved, as the texts that stand there to the letter."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.readers.opendocument.tables import (
    CELLS,
    LAST_COLUMN,
    LAST_ROW,
    repeated,
    within,
)
from dinet.readers.shared.grid_builder import Budget, Spot
from dinet.readers.shared.xml import attribute, number, tag

_CHARACTERS = {"tab": "\t", "line-break": "\n"}


def texts_of(table: Element, budget: Budget) -> dict[Spot, str]:
    """The text of each cell that has one; equal cells and rows, which the file holds only once, each for itself.

    Args:
        table: The sheet.
        budget: Of the whole document.
    """
    found: dict[Spot, str] = {}
    row = 1
    for each in within(table, ("table-row",)):
        times = repeated(each, "number-rows-repeated", LAST_ROW + 1 - row)
        cells = list(_cells(each))
        if cells:
            budget.take(times * len(cells))
            found |= {
                (row + down, column): text
                for down in range(times)
                for column, text in cells
            }
        row += times
    return found


def _cells(row: Element) -> Iterator[tuple[int, str]]:
    column = 1
    for each in within(row, CELLS):
        times = repeated(each, "number-columns-repeated", LAST_COLUMN + 1 - column)
        text = "\n".join("".join(_letters(part)) for part in each if tag(part) == "p")
        if text:
            yield from ((column + further, text) for further in range(times))
        column += times


def _letters(paragraph: Element) -> Iterator[str]:
    yield paragraph.text or ""
    for each in paragraph:
        if tag(each) == "s":
            yield " " * min(number(attribute(each, "c"), 1), 1000)
        elif tag(each) in _CHARACTERS:
            yield _CHARACTERS[tag(each)]
        elif tag(each) in ("span", "a"):
            yield from _letters(each)
        yield each.tail or ""
