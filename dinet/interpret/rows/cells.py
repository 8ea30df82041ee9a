"""What one cell of a column of elements says: every cell is analysed once."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from dinet.document.content import Cell
from dinet.interpret.lists.attribute_lines import is_labelled_value
from dinet.interpret.own_codes import OwnCodes
from dinet.interpret.rows.mentions import join_explanations
from dinet.interpret.texts.annotations import (
    CellStatement,
    extract_annotations,
    split_statements,
)
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.interpret.texts.reference_words import (
    all_of_kind,
    divide_at_exception,
    without_see,
)
from dinet.model import Kind
from dinet.vocabulary.roles import without_role


class CellKind(Enum):
    """What kind of words a cell has."""

    BLANK = "none of its own"
    SILENT = "that there is nothing"
    MARK = "a mark, such as a cross in a matrix"
    DITTO = "the same as above"
    CODES = "codes of elements"
    ASIDE = "only what is said of an element, such as its source"
    STATEMENTS = "elements"


_OF_TEXT = {
    TextKind.NOTHING: CellKind.SILENT,
    TextKind.CHECKMARK: CellKind.MARK,
    TextKind.DITTO: CellKind.DITTO,
}
"""A placeholder is a statement that is still to be made, and is noted as one."""


class ParsedCell(NamedTuple):
    """A cell, taken apart.

    Args:
        cell: As it stands in the document.
        kind: What kind of words it has.
        statements: The elements that it states, in order.
        codes: The codes that it consists of.
        introductions: Paragraphs that only introduce a list.
        sources: Of a cell that says nothing else.
        paragraphs: How many statements became one, of a theme or goal in several paragraphs; or 0.
    """

    cell: Cell
    kind: CellKind
    statements: tuple[CellStatement, ...] = ()
    codes: tuple[str, ...] = ()
    introductions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    paragraphs: int = 0


def parse_cell(
    cell: Cell, kind: Kind, own_codes: OwnCodes, *, refers: bool = False
) -> ParsedCell:
    """What a cell in a column of a kind says by its own words.

    Args:
        cell: The cell.
        kind: What its column holds.
        own_codes: The codes by which the document calls its elements.
        refers: The column holds nothing but references.

    Example:
        >>> from dinet.document.content import Block, Span
        >>> from dinet.model import Place
        >>> place = Place(file="plan.docx")
        >>> cell = Cell(place, (Block((Span("D1, D3"),)),))
        >>> parse_cell(cell, "goal", OwnCodes(letters=frozenset({"d"}))).codes
        ('D1', 'D3')
    """
    if cell.covered or not cell.has_words:
        return ParsedCell(cell, CellKind.BLANK)
    text = cell.text
    found = _OF_TEXT.get(classify_text(text))
    if found:
        return ParsedCell(cell, found)
    codes = _codes_in_cell(text, kind, own_codes, refers=refers)
    if codes:
        return ParsedCell(cell, CellKind.CODES, codes=codes)
    if kind == "target" and is_labelled_value(text):
        return ParsedCell(cell, CellKind.ASIDE)
    return _parse_statements(cell, kind, own_codes)


def _codes_in_cell(
    text: str, kind: Kind, own_codes: OwnCodes, *, refers: bool
) -> tuple[str, ...]:
    """The codes that a cell refers to; empty when it says anything else."""
    find_codes = own_codes.codes_named if refers else own_codes.codes_alone
    codes = find_codes(text, kind) or _referring_codes(text, kind, own_codes)
    if refers and not codes:
        return _codes_but_others(text, kind, own_codes)
    return codes


def _referring_codes(
    text: str, kind: Kind, own_codes: OwnCodes
) -> tuple[str, ...]:
    """What a cell refers to that only says ``zie 1.2`` or ``alle doelen``; empty for a statement.

    Met in numbered tables: an effort that stands elsewhere serves the goal of this row as well.
    """
    if all_of_kind(text) is not None:
        return (text,)
    words = without_see(text)
    return () if words == text else own_codes.codes_named(words, kind)


def _codes_but_others(
    text: str, kind: Kind, own_codes: OwnCodes
) -> tuple[str, ...]:
    """The codes before what a cell of references names as not meant: D2 of ``D2, niet D3``.

    None for ``D1 t/m D4, niet D2``, of which each has to be read by a person.
    """
    before, others = divide_at_exception(text)
    codes = own_codes.codes_named(before, kind) if others else ()
    left = re.findall(r"[\w.-]+", others.casefold())
    return () if any(code.casefold() in left for code in codes) else codes


def _are_coded_apart(
    items: Sequence[CellStatement], kind: Kind, own_codes: OwnCodes
) -> bool:
    """Each paragraph of a cell begins with another code of the document: none explains another.

    Met: ``TD1 Circulair inkopen`` above ``TD2 Circulair bouwen`` in one cell of goals.
    """
    codes = [own_codes.split_code(item.said.text, kind)[0] for item in items]
    return all(codes) and len(set(codes)) == len(codes)


def _parse_statements(
    cell: Cell, kind: Kind, own_codes: OwnCodes
) -> ParsedCell:
    said = split_statements(cell.blocks)
    items = said.items
    apart = _are_coded_apart(items, kind, own_codes)
    if kind in ("theme", "goal") and not apart:
        items = join_explanations(said.items)
    if not items:
        sources = extract_annotations(cell.text).sources
        return ParsedCell(
            cell,
            CellKind.ASIDE,
            introductions=said.introductions,
            sources=sources,
        )
    paragraphs = len(said.items) if len(items) < len(said.items) else 0
    return ParsedCell(
        cell,
        CellKind.STATEMENTS,
        items,
        introductions=said.introductions,
        paragraphs=paragraphs,
    )


def without_theme_word(cell: Cell) -> Cell:
    """The name of a theme above a block or column, without a word for themes before it.

    Met: ``Thema Natuur`` and ``Thema Water`` beside each other. Where a word is bold or otherwise
    apart from the others the cell stays as it is.
    """
    name = without_role(cell.text, "theme")
    if name == cell.text or len(cell.blocks) != 1:
        return cell
    block = cell.blocks[0]
    if len(block.spans) != 1:
        return cell
    span = block.spans[0]._replace(text=name)
    return cell._replace(blocks=(block._replace(spans=(span,)),))
