"""A table with headings becomes mentions and ties: what stands on one row, under which goal, on what evidence."""

from collections.abc import Sequence
from itertools import zip_longest

from dinet.document.content import Cell, Row, beside
from dinet.document.dialects import current
from dinet.interpret.annotations import Peeled, peeled, statements
from dinet.interpret.attributes import Attributes
from dinet.interpret.element_labels import only_labels
from dinet.interpret.list_items import Context
from dinet.interpret.mentions import add_items, as_one
from dinet.interpret.placeholders import Says, says
from dinet.interpret.reading import Draft
from dinet.interpret.role_columns import Rung
from dinet.interpret.shapes.band_rows import Band, band_of
from dinet.interpret.table_columns import Column, Header
from dinet.model import BASES, Basis, Kind


class Table:
    """Reads the rows of one table into a draft, from what is served to what serves."""

    def __init__(
        self, draft: Draft, header: Header, context: Context, *, merges_known: bool
    ) -> None:
        self.draft = draft
        self.header = header
        self.context = context
        self.merges_known = merges_known
        rungs = [
            Rung(column, kind, coded=_only_codes(header, column, kind))
            for column, kind in header.ladder
        ]
        told = {rung.kind for rung in rungs if not rung.coded}
        self.rungs = [rung for rung in rungs if not (rung.coded and rung.kind in told)]
        self.also = [rung for rung in rungs if rung.coded and rung.kind in told]
        """Columns of codes beside one that tells of the same kind: what the lowest of a row serves too."""
        self.attributes = Attributes(draft, header, context.legend)

    def read(self) -> None:
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
        for column in self.header.named("number"):
            if self.header.rows:
                self.draft.note(
                    "numbers_left",
                    self.header.rows[0][column.number].place,
                    heading=column.heading,
                )

    def _band(self, band: Band, row: Row) -> None:
        """A row that is one cell over the whole width begins a theme or a goal for the rows under it."""
        cell = next(cell for cell in row if cell.filled)
        for rung in self.rungs:
            rung.now, rung.fresh = [], False
        if band.kind is None:
            self.draft.note("cell_not_understood", cell.place, text=cell.text)
            return
        number = self.draft.mention(band.kind, Peeled(band.text), cell.place)
        self.draft.label(number, band.label)
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
        self.attributes.read(row, self.rungs)

    def _cell(self, rung: Rung, row: Row, *, renewed: bool) -> None:
        """What stands in a rung on this row: its own words, those of a merged cell, or by blank those above."""
        cell = row[rung.column.number]
        above = cell.covered and not beside(row, rung.column.number)
        said = says(cell.text) if cell.filled and not cell.covered else Says.NOTHING
        same = above or said is Says.SAME
        rung.known = rung.fresh = False
        rung.spans = same and renewed
        rung.basis = (
            "merged cell" if above else "same row" if cell.filled else rung.under
        )
        if said in (Says.SOMETHING, Says.OPEN, Says.MARK):
            rung.now, rung.under = self._mentions(rung, cell), "inherited"
            rung.fresh = bool(rung.now) and not rung.known
            rung.spans = rung.known
        elif not same and (
            cell.filled or cell.covered or renewed or self._blank_ends(rung)
        ):
            rung.now = []

    def _blank_ends(self, rung: Rung) -> bool:
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

    def _mentions(self, rung: Rung, cell: Cell) -> list[int]:
        """The numbers of what a cell says, new mentions or ones that its labels name."""
        labels = (
            () if says(cell.text) is Says.MARK else only_labels(cell.text, rung.kind)
        )
        found = self.draft.found(rung.kind, labels)
        rung.known = bool(found)
        if found or (labels and (rung.coded or not any(map(str.islower, cell.text)))):
            rung.codes = tuple(
                label for label in labels if not self.draft.found(rung.kind, (label,))
            )
            return found
        said = statements(cell.blocks)
        for text in said.introductions:
            self.draft.note("introduction_left", cell.place, text=text)
        items = said.items
        if not items and says(cell.text) is Says.SOMETHING:
            return self._aside(rung, cell)
        if rung.kind in ("theme", "goal") and len(as_one(items)) < len(items):
            items = as_one(items)
            self.draft.note("goal_paragraphs", cell.place, count=len(said.items))
        place = cell.place.model_copy(update={"heading": rung.column.heading or None})
        numbers = add_items(
            self.draft,
            rung.kind,
            items,
            place,
            rung.column.role.level if rung.column.role else None,
        )
        for number in numbers:
            self.draft.mentions[number].rung = rung.name
        if not numbers and says(cell.text) is Says.MARK:
            self.draft.note("cell_not_understood", cell.place, text=cell.text)
        return numbers

    def _aside(self, rung: Rung, cell: Cell) -> list[int]:
        """A cell that is only a source belongs to what stands above it; one that is only something else is noted."""
        sources = peeled(cell.text).sources
        if rung.now and sources:
            rung.known = True
            self.draft.mentions[rung.now[-1]].sources.extend(sources)
            return rung.now
        self.draft.note("cell_not_understood", cell.place, text=cell.text)
        return []

    def _beside(self, rung: Rung, row: Row) -> None:
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
            self.draft.note(
                "reference_unknown",
                row[rung.column.number].place,
                text=row[rung.column.number].text,
            )

    def _also(self, rung: Rung, cell: Cell) -> None:
        lowest = next((each for each in reversed(self.rungs) if each.fresh), None)
        for number in lowest.now if lowest and not cell.covered else ():
            self.draft.mentions[number].beside += (
                (rung.kind, code) for code in only_labels(cell.text, rung.kind)
            )

    # ties

    def _ties(self, rung: Rung, above: Sequence[Rung]) -> None:
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

    def _served(self, rung: Rung, above: Sequence[Rung]) -> Rung | None:
        """What a rung serves on this row: what it would rather serve first; of several such columns the lowest."""
        for name in current().serves.get(rung.name, ()):
            found = next(
                (each for each in reversed(above) if each.name == name and each.now),
                None,
            )
            if found and not (rung.kind == "effort" and found.kind == "target"):
                return found
        return None

    def _tie_all(self, number: int, rung: Rung, served: Rung) -> None:
        link = current().link(rung.name, served.name)
        for other in served.now:
            if link and self.draft.mentions[other].part_of is None:
                self.draft.tie(number, other, link, _weakest(rung.basis, served.basis))

    def _tie_context(self, number: int, rung: Rung) -> bool:
        link = current().link(rung.name, "goal")
        if self.context.goal is None or link is None:
            return False
        self.draft.tie(number, self.context.goal, link, "heading")
        return True

    def _alone(self, number: int, kind: Kind, above: Sequence[Rung]) -> None:
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
            self.draft.tie(number, self.context.theme, "part_of", "heading")

    def _unlinked(self, effort: int, served: Rung | None) -> None:
        """An effort without a goal keeps the name of the theme or heading under which it stands."""
        mention = self.draft.mentions[effort]
        theme = served.now[0] if served else self.context.theme
        mention.group = (
            self.draft.mentions[theme].text
            if theme is not None
            else self.context.heading
        )
        self.draft.loose.append(effort)

    def _tie_targets(self, effort: int, rung: Rung, targets: list[Rung]) -> None:
        """Link an effort to the target beside it: with evidence only, and never after a staircase of targets."""
        for served in targets:
            if served.basis == "inherited":
                if not served.had_effort:
                    continue
                self.draft.note(
                    "inherited_target",
                    self.draft.mentions[effort].place,
                    text=self.draft.mentions[effort].text,
                )
            self._tie_all(effort, rung, served)


def _only_codes(header: Header, column: Column, kind: Kind) -> bool:
    """All filled cells of the column hold nothing but codes, and another column holds elements in words."""
    cells = [row[column.number] for row in header.rows if row[column.number].filled]
    others = [each for each, _ in header.ladder if each is not column]
    coded = (
        only_labels(cell.text, kind) or says(cell.text) in (Says.NOTHING, Says.SAME)
        for cell in cells
    )
    return bool(cells and others) and all(coded)


def _weakest(one: Basis, other: Basis) -> Basis:
    return max(one, other, key=BASES.index)
