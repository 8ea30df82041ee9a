"""The sizes of what a reader found, whatever its format.

Tables may be too long or too wide, and cells too full.
"""

from collections.abc import Iterator

from dinet.document.content import Document, Grid
from dinet.document.notes import make_note
from dinet.limits import current_limits, limit_error
from dinet.model import Note


def check_sizes(document: Document) -> Document:
    """The document, with a note on each cell whose text is longer than the limit.

    Raises:
        DocumentError: A table has more rows or columns than the limits.
    """
    grids = [part for part in document.parts if isinstance(part, Grid)]
    for grid in grids:
        _check_grid(grid)
    long_cells = [note for grid in grids for note in _note_long_cells(grid)]
    return document._replace(notes=(*document.notes, *long_cells))


def _check_grid(grid: Grid) -> None:
    """Refuse a table that is larger than the limits."""
    for name, size in (("rows", len(grid.rows)), ("columns", grid.width)):
        if size > getattr(current_limits(), name):
            raise limit_error(name, size, grid.place.as_sentence())


def _note_long_cells(grid: Grid) -> Iterator[Note]:
    most = current_limits().characters
    for row in grid.rows:
        for cell in row:
            size = 0
            for block in cell.blocks:
                for span in block.spans:
                    size += len(span.text)
            if size > most:
                yield make_note(
                    "long_cell", cell.place, "nl", count=size, text=cell.text
                )
