"""Which hidden rows of a sheet only a filter hides: a filter is a view, no choice to leave out."""

from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.shared.grid_builder import RowColumn
from dinet.readers.shared.xml import (
    attribute_of,
    find_child,
    local_name,
    means_yes,
    parse_number,
)

TextAt = Callable[[RowColumn], str]
"""Gives the words that a spot shows."""


class SheetFilter(NamedTuple):
    """A filter that is switched on.

    Args:
        first: The spot of its first heading.
        last: The last spot that it is about.
        columns: What it says of its columns; at least one.
    """

    first: RowColumn
    last: RowColumn
    columns: tuple[Element, ...]

    def hides(self, row: int, text_at: TextAt) -> bool:
        """A hidden row is hidden by this filter.

        It is not when it has what the filter lets through: then somebody hid it. Of filters that
        compare (dates, colours, the ten highest) that is not tried.
        """
        if not self.first[0] < row <= self.last[0]:
            return False
        return not all(
            self._lets_through(column, row, text_at) for column in self.columns
        )

    def _lets_through(
        self, column: Element, row: int, text_at: TextAt
    ) -> bool:
        listed = find_child(column, "filters")
        if listed is None or any(
            local_name(value) != "filter" for value in listed
        ):
            return False
        number = self.first[1] + parse_number(attribute_of(column, "colId"))
        text = text_at((row, number)).casefold()
        if not text:
            return means_yes(attribute_of(listed, "blank"))
        shown = (attribute_of(value, "val") or "" for value in listed)
        return any(
            " ".join(value.split()).casefold() == text for value in shown
        )


def filter_of(
    element: Element | None,
    corners: Callable[[str], tuple[RowColumn, RowColumn]],
) -> SheetFilter | None:
    """The filter that an element ``autoFilter`` describes; None when it lets all rows through.

    Args:
        element: Of a sheet or a table in it; None when there is none.
        corners: Gives the first and last spot of a name such as ``A1:C9``.
    """
    if element is None:
        return None
    columns = tuple(
        child
        for child in element
        if local_name(child) == "filterColumn" and len(child)
    )
    name = attribute_of(element, "ref")
    if not columns or not name:
        return None
    return SheetFilter(*corners(name), columns)


def filtered_rows(
    hidden: Iterable[int], filters: Iterable[SheetFilter], text_at: TextAt
) -> list[int]:
    """Those of the hidden rows that only a filter hides."""
    known = list(filters)
    return [
        row for row in hidden if any(one.hides(row, text_at) for one in known)
    ]
