"""What the template of the matrix needs."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from dinet.layout.layered.cards import display_text
from dinet.layout.tables.matrix import (
    BRACKETS_LEGEND,
    WAY_SIGNS,
    WAY_WORDS,
    DinMatrix,
    MatrixColumn,
)
from dinet.layout.text.measure import shorten_text
from dinet.model import Element
from dinet.network import Network

COLUMN_WORDS_ROOM = 27.0
"""The room for the words over a column, in letter sizes: about two lines as long as they
are high."""


def matrix_values(
    matrix: DinMatrix, network: Network, *, short: bool
) -> dict[str, Any]:
    """The values for ``matrix_table.html``, except ``cells``.

    Args:
        matrix: Of the network.
        network: Whose matrix it is.
        short: Efforts by their titles or first sentences.
    """
    heads = {
        column.element.id: _column_words(column) for column in matrix.columns
    }
    rows = {
        effort.id: display_text(effort, short=short) for effort in matrix.rows
    }
    return {
        "matrix": matrix,
        "themed": list(_columns_by_theme(matrix, network)),
        "themes": network.themes,
        "heads": heads,
        "rows": rows,
        "signs": WAY_SIGNS,
        "way_words": WAY_WORDS,
        "brackets": BRACKETS_LEGEND,
    }


def _columns_by_theme(
    matrix: DinMatrix, network: Network
) -> Iterator[tuple[Element | None, list[MatrixColumn]]]:
    """Each theme with its columns; the theme is None for columns that have none."""
    for theme, columns in groupby(
        matrix.columns, key=lambda column: column.theme
    ):
        yield network[theme] if theme else None, list(columns)


def _column_words(column: MatrixColumn) -> str:
    return shorten_text(
        display_text(column.element, short=True), COLUMN_WORDS_ROOM
    )
