"""OpenDocument texts of LibreOffice and others: text, tables with merged cells, lists, italics and cell colours.

Tracked insertions are read; deletions, hidden text, footnotes and comments are left out, with a note, and tables of
contents without one.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.archive import Archive
from dinet.document.lattice import Budget, Lattice
from dinet.document.lines import levelled
from dinet.document.markup import attribute, number, tag
from dinet.document.notes import note
from dinet.document.parts import Document, Grid, Para
from dinet.model import Note, Place
from dinet.readers.opendocument.package import opened
from dinet.readers.opendocument.styles import Styles
from dinet.readers.opendocument.tables import Walk
from dinet.readers.opendocument.texts import Texts

_NOTES = {"hidden": "hidden_text", "comments": "comments", "footnotes": "footnotes", "nested": "nested_table"}


def read(data: bytes, name: str) -> Document:
    """The document in an OpenDocument text.

    Raises:
        DocumentError: It is not an OpenDocument text, is encrypted, or does not keep to the limits.
    """
    body, styles = opened(Archive(data, name, "text document (.odt)"), "text")
    reading = Reading(name, styles)
    parts = tuple(levelled(reading.parts(body)))
    return Document(name, parts, tuple(reading.notes()))


class Reading:
    """One walk through the body of a text."""

    def __init__(self, name: str, styles: Styles) -> None:
        self.name = name
        self.texts = Texts(styles)
        self.budget = Budget(name)
        self.tables = 0

    def parts(self, body: Element) -> Iterator[Para | Grid]:
        """The paragraphs and tables in reading order."""
        merged = any(number(attribute(each, "number-rows-spanned")) > 1 for each in body.iter() if tag(each) == "table-cell")
        paragraph = 0
        for found in self.texts.within(body, "p", "h", "table"):
            if tag(found.element) == "table":
                yield self._grid(found.element, merges_known=merged)
                continue
            paragraph += 1
            block = self.texts.block(found)
            if block.text:
                heading = self.texts.heading(found.element)
                place = Place(file=self.name, paragraph=paragraph)
                yield Para(block if heading is None else block._replace(level=None), place, heading)

    def _grid(self, table: Element, *, merges_known: bool) -> Grid:
        self.tables += 1
        lattice = Lattice(self.budget)
        walk = Walk(self.texts, lattice)
        walk.table(table)
        place = Place(file=self.name, table=self.tables)
        rows = sorted({row for row, _ in lattice.cells})
        grid = lattice.grid(rows, range(1, walk.columns + 1), place, merges_known=merges_known)
        return grid._replace(adjacent=True)

    def notes(self) -> Iterator[Note]:
        """What was left out."""
        place, counts = Place(file=self.name), self.texts.counts
        if counts["inserted"] or counts["deleted"]:
            yield note("tracked_changes", place, "nl", inserted=counts["inserted"], deleted=counts["deleted"])
        for key, code in _NOTES.items():
            if counts[key]:
                yield note(code, place, "nl", count=counts[key])
