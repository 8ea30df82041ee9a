"""A table with headings becomes mentions and ties: what stands on one row, under which goal, on what evidence."""

from collections.abc import Sequence
from itertools import zip_longest

from dinet.document.content import Cell, Row, is_covered_from_left
from dinet.interpret.annotations import (
    AnnotatedText,
    extract_annotations,
    split_statements,
)
from dinet.interpret.attributes import AttributeReader
from dinet.interpret.element_labels import only_labels
from dinet.interpret.list_items import HeadingContext
from dinet.interpret.mentions import add_items, join_explanations
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
        told = {rung.kind for rung in rungs if not rung.coded}
        self.rungs = [rung for rung in rungs if not (rung.coded and rung.kind in told)]
        self.also = [rung for rung in rungs if rung.coded and rung.kind in told]
        """Columns of codes beside one that tells of the same kind: what the lowest of a row serves too."""
        self.attributes = AttributeReader(draft, header, context.legend)

    def read_rows(self) -> None:
        """Read all rows."""
        for row, after in zip_longest(self.header.rows, self.header.rows[1:]):
            band = band_of(
                row,
                after,
                [rung.column.number for rung in self.rungs if rung.kind == "goal"],
            )
            if band:
                self._band(band, row)
            else:
                self._row(row)
        for column in self.header.columns_named("number"):
            if self.header.rows:
                self.draft.add_note(
                    "numbers_left",
                    self.header.rows[0][column.number].place,
                    heading=column.heading,
                )

    def _band(self, band: BandRow, row: Row) -> None:
        """A row that is one cell over the whole width begins a theme or a goal for the rows under it."""
        cell = next(cell for cell in row if cell.has_words)
        for rung in self.rungs:
            rung.now, rung.fresh = [], False
        if band.kind is None:
            self.draft.add_note("cell_not_understood", cell.place, text=cell.text)
            return
        number = self.draft.add_mention(band.kind, AnnotatedText(band.text), cell.place)
        self.draft.add_label(number, band.label)
        goals = next((rung for rung in self.rungs if rung.kind == "goal"), None)
        if band.kind == "theme":
            self.context.theme, self.context.goal = number, None
            return
        self._tie_theme(number)
        if goals:
            goals.now, goals.under = [number], "heading"
        else:
            self.context.goal = number

    def _row(self, row: Row) -> None:
        for place, rung in enumerate(self.rungs):
            rung.codes = ()
            self._cell(
                rung,
                row,
                renewed=any(above.fresh or above.known for above in self.rungs[:place]),
            )
        for rung in self.rungs:
            self._beside(rung, row)
        for rung in self.also:
            self._also(rung, row[rung.column.number])
        for rung in self.rungs:
            if rung.fresh and rung.kind == "target":
                rung.had_effort = any(
                    each.fresh or each.known
                    for each in self.rungs
                    if each.kind == "effort"
                )
        for place, rung in enumerate(self.rungs):
            if rung.fresh or rung.spans:
                self._ties(rung, self.rungs[:place])
        self.attributes.read_row(row, self.rungs)

    def _cell(self, rung: RoleColumn, row: Row, *, renewed: bool) -> None:
        """What stands in a rung on this row: its own words, those of a merged cell, or by blank those above."""
        cell = row[rung.column.number]
        above = cell.covered and not is_covered_from_left(row, rung.column.number)
        said = (
            classify_text(cell.text)
            if cell.has_words and not cell.covered
            else TextKind.NOTHING
        )
        same = above or said is TextKind.DITTO
        rung.known = rung.fresh = False
        rung.spans = same and renewed
        rung.basis = (
            "merged cell" if above else "same row" if cell.has_words else rung.under
        )
        if said in (TextKind.STATEMENT, TextKind.PLACEHOLDER, TextKind.CHECKMARK):
            rung.now, rung.under = self._mentions(rung, cell), "inherited"
            rung.fresh = bool(rung.now) and not rung.known
            rung.spans = rung.known
        elif not same and (
            cell.has_words or cell.covered or renewed or self._blank_ends(rung)
        ):
            rung.now = []

    def _blank_ends(self, rung: RoleColumn) -> bool:
        """A blank cell means that there is nothing here.

        Of the efforts always, of a target when merged cells are known, and of codes that follow
        on what they are said of.
        """
        after = any(
            each.column.number < rung.column.number
            for each in self.rungs
            if not each.coded and each.kind != "theme"
        )
        return (
            rung.kind == "effort"
            or (rung.kind == "target" and self.merges_known)
            or (rung.coded and after)
        )

    def _mentions(self, rung: RoleColumn, cell: Cell) -> list[int]:
        """The numbers of what a cell says, new mentions or ones that its labels name."""
        labels = (
            ()
            if classify_text(cell.text) is TextKind.CHECKMARK
            else only_labels(cell.text, rung.kind)
        )
        found = self.draft.mentions_labelled(rung.kind, labels)
        rung.known = bool(found)
        if found or (labels and (rung.coded or not any(map(str.islower, cell.text)))):
            rung.codes = tuple(
                label
                for label in labels
                if not self.draft.mentions_labelled(rung.kind, (label,))
            )
            return found
        said = split_statements(cell.blocks)
        for text in said.introductions:
            self.draft.add_note("introduction_left", cell.place, text=text)
        items = said.items
        if not items and classify_text(cell.text) is TextKind.STATEMENT:
            return self._aside(rung, cell)
        if rung.kind in ("theme", "goal") and len(join_explanations(items)) < len(
            items
        ):
            items = join_explanations(items)
            self.draft.add_note("goal_paragraphs", cell.place, count=len(said.items))
        place = cell.place.model_copy(update={"heading": rung.column.heading or None})
        numbers = add_items(
            self.draft,
            rung.kind,
            items,
            place,
            rung.column.role.level if rung.column.role else None,
        )
        for number in numbers:
            self.draft.mentions[number].rung = rung.tier_name
        if not numbers and classify_text(cell.text) is TextKind.CHECKMARK:
            self.draft.add_note("cell_not_understood", cell.place, text=cell.text)
        return numbers

    def _aside(self, rung: RoleColumn, cell: Cell) -> list[int]:
        """A cell that is only a source belongs to what stands above it; one that is only something else is noted."""
        sources = extract_annotations(cell.text).sources
        if rung.now and sources:
            rung.known = True
            self.draft.mentions[rung.now[-1]].sources.extend(sources)
            return rung.now
        self.draft.add_note("cell_not_understood", cell.place, text=cell.text)
        return []

    def _beside(self, rung: RoleColumn, row: Row) -> None:
        """Keep codes of what may stand further on in the document with the elements of this row."""
        fresh = [
            each
            for each in self.rungs
            if each is not rung and each.fresh and each.kind not in ("theme", rung.kind)
        ]
        for number in (
            number
            for each in fresh
            for number in each.now
            if self.draft.mentions[number].part_of is None
        ):
            self.draft.mentions[number].beside += (
                (rung.kind, code) for code in rung.codes
            )
        if rung.codes and not fresh:
            self.draft.add_note(
                "reference_unknown",
                row[rung.column.number].place,
                text=row[rung.column.number].text,
            )

    def _also(self, rung: RoleColumn, cell: Cell) -> None:
        lowest = next((each for each in reversed(self.rungs) if each.fresh), None)
        for number in lowest.now if lowest and not cell.covered else ():
            self.draft.mentions[number].beside += (
                (rung.kind, code) for code in only_labels(cell.text, rung.kind)
            )

    # ties

    def _ties(self, rung: RoleColumn, above: Sequence[RoleColumn]) -> None:
        """Link what stands fresh in a rung to what it serves; a goal without one here to what it stands under."""
        tops = [
            number for number in rung.now if self.draft.mentions[number].part_of is None
        ]
        served = self._served(rung, above)
        for number in tops:
            if served:
                self._tie_all(number, rung, served)
            elif not self._tie_context(number, rung):
                self._alone(number, rung.kind, above)
            if rung.kind == "effort":
                self._tie_targets(
                    number,
                    rung,
                    [each for each in above if each.kind == "target" and each.now],
                )

    def _served(
        self, rung: RoleColumn, above: Sequence[RoleColumn]
    ) -> RoleColumn | None:
        """What a rung serves on this row: what it would rather serve first; of several such columns the lowest."""
        for name in active_dialect().serves.get(rung.tier_name, ()):
            found = next(
                (
                    each
                    for each in reversed(above)
                    if each.tier_name == name and each.now
                ),
                None,
            )
            if found and not (rung.kind == "effort" and found.kind == "target"):
                return found
        return None

    def _tie_all(self, number: int, rung: RoleColumn, served: RoleColumn) -> None:
        link = active_dialect().link(rung.tier_name, served.tier_name)
        for other in served.now:
            if link and self.draft.mentions[other].part_of is None:
                self.draft.link_mentions(
                    number, other, link, _weakest(rung.basis, served.basis)
                )

    def _tie_context(self, number: int, rung: RoleColumn) -> bool:
        link = active_dialect().link(rung.tier_name, "goal")
        if self.context.goal is None or link is None:
            return False
        self.draft.link_mentions(number, self.context.goal, link, "heading")
        return True

    def _alone(self, number: int, kind: Kind, above: Sequence[RoleColumn]) -> None:
        """What serves nothing here: a goal is part of the theme above, an effort is left unlinked."""
        if kind == "goal":
            self._tie_theme(number)
        elif kind == "effort":
            self._unlinked(
                number,
                next(
                    (each for each in above if each.kind == "theme" and each.now), None
                ),
            )

    def _tie_theme(self, number: int) -> None:
        if self.context.theme is not None:
            self.draft.link_mentions(number, self.context.theme, "part_of", "heading")

    def _unlinked(self, effort: int, served: RoleColumn | None) -> None:
        """An effort without a goal keeps the name of the theme or heading under which it stands."""
        mention = self.draft.mentions[effort]
        theme = served.now[0] if served else self.context.theme
        mention.group = (
            self.draft.mentions[theme].text
            if theme is not None
            else self.context.heading
        )
        self.draft.loose.append(effort)

    def _tie_targets(
        self, effort: int, rung: RoleColumn, targets: list[RoleColumn]
    ) -> None:
        """Link an effort to the target beside it: with evidence only, and never after a staircase of targets."""
        for served in targets:
            if served.basis == "inherited":
                if not served.had_effort:
                    continue
                self.draft.add_note(
                    "inherited_target",
                    self.draft.mentions[effort].place,
                    text=self.draft.mentions[effort].text,
                )
            self._tie_all(effort, rung, served)


def _only_codes(header: TableHeader, column: HeadedColumn, kind: Kind) -> bool:
    """All filled cells of the column hold nothing but codes, and another column holds elements in words."""
    cells = [row[column.number] for row in header.rows if row[column.number].has_words]
    others = [each for each, _ in header.element_columns if each is not column]
    coded = (
        only_labels(cell.text, kind)
        or classify_text(cell.text) in (TextKind.NOTHING, TextKind.DITTO)
        for cell in cells
    )
    return bool(cells and others) and all(coded)


def _weakest(one: Basis, other: Basis) -> Basis:
    return max(one, other, key=BASES.index)
