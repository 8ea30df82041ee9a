"""Columns that say what the elements of a row serve, by codes or words of elements elsewhere."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from dinet.document.content import Cell
from dinet.interpret.element_labels import is_code, only_labels
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.role_columns import RoleColumn, role_columns
from dinet.interpret.table_columns import HeadedColumn, TableHeader
from dinet.model import Kind
from dinet.vocabulary.roles import kinds_named_in

_BETWEEN = re.compile(r" ?[;,/&+|\n] ?| en | and ")
_LONGEST_ARRAY_CHARACTERS = 10_000
"""Of a cell: a longer one is no list of the elements that a row serves."""


class ReferenceColumn(NamedTuple):
    """A column of references, and what kinds of elements its heading says that these are."""

    column: HeadedColumn
    kinds: tuple[Kind, ...]


def split_reference_columns(
    header: TableHeader,
) -> tuple[tuple[RoleColumn, ...], tuple[ReferenceColumn, ...]]:
    """The columns of elements of a table, and those that only refer to elements.

    A column of codes beside one of the same kind in words refers. Without such a column it names
    the elements that stand on its row.
    """
    columns = [
        column._replace(
            refers=column.refers or _has_only_codes(header, column)
        )
        for column in role_columns(header)
    ]
    kinds_in_words = {column.kind for column in columns if not column.refers}
    references = [
        ReferenceColumn(column, kinds_named_in(column.heading))
        for column in header.columns_named("reference")
    ]
    own: list[RoleColumn] = []
    for column in columns:
        if column.refers and column.kind in kinds_in_words:
            references.append(ReferenceColumn(column.column, (column.kind,)))
        else:
            own.append(column)
    return tuple(own), tuple(references)


def _has_only_codes(header: TableHeader, column: RoleColumn) -> bool:
    """All filled cells of the column hold nothing but codes.

    Another column has to hold elements in words.
    """
    others = [other for other, _ in header.element_columns]
    if others == [column.column]:
        return False
    number = column.column.number
    texts = [row[number].text for row in header.rows if row[number].has_words]
    return bool(texts) and all(
        _is_code_or_nothing(text, column.kind) for text in texts
    )


def _is_code_or_nothing(text: str, kind: Kind) -> bool:
    if only_labels(text, kind) or all(map(is_code, _BETWEEN.split(text))):
        return True
    return classify_text(text) in (TextKind.NOTHING, TextKind.DITTO)


def add_references(
    claims: ProgrammeReading, column: ReferenceColumn, cell: Cell
) -> Iterator[int]:
    """Add a mention for each thing that a cell of references names.

    Yields:
        Their numbers, in order; none for a cell that says that there is nothing.
    """
    place = cell.place.model_copy(
        update={"heading": column.column.heading or None}
    )
    for words in _references_in(cell):
        yield claims.add_reference(words, place, column.kinds)


def _references_in(cell: Cell) -> Iterator[str]:
    """The words of each paragraph, or of each text of a JSON array, as SharePoint exports it."""
    array = _texts_of_array(cell.text)
    for text in array or [block.text for block in cell.blocks]:
        if classify_text(text) is TextKind.STATEMENT:
            yield text


def _texts_of_array(text: str) -> list[str]:
    """The texts of a JSON array; empty when the words are no such array."""
    if not text.startswith("[") or len(text) > _LONGEST_ARRAY_CHARACTERS:
        return []
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return []
    texts = values if isinstance(values, list) else []
    return [value for value in texts if isinstance(value, str)]
