"""A matrix: efforts down, goals across, and a cross where the one serves the other."""

from dinet.document.columns import without_separators
from dinet.document.dialects import current
from dinet.document.draft import Draft
from dinet.document.labels import only_labels, split
from dinet.document.mentions import add_items
from dinet.document.parts import Cell, Grid, Row
from dinet.document.peel import statements
from dinet.document.roles import kind_of, role_of
from dinet.document.silence import Says, says
from dinet.model import KINDS, Kind
from dinet.wording.same import folded


def is_matrix(grid: Grid) -> bool:
    """Under the first row and right of the first column stand crosses only, at least two."""
    rows = list(without_separators(grid.rows))
    inside = [cell for row in rows[1:] for cell in row[1:] if cell.filled]
    heads = [role_of(cell.text) for cell in rows[0][1:]] if rows else []
    elements = all(role is None or kind_of(role) for role in heads)
    return grid.width > 1 and elements and len(inside) > 1 and all(says(cell.text) is Says.MARK for cell in inside)


class Matrix:
    """Reads matrices once everything else is known.

    Args:
        draft: With all mentions of the document.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.by_text: dict[str, int] = {}
        for number, mention in enumerate(draft.mentions):
            self.by_text.setdefault(folded(mention.text), number)

    def read(self, grid: Grid) -> bool:
        """Link what the crosses of a matrix link; False, and nothing read, when most of its heads name nothing known."""
        first, *rows = without_separators(grid.rows)
        across = {number: found for number, cell in enumerate(first) if number and (found := self._known(cell)) is not None}
        if 2 * len(across) < sum(cell.filled for cell in first[1:]) or not across:
            return False
        corner = role_of(first[0].text)
        kind = kind_of(corner)
        for row in rows:
            for here in self._down(row[0], kind):
                self._tie(here, row, across)
        return True

    def _down(self, cell: Cell, kind: Kind | None) -> list[int]:
        """What the head of a row names, or a new mention when the matrix says of what kind it is."""
        known = self._known(cell)
        if known is not None:
            return [known]
        if kind:
            return add_items(self.draft, kind, statements(cell.blocks).items, cell.place)
        if cell.filled:
            self.draft.note("cell_not_understood", cell.place, text=cell.text)
        return []

    def _known(self, cell: Cell) -> int | None:
        """The one mention that a head names, by its label or by its words."""
        labelled = [number for kind in KINDS for number in self.draft.found(kind, only_labels(cell.text, kind))]
        if len(labelled) == 1:
            return labelled[0]
        texts = [folded(cell.text), *(folded(split(cell.text, kind)[1]) for kind in KINDS)]
        return next((self.by_text[text] for text in texts if text and text in self.by_text), None)

    def _tie(self, here: int, row: Row, across: dict[int, int]) -> None:
        for number, there in across.items():
            if row[number].filled:
                for start, end in ((here, there), (there, here)):
                    link = current().link(self.draft.mentions[start].kind, self.draft.mentions[end].kind)
                    if link:
                        self.draft.tie(start, end, link, "stated", row[number].place)
