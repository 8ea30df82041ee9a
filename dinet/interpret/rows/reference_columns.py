"""Columns that say what the elements of a row serve, by codes or words of elements elsewhere."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.document.content import Cell
from dinet.interpret.columns.role_columns import RoleColumn, role_columns
from dinet.interpret.columns.table_columns import HeadedColumn, TableHeader
from dinet.interpret.own_codes import OwnCodes
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.rows.mentions import place_under
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.interpret.texts.reference_words import all_of_kind
from dinet.model import AIM_KINDS, Kind
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import Role, kinds_named_in

_LONGEST_ARRAY_CHARACTERS = 10_000
"""Of a cell: a longer one is no list of the elements that a row serves."""


_AFTER_LOOKUP_NUMBER = ";#"
"""Between the number and the title of an item, and between items, where SharePoint exports both."""
_LEAST_WORDS = 2
"""Of a text that refers under a heading which does not say so."""
_UNKNOWN = ("", "other")
"""The roles of columns that dinet does not know, or knows from other tables only."""
_CODE_AND_MORE = re.compile(r"(?P<code>[\w.-]+)(?:,| \(|;) ?\S")
_LEAST_CODED = 2
"""Cells: where so many hold nothing but codes, one that goes on after a code refers as well."""
_BETWEEN_TEXTS = re.compile(r" ?[;|] ?")


class ReferenceColumn(NamedTuple):
    """A column of references, and what kinds of elements its heading says that these are."""

    column: HeadedColumn
    kinds: tuple[Kind, ...]


def with_told_references(
    header: TableHeader, aims: frozenset[str]
) -> TableHeader:
    """The header; a column that dinet does not know refers when its cells name aims.

    Met as ``Werkt ook door op`` beside goals and efforts: each cell holds goals or targets word for
    word, which stand in columns of their own. A name of one word may be that of a team or a
    place, so it tells nothing. When that is wrong, an effort serves a goal that its row only
    mentions.

    Args:
        header: Of a table with elements.
        aims: The texts of all goals and targets in columns of the document, folded.
    """
    columns = tuple(
        column._replace(role=Role("reference"))
        if column.role_name in _UNKNOWN and _names_aims(header, column, aims)
        else column
        for column in header.columns
    )
    return header._replace(columns=columns)


def _names_aims(
    header: TableHeader, column: HeadedColumn, aims: frozenset[str]
) -> bool:
    """All filled cells of the column consist of texts of goals and targets."""
    cells = [row[column.number] for row in header.rows]
    stating = [
        cell
        for cell in cells
        if cell.has_words and not _says_nothing(cell.text)
    ]
    return bool(stating) and all(
        fold_text(text) in aims
        for cell in stating
        for text in _texts_between_signs(cell)
    )


def _texts_between_signs(cell: Cell) -> Iterator[str]:
    for block in cell.blocks:
        whole = _BETWEEN_TEXTS.split(block.text)
        yield from filter(None, whole)


def texts_of_aims(headers: Iterable[TableHeader]) -> frozenset[str]:
    """The texts of goals and targets in the columns of tables, folded; none of one word."""
    texts: set[str] = set()
    for header in headers:
        numbers = [
            column.number
            for column, kind in header.element_columns
            if kind in AIM_KINDS and not column.refers
        ]
        for row in header.rows:
            for number in numbers:
                texts.update(block.text for block in row[number].blocks)
    return frozenset(
        fold_text(text) for text in texts if len(text.split()) >= _LEAST_WORDS
    )


def split_reference_columns(
    header: TableHeader, own_codes: OwnCodes
) -> tuple[tuple[RoleColumn, ...], tuple[ReferenceColumn, ...]]:
    """The columns of elements of a table, and those that only refer to elements.

    A column of codes beside one of the same kind in words refers. Without such a column it names
    the elements that stand on its row.
    """
    columns = [
        column._replace(
            refers=column.refers or _has_only_codes(header, column, own_codes)
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


def _has_only_codes(
    header: TableHeader, column: RoleColumn, own_codes: OwnCodes
) -> bool:
    """All filled cells of the column hold nothing but codes.

    Another column has to hold elements in words. Beside one of the same kind, codes that
    nothing is called by are references all the same.
    """
    other_kinds = [
        kind
        for other, kind in header.element_columns
        if other is not column.column
    ]
    if not other_kinds:
        return False
    cells = [row[column.column.number] for row in header.rows]
    texts = [cell.text for cell in cells if cell.has_words]
    # in most columns the first cell settles it
    first = next(_stating_texts(texts), None)
    if first is None:
        return bool(texts)
    if not own_codes.codes_named(first, column.kind):
        return False
    coded = _coded_texts(list(_stating_texts(texts)), column.kind, own_codes)
    return own_codes.are_codes(
        coded, column.kind, beside_texts=column.kind in other_kinds
    )


def _coded_texts(
    texts: list[str], kind: Kind, own_codes: OwnCodes
) -> list[str]:
    """The texts without those that go on after a code, where enough others are codes."""
    coded = [
        text
        for text in texts
        if not _goes_on_after_code(text, kind, own_codes)
    ]
    return coded if len(coded) >= _LEAST_CODED else texts


def _goes_on_after_code(text: str, kind: Kind, own_codes: OwnCodes) -> bool:
    """A text begins with a code and a comma or bracket: ``A, maar remt B`` refers as well."""
    found = _CODE_AND_MORE.match(text)
    if found is None or own_codes.codes_named(text, kind):
        return False
    return bool(own_codes.codes_named(found["code"], kind))


def _stating_texts(texts: Iterable[str]) -> Iterator[str]:
    """The texts that say more than that there is nothing, or the same as above."""
    return (text for text in texts if not _says_nothing(text))


def _says_nothing(text: str) -> bool:
    """The text has no code and states nothing; ``alle doelen`` among codes refers as these do."""
    if classify_text(text) in (TextKind.NOTHING, TextKind.DITTO):
        return True
    return all_of_kind(text) is not None


def add_references(
    claims: ProgrammeReading, column: ReferenceColumn, cell: Cell
) -> Iterator[int]:
    """Add a mention for each thing that a cell of references names.

    Yields:
        Their numbers, in order; none for a cell that says that there is nothing.
    """
    place = place_under(column.column, cell)
    for words in _references_in(cell):
        yield claims.add_reference(words, place, column.kinds)


def _references_in(cell: Cell) -> Iterator[str]:
    """The words of each paragraph, or of each text of a JSON array, as SharePoint exports it."""
    listed = _texts_of_array(cell.text) or _texts_of_lookup(cell.text)
    for text in listed or [block.text for block in cell.blocks]:
        if classify_text(text) is TextKind.STATEMENT:
            yield text


def _texts_of_lookup(text: str) -> list[str]:
    """The texts of a lookup column of SharePoint, each behind its number: ``11;#Groen;#12;#Lucht``.

    Empty when the words are no such column.
    """
    pieces = text.split(_AFTER_LOOKUP_NUMBER)
    numbers, texts = pieces[::2], pieces[1::2]
    is_lookup = len(numbers) == len(texts) and all(map(str.isdecimal, numbers))
    return texts if is_lookup else []


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
