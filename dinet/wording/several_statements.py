"""Where one text holds several statements that each could stand alone."""

import re
from functools import cache

from dinet.vocabulary.statement_words import statement_words
from dinet.wording.effect_wording import has_direction
from dinet.wording.statement_cut import (
    StatementCut,
    cut_statement,
    split_sentences,
)
from dinet.wording.work_wording import closing_verb

_JOINT = re.compile(r",? (?:en|and) |, ")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAST_NOUNS = 3
"""Compared nouns of a goal that are goals of their own: two may be two sides of one, as in
``meer groen en minder steen``."""
_SHARE = re.compile(r"\d ?%|\bprocent\b|\bpercent\b")


def find_goal_statements(text: str) -> list[str]:
    """The parts of a goal that each say of their own subject which way it is to go.

    Example:
        >>> find_goal_statements("Meer inwoners eten gezond en de wachtlijst is korter.")
        ['Meer inwoners eten gezond', 'de wachtlijst is korter.']
        >>> find_goal_statements("Gezinnen zijn veiliger en kunnen beter rondkomen.")
        []
        >>> find_goal_statements("Meer groen, minder lawaai en kortere ritten")
        ['Meer groen', 'minder lawaai', 'kortere ritten']
    """
    lows = cut_statement(text).lows
    directions = statement_words("effect.directions")
    if sum(low in directions for low in lows) <= 1:  # as nearly all goals
        return []
    parts = [
        part
        for sentence in split_sentences(text)
        for part in _JOINT.split(sentence)
        if _is_goal_clause(part)
    ]
    return parts if len(parts) > 1 else _find_compared_nouns(text)


def _find_compared_nouns(text: str) -> list[str]:
    """The parts of a goal without a verb that each compare a noun of their own.

    A noun that only follows belongs to the part before it: ``minder lawaai en stank, meer rust``.
    """
    statements: list[str] = []
    place = 0
    for joint in (*_JOINT.finditer(text), None):
        rest = text[joint.end() :] if joint else ""
        if joint and not _compares_noun(rest):
            continue
        statements.append(text[place : joint.start() if joint else None])
        place = joint.end() if joint else len(text)
    if len(statements) >= _LEAST_NOUNS and all(
        map(_is_compared_noun, statements)
    ):
        return statements
    return []


def _compares_noun(part: str) -> bool:
    """It begins with a comparative and a noun: ``meer rust``; not ``meer en beter``."""
    first, second = (*cut_statement(part).lows[:2], "", "")[:2]
    directions = statement_words("effect.directions")
    no_nouns = directions | statement_words("effect.not_compared")
    return first in directions and second not in no_nouns


def _is_compared_noun(part: str) -> bool:
    """It compares a noun, and no verb follows; a noun may look like one: ``meer vertrouwen``."""
    states = statement_words("effect.states")
    return _compares_noun(part) and states.isdisjoint(
        cut_statement(part).lows[2:]
    )


def _is_goal_clause(part: str) -> bool:
    """It has a direction, a verb, and a subject before that verb."""
    lows = cut_statement(part).lows
    states = statement_words("effect.states")
    if not lows or lows[0] in states or not has_direction(part):
        return False
    turns = statement_words("effect.turns")
    return not (states | turns).isdisjoint(lows[1:])


def find_target_statements(text: str) -> list[str]:
    """The sentences of a target that each ask something of their own by a year or a share.

    Example:
        >>> find_target_statements("In 2027 rookt 5%. In 2028 sport 60%.")
        ['In 2027 rookt 5%.', 'In 2028 sport 60%.']
        >>> find_target_statements("In 2027 rookt 5%. In 2020 was dit 9%.")
        []
    """
    sentences = split_sentences(text)
    if len(sentences) == 1:
        return []
    sentences = [
        sentence for sentence in sentences if not _gives_context(sentence)
    ]
    for measure in (_YEAR, _SHARE):
        parts = [part for part in sentences if measure.search(part)]
        if len(parts) > 1:
            return parts
    return []


def find_effort_statements(text: str) -> list[str]:
    """The sentences of an effort that each name work of their own by an infinitive.

    Example:
        >>> find_effort_statements("Een hal bouwen; vrijwilligers werven")
        ['Een hal bouwen', 'vrijwilligers werven']
        >>> find_effort_statements("Een hal bouwen. Die komt bij de school.")
        []
    """
    sentences = split_sentences(text)
    if len(sentences) == 1:
        return []
    parts = [
        part for part in sentences if _is_piece_of_work(cut_statement(part))
    ]
    return parts if len(parts) > 1 else []


def _is_piece_of_work(cut: StatementCut) -> bool:
    verbs = _verbs_of_work()
    if closing_verb(cut, verbs) > 0:
        return True
    first, second = (*cut.lows[:2], "", "")[:2]
    return first in verbs and second in statement_words("work.of")


@cache
def _verbs_of_work() -> frozenset[str]:
    names = ("work.verbs", "work.effort_verbs", "work.change_verbs")
    return frozenset().union(*map(statement_words, names))


def _gives_context(sentence: str) -> bool:
    """A sentence says where it started, or what the other sentence means."""
    words = re.findall(r"\w+", sentence.casefold())
    if words and words[0] in statement_words("context.beginnings"):
        return True
    return not statement_words("context.words").isdisjoint(words)
