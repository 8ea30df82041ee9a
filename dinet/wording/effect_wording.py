"""Whether a statement is worded as an effect: what a group is or does itself."""

import re
from collections.abc import Sequence
from functools import cache

from dinet.vocabulary.statement_words import (
    statement_endings,
    statement_pattern,
    statement_words,
)
from dinet.wording.statement_cut import (
    StatementCut,
    cut_statement,
    quote_words,
)

_SUBJECT_WORDS = 3
"""From the beginning: "Jonge ouders met" has its group in the second word."""
_SHORTEST = 2
"""Words: a subject and its verb."""
_VERB_REACH = 9
"""Words behind the group in which its verb stands."""
_NEARBY = 4
"""Words from the verb on in which stands who works, if anybody does: "hebben van ons"."""
_SHARE = re.compile(
    r"(?:minimaal |ten minste |minstens )?\d+ ?(?:%|procent\b)", re.IGNORECASE
)
"""A beginning about a share of a group: "90% van de inwoners is"."""
_AT_TIME = re.compile(
    r"(?:in|eind|medio|uiterlijk|vanaf|by|in) (?:19|20)\d\d,? ", re.IGNORECASE
)
"""A year before everything: "In 2027 hebben alle scholen een plan"."""
_CLAUSE_WORDS = frozenset(
    "te om die dat waar wat hoe wie als wanneer zodat omdat who that to what how if".split()
)
"""A verb behind one of these is of a clause and not of the whole: "ouderen die alleen wonen"."""


def find_effect_words(text: str) -> str:
    """The beginning of a statement that says how a group is, up to its verb; empty for others.

    Example:
        >>> find_effect_words("Alle kinderen voelen zich gezien")
        'Alle kinderen voelen'
        >>> find_effect_words("Alle kinderen bezoeken die alleen wonen")
        ''
        >>> find_effect_words("In 2027 hebben alle scholen een plan")
        'hebben alle scholen'
        >>> find_effect_words("Kinderen worden begeleid door coaches")
        ''
    """
    lows = cut_statement(text).lows
    if statement_words("effect.states").isdisjoint(lows):  # as most efforts
        return ""
    timed = _AT_TIME.match(text)
    rest = text[timed.end() :] if timed else text
    cut = cut_statement(rest)
    if timed and _begins_with_verb(cut):
        last = _group_behind_verb(cut)
    else:
        subject = 1 if _SHARE.match(rest) else _end_of_subject(cut)
        last = _verb_of_subject(cut, subject) if subject else 0
    return quote_words(rest, last) if last else ""


def _begins_with_verb(cut: StatementCut) -> bool:
    return bool(cut.lows) and cut.lows[0] in statement_words("effect.states")


def _group_behind_verb(cut: StatementCut) -> int:
    """The last word of the group behind the verb at the beginning; 0 when there is none."""
    behind = StatementCut(cut.words[1:], cut.lows[1:])
    subject = _end_of_subject(behind)
    nearby = cut.lows[: subject + _NEARBY]
    has_worker = not statement_words("effect.workers").isdisjoint(nearby)
    # a quantifier has its noun behind it
    return subject + 1 if subject and not has_worker else 0


def _verb_of_subject(cut: StatementCut, subject: int) -> int:
    """Where the verb of state of a subject of so many words stands; 0 when it has none."""
    states = statement_words("effect.states")
    last = len(cut.lows) - 1
    for position in range(subject, min(subject + _VERB_REACH, last + 1)):
        low = cut.lows[position]
        if low in _CLAUSE_WORDS or low in statement_words("work.verbs"):
            return 0
        if low in states:
            # far from its group and last it is an infinitive: "kinderen op zwemles doen"
            is_infinitive = position == last and position > subject + 1
            nearby = cut.lows[: position + _NEARBY]
            workers = statement_words("effect.workers")
            has_worker = not workers.isdisjoint(nearby)
            return 0 if is_infinitive or has_worker else position
    return 0


def _end_of_subject(cut: StatementCut) -> int:
    """How many words the group at the beginning has; 0 when there is none."""
    if len(cut.lows) < _SHORTEST:
        return 0
    quantifiers = statement_words("effect.quantifiers")
    if " ".join(cut.lows[:2]) in quantifiers:
        return 2
    if cut.lows[0] in quantifiers:
        is_time = cut.lows[1] in statement_words("effect.times")
        return 0 if is_time else 1
    for position, low in enumerate(cut.lows[:_SUBJECT_WORDS]):
        if _is_group(low):
            return position + 1
    return 0


def _is_group(low: str) -> bool:
    """A word for a group of people, or a compound of one: "basisscholen"."""
    return low.endswith(statement_endings("effect.groups")) or (
        low in statement_words("effect.whole_groups")
    )


def begins_with_group(lows: Sequence[str]) -> bool:
    """Whether a group stands among the first words of a statement, which are in lower case.

    Example:
        >>> begins_with_group(["jonge", "ouders", "sporten"]), begins_with_group(["een", "hal"])
        (True, False)
    """
    return any(map(_is_group, lows[:_SUBJECT_WORDS]))


def has_direction(text: str) -> bool:
    """Whether a statement says which way something is to go: more, less, safer, falls.

    Example:
        >>> has_direction("Minder jongeren roken"), has_direction("Gezondheid")
        (True, False)
    """
    lows = cut_statement(text).lows
    return bool(statement_words("effect.directions").intersection(lows))


def states_aim(text: str) -> bool:
    """Whether a statement says how something is to be: which way it goes, or in what state it is.

    Example:
        >>> states_aim("Sloten zijn schoon"), states_aim("Minder afval"), states_aim("Wonen")
        (True, True, False)
    """
    lows = cut_statement(text).lows
    is_state = not statement_words("effect.being").isdisjoint(lows[1:])
    return is_state or has_direction(text) or bool(find_effect_words(text))


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
    if _telling_words("vague.words").isdisjoint(lows):  # as nearly all texts
        return ()
    return tuple(dict.fromkeys(statement_pattern("vague.words").findall(text)))


@cache
def _telling_words(name: str) -> frozenset[str]:
    """The longest word of each entry of a list."""
    entries = statement_words(name)
    return frozenset(
        max(cut_statement(entry).lows, key=len) for entry in entries
    )
