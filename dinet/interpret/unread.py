"""What became of every word of a document, found afterwards and by construction.

Nothing is counted while reading. When the programme is there, every word of the document is
looked for in what the programme holds from that very place: the text of an element, a field of
it, a link. What is nowhere is ``unread``, so nothing can be forgotten, whatever read the table.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from dinet.document.content import Cell, Document, Grid, Para
from dinet.interpret.held_texts import (
    CellKey,
    HeldTexts,
    cell_key,
    column_key,
    row_key,
)
from dinet.interpret.inline_labels import (
    is_inline_label,
    is_only_codes,
    names_roles,
    texts_without_label,
)
from dinet.interpret.normalise.page_breaks import belongs_to_page
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading_trace import ReadingTrace
from dinet.interpret.word_matching import (
    TextRun,
    WordFate,
    WordMatcher,
    letters_of,
)
from dinet.model import (
    AnyElement,
    Link,
    Place,
    Programme,
    Unread,
    UnreadReason,
)
from dinet.vocabulary.roles import without_number

UNREAD = WordFate("unread")
_HEADING = WordFate("heading")
_NOTHING = WordFate("nothing")
_REPEATED = WordFate("repeated")
_PAGE = WordFate("page")
_CONTENTS = {"text", "field", "reference", "mark", "programme", "code"}
"""The fates that show that something was read from a part, so that its headings opened it."""
_EMPTY_KINDS = (TextKind.NOTHING, TextKind.DITTO, TextKind.PLACEHOLDER)
_MOST_SIGNS = 3
"""In letters: a mark or weight of a link is not longer."""
_LEAST_SHARE = 0.5
"""Of a cell beside an element: with fewer words in a field it is about something else."""
_LEAST_COMMON = 0.8
"""Of the words of a reference: it leaves out or changes a word of five."""
_MOST_LINKS = 200
"""Of one row: whose ends are looked for in its cells."""
_LOWEST_RANK = 9
"""Of a heading without a level: it stands under all others."""


class AccountedText(NamedTuple):
    """One paragraph, with what became of its words.

    Args:
        runs: Joined they are the text; none has no fate.
        level: As in a ``Block``: None outside lists.
    """

    runs: tuple[TextRun, ...]
    level: int | None = None


class AccountedCell(NamedTuple):
    """One cell, as ``Cell`` has it."""

    place: Place
    texts: tuple[AccountedText, ...] = ()
    covered: bool = False
    width: int = 1


class AccountedGrid(NamedTuple):
    """One table, as it stands in the document."""

    place: Place
    rows: tuple[tuple[AccountedCell, ...], ...]


class AccountedPara(NamedTuple):
    """One paragraph, heading or list item outside a table."""

    place: Place
    text: AccountedText
    heading: int | None = None


class Account(NamedTuple):
    """What became of every word of a document.

    Args:
        parts: In reading order, every one that the reader gave.
    """

    parts: tuple[AccountedPara | AccountedGrid, ...]

    def texts(self) -> Iterator[tuple[Place, AccountedText]]:
        """Every paragraph, in tables and outside them, with its place."""
        for part in self.parts:
            if isinstance(part, AccountedPara):
                yield part.place, part.text
                continue
            for cell in chain.from_iterable(part.rows):
                for text in cell.texts:
                    yield cell.place, text

    def unread(self) -> tuple[Unread, ...]:
        """Every text that is nowhere in the programme, whole, in reading order."""
        found: list[Unread] = []
        for place, text in self.texts():
            for run in text.runs:
                if run.fate is not None and run.fate.kind == "unread":
                    reason = _REASONS[run.fate.field]
                    found.append(
                        Unread(
                            text=run.text.strip(), place=place, reason=reason
                        )
                    )
        return tuple(found)

    def count_words(self) -> tuple[int, int]:
        """How many words the document has, and how many of these were read."""
        whole = read = 0
        for _, text in self.texts():
            for run in text.runs:
                count = sum(map(_has_letters, run.text.split()))
                whole += count
                if run.fate is not None and run.fate.kind != "unread":
                    read += count
        return whole, read


_REASONS: dict[str, UnreadReason] = {
    "": "cell_not_understood",
    "outside": "text_left",
    "heading": "heading_left",
    "table": "table_not_understood",
    "code": "code_left",
    "mark": "mark_left",
    "beside": "words_left",
}


def _has_letters(word: str) -> bool:
    return any(map(str.isalnum, word))


def account_for(
    document: Document,
    programme: Programme,
    trace: ReadingTrace | None = None,
) -> Account:
    """What became of every word of a document, in time that is linear in its length.

    Args:
        document: As its reader gave it.
        programme: What was read from it.
        trace: What reading tells besides.
    """
    accountant = _Accountant(programme, trace or ReadingTrace())
    return accountant.account_document(document)


class _Unit:
    """The words of one cell or paragraph, and those that a page break cut off from it."""

    def __init__(self, place: Place, texts: Sequence[str]) -> None:
        self.place = place
        self.texts = texts
        self.matcher: WordMatcher | None = None
        self.fate: WordFate | None = None
        """Of all its words, when they have the same."""

    def matched(self) -> WordMatcher:
        """Its words, to be claimed."""
        if self.matcher is None:
            self.matcher = WordMatcher("\n".join(self.texts))
        return self.matcher

    @property
    def whole(self) -> str:
        """All its words on one line."""
        return " ".join(self.texts)

    @property
    def is_untouched(self) -> bool:
        """Nobody claimed any of its words."""
        if self.fate is not None:
            return False
        matcher = self.matched()
        return matcher.unclaimed == len(matcher.letters)

    @property
    def is_done(self) -> bool:
        """All its words are claimed."""
        if self.fate is not None:
            return True
        matcher = self.matched()
        return bool(matcher.letters) and not matcher.unclaimed

    @property
    def holds_contents(self) -> bool:
        """Something was read from it."""
        if self.fate is not None:
            return self.fate.kind in _CONTENTS
        runs = self.matched().runs()
        return any(
            run.fate is not None and run.fate.kind in _CONTENTS for run in runs
        )


class _Accountant:
    """Walks through one document."""

    def __init__(self, programme: Programme, trace: ReadingTrace) -> None:
        self.held = HeldTexts(programme)
        self.explained = {
            cell_key(place): fate for place, fate in trace.explained
        }
        self.heads: dict[CellKey, CellKey] = {
            cell_key(second): cell_key(first) for first, second in trace.joins
        }
        self.tails: dict[CellKey, list[str]] = {}
        """By the cell that they go on with the texts that a page break cut off."""
        self.cut_off: dict[CellKey, list[AccountedText]] = {}
        """What became of those texts, once their cell has been read."""
        self.heading_rows: set[tuple[str, ...]] = set()
        self.current: list[str] = []
        """The ids of the elements that were met last."""

    def account_document(self, document: Document) -> Account:
        """What became of every word."""
        if self.heads:
            self._find_tails(document)
        parts: list[AccountedPara | AccountedGrid] = []
        open_headings: list[tuple[int, int, _Unit]] = []
        paras: dict[int, tuple[Para, _Unit]] = {}
        for number, part in enumerate(document.parts):
            if isinstance(part, Grid):
                parts.append(self._account_grid(part))
                if _grid_holds_contents(parts[-1]):
                    open_headings = self._confirm(open_headings)
                continue
            unit = self._read_para(part)
            paras[number] = part, unit
            parts.append(AccountedPara(part.place, AccountedText(())))
            rank = self._rank_of(part, unit)
            if rank is not None:
                open_headings = [
                    heading for heading in open_headings if heading[0] < rank
                ]
            if unit.holds_contents:
                open_headings = self._confirm(open_headings)
            elif rank is not None and self._may_open(unit):
                open_headings.append((rank, number, unit))
        for number, (part, unit) in paras.items():
            runs = self._finish_para(part, unit)
            parts[number] = AccountedPara(part.place, runs, part.heading)
        return Account(tuple(parts))

    def _confirm(
        self, headings: Iterable[tuple[int, int, _Unit]]
    ) -> list[tuple[int, int, _Unit]]:
        """Something was read under these headings: they opened it."""
        for _, _, unit in headings:
            unit.fate = self.explained.get(cell_key(unit.place), _HEADING)
        return []

    def _may_open(self, unit: _Unit) -> bool:
        """The heading says what stands under it, by what reading told or by its own words."""
        if self._is_explained(unit):
            return True
        return unit.is_untouched and names_roles(without_number(unit.whole))

    def _is_explained(self, unit: _Unit) -> bool:
        return unit.is_untouched and cell_key(unit.place) in self.explained

    def _rank_of(self, para: Para, unit: _Unit) -> int | None:
        """How high a heading stands, 1 the highest; None for what is no heading."""
        if para.heading is not None:
            return para.heading
        return _LOWEST_RANK if self._is_explained(unit) else None

    # what a page break cut off

    def _find_tails(self, document: Document) -> None:
        for place, texts in _places_and_texts(document):
            head = self.heads.get(cell_key(place))
            if head is not None:
                self.tails.setdefault(head, []).extend(texts)

    def _texts_with_tails(self, place: Place, texts: list[str]) -> list[str]:
        if not self.tails:
            return texts
        return [*texts, *self.tails.get(cell_key(place), ())]

    # one cell or paragraph

    def _read_unit(self, place: Place, texts: list[str]) -> _Unit:
        """Look for the words of a cell in all that the programme holds from there."""
        unit = _Unit(place, self._texts_with_tails(place, texts))
        key = cell_key(place)
        elements = self.held.in_cell.get(key, ())
        if elements:
            self.current = [element.id for element in elements]
            if len(unit.texts) == 1 and elements[0].text == unit.texts[0]:
                unit.fate = WordFate("text", elements[0].id)
                return unit
            self._claim_elements(unit, elements)
        elif self._is_field_beside(unit):
            return unit
        self._claim_noted(unit, key)
        self._claim_near(unit, key)
        if not unit.is_done:
            self._claim_links(unit, key)
        if not unit.is_done:
            self._claim_programme(unit)
        return unit

    def _claim_elements(
        self, unit: _Unit, elements: Sequence[AnyElement]
    ) -> None:
        """Claim the texts of the elements of a cell, and then what it says of them beside these."""
        matcher = unit.matched()
        for element in elements:
            fate = WordFate("text", element.id)
            if not matcher.unclaimed:
                return
            names = (element.text, element.title, *element.wordings)
            named = filter(None, names[: 2 + _MOST_LINKS])
            if not any(matcher.claim_text(name, fate) for name in named):
                matcher.claim_words(element.text, fate)
        for element in elements:
            if matcher.unclaimed:
                self._claim_fields(matcher, element.id)

    def _is_field_beside(self, unit: _Unit) -> bool:
        """The cell is one field of an element on its row, as most cells without elements are."""
        if len(unit.texts) > 1:
            return False
        ids = self.held.in_row.get(row_key(unit.place), ())
        for element_id in ids[:_MOST_LINKS]:
            unit.fate = self.held.whole_field(element_id, unit.texts[0])
            if unit.fate is not None:
                return True
        return False

    def _claim_noted(self, unit: _Unit, key: CellKey) -> None:
        for text, fate in self.held.noted_texts.get(key, ()):
            unit.matched().claim_text(text, fate)

    def _claim_fields(self, matcher: WordMatcher, element_id: str) -> None:
        """Claim what stands in a field of an element: whole, or else word by word."""
        fields = self.held.fields_of(element_id)
        for text, fate in fields.texts:
            if matcher.unclaimed:
                matcher.claim_text(text, fate)
        for run in matcher.runs() if matcher.unclaimed else ():
            if run.fate is None:
                _claim_known_words(matcher, run.text, fields.fate_of_word)

    def _claim_near(self, unit: _Unit, key: CellKey) -> None:
        """Claim what a cell says of the elements on its row, or of those met last."""
        if unit.is_done or not unit.is_untouched:
            return
        stated = self.held.near_cell.get(key, ())
        row = self.held.in_row.get(row_key(unit.place), ())
        outside = unit.place.row is None
        near = dict.fromkeys(
            (*stated, *row, *(self.current if outside else ()))
        )
        letters = unit.matched().letters
        for element_id in near:
            fate = self.held.fields_of(element_id).fate_of.get(letters)
            if letters and fate is not None:
                unit.fate = fate
                return
        for element_id in near:
            if not unit.is_done:
                self._claim_fields(unit.matched(), element_id)
        least = 1 if outside else _LEAST_SHARE
        matcher = unit.matched()
        labelled = outside and _only_labels_left(matcher)
        if not stated and not labelled and _share_claimed(matcher) < least:
            matcher.release_all()

    # links

    def _claim_links(self, unit: _Unit, key: CellKey) -> None:
        """Claim the cross or weight of a link, and the words or codes that name its end."""
        links = self.held.links_in_cell.get(key, ())
        if links and unit.is_untouched and _is_sign(unit, links):
            unit.fate = WordFate("mark", links[0].start)
            return
        if unit.is_untouched:
            self._claim_name(unit)
        in_row = self.held.links_in_row.get(row_key(unit.place), ())
        known = links or in_row[:_MOST_LINKS]
        if known and not unit.is_done:
            self._claim_ends(unit, known)

    def _claim_name(self, unit: _Unit) -> None:
        """Claim a whole cell that names an element which its row or column links."""
        linked = self._linked_beside(unit.place)
        if not linked:
            return
        for text in texts_without_label(unit.whole):
            for element_id in self.held.ids_called.get(letters_of(text), ()):
                if element_id in linked:
                    unit.fate = WordFate("reference", element_id)
                    return

    def _linked_beside(self, place: Place) -> set[str]:
        if place.row is None and place.column is None:
            return set()
        linked: set[str] = set()
        if place.column is not None:
            linked = self.held.linked_in_column.get(column_key(place), linked)
        in_row = self.held.links_in_row.get(row_key(place), ())
        ends = chain.from_iterable(
            (link.start, link.end) for link in in_row[:_MOST_LINKS]
        )
        return linked.union(ends) if in_row else linked

    def _claim_ends(self, unit: _Unit, links: Sequence[Link]) -> None:
        """Claim the ids and texts of what links lead to."""
        matcher = unit.matched()
        ends = dict.fromkeys(
            chain.from_iterable((link.end, link.start) for link in links)
        )
        for end in ends:
            element = self.held.element_of.get(end)
            fate = WordFate("reference", end)
            _claim_codes(matcher, end, fate)
            if element is None:
                matcher.claim_text(end, fate)
            elif matcher.unclaimed and not self._stands_in(element, unit):
                matcher.claim_text(element.text, fate)
                _claim_shortened(matcher, element.text, fate)

    def _stands_in(self, element: AnyElement, unit: _Unit) -> bool:
        key = cell_key(unit.place)
        return any(cell_key(place) == key for place in element.places)

    def _claim_programme(self, unit: _Unit) -> None:
        """Claim the title and the vision, and the names that groups and phases have."""
        matcher = unit.matched()
        if unit.is_untouched:
            name = letters_of(without_number(unit.whole))
            for letters in (matcher.letters, name):
                fate = self.held.whole_texts.get(letters) if letters else None
                if fate is not None:
                    unit.fate = fate
                    return
        if unit.place.row is None or unit.is_untouched:
            for text, fate in self.held.programme_texts:
                if not matcher.claim_text(text, fate):
                    _claim_if_within(matcher, text, fate)

    # paragraphs

    def _read_para(self, para: Para) -> _Unit:
        text = para.text
        key = cell_key(para.place)
        if key in self.heads or not text:
            unit = _Unit(para.place, [text])
            unit.fate = _NOTHING
            return unit
        return self._read_unit(para.place, [text])

    def _finish_para(self, para: Para, unit: _Unit) -> AccountedText:
        level = para.block.level
        if not para.text:
            return AccountedText((), level)
        key = cell_key(para.place)
        if key in self.heads:
            return self._take_tail(key, [level])[0]
        if unit.is_untouched and belongs_to_page(para):
            unit.fate = _PAGE
        outside = "outside" if para.heading is None else "heading"
        if self._is_explained(unit):
            outside = "heading"
        texts = self._finish_unit(unit, outside)
        self.cut_off[key] = texts[1:]
        return texts[0]._replace(level=level)

    def _take_tail(
        self, key: CellKey, levels: Sequence[int | None]
    ) -> list[AccountedText]:
        """What became of texts that a page break cut off: they were read with their cell."""
        texts = self.cut_off.get(self.heads[key], [])
        taken = texts[: len(levels)]
        del texts[: len(levels)]
        return [
            text._replace(level=level)
            for text, level in zip(taken, levels, strict=True)
        ]

    # tables

    def _account_grid(self, grid: Grid) -> AccountedGrid:
        units: dict[tuple[int, int], _Unit] = {}
        for number, row in enumerate(grid.rows):
            for column, cell in enumerate(row):
                if cell.blocks and cell_key(cell.place) not in self.heads:
                    texts = _texts_of(cell)
                    if texts:
                        unit = self._read_unit(cell.place, texts)
                        units[number, column] = unit
        self._explain_headings(grid, units)
        holds_contents = any(unit.holds_contents for unit in units.values())
        rest = "" if holds_contents else "table"
        rows = []
        for number, row in enumerate(grid.rows):
            cells = [
                self._finish_cell(cell, units.get((number, column)), rest)
                for column, cell in enumerate(row)
            ]
            rows.append(tuple(cells))
        return AccountedGrid(grid.place, tuple(rows))

    def _finish_cell(
        self, cell: Cell, unit: _Unit | None, rest: str
    ) -> AccountedCell:
        key = cell_key(cell.place) if cell.blocks else None
        texts: list[AccountedText] = []
        levels = [block.level for block in cell.blocks if block.text]
        if unit is not None:
            texts = self._finish_unit(unit, rest)
            self.cut_off[key] = texts[len(levels) :]
            texts = texts[: len(levels)]
        elif levels and key in self.heads:
            return AccountedCell(
                cell.place,
                tuple(self._take_tail(key, levels)),
                cell.covered,
                cell.width,
            )
        leveled = tuple(
            text._replace(level=level)
            for text, level in zip(texts, levels, strict=True)
        )
        return AccountedCell(cell.place, leveled, cell.covered, cell.width)

    def _explain_headings(
        self, grid: Grid, units: dict[tuple[int, int], _Unit]
    ) -> None:
        """Say of the headings of a table that they opened what was read under or beside them."""
        columns, rows = set[int](), set[int]()
        filled_columns = set[int]()
        heading_rows = self._heading_rows(units)
        for (row, column), unit in units.items():
            if row not in heading_rows and not _says_nothing(unit):
                filled_columns.add(column)
            if unit.holds_contents:
                columns.add(column)
                rows.add(row)
        for (row, column), unit in units.items():
            if not unit.is_untouched:
                continue
            told = self.explained.get(cell_key(unit.place))
            if told is not None and told.kind != "heading":
                unit.fate = told
            elif told is not None or row in heading_rows:
                under = range(column, column + grid.rows[row][column].width)
                opened = row in rows and row not in heading_rows
                opened = opened or not columns.isdisjoint(under)
                known = told is not None or names_roles(unit.whole)
                empty = filled_columns.isdisjoint(under) and bool(columns)
                if known and (opened or empty):
                    unit.fate = _HEADING
        self._find_repeated(units, heading_rows)

    def _heading_rows(self, units: dict[tuple[int, int], _Unit]) -> set[int]:
        """The rows that reading took for headings; without these the first row with words."""
        told = {
            row
            for (row, _), unit in units.items()
            if cell_key(unit.place) in self.explained
        }
        if told:
            return told if _are_upright(told, units) else set()
        return {min(row for row, _ in units)} if units else set()

    def _find_repeated(
        self,
        units: dict[tuple[int, int], _Unit],
        heading_rows: set[int],
    ) -> None:
        """Find the rows that say again what the headings of this table, or of one before, say."""
        by_row: dict[int, list[_Unit]] = {}
        for (row, _), unit in units.items():
            by_row.setdefault(row, []).append(unit)
        for row in sorted(heading_rows & by_row.keys()):
            if any(unit.fate == _HEADING for unit in by_row[row]):
                self.heading_rows.add(_letters_of_row(by_row[row]))
        for of_row in by_row.values():
            untouched = all(unit.is_untouched for unit in of_row)
            if untouched and _letters_of_row(of_row) in self.heading_rows:
                for unit in of_row:
                    unit.fate = _REPEATED

    # what is left

    def _finish_unit(self, unit: _Unit, rest: str) -> list[AccountedText]:
        """Each paragraph of a cell with what became of its words; nothing is without a fate."""
        if unit.fate is None and unit.is_untouched:
            unit.fate = self._fate_of_rest(unit, rest)
        if unit.fate is not None:
            return [
                AccountedText((TextRun(text, unit.fate),))
                for text in unit.texts
            ]
        runs = _split_at_line_ends(unit.matched().runs())
        labelled = list(self._explain_labels(runs))
        return _as_paragraphs(labelled)

    def _fate_of_rest(self, unit: _Unit, rest: str) -> WordFate:
        """What a text is of which nothing is in the programme."""
        whole = unit.whole
        kind = classify_text(whole)
        told = self.explained.get(cell_key(unit.place))
        if kind in _EMPTY_KINDS:
            return _NOTHING
        if kind is TextKind.CHECKMARK:
            return self._fate_of_mark(unit)
        if told is not None and rest != "heading":
            return WordFate("unread", field="heading")
        if rest in ("", "outside") and is_only_codes(whole):
            return WordFate("unread", field="code")
        return WordFate("unread", field=rest)

    def _fate_of_mark(self, unit: _Unit) -> WordFate:
        """A cross in a period of a planning says that work is done then."""
        ids = self.held.in_row.get(row_key(unit.place), ())
        for element_id in ids:
            element = self.held.element_of[element_id]
            if element.period or element.planning:
                return WordFate("field", element_id, "period")
        return WordFate("unread", field="mark")

    def _explain_labels(self, runs: Sequence[TextRun]) -> Iterator[TextRun]:
        """The runs; words that only say what stands beside them are headings, others are unread."""
        for number, run in enumerate(runs):
            if run.fate is not None or run.text == "\n":
                yield run
                continue
            after = runs[number + 1] if number + 1 < len(runs) else None
            before = runs[number - 1] if number else None
            yield run._replace(fate=self._fate_of_words(run, before, after))

    def _fate_of_words(
        self, run: TextRun, before: TextRun | None, after: TextRun | None
    ) -> WordFate:
        """What words are that stand beside others of which is known what they are."""
        if not _has_letters(run.text):
            beside = after or before
            return (beside and beside.fate) or _NOTHING
        beside_fates = [beside.fate for beside in (after, before) if beside]
        beside_fates = [fate for fate in beside_fates if fate is not None]
        if beside_fates and is_inline_label(run.text):
            return _HEADING
        if beside_fates and is_only_codes(run.text):
            element_id = beside_fates[0].element
            if _is_code_of(run.text, element_id):
                return WordFate("code", element_id)
            return WordFate("unread", field="code")
        return WordFate("unread", field="beside")


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


def _grid_holds_contents(grid: AccountedPara | AccountedGrid) -> bool:
    if isinstance(grid, AccountedPara):
        return False
    for cell in chain.from_iterable(grid.rows):
        for text in cell.texts:
            for run in text.runs:
                if run.fate is not None and run.fate.kind in _CONTENTS:
                    return True
    return False


def _are_upright(rows: set[int], units: dict[tuple[int, int], _Unit]) -> bool:
    """Headings stand in rows of their own, not down the first column of many rows."""
    all_rows = {row for row, _ in units}
    return 2 * len(rows) <= len(all_rows) or rows == all_rows


def _says_nothing(unit: _Unit) -> bool:
    """The cell says that there is nothing, and was not read as anything else."""
    return unit.is_untouched and classify_text(unit.whole) in _EMPTY_KINDS


def _letters_of_row(units: Iterable[_Unit]) -> tuple[str, ...]:
    return tuple(letters_of(unit.whole) for unit in units)


def _claim_known_words(
    matcher: WordMatcher, text: str, fate_of_word: dict[str, WordFate]
) -> None:
    """Claim words in any order, as long as all are known: ``Jansen, Jan`` is Jan Jansen."""
    words = [word for word in text.split() if letters_of(word)]
    known = [fate_of_word.get(letters_of(word)) for word in words]
    if all(known):
        for word, fate in zip(words, known, strict=True):
            if fate is not None:
                matcher.claim_text(word, fate)


def _share_claimed(matcher: WordMatcher) -> float:
    whole = len(matcher.letters)
    return 1 - matcher.unclaimed / whole if whole else 0


def _only_labels_left(matcher: WordMatcher) -> bool:
    """Some words are claimed, and the others only say what those are."""
    runs = matcher.runs()
    left = [run.text for run in runs if run.fate is None]
    return len(left) < len(runs) and all(map(is_inline_label, left))


def _is_sign(unit: _Unit, links: Sequence[Link]) -> bool:
    """The cell holds the cross or the weight of a link, and nothing else."""
    weights = {getattr(link, "weight", None) for link in links}
    short = len(unit.matched().letters) <= _MOST_SIGNS
    return short or unit.whole in weights


def _claim_codes(matcher: WordMatcher, code: str, fate: WordFate) -> None:
    """Claim an id among codes."""
    if matcher.unclaimed:
        matcher.claim_text(code, fate)


def _claim_shortened(matcher: WordMatcher, text: str, fate: WordFate) -> None:
    """Claim words that name an element in nearly its own words."""
    known = set(map(letters_of, text.split()))
    for run in matcher.runs():
        words = list(filter(None, map(letters_of, run.text.split())))
        if run.fate is not None or not words:
            continue
        common = sum(word in known for word in words)
        if len(words) > 1 and common >= _LEAST_COMMON * len(words):
            matcher.claim_text(run.text, fate)


def _claim_if_within(matcher: WordMatcher, text: str, fate: WordFate) -> None:
    """Claim a whole paragraph that is part of a longer text."""
    untouched = matcher.unclaimed == len(matcher.letters)
    long_enough = len(matcher.letters) > _MOST_SIGNS
    if untouched and long_enough and matcher.letters in letters_of(text):
        matcher.claim_rest(fate)


def _is_code_of(code: str, element_id: str) -> bool:
    """A code is kept: it is the id of the element, or the number in it."""
    letters, own = letters_of(code), letters_of(element_id)
    digits = "".join(filter(str.isdigit, letters))
    return bool(own) and (
        letters == own
        or (digits == "".join(filter(str.isdigit, own)) and bool(digits))
    )


def _split_at_line_ends(runs: Iterable[TextRun]) -> list[TextRun]:
    """The runs, cut where a paragraph ends; the end itself is a run of its own."""
    cut: list[TextRun] = []
    for run in runs:
        for number, line in enumerate(run.text.split("\n")):
            if number:
                cut.append(TextRun("\n", None))
            if line:
                cut.append(TextRun(line, run.fate))
    return cut


def _as_paragraphs(runs: Iterable[TextRun]) -> list[AccountedText]:
    paragraphs: list[list[TextRun]] = [[]]
    for run in runs:
        if run.text == "\n":
            paragraphs.append([])
        else:
            paragraphs[-1].append(run)
    return [AccountedText(tuple(paragraph)) for paragraph in paragraphs]
