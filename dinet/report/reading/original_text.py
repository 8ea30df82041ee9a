"""A document as it stands, for a page that knows its elements: what these say is not said again.

In a page the table of the document stands beside its network. The texts of elements are there
already, so here stands only which element it is.
"""

from collections.abc import Iterable, Iterator, Mapping

from pydantic_core import to_json

from dinet.model import Element
from dinet.network import Network
from dinet.report.reading.marked_document import (
    MarkedCell,
    MarkedDocument,
    MarkedParagraph,
    MarkedPart,
    MarkedRun,
)

CompactPart = tuple[str, list[object], list[object]]
"""A title, rows of cells, and paragraphs."""
CompactRun = str | int | list[int | str]
"""Words about no element; the number of an element of which it is the whole text; that number and
other words about it; or, in a list, words that were not read."""

MOST_ORIGINAL_BYTES = 300_000
"""Of a document in a page, besides what its elements say: more would be the larger part of it.

A table of 2,000 efforts takes a third of this."""


def original_text(marked: MarkedDocument, network: Network) -> str:
    """A document as it stands, as JSON for the script of a page.

    Args:
        marked: The document.
        network: Of what the page shows, in that order.

    Returns:
        ``parts``, each a title, its rows of cells (none for text between tables) and its
        paragraphs; and ``left``, how many parts are left out or cut off, of a long document.
        A cell is how many rows and columns it spans, and paragraphs; a paragraph is 0 or its
        depth in a list from 1, or as a heading its rank below zero, and its runs.
    """
    writer = _CompactWriter(network)
    parts: list[CompactPart] = []
    whole, room = 0, MOST_ORIGINAL_BYTES
    for part in marked.parts:
        title, rows, texts = writer.compact_part(part)
        shown = _beginning_of(rows, room), _beginning_of(texts, room)
        parts.append((title, *shown))
        room -= _size_of(rows) + _size_of(texts)
        if room < 0:
            break
        whole += 1
    left = len(marked.parts) - whole
    return to_json({"parts": parts, "left": left}).decode()


def _size_of(members: list[object]) -> int:
    """In bytes of JSON."""
    return len(to_json(members))


def _beginning_of(members: list[object], room: int) -> list[object]:
    """The rows or paragraphs that fit in so many bytes."""
    if _size_of(members) <= room:
        return members
    fitting: list[object] = []
    for member in members:
        room -= len(to_json(member)) + 1
        if room < 0:
            break
        fitting.append(member)
    return fitting


class _CompactWriter:
    """Says a document by the numbers of the elements of a page."""

    def __init__(self, network: Network) -> None:
        self._elements: Mapping[str, tuple[int, Element]] = {
            element.id: (number, element)
            for number, element in enumerate(network)
        }

    def compact_part(self, part: MarkedPart) -> CompactPart:
        """Title, rows and paragraphs."""
        rows: list[object] = [
            list(map(self._compact_cell, row)) for row in part.rows
        ]
        return part.title, rows, self._compact_texts(part.texts)

    def _compact_cell(self, cell: MarkedCell) -> list[object]:
        return [cell.rows, cell.columns, *self._compact_texts(cell.texts)]

    def _compact_texts(self, texts: Iterable[MarkedParagraph]) -> list[object]:
        return [
            [_rank_of(text), *self._compact_runs(text.runs)] for text in texts
        ]

    def _compact_runs(self, runs: Iterable[MarkedRun]) -> Iterator[CompactRun]:
        for run in runs:
            known = self._elements.get(run.element_id)
            if run.kind == "unread":
                yield [run.words]
            elif known is None:
                yield run.words
            elif run.words.rstrip() == known[1].text:
                yield known[0]
                space = run.words[len(known[1].text) :]
                yield from filter(None, [space])
            else:
                yield [known[0], run.words]


def _rank_of(text: MarkedParagraph) -> int:
    """As ``original_text`` says it."""
    if text.heading is not None:
        return -text.heading
    return 0 if text.level is None else text.level + 1
