"""What became of every word of a document, found afterwards and by construction.

Nothing is counted while reading. When the programme is there, every word of the document is
looked for in what the programme holds from that very place: the text of an element, a field of
it, a link. What is nowhere is ``unread``, so nothing can be forgotten, whatever read the table.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from dinet.document.content import Cell, Document, Grid, Para
from dinet.interpret.account.document_account import (
    Account,
    AccountedCell,
    AccountedGrid,
    AccountedPara,
    AccountedText,
)
from dinet.interpret.account.explained_headings import (
    ExplainedHeadings,
    TableUnits,
)
from dinet.interpret.account.held_texts import (
    CellKey,
    HeldTexts,
    cell_key,
)
from dinet.interpret.account.left_words import NOTHING, LeftWords
from dinet.interpret.account.reading_trace import ReadingTrace
from dinet.interpret.account.word_claims import TextUnit, WordClaims
from dinet.interpret.account.word_matching import ClaimedRun, WordFate
from dinet.interpret.normalise.page_breaks import belongs_to_page
from dinet.model import Place, Programme

_PAGE = WordFate("page")


def account_for(
    document: Document,
    programme: Programme,
    trace: ReadingTrace | None = None,
) -> Account:
    """What became of every word of a document, in time that is linear in its length.

    Args:
        document: As its reader gave it.
        programme: What was read from it.
        trace: What reading tells besides; None for nothing.
    """
    accountant = _Accountant(programme, trace or ReadingTrace())
    return accountant.account_document(document)


class _Accountant:
    """Walks through one document."""

    def __init__(self, programme: Programme, trace: ReadingTrace) -> None:
        held = HeldTexts(programme)
        self.claims = WordClaims(held)
        self.left = LeftWords(held)
        self.headings = ExplainedHeadings(
            {cell_key(place): fate for place, fate in trace.explained}
        )
        self.cuts = _PageCuts(trace)
        self.apart = {cell_key(place) for place in trace.apart}
        """The cells of tables that are about something else."""

    def account_document(self, document: Document) -> Account:
        """What became of every word."""
        self.cuts.find_tails(document)
        parts: dict[int, AccountedPara | AccountedGrid] = {}
        paras: dict[int, tuple[Para, TextUnit]] = {}
        for number, part in enumerate(document.parts):
            if isinstance(part, Para):
                unit = self._read_para(part)
                paras[number] = part, unit
                self.headings.meet_para(part, unit)
            else:
                parts[number] = self._account_grid(part)
        # whether a heading opened anything is known only when what follows has been read
        for number, (para, unit) in paras.items():
            text = self._finish_para(para, unit)
            parts[number] = AccountedPara(para.place, text, para.heading)
        return Account(tuple(parts[number] for number in sorted(parts)))

    # paragraphs

    def _read_para(self, para: Para) -> TextUnit:
        text = para.text
        if not text or self.cuts.is_tail(para.place):
            unit = TextUnit(para.place, [text])
            unit.fate = NOTHING
            return unit
        texts = self.cuts.with_tails(para.place, [text])
        return self.claims.read_unit(para.place, texts)

    def _finish_para(self, para: Para, unit: TextUnit) -> AccountedText:
        level = para.block.level
        if not para.text:
            return AccountedText((), level)
        if self.cuts.is_tail(para.place):
            return self.cuts.take_tail(para.place, [para.text], [level])[0]
        if unit.is_untouched and belongs_to_page(para):
            unit.fate = _PAGE
        is_heading = para.heading is not None or self.headings.told_of(unit)
        where = "heading" if is_heading else "outside"
        texts = self.left.finish_unit(unit, where)
        return self.cuts.keep_tails(para.place, texts, [level])[0]

    # tables

    def _account_grid(self, grid: Grid) -> AccountedGrid:
        units: TableUnits = {}
        for number, row in enumerate(grid.rows):
            for column, cell in enumerate(row):
                unit = self._read_cell(cell)
                if unit is not None:
                    units[number, column] = unit
        self.headings.explain_table(grid, units)
        holds_contents = any(unit.holds_contents for unit in units.values())
        if holds_contents:
            self.headings.meet_contents()
        where = "" if holds_contents else "table"
        rows: list[tuple[AccountedCell, ...]] = []
        for number, row in enumerate(grid.rows):
            cells = [
                self._finish_cell(cell, units.get((number, column)), where)
                for column, cell in enumerate(row)
            ]
            rows.append(tuple(cells))
        return AccountedGrid(grid.place, tuple(rows))

    def _read_cell(self, cell: Cell) -> TextUnit | None:
        """The words of a cell; None without any, and when they go on with another cell."""
        texts = _texts_of(cell) if cell.blocks else []
        if self.cuts.any_cut:
            if texts and self.cuts.is_tail(cell.place):
                return None
            texts = self.cuts.with_tails(cell.place, texts)
        if not texts:
            return None
        unit = self.claims.read_unit(cell.place, texts)
        unit.is_short = len(texts) == len(cell.blocks) == 1
        return unit

    def _finish_cell(
        self, cell: Cell, unit: TextUnit | None, where: str
    ) -> AccountedCell:
        texts: Sequence[AccountedText] = ()
        if unit is not None and unit.is_short and unit.fate is not None:
            # most cells are one text with one fate, and there may be many thousands of these
            runs = (ClaimedRun(unit.texts[0], unit.fate),)
            texts = (AccountedText(runs, cell.blocks[0].level),)
        elif cell.blocks or unit is not None:
            texts = self._finish_texts(cell, unit, where)
        return AccountedCell(
            cell.place, tuple(texts), cell.covered, cell.width
        )

    def _finish_texts(
        self, cell: Cell, unit: TextUnit | None, where: str
    ) -> Sequence[AccountedText]:
        """The paragraphs of a cell; those of one that goes on with another were read there."""
        levels = [block.level for block in cell.blocks if block.text]
        if unit is None:
            return self.cuts.take_tail(cell.place, _texts_of(cell), levels)
        if not where and self.headings.told_of(unit):
            where = "heading"
        if where == "table" and cell_key(cell.place) in self.apart:
            where = "apart"
        found = self.left.finish_unit(unit, where)
        return self.cuts.keep_tails(cell.place, found, levels)


class _PageCuts:
    """What page breaks cut off: it is read with the cell or paragraph that it goes on with."""

    def __init__(self, trace: ReadingTrace) -> None:
        self._heads: dict[CellKey, CellKey] = {
            cell_key(second): cell_key(first) for first, second in trace.joins
        }
        self.any_cut = bool(self._heads)
        """Page breaks cut something off."""
        self._texts: dict[CellKey, list[str]] = {}
        """By the cell that they go on with the texts that were cut off."""
        self._accounted: dict[CellKey, list[AccountedText]] = {}
        """What became of those texts, once their cell has been read."""

    def find_tails(self, document: Document) -> None:
        """Find the texts that were cut off."""
        if not self.any_cut:
            return
        for place, texts in _places_and_texts(document):
            head = self._heads.get(cell_key(place))
            if head is not None:
                self._texts.setdefault(head, []).extend(texts)

    def is_tail(self, place: Place) -> bool:
        """What stands in a place goes on with another."""
        return self.any_cut and cell_key(place) in self._heads

    def with_tails(self, place: Place, texts: list[str]) -> list[str]:
        """The texts of a place, and then those that were cut off from it."""
        if not self._texts:
            return texts
        return [*texts, *self._texts.get(cell_key(place), ())]

    def keep_tails(
        self,
        place: Place,
        texts: Sequence[AccountedText],
        levels: Sequence[int | None],
    ) -> list[AccountedText]:
        """The texts of a place itself with their levels; what was cut off is kept for its turn."""
        own = texts[: len(levels)]
        if len(texts) > len(levels):
            self._accounted[cell_key(place)] = list(texts[len(levels) :])
        return _with_levels(own, levels)

    def take_tail(
        self,
        place: Place,
        texts: Sequence[str],
        levels: Sequence[int | None],
    ) -> list[AccountedText]:
        """What became of the texts of a place that goes on with another."""
        if not texts:
            return []
        kept = self._accounted.get(self._heads[cell_key(place)], [])
        taken = kept[: len(levels)]
        del kept[: len(levels)]
        # what they go on with may stand nowhere itself: then nobody has read them
        taken += map(_unread_text, texts[len(taken) :])
        return _with_levels(taken, levels)


def _unread_text(text: str) -> AccountedText:
    return AccountedText(
        (ClaimedRun(text, WordFate("unread", field="beside")),)
    )


def _with_levels(
    texts: Sequence[AccountedText], levels: Sequence[int | None]
) -> list[AccountedText]:
    return [
        text if text.level == level else text._replace(level=level)
        for text, level in zip(texts, levels, strict=True)
    ]


def _places_and_texts(
    document: Document,
) -> Iterator[tuple[Place, list[str]]]:
    for part in document.parts:
        if isinstance(part, Para):
            yield part.place, [part.text]
            continue
        for cell in chain.from_iterable(part.rows):
            if cell.blocks:
                yield cell.place, _texts_of(cell)


def _texts_of(cell: Cell) -> list[str]:
    return [text for text in (block.text for block in cell.blocks) if text]
