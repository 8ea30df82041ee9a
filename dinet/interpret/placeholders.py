"""What a cell or paragraph says that states nothing: a dash, ``idem``, ``n.t.b.``, a mark, an unfilled placeholder."""

import re
from enum import Enum

from dinet.wording.same import fold_text
from dinet.wording.undetermined import find_undetermined


class TextKind(Enum):
    """What kind of words these are."""

    STATEMENT = "a statement"
    NOTHING = "that there is nothing"
    DITTO = "the same as above"
    PLACEHOLDER = "that it is still to be filled in"
    CHECKMARK = "a mark, such as a cross in a matrix"


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


def classify_text(text: str) -> TextKind:
    """What kind of words a text is.

    Args:
        text: The whole text of a cell or paragraph, on one line.

    Example:
        >>> classify_text("Meer sport").name, classify_text("-").name, classify_text("n.t.b.").name, classify_text("[vul in]").name, classify_text("x").name
        ('STATEMENT', 'NOTHING', 'PLACEHOLDER', 'PLACEHOLDER', 'CHECKMARK')
    """
    if len(text) > _LONGEST:
        return TextKind.STATEMENT if any(map(str.isalnum, text)) else TextKind.NOTHING
    plain = fold_text(text)
    if plain in _MARKS or (set(text) & _SIGNS and not any(map(str.isalnum, text))):
        return TextKind.CHECKMARK
    if plain in _SAME or (set(text.split()) <= _DITTO and text):
        return TextKind.DITTO
    if (
        plain in _OPEN
        or _PLACEHOLDER.fullmatch(text)
        or text.strip("() ") in find_undetermined(text.strip("() "))
    ):
        return TextKind.PLACEHOLDER
    return (
        TextKind.NOTHING
        if plain in _NOTHING or not any(map(str.isalnum, text))
        else TextKind.STATEMENT
    )
