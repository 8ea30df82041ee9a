"""A text as texts are compared: what says nothing is folded away."""

import re
import unicodedata
from functools import lru_cache

INVISIBLE = dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
"""Characters that only guide how a line is broken."""
_SPACED_SIGN = re.compile(" ?([/-]) ?")
_TYPOGRAPHY = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        **INVISIBLE,
    }
)


def _without_accents(text: str) -> str:
    """The letters of a text in lower case, with plain signs; of ASCII that is all of it."""
    plain = unicodedata.normalize(
        "NFKD", text.translate(_TYPOGRAPHY)
    ).casefold()
    if plain.isascii():
        return plain
    return "".join(
        letter for letter in plain if not unicodedata.combining(letter)
    )


@lru_cache(maxsize=65536)
def fold_text(text: str) -> str:
    """A text without the differences that say nothing.

    These are case, accents, white space, spaces at hyphens and slashes, and signs at the end.

    Example:
        >>> whole = fold_text("zuid- en oost-drenthe/coevorden")
        >>> fold_text("Zuid- en Oost- Drenthe/ Coevorden.") == whole
        True
    """
    plain = text.casefold() if text.isascii() else _without_accents(text)
    plain = " ".join(plain.split())
    if "-" in plain or "/" in plain:
        plain = _SPACED_SIGN.sub(r"\1", plain)
    return plain.strip(" .;:,!'\"")
