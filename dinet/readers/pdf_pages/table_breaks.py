"""Tables that a page break cut are made whole.

Their parts have the same columns on every page. A row without an upper edge goes on from the page
before, and so does a merged cell.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from dinet.readers.pdf_pages.page_content import RuledCell, RuledTable, Word
from dinet.readers.pdf_pages.page_lines import words_to_lines
from dinet.readers.pdf_pages.paragraphs import (
    line_ends_sentence,
    opens_sentence,
)
from dinet.vocabulary.roles import Role, role_of
from dinet.wording.hyphens import keeps_hyphen

# Edges of columns that lie so close on two pages are one edge.
_SAME_EDGE_POINTS = 4.0
# How far below the last line the words of the next page are set, from base line to base line, as a
# multiple of their letter size, when they go on with its paragraph.
_LEADING = 1.2
# The same for a paragraph of its own, farther than lines of any paragraph lie apart.
_PARAGRAPH_LEADING = 3.0
# A blank row of this height or less is the white within a double border: no line of text fits.
_SLIVER_POINTS = 10.0
# The headings of a table stand in one of its first rows, under a caption, and name so many columns.
_ROWS_WITH_HEADINGS, _LEAST_NAMED = 3, 2
_DIVIDED = re.compile(r"\w-\|[^\W\d_A-ZÀ-Þ]")


class PageTable(NamedTuple):
    """A table on a page.

    Args:
        table: Its cells.
        page: From 1.
        headings: What told its columns, for want of lines between them.
        ruled: Lines are drawn between its rows, so merged cells can be seen.
        carried: Its cells in which a merged cell of the page before goes on.
    """

    table: RuledTable
    page: int
    headings: str | None = None
    ruled: bool = True
    carried: frozenset[RuledCell] = frozenset()

    @property
    def has_merged_rows(self) -> bool:
        """It is seen to have cells merged over rows."""
        return self.ruled and any(box.rows > 1 for box in self.table.boxes)


def continues_table(above: PageTable, below: PageTable) -> bool:
    """A table on the next page has the same sides, and no column that the one above cannot have.

    Tables without lines between their columns need the same headings and as many columns.
    """
    if below.page != above.page + 1:
        return False
    one, other = above.table.xs, below.table.xs
    if above.headings or below.headings:
        return above.headings == below.headings and len(one) == len(other)
    if not (
        _are_same_edge(one[0], other[0]) and _are_same_edge(one[-1], other[-1])
    ):
        return False
    few, many = sorted((one, other), key=len)
    return all(_is_edge_of(x, many) for x in few)


def has_own_headings(first: PageTable, below: PageTable) -> bool:
    """A table names columns in its first row, and others than the table before it.

    Args:
        first: The first part of the table before it, with its headings.
        below: The table.
    """
    texts, roles = _texts_and_roles(below.table, 0)
    if sum(role is not None for role in roles) < _LEAST_NAMED:
        return False
    rows = range(min(_ROWS_WITH_HEADINGS, len(first.table.ys) - 1))
    known = [_texts_and_roles(first.table, row) for row in rows]
    return not any(
        texts == other or roles == other_roles for other, other_roles in known
    )


def _texts_and_roles(
    table: RuledTable, row: int
) -> tuple[list[str], list[Role | None]]:
    """What stands in the cells of a row, and what that says as headings."""
    texts = [
        _words_as_text(box.words) for box in table.boxes if box.row == row
    ]
    return texts, [role_of(text) for text in texts]


def _is_edge_of(x: float, edges: Sequence[float]) -> bool:
    """A place is one of these edges."""
    return any(_are_same_edge(x, edge) for edge in edges)


def _are_same_edge(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_EDGE_POINTS


def chain_tables(
    found: Sequence[PageTable],
    joined: Callable[[PageTable, str, str], None],
    is_divided_word: Callable[[str, str], bool],
) -> list[PageTable]:
    """The parts of one table on successive pages, all with the same columns.

    Rows that were cut are made whole on the first of their pages; a page of which nothing else is
    left gives no part.

    Args:
        found: One or more tables, each of which goes on in the next.
        joined: Is told the page, the end and the beginning of what was made whole.
        is_divided_word: Tells whether a word was divided into these two, without a hyphen.
    """
    same = _with_same_columns(found)
    whole = same[:1]
    for part in same[1:]:
        if part.table.open:
            whole[-1], rest = _rejoin_cut_row(
                whole[-1], part, joined, is_divided_word
            )
            if rest.table.boxes:
                whole.append(rest)
        else:
            top = _first_body_row(part.table, whole[0].table)
            whole[-1], rest = _with_whole_words(
                whole[-1], part, top, is_divided_word
            )
            whole.append(rest)
    carried = [
        part.carried | _blank_continuations(part.table, whole)
        for part in whole[1:]
    ]
    return [
        whole[0],
        *(
            part._replace(carried=cells)
            for part, cells in zip(whole[1:], carried, strict=True)
        ),
    ]


def _with_same_columns(found: Sequence[PageTable]) -> list[PageTable]:
    """The parts of a table, each with all columns that are drawn on any of its pages.

    The columns of tables without lines are those of the first part: they were found by headings,
    and lie a little otherwise on every page.
    """
    if found[0].headings:
        xs = found[0].table.xs
        return [
            part._replace(table=part.table._replace(xs=xs)) for part in found
        ]
    common = _common_edges([part.table.xs for part in found])
    return [
        part._replace(
            table=_on_common_columns(_without_slivers(part.table), common)
        )
        for part in found
    ]


def _common_edges(edges_by_part: Sequence[Sequence[float]]) -> list[float]:
    """The edges of columns of all parts, from left to right; of those close together the first."""
    edges = sorted(chain.from_iterable(edges_by_part))
    return edges[:1] + [
        x for before, x in pairwise(edges) if x - before > _SAME_EDGE_POINTS
    ]


def _on_common_columns(table: RuledTable, xs: Sequence[float]) -> RuledTable:
    """The table with these edges of columns, among which its own are."""
    numbers = [bisect_right(xs, x + _SAME_EDGE_POINTS) - 1 for x in table.xs]
    boxes = []
    for box in table.boxes:
        first, end = numbers[box.column], numbers[box.column + box.columns]
        boxes.append(box._replace(column=first, columns=end - first))
    return table._replace(xs=tuple(xs), boxes=tuple(boxes))


def _without_slivers(table: RuledTable) -> RuledTable:
    """The table without rows between two lines of a double border."""
    filled = {box.row for box in table.boxes if _is_used(box)}
    rows = [
        row
        for row, (top, bottom) in enumerate(pairwise(table.ys))
        if row in filled or bottom - top > _SLIVER_POINTS
    ]
    boxes = []
    for box in table.boxes:
        start, end = (
            bisect_left(rows, box.row),
            bisect_left(rows, box.row + box.rows),
        )
        if end > start:
            boxes.append(box._replace(row=start, rows=end - start))
    ys = (*(table.ys[row] for row in rows), table.ys[-1])
    return table._replace(ys=ys, boxes=tuple(boxes))


def _is_used(box: RuledCell) -> bool:
    """A cell has words or a colour, or is merged with cells under it."""
    return bool(box.words or box.fill) or box.rows > 1


def _rejoin_cut_row(
    above: PageTable,
    below: PageTable,
    joined: Callable[[PageTable, str, str], None],
    is_divided_word: Callable[[str, str], bool],
) -> tuple[PageTable, PageTable]:
    """Two pages, with the words of the first row of the second in the last row of the first."""
    first = _first_row_by_column(below.table)
    boxes = []
    for box in above.table.boxes:
        more = first.get(box.column)
        if more and more.words and _reaches_foot(box, above.table):
            if box.words:
                joined(
                    below,
                    _words_as_text(box.words),
                    _words_as_text(more.words),
                )
            kept, rest = _rejoin_word(box.words, more.words, is_divided_word)
            moved = _words_moved_under(kept, rest)
            boxes.append(box._replace(words=(*kept, *moved)))
        else:
            boxes.append(box)
    whole = above._replace(table=above.table._replace(boxes=tuple(boxes)))
    return whole, _without_first_row(below)


def _rejoin_word(
    above: Sequence[Word],
    below: Sequence[Word],
    is_divided_word: Callable[[str, str], bool],
) -> tuple[Sequence[Word], Sequence[Word]]:
    """Words before and after a page break, the one that it divides whole among the first."""
    if not above or not below:
        return above, below
    foot, first = _words_at_break(above, below)
    if not is_divided_word(foot.text, first.text):
        return above, below
    whole = foot._replace(text=foot.text + first.text, spaced=first.spaced)
    kept = tuple(whole if word is foot else word for word in above)
    return kept, tuple(word for word in below if word is not first)


def _words_at_break(
    above: Sequence[Word], below: Sequence[Word]
) -> tuple[Word, Word]:
    """The last word before a page break, and the first one after it."""
    return (
        words_to_lines(above)[-1].words[-1],
        words_to_lines(below)[0].words[0],
    )


def _without_first_row(part: PageTable) -> PageTable:
    """The table of a page without its first row, which went to the page before.

    What is left of cells merged over that row goes on from the page before.
    """
    table = part.table
    under = [
        box._replace(rows=box.rows - 1, words=())
        for box in _first_row_by_column(table).values()
        if box.rows > 1
    ]
    rest = [box._replace(row=box.row - 1) for box in table.boxes if box.row]
    boxes = tuple(sorted([*under, *rest]))
    return part._replace(
        table=RuledTable(table.xs, table.ys[1:], boxes),
        carried=frozenset(under),
    )


def _first_row_by_column(table: RuledTable) -> dict[int, RuledCell]:
    """The cells that begin in the first row, each by its first column."""
    return {box.column: box for box in table.boxes if box.row == 0}


def _reaches_foot(box: RuledCell, table: RuledTable) -> bool:
    """The cell stands in the last row of a table, or is merged down to it."""
    return box.row + box.rows == len(table.ys) - 1


def _with_whole_words(
    above: PageTable,
    below: PageTable,
    top: int,
    is_divided_word: Callable[[str, str], bool],
) -> tuple[PageTable, PageTable]:
    """Two pages, with the end of a word that the page break divides on the first.

    A hyphen tells it, or the words of the document.

    Args:
        above: The first page.
        below: The second one.
        top: Its first row that is no repeated header.
        is_divided_word: Tells whether a word was divided into these two, without a hyphen.
    """
    heads = {
        box.column: box
        for box in below.table.boxes
        if box.row == top and box.words
    }
    new_heads: dict[RuledCell, RuledCell] = {}
    new_feet: dict[RuledCell, RuledCell] = {}
    for box in above.table.boxes:
        head = heads.get(box.column)
        if head and box.words and _reaches_foot(box, above.table):
            new_feet[box], new_heads[head] = _with_whole_word(
                box, head, is_divided_word
            )
    return _with_cells(above, new_feet), _with_cells(below, new_heads)


def _with_whole_word(
    foot: RuledCell,
    head: RuledCell,
    is_divided_word: Callable[[str, str], bool],
) -> tuple[RuledCell, RuledCell]:
    """Two cells, with the end of the word that divides them in the first; as they are without."""
    last, first = _words_at_break(foot.words, head.words)
    if is_divided_word(last.text, first.text):
        kept, rest = _rejoin_word(foot.words, head.words, is_divided_word)
        return foot._replace(words=tuple(kept)), head._replace(
            words=tuple(rest)
        )
    divided = _DIVIDED.search(f"{last.text}|{first.text}")
    if not divided or keeps_hyphen(first.text):
        return foot, head
    end_of_word = first._replace(
        base=last.base + _LEADING * last.size, part=last.part
    )
    longer = foot._replace(words=(*foot.words, end_of_word))
    return longer, _without_word(head, first)


def _without_word(box: RuledCell, left_out: Word) -> RuledCell:
    words = tuple(word for word in box.words if word is not left_out)
    return box._replace(words=words)


def _with_cells(
    part: PageTable, changed: dict[RuledCell, RuledCell]
) -> PageTable:
    """The table of a page with other cells for those that changed."""
    boxes = tuple(changed.get(box, box) for box in part.table.boxes)
    return part._replace(table=part.table._replace(boxes=boxes))


def _words_moved_under(
    above: Sequence[Word], below: Sequence[Word]
) -> Iterator[Word]:
    """Words as if they stood right under others, as the next line.

    A new sentence after a whole one stands there as a new paragraph.
    """
    if not above or not below:
        yield from below
        return
    foot, head = words_to_lines(above)[-1], words_to_lines(below)[0]
    new_sentence = line_ends_sentence(foot) and opens_sentence(head)
    leading = _PARAGRAPH_LEADING if new_sentence else _LEADING
    by = foot.base + leading * head.size - head.base
    yield from (word._replace(base=word.base + by, part=-1) for word in below)


def _words_as_text(words: Sequence[Word]) -> str:
    return " ".join(line.text for line in words_to_lines(words))


def _blank_continuations(
    table: RuledTable, parts: Sequence[PageTable]
) -> frozenset[RuledCell]:
    """The blank cells at the top of a page in which a merged cell of the page before goes on.

    A blank cell beside several rows was merged; beside one row it is taken for that where its
    column has merged cells and no other blank ones.
    """
    top = _first_body_row(table, parts[0].table)
    blank = (
        box
        for box in table.boxes
        if box.row == top and not box.words and not box.fill
    )
    return frozenset(
        box
        for box in blank
        if box.rows > 1 or _always_merges(box.column, parts)
    )


def _first_body_row(table: RuledTable, first: RuledTable) -> int:
    """The number of the first row that is no repeated header of the first part: 0 or 1."""
    return int(_first_row_texts(table) == _first_row_texts(first))


def _first_row_texts(table: RuledTable) -> list[list[str]]:
    """The words of the cells that begin in the first row."""
    return [
        [word.text for word in box.words]
        for box in table.boxes
        if box.row == 0
    ]


def _always_merges(column: int, parts: Sequence[PageTable]) -> bool:
    """A column has cells merged over rows, and no blank cell of one row under its headings."""
    boxes = [
        box
        for part in parts
        for box in part.table.boxes
        if box.column == column
    ]
    blank = any(
        not box.words and box.rows == 1 and box.row > 1 for box in boxes
    )
    return not blank and any(box.rows > 1 for box in boxes)
