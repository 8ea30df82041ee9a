"""Pages that hold further columns of rows that began on other pages: a wide sheet, printed.

They are not joined: that rows stand at one height on two pages makes it likely, and no more, that
they are one. A note says which pages those are.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.readers.pdf_pages.page_content import RuledTable
from dinet.readers.pdf_pages.page_lines import words_to_lines
from dinet.readers.pdf_pages.table_breaks import PageTable
from dinet.vocabulary.roles import kind_of, role_of

# Rows of two pages that begin so close are at one height.
_SAME_HEIGHT_POINTS = 3.0
# So many rows, with that of the headings, are at one height by chance in short tables only.
_LEAST_ROWS = 4


class OtherColumns(NamedTuple):
    """Pages with further columns.

    Args:
        pages: Their numbers.
        rows: Those of the pages with the same rows.
        headings: What stands over the further columns.
    """

    pages: tuple[int, ...]
    rows: tuple[int, ...]
    headings: tuple[str, ...]


def find_other_columns(
    chains: Sequence[Sequence[PageTable]],
) -> Iterator[OtherColumns]:
    """The tables that seem to hold further columns of the rows of an earlier one.

    Args:
        chains: The parts of every table on successive pages, in the order of the document.
    """
    for number, further in enumerate(chains):
        headings = _headings_of(further[0].table)
        if not headings or any(map(_names_element, headings)):
            continue
        for known in chains[:number]:
            if _have_same_rows(known, further) and headings != _headings_of(
                known[0].table
            ):
                pages, rows = _pages_of(further), _pages_of(known)
                yield OtherColumns(pages, rows, headings)
                break


def _pages_of(parts: Sequence[PageTable]) -> tuple[int, ...]:
    return tuple(part.page for part in parts)


def _headings_of(table: RuledTable) -> tuple[str, ...]:
    """What stands in the cells of the first row, from left to right; blank cells are left."""
    texts = (
        " ".join(line.text for line in words_to_lines(box.words))
        for box in table.boxes
        if box.row == 0
    )
    return tuple(filter(None, texts))


def _names_element(heading: str) -> bool:
    """The column under a heading holds goals, targets or efforts."""
    role = role_of(heading)
    return role is not None and kind_of(role) is not None


def _have_same_rows(
    one: Sequence[PageTable], other: Sequence[PageTable]
) -> bool:
    """On each of their pages the rows of two tables stand at the same heights."""
    if len(one) != len(other) or one[0].page == other[0].page:
        return False
    count = sum(len(part.table.ys) - 1 for part in one)
    return count >= _LEAST_ROWS and all(
        _are_at_same_heights(part.table.ys, part_of_other.table.ys)
        for part, part_of_other in zip(one, other, strict=True)
    )


def _are_at_same_heights(one: Sequence[float], other: Sequence[float]) -> bool:
    """The rows begin at the same heights; where the last one ends does not matter."""
    return len(one) == len(other) and all(
        abs(top - top_of_other) <= _SAME_HEIGHT_POINTS
        for top, top_of_other in zip(one[:-1], other[:-1], strict=True)
    )
