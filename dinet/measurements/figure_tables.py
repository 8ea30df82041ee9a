"""A table of figures as facts: each cell with the words over and beside it.

One reading serves exports with a row for each year (StatLine, OData), with years as columns
(waarstaatjegemeente), and with two rows of heads (GGD monitors), and the files of one's own.
"""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.document.content import (
    Cell,
    Document,
    Grid,
    Para,
    cell_seen_at,
    is_covered_from_left,
)
from dinet.measurements.cell_figures import (
    CellFigure,
    notation_of,
    parse_figure,
)
from dinet.measurements.periods import (
    Period,
    is_part_of_year,
    parse_period,
)
from dinet.measurements.word_lists import has_listed_word, is_listed
from dinet.model import Place

_ROWS_TO_LOOK = 12
"""Rows among which the heads stand: exports have a title and notes above them."""
_LEAST_SHARE = 0.5
"""Of the cells of a column that are figures: with fewer it holds words."""


class FigureLabel(NamedTuple):
    """A word beside a figure, and the head of the column in which it stands."""

    head: str
    text: str


class FigureFact(NamedTuple):
    """A figure of a file.

    Args:
        period: None for a figure of no year, or of part of one.
        figure: What its cell says.
        heads: The words over its column, without the year.
        labels: The words on its row.
        place: Of its cell.
    """

    period: Period | None
    figure: CellFigure
    heads: tuple[str, ...]
    labels: tuple[FigureLabel, ...]
    place: Place

    @property
    def all_words(self) -> tuple[str, ...]:
        """All words over and beside it."""
        return (*self.heads, *(label.text for label in self.labels))

    def label_under(self, name: str) -> str:
        """The word on its row in a column of a kind, as ``words.toml`` lists it; may be empty."""
        for label in self.labels:
            if is_listed(label.head, name):
                return label.text
        return ""


class FigureFile(NamedTuple):
    """A file of figures.

    Args:
        name: Without folders.
        facts: In the order of the file.
        star_note: What the file says of a star behind a figure; empty when it says nothing.
    """

    name: str
    facts: tuple[FigureFact, ...]
    star_note: str

    @property
    def star_means_provisional(self) -> bool:
        """A star behind a figure says that it is provisional; behind a year it always does."""
        return has_listed_word(self.star_note, "cells.provisional")


def read_figures(document: Document) -> FigureFile:
    """All figures of a document, with the words over and beside them.

    Args:
        document: As its reader found it; empty facts when it has no table of figures.
    """
    grids = [part for part in document.parts if isinstance(part, Grid)]
    facts = [
        fact for grid in grids for fact in _FigureTable(grid).list_facts()
    ]
    return FigureFile(document.name, tuple(facts), _star_note(document))


def _star_note(document: Document) -> str:
    """The line of a file that says what a star means."""
    for text in _lines_of(document):
        about_star = has_listed_word(text, "cells.star") or "*" in text
        meanings = ("cells.provisional", "cells.significant")
        if about_star and any(has_listed_word(text, one) for one in meanings):
            return text
    return ""


def _lines_of(document: Document) -> Iterator[str]:
    """Paragraphs, and rows with only one filled cell, which hold a note."""
    for part in document.parts:
        if isinstance(part, Para):
            yield part.text
            continue
        for row in part.rows:
            filled = [cell.text for cell in row if cell.has_words]
            if len(filled) == 1:
                yield filled[0]


class _FigureTable:
    """A grid whose rows and columns are told apart into words, years and figures."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.texts = [
            [self._text_at(row, column) for column in range(grid.width)]
            for row in range(len(grid.rows))
        ]
        everything = [text for row in self.texts for text in row]
        self.notation = notation_of(everything)
        self.first = self._first_row()
        self.heads = [self._heads_over(each) for each in range(grid.width)]
        self.body = self._rows_below()
        self.period_column = self._find_period_column()
        self.label_columns = [
            column
            for column in range(grid.width)
            if column != self.period_column and self._holds_labels(column)
        ]

    def _rows_below(self) -> list[int]:
        """The rows under the heads; one with a single filled cell is a note."""
        return [
            number
            for number in range(self.first, len(self.texts))
            if sum(map(bool, self.texts[number])) > 1
        ]

    def _text_at(self, row: int, column: int) -> str:
        cells = self.grid.rows[row]
        if column >= len(cells):
            return ""
        cell = cell_seen_at(cells, column)
        if cell.covered and not is_covered_from_left(cells, column):
            return self._text_above(row, column)
        return cell.text

    def _text_above(self, row: int, column: int) -> str:
        """The text of a cell that is merged with those under it."""
        for above in range(row - 1, -1, -1):
            cell: Cell = cell_seen_at(self.grid.rows[above], column)
            if not cell.covered:
                return cell.text
        return ""

    def _first_row(self) -> int:
        """The row of the first figure: all rows above hold heads.

        Heads may hold years, which are numbers too: a row of words and years is a head, unless
        a head above it names its columns already.
        """
        named = False
        for number, row in enumerate(self.texts[:_ROWS_TO_LOOK]):
            filled = [text for text in row if text]
            if named and self._is_figure_row(row):
                return number
            if not named and self._has_plain_figure(filled):
                return number
            named = named or any(self._names_column(text) for text in filled)
        return min(1, len(self.texts))

    def _names_column(self, text: str) -> bool:
        lists = ("year", "value", "target", "region")
        return any(is_listed(text, f"columns.{one}") for one in lists)

    def _is_figure_row(self, row: list[str]) -> bool:
        """A row with a figure beyond its years, or with a year under the name of a column."""
        filled = [text for text in row if text]
        if self._has_plain_figure(filled):
            return True
        years = [text for text in row if parse_period(text)]
        has_head = any(self._names_column(text) for text in filled)
        return bool(years) and not has_head

    def _has_plain_figure(self, texts: list[str]) -> bool:
        return any(
            self._parse_cell(text) is not None and not parse_period(text)
            for text in texts
        )

    def _parse_cell(self, text: str) -> CellFigure | None:
        return parse_figure(text, self.notation)

    def _heads_over(self, column: int) -> tuple[str, ...]:
        above = [self.texts[row][column] for row in range(self.first)]
        return tuple(dict.fromkeys(text for text in above if text))

    def _find_period_column(self) -> int | None:
        """The column with the years of the rows: by its head, else by what it holds."""
        columns = range(self.grid.width)
        named = filter(self._is_named_period, columns)
        unnamed = filter(self._holds_only_times, columns)
        return next(named, next(unnamed, None))

    def _is_named_period(self, column: int) -> bool:
        heads = self.heads[column]
        named = any(is_listed(head, "columns.year") for head in heads)
        return named and any(self._is_time(row, column) for row in self.body)

    def _holds_only_times(self, column: int) -> bool:
        filled = [row for row in self.body if self.texts[row][column]]
        if not filled or any(map(parse_period, self.heads[column])):
            return False
        return all(self._is_time(row, column) for row in filled)

    def _is_time(self, row: int, column: int) -> bool:
        text = self.texts[row][column]
        return parse_period(text) is not None or is_part_of_year(text)

    def _holds_labels(self, column: int) -> bool:
        heads = self.heads[column]
        if any(map(parse_period, heads)):
            return False
        lists = ("target", "unit", "source", "remark", "kind", "region")
        for name in lists:
            if any(is_listed(head, f"columns.{name}") for head in heads):
                return True
        texts = [self.texts[row][column] for row in self.body]
        filled = [text for text in texts if text]
        figures = sum(self._parse_cell(text) is not None for text in filled)
        return not filled or figures < _LEAST_SHARE * len(filled)

    def list_facts(self) -> Iterator[FigureFact]:
        """Each figure of the table, row by row."""
        above: dict[int, str] = {}
        for row in self.body:
            labels = self._labels_on(row, above)
            for column in range(self.grid.width):
                is_label = column in self.label_columns
                if not is_label and column != self.period_column:
                    yield from self._fact_at(row, column, labels)

    def _labels_on(
        self, row: int, above: dict[int, str]
    ) -> tuple[FigureLabel, ...]:
        """The words on a row; a blank first one goes on from the row above."""
        texts = self.texts[row]
        leading = True
        for column in self.label_columns:
            leading = leading and not texts[column]
            if not leading:
                above[column] = texts[column]
        return tuple(
            FigureLabel(" ".join(self.heads[column]), above[column])
            for column in self.label_columns
            if above.get(column)
        )

    def _fact_at(
        self, row: int, column: int, labels: tuple[FigureLabel, ...]
    ) -> Iterator[FigureFact]:
        figure = self._parse_cell(self.texts[row][column])
        period = None
        heads: list[str] = []
        for head in self.heads[column]:
            found = parse_period(head)
            period = period or found
            rest = found.rest if found else head
            if rest:
                heads.append(rest)
        if period is None and self.period_column is not None:
            period = parse_period(self.texts[row][self.period_column])
        if figure is None:
            # words where a figure should stand: told, and never a number
            figure = CellFigure(self.texts[row][column], None)
        place = self._place_at(row, column)
        yield FigureFact(period, figure, tuple(heads), labels, place)

    def _place_at(self, row: int, column: int) -> Place:
        cells = self.grid.rows[row]
        place = cells[min(column, len(cells) - 1)].place
        return place.model_copy(update={"column": column + 1, "heading": None})
