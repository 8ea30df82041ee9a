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
from dinet.document.notes import note
from dinet.document.text_lines import paragraphs
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.limits import limits, over
from dinet.model import Note, Place, Programme
from dinet.readers.excel.cells import Values, runs
from dinet.readers.excel.relations import Relations, main_part
from dinet.readers.excel.styles import Look, looks
from dinet.readers.shared.grid_builder import Budget, Content, Lattice, Spot
from dinet.readers.shared.office_archive import Archive
from dinet.readers.shared.spreadsheets.native_workbook import (
    is_native,
    may_be_native,
    places_in,
    programme_in,
)
from dinet.readers.shared.spreadsheets.sheet import Sheet
from dinet.readers.shared.spreadsheets.sheet_parts import parts_of
from dinet.readers.shared.xml import attribute, child, number, switched_on, tag

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
    book, sheets = _opened(data, name)
    if is_native(sheets):
        return programme_in(book.texts, name)
    notes = [*book.notes, *(each for sheet in sheets for each in sheet.notes())]
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
    book, sheets = _opened(data, name)
    return places_in(book.texts, name) if is_native(sheets) else {}


def _opened(data: bytes, name: str) -> tuple["Book", tuple[Sheet, ...]]:
    archive = Archive(data, name, "workbook (.xlsx)")
    book = Book(archive, main_part(archive, "xl/workbook.xml"))
    return book, tuple(book.sheets())


class Book:
    """A workbook: its sheets, and the texts and looks that they share."""

    def __init__(self, archive: Archive, main: str) -> None:
        self.archive = archive
        self.root = archive.xml(main)
        self.relations = Relations(archive, main)
        self.budget = Budget(archive.name)
        self.read: set[str] = set()
        self.notes: list[Note] = []
        self.texts: dict[str, dict[Spot, str]] = {}
        """For each sheet the text of each cell, to the letter."""
        strings, styles = (
            self.relations.part("sharedStrings"),
            self.relations.part("styles"),
        )
        properties = child(self.root, "workbookPr")
        since_1904 = properties is not None and switched_on(
            attribute(properties, "date1904")
        )
        shared = [runs(each) for each in archive.xml(strings)] if strings else []
        self.values = Values(shared, since_1904=since_1904)
        self.looks = looks(archive.xml(styles)) if styles else []

    def sheets(self) -> Iterator[Sheet]:
        """The sheets that are shown, in order."""
        listed = child(self.root, "sheets")
        if listed is None or not len(listed):
            raise DocumentError(
                Sentence("this workbook has no sheets."), where=self.archive.name
            )
        native = may_be_native(attribute(each, "name") or "" for each in listed)
        for each in listed:
            place = Place(file=self.archive.name, sheet=attribute(each, "name") or "")
            part = self.relations.target(attribute(each, "id") or "", "worksheet")
            seen = (attribute(each, "state") or "visible") == "visible"
            self.notes += [] if seen else [note("hidden_sheet", place, "nl")]
            if part and part in self.read:
                raise self.refused(
                    place,
                    Sentence("two sheets of this workbook are one and the same part."),
                    _SAVE_AGAIN,
                )
            self.read.add(part or "")
            if part and (seen or native):
                walk = Walk(self, self.archive.xml(part), place)
                sheet = walk.sheet()
                self.texts[place.sheet or ""] = walk.texts
                if seen:
                    yield sheet
                    self._aside(Relations(self.archive, part), place)

    def _aside(self, relations: Relations, place: Place) -> None:
        """Count the comments of reviewers and the texts in drawings, which are left out."""
        for code, kind, name in (
            ("comments", "comments", "comment"),
            ("shapes", "drawing", "txBody"),
        ):
            part = relations.part(kind)
            found = (
                [each for each in self.archive.xml(part).iter() if tag(each) == name]
                if part
                else []
            )
            spoken = [
                each
                for each in found
                if any((inner.text or "").strip() for inner in each.iter())
            ]
            if spoken:
                self.notes.append(note(code, place, "nl", count=len(spoken)))

    def refused(self, place: Place, *what: Sentence) -> DocumentError:
        """An error at a place of this workbook."""
        return DocumentError(*what, where=place.words())


class Walk:
    """One walk through the XML of one sheet."""

    def __init__(self, book: Book, root: Element, place: Place) -> None:
        self.book = book
        self.root = root
        self.place = place
        self.lattice = Lattice(book.budget)
        self.coloured = any(
            tag(each) in ("tableParts", "conditionalFormatting", "picture")
            for each in root
        )
        """White letters may stand on a colour that no cell has itself."""
        self.texts: dict[Spot, str] = {}
        self.unknown: list[Spot] = []
        """Formulas without a stored result."""
        self.unseen: list[Spot] = []
        """Values that the format of their cell does not show."""

    def sheet(self) -> Sheet:
        """The sheet."""
        columns, merges = (child(self.root, name) for name in ("cols", "mergeCells"))
        rows: list[int] = []
        row = 0
        found = [row for data in self.root if tag(data) == "sheetData" for row in data]
        self.book.budget.check(sum(len(cell) > 0 for each in found for cell in each))
        for each in found:
            row = self._number(each, row + 1)
            rows += [row] if _conceals(each, "ht") else []
            self._row(each, row)
        self._merge(
            [
                attribute(each, "ref") or ""
                for each in (merges if merges is not None else ())
            ]
        )
        embedded = [
            self.place for each in self.root if tag(each) == "oleObjects" for _ in each
        ]
        self.book.notes += (
            [note("embedded", self.place, "nl", count=len(embedded))]
            if embedded
            else []
        )
        for code, spots in (
            ("formula_unknown", self.unknown),
            ("hidden_text", self.unseen),
        ):
            self.book.notes += (
                [note(code, self._at(spots[0]), "nl", count=len(spots))]
                if spots
                else []
            )
        return Sheet(
            self.place,
            self.lattice,
            rows,
            _hidden(columns if columns is not None else ()),
        )

    def _number(self, row: Element, following: int) -> int:
        found = attribute(row, "r")
        return (
            following
            if found is None
            else min(number(found, following) or following, _LAST_ROW)
        )

    def _row(self, row: Element, this: int) -> None:
        cells: dict[Spot, Content] = {}
        column = 0
        for each in row:
            if tag(each) == "c":
                spot = self._spot(attribute(each, "r"), (this, column + 1))
                column = spot[1]
                cells[spot] = self._content(each, spot)
        if any(content.blocks for content in cells.values()):
            for spot, content in cells.items():
                self.lattice.put(spot, content)

    def _spot(self, name: str | None, following: Spot) -> Spot:
        if name is None:
            return following
        found = _CELL.fullmatch(name.upper())
        spot = (int(found[2]), _column(found[1])) if found else (_LAST_ROW + 1, 0)
        if spot[0] > _LAST_ROW or spot[1] > _LAST_COLUMN:
            raise self.book.refused(
                self.place,
                Sentence("there is no cell {name}.", name=name[:20]),
                _SAVE_AGAIN,
            )
        return spot

    def _content(self, cell: Element, spot: Spot) -> Content:
        style = number(attribute(cell, "s"))
        look = self.book.looks[style] if style < len(self.book.looks) else Look()
        value = child(cell, "v")
        if child(cell, "f") is not None and (
            value is None or (not value.text and attribute(cell, "t") != "str")
        ):
            self.unknown.append(spot)
        elif look.code == _SHOWS_NOTHING and len(cell) and look.seen:
            self.unseen.append(spot)
        try:
            spans, unseen = self.book.values.spans(cell, look, coloured=self.coloured)
            self.unseen += [spot] if unseen else []
            self.texts[spot] = "".join(span.text for span in spans)
            return Content(paragraphs(spans), look.fill)
        except IndexError as error:
            raise self.book.refused(
                self._at(spot),
                Sentence("the text of this cell is not in the file."),
                _SAVE_AGAIN,
            ) from error

    def _merge(self, refs: list[str]) -> None:
        if len(refs) > limits().merges:
            raise over("merges", len(refs), self.place.words())
        last_row = max((row for row, _ in self.lattice.cells), default=0)
        last_column = max((column for _, column in self.lattice.cells), default=0)
        for ref in refs:
            one, _, other = ref.partition(":")
            corners = [self._spot(corner or one, (0, 0)) for corner in (one, other)]
            (top, bottom), (left, right) = (
                sorted(numbers) for numbers in zip(*corners, strict=True)
            )
            if (bottom - top + 1) * (right - left + 1) > limits().cells:
                what = Sentence(
                    "the merged cell {name} is larger than dinet reads.", name=ref[:40]
                )
                raise self.book.refused(self.place, what, Sentence("Undo this merge."))
            self.lattice.merge(
                (top, left),
                min(bottom, last_row) - top + 1,
                min(right, last_column) - left + 1,
            )

    def _at(self, spot: Spot) -> Place:
        return self.place.model_copy(update={"row": spot[0], "column": spot[1]})


def _column(letters: str) -> int:
    whole = 0
    for letter in letters:
        whole = whole * 26 + ord(letter) - ord("A") + 1
    return whole


def _conceals(each: Element, size: str) -> bool:
    """A row or column is hidden, or has no height or width."""
    return switched_on(attribute(each, "hidden")) or bool(
        _NO_SIZE.fullmatch(attribute(each, size) or "")
    )


def _hidden(columns: Iterable[Element]) -> list[int]:
    concealed = [
        each for each in islice(columns, _LAST_COLUMN) if _conceals(each, "width")
    ]
    hidden = bytearray(_LAST_COLUMN + 1 if concealed else 0)
    for each in concealed:
        first = max(number(attribute(each, "min")), 1)
        last = min(number(attribute(each, "max")), _LAST_COLUMN)
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
