"""The matrix of the page: efforts by goals and targets.

Each cell has a sign, and the words that it stands for.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from dinet.layout.tables.matrix import (
    BRACKETS_LEGEND,
    WAY_SIGNS,
    WAY_WORDS,
    DinMatrix,
    MatrixCell,
    MatrixColumn,
    ServingWay,
    build_matrix,
)
from dinet.model import Element
from dinet.network import Network

MOST_CELLS = 20_000
"""More cells than this nobody can oversee, and a page with more opens slowly.

Then the matrix is shown one part at a time.
"""


class ThemeSpan(NamedTuple):
    """The columns of one theme, which is None for those without one."""

    theme: Element | None
    many: int


class MatrixView(NamedTuple):
    """What the matrix view shows.

    Args:
        matrix: The efforts and what they serve.
        spans: The themes above the columns; empty when there are no themes.
        legend: For each sign that occurs what it means.
    """

    matrix: DinMatrix
    spans: tuple[ThemeSpan, ...]
    legend: tuple[tuple[str, str], ...]
    lang: str

    def cells(self, effort: Element) -> Markup:
        """The cells of a row, each with its words for who cannot see the sign.

        They come in one piece, since there are thousands.
        """
        row = (
            self.matrix.cells.get((effort.id, column.element.id))
            for column in self.matrix.columns
        )
        return Markup("").join(map(self._render_cell, row))

    def _render_cell(self, cell: MatrixCell | None) -> Markup:
        if cell is None:
            return Markup("<td>")
        kind = escape(f"{cell.way.name.lower()}{' weak' if cell.weak else ''}")
        words = cell.words().in_language(self.lang)
        return Markup(
            '<td class="{}"><span aria-hidden="true">{}</span><span class="unseen">{}</span></td>'
        ).format(kind, cell.sign, words)


def is_in_parts(network: Network) -> bool:
    """Whether a matrix of this network has too many cells to stand in the page whole."""
    efforts = len(network.efforts)
    return efforts * (len(network) - efforts) > MOST_CELLS


def build_matrix_view(network: Network, lang: str) -> MatrixView | None:
    """The matrix of a network.

    Returns:
        None when no effort serves anything, or when there are more than ``MOST_CELLS`` cells.
    """
    if is_in_parts(network):
        return None
    matrix = build_matrix(network)
    if not matrix.cells:
        return None
    spans = tuple(_theme_spans(network, matrix.columns))
    return MatrixView(matrix, spans, tuple(matrix_legend(matrix, lang)), lang)


def _theme_spans(
    network: Network, columns: tuple[MatrixColumn, ...]
) -> Iterator[ThemeSpan]:
    if network.themes:
        for theme, group in groupby(columns, key=lambda column: column.theme):
            yield ThemeSpan(
                network[theme] if theme else None, len(list(group))
            )


def matrix_legend(matrix: DinMatrix, lang: str) -> Iterator[tuple[str, str]]:
    """For each sign that occurs what it means."""
    ways, weak = matrix.ways()
    for way in ways:
        yield WAY_SIGNS[way], WAY_WORDS[way].in_language(lang)
    if weak:
        yield (
            f"({WAY_SIGNS[ServingWay.DIRECT]})",
            BRACKETS_LEGEND.in_language(lang),
        )
