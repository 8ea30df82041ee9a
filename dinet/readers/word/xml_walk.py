"""Walking through the XML of Word.

The way goes through controls, insertions and tags, and past deletions and properties.
"""

from collections.abc import Iterator
from typing import Protocol
from xml.etree.ElementTree import Element

from dinet.readers.word.word_xml import (
    attribute_of,
    find_child,
    is_switched_on,
    local_name,
)

DELETED = ("del", "moveFrom", "conflictDel")
INSERTED = ("ins", "moveTo", "conflictIns")
NOTES = ("footnoteReference", "endnoteReference")
PICTURES = ("inline", "anchor", "pict")
EMBEDDED = ("altChunk", "subDoc", "OLEObject", "relIds", "chart")
_TOLD = frozenset(
    (
        *DELETED,
        *INSERTED,
        *NOTES,
        *EMBEDDED,
        *PICTURES,
        "commentReference",
    )
)
"""The elements of which whoever walks is told, when it passes them."""


class PassedElements(Protocol):
    """Who is told what a walk passes."""

    def pass_element(self, element: Element) -> None:
        """An element that is no text of the document."""


CHARACTERS = (
    "t",
    "sym",
    "tab",
    "ptab",
    "br",
    "cr",
    "noBreakHyphen",
    "softHyphen",
)
"""The tags that stand for characters in a run."""
_SKIPPED = frozenset(
    "instrText delText delInstrText pPr rPr tblPr trPr tcPr sectPr rt txbxContent".split()
).union(DELETED)


def descendants_named(
    parent: Element, *names: str, log: PassedElements | None = None
) -> Iterator[Element]:
    """The descendants with these names, not those inside one another, in reading order.

    Args:
        parent: Where to begin; itself not among them.
        names: Of the tags, without namespace.
        log: Is told of deletions, insertions, notes, comments, pictures and embedded documents
            that are passed; None to tell nobody.
    """
    todo = [iter(parent)]
    while todo:
        element = next(todo[-1], None)
        if element is None:
            todo.pop()
            continue
        name = local_name(element)
        if log is not None and name in _TOLD:
            log.pass_element(element)
        if name in names:
            yield element
        elif name == "AlternateContent":
            # the same once more for older programs follows
            todo.append(iter(element[:1]))
        elif name not in _SKIPPED and not _is_placeholder(element):
            todo.append(iter(element))


def _is_placeholder(element: Element) -> bool:
    """A control that nobody has filled in: what stands in it only invites to do so."""
    return is_switched_on(find_child(element, "sdtPr"), "showingPlcHdr")


def field_instructions(paragraph: Element) -> set[Element]:
    """The characters that tell a field what to do.

    Of a field that does not end in its paragraph nothing is among them.
    """
    instructions: set[Element] = set()
    around: list[list[Element] | None] = []
    """For each field around this place what its instruction holds so far.

    None once it shows its result.
    """
    for element in descendants_named(paragraph, "fldChar", *CHARACTERS):
        kind = None
        if local_name(element) == "fldChar":
            kind = attribute_of(element, "fldCharType")
        if kind == "begin":
            around.append([])
        elif kind in ("separate", "end") and around:
            instructions.update(around.pop() or ())
            if kind == "separate":
                around.append(None)
        else:
            for instruction in around:
                if instruction is not None:
                    instruction.append(element)
    return instructions


def is_frame(table: Element) -> bool:
    """A frame around text, not data.

    That is a table of one column around another table, or one of which half of the cells with
    words hold a table.
    """
    rows = [
        list(descendants_named(row, "tc"))
        for row in descendants_named(table, "tr")
    ]
    cells = [cell for row in rows for cell in row if _holds(cell, "t")]
    framing = sum(_holds(cell, "tbl") for cell in cells)
    if not framing:
        return False
    return 2 * framing >= len(cells) or all(len(row) == 1 for row in rows)


def _holds(cell: Element, name: str) -> bool:
    return next(descendants_named(cell, name), None) is not None
