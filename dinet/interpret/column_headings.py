"""What stands above each column of a table: one heading, or a heading and one under it in a second row."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.document.content import Row
from dinet.vocabulary.roles import MOST_WORDS, Role, in_network, kind_of, role_of
from dinet.vocabulary.time_headings import is_period
from dinet.wording.sentence_ends import ends_like_sentence

_LEAST_ROLES = 2


class ColumnHeading(NamedTuple):
    """The words above a column, and what they say."""

    text: str
    role: Role | None


def column_headings(row: Row, under: Row) -> Iterator[ColumnHeading]:
    """The heading of each column; a merged one stands above all its columns.

    Args:
        row: The first row of the header.
        under: The second row; empty when there is none.
    """
    above, left = "", 0
    for number, cell in enumerate(row):
        below = under[number].text if under else ""
        if cell.has_words or not (cell.covered or below):
            above, left = cell.text, cell.width
        elif cell.covered and left < 1:
            above = ""
        left -= 1
        yield _joined(above, below)


def _joined(above: str, below: str) -> ColumnHeading:
    """Two headings under each other: the lower one when it says enough, or else both."""
    role = role_of(below)
    if is_period(below) and not is_period(above):
        upper = role_of(above) or in_network(above)
        return (
            ColumnHeading(below, role)
            if upper is None or upper.name == "period" or kind_of(upper)
            else _whole(above, below)
        )
    if role is None or role.name == "other" or is_period(below):
        return _whole(above, below)
    return ColumnHeading(below, role)


def _whole(above: str, below: str) -> ColumnHeading:
    text = f"{above} {below}".strip()
    return ColumnHeading(
        text, role_of(text) or (in_network(text) if below else None) or role_of(above)
    )


def is_second_header_row(row: Row, under: Row) -> bool:
    """The second row belongs to the header: it holds periods only, or headings under merged and blank cells of the first."""
    filled = [number for number, cell in enumerate(under) if cell.has_words]
    if len(filled) > 1 and all(is_period(under[number].text) for number in filled):
        return True
    roles = sum(role_of(under[number].text) is not None for number in filled)
    short = all(
        len(under[number].text.split()) <= MOST_WORDS
        and not ends_like_sentence(under[number].text)
        for number in filled
    )
    return (
        roles >= _LEAST_ROLES
        and 2 * roles >= len(filled)
        and short
        and all(_open(row, under, number) for number in filled)
    )


def _open(row: Row, under: Row, number: int) -> bool:
    """There is room for a second heading: the first is merged over several columns, blank, or followed by blanks."""
    cell, after = row[number], row[number + 1] if number + 1 < len(row) else None
    return (
        not cell.has_words
        or cell.width > 1
        or bool(after and not after.has_words)
        or is_period(under[number].text)
    )
