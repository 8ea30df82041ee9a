"""OpenDocument texts of LibreOffice and others: text, tables with merged cells, lists, italics and cell colours.

Tracked insertions are read; deletions, hidden text, footnotes and comments are left out, with a
note, and tables of contents without one.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.content import Document, Grid, Para
from dinet.document.notes import note
from dinet.document.text_lines import levelled
from dinet.model import Note, Place
from dinet.readers.opendocument.package import opened
from dinet.readers.opendocument.styles import Styles
from dinet.readers.opendocument.tables import Walk, is_frame
from dinet.readers.opendocument.texts import Found, Texts
from dinet.readers.shared.grid_builder import Budget, Lattice
from dinet.readers.shared.office_archive import Archive
from dinet.readers.shared.xml import attribute, number, tag

_NOTES = {
    "hidden": "hidden_text",
    "comments": "comments",
    "footnotes": "footnotes",
    "nested": "nested_table",
}


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
        self.paragraphs = 0

    def parts(self, body: Element) -> Iterator[Para | Grid]:
        """The paragraphs and tables in reading order."""
        merged = any(
            number(attribute(each, "number-rows-spanned")) > 1
            for each in body.iter()
            if tag(each) == "table-cell"
        )
        todo = [self.texts.within(body, "p", "h", "table")]
        while todo:
            found = next(todo[-1], None)
            if found is None:
                todo.pop()
            elif tag(found.element) != "table":
                yield from self._paras(found)
            elif self.texts.styles.named(
                "table", attribute(found.element, "style-name")
            ).hidden:
                self.texts.counts["hidden"] += 1
            elif is_frame(found.element):
                todo.append(self.texts.within(found.element, "p", "h", "table"))
            else:
                yield self._grid(found.element, merges_known=merged)

    def _paras(self, found: Found) -> Iterator[Para]:
        self.paragraphs += 1
        block = self.texts.block(found)
        if block.text:
            heading = self.texts.heading(found.element)
            place = Place(file=self.name, paragraph=self.paragraphs)
            yield Para(
                block if heading is None else block._replace(level=None), place, heading
            )

    def _grid(self, table: Element, *, merges_known: bool) -> Grid:
        self.tables += 1
        lattice = Lattice(self.budget)
        walk = Walk(self.texts, lattice)
        walk.table(table)
        place = Place(file=self.name, table=self.tables)
        unseen = [set(walk.hidden_numbers(axis)) for axis in (0, 1)]
        left = {
            spot
            for spot, content in lattice.cells.items()
            if content.blocks and (spot[0] in unseen[0] or spot[1] in unseen[1])
        }
        self.texts.counts["hidden"] += len(left)
        rows = sorted({row for row, _ in lattice.cells} - unseen[0])
        columns = [each for each in range(1, walk.columns + 1) if each not in unseen[1]]
        grid = lattice.grid(rows, columns, place, merges_known=merges_known)
        return grid._replace(adjacent=True)

    def notes(self) -> Iterator[Note]:
        """What was left out."""
        place, counts = Place(file=self.name), self.texts.counts
        if counts["inserted"] or counts["deleted"]:
            yield note(
                "tracked_changes",
                place,
                "nl",
                inserted=counts["inserted"],
                deleted=counts["deleted"],
            )
        for key, code in _NOTES.items():
            if counts[key]:
                yield note(code, place, "nl", count=counts[key])


DUTCH = {
    (
        "OpenDocument texts of LibreOffice and others: text, tables with merged cells, "
        "lists, italics and cell colours."
    ): (
        "OpenDocument-teksten van LibreOffice en andere: tekst, tabellen met "
        "samengevoegde cellen, lijsten, cursief en celkleuren."
    ),
}
