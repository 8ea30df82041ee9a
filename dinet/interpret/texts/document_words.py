"""Which texts and codes stand where in a document: what a table refers to stands elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from dinet.document.content import Grid, Para
from dinet.interpret.texts.element_labels import split_label
from dinet.model import KINDS
from dinet.vocabulary.folding import fold_text

_LONGEST_CHARACTERS = 1000
"""Of a text that something refers to by its words."""


class DocumentWords:
    """The texts of a document, each cell and paragraph as a whole.

    They are looked at when a shape first asks for them.

    Args:
        parts: Of the document.
    """

    def __init__(self, parts: Iterable[Para | Grid]) -> None:
        self.parts = tuple(parts)

    @cached_property
    def _text_counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for part in self.parts:
            counts.update(_names_in(part))
        return counts

    def stands_elsewhere(self, text: str, table: Grid) -> bool:
        """A text or code stands in the document outside a table."""
        name = fold_text(text)
        return self._text_counts[name] > self._counts_in(table)[name]

    def _counts_in(self, table: Grid) -> Counter[str]:
        """How often each text stands in a table, counted once for the table asked about last."""
        if self._last is None or self._last[0] is not table:
            self._last = (table, Counter(_names_in(table)))
        return self._last[1]

    _last: tuple[Grid, Counter[str]] | None = None


def _names_in(part: Para | Grid) -> Iterator[str]:
    """By what each cell and paragraph of a part can be named: its words, its code, its own text."""
    for text in _texts_in(part):
        if not text or len(text) > _LONGEST_CHARACTERS:
            continue
        yield fold_text(text)
        for name in {
            name for kind in KINDS for name in split_label(text, kind)
        }:
            if name and name != text:
                yield fold_text(name)


def _texts_in(part: Para | Grid) -> Iterator[str]:
    if isinstance(part, Para):
        yield part.text
        yield part.block.number
        return
    for row in part.rows:
        for cell in row:
            yield cell.text
            if len(cell.blocks) > 1:
                yield from (block.text for block in cell.blocks)
