"""Rows, bullets and sentences that a page break cut in two are joined again."""

import re
from collections.abc import Iterable, Iterator

from dinet.document.draft import Draft
from dinet.document.lift import lifted
from dinet.document.parts import Block, Cell, Grid, Para, Row

_UNFINISHED = re.compile(
    r"(?:[,\-/(]|\b(?:de|het|een|en|of|in|op|te|van|voor|met|dat|die|alle|aan|bij|door|tot|als|om|naar|uit|over"
    r"|onder|per|zoals|deze|dit|hun|onze"
    r"|the|a|an|and|or|to|for|with|that|by|all|our|their))$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;][\"')\]]*$")
_MOSTLY = 0.6
_ENOUGH = 2


def stitched(parts: Iterable[Para | Grid], draft: Draft) -> list[Para | Grid]:
    """The parts with typed bullets lifted, and with what a page break cut made whole. Every join is noted."""
    whole: list[Para | Grid] = []
    for part in map(_lifted, parts):
        before = whole[-1] if whole else None
        if isinstance(part, Grid):
            if isinstance(before, Grid) and part.adjacent and part.width == before.width and before.rows and part.rows:
                whole[-1] = _joined_grids(before, part, draft)
            else:
                whole.append(part)
        elif isinstance(before, Para) and _continues_para(before, part):
            draft.note("joined", part.place, first=before.text, second=part.text)
            whole[-1] = before._replace(block=_joined_blocks(before.block, part.block))
        elif part.text:
            whole.extend(part._replace(block=block) for block in lifted((part.block,)))
    return whole


def _lifted(part: Para | Grid) -> Para | Grid:
    if isinstance(part, Para):
        return part
    return part._replace(rows=tuple(tuple(cell._replace(blocks=lifted(cell.blocks)) for cell in row) for row in part.rows))


def _continues_para(before: Para, part: Para) -> bool:
    """A list item without an end, and after it a plain line that begins in lower case."""
    plain = part.heading is None and part.block.level is None and before.heading is None and before.block.level is not None
    return plain and part.text[:1].islower() and not _ENDS.search(before.text)


def _joined_grids(before: Grid, after: Grid, draft: Draft) -> Grid:
    rows = list(after.rows)
    if _same_words(rows[0], before.rows[0]):
        rows = rows[1:]
    if not rows or not _continues(before.rows, rows[0]):
        return before._replace(rows=(*before.rows, *rows))
    joined = tuple(_joined_cells(first, second, draft) for first, second in zip(before.rows[-1], rows[0], strict=True))
    return before._replace(rows=(*before.rows[:-1], joined, *rows[1:]))


def _same_words(one: Row, other: Row) -> bool:
    return any(cell.filled for cell in one) and [cell.text.casefold() for cell in one] == [cell.text.casefold() for cell in other]


def _continues(rows: tuple[Row, ...], first: Row) -> bool:
    """Whether the first row of the next page goes on with the last row of this one: one column says so clearly."""
    last = rows[-1]
    if len(first) != len(last):
        return False
    columns = (column for column, cell in enumerate(first) if cell.filled and last[column].filled)
    return any(_evidence(rows, column, first[column]) >= _ENOUGH for column in columns)


def _evidence(rows: tuple[Row, ...], column: int, cell: Cell) -> int:
    """How strongly a cell goes on with the one before the break, from -1 to 7."""
    end, start = rows[-1][column].blocks[-1].text, cell.blocks[0].text
    if cell.blocks[0].level is not None:
        return 0
    score = 2 * start[:1].islower() + 2 * (end.count("(") > end.count(")")) + 2 * bool(_UNFINISHED.search(end))
    if _ENDS.search(end):
        return score - 1
    others = [row[column].blocks[-1].text for row in rows[:-1] if row[column].filled]
    finished = sum(bool(_ENDS.search(text)) for text in others)
    return score + bool(others and finished > _MOSTLY * len(others))


def _joined_cells(first: Cell, second: Cell, draft: Draft) -> Cell:
    if not second.filled:
        return first
    if not first.filled:
        return first._replace(blocks=second.blocks, covered=False)
    head, *rest = second.blocks
    draft.note("joined", second.place, first=first.blocks[-1].text, second=head.text)
    return first._replace(blocks=(*first.blocks[:-1], _joined_blocks(first.blocks[-1], head), *rest))


def _joined_blocks(first: Block, second: Block) -> Block:
    spans = (*first.spans, first.spans[-1]._replace(text=" "), *second.spans)
    return Block(spans, first.level)


def without_separators(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows that hold more than dashes: ``---`` under a row separates, and says nothing about that row."""
    for row in rows:
        if any(cell.text.strip("-–—=_: ") for cell in row) or any(cell.fill for cell in row):
            yield row
