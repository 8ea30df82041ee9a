"""Rows, bullets and sentences that a page break cut in two are joined again."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from dinet.document.content import Block, Cell, Grid, Para, Row
from dinet.interpret.normalise.typed_bullets import (
    lift_typed_bullets,
    lift_typed_numbers,
)
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.shapes.matrix import is_matrix
from dinet.interpret.shapes.turned import lines_of
from dinet.interpret.table_columns import names_columns, repeats_header
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import prefixed, role_of
from dinet.wording.hyphens import keeps_hyphen
from dinet.wording.page_numbers import is_left_of_page_number, is_page_number
from dinet.wording.sentence_ends import (
    count_signs_of_continuation,
    ends_like_sentence,
    goes_on,
)

_HYPHENED = re.compile(r"\w-$")
_LONGEST_REMARK = 40
"""In characters: a longer text says more than ``Tabel 1 (vervolg)``."""
_LONGEST_ITEM = 2000
"""In characters: what is longer does not go on; joining ever longer texts takes ever more time."""
_LOOK_BACK_ROWS = 50
"""So many rows show whether the cells of a column end like sentences."""
_MOST_CELLS_SHARE = 0.6
"""Of the cells of a column: more than this end like sentences where full stops are the habit."""
_ENOUGH_EVIDENCE = 2
"""As ``_evidence`` counts it: one sign of continuation, which is not outweighed."""


@once_per_dialect
def _continued_pattern() -> re.Pattern[str]:
    """``Tabel 1 (vervolg)``."""
    tables = any_of(words_of("page_words.tables"))
    continued = any_of(words_of("page_words.continued"))
    return re.compile(
        rf"(?:{tables} ?\d{{0,3}}[.:,]? ?)?\(?{continued}\)?\W*", re.IGNORECASE
    )


def mend_page_breaks(
    parts: Iterable[Para | Grid], draft: ProgrammeReading
) -> list[Para | Grid]:
    """The parts with typed bullets as list items, and with what a page break cut made whole.

    Every join is noted. Page numbers between the parts are left out.
    """
    rest = [part for part in parts if not _is_of_page(part)]
    whole: list[Para | Grid] = []
    for of_grids, run in groupby(
        rest, key=lambda part: isinstance(part, Grid)
    ):
        mend = _mend_grids if of_grids else _mend_paras
        whole += mend(run, draft)
    return whole


def _is_of_page(part: Para | Grid) -> bool:
    """A text that belongs to the page: ``Pagina 3 van 12``, ``Tabel 1 (vervolg)``, or nothing."""
    if isinstance(part, Grid):
        return False
    text = part.text
    if is_page_number(text) or is_left_of_page_number(text):
        return True
    short = len(text) <= _LONGEST_REMARK
    return short and _continued_pattern().fullmatch(text) is not None


def _mend_paras(
    run: Iterable[Para | Grid], draft: ProgrammeReading
) -> Iterator[Para]:
    """The paragraphs, with typed bullets as list items; a line that goes on with one is joined."""
    pieces: list[Para] = []
    for part in run:
        if isinstance(part, Grid):
            continue
        if pieces and _continues_item(pieces[-1], part):
            pieces[-1] = _join_paras(pieces[-1], part, draft)
            continue
        yield from pieces
        blocks = lift_typed_bullets((part.block,))
        pieces = [part._replace(block=block) for block in blocks]
    yield from pieces


def _join_paras(before: Para, part: Para, draft: ProgrammeReading) -> Para:
    """Two paragraphs as one, with a note."""
    draft.add_note("joined", part.place, first=before.text, second=part.text)
    return before._replace(block=_joined_blocks(before.block, part.block))


def _continues_item(before: Para, part: Para) -> bool:
    """A plain line goes on with a list item or with a line such as ``Doel 1: …``.

    Lower case or an open end shows that it does.
    """
    if part.heading is not None or before.heading is not None:
        return False
    if part.block.level is not None or _begins_with_role(part.text):
        return False
    end = before.text
    if len(end) > _LONGEST_ITEM or not goes_on(end, part.text):
        return False
    return before.block.level is not None or prefixed(end) is not None


def _begins_with_role(text: str) -> bool:
    """The line says itself what it is, so it begins something: ``Indicator: …``, ``Trekker: …``."""
    word, colon, _ = text.partition(":")
    return bool(colon) and role_of(word) is not None


def _mend_grids(
    run: Iterable[Para | Grid], draft: ProgrammeReading
) -> Iterator[Grid]:
    """The tables, with typed bullets as list items; those that are one table are joined."""
    first: Grid | None = None
    rows: list[Row] = []
    for part in run:
        if isinstance(part, Para):
            continue
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
    rows = []
    for row in grid.rows:
        cells = [_with_lists(cell) for cell in row]
        cells += [blank] * (width - len(row))
        rows.append(tuple(cells))
    return grid._replace(rows=tuple(rows))


def _with_lists(cell: Cell) -> Cell:
    """The cell with typed bullets and numbers as list items."""
    return cell._replace(
        blocks=lift_typed_numbers(lift_typed_bullets(cell.blocks))
    )


def _same_table(first: Grid, grid: Grid) -> bool:
    """The grid goes on with the table before it: equally wide, and no headings of its own."""
    if not grid.adjacent or grid.width != first.width:
        return False
    if not first.rows or not grid.rows:
        return False
    if is_matrix(grid) or lines_of(grid):
        return False
    several_filled = (row for row in grid.rows if _count_filled(row) > 1)
    start = next(several_filled, grid.rows[0])
    return not names_columns(start) or repeats_header(start, first.rows)


def _count_filled(row: Row) -> int:
    return sum(cell.has_words for cell in row)


def _append(
    rows: list[Row], more: tuple[Row, ...], draft: ProgrammeReading
) -> None:
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
    """Whether the first row of the next page goes on with the last row of this one.

    One column has to say so clearly.
    """
    last = rows[-1]
    if len(first) != len(last):
        return False
    return any(
        _evidence(rows, column, cell) >= _ENOUGH_EVIDENCE
        for column, cell in enumerate(first)
        if cell.has_words and last[column].has_words
    )


def _evidence(rows: list[Row], column: int, cell: Cell) -> int:
    """How strongly a cell goes on with the one before the break, from -1 to 7."""
    end, start = rows[-1][column].blocks[-1].text, cell.blocks[0].text
    if cell.blocks[0].level is not None:
        return 0
    score = 2 * count_signs_of_continuation(end, start)
    if ends_like_sentence(end):
        return score - 1
    cells = [row[column] for row in rows[-_LOOK_BACK_ROWS:-1]]
    others = [cell.blocks[-1].text for cell in cells if cell.has_words]
    sentences = sum(map(ends_like_sentence, others))
    return score + (sentences > _MOST_CELLS_SHARE * len(others))


def _joined_cells(first: Cell, second: Cell, draft: ProgrammeReading) -> Cell:
    """The cells before and after a page break as one; a sentence that was cut is made whole."""
    if not second.has_words:
        return first
    if not first.has_words:
        return first._replace(blocks=second.blocks, covered=False)
    *before, last = first.blocks
    head, *rest = second.blocks
    new_sentence = (
        ends_like_sentence(first.text) and not head.text[:1].islower()
    )
    if new_sentence or head.level is not None:
        return first._replace(blocks=(*first.blocks, *second.blocks))
    draft.add_note("joined", second.place, first=last.text, second=head.text)
    return first._replace(blocks=(*before, _joined_blocks(last, head), *rest))


def _joined_blocks(first: Block, second: Block) -> Block:
    """Two blocks as one, in the list of the first; no space comes after a hyphen that divides."""
    hyphened = _HYPHENED.search(first.text) and not keeps_hyphen(second.text)
    between = first.spans[-1]._replace(text="" if hyphened else " ")
    return first._replace(spans=(*first.spans, between, *second.spans))
