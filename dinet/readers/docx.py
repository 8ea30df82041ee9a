"""Word documents: text, tables with merged cells, lists, italics and cell colours, walked in the XML itself.

Tracked insertions, content controls, smart tags and fields are read; deletions and hidden text
are left out, with a note. python-docx is not used for reading: it loses the former and returns
hidden text.

Suffixes: .docx .docm .dotx
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from dinet.document.content import Block, Cell, Document, Grid, Para, Row, Span
from dinet.document.text_lines import blocks_with_levels, parts_with_levels
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Place
from dinet.readers.shared.grid_builder import CellBudget
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.word.left_out import (
    count_comments,
    notes_on_left_out,
    running_paragraphs,
)
from dinet.readers.word.letter_visibility import LetterLook, is_shaded, read_letter_look
from dinet.readers.word.line_breaks import paragraphs_at_breaks
from dinet.readers.word.styles import WordStyle, WordStyles
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

_RELATIONS = (
    "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
)
_CHARACTERS = {
    "tab": " ",
    "ptab": " ",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",
}
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
_MOST_SPAN = 1000


def read(data: bytes, name: str) -> Document:
    """The document in a Word file.

    Raises:
        DocumentError: It is not a Word document, is encrypted, or does not keep to the limits.
    """
    archive = OfficeArchive(data, name, "Word document (.docx)")
    main = _main_part(archive)
    body = find_child(archive.read_xml(main), "body")
    if body is None:
        raise DocumentError(Sentence("this Word document has no text."), where=name)
    folder = main.rpartition("/")[0]
    part = f"{folder}/styles.xml".lstrip("/")
    walk = WordWalk(
        name, WordStyles(archive.read_xml(part) if part in archive else None), body
    )
    parts = tuple(parts_with_levels(walk.read_parts(body)))
    walk.counts["comments"] = count_comments(archive, folder)
    lines = [
        text
        for each in running_paragraphs(archive, folder)
        if (text := walk.text_of(each))
    ]
    return Document(name, parts, tuple(notes_on_left_out(name, walk.counts, lines)))


def _main_part(archive: OfficeArchive) -> str:
    """The part that the package names as its main document, wherever that stands."""
    for relation in archive.read_xml("_rels/.rels").iter(_RELATIONS):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


class WordWalk:
    """One walk through the body of a document."""

    def __init__(self, name: str, styles: WordStyles, body: Element) -> None:
        self.name = name
        self.styles = styles
        kinds = {local_name(each) for each in body.iter()}
        self.fields = "fldChar" in kinds
        self.merged = "vMerge" in kinds
        """The document has merged cells, so a blank cell is blank on purpose."""
        self.paragraphs = 0
        self.tables = 0
        self.budget = CellBudget(name)
        self.counts: Counter[str] = Counter()
        behind = (
            any(each.get("behindDoc") in ("1", "true") for each in body.iter())
            if "anchor" in kinds
            else False
        )
        self.ink = LetterLook(shaded=behind or None).filled_from(styles.ink)
        """How letters look here of which nothing more is said; on a picture behind the text white ones are seen."""

    def read_parts(self, flow: Element) -> Iterator[Para | Grid]:
        """The paragraphs and tables of a body, text box or layout cell in reading order."""
        for element in descendants_named(flow, "p", "tbl", counts=self.counts):
            if local_name(element) == "p":
                yield from self._read_paragraph(element)
            elif is_frame(element):
                for cell in descendants_named(element, "tc"):
                    with self._on_ground(
                        LetterLook(shaded=is_shaded(find_child(cell, "tcPr")))
                    ):
                        yield from self.read_parts(cell)
            else:
                yield self._read_grid(element)

    def text_of(self, paragraph: Element) -> str:
        """The words of a paragraph outside the body."""
        return self._read_block(paragraph)[0].text

    def _read_paragraph(self, paragraph: Element) -> Iterator[Para | Grid]:
        self.paragraphs += 1
        place = Place(file=self.name, paragraph=self.paragraphs)
        block, style = self._read_block(paragraph)
        if not style.contents:
            yield from (
                Para(piece, place, style.heading)
                for piece in paragraphs_at_breaks(block)
                if piece.text
            )
        for box in self._text_boxes(paragraph):
            yield from self.read_parts(box)

    # paragraphs

    def _read_block(self, paragraph: Element) -> tuple[Block, WordStyle]:
        properties = find_child(paragraph, "pPr")
        style = self.styles.style_named(
            attribute_of(find_child(properties, "pStyle"), "val")
        )
        outline = attribute_of(find_child(properties, "outlineLvl"), "val")
        numbering = find_child(properties, "numPr")
        level = style.level
        if numbering is not None:
            listed = attribute_of(find_child(numbering, "numId"), "val") != "0"
            level = (
                parse_number(attribute_of(find_child(numbering, "ilvl"), "val"))
                if listed and style.heading is None
                else None
            )
        heading = (
            parse_number(outline) + 1
            if outline is not None and parse_number(outline, 9) < 9
            else style.heading
        )
        look = (
            LetterLook(shaded=is_shaded(properties))
            .filled_from(style.ink)
            .filled_from(self.ink)
        )
        return Block(tuple(self._read_spans(paragraph, look)), level), WordStyle(
            heading, level, style.contents
        )

    def _read_spans(self, paragraph: Element, around: LetterLook) -> Iterator[Span]:
        left = field_instructions(paragraph) if self.fields else set()
        for run in descendants_named(paragraph, "r", counts=self.counts):
            properties = find_child(run, "rPr")
            text = "".join(self._read_characters(run, left))
            if not text:
                continue
            style = self.styles.style_named(
                attribute_of(find_child(properties, "rStyle"), "val")
            )
            if read_letter_look(properties).filled_from(style.ink).filled_from(
                around
            ).is_unseen or is_switched_on(properties, "webHidden"):
                self.counts["hidden_text"] += 1
                continue
            yield Span(
                text, is_switched_on(properties, "i"), is_switched_on(properties, "b")
            )

    def _read_characters(self, run: Element, left: set[Element]) -> Iterator[str]:
        for each in descendants_named(run, *CHARACTERS, counts=self.counts):
            name = local_name(each)
            if each in left:
                continue
            if name == "t":
                yield each.text or ""
            elif name == "sym":
                yield _SYMBOLS.get((attribute_of(each, "char") or "").upper(), _SYMBOL)
            elif name != "br" or attribute_of(each, "type") in (None, "textWrapping"):
                yield _CHARACTERS[name]

    # tables

    def _read_grid(self, table: Element) -> Grid:
        self.tables += 1
        place = Place(file=self.name, table=self.tables)
        rows: list[Row] = []
        properties = find_child(table, "tblPr")
        style = self.styles.style_named(
            attribute_of(find_child(properties, "tblStyle"), "val")
        )
        with self._on_ground(
            LetterLook(shaded=is_shaded(properties)).filled_from(style.ink)
        ):
            for row in descendants_named(table, "tr", counts=self.counts):
                if self._is_shown(row):
                    rows.append(
                        self._read_row(
                            row, place.model_copy(update={"row": len(rows) + 1}), rows
                        )
                    )
        width = max(map(len, rows), default=0)
        whole = tuple(
            (*row, *(Cell(place) for _ in range(width - len(row)))) for row in rows
        )
        return Grid(whole, place, self.merged, adjacent=True)

    def _is_shown(self, row: Element) -> bool:
        """The row was not deleted and is not hidden."""
        properties = find_child(row, "trPr")
        deleted, hidden = (
            find_child(properties, "del") is not None,
            is_switched_on(properties, "hidden"),
        )
        self.counts["deleted"] += deleted
        self.counts["hidden_text"] += hidden and not deleted
        self.counts["inserted"] += find_child(properties, "ins") is not None
        return not (deleted or hidden)

    def _read_row(self, row: Element, place: Place, above: list[Row]) -> Row:
        cells: list[Cell] = []
        before = parse_number(
            attribute_of(find_child(row, "trPr", "gridBefore"), "val")
        )
        cells += [Cell(place) for _ in range(min(before, _MOST_SPAN))]
        for each in descendants_named(row, "tc", counts=self.counts):
            cells += self._read_cell(
                each,
                place.model_copy(update={"column": len(cells) + 1}),
                above,
                len(cells),
            )
        self.budget.use_cells(len(cells))
        return tuple(cells)

    def _read_cell(
        self, cell: Element, place: Place, above: list[Row], column: int
    ) -> Iterator[Cell]:
        properties = find_child(cell, "tcPr")
        width = min(
            max(
                parse_number(
                    attribute_of(find_child(properties, "gridSpan"), "val"), 1
                ),
                1,
            ),
            _MOST_SPAN,
        )
        merge = find_child(properties, "vMerge")
        goes_on = (
            merge is not None
            and attribute_of(merge, "val") != "restart"
            and bool(above)
            and column < len(above[-1])
        )
        fill = attribute_of(find_child(properties, "shd"), "fill")
        deleted = find_child(properties, "cellDel") is not None
        self.counts["deleted"] += deleted
        with self._on_ground(LetterLook(shaded=is_shaded(properties))):
            blocks = (
                ()
                if goes_on or deleted
                else tuple(
                    blocks_with_levels(
                        block for block in self._read_cell_blocks(cell) if block.text
                    )
                )
            )
        yield Cell(place, blocks, goes_on, None if fill in _NO_FILL else fill, width)
        for further in range(1, width):
            yield Cell(
                place.model_copy(update={"column": column + further + 1}), covered=True
            )

    def _read_cell_blocks(self, cell: Element) -> Iterator[Block]:
        """The paragraphs of a cell, those of a table in it and those of text boxes; a deleted mark joins two paragraphs."""
        cut: Block | None = None
        for paragraph in self._paragraphs_in(cell):
            block = self._read_block(paragraph)[0]
            if cut is not None:
                block = Block((*cut.spans, Span(" "), *block.spans), cut.level)
            if find_child(paragraph, "pPr", "rPr", "del") is not None:
                cut = block
                continue
            cut = None
            yield from paragraphs_at_breaks(block)
        if cut is not None:
            yield from paragraphs_at_breaks(cut)

    def _paragraphs_in(self, flow: Element) -> Iterator[Element]:
        for element in descendants_named(flow, "p", "tbl", counts=self.counts):
            if local_name(element) == "tbl":
                self.counts["nested_table"] += 1
                for cell in descendants_named(element, "tc"):
                    with self._on_ground(
                        LetterLook(shaded=is_shaded(find_child(cell, "tcPr")))
                    ):
                        yield from self._paragraphs_in(cell)
                continue
            yield element
            for box in self._text_boxes(element):
                yield from self._paragraphs_in(box)

    def _text_boxes(self, paragraph: Element) -> Iterator[Element]:
        """The text boxes of a paragraph, which may be of any colour; those in hidden runs are left out."""
        for run in descendants_named(paragraph, "r", "txbxContent"):
            boxes = (
                [run]
                if local_name(run) == "txbxContent"
                else list(descendants_named(run, "txbxContent"))
            )
            if is_switched_on(find_child(run, "rPr"), "vanish"):
                self.counts["hidden_text"] += len(boxes)
                continue
            with self._on_ground(LetterLook(shaded=True)):
                yield from boxes

    @contextmanager
    def _on_ground(self, ground: LetterLook) -> Iterator[None]:
        """What is read meanwhile stands on this ground."""
        before, self.ink = self.ink, ground.filled_from(self.ink)
        yield
        self.ink = before


DUTCH = {
    (
        "Word documents: text, tables with merged cells, lists, italics and cell "
        "colours, walked in the XML itself."
    ): (
        "Word-documenten: tekst, tabellen met samengevoegde cellen, lijsten, cursief "
        "en celkleuren."
    ),
}
