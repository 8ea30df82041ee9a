"""OpenDocument spreadsheets of LibreOffice and others: tables with merged cells, italics and colours.

Numbers and dates are read as the sheet shows them, formulas by their stored result. Hidden
sheets, rows and columns, comments and drawings are left out, with a note.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.content import Document
from dinet.document.notes import make_note
from dinet.model import Note, Place, Programme
from dinet.readers.opendocument.native_cells import texts_of
from dinet.readers.opendocument.package import open_package
from dinet.readers.opendocument.styles import OdfStyles
from dinet.readers.opendocument.tables import OdfTableWalk
from dinet.readers.opendocument.texts import OdfTextWalk
from dinet.readers.shared.grid_builder import CellBudget, GridBuilder, RowColumn
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.spreadsheets.native_workbook import (
    is_native,
    places_in,
    programme_in,
)
from dinet.readers.shared.spreadsheets.sheet import CellSheet
from dinet.readers.shared.spreadsheets.sheet_parts import parts_of
from dinet.readers.shared.xml import attribute_of, local_name

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
    body, book, sheets = _open_spreadsheet(data, name)
    if is_native(sheets):
        return programme_in(_texts_by_sheet(body, name), name)
    notes = [*book.notes, *(each for sheet in sheets for each in sheet.note_hidden())]
    return Document(name, parts_of(sheets), tuple(notes))


def places(data: bytes, name: str) -> dict[str, Place]:
    """The row in which each element stands of a workbook that dinet made, by id; empty for others.

    Args:
        data: As ``read`` takes it.
        name: As ``read`` takes it.

    Raises:
        DocumentError: As by ``read``.
    """
    body, _, sheets = _open_spreadsheet(data, name)
    return places_in(_texts_by_sheet(body, name), name) if is_native(sheets) else {}


def _open_spreadsheet(
    data: bytes, name: str
) -> tuple[Element, "OdsWorkbook", tuple[CellSheet, ...]]:
    body, styles = open_package(
        OfficeArchive(data, name, "spreadsheet (.ods)"), "spreadsheet"
    )
    book = OdsWorkbook(name, styles)
    return body, book, tuple(book.read_sheets(body))


def _texts_by_sheet(body: Element, name: str) -> dict[str, dict[RowColumn, str]]:
    """For each sheet the text of each cell, to the letter."""
    return {
        attribute_of(each, "name") or "": texts_of(each, CellBudget(name))
        for each in body
        if local_name(each) == "table"
    }


class OdsWorkbook:
    """The sheets of a spreadsheet, and what was left out of them."""

    def __init__(self, name: str, styles: OdfStyles) -> None:
        self.name = name
        self.styles = styles
        self.budget = CellBudget(name)
        self.notes: list[Note] = []

    def read_sheets(self, body: Element) -> Iterator[CellSheet]:
        """The sheets that are shown, in order."""
        for each in body:
            place = Place(file=self.name, sheet=attribute_of(each, "name") or "")
            if (
                local_name(each) == "table"
                and self.styles.style_named(
                    "table", attribute_of(each, "style-name")
                ).hidden
            ):
                self.notes.append(make_note("hidden_sheet", place, "nl"))
            elif local_name(each) == "table":
                yield self._read_sheet(each, place)

    def _read_sheet(self, table: Element, place: Place) -> CellSheet:
        texts = OdfTextWalk(self.styles, drawings=False)
        walk = OdfTableWalk(texts, GridBuilder(self.budget))
        walk.walk_table(table)
        shapes = [
            shape for each in table if local_name(each) == "shapes" for shape in each
        ]
        texts.counts["shapes"] += sum(
            any(text.strip() for text in shape.itertext()) for shape in shapes
        )
        self.notes += [
            make_note(code, place, "nl", count=texts.counts[key])
            for key, code in _NOTES.items()
            if texts.counts[key]
        ]
        if walk.unknown:
            first = place.model_copy(
                update={"row": walk.unknown[0][0], "column": walk.unknown[0][1]}
            )
            self.notes.append(
                make_note("formula_unknown", first, "nl", count=len(walk.unknown))
            )
        return CellSheet(
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
