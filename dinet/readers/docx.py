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
from dinet.document.text_lines import in_levels, levelled
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Place
from dinet.readers.shared.grid_builder import Budget
from dinet.readers.shared.office_archive import Archive
from dinet.readers.word.left_out import comments, notes, running
from dinet.readers.word.letter_visibility import Ink, ink, shaded
from dinet.readers.word.line_breaks import paragraphs
from dinet.readers.word.styles import Style, Styles
from dinet.readers.word.word_xml import attribute, child, number, switched_on, tag
from dinet.readers.word.xml_walk import CHARACTERS, instructions, is_frame, within

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
    archive = Archive(data, name, "Word document (.docx)")
    main = _main_part(archive)
    body = child(archive.xml(main), "body")
    if body is None:
        raise DocumentError(Sentence("this Word document has no text."), where=name)
    folder = main.rpartition("/")[0]
    part = f"{folder}/styles.xml".lstrip("/")
    walk = Walk(name, Styles(archive.xml(part) if part in archive else None), body)
    parts = tuple(levelled(walk.parts(body)))
    walk.counts["comments"] = comments(archive, folder)
    lines = [text for each in running(archive, folder) if (text := walk.text(each))]
    return Document(name, parts, tuple(notes(name, walk.counts, lines)))


def _main_part(archive: Archive) -> str:
    """The part that the package names as its main document, wherever that stands."""
    for relation in archive.xml("_rels/.rels").iter(_RELATIONS):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


class Walk:
    """One walk through the body of a document."""

    def __init__(self, name: str, styles: Styles, body: Element) -> None:
        self.name = name
        self.styles = styles
        kinds = {tag(each) for each in body.iter()}
        self.fields = "fldChar" in kinds
        self.merged = "vMerge" in kinds
        """The document has merged cells, so a blank cell is blank on purpose."""
        self.paragraphs = 0
        self.tables = 0
        self.budget = Budget(name)
        self.counts: Counter[str] = Counter()
        behind = (
            any(each.get("behindDoc") in ("1", "true") for each in body.iter())
            if "anchor" in kinds
            else False
        )
        self.ink = Ink(shaded=behind or None).over(styles.ink)
        """How letters look here of which nothing more is said; on a picture behind the text white ones are seen."""

    def parts(self, flow: Element) -> Iterator[Para | Grid]:
        """The paragraphs and tables of a body, text box or layout cell in reading order."""
        for element in within(flow, "p", "tbl", counts=self.counts):
            if tag(element) == "p":
                yield from self._paras(element)
            elif is_frame(element):
                for cell in within(element, "tc"):
                    with self._on(Ink(shaded=shaded(child(cell, "tcPr")))):
                        yield from self.parts(cell)
            else:
                yield self._grid(element)

    def text(self, paragraph: Element) -> str:
        """The words of a paragraph outside the body."""
        return self._block(paragraph)[0].text

    def _paras(self, paragraph: Element) -> Iterator[Para | Grid]:
        self.paragraphs += 1
        place = Place(file=self.name, paragraph=self.paragraphs)
        block, style = self._block(paragraph)
        if not style.contents:
            yield from (
                Para(piece, place, style.heading)
                for piece in paragraphs(block)
                if piece.text
            )
        for box in self._boxes(paragraph):
            yield from self.parts(box)

    # paragraphs

    def _block(self, paragraph: Element) -> tuple[Block, Style]:
        properties = child(paragraph, "pPr")
        style = self.styles.named(attribute(child(properties, "pStyle"), "val"))
        outline = attribute(child(properties, "outlineLvl"), "val")
        numbering = child(properties, "numPr")
        level = style.level
        if numbering is not None:
            listed = attribute(child(numbering, "numId"), "val") != "0"
            level = (
                number(attribute(child(numbering, "ilvl"), "val"))
                if listed and style.heading is None
                else None
            )
        heading = (
            number(outline) + 1
            if outline is not None and number(outline, 9) < 9
            else style.heading
        )
        look = Ink(shaded=shaded(properties)).over(style.ink).over(self.ink)
        return Block(tuple(self._spans(paragraph, look)), level), Style(
            heading, level, style.contents
        )

    def _spans(self, paragraph: Element, around: Ink) -> Iterator[Span]:
        left = instructions(paragraph) if self.fields else set()
        for run in within(paragraph, "r", counts=self.counts):
            properties = child(run, "rPr")
            text = "".join(self._characters(run, left))
            if not text:
                continue
            style = self.styles.named(attribute(child(properties, "rStyle"), "val"))
            if ink(properties).over(style.ink).over(around).unseen or switched_on(
                properties, "webHidden"
            ):
                self.counts["hidden_text"] += 1
                continue
            yield Span(text, switched_on(properties, "i"), switched_on(properties, "b"))

    def _characters(self, run: Element, left: set[Element]) -> Iterator[str]:
        for each in within(run, *CHARACTERS, counts=self.counts):
            name = tag(each)
            if each in left:
                continue
            if name == "t":
                yield each.text or ""
            elif name == "sym":
                yield _SYMBOLS.get((attribute(each, "char") or "").upper(), _SYMBOL)
            elif name != "br" or attribute(each, "type") in (None, "textWrapping"):
                yield _CHARACTERS[name]

    # tables

    def _grid(self, table: Element) -> Grid:
        self.tables += 1
        place = Place(file=self.name, table=self.tables)
        rows: list[Row] = []
        properties = child(table, "tblPr")
        style = self.styles.named(attribute(child(properties, "tblStyle"), "val"))
        with self._on(Ink(shaded=shaded(properties)).over(style.ink)):
            for row in within(table, "tr", counts=self.counts):
                if self._is_shown(row):
                    rows.append(
                        self._row(
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
        properties = child(row, "trPr")
        deleted, hidden = (
            child(properties, "del") is not None,
            switched_on(properties, "hidden"),
        )
        self.counts["deleted"] += deleted
        self.counts["hidden_text"] += hidden and not deleted
        self.counts["inserted"] += child(properties, "ins") is not None
        return not (deleted or hidden)

    def _row(self, row: Element, place: Place, above: list[Row]) -> Row:
        cells: list[Cell] = []
        before = number(attribute(child(row, "trPr", "gridBefore"), "val"))
        cells += [Cell(place) for _ in range(min(before, _MOST_SPAN))]
        for each in within(row, "tc", counts=self.counts):
            cells += self._cell(
                each,
                place.model_copy(update={"column": len(cells) + 1}),
                above,
                len(cells),
            )
        self.budget.take(len(cells))
        return tuple(cells)

    def _cell(
        self, cell: Element, place: Place, above: list[Row], column: int
    ) -> Iterator[Cell]:
        properties = child(cell, "tcPr")
        width = min(
            max(number(attribute(child(properties, "gridSpan"), "val"), 1), 1),
            _MOST_SPAN,
        )
        merge = child(properties, "vMerge")
        goes_on = (
            merge is not None
            and attribute(merge, "val") != "restart"
            and bool(above)
            and column < len(above[-1])
        )
        fill = attribute(child(properties, "shd"), "fill")
        deleted = child(properties, "cellDel") is not None
        self.counts["deleted"] += deleted
        with self._on(Ink(shaded=shaded(properties))):
            blocks = (
                ()
                if goes_on or deleted
                else tuple(
                    in_levels(block for block in self._blocks(cell) if block.text)
                )
            )
        yield Cell(place, blocks, goes_on, None if fill in _NO_FILL else fill, width)
        for further in range(1, width):
            yield Cell(
                place.model_copy(update={"column": column + further + 1}), covered=True
            )

    def _blocks(self, cell: Element) -> Iterator[Block]:
        """The paragraphs of a cell, those of a table in it and those of text boxes; a deleted mark joins two paragraphs."""
        cut: Block | None = None
        for paragraph in self._paragraphs(cell):
            block = self._block(paragraph)[0]
            if cut is not None:
                block = Block((*cut.spans, Span(" "), *block.spans), cut.level)
            if child(paragraph, "pPr", "rPr", "del") is not None:
                cut = block
                continue
            cut = None
            yield from paragraphs(block)
        if cut is not None:
            yield from paragraphs(cut)

    def _paragraphs(self, flow: Element) -> Iterator[Element]:
        for element in within(flow, "p", "tbl", counts=self.counts):
            if tag(element) == "tbl":
                self.counts["nested_table"] += 1
                for cell in within(element, "tc"):
                    with self._on(Ink(shaded=shaded(child(cell, "tcPr")))):
                        yield from self._paragraphs(cell)
                continue
            yield element
            for box in self._boxes(element):
                yield from self._paragraphs(box)

    def _boxes(self, paragraph: Element) -> Iterator[Element]:
        """The text boxes of a paragraph, which may be of any colour; those in hidden runs are left out."""
        for run in within(paragraph, "r", "txbxContent"):
            boxes = (
                [run] if tag(run) == "txbxContent" else list(within(run, "txbxContent"))
            )
            if switched_on(child(run, "rPr"), "vanish"):
                self.counts["hidden_text"] += len(boxes)
                continue
            with self._on(Ink(shaded=True)):
                yield from boxes

    @contextmanager
    def _on(self, ground: Ink) -> Iterator[None]:
        """What is read meanwhile stands on this ground."""
        before, self.ink = self.ink, ground.over(self.ink)
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
