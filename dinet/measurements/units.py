"""In what a figure is counted, and whether that answers what a target asks."""

import re
from collections.abc import Iterable

from dinet.measurements.word_lists import (
    fold_words,
    has_listed_word,
    is_listed,
    listed_words,
)

PER_CENT, POINTS, COUNT, EURO = "%", "pp", "aantal", "euro"
_NAMED = {
    "units.share": PER_CENT,
    "units.points": POINTS,
    "units.count": COUNT,
    "units.money": EURO,
    "units.mark": "rapportcijfer",
    "units.score": "punten",
}
_NEVER_COUNTED = frozenset(_NAMED.values()) - {COUNT}
"""Units of which a number of people or things says nothing."""
_PER_MANY = re.compile(r"\bper\s+(?:1[.\s]?0{2,3}|10[.\s]?000|100[.\s]?000)\b")
"""``per 1.000 inwoners``: neither a share nor a number."""
_PER_CENT_SIGN = re.compile(r"%(?!-?\s?punt)")


def normal_unit(unit: str) -> str:
    """One word for a unit that is written in several ways; others as they are, folded.

    Example:
        >>> normal_unit("procent"), normal_unit("Scholen"), normal_unit("")
        ('%', 'scholen', '')
    """
    for name, normal in _NAMED.items():
        if is_listed(unit, name):
            return normal
    return fold_words(unit)


def unit_in_words(words: Iterable[str]) -> str:
    """The unit that the name of a column or row says; empty when it says none, or two.

    Example:
        >>> unit_in_words(["Jongeren met jeugdzorg (%)"])
        '%'
        >>> unit_in_words(["JongerenMetJeugdzorgRelatief_2"])
        '%'
        >>> unit_in_words(["JongerenMetJeugdzorg_1"])
        ''
    """
    found = {_unit_in_name(name) for name in words} - {""}
    return found.pop() if len(found) == 1 else ""


def _unit_in_name(name: str) -> str:
    folded = fold_words(name)
    many = _PER_MANY.search(folded)
    if many:
        return many[0]
    if has_listed_word(name, "units.points"):
        return POINTS
    if _PER_CENT_SIGN.search(folded) or has_listed_word(name, "units.share"):
        return PER_CENT
    if has_listed_word(name, "units.count"):
        return COUNT
    if any(part in folded for part in listed_words("units.share_parts")):
        return PER_CENT
    return ""


def answers_unit(measured: str, asked: str) -> bool:
    """Whether a figure in one unit answers a target in another.

    A count never answers a target in per cent, and a figure without a unit neither: it may be a
    count. What is counted may be called by a part of its name.

    Example:
        >>> answers_unit("aantal", "%"), answers_unit("", "%"), answers_unit("%", "procent")
        (False, False, True)
        >>> answers_unit("partners", "samenwerkingspartners"), answers_unit("", "scholen")
        (True, True)
    """
    measured, asked = normal_unit(measured), normal_unit(asked)
    if measured == asked or not asked:
        return measured == asked or measured not in (PER_CENT, POINTS)
    if asked in (PER_CENT, POINTS, EURO):
        return False
    return not measured or _counts_same(measured, asked)


def _counts_same(measured: str, asked: str) -> bool:
    """Two words for what is counted may mean one thing."""
    if {measured, asked} & _NEVER_COUNTED or _PER_MANY.match(measured):
        return False
    if COUNT in (measured, asked):
        return True
    return asked.endswith(measured) or measured.endswith(asked)
