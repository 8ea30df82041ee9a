"""What stands in one column of elements while a table is read, row by row."""

from dataclasses import dataclass, field

from dinet.interpret.table_columns import HeadedColumn
from dinet.model import Basis, Kind


@dataclass
class RoleColumn:
    """One column of elements, and what stands in it for the row that is being read."""

    column: HeadedColumn
    kind: Kind
    """What stands in it; its name is that of the rung: an undesired effect is a benefit too."""
    now: list[int] = field(default_factory=list)
    basis: Basis = "same row"
    fresh: bool = False
    """Its cell on this row has words of its own."""
    known: bool = False
    """Its words on this row name elements that were there already."""
    had_effort: bool = False
    """The row on which its present words stand had an effort."""
    spans: bool = False
    """Its merged cell goes on under something new above it: its words serve that too."""
    under: Basis = "inherited"
    """On what evidence its words hold for the rows below."""

    coded: bool = False
    """All its cells hold codes of elements that stand elsewhere."""
    codes: tuple[str, ...] = ()
    """The codes on this row that nothing has that was read before."""

    @property
    def tier_name(self) -> str:
        """What the rung is called on the ladder of the dialect."""
        return self.column.role_name
