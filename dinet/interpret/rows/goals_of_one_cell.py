"""Which of several goals in one cell a statement beside them is about, where it says so.

    | Doel | SMART-doel |
    |---|---|
    | 1. Meer banen; 2. Meer starters | Bij 2: in 2028 zijn er 80 starters |

Met in short plans that take goals together. Without such words the statement is about all of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dinet.interpret.reading import Mention, ProgrammeReading
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import kind_of, role_of
from dinet.wording.element_codes import folded_code

_CODE = r"(?:[A-Z]{1,3}[-.]?)?\d{1,3}(?:\.\d{1,2}){0,3}"
_CLOSING = re.compile(rf"\((?P<codes>{_CODE}(?:(?:, ?|/| en ){_CODE})*)\)\.?$")
_SEVERAL = 2
"""Goals in a cell: with one there is nothing to choose."""


class LeadingWords(NamedTuple):
    """The codes before a statement of what it is about, and the statement."""

    codes: tuple[str, ...]
    rest: str


@once_per_dialect
def _leading_pattern() -> re.Pattern[str]:
    """``Bij 2: …``, ``Voor doel 1 en 2: …``, ``D2: …``."""
    before = any_of(words_of("references.serving", "references.leading"))
    joined = any_of(words_of("joining_words.and"))
    return re.compile(
        rf"(?P<before>(?i:{before}) )?(?:(?P<word>[^\W\d_]{{3,}}) )?"
        rf"(?P<codes>{_CODE}(?:(?:, | {joined} ){_CODE})*) ?: ?(?P<rest>\S.*)",
        re.DOTALL,
    )


def _leading_words(text: str) -> LeadingWords | None:
    """The words before a statement that say of which goals it is; None without any."""
    found = _leading_pattern().fullmatch(text)
    if found is None:
        return None
    word, codes = found["word"], tuple(re.findall(_CODE, found["codes"]))
    if word is not None and kind_of(role_of(word)) != "goal":
        return None
    named = found["before"] or word or codes[0][0].isalpha()
    return LeadingWords(codes, found["rest"]) if named else None


def _closing_codes(text: str) -> list[str]:
    """The codes in brackets at the end of a statement: ``Inkoopbeleid (TD1)``; else none."""
    found = _CLOSING.search(text)
    return re.findall(_CODE, found["codes"]) if found else []


def goals_by_label(
    claims: ProgrammeReading, goals: Sequence[int]
) -> Mapping[str, int]:
    """The goals of one cell by their labels; empty unless there are several and all have one."""
    if len(goals) < _SEVERAL:
        return {}
    labels = {
        folded_code(claims.codes[goal]): goal
        for goal in goals
        if goal in claims.codes
    }
    return labels if len(labels) == len(goals) else {}


def settle_goals(
    claims: ProgrammeReading,
    numbers: Sequence[int],
    goals: Mapping[str, int],
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each mention that says which of the goals it is about, and these goals.

    The words that say so leave the text of the mention.

    Args:
        claims: Where they stand.
        numbers: Of the mentions of one cell.
        goals: Those of the cell beside it, by their labels.
    """
    own = [folded_code(claims.codes.get(number, "")) for number in numbers]
    are_numbered = all(label in goals for label in own)
    for number, label in zip(numbers, own, strict=True):
        mention = claims.mentions[number]
        leading = _leading_words(mention.text)
        codes = _stated_codes(mention, leading)
        if not codes and are_numbered:
            codes.append(label)
        meant = _goals_called(codes, goals)
        if meant and leading is not None:
            mention.text = leading.rest
        if meant:
            yield number, meant


def _stated_codes(mention: Mention, leading: LeadingWords | None) -> list[str]:
    """The codes by which a mention says of which goals it is, before or behind its words."""
    codes = [code.split(" ")[-1] for _, code in mention.stated]
    codes += leading.codes if leading else _closing_codes(mention.text)
    return codes


def _goals_called(
    codes: Sequence[str], goals: Mapping[str, int]
) -> tuple[int, ...]:
    """Those of the goals that codes call."""
    found = (goals.get(folded_code(code)) for code in codes)
    return tuple(goal for goal in found if goal is not None)
