"""Which shape a table has: all shapes are asked, and the best explanation of its words wins."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.document.content import Grid
from dinet.interpret.choice.explanation import (
    Explanation,
    count_explained_words,
    explain_table,
    explains_words,
    is_glossary,
    takes_headings_for_elements,
)
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.form_answers import ShapeAnswer
from dinet.interpret.mapping.shape_names import SHAPES, name_of_shape
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.texts.explaining_words import is_explaining
from dinet.vocabulary.roles import in_network

_LEAST_EXPLAINED_SHARE = 0.75
"""Of the words of a table: when the best reading leaves more than a quarter, a note says so."""
_LEAST_KINDS = 2
"""Of elements: a table of two kinds is of a network, whatever its texts are like."""
_LEAST_WORDS = 12
"""Of a table: of a smaller one a cell or two is a quarter."""


class _Candidate(NamedTuple):
    """A reading of a table, and how well it explains that."""

    reading: TableReading
    explanation: Explanation


def choose_reading(
    table: Grid, context: ShapeContext, answer: ShapeAnswer | None = None
) -> TableReading | None:
    """The reading that explains a table best; None when no shape reads it.

    Of two that explain it equally well, the one whose shape comes first by its name; a note tells
    of both when they do not come to the same.

    Args:
        table: The table.
        context: Where it stands.
        answer: The shape that a person said it has: when that reads the table, no other is asked.
    """
    stated = _read_as_stated(table, context, answer) if answer else None
    if stated is not None:
        return stated
    candidates = _explained(list(_readings_of(table, context)), table)
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: candidate.explanation.score)
    if takes_headings_for_elements(best.reading):
        return None
    _note_half_read(best, table, candidates)
    _note_undecided(best, table, candidates)
    return best.reading


def _explained(readings: list[TableReading], table: Grid) -> list[_Candidate]:
    """The readings, each with how well it explains a table.

    What contradicts the only one is not looked for: there is no other to prefer.
    """
    if len(readings) == 1:
        words, explained = count_explained_words(table, readings[0])
        return [_Candidate(readings[0], Explanation(words, explained, 0, 0))]
    return [
        _Candidate(reading, explain_table(table, reading))
        for reading in readings
    ]


def _read_as_stated(
    table: Grid, context: ShapeContext, answer: ShapeAnswer
) -> TableReading | None:
    """A table as the shape that a person said it has; None when it cannot be read so."""
    stated = context._replace(
        is_stated=True,
        stated_rows=answer.rows,
        stated_columns=answer.columns,
    )
    module = SHAPES.plugins[answer.shape].module
    reading: TableReading | None = module.read(table, stated)
    return reading


def _readings_of(table: Grid, context: ShapeContext) -> Iterator[TableReading]:
    if is_glossary(table):
        return
    for plugin in SHAPES.plugins.values():
        reading: TableReading | None = plugin.module.read(table, context)
        if reading is not None and not _only_explains(reading, context):
            yield reading


def _only_explains(reading: TableReading, context: ShapeContext) -> bool:
    """The table says what words mean, and holds no elements.

    Met in sheets that explain the others, where ``Doel | Wat we willen bereiken`` looks like two
    headings of goals.
    """
    kinds = {
        kind
        for header in reading.headers
        for _, kind in header.element_columns
    }
    if is_explaining(context.heading):
        return explains_words(reading) or _shows_how_to_write(reading)
    return len(kinds) < _LEAST_KINDS and explains_words(
        reading, by_definitions=False
    )


def _shows_how_to_write(reading: TableReading) -> bool:
    """No heading names elements, only cells do: ``Niet zo | Maar zo`` above ``Doel: rust``."""
    columns = [
        column
        for header in reading.headers
        for column, _ in header.element_columns
    ]
    return bool(columns) and not any(
        in_network(column.heading) for column in columns
    )


def _note_half_read(
    best: _Candidate, table: Grid, candidates: list[_Candidate]
) -> None:
    """Note that a table was read as a shape that leaves much of it."""
    words, explained = best.explanation.words, best.explanation.explained
    if words < _LEAST_WORDS:
        return
    share = explained / words
    if share < _LEAST_EXPLAINED_SHARE:
        best.reading.claims.add_note(
            "table_half_read",
            table.place,
            percent=round(100 * share),
            shape=best.reading.shape,
            shapes=" ".join(_shapes_of(candidates)),
        )


def _note_undecided(
    best: _Candidate, table: Grid, candidates: list[_Candidate]
) -> None:
    """Note that another shape explains a table as well, and makes something else of it."""
    claims = best.reading.claims
    equals = [
        other
        for other in candidates
        if other.explanation.score == best.explanation.score
        and (
            other is best
            or _claims_of(other.reading.claims) != _claims_of(claims)
        )
    ]
    if len(equals) > 1:
        lang = claims.lang
        claims.add_note(
            "shape_undecided",
            table.place,
            names=", ".join(
                f"“{name_of_shape(shape, lang)}”"
                for shape in _shapes_of(equals)
            ),
            shape=best.reading.shape,
            shapes=" ".join(_shapes_of(equals)),
        )


def _shapes_of(candidates: list[_Candidate]) -> list[str]:
    return [candidate.reading.shape for candidate in candidates]


def _claims_of(claims: ProgrammeReading) -> tuple[object, ...]:
    """What is compared of two readings: their elements, and which of these are linked."""
    elements = [(mention.kind, mention.text) for mention in claims.mentions]
    ties = {(elements[tie.start], elements[tie.end]) for tie in claims.ties}
    return sorted(elements), ties
