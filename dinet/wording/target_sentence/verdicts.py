"""The verdict for each letter of SMART, with the words it rests on."""

from dataclasses import dataclass

from dinet.wording.target_sentence.clauses import (
    SentenceFrame,
    is_participle,
    last_word,
)
from dinet.wording.target_sentence.directions import DirectionWord
from dinet.wording.target_sentence.result import (
    Direction,
    SmartVerdict,
    TargetBaseline,
    TargetDeadline,
    TargetValue,
    TextSpan,
)
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.vagueness import settled_later

LETTERS = "SMART"
_WHOLE_YEARS = frozenset(
    {"year", "month", "date", "quarter", "splityear", "period"}
)
_STATES = ("state.done", "state.making")
"""The lists of words for a product or an end state."""
_SOFT = frozenset({"up", "down", "stable", "improve", "effort"})
"""Words of direction: a participle beside them is of the indicator."""


@dataclass(frozen=True, slots=True)
class VerdictGrounds:
    """What the verdicts rest on.

    Args:
        text: The text.
        frames: Its sentences.
        values: What is aimed at.
        direction: Which way.
        directions: All words of direction.
        deadlines: By when.
        baselines: From where.
        subject: Of whom.
        is_vague: Words leave it open how much or how good.
    """

    text: TargetText
    frames: list[SentenceFrame]
    values: tuple[TargetValue, ...]
    direction: Direction
    directions: list[DirectionWord]
    deadlines: tuple[TargetDeadline, ...]
    baselines: tuple[TargetBaseline, ...]
    subject: TextSpan | None
    is_vague: bool


def judge_target(grounds: VerdictGrounds) -> dict[str, SmartVerdict]:
    """The verdicts, in the order of the letters."""
    return {
        "S": _judge_specific(grounds),
        "M": _judge_measurable(grounds),
        "A": _judge_acceptable(grounds),
        "R": _judge_realistic(grounds),
        "T": _judge_time_bound(grounds),
    }


def empty_verdicts() -> dict[str, SmartVerdict]:
    """Of a text that is no target: none."""
    return {letter: SmartVerdict("", None) for letter in LETTERS}


def _judge_specific(grounds: VerdictGrounds) -> SmartVerdict:
    is_definite = _has_definite_group(grounds)
    result = _definite_result(grounds)
    marker = settled_later(grounds.text)
    if not is_definite and not result:
        return SmartVerdict("no", grounds.subject)
    if marker and _concerns_group(grounds, marker):
        return SmartVerdict("partial", marker)
    if is_definite and result:
        return SmartVerdict("yes", grounds.subject)
    return SmartVerdict("partial", grounds.subject)


def _concerns_group(grounds: VerdictGrounds, marker: TextSpan) -> bool:
    """The marker stands with the value or group, and not behind a semicolon with another one."""
    before = grounds.text.text[: marker.start]
    value_end = grounds.values[0].span.end if grounds.values else marker.start
    return ";" not in before[value_end:]


def _has_definite_group(grounds: VerdictGrounds) -> bool:
    """The group is named, and not only "partners" or "everyone"."""
    if grounds.subject is None:
        return False
    words = grounds.text.words
    content = [
        low
        for low in grounds.text.lows_in(grounds.subject)
        if not words.has("subject.article", low) and low not in "()"
    ]
    if not content:
        return False
    if words.has("subject.generic", content[0]):
        is_long = len(content) > len(("partners", "extern"))
        return is_long and _tells_more(grounds, content)
    return not words.has("subject.generic", " ".join(content))


def _tells_more(grounds: VerdictGrounds, content: list[str]) -> bool:
    """Not in "samenwerking tussen partijen in de keten", of which every word is generic."""
    words = grounds.text.words
    return any(
        not words.has("subject.generic", low)
        and not words.has("subject.prepositions", low)
        for low in content
    )


def _definite_result(grounds: VerdictGrounds) -> bool:
    """A number, a state, a product, or a way for a named quantity; not only a quality."""
    if grounds.values:
        return not _only_takes_part(grounds)
    if grounds.direction == "up":
        return not _is_more_of_quality(grounds)
    if grounds.direction not in ("improve", "none"):
        return True
    has_yardstick = any(start.reference for start in grounds.baselines)
    if has_yardstick or _has_degree(grounds.text):
        return True
    state = find_checkable_state(grounds.text, grounds.frames)
    is_told = state is not None or not grounds.is_vague
    return grounds.direction == "none" and is_told


def _only_takes_part(grounds: VerdictGrounds) -> bool:
    """``60% van de jongeren doet mee``: a number of no named thing."""
    text = grounds.text
    if any(value.unit != "%" for value in grounds.values):
        return False
    for index, end in text.phrases_of("state.takes_part"):
        tail = text.gapped.get((index, "state.takes_part"))
        behind = end if tail is None else tail + 1
        return not text.word_in(behind, "state.takes_part_in")
    return False


def _has_degree(text: TargetText) -> bool:
    """``zo kort mogelijk`` says of what, though not how much."""
    return text.holds("vague.degree", 0, text.count)


def _is_more_of_quality(grounds: VerdictGrounds) -> bool:
    """``meer betrokken``, ``meer gestimuleerd``: more of what no one counts."""
    ups = [word for word in grounds.directions if word.direction == "up"]
    text = grounds.text
    qualities = 0
    for word in ups:
        behind = word.first + 1
        is_quality = is_participle(text, behind) or text.word_in(
            behind, "vague.quality"
        )
        is_more = text.word_in(word.first, "direction.more") and is_quality
        is_effort = text.begins(word.first, "direction.effort")
        qualities += is_more or is_effort
    return bool(ups) and qualities >= len(ups)


def find_checkable_state(
    text: TargetText, frames: list[SentenceFrame]
) -> TextSpan | None:
    """The first words for a product or end state: ``vastgesteld``, ``we openen``."""
    for frame in frames:
        if frame.is_past:
            continue
        state = _state_in(text, frame)
        if state is not None:
            return state
        participle = _final_participle(text, frame)
        if participle is not None:
            return text.span(participle, participle + 1)
    return None


def _state_in(text: TargetText, frame: SentenceFrame) -> TextSpan | None:
    for index in text.places_of(*_STATES):
        if text.depths[index] or not frame.first <= index < frame.end:
            continue
        for name in _STATES:
            end = text.phrase_end(index, name)
            if end is not None:
                return text.span(index, end)
    return None


def _final_participle(text: TargetText, frame: SentenceFrame) -> int | None:
    """``worden … aangepast``: what is done can be seen, unless a word of quality stands by it."""
    if frame.verb is None or not text.word_in(frame.verb, "state.auxiliary"):
        return None
    last = last_word(text, frame.end)
    if last <= frame.verb or not is_participle(text, last):
        return None
    is_soft = any(
        text.begins(
            index, "vague.quality", "vague.possible", "vague.intensifier"
        )
        or text.names_at(index, "direction").keys() & _SOFT
        for index in range(frame.first, frame.end)
    )
    return None if is_soft else last


def _judge_measurable(grounds: VerdictGrounds) -> SmartVerdict:
    if grounds.values:
        return SmartVerdict("yes", grounds.values[0].span)
    moves = grounds.direction not in ("none", "stable")
    is_compared = moves and bool(grounds.baselines)
    if grounds.direction == "stable" or is_compared:
        span = grounds.directions[0].span if grounds.directions else None
        return SmartVerdict("partial", span)
    checked = None if moves else _checkable_words(grounds)
    if checked is not None:
        return SmartVerdict("partial", checked)
    return SmartVerdict("no", None)


def _checkable_words(grounds: VerdictGrounds) -> TextSpan | None:
    """What can be checked without a number: an end state, a product, or a yardstick."""
    state = find_checkable_state(grounds.text, grounds.frames)
    if state is not None:
        return state
    for baseline in grounds.baselines:
        if baseline.reference:
            return baseline.span
    return None


def _judge_acceptable(grounds: VerdictGrounds) -> SmartVerdict:
    text = grounds.text
    for index, end in text.phrases_of("agreed.joint"):
        return SmartVerdict("stated", text.span(index, end))
    return SmartVerdict("unknown", None)


def _judge_realistic(grounds: VerdictGrounds) -> SmartVerdict:
    for baseline in grounds.baselines:
        if baseline.value is not None or baseline.reference:
            return SmartVerdict("supported", baseline.span)
    for value in grounds.values:
        is_share = value.unit == "%" and value.kind == "level"
        if (is_share and value.value in (0, 100)) or value.value == 0:
            return SmartVerdict("doubtful", value.span)
    return SmartVerdict("unknown", None)


def _judge_time_bound(grounds: VerdictGrounds) -> SmartVerdict:
    for deadline in grounds.deadlines:
        if deadline.kind in _WHOLE_YEARS:
            return SmartVerdict("yes", deadline.span)
    for deadline in grounds.deadlines:
        return SmartVerdict("partial", deadline.span)
    return SmartVerdict("no", None)
