"""What a native file holds before it means anything: words, series of values, fields with a key; each knows its place."""

from typing import NamedTuple, Protocol


class Mark(Protocol):
    """Where in a file something stands; both count from 0."""

    @property
    def line(self) -> int:
        """The number of lines before it."""

    @property
    def column(self) -> int:
        """The number of characters before it on its line."""


class Cell(NamedTuple):
    """Where in a workbook something stands; row and column count from 0, as in a ``Mark``."""

    sheet: str
    line: int
    column: int


class Words(str):
    """A text. No text is ever taken for a number, a date or a truth value: ``NO`` is Norway and ``1:30`` is a time."""

    __slots__ = ("mark",)
    mark: Mark


class Nothing(Words):
    """The place of a value that was left open, as in ``trekker:``; unlike ``trekker: ""``, which is an empty text."""

    __slots__ = ()


class Series(list["Value"]):
    """Values after one another."""

    __slots__ = ("mark",)
    mark: Mark


class Fields(dict[Words, "Value"]):
    """Values by key, in the order of the file."""

    __slots__ = ("mark",)
    mark: Mark


Value = Words | Series | Fields


def series(value: Value) -> list[Value]:
    """The values of a series; one value alone is a series of one, and what was left open is nothing."""
    if isinstance(value, Series):
        return [each for each in value if not isinstance(each, Nothing)]
    return [] if isinstance(value, Nothing) else [value]
