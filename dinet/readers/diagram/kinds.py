"""What a box is, by its class, its column, the words before its text, or its code.

Never by its shape.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from dinet.model import ELEMENT_OF, KINDS, Kind, Level
from dinet.readers.diagram.boxes import DiagramBox
from dinet.vocabulary.roles import find_label, kind_of, role_of

_BY_PREFIX: dict[str, Kind] = {
    model.prefix: kind for kind, model in ELEMENT_OF.items()
}
_PLAIN_PREFIXES = "DSIT"
"""Codes with these letters say what an element is even when nothing else does.

The other letters are too common in drawings of every kind.
"""

_CODE = (
    rf"(?P<code>(?P<prefix>[{''.join(_BY_PREFIX)}])\d{{1,4}}(?:\.\d{{1,3}})*)"
)
_CODED = re.compile(rf"{_CODE}(?: ?[:·|–—-] ?|\.? |$)(?P<rest>.*)", re.DOTALL)
_WHOLE_CODE = re.compile(_CODE)
_DOTTED_LABEL = re.compile(
    r"(?:(?P<code>.*?) )?·(?: (?P<rest>.*))?", re.DOTALL
)


class KnownBox(NamedTuple):
    """What a box is.

    Args:
        code: The id that its label gives it, if any.
        text: Its label without what stands before the text.
    """

    kind: Kind | None
    level: Level | None
    code: str | None
    text: str


class KindAndLevel(NamedTuple):
    """What a word says that an element is."""

    kind: Kind
    level: Level | None = None


def meaning_of_word(word: str) -> KindAndLevel | None:
    """What a word means: a kind of the model, or a word of the lexicon; None for other words.

    Example:
        >>> meaning_of_word("smart_doel"), meaning_of_word("goal"), meaning_of_word("Sport")
        (KindAndLevel(kind='target', level=None), KindAndLevel(kind='goal', level=None), None)
    """
    plain = word.strip().casefold().replace("_", " ")
    own: Kind | None = next((kind for kind in KINDS if kind == plain), None)
    if own:
        return KindAndLevel(own)
    role = role_of(plain)
    kind = kind_of(role)
    return KindAndLevel(kind, role.level) if role and kind else None


def all_coded(boxes: Iterable[DiagramBox]) -> bool:
    """All labels begin with a code and a dot in the middle of the line.

    Dinet itself writes them so. False when there are no labels.
    """
    labels = [box.label for box in boxes]
    return bool(labels) and all(map(_DOTTED_LABEL.fullmatch, labels))


def recognise_box(
    box: DiagramBox, column: KindAndLevel | None, *, dotted: bool
) -> KnownBox:
    """What a box is, by the firmest evidence that there is.

    Args:
        box: With its label.
        column: What the heading of the group around it says.
        dotted: Its label begins with a code and a dot.

    Example:
        >>> from dinet.model import Place
        >>> box = DiagramBox("a", "Doel 2: Meer sport", Place(file="x"))
        >>> recognise_box(box, None, dotted=False)
        KnownBox(kind='goal', level=None, code='D2', text='Meer sport')
    """
    prefix = find_label(box.label)
    called = kind_of(prefix.role) if prefix else None
    outside = (
        next(filter(None, map(meaning_of_word, box.says)), None) or column
    )
    kind, level = outside or (called, prefix.role.level if prefix else None)
    if dotted:
        return _recognise_dotted(box, kind, level)
    if prefix and kind and called == kind:
        numbered = prefix.number[:1].isdecimal()
        code = (
            f"{ELEMENT_OF[kind].prefix}{prefix.number}" if numbered else None
        )
        return KnownBox(kind, level, code, prefix.rest)
    return _recognise_by_code(box, kind, level)


def _recognise_dotted(
    box: DiagramBox, kind: Kind | None, level: Level | None
) -> KnownBox:
    """What a box is whose label has a code, a dot and a text, as dinet itself writes them."""
    found = _DOTTED_LABEL.fullmatch(box.label)
    code, text = None, box.label
    if found:
        code, text = found["code"] or "", found["rest"] or ""
    kind = kind or _kind_of_code(code or "") or _kind_of_code(box.name)
    return KnownBox(kind, level, code, text)


def _recognise_by_code(
    box: DiagramBox, kind: Kind | None, level: Level | None
) -> KnownBox:
    """What a box is by the code before its text, or by its name.

    A code for another kind than the box is known to be belongs to the text.
    """
    found = _CODED.fullmatch(box.label)
    if found:
        own = _kind_of_code(found["code"])
        fits = _BY_PREFIX[found["prefix"]] == kind if kind else own
        if fits:
            return KnownBox(kind or own, level, found["code"], found["rest"])
    return KnownBox(kind or _kind_of_code(box.name), level, None, box.label)


def _kind_of_code(code: str) -> Kind | None:
    """The kind of an element that a code says by itself; None when it says none."""
    found = _WHOLE_CODE.fullmatch(code)
    if found is None or found["prefix"] not in _PLAIN_PREFIXES:
        return None
    return _BY_PREFIX[found["prefix"]]
