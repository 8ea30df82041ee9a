"""OpenDocument spreadsheets of LibreOffice and others: tables with merged cells, italics and colours.

Numbers and dates are read as the sheet shows them, formulas by their stored result. Hidden sheets, rows and columns,
comments and drawings are left out, with a note.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.archive import Archive
from dinet.document.lattice import Budget, Lattice
from dinet.document.markup import attribute, tag
from dinet.document.notes import note
from dinet.document.parts import Document
from dinet.model import Note, Place, Programme
from dinet.readers.opendocument.native import texts_of
from dinet.readers.opendocument.package import opened
from dinet.readers.opendocument.styles import Styles
from dinet.readers.opendocument.tables import Walk
from dinet.readers.opendocument.texts import Texts
from dinet.readers.spreadsheet.native import is_native, programme_in
from dinet.readers.spreadsheet.reading import parts_of
from dinet.readers.spreadsheet.sheet import Sheet

_NOTES = {"hidden": "hidden_text", "comments": "comments", "shapes": "shapes", "nested": "nested_table", "footnotes": "footnotes"}


def read(data: bytes, name: str) -> Document | Programme:
    """The document in an OpenDocument spreadsheet; in a workbook that dinet made, the programme itself.

    Raises:
        DocumentError: It is not an OpenDocument spreadsheet, is encrypted, or does not keep to the limits.
    """
    body, styles = opened(Archive(data, name, "spreadsheet (.ods)"), "spreadsheet")
    book = Book(name, styles)
    sheets = tuple(book.sheets(body))
    if is_native(sheets):
        texts = {attribute(each, "name") or "": texts_of(each, Budget(name)) for each in body if tag(each) == "table"}
        return programme_in(texts, name)
    notes = [*book.notes, *(each for sheet in sheets for each in sheet.notes())]
    return Document(name, parts_of(sheets), tuple(notes))


class Book:
    """The sheets of a spreadsheet, and what was left out of them."""

    def __init__(self, name: str, styles: Styles) -> None:
        self.name = name
        self.styles = styles
        self.budget = Budget(name)
        self.notes: list[Note] = []

    def sheets(self, body: Element) -> Iterator[Sheet]:
        """The sheets that are shown, in order."""
        for each in body:
            place = Place(file=self.name, sheet=attribute(each, "name") or "")
            if tag(each) == "table" and self.styles.named("table", attribute(each, "style-name")).hidden:
                self.notes.append(note("hidden_sheet", place, "nl"))
            elif tag(each) == "table":
                yield self._sheet(each, place)

    def _sheet(self, table: Element, place: Place) -> Sheet:
        texts = Texts(self.styles, drawings=False)
        walk = Walk(texts, Lattice(self.budget))
        walk.table(table)
        shapes = [shape for each in table if tag(each) == "shapes" for shape in each]
        texts.counts["shapes"] += sum(any(text.strip() for text in shape.itertext()) for shape in shapes)
        self.notes += [note(code, place, "nl", count=texts.counts[key]) for key, code in _NOTES.items() if texts.counts[key]]
        if walk.unknown:
            first = place.model_copy(update={"row": walk.unknown[0][0], "column": walk.unknown[0][1]})
            self.notes.append(note("formula_unknown", first, "nl", count=len(walk.unknown)))
        return Sheet(place, walk.lattice, walk.hidden_numbers(0), walk.hidden_numbers(1))
