"""Word documents: text, tables with merged cells, lists, italics and cell colours, \
walked in the XML itself.

Tracked insertions, content controls, smart tags, fields and sources in footnotes are read;
deletions, hidden text, remarks, other footnotes and pictures are left out, with a note.
python-docx is not used for reading: it loses the former and returns hidden text.

Suffixes: .docx .docm .dotx
"""  # noqa: D205 (the summary is one line, which users see)

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from dinet.document.content import (
    Block,
    Cell,
    Document,
    Grid,
    Para,
    Row,
    Span,
)
from dinet.document.text_lines import blocks_with_levels, parts_with_levels
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Place
from dinet.readers.shared.frames import names_columns
from dinet.readers.shared.grid_builder import CellBudget
from dinet.readers.shared.left_out import source_in_text
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.word.left_out import (
    WordLog,
    running_paragraphs,
    words_in,
)
from dinet.readers.word.letter_visibility import (
    LetterLook,
    is_shaded,
    read_letter_look,
)
from dinet.readers.word.line_breaks import (
    paragraphs_at_breaks,
    paragraphs_in_cell,
)
from dinet.readers.word.numbering import ParagraphNumber, WordNumbering
from dinet.readers.word.styles import HEADING_LEVELS, WordStyle, WordStyles
from dinet.readers.word.word_places import WordPlaces
from dinet.readers.word.word_xml import (
    attribute_of,
    find_child,
    is_switched_on,
    local_name,
    parse_number,
)
from dinet.readers.word.xml_walk import (
    CHARACTERS,
    descendants_named,
    field_instructions,
    is_frame,
)

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CHARACTERS = {
    "tab": " ",
    "ptab": " ",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",
}
# What a break is of: of a line; breaks of columns and pages are no text.
_LINE_BREAKS = (None, "textWrapping")
_SYMBOL = "▫"
"""Stands for a sign of a symbol font; at the beginning of a paragraph it is read as a bullet."""
_SYMBOLS = {
    **dict.fromkeys(("F0B7", "F0A7", "F076", "F0D8"), "•"),
    "F0E0": "→",
    "F0E8": "→",
    "F0F0": "→",
    "F0FC": "✓",
    "F0FB": "✗",
}
_NO_FILL = (None, "auto", "FFFFFF", "ffffff")
# Tables in one another that are read as tables; nobody makes more, and each costs stack.
_MOST_NESTED = 8
# Columns that a cell can span, or a row leave blank; Word itself allows 63.
_MOST_SPAN = 1000


def read(data: bytes, name: str) -> Document:
    """The document in a Word file.

    Raises:
        DocumentError: It is not a Word document, is encrypted, or does not keep to the limits.
    """
    archive = open_word_archive(data, name)
    main = main_part_of(archive)
    body = find_body(archive.read_xml(main), name)
    folder = main.rpartition("/")[0]
    walk = begin_walk(archive, folder, body)
    log = walk.log
    parts = tuple(parts_with_levels(walk.read_parts(body)))
    log.place = log.file
    running = map(walk.text_of, running_paragraphs(archive, folder))
    lines = [text for text in running if text]
    return Document(name, parts, tuple(log.notes_on_left_out(lines)))


def open_word_archive(data: bytes, name: str) -> OfficeArchive:
    """The parts of a Word file.

    Raises:
        DocumentError: It is no archive, is encrypted, or does not keep to the limits.
    """
    return OfficeArchive(data, name, "Word document (.docx)")


def find_body(root: Element, name: str) -> Element:
    """The text of a document.

    Raises:
        DocumentError: It has none.
    """
    body = find_child(root, "body")
    if body is None:
        raise DocumentError(
            Sentence("this Word document has no text."), where=name
        )
    return body


def begin_walk(
    archive: OfficeArchive, folder: str, body: Element
) -> "WordWalk":
    """A walk through a body, with the styles and numbers of its document."""
    log = WordLog(archive, folder)
    walk = WordWalk(log, _read_styles(archive, folder), body)
    walk.numbering = _read_numbering(archive, folder)
    return walk


def _read_styles(archive: OfficeArchive, folder: str) -> WordStyles:
    part = f"{folder}/styles.xml".lstrip("/")
    return WordStyles(archive.read_xml(part) if part in archive else None)


def _read_numbering(archive: OfficeArchive, folder: str) -> WordNumbering:
    part = f"{folder}/numbering.xml".lstrip("/")
    return WordNumbering(archive.read_xml(part) if part in archive else None)


def main_part_of(archive: OfficeArchive) -> str:
    """The part that the package names as its main document, wherever that stands."""
    for relation in archive.read_xml("_rels/.rels").iter(_RELATIONS):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _has_picture_behind(body: Element) -> bool:
    """Some picture lies behind the text."""
    return any(
        element.get("behindDoc") in ("1", "true") for element in body.iter()
    )


class WordWalk:
    """One walk through the body of a document."""

    def __init__(
        self, log: WordLog, styles: WordStyles, body: Element
    ) -> None:
        self.log = log
        self.name = name = log.file.file
        self.styles = styles
        kinds = {local_name(element) for element in body.iter()}
        self.fields = "fldChar" in kinds
        self.merged = "vMerge" in kinds
        """The document has merged cells, so a blank cell is blank on purpose."""
        self.paragraphs = 0
        self.tables = 0
        self.numbering = WordNumbering(None)
        self.budget = CellBudget(name)
        self.places = WordPlaces()
        self.nested = 0
        """How many tables stand around what is read, the outermost not counted."""
        on_picture = "anchor" in kinds and _has_picture_behind(body)
        self.ink = LetterLook(shaded=on_picture or None).filled_from(
            styles.ink
        )
        """How letters look here of which nothing more is said.

        On a picture behind the text white ones are seen.
        """

    def read_parts(self, flow: Element) -> Iterator[Para | Grid]:
        """The paragraphs and tables of a body, text box or layout cell in reading order."""
        for element in descendants_named(flow, "p", "tbl", log=self.log):
            if local_name(element) == "p":
                yield from self._read_paragraph(element)
            elif is_frame(element) and not _names_columns(element):
                for cell in descendants_named(element, "tc"):
                    with self._on_ground(_ground_of_cell(cell)):
                        yield from self.read_parts(cell)
            else:
                yield self._read_grid(element)

    def text_of(self, paragraph: Element) -> str:
        """The words of a paragraph outside the body."""
        return self._read_block(paragraph)[0].text

    def _read_paragraph(self, paragraph: Element) -> Iterator[Para | Grid]:
        self.paragraphs += 1
        place = Place(file=self.name, paragraph=self.paragraphs)
        self.log.place = place
        self.places.note_element(place, paragraph)
        block, style = self._read_block(paragraph)
        if not style.contents:
            for piece in paragraphs_at_breaks(block):
                if piece.text:
                    yield Para(piece, place, style.heading, style.quoted)
        for box in self._text_boxes(paragraph):
            yield from self.read_parts(box)

    # paragraphs

    def _read_block(self, paragraph: Element) -> tuple[Block, WordStyle]:
        """The words of a paragraph, and what it and its style say of it."""
        properties = find_child(paragraph, "pPr")
        style = self._style_of(properties, "pStyle")
        level = _list_level(properties, style)
        heading = _heading_level(properties, style)
        look = LetterLook(shaded=is_shaded(properties))
        look = look.filled_from(style.ink).filled_from(self.ink)
        counted = self._count(properties, style)
        spans = tuple(self._read_spans(paragraph, look))
        if counted.words and spans:
            spans = (spans[0]._replace(text=f"{counted.words} "), *spans)
        block = Block(spans, level, counted.number)
        return block, WordStyle(
            heading, level, style.contents, quoted=style.quoted
        )

    def _count(
        self, properties: Element | None, style: WordStyle
    ) -> ParagraphNumber:
        """The number that Word puts before a paragraph, if it is in a list."""
        numbering = find_child(properties, "numPr")
        name = attribute_of(find_child(numbering, "numId"), "val")
        level = attribute_of(find_child(numbering, "ilvl"), "val")
        name = name or style.numbering
        if name in (None, "0"):
            return ParagraphNumber()
        usual = style.level or (style.heading or 1) - 1
        return self.numbering.count_paragraph(
            name or "", parse_number(level, usual)
        )

    def _style_of(self, properties: Element | None, name: str) -> WordStyle:
        """The style that properties name in an element such as ``pStyle``."""
        return self.styles.style_named(
            attribute_of(find_child(properties, name), "val")
        )

    def _read_spans(
        self, paragraph: Element, around: LetterLook
    ) -> Iterator[Span]:
        """The pieces of a paragraph that are seen; ``around`` is how letters look around them."""
        instructions = field_instructions(paragraph) if self.fields else set()
        before = ""
        for run in descendants_named(paragraph, "r", log=self.log):
            text = "".join(self._read_characters(run, instructions))
            if not text:
                continue
            if "\n" in text:
                yield from self._passed_sources(before)
            properties = find_child(run, "rPr")
            ink = self._style_of(properties, "rStyle").ink
            look = (
                read_letter_look(properties)
                .filled_from(ink)
                .filled_from(around)
            )
            if look.is_unseen or is_switched_on(properties, "webHidden"):
                self.log.add("hidden_text")
                continue
            italic = is_switched_on(properties, "i")
            bold = is_switched_on(properties, "b")
            yield Span(text, italic, bold, struck=bool(look.struck))
            before = text
        yield from self._passed_sources(before)

    def _passed_sources(self, before: str) -> Iterator[Span]:
        """The sources in notes that were passed on this line, after its words."""
        for source in self.log.sources:
            yield Span(source_in_text(before, source))
        self.log.sources.clear()

    def _read_characters(
        self, run: Element, instructions: set[Element]
    ) -> Iterator[str]:
        """The characters of a run, without those that tell a field what to do."""
        for element in descendants_named(run, *CHARACTERS, log=self.log):
            name = local_name(element)
            if element in instructions:
                continue
            if name == "t":
                yield element.text or ""
            elif name == "sym":
                code = (attribute_of(element, "char") or "").upper()
                yield _SYMBOLS.get(code, _SYMBOL)
            elif name != "br" or attribute_of(element, "type") in _LINE_BREAKS:
                yield _CHARACTERS[name]

    # tables

    def _read_grid(self, table: Element) -> Grid:
        """A table of the body; its cells have its number as their place."""
        self.tables += 1
        return self._read_rows(
            table, Place(file=self.name, table=self.tables), numbered=True
        )

    def _read_rows(
        self, table: Element, place: Place, *, numbered: bool
    ) -> Grid:
        """A table as a grid.

        Args:
            table: The table.
            place: Where it stands.
            numbered: Its cells get their own row and column; those of a table in a cell have the
                place of that cell, by which people find them.
        """
        rows: list[Row] = []
        properties = find_child(table, "tblPr")
        ink = self._style_of(properties, "tblStyle").ink
        ground = LetterLook(shaded=is_shaded(properties)).filled_from(ink)
        with self._on_ground(ground):
            for row in descendants_named(table, "tr", log=self.log):
                here = place
                if numbered:
                    here = place.model_copy(update={"row": len(rows) + 1})
                self.log.place = here
                if self._is_shown(row):
                    self.places.note_element(here, row)
                    rows.append(
                        self._read_row(row, here, rows, numbered=numbered)
                    )
        return Grid(
            _as_wide_rows(rows, place), place, self.merged, adjacent=True
        )

    def _is_shown(self, row: Element) -> bool:
        """The row was not deleted and is not hidden."""
        properties = find_child(row, "trPr")
        deleted = find_child(properties, "del") is not None
        hidden = is_switched_on(properties, "hidden")
        self.log.deleted += deleted
        self.log.inserted += find_child(properties, "ins") is not None
        if hidden and not deleted:
            self.log.add("hidden_text")
        return not (deleted or hidden)

    def _read_row(
        self, row: Element, place: Place, above: list[Row], *, numbered: bool
    ) -> Row:
        """The cells of a row, after those that it leaves blank at its beginning."""
        before = attribute_of(find_child(row, "trPr", "gridBefore"), "val")
        blank = min(parse_number(before), _MOST_SPAN)
        cells = [Cell(place) for _ in range(blank)]
        for cell in descendants_named(row, "tc", log=self.log):
            column = len(cells)
            here = place
            if numbered:
                here = place.model_copy(update={"column": column + 1})
            self.log.place = here
            cells += self._read_cell(cell, here, above, column)
        self.budget.use_cells(len(cells))
        return tuple(cells)

    def _read_cell(
        self, cell: Element, place: Place, above: list[Row], column: int
    ) -> Iterator[Cell]:
        """A cell, and covered ones for the further columns that it spans.

        Words in a cell that only goes on with the one above are seen by nobody.
        """
        properties = find_child(cell, "tcPr")
        width = _width_of_cell(properties)
        goes_on = (
            _goes_on(properties) and bool(above) and column < len(above[-1])
        )
        if goes_on:
            self.places.note_merged(place, cell)
        else:
            self.places.note_element(place, cell)
        deleted = find_child(properties, "cellDel") is not None
        self.log.deleted += deleted
        blocks: tuple[Block, ...] = ()
        tables: tuple[Grid, ...] = ()
        if goes_on and not deleted:
            self.log.add("under_merged", words_in(cell))
        elif not deleted:
            blocks, tables = self._read_content(cell, place)
        fill = _fill_colour(properties)
        yield Cell(place, blocks, goes_on, fill, width, tables)
        for further in range(column + 2, column + width + 1):
            yield Cell(
                place.model_copy(update={"column": further}), covered=True
            )

    def _read_content(
        self, cell: Element, place: Place
    ) -> tuple[tuple[Block, ...], tuple[Grid, ...]]:
        """The paragraphs of a cell that have words, and the tables among them."""
        blocks: list[Block] = []
        tables: list[Grid] = []
        with self._on_ground(_ground_of_cell(cell)):
            for piece in self._read_cell_pieces(cell, place):
                if isinstance(piece, Grid):
                    tables.append(piece)
                    blocks += piece.blocks
                elif piece.text:
                    blocks.append(piece)
        return tuple(blocks_with_levels(blocks)), tuple(tables)

    def _read_cell_pieces(
        self, cell: Element, place: Place
    ) -> Iterator[Block | Grid]:
        """The paragraphs of a cell, the tables in it, and the paragraphs of text boxes.

        A paragraph whose end was deleted goes on with the next one.
        """
        cut: Block | None = None
        for element in self._flow_of_cell(cell):
            if local_name(element) == "tbl":
                self.nested += 1
                yield self._read_rows(element, place, numbered=False)
                self.nested -= 1
                continue
            block = self._read_block(element)[0]
            if cut is not None:
                block = Block((*cut.spans, Span(" "), *block.spans), cut.level)
            if find_child(element, "pPr", "rPr", "del") is not None:
                cut = block
                continue
            cut = None
            yield from paragraphs_in_cell(block)
        if cut is not None:
            yield from paragraphs_in_cell(cut)

    def _flow_of_cell(self, flow: Element) -> Iterator[Element]:
        """The paragraphs and tables in a cell or text box, with those of text boxes in it.

        Of tables that stand too deep in one another the paragraphs.
        """
        for element in descendants_named(flow, "p", "tbl", log=self.log):
            if local_name(element) == "p":
                yield element
                for box in self._text_boxes(element):
                    yield from self._flow_of_cell(box)
            elif self.nested < _MOST_NESTED:
                yield element
            else:
                self.log.add("nested_table")
                for cell in descendants_named(element, "tc"):
                    with self._on_ground(_ground_of_cell(cell)):
                        yield from self._flow_of_cell(cell)

    def _text_boxes(self, paragraph: Element) -> Iterator[Element]:
        """The text boxes of a paragraph, which may be of any colour.

        Those in hidden runs are left out.
        """
        for run in descendants_named(paragraph, "r", "txbxContent"):
            boxes = [run]
            if local_name(run) != "txbxContent":
                boxes = list(descendants_named(run, "txbxContent"))
            if is_switched_on(find_child(run, "rPr"), "vanish"):
                for _ in boxes:
                    self.log.add("hidden_text")
                continue
            with self._on_ground(LetterLook(shaded=True)):
                yield from boxes

    @contextmanager
    def _on_ground(self, ground: LetterLook) -> Iterator[None]:
        """What is read meanwhile stands on this ground."""
        before, self.ink = self.ink, ground.filled_from(self.ink)
        yield
        self.ink = before


def _names_columns(table: Element) -> bool:
    """The first row of a table names columns."""
    first = next(descendants_named(table, "tr"), None)
    cells = descendants_named(first, "tc") if first is not None else ()
    return names_columns(map(words_in, cells))


def _list_level(properties: Element | None, style: WordStyle) -> int | None:
    """The level of a paragraph in a list, by itself or by its style; None when it is in none."""
    numbering = find_child(properties, "numPr")
    if numbering is None:
        return style.level
    in_list = attribute_of(find_child(numbering, "numId"), "val") != "0"
    if not in_list or style.heading is not None:
        return None
    stated = attribute_of(find_child(numbering, "ilvl"), "val")
    return parse_number(stated, style.level or 0)


def _heading_level(properties: Element | None, style: WordStyle) -> int | None:
    """The level of a heading, by the paragraph itself or by its style; None for other text."""
    outline = attribute_of(find_child(properties, "outlineLvl"), "val")
    if outline is not None and parse_number(outline, 9) < HEADING_LEVELS:
        return parse_number(outline) + 1
    return style.heading


def _ground_of_cell(cell: Element) -> LetterLook:
    """What lies behind the letters of a cell."""
    return LetterLook(shaded=is_shaded(find_child(cell, "tcPr")))


def _width_of_cell(properties: Element | None) -> int:
    """How many columns a cell spans."""
    span = attribute_of(find_child(properties, "gridSpan"), "val")
    return min(max(parse_number(span, 1), 1), _MOST_SPAN)


def _fill_colour(properties: Element | None) -> str | None:
    """The colour behind a cell; None for white and for none."""
    fill = attribute_of(find_child(properties, "shd"), "fill")
    return None if fill in _NO_FILL else fill


def _goes_on(properties: Element | None) -> bool:
    """A cell goes on with the one above it."""
    merge = find_child(properties, "vMerge")
    return merge is not None and attribute_of(merge, "val") != "restart"


def _as_wide_rows(rows: list[Row], place: Place) -> tuple[Row, ...]:
    """The rows, each with blank cells at its end until it is as wide as the widest."""
    width = max(map(len, rows), default=0)
    return tuple(_as_wide_row(row, width, place) for row in rows)


def _as_wide_row(row: Row, width: int, place: Place) -> Row:
    return (*row, *(Cell(place) for _ in range(width - len(row))))


DUTCH = {
    (
        "Word documents: text, tables with merged cells, lists, italics and cell "
        "colours, walked in the XML itself."
    ): (
        "Word-documenten: tekst, tabellen met samengevoegde cellen, lijsten, cursief "
        "en celkleuren."
    ),
}
