"""One sheet as a person sees it, and the regions in it.

A region is cells that stand together, with blank rows and columns around them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from dinet.document.notes import make_note
from dinet.model import Note, Place
from dinet.readers.shared.grid_builder import GridBuilder, RowColumn
from dinet.readers.shared.spreadsheets.divided_tables import are_one_table
from dinet.vocabulary.roles import role_of

Region = dict[int, list[int]]
"""For each row that has words, from top to bottom, the columns that have them.

These stand from left to right.
"""

# Blank columns between two tables beside each other; one alone may be a column not filled in.
_COLUMNS_APART = 2
# Columns, from the last one before blank ones to the first after: wider is no space in a table.
_WIDEST_GAP = 4
# Runs of columns with blank ones between them: no table is divided so often, and all are compared.
_MOST_RUNS = 20


class CellSheet:
    """The cells of one sheet.

    Args:
        place: The file, and the sheet's name when it has one.
        lattice: Its cells.
        hidden_rows: The numbers of rows that are not shown.
        hidden_columns: The numbers of columns that are not shown.
        filtered_rows: The numbers of rows that only a filter does not show: a filter is a view, so
            they are read.
    """

    def __init__(
        self,
        place: Place,
        lattice: GridBuilder,
        hidden_rows: Iterable[int] = (),
        hidden_columns: Iterable[int] = (),
        filtered_rows: Iterable[int] = (),
    ) -> None:
        self.place = place
        self.lattice = lattice
        self.filtered_rows = sorted(set(filtered_rows))
        self.hidden_rows = sorted(set(hidden_rows).difference(filtered_rows))
        self.hidden_columns = sorted(set(hidden_columns))
        self._hidden = (
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
        )

    def is_shown(self, spot: RowColumn) -> bool:
        """Neither its row nor its column is hidden."""
        return (
            spot[0] not in self._hidden[0] and spot[1] not in self._hidden[1]
        )

    def shown_columns(self, first: int, last: int) -> list[int]:
        """The numbers of the columns that are shown, from the first to the last."""
        return [
            column
            for column in range(first, last + 1)
            if column not in self._hidden[1]
        ]

    def find_regions(self) -> Iterator[Region]:
        """The regions from top to bottom and from left to right."""
        whole = self._words_seen()
        for band in self._split_at_blank_rows(whole):
            for block in self._split_at_blank_columns(band):
                yield from self._split_at_blank_rows(block)

    def note_hidden(self) -> Iterator[Note]:
        """What is hidden and has words: left out, or read when only a filter hides it.

        Each row and column is told with its words, and so is each cell under a merged one.
        """
        texts = self._texts_alone()
        rows = self._words_by_number(texts, 0, self.hidden_rows)
        yield from self._note_each("hidden_rows", "row", rows)
        yield from self._note_under_merged()
        shown = {
            spot: text
            for spot, text in texts.items()
            if spot[0] not in self._hidden[0]
        }
        columns = self._words_by_number(shown, 1, self.hidden_columns)
        yield from self._note_each("hidden_columns", "column", columns)
        filtered = self._words_by_number(texts, 0, self.filtered_rows)
        yield from self._note_each("filtered_rows", "row", filtered)

    def _note_each(
        self, code: str, field: str, words: Mapping[int, str]
    ) -> Iterator[Note]:
        """A note on each row or column by its number."""
        for number, text in words.items():
            place = self.place.model_copy(update={field: number})
            yield make_note(code, place, "nl", text=text)

    def _note_under_merged(self) -> Iterator[Note]:
        for (row, column), text in self.lattice.words_under_merged():
            place = self.place.model_copy(
                update={"row": row, "column": column}
            )
            yield make_note("under_merged", place, "nl", text=text)

    def _texts_alone(self) -> dict[RowColumn, str]:
        """The words of the cells that belong to no merged cell, in order."""
        cells = self.lattice.cells
        return {
            spot: cells[spot].text
            for spot in sorted(cells)
            if cells[spot].blocks and spot not in self.lattice.anchors
        }

    @staticmethod
    def _words_by_number(
        texts: Mapping[RowColumn, str], axis: int, numbers: Iterable[int]
    ) -> dict[int, str]:
        """For each of these rows (0) or columns (1) that has words, its cells with bars between."""
        wanted = set(numbers)
        words: dict[int, list[str]] = {}
        for spot, text in texts.items():
            if wanted and spot[axis] in wanted:
                words.setdefault(spot[axis], []).append(text)
        return {number: " | ".join(words[number]) for number in sorted(words)}

    def _words_seen(self) -> Region:
        """Where a reader sees words.

        Those of a merged cell are seen in the first of its spots that is shown.
        """
        first_shown = self._first_shown_spots()
        found: Region = {}
        for spot, content in self.lattice.cells.items():
            alone = spot not in self.lattice.anchors and self.is_shown(spot)
            row, column = spot if alone else first_shown.get(spot, (0, 0))
            if content.blocks and row:
                found.setdefault(row, []).append(column)
        return {row: sorted(found[row]) for row in sorted(found)}

    def _first_shown_spots(self) -> dict[RowColumn, RowColumn]:
        """For each merged cell of which some spot is shown, by its first spot, the first shown."""
        first_shown: dict[RowColumn, RowColumn] = {}
        for spot, anchor in sorted(self.lattice.anchors.items()):
            if self.is_shown(spot):
                first_shown.setdefault(anchor, spot)
        return first_shown

    def _split_at_blank_rows(self, region: Region) -> Iterator[Region]:
        """Parts with a blank row between them.

        A row is not blank when a merged cell goes on in it.
        """
        if not region:
            return
        rows = list(region)
        merged = _numbers_between(self._rows_under_merged, rows[0], rows[-1])
        for first, last in _unbroken_runs(
            sorted({*rows, *merged}), self.hidden_rows
        ):
            band = {
                row: region[row] for row in _numbers_between(rows, first, last)
            }
            if band:
                yield band

    @cached_property
    def _rows_under_merged(self) -> list[int]:
        """The rows in which a merged cell of an earlier row goes on, in order."""
        anchors = self.lattice.anchors
        return sorted(
            {row for (row, _), anchor in anchors.items() if anchor[0] < row}
        )

    def _split_at_blank_columns(self, band: Region) -> Iterator[Region]:
        """Parts with two blank columns between them, or one where a legend begins.

        Blank columns within one table divide nothing.
        """
        block_of = self._number_blocks(band)
        blocks: list[Region] = [{} for _ in set(block_of.values())]
        for row, columns in band.items():
            for column in columns:
                blocks[block_of[column]].setdefault(row, []).append(column)
        yield from blocks

    def _number_blocks(self, band: Region) -> dict[int, int]:
        """For each column with words the number of the part it stands in, from 0."""
        runs: list[list[int]] = []
        for column in sorted(
            {column for row in band.values() for column in row}
        ):
            if not runs or self._are_apart(band, runs[-1][-1], column):
                runs.append([])
            runs[-1].append(column)
        if len(runs) <= _MOST_RUNS:
            self._join_runs(band, runs)
        return {
            column: number
            for number, block in enumerate(runs)
            for column in block
        }

    def _join_runs(self, band: Region, runs: list[list[int]]) -> None:
        """Make one of the runs of columns that are of one table.

        What stands to the right of two runs may show that these go together, so each pair is
        tried again after others were joined.
        """
        right = 1
        while right < len(runs):
            if self._goes_on(band, runs[right - 1], runs[right]):
                runs[right - 1] += runs.pop(right)
                right = max(1, right - 1)
            else:
                right += 1

    def _goes_on(
        self, band: Region, block: Sequence[int], run: Sequence[int]
    ) -> bool:
        """Columns after blank ones are of the same table as those before these."""
        if run[0] - block[-1] > _WIDEST_GAP:
            return False
        return are_one_table(
            band,
            block,
            run,
            lambda spot: self.lattice.content_seen_at(spot).text,
        )

    def _are_apart(self, band: Region, before: int, column: int) -> bool:
        """A column stands in another part than the one before it that has words."""
        missing = _count_missing(before, column, self.hidden_columns)
        if missing >= _COLUMNS_APART:
            return True
        return missing > 0 and self._begins_legend(band, column)

    def _begins_legend(self, band: Region, column: int) -> bool:
        row = next(row for row, columns in band.items() if column in columns)
        role = role_of(self.lattice.content_seen_at((row, column)).text)
        return role is not None and role.name == "legend"


def _count_missing(one: int, other: int, hidden: list[int]) -> int:
    """How many numbers that are shown lie between two."""
    return (
        other
        - one
        - 1
        - (bisect_left(hidden, other) - bisect_right(hidden, one))
    )


def _numbers_between(numbers: list[int], first: int, last: int) -> list[int]:
    """The numbers from the first to the last, of a list that is in order."""
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def _unbroken_runs(
    numbers: list[int], hidden: list[int]
) -> Iterator[tuple[int, int]]:
    """The first and last of each run of numbers between which none that is shown is missing."""
    start = numbers[0]
    for one, other in pairwise(numbers):
        if _count_missing(one, other, hidden):
            yield start, one
            start = other
    yield start, numbers[-1]
