"""Walking through the XML of Word: through controls, insertions and tags, past deletions and properties."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.readers.word.word_xml import (
    attribute_of,
    find_child,
    is_switched_on,
    local_name,
)

_DELETED = ("del", "moveFrom", "conflictDel")
_INSERTED = ("ins", "moveTo", "conflictIns")
_NOTES = ("footnoteReference", "endnoteReference")
_EMBEDDED = ("altChunk", "subDoc", "OLEObject", "relIds", "chart")
CHARACTERS = ("t", "sym", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen")
_SKIPPED = frozenset(
    "instrText delText delInstrText pPr rPr tblPr trPr tcPr sectPr rt txbxContent".split()
).union(_DELETED)


def descendants_named(
    parent: Element, *names: str, counts: Counter[str] | None = None
) -> Iterator[Element]:
    """The descendants with these names, not those inside one another, in reading order.

    Args:
        parent: Where to begin; itself not among them.
        names: Of the tags, without namespace.
        counts: What is passed is counted here: ``deleted``, ``inserted``, ``footnotes`` and
            ``embedded``; None to count nothing.
    """
    seen = Counter[str]() if counts is None else counts
    todo = [iter(parent)]
    while todo:
        element = next(todo[-1], None)
        if element is None:
            todo.pop()
            continue
        name = local_name(element)
        seen["deleted"] += name in _DELETED
        seen["inserted"] += name in _INSERTED
        seen["footnotes"] += name in _NOTES
        seen["embedded"] += name in _EMBEDDED
        if name in names:
            yield element
        elif name == "AlternateContent":
            todo.append(
                iter(element[:1])
            )  # the same once more for older programs follows
        elif name not in _SKIPPED and not is_switched_on(
            find_child(element, "sdtPr"), "showingPlcHdr"
        ):
            todo.append(iter(element))


def field_instructions(paragraph: Element) -> set[Element]:
    """The characters that tell a field what to do; of a field that does not end in its paragraph nothing is among them."""
    found: set[Element] = set()
    held: list[list[Element] | None] = []
    """For each field around this place what its instruction holds so far; None once it shows its result."""
    for each in descendants_named(paragraph, "fldChar", *CHARACTERS):
        kind = (
            attribute_of(each, "fldCharType") if local_name(each) == "fldChar" else None
        )
        if kind == "begin":
            held.append([])
        elif kind in ("separate", "end") and held:
            found.update(held.pop() or ())
            held += [None] if kind == "separate" else []
        else:
            for instruction in held:
                if instruction is not None:
                    instruction.append(each)
    return found


def is_frame(table: Element) -> bool:
    """A table of one column around another table, or of which half of the cells hold one: a frame, not data."""
    rows = [
        list(descendants_named(row, "tc")) for row in descendants_named(table, "tr")
    ]
    cells = [
        cell
        for row in rows
        for cell in row
        if next(descendants_named(cell, "t"), None) is not None
    ]
    framing = sum(
        next(descendants_named(cell, "tbl"), None) is not None for cell in cells
    )
    return framing > 0 and (
        2 * framing >= len(cells) or all(len(row) == 1 for row in rows)
    )
