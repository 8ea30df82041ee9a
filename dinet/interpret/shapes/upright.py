"""A table with headings becomes mentions and links between them.

Links are made from what stands on one row and under which goal, each with its evidence.
"""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from dinet.document.content import Cell, Row, is_covered_from_left
from dinet.interpret.annotations import (
    AnnotatedText,
    CellStatement,
    extract_annotations,
    split_statements,
)
from dinet.interpret.attributes import AttributeReader
from dinet.interpret.element_labels import only_labels
from dinet.interpret.list_items import HeadingContext
from dinet.interpret.mentions import add_items, join_explanations
from dinet.interpret.nested_tables import NestedTables, read_nested_tables
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.role_columns import RoleColumn
from dinet.interpret.shapes.band_rows import BandRow, band_of
from dinet.interpret.table_columns import HeadedColumn, TableHeader
from dinet.model import BASES, Basis, Kind
from dinet.vocabulary.active_dialect import active_dialect


class UprightTable:
    """Reads the rows of one table into a draft, from what is served to what serves."""

    def __init__(
        self,
        draft: ProgrammeReading,
        header: TableHeader,
        context: HeadingContext,
        *,
        merges_known: bool,
    ) -> None:
        self.draft = draft
        self.header = header
        self.context = context
        self.merges_known = merges_known
        rungs = [
            RoleColumn(column, kind, coded=_only_codes(header, column, kind))
            for column, kind in header.element_columns
        ]
        in_words = {rung.kind for rung in rungs if not rung.coded}
        self.rungs: list[RoleColumn] = []
        self.also: list[RoleColumn] = []
        """Columns of codes beside one of the same kind: what the lowest of a row serves too."""
        for rung in rungs:
            if rung.coded and rung.kind in in_words:
                self.also.append(rung)
            else:
                self.rungs.append(rung)
        self.attributes = AttributeReader(draft, header, context.legend)

    def read_rows(self) -> None:
        """Read all rows."""
        goals = [
            rung.column.number for rung in self.rungs if rung.kind == "goal"
        ]
        for row, after in zip_longest(self.header.rows, self.header.rows[1:]):
            band = band_of(row, after, goals)
            if band:
                self._band(band, row)
            else:
                self._row(row)
        self._note_numbers()

    def _note_numbers(self) -> None:
        """Note that the numbers of the table do not become ids."""
        for first in self.header.rows[:1]:
            for column in self.header.columns_named("number"):
                place = first[column.number].place
                self.draft.add_note(
                    "numbers_left", place, heading=column.heading
                )

    def _band(self, band: BandRow, row: Row) -> None:
        """Read a row that is one cell: it begins a theme or goal for the rows under it."""
        cell = next(cell for cell in row if cell.has_words)
        for rung in self.rungs:
            rung.now, rung.fresh = [], False
        if band.kind is None:
            self.draft.add_note(
                "cell_not_understood", cell.place, text=cell.text
            )
            return
        number = self.draft.add_mention(
            band.kind, AnnotatedText(band.text), cell.place
        )
        self.draft.add_label(number, band.label)
        if band.kind == "theme":
            self.context.theme, self.context.goal = number, None
        else:
            self._open_goal(number)

    def _open_goal(self, number: int) -> None:
        """Let the rows that follow stand under a goal."""
        self._tie_theme(number)
        goals = next(
            (rung for rung in self.rungs if rung.kind == "goal"), None
        )
        if goals:
            goals.now, goals.under = [number], "heading"
        else:
            self.context.goal = number

    def _row(self, row: Row) -> None:
        """Read a row: what stands in each rung, then the links, then the other columns."""
        renewed = False
        for rung in self.rungs:
            rung.codes = ()
            self._cell(rung, row, renewed=renewed)
            failed = row[rung.column.number].failed
            renewed = renewed or rung.fresh or rung.known or failed
        for rung in self.rungs:
            self._beside(rung, row)
        for rung in self.also:
            self._also(rung, row[rung.column.number])
        self._remember_efforts()
        for place, rung in enumerate(self.rungs):
            if rung.fresh or rung.spans:
                self._ties(rung, self.rungs[:place])
        self.attributes.read_row(row, self.rungs)

    def _remember_efforts(self) -> None:
        """Remember of the new targets of a row whether it has an effort beside them."""
        efforts = [rung for rung in self.rungs if rung.kind == "effort"]
        had_effort = any(rung.fresh or rung.known for rung in efforts)
        for rung in self.rungs:
            if rung.fresh and rung.kind == "target":
                rung.had_effort = had_effort

    def _cell(self, rung: RoleColumn, row: Row, *, renewed: bool) -> None:
        """Find what stands in a rung on this row.

        That is its own words, those of a merged cell, or when it is blank those above.

        Args:
            rung: The column, which is changed.
            row: The row.
            renewed: Something new stands on this row in a rung above.
        """
        cell = row[rung.column.number]
        above = cell.covered and not is_covered_from_left(
            row, rung.column.number
        )
        text_kind = _kind_of_own_words(cell)
        same = above or text_kind is TextKind.DITTO
        rung.known = rung.fresh = False
        rung.spans = same and renewed
        rung.basis = _basis_of(cell, rung, above=above)
        if text_kind not in (TextKind.NOTHING, TextKind.DITTO):
            rung.now, rung.under = self._mentions(rung, cell), "inherited"
            rung.fresh = bool(rung.now) and not rung.known
            rung.spans = rung.known
        elif not same and (renewed or self._ends_rung(rung, cell)):
            rung.now = []

    def _ends_rung(self, rung: RoleColumn, cell: Cell) -> bool:
        """A cell without a statement ends what stands above it; a blank one only in some rungs."""
        unlike_above = cell.has_words or cell.covered or cell.failed
        return unlike_above or self._blank_ends(rung)

    def _blank_ends(self, rung: RoleColumn) -> bool:
        """A blank cell means that there is nothing here.

        Of the efforts always, of a target when merged cells are known, and of codes that follow
        on what they are said of.
        """
        if rung.kind == "effort" or (
            rung.kind == "target" and self.merges_known
        ):
            return True
        return rung.coded and any(
            other.column.number < rung.column.number
            for other in self.rungs
            if not other.coded and other.kind != "theme"
        )

    def _mentions(self, rung: RoleColumn, cell: Cell) -> list[int]:
        """The numbers of what a cell says, new mentions or ones that its labels name."""
        is_mark = classify_text(cell.text) is TextKind.CHECKMARK
        labels = () if is_mark else only_labels(cell.text, rung.kind)
        labelled = self.draft.mentions_labelled(rung.kind, labels)
        rung.known = bool(labelled)
        if labelled or (labels and _holds_codes(rung, cell)):
            rung.codes = self._unknown_labels(rung.kind, labels)
            return labelled
        return self._new_mentions(rung, cell)

    def _new_mentions(self, rung: RoleColumn, cell: Cell) -> list[int]:
        """The numbers of new mentions for what a cell says; what states nothing is noted."""
        if cell.tables:
            return self._nested_mentions(rung, cell)
        text_kind = classify_text(cell.text)
        statements = split_statements(cell.blocks)
        for text in statements.introductions:
            self.draft.add_note("introduction_left", cell.place, text=text)
        items = self._items(rung, cell, statements.items)
        if not items and text_kind is TextKind.STATEMENT:
            return self._aside(rung, cell)
        numbers = self._add_items(rung, cell, items)
        if not numbers and text_kind is TextKind.CHECKMARK:
            self.draft.add_note(
                "cell_not_understood", cell.place, text=cell.text
            )
        return numbers

    def _nested_mentions(self, rung: RoleColumn, cell: Cell) -> list[int]:
        """The numbers of what a cell says itself, and then of what the tables in it say."""
        nested = NestedTables(cell, rung.kind)
        own = nested.cell._replace(tables=())
        numbers = self._new_mentions(rung, own) if own.has_words else []
        return numbers + read_nested_tables(
            self.draft, nested, rung.kind, self._read_nested
        )

    def _read_nested(self, header: TableHeader) -> None:
        """Read a table in a cell; what serves a goal in it serves that of this row."""
        context = HeadingContext(legend=self.context.legend)
        if len(header.element_columns) > 1:
            goals = [rung.now for rung in self.rungs if rung.kind == "goal"]
            context.goal = next((now[0] for now in goals if now), None)
        UprightTable(
            self.draft, header, context, merges_known=True
        ).read_rows()

    def _unknown_labels(
        self, kind: Kind, labels: tuple[str, ...]
    ) -> tuple[str, ...]:
        """The labels that name nothing that was read so far."""
        return tuple(
            label
            for label in labels
            if not self.draft.mentions_labelled(kind, (label,))
        )

    def _items(
        self, rung: RoleColumn, cell: Cell, items: tuple[CellStatement, ...]
    ) -> tuple[CellStatement, ...]:
        """The statements of a cell; several paragraphs of one theme or goal as one, with a note."""
        if rung.kind not in ("theme", "goal"):
            return items
        joined = join_explanations(items)
        if len(joined) == len(items):
            return items
        self.draft.add_note("goal_paragraphs", cell.place, count=len(items))
        return joined

    def _add_items(
        self, rung: RoleColumn, cell: Cell, items: tuple[CellStatement, ...]
    ) -> list[int]:
        """The numbers of new mentions for the statements of a cell."""
        column = rung.column
        place = cell.place.model_copy(
            update={"heading": column.heading or None}
        )
        level = column.role.level if column.role else None
        numbers = add_items(self.draft, rung.kind, items, place, level)
        for number in numbers:
            self.draft.mentions[number].rung = rung.tier_name
        return numbers

    def _aside(self, rung: RoleColumn, cell: Cell) -> list[int]:
        """A cell that is only a source belongs to what stands above it; another is noted."""
        sources = extract_annotations(cell.text).sources
        if rung.now and sources:
            rung.known = True
            self.draft.mentions[rung.now[-1]].sources.extend(sources)
            return rung.now
        self.draft.add_note("cell_not_understood", cell.place, text=cell.text)
        return []

    def _beside(self, rung: RoleColumn, row: Row) -> None:
        """Keep codes of what may stand further on in the document with the elements of this row."""
        if not rung.codes:
            return
        fresh = [
            other
            for other in self.rungs
            if other.fresh and other.kind not in ("theme", rung.kind)
        ]
        for other in fresh:
            for number in self._wholes(other):
                self._add_codes(number, rung.kind, rung.codes)
        if not fresh:
            cell = row[rung.column.number]
            self.draft.add_note(
                "reference_unknown", cell.place, text=cell.text
            )

    def _also(self, rung: RoleColumn, cell: Cell) -> None:
        """Keep the codes beside a column of their kind with the lowest elements of this row."""
        lowest = next(
            (other for other in reversed(self.rungs) if other.fresh), None
        )
        if lowest is None or cell.covered:
            return
        codes = only_labels(cell.text, rung.kind)
        for number in lowest.now:
            self._add_codes(number, rung.kind, codes)

    def _add_codes(
        self, number: int, kind: Kind, codes: Iterable[str]
    ) -> None:
        self.draft.mentions[number].beside += ((kind, code) for code in codes)

    def _wholes(self, rung: RoleColumn) -> list[int]:
        """What stands in a rung, without what is part of something else."""
        mentions = self.draft.mentions
        return [
            number for number in rung.now if mentions[number].part_of is None
        ]

    # ties

    def _ties(self, rung: RoleColumn, above: Sequence[RoleColumn]) -> None:
        """Link what stands fresh in a rung to what it serves.

        A goal that serves nothing on this row is linked to what it stands under.
        """
        served = self._served(rung, above)
        targets = [
            other for other in above if other.kind == "target" and other.now
        ]
        for number in self._wholes(rung):
            if served:
                self._tie_all(number, rung, served)
            elif not self._tie_context(number, rung):
                self._alone(number, rung.kind, above)
            if rung.kind == "effort":
                self._tie_targets(number, rung, targets)

    def _served(
        self, rung: RoleColumn, above: Sequence[RoleColumn]
    ) -> RoleColumn | None:
        """What a rung serves on this row; of several such columns the lowest.

        What the dialect names first is what it would rather serve.
        """
        for name in active_dialect().serves.get(rung.tier_name, ()):
            filled = [
                other
                for other in above
                if other.tier_name == name and other.now
            ]
            if not filled:
                continue
            lowest = filled[-1]
            if not (rung.kind == "effort" and lowest.kind == "target"):
                return lowest
        return None

    def _tie_all(
        self, number: int, rung: RoleColumn, served: RoleColumn
    ) -> None:
        """Link a mention to all that stands in the rung that it serves."""
        link = active_dialect().link(rung.tier_name, served.tier_name)
        if link is None:
            return
        basis = _weakest(rung.basis, served.basis)
        for other in self._wholes(served):
            self.draft.link_mentions(number, other, link, basis)

    def _tie_context(self, number: int, rung: RoleColumn) -> bool:
        """Link a mention to the goal under whose heading the table stands, if there is one."""
        link = active_dialect().link(rung.tier_name, "goal")
        if self.context.goal is None or link is None:
            return False
        self.draft.link_mentions(number, self.context.goal, link, "heading")
        return True

    def _alone(
        self, number: int, kind: Kind, above: Sequence[RoleColumn]
    ) -> None:
        """What serves nothing here: a goal is part of the theme above, an effort stays unlinked."""
        if kind == "goal":
            self._tie_theme(number)
        elif kind == "effort":
            themes = (
                other for other in above if other.kind == "theme" and other.now
            )
            self._unlinked(number, next(themes, None))

    def _tie_theme(self, number: int) -> None:
        if self.context.theme is not None:
            self.draft.link_mentions(
                number, self.context.theme, "part_of", "heading"
            )

    def _unlinked(self, effort: int, served: RoleColumn | None) -> None:
        """An effort without a goal keeps the name of the theme or heading under which it stands."""
        theme = served.now[0] if served else self.context.theme
        group = self.context.heading
        if theme is not None:
            group = self.draft.mentions[theme].text
        self.draft.mentions[effort].group = group
        self.draft.loose.append(effort)

    def _tie_targets(
        self, effort: int, rung: RoleColumn, targets: list[RoleColumn]
    ) -> None:
        """Link an effort to the targets beside it.

        A target of a row above counts only when an effort stood beside it there: in a staircase
        of targets nothing says which of them the effort serves.
        """
        mention = self.draft.mentions[effort]
        for target in targets:
            inherited = target.basis == "inherited"
            if inherited and not target.had_effort:
                continue
            if inherited:
                self.draft.add_note(
                    "inherited_target", mention.place, text=mention.text
                )
            self._tie_all(effort, rung, target)


def _basis_of(cell: Cell, rung: RoleColumn, *, above: bool) -> Basis:
    """On what evidence the words in a rung hold for a row: above means under a merged cell."""
    if above:
        return "merged cell"
    return "same row" if cell.has_words else rung.under


def _kind_of_own_words(cell: Cell) -> TextKind:
    """What kind of words a cell has of its own; a blank or covered one says nothing."""
    if cell.covered or not cell.has_words:
        return TextKind.NOTHING
    return classify_text(cell.text)


def _only_codes(header: TableHeader, column: HeadedColumn, kind: Kind) -> bool:
    """All filled cells of the column hold nothing but codes.

    Another column has to hold elements in words.
    """
    if not any(other is not column for other, _ in header.element_columns):
        return False
    cells = [row[column.number] for row in header.rows]
    texts = [cell.text for cell in cells if cell.has_words]
    return bool(texts) and all(
        _is_code_or_nothing(text, kind) for text in texts
    )


def _holds_codes(rung: RoleColumn, cell: Cell) -> bool:
    """What looks like labels is codes: the column holds only these, or the cell only capitals."""
    return rung.coded or not any(map(str.islower, cell.text))


def _is_code_or_nothing(text: str, kind: Kind) -> bool:
    if only_labels(text, kind):
        return True
    return classify_text(text) in (TextKind.NOTHING, TextKind.DITTO)


def _weakest(one: Basis, other: Basis) -> Basis:
    return max(one, other, key=BASES.index)
