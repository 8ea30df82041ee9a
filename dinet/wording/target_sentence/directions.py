"""Which way the indicator of a target moves, by the words that say so."""

from collections import Counter
from typing import NamedTuple, cast

from dinet.wording.target_sentence.clauses import (
    SentenceFrame,
    opens_relative,
)
from dinet.wording.target_sentence.quantities import QUANTITY, Quantity
from dinet.wording.target_sentence.result import Direction, TextSpan
from dinet.wording.target_sentence.target_text import FREE, TargetText

_KINDS = ("stable", "down", "up", "improve")
"""The lists of words, those first that win at the same place: "neemt niet toe" is no rise."""
_DIRECTIONS = tuple(f"direction.{kind}" for kind in _KINDS)
_HALTED = "direction.halted"
_NO_DIRECTION = "direction.not_direction"
"""The list of words that look like a direction and are none."""


class DirectionWord(NamedTuple):
    """A word that says which way.

    Args:
        direction: Which.
        first: Its first token.
        span: Its words; of a verb in two parts all between them.
        is_subordinate: It stands in a clause of purpose or means.
        is_relative: It stands in a relative clause behind the main verb.
        reaches: A number to reach stands behind it: ``oplopend naar 25%``.
    """

    direction: Direction
    first: int
    span: TextSpan
    is_subordinate: bool
    is_relative: bool = False
    reaches: bool = False


def find_direction_words(
    text: TargetText,
    frames: list[SentenceFrame],
    quantities: list[Quantity],
) -> list[DirectionWord]:
    """The words of direction in the sentences that are not about the past, in order."""
    multipliers = {
        quantity.first: quantity
        for quantity in quantities
        if quantity.direction
    }
    words: list[DirectionWord] = []
    if not multipliers and not text.has_any(*_DIRECTIONS, _HALTED):
        return words  # as of most efforts
    for frame in frames:
        if not frame.is_past:
            words += _without_halted(
                text, frame, _words_of_frame(text, frame, multipliers)
            )
    return words


def _without_halted(
    text: TargetText, frame: SentenceFrame, words: list[DirectionWord]
) -> list[DirectionWord]:
    """``de daling is in 2029 tot stilstand gebracht``: what is halted is no way to go."""
    if not text.holds(_HALTED, frame.first, frame.end):
        return words
    for index in range(frame.first, frame.end):
        end = text.phrase_end(index, _HALTED)
        if end is not None:
            halt = DirectionWord(
                "stable", index, text.span(index, end), is_subordinate=False
            )
            return [word for word in words if word.first > index] + [halt]
    return words


def _words_of_frame(
    text: TargetText,
    frame: SentenceFrame,
    multipliers: dict[int, Quantity],
) -> list[DirectionWord]:
    words = []
    covered: set[int] = set()
    is_subordinate = False
    for index in range(frame.first, frame.end):
        opens = text.opens_any(index, "direction")
        if opens and text.begins(index, "direction.subordinate"):
            is_subordinate = True
        elif text.lows[index] == ",":
            is_subordinate = False
        if index in multipliers:
            word = _word_of_multiplier(text, multipliers[index])
            words.append(_in_clause(word, is_subordinate=is_subordinate))
            continue
        if not opens:  # as most words
            continue
        covered |= _excluded_places(text, index)
        found = _direction_at(text, index, frame)
        if found is None or index in covered:
            continue
        _, end, tail = found
        covered |= {*range(index, end), tail}
        word = _direction_word(text, index, found, frame)
        words.append(_in_clause(word, is_subordinate=is_subordinate))
    return words


def _in_clause(word: DirectionWord, *, is_subordinate: bool) -> DirectionWord:
    """The word as it stands in its clause."""
    return word._replace(is_subordinate=True) if is_subordinate else word


def _word_of_multiplier(text: TargetText, quantity: Quantity) -> DirectionWord:
    """``verdubbelen``, or the sign of ``-40%``."""
    return DirectionWord(
        cast(Direction, quantity.direction),
        quantity.first,
        text.span(quantity.first, quantity.end),
        is_subordinate=False,
    )


def _direction_word(
    text: TargetText,
    index: int,
    found: tuple[Direction, int, int],
    frame: SentenceFrame,
) -> DirectionWord:
    """The word at a place in a main clause."""
    direction, end, tail = found
    reaches = any(
        text.begins(place, "baseline.to") for place in range(end, end + 2)
    )
    return DirectionWord(
        direction,
        index,
        text.span(index, max(end, tail + 1)),
        _is_nominal(text, index),
        _stands_in_last_relative(text, index, frame),
        reaches,
    )


def _stands_in_last_relative(
    text: TargetText, index: int, frame: SentenceFrame
) -> bool:
    """``een grotere groep inwoners die minder zelfredzaam is``: it tells of whom."""
    first = frame.first if frame.verb is None else frame.verb
    for place in range(index - 1, first, -1):
        if text.ends_clause(place):
            return False
        if opens_relative(text, place):
            return True
    return False


def _is_nominal(text: TargetText, index: int) -> bool:
    """``werkt aan het versterken van``: a verb as a noun names the work, not the way."""
    is_infinitive = text.lows[index].endswith(
        text.words.lists["spelling.infinitive"]
    )
    is_bound = text.phrase_start(index, "direction.nominal") is not None
    return is_infinitive and is_bound


def _excluded_places(text: TargetText, index: int) -> set[int]:
    """Of words that look like a direction and are none: ``onder meer``."""
    end = text.phrase_end(index, _NO_DIRECTION)
    if end is None:
        return set()
    tail = text.gapped.get((index, _NO_DIRECTION), index)
    return {*range(index, end), tail}


def _direction_at(
    text: TargetText, index: int, frame: SentenceFrame
) -> tuple[Direction, int, int] | None:
    """The direction that a word says, where it ends, and the place of its later part."""
    if text.claims[index] not in (FREE, QUANTITY):
        return None
    found: list[tuple[Direction, int, int]] = []
    for name in _KINDS:
        end = text.phrase_end(index, f"direction.{name}")
        if end is not None:
            tail = text.gapped.get((index, f"direction.{name}"), -1)
            found.append((cast(Direction, name), end, tail))
    if not found:
        return None
    best = min(found, key=_rank_of_direction)
    if _is_denied(text, index, best[0]):
        # "niet hoger dan in 2022" keeps the state of that year
        is_kept = text.begins(best[1], "baseline.compared")
        return ("stable", best[1], best[2]) if is_kept else None
    return None if _stands_in_indicator(text, index, frame) else best


def _rank_of_direction(
    found: tuple[Direction, int, int],
) -> tuple[bool, int, int]:
    """Stable first, then the nearest later part (``neemt … toe``), then the most words."""
    direction, end, tail = found
    return direction != "stable", tail, -end


def _is_denied(text: TargetText, index: int, direction: Direction) -> bool:
    before = text.low_at(index - 1)
    denied = text.words.has("direction.not_after", before)
    return denied and direction != "stable"


def _stands_in_indicator(
    text: TargetText, index: int, frame: SentenceFrame
) -> bool:
    """In a relative clause before the main verb: ``het aandeel dat meer dan drie uur sport``."""
    if frame.verb is None or index >= frame.verb:
        return False
    return any(
        opens_relative(text, place)
        for place in range(index - 1, frame.first, -1)
    )


def settle_direction(
    words: list[DirectionWord], *, has_level: bool, has_step: bool
) -> tuple[Direction, tuple[TextSpan, ...]]:
    """The direction that the words say together, and the words that say it.

    Args:
        words: All of them.
        has_level: The text has a value to reach: then what is said of purpose or means is not
            the way of the indicator.
        has_step: It says how large the step is: then better is more.
    """
    if not words:  # as in most sentences that say how much
        return "none", ()
    main = _telling_words(words, has_level=has_level)
    direction = _settle_counts(main)
    told = ("up", "down") if direction == "mixed" else (direction,)
    spans = tuple(word.span for word in main if word.direction in told)
    if direction == "improve" and has_step:
        direction = "up"
    return direction, spans


def _telling_words(
    words: list[DirectionWord], *, has_level: bool
) -> list[DirectionWord]:
    """Those of the main clause, or else all."""
    # "een grotere groep inwoners die minder …": beside another word it tells of whom
    outer = [word for word in words if not word.is_relative]
    words = outer or words
    main = [word for word in words if not word.is_subordinate]
    return words if not main and not has_level else main


def _way_onwards(words: list[DirectionWord]) -> Direction:
    """``maintained at 21% until 2030, rising to 25% by 2040``: the last way to a number."""
    onwards = [word.direction for word in words[1:] if word.reaches]
    return onwards[-1] if onwards else "stable"


def _settle_counts(words: list[DirectionWord]) -> Direction:
    counts = Counter(word.direction for word in words)
    moves = counts["up"] + counts["down"]
    if counts["stable"] and not moves:
        return "stable"
    if counts["stable"] and words[0].direction == "stable":
        return _way_onwards(words)
    return _settle_moves(counts)


def _settle_moves(counts: Counter[Direction]) -> Direction:
    moves = counts["up"] + counts["down"]
    if counts["improve"] > moves:
        return "improve"
    if counts["up"] and counts["down"]:
        return "mixed"
    if counts["up"]:
        return "up"
    return "down" if counts["down"] else "none"
