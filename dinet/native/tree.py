"""What a native file holds before it means anything: words, series of values, fields with a key; each knows its place."""

from typing import NamedTuple, Protocol


class SourceMark(Protocol):
    """Where in a file something stands; both count from 0."""

    @property
    def line(self) -> int:
        """The number of lines before it."""

    @property
    def column(self) -> int:
        """The number of characters before it on its line."""


class CellMark(NamedTuple):
    """Where in a workbook something stands; row and column count from 0, as in a ``SourceMark``."""

    sheet: str
    line: int
    column: int


class MarkedText(str):
    """A text. No text is ever taken for a number, a date or a truth value: ``NO`` is Norway and ``1:30`` is a time."""

    __slots__ = ("mark",)
    mark: SourceMark


class LeftOpen(MarkedText):
    """The place of a value that was left open, as in ``trekker:``; unlike ``trekker: ""``, which is an empty text."""

    __slots__ = ()


class Series(list["Value"]):
    """Values after one another."""

    __slots__ = ("mark",)
    mark: SourceMark


class Fields(dict[MarkedText, "Value"]):
    """Values by key, in the order of the file."""

    __slots__ = ("mark",)
    mark: SourceMark


Value = MarkedText | Series | Fields


def values_of(value: Value) -> list[Value]:
    """The values of a series; one value alone is a series of one, and what was left open is nothing."""
    if isinstance(value, Series):
        return [each for each in value if not isinstance(each, LeftOpen)]
    return [] if isinstance(value, LeftOpen) else [value]
