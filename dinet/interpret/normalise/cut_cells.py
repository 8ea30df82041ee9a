"""Which cells after a page break go on with a cell before it."""

from collections.abc import Iterator, Sequence

from dinet.document.content import Cell, Row
from dinet.model import KINDS
from dinet.vocabulary.roles import kind_of, role_of
from dinet.wording.sentence_ends import (
    count_signs_of_continuation,
    ends_like_sentence,
)

_LOOK_BACK_ROWS = 50
"""So many rows show how the cells of a column begin and end, and hold a cell that goes on."""
_MOST_CELLS_SHARE = 0.6
"""Of the cells of a column: more than this end like sentences where full stops are the habit."""
_ENOUGH_EVIDENCE = 2
"""As ``_evidence`` counts it: one sign of continuation, which is not outweighed."""
_STRONG_EVIDENCE = 4
"""As ``_evidence`` counts it: two signs, such as a word that waits and lower case after it."""


def continues_row(rows: Sequence[Row], first: Row, lang: str) -> bool:
    """Whether the first row of the next page goes on with the last row of this one.

    One column has to say so clearly.

    Args:
        rows: Those before the break.
        first: The first row after it.
        lang: The language of the document: ``door`` waits for more in Dutch only.
    """
    last = rows[-1]
    if len(first) != len(last):
        return False
    return any(
        _evidence(rows, column, cell, last[column], lang) >= _ENOUGH_EVIDENCE
        for column, cell in enumerate(first)
        if cell.has_words and last[column].has_words
    )


def cells_cut_higher_up(
    rows: Sequence[Row], first: Row, lang: str
) -> dict[int, int]:
    """By column the row whose cell goes on after the break, where the rows under it are blank.

    Met where a target stands beside two efforts and the page ends between these: the rest of
    its sentence stands on the next page, beside the rest of the second effort. When the row after
    the break holds something new as well, a cell needs two signs.
    """
    if len(first) != len(rows[-1]):
        return {}
    higher = _evidence_higher_up(rows, first, lang)
    others = [
        cell.has_words and column not in higher
        for column, cell in enumerate(first)
    ]
    goes_on = not any(others) or continues_row(rows, first, lang)
    enough = _ENOUGH_EVIDENCE if goes_on else _STRONG_EVIDENCE
    return {
        column: row
        for column, (row, evidence) in higher.items()
        if evidence >= enough
    }


def _evidence_higher_up(
    rows: Sequence[Row], first: Row, lang: str
) -> dict[int, tuple[int, int]]:
    """By column the last filled row above blank cells, and how strongly its cell goes on."""
    last = rows[-1]
    higher: dict[int, tuple[int, int]] = {}
    for column, cell in enumerate(first):
        if not cell.has_words or last[column].has_words:
            continue
        row = _last_filled_row(rows, column)
        if row is not None:
            end = rows[row][column]
            higher[column] = row, _evidence(rows, column, cell, end, lang)
    return higher


def _last_filled_row(rows: Sequence[Row], column: int) -> int | None:
    """The last row with words in a column; None when it holds headings, or stands above another.

    What stands under a filled cell of what is served, such as the next goal, belongs to that.
    """
    lowest = max(1, len(rows) - _LOOK_BACK_ROWS)
    for number in range(len(rows) - 1, lowest - 1, -1):
        row = rows[number]
        if row[column].has_words:
            return number
        if any(row[other].has_words for other in _served(rows[0], column)):
            return None
    return None


def _served(header: Row, column: int) -> Iterator[int]:
    """The columns of what a column serves: by their headings, else those at its left."""
    kinds = [kind_of(role_of(cell.text)) for cell in header]
    own = kinds[column]
    for other, kind in enumerate(kinds):
        if not own or not kind:
            if other < column:
                yield other
        elif KINDS.index(kind) < KINDS.index(own):
            yield other


def _evidence(
    rows: Sequence[Row], column: int, cell: Cell, before: Cell, lang: str
) -> int:
    """How strongly a cell goes on with one before the break, from -1 to 7.

    Lower case says nothing in a column whose texts begin so.
    """
    end, start = before.blocks[-1].text, cell.blocks[0].text
    if cell.blocks[0].level is not None:
        return 0
    others = [
        row[column]
        for row in rows[-_LOOK_BACK_ROWS:-1]
        if row[column].has_words and row[column] is not before
    ]
    signs = count_signs_of_continuation(end, start, lang)
    if start[:1].islower() and _begin_in_lower_case([*others, before]):
        signs -= 1
    if ends_like_sentence(end):
        return 2 * signs - 1
    sentences = sum(
        ends_like_sentence(other.blocks[-1].text) for other in others
    )
    return 2 * signs + (sentences > _MOST_CELLS_SHARE * len(others))


def _begin_in_lower_case(cells: Sequence[Cell]) -> bool:
    """Half of the cells or more begin in lower case."""
    lower = sum(cell.text[:1].islower() for cell in cells)
    return 2 * lower >= len(cells)
