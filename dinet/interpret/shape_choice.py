"""Which shape a table has: all shapes are asked, and the best explanation of its words wins."""

from collections.abc import Iterator

from dinet.document.content import Grid
from dinet.interpret.explanation import (
    count_explained_words,
    explain_table,
    explains_words,
    is_explaining,
)
from dinet.interpret.shape_context import ShapeContext
from dinet.interpret.table_reading import TableReading
from dinet.plugins import PluginFolder

SHAPES = PluginFolder("dinet.interpret.shapes")
_LEAST_EXPLAINED_SHARE = 0.75
"""Of the words of a table: when the best reading leaves more than a quarter, a note says so."""
_LEAST_KINDS = 2
"""Of elements: a table of two kinds is of a network, whatever its texts are like."""
_LEAST_WORDS = 12
"""Of a table: of a smaller one a cell or two is a quarter."""


def choose_reading(table: Grid, context: ShapeContext) -> TableReading | None:
    """The reading that explains a table best; None when no shape reads it.

    Of two that explain it equally well, the one whose shape comes first by its name.
    """
    readings = list(_readings_of(table, context))
    if not readings:
        return None
    best = readings[0]
    if len(readings) > 1:  # max takes the first of equals
        best = max(
            readings, key=lambda reading: explain_table(table, reading).score
        )
    _note_half_read(best, table)
    return best


def _readings_of(table: Grid, context: ShapeContext) -> Iterator[TableReading]:
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
        return explains_words(reading)
    return len(kinds) < _LEAST_KINDS and explains_words(
        reading, by_definitions=False
    )


def _note_half_read(reading: TableReading, table: Grid) -> None:
    """Note that a table was read as a shape that leaves much of it."""
    words, explained = count_explained_words(table, reading)
    if words < _LEAST_WORDS:
        return
    share = explained / words
    if share < _LEAST_EXPLAINED_SHARE:
        reading.claims.add_note(
            "table_half_read",
            table.place,
            percent=round(100 * share),
        )
