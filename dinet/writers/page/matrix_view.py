"""The matrix of the page: efforts by goals and targets, with a sign in each cell and the words that it stands for."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from dinet.layout.tables.matrix import (
    BRACKETS,
    SIGNS,
    WAYS,
    Cell,
    Column,
    Matrix,
    Way,
    matrix,
)
from dinet.model import Element
from dinet.network import Network

MOST = 20_000
"""More cells than this nobody can oversee, and no page opens quickly with: then there is one part at a time."""


class Span(NamedTuple):
    """The columns of one theme, which is None for those without one."""

    theme: Element | None
    many: int


class Grid(NamedTuple):
    """What the matrix view shows.

    Args:
        matrix: The efforts and what they serve.
        spans: The themes above the columns; empty when there are no themes.
        legend: For each sign that occurs what it means.
    """

    matrix: Matrix
    spans: tuple[Span, ...]
    legend: tuple[tuple[str, str], ...]
    lang: str

    def cells(self, effort: Element) -> Markup:
        """The cells of a row, each with its words for who cannot see the sign; in one piece, since there are thousands."""
        found = (
            self.matrix.cells.get((effort.id, column.element.id))
            for column in self.matrix.columns
        )
        return Markup("").join(map(self._cell, found))

    def _cell(self, cell: Cell | None) -> Markup:
        if cell is None:
            return Markup("<td></td>")
        kind = escape(f"{cell.way.name.lower()}{' weak' if cell.weak else ''}")
        words = cell.words().said(self.lang)
        return Markup(
            '<td class="{}"><span aria-hidden="true">{}</span><span class="unseen">{}</span></td>'
        ).format(kind, cell.sign, words)


def grid(network: Network, lang: str) -> Grid | None:
    """The matrix, or None when no effort serves anything or when it has more than ``MOST`` cells."""
    if len(network.efforts) * (len(network) - len(network.efforts)) > MOST:
        return None
    found = matrix(network)
    if not found.cells:
        return None
    return Grid(
        found, tuple(_spans(network, found.columns)), tuple(legend(found, lang)), lang
    )


def _spans(network: Network, columns: tuple[Column, ...]) -> Iterator[Span]:
    if network.themes:
        for theme, group in groupby(columns, key=lambda column: column.theme):
            yield Span(network[theme] if theme else None, len(list(group)))


def legend(found: Matrix, lang: str) -> Iterator[tuple[str, str]]:
    """For each sign that occurs what it means."""
    ways, weak = found.ways()
    for way in ways:
        yield SIGNS[way], WAYS[way].said(lang)
    if weak:
        yield f"({SIGNS[Way.DIRECT]})", BRACKETS.said(lang)
