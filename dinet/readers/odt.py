"""OpenDocument texts of LibreOffice and others: text, tables with merged cells, lists, \
italics and cell colours.

Tracked insertions are read, and so is a source in a footnote; deletions, hidden text, other
footnotes, pictures and comments are left out, with a note, and tables of contents without one.
"""  # noqa: D205 (the summary is one line, which users see)

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.content import Document, Grid, Para
from dinet.document.text_lines import parts_with_levels, split_labelled_lines
from dinet.model import Note, Place
from dinet.readers.opendocument.package import open_package
from dinet.readers.opendocument.styles import OdfStyles
from dinet.readers.opendocument.tables import OdfTableWalk, grid_of, is_frame
from dinet.readers.opendocument.texts import LevelledElement, OdfTextWalk
from dinet.readers.shared.grid_builder import CellBudget, GridBuilder
from dinet.readers.shared.left_out import LeftOutLog
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.xml import attribute_of, local_name, parse_number

_CODES = (
    "hidden_text",
    "comments",
    "footnotes",
    "under_merged",
    "picture",
    "embedded",
    "nested_table",
)
"""The notes on a text in their order."""


def read(data: bytes, name: str) -> Document:
    """The document in an OpenDocument text.

    Raises:
        DocumentError: It is not an OpenDocument text, is encrypted, or does not keep to the limits.
    """
    archive = OfficeArchive(data, name, "text document (.odt)")
    body, styles = open_package(archive, "text")
    reading = OdtReading(name, styles)
    parts = tuple(parts_with_levels(reading.read_parts(body)))
    return Document(name, parts, tuple(reading.note_left_out()))


def _has_merged_rows(body: Element) -> bool:
    """Some cell spans several rows."""
    return any(
        parse_number(attribute_of(element, "number-rows-spanned")) > 1
        for element in body.iter()
        if local_name(element) == "table-cell"
    )


class OdtReading:
    """One walk through the body of a text."""

    def __init__(self, name: str, styles: OdfStyles) -> None:
        self.name = name
        self.log = LeftOutLog(Place(file=name))
        self.texts = OdfTextWalk(styles, self.log)
        self.budget = CellBudget(name)
        self.tables = 0
        self.paragraphs = 0

    def read_parts(self, body: Element) -> Iterator[Para | Grid]:
        """The paragraphs and tables in reading order."""
        merged = _has_merged_rows(body)
        todo = [self.texts.elements_named(body, "p", "h", "table")]
        while todo:
            found = next(todo[-1], None)
            if found is None:
                todo.pop()
            elif local_name(found.element) != "table":
                yield from self._read_paragraph(found)
            elif self._is_hidden(found.element):
                self.log.add("hidden_text")
            elif is_frame(found.element):
                todo.append(
                    self.texts.elements_named(found.element, "p", "h", "table")
                )
            else:
                yield self._read_grid(found.element, merges_known=merged)

    def _is_hidden(self, table: Element) -> bool:
        name = attribute_of(table, "style-name")
        return bool(self.texts.styles.style_named("table", name).hidden)

    def _read_paragraph(self, found: LevelledElement) -> Iterator[Para]:
        self.paragraphs += 1
        place = Place(file=self.name, paragraph=self.paragraphs)
        self.log.place = place
        block = self.texts.read_block(found)
        if not block.text:
            return
        heading = self.texts.heading_level(found.element)
        if heading is not None:
            block = block._replace(level=None)
        lines = split_labelled_lines(block) if heading is None else (block,)
        for line in lines:
            yield Para(line, place, heading)

    def _read_grid(self, table: Element, *, merges_known: bool) -> Grid:
        self.tables += 1
        place = Place(file=self.name, table=self.tables)
        lattice = GridBuilder(self.budget)
        walk = OdfTableWalk(self.texts, lattice, place)
        grid = grid_of(walk, table, merges_known=merges_known)
        self.log.place = place
        return grid

    def note_left_out(self) -> Iterator[Note]:
        """What was left out."""
        return self.log.notes_in_order(_CODES)


DUTCH = {
    (
        "OpenDocument texts of LibreOffice and others: text, tables with merged cells, "
        "lists, italics and cell colours."
    ): (
        "OpenDocument-teksten van LibreOffice en andere: tekst, tabellen met "
        "samengevoegde cellen, lijsten, cursief en celkleuren."
    ),
}
