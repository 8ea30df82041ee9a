"""PDF documents: words and ruling lines become paragraphs, lists and tables again, page after page.

A child process takes the file apart, within limits of time and memory; what it finds is put
together here. Tables with ruling lines are read as they are drawn, with merged cells, italics
and colours; tables without are read by their headings, and noted for a person to check. A scan
without letters is refused.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import chain

from dinet.document.content import Document, Grid, Para
from dinet.document.notes import make_note
from dinet.document.own_outputs import refuse_own_output
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Note, Place
from dinet.readers.pdf_pages.child_process import extract_pages
from dinet.readers.pdf_pages.colour_legend import find_colour_legends
from dinet.readers.pdf_pages.dehyphenation import Dehyphenation
from dinet.readers.pdf_pages.document_style import DocumentStyle, TextColumn
from dinet.readers.pdf_pages.drawings import (
    Drawing,
    find_drawing,
    without_drawing,
)
from dinet.readers.pdf_pages.open_rows import OpenTable
from dinet.readers.pdf_pages.open_tables import is_header, open_tables
from dinet.readers.pdf_pages.other_columns import (
    OtherColumns,
    find_other_columns,
)
from dinet.readers.pdf_pages.page_content import PdfPage
from dinet.readers.pdf_pages.page_grids import PageGrids, columns_of_cells
from dinet.readers.pdf_pages.page_lines import (
    PageLine,
    count_crowded,
    split_at_gaps,
    words_to_lines,
)
from dinet.readers.pdf_pages.paragraphs import Paragraph, lines_to_paragraphs
from dinet.readers.pdf_pages.repeated_headings import find_repeated_headings
from dinet.readers.pdf_pages.running_headers import (
    PageOutline,
    find_running_lines,
)
from dinet.readers.pdf_pages.table_breaks import (
    PageTable,
    continues_table,
    has_own_headings,
)
from dinet.readers.pdf_pages.text_flow import (
    HeadingLevels,
    PageText,
    join_cut_paragraphs,
    order_on_page,
    text_columns,
    text_to_parts,
)
from dinet.vocabulary.roles import find_role_prefix, kind_of, role_of

if find_spec("pypdfium2_raw") is None:
    raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")

# A file is refused with more letters than this share of which it does not tell the meaning: a font
# without a table of its letters makes most words unreadable.
_MOST_ODD_SHARE = 0.3
# It is refused with more letters than this share beyond the edge of the pages: text is cut off.
_MOST_BEYOND_SHARE = 0.05
# It is refused with more words than this share written over others.
_MOST_CROWDED_SHARE = 0.005
# So few words written over others never matter, however short the document.
_FEW_CROWDED_WORDS = 3
# A table that ends above this share of the height of a page does not go on on the next.
_FOOT_SHARE = 0.75
# The tables without lines are looked for so often: the second time with the distances between lines
# that the first time found.
_ROUNDS = 2
_GIVE_SOURCE_FILE = Sentence(
    "Give the file it was made from, such as the Word or Excel file."
)


def read(data: bytes, name: str) -> Document:
    """The document in a PDF file.

    Raises:
        DocumentError: It is protected, damaged, a scan, or does not keep to the limits of time,
            memory and size.
    """
    pages = extract_pages(data, name)
    refuse_own_output(map(_words_on, pages), name)
    _refuse_unreadable(pages, name)
    return PdfReading(pages, name).build_document()


def _words_on(page: PdfPage) -> str:
    """The words of a page outside its tables, as the page has them."""
    return " ".join(word.text for word in page.words)


def _refuse_unreadable(pages: Sequence[PdfPage], name: str) -> None:
    """Refuse pages of which the text cannot be relied upon.

    Raises:
        DocumentError: The pages have no letters, letters that have no meaning, text beyond their
            edge, or lines written over one another.
    """
    letters = sum(len(word.text) for page in pages for word in page.all_words)
    if not letters:
        raise _no_text_error(pages, name)
    reason = _unreadable_reason(pages, letters)
    if reason:
        raise DocumentError(reason, _GIVE_SOURCE_FILE, where=name)


def _no_text_error(pages: Sequence[PdfPage], name: str) -> DocumentError:
    """The message for pages without letters: a scan when there are pictures."""
    if not any(page.counts.get("picture") for page in pages):
        reason = Sentence("there is no text in this PDF.")
        return DocumentError(reason, _GIVE_SOURCE_FILE, where=name)
    return DocumentError(
        Sentence("this PDF is a scan: pictures of pages, without text."),
        _GIVE_SOURCE_FILE,
        Sentence("Or have its text recognised (OCR) first."),
        where=name,
    )


def _unreadable_reason(
    pages: Sequence[PdfPage], letters: int
) -> Sentence | None:
    """Why the text of these pages cannot be relied upon; None when it can."""
    if _count_in(pages, "odd") > _MOST_ODD_SHARE * letters:
        return Sentence("the letters in this PDF cannot be read as text.")
    if _count_in(pages, "beyond") > _MOST_BEYOND_SHARE * letters:
        return Sentence(
            "in this PDF text runs on beyond the edge of the pages, as in a print of a wide sheet."
        )
    words = sum(1 for page in pages for _ in page.all_words)
    most_crowded = max(_FEW_CROWDED_WORDS, _MOST_CROWDED_SHARE * words)
    if sum(map(_count_crowded_on, pages)) > most_crowded:
        return Sentence(
            "lines of text are written over one another in this PDF."
        )
    return None


def _count_in(pages: Sequence[PdfPage], what: str) -> int:
    """How often something was left out, or is so, on all pages together."""
    return sum(page.counts.get(what, 0) for page in pages)


def _count_crowded_on(page: PdfPage) -> int:
    """How many words of a page are written over another: outside tables, and in each cell."""
    crowded = count_crowded(page.words)
    for table in page.tables:
        crowded += sum(count_crowded(box.words) for box in table.boxes)
    return crowded


class PdfReading:
    """One document on its way from pages to parts.

    Args:
        pages: Its pages.
        name: The file's name.
    """

    def __init__(self, pages: Sequence[PdfPage], name: str) -> None:
        self._name = name
        self._drawings = [
            drawing for drawing in map(find_drawing, pages) if drawing
        ]
        pages = _without_drawings(pages, self._drawings)
        self._pages = pages
        lines_by_page = [words_to_lines(page.words) for page in pages]
        outlines = [
            _outline_of(page, lines)
            for page, lines in zip(pages, lines_by_page, strict=True)
        ]
        self._running_lines = find_running_lines(outlines, _is_text)
        self._lines = _lines_without(lines_by_page, self._running_lines)
        repeated = find_repeated_headings(pages, self._lines)
        self._lines = _lines_without(self._lines, repeated)
        self._running_lines = [
            [*running, *headings]
            for running, headings in zip(
                self._running_lines, repeated, strict=True
            )
        ]
        self._goes_on = [bool(headings) for headings in repeated]
        """Whether a page begins with headings that stood above what goes on on it."""
        self._opened: list[list[OpenTable]] = [[] for _ in pages]
        self._habits = DocumentStyle(self._all_columns())
        for _ in range(_ROUNDS):
            self._opened = list(self._open_tables())
            self._habits = DocumentStyle(self._all_columns())
        self._glue = Dehyphenation(self._habits)
        self._joined: list[Note] = []
        self._other_columns: list[OtherColumns] = []

    def build_document(self) -> Document:
        """The parts in reading order, and what had to be left out or mended.

        Raises:
            DocumentError: There is a drawing, and nothing else about a programme.
        """
        if self._drawings and not self._tells_programme():
            raise _drawing_error(self._drawings[0], self._name)
        parts = tuple(self._read_parts())
        return Document(
            self._name, parts, (*self._joined, *self._make_notes())
        )

    def _tells_programme(self) -> bool:
        """Outside drawings there is a table, or a line that says that it is an element."""
        if any(page.tables for page in self._pages) or any(self._opened):
            return True
        return any(
            _names_element(line) for lines in self._lines for line in lines
        )

    def _open_tables(self) -> Iterator[list[OpenTable]]:
        """The tables without full ruling lines, page after page, and after them the legends."""
        before: OpenTable | None = None
        for page, lines, goes_on in zip(
            self._pages, self._lines, [*self._goes_on[1:], False], strict=True
        ):
            tables = open_tables(page, lines, self._habits, before)
            before = None
            if tables and _may_go_on(tables[-1], lines, page, known=goes_on):
                before = tables[-1]
            legends = find_colour_legends(page, _lines_outside(lines, tables))
            yield [*tables, *legends]

    def _loose_lines(self, number: int) -> list[PageLine]:
        """The lines of a page that stand in no table."""
        return _lines_outside(self._lines[number], self._opened[number])

    def _items_of_page(
        self, number: int
    ) -> Iterator[PageTable | list[PageLine]]:
        """The tables of a page and the lines between them, from top to bottom."""
        page = self._pages[number]
        tables = [
            PageTable(table, page.number)
            for table in page.tables
            if any(box.words or box.fill for box in table.boxes)
        ]
        tables += [
            PageTable(
                opened.table,
                page.number,
                opened.headings or None,
                opened.ruled,
            )
            for opened in self._opened[number]
        ]
        yield from order_on_page(tables, self._loose_lines(number))

    def _text_columns(
        self, number: int, loose: list[PageLine]
    ) -> Iterator[TextColumn]:
        """The columns in which lines of a page run; its right margin is its longest whole line."""
        ends = [
            line.right
            for line in self._loose_lines(number)
            if len(split_at_gaps(line)) == 1
        ]
        yield from text_columns(
            loose, self._pages[number], max(ends, default=0)
        )

    def _all_columns(self) -> Iterator[TextColumn]:
        """All lines of the document in the columns in which they run."""
        for number in range(len(self._pages)):
            for item in self._items_of_page(number):
                if isinstance(item, PageTable):
                    yield from chain.from_iterable(
                        columns_of_cells(item).values()
                    )
                else:
                    yield from self._text_columns(number, item)

    def _all_items(self) -> Iterator[PageTable | PageText]:
        """All tables and texts of the document in reading order."""
        for number, page in enumerate(self._pages):
            for item in self._items_of_page(number):
                if isinstance(item, PageTable):
                    yield item
                    continue
                for column in self._text_columns(number, item):
                    paragraphs = lines_to_paragraphs(column, self._habits)
                    yield PageText(page.number, tuple(paragraphs))

    def _read_parts(self) -> Iterator[Para | Grid]:
        """The paragraphs and grids of the document in reading order."""
        items = join_cut_paragraphs(list(self._all_items()))
        texts = _paragraphs_in(items)
        headings = HeadingLevels(texts, self._habits)
        margins = [text.mark for text in texts if text.mark is not None]
        grids = PageGrids(self._name, self._habits, self._glue)
        merged = any(
            item.has_merged_rows
            for item in items
            if isinstance(item, PageTable)
        )
        chained = list(_chain_parts(items))
        chains = [item for item in chained if isinstance(item, list)]
        self._other_columns = list(find_other_columns(chains))
        for item in chained:
            if isinstance(item, PageText):
                yield from text_to_parts(
                    item, headings, self._glue, margins, self._name
                )
            else:
                yield from grids.grids_of_chain(item, merges_known=merged)
        self._joined = grids.notes

    # notes

    def _make_notes(self) -> Iterator[Note]:
        """What there is to say of the reading: page by page, then of words, then of counts."""
        place = Place(file=self._name)
        yield from self._drawing_notes()
        yield from self._other_columns_notes()
        yield from self._page_notes()
        running = [
            line.text for lines in self._running_lines for line in lines
        ]
        texts_by_code = {
            "running_lines": running,
            "words_glued": self._glue.glued,
            "words_guessed": self._glue.guessed,
            "hyphens_kept": self._glue.kept,
        }
        for code, texts in texts_by_code.items():
            if texts:
                yield make_note(
                    code, place, "nl", count=len(texts), text=texts[0]
                )
        yield from self._counted_notes(place)

    def _drawing_notes(self) -> Iterator[Note]:
        """The boxes of every drawing that was left."""
        for drawing in self._drawings:
            here = Place(file=self._name, page=drawing.page)
            texts = "; ".join(drawing.texts)
            yield make_note(
                "boxes_left", here, "nl", count=len(drawing.texts), text=texts
            )

    def _other_columns_notes(self) -> Iterator[Note]:
        """The pages with further columns of the rows of others."""
        for found in self._other_columns:
            here = Place(file=self._name, page=found.pages[0])
            yield make_note(
                "columns_not_joined",
                here,
                "nl",
                pages=", ".join(map(str, found.pages)),
                rows=", ".join(map(str, found.rows)),
                text=", ".join(found.headings),
            )

    def _page_notes(self) -> Iterator[Note]:
        """What there is to say of single pages, and of tables without lines, once for each."""
        before = ""
        for page, opened in zip(self._pages, self._opened, strict=True):
            here = Place(file=self._name, page=page.number)
            for table in opened:
                headings = table.headings
                if headings and headings != before:
                    yield make_note(
                        "table_without_lines", here, "nl", text=headings
                    )
                before = headings
            hidden = page.counts.get("hidden", 0)
            if hidden:
                yield make_note("hidden_text", here, "nl", count=hidden)
            if page.counts.get("cut"):
                yield make_note("page_cut", here, "nl")
            if page.counts.get("unread"):
                yield make_note("page_unread", here, "nl")
            elif page.counts.get("picture") and not any(page.all_words):
                yield make_note("page_picture", here, "nl")

    def _counted_notes(self, place: Place) -> Iterator[Note]:
        """What was left out, and how often in the whole document."""
        codes = {
            "sideways": "sideways_text",
            "comments": "comments",
            "fields": "fields_left",
            "recognised": "recognised_text",
            "odd": "odd_characters",
            "beyond": "text_beyond",
        }
        for key, code in codes.items():
            count = _count_in(self._pages, key)
            if count:
                yield make_note(code, place, "nl", count=count)


def _without_drawings(
    pages: Sequence[PdfPage], drawings: Iterable[Drawing]
) -> list[PdfPage]:
    """The pages without their drawings."""
    by_page = {drawing.page: drawing for drawing in drawings}
    return [without_drawing(page, by_page.get(page.number)) for page in pages]


def _drawing_error(drawing: Drawing, name: str) -> DocumentError:
    """The message for a document of which all there is stands in the boxes of a drawing."""
    return DocumentError(
        Sentence(
            "page {page} looks like a drawing: a diagram of {count} boxes, of which lines or "
            "places say what belongs to what.",
            page=drawing.page,
            count=len(drawing.texts),
        ),
        Sentence(
            "dinet does not read drawings in a PDF: give the same as a table, with a column "
            "each for goals, targets and efforts, in Word, Excel or PDF."
        ),
        where=name,
    )


def _outline_of(page: PdfPage, lines: Sequence[PageLine]) -> PageOutline:
    """A page as far as running lines are concerned."""
    tables = [(table.ys[0], table.ys[-1]) for table in page.tables]
    return PageOutline(page.height, lines, tables)


def _lines_without(
    lines_by_page: Sequence[Sequence[PageLine]],
    left_out: Sequence[Sequence[PageLine]],
) -> list[list[PageLine]]:
    """The lines of each page without some of them."""
    return [
        [line for line in lines if line not in out]
        for lines, out in zip(lines_by_page, left_out, strict=True)
    ]


def _lines_outside(
    lines: Sequence[PageLine], tables: Iterable[OpenTable]
) -> list[PageLine]:
    """The lines that stand in none of these tables."""
    taken = {id(line) for table in tables for line in table.lines}
    return [line for line in lines if id(line) not in taken]


def _may_go_on(
    table: OpenTable, lines: Sequence[PageLine], page: PdfPage, *, known: bool
) -> bool:
    """A table without lines ends at the foot of its page, with nothing under it.

    Args:
        table: The last one of a page.
        lines: All of the page.
        page: The page.
        known: The next page says that something goes on, so the foot need not be reached.
    """
    if not table.header or table.lines[-1] is not lines[-1]:
        return False
    return known or table.table.ys[-1] > _FOOT_SHARE * page.height


def _paragraphs_in(items: Iterable[PageText | PageTable]) -> list[Paragraph]:
    """All paragraphs outside tables."""
    paragraphs: list[Paragraph] = []
    for item in items:
        if isinstance(item, PageText):
            paragraphs += item.paragraphs
    return paragraphs


def _chain_parts(
    items: Iterable[PageText | PageTable],
) -> Iterator[PageText | list[PageTable]]:
    """The texts, and between them the parts of every table that goes on over pages."""
    parts: list[PageTable] = []
    for item in items:
        if (
            isinstance(item, PageTable)
            and parts
            and continues_table(parts[-1], item)
            and not has_own_headings(parts[0], item)
        ):
            parts.append(item)
            continue
        if parts:
            yield parts
            parts = []
        if isinstance(item, PageTable):
            parts.append(item)
        else:
            yield item
    if parts:
        yield parts


def _is_text(line: PageLine) -> bool:
    """The line is about the programme wherever it stands.

    It is the header of a table, or a heading with a role.
    """
    return (
        is_header(line)
        or find_role_prefix(line.text) is not None
        or role_of(line.text) is not None
    )


def _names_element(line: PageLine) -> bool:
    """The line is a heading over elements, or says itself which kind it is."""
    named = find_role_prefix(line.text)
    role = named[0] if named else role_of(line.text)
    return role is not None and kind_of(role) is not None


DUTCH = {
    (
        "PDF documents: words and ruling lines become paragraphs, lists and tables "
        "again, page after page."
    ): (
        "PDF-documenten: woorden en lijnen worden weer alinea's, lijsten en tabellen, "
        "bladzijde na bladzijde."
    ),
    (
        "page {page} looks like a drawing: a diagram of {count} boxes, of which lines or "
        "places say what belongs to what."
    ): (
        "pagina {page} lijkt op een tekening: een schema van {count} vakken, waarin lijnen of "
        "plaatsen zeggen wat bij wat hoort."
    ),
    (
        "dinet does not read drawings in a PDF: give the same as a table, with a column "
        "each for goals, targets and efforts, in Word, Excel or PDF."
    ): (
        "dinet leest geen tekeningen in een PDF: geef hetzelfde als tabel, met een kolom "
        "voor doelen, SMART-doelen en inspanningen, in Word, Excel of PDF."
    ),
}
