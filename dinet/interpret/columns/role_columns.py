"""The columns of elements of a table, and what stands in each of them on one row."""

from collections.abc import Sequence
from typing import NamedTuple

from dinet.interpret.columns.table_columns import HeadedColumn, TableHeader
from dinet.model import Basis, Kind

_SEVERAL = 2
"""Heights: columns of one height are no ladder."""


class RoleColumn(NamedTuple):
    """One column of elements.

    Args:
        column: Where it stands, and its heading.
        kind: What stands in it; an undesired effect is a benefit too.
        height: How far down it stands among columns of its tier, as its heading states it.
        refers: Its cells name elements that may stand elsewhere: its heading says so.
    """

    column: HeadedColumn
    kind: Kind
    height: int
    refers: bool = False

    @property
    def tier_name(self) -> str:
        """What its place in the order of kinds is called in the dialect."""
        return self.column.role_name

    def is_equal_of(self, other: "RoleColumn") -> bool:
        """Nothing states that the one stands above the other."""
        return (self.tier_name, self.height) == (other.tier_name, other.height)

    def keeps_apart_from(self, other: "RoleColumn") -> bool:
        """What stands beside each other in the two columns is not linked for that.

        Of one kind only stated heights make a ladder; and two columns of references each say what
        the row serves, not what these serve.
        """
        return self.is_equal_of(other) or (self.refers and other.refers)


def role_columns(header: TableHeader) -> tuple[RoleColumn, ...]:
    """The columns of elements, from what is served to what serves."""
    columns = tuple(
        RoleColumn(column, kind, column.height, column.refers)
        for column, kind in header.element_columns
    )
    goals = [column for column in columns if column.tier_name == "goal"]
    if len({column.height for column in goals}) < _SEVERAL:
        return columns
    if not _share_texts(header, goals):
        return columns
    return tuple(
        column._replace(height=goals[0].height) if column in goals else column
        for column in columns
    )


def _share_texts(header: TableHeader, goals: Sequence[RoleColumn]) -> bool:
    """A goal of one column stands on another row in another column: no column is above another.

    Met as *Project, Hoofddoel, Nevendoel*: what is the main goal of one project is a further goal
    of the next.
    """
    rows_by_text: dict[str, set[tuple[int, int]]] = {}
    for place, row in enumerate(header.rows):
        for column in goals:
            number = column.column.number
            if row[number].has_words and not row[number].covered:
                spots = rows_by_text.setdefault(row[number].text, set())
                spots.add((place, number))
    return any(
        len({number for _, number in spots}) > 1
        and len({place for place, _ in spots}) > 1
        for spots in rows_by_text.values()
    )


class Standing(NamedTuple):
    """What stands in a column of elements on one row.

    Args:
        role_column: The column.
        numbers: The mentions that stand there; empty when nothing does.
        basis: On what evidence they stand on this row.
        basis_below: On what evidence they will stand on the rows below.
        is_stated: A cell of this row names them in words of its own.
        is_new: These words are new elements, not codes or a source of what stands above.
        links_anew: They are linked on this row: they are stated, or something new stands above.
        had_effort: An effort stood on the row that states them.
    """

    role_column: RoleColumn
    numbers: tuple[int, ...] = ()
    basis: Basis = "same row"
    basis_below: Basis = "inherited"
    is_stated: bool = False
    is_new: bool = False
    links_anew: bool = False
    had_effort: bool = False

    @property
    def kind(self) -> Kind:
        """What stands there."""
        return self.role_column.kind

    @property
    def column(self) -> HeadedColumn:
        """Where it stands."""
        return self.role_column.column

    @property
    def tier_name(self) -> str:
        """What its place in the order of kinds is called in the dialect."""
        return self.role_column.tier_name

    def cleared(self) -> "Standing":
        """Nothing stands in the column."""
        return Standing(self.role_column)
