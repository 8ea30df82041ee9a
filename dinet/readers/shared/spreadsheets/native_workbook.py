"""Workbooks that dinet made: a Programme already, read cell by cell as the text that stands there."""

from collections.abc import Iterable, Mapping

from dinet import native
from dinet.model import Place, Programme
from dinet.native import Fields, Report
from dinet.native.sheets import FIELD, FRONT, to_tree
from dinet.readers.shared.grid_builder import Budget, Spot
from dinet.readers.shared.spreadsheets.sheet import Sheet

_HEADS = {heads[0].casefold() for heads in FIELD.values()}


def may_be_native(names: Iterable[str]) -> bool:
    """One of the sheets has the name of the front sheet of dinet's own workbook."""
    return not set(FRONT.values()).isdisjoint(names)


def is_native(sheets: Iterable[Sheet]) -> bool:
    """One of the sheets is the front sheet of dinet's own workbook."""
    for sheet in sheets:
        first = sheet.lattice.cells.get((1, 1))
        head = first.blocks[0].text.casefold() if first and first.blocks else ""
        if sheet.place.sheet in FRONT.values() and head in _HEADS:
            return True
    return False


def programme_in(texts: Mapping[str, Mapping[Spot, str]], name: str) -> Programme:
    """The programme in a workbook of dinet's own.

    Args:
        texts: For each sheet, hidden ones too, the text of each cell as it stands there.
        name: The file's name, without folders.

    Raises:
        DocumentError: The workbook cannot be a programme; all problems with their cells.
    """
    return native.decode(_tree(texts, name), Report(name))


def places_in(texts: Mapping[str, Mapping[Spot, str]], name: str) -> dict[str, Place]:
    """The row in which each element of a workbook of dinet's own stands, by id.

    Args:
        texts: As ``programme_in`` takes them.
        name: Likewise.

    Raises:
        DocumentError: As by ``programme_in``.
    """
    return native.places(_tree(texts, name), Report(name))


def _tree(texts: Mapping[str, Mapping[Spot, str]], name: str) -> Fields:
    budget = Budget(name)
    return to_tree({sheet: _rows(cells, budget) for sheet, cells in texts.items()})


def _rows(cells: Mapping[Spot, str], budget: Budget) -> list[list[str]]:
    height, width = (max((spot[axis] for spot in cells), default=0) for axis in (0, 1))
    budget.take(height * width)
    return [
        [cells.get((row, column), "") for column in range(1, width + 1)]
        for row in range(1, height + 1)
    ]
