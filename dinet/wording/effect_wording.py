"""Whether a statement is worded as an effect: what a group is or does itself."""

import re
from collections.abc import Iterable
from functools import cache

from dinet.vocabulary.statement_words import (
    statement_endings,
    statement_pattern,
    statement_words,
)
from dinet.wording.statement_cut import StatementCut, cut_statement

_SUBJECT_WORDS = 3
"""From the beginning: "De meeste jonge ouders" has its group in the fourth at most."""
_VERB_REACH = 9
"""Words behind the group in which its verb stands."""
_NEARBY = 4
"""Words from the verb on in which stands who works, if anybody does: "Kinderen krijgen van ons"."""
_CLAUSE_WORDS = frozenset(
    {"te", "om", "die", "dat", "waar", "who", "that", "to"}
)
"""A verb behind one of these is of a clause and not of the whole: "ouderen die alleen wonen"."""


def find_effect_words(text: str) -> str:
    """The beginning of a statement that says how a group is, up to its verb; empty for others.

    Example:
        >>> find_effect_words("Alle kinderen voelen zich gezien")
        'Alle kinderen voelen'
        >>> find_effect_words("Alle kinderen bezoeken die alleen wonen")
        ''
        >>> find_effect_words("Kinderen worden begeleid door coaches")
        ''
    """
    cut = cut_statement(text)
    subject = _end_of_subject(cut)
    if not subject:
        return ""
    states = statement_words("effect.states")
    workers = statement_words("effect.workers")
    for position in range(subject, min(subject + _VERB_REACH, len(cut.lows))):
        low = cut.lows[position]
        if low in _CLAUSE_WORDS:
            return ""
        if low in states:
            nearby = cut.lows[: position + _NEARBY]
            has_worker = not workers.isdisjoint(nearby)
            return "" if has_worker else " ".join(cut.words[: position + 1])
    return ""


def _end_of_subject(cut: StatementCut) -> int:
    """How many words the group at the beginning has; 0 when there is none."""
    if not cut.lows:
        return 0
    quantifiers = statement_words("effect.quantifiers")
    first_two = " ".join(cut.lows[:2])
    if first_two in quantifiers:
        return 2 if len(cut.lows) > 2 else 0
    if cut.lows[0] in quantifiers:
        return 1
    endings = statement_endings("effect.groups")
    for position, low in enumerate(cut.lows[:_SUBJECT_WORDS]):
        if low.endswith(endings):
            return position + 1
    return 0


def has_direction(text: str) -> bool:
    """Whether a statement says which way something is to go: more, less, safer, falls.

    Example:
        >>> has_direction("Minder jongeren roken"), has_direction("Gezondheid")
        (True, False)
    """
    lows = cut_statement(text).lows
    return bool(statement_words("effect.directions").intersection(lows))


_SUBJECTS_ONLY = re.compile(
    r"[^\W\d_]+(?:-[^\W\d_]+)*"
    r"(?:\s*(?:,|/|&|\ben\b|\band\b)\s*[^\W\d_]+(?:-[^\W\d_]+)*){0,3}\.?"
)


def subjects_only(text: str) -> tuple[str, ...]:
    """The subjects in a text that only names some, each in one word; empty for any other text.

    Example:
        >>> subjects_only("Sport en gezondheid."), subjects_only("Gezonde jeugd")
        (('Sport', 'gezondheid'), ())
    """
    flat = text.strip()
    if not _SUBJECTS_ONLY.fullmatch(flat):
        return ()
    joining = {"en", "and"}
    words = cut_statement(flat).words
    return tuple(word for word in words if word.lower() not in joining)


def find_vague_words(text: str) -> tuple[str, ...]:
    """The words in a text that promise an attempt and no deed, each once, as they stand there.

    Example:
        >>> find_vague_words("Stimuleren dat er aandacht voor sport is")
        ('Stimuleren', 'aandacht voor')
    """
    lows = cut_statement(text).lows
    telling, beginnings = _telling_words("vague.words")
    # as nearly all texts
    if telling.isdisjoint(lows) and not _begins_any(lows, beginnings):
        return ()
    return tuple(dict.fromkeys(statement_pattern("vague.words").findall(text)))


@cache
def _telling_words(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The longest word of each entry of a list, and the beginnings of words in it."""
    entries = statement_words(name)
    open_ended = tuple(
        sorted(entry[:-1] for entry in entries if entry.endswith("*"))
    )
    longest = [max(cut_statement(entry).lows, key=len) for entry in entries]
    return frozenset(longest), open_ended


def _begins_any(lows: Iterable[str], beginnings: tuple[str, ...]) -> bool:
    return any(low.startswith(beginnings) for low in lows)
