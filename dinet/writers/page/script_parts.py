"""The matrix and the planning of a large network, as short lists.

From these the page's script makes one part at a time.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from dinet.layout.tables.matrix import (
    BY_WEAK_EVIDENCE,
    WAY_SIGNS,
    WAY_WORDS,
    DinMatrix,
    ServingWay,
    build_matrix,
)
from dinet.layout.tables.planning import EffortPlanning, Planning, PlanningBar
from dinet.network import Network
from dinet.wording.labels import translator_for
from dinet.writers.page.matrix_view import matrix_legend
from dinet.writers.page.planning_view import PlanningView

WIDEST_PART = 60
"""A theme with more columns than this is shown in several parts."""
MATRIX_WORDS = {
    "caption": "Efforts in rows, what they serve in columns",
    "effort": "effort",
    "total": "Total",
    "efforts": "Efforts, and how many of these directly",
    "via": "by way of {ids}",
    "shared": "only by way of {ids}, which leads over a shared target",
}
PLANNING_WORDS = {"effort": "effort", "owner": "Owner", "planning": "Planning"}


def matrix_parts(network: Network, lang: str) -> dict[str, Any] | None:
    """The matrix, with the columns of a theme as a part.

    Returns:
        ``words``; ``signs`` of the ways; ``legend``; ``parts``, each a theme's number (None
        without one) and the numbers of its columns; ``cells``, each an effort, a column, a way,
        1 for weak evidence, and by way of what. None when there are none.
    """
    matrix = build_matrix(network)
    if not matrix.cells:
        return None
    number = {element.id: at for at, element in enumerate(network)}
    return {
        "words": _matrix_words(lang),
        "signs": [WAY_SIGNS[way] for way in ServingWay],
        "legend": list(matrix_legend(matrix, lang)),
        "parts": list(_column_parts(matrix, number)),
        "cells": list(_cell_lists(matrix, number)),
    }


def _matrix_words(lang: str) -> dict[str, str]:
    say = translator_for(lang)
    return {name: say(words) for name, words in MATRIX_WORDS.items()} | {
        "direct": WAY_WORDS[ServingWay.DIRECT].in_language(lang),
        "weak": BY_WEAK_EVIDENCE.in_language(lang),
    }


def _cell_lists(
    matrix: DinMatrix, number: Mapping[str, int]
) -> Iterator[list[int]]:
    for (effort, column), cell in matrix.cells.items():
        via = (number[element_id] for element_id in cell.via)
        yield [
            number[effort],
            number[column],
            int(cell.way),
            int(cell.weak),
            *via,
        ]


def _column_parts(
    matrix: DinMatrix, number: Mapping[str, int]
) -> Iterator[list[Any]]:
    for theme, group in groupby(
        matrix.columns, key=lambda column: column.theme
    ):
        theme_number = number[theme] if theme else None
        columns = [number[column.element.id] for column in group]
        for start in range(0, len(columns), WIDEST_PART):
            yield [theme_number, columns[start : start + WIDEST_PART]]


def planning_parts(network: Network, calendar: PlanningView) -> dict[str, Any]:
    """The planning by theme or owner.

    Returns:
        ``words``, ``years``, ``fills`` of the phases, ``reference`` (where the
        date of the document stands, or None), and ``groups``: a heading and lines of an
        effort's number, its planning in words, how many lanes it takes, and bars of begin and
        end (in hundredths of the calendar), lane and phase.
    """
    say = translator_for(calendar.lang)
    words = {name: say(english) for name, english in PLANNING_WORDS.items()}
    fills = [
        calendar.fill(phase) for phase in (*calendar.planning.phases, None)
    ]
    return {
        "words": words,
        "years": list(calendar.years),
        "fills": fills,
        "reference": calendar.reference_place,
        "groups": list(_planning_groups(network, calendar)),
    }


def _planning_groups(
    network: Network, calendar: PlanningView
) -> Iterator[list[Any]]:
    """The heading of each group, and a list for each of its efforts."""
    number = {element.id: at for at, element in enumerate(network)}
    for group in calendar.planning.groups:
        lines = (
            [number[line.effort.id], *_line_data(line, calendar)]
            for line in group.lines
        )
        yield [calendar.heading(group), *lines]


def _line_data(line: EffortPlanning, calendar: PlanningView) -> Iterator[Any]:
    """The planning of an effort in words, how many lanes it takes, and its bars.

    There are no bars when no time could be read: there is no calendar then.
    """
    yield calendar.words(line)
    yield line.lane_count
    if calendar.years:
        yield from (_bar_data(bar, calendar.planning) for bar in line.bars)


def _bar_data(bar: PlanningBar, planning: Planning) -> list[float]:
    first, last = planning.bar_shares(bar)
    phases = planning.phases
    phase = phases.index(bar.phase) if bar.phase else len(phases)
    return [round(100 * first, 2), round(100 * last, 2), bar.lane, phase]
