"""What the template of the matrix needs."""

from itertools import groupby
from typing import Any

from dinet.layout.layered.cards import shown
from dinet.layout.tables.matrix import BRACKETS, SIGNS, WAYS, Matrix
from dinet.layout.text.measure import shortened
from dinet.network import Network

LINES = 27.0
"""The room for the words over a column, in letter sizes: about two lines as long as they are high."""


def crossed(matrix: Matrix, network: Network, *, short: bool) -> dict[str, Any]:
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
            each.element.id: shortened(shown(each.element, short=True), LINES)
            for each in matrix.columns
        },
        "rows": {effort.id: shown(effort, short=short) for effort in matrix.rows},
        "signs": SIGNS,
        "way_words": WAYS,
        "brackets": BRACKETS,
    }
