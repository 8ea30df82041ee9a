"""A sentence that counts a goal and tells it: ``Ons eerste doel is dat …``, ``Doel 1 is dat …``."""

import re
from typing import NamedTuple

from dinet.document.content import Para
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.wording.sentence_ends import first_sentence


class GoalSentence(NamedTuple):
    """A sentence that counts and tells a goal, and the rest of its paragraph.

    Args:
        sentence: The whole sentence.
        goal: What is wanted, as the sentence ends.
        number: With which the goal is counted; empty for one that is counted in words.
        rest: The sentences behind it.
    """

    sentence: str
    goal: str
    number: str
    rest: str


@once_per_dialect
def _goal_pattern() -> re.Pattern[str]:
    own = any_of(words_of("running_goals.own"))
    counts = any_of(words_of("running_goals.counts"))
    aims = any_of(words_of("running_goals.aims"))
    tells = any_of(words_of("running_goals.tells"))
    counted = rf"(?:{counts} {aims}|{aims} (?P<number>\d{{1,2}}|[A-Z]))"
    return re.compile(
        rf"(?:{own} )?{counted},? {tells} (?P<goal>\S.*)", re.IGNORECASE
    )


def find_counted_goal(para: Para) -> GoalSentence | None:
    """The goal that a paragraph tells first; None for a list item and for any other text."""
    if para.block.level is not None:
        return None
    sentence = first_sentence(para.text)
    found = _goal_pattern().fullmatch(sentence)
    if found is None:
        return None
    rest = para.text[len(sentence) :].strip()
    goal = found["goal"].rstrip(" .:")
    return GoalSentence(sentence, goal, found["number"] or "", rest)
