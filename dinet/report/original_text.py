"""A document as it stands, for a page that knows its elements: what these say is not said again.

In a page the table of the document stands beside its network. The texts of elements are there
already, so here stands only which element it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pydantic_core import to_json

from dinet.model import Element
from dinet.network import Network
from dinet.report.marked_document import (
    MarkedCell,
    MarkedDocument,
    MarkedParagraph,
    MarkedPart,
    MarkedRun,
)

CompactRun = str | int | list[int | str]
"""Words about no element; the number of an element of which it is the whole text; that number and
other words about it; or, in a list, words that were not read."""

MOST_ORIGINAL_LETTERS = 200_000
"""Of the words of a document, some 60 pages of text: more would be the larger part of the page."""


def original_text(marked: MarkedDocument, network: Network) -> str:
    """A document as it stands, as JSON for the script of a page.

    Args:
        marked: The document.
        network: Of what the page shows, in that order.

    Returns:
        ``parts``, each a title, its rows of cells (none for text between tables) and its
        paragraphs; and ``left``, how many parts are left out because the document is too long.
        A cell is how many rows and columns it spans, and paragraphs; a paragraph is 0 or its
        depth in a list from 1, or as a heading its rank below zero, and its runs.
    """
    writer = _CompactWriter(network)
    parts: list[object] = []
    letters = 0
    for part in marked.parts:
        letters += _count_letters(part)
        if letters > MOST_ORIGINAL_LETTERS:
            break
        parts.append(writer.compact_part(part))
    left = len(marked.parts) - len(parts)
    return to_json({"parts": parts, "left": left}).decode()


def _texts_of(part: MarkedPart) -> Iterator[MarkedParagraph]:
    cells = chain.from_iterable(part.rows)
    yield from chain.from_iterable(cell.texts for cell in cells)
    yield from part.texts


def _count_letters(part: MarkedPart) -> int:
    runs = chain.from_iterable(text.runs for text in _texts_of(part))
    return sum(len(run.words) for run in runs)


class _CompactWriter:
    """Says a document by the numbers of the elements of a page."""

    def __init__(self, network: Network) -> None:
        self._elements: Mapping[str, tuple[int, Element]] = {
            element.id: (number, element)
            for number, element in enumerate(network)
        }

    def compact_part(self, part: MarkedPart) -> list[object]:
        """Title, rows and paragraphs."""
        rows = [list(map(self._compact_cell, row)) for row in part.rows]
        return [part.title, rows, self._compact_texts(part.texts)]

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
