"""Walking through the XML of Word: through controls, insertions and tags, past deletions and properties."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.readers.word.styles import child, tag

_DELETED = ("del", "moveFrom")
_INSERTED = ("ins", "moveTo")
_NOTES = ("footnoteReference", "endnoteReference")
_EMBEDDED = ("altChunk", "OLEObject", "relIds", "chart")
_SKIPPED = frozenset("del moveFrom instrText delText delInstrText pPr rPr tblPr trPr tcPr sectPr rt txbxContent".split())


def within(parent: Element, *names: str, counts: Counter[str] | None = None) -> Iterator[Element]:
    """The descendants with these names, not those inside one another, in reading order.

    Args:
        parent: Where to begin; itself not among them.
        names: Of the tags, without namespace.
        counts: What is passed is counted here: ``deleted``, ``inserted``, ``footnotes`` and ``embedded``; None to count nothing.
    """
    seen = Counter[str]() if counts is None else counts
    todo = [iter(parent)]
    while todo:
        element = next(todo[-1], None)
        if element is None:
            todo.pop()
            continue
        name = tag(element)
        seen["deleted"] += name in _DELETED
        seen["inserted"] += name in _INSERTED
        seen["footnotes"] += name in _NOTES
        seen["embedded"] += name in _EMBEDDED
        if name in names:
            yield element
        elif name == "AlternateContent":
            todo.append(iter(element[:1]))  # the same once more for older programs follows
        elif name not in _SKIPPED and child(element, "sdtPr", "showingPlcHdr") is None:
            todo.append(iter(element))
