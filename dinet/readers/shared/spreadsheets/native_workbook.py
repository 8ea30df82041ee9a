"""Workbooks that dinet made: a Programme already.

They are read cell by cell, as the text that stands there.
"""

from collections.abc import Iterable, Iterator, Mapping

from dinet.document.notes import make_note
from dinet.language import LANGUAGES, translate_words
from dinet.model import Note, Place, column_letters
from dinet.native import DecodedFile, ProblemReport, decode_file
from dinet.native.sheets import (
    FRONT_HEADINGS,
    FRONT_SHEET,
    own_cells,
    own_sheets,
    to_tree,
)
from dinet.readers.shared.grid_builder import CellBudget, RowColumn
from dinet.readers.shared.spreadsheets.sheet import CellSheet

_WRITTEN_ONLY = ("Lists", "SMART analysis")
"""How dinet calls, in English, the sheets that it writes and does not read back.

They hold the words to choose from, and what follows from the targets.
"""
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
    sheets = _rows_by_sheet(texts, name)
    decoded = decode_file(to_tree(sheets), ProblemReport(name))
    programme = decoded.programme
    notes = tuple(_notes_on_own(sheets, name, programme.lang))
    if not notes:
        return decoded
    noted = programme.model_copy(update={"notes": (*programme.notes, *notes)})
    return decoded._replace(programme=noted)


def _notes_on_own(
    sheets: Mapping[str, list[list[str]]], name: str, lang: str
) -> Iterator[Note]:
    """A note on each cell and sheet of the user's own: dinet keeps their words so."""
    for cell in own_cells(sheets):
        place = Place(
            file=name,
            sheet=cell.mark.sheet,
            row=cell.mark.line + 1,
            column=cell.mark.column + 1,
        )
        heading = cell.heading or column_letters(cell.mark.column + 1)
        yield make_note(
            "own_cell", place, lang, heading=heading, text=cell.text
        )
    written_only = [
        translate_words(title, language)
        for title in _WRITTEN_ONLY
        for language in LANGUAGES
    ]
    for sheet, words in own_sheets(sheets, written_only):
        place = Place(file=name, sheet=sheet)
        yield make_note("own_sheet", place, lang, text=words)


def _rows_by_sheet(
    texts: Mapping[str, Mapping[RowColumn, str]], name: str
) -> dict[str, list[list[str]]]:
    budget = CellBudget(name)
    return {
        sheet: _rows_of_cells(cells, budget) for sheet, cells in texts.items()
    }


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
