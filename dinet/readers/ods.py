"""OpenDocument spreadsheets of LibreOffice and others: tables with merged cells, italics and colours.

Numbers and dates are read as the sheet shows them, formulas by their stored result. Hidden
sheets, rows and columns, comments and drawings are left out, with a note.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.content import Document
from dinet.document.notes import note
from dinet.model import Note, Place, Programme
from dinet.readers.opendocument.native_cells import texts_of
from dinet.readers.opendocument.package import opened
from dinet.readers.opendocument.styles import Styles
from dinet.readers.opendocument.tables import Walk
from dinet.readers.opendocument.texts import Texts
from dinet.readers.shared.grid_builder import Budget, Lattice, Spot
from dinet.readers.shared.office_archive import Archive
from dinet.readers.shared.spreadsheets.native_workbook import (
    is_native,
    places_in,
    programme_in,
)
from dinet.readers.shared.spreadsheets.sheet import Sheet
from dinet.readers.shared.spreadsheets.sheet_parts import parts_of
from dinet.readers.shared.xml import attribute, tag

_NOTES = {
    "hidden": "hidden_text",
    "comments": "comments",
    "shapes": "shapes",
    "nested": "nested_table",
    "footnotes": "footnotes",
}


def read(data: bytes, name: str) -> Document | Programme:
    """The document in an OpenDocument spreadsheet; in a workbook that dinet made, the programme itself.

    Raises:
        DocumentError: It is not an OpenDocument spreadsheet, is encrypted, or does not keep to
            the limits.
    """
    body, book, sheets = _opened(data, name)
    if is_native(sheets):
        return programme_in(_texts(body, name), name)
    notes = [*book.notes, *(each for sheet in sheets for each in sheet.notes())]
    return Document(name, parts_of(sheets), tuple(notes))


def places(data: bytes, name: str) -> dict[str, Place]:
    """The row in which each element stands of a workbook that dinet made, by id; empty for others.

    Args:
        data: As ``read`` takes it.
        name: As ``read`` takes it.

    Raises:
        DocumentError: As by ``read``.
    """
    body, _, sheets = _opened(data, name)
    return places_in(_texts(body, name), name) if is_native(sheets) else {}


def _opened(data: bytes, name: str) -> tuple[Element, "Book", tuple[Sheet, ...]]:
    body, styles = opened(Archive(data, name, "spreadsheet (.ods)"), "spreadsheet")
    book = Book(name, styles)
    return body, book, tuple(book.sheets(body))


def _texts(body: Element, name: str) -> dict[str, dict[Spot, str]]:
    """For each sheet the text of each cell, to the letter."""
    return {
        attribute(each, "name") or "": texts_of(each, Budget(name))
        for each in body
        if tag(each) == "table"
    }


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
            if (
                tag(each) == "table"
                and self.styles.named("table", attribute(each, "style-name")).hidden
            ):
                self.notes.append(note("hidden_sheet", place, "nl"))
            elif tag(each) == "table":
                yield self._sheet(each, place)

    def _sheet(self, table: Element, place: Place) -> Sheet:
        texts = Texts(self.styles, drawings=False)
        walk = Walk(texts, Lattice(self.budget))
        walk.table(table)
        shapes = [shape for each in table if tag(each) == "shapes" for shape in each]
        texts.counts["shapes"] += sum(
            any(text.strip() for text in shape.itertext()) for shape in shapes
        )
        self.notes += [
            note(code, place, "nl", count=texts.counts[key])
            for key, code in _NOTES.items()
            if texts.counts[key]
        ]
        if walk.unknown:
            first = place.model_copy(
                update={"row": walk.unknown[0][0], "column": walk.unknown[0][1]}
            )
            self.notes.append(
                note("formula_unknown", first, "nl", count=len(walk.unknown))
            )
        return Sheet(
            place, walk.lattice, walk.hidden_numbers(0), walk.hidden_numbers(1)
        )


DUTCH = {
    (
        "OpenDocument spreadsheets of LibreOffice and others: tables with merged "
        "cells, italics and colours."
    ): (
        "OpenDocument-rekenbladen van LibreOffice en andere: tabellen met "
        "samengevoegde cellen, cursief en kleuren."
    ),
}
