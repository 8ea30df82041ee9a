"""The question of this room: do two statements say the same?"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from dinet.vocabulary.folding import fold_text
from dinet.wording.comparison.matching import match_words
from dinet.wording.comparison.stated_parts import compare_parts
from dinet.wording.comparison.statement import Statement, read_statement
from dinet.wording.target_sentence.language_words import (
    LANGUAGES,
    guess_language,
)

_LONGEST_STATEMENT = 4000
"""In characters: a longer text is no statement, and is the same only in the same words."""
_EXPLAINING = frozenset({"source", "past"})
"""Parts that explain a statement and do not change it."""
Verdict = Literal["same", "conflict", "different"]


class ComparedPart(NamedTuple):
    """One part of two statements.

    Args:
        name: ``value``, ``unit``, ``comparator``, ``step``, ``direction``, ``deadline``,
            ``recurrence``, ``baseline``, ``measure``, ``source``, ``past`` (what is only told of
            the past), ``words`` or ``order``.
        one: What the first statement says; empty when it says nothing.
        other: What the second one says.
    """

    name: str
    one: str
    other: str


class Comparison(NamedTuple):
    """What two statements have in common, and in what they differ.

    Args:
        verdict: ``same``: one statement in two wordings. ``conflict``: of the same group and
            indicator or action, with another value, unit, comparator, direction, deadline or
            starting point. ``different``: of another group, place, indicator, action or object.
        agreeing: The parts that agree, each with both wordings.
        differing: The parts that differ. Of statements that are the same only the source may, and
            what one of them tells of the past.
    """

    verdict: Verdict
    agreeing: tuple[ComparedPart, ...]
    differing: tuple[ComparedPart, ...]

    @property
    def decisive(self) -> tuple[ComparedPart, ...]:
        """The parts that differ and by which two statements are not the same."""
        return tuple(
            part for part in self.differing if part.name not in _EXPLAINING
        )

    @property
    def only_leaves_out(self) -> bool:
        """One of the two says less than the other, and nothing that contradicts it."""
        decisive = self.decisive
        return bool(decisive) and all(
            not part.one or not part.other for part in decisive
        )


def compare_statements(
    one: str, other: str, language: str | None = None
) -> Comparison:
    """Whether two targets or two efforts are the same, contradict each other, or differ.

    No measure of likeness decides: what is left without the parsed parts has to be the same
    words, up to inflection, spelling, listed synonyms and order, or the two are different. Then
    the parsed parts tell same from conflict. In doubt two statements are not the same.

    Args:
        one: Any text.
        other: Any text.
        language: ``nl`` or ``en``; None: that of the texts' function words.

    Example:
        >>> compare_statements(
        ...     "In 2028 sport 75% van de jeugd.", "Driekwart van de jongeren sport in 2028."
        ... ).verdict
        'same'
        >>> told = compare_statements("In 2028 sport 75%.", "In 2028 sport 80%.")
        >>> told.verdict, told.differing
        ('conflict', (ComparedPart(name='value', one='75%', other='80%'),))
        >>> compare_statements("Training voor docenten", "Training voor ouders").verdict
        'different'
    """
    if one == other or _are_equal_words(one, other):
        whole = ComparedPart("words", one, other)
        return Comparison("same", (whole,), ())
    if len(one) + len(other) > 2 * _LONGEST_STATEMENT:
        whole = ComparedPart("words", one, other)
        return Comparison("different", (), (whole,))
    if one > other:
        return _swap_comparison(compare_statements(other, one, language))
    if language not in LANGUAGES:
        language = _common_language(one, other)
    first, second = (
        read_statement(one, language),
        read_statement(other, language),
    )
    if bool(first.past) == bool(second.past):
        return _compare_read(first, second)
    # what only one of two wordings tells of the past explains the aim and does not change it
    compared = _compare_read(
        read_statement(first.aims, language),
        read_statement(second.aims, language),
    )
    past = ComparedPart("past", first.past, second.past)
    return Comparison(
        compared.verdict, compared.agreeing, (*compared.differing, past)
    )


def _are_equal_words(one: str, other: str) -> bool:
    """They are the same word by word; signs alone are no words."""
    folded = fold_text(one)
    return any(map(str.isalnum, folded)) and folded == fold_text(other)


def _swap_comparison(comparison: Comparison) -> Comparison:
    """The same comparison, seen from the other statement."""
    return Comparison(
        comparison.verdict,
        tuple(map(_swap_sides, comparison.agreeing)),
        tuple(map(_swap_sides, comparison.differing)),
    )


def _swap_sides(part: ComparedPart) -> ComparedPart:
    return ComparedPart(part.name, part.other, part.one)


def _common_language(one: str, other: str) -> str:
    language = guess_language(one)
    if language != guess_language(other):
        language = guess_language(f"{one} {other}")
    return language


def _compare_read(one: Statement, other: Statement) -> Comparison:
    matching = match_words(one.words, other.words)
    agreeing = list(_words_parts("words", matching.shared))
    differing = [
        *_words_parts("words", matching.unmatched),
        *_words_parts("order", matching.misplaced),
    ]
    are_different = bool(differing)
    for name, first, second, agrees in compare_parts(
        one, other, is_ordered=matching.keeps_order
    ):
        part = ComparedPart(name, first, second)
        (agreeing if agrees else differing).append(part)
    return Comparison(
        _verdict_on(agreeing, differing, are_different=are_different),
        tuple(agreeing),
        tuple(differing),
    )


def _verdict_on(
    agreeing: Sequence[ComparedPart],
    differing: Sequence[ComparedPart],
    *,
    are_different: bool,
) -> Verdict:
    """The verdict; of two texts that say nothing at all nobody knows whether they are the same."""
    if are_different or not (agreeing or differing):
        return "different"
    told = {part.name for part in differing} - _EXPLAINING
    return "conflict" if told else "same"


def _words_parts(
    name: str, sides: tuple[Sequence[str], Sequence[str]]
) -> Iterator[ComparedPart]:
    one, other = sides
    if one or other:
        yield ComparedPart(name, " ".join(one), " ".join(other))
