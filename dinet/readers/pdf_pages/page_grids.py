"""Ruled tables become grids; a table that goes on over pages becomes grids of one width."""

from collections.abc import Iterator, Sequence

from dinet.document.content import Cell, Grid, Row
from dinet.document.notes import make_note
from dinet.model import Note, Place
from dinet.readers.pdf_pages.dehyphenation import Dehyphenation
from dinet.readers.pdf_pages.document_style import DocumentStyle, TextColumn
from dinet.readers.pdf_pages.page_content import RuledCell
from dinet.readers.pdf_pages.page_lines import PageLine, words_to_lines
from dinet.readers.pdf_pages.paragraphs import (
    Paragraph,
    lines_to_paragraphs,
    paragraphs_to_blocks,
)
from dinet.readers.pdf_pages.table_breaks import PageTable, chain_tables

_INDENTED = 15.0
_CLOSE = 1.0


def columns_of_cells(found: PageTable) -> dict[RuledCell, tuple[TextColumn, ...]]:
    """The text of each cell that has any: upright lines, and apart from those the lines that were written sideways."""
    table = found.table
    upright = {
        box: tuple(words_to_lines(word for word in box.words if not word.turned))
        for box in table.boxes
        if box.words
    }
    pads: dict[int, float] = {}
    for box, inside in upright.items():
        for line in inside:
            pads[box.column] = min(
                pads.get(box.column, _INDENTED), line.left - table.xs[box.column]
            )
    ends: dict[int, float] = {}
    for box, inside in upright.items():
        right = box.column + box.columns
        pad = pads.get(box.column, _INDENTED)
        known = found.headings is None and pad < _INDENTED
        ends[right] = max(
            [
                ends.get(right, 0),
                table.xs[right] - pad - _CLOSE if known else 0,
                *(line.right for line in inside),
            ]
        )
    return {
        box: tuple(_columns_of_cell(box, inside, ends[box.column + box.columns]))
        for box, inside in upright.items()
    }


def _columns_of_cell(
    box: RuledCell, upright: Sequence[PageLine], edge: float
) -> Iterator[TextColumn]:
    if upright:
        yield TextColumn(tuple(upright), edge, tabled=True)
    turned = tuple(words_to_lines(word for word in box.words if word.turned))
    if turned:
        yield TextColumn(turned, max(line.right for line in turned), tabled=True)


class PageGrids:
    """Makes grids of tables, and counts them.

    Args:
        name: The file's name.
        habits: How the document is set.
        glue: Joins the lines in its cells.
    """

    def __init__(self, name: str, habits: DocumentStyle, glue: Dehyphenation) -> None:
        self._name = name
        self._habits = habits
        self._glue = glue
        self._tables = 0
        self.notes: list[Note] = []
        """What was made whole over a page break."""

    def grids_of_chain(
        self, found: Sequence[PageTable], *, merges_known: bool
    ) -> Iterator[Grid]:
        """The grids of one table, page after page; rows are counted through, repeated headers are not."""
        self._tables += 1
        first: Row | None = None
        done = 0
        for each in chain_tables(found, self._note_joined):
            place = Place(file=self._name, page=each.page, table=self._tables)
            rows = self._build_rows(each, place, done)
            if first is not None and [cell.text for cell in rows[0]] == [
                cell.text for cell in first
            ]:
                rows = [tuple(_moved_cell(cell, -1) for cell in row) for row in rows]
                done -= 1
            done += len(rows)
            yield Grid(
                tuple(rows),
                place,
                merges_known and each.ruled,
                adjacent=first is not None,
            )
            first = first or rows[0]

    def _note_joined(self, found: PageTable, first: str, second: str) -> None:
        place = Place(file=self._name, page=found.page, table=self._tables)
        self.notes.append(make_note("joined", place, "nl", first=first, second=second))

    def _build_rows(self, found: PageTable, place: Place, done: int) -> list[Row]:
        table = found.table
        width = len(table.xs) - 1
        texts = {
            box: [lines_to_paragraphs(each, self._habits) for each in sides]
            for box, sides in columns_of_cells(found).items()
        }
        margins = _bullet_margins(texts)
        rows: list[list[Cell]] = [[] for _ in table.ys[1:]]
        owner = {
            (row, column): box
            for box in table.boxes
            for row in range(box.row, box.row + box.rows)
            for column in range(box.column, box.column + box.columns)
        }
        for row, cells in enumerate(rows):
            for column in range(width):
                here = place.model_copy(
                    update={"row": done + row + 1, "column": column + 1}
                )
                box = owner.get((row, column))
                if box is None:
                    cells.append(Cell(here))
                elif (box.row, box.column) == (row, column):
                    inside = tuple(
                        block
                        for side in texts.get(box, ())
                        for block in paragraphs_to_blocks(
                            side, self._glue, margins.get(column, ())
                        )
                    )
                    cells.append(
                        Cell(here, inside, box in found.carried, box.fill, box.columns)
                    )
                else:
                    cells.append(Cell(here, covered=True, fill=box.fill))
        return [tuple(cells) for cells in rows]


def _bullet_margins(
    texts: dict[RuledCell, list[list[Paragraph]]],
) -> dict[int, list[float]]:
    """Where the bullets of each column stand."""
    found: dict[int, list[float]] = {}
    for box, sides in texts.items():
        found.setdefault(box.column, []).extend(
            each.mark for side in sides for each in side if each.mark is not None
        )
    return found


def _moved_cell(cell: Cell, by: int) -> Cell:
    return cell._replace(
        place=cell.place.model_copy(update={"row": max((cell.place.row or 0) + by, 1)})
    )
