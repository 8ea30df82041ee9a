"""A matrix: efforts down, goals across, and a cross where the one serves the other."""

import re

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.annotations import split_statements
from dinet.interpret.element_labels import only_labels, split_label
from dinet.interpret.mentions import EFFORT_ROLES, add_items, describe_mentions
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import HeadedColumn, without_separators
from dinet.model import KINDS, Kind
from dinet.vocabulary.active_dialect import active_dialect
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import kind_of, role_of

_CORNER = re.compile(r"[\\/|]")


def is_matrix(grid: Grid) -> bool:
    """Under the first row and right of the first column stand crosses, at least two, and what is said of each row."""
    first, *rows = list(without_separators(grid.rows)) or [()]
    inside = [
        row[number]
        for number in _across(first)
        for row in rows
        if row[number].has_words
    ]
    return sum(map(_crossed, inside)) > 1 and all(
        _crossed(cell) or _empty(cell) for cell in inside
    )


def _across(first: Row) -> list[int]:
    """The columns for crosses: right of the first, and not headed by an owner, a period and the like."""
    roles = [role_of(cell.text) for cell in first]
    return [
        number
        for number, role in enumerate(roles)
        if number and (role is None or kind_of(role))
    ]


def _crossed(cell: Cell) -> bool:
    return classify_text(cell.text) is TextKind.CHECKMARK or cell.text == "1"


def _empty(cell: Cell) -> bool:
    return classify_text(cell.text) is TextKind.NOTHING or cell.text.casefold() in (
        "0",
        "nee",
        "no",
    )


class MatrixReader:
    """Reads matrices once everything else is known.

    Args:
        draft: With all mentions of the document.
    """

    def __init__(self, draft: ProgrammeReading) -> None:
        self.draft = draft
        self.by_text: dict[str, int] = {}
        for number, mention in enumerate(draft.mentions):
            self.by_text.setdefault(fold_text(mention.text), number)

    def read_matrix(self, grid: Grid) -> bool:
        """Link what the crosses of a matrix link; False, and nothing read, when most of its heads name nothing known."""
        first, *rows = without_separators(grid.rows)
        heads = [number for number in _across(first) if first[number].has_words]
        across = {
            number: found
            for number in heads
            if (found := self._known(first[number])) is not None
        }
        if 2 * len(across) < len(heads) or not across:
            return False
        for number in heads:
            if number not in across:
                self.draft.add_note(
                    "cell_not_understood", first[number].place, text=first[number].text
                )
        corner = [
            kind_of(role_of(part.strip())) for part in _CORNER.split(first[0].text)
        ]
        for row in rows:
            for here in self._down(row[0], next(filter(None, corner), None)):
                self._tie(here, row, across)
                self._describe(here, row, first)
        return True

    def _describe(self, here: int, row: Row, first: Row) -> None:
        """Give what stands at the head of a row what the columns without crosses say of it."""
        for number, head in enumerate(first[1:], start=1):
            role, cell = role_of(head.text), row[number]
            if role and not kind_of(role) and cell.has_words:
                if role.name in EFFORT_ROLES:
                    describe_mentions(
                        self.draft, [here], HeadedColumn(number, head.text, role), cell
                    )
                else:
                    self.draft.add_note(
                        "cell_not_understood", cell.place, text=cell.text
                    )

    def _down(self, cell: Cell, kind: Kind | None) -> list[int]:
        """What the head of a row names, or a new mention when the matrix says of what kind it is."""
        known = self._known(cell)
        if known is not None:
            return [known]
        if kind:
            return add_items(
                self.draft, kind, split_statements(cell.blocks).items, cell.place
            )
        if cell.has_words:
            self.draft.add_note("cell_not_understood", cell.place, text=cell.text)
        return []

    def _known(self, cell: Cell) -> int | None:
        """The one mention that a head names, by its label or by its words."""
        labelled = [
            number
            for kind in KINDS
            for number in self.draft.mentions_labelled(
                kind, only_labels(cell.text, kind)
            )
        ]
        if len(labelled) == 1:
            return labelled[0]
        texts = [
            fold_text(cell.text),
            *(fold_text(split_label(cell.text, kind)[1]) for kind in KINDS),
        ]
        return next(
            (self.by_text[text] for text in texts if text and text in self.by_text),
            None,
        )

    def _tie(self, here: int, row: Row, across: dict[int, int]) -> None:
        for number, there in across.items():
            if _crossed(row[number]):
                for start, end in ((here, there), (there, here)):
                    link = active_dialect().link(
                        self.draft.mentions[start].kind, self.draft.mentions[end].kind
                    )
                    if link:
                        self.draft.link_mentions(
                            start, end, link, "stated", row[number].place
                        )
