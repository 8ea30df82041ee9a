"""Which element of Word's XML stands at a place, by the numbers that its reader gives."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from dinet.model import Place
from dinet.readers.word.left_out import words_in
from dinet.readers.word.word_xml import local_name
from dinet.readers.word.xml_walk import descendants_named

PlaceKey = tuple[int | None, int | None, int | None, int | None]
"""Paragraph, table, row and column; None for what a place does not have."""


class WordPlaces:
    """The paragraphs, rows and cells that a walk met, by their places."""

    def __init__(self) -> None:
        self._elements: dict[PlaceKey, Element] = {}

    def note_element(self, place: Place, element: Element) -> None:
        """What stands at a place; of a table in a cell the cell stays."""
        self._elements.setdefault(_key_of(place), element)

    def note_merged(self, place: Place, cell: Element) -> None:
        """A cell that only goes on with the one above it: people see it there."""
        above = _cell_key(place, up=1)
        self._elements.setdefault(
            _key_of(place), self._elements.get(above, cell)
        )

    def paragraph_at(self, place: Place, words: str) -> Element | None:
        """The paragraph at a place that is most like some words; None when nothing stands there.

        Args:
            place: A paragraph, a cell or a row.
            words: What to find there, in any order: among ten bullets in a cell it is one that
                counts.
        """
        for key in _keys_to_try(place):
            element = self._elements.get(key)
            if element is None:
                continue
            paragraphs = list(_paragraphs_of(element))
            if paragraphs:
                return _most_alike(paragraphs, words)
        return None


def _key_of(place: Place) -> PlaceKey:
    return (place.paragraph, place.table, place.row, place.column)


def _cell_key(place: Place, *, up: int = 0, left: int = 0) -> PlaceKey:
    row, column = place.row or 0, place.column or 0
    return (None, place.table, row - up, column - left)


def _keys_to_try(place: Place) -> Iterator[PlaceKey]:
    """The place itself, then the cells at its left that may span it, then its row."""
    yield _key_of(place)
    for left in range(1, place.column or 0):
        yield _cell_key(place, left=left)
    yield (None, place.table, place.row, None)


def _paragraphs_of(element: Element) -> Iterator[Element]:
    if local_name(element) == "p":
        yield element
    else:
        yield from descendants_named(element, "p")


def _most_alike(paragraphs: Sequence[Element], words: str) -> Element:
    """The paragraph that shares most of its words; the first with words when none shares any."""
    wanted = set(words.casefold().split())
    best, best_share = paragraphs[0], -1.0
    for paragraph in paragraphs:
        held = set(words_in(paragraph).casefold().split())
        share = len(wanted & held) / len(wanted | held) if held else -0.5
        if share > best_share:
            best, best_share = paragraph, share
    return best
