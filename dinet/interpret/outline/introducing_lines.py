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
from dinet.interpret.outline.goal_sentences import find_counted_goal
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import Role, find_label, kind_of, role_of

_MOST_WORDS = 16
"""Of such a line, as of a heading; a longer one tells more than what follows."""
_MOST_NAMING = 2
"""Words that name the elements: ``strategische doelen``."""
_MOST_VERBS = 2
"""Words behind these: ``voor ogen``, ``uit``; with more the line is about something else."""

_AGREED_UNDER = ("goal", "target")
"""Of elements for which a list of agreements says what is done."""


@once_per_dialect
def _pointing_pattern() -> re.Pattern[str]:
    """What points at a list, with what stands before and behind it."""
    points = any_of(words_of("introductions.pointing"))
    return re.compile(rf"(?P<before>.*)\b{points} (?P<behind>.+)")


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
    if not _tells_own_work(said):
        return None
    found = _pointing_pattern().fullmatch(words)
    if found is None or not _is_object(found["before"]):
        return None
    return _role_behind(found["behind"].split(), over=_is_over(said))


def only_counts_elements(text: str) -> bool:
    """A sentence of the authors ends in a count of elements, and names none of them.

    Met right under ``Wat wij willen``, above the headings with the goals.

    Example:
        >>> only_counts_elements("Wij kiezen voor twee doelen.")
        True
        >>> only_counts_elements("Twee sportclubs halen hun doelen.")
        False
    """
    words = fold_text(text).rstrip(" .")
    found = _pointing_pattern().fullmatch(words)
    if found is None or len(words.split()) > _MOST_WORDS:
        return False
    if not _speaks_of_document(found["before"].split()):
        return False
    behind = found["behind"].split()
    return len(behind) <= _MOST_NAMING and any(
        kind_of(role_of(" ".join(behind[start:]))) is not None
        for start in range(len(behind))
    )


def _speaks_of_document(said: list[str]) -> bool:
    """The words are of who wrote the document, or name it: ``Deze nota heeft``."""
    writers = words_of("page_words.selves", "headings.documents")
    return not set(said).isdisjoint(writers)


def _role_behind(behind: list[str], *, over: bool) -> Role | None:
    """The role of the word for elements, of which a verb may stand behind it.

    Args:
        behind: The words behind what points: ``strategische doelen bereiken``.
        over: A verb at the end says that it is done.
    """
    for count in range(1, _MOST_NAMING + 1):
        role = role_of(" ".join(behind[:count]))
        verbs = behind[count:]
        if kind_of(role) not in ("goal", "effort"):
            continue
        too_many = len(verbs) > _MOST_VERBS or (over and bool(verbs))
        return None if too_many else role
    return None


def _tells_own_work(said: list[str]) -> bool:
    """The words are of who speaks, and tell of nothing else, of nobody else and of no one thing."""
    if set(said).isdisjoint(words_of("page_words.selves")):
        return False
    if said[-1] in words_of("introductions.open_ends"):
        return False
    return set(said).isdisjoint(_words_of_others())


def _is_object(before: str) -> bool:
    """What points at the list is what is worked on: not ``van de volgende projecten``."""
    articles = words_of("headings.articles")
    words = [word for word in before.split() if word not in articles]
    return not words or words[-1] not in words_of("introductions.not_before")


def _is_over(said: list[str]) -> bool:
    """It was done: ``We hebben deze acties uitgevoerd``, and not ``deze doelen gesteld``."""
    perfect = not set(said).isdisjoint(words_of("introductions.perfect"))
    return perfect and said[-1] not in words_of("introductions.settled")


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
    """A line stands above a list, and introduces elements in it; one that tells a goal does not."""
    if not isinstance(after, Para) or after.block.level is None:
        return False
    if find_counted_goal(para) is not None:
        return False
    return introduced_role(para.text) is not None


def agrees_for_goal(
    para: Para, after: Para | Grid | None, heading: Para | None
) -> bool:
    """``Afspraken:`` stands above a list, under a line with a goal or its target.

    Met in agreements with housing corporations: *Doel: …, Indicator: …, Afspraken:* for each theme.
    Minutes have such lines too, under no goal.
    """
    if not isinstance(after, Para) or after.block.level is None:
        return False
    named = find_label(heading.text) if heading else None
    under_goal = named is not None and kind_of(named.role) in _AGREED_UNDER
    return under_goal and names_agreements(para.text)


def names_agreements(text: str) -> bool:
    """The line ends in a colon, and names what was agreed and nothing else.

    Example:
        >>> names_agreements("Afspraken:"), names_agreements("Afspraken over geld:")
        (True, False)
    """
    named = plain(text.rstrip(": ")) in words_of("introductions.agreed")
    return named and text.endswith(":")
