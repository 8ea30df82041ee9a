"""A table with headings becomes mentions and ties: what stands on one row, under which goal, on what evidence."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dinet.document.columns import Column, Header
from dinet.document.draft import Draft
from dinet.document.parts import Cell, Row
from dinet.document.peel import Item, Peeled, statements
from dinet.document.roles import prefixed, role_of
from dinet.model import BASES, Aim, Basis, Kind, Level, LinkKind, Place

_OF_TARGET = {"baseline": "baseline", "value": "value", "unit": "unit"}
_OF_EFFORT = ("owner", "partner", "phase", "period", "budget", "status", "remark")


@dataclass
class Context:
    """What the headings above a table say: under which theme and goal its rows stand."""

    theme: int | None = None
    goal: int | None = None
    heading: str | None = None


@dataclass
class Rung:
    """One column of elements, and what stands in it for the row that is being read."""

    column: Column
    kind: Kind
    now: list[int] = field(default_factory=list)
    basis: Basis = "same row"
    fresh: bool = False
    """Its cell on this row has words of its own."""
    had_effort: bool = False
    """The row on which its present words stand had an effort."""
    spans: bool = False
    """Its merged cell goes on under something new above it: its words serve that too."""


class Table:
    """Reads the rows of one table into a draft, from what is served to what serves."""

    def __init__(self, draft: Draft, header: Header, context: Context, *, merges_known: bool) -> None:
        self.draft = draft
        self.header = header
        self.context = context
        self.merges_known = merges_known
        self.rungs = [Rung(column, kind) for column, kind in header.ladder]
        self.last: dict[int, Cell] = {}

    def read(self) -> None:
        """Read all rows."""
        for row in self.header.rows:
            if not self._band(row):
                self._row(row)
        for column in self.header.named("number"):
            self.draft.note("numbers_left", self.header.rows[0][column.number].place, heading=column.heading)

    def _band(self, row: Row) -> bool:
        """A row that is one cell over the whole width, or only a prefixed theme, begins a theme."""
        first, rest = row[0], row[1:]
        if not first.filled or any(cell.filled for cell in rest):
            return False
        found = prefixed(first.text)
        across = first.width == len(row) > 1
        if not (found and found[0].name == "theme") and not (across and role_of(first.text) is None and first.text[-1:] != "."):
            return False
        text = found[1] if found and found[0].name == "theme" else first.text
        self.context.theme = self.draft.mention("theme", Peeled(text), first.place)
        for rung in self.rungs:
            rung.now, rung.fresh = [], False
        return True

    def _row(self, row: Row) -> None:
        for rung in self.rungs:
            self._cell(rung, row[rung.column.number])
        for rung in self.rungs:
            if rung.fresh and rung.kind == "target":
                rung.had_effort = any(each.fresh for each in self.rungs if each.kind == "effort")
        for number, rung in enumerate(self.rungs):
            if rung.fresh or rung.spans:
                self._ties(rung, self.rungs[:number])
        self._attributes(row)
        for column in self.header.named(""):
            if row[column.number].filled:
                self.draft.note("cell_not_understood", row[column.number].place, text=row[column.number].text)

    def _cell(self, rung: Rung, cell: Cell) -> None:
        """What stands in a rung on this row: its own words, those of a merged cell, or by blank those above."""
        renewed = any(above.fresh for above in self.rungs[: self.rungs.index(rung)])
        rung.fresh = cell.filled and not cell.covered
        rung.spans = cell.covered and renewed
        rung.basis = "same row" if rung.fresh else "merged cell" if cell.covered else "inherited"
        if rung.fresh:
            rung.now = self._mentions(rung, cell)
        elif not cell.covered and (renewed or rung.kind == "effort" or (rung.kind == "target" and self.merges_known)):
            rung.now = []

    def _mentions(self, rung: Rung, cell: Cell) -> list[int]:
        found = statements(cell.blocks)
        for text in found.introductions:
            self.draft.note("introduction_left", cell.place, text=text)
        items = found.items
        if rung.kind in ("theme", "goal") and len(cell.blocks) > 1 and all(block.level is None for block in cell.blocks):
            self.draft.note("goal_paragraphs", cell.place, count=len(items))
            items = (Item(_one([item.said for item in items]), 0),)
        place = cell.place.model_copy(update={"heading": rung.column.heading or None})
        return add_items(self.draft, rung.kind, items, place, rung.column.role.level if rung.column.role else None)

    def _ties(self, rung: Rung, above: list[Rung]) -> None:
        """Link what stands fresh in a rung to what it serves."""
        tops = [number for number in rung.now if self.draft.mentions[number].part_of is None]
        served = next((each for each in reversed(above) if each.now and each.kind != "target"), None)
        if rung.kind == "target":
            served = next((each for each in reversed(above) if each.now and each.kind == "goal"), served)
        for number in tops:
            if served and not (rung.kind in ("effort", "target") and served.kind == "theme"):
                self._tie_all(number, rung, served)
            elif not self._tie_context(number, rung.kind) and rung.kind == "effort":
                self.draft.mentions[number].group = self._group(served)
                self.draft.note("no_goal_yet", self.draft.mentions[number].place, text=self.draft.mentions[number].text)
            if rung.kind == "effort":
                self._tie_targets(number, rung.basis, [each for each in above if each.kind == "target" and each.now])
        if rung.kind == "goal" and not served:
            for number in tops:
                self._tie_theme(number)

    def _tie_all(self, number: int, rung: Rung, served: Rung) -> None:
        link: LinkKind = "part_of" if served.kind == "theme" else "measures" if rung.kind == "target" else "contributes_to"
        for other in served.now:
            if self.draft.mentions[other].part_of is None:
                self.draft.tie(number, other, link, _weakest(rung.basis, served.basis))

    def _tie_context(self, number: int, kind: Kind) -> bool:
        if self.context.goal is None or kind in ("theme", "goal"):
            return False
        self.draft.tie(number, self.context.goal, "measures" if kind == "target" else "contributes_to", "heading")
        return True

    def _tie_theme(self, number: int) -> None:
        if self.context.theme is not None:
            self.draft.tie(number, self.context.theme, "part_of", "heading")

    def _group(self, served: Rung | None) -> str | None:
        if served and served.kind == "theme":
            return self.draft.mentions[served.now[0]].text
        if self.context.theme is not None:
            return self.draft.mentions[self.context.theme].text
        return self.context.heading

    def _tie_targets(self, effort: int, basis: Basis, targets: list[Rung]) -> None:
        """Link an effort to the target beside it: with evidence only, and never after a staircase of targets."""
        for rung in targets:
            if rung.basis == "inherited":
                if not rung.had_effort:
                    continue
                self.draft.note("inherited_target", self.draft.mentions[effort].place, text=self.draft.mentions[effort].text)
            for target in rung.now:
                self.draft.tie(effort, target, "contributes_to", _weakest(rung.basis, basis))

    def _attributes(self, row: Row) -> None:
        targets = [number for rung in self.rungs if rung.kind == "target" and rung.fresh for number in rung.now]
        fresh = next(([*rung.now] for rung in reversed(self.rungs) if rung.fresh), [])
        for column in self.header.columns:
            cell = self._value(column, row[column.number])
            if not cell.filled:
                continue
            if column.name == "source":
                for number in targets or fresh:
                    self.draft.mentions[number].sources.append(cell.text)
            elif column.name in _OF_TARGET and targets:
                self._aim(targets, column, cell)
            elif column.name in _OF_EFFORT:
                describe(self.draft, fresh, column, cell)
            elif column.name and column.name not in (*(rung.kind for rung in self.rungs), "number"):
                self.draft.note("cell_not_understood", cell.place, text=cell.text)

    def _value(self, column: Column, cell: Cell) -> Cell:
        """The cell, or for one under a merged cell the cell that covers it."""
        if not cell.covered:
            self.last[column.number] = cell
        return self.last.get(column.number, cell)

    def _aim(self, targets: list[int], column: Column, cell: Cell) -> None:
        for number in targets:
            before = self.draft.mentions[number].aim or Aim()
            self.draft.mentions[number].aim = before.model_copy(update={_OF_TARGET[column.name]: cell.text})


def _weakest(one: Basis, other: Basis) -> Basis:
    return max(one, other, key=BASES.index)


def _one(saids: list[Peeled]) -> Peeled:
    return Peeled(
        " ".join(said.text for said in saids),
        tuple(name for said in saids for name in said.sources),
        tuple(dict.fromkeys(name for said in saids for name in said.joint_with)),
        tuple(name for said in saids for name in said.references),
    )


def add_items(draft: Draft, kind: Kind, items: Iterable[Item], place: Place, level: Level | None = None) -> list[int]:
    """The numbers of new mentions, one for each statement; an item under another is part of it when it is work."""
    numbers: list[int] = []
    top: int | None = None
    for item in items:
        number = draft.mention(kind, item.said, place)
        mention = draft.mentions[number]
        mention.level = level
        if kind == "effort" and item.level > 0 and top is not None:
            mention.part_of = top
            draft.tie(number, top, "part_of", "same row")
        else:
            top = number
        numbers.append(number)
    return numbers


def describe(draft: Draft, numbers: list[int], column: Column, cell: Cell) -> None:
    """Give mentions what an owner, partner, phase, period, budget, status or remark column says of them.

    As many paragraphs as there are mentions go one to each; else every mention gets the whole cell.
    """
    tops = [number for number in numbers if draft.mentions[number].part_of is None]
    texts = [block.text for block in cell.blocks if block.text]
    if len(texts) != len(tops):
        texts = ["; ".join(texts)] * len(tops)
    for number, text in zip(tops, texts, strict=True):
        mention = draft.mentions[number]
        if column.name == "owner":
            mention.owner_words = text
        elif column.name == "partner":
            mention.partners.append(text)
        else:
            before = getattr(mention, column.name)
            setattr(mention, column.name, f"{before}; {text}" if before else text)
