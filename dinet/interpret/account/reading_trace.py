"""What reading tells of a document besides the programme, for the account of its words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dinet.document.content import Cell, Grid
from dinet.interpret.account.word_matching import FateKind, WordFate
from dinet.model import Place


@dataclass
class ReadingTrace:
    """Texts that were understood and are in no element, and what page breaks cut off.

    A heading counts only when something was read under or beside it, so a shape that explains
    too much loses nothing.
    """

    explained: list[tuple[Place, WordFate]] = field(default_factory=list)
    joins: list[tuple[Place, Place]] = field(default_factory=list)
    """The place of a cell or paragraph, and that of what goes on with it after a page break."""

    apart: set[Place] = field(default_factory=set)
    """The places of the cells of tables that are about something else."""

    def explain_text(
        self, place: Place, kind: FateKind = "heading", meaning: str = ""
    ) -> None:
        """Tell what a text is that goes into no element.

        Args:
            place: Of the cell or paragraph.
            kind: ``heading``; or ``nothing`` for a sum that is only counted again.
            meaning: Of a heading its role, such as ``goal`` or ``owner``.
        """
        self.explained.append((place, WordFate(kind, field=meaning)))

    def explain_headings(self, cells: Iterable[Cell]) -> None:
        """Tell which cells of a table are the headings of its columns."""
        for cell in cells:
            if cell.has_words:
                self.explain_text(cell.place)

    def explain_words(self, grid: Grid, headings: Iterable[str]) -> None:
        """Tell which texts of a table were understood as headings, wherever in it they stand."""
        texts = set(headings)
        for row in grid.rows if texts else ():
            self.explain_headings(cell for cell in row if cell.text in texts)

    def set_apart(self, grid: Grid) -> None:
        """Tell that a table is about something else than the programme."""
        self.apart.update(cell.place for row in grid.rows for cell in row)

    def take_over(self, other: "ReadingTrace") -> None:
        """Add what was told of another part of the document."""
        self.explained += other.explained
        self.joins += other.joins
        self.apart |= other.apart

    def add_join(self, first: Place, second: Place) -> None:
        """Tell that what stands in the second place was read as part of the first."""
        self.joins.append((first, second))
