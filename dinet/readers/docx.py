"""Word documents: text, tables with merged cells, lists, italics and cell colours, walked in the XML itself.

Tracked insertions, content controls, smart tags and fields are read; deletions and hidden text are left out, with a
note. python-docx is not used for reading: it loses the former and returns hidden text.

Suffixes: .docx .docm .dotx
"""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.archive import Archive
from dinet.document.lattice import Budget
from dinet.document.lines import in_levels, levelled
from dinet.document.notes import note
from dinet.document.parts import Block, Cell, Document, Grid, Para, Row, Span
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Note, Place
from dinet.readers.word.breaks import paragraphs
from dinet.readers.word.styles import Style, attribute, child, number, styles, switch, switched_on, tag
from dinet.readers.word.walking import within

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
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
    walk = Walk(name, styles(archive.xml(part)) if part in archive else {})
    walk.merged = any(tag(each) == "vMerge" for each in body.iter())
    parts = tuple(levelled(walk.parts(body)))
    walk.count_comments(archive, f"{folder}/comments.xml".lstrip("/"))
    walk.count_running(archive, folder)
    return Document(name, parts, tuple(walk.notes()))


def _main_part(archive: Archive) -> str:
    """The part that the package names as its main document, wherever that stands."""
    for relation in archive.xml("_rels/.rels").iter(_RELATIONS):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


class Walk:
    """One walk through the body of a document."""

    def __init__(self, name: str, styles: dict[str, Style]) -> None:
        self.name = name
        self.styles = styles
        self.merged = False
        """The document has merged cells, so a blank cell is blank on purpose."""
        self.paragraphs = 0
        self.tables = 0
        self.budget = Budget(name)
        self.counts: Counter[str] = Counter()
        self.running: list[str] = []

    def parts(self, flow: Element) -> Iterator[Para | Grid]:
        """The paragraphs and tables of a body, text box or layout cell in reading order."""
        for element in within(flow, "p", "tbl", counts=self.counts):
            if tag(element) == "p":
                yield from self._paras(element)
            elif self._only_layout(element):
                for cell in within(element, "tc"):
                    yield from self.parts(cell)
            else:
                yield self._grid(element)

    def _only_layout(self, table: Element) -> bool:
        """A table of one column around another table: a frame, not data."""
        rows = [list(within(row, "tc")) for row in within(table, "tr")]
        tables = (next(within(cell, "tbl"), None) for cells in rows for cell in cells)
        return all(len(cells) == 1 for cells in rows) and any(found is not None for found in tables)

    def _paras(self, paragraph: Element) -> Iterator[Para | Grid]:
        self.paragraphs += 1
        place = Place(file=self.name, paragraph=self.paragraphs)
        block, style = self._block(paragraph)
        if not style.contents:
            yield from (Para(piece, place, style.heading) for piece in paragraphs(block) if piece.text)
        for box in within(paragraph, "txbxContent"):
            yield from self.parts(box)

    # paragraphs

    def _block(self, paragraph: Element) -> tuple[Block, Style]:
        properties = child(paragraph, "pPr")
        style = self.styles.get(attribute(child(properties, "pStyle"), "val") or "", Style())
        outline = attribute(child(properties, "outlineLvl"), "val")
        numbering = child(properties, "numPr")
        level = style.level
        if numbering is not None:
            listed = attribute(child(numbering, "numId"), "val") != "0"
            level = number(attribute(child(numbering, "ilvl"), "val")) if listed and style.heading is None else None
        heading = number(outline) + 1 if outline is not None and number(outline, 9) < 9 else style.heading
        return Block(tuple(self._spans(paragraph, style)), level), Style(heading, level, style.contents)

    def _spans(self, paragraph: Element, style: Style) -> Iterator[Span]:
        for run in within(paragraph, "r", counts=self.counts):
            properties = child(run, "rPr")
            text = "".join(self._characters(run))
            if not text:
                continue
            if self._conceals(properties, style) or switched_on(properties, "webHidden"):
                self.counts["hidden_text"] += 1
                continue
            yield Span(text, switched_on(properties, "i"), switched_on(properties, "b"))

    def _conceals(self, properties: Element | None, style: Style) -> bool:
        """The letters of a run are hidden: by the run itself, or else by its own style or that of its paragraph."""
        own = self.styles.get(attribute(child(properties, "rStyle"), "val") or "", Style())
        said = (switch(properties, "vanish"), own.hidden, style.hidden)
        return bool(next((each for each in said if each is not None), False))

    def _characters(self, run: Element) -> Iterator[str]:
        for each in within(run, "t", "sym", *_CHARACTERS, counts=self.counts):
            name = tag(each)
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
        for row in within(table, "tr"):
            left = next((name for name in ("del", "hidden") if child(row, "trPr", name) is not None), None)
            if left:
                self.counts["deleted" if left == "del" else "hidden_text"] += 1
                continue
            self.counts["inserted"] += child(row, "trPr", "ins") is not None
            rows.append(self._row(row, place.model_copy(update={"row": len(rows) + 1}), rows))
        width = max(map(len, rows), default=0)
        whole = tuple((*row, *(Cell(place) for _ in range(width - len(row)))) for row in rows)
        return Grid(whole, place, self.merged, adjacent=True)

    def _row(self, row: Element, place: Place, above: list[Row]) -> Row:
        cells: list[Cell] = []
        before = number(attribute(child(row, "trPr", "gridBefore"), "val"))
        cells += [Cell(place) for _ in range(min(before, _MOST_SPAN))]
        for each in within(row, "tc"):
            cells += self._cell(each, place.model_copy(update={"column": len(cells) + 1}), above, len(cells))
        self.budget.take(len(cells))
        return tuple(cells)

    def _cell(self, cell: Element, place: Place, above: list[Row], column: int) -> Iterator[Cell]:
        properties = child(cell, "tcPr")
        width = min(max(number(attribute(child(properties, "gridSpan"), "val"), 1), 1), _MOST_SPAN)
        merge = child(properties, "vMerge")
        goes_on = merge is not None and attribute(merge, "val") != "restart" and bool(above) and column < len(above[-1])
        fill = attribute(child(properties, "shd"), "fill")
        deleted = child(properties, "cellDel") is not None
        self.counts["deleted"] += deleted
        blocks = () if goes_on or deleted else tuple(in_levels(block for block in self._blocks(cell) if block.text))
        yield Cell(place, blocks, goes_on, None if fill in _NO_FILL else fill, width)
        for further in range(1, width):
            yield Cell(place.model_copy(update={"column": column + further + 1}), covered=True)

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
                    yield from self._paragraphs(cell)
                continue
            yield element
            for box in within(element, "txbxContent"):
                yield from self._paragraphs(box)

    # notes

    def count_comments(self, archive: Archive, part: str) -> None:
        """Count the comments of reviewers, which are left out."""
        if part in archive:
            self.counts["comments"] = sum(tag(each) == "comment" for each in archive.xml(part))

    def count_running(self, archive: Archive, folder: str) -> None:
        """Count the lines above and below the text of the pages, which are left out."""
        for part in archive.parts:
            if re.fullmatch(rf"{re.escape(folder)}/(?:header|footer)\d*\.xml", part):
                lines = (element for element in within(archive.xml(part), "p"))
                self.running += [block.text for line in lines if (block := self._block(line)[0]).text]

    def notes(self) -> Iterator[Note]:
        """What was left out."""
        place, counts = Place(file=self.name), self.counts
        if self.running:
            yield note("running_lines", place, "nl", count=len(self.running), text=self.running[0])
        if counts["inserted"] or counts["deleted"]:
            yield note("tracked_changes", place, "nl", inserted=counts["inserted"], deleted=counts["deleted"])
        for code in ("hidden_text", "comments", "footnotes", "nested_table", "embedded"):
            if counts[code]:
                yield note(code, place, "nl", count=counts[code])
