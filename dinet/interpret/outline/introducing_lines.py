"""Lines that introduce a list of elements, where no heading does.

    Met dit plan willen we deze doelen bereiken:
    - Schone sloten
    Om dit te bereiken voeren we de volgende maatregelen uit:
    - Baggeren

Met in short plans and on web pages. Such a line speaks of the document's own work, points at what
follows, and names one kind of element near its end; ``Deze doelen zijn besproken met:`` introduces
partners. It costs elements when a council says so of what it only looked at.
"""

import re

from dinet.document.content import Grid, Para
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import Role, kind_of, role_of

_MOST_WORDS = 16
"""Of such a line, as of a heading; a longer one tells more than what follows."""


@once_per_dialect
def _pointing_pattern() -> re.Pattern[str]:
    """What points at a list, the word for its elements, and a verb of two words at most."""
    points = any_of(words_of("introductions.pointing"))
    return re.compile(
        rf".*\b{points} (?:\w+ )??(?P<element>[\w-]+)(?: \w+){{0,2}}"
    )


def introduced_role(text: str) -> Role | None:
    """The role of what a line introduces; None when it introduces no elements of the document.

    Example:
        >>> introduced_role("We willen de volgende doelen bereiken:")
        Role(name='goal', level=None)
        >>> introduced_role("Deze doelen bespraken we met:") is None
        True
    """
    words = fold_text(text)
    said = words.split()
    if not text.endswith(":") or len(said) > _MOST_WORDS:
        return None
    if set(said).isdisjoint(words_of("page_words.selves")):
        return None
    if not set(said).isdisjoint(_words_of_others()):
        return None
    found = _pointing_pattern().fullmatch(words)
    if found is None or said[-1] in words_of("introductions.open_ends"):
        return None
    role = role_of(found["element"])
    return role if kind_of(role) in ("goal", "effort") else None


@once_per_dialect
def _words_of_others() -> frozenset[str]:
    """Words that say that the list is of earlier, of others, or of what is not done."""
    return frozenset(
        words_of(
            "introductions.told",
            "page_words.earlier",
            "page_words.others",
            "page_words.dropped",
            "headings.negations",
        )
    )


def introduces_elements(para: Para, after: Para | Grid | None) -> bool:
    """A line stands above a list, and introduces elements in it."""
    if not isinstance(after, Para) or after.block.level is None:
        return False
    return introduced_role(para.text) is not None
