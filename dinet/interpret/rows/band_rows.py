"""Bands: rows of a table that are one cell over its whole width.

They name the theme or goal of the rows under them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dinet.document.content import Cell, Row
from dinet.interpret.texts.element_labels import split_label
from dinet.model import Kind
from dinet.vocabulary.roles import (
    LineLabel,
    Role,
    find_label,
    kind_of,
    role_of,
    without_number,
    without_role,
)
from dinet.wording.sentence_ends import ends_like_sentence

_MOST_NAME_WORDS = 3
"""Of a theme behind that word; a goal that begins so says what is wanted in more."""


class BandRow(NamedTuple):
    """What a band names; ``kind`` is None when it is only a remark."""

    kind: Kind | None
    text: str
    label: str = ""


def band_of(
    row: Row, after: Row | None, goals: Sequence[int]
) -> BandRow | None:
    """What a row names for the rows under it, or None when it is a row like the others.

    A cell over the whole width is a goal when it is called one, or when the rows under it leave
    the goal blank; a theme when it is called one or is short; else a remark. A cell that is not
    merged has to be called a theme, or a goal where no column holds goals.

    Args:
        row: The row.
        after: The row under it; None for the last one.
        goals: The numbers of the columns of goals.
    """
    filled = [cell for cell in row if cell.has_words]
    if len(filled) != 1:
        return None
    cell = filled[0]
    labelled = _labelled_band(cell.text, goals)
    if labelled:
        return labelled
    if _names_theme_above(cell, row, after, goals):
        # met in workbooks, where no cell is merged: `THEMA JEUGD` in the column of goals
        return BandRow("theme", without_role(cell.text, "theme"))
    is_whole_row = cell.width == len(row) > 1
    return _band_over_width(cell.text, after, goals) if is_whole_row else None


def _labelled_band(text: str, goals: Sequence[int]) -> BandRow | None:
    """A cell that says that it is a theme, or a goal where no column holds these.

    Met in exports, where no cell is merged: ``Doelstelling A.1: Buren kennen elkaar``.
    """
    named = find_label(text)
    kind = kind_of(named.role) if named else None
    if named and (kind == "theme" or (kind == "goal" and not goals)):
        return BandRow(kind, named.rest, named.number)
    return None


def _names_theme_above(
    cell: Cell, row: Row, after: Row | None, goals: Sequence[int]
) -> bool:
    """The only cell of a row, before all others, is a theme and its name, with goals under it."""
    word, _, name = cell.text.partition(" ")
    short = 0 < len(name.split()) <= _MOST_NAME_WORDS
    if after is None or row[0] is not cell or not short:
        return False
    is_named = role_of(word) == Role("theme") and name[0].isupper()
    return is_named and any(after[column].has_words for column in goals)


def has_goal_bands(rows: Iterable[Row]) -> bool:
    """Some rows name the goal of those under them, in a table that has no column of goals.

    Met in lists of actions with ``Doel 1: ...`` over their whole width, above its actions.
    """
    bands = (band_of(row, None, ()) for row in rows)
    return any(band is not None and band.kind == "goal" for band in bands)


def _band_over_width(
    text: str, after: Row | None, goals: Sequence[int]
) -> BandRow:
    """What a cell over the whole width names."""
    named = find_label(text)
    role_name = named.role.name if named else ""
    if named and role_name == "target":
        return _band_of_target(named, goals)
    if role_name == "goal" or (
        goals and after and _leaves_blank(after, goals)
    ):
        label, rest = split_label(text, "goal")
        return BandRow("goal", rest, label)
    if ends_like_sentence(text) or role_of(text):
        return BandRow(None, text)
    return BandRow("theme", without_role(without_number(text), "theme"))


def _band_of_target(named: LineLabel, goals: Sequence[int]) -> BandRow:
    """A target, met under ``Doelstelling: …``: ``Beoogd resultaat: 300 trapliften``.

    Where a column holds goals nothing tells which of these it measures: it is a remark.
    """
    kind: Kind | None = None if goals else "target"
    return BandRow(kind, named.rest, named.number)


def _leaves_blank(row: Row, columns: Sequence[int]) -> bool:
    """The row has words, but none in these columns; and it is no band itself."""
    if any(row[column].has_words or row[column].covered for column in columns):
        return False
    filled = any(cell.has_words for cell in row)
    return filled and not any(cell.width == len(row) for cell in row)
