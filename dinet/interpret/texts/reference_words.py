"""Words that refer to elements without a code of their own: ``zie 1.2``, ``alle doelen``."""

import re
from typing import NamedTuple

from dinet.model import Kind
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import kind_of, role_of

_LONGEST_CHARACTERS = 40
"""Of words for all of a kind: ``alle strategische doelstellingen`` has some thirty."""


class AllOfKind(NamedTuple):
    """Words for everything of a kind; ``kind`` is None when they do not say of which."""

    kind: Kind | None


@once_per_dialect
def _all_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(words_of('references.all'))}(?: (?P<kind>\w+))?"
    )


@once_per_dialect
def _see_pattern() -> re.Pattern[str]:
    see = any_of(words_of("references.see"))
    return re.compile(rf"{see} (?P<words>\S.*)", re.IGNORECASE)


def all_of_kind(text: str) -> AllOfKind | None:
    """What a text means that says nothing but ``alle`` or ``alle doelen``; None for another text.

    Example:
        >>> all_of_kind("Alle doelen"), all_of_kind("Alle kinderen")
        (AllOfKind(kind='goal'), None)
    """
    if len(text) > _LONGEST_CHARACTERS:
        return None
    found = _all_pattern().fullmatch(fold_text(text))
    if found is None:
        return None
    kind = kind_of(role_of(found["kind"])) if found["kind"] else None
    return AllOfKind(kind) if kind or not found["kind"] else None


def without_see(text: str) -> str:
    """The words without ``zie`` before them.

    Example:
        >>> without_see("Zie 1.2"), without_see("Ziekenhuis bouwen")
        ('1.2', 'Ziekenhuis bouwen')
    """
    found = _see_pattern().fullmatch(text)
    return found["words"] if found else text
