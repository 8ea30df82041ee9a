"""The signs that begin an item of a list."""

import re

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_RAISED_DOTS = "∙·"


@once_per_dialect
def bullet_signs() -> frozenset[str]:
    """The signs that begin an item where a line begins, without those of a keyboard.

    Example:
        >>> "•" in bullet_signs(), "-" in bullet_signs()
        (True, False)
    """
    return frozenset(words_of("bullets.anywhere", "bullets.at_start"))


@once_per_dialect
def typed_signs() -> frozenset[str]:
    """The signs of a keyboard that begin an item when white space follows."""
    return frozenset(words_of("bullets.typed"))


@once_per_dialect
def bullet_at_start() -> re.Pattern[str]:
    """A bullet at the start of a line; white space has to follow one of a keyboard.

    Example:
        >>> [bool(bullet_at_start().match(line)) for line in ("•Sport", "- Sport", "-9 dagen")]
        [True, True, False]
    """
    return re.compile(
        rf"{any_of(bullet_signs())}|{any_of(typed_signs())}(?=\s)"
    )


@once_per_dialect
def bullet_anywhere() -> re.Pattern[str]:
    """A bullet in the middle of a line; a raised dot only with white space around it."""
    signs = words_of("bullets.anywhere")
    # hardly any character begins a bullet: to look at each but once is twice as fast
    starts = any_of(sign[0] for sign in (*signs, *_RAISED_DOTS))
    dot = rf"(?<=\s){any_of(_RAISED_DOTS)}(?=\s)"
    return re.compile(rf"(?={starts})(?:{any_of(signs)}|{dot})")
