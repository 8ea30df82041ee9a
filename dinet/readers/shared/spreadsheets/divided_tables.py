"""Whether blank columns divide two tables, or only the columns of one.

Met: sheets where two blank columns stand between goals and efforts, or before the owners. Two lists
that stand beside each other must stay apart: their rows have nothing to do with each other, and
reading them as one table would invent links. So one table has to show in its rows.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from dinet.readers.shared.grid_builder import RowColumn
from dinet.vocabulary.roles import Role, kind_of, role_of

_LEAST_FILLED_SHARE = 0.5
"""Of the rows of elements: fewer owners beside them may as well be a list of contacts."""


def are_one_table(
    band: Mapping[int, Sequence[int]],
    left: Sequence[int],
    right: Sequence[int],
    text_at: Callable[[RowColumn], str],
) -> bool:
    """Whether blank columns stand within one table.

    Its headings stand on one row and name different things; and the rows of both sides go together.

    Args:
        band: Rows with the columns that have words in them.
        left: The columns before the blank ones.
        right: Those after them.
        text_at: The words in a cell.

    Example:
        >>> words = {(1, 1): "Doel", (1, 4): "Trekker", (2, 1): "Meer sport", (2, 4): "Jeugd"}
        >>> are_one_table({1: [1, 4], 2: [1, 4]}, [1], [4], words.__getitem__)
        True
    """
    header = _row_of_headings(band, left, right)
    if header is None:
        return False
    headed = {column: text_at((header, column)) for column in band[header]}
    roles = [_roles_in(headed, side) for side in (left, right)]
    if not _name_different_things(*map(list, map(dict.values, roles))):
        return False
    rows = [_rows_under(band, header, side) for side in (left, right)]
    of_elements = [_columns_of_elements(side) for side in roles]
    if not all(of_elements):
        elements, fields = rows if of_elements[0] else reversed(rows)
        return _stand_beside_elements(fields, elements)
    columns = list(chain.from_iterable(of_elements))
    return _go_together(rows, columns, text_at)


def _columns_of_elements(side: Mapping[int, Role | None]) -> list[int]:
    return [column for column, role in side.items() if kind_of(role)]


def _go_together(
    rows: Sequence[Sequence[int]],
    columns: Sequence[int],
    text_at: Callable[[RowColumn], str],
) -> bool:
    """The rows of one side group those of the other, or a text is repeated beside others."""
    left, right = rows
    if _groups_rows(left, right) or _groups_rows(right, left):
        return True
    repeated = (_repeats_itself(left, column, text_at) for column in columns)
    return left == right and any(repeated)


def _roles_in(
    texts: Mapping[int, str], side: Sequence[int]
) -> dict[int, Role | None]:
    """By column what the headings of one side name."""
    wanted = set(side)
    return {
        column: role_of(text)
        for column, text in texts.items()
        if column in wanted
    }


def _row_of_headings(
    band: Mapping[int, Sequence[int]],
    left: Sequence[int],
    right: Sequence[int],
) -> int | None:
    """The first row with words at the right, when there are words at the left too."""
    first = next(
        row
        for row, columns in band.items()
        if not set(right).isdisjoint(columns)
    )
    return None if set(left).isdisjoint(band[first]) else first


def _name_different_things(
    left: Sequence[Role | None], right: Sequence[Role | None]
) -> bool:
    """All headings at the right are known, one at the left is; none is on both sides.

    One side at least holds elements.
    """
    names = [{role.name for role in side if role} for side in (left, right)]
    if not all(names) or None in right or names[0] & names[1]:
        return False
    return any(map(kind_of, (*left, *right))) and "legend" not in names[1]


def _rows_under(
    band: Mapping[int, Sequence[int]], header: int, side: Sequence[int]
) -> list[int]:
    """The rows under the headings with words on one side."""
    wanted = set(side)
    return [
        row
        for row, columns in band.items()
        if row > header and not wanted.isdisjoint(columns)
    ]


def _stand_beside_elements(
    fields: Sequence[int], elements: Sequence[int]
) -> bool:
    """Owners and periods stand on rows of elements only, and on enough of these."""
    on_rows = set(fields) <= set(elements)
    return on_rows and len(fields) >= _LEAST_FILLED_SHARE * len(elements)


def _groups_rows(sparse: Sequence[int], dense: Sequence[int]) -> bool:
    """One side has words again after rows where only the other side has.

    A list by itself has no such gaps.
    """
    if not sparse or not set(sparse) <= set(dense):
        return False
    between = [row for row in dense if sparse[0] < row < sparse[-1]]
    return len(between) > len(sparse[1:-1])


def _repeats_itself(
    rows: Sequence[int], column: int, text_at: Callable[[RowColumn], str]
) -> bool:
    """A text stands on several rows, as a goal does beside each of its efforts."""
    texts = [text_at((row, column)) for row in rows]
    return len(set(texts)) < len(texts)
