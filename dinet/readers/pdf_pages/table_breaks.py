"""Tables that a page break cut: the same columns on every page, rows without an upper edge, merged cells that go on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dinet.readers.pdf_pages.page_content import RuledCell, RuledTable, Word
from dinet.readers.pdf_pages.page_lines import words_to_lines
from dinet.readers.pdf_pages.paragraphs import line_ends_sentence, opens_sentence
from dinet.wording.hyphens import keeps_hyphen

_SAME_EDGE_POINTS = 4.0
_LEADING = 1.2
_PARAGRAPH_LEADING = 3.0
_SLIVER_POINTS = 10.0
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
    """A table on the next page has the same sides, and no column that the one above cannot have."""
    one, other = above.table.xs, below.table.xs
    if above.headings or below.headings:
        return (
            below.page == above.page + 1
            and above.headings == below.headings
            and len(one) == len(other)
        )
    if (
        below.page != above.page + 1
        or abs(one[0] - other[0]) > _SAME_EDGE_POINTS
        or abs(one[-1] - other[-1]) > _SAME_EDGE_POINTS
    ):
        return False
    few, many = sorted((one, other), key=len)
    return all(any(abs(x - each) <= _SAME_EDGE_POINTS for each in many) for x in few)


def chain_tables(
    found: Sequence[PageTable], joined: Callable[[PageTable, str, str], None]
) -> list[PageTable]:
    """The parts of one table on successive pages, all with the same columns, rows that were cut made whole.

    Args:
        found: One or more tables, each of which goes on in the next.
        joined: Is told the page, the end and the beginning of what was made whole.
    """
    if found[0].headings:
        same = [
            each._replace(table=each.table._replace(xs=found[0].table.xs))
            for each in found
        ]
    else:
        edges = sorted(x for each in found for x in each.table.xs)
        xs = [
            x
            for before, x in zip(
                [edges[0] - 2 * _SAME_EDGE_POINTS, *edges], edges, strict=False
            )
            if x - before > _SAME_EDGE_POINTS
        ]
        same = [
            each._replace(table=_on_common_columns(_without_slivers(each.table), xs))
            for each in found
        ]
    whole = same[:1]
    for each in same[1:]:
        if each.table.open:
            whole[-1], rest = _rejoin_cut_row(whole[-1], each, joined)
            whole += [rest] if rest.table.boxes else []
        else:
            whole[-1], rest = _with_whole_words(
                whole[-1], each, _first_body_row(each.table, whole[0].table)
            )
            whole.append(rest)
    return [
        whole[0],
        *(
            each._replace(
                carried=each.carried | _blank_continuations(each.table, whole)
            )
            for each in whole[1:]
        ),
    ]


def _on_common_columns(table: RuledTable, xs: Sequence[float]) -> RuledTable:
    numbers = [bisect_right(xs, x + _SAME_EDGE_POINTS) - 1 for x in table.xs]
    boxes = (
        box._replace(
            column=numbers[box.column],
            columns=numbers[box.column + box.columns] - numbers[box.column],
        )
        for box in table.boxes
    )
    return table._replace(xs=tuple(xs), boxes=tuple(boxes))


def _without_slivers(table: RuledTable) -> RuledTable:
    """The table without rows between two lines of a double border."""
    filled = {box.row for box in table.boxes if box.words or box.fill or box.rows > 1}
    rows = [
        row
        for row, (top, bottom) in enumerate(pairwise(table.ys))
        if row in filled or bottom - top > _SLIVER_POINTS
    ]
    starts = [
        (box, bisect_left(rows, box.row), bisect_left(rows, box.row + box.rows))
        for box in table.boxes
    ]
    boxes = (
        box._replace(row=start, rows=end - start)
        for box, start, end in starts
        if end > start
    )
    return table._replace(
        ys=(*(table.ys[row] for row in rows), table.ys[-1]), boxes=tuple(boxes)
    )


def _rejoin_cut_row(
    above: PageTable, below: PageTable, joined: Callable[[PageTable, str, str], None]
) -> tuple[PageTable, PageTable]:
    """Two pages, with the words of the first row of the second in the last row of the first."""
    last = len(above.table.ys) - 2
    first = {box.column: box for box in below.table.boxes if box.row == 0}
    boxes = []
    for box in above.table.boxes:
        more = first.get(box.column)
        if box.row + box.rows - 1 == last and more and more.words:
            if box.words:
                joined(below, _words_as_text(box.words), _words_as_text(more.words))
            boxes.append(
                box._replace(
                    words=(*box.words, *_words_moved_under(box.words, more.words))
                )
            )
        else:
            boxes.append(box)
    under = [
        box._replace(rows=box.rows - 1, words=())
        for box in first.values()
        if box.rows > 1
    ]
    rest = [box._replace(row=box.row - 1) for box in below.table.boxes if box.row]
    table = RuledTable(
        below.table.xs, below.table.ys[1:], tuple(sorted([*under, *rest]))
    )
    return above._replace(
        table=above.table._replace(boxes=tuple(boxes))
    ), below._replace(table=table, carried=frozenset(under))


def _with_whole_words(
    above: PageTable, below: PageTable, top: int
) -> tuple[PageTable, PageTable]:
    """Two pages, with the end of a word that its hyphen and the page break divide on the first."""
    last = len(above.table.ys) - 2
    heads = {
        box.column: box for box in below.table.boxes if box.row == top and box.words
    }
    changed: dict[RuledCell, RuledCell] = {}
    feet: dict[RuledCell, RuledCell] = {}
    for box in above.table.boxes:
        head = heads.get(box.column)
        if box.row + box.rows - 1 != last or not box.words or not head:
            continue
        foot, first = (
            words_to_lines(box.words)[-1].words[-1],
            words_to_lines(head.words)[0].words[0],
        )
        if _DIVIDED.search(f"{foot.text}|{first.text}") and not keeps_hyphen(
            first.text
        ):
            rest = first._replace(base=foot.base + _LEADING * foot.size, part=foot.part)
            feet[box] = box._replace(words=(*box.words, rest))
            changed[head] = head._replace(
                words=tuple(word for word in head.words if word is not first)
            )
    return _with_cells(above, feet), _with_cells(below, changed)


def _with_cells(found: PageTable, boxes: dict[RuledCell, RuledCell]) -> PageTable:
    return found._replace(
        table=found.table._replace(
            boxes=tuple(boxes.get(box, box) for box in found.table.boxes)
        )
    )


def _words_moved_under(above: Sequence[Word], below: Sequence[Word]) -> Iterator[Word]:
    """Words as if they stood right under others, as the next line; a new sentence after a whole one as a new paragraph."""
    if not above:
        yield from below
        return
    foot, head = words_to_lines(above)[-1], words_to_lines(below)[0]
    apart = (
        _PARAGRAPH_LEADING
        if line_ends_sentence(foot) and opens_sentence(head)
        else _LEADING
    )
    by = foot.base + apart * head.size - head.base
    yield from (word._replace(base=word.base + by, part=-1) for word in below)


def _words_as_text(words: Sequence[Word]) -> str:
    return " ".join(line.text for line in words_to_lines(words))


def _blank_continuations(
    table: RuledTable, chain: Sequence[PageTable]
) -> frozenset[RuledCell]:
    """The blank cells at the top of a page in which a merged cell of the page before goes on.

    A blank cell beside several rows was merged; beside one row it is taken for that where its
    column has merged cells and no other blank ones.
    """
    top = _first_body_row(table, chain[0].table)
    blank = (
        box for box in table.boxes if box.row == top and not box.words and not box.fill
    )
    return frozenset(
        box for box in blank if box.rows > 1 or _always_merges(box.column, chain)
    )


def _first_body_row(table: RuledTable, first: RuledTable) -> int:
    """The first row under a repeated header."""
    texts = [
        [[word.text for word in box.words] for box in each.boxes if box.row == 0]
        for each in (table, first)
    ]
    return int(texts[0] == texts[1])


def _always_merges(column: int, chain: Sequence[PageTable]) -> bool:
    boxes = [box for each in chain for box in each.table.boxes if box.column == column]
    blank = any(not box.words and box.rows == 1 and box.row > 1 for box in boxes)
    return not blank and any(box.rows > 1 for box in boxes)
