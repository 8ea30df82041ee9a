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
from dinet.document.roles import prefixed, role_of
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Note, Place
from dinet.readers.pdf_pages.child_process import extract_pages
from dinet.readers.pdf_pages.colour_legend import find_colour_legends
from dinet.readers.pdf_pages.dehyphenation import Dehyphenation
from dinet.readers.pdf_pages.document_style import DocumentStyle, TextColumn
from dinet.readers.pdf_pages.open_rows import OpenTable
from dinet.readers.pdf_pages.open_tables import is_header, open_tables
from dinet.readers.pdf_pages.page_content import PdfPage, RuledTable
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

if find_spec("pypdfium2_raw") is None:
    raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")

# Shares of the letters that may have no meaning, or stand beyond the edge of the pages.
_MOST_ODD_SHARE = 0.3
_MOST_BEYOND_SHARE = 0.05
# Share of the words that may be written over one another, and the words always allowed.
_MOST_CROWDED_SHARE = 0.005
_FEW_CROWDED_WORDS = 3
# Share of the height of a page below which a table has to end to go on on the next page.
_FOOT_SHARE = 0.75


_COUNTED_NOTES = {
    "hidden": "hidden_text",
    "sideways": "sideways_text",
    "comments": "comments",
    "fields": "fields_left",
    "recognised": "recognised_text",
    "odd": "odd_characters",
    "beyond": "text_beyond",
}
"""The note for each thing that is counted on the pages."""


def read(data: bytes, name: str) -> Document:
    """The document in a PDF file.

    Raises:
        DocumentError: It is protected, damaged, a scan, or does not keep to the limits of time,
            memory and size.
    """
    pages = extract_pages(data, name)
    _refuse_unreadable(pages, name)
    return PdfReading(pages, name).build_document()


def _refuse_unreadable(pages: Sequence[PdfPage], name: str) -> None:
    """Refuse pages of which the text cannot be read.

    They have no letters, letters without meaning, text beyond the edge of the paper, or lines
    written over one another.
    """
    what = _why_unreadable(pages)
    if what:
        hint = Sentence(
            "Give the file it was made from, such as the Word or Excel file."
        )
        raise DocumentError(what[0], hint, *what[1:], where=name)


def _why_unreadable(pages: Sequence[PdfPage]) -> tuple[Sentence, ...]:
    """What makes pages unreadable, and what may help; empty when nothing does."""
    letters = sum(len(word.text) for page in pages for word in page.all_words)
    if not letters and any(page.counts.get("picture") for page in pages):
        return (
            Sentence("this PDF is a scan: pictures of pages, without text."),
            Sentence("Or have its text recognised (OCR) first."),
        )
    if not letters:
        return (Sentence("there is no text in this PDF."),)
    if _count_of(pages, "odd") > _MOST_ODD_SHARE * letters:
        return (Sentence("the letters in this PDF cannot be read as text."),)
    if _count_of(pages, "beyond") > _MOST_BEYOND_SHARE * letters:
        beyond = Sentence(
            "in this PDF text runs on beyond the edge of the pages, "
            "as in a print of a wide sheet."
        )
        return (beyond,)
    if _is_crowded(pages):
        return (Sentence("lines of text are written over one another in this PDF."),)
    return ()


def _count_of(pages: Sequence[PdfPage], key: str) -> int:
    """How many letters or things of a kind were counted on all pages."""
    return sum(page.counts.get(key, 0) for page in pages)


def _is_crowded(pages: Sequence[PdfPage]) -> bool:
    """Too many words are written over one another, in cells or beside them."""
    words = crowded = 0
    for page in pages:
        words += sum(1 for _ in page.all_words)
        crowded += count_crowded(page.words)
        for table in page.tables:
            crowded += sum(count_crowded(box.words) for box in table.boxes)
    return crowded > max(_FEW_CROWDED_WORDS, _MOST_CROWDED_SHARE * words)


class PdfReading:
    """One document on its way from pages to parts.

    Args:
        pages: Its pages.
        name: The file's name.
    """

    def __init__(self, pages: Sequence[PdfPage], name: str) -> None:
        self._pages = pages
        self._name = name
        all_lines = [words_to_lines(page.words) for page in pages]
        outlines = [
            _outline_of(page, lines)
            for page, lines in zip(pages, all_lines, strict=True)
        ]
        self._left_out = find_running_lines(outlines, _is_text)
        self._lines_by_page = [
            [line for line in lines if line not in running]
            for lines, running in zip(all_lines, self._left_out, strict=True)
        ]
        self._opened_by_page: list[list[OpenTable]] = [[] for _ in pages]
        self._style = DocumentStyle(self._all_columns())
        # the second time with the distances between lines that the first time found
        for _ in range(2):
            self._opened_by_page = list(self._open_tables())
            self._style = DocumentStyle(self._all_columns())
        self._dehyphenation = Dehyphenation(self._style)
        self._grid_notes: list[Note] = []

    def build_document(self) -> Document:
        """The parts in reading order, and what had to be left out or mended."""
        parts = tuple(self._read_parts())
        return Document(self._name, parts, (*self._grid_notes, *self._make_notes()))

    def _open_tables(self) -> Iterator[list[OpenTable]]:
        """The tables without full ruling lines, page after page.

        One that ends a page may go on on the next.
        """
        before: OpenTable | None = None
        for page, lines in zip(self._pages, self._lines_by_page, strict=True):
            tables = open_tables(page, lines, self._style, before)
            last = tables[-1] if tables else None
            before = last if last and _may_go_on(last, page, lines) else None
            rest = _lines_outside(tables, lines)
            yield [*tables, *find_colour_legends(page, rest)]

    def _loose_lines(self, number: int) -> list[PageLine]:
        """The lines of a page that stand in no table."""
        return _lines_outside(self._opened_by_page[number], self._lines_by_page[number])

    def _items_of_page(self, number: int) -> Iterator[PageTable | list[PageLine]]:
        """The tables of a page and the lines between them, in reading order."""
        page = self._pages[number]
        tables = [
            PageTable(table, page.number) for table in filter(_is_used, page.tables)
        ]
        for opened in self._opened_by_page[number]:
            headings = opened.headings or None
            tables.append(PageTable(opened.table, page.number, headings, opened.ruled))
        yield from order_on_page(tables, self._loose_lines(number))

    def _text_columns(self, number: int, loose: list[PageLine]) -> Iterator[TextColumn]:
        """Lines of a page in the columns in which they run."""
        plain = [
            line.right
            for line in self._loose_lines(number)
            if len(split_at_gaps(line)) == 1
        ]
        width = self._pages[number].width
        yield from text_columns(loose, width, max(plain, default=0))

    def _all_columns(self) -> Iterator[TextColumn]:
        """All lines of the document in the columns in which they run."""
        for number in range(len(self._pages)):
            for item in self._items_of_page(number):
                if isinstance(item, PageTable):
                    for columns in columns_of_cells(item).values():
                        yield from columns
                else:
                    yield from self._text_columns(number, item)

    def _all_items(self) -> Iterator[PageTable | PageText]:
        """The tables and the columns of text of all pages, in reading order."""
        for number, page in enumerate(self._pages):
            for item in self._items_of_page(number):
                if isinstance(item, PageTable):
                    yield item
                    continue
                for column in self._text_columns(number, item):
                    paragraphs = lines_to_paragraphs(column, self._style)
                    yield PageText(page.number, tuple(paragraphs))

    def _read_parts(self) -> Iterator[Para | Grid]:
        items = join_cut_paragraphs(list(self._all_items()))
        pieces = [item for item in items if isinstance(item, PageText)]
        texts = [paragraph for piece in pieces for paragraph in piece.paragraphs]
        headings = HeadingLevels(texts, self._style)
        margins = [text.mark for text in texts if text.mark is not None]
        merged = _has_merged_rows(items)
        grids = PageGrids(self._name, self._style, self._dehyphenation)
        for run in _chained_items(items):
            if isinstance(run, PageText):
                yield from text_to_parts(
                    run, headings, self._dehyphenation, margins, self._name
                )
            else:
                yield from grids.grids_of_chain(run, merges_known=merged)
        self._grid_notes = grids.notes

    # notes

    def _make_notes(self) -> Iterator[Note]:
        place = Place(file=self._name)
        yield from self._page_notes()
        examples = {
            "running_lines": [line.text for lines in self._left_out for line in lines],
            "words_glued": self._dehyphenation.glued,
            "words_guessed": self._dehyphenation.guessed,
            "hyphens_kept": self._dehyphenation.kept,
        }
        for code, texts in examples.items():
            if texts:
                yield make_note(code, place, "nl", count=len(texts), text=texts[0])
        yield from self._counted_notes(place)

    def _page_notes(self) -> Iterator[Note]:
        """What there is to say of single pages, and of tables without lines, once for each."""
        before = ""
        for page, opened in zip(self._pages, self._opened_by_page, strict=True):
            here = Place(file=self._name, page=page.number)
            for table in opened:
                headings = table.headings
                if headings and headings != before:
                    yield make_note("table_without_lines", here, "nl", text=headings)
                before = headings
            if page.counts.get("unread"):
                yield make_note("page_unread", here, "nl")
            elif page.counts.get("picture") and not any(page.all_words):
                yield make_note("page_picture", here, "nl")

    def _counted_notes(self, place: Place) -> Iterator[Note]:
        for key, code in _COUNTED_NOTES.items():
            count = _count_of(self._pages, key)
            if count:
                yield make_note(code, place, "nl", count=count)


def _outline_of(page: PdfPage, lines: list[PageLine]) -> PageOutline:
    """A page as lines, and the heights between which its tables stand."""
    tables = [(table.ys[0], table.ys[-1]) for table in page.tables]
    return PageOutline(page.height, lines, tables)


def _is_used(table: RuledTable) -> bool:
    """A table has words or a colour."""
    return any(box.words or box.fill for box in table.boxes)


def _may_go_on(table: OpenTable, page: PdfPage, lines: list[PageLine]) -> bool:
    """A table with a header ends its page, at the foot of it."""
    if not table.header or table.lines[-1] is not lines[-1]:
        return False
    return table.table.ys[-1] > _FOOT_SHARE * page.height


def _lines_outside(
    tables: Sequence[OpenTable], lines: list[PageLine]
) -> list[PageLine]:
    """The lines that stand in none of some tables."""
    taken = {id(line) for table in tables for line in table.lines}
    return [line for line in lines if id(line) not in taken]


def _has_merged_rows(items: Sequence[PageTable | PageText]) -> bool:
    """Some table has cells that span several rows."""
    return any(isinstance(item, PageTable) and item.has_merged_rows for item in items)


def _chained_items(
    items: Sequence[PageTable | PageText],
) -> Iterator[PageText | list[PageTable]]:
    """The texts, and the tables in chains of those that go on with one another, in order."""
    chain: list[PageTable] = []
    for item in items:
        if isinstance(item, PageTable):
            if chain and not continues_table(chain[-1], item):
                yield chain
                chain = []
            chain.append(item)
            continue
        if chain:
            yield chain
            chain = []
        yield item
    if chain:
        yield chain


def _is_text(line: PageLine) -> bool:
    """The line is about the programme wherever it stands.

    It is the header of a table, or a heading with a role.
    """
    return (
        is_header(line)
        or prefixed(line.text) is not None
        or role_of(line.text) is not None
    )


DUTCH = {
    (
        "PDF documents: words and ruling lines become paragraphs, lists and tables "
        "again, page after page."
    ): (
        "PDF-documenten: woorden en lijnen worden weer alinea's, lijsten en tabellen, "
        "bladzijde na bladzijde."
    ),
}
