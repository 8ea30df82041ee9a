"""Workbooks that dinet made: a Programme already.

They are read cell by cell, as the text that stands there.
"""

from collections.abc import Iterable, Mapping

from dinet.native import DecodedFile, Fields, ProblemReport, decode_file
from dinet.native.sheets import FRONT_HEADINGS, FRONT_SHEET, to_tree
from dinet.readers.shared.grid_builder import CellBudget, RowColumn
from dinet.readers.shared.spreadsheets.sheet import CellSheet

_FRONT_HEADS = {heads[0].casefold() for heads in FRONT_HEADINGS.values()}


def may_be_native(names: Iterable[str]) -> bool:
    """One of the sheets has the name of the front sheet of dinet's own workbook."""
    return not set(FRONT_SHEET.values()).isdisjoint(names)


def is_native(sheets: Iterable[CellSheet]) -> bool:
    """One of the sheets is the front sheet of dinet's own workbook."""
    for sheet in sheets:
        first = sheet.lattice.cells.get((1, 1))
        head = (
            first.blocks[0].text.casefold() if first and first.blocks else ""
        )
        if sheet.place.sheet in FRONT_SHEET.values() and head in _FRONT_HEADS:
            return True
    return False


def decode_workbook(
    texts: Mapping[str, Mapping[RowColumn, str]], name: str
) -> DecodedFile:
    """The programme in a workbook of dinet's own, and the rows of its elements.

    Args:
        texts: For each sheet, hidden ones too, the text of each cell as it stands there.
        name: The file's name, without folders.

    Raises:
        DocumentError: The workbook cannot be a programme; all problems with their cells.
    """
    return decode_file(_build_tree(texts, name), ProblemReport(name))


def _build_tree(
    texts: Mapping[str, Mapping[RowColumn, str]], name: str
) -> Fields:
    budget = CellBudget(name)
    return to_tree(
        {
            sheet: _rows_of_cells(cells, budget)
            for sheet, cells in texts.items()
        }
    )


def _rows_of_cells(
    cells: Mapping[RowColumn, str], budget: CellBudget
) -> list[list[str]]:
    """The texts of a sheet row by row; the spots without text are empty."""
    height = max((row for row, _ in cells), default=0)
    width = max((column for _, column in cells), default=0)
    budget.use_cells(height * width)
    rows = [[""] * width for _ in range(height)]
    for (row, column), text in cells.items():
        rows[row - 1][column - 1] = text
    return rows
