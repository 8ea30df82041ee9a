"""Boxes that are drawn apart: rows of a table, or a drawing.

They are rows where they stand beside one another in columns, as the cells of a table do. Elsewhere
what belongs to what is told by lines, or by nothing.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from dinet.readers.pdf_pages.page_content import RulingLine

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
# Boxes that share less than this height or width stand under or beside one another.
_OVERLAP_POINTS = 2.0
# A box beside several others stands for all of them, as a merged cell does, when it covers this
# share of their height; a lower box in their middle does not, for lines would fan out from it.
_SPANNING_SHARE = 0.8
# So far above the lower box lies the line between two: the lower, the more gaps of other columns it
# divides too.
_ABOVE_POINTS = 1.0
# A row has boxes in so many columns at least.
_LEAST_IN_ROW = 2


def stand_in_rows(boxes: Sequence[Box]) -> bool:
    """What belongs to which row can be seen of every box.

    In each row stands a box in the first column, and one in another. A column has one box in a
    row, or as many as the other columns with several, at the same heights.

        >>> left, right = (0, 0, 50, 20), (60, 0, 110, 20)
        >>> stand_in_rows([left, right, (0, 30, 50, 50), (60, 30, 110, 50)])
        True
        >>> stand_in_rows([(0, 40, 50, 60), (60, 0, 110, 20), (60, 80, 110, 100)])
        False
    """
    columns = list(groups_beside(boxes))
    if len(columns) < _LEAST_IN_ROW:
        return False
    return all(
        _is_row(row, columns[0]) for row in _groups_under(boxes)
    ) and all(_is_told(row) for row in _groups_under(boxes))


def groups_beside(boxes: Iterable[Box]) -> Iterator[list[Box]]:
    """The boxes in columns, from left to right."""
    return _overlapping(boxes, lambda box: (box[0], box[2]))


def _groups_under(boxes: Iterable[Box]) -> Iterator[list[Box]]:
    """The boxes in rows, from top to bottom."""
    return _overlapping(boxes, lambda box: (box[1], box[3]))


def _overlapping(
    boxes: Iterable[Box], sides: Callable[[Box], tuple[float, float]]
) -> Iterator[list[Box]]:
    """The boxes in groups of which each overlaps with another of its group, in one direction."""
    group: list[Box] = []
    reached = 0.0
    for box in sorted(boxes, key=sides):
        start, end = sides(box)
        if group and start > reached - _OVERLAP_POINTS:
            yield group
            group = []
        reached = max(reached, end) if group else end
        group.append(box)
    if group:
        yield group


def _is_row(row: Sequence[Box], first_column: Sequence[Box]) -> bool:
    """A row has a box in the first column and one in another."""
    return len(row) >= _LEAST_IN_ROW and any(
        box in first_column for box in row
    )


def _is_told(row: Sequence[Box]) -> bool:
    """Of boxes beside one another it is seen which belong together."""
    columns = list(groups_beside(row))
    several = [column for column in columns if len(column) > 1]
    if not several:
        return True
    if any(
        len(column) == 1 and not _spans(column[0], row) for column in columns
    ):
        return False
    rows_inside = list(_groups_under(chain.from_iterable(several)))
    return len(rows_inside) > 1 and all(
        _has_columns(inside, len(several)) and _is_told(inside)
        for inside in rows_inside
    )


def _spans(box: Box, row: Sequence[Box]) -> bool:
    """A box stands beside all others of its row, from the first to the last."""
    top, bottom = min(box[1] for box in row), max(box[3] for box in row)
    return box[3] - box[1] >= _SPANNING_SHARE * (bottom - top)


def _has_columns(row: Sequence[Box], count: int) -> bool:
    return len(list(groups_beside(row))) == count


def rules_between_boxes(
    boxes: Sequence[Box], edges: Sequence[float]
) -> list[RulingLine]:
    """Lines between boxes as they would be drawn between the rows of a table, from top to bottom.

    Args:
        boxes: Those of the table, which stand in rows.
        edges: Of its columns, from left to right.
    """
    columns: list[list[Box]] = [[] for _ in edges[1:]]
    for box in boxes:
        number = bisect_right(edges, (box[0] + box[2]) / 2) - 1
        columns[min(max(number, 0), len(columns) - 1)].append(box)
    rules = []
    for height in _heights_between(boxes):
        for (left, right), column in zip(
            pairwise(edges), columns, strict=True
        ):
            if not any(box[1] < height < box[3] for box in column):
                rules.append(RulingLine(height, left, right))
    return rules


def _heights_between(boxes: Sequence[Box]) -> list[float]:
    """Heights that divide boxes under one another, as few as do for all columns."""
    gaps = sorted(
        (below[1], above[3])
        for column in groups_beside(boxes)
        for above, below in _pairs_under(column)
    )
    heights: list[float] = []
    for top_of_below, foot_of_above in gaps:
        if not heights or heights[-1] < foot_of_above:
            heights.append(max(foot_of_above, top_of_below - _ABOVE_POINTS))
    return heights


def _pairs_under(column: Iterable[Box]) -> Iterator[tuple[Box, Box]]:
    """Each box of a column and the next one under it."""
    return pairwise(sorted(column, key=lambda box: box[1]))
