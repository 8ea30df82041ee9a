"""Goals that are meant as a far horizon and need no target: named by id, or by a word beside them.

Policy of some municipalities: a goal has a SMART target or is visionary.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.model import ExtraField, Goal, Place
from dinet.network import Network
from dinet.report.findings.audit_result import VisionaryGoals

RowKey = tuple[str, str | None, int | None, int | None]
"""File, sheet, table and row."""
_ENDINGS = "(?:en?)?"
"""Of an adjective in Dutch: the heading says “Visionaire doelen”, the settings “visionair”."""


def find_visionary(network: Network, words: Sequence[str]) -> VisionaryGoals:
    """The goals that some words name.

    Args:
        network: It.
        words: Ids or codes of goals; or words that stand in a field of a goal, in a heading above
            it, in the name of its theme, or above a column in which it has a mark. The text of
            the goal itself names nothing: “visionair leiderschap” is what is wanted.
    """
    texts = _texts_by_goal(network)
    named = {
        word: set(_goals_named(word, network.goals, texts)) for word in words
    }
    found = frozenset().union(*named.values())
    return VisionaryGoals(
        tuple(words),
        tuple(goal.id for goal in network.goals if goal.id in found),
        tuple(word for word, ids in named.items() if not ids),
    )


def _goals_named(
    word: str, goals: Iterable[Goal], texts: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    """The ids of the goals that a word names."""
    pattern = _pattern_of(word)
    for goal in goals:
        is_code = word.casefold() in _codes_of(goal)
        if is_code or any(map(pattern.search, texts[goal.id])):
            yield goal.id


def _pattern_of(word: str) -> re.Pattern[str]:
    whole = rf"(?<!\w){re.escape(word)}{_ENDINGS}(?!\w)"
    return re.compile(whole, re.IGNORECASE)


def _codes_of(goal: Goal) -> tuple[str, str]:
    return goal.id.casefold(), (goal.code or "").casefold()


def _texts_by_goal(network: Network) -> dict[str, list[str]]:
    """What stands beside each goal, by its id."""
    texts = {
        goal.id: list(_texts_beside(goal, network)) for goal in network.goals
    }
    columns = _columns_of_goals(network.goals)
    for element in network:
        if isinstance(element, Goal):
            continue
        for extra in element.extra:
            goal_id = _goal_before(extra.place, columns)
            if goal_id:
                texts[goal_id] += _texts_of(extra)
    return texts


def _texts_beside(goal: Goal, network: Network) -> Iterator[str]:
    fields = (goal.title, goal.group, goal.phase, goal.status, goal.remark)
    yield from filter(None, fields)
    yield from (theme.text for theme in network.themes_of(goal))
    yield from (place.heading for place in goal.places if place.heading)
    for extra in goal.extra:
        yield from _texts_of(extra)


def _texts_of(extra: ExtraField) -> Iterator[str]:
    """The words of a cell, and those above its column when it is a mark."""
    yield extra.text
    if classify_text(extra.text) is TextKind.CHECKMARK:
        yield extra.heading


def _columns_of_goals(goals: Iterable[Goal]) -> dict[RowKey, dict[int, str]]:
    """The goals that stand on each row, by their columns."""
    columns: dict[RowKey, dict[int, str]] = {}
    for goal in goals:
        for place in goal.places:
            if place.row and place.column:
                on_row = columns.setdefault(_row_of(place), {})
                on_row[place.column] = goal.id
    return columns


def _goal_before(
    place: Place | None, columns: Mapping[RowKey, Mapping[int, str]]
) -> str:
    """The goal nearest at the left of a cell on its row; empty when there is none.

    Met in ``Doel | Visionair | Inspanning``: the reader keeps a cell of an unknown column with
    the last element of its row, which is the effort.
    """
    if place is None or not place.column:
        return ""
    on_row = columns.get(_row_of(place), {})
    before = [column for column in on_row if column < place.column]
    return on_row[max(before)] if before else ""


def _row_of(place: Place) -> RowKey:
    return (place.file, place.sheet, place.table, place.row)
