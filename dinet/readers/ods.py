"""OpenDocument spreadsheets of LibreOffice and others: tables with merged cells, \
italics and colours.

Numbers and dates are read as the sheet shows them, formulas by their stored result. Rows that
a filter hides are read; hidden sheets, rows and columns, comments and drawings are left out. Both
are noted.
"""  # noqa: D205 (the summary is one line, which users see)

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.content import Document
from dinet.document.notes import make_note
from dinet.model import Note, Place
from dinet.native import DecodedFile
from dinet.readers.opendocument.native_cells import texts_of
from dinet.readers.opendocument.package import open_package
from dinet.readers.opendocument.styles import OdfStyles
from dinet.readers.opendocument.tables import OdfTableWalk
from dinet.readers.opendocument.texts import OdfTextWalk
from dinet.readers.shared.grid_builder import (
    CellBudget,
    GridBuilder,
    RowColumn,
)
from dinet.readers.shared.left_out import LeftOutLog
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.spreadsheets.native_workbook import (
    decode_workbook,
    is_native,
)
from dinet.readers.shared.spreadsheets.sheet import CellSheet
from dinet.readers.shared.spreadsheets.sheet_parts import parts_of
from dinet.readers.shared.xml import attribute_of, local_name

_CODES = (
    "hidden_text",
    "comments",
    "shapes",
    "picture",
    "embedded",
    "nested_table",
    "footnotes",
)
"""The notes on a sheet in their order."""


def read(data: bytes, name: str) -> Document | DecodedFile:
    """The document in an OpenDocument spreadsheet.

    In a workbook that dinet made it is the programme itself, with the rows of its elements.

    Raises:
        DocumentError: It is not an OpenDocument spreadsheet, is encrypted, or does not keep to
            the limits.
    """
    archive = OfficeArchive(data, name, "spreadsheet (.ods)")
    body, styles = open_package(archive, "spreadsheet")
    book = OdsWorkbook(name, styles)
    sheets = tuple(book.read_sheets(body))
    if is_native(sheets):
        return decode_workbook(_texts_by_sheet(body, name), name)
    hidden = [note for sheet in sheets for note in sheet.note_hidden()]
    return Document(name, parts_of(sheets), (*book.notes, *hidden))


def _texts_by_sheet(
    body: Element, name: str
) -> dict[str, dict[RowColumn, str]]:
    """For each sheet the text of each cell, to the letter."""
    return {
        attribute_of(table, "name") or "": texts_of(table, CellBudget(name))
        for table in body
        if local_name(table) == "table"
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
        for table in body:
            if local_name(table) != "table":
                continue
            place = Place(
                file=self.name, sheet=attribute_of(table, "name") or ""
            )
            style = attribute_of(table, "style-name")
            if self.styles.style_named("table", style).hidden:
                self.notes.append(make_note("hidden_sheet", place, "nl"))
            else:
                yield self._read_sheet(table, place)

    def _read_sheet(self, table: Element, place: Place) -> CellSheet:
        texts = OdfTextWalk(self.styles, LeftOutLog(place), drawings=False)
        walk = OdfTableWalk(texts, GridBuilder(self.budget), place)
        walk.walk_table(table)
        texts.log.place = place
        texts.pass_shapes(table)
        self.notes += _notes_on_sheet(walk, place)
        hidden_rows = walk.hidden_numbers(0)
        hidden_columns = walk.hidden_numbers(1)
        return CellSheet(
            place,
            walk.lattice,
            hidden_rows,
            hidden_columns,
            walk.filtered_numbers(),
        )


def _notes_on_sheet(walk: OdfTableWalk, place: Place) -> Iterator[Note]:
    """What was left out of a sheet, and the formulas of which nothing is known."""
    yield from walk.texts.log.notes_in_order(_CODES)
    if walk.unknown:
        row, column = walk.unknown[0]
        first = place.model_copy(update={"row": row, "column": column})
        yield make_note(
            "formula_unknown", first, "nl", count=len(walk.unknown)
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
