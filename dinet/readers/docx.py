"""Word documents: text, tables with merged cells, lists, italics and cell colours, walked in the XML itself.

Tracked insertions, content controls, smart tags and fields are read; deletions and hidden text are left out, with a
note. python-docx is not used for reading: it loses the former and returns hidden text.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.document.archive import Archive
from dinet.document.notes import note
from dinet.document.parts import Block, Cell, Document, Grid, Para, Row, Span
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Note, Place
from dinet.readers.word.styles import Style, attribute, child, number, styles, switched_on, tag

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SKIPPED = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "Fallback",
    "pPr",
    "rPr",
    "tblPr",
    "trPr",
    "tcPr",
    "sectPr",
    "footnoteReference",
}
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_BULLET = "•"
_NO_FILL = (None, "auto", "FFFFFF", "ffffff")
_MOST_SPAN = 1000
_MOST_CELLS = 200_000


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
    parts = tuple(walk.parts(body))
    walk.count_comments(archive, f"{folder}/comments.xml".lstrip("/"))
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
        self.tables = 0
        self.cells = 0
        self.counts: Counter[str] = Counter()

    def parts(self, body: Element) -> Iterator[Para | Grid]:
        """The paragraphs and tables in reading order."""
        merged = any(tag(each) == "vMerge" for each in body.iter())
        paragraph = 0
        for element in self._within(body, "p", "tbl"):
            if tag(element) == "tbl":
                yield self._grid(element, merges_known=merged)
                continue
            paragraph += 1
            block, style = self._block(element)
            if block.text:
                yield Para(block, Place(file=self.name, paragraph=paragraph), style.heading)

    def _within(self, parent: Element, *names: str) -> Iterator[Element]:
        """The descendants with these names, not those inside one another; through controls, insertions and tags."""
        todo = [iter(parent)]
        while todo:
            element = next(todo[-1], None)
            if element is None:
                todo.pop()
            elif tag(element) in names:
                yield element
            elif tag(element) in ("del", "moveFrom"):
                self.counts["deleted"] += 1
            elif tag(element) not in _SKIPPED:
                self.counts["inserted"] += tag(element) in ("ins", "moveTo")
                todo.append(iter(element))

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
        return Block(tuple(self._spans(paragraph)), level), Style(heading, level)

    def _spans(self, paragraph: Element) -> Iterator[Span]:
        for run in self._within(paragraph, "r"):
            properties = child(run, "rPr")
            text = "".join(self._characters(run))
            if not text:
                continue
            if switched_on(properties, "vanish") or switched_on(properties, "webHidden"):
                self.counts["hidden"] += 1
                continue
            yield Span(text, switched_on(properties, "i"), switched_on(properties, "b"))

    def _characters(self, run: Element) -> Iterator[str]:
        for each in self._within(run, "t", "sym", *_CHARACTERS):
            name = tag(each)
            if name == "t":
                yield each.text or ""
            elif name == "sym":
                yield _BULLET
            elif name != "br" or attribute(each, "type") in (None, "textWrapping"):
                yield _CHARACTERS[name]

    # tables

    def _grid(self, table: Element, *, merges_known: bool) -> Grid:
        self.tables += 1
        place = Place(file=self.name, table=self.tables)
        rows: list[Row] = []
        for row in self._within(table, "tr"):
            if child(row, "trPr", "del") is not None:
                self.counts["deleted"] += 1
                continue
            rows.append(self._row(row, place.model_copy(update={"row": len(rows) + 1}), rows))
        width = max(map(len, rows), default=0)
        whole = tuple((*row, *(Cell(place) for _ in range(width - len(row)))) for row in rows)
        return Grid(whole, place, merges_known, adjacent=True)

    def _row(self, row: Element, place: Place, above: list[Row]) -> Row:
        cells: list[Cell] = []
        before = number(attribute(child(row, "trPr", "gridBefore"), "val"))
        cells += [Cell(place) for _ in range(min(before, _MOST_SPAN))]
        for each in self._within(row, "tc"):
            cells += self._cell(each, place.model_copy(update={"column": len(cells) + 1}), above, len(cells))
        self.cells += len(cells)
        if self.cells > _MOST_CELLS:
            raise DocumentError(Sentence("its tables have more cells than dinet reads."), where=self.name)
        return tuple(cells)

    def _cell(self, cell: Element, place: Place, above: list[Row], column: int) -> Iterator[Cell]:
        properties = child(cell, "tcPr")
        width = min(max(number(attribute(child(properties, "gridSpan"), "val"), 1), 1), _MOST_SPAN)
        merge = child(properties, "vMerge")
        goes_on = merge is not None and attribute(merge, "val") != "restart" and bool(above) and column < len(above[-1])
        fill = attribute(child(properties, "shd"), "fill")
        blocks = () if goes_on else tuple(block for block in self._blocks(cell) if block.text)
        yield Cell(place, blocks, goes_on, None if fill in _NO_FILL else fill, width)
        for further in range(1, width):
            yield Cell(place.model_copy(update={"column": column + further + 1}), covered=True)

    def _blocks(self, cell: Element) -> Iterator[Block]:
        for paragraph in self._within(cell, "p", "tbl"):
            if tag(paragraph) == "p":
                yield self._block(paragraph)[0]
            else:
                self.counts["nested"] += 1
                yield from (self._block(inner)[0] for inner in paragraph.iter() if tag(inner) == "p")

    # notes

    def count_comments(self, archive: Archive, part: str) -> None:
        """Count the comments of reviewers, which are left out."""
        if part in archive:
            self.counts["comments"] = sum(tag(each) == "comment" for each in archive.xml(part))

    def notes(self) -> Iterator[Note]:
        """What was left out."""
        place, counts = Place(file=self.name), self.counts
        if counts["inserted"] or counts["deleted"]:
            yield note("tracked_changes", place, "nl", inserted=counts["inserted"], deleted=counts["deleted"])
        for code, key in (("hidden_text", "hidden"), ("comments", "comments"), ("nested_table", "nested")):
            if counts[key]:
                yield note(code, place, "nl", count=counts[key])
