"""Ruled tables become grids; a table that goes on over pages becomes grids of one width."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product

from dinet.document.content import Block, Cell, Grid, Row
from dinet.document.notes import make_note
from dinet.model import Note, Place
from dinet.readers.pdf_pages.dehyphenation import Dehyphenation
from dinet.readers.pdf_pages.document_style import (
    DocumentStyle,
    TextColumn,
    likely_edges,
)
from dinet.readers.pdf_pages.page_content import RuledCell, RuledTable
from dinet.readers.pdf_pages.page_lines import PageLine, words_to_lines
from dinet.readers.pdf_pages.paragraphs import (
    Paragraph,
    lines_to_paragraphs,
    paragraphs_to_blocks,
)
from dinet.readers.pdf_pages.table_breaks import PageTable, chain_tables

# Text that begins farther from the left edge of its column is indented, and does not tell how much
# white the cells have inside their edges.
_INDENTED_POINTS = 15.0
# How much less white than on the left a cell may have on the right: no two programs round alike.
_CLOSE_POINTS = 1.0


def columns_of_cells(
    found: PageTable,
) -> dict[RuledCell, tuple[TextColumn, ...]]:
    """The text of each cell that has any.

    The upright lines are one column, those that were written sideways another.
    """
    upright = {
        box: tuple(
            words_to_lines(word for word in box.words if not word.turned)
        )
        for box in found.table.boxes
        if box.words
    }
    ends = _right_margins(found, upright)
    return {
        box: tuple(
            _columns_of_cell(box, lines, ends[box.column + box.columns])
        )
        for box, lines in upright.items()
    }


def _right_margins(
    found: PageTable, lines_by_cell: Mapping[RuledCell, Sequence[PageLine]]
) -> dict[int, float]:
    """How far text can run in cells that end at a column, by the number of the column after them.

    Where lines are drawn it is as far from the edge as text begins on the left; and never less
    than the longest line runs.
    """
    xs = found.table.xs
    pads = _left_pads(found.table, lines_by_cell)
    margins: dict[int, float] = {}
    for box, lines in lines_by_cell.items():
        end = box.column + box.columns
        pad = pads.get(box.column, _INDENTED_POINTS)
        known = found.headings is None and pad < _INDENTED_POINTS
        edge = xs[end] - pad - _CLOSE_POINTS if known else 0
        reached = [line.right for line in lines]
        margins[end] = max([margins.get(end, 0), edge, *reached])
    if found.headings is not None:
        margins |= _likely_margins(found.table, lines_by_cell)
    return margins


def _likely_margins(
    table: RuledTable, lines_by_cell: Mapping[RuledCell, Sequence[PageLine]]
) -> dict[int, float]:
    """The same for the cells of one column of a table around which no lines are drawn."""
    lines_by_column: dict[int, list[PageLine]] = {}
    for box, lines in lines_by_cell.items():
        if lines and box.columns == 1 and box.row > 0:
            lines_by_column.setdefault(box.column, []).extend(lines)
    edges = likely_edges(lines_by_column, table.xs)
    return {column + 1: edge for column, edge in edges.items()}


def _left_pads(
    table: RuledTable, lines_by_cell: Mapping[RuledCell, Sequence[PageLine]]
) -> dict[int, float]:
    """The least white between the left edge of each column and its text."""
    pads: dict[int, float] = {}
    for box, lines in lines_by_cell.items():
        for line in lines:
            pad = line.left - table.xs[box.column]
            pads[box.column] = min(pads.get(box.column, _INDENTED_POINTS), pad)
    return pads


def _columns_of_cell(
    box: RuledCell, upright: Sequence[PageLine], edge: float
) -> Iterator[TextColumn]:
    if upright:
        yield TextColumn(tuple(upright), edge, tabled=True)
    turned = tuple(words_to_lines(word for word in box.words if word.turned))
    if turned:  # nothing is known of how long its lines could be
        yield TextColumn(
            turned, max(line.right for line in turned), tabled=True
        )


class PageGrids:
    """Makes grids of tables, and counts them.

    Args:
        name: The file's name.
        habits: How the document is set.
        glue: Joins the lines in its cells.
    """

    def __init__(
        self, name: str, habits: DocumentStyle, glue: Dehyphenation
    ) -> None:
        self._name = name
        self._habits = habits
        self._glue = glue
        self._tables = 0
        self.notes: list[Note] = []
        """What was made whole over a page break."""

    def grids_of_chain(
        self, found: Sequence[PageTable], *, merges_known: bool
    ) -> Iterator[Grid]:
        """The grids of one table, page after page.

        Rows are counted through, and repeated headers are left out of the count.

        Args:
            found: The parts of the table on successive pages.
            merges_known: Merged cells can be seen somewhere in this document.
        """
        self._tables += 1
        header: Row | None = None
        done = 0
        parts = chain_tables(
            found, self._note_joined, self._habits.is_divided_word
        )
        for part in parts:
            place = Place(file=self._name, page=part.page, table=self._tables)
            rows = self._build_rows(part, place, done)
            if header is not None and _have_same_texts(rows[0], header):
                rows = [_moved_row(row, -1) for row in rows]
                done -= 1
            done += len(rows)
            yield Grid(
                tuple(rows),
                place,
                merges_known and part.ruled,
                adjacent=header is not None,
            )
            header = header or rows[0]

    def _note_joined(self, found: PageTable, first: str, second: str) -> None:
        place = Place(file=self._name, page=found.page, table=self._tables)
        self.notes.append(
            make_note("joined", place, "nl", first=first, second=second)
        )

    def _build_rows(
        self, found: PageTable, place: Place, done: int
    ) -> list[Row]:
        """The rows of a table on a page.

        Args:
            found: The table.
            place: Where it stands.
            done: How many rows of it the pages before have.
        """
        paragraphs = {
            box: [lines_to_paragraphs(side, self._habits) for side in sides]
            for box, sides in columns_of_cells(found).items()
        }
        margins = _bullet_margins(paragraphs)
        owners = _owners_of_places(found.table)
        rows = []
        for row in range(len(found.table.ys) - 1):
            cells = []
            for column in range(len(found.table.xs) - 1):
                here = place.model_copy(
                    update={"row": done + row + 1, "column": column + 1}
                )
                box = owners.get((row, column))
                if box is None:
                    cells.append(Cell(here))
                elif (box.row, box.column) != (row, column):
                    cells.append(Cell(here, covered=True, fill=box.fill))
                else:
                    blocks = self._join_blocks(
                        paragraphs.get(box, ()), margins.get(column, ())
                    )
                    carried = box in found.carried
                    cells.append(
                        Cell(here, blocks, carried, box.fill, box.columns)
                    )
            rows.append(tuple(cells))
        return rows

    def _join_blocks(
        self, sides: Iterable[Sequence[Paragraph]], margins: Sequence[float]
    ) -> tuple[Block, ...]:
        """The paragraphs and list items of a cell, the upright ones before the others."""
        blocks: list[Block] = []
        for side in sides:
            blocks += paragraphs_to_blocks(side, self._glue, margins)
        return tuple(blocks)


def _owners_of_places(table: RuledTable) -> dict[tuple[int, int], RuledCell]:
    """The cell that covers each place of the lattice, by row and column."""
    owners = {}
    for box in table.boxes:
        rows = range(box.row, box.row + box.rows)
        for place in product(
            rows, range(box.column, box.column + box.columns)
        ):
            owners[place] = box
    return owners


def _bullet_margins(
    texts: Mapping[RuledCell, Sequence[Sequence[Paragraph]]],
) -> dict[int, list[float]]:
    """Where the bullets of each column stand; empty for a column without."""
    margins: dict[int, list[float]] = {}
    for box, sides in texts.items():
        marks = margins.setdefault(box.column, [])
        for paragraph in chain.from_iterable(sides):
            if paragraph.mark is not None:
                marks.append(paragraph.mark)
    return margins


def _have_same_texts(one: Row, other: Row) -> bool:
    """Two rows say the same, as a header that is repeated does."""
    return [cell.text for cell in one] == [cell.text for cell in other]


def _moved_row(row: Row, by: int) -> Row:
    """A row that is counted as one so many further down."""
    return tuple(_moved_cell(cell, by) for cell in row)


def _moved_cell(cell: Cell, by: int) -> Cell:
    number = max((cell.place.row or 0) + by, 1)
    return cell._replace(place=cell.place.model_copy(update={"row": number}))
