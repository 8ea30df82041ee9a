"""The cells of a workbook that dinet made and LibreOffice saved.

They are read as the texts that stand there, to the letter.
"""

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
# Characters: more spaces in a row than people type, as the file only names their number.
_MOST_SPACES = 1000


def texts_of(table: Element, budget: CellBudget) -> dict[RowColumn, str]:
    """The text of each cell that has one.

    Equal cells and rows, which the file holds only once, have their text each.

    Args:
        table: The sheet.
        budget: Of the whole document.
    """
    texts: dict[RowColumn, str] = {}
    first_row = 1
    for row in children_in_groups(table, ("table-row",)):
        times = repeat_count(
            row, "number-rows-repeated", LAST_ROW + 1 - first_row
        )
        cells = list(_texts_in_row(row))
        if cells:
            budget.use_cells(times * len(cells))
        for column, text in cells:
            for number in range(first_row, first_row + times):
                texts[number, column] = text
        first_row += times
    return texts


def _texts_in_row(row: Element) -> Iterator[tuple[int, str]]:
    """The columns of a row that have a text, each with that text."""
    column = 1
    for cell in children_in_groups(row, CELLS):
        times = repeat_count(
            cell, "number-columns-repeated", LAST_COLUMN + 1 - column
        )
        text = _text_of_cell(cell)
        if text:
            yield from ((column + further, text) for further in range(times))
        column += times


def _text_of_cell(cell: Element) -> str:
    paragraphs = (child for child in cell if local_name(child) == "p")
    return "\n".join(
        "".join(_characters_of(paragraph)) for paragraph in paragraphs
    )


def _characters_of(paragraph: Element) -> Iterator[str]:
    yield paragraph.text or ""
    for piece in paragraph:
        kind = local_name(piece)
        if kind == "s":
            spaces = parse_number(attribute_of(piece, "c"), 1)
            yield " " * min(spaces, _MOST_SPACES)
        elif kind in _CHARACTERS:
            yield _CHARACTERS[kind]
        elif kind in ("span", "a"):
            yield from _characters_of(piece)
        yield piece.tail or ""
