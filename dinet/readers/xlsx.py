"""Excel workbooks: tables with merged cells, italics and colours, walked in the XML itself.

Numbers and dates are read as the sheet shows them, formulas by their stored result. Rows that
a filter hides are read; hidden sheets, rows and columns, comments and pictures are left out. Both
are noted. Macros are never run and links never followed. openpyxl is not used for reading: one
link or merged cell over a whole sheet hangs it, and it cannot read workbooks of the strict kind.

Suffixes: .xlsx .xlsm .xltx
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from xml.etree.ElementTree import Element

from dinet.document.content import Document, Span
from dinet.document.notes import make_note
from dinet.document.own_outputs import refuse_own_output
from dinet.document.text_lines import spans_to_blocks
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error
from dinet.model import Note, Place
from dinet.native import DecodedFile
from dinet.readers.excel.cells import CellValues, read_runs
from dinet.readers.excel.filters import filter_of, filtered_rows
from dinet.readers.excel.left_out import CODES, pass_overlays
from dinet.readers.excel.relations import Relations, main_part
from dinet.readers.excel.styles import CellLook, read_looks
from dinet.readers.shared.grid_builder import (
    CellBudget,
    CellContent,
    GridBuilder,
    RowColumn,
)
from dinet.readers.shared.left_out import LeftOutLog
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.spreadsheets.native_workbook import (
    decode_workbook,
    is_native,
    may_be_native,
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
from dinet.vocabulary.text_language import language_of_text

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
# Rows and columns of a sheet, as Excel limits them.
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_NO_SIZE = re.compile(r"0+(?:\.0*)?")
_SHOWS_NOTHING = ";;;"
# What may colour cells that have no colour of their own.
_COLOURING = ("tableParts", "conditionalFormatting", "picture")
# Texts by which the language of a workbook is told; more would only take time.
_TEXTS_TO_LOOK = 500
# The title of a workbook, its author and remarks on it.
_DESCRIPTIONS = "docProps/core.xml"
_SAVE_AGAIN = Sentence("Open it in Excel and save it again.")


def read(data: bytes, name: str) -> Document | DecodedFile:
    """The document in a workbook; in one that dinet made, the programme itself, with its rows.

    Raises:
        DocumentError: It is not a workbook, is encrypted or damaged, or does not keep to the
            limits.
    """
    archive = OfficeArchive(data, name, "workbook (.xlsx)")
    refuse_own_output(_own_descriptions(archive), name)
    book = ExcelWorkbook(archive, main_part(archive, "xl/workbook.xml"))
    sheets = tuple(book.read_sheets())
    if is_native(sheets):
        return decode_workbook(book.texts, name)
    hidden = [note for sheet in sheets for note in sheet.note_hidden()]
    return Document(name, parts_of(sheets), (*book.notes, *hidden))


def _own_descriptions(archive: OfficeArchive) -> Iterator[str]:
    """What the workbook says of itself, when it says that and can be unpacked."""
    if _DESCRIPTIONS in archive:
        with suppress(DocumentError):
            yield archive.read_part(_DESCRIPTIONS).decode(errors="replace")


class ExcelWorkbook:
    """A workbook: its sheets, and the texts and looks that they share."""

    def __init__(self, archive: OfficeArchive, main: str) -> None:
        self.archive = archive
        self.root = archive.read_xml(main)
        self.relations = Relations(archive, main)
        self.budget = CellBudget(archive.name)
        self.read: set[str] = set()
        """The parts that sheets refer to."""
        self.notes: list[Note] = []
        self.texts: dict[str, dict[RowColumn, str]] = {}
        """For each sheet the text of each cell, to the letter."""
        strings = self.relations.part_of_kind("sharedStrings")
        styles = self.relations.part_of_kind("styles")
        properties = find_child(self.root, "workbookPr")
        since_1904 = properties is not None and means_yes(
            attribute_of(properties, "date1904")
        )
        shared = archive.read_xml(strings) if strings else ()
        runs = [read_runs(text) for text in shared]
        self.values = CellValues(runs, since_1904=since_1904)
        self.shared_words = _beginning_of(
            run.text for pieces in runs for run in pieces
        )
        self.looks = read_looks(archive.read_xml(styles)) if styles else []

    def read_sheets(self) -> Iterator[CellSheet]:
        """The sheets that are shown, in order."""
        entries = self._sheet_entries()
        native = may_be_native(place.sheet or "" for _, place in entries)
        for entry, place in entries:
            shown = (attribute_of(entry, "state") or "visible") == "visible"
            if not shown:
                self.notes.append(make_note("hidden_sheet", place, "nl"))
            part = self._part_of_sheet(entry, place)
            if part and shown:
                relations = Relations(self.archive, part)
                yield self._read_part(part, place, relations)
                log = LeftOutLog(place)
                pass_overlays(self.archive, relations, log)
                self.notes += log.notes_in_order(CODES)
            elif part and native:
                # a programme uses hidden sheets too
                self._read_part(part, place, Relations(self.archive, part))

    def _sheet_entries(self) -> list[tuple[Element, Place]]:
        """What the workbook says of each of its sheets, and the place of that sheet."""
        name = self.archive.name
        listed = find_child(self.root, "sheets")
        if listed is None or not len(listed):
            raise DocumentError(
                Sentence("this workbook has no sheets."), where=name
            )
        return [
            (entry, Place(file=name, sheet=attribute_of(entry, "name") or ""))
            for entry in listed
        ]

    def _part_of_sheet(self, entry: Element, place: Place) -> str | None:
        """The part that holds a sheet; None for a sheet without cells, such as a chart.

        Two sheets in one part are refused: reading it again and again takes long.
        """
        part = self.relations.target_of(
            attribute_of(entry, "id") or "", "worksheet"
        )
        if part and part in self.read:
            raise self.error_at(
                place,
                Sentence(
                    "two sheets of this workbook are one and the same part."
                ),
                _SAVE_AGAIN,
            )
        self.read.add(part or "")
        return part

    def _read_part(
        self, part: str, place: Place, relations: Relations
    ) -> CellSheet:
        walk = SheetWalk(self, self.archive.read_xml(part), place)
        sheet = walk.read_sheet(self._filters_of_tables(relations))
        self.texts[place.sheet or ""] = walk.texts
        return sheet

    def _filters_of_tables(
        self, relations: Relations
    ) -> Iterator[Element | None]:
        """The filters of the tables in a sheet, each of which is a part of its own."""
        for part in relations.parts_of_kind("table"):
            yield find_child(self.archive.read_xml(part), "autoFilter")

    def error_at(self, place: Place, *what: Sentence) -> DocumentError:
        """An error at a place of this workbook."""
        return DocumentError(*what, where=place.as_sentence())


class SheetWalk:
    """One walk through the XML of one sheet."""

    def __init__(
        self, book: ExcelWorkbook, root: Element, place: Place
    ) -> None:
        self.book = book
        self.root = root
        book.values.lang = language_of_text(
            book.shared_words or _beginning_of(_own_texts(root))
        )
        self.place = place
        self.lattice = GridBuilder(book.budget)
        self.coloured = any(local_name(child) in _COLOURING for child in root)
        """White letters may stand on a colour that no cell has itself."""
        self.texts: dict[RowColumn, str] = {}
        self.unknown: list[RowColumn] = []
        """Formulas without a stored result."""
        self.unseen: list[RowColumn] = []
        """Values that the format of their cell does not show."""

    def read_sheet(self, filters: Iterable[Element | None]) -> CellSheet:
        """The sheet.

        Args:
            filters: Of the tables in it; that of the sheet itself is not among them.
        """
        hidden_rows = self._read_rows()
        self._merge_cells()
        self._add_notes()
        filtered = self._filtered_among(hidden_rows, filters)
        columns = find_child(self.root, "cols")
        hidden_columns = _hidden_columns(
            columns if columns is not None else ()
        )
        return CellSheet(
            self.place, self.lattice, hidden_rows, hidden_columns, filtered
        )

    def _filtered_among(
        self, hidden: list[int], filters: Iterable[Element | None]
    ) -> list[int]:
        """Those of the hidden rows that only a filter hides."""
        if not hidden:
            return []
        own = find_child(self.root, "autoFilter")
        found = (
            filter_of(element, self._corners_of_filter)
            for element in (own, *filters)
        )
        known = [one for one in found if one is not None]
        return filtered_rows(hidden, known, self._text_at)

    def _text_at(self, spot: RowColumn) -> str:
        return self.lattice.content_seen_at(spot).text

    def _corners_of_filter(self, name: str) -> tuple[RowColumn, RowColumn]:
        """The first and last spot of a filter; it costs nothing, however large it is."""
        one, _, other = name.partition(":")
        first = self._spot_named(one, (0, 0))
        return first, self._spot_named(other or one, (0, 0))

    def _read_rows(self) -> list[int]:
        """Read all rows; give the numbers of those that are hidden."""
        rows = [
            row for data in self._children_named("sheetData") for row in data
        ]
        self.book.budget.check_room(
            sum(len(cell) > 0 for row in rows for cell in row)
        )
        hidden: list[int] = []
        number = 0
        for row in rows:
            number = self._row_number(row, number + 1)
            if _is_concealed(row, "ht"):
                hidden.append(number)
            self._read_row(row, number)
        return hidden

    def _children_named(self, name: str) -> Iterator[Element]:
        return (child for child in self.root if local_name(child) == name)

    def _add_notes(self) -> None:
        """Note what is embedded, and the cells of which something is not known or not shown."""
        embedded = sum(
            len(objects) for objects in self._children_named("oleObjects")
        )
        notes = self.book.notes
        if embedded:
            notes.append(
                make_note("embedded", self.place, "nl", count=embedded)
            )
        for code, spots in (
            ("formula_unknown", self.unknown),
            ("hidden_text", self.unseen),
        ):
            if spots:
                place = self._place_at(spots[0])
                notes.append(make_note(code, place, "nl", count=len(spots)))

    def _row_number(self, row: Element, following: int) -> int:
        """The number that a row gives itself, or else the one after the row before it."""
        stated = attribute_of(row, "r")
        if stated is None:
            return following
        return min(parse_number(stated, following) or following, _LAST_ROW)

    def _read_row(self, row: Element, number: int) -> None:
        """Put the cells of a row into the lattice; a row without any words is left out."""
        contents: dict[RowColumn, CellContent] = {}
        column = 0
        for cell in row:
            if local_name(cell) == "c":
                following = (number, column + 1)
                spot = self._spot_named(attribute_of(cell, "r"), following)
                column = spot[1]
                contents[spot] = self._read_content(cell, spot)
        if any(content.blocks for content in contents.values()):
            for spot, content in contents.items():
                self.lattice.put_content(spot, content)

    def _spot_named(self, name: str | None, following: RowColumn) -> RowColumn:
        """The spot that a name such as ``B12`` means; without name the one that follows."""
        if name is None:
            return following
        found = _CELL.fullmatch(name.upper())
        if found:
            spot = (int(found[2]), _column_number(found[1]))
            if spot[0] <= _LAST_ROW and spot[1] <= _LAST_COLUMN:
                return spot
        raise self.book.error_at(
            self.place,
            Sentence("there is no cell {name}.", name=name[:20]),
            _SAVE_AGAIN,
        )

    def _read_content(self, cell: Element, spot: RowColumn) -> CellContent:
        style = parse_number(attribute_of(cell, "s"))
        look = (
            self.book.looks[style]
            if style < len(self.book.looks)
            else CellLook()
        )
        if _lacks_result(cell):
            self.unknown.append(spot)
        elif look.code == _SHOWS_NOTHING and len(cell) and look.is_seen:
            self.unseen.append(spot)
        spans, unseen = self._shown_spans(cell, look, spot)
        if unseen:
            self.unseen.append(spot)
        self.texts[spot] = "".join(span.text for span in spans)
        return CellContent(spans_to_blocks(spans), look.fill)

    def _shown_spans(
        self, cell: Element, look: CellLook, spot: RowColumn
    ) -> tuple[tuple[Span, ...], bool]:
        """What a cell shows, and whether it holds more, that nobody sees."""
        try:
            return self.book.values.shown_spans(
                cell, look, coloured=self.coloured
            )
        except IndexError as error:
            raise self.book.error_at(
                self._place_at(spot),
                Sentence("the text of this cell is not in the file."),
                _SAVE_AGAIN,
            ) from error

    def _merge_cells(self) -> None:
        """Merge what the sheet merges, as far as there are cells."""
        merges = find_child(self.root, "mergeCells")
        listed = merges if merges is not None else ()
        names = [attribute_of(merge, "ref") or "" for merge in listed]
        if len(names) > current_limits().merges:
            raise limit_error("merges", len(names), self.place.as_sentence())
        last_row = max((row for row, _ in self.lattice.cells), default=0)
        last_column = max(
            (column for _, column in self.lattice.cells), default=0
        )
        for name in names:
            (top, left), (bottom, right) = self._corners_named(name)
            rows = min(bottom, last_row) - top + 1
            columns = min(right, last_column) - left + 1
            self.lattice.merge_cells((top, left), rows, columns)

    def _corners_named(self, name: str) -> tuple[RowColumn, RowColumn]:
        """The first and last spot that a name such as ``A1:B3`` or ``A1`` means."""
        one, _, other = name.partition(":")
        first_row, first_column = self._spot_named(one, (0, 0))
        second_row, second_column = self._spot_named(other or one, (0, 0))
        top, bottom = sorted((first_row, second_row))
        left, right = sorted((first_column, second_column))
        if (bottom - top + 1) * (right - left + 1) > current_limits().cells:
            raise self._large_merge_error(name)
        return (top, left), (bottom, right)

    def _large_merge_error(self, name: str) -> DocumentError:
        what = Sentence(
            "the merged cell {name} is larger than dinet reads.",
            name=name[:40],
        )
        return self.book.error_at(
            self.place, what, Sentence("Undo this merge.")
        )

    def _place_at(self, spot: RowColumn) -> Place:
        return self.place.model_copy(
            update={"row": spot[0], "column": spot[1]}
        )


def _own_texts(root: Element) -> Iterator[str]:
    """The texts that a sheet holds itself, and does not share with others."""
    for element in root.iter():
        if local_name(element) == "t":
            yield element.text or ""


def _beginning_of(texts: Iterable[str]) -> str:
    """The first of many texts, enough of them to tell their language."""
    return " ".join(islice(texts, _TEXTS_TO_LOOK))


def _lacks_result(cell: Element) -> bool:
    """A cell has a formula, and no stored result; an empty text is a result."""
    if find_child(cell, "f") is None:
        return False
    value = find_child(cell, "v")
    return value is None or (
        not value.text and attribute_of(cell, "t") != "str"
    )


def _column_number(letters: str) -> int:
    whole = 0
    for letter in letters:
        whole = whole * 26 + ord(letter) - ord("A") + 1
    return whole


def _is_concealed(element: Element, size: str) -> bool:
    """A row or column is hidden, or has no height or width."""
    if means_yes(attribute_of(element, "hidden")):
        return True
    return _NO_SIZE.fullmatch(attribute_of(element, size) or "") is not None


def _hidden_columns(columns: Iterable[Element]) -> list[int]:
    """The numbers of the columns that are hidden, in order.

    The runs of columns in a file may overlap, so each column is marked by itself.
    """
    concealed = [
        column
        for column in islice(columns, _LAST_COLUMN)
        if _is_concealed(column, "width")
    ]
    marks = bytearray(_LAST_COLUMN + 1 if concealed else 0)
    for run in concealed:
        first = max(parse_number(attribute_of(run, "min")), 1)
        last = min(parse_number(attribute_of(run, "max")), _LAST_COLUMN)
        marks[first : last + 1] = b"\1" * (last + 1 - first)
    return [number for number, is_hidden in enumerate(marks) if is_hidden]


DUTCH = {
    (
        "Excel workbooks: tables with merged cells, italics and colours, walked in the "
        "XML itself."
    ): (
        "Excel-bestanden: tabellen met samengevoegde cellen, cursief en kleuren, "
        "gelezen uit de XML zelf."
    ),
}
