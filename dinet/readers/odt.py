"""OpenDocument texts of LibreOffice and others: text, tables with merged cells, lists, \
italics and cell colours.

Tracked insertions are read; deletions, hidden text, footnotes and comments are left out, with a
note, and tables of contents without one.
"""  # noqa: D205 (the summary is one line, which users see)

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.content import Document, Grid, Para
from dinet.document.notes import make_note
from dinet.document.text_lines import parts_with_levels, split_labelled_lines
from dinet.model import Note, Place
from dinet.readers.opendocument.package import open_package
from dinet.readers.opendocument.styles import OdfStyles
from dinet.readers.opendocument.tables import OdfTableWalk, is_frame
from dinet.readers.opendocument.texts import LevelledElement, OdfTextWalk
from dinet.readers.shared.grid_builder import CellBudget, GridBuilder
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.xml import attribute_of, local_name, parse_number

_NOTES = {
    "hidden": "hidden_text",
    "comments": "comments",
    "footnotes": "footnotes",
    "nested": "nested_table",
}
"""The note for each thing that is counted."""


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
        self.texts = OdfTextWalk(styles)
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
                self.texts.counts["hidden"] += 1
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
        block = self.texts.read_block(found)
        if not block.text:
            return
        heading = self.texts.heading_level(found.element)
        if heading is not None:
            block = block._replace(level=None)
        place = Place(file=self.name, paragraph=self.paragraphs)
        lines = split_labelled_lines(block) if heading is None else (block,)
        for line in lines:
            yield Para(line, place, heading)

    def _read_grid(self, table: Element, *, merges_known: bool) -> Grid:
        self.tables += 1
        lattice = GridBuilder(self.budget)
        walk = OdfTableWalk(self.texts, lattice)
        walk.walk_table(table)
        hidden_rows = set(walk.hidden_numbers(0))
        hidden_columns = set(walk.hidden_numbers(1))
        self._count_hidden(lattice, hidden_rows, hidden_columns)
        rows = sorted({row for row, _ in lattice.cells} - hidden_rows)
        columns = sorted(set(range(1, walk.columns + 1)) - hidden_columns)
        place = Place(file=self.name, table=self.tables)
        grid = lattice.build_grid(
            rows, columns, place, merges_known=merges_known
        )
        return grid._replace(adjacent=True)

    def _count_hidden(
        self, lattice: GridBuilder, rows: set[int], columns: set[int]
    ) -> None:
        """Count the cells with words in hidden rows and columns."""
        self.texts.counts["hidden"] += sum(
            bool(content.blocks) and (row in rows or column in columns)
            for (row, column), content in lattice.cells.items()
        )

    def note_left_out(self) -> Iterator[Note]:
        """What was left out."""
        place, counts = Place(file=self.name), self.texts.counts
        if counts["inserted"] or counts["deleted"]:
            yield make_note(
                "tracked_changes",
                place,
                "nl",
                inserted=counts["inserted"],
                deleted=counts["deleted"],
            )
        for key, code in _NOTES.items():
            if counts[key]:
                yield make_note(code, place, "nl", count=counts[key])


DUTCH = {
    (
        "OpenDocument texts of LibreOffice and others: text, tables with merged cells, "
        "lists, italics and cell colours."
    ): (
        "OpenDocument-teksten van LibreOffice en andere: tekst, tabellen met "
        "samengevoegde cellen, lijsten, cursief en celkleuren."
    ),
}
