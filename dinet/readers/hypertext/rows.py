"""The rows of a table of a page and the cells of a row, also where lists were never closed."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement


def rows_of(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table, not those of tables in it; also one in a list that was never closed."""
    return _own(table, ("tr",), ("table",))


def cells_of(row: HtmlElement) -> Iterator[HtmlElement]:
    """The cells of a row, not those of tables in it; also one in a list that was never closed."""
    return _own(row, ("td", "th"), ("table", "tr"))


def _own(parent: HtmlElement, tags: tuple[str, ...], others: tuple[str, ...]) -> Iterator[HtmlElement]:
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


def is_box(table: HtmlElement) -> bool:
    """A table with one cell is a frame around something else."""
    cells = (cell for row in rows_of(table) for cell in cells_of(row))
    return len(list(islice(cells, 2))) == 1
