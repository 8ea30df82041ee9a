"""Words that say that something is still to be settled.

Met in plans: nader te bepalen, n.t.b., p.m., TBD, and a place that is vacant.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import chain

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_NOT_AFTER_NUMBER = r"(?<!\d)(?<![\d,.-] )"
"""Where ``p.m.`` means per month or the afternoon: ``8 p.m.``."""
_WHERE_AMOUNTS_STAND = "(?:(?<=^)|(?<=[:=€])|(?<=[:=€] ))"
"""At the start, or after a colon, an equals sign or a euro sign: ``€ pm``."""
_WHERE_REMARKS_STAND = "(?:(?<=^)|(?<=[(:=])|(?<=[:=] ))"
"""At the start, or after a bracket, a colon or an equals sign: ``(volgt)``."""
_TEXTS_REMEMBERED = 65536
"""As many as a very large programme holds; it holds these texts anyway."""
_MAYBE_MARKED = re.compile("[xX](?:[xX]|%)")
"""What every mark in the place of a number has in it; few other texts do."""
_LISTS = (
    "before",
    "phrases",
    "abbreviations",
    "amounts",
    "bare_amounts",
    "alone",
)
"""The lists of words that say so, each for another place in a text."""


@once_per_dialect
def _undetermined_pattern() -> re.Pattern[str]:
    return _compile_forms(str, re.IGNORECASE)


@once_per_dialect
def _folded_pattern() -> re.Pattern[str]:
    """The same for a text whose case is folded: it finds in half the time that there is nothing."""
    return _compile_forms(str.casefold, re.RegexFlag.NOFLAG)


def _compile_forms(
    fold: Callable[[str], str], flag: re.RegexFlag
) -> re.Pattern[str]:
    words = [
        tuple(map(fold, words_of(f"undetermined.{name}"))) for name in _LISTS
    ]
    before, phrases, abbreviations, amounts, bare, alone = map(any_of, words)
    units = map(fold, words_of("undetermined.not_after"))
    not_after = "".join(rf"(?<!{re.escape(unit)} )" for unit in units)
    forms = (
        rf"(?:{before} )?{phrases}\b(?!-\w)",
        rf"{abbreviations}\b\.?",
        rf"{_NOT_AFTER_NUMBER}{not_after}{amounts}\b\.?",
        rf"{_WHERE_AMOUNTS_STAND}{bare}$",
        rf"{_WHERE_REMARKS_STAND}{alone}(?=\)?$)",
    )
    # most words of a text begin with none of these letters: looking ahead is twice as fast
    starts = any_of(word[0] for word in chain.from_iterable(words))
    return re.compile(rf"\b(?={starts})(?:{'|'.join(forms)})", flag)


@once_per_dialect
def _mark_pattern() -> re.Pattern[str]:
    marks = any_of(words_of("undetermined.marks"))
    return re.compile(rf"(?<![\w-]){marks}(?![\w-])", re.IGNORECASE)


@once_per_dialect
def _vacant_pattern() -> re.Pattern[str]:
    before, vacant, since = (
        any_of(words_of(f"undetermined.{name}"))
        for name in ("before", "vacant", "vacant_since")
    )
    return re.compile(
        rf"(?:{before} )?{vacant}(?:,? {since}\b.*)?|\?+", re.IGNORECASE
    )


_BRACKET_BEHIND = re.compile(r"(?<=\S) ?\([^()]*\)$")
"""What explains a vacancy: ``vacant (per 1-1)``."""


def find_undetermined(text: str) -> tuple[str, ...]:
    """The words in a text that say that something is still to be settled, as they stand there.

    ``p.m.`` counts as *pro memorie*, but not after a number: there it means *per maand* or the
    afternoon. Without its dots it counts only where an amount would stand: alone, or last after
    a colon, an equals sign or a euro sign.

    Returns:
        In the order of the text, each once; empty when all is settled.

    Example:
        >>> find_undetermined("90% van een nader te bepalen groep (n.t.b.)")
        ('nader te bepalen', 'n.t.b.')
        >>> find_undetermined("De vergadering begint om 8 p.m.")
        ()
    """
    return _undetermined_finder()(text)


@once_per_dialect
def _undetermined_finder() -> Callable[[str], tuple[str, ...]]:
    """What finds them: several rules ask it of each text."""
    return lru_cache(_TEXTS_REMEMBERED)(_find_once)


def _find_once(text: str) -> tuple[str, ...]:
    flat = " ".join(text.split())
    matches: list[re.Match[str]] = []
    if _folded_pattern().search(flat.casefold()):
        matches += _undetermined_pattern().finditer(flat)
    if _MAYBE_MARKED.search(flat):
        matches += _mark_pattern().finditer(flat)
    if not matches:  # as nearly all texts
        return ()
    matches.sort(key=re.Match.start)
    return tuple(dict.fromkeys(match[0] for match in matches))


def is_undetermined(text: str) -> bool:
    """Whether all that a text says is that something is still to be settled.

    Example:
        >>> is_undetermined("nader te bepalen"), is_undetermined("90% (n.t.b.)")
        (True, False)
    """
    flat = " ".join(text.split())
    match = _undetermined_pattern().match(flat)
    if match is not None and match[0] == text:
        return True
    match = _mark_pattern().match(flat)
    return match is not None and match[0] == text


def is_vacant(name: str) -> bool:
    """Whether the words in the place of a name say that nobody is named.

    Example:
        >>> is_vacant("Vacant (per 1-1)"), is_vacant("(n.t.b.)"), is_vacant("Afdeling Jeugd")
        (True, True, False)
    """
    whole = " ".join(name.split())
    words = whole.strip("() ")
    bare = _BRACKET_BEHIND.sub("", whole)
    return (
        is_undetermined(words)
        or _vacant_pattern().fullmatch(words) is not None
        or (bare != whole and _vacant_pattern().fullmatch(bare) is not None)
    )
