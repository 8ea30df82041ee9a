"""Excel workbooks: tables with merged cells, italics and colours, walked in the XML itself.

Numbers and dates are read as the sheet shows them, formulas by their stored result. Hidden
sheets, rows and columns and comments are left out, with a note. Macros are never run and links
never followed. openpyxl is not used for
reading: one link or merged cell over a whole sheet hangs it, and it cannot read workbooks of
the strict kind.

Suffixes: .xlsx .xlsm .xltx
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from xml.etree.ElementTree import Element

from dinet.document.content import Document
from dinet.document.notes import make_note
from dinet.document.text_lines import spans_to_blocks
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error
from dinet.model import Note, Place, Programme
from dinet.readers.excel.cells import CellValues, read_runs
from dinet.readers.excel.relations import Relations, main_part
from dinet.readers.excel.styles import CellLook, read_looks
from dinet.readers.shared.grid_builder import (
    CellBudget,
    CellContent,
    GridBuilder,
    RowColumn,
)
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.spreadsheets.native_workbook import (
    is_native,
    may_be_native,
    places_in,
    programme_in,
)
from dinet.readers.shared.spreadsheets.sheet import CellSheet
from dinet.readers.shared.spreadsheets.sheet_parts import parts_of
from dinet.readers.shared.xml import (
    attribute_of,
    find_child,
    local_name,
    means_yes,
    parse_number,
)

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_NO_SIZE = re.compile(r"0+(?:\.0*)?")
_SHOWS_NOTHING = ";;;"
_SAVE_AGAIN = Sentence("Open it in Excel and save it again.")


def read(data: bytes, name: str) -> Document | Programme:
    """The document in a workbook; in one that dinet made, the programme itself.

    Raises:
        DocumentError: It is not a workbook, is encrypted or damaged, or does not keep to the
            limits.
    """
    book, sheets = _open_workbook(data, name)
    if is_native(sheets):
        return programme_in(book.texts, name)
    notes = [*book.notes, *(each for sheet in sheets for each in sheet.note_hidden())]
    return Document(name, parts_of(sheets), tuple(notes))


def places(data: bytes, name: str) -> dict[str, Place]:
    """The row in which each element stands of a workbook that dinet made, by id; empty for others.

    The row would be wrong after the next change, so it is no part of the programme.

    Args:
        data: As ``read`` takes it.
        name: As ``read`` takes it.

    Raises:
        DocumentError: As by ``read``.
    """
    book, sheets = _open_workbook(data, name)
    return places_in(book.texts, name) if is_native(sheets) else {}


def _open_workbook(
    data: bytes, name: str
) -> tuple["ExcelWorkbook", tuple[CellSheet, ...]]:
    archive = OfficeArchive(data, name, "workbook (.xlsx)")
    book = ExcelWorkbook(archive, main_part(archive, "xl/workbook.xml"))
    return book, tuple(book.read_sheets())


class ExcelWorkbook:
    """A workbook: its sheets, and the texts and looks that they share."""

    def __init__(self, archive: OfficeArchive, main: str) -> None:
        self.archive = archive
        self.root = archive.read_xml(main)
        self.relations = Relations(archive, main)
        self.budget = CellBudget(archive.name)
        self.read: set[str] = set()
        self.notes: list[Note] = []
        self.texts: dict[str, dict[RowColumn, str]] = {}
        """For each sheet the text of each cell, to the letter."""
        strings, styles = (
            self.relations.part_of_kind("sharedStrings"),
            self.relations.part_of_kind("styles"),
        )
        properties = find_child(self.root, "workbookPr")
        since_1904 = properties is not None and means_yes(
            attribute_of(properties, "date1904")
        )
        shared = (
            [read_runs(each) for each in archive.read_xml(strings)] if strings else []
        )
        self.values = CellValues(shared, since_1904=since_1904)
        self.looks = read_looks(archive.read_xml(styles)) if styles else []

    def read_sheets(self) -> Iterator[CellSheet]:
        """The sheets that are shown, in order."""
        listed = find_child(self.root, "sheets")
        if listed is None or not len(listed):
            raise DocumentError(
                Sentence("this workbook has no sheets."), where=self.archive.name
            )
        native = may_be_native(attribute_of(each, "name") or "" for each in listed)
        for each in listed:
            place = Place(
                file=self.archive.name, sheet=attribute_of(each, "name") or ""
            )
            part = self.relations.target_of(attribute_of(each, "id") or "", "worksheet")
            seen = (attribute_of(each, "state") or "visible") == "visible"
            self.notes += [] if seen else [make_note("hidden_sheet", place, "nl")]
            if part and part in self.read:
                raise self.error_at(
                    place,
                    Sentence("two sheets of this workbook are one and the same part."),
                    _SAVE_AGAIN,
                )
            self.read.add(part or "")
            if part and (seen or native):
                walk = SheetWalk(self, self.archive.read_xml(part), place)
                sheet = walk.read_sheet()
                self.texts[place.sheet or ""] = walk.texts
                if seen:
                    yield sheet
                    self._note_left_out(Relations(self.archive, part), place)

    def _note_left_out(self, relations: Relations, place: Place) -> None:
        """Count the comments of reviewers and the texts in drawings, which are left out."""
        for code, kind, name in (
            ("comments", "comments", "comment"),
            ("shapes", "drawing", "txBody"),
        ):
            part = relations.part_of_kind(kind)
            found = (
                [
                    each
                    for each in self.archive.read_xml(part).iter()
                    if local_name(each) == name
                ]
                if part
                else []
            )
            spoken = [
                each
                for each in found
                if any((inner.text or "").strip() for inner in each.iter())
            ]
            if spoken:
                self.notes.append(make_note(code, place, "nl", count=len(spoken)))

    def error_at(self, place: Place, *what: Sentence) -> DocumentError:
        """An error at a place of this workbook."""
        return DocumentError(*what, where=place.as_sentence())


class SheetWalk:
    """One walk through the XML of one sheet."""

    def __init__(self, book: ExcelWorkbook, root: Element, place: Place) -> None:
        self.book = book
        self.root = root
        self.place = place
        self.lattice = GridBuilder(book.budget)
        self.coloured = any(
            local_name(each) in ("tableParts", "conditionalFormatting", "picture")
            for each in root
        )
        """White letters may stand on a colour that no cell has itself."""
        self.texts: dict[RowColumn, str] = {}
        self.unknown: list[RowColumn] = []
        """Formulas without a stored result."""
        self.unseen: list[RowColumn] = []
        """Values that the format of their cell does not show."""

    def read_sheet(self) -> CellSheet:
        """The sheet."""
        columns, merges = (
            find_child(self.root, name) for name in ("cols", "mergeCells")
        )
        rows: list[int] = []
        row = 0
        found = [
            row for data in self.root if local_name(data) == "sheetData" for row in data
        ]
        self.book.budget.check_room(
            sum(len(cell) > 0 for each in found for cell in each)
        )
        for each in found:
            row = self._row_number(each, row + 1)
            rows += [row] if _is_concealed(each, "ht") else []
            self._read_row(each, row)
        self._merge_cells(
            [
                attribute_of(each, "ref") or ""
                for each in (merges if merges is not None else ())
            ]
        )
        embedded = [
            self.place
            for each in self.root
            if local_name(each) == "oleObjects"
            for _ in each
        ]
        self.book.notes += (
            [make_note("embedded", self.place, "nl", count=len(embedded))]
            if embedded
            else []
        )
        for code, spots in (
            ("formula_unknown", self.unknown),
            ("hidden_text", self.unseen),
        ):
            self.book.notes += (
                [make_note(code, self._place_at(spots[0]), "nl", count=len(spots))]
                if spots
                else []
            )
        return CellSheet(
            self.place,
            self.lattice,
            rows,
            _hidden_columns(columns if columns is not None else ()),
        )

    def _row_number(self, row: Element, following: int) -> int:
        found = attribute_of(row, "r")
        return (
            following
            if found is None
            else min(parse_number(found, following) or following, _LAST_ROW)
        )

    def _read_row(self, row: Element, this: int) -> None:
        cells: dict[RowColumn, CellContent] = {}
        column = 0
        for each in row:
            if local_name(each) == "c":
                spot = self._spot_named(attribute_of(each, "r"), (this, column + 1))
                column = spot[1]
                cells[spot] = self._read_content(each, spot)
        if any(content.blocks for content in cells.values()):
            for spot, content in cells.items():
                self.lattice.put_content(spot, content)

    def _spot_named(self, name: str | None, following: RowColumn) -> RowColumn:
        if name is None:
            return following
        found = _CELL.fullmatch(name.upper())
        spot = (
            (int(found[2]), _column_number(found[1])) if found else (_LAST_ROW + 1, 0)
        )
        if spot[0] > _LAST_ROW or spot[1] > _LAST_COLUMN:
            raise self.book.error_at(
                self.place,
                Sentence("there is no cell {name}.", name=name[:20]),
                _SAVE_AGAIN,
            )
        return spot

    def _read_content(self, cell: Element, spot: RowColumn) -> CellContent:
        style = parse_number(attribute_of(cell, "s"))
        look = self.book.looks[style] if style < len(self.book.looks) else CellLook()
        value = find_child(cell, "v")
        if find_child(cell, "f") is not None and (
            value is None or (not value.text and attribute_of(cell, "t") != "str")
        ):
            self.unknown.append(spot)
        elif look.code == _SHOWS_NOTHING and len(cell) and look.is_seen:
            self.unseen.append(spot)
        try:
            spans, unseen = self.book.values.shown_spans(
                cell, look, coloured=self.coloured
            )
            self.unseen += [spot] if unseen else []
            self.texts[spot] = "".join(span.text for span in spans)
            return CellContent(spans_to_blocks(spans), look.fill)
        except IndexError as error:
            raise self.book.error_at(
                self._place_at(spot),
                Sentence("the text of this cell is not in the file."),
                _SAVE_AGAIN,
            ) from error

    def _merge_cells(self, refs: list[str]) -> None:
        if len(refs) > current_limits().merges:
            raise limit_error("merges", len(refs), self.place.as_sentence())
        last_row = max((row for row, _ in self.lattice.cells), default=0)
        last_column = max((column for _, column in self.lattice.cells), default=0)
        for ref in refs:
            one, _, other = ref.partition(":")
            corners = [
                self._spot_named(corner or one, (0, 0)) for corner in (one, other)
            ]
            (top, bottom), (left, right) = (
                sorted(numbers) for numbers in zip(*corners, strict=True)
            )
            if (bottom - top + 1) * (right - left + 1) > current_limits().cells:
                what = Sentence(
                    "the merged cell {name} is larger than dinet reads.", name=ref[:40]
                )
                raise self.book.error_at(self.place, what, Sentence("Undo this merge."))
            self.lattice.merge_cells(
                (top, left),
                min(bottom, last_row) - top + 1,
                min(right, last_column) - left + 1,
            )

    def _place_at(self, spot: RowColumn) -> Place:
        return self.place.model_copy(update={"row": spot[0], "column": spot[1]})


def _column_number(letters: str) -> int:
    whole = 0
    for letter in letters:
        whole = whole * 26 + ord(letter) - ord("A") + 1
    return whole


def _is_concealed(each: Element, size: str) -> bool:
    """A row or column is hidden, or has no height or width."""
    return means_yes(attribute_of(each, "hidden")) or bool(
        _NO_SIZE.fullmatch(attribute_of(each, size) or "")
    )


def _hidden_columns(columns: Iterable[Element]) -> list[int]:
    concealed = [
        each for each in islice(columns, _LAST_COLUMN) if _is_concealed(each, "width")
    ]
    hidden = bytearray(_LAST_COLUMN + 1 if concealed else 0)
    for each in concealed:
        first = max(parse_number(attribute_of(each, "min")), 1)
        last = min(parse_number(attribute_of(each, "max")), _LAST_COLUMN)
        hidden[first : last + 1] = b"\1" * (last + 1 - first)
    return [column for column, flag in enumerate(hidden) if flag]


DUTCH = {
    (
        "Excel workbooks: tables with merged cells, italics and colours, walked in the "
        "XML itself."
    ): (
        "Excel-bestanden: tabellen met samengevoegde cellen, cursief en kleuren, "
        "gelezen uit de XML zelf."
    ),
}
