"""Where words may be hyphenated, by the patterns of Liang that pyphen brings.

Pyphen takes apart all of its 13,000 patterns before it looks at the first word, a tenth of a second
in which a small page is written. A programme has some hundreds of long words, in each of which a
few patterns stand: only these are taken apart here.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_DIGITS = str.maketrans("", "", "0123456789")
_LETTER = re.compile(r"(\d?)(\D?)")
"""A letter of a pattern, and before it how much a hyphen is wanted there (odd) or not (even)."""
_LEAST_LETTERS = 3
"""On either side of a hyphen."""
_NAMES = {"nl": "nl_NL", "en": "en_GB"}


class HyphenationPatterns:
    """The patterns of one language.

    Args:
        lines: They, one a line, as ``.aan5`` or ``3l4o``.

    Example:
        >>> HyphenationPatterns(["1ver", "s1h"]).positions("samenwerkingsverband")
        (13,)
    """

    def __init__(self, lines: Sequence[str]) -> None:
        letters = "\n".join(lines).translate(_DIGITS).split("\n")
        self._written = {
            own: line
            for own, line in zip(letters, lines, strict=True)
            if own != line and " " not in line  # else a remark or a setting
        }
        """How each pattern is written, by its letters."""
        self._longest = max(map(len, self._written))

    def positions(self, word: str) -> tuple[int, ...]:
        """Where a word may be hyphenated, from left to right: behind so many letters."""
        pointed = f".{word.lower()}."
        wanted = [0] * (len(pointed) + 1)
        for first in range(len(pointed)):
            for end in range(first + 1, first + self._longest + 1):
                written = self._written.get(pointed[first:end])
                if written:
                    _raise_wanted(wanted, first, written)
        last = len(word) - _LEAST_LETTERS
        return tuple(
            place - 1
            for place, level in enumerate(wanted)
            if level % 2 and _LEAST_LETTERS <= place - 1 <= last
        )


def _raise_wanted(wanted: list[int], first: int, written: str) -> None:
    for place, (digit, _) in enumerate(_LETTER.findall(written), first):
        if digit:
            wanted[place] = max(wanted[place], int(digit))


@lru_cache(maxsize=len(_NAMES))
def hyphenation_patterns(lang: str) -> HyphenationPatterns:
    """The patterns of a language: ``nl`` or ``en``."""
    from pyphen import LANGUAGES

    file = LANGUAGES[_NAMES[lang]]
    encoding = file.read_bytes().partition(b"\n")[0].decode("ascii").strip()
    lines = file.read_text(encoding=encoding).split("\n")[1:]
    return HyphenationPatterns([line.strip() for line in lines])
