"""The rows of a table of a page and the cells of a row, also where lists were never closed."""

from collections.abc import Iterator

from dinet.readers.shared.frames import names_columns
from dinet.readers.web.page_tree import PageElement


def rows_of(table: PageElement) -> Iterator[PageElement]:
    """The rows of a table, not those of tables in it; also one in a list that was never closed."""
    return _own_descendants(table, ("tr",), ("table", "template"))


def cells_of(row: PageElement) -> Iterator[PageElement]:
    """The cells of a row, not those of tables in it; also one in a list that was never closed."""
    return _own_descendants(row, ("td", "th"), ("table", "tr", "template"))


def _own_descendants(
    parent: PageElement, tags: tuple[str, ...], others: tuple[str, ...]
) -> Iterator[PageElement]:
    todo = [iter(parent)]
    while todo:
        element = next(todo[-1], None)
        if element is None:
            todo.pop()
            continue
        if element.tag in tags:
            yield element
        if element.tag not in others:
            todo.append(iter(element))


def is_frame(table: PageElement) -> bool:
    """A table is a frame around something else.

    It has one cell, or half of its cells with words hold a table.
    """
    cells = [cell for row in rows_of(table) for cell in cells_of(row)]
    if len(cells) == 1:
        return True
    framing = sum(next(cell.iter("table"), None) is not None for cell in cells)
    if not framing:
        return False
    with_words = sum(any(map(str.strip, cell.itertext())) for cell in cells)
    if 2 * framing < with_words:
        return False
    first = cells_of(next(rows_of(table)))
    return not names_columns(
        " ".join(str(cell.text_content()).split()) for cell in first
    )
