"""What the template of the matrix needs."""

from itertools import groupby
from typing import Any

from dinet.layout.layered.cards import display_text
from dinet.layout.tables.matrix import BRACKETS_LEGEND, WAY_SIGNS, WAY_WORDS, DinMatrix
from dinet.layout.text.measure import shorten_text
from dinet.network import Network

COLUMN_WORDS_ROOM = 27.0
"""The room for the words over a column, in letter sizes: about two lines as long as they are high."""


def matrix_values(
    matrix: DinMatrix, network: Network, *, short: bool
) -> dict[str, Any]:
    """The values for ``matrix_table.html``, except ``cells``.

    Args:
        matrix: Of the network.
        network: Whose matrix it is.
        short: Efforts by their titles or first sentences.
    """
    grouped = groupby(matrix.columns, key=lambda column: column.theme)
    return {
        "matrix": matrix,
        "themed": [
            (network[theme] if theme else None, list(columns))
            for theme, columns in grouped
        ],
        "themes": network.themes,
        "heads": {
            each.element.id: shorten_text(
                display_text(each.element, short=True), COLUMN_WORDS_ROOM
            )
            for each in matrix.columns
        },
        "rows": {
            effort.id: display_text(effort, short=short) for effort in matrix.rows
        },
        "signs": WAY_SIGNS,
        "way_words": WAY_WORDS,
        "brackets": BRACKETS_LEGEND,
    }
