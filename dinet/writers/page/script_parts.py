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
from dinet.layout.tables.planning import EffortPlanning
from dinet.network import Network
from dinet.wording.labels import translator_for
from dinet.writers.page.matrix_view import matrix_legend
from dinet.writers.page.planning_view import PlanningView

WIDEST_PART = 60
"""A theme with more columns than this is told in several parts."""
MATRIX_WORDS = {
    "caption": "Efforts in rows, what they serve in columns",
    "effort": "effort",
    "total": "Total",
    "efforts": "Efforts, and how many of these directly",
    "via": "by way of {ids}",
}
PLANNING_WORDS = {"effort": "effort", "owner": "Owner", "planning": "Planning"}


def matrix_parts(network: Network, lang: str) -> dict[str, Any] | None:
    """The matrix, with the columns of a theme as a part.

    Returns:
        ``words``; ``signs`` of the ways; ``legend``; ``parts``, each a theme's number (None
        without one) and the numbers of its columns; ``cells``, each an effort, a column, a way,
        1 for weak evidence, and by way of what. None when there are none.
    """
    found, say = build_matrix(network), translator_for(lang)
    if not found.cells:
        return None
    number = {element.id: at for at, element in enumerate(network)}
    words = {name: say(words) for name, words in MATRIX_WORDS.items()}
    words |= {
        "direct": WAY_WORDS[ServingWay.DIRECT].in_language(lang),
        "weak": BY_WEAK_EVIDENCE.in_language(lang),
    }
    return {
        "words": words,
        "signs": [WAY_SIGNS[way] for way in ServingWay],
        "legend": list(matrix_legend(found, lang)),
        "parts": list(_column_parts(found, number)),
        "cells": [
            [
                number[effort],
                number[column],
                int(cell.way),
                int(cell.weak),
                *(number[each] for each in cell.via),
            ]
            for (effort, column), cell in found.cells.items()
        ],
    }


def _column_parts(found: DinMatrix, number: Mapping[str, int]) -> Iterator[list[Any]]:
    for theme, group in groupby(found.columns, key=lambda column: column.theme):
        columns = [number[column.element.id] for column in group]
        for at in range(0, len(columns), WIDEST_PART):
            yield [number[theme] if theme else None, columns[at : at + WIDEST_PART]]


def planning_parts(network: Network, calendar: PlanningView) -> dict[str, Any]:
    """The planning by theme or owner.

    Returns:
        ``words``, ``years``, ``fills`` of the phases, and ``groups``: a heading and lines of an
        effort's number, its planning in words, how many lanes it takes, and bars of begin and
        end (in hundredths of the calendar), lane and phase.
    """
    say, number = (
        translator_for(calendar.lang),
        {element.id: at for at, element in enumerate(network)},
    )
    phases = calendar.planning.phases
    return {
        "words": {name: say(words) for name, words in PLANNING_WORDS.items()},
        "years": list(calendar.years),
        "fills": [calendar.fill(phase) for phase in (*phases, None)],
        "groups": [
            [
                calendar.heading(group),
                *(
                    [number[line.effort.id], *_line_data(line, calendar)]
                    for line in group.lines
                ),
            ]
            for group in calendar.planning.groups
        ],
    }


def _line_data(line: EffortPlanning, calendar: PlanningView) -> Iterator[Any]:
    yield calendar.words(line)
    yield line.lane_count
    phases = calendar.planning.phases
    for bar in line.bars if calendar.years else ():
        first, last = (
            round(100 * each, 2) for each in calendar.planning.bar_shares(bar)
        )
        yield [
            first,
            last,
            bar.lane,
            phases.index(bar.phase) if bar.phase else len(phases),
        ]
