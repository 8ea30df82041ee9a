"""Which headings a document has, for whoever wants to know why it was refused."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.document.content import Grid
from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.roles import labelled, role_of, without_number

_ROWS_TO_LOOK = 2
"""Of a table: its headings stand above its rows, at most below a title."""
_LEAST_COLUMNS = 2
_MOST_WORDS = 5
"""Of a heading of a column: a longer text is what the column holds."""


class HeadingsSeen(NamedTuple):
    """The headings of a document, each once and in its order.

    Args:
        known: Those of which dinet knows what they are about.
        unknown: The others.
    """

    known: tuple[str, ...]
    unknown: tuple[str, ...]


def headings_seen(sections: Iterable[DocumentSection]) -> HeadingsSeen:
    """The headings of the sections and of the columns of their tables."""
    known: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for heading in _headings_in(sections):
        words = heading.strip(" :.")
        if words and not words.isdigit():
            (known if _is_known(words) else unknown)[words] = None
    return HeadingsSeen(tuple(known), tuple(unknown))


def _headings_in(sections: Iterable[DocumentSection]) -> Iterator[str]:
    for section in sections:
        if section.heading is not None:
            yield section.label or section.heading.text
        for grid in section.grids:
            yield from _headings_of_columns(grid)


def _headings_of_columns(grid: Grid) -> Iterator[str]:
    """The cells of the first row that is filled with short texts; empty when there is none."""
    for row in grid.rows[:_ROWS_TO_LOOK]:
        texts = [cell.text for cell in row if cell.has_words]
        short = all(len(text.split()) <= _MOST_WORDS for text in texts)
        if len(texts) >= _LEAST_COLUMNS and short:
            yield from texts
            return


def _is_known(heading: str) -> bool:
    words = without_number(heading)
    return role_of(words) is not None or labelled(words) is not None
