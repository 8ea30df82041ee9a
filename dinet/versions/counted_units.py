"""Whether two figures count the same, however their units are written."""

import tomllib
from functools import cache
from pathlib import Path

from dinet.vocabulary.folding import fold_text
from dinet.wording.comparison.word_forms import word_forms

_FILE = Path(__file__).with_name("unit_spellings.toml")


def count_the_same(one: str, other: str, lang: str) -> bool:
    """Whether two units are one, or two ways to say what is counted.

    Args:
        one: A unit as it was read; a noun with what stands behind it where things are counted.
        other: Another one.
        lang: The language of both.

    Example:
        >>> count_the_same("km", "kilometer", "nl"), count_the_same("%", "scholen", "nl")
        (True, False)
        >>> count_the_same("leerlingen training", "leerlingen", "nl")
        True
    """
    names = _name_unit(one), _name_unit(other)
    if any(names) or fold_text(one) == fold_text(other):
        return names[0] == names[1]
    forms = word_forms(lang)
    first, second = (
        fold_text(unit).partition(" ")[0] for unit in (one, other)
    )
    return not forms.keys_of(first).isdisjoint(forms.keys_of(second))


def may_count_the_same(one: str, other: str) -> bool:
    """Whether two units do not rule each other out: a per cent is never a number of schools.

    Example:
        >>> may_count_the_same("kinderen", "leerlingen"), may_count_the_same("%", "leerlingen")
        (True, False)
    """
    if not one or not other:
        return True
    return _name_unit(one) == _name_unit(other)


def _name_unit(unit: str) -> str:
    """The unit that its spelling is one of; empty for things that are counted."""
    return _names_of_spellings().get(fold_text(unit), "")


@cache
def _names_of_spellings() -> dict[str, str]:
    groups = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        fold_text(spelling): name
        for name, spellings in groups.items()
        for spelling in spellings
    }
