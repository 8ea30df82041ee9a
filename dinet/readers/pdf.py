"""PDF documents: words and ruling lines become paragraphs, lists and tables again, page after page.

A child process takes the file apart, within limits of time and memory; what it finds is put
together here. Tables with ruling lines are read as they are drawn, with merged cells, italics
and colours; tables without are read by their headings, and noted for a person to check. A scan
without letters is refused.
"""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec

from dinet.document.content import Document, Grid, Para
from dinet.document.notes import make_note
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Note, Place
from dinet.readers.pdf_pages.child_process import extract_pages
from dinet.readers.pdf_pages.colour_legend import find_colour_legends
from dinet.readers.pdf_pages.dehyphenation import Dehyphenation
from dinet.readers.pdf_pages.document_style import DocumentStyle, TextColumn
from dinet.readers.pdf_pages.open_rows import OpenTable
from dinet.readers.pdf_pages.open_tables import is_header, open_tables
from dinet.readers.pdf_pages.page_content import PdfPage
from dinet.readers.pdf_pages.page_grids import PageGrids, columns_of_cells
from dinet.readers.pdf_pages.page_lines import (
    PageLine,
    count_crowded,
    split_at_gaps,
    words_to_lines,
)
from dinet.readers.pdf_pages.paragraphs import lines_to_paragraphs
from dinet.readers.pdf_pages.running_headers import PageOutline, find_running_lines
from dinet.readers.pdf_pages.table_breaks import PageTable, continues_table
from dinet.readers.pdf_pages.text_flow import (
    HeadingLevels,
    PageText,
    join_cut_paragraphs,
    order_on_page,
    text_columns,
    text_to_parts,
)
from dinet.vocabulary.roles import prefixed, role_of

if find_spec("pypdfium2_raw") is None:
    raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")

_MOST_ODD_SHARE = 0.3
_MOST_BEYOND_SHARE = 0.05
_MOST_CROWDED_SHARE = 0.005
_FEW_CROWDED_WORDS = 3
_FOOT_SHARE = 0.75


def read(data: bytes, name: str) -> Document:
    """The document in a PDF file.

    Raises:
        DocumentError: It is protected, damaged, a scan, or does not keep to the limits of time,
            memory and size.
    """
    found = extract_pages(data, name)
    _refuse_unreadable(found, name)
    return PdfReading(found, name).build_document()


def _refuse_unreadable(found: Sequence[PdfPage], name: str) -> None:
    """Refuse pages without letters, with letters that have no meaning, or with lines written over one another."""
    letters = sum(len(word.text) for sheet in found for word in sheet.all_words)
    hint = Sentence("Give the file it was made from, such as the Word or Excel file.")
    if not letters and any(sheet.counts.get("picture") for sheet in found):
        what = Sentence("this PDF is a scan: pictures of pages, without text.")
        raise DocumentError(
            what, hint, Sentence("Or have its text recognised (OCR) first."), where=name
        )
    if not letters:
        raise DocumentError(Sentence("there is no text in this PDF."), hint, where=name)
    if sum(sheet.counts.get("odd", 0) for sheet in found) > _MOST_ODD_SHARE * letters:
        raise DocumentError(
            Sentence("the letters in this PDF cannot be read as text."),
            hint,
            where=name,
        )
    if (
        sum(sheet.counts.get("beyond", 0) for sheet in found)
        > _MOST_BEYOND_SHARE * letters
    ):
        what = Sentence(
            "in this PDF text runs on beyond the edge of the pages, as in a print of a wide sheet."
        )
        raise DocumentError(what, hint, where=name)
    words = sum(1 for sheet in found for _ in sheet.all_words)
    rooms = [
        room
        for sheet in found
        for room in (
            sheet.words,
            *(box.words for table in sheet.tables for box in table.boxes),
        )
    ]
    if sum(map(count_crowded, rooms)) > max(
        _FEW_CROWDED_WORDS, _MOST_CROWDED_SHARE * words
    ):
        raise DocumentError(
            Sentence("lines of text are written over one another in this PDF."),
            hint,
            where=name,
        )


class PdfReading:
    """One document on its way from pages to parts.

    Args:
        found: Its pages.
        name: The file's name.
    """

    def __init__(self, found: Sequence[PdfPage], name: str) -> None:
        self._sheets = found
        self._name = name
        whole = [words_to_lines(sheet.words) for sheet in found]
        pages = [
            PageOutline(
                sheet.height,
                each,
                [(table.ys[0], table.ys[-1]) for table in sheet.tables],
            )
            for sheet, each in zip(found, whole, strict=True)
        ]
        self._left_out = find_running_lines(pages, _is_text)
        self._lines = [
            [line for line in each if line not in out]
            for each, out in zip(whole, self._left_out, strict=True)
        ]
        self._opened: list[list[OpenTable]] = [[] for _ in found]
        self._habits = DocumentStyle(self._all_columns())
        for _ in range(
            2
        ):  # the second time with the distances between lines that the first time found
            self._opened = list(self._open_tables())
            self._habits = DocumentStyle(self._all_columns())
        self._glue = Dehyphenation(self._habits)
        self._joined: list[Note] = []

    def build_document(self) -> Document:
        """The parts in reading order, and what had to be left out or mended."""
        parts = tuple(self._read_parts())
        return Document(self._name, parts, (*self._joined, *self._make_notes()))

    def _open_tables(self) -> Iterator[list[OpenTable]]:
        """The tables without full ruling lines, page after page; one that ends a page may go on on the next."""
        before: OpenTable | None = None
        for sheet, loose in zip(self._sheets, self._lines, strict=True):
            found = open_tables(sheet, loose, self._habits, before)
            last = found[-1] if found else None
            before = (
                last
                if last
                and last.header
                and last.lines[-1] is loose[-1]
                and last.table.ys[-1] > _FOOT_SHARE * sheet.height
                else None
            )
            taken = {id(line) for each in found for line in each.lines}
            yield [
                *found,
                *find_colour_legends(
                    sheet, [line for line in loose if id(line) not in taken]
                ),
            ]

    def _loose_lines(self, number: int) -> list[PageLine]:
        """The lines of a page that stand in no table."""
        taken = {id(line) for each in self._opened[number] for line in each.lines}
        return [line for line in self._lines[number] if id(line) not in taken]

    def _items_of_page(self, number: int) -> Iterator[PageTable | list[PageLine]]:
        page = self._sheets[number].number
        found = [
            PageTable(table, page)
            for table in self._sheets[number].tables
            if any(box.words or box.fill for box in table.boxes)
        ]
        found += [
            PageTable(each.table, page, each.headings or None, each.ruled)
            for each in self._opened[number]
        ]
        yield from order_on_page(found, self._loose_lines(number))

    def _text_columns(self, number: int, loose: list[PageLine]) -> Iterator[TextColumn]:
        plain = [
            line.right
            for line in self._loose_lines(number)
            if len(split_at_gaps(line)) == 1
        ]
        yield from text_columns(
            loose, self._sheets[number].width, max(plain, default=0)
        )

    def _all_columns(self) -> Iterator[TextColumn]:
        """All lines of the document in the columns in which they run."""
        for number in range(len(self._sheets)):
            for each in self._items_of_page(number):
                if isinstance(each, PageTable):
                    yield from (
                        column
                        for sides in columns_of_cells(each).values()
                        for column in sides
                    )
                else:
                    yield from self._text_columns(number, each)

    def _all_items(self) -> Iterator[PageTable | PageText]:
        for number, sheet in enumerate(self._sheets):
            for each in self._items_of_page(number):
                if isinstance(each, PageTable):
                    yield each
                    continue
                for column in self._text_columns(number, each):
                    yield PageText(
                        sheet.number, tuple(lines_to_paragraphs(column, self._habits))
                    )

    def _read_parts(self) -> Iterator[Para | Grid]:
        items = join_cut_paragraphs(list(self._all_items()))
        texts = [
            paragraph
            for each in items
            if isinstance(each, PageText)
            for paragraph in each.paragraphs
        ]
        headings = HeadingLevels(texts, self._habits)
        margins = [each.mark for each in texts if each.mark is not None]
        merged = any(
            each.has_merged_rows for each in items if isinstance(each, PageTable)
        )
        grids = PageGrids(self._name, self._habits, self._glue)
        chain: list[PageTable] = []
        for each in items:
            if chain and not (
                isinstance(each, PageTable) and continues_table(chain[-1], each)
            ):
                yield from grids.grids_of_chain(chain, merges_known=merged)
                chain = []
            if isinstance(each, PageTable):
                chain.append(each)
            else:
                yield from text_to_parts(
                    each, headings, self._glue, margins, self._name
                )
        if chain:
            yield from grids.grids_of_chain(chain, merges_known=merged)
        self._joined = grids.notes

    # notes

    def _make_notes(self) -> Iterator[Note]:
        place = Place(file=self._name)
        yield from self._page_notes()
        words = {
            "running_lines": [line.text for each in self._left_out for line in each],
            "words_glued": self._glue.glued,
            "words_guessed": self._glue.guessed,
            "hyphens_kept": self._glue.kept,
        }
        for code, found in words.items():
            if found:
                yield make_note(code, place, "nl", count=len(found), text=found[0])
        yield from self._counted_notes(place)

    def _page_notes(self) -> Iterator[Note]:
        """What there is to say of single pages, and of tables without lines, once for each."""
        before = ""
        for sheet, opened in zip(self._sheets, self._opened, strict=True):
            here = Place(file=self._name, page=sheet.number)
            for each in opened:
                if each.headings and each.headings != before:
                    yield make_note(
                        "table_without_lines", here, "nl", text=each.headings
                    )
                before = each.headings
            if sheet.counts.get("unread"):
                yield make_note("page_unread", here, "nl")
            elif sheet.counts.get("picture") and not any(sheet.all_words):
                yield make_note("page_picture", here, "nl")

    def _counted_notes(self, place: Place) -> Iterator[Note]:
        codes = {
            "hidden": "hidden_text",
            "sideways": "sideways_text",
            "comments": "comments",
            "fields": "fields_left",
            "recognised": "recognised_text",
            "odd": "odd_characters",
            "beyond": "text_beyond",
        }
        for key, code in codes.items():
            count = sum(sheet.counts.get(key, 0) for sheet in self._sheets)
            if count:
                yield make_note(code, place, "nl", count=count)


def _is_text(line: PageLine) -> bool:
    """The line is about the programme wherever it stands: the header of a table, or a heading with a role."""
    return (
        is_header(line)
        or prefixed(line.text) is not None
        or role_of(line.text) is not None
    )


DUTCH = {
    (
        "PDF documents: words and ruling lines become paragraphs, lists and tables again, page after page."
    ): (
        "PDF-documenten: woorden en lijnen worden weer alinea's, lijsten en tabellen, bladzijde na bladzijde."
    )
}
