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
    """Under the first row and right of the first column stand crosses, at least two.

    Beside the crosses only stands what is said of each row.
    """
    first, *rows = list(without_separators(grid.rows)) or [()]
    columns = _across(first)
    inside = [
        row[number]
        for row in rows
        for number in columns
        if row[number].has_words
    ]
    crosses = sum(map(_crossed, inside))
    return crosses > 1 and all(
        _crossed(cell) or _empty(cell) for cell in inside
    )


def _across(first: Row) -> list[int]:
    """The columns for crosses: right of the first, and not headed by an owner and the like."""
    roles = [role_of(cell.text) for cell in first]
    return [
        number
        for number, role in enumerate(roles)
        if number and (role is None or kind_of(role))
    ]


def _crossed(cell: Cell) -> bool:
    return classify_text(cell.text) is TextKind.CHECKMARK or cell.text == "1"


def _empty(cell: Cell) -> bool:
    """The cell says that there is no cross."""
    no_link = cell.text.casefold() in ("0", "nee", "no")
    return no_link or classify_text(cell.text) is TextKind.NOTHING


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
        """Link what the crosses of a matrix link.

        False, and nothing read, when most of its heads name nothing known.
        """
        first, *rows = without_separators(grid.rows)
        heads = [
            number for number in _across(first) if first[number].has_words
        ]
        across = self._known_heads(first, heads)
        if 2 * len(across) < len(heads) or not across:
            return False
        for number in heads:
            if number not in across:
                self._note_not_understood(first[number])
        kind = _kind_in_corner(first[0])
        for row in rows:
            for here in self._down(row[0], kind):
                self._tie(here, row, across)
                self._describe(here, row, first)
        return True

    def _known_heads(self, first: Row, heads: list[int]) -> dict[int, int]:
        """The mention that the head of each column names; unknown heads are left out."""
        across = {}
        for number in heads:
            mention = self._known(first[number])
            if mention is not None:
                across[number] = mention
        return across

    def _note_not_understood(self, cell: Cell) -> None:
        self.draft.add_note("cell_not_understood", cell.place, text=cell.text)

    def _describe(self, here: int, row: Row, first: Row) -> None:
        """Give what stands at the head of a row what the columns without crosses say of it."""
        for number, head in enumerate(first[1:], start=1):
            role, cell = role_of(head.text), row[number]
            if role is None or kind_of(role) or not cell.has_words:
                continue
            if role.name in EFFORT_ROLES:
                column = HeadedColumn(number, head.text, role)
                describe_mentions(self.draft, [here], column, cell)
            else:
                self._note_not_understood(cell)

    def _down(self, cell: Cell, kind: Kind | None) -> list[int]:
        """What the head of a row names, or a new mention when the matrix tells its kind."""
        known = self._known(cell)
        if known is not None:
            return [known]
        if kind:
            items = split_statements(cell.blocks).items
            return add_items(self.draft, kind, items, cell.place)
        if cell.has_words:
            self._note_not_understood(cell)
        return []

    def _known(self, cell: Cell) -> int | None:
        """The one mention that a head names, by its label or by its words."""
        labelled: list[int] = []
        for kind in KINDS:
            labels = only_labels(cell.text, kind)
            labelled += self.draft.mentions_labelled(kind, labels)
        if len(labelled) == 1:
            return labelled[0]
        texts = [
            cell.text,
            *(split_label(cell.text, kind)[1] for kind in KINDS),
        ]
        for text in map(fold_text, texts):
            if text and text in self.by_text:
                return self.by_text[text]
        return None

    def _tie(self, here: int, row: Row, across: dict[int, int]) -> None:
        """Link the head of a row to the heads of the columns where it has crosses."""
        for number, there in across.items():
            if _crossed(row[number]):
                self._link(here, there, row[number])
                self._link(there, here, row[number])

    def _link(self, start: int, end: int, cross: Cell) -> None:
        """Link one mention to another, if the dialect has it that such serve such."""
        mentions = self.draft.mentions
        link = active_dialect().link(mentions[start].kind, mentions[end].kind)
        if link:
            self.draft.link_mentions(start, end, link, "stated", cross.place)


def _kind_in_corner(corner: Cell) -> Kind | None:
    """The kind that the corner of a matrix names first: efforts for ``Inspanningen / Doelen``."""
    for part in _CORNER.split(corner.text):
        kind = kind_of(role_of(part.strip()))
        if kind:
            return kind
    return None
