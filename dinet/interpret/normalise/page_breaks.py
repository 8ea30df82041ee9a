"""Rows, bullets and sentences that a page break cut in two are joined again."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from dinet.document.content import Block, Cell, Grid, Para, Row
from dinet.interpret.normalise.transposed import turn_upright
from dinet.interpret.normalise.typed_bullets import (
    lift_typed_bullets,
    lift_typed_numbers,
)
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.shapes.matrix import is_matrix
from dinet.interpret.table_columns import names_columns, repeats_header
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import prefixed
from dinet.wording.hyphens import keeps_hyphen
from dinet.wording.page_numbers import is_left_of_page_number, is_page_number
from dinet.wording.sentence_ends import (
    count_signs_of_continuation,
    ends_like_sentence,
    goes_on,
)

_HYPHENED = re.compile(r"\w-$")
_LONGEST_REMARK = 40
_LONGEST_ITEM = 2000
_LOOK_BACK = 50
_MOSTLY = 0.6
_ENOUGH = 2


@once_per_dialect
def _continued_pattern() -> re.Pattern[str]:
    """``Tabel 1 (vervolg)``."""
    tables, continued = (
        any_of(words_of("page_words.tables")),
        any_of(words_of("page_words.continued")),
    )
    return re.compile(
        rf"(?:{tables} ?\d{{0,3}}[.:,]? ?)?\(?{continued}\)?\W*", re.IGNORECASE
    )


def mend_page_breaks(
    parts: Iterable[Para | Grid], draft: ProgrammeReading
) -> list[Para | Grid]:
    """The parts with typed bullets lifted, and with what a page break cut made whole.

    Every join is noted.

    Page numbers between the parts are left out.
    """
    rest = (
        part for part in parts if isinstance(part, Grid) or not _is_of_page(part.text)
    )
    whole: list[Para | Grid] = []
    for of_grids, run in groupby(rest, key=lambda part: isinstance(part, Grid)):
        stitch = _grids if of_grids else _paras
        whole += stitch(run, draft)
    return whole


def _is_of_page(text: str) -> bool:
    """What belongs to the page: ``Pagina 3 van 12``, ``Tabel 1 (vervolg)``, or nothing at all."""
    if is_page_number(text) or is_left_of_page_number(text):
        return True
    return (
        len(text) <= _LONGEST_REMARK
        and _continued_pattern().fullmatch(text) is not None
    )


def _paras(run: Iterable[Para | Grid], draft: ProgrammeReading) -> Iterator[Para]:
    pieces: list[Para] = []
    for part in run:
        if isinstance(part, Para):
            if pieces and _continues_item(pieces[-1], part):
                draft.add_note(
                    "joined", part.place, first=pieces[-1].text, second=part.text
                )
                pieces[-1] = pieces[-1]._replace(
                    block=_joined_blocks(pieces[-1].block, part.block)
                )
                continue
            yield from pieces
            pieces = [
                part._replace(block=block)
                for block in lift_typed_bullets((part.block,))
            ]
    yield from pieces


def _continues_item(before: Para, part: Para) -> bool:
    """A plain line that goes on with a list item or with a line such as ``Doel 1: …``, by lower case or an open end."""
    if (
        part.heading is not None
        or part.block.level is not None
        or before.heading is not None
    ):
        return False
    end = before.text
    if len(end) > _LONGEST_ITEM or not goes_on(end, part.text):
        return False
    return before.block.level is not None or prefixed(end) is not None


def _grids(run: Iterable[Para | Grid], draft: ProgrammeReading) -> Iterator[Grid]:
    first: Grid | None = None
    rows: list[Row] = []
    for part in run:
        if isinstance(part, Grid):
            grid = _lifted(part)
            if first is not None and _same_table(first, grid):
                _append(rows, grid.rows, draft)
                continue
            if first is not None:
                yield first._replace(rows=tuple(rows))
            first, rows = grid, list(grid.rows)
    if first is not None:
        yield first._replace(rows=tuple(rows))


def _lifted(grid: Grid) -> Grid:
    """The grid with typed bullets as list items, and all its rows equally wide."""
    blank, width = Cell(grid.place), grid.width
    whole = ((*row, *[blank] * (width - len(row))) for row in grid.rows)
    rows = (
        tuple(
            cell._replace(blocks=lift_typed_numbers(lift_typed_bullets(cell.blocks)))
            for cell in row
        )
        for row in whole
    )
    return grid._replace(rows=tuple(rows))


def _same_table(first: Grid, grid: Grid) -> bool:
    """The grid goes on with the table before it: equally wide, and no headings of its own."""
    if (
        not grid.adjacent
        or grid.width != first.width
        or not first.rows
        or not grid.rows
    ):
        return False
    if is_matrix(grid) or turn_upright(grid):
        return False
    start = next(
        (row for row in grid.rows if sum(cell.has_words for cell in row) > 1),
        grid.rows[0],
    )
    return not names_columns(start) or repeats_header(start, first.rows)


def _append(rows: list[Row], more: tuple[Row, ...], draft: ProgrammeReading) -> None:
    """Add the rows of the next page; its first row may go on with the last one."""
    while more and repeats_header(more[0], rows):
        more = more[1:]
    if more and _continues(rows, more[0]):
        rows[-1] = tuple(
            _joined_cells(first, second, draft)
            for first, second in zip(rows[-1], more[0], strict=True)
        )
        more = more[1:]
    rows += more


def _continues(rows: list[Row], first: Row) -> bool:
    """Whether the first row of the next page goes on with the last row of this one: one column says so clearly."""
    last = rows[-1]
    if len(first) != len(last):
        return False
    columns = (
        column
        for column, cell in enumerate(first)
        if cell.has_words and last[column].has_words
    )
    return any(_evidence(rows, column, first[column]) >= _ENOUGH for column in columns)


def _evidence(rows: list[Row], column: int, cell: Cell) -> int:
    """How strongly a cell goes on with the one before the break, from -1 to 7."""
    end, start = rows[-1][column].blocks[-1].text, cell.blocks[0].text
    if cell.blocks[0].level is not None:
        return 0
    score = 2 * count_signs_of_continuation(end, start)
    if ends_like_sentence(end):
        return score - 1
    others = [
        row[column].blocks[-1].text
        for row in rows[-_LOOK_BACK:-1]
        if row[column].has_words
    ]
    return score + bool(
        others and sum(map(ends_like_sentence, others)) > _MOSTLY * len(others)
    )


def _joined_cells(first: Cell, second: Cell, draft: ProgrammeReading) -> Cell:
    if not second.has_words:
        return first
    if not first.has_words:
        return first._replace(blocks=second.blocks, covered=False)
    head, *rest = second.blocks
    if head.level is not None or (
        ends_like_sentence(first.text) and not head.text[:1].islower()
    ):
        return first._replace(blocks=(*first.blocks, *second.blocks))
    draft.add_note(
        "joined", second.place, first=first.blocks[-1].text, second=head.text
    )
    return first._replace(
        blocks=(*first.blocks[:-1], _joined_blocks(first.blocks[-1], head), *rest)
    )


def _joined_blocks(first: Block, second: Block) -> Block:
    hyphened = _HYPHENED.search(first.text) and not keeps_hyphen(second.text)
    spans = (
        *first.spans,
        first.spans[-1]._replace(text="" if hyphened else " "),
        *second.spans,
    )
    return Block(spans, first.level)
