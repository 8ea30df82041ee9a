"""What a cell or paragraph says that states nothing: a dash, ``idem``, ``n.t.b.``, a mark, an unfilled placeholder."""

import re
from enum import Enum

from dinet.wording.same import folded
from dinet.wording.undetermined import undetermined


class Says(Enum):
    """What kind of words these are."""

    SOMETHING = "a statement"
    NOTHING = "that there is nothing"
    SAME = "the same as above"
    OPEN = "that it is still to be filled in"
    MARK = "a mark, such as a cross in a matrix"


_SAME = frozenset(
    "idem|idem dito|zie boven|zie hierboven|als boven|als hierboven|ditto|same|same as above|see above".split(
        "|"
    )
)
_NOTHING = frozenset(
    "n.v.t|nvt|geen|niet van toepassing|totaal|subtotaal|n/a|none|not applicable|total|subtotal".split(
        "|"
    )
)
_MARKS = frozenset("x|xx|xxx|v|ja|yes".split("|"))
_SIGNS = frozenset("✓✔√☑☒✗✘●■•▪◆⬤+")
_DITTO = frozenset('"″”〃„')
_OPEN = frozenset(
    "volgt|volgt nog|nog invullen|in te vullen|invullen|vul in|to follow|fill in".split(
        "|"
    )
)
_PLACEHOLDER = re.compile(
    r"\[[^\]]*\]|<[^>]*>|\{[^}]*\}|(?:klik|click)\b.{0,20}\b(?:tekst|text)\b.{0,20}",
    re.IGNORECASE,
)
_LONGEST = 80


def says(text: str) -> Says:
    """What kind of words a text is.

    Args:
        text: The whole text of a cell or paragraph, on one line.

    Example:
        >>> says("Meer sport").name, says("-").name, says("n.t.b.").name, says("[vul in]").name, says("x").name
        ('SOMETHING', 'NOTHING', 'OPEN', 'OPEN', 'MARK')
    """
    if len(text) > _LONGEST:
        return Says.SOMETHING if any(map(str.isalnum, text)) else Says.NOTHING
    plain = folded(text)
    if plain in _MARKS or (set(text) & _SIGNS and not any(map(str.isalnum, text))):
        return Says.MARK
    if plain in _SAME or (set(text.split()) <= _DITTO and text):
        return Says.SAME
    if (
        plain in _OPEN
        or _PLACEHOLDER.fullmatch(text)
        or text.strip("() ") in undetermined(text.strip("() "))
    ):
        return Says.OPEN
    return (
        Says.NOTHING
        if plain in _NOTHING or not any(map(str.isalnum, text))
        else Says.SOMETHING
    )
