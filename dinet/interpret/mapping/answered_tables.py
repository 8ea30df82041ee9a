"""The tables of a document, and what a mapping form says of their columns and shapes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain

from dinet.document.content import Grid
from dinet.document.notes import shorten_text
from dinet.errors import did_you_mean
from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.form_answers import (
    ColumnAnswer,
    FormAnswers,
    ShapeAnswer,
)
from dinet.interpret.reading import CandidateLink, ProgrammeReading
from dinet.language import Sentence
from dinet.model import WEAK_BASES, Place
from dinet.native.tree import MarkedText
from dinet.vocabulary.active_dialect import active_dialect, using_dialect
from dinet.vocabulary.dialect import Dialect, plain
from dinet.vocabulary.folding import fold_text

_LANGUAGES = ("nl", "en")
_FIRST_ROWS = 4
"""A heading that is meant for another stands this high, or in the first column."""


def name_of_table(place: Place, lang: str) -> str:
    """How a form calls a table: by its sheet, or by its number in the document.

    Example:
        >>> name_of_table(Place(file="plan.docx", table=2), "nl")
        'tabel 2'
    """
    if place.sheet:
        return place.sheet
    number = Sentence("table {value}", value=place.table or 1)
    return number.in_language(lang)


class AnsweredTables:
    """Which answers of a form are about which table.

    Args:
        answers: The form.
        grids: All tables, in reading order.
    """

    def __init__(self, answers: FormAnswers, grids: Sequence[Grid]) -> None:
        self._answers = answers
        self._grids = grids
        self._names: dict[int, set[str]] = {}
        if answers.columns or answers.shapes:
            self._names = {
                id(grid): set(map(fold_text, _names_of(grid, number)))
                for number, grid in enumerate(grids, start=1)
            }
        self._used: set[ColumnAnswer | ShapeAnswer] = set()
        self._dialects: dict[frozenset[ColumnAnswer], Dialect] = {}

    # before and while reading

    def columns_of(self, grid: Grid | None) -> list[ColumnAnswer]:
        """What the form says of the columns of a table; without one, of those of all tables."""
        return [
            answer
            for answer in self._answers.columns
            if answer.table is None
            or (grid is not None and self._is_called(grid, answer.table))
        ]

    def shape_of(self, grid: Grid) -> ShapeAnswer | None:
        """Which shape a table has, when the form says so."""
        for answer in self._answers.shapes:
            if self._is_called(grid, answer.table):
                return answer
        return None

    def _is_called(self, grid: Grid, name: str) -> bool:
        return fold_text(name) in self._names.get(id(grid), ())

    @contextmanager
    def in_table(self, grid: Grid | None) -> Iterator[None]:
        """Headings mean what the form says of a table, as long as the context lasts."""
        columns = self.columns_of(grid) if self._answers.columns else []
        if not columns:
            yield
            return
        key = frozenset(columns)
        if key not in self._dialects:
            stated = {
                plain(answer.heading): (answer.role.name, answer.role.level)
                for answer in columns
            }
            dialect = replace(active_dialect(), stated=stated)
            self._dialects[key] = dialect
        with using_dialect(self._dialects[key]):
            yield

    def mark_reading(self, grid: Grid, reading: TableReading) -> bool:
        """Tell of each mention and link of a table by which answer of the form it was read.

        Returns:
            An answer of the form is about this table.
        """
        shape = self.shape_of(grid)
        if shape is not None and shape.shape == reading.shape:
            self._used.add(shape)
            _mark_all(reading.claims, shape.place)
            return True
        used = self._mark_columns(reading, self.columns_of(grid))
        self._used |= used
        return bool(used)

    def _mark_columns(
        self, reading: TableReading, columns: Sequence[ColumnAnswer]
    ) -> set[ColumnAnswer]:
        """Mark what stands under the headings that the form tells of, by the line of the form."""
        headings = set(map(plain, _headings_of(reading)))
        used = {
            answer
            for answer in columns
            if any(_names_heading(answer, heading) for heading in headings)
        }
        answers = {plain(answer.heading): answer.place for answer in used}
        if not used:
            return used
        for mention in reading.claims.mentions:
            above = plain(mention.place.heading or "")
            place = _place_for_heading(above, answers)
            mention.answer = mention.answer or place
        _mark_links(reading.claims)
        return used

    # afterwards

    def report_unused(self) -> None:
        """Report the answers that do not fit the document, or changed nothing in it."""
        for shape in self._answers.shapes:
            if self._find_table(shape.table) and shape not in self._used:
                self._answers.report.add_problem(
                    shape.words.mark,
                    Sentence(
                        "“{table}” cannot be read as {shape}.",
                        table=shape.table,
                        shape=shape.words,
                    ),
                )
        for column in self._answers.columns:
            if column not in self._used:
                self._report_column(column)

    def _find_table(self, name: MarkedText) -> bool:
        """There is a table with a name; else that is a problem."""
        if any(self._is_called(grid, name) for grid in self._grids):
            return True
        known = dict.fromkeys(
            _names_of(grid, number)[0]
            for number, grid in enumerate(self._grids, start=1)
        )
        self._answers.report.add_problem(
            name.mark,
            Sentence(
                "there is no table “{name}” in this document.", name=name
            ),
            *did_you_mean(name, known),
        )
        return False

    def _report_column(self, answer: ColumnAnswer) -> None:
        """Say why an answer on a column changed nothing."""
        if answer.table is not None and not self._find_table(answer.table):
            return
        grids = [
            grid
            for grid in self._grids
            if answer.table is None or self._is_called(grid, answer.table)
        ]
        texts = set(chain.from_iterable(map(_possible_headings, grids)))
        key = shorten_text(answer.heading)
        if plain(answer.heading) in map(plain, texts):
            what = Sentence(
                "“{key}” was not read as the heading of a column; say which shape its table has.",
                key=key,
            )
            self._answers.report.add_problem(answer.heading.mark, what)
            return
        self._answers.report.add_problem(
            answer.heading.mark,
            Sentence("“{key}” is no heading of a column here.", key=key),
            *did_you_mean(answer.heading, texts),
        )


def _headings_of(reading: TableReading) -> Iterator[str]:
    """All that a reading took for a heading."""
    for header in reading.headers:
        yield from (column.heading for column in header.columns)
    yield from reading.headings


def _names_of(grid: Grid, number: int) -> list[str]:
    """All names of a table, the one that a form uses first."""
    place = grid.place
    numbered = place
    if place.table is None:
        numbered = place.model_copy(update={"table": number})
    without_sheet = numbered.model_copy(update={"sheet": None})
    names = [name_of_table(place, lang) for lang in _LANGUAGES]
    names += [name_of_table(without_sheet, lang) for lang in _LANGUAGES]
    return names


def _names_heading(answer: ColumnAnswer, heading: str) -> bool:
    """The form means a heading: the whole of it, or one of the two rows that it consists of."""
    words = plain(answer.heading)
    return (
        heading == words
        or heading.startswith(f"{words} ")
        or heading.endswith(f" {words}")
    )


def _place_for_heading(
    heading: str, answers: dict[str, Place]
) -> Place | None:
    """The line of the form that tells what stands under a heading, or under a part of it."""
    if heading in answers:
        return answers[heading]
    for words, place in answers.items():
        if heading.startswith(f"{words} ") or heading.endswith(f" {words}"):
            return place
    return None


def _mark_all(claims: ProgrammeReading, place: Place) -> None:
    for mention in claims.mentions:
        mention.answer = mention.answer or place
    _mark_links(claims)


def _mark_links(claims: ProgrammeReading) -> None:
    claims.ties = [rest_on_answer(tie, claims) for tie in claims.ties]


def rest_on_answer(
    tie: CandidateLink, claims: ProgrammeReading
) -> CandidateLink:
    """A link as it follows from the form: it is stated when the form says what one of its ends is.

    Evidence that is weak in the document stays so: the form says nothing of the link itself.
    """
    answers = (claims.mentions[end].answer for end in (tie.start, tie.end))
    place = tie.answer or next(filter(None, answers), None)
    if place is None or tie.basis in WEAK_BASES:
        return tie
    return tie._replace(basis="stated", answer=place)


def _possible_headings(grid: Grid) -> Iterator[str]:
    """The texts that may be headings of a table: high up, or in its first column."""
    for number, row in enumerate(grid.rows):
        cells = row if number < _FIRST_ROWS else row[:1]
        yield from (cell.text for cell in cells if cell.has_words)
